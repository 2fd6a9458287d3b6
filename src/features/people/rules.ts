/** Rules about people: which roles go together, what an invitation needs, when signing in has to wait. Pure. */
import { clash, ROLES, type Role } from '../../model/roles.ts'

export type PersonInput = {
  readonly name: string
  readonly email: string
  readonly function: string
  readonly roles: readonly string[]
  readonly organisation: string
}

const EMAIL = /^[^\s@<>"',;:\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i

/** What is not right about a new person, by field; nothing when it is right. */
export function problemsOf(input: PersonInput): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {}
  if (input.name === '') problems['naam'] = 'Vul de naam in.'
  if (!EMAIL.test(input.email)) problems['email'] = 'Vul een e-mailadres in, zoals naam@gemeente.nl.'
  Object.assign(problems, roleProblems(input.roles, input.organisation))
  return problems
}

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

/** Failed attempts in the last quarter of an hour before signing in has to wait. */
export const MOST_FAILURES = 5
export const WAIT_MINUTES = 15
/** Over all devices that were not seen before, for one account. */
export const MOST_FAILURES_STRANGERS = 20

/**
 * Whether an attempt has to wait. A device that signed in before counts its own failures only, so that somebody who
 * guesses
 * from elsewhere cannot lock the owner out (OWASP, device cookies); strangers share a count per account.
 */
export function mustWait({
  known,
  ofDevice,
  ofStrangers,
}: {
  readonly known: boolean
  readonly ofDevice: number
  readonly ofStrangers: number
}): boolean {
  return known ? ofDevice >= MOST_FAILURES : ofDevice >= MOST_FAILURES || ofStrangers >= MOST_FAILURES_STRANGERS
}
