/** Who may prepare, release or drop what goes to the national register. Pure; the database holds the same. */
import { readThere, type NationalStatus } from '../../vocabulary/algorithm-standard.ts'
import { allows, type Role } from '../../vocabulary/roles.ts'

type Who = { readonly id: string; readonly roles: readonly Role[] }
type Waiting = { readonly by: string; readonly releasedAt: Date | null } | undefined

const ROLE = 'Dit hoort niet bij uw rol.'
const NO_LINE = 'Er is nog geen aansluiting op het Algoritmeregister. De beheerder stelt die in.'

/** Why this person may not prepare anything now, or undefined. */
export function whyNotPrepare(who: Who, waiting: Waiting, connected: boolean): string | undefined {
  if (!allows(who.roles, 'register.edit')) return ROLE
  if (!connected) return NO_LINE
  if (!waiting) return undefined
  return waiting.releasedAt === null
    ? 'Er staat al iets klaar. Een collega kijkt dat na. Trek het eerst terug.'
    : 'Er gaat al iets naar het Algoritmeregister. Wacht tot dat klaar is, of trek het terug.'
}

/** Why this person may not release what waits, or undefined. */
export function whyNotRelease(who: Who, waiting: Waiting): string | undefined {
  if (!allows(who.roles, 'register.publish')) return ROLE
  if (!waiting || waiting.releasedAt !== null) return 'Er staat niets klaar om te versturen.'
  return waiting.by === who.id ? 'U zette dit zelf klaar. Een collega kijkt het na en verstuurt het.' : undefined
}

/** Why this person may not prepare to withdraw it, or undefined. `status`: how it stands in the national register. */
export function whyNotWithdraw(
  who: Who,
  waiting: Waiting,
  connected: boolean,
  status: NationalStatus | undefined,
): string | undefined {
  const not = whyNotPrepare(who, waiting, connected)
  if (not !== undefined) return not
  if (status === 'released') return 'Dit wacht op publicatie. Intrekken kan pas als het is gepubliceerd.'
  return status && readThere(status) ? undefined : 'Dit staat niet in het Algoritmeregister.'
}
