/** A number of one's own, and what every visitor gets alike. */
import { expect, test } from 'vitest'
import { behaviour, HOST, judgeWith, LOADING, scriptsOn, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Behaviour, Identifier } from '../../model/evidence.ts'
import { unlistedTrackers } from './unlisted-trackers.ts'

const lists = listsWith({
  trackers: ['volger.example'],
  owners: { 'film.example': { category: 'video' }, 'vraagt.example': { category: 'consent' } },
})
const number = (host: string, over: Partial<Identifier> = {}): Identifier => ({
  place: 'cookie',
  host,
  name: 'bezoeker',
  lasting: true,
  sentTo: [],
  ...over,
})
const judged = (identifiers: Behaviour['identifiers'], lacks = {}) =>
  judgeWith(
    unlistedTrackers,
    { session: [scriptsOn('/')], behaviour: [sighting(behaviour({ identifiers, lacks }))] },
    { lists },
  )

test('a number that another company keeps for a month', () => {
  expect(judged([number('film.example')])).toMatchObject({
    reason: 'found',
    verdict: 'unmet',
    seen: { names: 'bezoeker' },
  })
  expect(judged([number('onbekend.example')])).toMatchObject({ reason: 'unknown-party', verdict: 'partly' })
})

test('who is no company that we know is told beside one that is', () => {
  expect(judged([number('film.example'), number('onbekend.example'), number(HOST)])).toMatchObject({
    reason: 'found',
    seen: {
      hosts: 'film.example (Dienst)',
      details: ['cookie: bezoeker (film.example (Dienst))', 'cookie: bezoeker (onbekend.example)'],
    },
  })
})

test('the site itself, what ends with the visit, who serves, and who is on the list', () => {
  for (const one of [
    number(HOST),
    number('film.example', { lasting: false }),
    number('vraagt.example'),
    number('volger.example'),
  ])
    expect(judged([one])).toMatchObject({ reason: 'none', verdict: 'met' })
})

test('without a second visitor nothing is known', () => {
  expect(judged(null)).toMatchObject({ reason: 'not-compared', verdict: 'unknown' })
  expect(judged([], LOADING).verdict).toBe('unknown')
})

test('who ran only beside the page on which two visitors were compared was not seen', () => {
  const pages = [`https://${HOST}/`, `https://${HOST}/diensten`]
  const judgedOn = (path: string) => {
    const session = [scriptsOn('/'), scriptsOn(path, ['film.example'])]
    return judgeWith(unlistedTrackers, { session, behaviour: [sighting(behaviour({ pages }))] }, { lists })
  }
  expect(judgedOn('/diensten').verdict).toBe('unknown')
  expect(judgedOn('/').verdict).toBe('met')
})
