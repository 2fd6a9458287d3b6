import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followCode, isFollowCode, linkOfCode, spokenCode, squeezedCode } from './follow-code.ts'
import { isToken } from './token.ts'

const key = Buffer.alloc(32, 7)
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

test('a code has sixteen signs and a check, differs per thing, kind and key, and uses all of its 80 bits', () => {
  const codes = Array.from({ length: 2_000 }, (_, at) => followCode(key, 'request', `${at}`))
  expect(new Set(codes).size).toBe(2_000)
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{17}$/)
  // Each place takes each sign: none of the bits stands still.
  for (let place = 0; place < 16; place++) expect(new Set(codes.map((code) => code[place])).size).toBe(32)
  expect(followCode(key, 'other', '1')).not.toBe(followCode(key, 'request', '1'))
  expect(followCode(Buffer.alloc(32), 'request', '1')).not.toBe(followCode(key, 'request', '1'))
})

test('one wrong sign, and two that changed places, are known', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(16), fc.nat(16), fc.integer({ min: 1, max: 31 }), (id, at, to, by) => {
      const code = followCode(key, 'request', id)
      const other = SIGNS[(SIGNS.indexOf(code[at]!) + by) % 32]!
      expect(isFollowCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
      const signs = [...code]
      ;[signs[at], signs[to]] = [signs[to]!, signs[at]!]
      if (code[at] !== code[to]) expect(isFollowCode(signs.join(''))).toBe(false)
    }),
  )
})

test('what was copied with other capitals, dashes, spaces and look-alikes is the same code', () => {
  const code = followCode(key, 'request', '6')
  expect(isFollowCode(code)).toBe(true)
  expect(spokenCode(code)).toMatch(/^(?:\w{4}-){4}\w$/)
  const copied = spokenCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' – ')
  expect(squeezedCode(`  ${copied} `)).toBe(code)
  for (const no of ['', 'ABCD', code.slice(1), `${code}0`, code.replace(/.$/, 'U'), 'é'.repeat(17)])
    expect(isFollowCode(squeezedCode(no))).toBe(false)
})

test('the link of a code is a token, and no other code has it', () => {
  const code = followCode(key, 'request', '1')
  expect(isToken(linkOfCode(key, 'request', code))).toBe(true)
  expect(linkOfCode(key, 'request', code)).not.toBe(linkOfCode(key, 'request', followCode(key, 'request', '2')))
})
