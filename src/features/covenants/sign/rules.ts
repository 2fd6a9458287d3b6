/** Rules of signing: when a version may be fixed, what a code is, what counts as signed, what a receipt says. Pure. */
import { createHmac, randomInt } from 'node:crypto'
import { canonicalJson } from '../../../lib/canonical-json.ts'
import { day } from '../../../lib/day.ts'
import { COVENANT_OPINION_ROLES, type CovenantOpinionRole, type CovenantStance } from '../../../vocabulary/covenant.ts'
import type { CovenantState, ParticipantState, VersionState } from '../../../vocabulary/covenant.ts'
import type { SignatureState } from '../../../vocabulary/signing.ts'

/** The pages below a link. */
export const BELOW = ['', '/anders', '/oordelen'] as const
export type Below = (typeof BELOW)[number]

export type FixFacts = {
  readonly state: VersionState
  readonly covenant: CovenantState
  /** YYYY-MM-DD; null: no term was given. */
  readonly commentsUntil: string | null
  readonly openComments: number
  /** The last day that was decided and that this version does not say; null: it says what was decided. */
  readonly unsaidUntil: string | null
  /** The newest of each role, on this version. */
  readonly opinions: readonly { readonly role: CovenantOpinionRole; readonly stance: CovenantStance }[]
}

const ROLE_WORDS: Readonly<Record<CovenantOpinionRole, string>> = {
  fg: 'de FG',
  'security-officer': 'de informatiebeveiliger',
}

/** What still stands between a version and its being fixed, in sentences; none: it may be. */
export function obstacles(facts: FixFacts, today: string): readonly string[] {
  const { state, covenant, commentsUntil, openComments, opinions, unsaidUntil } = facts
  if (!['draft', 'open', 'in-force'].includes(covenant)) return ['Dit convenant loopt niet meer.']
  if (state !== 'shown') return ['Alleen een versie die is voorgelegd, kan worden vastgesteld.']
  const found: string[] = []
  if (commentsUntil === null || commentsUntil >= today) found.push('De reactietermijn loopt nog.')
  if (openComments > 0)
    found.push(
      openComments === 1
        ? 'Eén reactie heeft nog geen antwoord.'
        : `${openComments} reacties hebben nog geen antwoord.`,
    )
  if (unsaidUntil !== null)
    found.push(`Volgens de evaluatie is de laatste dag ${day('nl', unsaidUntil)}. Zet die in een nieuwe versie.`)
  for (const role of COVENANT_OPINION_ROLES)
    if (!opinions.some((each) => each.role === role)) found.push(`Het advies van ${ROLE_WORDS[role]} ontbreekt nog.`)
  return found
}

/** Who disagreed: then whoever fixes it says why. */
export const disagreed = ({ opinions }: Pick<FixFacts, 'opinions'>): readonly string[] =>
  opinions.filter(({ stance }) => stance === 'disagree').map(({ role }) => ROLE_WORDS[role])

/** A code to type over from a mail: eight digits, of which each is as likely. */
export const newCode = (): string => String(randomInt(100_000_000)).padStart(8, '0')
/** As people read it: two groups of four. */
export const shownCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
/** What is kept of a code: of this link alone, and of no use without the key of this installation. */
export const hashOfCode = (key: Buffer, link: string, typed: string): string =>
  createHmac('sha256', key)
    .update(`covenant-code/${link}/${typed.replaceAll(/\D/g, '')}`)
    .digest('hex')

/** How a signature stands, by its version and whether it was taken back. */
export const signatureState = (version: VersionState, withdrawn: boolean): SignatureState =>
  withdrawn ? 'withdrawn' : version === 'final' ? 'valid' : 'lapsed'

export type Receipt = {
  readonly form: 'leidraad/ontvangstbewijs/1'
  readonly municipality: string
  readonly number: number
  readonly title: string
  readonly version: number
  readonly fixedAt: string
  readonly no: number
  readonly sha256: { readonly pdf: string; readonly odt: string; readonly json: string }
  /** By organisation and function, in order of time: no names of people, no addresses. */
  readonly signed: readonly {
    readonly organisation: string
    readonly as: string
    readonly function: string
    readonly ground: string
    readonly how: string
    readonly at: string
  }[]
  readonly invited: number
}

/** The bytes of a receipt, as each party gets it. */
export const receiptText = (receipt: Receipt): string => canonicalJson(receipt)

export type ReceiptFacts = {
  /** Who is asked to sign, and how they stand. */
  readonly participants: readonly { readonly id: string; readonly state: ParticipantState }[]
  /** Participants with a signature that counts. */
  readonly signed: readonly string[]
  /** Of those, whose signature stands in the newest receipt of this version; undefined where there is none yet. */
  readonly told: readonly string[] | undefined
  readonly signBy: string
}

/**
 * Whether a receipt is due: the first when everybody who was asked has signed or the term is over, and one more each
 * time that others signed after that. Of nobody there is none.
 */
export function receiptDue({ participants, signed, told, signBy }: ReceiptFacts, today: string): boolean {
  if (signed.length === 0) return false
  if (told !== undefined) return signed.some((id) => !told.includes(id))
  const waiting = participants.filter(
    ({ id, state }) => state !== 'declined' && state !== 'left' && !signed.includes(id),
  )
  return waiting.length === 0 || signBy < today
}

/** Minutes of a wait in seconds, upwards. */
export const minutesOf = (seconds: number): number => Math.max(1, Math.ceil(seconds / 60))
