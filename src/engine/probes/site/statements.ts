/**
 * Pages with a legal meaning: the privacy statement, the accessibility statement and the contact page, found by their
 * link; and while there is time the statement on cookies and the general terms.
 */
import { registrableDomain } from '../../../lib/domain.ts'
import type { Lacks, Link, Observed, Statement, Statements } from '../../../model/evidence.ts'
import { textOf } from '../../../outside/body.ts'
import type { Egress } from '../../../outside/egress.ts'
import { fetchPage, redirectOf } from '../../../outside/fetch.ts'
import type { HostProbe } from '../host-probe.ts'
import { isXml, readHtml } from '../../reading/html.ts'
import { readable } from '../../reading/acting.ts'
import { pageKey } from '../../reading/address.ts'
import { entriesIn, entryFor, entryOf } from '../../reading/register.ts'
import { inTheWay } from '../../reading/in-the-way.ts'
import { header, observe } from './http.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { readRobots, sameSite } from '../../reading/robots.ts'
import { addressWords, linkWords, PRIVACY_LINKS } from '../../reading/privacy-link.ts'
import { kindOf } from '../../reading/statement-kind.ts'

/** Words in the link or its address, in Dutch and English, the surest first. */
const WORDS = {
  privacy: PRIVACY_LINKS,
  accessibility: [
    /toegankelijkheidsverklaring|accessibility[ -]statement/i,
    /digi(?:tale |tale-|tal[ -])?(?:toegankelijk|accessib)|(?:toegankelijkheid|accessibility)[ -].{0,20}(?:web)?site/i,
    /^(?:toegankelijkheid|accessibility)$|\/(?:toegankelijkheid|accessibility)(?:\.\w{3,5})?\/?$/i,
    /toegankelijkheid|accessibility/i,
  ],
  contact: [/^contact\b|\/contact([/?#.]|$)/i, /contact|bereikbaar|openingstijden/i],
  cookies: [/cookie[ -]?(?:verklaring|statement|beleid|policy|reglement)/i, /cookies?\b/i],
  terms: [
    /algemene[ -](?:\w{1,20}[ -]?)?voorwaarden|terms (?:and|&) conditions|general terms/i,
    /\b(?:leverings|verkoop|gebruiks|huur|lidmaatschaps)voorwaarden|terms of (?:service|use)/i,
  ],
} as const
/** Where a visitor chooses cookies, which says nothing of them. */
const CHOOSES = /instelling|voorkeur|aanpassen|wijzigen|beheren|settings|preferences|manage|#/i

/** Registers of statements that a site may rightly send its reader to. */
const REGISTERS: ReadonlySet<string> = new Set(['toegankelijkheidsverklaring.nl'])
const MAX_BYTES = 2_000_000
const LINKS = 300
const TEXT = 40_000
/** Milliseconds after which no further page is begun, so that its patience still fits in the minute of the probe. */
const SPARE = 48_000
/** Milliseconds per page: three of them, a second try, the entry of the register and the control fit in one probe. */
const PATIENCE = 9_500
/** An address that no site has. It says what it is, for whoever reads a log. */
const NOWHERE = '/leidraad-vraagt-of-een-pagina-die-niet-bestaat-wordt-gemeld'
const ANSWER_TO_ALL = {
  seen: false,
  why: 'gone',
  detail: 'the site answers every address with this page',
} as const

/** There was no time left to look. */
const LATE = { seen: false, why: 'timeout', detail: 'not begun: the other statements took too long' } as const

/** Only links that may do something lead there. */
const DOES = { seen: false, why: 'probe-failed', detail: 'not gone to: its link may do something' } as const

const UNCONTROLLED: Lacks = { control: ['page-unseen'] }

export const statementsProbe: HostProbe<'statements'> = {
  key: 'statements',
  subjects: ['website'],
  async look({ subject: { address: host }, links = [], robots = '' }, { egress, signal }) {
    const begun = performance.now()
    const had = new Map<string, Promise<Observed<Statement>>>()
    /** Each page once: what a site says of cookies may stand in its privacy statement. */
    const read = (href: string) => {
      const page = pageKey(href)
      const known = had.get(page) ?? observe(() => statement(egress, href, robots, host, signal))
      had.set(page, known)
      return known
    }
    /** Links that may do something may lead to it all the same, so it is not told as absent. */
    const unsafe = (all: readonly Link[], kind: keyof typeof WORDS) =>
      linksFor(all, WORDS[kind], host, (given) => given).length > 0 ? DOES : null
    const look = async (kind: keyof typeof WORDS): Promise<Observed<Statement> | null> => {
      const [first, second] = linksFor(links, WORDS[kind], host)
      if (first === undefined) return unsafe(links, kind)
      const page = await read(first)
      // Ways into a building are called the same: then the other link may lead to what the site states of itself.
      if (kind !== 'accessibility' || second === undefined || !page.seen || stated(page, host)) return page
      const other = await read(second)
      return stated(other, host) ? other : page
    }
    /** The register decides, not what a site says of it: its entry is read too, if the link did not lead there. */
    const ownEntry = async (page: Observed<Statement> | null): Promise<Pick<Statements, 'register'>> => {
      const read = page?.seen ? page.value : undefined
      if (read && entryOf(read.url) !== undefined) return {}
      const entry = entryFor(entriesIn([...links, ...(read?.links ?? [])]), host)
      return entry ? { register: await observe(() => statement(egress, entry.href, robots, host, signal)) } : {}
    }
    const found = {
      privacy: await look('privacy'),
      accessibility: await look('accessibility'),
      contact: await look('contact'),
    }
    const register = await ownEntry(found.accessibility)
    const answered = Object.values(found).flatMap((one) => (one?.seen && one.value.status < 400 ? [one.value] : []))
    const own = answered.find(({ url }) => sameSite(new URL(url).hostname, host))
    if (!own) return { ...found, ...register }
    // What a site answers at an address that is none tells whether an answer means anything there.
    const nowhere = new URL(NOWHERE, own.url).href
    const control = await observe(() => statement(egress, nowhere, robots, host, signal))
    const apart = (one: Observed<Statement> | null): Observed<Statement> | null => {
      if (!one?.seen) return one
      if (isAnswerToAll(one.value, control)) return ANSWER_TO_ALL
      return control.seen
        ? one
        : { seen: true, value: { ...one.value, lacks: { ...one.value.lacks, ...UNCONTROLLED } } }
    }
    const beside = async (kind: 'cookies' | 'terms') => {
      const about = links.filter((link) => !CHOOSES.test(`${link.text} ${link.href}`))
      const [href] = linksFor(about, WORDS[kind], host)
      const left = href === undefined && unsafe(about, kind)
      if (href === undefined) return left ? { [kind]: left } : {}
      if (performance.now() - begun > SPARE) return { [kind]: LATE }
      return { [kind]: apart(await read(href)) }
    }
    return {
      privacy: apart(found.privacy),
      accessibility: apart(found.accessibility),
      ...register,
      contact: apart(found.contact),
      ...(await beside('cookies')),
      ...(await beside('terms')),
    }
  },
}

const stated = (page: Observed<Statement>, host: string): boolean =>
  page.seen && page.value.status < 400 && kindOf(page.value, host) === 'statement'

/**
 * Where links that may lead there go, the surest first: by their words, then by their address; on the site itself or a
 * known register. Never one that does something.
 */
function linksFor(
  links: readonly Link[],
  words: readonly RegExp[],
  host: string,
  mayGo: (given: readonly Link[]) => readonly Link[] = readable,
): string[] {
  const ours = mayGo(links).filter(({ href }) => {
    const url = URL.parse(href)
    return url !== null && /^https?:$/.test(url.protocol) && mayLookAt(url, host)
  })
  const found = words.flatMap((word) => [
    ...ours.filter(({ text }) => word.test(linkWords(text))),
    ...ours.filter(({ href }) => word.test(URL.parse(href)!.pathname) || word.test(addressWords(href))),
  ])
  // A link to a place further on in a page leads to the same page.
  const seen = new Set<string>()
  return found.flatMap(({ href }) => {
    const page = pageKey(href)
    if (seen.has(page)) return []
    seen.add(page)
    return [href]
  })
}

function mayLookAt(url: URL, host: string): boolean {
  const domain = registrableDomain(url.hostname)
  return domain === registrableDomain(host) || REGISTERS.has(domain)
}

async function statement(
  egress: Egress,
  href: string,
  robots: string,
  host: string,
  signal: AbortSignal,
): Promise<Statement> {
  if (sameSite(new URL(href).hostname, host) && !readRobots(robots).allows(href)) {
    throw new NotSeen('robots', `robots.txt asks not to visit ${href}`)
  }
  const { hops, body } = await fetchPage(egress, href, {
    signal,
    maxBytes: MAX_BYTES,
    redirects: 5,
    patience: PATIENCE,
    mayFollow: (url) => mayLookAt(url, host),
  })
  const last = hops.at(-1)!
  const away = redirectOf(last, new URL(last.url))
  if (away) throw new NotSeen('redirected-away', `${last.url} → ${away.href.slice(0, 300)}`)
  const contentType = header(last.headers, 'content-type')
  if (last.status >= 200 && last.status < 300) {
    const readable = /html|text\/plain/i.test(contentType ?? 'text/html')
    if (!readable) throw new NotSeen('not-html', `${contentType} ${last.url}`)
    if (body.read === 'broken') throw new NotSeen('timeout', `${last.url} broke off`)
  }
  const document = readHtml(textOf(body.bytes, contentType), last.url, TEXT, isXml(contentType))
  const { text, links, forms, lang, hours } = document
  const found = inTheWay(last.status, last.headers, { ...document, text: text.slice(0, 2_000), links: links.length })
  if (found && last.status < 300) throw new NotSeen(found.why, `status ${last.status}, ${found.sign}`)
  const whole = links.length <= LINKS && document.textLength <= text.length
  return {
    url: last.url,
    status: last.status,
    text,
    links: links.slice(0, LINKS),
    forms,
    lang,
    ...(hours.length > 0 && { hours }),
    ...(!whole && { lacks: { statements: ['cut' as const] } }),
  }
}

/** Whether this page is what the site answers everywhere: the same words, but for numbers and its own address. */
function isAnswerToAll({ text, url }: Statement, control: Observed<Statement>): boolean {
  if (!control.seen || control.value.status >= 300) return false
  if (control.value.url === url) return true
  // Of both: the word by which one of them is named also stands in the menu of the other.
  const names = [...namesIn(url), ...namesIn(control.value.url)].toSorted((a, b) => b.length - a.length)
  return without(names, control.value.text) === without(names, text)
}

/** The words of a page without these, which a page that says it does not exist repeats. */
function without(names: readonly string[], text: string): string {
  const left = names.reduce((said, each) => said.replaceAll(each, ''), text.toLowerCase())
  return left.replace(/[^\p{L}]+/gu, ' ').trim()
}

/** An address and the steps in it, as a page may repeat them. */
function namesIn(url: string): string[] {
  const { pathname, search } = new URL(url)
  const path = decoded(`${pathname}${search}`).toLowerCase()
  const steps = path.split(/[/?&=]/).filter((step) => step.length > 2)
  return [path, ...steps, ...steps.map((step) => step.replace(/[-_+]+/g, ' '))]
    .filter((each) => each.length > 2)
    .slice(0, 40)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // a stray % is an address too
  }
}
