/** Words of a covenant: how it stands, who takes part, what is said of its text. */

export const COVENANT_STATES = {
  draft: 'concept',
  open: 'ligt klaar om te tekenen',
  'in-force': 'geldt',
  ended: 'beëindigd',
  dropped: 'niet doorgegaan',
} as const
export type CovenantState = keyof typeof COVENANT_STATES

/** A draft is written; what was shown or fixed is never written again. */
export const VERSION_STATES = {
  draft: 'wordt geschreven',
  shown: 'voorgelegd',
  final: 'vastgesteld',
  replaced: 'vervangen',
} as const
export type VersionState = keyof typeof VERSION_STATES

export const PARTICIPANT_KINDS = {
  municipality: 'gemeente',
  party: 'partij',
  observer: 'waarnemer',
} as const
/** @public */
export type ParticipantKind = keyof typeof PARTICIPANT_KINDS

/** `paused` by the party itself, `suspended` by the steering group. */
export const PARTICIPANT_STATES = {
  invited: 'uitgenodigd',
  declined: 'doet niet mee',
  joined: 'doet mee',
  paused: 'gepauzeerd door de partij',
  suspended: 'geschorst door de stuurgroep',
  left: 'gestopt',
} as const
/** @public */
export type ParticipantState = keyof typeof PARTICIPANT_STATES

/** What became of a comment: `adopted` in the version that it names. */
export const COMMENT_STATES = {
  open: 'nog niet beantwoord',
  answered: 'beantwoord',
  adopted: 'overgenomen',
  declined: 'niet overgenomen',
} as const
export type CommentState = keyof typeof COMMENT_STATES

/** Who gives an opinion on a version before it is fixed. */
export const COVENANT_OPINION_ROLES = ['fg', 'security-officer'] as const
export type CovenantOpinionRole = (typeof COVENANT_OPINION_ROLES)[number]

/** What the opinion on a text comes down to. */
export const COVENANT_STANCES = {
  agree: 'akkoord',
  'agree-if': 'akkoord onder voorwaarden',
  disagree: 'niet akkoord',
} as const
export type CovenantStance = keyof typeof COVENANT_STANCES

/** How a pledge is followed: from findings, or from totals that a party hands in. */
export const PLEDGE_METHODS = {
  findings: 'uit bevindingen',
  counts: 'uit aantallen die een partij opgeeft',
} as const
export type PledgeMethod = keyof typeof PLEDGE_METHODS

/** Whom everybody reads of: the group as a whole, or each party that agreed to it. */
export const PLEDGE_LEVELS = {
  together: 'alleen samen',
  named: 'per partij, bij naam, als die dat goed vindt',
} as const
export type PledgeLevel = keyof typeof PLEDGE_LEVELS

/** What is calculated while a pledge runs; no verdict. @public */
export const COURSES = {
  'on-course': 'op koers',
  'at-risk': 'loopt achter',
  'not-measured': 'niet gemeten',
  'not-begun': 'nog niet begonnen',
} as const
/** @public */
export type Course = keyof typeof COURSES

/** What the verifier says of a pledge, by name. @public */
export const PLEDGE_OUTCOMES = {
  met: 'gehaald',
  'met-late': 'later gehaald',
  'not-met': 'niet gehaald',
  lapsed: 'vervallen',
} as const
/** @public */
export type PledgeOutcome = keyof typeof PLEDGE_OUTCOMES

/** Who meets: the steering group, or everybody who takes part, once a year. */
export const MEETING_KINDS = { steering: 'stuurgroep', yearly: 'jaarlijkse bijeenkomst' } as const
export type MeetingKind = keyof typeof MEETING_KINDS

/** What follows an evaluation: a next text that everybody signs anew, or the end. */
export const EVALUATION_OUTCOMES = { renew: 'verlengen, met een nieuwe tekst', end: 'beëindigen' } as const
export type EvaluationOutcome = keyof typeof EVALUATION_OUTCOMES
/** What a reader sends: it is read by everybody once it was answered. */
export const REMARK_KINDS = {
  question: 'vraag',
  remark: 'opmerking',
} as const
export type RemarkKind = keyof typeof REMARK_KINDS

export const REMARK_STATES = {
  open: 'wacht op antwoord',
  answered: 'beantwoord en openbaar',
  declined: 'niet geplaatst',
  withdrawn: 'teruggenomen door de lezer',
} as const
export type RemarkState = keyof typeof REMARK_STATES

/** Working days that a party has to object to what will stand there. */
export const TERM_DAYS = 10

/** Characters of what a reader writes, and of a name; how many a municipality takes a day, and how many may wait. */
export const LONGEST_REMARK = 4_000
export const REMARKS_A_DAY = 200
export const MOST_OPEN_REMARKS = 1_000
/** Followers of one address, and of one covenant. */
export const FOLLOWS_PER_ADDRESS = 20
export const FOLLOWS_PER_COVENANT = 5_000
