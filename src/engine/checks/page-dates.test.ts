/** From which day news is. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, LOADING, session, sighting } from '../../../test/evidence.ts'
import type { Session } from '../../model/evidence.ts'
import { pageDates } from './page-dates.ts'

const url = `https://${HOST}/nieuws/`
const news = (text: string, over: Partial<Session> = {}) =>
  judgeWith(pageDates, {
    session: [sighting(session()), sighting(session({ url, text, ...over }), { page: url, role: 'news' })],
  })

test.each([
  '12 maart 2026: brug dicht',
  'Geplaatst op 12-03-2026',
  '2026-03-12 Brug dicht',
  'Laatst gewijzigd op 3 mei 2026',
  'March 12, 2026',
])('news with “%s” is dated', (text) => {
  expect(news(text)).toMatchObject({ reason: 'dated', verdict: 'met' })
})
test.each([
  'Brug drie weken dicht. Vanaf maandag rijdt u om.',
  '© 2026 Gemeente Voorbeeld',
  'Dinsdag om acht uur in het buurthuis',
  'Sinds 1921 aan de haven',
  'Bel 071-516 50 00',
  'Nummer 12.03.4567',
  'Van 8.30 tot 17.00 uur',
  '31-02-2026',
  'Week 12 van 2026',
  'In 2026 bouwen wij door.',
  'Over drie weken is de brug open.',
  'Zomer 2026',
  'Kwartaal 3',
  'De raad van 12 uur',
  'Huisnummer 12-14',
  'Versie 1.2.2026.1',
  'Sinds mei open',
  'Morgen meer',
  'Open van 8.10 tot 17.10 uur',
  'Om 10.12 uur begint het',
  '8.10 - 9.10 uur',
  'Kosten: € 12.10',
  '45-13 en 32/12',
  'Norm 9.2.1',
  'Kamer 12marter',
  'Telefoon 12-34-56-78',
])('news with “%s” is not', (text) => {
  expect(news(text)).toMatchObject({ reason: 'undated', verdict: 'partly' })
})
test.each([
  '12 maart: brug dicht',
  'Maart 2026',
  'Nieuwsbrief november 2026',
  'Geplaatst op maandag',
  'Geplaatst: 3 mrt.',
  'March 12th – bridge closed',
  'Gisteren stond het water hoog.',
  'Vandaag om 20.00 uur',
  '3 dagen geleden',
  'een week geleden geplaatst',
  '2 hours ago',
  '12-03 Brug dicht',
  'Brug dicht 12/3',
  'di 12.03 Brug dicht',
  '12mrt Brug dicht',
  '12-mrt Brug dicht',
  'MRT12 Brug dicht',
])('news with “%s” tells a day, of which nobody knows the year', (text) => {
  expect(news(text)).toMatchObject({ reason: 'no-year', verdict: 'unknown' })
})
test('a day in the elements of the page counts for its news; evidence of before did not read them', () => {
  expect(news('Brug dicht', { days: ['2026-03-12T09:00:00+01:00'] })).toMatchObject({ reason: 'dated' })
  expect(news('Brug dicht', { days: ['12:00', 'P3D'] })).toMatchObject({ reason: 'undated', verdict: 'partly' })
  const { days: _days, ...before } = session({ url, text: 'Brug dicht' })
  expect(judgeWith(pageDates, { session: [sighting(before, { page: url, role: 'news' })] })).toMatchObject({
    reason: 'before-days',
    verdict: 'unknown',
  })
  // On another page it may be the day of anything.
  const other = judgeWith(pageDates, { session: [sighting(session({ days: ['2026-03-12'] }))] })
  expect(other.reason).toBe('no-news')
})
test('a day for machines counts, and what a page says of itself', () => {
  expect(
    news('Brug dicht', { metas: [{ name: 'article:published_time', content: '2026-03-12T09:00:00Z' }] }).reason,
  ).toBe('dated')
  expect(news('Brug dicht', { metas: [{ name: 'viewport', content: '2026-03-12' }] }).reason).toBe('undated')
  const page = (text: string) => judgeWith(pageDates, { session: [sighting(session({ text }))] }).reason
  expect([page('Laatst bijgewerkt: 3 mei 2026'), page('De markt is op 3 mei 2026.')]).toEqual(['dated', 'no-news'])
})
test('half a page of news says nothing', () => {
  expect(news('Brug dicht', { lacks: LOADING }).verdict).toBe('unknown')
})

test('a statement has to name its day, and says nothing of the news', () => {
  const dated = (path: string) =>
    judgeWith(pageDates, {
      session: [
        sighting(session({ url, text: 'Brug dicht' }), { page: url, role: 'news' }),
        sighting(session({ url: `https://${HOST}${path}`, text: 'Laatst bijgewerkt op 3 mei 2026' })),
      ],
    }).reason
  expect(dated('/toegankelijkheidsverklaring')).toBe('undated')
  expect(dated('/privacy/')).toBe('undated')
  expect(dated('/wonen/')).toBe('dated')
})
