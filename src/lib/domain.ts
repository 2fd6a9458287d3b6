/** Which hosts belong to one party: those under one registrable domain. */
import { getDomain, parse } from 'tldts'
import { remembered } from './remembered.ts'

/**
 * The registrable domain of a host: public suffix + 1, private suffixes such as `github.io` included (Public Suffix
 * List as shipped with tldts; names under an unlisted ending such as `.test` follow its default rule `*`). A host that
 * has none, such as an IP address or a public suffix itself, stands for itself.
 */
export const registrableDomain: (host: string) => string = remembered(
  (host) => getDomain(host, { allowPrivateDomains: true }) ?? host.toLowerCase(),
)

/**
 * Whether all names under this one are given out to anybody: by a registry (`nl`, `co.uk`), or by a service to its
 * customers (`github.io`). null: it is a name like any other, or an ending that the list does not have.
 */
export const publicSuffix: (name: string) => 'registry' | 'service' | null = remembered((name) => {
  const { publicSuffix: suffix, isIcann, isPrivate } = parse(name, { allowPrivateDomains: true })
  if (suffix !== name.toLowerCase()) return null
  return isIcann ? 'registry' : isPrivate ? 'service' : null
})

/** Whether two hosts fall under the same registrable domain. */
export function sameParty(a: string, b: string): boolean {
  return registrableDomain(a) === registrableDomain(b)
}

/** The host name in a URL of http, https, ws or wss, in lower case and without port; undefined for anything else. */
export const hostOf: (url: string) => string | undefined = remembered((url) => {
  const parsed = URL.parse(url)
  return parsed && /^(https?|wss?):$/.test(parsed.protocol) ? parsed.hostname : undefined
})

/**
 * The address of a website as it is kept, `koepel.nl/noord?x=1`, taken apart: its host, and where on it the site
 * begins.
 */
export function partsOf(address: string): { readonly host: string; readonly path: string } {
  const slash = address.indexOf('/')
  return slash === -1 ? { host: address, path: '/' } : { host: address.slice(0, slash), path: address.slice(slash) }
}

/** The host and every name above it, longest first: `a.b.nl` gives `a.b.nl`, `b.nl`, `nl`. */
export const suffixes: (host: string) => readonly string[] = remembered((host) => {
  const labels = host.toLowerCase().split('.')
  return labels.map((_, index) => labels.slice(index).join('.'))
})
