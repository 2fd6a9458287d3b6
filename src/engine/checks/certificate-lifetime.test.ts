/** Days that are left. */
import { expect, test } from 'vitest'
import { certificate, judgeWith, tls } from '../../../test/evidence.ts'
import { certificateLifetime } from './certificate-lifetime.ts'

const between = (notBefore: string, notAfter: string) =>
  judgeWith(
    certificateLifetime,
    { tls: tls({ chain: [certificate({ notBefore, notAfter })] }) },
    { at: '2026-11-23T12:00:00Z' },
  )

test.each([
  ['2027-01-18T00:00:00Z', 'enough', 55],
  ['2026-12-14T12:00:00Z', 'enough', 21],
  ['2026-12-14T11:59:59Z', 'soon', 20],
  ['2026-11-24T12:00:00Z', 'soon', 1],
  ['2026-11-23T18:00:00Z', 'soon', 0],
  ['2026-11-23T12:00:00Z', 'expired', 0],
  ['2026-11-20T00:00:00Z', 'expired', 4],
])('until %s is %s', (until, reason, days) => {
  expect(between('2026-10-20T00:00:00Z', '2027-01-18T00:00:00Z').reason).toBe('enough')
  expect(between('2026-09-01T00:00:00Z', until)).toMatchObject({ reason, seen: { days } })
})

test('a certificate of six days that is renewed at a third of its life is never called short', () => {
  expect(between('2026-11-20T00:00:00Z', '2026-11-26T16:00:00Z').reason).toBe('enough')
  expect(between('2026-11-17T13:00:00Z', '2026-11-24T05:00:00Z').reason).toBe('soon')
})

test('a certificate that begins tomorrow is not valid yet', () => {
  expect(between('2026-11-24T00:00:00Z', '2027-02-24T00:00:00Z')).toMatchObject({ reason: 'not-yet', verdict: 'unmet' })
})

test('dates that cannot be read and a chain that is empty are unknown', () => {
  expect(between('ooit', 'ooit').verdict).toBe('unknown')
  expect(judgeWith(certificateLifetime, { tls: tls({ chain: [] }) }).verdict).toBe('unknown')
})

test('an authority between that ended or has yet to begin closes the site too; one beside the way does not', () => {
  const under = (problem: string | null, over: Parameters<typeof certificate>[0]) =>
    judgeWith(
      certificateLifetime,
      { tls: tls({ problem, chain: [certificate(), certificate({ subject: 'CN=Tussen', ...over })] }) },
      { at: '2026-11-23T12:00:00Z' },
    )
  expect(under('CERT_HAS_EXPIRED', { notAfter: '2026-11-18T00:00:00Z' })).toMatchObject({
    reason: 'chain-expired',
    verdict: 'unmet',
    seen: { until: '2026-11-18', name: 'CN=Tussen' },
  })
  expect(under('CERT_NOT_YET_VALID', { notBefore: '2026-11-25T00:00:00Z' })).toMatchObject({
    reason: 'chain-not-yet',
    verdict: 'unmet',
    seen: { from: '2026-11-25' },
  })
  expect(under(null, { notAfter: '2021-09-30T00:00:00Z' }).reason).toBe('enough')
  // Which one it is was not sent along: then who ended is not known.
  expect(under('CERT_HAS_EXPIRED', {}).verdict).toBe('unknown')
})
