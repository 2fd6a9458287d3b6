/** Who records a visit, and who only listens or only reads. */
import { expect, test } from 'vitest'
import { behaviour, HOST, judgeWith, LOADING, request, scriptsOn, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Listening, Upload } from '../../model/evidence.ts'
import { sessionReplay } from './session-replay.ts'

const lists = listsWith({
  owners: { 'neemt-op.example': { category: 'analytics' }, 'leest-voor.example': { category: 'other' } },
})
const ALL: readonly Listening[] = ['keys', 'pointer', 'scroll']
const upload = (host: string, over: Partial<Upload> = {}): Upload => ({
  host,
  by: null,
  way: 'body',
  what: 'page-text',
  ...over,
})
const judged = (uploads: readonly Upload[], listens = ALL, script = 'cdn.neemt-op.example', asks: string[] = []) => {
  const scripts = [{ url: `https://${script}/a.js`, host: script, reads: [], listens, sent: true }]
  const requests = asks.map((host) => request({ url: `https://${host}/r.js` }))
  const seen = {
    session: [sighting(session({ requests }))],
    behaviour: [sighting(behaviour({ uploads, scripts }))],
  }
  return judgeWith(sessionReplay, seen, { lists })
}

test('the page or the path of the mouse, by whoever listens to three things', () => {
  expect(judged([upload('neemt-op.example')])).toMatchObject({ reason: 'found', verdict: 'unmet' })
  expect(judged([upload('neemt-op.example', { what: 'movements' })]).reason).toBe('found')
  // The script of one sends to another.
  const by = 'https://cdn.neemt-op.example/a.js'
  expect(judged([upload('onbekend.example', { by })])).toMatchObject({ reason: 'unknown-party', verdict: 'partly' })
  expect(judged([upload(HOST)], ALL, HOST)).toMatchObject({ reason: 'own', verdict: 'partly' })
})

test('a service that reads aloud, and one that listens and sends no page', () => {
  expect(judged([upload('leest-voor.example')])).toMatchObject({ reason: 'none', verdict: 'met' })
  expect(judged([upload('neemt-op.example')], ['keys', 'scroll']).reason).toBe('none')
  expect(judged([]).reason).toBe('none')
})

test('a maker of recorders that did not record, and a page that was not seen whole', () => {
  expect(judged([], [], HOST, ['script.hotjar.com'])).toMatchObject({ reason: 'vendor', verdict: 'partly' })
  const seen = { session: [sighting(session({ lacks: LOADING }))], behaviour: [sighting(behaviour())] }
  expect(judgeWith(sessionReplay, seen, { lists }).verdict).toBe('unknown')
})

test('who ran only on a page that was not watched may record there', () => {
  const on = (path: string) => [scriptsOn('/'), scriptsOn(path, ['neemt-op.example'])]
  const seen = (path: string) => ({ session: on(path), behaviour: [sighting(behaviour())] })
  expect(judgeWith(sessionReplay, seen('/diensten'), { lists }).verdict).toBe('unknown')
  expect(judgeWith(sessionReplay, seen('/'), { lists }).verdict).toBe('met')
})
