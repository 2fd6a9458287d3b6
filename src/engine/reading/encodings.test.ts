/** A value is found again however it was wrapped, and what only looks like it is not. */
import { createHash } from 'node:crypto'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { codingIn, compact, needlesOf, opened, runsIn, singles, textOf } from './encodings.ts'

const WORD = 'Vogelkwtzrbnfa@example.org'
const found = (text: string) => codingIn(opened(text), needlesOf(WORD))
const hash = (name: string, as: 'hex' | 'base64' = 'hex', text = WORD) => createHash(name).update(text).digest(as)
const base64 = (text: string | Buffer) => Buffer.from(text as string).toString('base64')

test.each([
  [`a=1&mail=${WORD}`, 'plain'],
  [`mail=${encodeURIComponent(WORD)}`, 'plain'],
  [`u=${encodeURIComponent(`https://a.nl/?m=${encodeURIComponent(WORD)}`)}`, 'plain'],
  [`{"m":"${WORD.replace('@', '\\u0040')}"}`, 'plain'],
  [WORD.toLowerCase(), 'plain'],
  [`d=${base64(WORD)}`, 'base64'],
  [`d=${encodeURIComponent(base64(JSON.stringify({ veld: WORD })))}`, 'base64'],
  [`d=${base64(`x=${base64(WORD)}`)}`, 'base64'],
  [`d=${Buffer.from(WORD).toString('hex')}`, 'hex'],
  [`d=${Buffer.from(`{"m":"${WORD}"}`).toString('hex').toUpperCase()}`, 'hex'],
  [`d=${base64(`x=${Buffer.from(WORD).toString('hex')}`)}`, 'hex'],
  [`d=${base64(JSON.stringify({ em: hash('sha256') }))}`, 'sha256'],
  [`em=${hash('md5')}`, 'md5'],
  [`em=${hash('sha1')}`, 'sha1'],
  [`em=${hash('sha256')}`, 'sha256'],
  [`em=${hash('sha256', 'hex', WORD.toLowerCase())}`, 'sha256'],
  [`em=${hash('sha256', 'base64')}`, 'sha256'],
  [`em=${hash('sha512').toUpperCase()}`, 'sha512'],
])('%s holds it', (text, coding) => expect(found(text)).toBe(coding))

test.each([
  '',
  'mail=Vogel@example.org',
  hash('sha256', 'hex', 'Vogel'),
  base64('niets bijzonders hier'),
  '%E0%A4%A',
  base64(base64(base64(WORD))),
  Buffer.from('niets bijzonders hier').toString('hex'),
])('%s does not', (text) => expect(found(text)).toBeUndefined())

const part = (body: Buffer) =>
  Buffer.concat([
    Buffer.from('--grens\r\nContent-Disposition: form-data; name="soort"\r\n\r\nfilm\r\n--grens\r\n\r\n'),
    body,
    Buffer.from('\r\n--grens--\r\n'),
  ])
test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
])('what is packed with %s in one part of a form is unpacked', (_, pack) => {
  const text = textOf(part(pack(`{"m":"${WORD}"}`)))
  expect([found(text), text.includes('name="soort"')]).toEqual(['plain', true])
  expect(found(textOf(part(pack('niets bijzonders hier'))))).toBeUndefined()
  expect(found(base64(pack(`{"m":"${WORD}"}`)))).toBe('base64')
})

test.each([
  ['deflate without a mark', deflateRawSync],
  ['brotli', brotliCompressSync],
])('what is packed with %s is unpacked, and what is no such thing stays as it is', (_, pack) => {
  expect(found(textOf(pack(`{"m":"${WORD}"}`)))).toBe('plain')
  const noise = createHash('sha512').update('ruis').digest()
  expect(textOf(noise)).toBe(noise.toString('utf8'))
  expect(textOf(Buffer.from('x^2 + y^2 in tekst'))).toBe('x^2 + y^2 in tekst')
  expect(textOf(Buffer.from('Объявление на стене'))).toBe('Объявление на стене')
  expect(textOf(Buffer.alloc(0))).toBe('')
})

test('what is packed is unpacked, keys one by one are put together, and a bomb is not', () => {
  expect(found(textOf(gzipSync(`{"m":"${WORD}"}`)))).toBe('plain')
  expect(textOf(Buffer.from([0x1f, 0x8b, 1, 2]))).toHaveLength(4)
  expect(textOf(gzipSync(Buffer.alloc(50_000_000))).length).toBeLessThanOrEqual(100_000)
  expect(compact('["k"],["o"],["o"],["i"]')).toBe('kooi')
  expect(['{"k":"k","t":1700000000000}', 'k=o&t=17', '{"key": "o", "at": "k1"}', "['i']"].map(singles).join('')).toBe(
    'kooi',
  )
  expect(singles('{"a":"bc","d":12,"e":"","f": 1}')).toBe('')
  expect(runsIn(opened('id=3f2a99b1c0d4; x=abc'))).toEqual(new Set(['3f2a99b1c0d4']))
})

test('what is wrapped again and again takes no time', () => {
  const begun = cpuMs()
  for (const text of ['"a"'.repeat(40_000), '=a&'.repeat(40_000), base64(base64('woorden '.repeat(5_000))).repeat(2)]) {
    singles(text)
    opened(text)
  }
  for (let at = 0; at < 5; at++) opened(Array.from({ length: 5_000 }, (_, of) => base64(`woord ${of} woord`)).join('&'))
  expect(cpuMs() - begun).toBeLessThan(1_000)
})
