/** What is held in the demo city: coming, full, proposed, called off, and over with what it taught. Days from today. */
import type { EventKind, EventSubject } from '../vocabulary/event.ts'
import type { SignUpWay } from '../vocabulary/help.ts'

export type DemoEvent = {
  readonly title: string
  readonly kind: EventKind
  readonly subject: EventSubject
  readonly about: string
  readonly forWhom?: string
  /** Whose own it is; empty: the municipality organises it. */
  readonly keeper: string
  readonly day: number
  readonly until?: number
  readonly at: string
  /** Name, street and postcode; undefined: at home alone. */
  readonly place?: readonly [name: string, street: string, postcode: string]
  readonly online?: string
  readonly phone: string
  readonly signUp: SignUpWay
  readonly places: number
  /** How many joined. */
  readonly people: number
  readonly cost?: number
  /** Nobody placed it yet, or somebody said why not. */
  readonly stays?: 'proposed' | 'declined'
  readonly off?: string
  readonly after?: {
    readonly came: number
    readonly lessons: string
    readonly material: readonly { readonly name: string; readonly url: string }[]
  }
}

const LIBRARY = 'Bibliotheek Sluiswijk'
const SCHOOL = 'Sluislyceum'
const LIBRARY_HALL = ['Bibliotheek Sluiswijk, grote zaal', 'Boterplein 4', '2395 AB'] as const
const TOWN_HALL = ['Stadhuis', 'Stadhuisplein 1', '2399 AB'] as const

