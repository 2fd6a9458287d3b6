/** Chooses which pages of a site are visited: the landing page and nine more, the same ones every time. */
import { hostOf } from '../../../lib/domain.ts'
import type { PageRole, Session } from '../../../model/evidence.ts'
import { pageDepth, pageKey, pageWords, tidy } from '../../reading/address.ts'
import { acts, readable } from '../../reading/acting.ts'
import { otherLanguages } from '../../reading/other-language.ts'
import { isSearchForm } from '../../reading/personal.ts'
import { inTurns } from './strata.ts'

export type PlannedPage = { readonly url: string; readonly role: PageRole }
export type Plan = {
  /** The landing page first; after those that are to be visited come some to spare. */
  readonly pages: readonly PlannedPage[]
  /** How many different pages of the site are known, by its links and its map. */
  readonly known: number
}

/** Pages of a site that are visited, the landing page among them. */
export const PAGES = 10
/** How many more may be tried, for links that lead to no page. */
const SPARE = 4
const anyWord = (words: readonly string[]) => new RegExp(`\\b(${words.join('|')})\\b`, 'i')

const PRIVACY = /\b(?:privacy\w*|gegevensbescherming|persoonsgegevens|avg)\b/i

/**
 * What a link must say, in its text or its path, to lead to a page of a kind. In the order in which they are chosen.
 */
const KINDS: readonly (readonly [PageRole, RegExp])[] = [
  ['contact', /\b(contact|contacteer|bereikbaarheid|openingstijden|contact[- ]?us)/i],
  // Told of by many checks, and a script may fill it in: seen in a browser on a slow site too.
  ['other', PRIVACY],
  [
    'form',
    anyWord([
      '[a-z]*formulier(?:en)?',
      'aanvragen',
      'aanvraag',
      'aanmelden',
      'inschrijven',
      'afspraak',
      'reserveren',
      'reserveer',
      'melding',
      'doorgeven',
      'bestellen',
      'offerte',
      'intake',
      'bezwaar',
      'nieuwsbrief',
      'form',
      'apply',
      'register',
      'sign[- ]?up',
      'appointment',
      'booking',
      'request',
      'subscribe',
      'newsletter',
    ]),
  ],
  ['search', /\b(zoeken|zoek|zoekresultaten|search)\b/i],
  ['news', /\b(nieuws|actueel|actualiteiten|nieuwsberichten|blog|news|press|pers)\b/i],
]

/** What checks ask for by name: before any page of which nothing is known. */
const ASKED = anyWord(['cookies?\\w*', 'toegankelijkheid\\w*', 'accessibility', 'disclaimer'])

/** How often robots.txt is asked: one that forbids nearly all of a large site would else be asked for a long time. */
const ASKED_MOST = 500

/** Never visited: these need an account, leave, or give a file (what does something: `acting.ts`). */
const AWAY = anyWord([
  'log-?in',
  'sign-?in',
  'inloggen',
  'digid',
  'eherkenning',
  'mijn',
  'my-?account',
  'download(s|en)?',
  'print',
  'export',
  'wp-admin',
  'wp-login',
  'admin',
  'captcha',
])
/** Endings of addresses that are a page; anything else with an ending is a file. */
const PAGE_ENDING = /\.(html?|xhtml|php|aspx?|jsp|cfm|do)$/i

const bare = (host: string) => host.replace(/^www\./, '')

/**
 * The landing page and up to nine more pages of the same site: by what their links say (Dutch or English), and what is
 * left by turns from each stratum (`strata.ts`), drawn by the host only. `mapped`: addresses that the site's own map
 * names. `robotsAllows` is asked about every page but the landing page, which the caller has already visited. After
 * those PAGES come at most SPARE others, for where one of them turns out to be no page.
 */
