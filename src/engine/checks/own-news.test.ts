/** Whether news can be followed without social media. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { HOST, judgeWith, LOADING, session, sighting } from '../../../test/evidence.ts'
import type { Session } from '../../model/evidence.ts'
import { ownNews } from './own-news.ts'

const judged = (over: Partial<Session>) => judgeWith(ownNews, { session: [sighting(session(over))] })
const link = (text: string, href = '/x') => [{ text, href: new URL(href, `https://${HOST}/`).href }]
const FACEBOOK = link('Facebook', 'https://www.facebook.com/anker')

test('a feed, a page of news or a letter is met', () => {
  expect(judged({ feeds: [`https://${HOST}/feed.xml`] })).toMatchObject({ reason: 'feed', verdict: 'met' })
  expect(judged({ links: link('RSS') }).reason).toBe('feed')
  for (const text of ['Nieuws', 'Nieuwsbrief', 'Actueel', 'Agenda', 'Blog', 'Newsletter'])
    expect(judged({ links: link(text) })).toMatchObject({ reason: 'news', verdict: 'met' })
  expect(judged({ links: link('Nieuws', 'https://www.krant.example/nieuws') }).reason).toBe('none')
})
test('a feed of what visitors write is none of news', () => {
  const comments = [`https://${HOST}/comments/feed/`, `https://${HOST}/?feed=comments-rss2`]
  expect(judged({ feeds: comments })).toMatchObject({ reason: 'none' })
  expect(judged({ feeds: [...comments, `https://${HOST}/feed/`] })).toMatchObject({ reason: 'feed' })
})
test.each([
  'Volg ons op Facebook voor het laatste nieuws.',
  'Volg ons op Instagram voor acties en aanbiedingen.',
  'Kijk op onze Facebook voor de actuele openingstijden.',
  'Het laatste nieuws staat op Facebook.',
  'Ons weekmenu vindt u op Instagram.',
  'Hou onze Facebook in de gaten voor afgelastingen.',
  'Follow us on Instagram for news.',
])('social only: %s', (text) => {
  expect(judged({ text, links: FACEBOOK })).toMatchObject({ reason: 'social-only', verdict: 'partly' })
  expect(judged({ text, links: [...FACEBOOK, ...link('Nieuws')] }).verdict).toBe('met')
  expect(judged({ text, links: FACEBOOK, lacks: LOADING }).verdict).toBe('unknown')
})
test.each([
  'Volg ons op Facebook.',
  'Deel dit op Facebook.',
  'Like onze pagina op Facebook!',
  'Foto’s staan op Instagram.',
  'Wij zitten ook op LinkedIn.',
  'Vind ons leuk op Facebook',
  'Facebook, Instagram, YouTube',
  'Stuur ons een bericht via WhatsApp.',
  'Beoordeel ons op Google.',
  'Het nieuws van acht uur. Facebook is een bedrijf.',
  'Wij volgen een cursus social media.',
  'Bekijk onze kaart.',
  'Wij vragen u ons te volgen op Facebook.',
  'Facebook plaatst cookies.',
  'Meer foto’s? Instagram!',
  'Ons team zit op LinkedIn.',
  'Onze pagina heeft 300 volgers op Instagram.',
  'Deel uw foto op Instagram met onze naam.',
  'Reageren kan op Facebook.',
  'Wij spelen op het laatste festival van de streek.',
])('nothing is said by: %s', (text) => {
  expect(judged({ text, links: FACEBOOK })).toMatchObject({ reason: 'social-links', verdict: 'unknown' })
})
test('without news and social media there is nothing to judge', () => {
  expect(judged({})).toMatchObject({ reason: 'none', verdict: 'not-applicable' })
  expect(judged({ lacks: LOADING }).verdict).toBe('unknown')
})
test('hostile text takes linear time', () => {
  const before = cpuMs()
  judged({ text: 'volg kijk facebook voor nieuws op '.repeat(600) })
  expect(cpuMs() - before).toBeLessThan(1_000)
})
