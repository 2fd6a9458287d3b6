/** Set-Cookie lines as sent, and what scripts left in the jar. */
import { expect, test } from 'vitest'
import { parseSetCookie, scriptCookies } from './session-cookies.ts'
import type { JarCookie } from './session-cookies.ts'

const AT = Date.UTC(2026, 10, 1)
const parse = (line: string) => parseSetCookie(line, 'dorp.nl', AT)

test.each([
  ['a=b', null],
  ['a=b; Max-Age=60', 60],
  ['a=b; max-age=-1', 0],
  ['a=b; Max-Age=0', 0],
  ['a=b; Max-Age="60"', null],
  ['a=b; Max-Age=1e3', null],
  ['a=b; Expires=Sun, 01 Nov 2026 01:00:00 GMT', 3_600],
  ['a=b; Expires=Sunday, 01-Nov-26 01:00:00 GMT', 3_600],
  ['a=b; expires=Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['a=b; Expires=morgen', null],
  ['a=b; expires=0', null],
  ['a=b; expires=-1', null],
  ['a=b; expires=Session', null],
  ['a=b; expires=2026-11-01T01:00:00Z', null],
  ['a=b; expires=Sun, 31 Nov 2026 01:00:00 GMT', null],
  ['a=b; expires=Sun, 01 Nov 2026 24:00:00 GMT', null],
  ['a=b; expires=Sun Nov  1 01:00:00 2026', 3_600],
  ['a=b; expires="Sun, 01 Nov 2026 01:00:00"', 3_600],
  // A zone is not looked at (RFC 6265 §5.1.1).
  ['a=b; expires=Sun, 01 Nov 2026 02:00:00 +0100', 7_200],
  ['a=b; expires=Thu, 01-Jan-70 00:00:01 GMT', 0],
  ['a=b; Max-Age=99999999999999999999', Number.MAX_SAFE_INTEGER],
  ['a=b; Expires=Sun, 01 Nov 2026 01:00:00 GMT; Max-Age=5', 5],
  ['a=b; Max-Age=5; Max-Age=7', 7],
  ['a=b; Max-Age=63072000', 63_072_000],
])('lifetime of %s is %s', (line, lifetime) => {
  expect(parse(line)?.lifetime).toBe(lifetime)
})

test('reads the attributes, whatever their case', () => {
  expect(parse(' id = x=y ; DOMAIN=.Dorp.NL; secure; HTTPONLY; samesite=none; Partitioned; Path=/')).toEqual({
    name: 'id',
    host: 'dorp.nl',
    domain: 'dorp.nl',
    by: 'header',
    lifetime: null,
    secure: true,
    httpOnly: true,
    sameSite: 'none',
    partitioned: true,
    valueLength: 3,
    valueKind: 'choice',
  })
})

test('a line without a name is a value, an empty line is nothing', () => {
  expect(parse('alleen')).toMatchObject({ name: '', valueLength: 6 })
  expect(parse('')).toBeUndefined()
  expect(parse('=; Secure')).toBeUndefined()
})

test('survives a name that a database would refuse', () => {
  const name = parse('a\u0000b\ud800=1')?.name ?? ''
  expect(name.includes('\u0000')).toBe(false)
  expect(name.isWellFormed()).toBe(true)
})

const jar = (name: string, domain: string, more: Partial<JarCookie> = {}): JarCookie => ({
  name,
  value: 'v',
  domain,
  expires: -1,
  httpOnly: false,
  secure: false,
  ...more,
})

test('what a header set is not counted again, what it failed to set is', () => {
  const header = { ...parse('a=b; Domain=dorp.nl'), blocked: [] as string[] } as Parameters<
    typeof scriptCookies
  >[1][number]
  const cookies = [jar('a', '.dorp.nl'), jar('a', 'www.dorp.nl'), jar('b', 'www.dorp.nl', { httpOnly: true })]
  expect(
    scriptCookies(cookies, [header], ['www.dorp.nl'], AT).map((one) => `${one.name} ${one.host} ${one.domain}`),
  ).toEqual(['a www.dorp.nl null'])
  expect(
    scriptCookies([jar('a', '.dorp.nl')], [{ ...header, blocked: ['SecureOnly'] }], ['www.dorp.nl'], AT),
  ).toHaveLength(1)
})

test('names the frame that can have set it, and its lifetime in seconds', () => {
  const cookies = [jar('_ga', '.dorp.nl', { expires: AT / 1000 + 90.4 }), jar('x', '.notdorp.nl')]
  expect(scriptCookies(cookies, [], ['www.dorp.nl', 'video.nl'], AT)).toMatchObject([
    { name: '_ga', host: 'www.dorp.nl', domain: 'dorp.nl', lifetime: 90, by: 'script' },
    { host: 'notdorp.nl' },
  ])
})
