/** A number that goes to somebody else, and one that goes home. */
import { expect, test } from 'vitest'
import { behaviour, HOST, judgeWith, scriptsOn, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Behaviour } from '../../model/evidence.ts'
import { identifiersShared } from './identifiers-shared.ts'

const lists = listsWith({
  owners: {
    'groot.example': { category: 'analytics', country: 'US', company: 'Groot', parent: 'Groot' },
    'groot-reclame.example': { category: 'advertising', country: 'US', company: 'Reclame', parent: 'Groot' },
    'net.example': { category: 'advertising', country: 'US', company: 'Net', parent: 'Net' },
    'polder.example': { category: 'analytics', country: 'NL', company: 'Polder', parent: 'Polder' },
    'vraagt.example': { category: 'consent', company: 'Vraagt', parent: 'Vraagt' },
  },
})
const judged = (identifiers: Behaviour['identifiers']) =>
  judgeWith(
    identifiersShared,
    { session: [scriptsOn('/')], behaviour: [sighting(behaviour({ identifiers }))] },
    { lists },
  )
const shared = (host: string, ...to: string[]) =>
  judged([
    {
      place: 'cookie',
      host,
      name: '_ga',
      lasting: true,
      sentTo: to.map((each) => ({ host: each, by: null, way: 'address' })),
    },
  ])

test('the own number to another company, and from one company to the next', () => {
  expect(shared(HOST, 'groot.example')).toMatchObject({ reason: 'found', verdict: 'unmet', seen: { names: '_ga' } })
  expect(shared('net.example', 'groot-reclame.example').reason).toBe('found')
  expect(shared(HOST, 'onbekend.example')).toMatchObject({ reason: 'unknown-party', verdict: 'partly' })
  expect(shared(HOST, 'polder.example')).toMatchObject({ reason: 'measuring', verdict: 'partly' })
  expect(shared(HOST, 'polder.example', 'net.example').reason).toBe('found')
})

test('a number that goes to nobody, home, to the same company, or to who asks for consent', () => {
  expect(shared(HOST)).toMatchObject({ reason: 'none', verdict: 'met' })
  expect(shared('groot.example', 'groot-reclame.example').reason).toBe('none')
  expect(shared('net.example', HOST).reason).toBe('none')
  expect(shared(HOST, 'vraagt.example').reason).toBe('none')
  expect(judged(null)).toMatchObject({ reason: 'not-compared', verdict: 'unknown' })
})

test('who ran only beside the page on which two visitors were compared was not seen', () => {
  const pages = [`https://${HOST}/`, `https://${HOST}/diensten`]
  const judgedOn = (path: string) => {
    const session = [scriptsOn('/'), scriptsOn(path, ['meet.example'])]
    return judgeWith(identifiersShared, { session, behaviour: [sighting(behaviour({ pages }))] }, { lists })
  }
  expect(judgedOn('/diensten').verdict).toBe('unknown')
  expect(judgedOn('/').verdict).toBe('met')
})
