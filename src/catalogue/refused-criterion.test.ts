/** What no requirement may ask is refused with the reason, and what only looks like it is not. */
import { expect, test } from 'vitest'
import { refusedAsk } from './refused-ask.ts'
import { refusedCriterion } from './refused-criterion.ts'

/** A municipality as the texts below name it. */
const CITY = 'Sluiswijk'

test.each([
  'De inschrijver heeft het convenant digitale stad ondertekend.',
  'Wie het convenant tekent, krijgt vijf punten.',
  'Ondertekening van het convenant is een eis.',
  'De leverancier is partij bij het convenant of sluit zich aan voor de gunning.',
  'U bent aangesloten bij een convenant over digitale rechten.',
  'De aanbieder onderschrijft het manifest van de gemeente.',
  'De leverancier neemt deel aan het\nconvenant; deelnemen aan het convenant levert punten op.',
])('a covenant as a criterion: %s', (text) => expect(refusedCriterion(text)).toMatch(/^Een convenant tekenen mag geen/))

test.each([
  'Lokale leveranciers krijgen voorrang.',
  'Wij geven voorkeur aan plaatselijke ondernemers.',
  'De inschrijver is gevestigd in onze gemeente.',
  'De leverancier heeft een kantoor binnen 30 km.',
  'Bedrijven uit de regio krijgen tien punten.',
  'De opdrachtnemer is een Nederlands bedrijf met een vestiging in Nederland.',
  'Extra punten voor wie uit de buurt komt: uit de regio dus.',
  'Alleen Nederlandse bedrijven mogen inschrijven.',
  'Een hoofdkantoor in Nederland is nodig: de leverancier heeft zijn zetel in Nederland.',
])('a preference for who is near: %s', (text) => expect(refusedCriterion(text)).toMatch(/^Een voorkeur voor bedrijven/))

test.each([
  'De leverancier ondertekent de verwerkersovereenkomst vóór de gunning.',
  'Dezelfde norm staat in het convenant digitale stad.',
  'Het ondertekenen van het convenant telt niet mee.',
  'Of de inschrijver een convenant heeft getekend, speelt geen rol.',
  'De gegevens staan op servers in Nederland of elders in de EER.',
  'De leverancier bewaart de gegevens in een datacentrum in Nederland of elders in Europa.',
  'Een monteur is binnen vier uur op de locatie van de gemeente.',
  'De helpdesk spreekt Nederlands.',
  'De leverancier werkt samen met de gemeente aan een oefening in de regio.',
  'De leverancier doet één keer per jaar mee aan het hackevenement van de gemeente.',
  'Sleutels staan op een lokale schijf van de gemeente.',
  'De leverancier haalt gegevens op uit de gemeentelijke administratie.',
  'Het programma werkt met lokale tijd en plaatselijke feestdagen.',
  'De leverancier sluit zich aan op de landelijke voorziening.',
])('a near miss passes: %s', (text) => expect(refusedCriterion(text)).toBeUndefined())

test.each([
  'De leverancier draagt de badge van de digitale stad.',
  'Convenantpartners krijgen extra punten.',
  'Alleen convenantpartners mogen inschrijven.',
  'De inschrijver is convenantpartner.',
  'De inschrijver overlegt een ondertekende covenant.',
  'The bidder has signed the covenant.',
  'Het convenant dat de gemeente tekent, tekent de leverancier ook.',
])('a covenant in other words: %s', (text) => expect(refusedCriterion(text, CITY)).toMatch(/^Een convenant tekenen/))

test.each([
  'De leverancier komt uit Sluiswijk.',
  'Wij zoeken een Sluiswijks bedrijf.',
  'Een Sluiswijkse leverancier.',
  'Extra punten voor wie uit Sluiswijk komt.',
  'De leverancier is binnen 20 kilometer gevestigd.',
  'De leverancier heeft een kantoor in de gemeente Sluiswijk.',
  'Local suppliers come first.',
  'The supplier is based in Sluiswijk.',
])('who is near, by name or in English: %s', (text) => expect(refusedCriterion(text, CITY)).toMatch(/^Een voorkeur/))

test('an adjective of two words is of the last of them', () => {
  expect(refusedCriterion('Een Haags bedrijf.', 'Den Haag')).toMatch(/^Een voorkeur/)
  expect(refusedCriterion('Een Haags bedrijf.')).toBeUndefined()
})

test('what stands between brackets in the name of a municipality is not said in a sentence', () => {
  expect(refusedCriterion('De leverancier is gevestigd in Bergen.', 'Bergen (NH.)')).toMatch(/^Een voorkeur/)
  expect(refusedCriterion('De leverancier komt uit Sluiswijk.', 'Sluiswijk (demostad)')).toMatch(/^Een voorkeur/)
})

test.each([
  ['Leidse makers', 'Leiden'],
  ['Een Goudse leverancier.', 'Gouda'],
  ['Zwolse bedrijven gaan voor.', 'Zwolle'],
  ['Groningse aanbieders', 'Groningen'],
])('%s is who is near in %s', (text, here) => expect(refusedCriterion(text, here)).toMatch(/^Een voorkeur/))

test.each([
  'Inschrijvers met een badge Heeft getekend van de gemeente krijgen tien punten.',
  'Tien punten voor wie een badge van de gemeente draagt.',
])('a badge that is worth something: %s', (text) => expect(refusedCriterion(text)).toMatch(/^Een convenant tekenen/))
test.each([
  'Het toegangssysteem leest badges van de gemeente.',
  'Medewerkers van de leverancier dragen een badge van de gemeente.',
])('another badge passes: %s', (text) => expect(refusedCriterion(text)).toBeUndefined())

test.each([
  'Het systeem registreert convenanten die de gemeente tekent.',
  'Het systeem bewaart ondertekende convenanten.',
  'Het systeem toont de convenantpartners op een kaart.',
  'Convenantpartners moeten kunnen inloggen.',
  'Medewerkers van de leverancier dragen in het stadhuis een badge.',
  'De gemeente Sluiswijk en de leverancier maken samen een plan.',
  'De leverancier levert de apparaten af in Sluiswijk.',
  'De leverancier werkt twee dagen op het kantoor van de gemeente Sluiswijk.',
  'De leverancier haalt meldingen op uit de administratie van Sluiswijk.',
  'De pagina volgt de Sluiswijkse huisstijl.',
  'The supplier keeps a local copy.',
  'The update is a signed manifest.',
])('a near miss with a name passes: %s', (text) => expect(refusedAsk(text, CITY)).toBeUndefined())

test('what may be asked is one rule: no covenant, nobody from here, no brand', () => {
  for (const text of ['De leverancier komt uit Sluiswijk.', 'Wie het convenant tekent.', 'Het werkt met Oracle.'])
    expect([text, typeof refusedAsk(text, CITY)]).toEqual([text, 'string'])
  expect(refusedAsk('Het werkt met Oracle of gelijkwaardig.', CITY)).toBeUndefined()
})
