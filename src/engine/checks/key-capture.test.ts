/** What was typed and went out, and to whom it may. */
import { expect, test } from 'vitest'
import { behaviour, HOST, judgeWith, LOADING, scriptsOn, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Behaviour, Form, TypedLeak } from '../../model/evidence.ts'
import { keyCapture } from './key-capture.ts'

const lists = listsWith({
  owners: {
    'leest.example': { category: 'advertising' },
    'kassa.example': { category: 'payment' },
    'kaart.example': { category: 'maps' },
    'formulier.example': { category: 'forms' },
    'ruimte.example': { category: 'hosting' },
  },
})
const leak = (host: string, over: Partial<TypedLeak> = {}): TypedLeak => ({
  host,
  by: null,
  way: 'body',
  coding: 'sha256',
  field: 'email',
  ...over,
})
const form = (type: string, name: string): Form => ({
  action: `https://${HOST}/`,
  method: 'post',
  selector: 'form',
  fields: [{ name, type, label: '' }],
})
const judged = (typed: Behaviour['typed'], forms: readonly Form[] = [form('email', 'mail')], lacks = {}) =>
  judgeWith(
    keyCapture,
    { session: [sighting(session({ forms }))], behaviour: [sighting(behaviour({ typed, lacks }))] },
    { lists },
  )
const leaks = (...all: TypedLeak[]) => judged({ fields: 2, leaks: all })

test('text that another company has before it was sent', () => {
  expect(leaks(leak('leest.example'))).toMatchObject({ reason: 'found', verdict: 'unmet', seen: { count: 2 } })
  expect(leaks(leak('onbekend.example'))).toMatchObject({ reason: 'unknown-party', verdict: 'partly' })
  // An own service in rented room: not the provider's.
  expect(leaks(leak('api-ziekenhuis.ruimte.example'))).toMatchObject({ reason: 'unknown-party', verdict: 'partly' })
  expect(leaks(leak(HOST), leak('kassa.example'), leak('leest.example')).reason).toBe('found')
})

test('a draft on the own server, and services that look up or keep', () => {
  expect(leaks()).toMatchObject({ reason: 'none', verdict: 'met' })
  expect(leaks(leak(`formulieren.${HOST.slice(4)}`))).toMatchObject({ reason: 'own', verdict: 'met' })
  for (const host of ['kassa.example', 'kaart.example', 'formulier.example'])
    expect(leaks(leak(host))).toMatchObject({ reason: 'serving', verdict: 'met' })
})

test('no form is not applicable; one in which we could not type is not known; one for searching is none', () => {
  expect(judged(null, [])).toMatchObject({ reason: 'no-form', verdict: 'not-applicable' })
  expect(judged(null, [form('search', 'q'), form('password', 'geheim')]).reason).toBe('no-form')
  expect(judged(null)).toMatchObject({ reason: 'not-typed', verdict: 'unknown' })
  const loose = [{ name: 'mail', type: 'email', label: '', drawn: true }]
  const pages = { session: [sighting(session({ loose }))], behaviour: [sighting(behaviour({ typed: null }))] }
  expect(judgeWith(keyCapture, pages, { lists }).reason).toBe('half-seen.loose-fields')
  expect(judged({ fields: 2, leaks: [] }, [], LOADING).verdict).toBe('unknown')
})

test('who ran only at a form in which nothing was typed may read there', () => {
  const forms = [form('email', 'mail')]
  const judgedOn = (...session: ReturnType<typeof scriptsOn>[]) =>
    judgeWith(keyCapture, { session, behaviour: [sighting(behaviour())] }, { lists })
  expect(judgedOn(scriptsOn('/', [], forms), scriptsOn('/offerte', ['leest.example'], forms)).verdict).toBe('unknown')
  // Without a form there is nothing to read, and on the first page it was watched.
  expect(judgedOn(scriptsOn('/', [], forms), scriptsOn('/kaart', ['leest.example'])).verdict).toBe('met')
  const both = [scriptsOn('/', ['leest.example'], forms), scriptsOn('/offerte', ['leest.example'], forms)]
  expect(judgedOn(...both).verdict).toBe('met')
})
