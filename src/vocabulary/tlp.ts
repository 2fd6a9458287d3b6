/**
 * The Traffic Light Protocol 2.0 (FIRST): one table says which label opens which door, for whom and with how much. The
 * walls of the database hold the same table (migration 104), and a test holds one against the other.
 */

/** From the fewest readers to all. */
export const TLP = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'] as const
export type Tlp = (typeof TLP)[number]
/** What came in without a label is closed until a person decides. */
export type Labelled = Tlp | 'unlabelled'

/** Every way in which a warning, or that there is one, can reach somebody. */
export const TLP_DOORS = {
  page: 'de pagina',
  mail: 'e-mail',
  feed: 'feed',
  api: 'API',
  search: 'zoeken',
  export: 'bestand (CSAF)',
  print: 'afdrukken',
  replies: 'antwoorden',
  counts: 'aantallen',
  task: 'taken',
  trail: 'logboek',
  error: 'foutpagina',
} as const
export type TlpDoor = keyof typeof TLP_DOORS

/** Who: nobody, the named persons, colleagues whose task it is, and so on to everyone. Each holds the ones before. */
export type Reach = 'nobody' | 'named' | 'task' | 'clients' | 'community' | 'everyone'
/** How much of it: not even that it is there, that there is one, its title too, or all of it. */
export type Shows = 'nothing' | 'link' | 'title' | 'all'
export type Cell = { readonly reach: Reach; readonly shows: Shows }

const shut: Cell = { reach: 'nobody', shows: 'nothing' }
const all = (reach: Reach): Cell => ({ reach, shows: 'all' })
const link = (reach: Reach): Cell => ({ reach, shows: 'link' })
const title = (reach: Reach): Cell => ({ reach, shows: 'title' })
/** The trail names it by its id alone, and a page with an error is the same as of what never was. */
const always = { trail: link('community'), error: { reach: 'everyone', shows: 'nothing' } } as const

/** What is open to these readers in every door, but for what mail and the list of tasks tell. */
const open = (reach: Reach) =>
  ({
    page: all(reach),
    feed: title(reach),
    api: all(reach),
    search: title(reach),
    export: all(reach),
    print: all(reach),
    replies: all(reach),
    counts: all(reach),
    ...always,
  }) as const

/** Label × door × may. */
export const TLP_TABLE: Readonly<Record<Labelled, Readonly<Record<TlpDoor, Cell>>>> = {
  RED: {
    page: all('named'),
    mail: link('named'),
    feed: shut,
    api: shut,
    search: shut,
    export: shut,
    print: shut,
    replies: all('named'),
    counts: all('named'),
    task: link('named'),
    ...always,
  },
  'AMBER+STRICT': { ...open('task'), mail: link('task'), task: link('task') },
  AMBER: { ...open('clients'), mail: link('clients'), task: link('clients') },
  GREEN: { ...open('community'), mail: title('community'), task: title('community') },
  CLEAR: { ...open('everyone'), mail: all('everyone'), task: title('everyone') },
  unlabelled: {
    page: all('task'),
    mail: link('task'),
    feed: shut,
    api: shut,
    search: shut,
    export: shut,
    print: shut,
    replies: shut,
    counts: shut,
    task: link('task'),
    ...always,
  },
}

/** What a label allows at a door; no label is the narrowest that a person can still decide about. */
export const atDoor = (label: Tlp | null, door: TlpDoor): Cell => TLP_TABLE[label ?? 'unlabelled'][door]

/** As it is written on a page and in the subject of a mail. */
export const tlpName = (label: Tlp | null): string => (label === null ? 'nog geen label' : `TLP:${label}`)

/** What a label asks of who reads it, in one sentence. */
export const TLP_MEANS: Readonly<Record<'nl' | 'en', Readonly<Record<Labelled, string>>>> = {
  nl: {
    RED: 'Alleen voor de personen die bij naam zijn genoemd. Vertel het aan niemand anders.',
    'AMBER+STRICT': 'Alleen binnen de eigen organisatie, voor wie het nodig heeft voor het werk.',
    AMBER: 'Alleen binnen de eigen organisatie en bij haar klanten, voor wie het nodig heeft.',
    GREEN: 'Voor iedereen die hier samenwerkt. Zet het niet op een openbare plek.',
    CLEAR: 'Voor iedereen. U mag dit delen.',
    unlabelled: 'Er is nog geen label. Tot een medewerker kiest, blijft dit gesloten.',
  },
  en: {
    RED: 'Only for the persons who are named. Tell nobody else.',
    'AMBER+STRICT': 'Only within the own organisation, for those who need it for their work.',
    AMBER: 'Only within the own organisation and its clients, for those who need it.',
    GREEN: 'For everyone who works together here. Do not put it in a public place.',
    CLEAR: 'For everyone. You may share this.',
    unlabelled: 'There is no label yet. This stays closed until a staff member decides.',
  },
}
/** The same of no label too. */
export const tlpMeans = (label: Tlp | null, lang: 'nl' | 'en' = 'nl'): string => TLP_MEANS[lang][label ?? 'unlabelled']

/** Whether more people may read it under the second label than under the first. */
export const isWider = (from: Tlp, to: Tlp): boolean => TLP.indexOf(to) > TLP.indexOf(from)

/** What stands of it where only a line fits: with the title where the label allows that. */
export const lineOf = (label: Tlp | null, door: TlpDoor, called: string): string =>
  ['title', 'all'].includes(atDoor(label, door).shows)
    ? `${tlpName(label)} – ${called}`
    : `${tlpName(label)} – een waarschuwing`
