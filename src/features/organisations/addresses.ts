/** What is an address of a website or a mail domain, and whose it can be. Pure. */
import { domainToASCII } from 'node:url'
import { registrableDomain, suffixes } from '../../lib/domain.ts'
import { slug } from '../../lib/slug.ts'
import { BUILDERS, MAIL_HOSTS, ORDINARY_NAMES, PLATFORMS } from './shared-hosts.ts'

/** The host of `www.voorbeeld.nl`, `https://www.voorbeeld.nl/` or the like; undefined if it is no public host name. */
export function websiteHost(word: string): string | undefined {
  const address = websiteAddress(word)
  return address?.split('/', 1)[0]
}

/** What only tells where a visitor came from. */
const CAMPAIGN = /^(?:utm_.*|fbclid|gclid|gad_source|msclkid|mc_cid|mc_eid|igshid)$/

/**
 * The address of a website as it is kept: its host, and the path and query when it does not begin at the front page.
 * Undefined if it is none.
 */
export function websiteAddress(word: string): string | undefined {
  const url = /^https?:\/\//i.test(word) ? word : /^[a-z][a-z0-9+.-]*:\/\//i.test(word) ? undefined : `https://${word}`
  if (url === undefined || !URL.canParse(url)) return undefined
  const parsed = new URL(url)
  if (parsed.username !== '' || parsed.password !== '' || parsed.port !== '') return undefined
  for (const name of new Set(parsed.searchParams.keys())) if (CAMPAIGN.test(name)) parsed.searchParams.delete(name)
  const host = hostName(parsed.hostname)
  const rest = `${parsed.pathname}${parsed.search}`
  if (host === undefined || rest.length > 500) return undefined
  return rest === '/' ? host : `${host}${rest}`
}

/** The domain of `voorbeeld.nl`, `@voorbeeld.nl` or `info@voorbeeld.nl`; undefined if it is none. */
export function mailDomain(word: string): string | undefined {
  const after = word.slice(word.lastIndexOf('@') + 1)
  return /[/:?#@]/.test(after) ? undefined : hostName(domainToASCII(after))
}

// RFC 1123 host names with at least two labels and a last label that is not a number (so no IP addresses).
function hostName(host: string): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '')
  if (name.length > 253 || !name.includes('.')) return undefined
  const labels = name.split('.')
  if (!labels.every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?$/.test(label))) return undefined
  return /^[a-z]/.test(labels.at(-1)!) ? name : undefined
}

const platforms = new Set(PLATFORMS)
const builders = new Set(BUILDERS)
const mailHosts = new Set(MAIL_HOSTS)

/** Why this website cannot be the organisation's own, in Dutch; undefined when it can. */
export function notOwnWebsite(address: string, name: string): string | undefined {
  const [host = '', ...path] = address.split('/')
  const bare = host.replace(/^(?:www|m|nl|nl-nl|mobile)\./, '')
  // `sites.google.com/view/kapper` is a site; the host without a page is not.
  if (bare === 'sites.google.com' && path.join('') !== '') return undefined
  if (builders.has(bare))
    return isOwn(host, name) ? undefined : `op ${bare} staan sites van velen; noem het eigen adres`
  if (mailHosts.has(bare) && path.length === 0 && !isOwn(host, name))
    return `${bare} is van een aanbieder van e-mail of internet, niet van deze organisatie`
  const platform = suffixes(host).find((each) => platforms.has(each))
  return platform === undefined || isOwn(host, name)
    ? undefined
    : `${platform} is een platform van een ander bedrijf, niet de eigen website van deze organisatie`
}

/** Why this mail domain cannot be the organisation's own, in Dutch; undefined when it can. */
export function notOwnMailDomain(domain: string, name: string): string | undefined {
  return mailHosts.has(domain.replace(/^www\./, '')) && !isOwn(domain, name)
    ? `${domain} is een e-maildienst voor iedereen, niet het eigen domein van deze organisatie`
    : undefined
}

/** Whether the organisation is the company behind the host itself: `Booking.com Nederland` and `www.booking.com`. */
function isOwn(host: string, name: string): boolean {
  const label = registrableDomain(host).split('.', 1)[0]!
  return label.length > 2 && !ORDINARY_NAMES.has(label) && slug(name).split('-').includes(label)
}
