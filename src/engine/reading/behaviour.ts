/** What checks of behaviour share: who somebody is that reads, listens or is sent something. Pure. */
import { registrableDomain } from '../../lib/domain.ts'
import type { Behaviour, Sighting } from '../../model/evidence.ts'
import type { Lists } from '../../model/lists.ts'
import type { Subject } from '../../model/subject.ts'
import { tellHost } from './telling.ts'
import { isOutside, isRented, ownerOf, serves } from './visit.ts'

type Watched = Sighting<Behaviour>

/**
 * The site itself; a service that its visitor asked for (payment, consent, a check for robots, a public body); a
 * company on our list of owners or on that of trackers; anybody else, who may be the organisation itself. Who rents
 * room is not who lets it: what stands at a host of a provider is of somebody we do not know.
 */
export type Who = 'own' | 'serving' | 'known' | 'unknown'

/** Whose a host is, seen from the page: its own, one that serves it, a company we know, or nobody we know. */
export function whoIs(host: string, page: Watched, subject: Subject, lists: Lists, url = `https://${host}/`): Who {
  if (!isOutside(host, page, subject)) return 'own'
  const owner = ownerOf(url, lists)
  if (serves(owner)) return 'serving'
  return (owner !== undefined && !isRented(owner)) || isListed(host, page, lists, url) ? 'known' : 'unknown'
}

/** Whether a party stands on the list of trackers by this address. */
export const isListed = (host: string, page: Watched, lists: Lists, url = `https://${host}/`): boolean =>
  lists.tracker({ url, page: page.value.finalUrl, type: 'script' })?.startsWith('||') === true

/** Whether one company is behind two hosts, as far as we know. */
export function sameCompany(one: string, other: string, lists: Lists): boolean {
  if (registrableDomain(one) === registrableDomain(other)) return true
  const [a, b] = [lists.owner(one), lists.owner(other)]
  return a !== undefined && b !== undefined && (a.company === b.company || (a.parent !== null && a.parent === b.parent))
}

/** A script, and who it is from. */
export const tellScript = ({ url, host }: { readonly url: string; readonly host: string }, lists: Lists): string =>
  `${tellHost(host, lists)}: ${url.slice(0, 150)}`
