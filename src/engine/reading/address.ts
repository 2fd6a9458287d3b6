/**
 * What an address says of the page behind it: which page it is however it is written (whether going there does
 * something says `acting.ts`). Many sites name their pages in the query: `/?page_id=2`, `/index.php?title=Contact`,
 * `/doku.php?id=start`.
 */

const named = (...names: readonly string[]) => new RegExp(`^(?:${names.join('|')})$`, 'i')

/** Tells where a visitor came from, or who he is: nothing of the page, and nothing that should go along. */
const FOLLOWS = named(
  'utm(_\\w*)?',
  '(fb|g|dc|ms|tw|tt|y|twc|srs|li_fat_)?clid|gbraid|wbraid|msclkid|igshid|epik',
  'mc_[ce]id|_g[al]\\w*|_hs\\w+|hs[ac]\\w+|mkt_tok|pk_\\w+|mtm_\\w+|piwik_\\w+|matomo_\\w+',
  'at_\\w+|wt[._]\\w+|s_kwcid|vero_\\w+',
  'phpsessid|jsessionid|aspsessionid\\w*|cfid|cftoken|sid|session(_?id)?|sess(id)?|token|nonce|_wpnonce|csrf\\w*',
)
/** The same page in another order, part, guise or language, or with a word on where its reader came from. */
const GUISE = named(
  'ref|referr?er|referral|source|src|bron|from|via|herkomst|campaign|campagne',
  'return(_?url|to)?|redirect(_to)?|next|back',
  'sort(_?by)?|order(_?by)?|sorteer\\w*|volgorde|dir|direction|asc|desc|per_?page|limit|count|aantal',
  'paged|pg|idx|offset|start|from_?page|cpage',
  'date|datum|day|dag|month|maand|year|jaar|week|time|tijd|cal\\w*|tribe-bar-date',
  'lang(uage)?|taal|locale|hl|theme|style|useskin|skin|font(_?size)?|contrast|tekstgrootte|amp|mobile|view_?mode',
  '_|v|ver|version|versie|cache|nocache|rand|random|ts|timestamp|purge|highlight|hilite',
)
/** Where a number is one of many pages of a list, and a word the name of a page. */
const LIST_PART = /^(?:page|pagina|m)$/i

/** What software calls the page it opens with: it is the one without a name. */
const FIRST = named('start|home|index|default|main[_ ]page|hoofdpagina|startpagina')

const parts = (url: URL) => [...url.searchParams].slice(0, 30)
const names = ([name, value]: readonly [string, string]): boolean =>
  !FOLLOWS.test(name) && !GUISE.test(name) && !FIRST.test(value) && !(LIST_PART.test(name) && /^\d*$/.test(value))

/** The parts of a query that say which page it is, sorted by name; at most five. */
const naming = (url: URL) =>
  parts(url)
    .filter(names)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, 5)

/** One page, however its address is written: without scheme, www, name of an index page, and what names no page. */
export function pageKey(href: string): string {
  if (!URL.canParse(href)) return href
  const url = new URL(href)
  const path =
    withoutSession(url.pathname)
      .replace(/\/(index|default|home|start|doku)\.[a-z]{2,5}$/i, '/')
      .replace(/(?<!\/)\/+$/, '') || '/'
  const query = naming(url)
    .map(([name, value]) => `${name}=${value}`.slice(0, 200))
    .join('&')
  const host = `${url.hostname.replace(/^www\./, '')}${url.port ? `:${url.port}` : ''}`
  return `${host}${path}${query && `?${query}`}`.toLowerCase()
}

/** The words of an address that name its page, for comparing with what a link may say. */
export function pageWords(href: string): string {
  const url = new URL(href)
  const said = [decoded(url.pathname), ...naming(url).map(([name, value]) => value || name)]
  return said
    .join(' ')
    .replace(/[/_.:+-]+/g, ' ')
    .trim()
}

/** How deep in its site a page lies: steps of its path and of the names in its query. */
export function pageDepth(href: string): number {
  const url = new URL(href)
  const steps = [url.pathname.replace(/\/[^/]+\.[a-z]{2,5}$/i, '/'), ...naming(url).map(([, value]) => value)]
  return steps.flatMap((step) => step.split(/[/:]/).filter(Boolean)).length
}

/** A visit that is told apart in the path (Java servlets §7.1.3). */
const withoutSession = (path: string) => path.replaceAll(/;jsessionid=[^/;]*/gi, '')

/** The address without what follows a visitor about and without its fragment. */
export function tidy(url: URL): URL {
  const clean = new URL(url)
  clean.hash = ''
  clean.pathname = withoutSession(clean.pathname)
  const followed = [...clean.searchParams.keys()].filter((name) => FOLLOWS.test(name))
  // Only when there is something to take out: to write a query anew changes how it is encoded.
  for (const name of followed) clean.searchParams.delete(name)
  return clean
}

/** A path in the letters a person would write, or as it is when it cannot be read. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
