/** What earlier evidence says by today's rules, and when nothing seen today may be held beside it. */
import { expect, test } from 'vitest'
import { axe, HOST } from '../../test/evidence.ts'
import type { Evidence, PageRecord } from '../model/evidence.ts'
import type { Catalogue } from '../model/norm.ts'
import type { Lists } from '../model/lists.ts'
import type { AnyCheck } from '../model/check.ts'
import { barriersSince, judgeAgain } from './again.ts'
import { shown } from './reading/claims.ts'
import { LEIDRAAD, versions } from './versions.ts'

const of = (needs: object) =>
  ({ id: 'c', needs, reasons: { bad: shown('unmet') }, judge: () => ({ reason: 'bad' }) }) as unknown as AnyCheck
const criterion = (check: string) => ({
  id: `N.${check}`,
  subjects: ['website'],
  onlyPublicBodies: false,
  means: { by: 'check', check, options: {} },
})
const rules = {
  lists: {} as Lists,
  checks: new Map([
    ['axe', of({ axe: ['before-consent'] })],
    ['http', of({ http: true })],
  ]),
  catalogue: { norms: [{ id: 'N', criteria: [criterion('axe'), criterion('http')] }] } as unknown as Catalogue,
}
const seenBy = (who: Readonly<Record<string, string>>) => {
  const evidence = { ended: '2026-11-23T10:00:00Z', versions: who, host: [], pages: [] } as unknown as Evidence
  const all = judgeAgain(evidence, { kind: 'website', address: 'www.x.test', publicBody: false }, rules)
  return { axe: all.get('N.axe')?.comparable, http: all.get('N.http')?.comparable }
}
const now = { ...versions(), leidraad: LEIDRAAD }

test.each([
  ['the same program', now, { axe: true, http: true }],
  ['a later one', { ...now, leidraad: '2027.1.0' }, { axe: true, http: true }],
  ['one with a longer number', { ...now, leidraad: '2026.11.10' }, { axe: true, http: true }],
  ['one that looked otherwise', { ...now, leidraad: '2026.11.1' }, { axe: false, http: false }],
  ['the same with another axe', { ...now, axe: '4.0.0' }, { axe: false, http: true }],
  ['one that did not say', {}, { axe: false, http: false }],
])('%s', (_, who, comparable) => {
  expect(seenBy(who)).toEqual(comparable)
})

test('barriers are held beside those of before per criterion, where both were looked at as we look now', () => {
  const pictures = { norms: [{ id: 'N', criteria: [criterion('axe-1.1.1'), criterion('axe-1.4.3')] }] }
  const on = (marks: Readonly<Record<string, number>>, who: Evidence['versions'] = now): Evidence => ({
    ...({ format: 2, host: [], versions: who } as unknown as Evidence),
    pages: [
      {
        probe: 'axe',
        page: `https://${HOST}/`,
        role: 'landing',
        phase: 'before-consent',
        profile: 'desktop',
        at: '',
        result: {
          seen: true,
          value: axe({
            violations: [
              { rule: 'image-alt', tags: ['wcag2a', 'wcag111'], impact: null, help: '', count: 2, marks, nodes: [] },
            ],
          }),
        },
      } as PageRecord,
    ],
  })
  const told = (before: Evidence, after: Evidence) =>
    Object.fromEntries(barriersSince(before, after, { catalogue: pictures as unknown as Catalogue }))
  expect(told(on({ a: 1, b: 1 }), on({ b: 1, c: 1 }))).toEqual({ 'N.axe-1.1.1': { same: 1, fresh: 1, gone: 1 } })
  expect(told(on({ a: 2 }, { ...now, axe: '4.0.0' }), on({ b: 2 }))).toEqual({})
  expect(told(on({ a: 2 }), on({ b: 2 }, { ...now, leidraad: '2026.11.1' }))).toEqual({})
})
