/** What a statement claims of its own site, and the many sentences that look like it and claim nothing. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { claimsIn } from './claims-told.ts'

const kinds = (text: string) => claimsIn(text).map(({ kind }) => kind)

test.each([
  ['no-cookies', 'Wij gebruiken geen cookies.'],
  ['no-cookies', 'Deze website plaatst geen cookies.'],
  ['no-cookies', 'Op deze website gebruiken wij bewust geen cookies.'],
  ['no-cookies', 'Wij plaatsen geen enkele cookies en geen trackers.'],
  ['no-cookies', 'Our website uses no cookies.'],
  ['no-tracking', 'Wij plaatsen geen tracking cookies.'],
  ['no-tracking', 'Deze site gebruikt geen advertentie-cookies.'],
  ['no-tracking', 'Wij gebruiken geen volgcookies.'],
  ['needed-only', 'Wij gebruiken alleen functionele cookies.'],
  ['needed-only', 'Deze website plaatst uitsluitend strikt noodzakelijke cookies.'],
  ['needed-only', 'Onze website gebruikt enkel technische en functionele cookies.'],
  ['needed-only', 'Wij gebruiken alleen technisch noodzakelijke cookies en geen trackingcookies.'],
  ['no-longer-than', 'Onze cookies blijven hoogstens zes maanden staan.'],
  ['no-longer-than', 'Alle cookies bewaren wij maximaal 30 dagen.'],
  ['no-cookies', 'Cookies Wij gebruiken geen cookies.'],
  ['not-used', 'Wij gebruiken geen Google Analytics.'],
  ['not-used', 'Deze website gebruikt geen Google Fonts.'],
])('%s is claimed by: %s', (kind, sentence) => {
  expect(kinds(`Privacy. ${sentence} Lees verder.`)).toEqual([kind])
})

test.each([
  'Wij gebruiken geen cookies zonder uw toestemming.',
  'Wij plaatsen geen cookies van derden.',
  'Wij gebruiken geen cookies van Facebook.',
  'Wij gebruiken geen cookies bij bezoekers jonger dan 16.',
  'Wij plaatsen geen cookies tijdens uw eerste bezoek.',
  'Wij gebruiken geen cookies in onze e-mails.',
  'Wij plaatsen in onze e-mails geen cookies.',
  'Wij gebruiken geen cookies bij onze enquêtes.',
  'Wij plaatsen geen cookies langer dan een jaar.',
  'Wij gebruiken geen cookies onder kinderen.',
  'Wij gebruiken geen tracking cookies van Google.',
  'Wij gebruiken alleen analytische en functionele cookies.',
  'Wij gebruiken alleen statistische en functionele cookies.',
  'Wij gebruiken uitsluitend analytische en technische cookies.',
  'Wij plaatsen alleen functionele cookies bij kinderen.',
  'Weigert u cookies? Onze website plaatst dan alleen functionele cookies.',
  'Niet akkoord? Wij plaatsen dan alleen noodzakelijke cookies.',
  'U weigert cookies. Wij plaatsen alleen functionele cookies.',
  "Kies 'Nee': wij plaatsen alleen functionele cookies.",
  'Nee\nWij plaatsen alleen functionele cookies.',
  'Nee Wij plaatsen alleen functionele cookies.',
  'Onze cookies in de categorie statistieken bewaren we maximaal 6 maanden.',
  'Statistische cookies. Onze cookies bewaren we maximaal 6 maanden.',
  'Onze cookies (statistiek) bewaren we maximaal 6 maanden.',
  'Wij gebruiken geen cookies die u volgen.',
  'Wilt u geen cookies?',
  'Als u geen cookies wilt, stelt u dat in uw browser in.',
  'U kunt uw browser zo instellen dat deze site geen cookies plaatst.',
  'Wij plaatsen geen cookies voordat u een keuze heeft gemaakt.',
  'Wij gebruiken geen cookies voor reclame.',
  'Zonder uw akkoord gebruiken wij geen cookies.',
  'Wij gebruiken geen cookies meer dan nodig.',
  'In onze app gebruiken wij geen cookies.',
  'Onze nieuwsbrief gebruikt geen cookies.',
  'Wij gebruiken naast functionele ook analytische cookies.',
  'Deze website gebruikt cookies.',
  'Wij gebruiken niet alleen functionele cookies.',
  'Wij plaatsen alleen functionele cookies als u dat wilt.',
  'Bezoekers die weigeren krijgen alleen functionele cookies.',
  'Wij gebruiken alleen functionele cookies totdat u toestemming geeft.',
  'Geen cookies meer nodig: zo werkt onze nieuwe reclame.',
  'De gemeente Rietveen gebruikt geen cookies.',
  'Wij delen geen gegevens uit cookies.',
  'Sommige cookies blijven hoogstens een jaar.',
  'De cookies van YouTube blijven hoogstens zes maanden.',
  'Alle cookies die u toestaat, blijven hoogstens een jaar.',
  'Onze cookies voor statistiek blijven maximaal 2 jaar.',
  'Deze cookie blijft hoogstens een dag staan.',
  'Wij bewaren uw gegevens hoogstens zes maanden.',
  'Wij gebruiken Google Analytics.',
  'Wij gebruiken geen Google Analytics zonder toestemming.',
  'Wij gebruiken geen Google Analytics, maar Matomo.',
  'Wij gebruiken tijdens de test geen Google Analytics voor reclame.',
  'Kan deze website geen cookies plaatsen, dan werkt de winkelwagen niet.',
  'Vroeger plaatste deze site geen cookies.',
])('claims nothing: %s', (sentence) => {
  expect(kinds(`Privacy. ${sentence} Lees verder.`)).toEqual([])
})

test('a bound is told in days, a number in digits or in letters', () => {
  expect(claimsIn('Onze cookies blijven maximaal 2 jaar staan.')).toMatchObject([{ days: 732 }])
  expect(claimsIn('Alle cookies bewaren wij ten hoogste één week.')).toMatchObject([{ days: 7 }])
})

test('hostile text takes linear time', () => {
  const text = `${'wij gebruiken geen alleen functionele '.repeat(5_000)}${'wij gebruiken '.repeat(5_000)}`
  const before = cpuMs()
  claimsIn(text)
  expect(cpuMs() - before).toBeLessThan(500)
})
