/** Which companies run something (a site, mail, name servers), as far as the names of its machines tell. */
import { shown } from './claims.ts'
import { clip } from '../../lib/headers.ts'
import { sameParty } from '../../lib/domain.ts'
import type { Seen } from '../../model/finding.ts'
import type { Lists } from '../../model/lists.ts'
import { settled } from './settled.ts'
import { tellOwner } from './telling.ts'

/** A host name and how it was met: `cname`, `ptr 192.0.2.1`, `mx`, `ns`. */
type Named = { readonly host: string; readonly via: string }

/** Names that are looked at. */
const MOST = 50

/** Answers of a check on who runs something. Depending on someone is no offence, so no answer is `unmet`. */
export const PROVIDED = {
  inside: shown('met'),
  'own-name': 'unknown',
  outside: shown('partly'),
  'not-known': 'unknown',
} as const

/**
 * Whose machines these are. `outside`: one or more belong to a parent company outside the EEA; `inside`: every company
 * that is known lies inside and, with `everyName`, each name is known; `own-name`: names of the subject itself, which
 * tell nothing about who runs the machine; `not-known`: names nobody has on the list, or not with certainty. Country
 * is the parent's, never that of an address.
 */
export function providersOf(
  names: readonly Named[],
  own: string,
  lists: Lists,
  { everyName }: { everyName: boolean },
): { reason: keyof typeof PROVIDED; seen: Seen } {
  const looked = names.slice(0, MOST).map((name) => ({ ...name, owner: lists.owner(name.host) }))
  const known = looked.flatMap(({ owner }) => settled(owner))
  const { outside, told } = toldOf(known, lists)
  const seen = {
    company: list(told, ({ company }) => company),
    parent: list(told, ({ parent }) => parent),
    country: list(told, ({ country }) => country),
    names: list(looked, ({ host }) => host),
    details: looked
      .slice(0, 20)
      .map(({ host, via, owner }) => clip(`${via} ${host}: ${owner ? tellOwner(owner) : '–'}`)),
  }
  if (outside.length > 0) return { reason: 'outside', seen }
  if (known.length > 0 && (!everyName || known.length === looked.length)) return { reason: 'inside', seen }
  return { reason: looked.every(({ host }) => sameParty(host, own)) ? 'own-name' : 'not-known', seen }
}

/** Of the companies that are known the ones that are told: those outside the EEA, else all. */
function toldOf<T extends { readonly country: string }>(known: readonly T[], lists: Lists) {
  const outside = known.filter(({ country }) => !lists.inEea(country))
  return { outside, told: outside.length > 0 ? outside : known }
}

/**
 * Whether each company that is told only passes on what stands elsewhere (`cdn`), with names of its own that lead there
 * (`dns`). Of a European host behind a network from outside the network alone is told.
 */
export const passedOn = (names: readonly Named[], lists: Lists): boolean => {
  const known = names.slice(0, MOST).flatMap(({ host }) => settled(lists.owner(host)))
  const { told } = toldOf(known, lists)
  const passing = new Set(told.flatMap(({ category, company }) => (category === 'cdn' ? [company] : [])))
  const passes = ({ category, company }: (typeof told)[number]) =>
    category === 'cdn' || (category === 'dns' && passing.has(company))
  return told.length > 0 && told.every(passes)
}

/** Each different value once, at most five, as one line. */
function list<T>(items: readonly T[], value: (item: T) => string): string {
  return clip([...new Set(items.map(value))].slice(0, 5).join(', '), 200)
}
