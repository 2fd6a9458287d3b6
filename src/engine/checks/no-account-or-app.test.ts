/**
 * Whether sites that need an app, an account or social media trip, and ordinary sites with those beside them do not.
 */
import { expect, test } from 'vitest'
import { judgeWith, session, sighting } from '../../../test/evidence.ts'
import type { PageRole, Session } from '../../model/evidence.ts'
import { noAccountOrApp } from './no-account-or-app.ts'

const words = 'Welkom bij onze bakkerij aan de gracht. '.repeat(10)
const page = (over: Partial<Session> = {}, role: PageRole = 'landing') => {
  const url = `https://www.voorbeeld.nl/${role === 'landing' ? '' : role}`
  const text = over.text ?? words
  return sighting(session({ url, finalUrl: url, text, textLength: text.length, ...over }), { role, page: url })
}
const judge = (...pages: ReturnType<typeof page>[]) => judgeWith(noAccountOrApp, { session: pages })
const login = {
  action: '/login',
  method: 'post',
  selector: 'form',
  fields: [
    { name: 'u', type: 'text', label: '' },
    { name: 'p', type: 'password', label: '' },
  ],
}
const facebook = { href: 'https://www.facebook.com/voorbeeld', text: 'Facebook' }
const tel = { href: 'tel:0715165000', text: 'Bel' }

test('an ordinary site is met, also with an app, a customer login and social media beside it', () => {
  expect(judge(page())).toMatchObject({ reason: 'open', verdict: 'met' })
  const both = `${words} Download onze app! Volg ons op Facebook. Bestellen kan ook via onze app.`
  expect(judge(page({ text: both, links: [facebook] })).reason).toBe('open')
  expect(judge(page({ text: words.repeat(3), forms: [login] })).reason).toBe('open')
  expect(
    judge(page({ text: `${words} Wij zijn er niet alleen via social media, maar ook in de winkel.` })).reason,
  ).toBe('open')
})
test.each([
  'Bestellen kan alleen via onze app.',
  'Kaartjes zijn uitsluitend te koop via de FestivalPas app',
  'Download onze app om te bestellen',
])('"%s" without another way is partly', (line) => {
  expect(judge(page({ text: `${words} ${line}` }))).toMatchObject({ reason: 'app-only', verdict: 'partly' })
})
test('the same words beside a telephone number are met', () => {
  expect(judge(page({ text: `${words} Bestellen kan alleen via onze app.`, links: [tel] })).reason).toBe('open')
})
test('only reachable through social media is partly, and the words are shown', () => {
  const answer = judge(page({ text: `${words} Wij zijn alleen bereikbaar via Instagram.`, links: [facebook] }))
  expect(answer).toMatchObject({ reason: 'social-only', verdict: 'partly' })
  expect((answer.seen['details'] as string[])[0]).toContain('alleen bereikbaar via Instagram')
})
test('social links alone prove nothing', () => {
  expect(judge(page({ links: [facebook] })).reason).toBe('open')
})
test('an address that leads to a social medium is partly', () => {
  expect(judge(page({ finalUrl: 'https://www.facebook.com/voorbeeld' }))).toMatchObject({
    reason: 'social-only',
    verdict: 'partly',
  })
})
test('a news page that ends at a login is partly; a page of an account is not', () => {
  const wall = { finalUrl: 'https://www.voorbeeld.nl/login', text: 'Log in', forms: [login] }
  expect(judge(page(), page(wall, 'news'))).toMatchObject({ reason: 'login-page', verdict: 'partly' })
  expect(judge(page(), page(wall, 'other')).reason).toBe('open')
  // A short page with a login of its own, at its own address.
  expect(judge(page(), page({ text: 'Zoeken', forms: [login] }, 'search')).reason).toBe('open')
})
test('a portal that opens with a login is unknown', () => {
  expect(judge(page({ text: 'Mijn omgeving. Log in', forms: [login] }))).toMatchObject({
    reason: 'portal',
    verdict: 'unknown',
  })
})
test('a club that has its login on the front page is no portal when its other pages can be read', () => {
  const front = page({ text: 'Voetbalclub. Log in voor leden.', forms: [login] })
  expect(judge(front, page({ forms: [login] }, 'news')).reason).toBe('portal')
  expect(judge(front, page({ text: 'Privacy' }, 'other')).reason).toBe('portal')
  const club = page({ text: words.slice(0, 400), forms: [login] })
  expect(judge(club, page({}, 'news'))).toMatchObject({ reason: 'open', verdict: 'met' })
})
test('a thin or unseen landing page is unknown', () => {
  expect(judge(page({ text: 'Welkom' }))).toMatchObject({ reason: 'thin', verdict: 'unknown' })
  expect(judge(page({}, 'contact')).reason).toBe('thin')
})
test('a page of two hundred characters can be judged, one of six hundred with a login is no wall', () => {
  expect(judge(page({ text: 'x'.repeat(199) })).reason).toBe('thin')
  expect(judge(page({ text: 'x'.repeat(200) })).reason).toBe('open')
  expect(judge(page({ text: 'x'.repeat(599), forms: [login] })).reason).toBe('portal')
  expect(judge(page({ text: 'x'.repeat(600), forms: [login] })).reason).toBe('open')
  const search = { ...login, fields: [{ name: 'q', type: 'search', label: '' }] }
  expect(judge(page({ text: 'x'.repeat(300), forms: [search] })).reason).toBe('open')
})
