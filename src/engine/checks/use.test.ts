/** What a trial came to, and how sure it may be told. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, sighting, use } from '../../../test/evidence.ts'
import type { Tried, Use } from '../../model/evidence.ts'
import { useChecks } from './use.ts'

const check = (kind: string) => useChecks.find(({ id }) => id === `use-${kind}`)!
const tried = (count: number, looked = 10): Tried => ({
  looked,
  count,
  spots: Array.from({ length: count }, (_, at) => ({
    target: `p:nth-of-type(${at + 1})`,
    html: '<p>x',
    said: '900 px',
    mark: 'ab',
  })),
  marks: count > 0 ? { ab: count } : {},
})
const on = (...pages: readonly Partial<Use>[]) => ({
  use: pages.map((page, at) => sighting(use(page), { page: `https://${HOST}/${at}` })),
})

test.each([
  ['reflow', 'unmet'],
  ['spacing', 'unmet'],
  ['zoom', 'unmet'],
  ['keyboard', 'partly'],
  ['orientation', 'partly'],
  ['motion', 'partly'],
  ['groups', 'partly'],
  ['focus', 'unknown'],
  ['order', 'unknown'],
  ['captions', 'unknown'],
  ['sound', 'unknown'],
])('%s that is found is %s', (kind, verdict) => {
  const answer = judgeWith(check(kind), on({ tried: { [kind]: tried(2) } }))
  expect(answer).toMatchObject({ reason: 'found', verdict, seen: { pages: 1, elements: 2, looked: 10 } })
  expect(answer.seen['details']).toEqual([
    `https://${HOST}/0 · 900 px · p:nth-of-type(1) · <p>x`,
    `https://${HOST}/0 · 900 px · p:nth-of-type(2) · <p>x`,
  ])
})

test('no trial that a person has to look at, or that is only probable, is ever firm', () => {
  const firm = useChecks.filter(({ reasons }) => typeof reasons.found === 'object' && reasons.found.verdict === 'unmet')
  expect(firm.map(({ id }) => id)).toEqual(['use-reflow', 'use-spacing', 'use-zoom'])
})

test('nothing found is only said of what was tried on each page and seen whole', () => {
  const none = { tried: { zoom: tried(0) } }
  expect(judgeWith(check('zoom'), on(none))).toMatchObject({ reason: 'none-found', verdict: 'met' })
  expect(judgeWith(check('zoom'), on(none, {}))).toMatchObject({ reason: 'not-tried', verdict: 'unknown' })
  expect(judgeWith(check('zoom'), on({ ...none, lacks: { barriers: ['withheld'] } }))).toMatchObject({
    reason: 'half-seen.withheld',
    verdict: 'unknown',
  })
  expect(judgeWith(check('zoom'), on({ tried: { zoom: tried(0, 0) } }))).toMatchObject({
    reason: 'nothing-to-try',
    verdict: 'not-applicable',
  })
})

test('a criterion of WCAG is named where it is failed, and not where one way to fail it was not found', () => {
  expect(judgeWith(check('headings'), on({ tried: { headings: tried(1) } })).seen).toMatchObject({ criterion: '1.3.1' })
  const none = judgeWith(check('headings'), on({ tried: { headings: tried(0) } }))
  expect(none).toMatchObject({ reason: 'none-found' })
  expect(none.seen).not.toHaveProperty('criterion')
})

test('what was found stands though another page could not be tried', () => {
  expect(judgeWith(check('reflow'), on({ tried: { reflow: tried(1) } }, {}))).toMatchObject({ verdict: 'unmet' })
})
