/** Sign-ins: where the password goes, whether a manager may fill it in, and what only looks like one. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, session, sighting } from '../../../test/evidence.ts'
import type { Field, Form, Lacks, Link, Session } from '../../model/evidence.ts'
import { signIn } from './sign-in.ts'

const URL_ = `https://${HOST}/`
const secret = (autocomplete?: string): Field => ({
  name: 'wachtwoord',
  type: 'password',
  label: 'Wachtwoord',
  ...(autocomplete === undefined ? {} : { autocomplete }),
})
const user: Field = { name: 'gebruiker', type: 'text', label: 'Naam', autocomplete: 'username' }
const form = (over: Partial<Form> = {}): Form => ({
  action: `${URL_}inloggen`,
  method: 'post',
  fields: [user, secret('current-password')],
  selector: 'form',
  ...over,
})
const judged = (forms: readonly Form[], links: readonly Link[] = [], lacks: Lacks = {}) =>
  judgeWith(signIn, { session: [sighting(session({ finalUrl: URL_, forms, links, lacks }))] })

test.each([
  ['plain', 'unmet', form({ action: `http://${HOST}/inloggen` })],
  ['in-url', 'unmet', form({ method: 'get' })],
  ['kept-out', 'partly', form({ fields: [user, secret('off')] })],
  ['safe', 'met', form()],
  ['safe', 'met', form({ fields: [user, secret()] })],
  ['unclear', 'unknown', form({ method: 'get', action: URL_ })],
] as const)('a sign-in is %s: %s', (reason, verdict, one) => {
  expect(judged([one])).toMatchObject({ reason, verdict })
})
test('as where forms send to: what a script sends is unclear, and http that the page makes https is safe', () => {
  const at = (one: Form, over: Partial<Session>) =>
    judgeWith(signIn, { session: [sighting(session({ finalUrl: URL_, forms: [one], ...over }))] })
  const there = { finalUrl: `${URL_}inloggen?terug=/mijn` }
  expect(judged([form({ method: 'get', action: 'javascript:void(0)' })])).toMatchObject({ reason: 'unclear' })
  expect(at(form({ method: 'get' }), there)).toMatchObject({ reason: 'unclear' })
  expect(at(form({ method: 'get', action: `${URL_}#` }), there)).toMatchObject({ reason: 'unclear' })
  expect(at(form({ method: 'get', action: `${URL_}#veilig` }), there)).toMatchObject({ reason: 'in-url' })
  expect(at(form({ method: 'get', action: `${URL_}sessie` }), there)).toMatchObject({ reason: 'in-url' })
  const upgrade: Partial<Session> = { headers: [['content-security-policy', 'upgrade-insecure-requests']] }
  const plain = form({ action: `http://${HOST}/user/login` })
  expect(at(plain, upgrade)).toMatchObject({ reason: 'safe', verdict: 'met' })
  expect(at(plain, { headers: [['content-security-policy', "default-src 'self'"]] })).toMatchObject({ reason: 'plain' })
})
test('the worst of several is told', () => {
  expect(judged([form(), form({ fields: [user, secret('off')] })])).toMatchObject({ reason: 'kept-out' })
})
test('a new password is chosen without a manager filling in an old one', () => {
  expect(judged([form({ fields: [user, secret('off'), secret('off')] })])).toMatchObject({ reason: 'safe' })
  expect(judged([form({ fields: [user, secret('new-password')] })])).toMatchObject({ reason: 'safe' })
})
test('without a password, a way in that asks more is told', () => {
  const way = (text: string, href = `${URL_}mijn`) => judged([], [{ href, text }])
  expect(way('Inloggen met DigiD')).toMatchObject({ reason: 'strong', verdict: 'met' })
  expect(way('Sign in with a passkey')).toMatchObject({ reason: 'strong' })
  expect(way('Verder', 'https://mijn.digid.nl/')).toMatchObject({ reason: 'strong' })
  expect(way('Over DigiD')).toMatchObject({ reason: 'none', verdict: 'not-applicable' })
  expect(way('Inloggen met DigiD vernieuwd', `${URL_}nieuws/digid`)).toMatchObject({ reason: 'none' })
  expect(way('Inloggen zonder DigiD')).toMatchObject({ reason: 'none' })
  expect(way('Aanmelden voor de cursus Werken met DigiD')).toMatchObject({ reason: 'none' })
  expect(way('Aanmelden met DigiD')).toMatchObject({ reason: 'strong' })
  expect(way('Vacature: inloggen met DigiD bouwen')).toMatchObject({ reason: 'none' })
})
test('a form that asks no password is no sign-in, and half a page is no whole one', () => {
  expect(judged([form({ fields: [user], method: 'get' })])).toMatchObject({ reason: 'none' })
  expect(judged([], [], { content: ['cut'] })).toMatchObject({ verdict: 'unknown' })
  expect(judged([form()], [], { content: ['cut'] })).toMatchObject({ verdict: 'unknown' })
})

test('a password outside any form is a sign-in of which nobody sees how it is sent', () => {
  const loose = [{ ...secret(), drawn: true }]
  expect(judgeWith(signIn, { session: [sighting(session({ loose }))] })).toMatchObject({ reason: 'unclear' })
  expect(judgeWith(signIn, { session: [sighting(session({ loose: [{ ...secret(), drawn: false }] }))] })).toMatchObject(
    {
      reason: 'none',
    },
  )
})
