/** Rules about people: which roles go together, what an invitation needs, how often a secret may be guessed. Pure. */
import { networksOf } from '../../lib/networks.ts'
import { clash, ROLES, type Role } from '../../vocabulary/roles.ts'

export type PersonInput = {
  readonly name: string
  readonly email: string
  readonly function: string
  readonly roles: readonly string[]
  readonly organisation: string
}

/** Characters of a name. */
export const LONGEST_NAME = 200

/** Why these roles do not go together, or not with an organisation; by field. */
export function roleProblems(roles: readonly string[], organisation: string): Readonly<Record<string, string>> {
  const known = roles.filter((role): role is Role => (ROLES as readonly string[]).includes(role))
  if (known.length !== roles.length) return { rollen: 'Kies rollen uit de lijst.' }
  if (known.length === 0) return { rollen: 'Kies minstens één rol.' }
  const apart = clash(known)
  if (apart) return { rollen: apart.why }
  if (known.includes('partner') !== (organisation !== '')) {
    return {
      organisatie: known.includes('partner')
        ? 'Kies de organisatie waarvoor deze persoon werkt.'
        : 'Een organisatie hoort alleen bij de rol partnerorganisatie.',
    }
  }
  return {}
}

/** Minutes for which a budget of guesses holds, from the first guess in it. */
export const WAIT_MINUTES = 15

/** What is guessed at. What is sent or asked is no guess: it is counted so that nobody does so too often. */
export type Secret = 'password' | 'code' | 'new-factor' | 'reset' | 'link' | 'password-change' | Sent
/** What a stranger sends, or has made. */
export type Sent = 'report' | 'certificate' | 'sign-up' | 'reserve'

/**
 * A guess: at what, of whose account (as typed: it need not exist), and by whom. `known` is a device that signed in
 * fully to this very account before; `address` the network address, undefined when none tells people apart.
 */
export type Guess = {
  readonly secret: Secret
  readonly account?: string | undefined
  readonly device?: string | undefined
  readonly known: boolean
  readonly address?: string | undefined
}

/** A count that a guess goes into. `own`: of one who guessed right, it begins anew. `minutes`: if not WAIT_MINUTES. */
export type Budget = {
  readonly name: string
  readonly most: number
  readonly own: boolean
  readonly minutes?: number
}

/** Guesses in a quarter of an hour: of one device, of all strangers at one account, of one address at everything. */
const OF_DEVICE = 5
const OF_STRANGERS: Readonly<Record<Secret, number>> = {
  password: 20,
  code: 5,
  'new-factor': 20,
  reset: 5,
  link: 0,
  'password-change': 5,
  report: 0,
  certificate: 0,
  'sign-up': 0,
  reserve: 0,
}
const OF_ADDRESS = 60
/**
 * Of one network address in a day: an office, a school or a library where helpers sign up many has one together. Of the
 * reserve it takes a few: so many networks as it would need to use that up, nobody has.
 */
const SENT_OF_ADDRESS: Readonly<Record<Sent, number>> = { report: 20, certificate: 150, 'sign-up': 60, reserve: 2 }
const DAY_MINUTES = 24 * 60
const isSent = (secret: Secret): secret is Sent => Object.hasOwn(SENT_OF_ADDRESS, secret)

/**
 * The budgets that a guess goes into. A device that signed in before has one of its own, so that somebody who guesses
 * from elsewhere cannot lock the owner out (OWASP, device cookies); strangers share one per account, whatever they say
 * of themselves, and one per network address over all accounts. Who has no address that tells people apart shares one.
 */
export function budgetsOf({ secret, account, device, known, address }: Guess): Budget[] {
  const budgets: Budget[] = []
  const of = (what: string, most: number) =>
    networksOf(address).map(({ name, times }) => ({ name: `${what}/${name}`, most: most * times, own: false }))
  if (isSent(secret)) return of(secret, SENT_OF_ADDRESS[secret]).map((each) => ({ ...each, minutes: DAY_MINUTES }))
  if (known) return [{ name: `${secret}/${account}/own/${device}`, most: OF_DEVICE, own: true }]
  if (account !== undefined) {
    if (device !== undefined)
      budgets.push({ name: `${secret}/${account}/strange/${device}`, most: OF_DEVICE, own: true })
    budgets.push({ name: `${secret}/${account}`, most: OF_STRANGERS[secret], own: false })
  }
  return [...budgets, ...of('address', OF_ADDRESS)]
}

/** What somebody reads who has to wait: `seconds` from now, in whole minutes. */
export function waitText(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  const time = minutes === 1 ? 'één minuut' : `${minutes} minuten`
  return `Er is te vaak geprobeerd. Wacht ${time} en probeer het opnieuw.`
}