export function planPages(
  landing: Session,
  host: string,
  robotsAllows: (url: string) => boolean,
  mapped: readonly string[] = [],
): Plan {
  const plan: PlannedPage[] = [{ url: landing.finalUrl, role: 'landing' }]
  const open = candidatesOf(landing, host, mapped)
  const taken = new Set<string>()
  let asked = 0
  /** Whether it was chosen: what robots may not see is not. */
  const choose = (page: Candidate, role: PageRole): boolean => {
    taken.add(page.at)
    if (++asked > ASKED_MOST || !robotsAllows(page.url)) return false
    plan.push({ url: page.url, role })
    return true
  }
  /** Pages that say it, the surest first: a section before what is in it, in text and address before one of the two. */
  const saying = (pattern: RegExp) => {
    const rank = (page: Candidate) => page.depth * 2 - Number(pattern.test(page.says) && pattern.test(page.words))
    return open
      .filter((page) => !taken.has(page.at) && (pattern.test(page.says) || pattern.test(page.words)))
      .toSorted((a, b) => rank(a) - rank(b) || (a.at < b.at ? -1 : 1))
  }
  for (const [role, pattern] of KINDS) saying(pattern).some((page) => choose(page, role))
  saying(ASKED).some((page) => choose(page, 'other'))
  // Its address may differ in a word of the query alone, and be one page with this by `pageKey`.
  const translated = otherLanguages({ ...landing, links: readable(landing.links) }).find(
    ({ url }) => mayFollow(pageUrl(url), '') && robotsAllows(url),
  )?.url
  if (translated && !plan.some(({ url }) => url === translated)) {
    taken.add(pageKey(translated))
    plan.push({ url: translated, role: 'other' })
  }
  for (const page of inTurns(
    open.filter(({ at }) => !taken.has(at)),
    host,
  )) {
    if (plan.length >= PAGES + SPARE) break
    choose(page, 'other')
  }
  return { pages: plan, known: open.length + 1 }
}

type Candidate = {
  /** One page, however it is linked (`pageKey`). */
  readonly at: string
  readonly url: string
  /** What its links say together, and the words of its address. */
  readonly says: string
  readonly words: string
  readonly depth: number
}

/** The other pages of the site that may be gone to, each once. */
function candidatesOf(landing: Session, host: string, mapped: readonly string[]): Candidate[] {
  const home = hostOf(landing.finalUrl) ?? host
  const hosts = new Set([host, home].map(bare))
  const landed = new Set([landing.finalUrl, landing.url, `https://${host}/`].map(pageKey))
  const found = new Map<string, { url: string; says: string }>()
  const linked = [...landing.links, ...searchForms(landing)]
  for (const { href, text } of readable([...linked, ...mapped.map((href) => ({ href, text: '' }))])) {
    const url = pageUrl(href)
    if (!url || !hosts.has(bare(url.hostname)) || !mayFollow(url, text)) continue
    const at = pageKey(url.href)
    const known = found.get(at)
    // Several links to one page: it is what they say together, and the plainest address.
    const plainest = known && plain(known.url, home) <= plain(url.href, home) ? known.url : url.href
    if (!landed.has(at)) found.set(at, { url: plainest, says: `${known?.says ?? ''} ${text.slice(0, 80)}` })
  }
  return [...found].map(([at, page]) => ({ at, ...page, words: pageWords(page.url), depth: pageDepth(page.url) }))
}

/** Whether it is a page, and neither its address nor its link tells that going there does something. */
const mayFollow = (url: URL | undefined, text: string): boolean =>
  url !== undefined &&
  !acts(url, text) &&
  !AWAY.test(`${pageWords(url.href).replaceAll(' ', '-')} ${text}`.replaceAll('_', '-'))

/** The page a search form leads to, as if it were a link. */
const searchForms = (landing: Session) =>
  landing.forms.filter(isSearchForm).map((form) => ({ href: form.action, text: 'zoeken' }))

/** The address of a link if it can be a page: http(s), no file; without fragment and what follows a visitor. */
function pageUrl(href: string): URL | undefined {
  if (!URL.canParse(href)) return undefined
  const url = new URL(href)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  if (url.username || url.password) return undefined
  const file = url.pathname.slice(url.pathname.lastIndexOf('/') + 1)
  if (/\.[a-z0-9]{1,5}$/i.test(file) && !PAGE_ENDING.test(file)) return undefined
  return tidy(url)
}

/** Sorts addresses of one page: with the shortest query first, then on the landing page's own host, then short. */
function plain(href: string, home: string): string {
  const url = new URL(href)
  const parts = Math.min(9, url.searchParams.size)
  return `${parts}${url.hostname === home ? 0 : 1}${String(href.length).padStart(5, '0')}${href}`
}
