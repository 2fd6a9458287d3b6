/** The words of a register file: kinds of field, what a field is for, what a register is for. Code asks by these. */

import type { Role } from './roles.ts'

/** What a field holds, by its Dutch word in the file. */
export const FIELD_KINDS = {
  tekst: 'text',
  'lange-tekst': 'long-text',
  keuze: 'choice',
  meerkeuze: 'choices',
  'ja-nee': 'yes-no',
  datum: 'date',
  maand: 'month',
  getal: 'number',
  bedrag: 'amount',
  'e-mail': 'email',
  webadres: 'url',
  'e-mail-of-webadres': 'reach',
  plaats: 'place',
  verwijzing: 'link',
  lijst: 'list',
  bestand: 'file',
} as const
export type FieldKind = (typeof FIELD_KINDS)[keyof typeof FIELD_KINDS]

/** What code may ask a field for, whatever a municipality calls it. One field of a register at most has a role. */
export const FIELD_ROLES = [
  'title',
  'kind',
  'status',
  'begins',
  'ends',
  'notice',
  'review',
  'removed',
  'owner',
  'supplier',
  'contact',
  'place',
  'parent',
  'personal-data',
  'cost',
  'summary',
  'websites',
  'proof',
  'from',
  'to',
  'goal',
  'ground',
  'article',
  'trigger',
  'on-behalf',
  'model-version',
  'assessment-needed',
  'assessed',
] as const
export type FieldRole = (typeof FIELD_ROLES)[number]

/** What a register is for, by its Dutch word (`doel`). A register of one's own has a word of one's own. */
export const REGISTER_PURPOSES = {
  product: 'product',
  leverancier: 'supplier',
  contract: 'contract',
  verwerking: 'processing',
  verwerkersovereenkomst: 'processor-agreement',
  gegevensstroom: 'data-flow',
  algoritme: 'algorithm',
  sensor: 'sensor',
  dataset: 'data-set',
  taak: 'legal-task',
  certificaat: 'certificate',
  project: 'project',
} as const

/** What outside the registers a link may lead to, by its Dutch word. */
export const LINK_TARGETS = {
  organisatie: 'organisation',
  zaak: 'case',
  regeling: 'regulation',
  product: 'product',
  norm: 'norm',
} as const
export type LinkTarget = (typeof LINK_TARGETS)[keyof typeof LINK_TARGETS]

/** How an entry comes to be read by everybody: never, or by two people, of whom one releases and another publishes. */
export const PUBLICATION_WAYS = { nooit: 'never', 'na-twee-personen': 'two-people' } as const
export type PublicationWay = (typeof PUBLICATION_WAYS)[keyof typeof PUBLICATION_WAYS]

/** Whom a date that comes near is told, by the Dutch word: of the roles that may write in a register. */
export const KEEPERS = {
  beleidsmedewerker: 'policy-officer',
  uitvoerder: 'executor',
  accountmanager: 'account-manager',
} as const satisfies Readonly<Record<string, Role>>
export type Keeper = (typeof KEEPERS)[keyof typeof KEEPERS]

/** Who may read or write in a register, by the Dutch word in the file. */
export const READERS = {
  ...KEEPERS,
  adviseur: 'adviser',
  fg: 'fg',
  informatiebeveiliger: 'security-officer',
  beslisser: 'decision-maker',
  'medewerker-publicatie': 'publisher',
  auditor: 'auditor',
} as const satisfies Readonly<Record<string, Role>>

/** What a field must be for a criterion of a norm to be met, by its Dutch word in the norm's file. */
export const HOLDS = { ingevuld: 'filled', gekoppeld: 'linked', 'niet-verlopen': 'not-passed' } as const
/** The same where it is asked whether a criterion applies at all. */
export const CONDITIONS = { ...HOLDS, leeg: 'empty' } as const
export type Condition = (typeof CONDITIONS)[keyof typeof CONDITIONS]

/** What is found where a field is not what the norm asks. */
export const OTHERWISE = { 'voldoet-niet': 'unmet', deels: 'partly', onbekend: 'unknown' } as const
export type Otherwise = (typeof OTHERWISE)[keyof typeof OTHERWISE]
/** What is found where all that a field leads to has ended or is gone (`beeindigd`); what was there may be enough. */
export const ONCE_LINKED = { voldoet: 'met', ...OTHERWISE } as const
export type OnceLinked = (typeof ONCE_LINKED)[keyof typeof ONCE_LINKED]

/** What people do on the way of an entry to everybody, and back. Of each pair the second is another person's. */
export const RELEASE_STEPS = {
  released: 'gaf vrij',
  'taken-back': 'nam de vrijgave terug',
  published: 'maakte openbaar',
  'withdrawal-asked': 'vroeg om intrekken',
  'withdrawal-dropped': 'trok niet in',
  withdrawn: 'trok in',
} as const
export type ReleaseStep = keyof typeof RELEASE_STEPS

/** The column that every file of a register begins with: what people call an entry by, such as 12 of `sensor 12`. */
export const NUMBER = 'nummer'
