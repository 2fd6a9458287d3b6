import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sharedPace } from './slowly.ts'

const PACE = { files: 3, parts: 1, pause: 60_000, whole: 60_000 }

function source(parts: number) {
  const seen = { made: 0, ended: false, atOnce: 0, most: 0 }
  async function* lines() {
    try {
      for (let no = 0; no < parts; no += 1) {
        seen.atOnce += 1
        seen.most = Math.max(seen.most, seen.atOnce)
        await pause(1)
        seen.atOnce -= 1
        seen.made += 1
        yield `regel ${no}\r\n`
      }
    } finally {
      seen.ended = true
    }
  }
  return { seen, lines }
}
const read = async (stream: ReadableStream<Uint8Array>) => new Response(stream).text()

test('a file comes whole, begins as a spreadsheet wants it, and is made no further than it is read', async () => {
  const slowly = sharedPace(PACE)
  const { seen, lines } = source(50)
  const stream = slowly(lines())
  await pause(50)
  expect(seen.made).toBeLessThanOrEqual(2)
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(bytes).trim().split('\r\n')).toHaveLength(50)
  expect(seen.ended).toBe(true)
})

test('several readers make parts in turn, and one too many hears that it is busy', async () => {
  const slowly = sharedPace(PACE)
  const { seen, lines } = source(20)
  const streams = [slowly(lines()), slowly(lines()), slowly(lines())]
  expect(() => slowly(lines())).toThrow()
  await Promise.all(streams.map(read))
  expect(seen.most).toBe(1)
  expect(await read(slowly(lines()))).toContain('regel 19')
})

test('who stops reading is cut off and leaves its place; who walks away too', async () => {
  const slowly = sharedPace({ ...PACE, files: 1, pause: 30 })
  const { seen, lines } = source(1_000)
  const reader = slowly(lines()).getReader()
  await reader.read()
  await pause(100)
  expect(seen.ended).toBe(true)
  await expect(
    (async () => {
      while (!(await reader.read()).done);
    })(),
  ).rejects.toThrow('takes too long')
  const other = slowly(source(1_000).lines())
  await other.cancel()
  expect(await read(slowly(source(2).lines()))).toContain('regel 1')
})

test('a fault in the making is told and leaves its place', async () => {
  const slowly = sharedPace({ ...PACE, files: 1 })
  async function* broken() {
    yield 'a'
    throw new Error('weg')
  }
  await expect(read(slowly(broken()))).rejects.toThrow()
  expect(await read(slowly(source(1).lines()))).toContain('regel 0')
})
