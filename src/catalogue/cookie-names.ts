/** What a cookie is for, by its name: what we know ourselves, then the Open Cookie Database. */
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { suffixes } from '../lib/domain.ts'
import type { CookieCategory, Lists } from '../model/lists.ts'
import { text } from './list-files.ts'

const COOKIE_CATEGORIES = [
  'functional',
  'analytics',
  'marketing',
  'personalization',
  'security',
] as const satisfies readonly CookieCategory[]

const SORTS = {
  sessie: { category: 'functional', role: 'session' },
  vervalsing: { category: 'security', role: 'forgery' },
  functioneel: { category: 'functional' },
  statistiek: { category: 'analytics' },
  marketing: { category: 'marketing' },
} as const satisfies Record<string, Pick<Known, 'category' | 'role'>>

const pattern = z.string('hier hoort een patroon te staan').refine((source) => isPattern(source), 'geen geldig patroon')
const own = {
  soort: z.enum(Object.keys(SORTS) as [keyof typeof SORTS, ...(keyof typeof SORTS)[]]),
  /** By words that anybody may use, not by the name one program gives. */
  algemeen: z.literal(true).optional(),
  programma: text,
  bron: z.url('verwacht een adres met https://'),
  /** The day on which name or pattern was held against what the maker, or code that meets it, says; `nee`: never. */
  nagekeken: z.union([z.literal('nee'), z.iso.date('verwacht een datum of nee')]),
}
export const OwnCookiesFile = z.strictObject({
  cookies: z.array(z.union([z.strictObject({ naam: text, ...own }), z.strictObject({ patroon: pattern, ...own })])),
})
type OwnCookies = z.infer<typeof OwnCookiesFile>

function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp
  } catch {
    return false
  }
}

type Known = NonNullable<ReturnType<Lists['cookie']>>
type Lookup = Lists['cookie']

/** What we know ourselves: whole names or patterns of whole names, whatever the host. Capitals say nothing. */
export function ownCookieLookup({ cookies }: OwnCookies): Lookup {
  const rows = cookies.map((row) => {
    const known: Known = {
      ...SORTS[row.soort],
      platform: row.programma,
      ...(row.algemeen && { guess: true }),
    }
    const whole = 'naam' in row ? row.naam.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`) : row.patroon
    return { known, matches: new RegExp(`^(?:${whole})$`, 'i') }
  })
  return (name) => {
    // What the browser asks of a cookie with such a beginning (RFC 6265bis §4.1.3) is no part of what it is for.
    const bare = name.slice(0, 300).replace(/^__(?:Host|Secure)-/i, '')
    return rows.find(({ matches }) => matches.test(bare))?.known
  }
}

const CookieRow = z.strictObject({
  name: z.string().min(1),
  wildcard: z.enum(['0', '1']),
  host: z.string(),
  category: z.enum(COOKIE_CATEGORIES),
  platform: z.string(),
})
/**
 * A look-up of cookie names from the CSV (columns name, wildcard, host, category, platform). The exact name wins over
 * the longest beginning, and with the same name a row for the cookie's host over one for any host. After a beginning
 * stands what varies, and not the rest of another word: `_gat_UA-1` and not `_gateway`. Throws on a malformed row.
 */
export function cookieLookup(csv: string): Lookup {
  const rows = z.array(CookieRow).parse(parse(csv, { columns: true, bom: true }))
  const exact = new Map<string, Known>()
  const beginnings = new Map<string, Known>()
  for (const { name, wildcard, host, category, platform } of rows) {
    ;(wildcard === '1' ? beginnings : exact).set(`${name}\t${host}`, { category, platform })
  }
  const longest = Math.max(0, ...rows.filter(({ wildcard }) => wildcard === '1').map(({ name }) => name.length))
  const among = (known: ReadonlyMap<string, Known>, name: string, hosts: readonly string[]) =>
    hosts.map((host) => known.get(`${name}\t${host}`)).find((found) => found !== undefined)
  return (name, host) => {
    const hosts = [...suffixes(host), '']
    const found = among(exact, name, hosts)
    if (found) return found
    for (let length = Math.min(name.length, longest); length > 0; length--) {
      const begins = among(beginnings, name.slice(0, length), hosts)
      if (begins && varies(name.slice(0, length), name.slice(length), begins.category)) return begins
    }
    return undefined
  }
}

const FOLLOWING: ReadonlySet<CookieCategory> = new Set(['analytics', 'marketing'])
/** A word, or words written together: what somebody names, where a service puts a number. */
const WORDS = /^[A-Z]?[a-z]+(?:[_.-]?[A-Z]?[a-z]+)*$/

/** Whether what stands after a beginning is what varies, such as a number of the site or a visitor. */
function varies(beginning: string, rest: string, category: CookieCategory): boolean {
  if (rest === '') return true
  if (!/[_.-]$/.test(beginning) && !/^[_.\d-]/.test(rest)) return false
  const bare = rest.replace(/^[_.-]+/, '')
  return !FOLLOWING.has(category) || !WORDS.test(bare) || /^[0-9a-f]{4,}$/.test(bare)
}
