/** Scripts that read a device, and those that only look at their own work. */
import { expect, test } from 'vitest'
import { behaviour, HOST, judgeWith, LOADING, scriptsOn, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { ScriptDeeds } from '../../model/evidence.ts'
import { fingerprinting } from './fingerprinting.ts'

const lists = listsWith({
  trackers: ['volger.example'],
  owners: { 'kijkt.example': { category: 'advertising' }, 'menstest.example': { category: 'captcha' } },
})
const script = (host: string, over: Partial<ScriptDeeds> = {}): ScriptDeeds => ({
  url: `https://${host}/a.js`,
  host,
  reads: ['canvas'],
  listens: [],
  sent: true,
  ...over,
})
const judged = (scripts: readonly ScriptDeeds[], lacks = {}, session = [scriptsOn('/')]) =>
  judgeWith(fingerprinting, { session, behaviour: [sighting(behaviour({ scripts, lacks }))] }, { lists })

test('a drawing that is read back, or three other things, and something sent', () => {
  expect(judged([script('kijkt.example')])).toMatchObject({ reason: 'found', verdict: 'unmet' })
  expect(judged([script('volger.example')]).reason).toBe('found')
  expect(judged([script('kijkt.example', { reads: ['audio', 'fonts', 'webgl'] })]).reason).toBe('found')
  expect(judged([script('kijkt.example', { reads: ['fonts', 'system'] })]).reason).toBe('found')
  expect(judged([script('kijkt.example', { reads: ['audio', 'webgl'] })]).reason).toBe('found')
  expect(judged([script('onbekend.example')])).toMatchObject({ reason: 'unknown-party', verdict: 'partly' })
  expect(judged([script(HOST)])).toMatchObject({ reason: 'own', verdict: 'partly' })
})

test('what reads less, or sends nothing, or serves the visitor', () => {
  expect(judged([])).toMatchObject({ reason: 'none', verdict: 'met', seen: { pages: 1 } })
  expect(judged([script('kijkt.example', { sent: false })]).reason).toBe('none')
  expect(judged([script('kijkt.example', { reads: ['webgl'] })]).reason).toBe('none')
  expect(judged([script('kijkt.example', { reads: ['system', 'webgl'], listens: ['keys'] })]).reason).toBe('none')
  expect(judged([script('menstest.example')])).toMatchObject({ reason: 'serving', verdict: 'met' })
})

test('fonts or a sound and nothing else may be an editor: it is not known', () => {
  for (const reads of [['fonts'], ['audio']] as const) {
    expect(judged([script('kijkt.example', { reads })])).toMatchObject({ reason: 'alone', verdict: 'unknown' })
    expect(judged([script('kijkt.example', { reads, sent: false })]).reason).toBe('none')
    expect(judged([script('menstest.example', { reads })]).reason).toBe('none')
  }
  // Beside one that is sure, that one is told.
  expect(judged([script('kijkt.example'), script('onbekend.example', { reads: ['fonts'] })]).reason).toBe('found')
})

test('half seen is not clean, and found stays found', () => {
  expect(judged([], LOADING).verdict).toBe('unknown')
  expect(judged([script('kijkt.example')], LOADING).verdict).toBe('unmet')
})

test('who ran only on a page that was not watched was not seen; found stays found', () => {
  const pages = [scriptsOn('/', ['menstest.example']), scriptsOn('/diensten', ['kijkt.example'])]
  expect(judged([], {}, pages)).toMatchObject({ reason: 'half-seen.page-unseen', verdict: 'unknown' })
  expect(judged([script('menstest.example')], {}, pages).verdict).toBe('unknown')
  expect(judged([script('volger.example')], {}, pages).verdict).toBe('unmet')
  // It ran on the first page as well, it serves the visitor, or it is the site's own.
  const elsewhere = (...hosts: string[]) => [scriptsOn('/', ['x.kijkt.example']), scriptsOn('/diensten', hosts)]
  for (const host of ['kijkt.example', 'menstest.example', HOST])
    expect(judged([], {}, elsewhere(host)).verdict).toBe('met')
})
