/** Content-Security-Policy: one policy, and several that hold together. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { http, judgeWith } from '../../../test/evidence.ts'
import { csp } from './csp.ts'

const sent = (...values: string[]) =>
  judgeWith(csp, { http: http({ headers: values.map((value) => ['content-security-policy', value] as const) }) })

test.each([
  ["default-src 'self'", 'strict'],
  ["default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'", 'strict'],
  [
    "script-src 'nonce-r4nd0mr4nd0m' 'strict-dynamic' 'unsafe-inline' https:; object-src 'none'; base-uri 'none'",
    'strict',
  ],
  ["script-src 'self' https://js.voorbeeld.nl; object-src 'none'", 'strict'],
  ["default-src *; script-src 'self'; object-src 'none'; img-src *", 'strict'],
  ["default-src 'self'; img-src http://beeld.example", 'strict'],
  ["default-src 'self'; object-src", 'strict'],
  ['sandbox', 'strict'],
  ['sandbox allow-forms allow-same-origin', 'strict'],
  ['sandbox allow-forms Allow-Scripts', 'no-scripts-rule'],
  ["default-src 'none' 'self'", 'strict'],
  ["default-src 'self' https://*.voorbeeld.nl:443", 'strict'],
  ["default-src 'self'; script-src", 'strict'],
  ["script-src 'strict-dynamic' 'sha256-abcdefgh' *:443; object-src 'none'; base-uri 'self'", 'strict'],
  ["script-src-elem 'self'; script-src-attr 'none'; object-src 'none'", 'gaps'],
  ["default-src 'self'; script-src 'self' *.github.io", 'gaps'],
  ["default-src 'self'; script-src 'self' https://*.amazonaws.com", 'gaps'],
  ["default-src 'self'; script-src 'self' https://stad.s3.amazonaws.com", 'strict'],
  ["script-src 'self' 'unsafe-inline'; script-src-elem 'self'; script-src-attr 'none'; object-src 'none'", 'strict'],
  ["default-src 'self' 'unsafe-inline'; script-src-elem 'self'; script-src-attr 'none'", 'strict'],
  ["default-src 'self' 'unsafe-eval'; script-src-elem 'self'; script-src-attr 'none'", 'gaps'],
  ["default-src 'self'; script-src-elem 'self'; script-src-attr 'unsafe-inline'", 'open'],
  ["default-src 'self' 'unsafe-inline'; script-src-elem 'self'", 'open'],
  ["default-src 'self' 'unsafe-eval'", 'gaps'],
  ["script-src 'self'", 'gaps'],
  ["default-src *; script-src 'self'", 'gaps'],
  ["script-src 'nonce-r4nd0mr4nd0m'; object-src 'none'", 'gaps'],
  ["script-src 'nonce-kort'; object-src 'none'; base-uri 'self'", 'gaps'],
  ["default-src 'self'; script-src 'self' https://ajax.googleapis.com", 'gaps'],
  ["default-src 'self' http://www.voorbeeld.nl", 'gaps'],
  ["default-src 'self' img-src data:", 'open'],
  ["default-src 'self' object-src 'none'", 'gaps'],
  ["default-src 'self' 'unsafe-inline'", 'open'],
  ["script-src 'self' 'unsafe-inline'; object-src 'none'", 'open'],
  ["default-src 'self'; script-src-elem 'self' 'unsafe-inline'", 'open'],
  ['default-src https:', 'open'],
  ['default-src HTTPS:', 'open'],
  ["script-src 'self' *:443; object-src 'none'", 'open'],
  ["script-src 'self' https://*:*; object-src 'none'", 'open'],
  ["default-src 'self' *.nl", 'open'],
  ["default-src 'self' https://*.co.uk", 'open'],
  ["script-src 'unsafe-inline' 'nonce-'; object-src 'none'", 'open'],
  ["script-src 'unsafe-inline' 'sha256-!'; object-src 'none'", 'open'],
  ["script-src-elem 'self'; object-src 'none'", 'open'],
  ["default-src 'self'; script-src *", 'open'],
  ["script-src 'self' data:; object-src 'none'", 'open'],
  ["upgrade-insecure-requests; frame-ancestors 'self'", 'no-scripts-rule'],
  ["img-src 'self'", 'no-scripts-rule'],
])('"%s" is %s', (value, reason) => {
  expect(sent(value).reason).toBe(reason)
})

test('the gap is told as the directive that has it, the worst first', () => {
  expect(sent("script-src 'unsafe-eval' 'unsafe-inline'").seen).toMatchObject({
    gap: "script-src 'unsafe-inline'",
    count: 3,
    details: ["script-src 'unsafe-inline'", "script-src 'unsafe-eval'", 'object-src: –'],
  })
})

test('two policies hold together, on two lines as on one', () => {
  expect(sent("script-src 'self'", "object-src 'none'").reason).toBe('strict')
  expect(sent("script-src 'self', object-src 'none'").reason).toBe('strict')
  expect(sent("default-src 'self' 'unsafe-inline'", "frame-ancestors 'self'").reason).toBe('open')
})

test('what one policy forbids another cannot allow', () => {
  expect(sent("default-src 'self' 'unsafe-inline'", "default-src 'self'").reason).toBe('strict')
  expect(sent('default-src *', "default-src 'self' 'unsafe-inline'").reason).toBe('strict')
  expect(sent('default-src https:', 'default-src *').reason).toBe('open')
})

test('a policy that only reports stops nothing, beside a real one it does no harm', () => {
  const report = ['content-security-policy-report-only', "default-src 'none'"] as const
  expect(judgeWith(csp, { http: http({ headers: [report] }) })).toMatchObject({
    reason: 'report-only',
    verdict: 'unmet',
  })
  expect(
    judgeWith(csp, {
      http: http({ headers: [report, ['content-security-policy', "default-src 'self'"]] }),
    }).reason,
  ).toBe('strict')
})

const inPage = (policies: readonly string[] | undefined, ...headers: string[]) => {
  const { secure } = http({ headers: headers.map((value) => ['content-security-policy', value] as const) })
  if (!secure.seen) throw new Error('seen')
  const { policies: _, ...body } = secure.value.body
  const value = { ...secure.value, body: { ...body, ...(policies && { policies }) } }
  return judgeWith(csp, { http: http({ secure: { seen: true, value } }) })
}

test('a policy in the page holds as one in a header does, and with it', () => {
  expect(inPage(["default-src 'self'"]).reason).toBe('strict')
  expect(inPage(["default-src 'self' 'unsafe-inline'"]).reason).toBe('open')
  expect(inPage(["script-src 'self', x; object-src 'none'"]).reason).toBe('strict')
  expect(inPage(["object-src 'none'"], "script-src 'self'").reason).toBe('strict')
  expect(inPage(["default-src 'self'"], "default-src 'self' 'unsafe-inline'").reason).toBe('strict')
  expect(inPage(["frame-ancestors 'none'"]).reason).toBe('missing')
})

test('evidence of before pages were read for it says nothing of a missing header', () => {
  expect(inPage(undefined)).toMatchObject({ reason: 'meta-unseen', verdict: 'unknown' })
  expect(inPage(undefined, "default-src 'self'").reason).toBe('strict')
})

test('no header and an empty one are no policy', () => {
  expect(sent().reason).toBe('missing')
  expect(sent('').reason).toBe('missing')
})

test.each([
  'default-src https://[',
  'script-src https://a b:c:d:e https://%zz.nl //// https://*.*.nl',
  '__proto__ x; constructor y; script-src z',
  `script-src ${'https://a.example '.repeat(5_000)}`,
  `${"default-src 'self',".repeat(5_000)}`,
  ';'.repeat(50_000),
])('hostile text does not break it: %#', (value) => {
  const begun = cpuMs()
  expect(Object.keys(csp.reasons)).toContain(sent(value).reason)
  expect(cpuMs() - begun).toBeLessThan(2_000)
})
