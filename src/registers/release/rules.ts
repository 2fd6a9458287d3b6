/** Who may make an entry public, and take it away again: one asks, another does it. Pure. */
import type { Person } from '../../model/person.ts'
import type { Register, Values } from '../../model/register.ts'
import type { ReleaseStep } from '../../vocabulary/register.ts'
import { allows, PERMISSIONS, ROLE_NAMES, type Role } from '../../vocabulary/roles.ts'
import { mayWrite } from '../access.ts'
import { barredByAnswers, missingForPublication } from '../conditions.ts'
import type { Problems } from '../values.ts'

/** One act on the way to everybody, or back. */
export type ReleaseAct = {
  readonly no: number
  readonly step: ReleaseStep
  readonly version: number
  /** Why, where that is asked. */
  readonly text: string
  readonly by: string
  readonly byName: string
  readonly at: Date
}
/** `last`: of everything that was done. `shown`: the version that everybody reads now. */
export type ReleaseFacts = {
  readonly newest: number
  readonly last: ReleaseAct | undefined
  readonly shown: { readonly version: number; readonly slug: string; readonly since: Date } | undefined
}
type Who = Pick<Person, 'id' | 'roles'>
type Kept = Pick<Register, 'access'>

/** What waits for another person: a release, or the wish to withdraw. */
export const waitsFor = ({ last }: ReleaseFacts): 'release' | 'withdrawal' | undefined =>
  last?.step === 'released' ? 'release' : last?.step === 'withdrawal-asked' ? 'withdrawal' : undefined

/** Who does this, where the asker does not. */
const ask = (roles: readonly Role[]): string =>
  `Dit doet iemand met deze rol: ${roles.map((role) => ROLE_NAMES[role]).join(', ')}.`
const publishers = ({ access }: Kept): readonly Role[] =>
  PERMISSIONS['register.publish'].filter((role) => access.read.includes(role))
const WAITS = {
  release: 'Er is al een versie vrijgegeven. Een collega kijkt die na. Neem de vrijgave eerst terug.',
  withdrawal: 'Een collega vroeg om dit in te trekken. Beslis daar eerst over.',
} as const

const refusedBy = (who: Who, register: Kept, waits: keyof typeof WAITS | undefined): string | undefined =>
  !mayWrite(who, register) ? ask(register.access.write) : waits && WAITS[waits]

/** Why this person may not release the newest version, or undefined. What is missing in it is told apart. */
export function whyNotRelease(facts: ReleaseFacts, who: Who, register: Kept): string | undefined {
  const waits = waitsFor(facts)
  if (waits === undefined && facts.shown?.version === facts.newest) return 'De nieuwste versie is al openbaar.'
  return refusedBy(who, register, waits)
}

/** Why this person may not publish what was released, or undefined. */
export function whyNotPublish(facts: ReleaseFacts, who: Who, register: Kept): string | undefined {
  if (!allows(who.roles, 'register.publish')) return ask(publishers(register))
  if (waitsFor(facts) !== 'release') return 'Er is geen versie vrijgegeven. Iemand die het register bijhoudt, doet dat.'
  return facts.last!.by === who.id ? 'U gaf dit zelf vrij. Een collega maakt het openbaar.' : undefined
}

/** Why this person may not ask to withdraw it, or undefined. */
export function whyNotAskWithdrawal(facts: ReleaseFacts, who: Who, register: Kept): string | undefined {
  const refused = refusedBy(who, register, waitsFor(facts))
  return refused ?? (facts.shown ? undefined : 'Dit is niet openbaar.')
}

/** Why this person may not withdraw what a colleague asked to, or undefined. */
export function whyNotWithdraw(facts: ReleaseFacts, who: Who, register: Kept): string | undefined {
  if (!allows(who.roles, 'register.publish')) return ask(publishers(register))
  if (waitsFor(facts) !== 'withdrawal') return 'Niemand vroeg om dit in te trekken.'
  return facts.last!.by === who.id ? 'U vroeg dit zelf. Een collega trekt het in.' : undefined
}

/** What has to be filled in first, or cannot be public as it is answered, by the id of its field. */
export const problemsForPublication = (register: Register, values: Values): Problems => ({
  ...barredByAnswers(register, values),
  ...Object.fromEntries(
    missingForPublication(register, values).map(({ id, label, source }) => [
      id,
      `${label.replace(/\?$/, '')} is nog niet ingevuld${source === undefined ? '' : ` (${source})`}.`,
    ]),
  ),
})
