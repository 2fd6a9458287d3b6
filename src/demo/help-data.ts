/** What the demo city offers: its postcodes, places with help, and courses. Days are counted from today. */
import type { HelpLanguage, HelpSubject, PlaceKind, SignUpWay, StepFree } from '../vocabulary/help.ts'

/** Made up: four digits, metres of the national grid, neighbourhood, inhabitants. */
export const AREAS = `pc4;x;y;wijk;inwoners
2395;93609;464005;Binnenstad;7840
2396;92860;464880;Stationsbuurt;6120
2397;94233;464632;Sluiskwartier;9310
2398;94322;463540;Zuiderhof;8050
2399;93091;463589;Spuioever;5480
`

export type DemoPlace = {
  readonly key: string
  /** Whose own it is; empty: the municipality keeps it. */
  readonly keeper: string
  readonly name: string
  readonly provider: string
  readonly kind: PlaceKind
  readonly street: string
  readonly postcode: string
  readonly point: readonly [x: number, y: number]
  readonly phone: string
  readonly route: string
  readonly about: string
  readonly stepFree: StepFree
  readonly access: readonly ('toilet' | 'loop' | 'parking')[]
  readonly subjects: readonly HelpSubject[]
  readonly languages: readonly HelpLanguage[]
  /** `1-5 10:00-12:00`: days of the week, with times. */
  readonly hours: readonly string[]
  /** It is closed this week, and why. */
  readonly closed?: string
  /** Days ago that somebody looked. */
  readonly checked: number
}

const LIBRARY = 'Bibliotheek Sluiswijk'

export const PLACES: readonly DemoPlace[] = [
  {
    key: 'bibliotheek',
    keeper: LIBRARY,
    name: 'Informatiepunt in de bibliotheek',
    provider: LIBRARY,
    kind: 'information-point',
    street: 'Boterplein 4',
    postcode: '2395 AB',
    point: [93520, 464000],
    phone: '099 000 01 01',
    route: 'Bus 3, halte Boterplein. De ingang is naast de fontein. De balie is meteen links.',
    about: 'Loop binnen met uw vraag over DigiD, een brief van de overheid of uw telefoon. Wij kijken met u mee.',
    stepFree: 'yes',
    access: ['toilet', 'loop'],
    subjects: ['government', 'basics', 'phone', 'internet', 'health'],
    languages: ['nl', 'en', 'ar'],
    hours: ['1-6 10:00-17:00', '7 13:00-16:00'],
    checked: 6,
  },
  {
    key: 'taalhuis',
    keeper: LIBRARY,
    name: 'Taalhuis Sluiswijk',
    provider: LIBRARY,
    kind: 'language-house',
    street: 'Boterplein 4, eerste verdieping',
    postcode: '2395 AB',
    point: [93520, 464005],
    phone: '099 000 01 02',
    route: 'Neem de lift in de bibliotheek. Het Taalhuis is de groene deur.',
    about: 'Voor wie beter wil lezen, schrijven of met de computer wil leren werken.',
    stepFree: 'yes',
    access: ['toilet'],
    subjects: ['language', 'basics'],
    languages: ['nl', 'ar', 'ti', 'uk'],
    hours: ['2 13:00-16:00', '4 09:30-12:00'],
    checked: 20,
  },
  {
    key: 'sluisje',
    keeper: '',
    name: 'Buurthuis Het Sluisje',
    provider: 'Stichting Buurtwerk Sluiswijk',
    kind: 'community-house',
    street: 'Kadelaan 12',
    postcode: '2397 CD',
    point: [94190, 464600],
    phone: '099 000 01 03',
    route: 'Tien minuten lopen van het station. Bel aan bij de blauwe deur.',
    about: 'Elke week zitten hier drie vrijwilligers klaar. Neem uw telefoon of laptop mee. De koffie is gratis.',
    stepFree: 'yes',
    access: ['toilet', 'parking'],
    subjects: ['phone', 'internet', 'safety', 'money'],
    languages: ['nl', 'tr'],
    hours: ['1 09:30-12:00, 13:00-15:30', '3 09:30-12:00', '7 14:00-16:00'],
    checked: 33,
  },
  {
    key: 'zuiderhof',
    keeper: '',
    name: 'Wijkpunt Zuiderhof',
    provider: 'Welzijn Zuid',
    kind: 'community-house',
    street: 'Hofstede 3',
    postcode: '2398 EF',
    point: [94300, 463560],
    phone: '099 000 01 04',
    route: 'Bus 7, halte Hofstede. Tegenover de supermarkt.',
    about: 'Hulp bij formulieren en geldzaken, ook op papier.',
    stepFree: 'no',
    access: [],
    subjects: ['government', 'money'],
    languages: ['nl'],
    hours: ['2 10:00-12:00', '5 10:00-12:00'],
    closed: 'Deze week dicht: de vloer wordt vernieuwd. Volgende week zijn wij er weer.',
    checked: 12,
  },
  {
    key: 'spui',
    keeper: '',
    name: 'Inloop Spuioever',
    provider: 'Kerken van Spuioever',
    kind: 'other',
    street: 'Spuikade 41',
    postcode: '2399 GH',
    point: [93050, 463620],
    phone: '099 000 01 05',
    route: 'Achter de kerk, via het hek.',
    about: 'Samen aan tafel met een laptop. Iedereen kan binnenlopen.',
    stepFree: 'unknown',
    access: [],
    subjects: ['basics', 'internet'],
    languages: ['nl', 'pl'],
    hours: ['4 14:00-16:00', '7 14:00-16:00'],
    checked: 118,
  },
  {
    key: 'station',
    keeper: '',
    name: 'Computerclub Stationsbuurt',
    provider: 'Computerclub Stationsbuurt',
    kind: 'other',
    street: 'Perronstraat 8',
    postcode: '2396 JK',
    point: [92950, 464730],
    phone: '',
    route: '',
    about: 'Leden helpen elkaar.',
    stepFree: 'unknown',
    access: [],
    subjects: ['basics', 'phone'],
    languages: ['nl'],
    hours: ['3 19:00-21:00', '7 10:00-12:00'],
    checked: 204,
  },
]

