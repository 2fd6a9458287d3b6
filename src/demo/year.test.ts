/** Evidence of a year ago: every moment in it is a year earlier, and nothing else is another. */
import { expect, test } from 'vitest'
import { AT, certificate, http, session } from '../../test/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import { yearEarlier } from './year.ts'

const evidence = {
  format: 2,
  subject: { kind: 'website', address: 'www.bakker.nl' },
  begun: AT,
  ended: '2024-03-01T00:30:00Z',
  versions: { leidraad: '2026.11.2', browser: '131.0.2026.11' },
  host: [
    {
      probe: 'http',
      at: AT,
      result: {
        seen: true,
        value: http({ headers: [['date', 'Sun, 29 Nov 2026 06:13:10 GMT']] as never, host: 'www.bakker.nl' }),
      },
    },
    {
      probe: 'tls',
      at: AT,
      result: { seen: true, value: { chain: [certificate({ notAfter: '2027-02-07T06:11:44.000Z' })] } },
    },
    {
      probe: 'statements',
      at: AT,
      result: { seen: true, value: { text: 'Expires: 2027-05-28T06:11:44Z\nOpgesteld in 2026, versie 2026-11.' } },
    },
  ],
  pages: [{ probe: 'session', at: AT, result: { seen: true, value: session({ text: 'Open tot 29 november 2026' }) } }],
} as unknown as Evidence

test('every moment is a year earlier, of the visit, of a server, of a certificate and in a file', () => {
  const then = yearEarlier(evidence)
  const text = JSON.stringify(then)
  expect(then.begun).toBe('2025-11-23T12:00:00Z')
  // A year is 365 days, also over a leap day.
  expect(then.ended).toBe('2023-03-02T00:30:00Z')
  expect(text).toContain('Sat, 29 Nov 2025 06:13:10 GMT')
  expect(text).toContain('2026-02-07T06:11:44.000Z')
  expect(text).toContain('Expires: 2026-05-28T06:11:44Z')
})

test('what is no moment stays: versions, days and words', () => {
  const then = yearEarlier(evidence)
  expect(then.versions).toEqual(evidence.versions)
  expect(JSON.stringify(then)).toContain('Opgesteld in 2026, versie 2026-11.')
  expect(JSON.stringify(then)).toContain('Open tot 29 november 2026')
  expect(yearEarlier({ ...evidence, host: [], pages: [] })).toMatchObject({ subject: evidence.subject, host: [] })
})
