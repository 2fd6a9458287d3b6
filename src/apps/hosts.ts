/**
 * Several municipalities on one process: which one a request is for, by the name it was sent to. Nothing else decides;
 * a name that another server put in a header of its own is not looked at.
 */
import type { Db } from '../db/connect.ts'
import { contacts } from '../db/contact.ts'
import { lookedSince } from '../db/look.ts'
import { municipalities, type Municipality } from '../db/municipality.ts'
import { at } from '../lib/host-name.ts'
import { sharedWork } from '../lib/shared-work.ts'
import type { CityContact } from '../model/letter.ts'

/** The name in a Host header, without its port; undefined when there is none. */
export function nameIn(header: string | null | undefined): string | undefined {
  const name = /^(\[[0-9a-f:.]+\]|[^:[\]/?#@\s]+)(?::\d{1,5})?$/i.exec(header?.trim() ?? '')?.[1]
  return name?.toLowerCase().replace(/\.$/, '')
}

/** A municipality, with how it says itself that it can be reached. */
export type Listed = Municipality & {
  readonly contact?: CityContact | undefined
  /** Since when its site looks as it does; undefined: nobody chose. */
  readonly looks?: string | undefined
}

export type Served = {
  readonly municipality: Listed
  /** Where its pages say that they are. */
  readonly origin: string
  /** What was typed to come here: forms come back to it. */
  readonly asked: string
  /** Whether hosts have municipalities here: then nobody of another comes in. */
  readonly hosted: boolean
}

export type Start = {
  /** The municipality that this process was started for, and its address. */
  readonly own: Municipality
  readonly origin: string
  /** Whether a Host is one of this process itself. */
  readonly isUs: (host: string | undefined) => boolean
  /** The same when nobody said by which names it is reached: this machine's only. */
  readonly isHere: (host: string | undefined) => boolean
}

const withHosts = (there: readonly Listed[]) => there.some(({ hosts }) => hosts.length > 0)
/** Names that lead to this machine from itself only (RFC 6761 6.3) ask nothing of what comes from elsewhere. */
const onlyHere = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost')

/**
 * Who is served at this Host; undefined for a name that is nobody's. As long as no municipality has names of its own it
 * is the one that this process was started for.
 */
export function servedAt(
  there: readonly Listed[],
  { own, origin, isUs, isHere }: Start,
  host: string | null,
): Served | undefined {
  const name = nameIn(host)
  const hosted = withHosts(there)
  const found = name === undefined ? undefined : there.find(({ hosts }) => hosts.includes(name))
  if (found) return { municipality: found, origin: at(origin, found.hosts[0]!), asked: at(origin, name!), hosted }
  const strict = there.some(({ hosts }) => hosts.some((each) => !onlyHere(each)))
  if (!(strict ? isHere : isUs)(host ?? undefined)) return undefined
  const municipality = there.find(({ id }) => id === own.id) ?? own
  const home = municipality.hosts.length > 0 ? at(origin, municipality.hosts[0]!) : origin
  return { municipality, origin: home, asked: origin, hosted }
}

/** For so long the list of municipalities is believed, in milliseconds. */
const FRESH = 1_000

/**
 * The municipalities there are, asked again when the answer is no longer fresh; the same list as long as it says the
 * same. When the database does not answer it is the last one: the site itself then tells what is wrong.
 */
export function knownMunicipalities(door: Db, first: readonly Listed[]): () => Promise<readonly Listed[]> {
  let known = first
  let asked = -Infinity
  const ask = sharedWork(async () => {
    try {
      const [there, reached, looks] = await Promise.all([municipalities(door), contacts(door), lookedSince(door)])
      const now = there.map((each) => ({ ...each, contact: reached.get(each.id), looks: looks.get(each.id) }))
      if (JSON.stringify(now) !== JSON.stringify(known)) known = now
    } finally {
      asked = performance.now()
    }
    return known
  })
  return async () => (performance.now() - asked < FRESH ? known : ask().catch(() => known))
}

/** What is told at a name that is nobody's. When hosts have municipalities it names none of them. */
export const nobodyHere = (there: readonly Listed[], { origin }: Start): Response =>
  new Response(
    withHosts(there)
      ? 'Op dit webadres staat geen site. Controleer het adres, of vraag het na bij uw gemeente.\n'
      : `Dit adres hoort niet bij deze site. Open ${origin}\n`,
    { status: 421, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } },
  )
