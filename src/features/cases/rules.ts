/**
 * The way of an IT-toets as data: which step leads where, who takes it, and what must be so before. Pure. Every step
 * is of a named
 * person: there is no entry for a timer, a rule or a system account, and the database would refuse one.
 */
import type { CaseKind, CaseState, ReactionKind, Stance } from '../../model/case.ts'
import type { Person } from '../../model/person.ts'
import { allows, type Permission, type Role } from '../../model/roles.ts'
import type { Term } from '../../lib/working-days.ts'

export const KIND_NAMES: Readonly<Record<CaseKind, string>> = {
  regulation: 'regeling',
  proposal: 'beleidsvoorstel',
  product: 'digitaal product',
}
export const STANCES: Readonly<Record<Stance, string>> = {
  'no-objection': 'Geen bezwaar',
  conditions: 'Geen bezwaar onder voorwaarden',
  revise: 'Eerst aanpassen',
  against: 'Niet doen',
  'none-needed': 'Geen advies nodig',
}
export const REACTIONS: Readonly<Record<ReactionKind, string>> = {
  adopt: 'overnemen',
  adapt: 'aangepast overnemen',
  refuse: 'niet overnemen',
}

/** The way as a reader sees it, in order. */
export const WAY: readonly CaseState[] = [
  'draft',
  'pre-check',
  'in-test',
  'completeness',
  'opinions',
  'advice',
  'reaction',
  'decision',
  'decided',
  'published',
  'follow-up',
]

/** The way of what was signed as without effect. */
export const SHORT_WAY: readonly CaseState[] = ['draft', 'pre-check', 'no-effect', 'published']

export type Request = {
  readonly id: string
  readonly role: Role
  readonly person: string | null
  readonly answered: boolean
}
/** What the rules need to know of a case. */
export type CaseFacts = {
  readonly state: CaseState
  readonly author: string
  readonly handler: string | null
  readonly decisionMaker: string | null
  readonly beforeHold: CaseState | null
  readonly summary: string
  readonly intendedOn: string | null
  /** What the pre-check proposes. */
  readonly proposal: 'full-test' | 'doubt' | 'no-effect' | 'incomplete'
  readonly openQuestions: number
  readonly coverage: number
  readonly flags: readonly string[]
  readonly flagsAnswered: ReadonlySet<string>
  /** Of this round. */
  readonly requests: readonly Request[]
  readonly conditions: readonly { readonly id: string; readonly reaction: ReactionKind | null }[]
  readonly openMeasures: number
}

export type Taker = 'author' | 'handler' | 'decision-maker' | 'author-or-handler'
export type Step = {
  readonly id: string
  readonly from: readonly CaseState[]
  /** `resume`: back to where it was held. */
  readonly to: CaseState | 'resume'
  readonly who: Taker
  readonly may: Permission
  /** The button. */
  readonly label: string
  /** Why not now, in a Dutch sentence; undefined when it may. */
  readonly guard?: (facts: CaseFacts) => string | undefined
  /** Whether the person says why; a function when it depends. */
  readonly reason: 'no' | 'optional' | 'required' | ((facts: CaseFacts) => boolean)
  /** A page of its own, with more than a reason. */
  readonly page?: 'opinions' | 'advice' | 'decision'
  /** Beside the way: never the main action. */
  readonly aside?: true
  /** How long the next step may take (service terms; legal ones are named). */
  readonly term?: Term
}

const EVERY_RUNNING: readonly CaseState[] = [
  'draft',
  'pre-check',
  'in-test',
  'completeness',
  'opinions',
  'advice',
  'reaction',
  'decision',
]

