/** Exercises of the demo city: one that was played, with what followed, and those that are planned. */
import type { Weighed } from '../vocabulary/exercise.ts'

export const LEADER = 'dennis.oosterhof@gemeente-sluiswijk.test'

/** A line of the record, in the minute of the clock. */
type Happens = {
  readonly minute: number
  readonly kind: 'action' | 'seen'
  readonly role?: string
  readonly text: string
}
type DemoMeasure = {
  readonly lesson: string
  readonly text: string
  /** The line of the record that it answers, where there is one. */
  readonly finding?: string
  readonly owner: string
  /** An organisation without an account that does it, and by which office there. */
  readonly doer?: string
  readonly doerRole?: string
  /** Days from today. */
  readonly due: number
  readonly proof?: string
  /** What somebody else said of it. */
  readonly accepted?: string
}
export type Played = {
  readonly scenario: string
  readonly organisation: string
  readonly daysAgo: number
  readonly starts: string
  readonly place: string
  readonly observer: string
  readonly players: Readonly<Record<string, string>>
  /** Minute in which each message was given; null: skipped. */
  readonly given: readonly (number | null)[]
  readonly happens: readonly Happens[]
  readonly lasted: number
  readonly result: string
  readonly measures: readonly DemoMeasure[]
  readonly shows: readonly { readonly criterion: string; readonly verdict: Weighed; readonly seen: string }[]
}

const [IRMA, WILMA] = ['irma.smit@zorggroepdekade.test', 'wilma.terpstra@servicecentrum-sluisstreek.test']

export const PLAYED: readonly Played[] = [
  {
    scenario: 'gijzeling-huisarts',
    organisation: 'Zorggroep De Kade',
    daysAgo: 38,
    starts: '13.30',
    place: 'Kantine aan de Kade',
    observer: 'Hoofd informatiebeveiliging van het ziekenhuis',
    players: { arts: 'Twee huisartsen', balie: 'Drie assistenten', beheer: 'Irma Smit' },
    given: [0, 6, 11, 21, 33, 42, 54, 66],
    happens: [
      { minute: 2, kind: 'action', role: 'balie', text: 'Riep de anderen, en schreef de tijd op een envelop.' },
      { minute: 8, kind: 'action', role: 'beheer', text: 'Liet alle netwerkkabels uittrekken. De wifi bleef aan.' },
      { minute: 9, kind: 'seen', text: 'Niemand wist waar de wifi uit gaat.' },
      { minute: 14, kind: 'action', role: 'arts', text: 'Belde de apotheek over de bloedverdunners.' },
      {
        minute: 24,
        kind: 'action',
        role: 'beheer',
        text: 'Zocht het tweede nummer van de leverancier. Het stond in een computer.',
      },
      { minute: 36, kind: 'action', role: 'beheer', text: 'Besloot aangifte te doen en het datalek te melden.' },
      { minute: 45, kind: 'action', role: 'balie', text: 'Verwees de journalist naar één persoon.' },
      { minute: 58, kind: 'action', role: 'arts', text: 'Koos: eerst medicijnen, dan afspraken, dan post.' },
      { minute: 68, kind: 'seen', text: 'Patiënten kregen een eerlijk antwoord. Er was geen blad om mee te geven.' },
    ],
    lasted: 79,
    result:
      'Zorg die niet kan wachten, ging door. Het kostte tien minuten om de leverancier te vinden. Wie beslist, was ' +
      'na een kwartier duidelijk.',
    measures: [
      {
        lesson: 'Het nummer van de leverancier stond in een computer.',
        text: 'Hang een lijst met nummers op papier achter de balie.',
        owner: IRMA,
        due: -10,
        proof: 'De lijst hangt op drie plekken, met de datum erop.',
        accepted: 'Gezien bij een bezoek.',
      },
      {
        lesson: 'Niemand wist waar de wifi uit gaat.',
        finding: 'Niemand wist waar de wifi uit gaat.',
        text: 'Plak bij de meterkast welke knop de wifi uitzet.',
        owner: IRMA,
        due: 6,
        proof: 'Er zit een sticker op de knop. Twee collega’s vonden hem in een minuut.',
      },
      {
        lesson: 'Een back-up van vrijdag is voor maandag te oud.',
        text: 'Zet elke nacht een back-up weg, en probeer elk kwartaal of terugzetten lukt.',
        owner: LEADER,
        doer: 'Leverancier van het dossiersysteem',
        doerRole: 'klantbeheer',
        due: 45,
      },
      {
        lesson: 'De gemeente hoorde het niet vanzelf.',
        text: 'Zet in het draaiboek wie de gemeente belt, en op welk nummer.',
        owner: WILMA,
        due: -3,
      },
    ],
    shows: [
      {
        criterion: 'VEI-09.waarneming',
        verdict: 'met',
        seen: 'De hele oefening bijgewoond, met tijden. Het werk ging door op papier.',
      },
      {
        criterion: 'VEI-09.oefening',
        verdict: 'partly',
        seen: 'Geoefend met drie rollen. Van vier lessen is er één al een maatregel die klaar is.',
      },
    ],
  },
]

export type ToCome = {
  readonly scenario: string
  readonly organisation: string
  /** Days from today. */
  readonly within: number
  readonly starts: string
  readonly place: string
  readonly observer: string
  readonly players: Readonly<Record<string, string>>
}
export const TO_COME: readonly ToCome[] = [
  {
    scenario: 'internet-stadhuis',
    organisation: 'Bibliotheek Sluiswijk',
    within: 16,
    starts: '09.30',
    place: 'Leeszaal, voor openingstijd',
    observer: 'Coördinator crisisbeheersing',
    players: { leiding: 'Sanne Dijkstra', ict: 'Beheerder van de bibliotheek' },
  },
]
