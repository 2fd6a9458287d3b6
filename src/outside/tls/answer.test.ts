/** What a stranger says after a hello: read in any pieces, and harmless whatever it is. */
import { expect, test } from 'vitest'
import { answerReader, type Answer } from './answer.ts'
import { nameIn, SUITES, suitesOf } from './codes.ts'
import { helloOf } from './hello.ts'

const bytes = (...values: number[]) => Buffer.from(values)
const two = (value: number) => bytes(value >> 8, value & 0xff)
const three = (value: number) => bytes(value >> 16, (value >> 8) & 0xff, value & 0xff)
const record = (body: Buffer, type = 0x16) => Buffer.concat([bytes(type, 3, 3), two(body.length), body])
const message = (type: number, body: Buffer) => Buffer.concat([bytes(type), three(body.length), body])
const extension = (type: number, body = Buffer.alloc(0)) => Buffer.concat([two(type), two(body.length), body])
const helloBody = (suite: number, ...extensions: Buffer[]) => {
  const all = Buffer.concat(extensions)
  return Buffer.concat([two(0x303), Buffer.alloc(32, 7), bytes(0), two(suite), bytes(0), two(all.length), all])
}
const HELLO = message(2, helloBody(0xc02f, extension(23), extension(0xff01, bytes(0))))
const KEY = message(12, Buffer.concat([bytes(3, 0, 29, 2, 9, 9), two(0x0804), two(1), bytes(1)]))
const CERTIFICATE = message(11, Buffer.concat([three(5), three(2), bytes(0x30, 0)]))
const DONE = message(14, Buffer.alloc(0))

/** Everything at once, or byte by byte. */
function read(data: Buffer, whole = false, step = data.length): Answer | undefined {
  const reader = answerReader(whole)
  for (let at = 0; at < data.length; at += step) {
    const answer = reader(data.subarray(at, at + step))
    if (answer) return answer
  }
  return undefined
}

test('a flight is read the same in one piece, byte by byte, and over many small records', () => {
  const flight = Buffer.concat([HELLO, CERTIFICATE, KEY, DONE])
  const split = Buffer.concat([...flight].map((byte) => record(bytes(byte))))
  for (const [data, step] of [
    [record(flight), 10_000],
    [record(flight), 1],
    [split, 7],
    [split, 1],
  ] as const) {
    const answer = read(data, true, step)
    expect(answer).toMatchObject({
      kind: 'hello',
      version: 0x303,
      suite: 0xc02f,
      exchange: { group: 29, signature: 0x0804 },
      certificates: [bytes(0x30, 0)],
    })
    if (answer?.kind === 'hello') expect([...answer.extensions.keys()]).toEqual([23, 0xff01])
  }
  expect(read(record(HELLO))).toMatchObject({ kind: 'hello', suite: 0xc02f, exchange: null })
})

test('a warning before the answer is passed over, five at most; any other alert is the answer', () => {
  const warning = record(bytes(1, 112), 0x15)
  expect(read(Buffer.concat([warning, record(HELLO)]))).toMatchObject({ kind: 'hello' })
  expect(read(Buffer.concat(Array.from({ length: 6 }, () => warning)))).toEqual({ kind: 'garbage' })
  expect(read(record(bytes(2, 40), 0x15))).toEqual({ kind: 'alert', code: 40 })
  expect(read(record(bytes(1, 0), 0x15))).toEqual({ kind: 'alert', code: 0 })
})

test.each([
  ['plain http', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['zeros', Buffer.alloc(2_000)],
  ['a record longer than one may be', bytes(0x16, 3, 3, 0xff, 0xff, 1)],
  ['an empty record', bytes(0x16, 3, 3, 0, 0)],
  ['a message longer than all that is read', record(Buffer.concat([bytes(2), three(0xffffff), Buffer.alloc(99)]))],
  ['a hello that is cut short', record(message(2, helloBody(0xc02f).subarray(0, 30)))],
  ['extensions that lie about their length', record(message(2, Buffer.concat([helloBody(1).subarray(0, -2), two(9)])))],
  ['a certificate before a hello', record(CERTIFICATE)],
  ['a list of certificates that lies', record(Buffer.concat([HELLO, message(11, three(99))]))],
  ['messages without end', record(Buffer.concat([HELLO, ...Array.from({ length: 30 }, () => message(22, bytes(1)))]))],
  [
    'an endless stream',
    Buffer.concat(
      Array.from({ length: 9 }, () => record(Buffer.concat([bytes(2), three(60_000), Buffer.alloc(12_000)]))),
    ),
  ],
])('%s is garbage', (_, data) => {
  for (const step of [data.length, 3]) {
    expect(read(data, true, step)).toEqual({ kind: 'garbage' })
  }
})

test('chance never makes it throw or wait for more than it can hold', () => {
  let seed = 42
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % 256
  for (let round = 0; round < 300; round++) {
    const noise = Buffer.from(Array.from({ length: 400 }, next))
    read(Buffer.concat([record(Buffer.concat([HELLO, message(next(), noise)]))]), true, 50)
    read(record(message(2, noise)), round % 2 === 0)
  }
  expect(read(Buffer.alloc(70_000, 0x16), true, 1_000)).toEqual({ kind: 'garbage' })
})

test('SSL 2.0 answers in a form of its own', () => {
  const body = Buffer.concat([bytes(4, 0, 1), two(2), two(0), two(6), two(0), bytes(1, 0, 0x80, 7, 0, 0xc0)])
  expect(read(Buffer.concat([two(0x8000 | body.length), body]))).toMatchObject({
    version: 2,
    kinds: [0x010080, 0x0700c0],
  })
  expect(helloOf({ version: 'SSLv2', suites: [] }).subarray(2, 5)).toEqual(bytes(1, 0, 2))
})

test('a hello has the length it says, and none that hangs old boxes; SSL 3.0 gets no extensions', () => {
  for (const version of ['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1', 'SSLv3'] as const) {
    for (const count of [1, 20, 64]) {
      const suites = suitesOf(version).slice(0, count)
      const hello = helloOf({ version, suites, name: 'www.voorbeeld.nl', protocols: ['h2', 'http/1.1'] })
      expect(hello.readUInt16BE(3)).toBe(hello.length - 5)
      expect(hello.readUIntBE(6, 3)).toBe(hello.length - 9)
      const length = hello.length - 5
      if (version !== 'SSLv3') expect(length < 256 || length >= 512).toBe(true)
      else expect(hello.includes('voorbeeld')).toBe(false)
    }
  }
  expect(
    suitesOf('TLSv1')
      .map((code) => nameIn(SUITES, code))
      .filter((name) => /GCM|SHA256|SHA384|CCM/.test(name)),
  ).toEqual([])
})
