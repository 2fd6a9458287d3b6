/**
 * Which routes to an address are announced, and what a validator has of authorisations for them. Both come from whoever
 * runs the installation: a file of Routinator or rpki-client, and announced routes as a file or through DNS.
 */
import { readFile, stat } from 'node:fs/promises'
import { isIP } from 'node:net'
import { reverseName } from '../lib/reverse-name.ts'
import { lengthOf, prefixes, type Prefixes } from '../lib/prefixes.ts'
import { Trouble } from '../lib/trouble.ts'
import type { Route } from '../model/evidence.ts'
import { NotSeen } from './not-seen.ts'
import type { Resolver } from './resolver.ts'

type Vrp = Route['covering'][number]
type Announced = { readonly prefix: string; readonly origin: number }
export type RouteBook = {
  /** ISO 8601: when the validator's data were written. */
  readonly at: string
  /** Routes that cover the address, with what covers each. Throws NotSeen when nobody answered. */
  to(address: string): Promise<Pick<Route, 'prefix' | 'origin' | 'covering'>[]>
}
/** `routes`: a file, or `dns:` with a zone that answers as that of Team Cymru does, such as dns:asn.cymru.com. */
export type RouteSources = { readonly vrps: string; readonly routes: string }

const BYTES = 400_000_000
const ROWS = 4_000_000
/** What is older tells nothing of now: authorisations and routes change every hour. */
const FRESH = 48 * 3_600_000
const MANY = 20
/** Wider than anybody announces in earnest: a default route that leaked. */
const WIDE = { 4: 8, 6: 16 }
/** Routes that fewer peers of a collector see are leaks and private exchanges; RIS counts them in the third column. */
const PEERS = 10

/** Gives the book of now: read anew when a file changed, null when there is none or it is too old to tell of now. */
export function openRouteBook({ vrps, routes }: RouteSources, resolver: Resolver): () => Promise<RouteBook | null> {
  const authorised = reread(vrps, readVrps)
  const zone = routes.startsWith('dns:') ? routes.slice(4) : undefined
  const announced = zone === undefined ? reread(routes, readRoutes) : undefined
  return async () => {
    const [holders, table] = await Promise.all([authorised(), announced?.()])
    if (holders === null || table === null) return null
    return {
      at: holders.at,
      async to(address) {
        const found = table ? told(table.value, address) : await asked(resolver, zone!, address)
        return found.slice(0, MANY).map((route) => ({ ...route, covering: coveringOf(holders.value, route) }))
      },
    }
  }
}

function coveringOf(holders: Prefixes<Omit<Vrp, 'prefix'>>, { prefix }: Announced): Vrp[] {
  return holders
    .covering(prefix)
    .slice(0, MANY)
    .map(({ prefix: at, value }) => ({ prefix: at, ...value }))
}

const told = (table: Prefixes<number>, address: string): Announced[] =>
  table
    .covering(address)
    .filter(({ prefix }) => lengthOf(prefix)! >= WIDE[isIP(address) === 6 ? 6 : 4])
    .map(({ prefix, value }) => ({ prefix, origin: value }))

/** As Team Cymru answers: TXT `13335 | 192.0.2.0/24 | US | arin | 2010-07-14`, several origins with a space. */
async function asked(resolver: Resolver, zone: string, address: string): Promise<Announced[]> {
  const six = isIP(address) === 6
  const labels = reverseName(address).replace(/\.(?:in-addr|ip6)\.arpa$/, '')
  const { rcode, answers } = await resolver.ask(`${labels}.${six ? 'origin6' : 'origin'}.${zone}`, 'TXT')
  if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') throw new NotSeen('dns-failed', `${zone}: ${rcode}`)
  return answers.flatMap((answer) => {
    if (answer.type !== 'TXT') return []
    const [origins = '', prefix = ''] = [answer.data].flat().join('').slice(0, 300).split('|')
    if (lengthOf(prefix.trim()) === null) return []
    const numbers = origins
      .trim()
      .split(/\s+/)
      .filter((each) => /^\d{1,10}$/.test(each))
    return numbers.map((origin) => ({ prefix: prefix.trim(), origin: Number(origin) }))
  })
}