export const STEPS: readonly Step[] = [
  {
    id: 'indienen',
    from: ['draft'],
    to: 'pre-check',
    who: 'author',
    may: 'case.write',
    label: 'Dien in voor de voortoets',
    reason: 'no',
    term: { workingDays: 5 },
    guard: ({ summary, intendedOn }) =>
      summary === ''
        ? 'Beschrijf eerst in een paar zinnen wat het voorstel is.'
        : intendedOn === null
          ? 'Vul eerst in wanneer het besluit gepland is.'
          : undefined,
  },
  {
    id: 'volledige-toets',
    from: ['pre-check'],
    to: 'in-test',
    who: 'handler',
    may: 'case.handle',
    label: 'Bevestig: volledige toets',
    reason: ({ proposal }) => proposal !== 'full-test',
    guard: ({ proposal }) => (proposal === 'incomplete' ? 'De voortoets is nog niet helemaal ingevuld.' : undefined),
  },
  {
    id: 'geen-effect',
    from: ['pre-check'],
    to: 'no-effect',
    who: 'handler',
    may: 'case.handle',
    label: 'Onderteken: geen effect',
    reason: ({ proposal }) => proposal !== 'no-effect',
    term: { workingDays: 10 },
    guard: ({ proposal }) => (proposal === 'incomplete' ? 'De voortoets is nog niet helemaal ingevuld.' : undefined),
  },
  {
    id: 'toch-toetsen',
    from: ['no-effect'],
    to: 'in-test',
    who: 'handler',
    may: 'case.handle',
    label: 'Toets alsnog volledig',
    reason: 'required',
  },
  {
    id: 'gereed',
    from: ['in-test'],
    to: 'completeness',
    who: 'author',
    may: 'case.write',
    label: 'Klaar met invullen',
    reason: 'no',
    term: { workingDays: 3 },
    guard: ({ openQuestions }) =>
      openQuestions > 0
        ? `Er ${openQuestions === 1 ? 'staat nog één vraag' : `staan nog ${openQuestions} vragen`} open. “Weet ik ` +
          `niet” is ook een antwoord.`
        : undefined,
  },
  {
    id: 'aanvullen',
    aside: true,
    from: ['completeness'],
    to: 'in-test',
    who: 'handler',
    may: 'case.handle',
    label: 'Vraag om aanvulling',
    reason: 'required',
  },
  {
    id: 'adviezen-vragen',
    from: ['completeness'],
    to: 'opinions',
    who: 'handler',
    may: 'case.handle',
    label: 'Vraag adviezen',
    reason: ({ coverage }) => coverage < 0.8,
    page: 'opinions',
    term: { workingDays: 10 },
    guard: ({ openQuestions }) =>
      openQuestions > 0 ? 'Er staat weer een vraag open. Vraag om aanvulling.' : undefined,
  },
  {
    id: 'adviezen-binnen',
    from: ['opinions'],
    to: 'advice',
    who: 'handler',
    may: 'case.handle',
    label: 'Alle adviezen zijn binnen',
    reason: 'no',
    term: { workingDays: 5 },
    guard: ({ requests }) => {
      const open = requests.filter(({ answered }) => !answered).length
      return open > 0
        ? `${open === 1 ? 'Eén advies is' : `${open} adviezen zijn`} nog niet gegeven. Zwijgen is geen instemming: ` +
            `vraag ernaar, of vraag om een ondertekend “geen advies nodig”.`
        : undefined
    },
  },
  {
    id: 'adviseren',
    from: ['advice'],
    to: 'reaction',
    who: 'handler',
    may: 'case.handle',
    label: 'Schrijf het advies',
    reason: 'no',
    page: 'advice',
    term: { workingDays: 10 },
    guard: ({ flags, flagsAnswered }) => {
      const open = flags.filter((flag) => !flagsAnswered.has(flag))
      return open.length > 0 ? `Geef eerst antwoord op elke rode vlag. Open: ${open.join(', ')}.` : undefined
    },
  },
  {
    id: 'nieuwe-ronde',
    aside: true,
    from: ['reaction'],
    to: 'in-test',
    who: 'author',
    may: 'case.write',
    label: 'Pas het voorstel aan en toets opnieuw',
    reason: 'required',
  },
  {
    id: 'naar-besluit',
    from: ['reaction'],
    to: 'decision',
    who: 'author',
    may: 'case.write',
    label: 'Leg voor aan de beslisser',
    reason: 'no',
    term: { workingDays: 10 },
    guard: ({ conditions }) => {
      const open = conditions.filter(({ reaction }) => reaction === null).length
      return open > 0
        ? `${open === 1 ? 'Eén voorwaarde heeft' : `${open} voorwaarden hebben`} nog geen reactie.`
        : undefined
    },
  },
  {
    id: 'spoed',
    aside: true,
    from: ['pre-check', 'in-test'],
    to: 'decision',
    who: 'decision-maker',
    may: 'case.decide',
    label: 'Behandel met spoed',
    reason: 'required',
    guard: ({ proposal }) => (proposal === 'incomplete' ? 'Ook bij spoed is de voortoets eerst ingevuld.' : undefined),
  },
  {
    id: 'besluiten',
    from: ['decision'],
    to: 'decided',
    who: 'decision-maker',
    may: 'case.decide',
    label: 'Neem het besluit',
    reason: 'no',
    page: 'decision',
    term: { workingDays: 10 },
    // An opinion may still be renewed: what it asks anew is answered before anything is decided.
    guard: ({ conditions }) =>
      conditions.some(({ reaction }) => reaction === null)
        ? 'Er kwam een voorwaarde bij waarop de indiener nog niet reageerde.'
        : undefined,
  },
  {
    id: 'alsnog-reageren',
    aside: true,
    from: ['decision'],
    to: 'reaction',
    who: 'author',
    may: 'case.write',
    label: 'Reageer op een nieuwe voorwaarde',
    reason: 'no',
    term: { workingDays: 10 },
    guard: ({ conditions }) =>
      conditions.every(({ reaction }) => reaction !== null) ? 'Er is geen voorwaarde zonder reactie.' : undefined,
  },
  {
    id: 'opvolgen',
    from: ['published'],
    to: 'follow-up',
    who: 'handler',
    may: 'case.handle',
    label: 'Begin de opvolging',
    reason: 'no',
  },
  {
    id: 'herijken',
    aside: true,
    from: ['follow-up', 'published', 'archived'],
    to: 'retest',
    who: 'handler',
    may: 'case.handle',
    label: 'Begin een herijking',
    reason: 'required',
  },
  {
    id: 'opnieuw-toetsen',
    from: ['retest'],
    to: 'in-test',
    who: 'handler',
    may: 'case.handle',
    label: 'Toets opnieuw',
    reason: 'optional',
  },
  {
    id: 'archiveren',
    aside: true,
    from: ['retest', 'follow-up', 'no-effect', 'withdrawn'],
    to: 'archived',
    who: 'handler',
    may: 'case.handle',
    label: 'Sluit en archiveer',
    reason: 'required',
    guard: ({ openMeasures }) =>
      openMeasures > 0
        ? `${openMeasures === 1 ? 'Eén maatregel is' : `${openMeasures} maatregelen zijn`} nog niet afgerond.`
        : undefined,
  },
  {
    id: 'intrekken',
    aside: true,
    from: [...EVERY_RUNNING, 'no-effect', 'on-hold'],
    to: 'withdrawn',
    who: 'author',
    may: 'case.write',
    label: 'Trek in',
    reason: 'required',
  },
  {
    id: 'aanhouden',
    aside: true,
    from: EVERY_RUNNING,
    to: 'on-hold',
    who: 'handler',
    may: 'case.handle',
    label: 'Houd aan',
    reason: 'required',
  },
  {
    id: 'hervatten',
    from: ['on-hold'],
    to: 'resume',
    who: 'handler',
    may: 'case.handle',
    label: 'Ga verder',
    reason: 'optional',
  },
]

