/** What organisations of the demo city offer each other in need, and the incidents in which that was asked. */
import type { Offered } from '../features/buddies/offer-store.ts'
import type { CallAnswer, Skill } from '../vocabulary/buddy.ts'

type Offering = Omit<Offered, 'hoursNote' | 'areas' | 'clusters'> &
  Partial<Pick<Offered, 'hoursNote' | 'areas' | 'clusters'>> & {
    /** The address of who offers. */
    readonly by: string
    /** Days that its agreement still holds; undefined: not signed yet. */
    readonly days?: number
  }

export const OFFERS: readonly Offering[] = [
  {
    by: 'esther.blom@sintlambertus.test',
    skills: ['trace', 'recover', 'network'],
    what: 'Wij kijken met u mee wat er is gebeurd, en hoe u veilig opnieuw begint. Wij nemen geen computers mee.',
    hours: 'always',
    contact: 'Piket informatiebeveiliging',
    phone: '0199 55 01 12',
    days: 210,
  },
  {
    by: 'willem.aarts@universiteit-sluiswijk.test',
    skills: ['law', 'trace', 'tell'],
    what: 'Hulp bij een datalek: is melden nodig, wat meldt u, en wat vertelt u aan mensen?',
    hours: 'office',
    hoursNote: 'niet tussen kerst en Nieuwjaar',
    contact: 'Willem Aarts',
    phone: '0199 55 02 30',
    days: 300,
  },
  {
    by: 'kim.tran@klikkado.test',
    skills: ['accounts', 'network'],
    what: 'Wachtwoorden en accounts weer veilig, en wifi of kassa weer aan de praat. Voor winkels en horeca.',
    hours: 'evenings',
    areas: ['Binnenstad', 'Stationsbuurt'],
    clusters: ['A', 'B'],
    contact: 'Kim Tran',
    phone: '06 55 50 11 88',
    days: 340,
  },
  {
    by: 'gerard.mulder@desluiswachter.test',
    skills: ['lend', 'hands', 'network'],
    what: 'Vijf laptops, twee telefoons met een abonnement, en een kamer met internet in ons kantoor.',
    hours: 'office',
    contact: 'Receptie',
    phone: '0199 55 04 00',
    days: 21,
  },
  {
    by: 'sanne.dijkstra@bibliotheek-sluiswijk.test',
    skills: ['lend', 'hands', 'tell'],
    what: 'Werkplekken met internet, ook op zaterdag. Vier mensen die kunnen bellen en uitleg geven.',
    hours: 'evenings',
    contact: 'Sanne Dijkstra',
    phone: '0199 55 06 66',
    days: 180,
  },
  {
    by: 'nadia.bakkali@waterschapsluisland.test',
    skills: ['recover', 'trace', 'law'],
    what: 'Herstel van servers en back-ups, met twee mensen. Alleen als er bij ons geen hoog water is.',
    hours: 'always',
    contact: 'Wachtdienst ICT',
    phone: '0199 55 07 24',
    days: 260,
  },
  {
    by: 'peter.hoekstra@sluislyceum.test',
    skills: ['hands'],
    what: 'Een lokaal en koffie. Leerlingen helpen niet mee.',
    hours: 'office',
    contact: 'Peter Hoekstra',
    phone: '0199 55 08 10',
  },
]

/** A line of the log, minutes after help was asked. */
type Happens = {
  readonly after: number
  readonly by: string
  readonly what:
    | { readonly taken: true }
    | { readonly called: string; readonly text: string }
    | { readonly answer: CallAnswer; readonly text: string }
    | { readonly note: string }
    | { readonly done: string; readonly lessons: string }
}
export type DemoIncident = {
  readonly by: string
  /** Hours ago that help was asked. */
  readonly hoursAgo: number
  readonly what: string
  readonly place: string
  readonly needs: readonly Skill[]
  readonly contact: string
  readonly phone: string
  readonly happens: readonly Happens[]
}

const DENNIS = 'dennis.oosterhof@gemeente-sluiswijk.test'
const [KIM, GERARD] = ['kim.tran@klikkado.test', 'gerard.mulder@desluiswachter.test']
const NADIA = 'nadia.bakkali@waterschapsluisland.test'
const IRMA = 'irma.smit@zorggroepdekade.test'

/** One that is over, one that runs, and one that waits. */
export const INCIDENTS: readonly DemoIncident[] = [
  {
    by: IRMA,
    hoursAgo: 24 * 33,
    what: 'Na een update start het planbord van de wijkzorg niet meer. Medewerkers weten niet waar zij heen moeten.',
    place: 'Kantoor aan de Kade',
    needs: ['recover', 'hands'],
    contact: 'Irma Smit',
    phone: '0199 55 09 21',
    happens: [
      { after: 6, by: DENNIS, what: { taken: true } },
      { after: 9, by: DENNIS, what: { called: NADIA, text: 'Kunt u meekijken met het terugzetten van een back-up?' } },
      { after: 11, by: DENNIS, what: { called: GERARD, text: 'Er zijn laptops nodig voor de planners.' } },
      { after: 24, by: NADIA, what: { answer: 'yes', text: 'Wij bellen over vijf minuten.' } },
      { after: 41, by: GERARD, what: { answer: 'later', text: 'Om 13.00 staan drie laptops klaar.' } },
      { after: 75, by: IRMA, what: { note: 'De route van vandaag is op papier gezet en doorgebeld.' } },
      { after: 190, by: NADIA, what: { note: 'De back-up van gisteravond staat terug. Het planbord start.' } },
      {
        after: 260,
        by: IRMA,
        what: {
          done: 'De back-up is teruggezet. De planners werkten vier uur op geleende laptops, met een lijst op papier.',
          lessons: 'Print elke ochtend de route. Laat een update eerst een dag proefdraaien. Oefen het terugzetten.',
        },
      },
    ],
  },
  {
    by: 'rob.visser@cafetanker.test',
    hoursAgo: 3,
    what: 'De kassa en de wifi doen het niet. Op de kassa staat een melding in het Engels, met een bedrag.',
    place: 'Café ’t Anker, achter de bar',
    needs: ['network', 'trace'],
    contact: 'Rob Visser',
    phone: '06 55 50 34 02',
    happens: [
      { after: 8, by: DENNIS, what: { taken: true } },
      { after: 10, by: DENNIS, what: { note: 'Gebeld: de kassa is van de stroom, niets is betaald.' } },
      { after: 14, by: DENNIS, what: { called: KIM, text: 'Kunt u vanmiddag bij het café langs?' } },
      { after: 32, by: KIM, what: { answer: 'yes', text: 'Ik ben er om half vijf.' } },
      { after: 40, by: 'rob.visser@cafetanker.test', what: { note: 'Wij schrijven de bonnen op papier.' } },
    ],
  },
  {
    by: 'peter.hoekstra@sluislyceum.test',
    hoursAgo: 1,
    what: 'Leerlingen krijgen e-mails die van een docent lijken te komen. Hij stuurde ze niet.',
    place: 'Sluislyceum, hele school',
    needs: ['accounts', 'tell'],
    contact: 'Peter Hoekstra',
    phone: '0199 55 08 10',
    happens: [],
  },
]

/** What was counted when half years ended: the newest first, `asked` null where that were too few to tell. */
export const HALVES: readonly Readonly<Record<'asked' | 'helped' | 'minutes', number | null>>[] = [
  { asked: 7, helped: 7, minutes: 26 },
  { asked: null, helped: null, minutes: null },
]
