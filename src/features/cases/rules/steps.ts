/** The way of an IT-toets as data: which step leads where, who takes it, and what must be so before. Every step is of a
 * named person: there is no entry for a timer, a rule or a system account, and the database would refuse one. */
import type { Term } from '../../../lib/working-days.ts'
import type { CaseState } from '../../../model/case.ts'
import type { Permission } from '../../../model/roles.ts'
import type { CaseFacts } from './facts.ts'

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
    label: 'Dien het voorstel in',
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
    label: 'Begin de volledige toets',
    reason: ({ proposal }) => proposal !== 'full-test',
    guard: ({ proposal }) => (proposal === 'incomplete' ? 'De voortoets is nog niet helemaal ingevuld.' : undefined),
  },
  {
    id: 'geen-effect',
    from: ['pre-check'],
    to: 'no-effect',
    who: 'handler',
    may: 'case.handle',
    label: 'Verklaar: geen digitaal effect',
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
    label: 'Toets het voorstel alsnog volledig',
    reason: 'required',
  },
  {
    id: 'gereed',
    from: ['in-test'],
    to: 'completeness',
    who: 'author',
    may: 'case.write',
    label: 'Stuur de antwoorden in',
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
    label: 'Vraag de adviezen',
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
    label: 'Ga verder met alle adviezen',
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
    label: 'Leg het voorstel voor aan de beslisser',
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
    label: 'Behandel de zaak met spoed',
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
    label: 'Begin opnieuw met toetsen',
    reason: 'required',
  },
  {
    id: 'opnieuw-toetsen',
    from: ['retest'],
    to: 'in-test',
    who: 'handler',
    may: 'case.handle',
    label: 'Toets het voorstel opnieuw',
    reason: 'optional',
  },
  {
    id: 'archiveren',
    aside: true,
    from: ['retest', 'follow-up', 'no-effect', 'withdrawn'],
    to: 'archived',
    who: 'handler',
    may: 'case.handle',
    label: 'Sluit en archiveer de zaak',
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
    label: 'Trek de zaak in',
    reason: 'required',
  },
  {
    id: 'aanhouden',
    aside: true,
    from: EVERY_RUNNING,
    to: 'on-hold',
    who: 'handler',
    may: 'case.handle',
    label: 'Houd de zaak aan',
    reason: 'required',
  },
  {
    id: 'hervatten',
    from: ['on-hold'],
    to: 'resume',
    who: 'handler',
    may: 'case.handle',
    label: 'Ga verder met de zaak',
    reason: 'optional',
  },
]
