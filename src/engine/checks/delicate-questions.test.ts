/** Scripts of others beside what should be between two: who, beside what, and when it cannot be told. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, LOADING, request, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Form, Request, Session } from '../../model/evidence.ts'
import { delicateQuestions } from './delicate-questions.ts'

const lists = listsWith({
  owners: {
    'reclame.example': { category: 'advertising' },
    'telt.example': { category: 'analytics' },
    'robots.example': { category: 'captcha' },
    'formulier.example': { category: 'forms' },
  },
  trackers: ['reclame.example', 'telt.example'],
})
const page = `https://${HOST}/`
const form = (label: string, over: Partial<Form> = {}): Form => ({
  action: page,
  method: 'post',
  selector: 'form',
  fields: [{ name: 'veld', type: 'text', label }],
  ...over,
})
const script = (host: string, over: Partial<Request> = {}) =>
  request({ url: `https://${host}/a.js`, host, type: 'script', frame: page, outcome: 'answered', ...over })
const judged = (label: string, requests: Request[], over: Partial<Session> = {}) =>
  judgeWith(
    delicateQuestions,
    {
      session: [sighting(session({ forms: [form(label)], requests: [request({ url: page }), ...requests], ...over }))],
    },
    { lists },
  )
const MEDICINE = 'Welke medicijnen gebruikt u?'

test('an advertiser beside a question about health', () => {
  expect(judged(MEDICINE, [script('cdn.reclame.example')])).toMatchObject({
    reason: 'followers',
    verdict: 'unmet',
    seen: { count: 1, fields: MEDICINE, hosts: 'cdn.reclame.example (Dienst)' },
  })
})

test('beside money or children it is less', () => {
  expect(judged('IBAN', [script('reclame.example')])).toMatchObject({ reason: 'near', verdict: 'partly' })
})

test('who counts visits, and who is known to nobody', () => {
  expect(judged('BSN', [script('telt.example')])).toMatchObject({ reason: 'others', verdict: 'partly' })
  expect(judged('BSN', [script('iemand.example')]).seen).toMatchObject({ hosts: 'iemand.example' })
})

test.each<[string, Request[], Partial<Session>]>([
  ['nobody else', [], {}],
  ['the own subdomain', [script(`cdn.${HOST.slice(4)}`)], {}],
  ['a check for robots and who makes the form', [script('robots.example'), script('formulier.example')], {}],
  ['a script inside a frame of another site', [script('reclame.example', { frame: 'https://film.example/x' })], {}],
  ['a picture', [script('reclame.example', { type: 'image' })], {}],
  ['one that the policy of the page kept', [script('reclame.example', { outcome: 'blocked' })], {}],
  [
    'one that the browser held back',
    [script('reclame.example', { status: null, failed: 'net::ERR_BLOCKED_BY_ORB' })],
    {},
  ],
  ['a file that is not there', [script('iemand.example', { status: 404 })], {}],
  [
    'a file with its fingerprint',
    [script('iemand.example')],
    { scripts: [{ src: 'https://iemand.example/a.js', integrity: `sha384-${'a'.repeat(64)}`, selector: 'script' }] },
  ],
])('%s is no reader', (_, requests, over) => {
  expect(judged(MEDICINE, requests, over)).toMatchObject({ reason: 'alone', verdict: 'met' })
})

test('an advertiser with a fingerprint still is one', () => {
  const scripts = [{ src: 'https://telt.example/a.js', integrity: `sha384-${'a'.repeat(64)}`, selector: 'script' }]
  expect(judged('BSN', [script('telt.example')], { scripts }).reason).toBe('others')
})

test('no such question is not applicable; and of a page that still loads nothing is certain', () => {
  expect(judged('Uw vraag', [script('reclame.example')])).toMatchObject({ reason: 'none', verdict: 'not-applicable' })
  expect(judged(MEDICINE, [], { lacks: LOADING }).verdict).toBe('unknown')
})

test('what cannot be told is unknown: a frame without address, a request that may have left, a frame apart', () => {
  expect(judged(MEDICINE, [script('reclame.example', { frame: 'about:srcdoc' })]).verdict).toBe('unknown')
  expect(judged(MEDICINE, [script('reclame.example', { outcome: 'unclear' })]).verdict).toBe('unknown')
  const sent = script('reclame.example', { outcome: 'sent', status: null })
  expect(judged(MEDICINE, [sent])).toMatchObject({ reason: 'half-seen.unclear-request' })
  expect(judged(MEDICINE, [script('reclame.example', { status: 304 })]).reason).toBe('followers')
  const frames = [
    { url: page, title: null },
    { url: `https://formulieren.${HOST.slice(4)}/`, title: null },
  ]
  expect(judged(MEDICINE, [script('reclame.example')], { frames })).toMatchObject({ reason: 'unclear' })
})

test('an empty frame keeps no form apart', () => {
  const frames = [{ url: 'about:blank', title: null }]
  expect(judged(MEDICINE, [script('reclame.example')], { frames })).toMatchObject({ reason: 'followers' })
})

test('a message in which nothing delicate may stand is no question for it', () => {
  const told = form('Uw bericht (vul hier geen BSN of medische gegevens in)')
  const forms = [{ ...told, fields: told.fields.map((field) => ({ ...field, type: 'textarea' })) }]
  expect(judged('', [script('reclame.example')], { forms })).toMatchObject({ reason: 'none' })
})

test('of two pages the worst is told, with its own questions', () => {
  const two = [
    session({ forms: [form('IBAN')], requests: [script('iemand.example')] }),
    session({ url: `${page}recept`, forms: [form('Recept nummer')], requests: [script('reclame.example')] }),
  ].map((each) => sighting(each))
  expect(judgeWith(delicateQuestions, { session: two }, { lists })).toMatchObject({
    reason: 'followers',
    seen: { count: 1, fields: 'Recept nummer' },
  })
})

test('outside a form a question to somebody counts, and any other field leaves it unknown', () => {
  const loose = (label: string, type = 'text') => [{ name: '', type, label, drawn: true }]
  const scripts = [script('reclame.example')]
  expect(judged('Naam', scripts, { loose: loose(MEDICINE) })).toMatchObject({ reason: 'followers' })
  expect(judged('Naam', scripts, { loose: loose('BSN') })).toMatchObject({ reason: 'half-seen.loose-fields' })
  expect(judged('Naam', scripts, { loose: loose('Zoeken', 'search') })).toMatchObject({ reason: 'none' })
})

test('a choice is told by what its group asks', () => {
  const fields = ['Ja', 'Nee'].map((label) => ({ name: 'q', type: 'radio', label, about: MEDICINE }))
  expect(judged('', [script('reclame.example')], { forms: [form('', { fields })] })).toMatchObject({
    reason: 'followers',
    seen: { fields: MEDICINE },
  })
})
