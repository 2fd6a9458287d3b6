/** Whose the address of a website or a mail domain can be. Pure. */
import { registrableDomain, suffixes } from '../../lib/domain.ts'
import { slug } from '../../lib/slug.ts'
import { BUILDERS, MAIL_HOSTS, ORDINARY_NAMES, PLATFORM_NAMES, PLATFORMS } from './shared-hosts.ts'

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
  const registered = registrableDomain(host)
  const platform =
    suffixes(host).find((each) => platforms.has(each)) ??
    (PLATFORM_NAMES.has(registered.split('.', 1)[0]!) ? registered : undefined)
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