type Read<T> = { readonly at: string; readonly value: T }
type Parse<T> = (text: string, file: string) => T
const kept = new Map<string, { readonly mark: number; readonly read: Promise<Read<unknown>> }>()

/** Throws Trouble, in Dutch, when the data cannot be used: for the start, where somebody still reads it. */
export async function checkRoutes({ vrps, routes }: RouteSources): Promise<void> {
  await now(vrps, readVrps)
  if (!routes.startsWith('dns:')) await now(routes, readRoutes)
}

/** The file as it is now. One that went wrong since the start tells of no route: what was not seen is unknown. */
const reread =
  <T>(file: string, parse: Parse<T>) =>
  () =>
    now(file, parse).catch((error: unknown) => {
      if (error instanceof Trouble) return null
      throw error
    })

/** Parsed once for each time it changes; null when it is too old. Throws Trouble when it cannot be read. */
async function now<T>(file: string, parse: Parse<T>): Promise<Read<T> | null> {
  const found = await stat(file).catch((error: unknown) => {
    throw new Trouble(`${file} is niet te lezen: ${(error as Error).message}`, { cause: error })
  })
  if (found.size > BYTES) throw new Trouble(`${file} is groter dan ${BYTES / 1_000_000} MB`)
  if (Date.now() - found.mtimeMs > FRESH) return null
  if (kept.get(file)?.mark !== found.mtimeMs) {
    const read = readFile(file, 'utf8').then((text) => ({ at: found.mtime.toISOString(), value: parse(text, file) }))
    kept.set(file, { mark: found.mtimeMs, read })
  }
  return kept.get(file)!.read as Promise<Read<T>>
}

/** The JSON of Routinator (`AS64500`) and of rpki-client (64500): `{ roas: [{ asn, prefix, maxLength }] }`. */
export function readVrps(text: string, file: string): Prefixes<Omit<Vrp, 'prefix'>> {
  const table = prefixes<Omit<Vrp, 'prefix'>>()
  const roas = roasIn(text)
  if (!Array.isArray(roas)) throw new Trouble(`${file}: verwacht JSON met roas, van Routinator of rpki-client`)
  for (const each of roas.slice(0, ROWS) as { asn?: unknown; prefix?: unknown; maxLength?: unknown }[]) {
    const asn = Number(String(each.asn).replace(/^AS/i, ''))
    const length = lengthOf(String(each.prefix))
    const maxLength = Number(each.maxLength ?? length)
    if (length === null || !Number.isInteger(asn) || !Number.isInteger(maxLength)) continue
    table.add(String(each.prefix), { asn, maxLength })
  }
  if (table.size === 0) throw new Trouble(`${file}: er staat geen enkele toestemming (ROA) in`)
  return table
}

function roasIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { roas?: unknown } | null)?.roas
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Lines `64500 192.0.2.0/24 380` (RIS), or range and origin the other way round; `%` and `#` begin a remark. */
export function readRoutes(text: string, file: string): Prefixes<number> {
  const table = prefixes<number>()
  let rows = 0
  for (const [line] of text.matchAll(/[^\n]+/g)) {
    if (++rows > ROWS) break
    const [one = '', two = '', peers] = line.trim().split(/\s+/, 3)
    const [origin, prefix] = one.includes('/') ? [two, one] : [one, two]
    if (/^[%#]/.test(one) || !/^(?:AS)?\d{1,10}$/i.test(origin)) continue
    if (peers !== undefined && Number(peers) < PEERS) continue
    table.add(prefix, Number(origin.replace(/^AS/i, '')))
  }
  if (table.size === 0) throw new Trouble(`${file}: er staat geen enkele route in`)
  return table
}
