/**
 * Whether other parties hear which page somebody reads or what they searched for: by the Referer header or inside the
 * query of a request (W3C Referrer Policy §8; AVG art. 5 lid 1 onder c). The name of the site alone is not counted, nor
 * an address that has no path. Not counted either: the tool for consent, public bodies, and statistics or error reports
 * from the EEA, whose task it is to know the page. A party nobody has on the list may be the organisation itself, and
 * statistics of which no two sources say the country may be from the EEA: `partly`.
 * Trips on: `…/g/collect?dl=https%3A%2F%2Fwww.voorbeeld.nl%2Fschulden%2F`, `Referrer-Policy: unsafe-url`.
 * Near misses: `Referer: https://www.voorbeeld.nl/`, an image service that fetches `www.voorbeeld.nl/nieuws/foto.jpg`
 * while `/nieuws/` is read.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { referrerPolicyOf } from '../reading/referrer.ts'
import type { Lacking } from '../../model/check.ts'
import type { Lists, Owner, OwnerCategory } from '../../model/lists.ts'
import { settled } from '../reading/settled.ts'
import { details, few, tellHost } from '../reading/telling.ts'
import { isRented, outsideRequests, ownerOf, serves, unsureOf, type Outside, type Page } from '../reading/visit.ts'

/** Fields of a search page's address that hold what somebody typed. */
const SEARCH = /^(?:q|s|query|zoek\w{0,20}|search\w{0,20}|keys|keywords?|trefwoord|term)$/i

export const addressLeak = defineCheck({
  id: 'address-leak',
  needs: { session: ['before-consent'] },
  reasons: {
    none: whole('met', 'requests', 'content'),
    clean: whole('met', 'requests', 'content'),
    'unknown-party': shown('partly'),
    address: shown('unmet'),
    'search-term': shown('unmet'),
    'start-only': 'unknown',
  },
  judge({ session }, { subject, lists }) {
    const requests = outsideRequests(session, subject)
    const leaks = requests.flatMap((each) => {
      const owner = ownerOf(each.request.url, lists)
      const what = tellsPage(owner, lists) ? undefined : leakOf(each)
      return what ? [{ ...each, ...what, known: owner !== undefined && !isRented(owner) && !mayTell(owner) }] : []
    })
    const policy = few(session.map(policyOf))
    const reason = leaks.some(({ known, what }) => known && what === 'search-term')
      ? ('search-term' as const)
      : leaks.some(({ known }) => known)
        ? ('address' as const)
        : leaks.length > 0
          ? ('unknown-party' as const)
          : undefined
    if (reason) {
      const told = leaks.filter(
        ({ known, what }) => reason === 'unknown-party' || (known && (reason === 'address' || what === reason)),
      )
      const seen = {
        count: told.length,
        policy,
        hosts: few(told.map(({ host }) => tellHost(host, lists))),
        details: details(told.map(({ page, host, way }) => `${page.value.finalUrl.slice(0, 150)} → ${host} (${way})`)),
      }
      return { reason, seen }
    }
    const matters = (each: Outside) => !tellsPage(ownerOf(each.request.url, lists), lists)
    const unsure: Lacking[] = [
      ...unsureOf(session, subject, (each) => matters(each) && leakOf(each) !== undefined),
      // What stood beyond the beginning of an address may have been that of the page.
      ...requests
        .filter((each) => each.request.cut && matters(each))
        .map(({ page }) => ({ page: page.page, part: 'requests' as const, lack: 'cut' as const })),
    ]
    if (requests.length === 0) return { reason: 'none', seen: { pages: session.length, policy }, unsure }
    // On the start page the whole address is the name of the site: there is nothing more to tell. A deeper page that
    // asks nothing of others tells nothing.
    const deeper = session.some((page) => addressOf(page) !== undefined)
    return { reason: deeper ? 'clean' : 'start-only', seen: { pages: session.length, policy }, unsure }
  },
})

const tellsPage = (owner: Owner | undefined, lists: Lists): boolean =>
  serves(owner) ||
  (owner !== undefined && COUNTS.has(owner.category) && settled(owner).some(({ country }) => lists.inEea(country)))

/** Statistics and error reports of whom it is not certain whether they belong to the EEA. */
const mayTell = (owner: Owner): boolean => COUNTS.has(owner.category) && settled(owner).length === 0

const COUNTS: ReadonlySet<OwnerCategory> = new Set(['analytics', 'monitoring'])

/** Host and path of a page, without the last slash, if it says more than the site's name. */
function addressOf({ value }: Page): string | undefined {
  if (!URL.canParse(value.finalUrl)) return undefined
  const { host, pathname, search } = new URL(value.finalUrl)
  if (pathname === '/' && search === '') return undefined
  return `${host}${decoded(pathname)}`.replace(/\/$/, '')
}

function leakOf({ page, request }: Outside): { what: 'address' | 'search-term'; way: string } | undefined {
  const address = addressOf(page)
  if (address === undefined) return undefined
  // What frames of others do with their own address is theirs; only that of the visited page counts.
  const referrer = request.referrer !== null && URL.canParse(request.referrer) ? new URL(request.referrer) : undefined
  const values = [...new URL(request.url).searchParams].flatMap(([, value]) => [value, decoded(value)])
  const terms = searchTerms(page)
  const heard = [...values, ...(referrer ? [...referrer.searchParams].map(([, value]) => value) : [])]
  if (
    terms.some((term) => heard.some((value) => value.toLowerCase() === term || searchTermsIn(value).includes(term)))
  ) {
    return { what: 'search-term', way: 'search term' }
  }
  if (isBare(address)) return undefined
  if (referrer && `${referrer.host}${decoded(referrer.pathname)}`.replace(/\/$/, '') === address)
    return { what: 'address', way: 'Referer' }
  if (values.some((value) => contains(value, address))) return { what: 'address', way: 'query' }
  return undefined
}

/** A start page with a query: its path tells nothing. */
const isBare = (address: string) => !address.includes('/')

/** Whether a text holds this address and not one below it. */
function contains(text: string, address: string): boolean {
  for (let at = text.indexOf(address); at >= 0; at = text.indexOf(address, at + 1)) {
    const before = text.slice(0, at)
    const after = text.slice(at + address.length)
    if (/(?:^|\/\/)$/.test(before.slice(-2)) && /^\/?(?:$|[?#&"'\s])/.test(after.slice(0, 2))) return true
  }
  return false
}

/** What was typed, in lower case, at least four characters: shorter values occur by chance. */
const searchTerms = ({ value }: Page): string[] => searchTermsIn(value.finalUrl)

function searchTermsIn(url: string): string[] {
  if (!URL.canParse(url)) return []
  return [...new URL(url).searchParams]
    .filter(([name, value]) => SEARCH.test(name) && value.trim().length >= 4)
    .slice(0, 10)
    .map(([, value]) => value.trim().toLowerCase())
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The policy in force: the last known value of the meta element, else of the header, else what browsers do by
 * themselves.
 */
function policyOf({ value }: Page): string {
  const metas = value.metas.filter(({ name }) => name === 'referrer').map(({ content }) => content)
  return referrerPolicyOf(value.headers, metas)?.policy ?? 'strict-origin-when-cross-origin'
}
