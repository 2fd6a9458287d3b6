/** robots.txt by its grammar (RFC 9309), for what is visited beyond the landing page. */
import type { Http, Observed, TextFile } from '../../model/evidence.ts'

const AGENT = 'leidraad'
/** Bytes of a robots.txt that are read: 500 KiB, as RFC 9309 §2.5 sets at the least. */
export const ROBOTS_BYTES = 512_000
const LINE = /^[ \t]*(user-agent|allow|disallow|crawl-delay)[ \t]*:([^#]*)/i
const LINE_LENGTH = 2_000
/** Rules that are kept, for a hostile file is asked about many addresses. */
const RULES = 10_000
const URL_LENGTH = 2_000
/** Signs that are compared for one file, together: rules that are looked for everywhere would hold us up. */
const WORK = 50_000_000
const LONGEST_DELAY = 10
const NOTHING = 'User-agent: *\nDisallow: /'

type Rule = {
  readonly allows: boolean
  /** What must follow each other, with anything between; `end`: nothing behind the last. */
  readonly pieces: readonly string[]
  readonly end: boolean
  readonly length: number
}
type Group = { named: boolean; readonly rules: Rule[]; delay: number }

export type Robots = {
  /**
   * Whether the site lets us visit this address: what no rule speaks of is allowed, an endless address never, nor any
   * once a file took too much work.
   */
  allows(url: string): boolean
  /** Seconds the site asks us to wait between pages, at most ten. */
  readonly delay: number
}

/** The rules of a site that was visited; none when it does not answer at all. */
export function rulesIn({ robotsTxt, secure, plain }: Pick<Http, 'robotsTxt' | 'secure' | 'plain'>): string {
  return robotsTxt.seen || secure.seen || plain.seen ? rulesOf(robotsTxt) : ''
}

/**
 * The rules a host has for robots: those of its file, none when it has no file, and that nothing may be visited when
 * the file cannot be had, or its server asks for rest (§2.3.1).
 */
export function rulesOf(robotsTxt: Observed<TextFile>): string {
  if (!robotsTxt.seen) return NOTHING
  const { status, text } = robotsTxt.value
  return status === 200 ? text : status >= 500 || status === 429 ? NOTHING : ''
}

/** Reads a file. Groups that name us hold together, else those for all (§2.2.1); the longest rule wins (§2.2.2). */
export function readRobots(text: string): Robots {
  const ours: Group = { named: false, rules: [], delay: 0 }
  const all: Group = { named: false, rules: [], delay: 0 }
  let groups = new Set<Group>()
  let naming = false
  for (const line of text
    .slice(0, ROBOTS_BYTES)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)) {
    const [, word = '', rest = ''] = LINE.exec(line.slice(0, LINE_LENGTH)) ?? []
    const [key, value] = [word.toLowerCase(), rest.trim()]
    if (key === '') continue
    if (key === 'user-agent') {
      if (!naming) groups = new Set()
      naming = true
      const named = /^\*(?:\s|$)/.test(value) ? all : productOf(value) === AGENT ? ours : undefined
      if (named) {
        named.named = true
        groups.add(named)
      }
      continue
    }
    // §2.2.4: what the standard does not know ends no list of names.
    if (key !== 'crawl-delay') naming = false
    for (const group of groups) {
      if (key === 'crawl-delay') group.delay = delayOf(value)
      else if (value !== '' && group.rules.length < RULES) group.rules.push(ruleOf(value, key === 'allow'))
    }
  }
  const { rules, delay } = ours.named ? ours : all
  let work = 0
  return {
    delay,
    allows(url) {
      const { pathname, search } = new URL(url)
      if (url.length > URL_LENGTH) return false
      if (pathname === '/robots.txt') return true
      const path = asCompared(`${pathname}${search}`).replaceAll('*', '%2A').replaceAll('$', '%24')
      let best: Rule | undefined
      for (const rule of rules) {
        work += rule.pieces.length > 1 ? path.length : 1
        if (work > WORK) return false
        const longer = rule.length - (best?.length ?? -1)
        if ((longer > 0 || (longer === 0 && rule.allows)) && matches(rule, path)) best = rule
      }
      return best?.allows ?? true
    },
  }
}

/** §2.2.1: a product token is letters, underscores and hyphens; what follows it is not of it. */
const productOf = (value: string): string => /^[a-z_-]*/i.exec(value)![0].toLowerCase()

function delayOf(value: string): number {
  const asked = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : 0
  return Math.min(LONGEST_DELAY, asked)
}

function ruleOf(value: string, allows: boolean): Rule {
  const end = value.endsWith('$')
  const path = asCompared(/^[/*]/.test(value) ? value : `/${value}`)
  const bare = (end ? path.slice(0, -1) : path).replaceAll('$', '%24')
  return { allows, pieces: bare.split(/\*+/), end, length: path.length }
}

/** §2.2.3: `*` is any run of characters, `$` the end; each piece is looked for as early as it can be. */
function matches({ pieces, end }: Rule, path: string): boolean {
  const [first = '', ...more] = pieces
  if (!path.startsWith(first)) return false
  const last = more.pop()
  if (last === undefined) return !end || path.length === first.length
  let at = first.length
  for (const piece of more) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return end ? path.length - last.length >= at && path.endsWith(last) : path.includes(last, at)
}

/**
 * A path as the standard compares it (§2.2.2): octets outside ASCII and those no address may have are written with `%`,
 * those that need not be (RFC 3986 §2.3) are not; in the query `:` and `/` are.
 */
function asCompared(path: string): string {
  const text = path
    .toWellFormed()
    .replaceAll(/[^\x21-\x7e]|["<>`{}|\\^]/gu, encodeURIComponent)
    .replaceAll(/%[0-9a-f]{2}/gi, (octet) => {
      const letter = String.fromCharCode(Number.parseInt(octet.slice(1), 16))
      return /[a-z0-9._~-]/i.test(letter) ? letter : octet.toUpperCase()
    })
  const query = text.indexOf('?')
  return query < 0 ? text : text.slice(0, query) + text.slice(query).replaceAll(/[:/]/g, encodeURIComponent)
}

/** Whether a robots.txt speaks of both hosts: with and without www they are taken for one. */
export function sameSite(a: string, b: string): boolean {
  return a.replace(/^www\./, '') === b.replace(/^www\./, '')
}
