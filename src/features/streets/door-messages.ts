/** What the page of an owner says, in both languages. */
import { day, type Lang } from '../../web/language.ts'

const nl = {
  title: (premises: string) => `Wat wij zagen in ${premises}`,
  lead: (street: string, on: string) =>
    `Twee mensen bekeken op ${day('nl', on)} de ${street}. Zij werken daar niet. U leest dit als eerste.`,
  caption: 'Wat zij zagen',
  column: { what: 'Waar zij naar keken', found: 'Uitkomst', why: 'Hoe het is vastgesteld' },
  repaired: (why: string) => `Deze uitkomst is hersteld. Waarom: ${why}`,
  saidOn: (at: string) => `Op ${day('nl', new Date(at))} schreef u over de vorige uitkomst:`,
  agreed: 'Beiden zagen hetzelfde.',
  decided: (reason: string) => `Zij verschilden. Gekozen: ${reason}`,
  by: (what: string, until: string) =>
    `Vastgesteld door: ${what || 'een medewerker'}. Geldt tot en met ${day('nl', until)}.`,
  react: 'Klopt er iets niet?',
  reactText: (until: string) =>
    `Schrijf het hier, uiterlijk op ${day('nl', until)}. Wie de uitkomst vaststelde, leest het. Die kan de uitkomst ` +
    'herstellen. Uw reactie verandert zelf niets en wordt niet openbaar.',
  late: (until: string) =>
    `De termijn liep tot en met ${day('nl', until)}. U kunt nog steeds reageren. Wij lezen het. ` +
    'De straat kan dan al openbaar zijn.',
  words: 'Uw reactie',
  send: 'Reactie versturen',
  said: 'Uw reactie',
  empty: 'Schrijf wat er niet klopt.',
  long: 'Maak uw reactie korter: hier passen 4.000 tekens. Er is niets afgekapt.',
  before: 'Er is al een reactie. Bel de gemeente, of stuur een e-mail, om iets toe te voegen.',
  name: 'Met naam op de openbare pagina?',
  nameText:
    'Op onze site staat van de hele straat hoe vaak iets voorkomt, zonder namen. Wilt u dat uw zaak er met naam bij ' +
    'staat? Dat mag, en hoeft niet. U kunt het later altijd intrekken. De naam is dan meteen weg.',
  yes: 'Ja, met naam',
  no: 'Nee, zonder naam',
  who: 'Uw naam en functie',
  whoHint: 'Zo weten wij wie dit koos. Dit komt niet op de site.',
  needWho: 'Vul uw naam en functie in als u met naam op de site wilt.',
  needChoice: 'Kies ja of nee.',
  keep: 'Keuze bewaren',
  now: { yes: 'U koos: met naam.', no: 'U koos: zonder naam.', none: 'U koos nog niets. Dan staat uw naam er niet.' },
  next: 'Na een ja staat uw naam er pas als twee medewerkers de pagina openbaar maken.',
  toStreet: 'De openbare pagina van de straat',
  dead: 'Deze link werkt niet',
  deadText: 'Misschien is de link niet helemaal overgenomen. Kopieer hem opnieuw uit de brief of e-mail.',
  wait: 'Even wachten',
  waitText: 'Er is te vaak een link geprobeerd die niet bestaat. Wacht een kwartier. Uw link blijft geldig.',
  forged: 'Dit kwam niet van een formulier op onze site. Er is niets verstuurd. Open de link opnieuw.',
  busy: 'Het is nu erg druk. Er is nog niets verstuurd. Probeer het over een minuut opnieuw.',
  broken: 'Dit kwam niet goed aan en is niet verstuurd. Controleer het formulier en verstuur het opnieuw.',
  problems: 'Controleer wat u heeft ingevuld',
  ended: 'Deze link is beëindigd',
  endedWhy: {
    gone: 'De zaak is volgens ons gestopt of verhuisd. Wat wij zagen, leest u hier niet meer.',
    'other-owner': 'De zaak heeft volgens ons een andere eigenaar. Wat wij zagen, leest u hier niet meer.',
    over: 'Wat wij zagen, geldt niet meer. U leest het hier daarom niet meer.',
  },
  stillNamed: 'Uw zaak staat nog met naam op onze site',
  unname: 'Haal de naam weg',
}
const en: typeof nl = {
  title: (premises) => `What we saw in ${premises}`,
  lead: (street, on) =>
    `On ${day('en', on)} two people looked at the ${street}. They do not work there. You read this before anyone else.`,
  caption: 'What they saw',
  column: { what: 'What they looked at', found: 'Outcome', why: 'How it was settled' },
  repaired: (why) => `This outcome was corrected. Why: ${why}`,
  saidOn: (at) => `On ${day('en', new Date(at))} you wrote about the outcome before this one:`,
  agreed: 'Both saw the same.',
  decided: (reason) => `They differed. Chosen: ${reason}`,
  by: (what, until) => `Settled by: ${what || 'an official'}. Holds until ${day('en', until)}.`,
  react: 'Is something not right?',
  reactText: (until) =>
    `Write it here, by ${day('en', until)} at the latest. Who settled the outcome reads it and can correct it. ` +
    'Your reaction changes nothing by itself and is not made public.',
  late: (until) =>
    `The term ended on ${day('en', until)}. You can still react. We read it, but the street may be public already.`,
  words: 'Your reaction',
  send: 'Send reaction',
  said: 'Your reaction',
  empty: 'Write what is not right.',
  long: 'Please make it shorter: there is room for 4,000 characters. Nothing was cut off.',
  before: 'There is a reaction already. Call or e-mail the municipality to add to it.',
  name: 'By name on the public page?',
  nameText:
    'Our site tells of the whole street how often something occurs, without names. Would you like to be named? ' +
    'You may, and need not. You can withdraw it at any time. The name is then gone at once.',
  yes: 'Yes, by name',
  no: 'No, without a name',
  who: 'Your name and function',
  whoHint: 'So that we know who chose this. It is not shown on the site.',
  needWho: 'Fill in your name and function if you want to be named on the site.',
  needChoice: 'Choose yes or no.',
  keep: 'Keep this choice',
  now: {
    yes: 'You chose: by name.',
    no: 'You chose: without a name.',
    none: 'You chose nothing yet. Then you are not named.',
  },
  next: 'After a yes your name appears once two officials make the page public.',
  toStreet: 'The public page of the street',
  dead: 'This link does not work',
  deadText: 'Perhaps it was not copied whole. Copy it again from the letter or e-mail.',
  wait: 'Please wait',
  waitText: 'A link that does not exist was tried too often. Wait a quarter of an hour. Your link stays valid.',
  forged: 'This did not come from a form on our site. Nothing was sent. Open the link again.',
  busy: 'It is very busy right now. Nothing was sent yet. Try again in a minute.',
  broken: 'This did not arrive well and was not sent. Check the form and send it again.',
  problems: 'Check what you filled in',
  ended: 'This link has ended',
  endedWhy: {
    gone: 'As far as we know this business has closed or moved. What we saw can no longer be read here.',
    'other-owner': 'As far as we know this business has another owner. What we saw can no longer be read here.',
    over: 'What we saw no longer holds. So it can no longer be read here.',
  },
  stillNamed: 'Your business is still named on our site',
  unname: 'Take the name away',
}
/** What the page says in this language. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
