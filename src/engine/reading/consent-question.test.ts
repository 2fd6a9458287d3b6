/** What asks for consent to cookies, and what asks something else with the same buttons and only mentions them. */
import { expect, test } from 'vitest'
import { isConsentQuestion } from './consent-question.ts'
import { controlKind } from './consent-words.ts'

/** The text of a box and its buttons, as they are read: the words of the buttons stand in the text as well. */
const asks = (said: string, ...buttons: readonly string[]) =>
  isConsentQuestion(
    `${said} ${buttons.join(' ')}`,
    buttons.map((text) => ({ kind: controlKind(text), text })),
    [],
  )

test.each([
  ['Bent u 18 jaar of ouder? Wij verkopen alcohol. Zie ons cookiebeleid. Wij gebruiken cookies.', 'Ja', 'Nee'],
  ['Ben je al 18? Wij bewaren uw antwoord in een cookie.', 'Ja', 'Nee'],
  ['Bent u zorgverlener? Deze site plaatst cookies.', 'Ja', 'Nee'],
  ['Komt u ook naar onze open dag? Deze site gebruikt cookies.', 'Ja, leuk', 'Nee, bedankt'],
  ['Wij hebben onze voorwaarden en de regels voor toestemming voor foto’s gewijzigd.', 'Akkoord'],
  ['Onze algemene voorwaarden zijn nieuw. Wij gebruiken cookies om dit te onthouden.', 'Akkoord', 'Weigeren'],
  ['Ik ga akkoord met de huisregels. Wij plaatsen een cookie met uw antwoord.', 'Akkoord'],
  ['Our terms of service have changed. We use cookies.', 'I agree'],
  ['Mogen wij u meldingen sturen? U geeft hiermee toestemming voor pushberichten.', 'Toestaan', 'Nee, bedankt'],
  ['Wilt u meedoen aan een onderzoek naar onze site? Wij gebruiken hiervoor een cookie.', 'Ja, graag', 'Nee, bedankt'],
  ['Hallo! Kan ik u helpen? Deze chat gebruikt cookies.', 'Ja, graag', 'Nee, bedankt'],
  ['Nieuw: onze American cookies! Nu drie voor € 5,00 bij de bakker.', 'Ja, lekker', 'Nee, bedankt'],
  ['Wij gebruiken roomboter in onze cookies.', 'Ja, lekker', 'Nee'],
  ['Zet onze app op uw telefoon. Geen cookies, geen tracking.', 'Ja', 'Nee'],
  ['Wij gebruiken alleen functionele cookies, daarvoor is geen toestemming nodig.', 'OK'],
  ['Mogen wij uw locatie gebruiken voor de dichtstbijzijnde winkel? Wij bewaren dit in een cookie.', 'Ja', 'Nee'],
  ['Leeftijd: 18. Lees ons cookiebeleid.', 'Ja', 'Nee', 'Cookie-instellingen'],
  ['Volg ons cookiebeleid.', 'Akkoord'],
  ['Mogen wij meten of deze pagina nuttig was?', 'Ja', 'Nee'],
  ['Wij willen meten hoe tevreden u bent over deze site. Doet u mee?', 'Ja', 'Nee'],
  ['Wij willen u graag zien in onze winkel. Komt u ook?', 'Ja', 'Nee'],
  ['Mogen wij bijhouden hoeveel stroom u gebruikt?', 'Ja, dat mag', 'Nee'],
  ['Mogen wij uw bezoek aan de huisarts bijhouden?', 'Ja', 'Nee'],
  ['Mogen wij bij u kijken of het werkt? Maak een afspraak op deze site.', 'Ja', 'Nee'],
  ['Zien wij u op onze open dag? Er staat meer op deze site.', 'Ja', 'Nee'],
  ['Mogen wij uw foto op deze site zetten en bijhouden wie hem bekijkt?', 'Ja', 'Nee'],
])('something else is asked: %s', (said, ...buttons) => expect(asks(said, ...buttons)).toBe(false))

test.each([
  ['Wij gebruiken cookies om onze site te verbeteren en voor advertenties.', 'Akkoord', 'Weigeren'],
  ['Wij gebruiken cookies voor marketing. Vindt u dat goed?', 'Ja', 'Nee'],
  ['Mogen wij met behulp van cookies bijhouden wat u bekijkt?', 'Ja', 'Nee'],
  [
    'Mogen wij bijhouden hoe u deze site gebruikt? Zonder uw toestemming doen wij dat niet.',
    'Nee, weiger',
    'Ja, dat mag',
  ],
  ['Mogen wij uw bezoek meten?', 'Ja', 'Nee'],
  ['Vindt u het goed als wij bijhouden hoe u onze site gebruikt?', 'Ja', 'Nee'],
  ['Wij willen graag meten hoe deze website wordt gebruikt. Mag dat?', 'Ja', 'Nee'],
  ['Can we see how you use our pages?', 'Yes', 'No'],
  ['Mogen we tellen hoeveel mensen deze pagina bekijken?', 'Prima', 'Liever niet'],
  ['Mag ik zien wat u op de website doet?', 'Ja', 'Nee'],
  ['May we measure how you use this website?', 'Yes', 'No'],
  ['Lekker, een koekje? Wij gebruiken cookies voor statistiek.', 'Oké, prima', 'Nee, bedankt'],
  ['Deze site plaatst cookies. Kiest u zelf maar. Meer weten? Lees onze cookieverklaring.', 'Ja', 'Nee'],
  ['Wij plaatsen geen cookies zonder uw toestemming.', 'Akkoord', 'Weigeren'],
  ['Wij en onze partners vragen uw toestemming voor advertenties.', 'Akkoord', 'Weigeren'],
  ['Wij gebruiken cookies. Lees ook onze voorwaarden.', 'Accepteren', 'Weigeren'],
  ['Bent u jonger dan 16? Vraag uw ouders om toestemming. Wij gebruiken cookies.', 'Accepteren', 'Weigeren'],
  ['Uw privacy. Wie jonger dan 16 is, vraagt het zijn ouders.', 'Alles goed', 'Alleen noodzakelijke cookies'],
  ['Geef toestemming voor cookies om verder te lezen. Of neem een abonnement van € 4 per maand.', 'Ga akkoord'],
  ['Door verder te gaan gaat u akkoord met onze cookies.', 'OK'],
  ['We and our partners use cookies to show you advertising.', 'Accept', 'Reject'],
  ['Cookies op deze site', 'Cookies accepteren', 'Cookies weigeren'],
])('consent is asked: %s', (said, ...buttons) => expect(asks(said, ...buttons)).toBe(true))

test('boxes for following, or a button that keeps a choice of cookies, say so themselves', () => {
  const save = [{ kind: 'save', text: 'Opslaan' }] as const
  expect(isConsentQuestion('Uw privacy. Opslaan', save, [{ label: 'Marketing' }])).toBe(true)
  expect(isConsentQuestion('Uw account bij ons. Opslaan', save, [{ label: 'Onderwerpen' }])).toBe(false)
})

test('long and hostile text is read at once', () => {
  const long = `${'cookies '.repeat(20_000)}?`
  const start = performance.now()
  isConsentQuestion(
    long,
    Array.from({ length: 40 }, () => ({ kind: 'accept', text: 'Ja' })),
    [],
  )
  expect(performance.now() - start).toBeLessThan(500)
})