export type DemoCourse = {
  readonly key: string
  readonly keeper: string
  readonly place: string
  readonly title: string
  readonly provider: string
  readonly subject: HelpSubject
  readonly language: HelpLanguage
  readonly about: string
  readonly phone: string
  readonly online?: string
  readonly signUp: SignUpWay
  readonly places: number
  /** Days from today, of the first and the last meeting; they are a week apart. */
  readonly from: number
  readonly until: number
  readonly at: string
  /** How many signed up. */
  readonly people: number
  /** Which meeting is called off, from 0, and why. */
  readonly cancelled?: readonly [which: number, why: string]
  readonly off?: true
  readonly checked: number
  readonly cost?: number
}

export const COURSES: readonly DemoCourse[] = [
  {
    key: 'klik',
    keeper: LIBRARY,
    place: 'bibliotheek',
    title: 'Klik en tik: de computer stap voor stap',
    provider: LIBRARY,
    subject: 'basics',
    language: 'nl',
    about: 'Vier ochtenden. U leert de muis, het toetsenbord en het internet. Twee mensen begeleiden u.',
    phone: '099 000 01 01',
    signUp: 'here',
    places: 8,
    from: 3,
    until: 24,
    at: '09:30-11:30',
    people: 14,
    checked: 6,
  },
  {
    key: 'digid',
    keeper: LIBRARY,
    place: 'bibliotheek',
    title: 'Zelf regelen met DigiD',
    provider: LIBRARY,
    subject: 'government',
    language: 'nl',
    about: 'U vraagt samen DigiD aan en oefent met de site van de gemeente. Neem uw identiteitsbewijs mee.',
    phone: '099 000 01 01',
    signUp: 'here',
    places: 10,
    from: 9,
    until: 30,
    at: '13:30-15:30',
    people: 3,
    checked: 6,
  },
  {
    key: 'veilig',
    keeper: '',
    place: 'sluisje',
    title: 'Veilig internetbankieren',
    provider: 'Stichting Buurtwerk Sluiswijk',
    subject: 'safety',
    language: 'nl',
    about: 'Hoe herkent u een nepbericht, en wat doet u als het toch misgaat?',
    phone: '099 000 01 03',
    signUp: 'here',
    places: 12,
    from: -7,
    until: 14,
    at: '10:00-12:00',
    people: 9,
    cancelled: [2, 'de begeleider is ziek'],
    checked: 14,
  },
  {
    key: 'arabisch',
    keeper: LIBRARY,
    place: 'taalhuis',
    title: 'Telefoon en apps, in het Arabisch',
    provider: LIBRARY,
    subject: 'phone',
    language: 'ar',
    about: 'Een begeleider die Arabisch spreekt, helpt u met uw eigen telefoon.',
    phone: '099 000 01 02',
    signUp: 'phone',
    places: 6,
    from: 5,
    until: 26,
    at: '13:00-15:00',
    people: 0,
    checked: 20,
  },
  {
    key: 'zorg',
    keeper: '',
    place: 'zuiderhof',
    title: 'Zorg online: huisarts en apotheek',
    provider: 'Welzijn Zuid',
    subject: 'health',
    language: 'nl',
    about: 'Een afspraak maken, uitslagen bekijken en medicijnen bestellen.',
    phone: '099 000 01 04',
    signUp: 'here',
    places: 8,
    from: 16,
    until: 30,
    at: '10:00-12:00',
    people: 2,
    checked: 12,
  },
  {
    key: 'foto',
    keeper: '',
    place: 'sluisje',
    title: 'Foto’s bewaren en delen',
    provider: 'Stichting Buurtwerk Sluiswijk',
    subject: 'phone',
    language: 'nl',
    about: 'Kom langs met uw telefoon. U hoeft zich niet in te schrijven.',
    phone: '099 000 01 03',
    signUp: 'walk-in',
    places: 15,
    from: 0,
    until: 21,
    at: '14:00-15:30',
    people: 0,
    checked: 33,
  },
  {
    key: 'nepnieuws',
    keeper: '',
    place: '',
    title: 'Echt of nep? Nieuws op internet',
    provider: 'Sluislyceum',
    subject: 'media',
    language: 'nl',
    about: 'Een avond voor ouders en kinderen samen, thuis achter het scherm.',
    phone: '099 000 01 06',
    online: 'Met een link die u een dag ervoor krijgt.',
    signUp: 'here',
    places: 25,
    from: 11,
    until: 11,
    at: '19:30-21:00',
    people: 6,
    checked: 40,
  },
  {
    key: 'vergaderen',
    keeper: '',
    place: 'spui',
    title: 'Vergaderen via het scherm',
    provider: 'Kerken van Spuioever',
    subject: 'internet',
    language: 'nl',
    about: 'Twee middagen over beeldbellen.',
    phone: '099 000 01 05',
    signUp: 'here',
    places: 8,
    from: 8,
    until: 15,
    at: '14:00-16:00',
    people: 2,
    off: true,
    checked: 60,
  },
]

/** Made up first names for who signed up, with made up numbers. */
export const NAMES = 'Riet Ahmed Corrie Jan Fatma Wim Annie Piotr Greet Kees Yusuf Tineke Hans Maria'.split(' ')
/** Quarters before this one: how many got a place in time, too late, or none. */
export const BEFORE = [
  { quarters: 1, met: 41, late: 6, unplaced: 5 },
  { quarters: 2, met: 37, late: 9, unplaced: 7 },
  { quarters: 3, met: 18, late: 2, unplaced: 0 },
  { quarters: 4, met: 2, late: 1, unplaced: 0 },
] as const
