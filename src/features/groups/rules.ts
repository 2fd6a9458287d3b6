/** How groups are named and addressed, and who may do what with a spearpoint. Pure. */
import { slug } from '../../lib/slug.ts'
import type { Group } from '../../model/group.ts'
import type { Person } from '../../model/person.ts'
import { CLUSTER_NAMES, CLUSTERS, LEAST, type SpearpointState } from '../../vocabulary/group.ts'
import { allows, PERMISSIONS, ROLE_NAMES, type Permission } from '../../vocabulary/roles.ts'

/** In an address: `A`, `straat-havenstraat`. */
export const wordOf = ({ kind, name }: Group): string => (kind === 'cluster' ? name : `straat-${slug(name)}`)
/** Where a group stands at the desk. */
export const pathOf = (group: Group): string => `/balie/groepen/${wordOf(group)}`

/** The group of an address, of these streets; undefined when there is none. */
export function groupOf(word: string, streets: readonly string[]): Group | undefined {
  const cluster = CLUSTERS.find((each) => each === word)
  if (cluster) return { kind: 'cluster', name: cluster }
  const street = streets.find((name) => `straat-${slug(name)}` === word)
  return street === undefined ? undefined : { kind: 'street', name: street }
}

/** `Groep A (kleine organisatie)`, `Havenstraat`. */
export const titleOf = ({ kind, name }: Group): string =>
  kind === 'cluster' ? `Groep ${CLUSTER_NAMES[name] ?? name}` : name

/** So many of so many: under ten in counts alone, else with the share. Only who is known is counted. */
export function shareOf(some: number, known: number): string {
  const counts = `${some} van ${known}`
  return known < LEAST ? counts : `${counts} (${Math.round((some / known) * 100)}%)`
}

type Who = Pick<Person, 'id' | 'roles'>
export type SpearpointFacts = {
  readonly state: SpearpointState
  readonly by: string
  /** Who did the last step, if there was one after choosing. */
  readonly lastBy: string | undefined
}

const rolesFor = (permission: Permission): string =>
  PERMISSIONS[permission].map((role) => ROLE_NAMES[role]).join(' of ')
/** Who does this, where the asker does not. */
const ask = (permission: Permission, what = 'Dit doet'): string =>
  `${what} iemand met deze rol: ${rolesFor(permission)}.`

/** Why this person may not make it public, or undefined. */
export function whyNotPublish({ state, by }: SpearpointFacts, who: Who): string | undefined {
  if (!allows(who.roles, 'spearpoint.publish') && by !== who.id) return ask('spearpoint.publish', 'Openbaar maken doet')
  if (state !== 'chosen') return 'Dit speerpunt is al openbaar of ingetrokken.'
  return by === who.id
    ? `U koos dit speerpunt zelf. Een collega maakt het openbaar: ${rolesFor('spearpoint.publish')}.`
    : undefined
}

/** Why this person may not withdraw what is not public yet, or ask to withdraw what is; or undefined. */
export function whyNotAskWithdrawal({ state }: SpearpointFacts, who: Who): string | undefined {
  if (!allows(who.roles, 'spearpoint.choose')) return ask('spearpoint.choose')
  if (state === 'withdrawal-asked') return 'Een collega vroeg al om dit in te trekken.'
  return state === 'withdrawn' ? 'Dit speerpunt is al ingetrokken.' : undefined
}

/** Why this person may not decide on what a colleague asked to withdraw, or undefined. */
export function whyNotWithdraw({ state, lastBy }: SpearpointFacts, who: Who): string | undefined {
  if (!allows(who.roles, 'spearpoint.publish')) return ask('spearpoint.publish')
  if (state !== 'withdrawal-asked') return 'Niemand vroeg om dit speerpunt in te trekken.'
  return lastBy === who.id ? 'U vroeg dit zelf. Een collega beslist.' : undefined
}