/** Whether this person is the one who takes such a step here, and may. */
function isTaker({ who, may }: Step, facts: CaseFacts, person: Pick<Person, 'id' | 'roles'>): boolean {
  if (!allows(person.roles, may)) return false
  const [author, handler] = [person.id === facts.author, person.id === facts.handler]
  switch (who) {
    case 'author':
      return author
    // Never the own case, and never the FG (AVG art. 38 lid 6).
    case 'handler':
      return handler && !author && !person.roles.includes('fg')
    case 'author-or-handler':
      return author || handler
    case 'decision-maker':
      return (
        !author && !person.roles.includes('fg') && (facts.decisionMaker === null || facts.decisionMaker === person.id)
      )
  }
}

export type Possible = {
  readonly step: Step
  readonly to: CaseState
  readonly blocked: string | undefined
  readonly reason: 'no' | 'optional' | 'required'
}

/**
 * The steps this person takes from here; with `blocked` why it cannot be yet. The first that is not blocked is the main
 * one.
 */
export function stepsFor(facts: CaseFacts, person: Pick<Person, 'id' | 'roles'>): Possible[] {
  return STEPS.filter((step) => step.from.includes(facts.state) && isTaker(step, facts, person)).map((step) => ({
    step,
    to: step.to === 'resume' ? (facts.beforeHold ?? 'draft') : step.to,
    blocked: step.guard?.(facts),
    reason: typeof step.reason === 'function' ? (step.reason(facts) ? 'required' : 'optional') : step.reason,
  }))
}

/** Why this person may not take over a case, or undefined. */
export function whyNotHandle(
  facts: Pick<CaseFacts, 'author' | 'handler' | 'state'>,
  person: Pick<Person, 'id' | 'roles'>,
): string | undefined {
  if (!allows(person.roles, 'case.handle')) return 'Behandelen hoort niet bij uw rol.'
  if (person.id === facts.author) return 'U diende deze zaak zelf in. Een ander behandelt haar.'
  if (person.roles.includes('fg')) return 'De FG adviseert en behandelt geen zaken (AVG art. 38 lid 6).'
  if (facts.state === 'withdrawn') return 'Deze zaak is ingetrokken.'
  return undefined
}

/** Whether a request for an opinion is this person's to answer: in the own name, or by role when no one was named. */
export const mayOpine = (
  request: Pick<Request, 'role' | 'person'>,
  person: Pick<Person, 'id' | 'roles'>,
  author: string,
): boolean =>
  person.id !== author &&
  allows(person.roles, 'case.opine') &&
  (request.person === null ? person.roles.includes(request.role) : request.person === person.id)

/** Who is next, in words, for the line of steps. */
export const NEXT: Readonly<Record<CaseState, string>> = {
  draft: 'de indiener',
  'pre-check': 'de behandelaar',
  'no-effect': 'de publicist',
  'in-test': 'de indiener',
  completeness: 'de behandelaar',
  opinions: 'de adviseurs',
  advice: 'de behandelaar',
  reaction: 'de indiener',
  decision: 'de beslisser',
  decided: 'de publicist en een tweede persoon',
  published: 'de behandelaar',
  'follow-up': 'wie een maatregel heeft',
  retest: 'de behandelaar',
  archived: 'niemand',
  withdrawn: 'niemand',
  'on-hold': 'de behandelaar',
}
