/** What is told on the page that leads to all learning and help, in both languages. */
import { counted, type Lang } from '../../web/language.ts'

const nl = {
  title: 'Leren en hulp',
  lead: 'De gemeente belooft iedereen hulp en een cursus, dicht bij huis. Kies wat bij u past.',
  near: 'Cursussen en hulp dichtbij',
  nearText: 'Iemand helpt u met uw telefoon, computer of DigiD. Vaak is het gratis.',
  today: (open: number) =>
    open === 0
      ? 'Vandaag is er geen plek open, of niet meer.'
      : `Vandaag open: ${counted('nl', open, 'plek', 'plekken')}.`,
  postcode: 'Uw postcode',
  postcodeHint: 'Alleen de vier cijfers. Wij bewaren ze niet.',
  search: 'Zoek hulp bij mij in de buurt',
  all: 'Alle cursussen en plekken met hulp',
  lessons: 'Korte lessen',
  lessonsText: 'Leer thuis of samen met iemand, in een paar minuten. Wij houden niet bij wie het doet.',
  toLessons: 'Naar de lessen',
  howTo: 'Uw site, e-mail of kantoor in orde maken',
  howToText: 'Per norm staat wat u als eerste doet, en wat iemand voor u instelt.',
  toHowTo: 'Zo doet u het',
  helpers: 'Helpt u iemand anders?',
  helpersText: 'Print een kaartje van een plek, of een lijst van een wijk. U kunt ook iemand inschrijven.',
}
const en: typeof nl = {
  title: 'Learning and help',
  lead: 'The municipality promises everybody help and a course, nearby. Choose what suits you.',
  near: 'Courses and help near you',
  nearText: 'Somebody helps you with your phone, computer or DigiD. It is often free of charge.',
  today: (open) =>
    open === 0 ? 'No place is open today, or not any more.' : `Open today: ${counted('en', open, 'place', 'places')}.`,
  postcode: 'Your postcode',
  postcodeHint: 'Just the four digits. We do not keep them.',
  search: 'Find help near me',
  all: 'All courses and places with help',
  lessons: 'Short lessons',
  lessonsText: 'Learn at home or with somebody, in a few minutes. We do not keep track of who does.',
  toLessons: 'To the lessons',
  howTo: 'Putting your site, e-mail or office in order',
  howToText: 'With each norm stands what you do first, and what somebody sets for you.',
  toHowTo: 'How to do it',
  helpers: 'Do you help somebody else?',
  helpersText: 'Print a card of a place, or a list of a neighbourhood. You can also sign somebody up.',
}

/** The sentences in the language asked for. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
