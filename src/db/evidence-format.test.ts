/** Old evidence is judged as it would be today. */
import { expect, test } from 'vitest'
import type { Evidence } from '../model/evidence.ts'
import { asToday } from './evidence-format.ts'

const old = (probe: string, value: object) =>
  ({
    format: 1,
    pages: [{ probe, page: 'https://www.x.test/', result: { seen: true, value } }],
  }) as unknown as Evidence
const lacksOf = (evidence: Evidence) => {
  const { result } = asToday(evidence).pages[0]!
  return result.seen ? result.value.lacks : undefined
}

test.each([
  ['a page that settled', old('session', { requests: [], settled: true, omitted: 0 }), {}],
  [
    'a page that was still loading',
    old('session', { requests: [], settled: false, omitted: 0 }),
    { content: ['loading'] },
  ],
  ['more requests than are kept', old('session', { requests: [], settled: true, omitted: 3 }), { requests: ['cut'] }],
  ['a frame that axe missed', old('axe', { framesMissed: 1 }), { barriers: ['frames'] }],
  ['every frame tested', old('axe', { framesMissed: 0 }), {}],
])('%s', (_what, evidence, lacks) => {
  expect(asToday(evidence).format).toBe(2)
  expect(lacksOf(evidence)).toMatchObject(lacks)
  if (Object.keys(lacks).length === 0) expect(lacksOf(evidence)).toEqual({})
})
test('what was not seen stays so, what is of today is as it is, and of later is refused', () => {
  const unseen = { format: 1, pages: [{ probe: 'session', result: { seen: false, why: 'timeout', detail: '' } }] }
  expect(asToday(unseen as unknown as Evidence).pages).toEqual(unseen.pages)
  const today = { format: 2, pages: [] } as unknown as Evidence
  expect(asToday(today)).toBe(today)
  expect(() => asToday({ format: 3, pages: [] } as unknown as Evidence)).toThrow(/vorm 3/)
})

test.each([
  ['http-error', 'status 404', 'gone'],
  ['http-error', 'status 410', 'gone'],
  ['http-error', 'status 200, title: Pagina niet gevonden', 'gone'],
  ['http-error', 'status 500', 'http-error'],
  ['http-error', 'status 503', 'http-error'],
  ['http-error', 'status 200, title: 503 Service Unavailable', 'http-error'],
  ['blocked', 'status 404', 'blocked'],
])('%s, %s: %s', (why, detail, now) => {
  const page = { probe: 'session', result: { seen: false, why, detail } }
  const [record] = asToday({ format: 1, pages: [page] } as unknown as Evidence).pages
  expect(record!.result).toEqual({ seen: false, why: now, detail })
})

test('an address as long as was kept may have been longer', () => {
  const url = (length: number) => `https://x.test/${'a'.repeat(length - 15)}`
  const record = asToday(old('session', { requests: [{ url: url(499) }, { url: url(500) }] })).pages[0]!
  expect(record.probe === 'session' && record.result.seen && record.result.value.requests).toEqual([
    { url: url(499) },
    { url: url(500), cut: true },
  ])
})
