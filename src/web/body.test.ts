/** Bodies within bounds: what fits is read as it was sent, what does not costs no memory and ends in time. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { bodyReader, sentFrom, type BodyReader, type ReadBody } from './body.ts'

const KIB = 1024
const bounds = { together: 64 * KIB, pause: 200, whole: 1_000 }
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://127.0.0.1/x', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
const kept = (reading: BodyReader, request: Request, most = 32 * KIB) =>
  reading(request, most, async (read): Promise<ReadBody> => read)
/** A body that is sent piece by piece, without its length. `end`: whether it ever ends. */
const stream = (pieces: number, size: number, end = true) => {
  let left = pieces
  return new ReadableStream<Uint8Array>({
    pull(to) {
      if (left-- > 0) to.enqueue(new Uint8Array(size).fill(97))
      else if (end) to.close()
      else return new Promise(() => {})
    },
  })
}
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

test('fields and files come as they were sent, repeated ones in their order', async () => {
  const form = new FormData()
  form.append('a', 'één')
  form.append('b', new File(['x'], 'é.txt'))
  form.append('a', 'twee')
  form.append('__proto__', 'niets')
  const read = await kept(bodyReader(bounds), post(form))
  if (read.kind !== 'fields') throw new Error(read.kind)
  expect(read.fields['a']).toEqual(['één', 'twee'])
  expect((read.fields['b']![0] as File).name).toBe('é.txt')
  expect(Object.hasOwn(read.fields, '__proto__')).toBe(true)
  expect(await kept(bodyReader(bounds), post('a=1&b=%C3%A9', FORM))).toEqual({
    kind: 'fields',
    fields: { a: ['1'], b: ['é'] },
  })
})

test.each([
  ['with its length', () => post('a'.repeat(33 * KIB), FORM)],
  ['without its length', () => post(stream(40, KIB), FORM)],
])('too large is told, %s', async (_, request) =>
  expect(await kept(bodyReader(bounds), request())).toMatchObject({ kind: 'too-large', most: 32 * KIB, fields: {} }),
)
test('exactly as large as may be is read', async () =>
  expect((await kept(bodyReader(bounds), post(`a=${'b'.repeat(32 * KIB - 2)}`, FORM))).kind).toBe('fields'))

test('a body that stops, and one that drips, are given up in time', async () => {
  const reading = bodyReader({ ...bounds, whole: 300 })
  expect(await kept(reading, post(stream(2, 10, false), FORM))).toEqual({ kind: 'broken' })
  let at = 0
  const drip = new ReadableStream<Uint8Array>({
    async pull(to) {
      await pause(50)
      if (++at < 50) to.enqueue(new Uint8Array(1))
    },
  })
  expect(await kept(reading, post(drip, FORM))).toEqual({ kind: 'broken' })
  expect(at).toBeLessThan(20)
})

test('together they hold no more than the budget, and give it back', async () => {
  const reading = bodyReader(bounds)
  let open = () => {}
  const holding = new Promise<void>((resolve) => {
    open = resolve
  })
  const working = [1, 2].map(() => reading(post(`a=${'b'.repeat(30 * KIB)}`, FORM), 32 * KIB, () => holding))
  await expect.poll(async () => (await kept(reading, post(`a=${'b'.repeat(30 * KIB)}`, FORM))).kind).toBe('busy')
  open()
  await Promise.all(working)
  expect((await kept(reading, post(`a=${'b'.repeat(30 * KIB)}`, FORM))).kind).toBe('fields')
})

test('one sender leaves room for others, and who is not known has no share', async () => {
  const reading = bodyReader({ ...bounds, together: 64 * KIB })
  let open = () => {}
  const holding = new Promise<void>((resolve) => {
    open = resolve
  })
  const big = (from: string | undefined) => {
    const request = post(`a=${'b'.repeat(14 * KIB)}`, FORM)
    sentFrom(request, from)
    return request
  }
  const kindFor = (from: string | undefined) => reading(big(from), 16 * KIB, async ({ kind }) => kind)
  const working = reading(big('192.0.2.1'), 16 * KIB, () => holding)
  await expect.poll(() => kindFor('192.0.2.1')).toBe('busy')
  expect([await kindFor('192.0.2.2'), await kindFor(undefined)]).toEqual(['fields', 'fields'])
  open()
  await working
  expect(await kindFor('192.0.2.1')).toBe('fields')
})

test.each([
  ['more parts than a form has', post('a&'.repeat(6_000), FORM)],
  ['multipart that is rubbish', post('rommel', { 'content-type': 'multipart/form-data; boundary=x' })],
])('%s is broken', async (_, request) => expect(await kept(bodyReader(bounds), request)).toEqual({ kind: 'broken' }))
test.each(['text/plain', 'application/json', ''])('a body of type %j has no fields', async (type) =>
  expect(await kept(bodyReader(bounds), post('{"a":1}', { 'content-type': type }))).toEqual({
    kind: 'fields',
    fields: {},
  }),
)

test('the text beside a file that is too large is read, before it and after it; its name is told', async () => {
  const form = new FormData()
  form.append('voor', 'getypt vóór het bestand')
  form.append('bestand', new File([new Uint8Array(2 * KIB * KIB)], 'film.mp4'))
  form.append('na', 'en erna')
  const wide = { ...bounds, together: 4 * KIB * KIB, pause: 5_000, whole: 20_000 }
  const read = await kept(bodyReader(wide), post(form))
  if (read.kind !== 'too-large') throw new Error(read.kind)
  expect([read.fields['voor'], read.fields['na'], read.intact]).toEqual([
    ['getypt vóór het bestand'],
    ['en erna'],
    true,
  ])
  const file = read.fields['bestand']![0] as File
  expect([file.name, file.size]).toEqual(['film.mp4', 0])
  expect(read.size).toBeGreaterThan(2 * KIB * KIB)
})

test('near miss: a text that is too large itself is not given out as whole', async () => {
  const form = new FormData()
  form.append('kort', 'dit past')
  form.append('lang', 'a'.repeat(2 * KIB * KIB))
  const wide = { ...bounds, together: 4 * KIB * KIB, pause: 5_000, whole: 20_000 }
  const read = await kept(bodyReader(wide), post(form))
  expect(read).toMatchObject({ kind: 'too-large', intact: false, fields: { kort: ['dit past'] } })
})
