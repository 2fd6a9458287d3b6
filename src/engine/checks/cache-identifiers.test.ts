/** Files that know their visitor again. */
import { expect, test } from 'vitest'
import { behaviour, HOST, judgeWith, LOADING, scriptsOn, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Behaviour } from '../../model/evidence.ts'
import { cacheIdentifiers } from './cache-identifiers.ts'

const lists = listsWith({
  owners: { 'merkt.example': { category: 'analytics' }, 'menstest.example': { category: 'captcha' } },
})
const judged = (tags: Behaviour['tags'], lacks = {}) =>
  judgeWith(
    cacheIdentifiers,
    { session: [scriptsOn('/')], behaviour: [sighting(behaviour({ tags, lacks }))] },
    { lists },
  )
const of = (host: string) => judged([{ host, url: `https://${host}/p.png` }])

test('whose file it is', () => {
  expect(of('merkt.example')).toMatchObject({ reason: 'found', verdict: 'unmet' })
  expect(of('menstest.example').reason).toBe('found')
  expect(of('onbekend.example')).toMatchObject({ reason: 'unknown-party', verdict: 'partly' })
  expect(of(HOST)).toMatchObject({ reason: 'own', verdict: 'partly' })
})

test('each of several is told', () => {
  const urls = ['https://merkt.example/p.png', 'https://onbekend.example/p.png']
  const tags = urls.map((url) => ({ host: new URL(url).hostname, url }))
  expect(judged(tags)).toMatchObject({ reason: 'found', seen: { hosts: 'merkt.example (Dienst)', details: urls } })
})

test('none, and not compared', () => {
  expect(judged([])).toMatchObject({ reason: 'none', verdict: 'met' })
  expect(judged([], LOADING).verdict).toBe('unknown')
  expect(judged(null)).toMatchObject({ reason: 'not-compared', verdict: 'unknown' })
})

test('who ran only beside the page on which two visitors were compared was not seen', () => {
  const pages = [`https://${HOST}/`, `https://${HOST}/diensten`]
  const judgedOn = (path: string) => {
    const session = [scriptsOn('/'), scriptsOn(path, ['merkt.example'])]
    return judgeWith(cacheIdentifiers, { session, behaviour: [sighting(behaviour({ pages }))] }, { lists })
  }
  expect(judgedOn('/diensten').verdict).toBe('unknown')
  expect(judgedOn('/').verdict).toBe('met')
})
