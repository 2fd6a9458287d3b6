/** What is an address of a website or a mail domain. Pure. */
import { domainToASCII } from 'node:url'

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

/** Why what looks like an address of a website is none that is kept, in Dutch; undefined when it looks like nothing. */
export function whyNoWebsite(word: string): string | undefined {
  if (/^[^\s@/:]+@[^\s@/:]+$/.test(word)) return 'dat is een e-mailadres'
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(word)?.[1]?.toLowerCase()
  if (scheme !== undefined && !/^https?$/.test(scheme)) return `een website begint met https, niet met ${scheme}`
  const url = URL.parse(scheme === undefined ? `https://${word}` : word)
  if (!url) return undefined
  if (/^(?:[\d.]+|\[.*\])$/.test(url.hostname)) return 'dat is een IP-adres; noem de naam van de website'
  if (hostName(url.hostname) === undefined) return undefined
  if (url.username !== '' || url.password !== '') return 'er staat een gebruikersnaam of wachtwoord in'
  if (url.port !== '') return `er staat een poort in (${url.port}); noem het adres zonder`
  return 'dat adres is langer dan 500 tekens'
}

/** The domain of `voorbeeld.nl`, `@voorbeeld.nl` or `info@voorbeeld.nl`; undefined if it is none. */
export function mailDomain(word: string): string | undefined {
  const after = word.slice(word.lastIndexOf('@') + 1)
  // `www.voorbeeld.nl` is a website in the column beside it: nobody has mail there.
  return /[/:?#@]|^www\./i.test(after) ? undefined : hostName(domainToASCII(after))
}

// RFC 1123 host names with at least two labels and a last label that is not a number (so no IP addresses).
function hostName(host: string): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '')
  if (name.length > 253 || !name.includes('.')) return undefined
  const labels = name.split('.')
  if (!labels.every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?$/.test(label))) return undefined
  return /^[a-z]/.test(labels.at(-1)!) ? name : undefined
}
