/** What is told of how far the promise of a course is kept, in both languages. */
import { FEWEST, RIGHT_WITHIN } from '../../vocabulary/help.ts'
import { counted, number, nearPercent, percent, type Lang } from '../../web/language.ts'

const far = (lang: Lang, metres: number): string =>
  metres < 950 ? `${number(lang, Math.round(metres / 50) * 50)} m` : `${number(lang, Math.round(metres / 100) / 10)} km`

const nl = {
  title: 'Hoe goed kunnen mensen een cursus volgen?',
  lead: (wait: number | null) =>
    wait === null
      ? 'Nu is er op geen enkele cursus een plaats vrij.'
      : wait === 0
        ? 'Vandaag begint een cursus met een vrije plaats.'
        : `De eerste cursus met een vrije plaats begint over ${counted('nl', wait, 'dag', 'dagen')}.`,
  why: 'De gemeente belooft iedereen een cursus. Hier staat hoe dat gaat: hoe ver, hoeveel plaatsen, hoe snel.',
  reach: 'Hoe ver is het?',
  reached: {
    inhabitants: (one: number, three: number) =>
      `${percent('nl', one)} van de inwoners woont binnen 1 km van een plek met hulp, ` +
      `${percent('nl', three)} binnen 3 km.`,
    postcodes: (one: number, three: number) =>
      `${percent('nl', one)} van de postcodes ligt binnen 1 km van een plek met hulp, ` +
      `${percent('nl', three)} binnen 3 km.`,
  },
  noReach: 'De gemeente heeft nog geen tabel met postcodes geladen. Daarom weten wij dit niet.',
  reachHow:
    'Gemeten in een rechte lijn, van het midden van elke postcode (vier cijfers) tot de dichtste plek. ' +
    'Een plek telt mee als iemand hem het laatste halfjaar nakeek.',
  near: 'Per wijk',
  nearCaption: 'Plekken, vrije plaatsen en wachttijd per wijk',
  column: {
    district: 'Wijk',
    inhabitants: 'Inwoners',
    far: 'Afstand tot hulp',
    places: 'Plekken met hulp',
    free: 'Vrije plaatsen op cursussen',
    wait: 'Dagen tot een vrije plaats',
  },
  noNear: 'Van geen enkele wijk is iets bekend.',
  unknown: 'niet bekend',
  none: 'geen plaats vrij',
  byPhone: 'bel de aanbieder',
  metres: (metres: number) => far('nl', metres),
  languages: 'Per taal',
  languageCaption: 'Vrije plaatsen en wachttijd per taal van de cursus',
  language: 'Taal',
  noLanguages: 'Nu begint er geen cursus.',
  right: 'Hoe vaak lukte het?',
  rightHow:
    `Het lukte als iemand binnen ${RIGHT_WITHIN} dagen na de inschrijving in een les kon zitten. ` +
    'Wij tellen dat als de cursus voorbij is, en laten een kwartaal een maand later zien. ' +
    'Wie zichzelf uitschreef, telt niet mee.',
  rightCaption: 'Inschrijvingen per kwartaal, en hoe vaak het op tijd lukte',
  quarter: (of: string) => `${Math.ceil(Number(of.slice(5, 7)) / 3)}e kwartaal ${of.slice(0, 4)}`,
  columnRight: { quarter: 'Kwartaal', asked: 'Inschrijvingen', met: 'Op tijd een plaats' },
  few: `minder dan ${FEWEST}`,
  hidden: 'niet te zeggen',
  hiddenHow: `Gaat het om minder dan ${FEWEST} mensen, dan staat er geen getal. Zo is niemand te herkennen.`,
  noRight: 'Er is nog geen cursus voorbij waarvoor mensen zich hier inschreven.',
  share: (met: number, asked: number) => `${number('nl', met)} (${nearPercent('nl', met / asked)})`,
  cancelled: 'Vielen er lessen uit?',
  cancelledText: (off: number, all: number) =>
    all === 0
      ? 'Het laatste jaar waren er geen lessen.'
      : `Van de ${number('nl', all)} lessen van het laatste jaar en van nu ` +
        `${off === 0 ? 'viel er geen uit.' : off === 1 ? 'viel er 1 uit.' : `vielen er ${number('nl', off)} uit.`}`,
}
const en: typeof nl = {
  title: 'How well can people follow a course?',
  lead: (wait) =>
    wait === null
      ? 'No course has a free place now.'
      : wait === 0
        ? 'A course with a free place begins today.'
        : `The first course with a free place begins in ${counted('en', wait, 'day', 'days')}.`,
  why: 'The municipality promises everybody a course. This is how that goes: how far, how many places, how soon.',
  reach: 'How far is it?',
  reached: {
    inhabitants: (one, three) =>
      `${percent('en', one)} of the inhabitants live within 1 km of a place with help, ` +
      `${percent('en', three)} within 3 km.`,
    postcodes: (one, three) =>
      `${percent('en', one)} of the postcodes lie within 1 km of a place with help, ` +
      `${percent('en', three)} within 3 km.`,
  },
  noReach: 'The municipality has not loaded a table of postcodes yet. So we do not know.',
  reachHow:
    'Measured in a straight line, from the middle of each postcode (four digits) to the nearest place. ' +
    'A place counts when somebody checked it in the last half year.',
  near: 'By neighbourhood',
  nearCaption: 'Places, free places and waiting by neighbourhood',
  column: {
    district: 'Neighbourhood',
    inhabitants: 'Inhabitants',
    far: 'Distance to help',
    places: 'Places with help',
    free: 'Free places on courses',
    wait: 'Days to a free place',
  },
  noNear: 'Nothing is known of any neighbourhood.',
  unknown: 'not known',
  none: 'no place free',
  byPhone: 'phone the provider',
  metres: (metres) => far('en', metres),
  languages: 'By language',
  languageCaption: 'Free places and waiting by language of the course',
  language: 'Language',
  noLanguages: 'No course begins now.',
  right: 'How often did it work out?',
  rightHow:
    `It worked out when somebody could sit in a lesson within ${RIGHT_WITHIN} days after signing up. ` +
    'We count that when the course is over. Who took back the sign-up does not count.',
  rightCaption: 'Sign-ups by quarter, and how often it worked out in time',
  quarter: (of) => `Quarter ${Math.ceil(Number(of.slice(5, 7)) / 3)} of ${of.slice(0, 4)}`,
  columnRight: { quarter: 'Quarter', asked: 'Sign-ups', met: 'A place in time' },
  few: `fewer than ${FEWEST}`,
  hidden: 'cannot be told',
  hiddenHow: `Where it is about fewer than ${FEWEST} people there is no number. So nobody can be recognised.`,
  noRight: 'No course for which people signed up here is over yet.',
  share: (met, asked) => `${number('en', met)} (${nearPercent('en', met / asked)})`,
  cancelled: 'Were lessons cancelled?',
  cancelledText: (off, all) =>
    all === 0
      ? 'There were no lessons in the last year.'
      : `Of the ${number('en', all)} lessons of the last year and of now ` +
        `${off === 0 ? 'none was' : off === 1 ? '1 was' : `${number('en', off)} were`} cancelled.`,
}

/** The sentences in the language asked for. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