export const EVENTS: readonly DemoEvent[] = [
  {
    title: 'Avond over nepberichten',
    kind: 'seminar',
    subject: 'safety',
    about:
      'Hoe herkent u een nepbericht? Een agent en een bankmedewerker laten echte voorbeelden zien.\n' +
      'Neem uw telefoon mee. Na de pauze kijken wij samen naar uw vragen.',
    forWhom: 'Voor iedereen, ook als u niet zo handig bent met de telefoon.',
    keeper: LIBRARY,
    day: 9,
    at: '19:30-21:30',
    place: LIBRARY_HALL,
    phone: '099 000 01 01',
    signUp: 'here',
    places: 60,
    people: 23,
  },
  {
    title: 'Inloop: vragen over een algoritme van de gemeente',
    kind: 'walk-in',
    subject: 'algorithms',
    about:
      'Loop binnen met een vraag over een besluit dat met een computer is gemaakt. Een medewerker zoekt het met u uit.',
    keeper: '',
    day: 4,
    at: '14:00-16:00',
    place: TOWN_HALL,
    phone: '099 000 02 00',
    signUp: 'walk-in',
    places: 30,
    people: 0,
  },
  {
    title: 'Toegankelijke site in een middag',
    kind: 'workshop',
    subject: 'accessibility',
    about:
      'Wij lopen uw website na met iemand die een schermlezer gebruikt. U gaat naar huis met drie dingen om te doen.',
    forWhom: 'Voor winkels, clubs en scholen met een eigen site.',
    keeper: '',
    day: 16,
    at: '13:00-16:30',
    place: TOWN_HALL,
    phone: '099 000 02 00',
    signUp: 'here',
    places: 8,
    people: 12,
  },
  {
    title: 'Hackathon: open data van de stad',
    kind: 'hackathon',
    subject: 'open-source',
    about: 'Twee dagen bouwen met de open data van Leidraad. Leerlingen en ondernemers werken in groepjes.',
    keeper: SCHOOL,
    day: 40,
    until: 41,
    at: '10:00-17:00',
    place: ['Sluislyceum, aula', 'Kadelaan 40', '2397 CE'],
    online: 'Doe mee met de videoverbinding. De link krijgt u de dag ervoor.',
    phone: '099 000 03 00',
    signUp: 'here',
    places: 80,
    people: 14,
  },
  {
    title: 'Privacy op school, voor ouders',
    kind: 'meeting',
    subject: 'privacy',
    about: 'Welke apps gebruikt de school, en wat weten die van uw kind? Stel uw vragen.',
    keeper: SCHOOL,
    day: 23,
    at: '20:00-21:30',
    place: ['Sluislyceum, aula', 'Kadelaan 40', '2397 CE'],
    phone: '099 000 03 00',
    signUp: 'here',
    places: 50,
    people: 0,
    stays: 'proposed',
  },
  {
    title: 'Verkoop van tweedehands laptops',
    kind: 'meeting',
    subject: 'business',
    about: 'Koop een laptop voor een lage prijs.',
    keeper: LIBRARY,
    day: 30,
    at: '10:00-12:00',
    place: LIBRARY_HALL,
    phone: '099 000 01 01',
    signUp: 'walk-in',
    places: 100,
    people: 0,
    stays: 'declined',
  },
  {
    title: 'Ontbijt voor ondernemers: uw webwinkel veilig',
    kind: 'seminar',
    subject: 'business',
    about: 'Vier dingen die u vandaag nog kunt instellen. Met ontbijt.',
    keeper: '',
    day: 6,
    at: '08:00-09:30',
    place: TOWN_HALL,
    phone: '099 000 02 00',
    signUp: 'here',
    places: 30,
    people: 7,
    cost: 750,
    off: 'De spreker is ziek. In het voorjaar doen wij het opnieuw.',
  },
  {
    title: 'Sluiswijk leert inloggen',
    kind: 'workshop',
    subject: 'skills',
    about: 'Samen oefenen met DigiD en een wachtwoordkluis.',
    keeper: LIBRARY,
    day: -25,
    at: '10:00-12:00',
    place: LIBRARY_HALL,
    phone: '099 000 01 01',
    signUp: 'here',
    places: 25,
    people: 0,
    after: {
      came: 21,
      lessons:
        'De meeste mensen liepen vast bij de tweede stap van DigiD, niet bij het wachtwoord.\n' +
        'Met twee helpers voor twintig mensen was het te druk. De volgende keer zijn het er vier.\n' +
        'De uitleg op papier ging bij iedereen mee naar huis. Die staat hieronder.',
      material: [{ name: 'Uitleg op papier', url: 'https://www.bibliotheek-sluiswijk.test/inloggen.pdf' }],
    },
  },
  {
    title: 'Hack Sluiswijk, voorjaar',
    kind: 'hack',
    subject: 'safety',
    about:
      'Een dag lang zoeken studenten en experts naar zwakke plekken in systemen van de gemeente.\n' +
      'Wat zij vinden, melden zij meteen. Daarna herstellen wij het samen met de leveranciers.',
    forWhom: 'Voor wie zich aan de hackregels houdt. U hoeft geen expert te zijn.',
    keeper: '',
    day: 75,
    at: '09:30-17:00',
    place: TOWN_HALL,
    phone: '099 000 02 00',
    signUp: 'here',
    places: 40,
    people: 11,
  },
  {
    title: 'Hack Sluiswijk',
    kind: 'hack',
    subject: 'safety',
    about: 'Een dag lang zochten studenten en experts naar zwakke plekken in systemen van de gemeente.',
    keeper: '',
    day: -47,
    at: '09:30-17:00',
    place: TOWN_HALL,
    phone: '099 000 02 00',
    signUp: 'here',
    places: 40,
    people: 0,
    after: {
      came: 34,
      lessons:
        'De meeste zwakke plekken zaten niet in nieuwe systemen, maar in een oude pagina die niemand meer kende.\n' +
        'Een leverancier die op de plek was, herstelde de eerste al voor de lunch.\n' +
        'De volgende keer vragen wij de leveranciers drie maanden vooruit. Een zei nee, omdat het te kort was.',
      material: [],
    },
  },
  {
    title: 'Stadsgesprek: camera’s in de stad',
    kind: 'meeting',
    subject: 'city',
    about: 'De gemeente vertelt waar camera’s hangen en waarom. U zegt wat u ervan vindt.',
    keeper: '',
    day: -4,
    at: '19:30-21:30',
    place: TOWN_HALL,
    phone: '099 000 02 00',
    signUp: 'walk-in',
    places: 120,
    people: 0,
  },
]
