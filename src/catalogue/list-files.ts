/** The shape of the list files people keep (owners, exceptions, editions), and how cookies are looked up. */
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { suffixes } from '../lib/domain.ts'
import type { CookieCategory, OwnerCategory } from '../model/lists.ts'

const CATEGORIES = [
  'analytics',
  'advertising',
  'social',
  'video',
  'maps',
  'fonts',
  'captcha',
  'cdn',
  'consent',
  'chat',
  'payment',
  'hosting',
  'mail',
  'dns',
  'government',
  'forms',
  'tag-manager',
  'monitoring',
  'other',
] as const satisfies readonly OwnerCategory[]
const COOKIE_CATEGORIES = [
  'functional',
  'analytics',
  'marketing',
  'personalization',
  'security',
] as const satisfies readonly CookieCategory[]

const text = z.string('hier hoort tekst te staan').trim().min(1, 'hier hoort tekst te staan')
const host = z
  .string('verwacht een host')
  .regex(
    /^[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))+$/,
    'verwacht een host in kleine letters, zonder https:// en zonder pad, zoals fonts.googleapis.com',
  )
const date = z.iso.date('verwacht een datum als 2026-11-23')

export const OwnersFile = z.strictObject({
  eigenaren: z.array(
    z.strictObject({
      host,
      dienst: text,
      bedrijf: text,
      moeder: text,
      land: z
        .string('verwacht een landcode')
        .regex(/^[A-Z]{2}$/, 'verwacht een landcode van twee hoofdletters (ISO 3166-1), zoals NL of US'),
      soort: z.enum(CATEGORIES, {
        error: (issue) => `"${String(issue.input)}" is niet bekend; verwacht een van: ${CATEGORIES.join(', ')}`,
      }),
      bron: text,
      datum: date,
    }),
  ),
})

export const ExceptionsFile = z.strictObject({
  uitzonderingen: z.array(
    z.strictObject({ host, reden: text, bron: z.url('verwacht een adres met https://'), datum: date }),
  ),
})

/** Services whose files change at one address. */
export const ChangingFile = z.strictObject({
  wisselend: z.array(
    z.strictObject({ host, reden: text, bron: z.url('verwacht een adres met https://'), datum: date }),
  ),
})

const edition = z.strictObject({ versie: text, datum: date, licentie: text })
export const EditionsFile = z.strictObject({ easyprivacy: edition, cookies: edition })

const CookieRow = z.strictObject({
  name: z.string().min(1),
  wildcard: z.enum(['0', '1']),
  host: z.string(),
  category: z.enum(COOKIE_CATEGORIES),
  platform: z.string(),
})
type Known = { readonly category: CookieCategory; readonly platform: string }

/**
 * A look-up of cookie names from the CSV (columns name, wildcard, host, category, platform). The exact name wins over
 * the longest beginning, and with the same name a row for the cookie's host over one for any host. Throws on a
 * malformed row.
 */
export function cookieLookup(csv: string): (name: string, host: string) => Known | undefined {
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
      if (begins) return begins
    }
    return undefined
  }
}
