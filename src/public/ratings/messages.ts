/** What the public pages of ratings say, in both languages. */
import { number, type Lang } from '../../web/language.ts'
import type { Done, Stuck } from '../../vocabulary/rating.ts'

const nl = {
  title: 'Hoe gaan onze diensten?',
  lead: 'Wat mensen zeggen nadat zij iets digitaal bij de gemeente regelden, en wat wij ermee deden.',
  few: 'Wij tellen in tientallen. Onder tien antwoorden laten wij niets zien.',
  none: 'Nog geen dienst kreeg een oordeel.',
  caption: 'Diensten met een oordeel, op naam',
  column: { product: 'Dienst', count: 'Antwoorden' },
  tooFew: 'nog geen tien',
  of: (product: string) => `Hoe gaat het met ${product}?`,
  lacks: 'Er zijn nog geen tien antwoorden van dagen die voorbij zijn. Daarom staat hier nog geen uitkomst.',
  done: (yes: number, all: number, low: number, high: number) =>
    `Bij ${number('nl', yes)} van de ${number('nl', all)} mensen is het gelukt. ` +
    `Vroegen wij het iedereen, dan lag dat waarschijnlijk tussen ${low}% en ${high}%.`,
  say: 'Zeg zelf hoe het ging',
  what: 'Wat mensen zeiden',
  doneCaption: 'Is het gelukt?',
  doneOf: { yes: 'Ja', partly: 'Deels', no: 'Nee' } satisfies Record<Done, string>,
  easeCaption: 'Hoe makkelijk was het?',
  easeOf: ['Heel moeilijk', 'Moeilijk', 'Gaat wel', 'Makkelijk', 'Heel makkelijk'],
  stuckCaption: 'Waar liepen mensen vast?',
  stuckOf: {
    vinden: 'Niet te vinden',
    begrijpen: 'Niet te begrijpen',
    inloggen: 'Inloggen lukte niet',
    papieren: 'Niet alle papieren',
    fout: 'Een foutmelding',
    niemand: 'Niemand om iets te vragen',
    anders: 'Ergens anders',
  } satisfies Record<Stuck, string>,
  answer: 'Antwoord',
  count: 'Aantal',
  helped: (count: number) => `${number('nl', count)} keer hielp iemand mee.`,
  words: 'In hun eigen woorden',
  wordsText: 'Alleen met toestemming, en nadat een medewerker het las. Nummers zijn eruit gehaald.',
  acts: 'Wat wij ermee deden',
  noActs: 'Wij schreven hier nog niets op.',
  trend: 'Per kwartaal',
  trendCaption: 'Gelukt per kwartaal, in tientallen',
  quarter: 'Kwartaal',
  version: 'Versie',
  noVersion: '–',
  versionHow: 'Een versie staat erbij als minstens tien antwoorden van dat kwartaal die versie noemden.',
  worked: 'Gelukt',
  tests: 'Geprobeerd met mensen',
  testsText: 'Een medewerker keek mee. Vijf mensen laten fouten zien. Een score maken zij niet.',
  test: (finished: number, count: number, help: number) =>
    `${number('nl', finished)} van de ${number('nl', count)} kwamen klaar, ${number('nl', help)} met hulp.`,
  minutes: (minutes: number) => `Het duurde meestal ${number('nl', minutes)} minuten.`,
  witness: (role: string) => `Gezien door: ${role}.`,
  how: 'Hoe wij tellen',
  howText:
    'Wij bewaren bij een antwoord: de dag, de dienst, de versie van de dienst en de stap waar u was. Ook bewaren wij ' +
    'wat u koos, of iemand u hielp, uw eigen woorden, en of die op de site mogen. Na een jaar wissen wij de woorden. ' +
    'Wij bewaren geen adres, geen apparaat en geen tijd. ' +
    'Wie niet antwoordt, telt niet mee. Vergelijk diensten daarom niet met elkaar. ' +
    'Wij tellen in tientallen, van oud naar nieuw. Een tiental telt mee als het vol is, in het kwartaal waarin dat ' +
    'gebeurt. ' +
    'Zo is uit twee dagen nooit af te leiden wat één iemand antwoordde.',
  product: 'Over dit product',
  file: 'Oordelen over digitale diensten: aantallen, in tientallen.',
}

const en: typeof nl = {
  title: 'How are our services doing?',
  lead: 'What people say after arranging something digitally with the municipality, and what we did with it.',
  few: 'We count in tens. Below ten answers we show nothing.',
  none: 'No service was rated yet.',
  caption: 'Services that were rated, by name',
  column: { product: 'Service', count: 'Answers' },
  tooFew: 'not yet ten',
  of: (product) => `How is ${product} doing?`,
  lacks: 'There are not yet ten answers of days that are over. So there is no outcome here yet.',
  done: (yes, all, low, high) =>
    `For ${number('en', yes)} of ${number('en', all)} people it worked out. ` +
    `Had we asked everybody, it would probably lie between ${low}% and ${high}%.`,
  say: 'Say how it went for you',
  what: 'What people said',
  doneCaption: 'Did it work out?',
  doneOf: { yes: 'Yes', partly: 'In part', no: 'No' },
  easeCaption: 'How easy was it?',
  easeOf: ['Very hard', 'Hard', 'So so', 'Easy', 'Very easy'],
  stuckCaption: 'Where did people get stuck?',
  stuckOf: {
    vinden: 'Could not be found',
    begrijpen: 'Could not be understood',
    inloggen: 'Logging in failed',
    papieren: 'Not all documents',
    fout: 'An error message',
    niemand: 'Nobody to ask',
    anders: 'Somewhere else',
  },
  answer: 'Answer',
  count: 'Count',
  helped: (count) => `${number('en', count)} times somebody helped.`,
  words: 'In their own words',
  wordsText: 'Only with leave, and after a member of staff read it. Numbers were taken out.',
  acts: 'What we did with it',
  noActs: 'We have not written anything here yet.',
  trend: 'Per quarter',
  trendCaption: 'Worked out per quarter, in tens',
  quarter: 'Quarter',
  version: 'Version',
  noVersion: '–',
  versionHow: 'A version is named where at least ten answers of that quarter mentioned it.',
  worked: 'Worked out',
  tests: 'Tried with people',
  testsText: 'A member of staff looked on. Five people show faults. They do not make a score.',
  test: (finished, count, help) =>
    `${number('en', finished)} of ${number('en', count)} finished, ${number('en', help)} with help.`,
  minutes: (minutes) => `It took ${number('en', minutes)} minutes in most cases.`,
  witness: (role) => `Seen by: ${role}.`,
  how: 'How we count',
  howText:
    'With an answer we keep: the day, the service, the version of the service, the step where you were, what you ' +
    'chose, whether somebody helped you, your own words, and whether those may stand on the site. After a year we ' +
    'erase the words. We keep no address, no device and no time. ' +
    'Who does not answer does not count. So do not compare services with each other. ' +
    'We count in tens, the oldest first. Ten count once they are full, in the quarter in which that happens. ' +
    'So nobody can work out from two days what one person answered.',
  product: 'About this product',
  file: 'Ratings of digital services: counts, in tens.',
}

/** The words in a language. */
export const says = (lang: Lang): typeof nl => ({ nl, en })[lang]
