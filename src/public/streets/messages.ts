/** What the pages of streets say, in both languages. */
import { counted, day, number, nearPercent, type Lang } from '../../web/language.ts'
import { LEAST } from '../../vocabulary/group.ts'

const nl = {
  title: 'Winkelstraten',
  lead:
    'Wordt u gevolgd als u winkelt? Twee mensen die er niet werken, bekijken een straat: elk pand, apart van elkaar. ' +
    'Hier leest u wat zij zagen.',
  none: 'Er is nog geen straat openbaar.',
  caption: 'Straten op naam',
  column: { street: 'Straat', seen: 'Bekeken', premises: 'Panden', followed: 'Zonder volgtechniek' },
  kicker: 'Winkelstraat',
  said: (settled: number, all: number, begins: string, ends: string) =>
    `${begins === ends ? `Op ${day('nl', begins)}` : `Van ${day('nl', begins)} tot en met ${day('nl', ends)}`} zijn ` +
    `${number('nl', settled)} van de ${counted('nl', all, 'pand', 'panden')} bekeken.`,
  until: (on: string, past: boolean) =>
    past
      ? `Dit gold tot en met ${day('nl', on)}. Hoe het nu is, weten wij niet.`
      : `Dit geldt tot en met ${day('nl', on)}. Daarna kijken wij opnieuw, of weten wij het niet meer.`,
  correcting: (since: Date, published: Date) =>
    `Sinds ${day('nl', since)} herstellen wij een uitkomst in deze straat. Hier staat nog wat op ` +
    `${day('nl', published)} openbaar werd. De eigenaar leest de nieuwe uitkomst eerst.`,
  correctingOne: 'De uitkomst van dit pand wordt hersteld. Hier staat nog de vorige.',
  what: 'Wat is gezien',
  whatCaption: 'Per vraag hoe vaak',
  whatColumn: {
    what: 'Waar naar is gekeken',
    met: 'Voldoet',
    partly: 'Deels',
    unmet: 'Voldoet niet',
    unknown: 'Onbekend',
  },
  naText: (count: number) => (count === 0 ? '' : ` (bij ${number('nl', count)} niet van toepassing)`),
  share: (count: number, of: number) =>
    of >= LEAST ? `${number('nl', count)} (${nearPercent('nl', count / of)})` : number('nl', count),
  few: `Onder de ${LEAST} panden staan hier alleen aantallen. Een percentage zegt dan te veel.`,
  named: 'Met naam',
  namedText: 'Van deze panden wil de eigenaar dat de naam er staat. Van de andere staat er geen naam.',
  namedNone: 'Geen eigenaar koos ervoor om met naam op deze pagina te staan. Dat hoeft ook niet.',
  namedColumn: { name: 'Pand', seen: 'Gezien op', until: 'Geldt tot en met' },
  map: (street: string) => `Panden met naam in de ${street}`,
  who: 'Wie keek en wie koos?',
  whoText: (looked: string, settled: string, proposed: string) =>
    `Gekeken door: ${looked}. Zij werken niet in de straat. Zij zagen elkaars antwoorden niet. Waar zij verschilden, ` +
    `koos: ${settled}. Voorgesteld door: ${proposed}. Een andere medewerker maakte het openbaar.`,
  owner: 'Elke eigenaar kreeg de uitkomst als eerste en kon reageren.',
  limits: 'Wat dit niet bewijst',
  earlier: 'Eerdere rondes',
  earlierOne: (begins: string, met: number, of: number) =>
    `Ronde van ${day('nl', begins)}: ${number('nl', met)} van ${number('nl', of)} zonder volgtechniek`,
  unknownFunction: 'een medewerker',
  file: 'Elke openbare winkelstraat: per vraag hoe vaak iets is gezien',
  filePremises: 'Panden waarvan de eigenaar met naam openbaar wil zijn',
  news: (name: string) => `Bekeken: ${name}`,
  newsText: (settled: number) => `${counted('nl', settled, 'pand', 'panden')} bekeken door twee mensen.`,
}

const en: typeof nl = {
  title: 'Shopping streets',
  lead:
    'Are you followed when you shop? Two people who do not work there look at a street: every premises, apart ' +
    'from each other. Here you can read what they saw.',
  none: 'No street is public yet.',
  caption: 'Streets by name',
  column: { street: 'Street', seen: 'Looked at', premises: 'Premises', followed: 'Without tracking' },
  kicker: 'Shopping street',
  said: (settled, all, begins, ends) =>
    `${begins === ends ? `On ${day('en', begins)}` : `From ${day('en', begins)} to ${day('en', ends)}`} ` +
    `${number('en', settled)} of ${number('en', all)} premises were looked at.`,
  until: (on, past) =>
    past
      ? `This held until ${day('en', on)}. How it is now, we do not know.`
      : `This holds until ${day('en', on)}. After that we look again, or no longer know.`,
  correcting: (since, published) =>
    `Since ${day('en', since)} we are correcting an outcome in this street. This is still what was made public on ` +
    `${day('en', published)}. The owner reads the new outcome first.`,
  correctingOne: 'The outcome of these premises is being corrected. This is still the previous one.',
  what: 'What was seen',
  whatCaption: 'How often, by question',
  whatColumn: { what: 'What was looked at', met: 'Met', partly: 'Partly', unmet: 'Not met', unknown: 'Unknown' },
  naText: (count) => (count === 0 ? '' : ` (not applicable at ${number('en', count)})`),
  share: (count, of) =>
    of >= LEAST ? `${number('en', count)} (${nearPercent('en', count / of)})` : number('en', count),
  few: `Below ${LEAST} premises only counts are shown. A percentage would say too much.`,
  named: 'By name',
  namedText: 'The owners of these premises want to be named. The others are not named.',
  namedNone: 'No owner chose to be named on this page. They need not.',
  namedColumn: { name: 'Premises', seen: 'Seen on', until: 'Holds until' },
  map: (street) => `Named premises in ${street}`,
  who: 'Who looked and who chose?',
  whoText: (looked, settled, proposed) =>
    `Looked at by: ${looked}. They do not work in the street and did not see each other’s answers. ` +
    `Where they differed, this person chose: ${settled}. Proposed by: ${proposed}. Another official made it public.`,
  owner: 'Every owner got the outcome first and could react.',
  limits: 'What this does not prove',
  earlier: 'Earlier rounds',
  earlierOne: (begins, met, of) =>
    `Round of ${day('en', begins)}: ${number('en', met)} of ${number('en', of)} without tracking`,
  unknownFunction: 'an official',
  file: 'Every public shopping street: how often something was seen, by question',
  filePremises: 'Premises whose owner wants to be public by name',
  news: (name) => `Looked at: ${name}`,
  newsText: (settled) => `${number('en', settled)} premises looked at by two people.`,
}

/** The sentences in a language. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
