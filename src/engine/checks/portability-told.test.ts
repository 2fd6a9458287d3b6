/** Whether people read that they can take their data along. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, seen, statements } from '../../../test/evidence.ts'
import type { Statement } from '../../model/evidence.ts'
import { portabilityTold } from './portability-told.ts'

const ABOUT =
  'Sportschool FitKade gebruikt uw naam en rekening voor het abonnement, en bewaart die een jaar na afloop. '
const RIGHTS = 'U heeft recht op inzage, verwijdering en bezwaar. '
const judged = (text: string, over: Partial<Statement> = {}, subject = {}) =>
  judgeWith(
    portabilityTold,
    {
      statements: statements({
        privacy: seen({
          url: `https://${HOST}/privacy/`,
          status: 200,
          text: ABOUT + text,
          links: [],
          lang: 'nl',
          ...over,
        }),
      }),
    },
    { subject },
  )

test.each([
  'U heeft recht op overdraagbaarheid.',
  'U heeft recht op dataportabiliteit.',
  'U kunt uw gegevens meenemen naar een andere sportschool.',
  'Wij kunnen uw gegevens overdragen aan een andere organisatie.',
  'U krijgt uw gegevens in een computerbestand.',
  'You have the right to data portability.',
  'U mag gegevens die wij hebben laten overzetten.',
])('told: %s', (text) => {
  expect(judged(RIGHTS + text)).toMatchObject({ reason: 'told', verdict: 'met' })
})
test.each([
  '',
  'Neem uw handdoek mee.',
  'U kunt overstappen op een ander abonnement.',
  'Wij dragen de stad een warm hart toe.',
  'Uw gegevens geven wij niet door.',
  'Het bestand van leden is beveiligd.',
  'Draagbare apparaten mogen mee.',
  'Wij zetten de muziek zachter.',
  'Neem contact op.',
  'Uw abonnement kunt u overdragen aan een vriend.',
  'Overstappers krijgen korting.',
  'Wij sturen een factuur als bestand.',
  'De overdracht van sleutels gaat op afspraak.',
  'Uw tas mag u meenemen.',
  'Gegevens bewaren wij een jaar.',
  'Draag een goed paspoort bij u.',
  'Wij dragen zorg voor uw gegevens.',
  'Meenemen: handdoek en water.',
  'Data en tijden staan op het bord.',
  'Het formaat van de zaal is groot.',
])('not told: %s', (text) => {
  expect(judged(RIGHTS + text)).toMatchObject({ reason: 'not-told', verdict: 'partly' })
})
test('where the right may not hold, or may stand elsewhere, nothing is held against anybody', () => {
  expect(judged(RIGHTS, {}, { publicBody: true })).toMatchObject({ reason: 'public-task', verdict: 'not-applicable' })
  expect(judged('Wij gaan zorgvuldig met alles om.')).toMatchObject({ reason: 'no-ground', verdict: 'not-applicable' })
  // A menu, a heading and an address: the statement itself may not have been read.
  const around =
    'Home Contact Privacyverklaring FitKade, Kade 1, 2312 HZ Leiden. KvK 12345678. Bel 071 516 50 00. Open vanaf 7 uur.'
  expect(judged('', { text: around })).toMatchObject({ reason: 'unread', verdict: 'unknown' })
  const links = [{ href: `https://${HOST}/rechten`, text: 'Alle rechten' }]
  expect(judged(RIGHTS, { links })).toMatchObject({ reason: 'elsewhere', verdict: 'unknown' })
})
