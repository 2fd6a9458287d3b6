/**
 * When the registration of a domain ends, as its registry tells (RDAP, RFC 9082 §3.1.3). One question for a domain in a
 * run; none where the registry publishes no such day, so that nobody hears for nothing who is measured.
 */
import { registrableDomain, suffixes } from '../../../lib/domain.ts'
import { retryAfter } from '../../../lib/retry-after.ts'
import type { Registration } from '../../../model/evidence.ts'
import type { Network } from '../../../model/network.ts'
import { asksToComeBack, toldLater } from '../../../outside/come-back.ts'
import type { Egress } from '../../../outside/egress.ts'
import { fetchPage, type Fetched } from '../../../outside/fetch.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { readRegistration } from '../../reading/registration.ts'
import { zoneOf } from './dns.ts'
import type { HostProbe } from '../host-probe.ts'
import registries from './registries.json' with { type: 'json' }

/** Bytes of an answer, and milliseconds for all of it: of a real one a few thousand, within a second. */
const BYTES = 262_144
const TIME = 20_000
const REDIRECTS = 2
/** What was heard holds for one run; that nothing was heard, shorter: it may be over. */
const HOUR = 3_600_000
const SILENCE = 300_000
const KEPT = 5_000
/** A registry that says to come back later: at least this long when it does not say when, and at most a day. */
const LATER = 600_000
const DAY = 86_400_000

export const registrationProbe: HostProbe<'registration'> = {
  key: 'registration',
  subjects: ['website', 'mail-domain'],
  async look({ subject: { address } }, { egress }) {
    const domain = zoneOf(address)
    const nobody = (told: Registration['told']): Registration => ({
      domain,
      told,
      until: null,
      changed: null,
      statuses: [],
      asked: null,
    })
    // Under a name that a service gives out, the registration is of the service.
    if (registrableDomain(address) !== domain) return nobody('service')
    const base = registryOf(domain, egress.network?.registries ?? OURS)
    if (base === undefined) return nobody('unlisted')
    return base === null ? nobody('unpublished') : askedOnce(egress, base, domain)
  },
}

type Registries = NonNullable<Network['registries']>
const OURS: Registries = Object.fromEntries([
  ...registries.services.flatMap(([endings = [], [base = null] = []]) =>
    endings.map((ending) => [ending, base] as const),
  ),
  ...registries.unpublished.map((ending) => [ending, null] as const),
])

/** By the longest ending of the list (RFC 9224 §4); null: it publishes no day; undefined: the list does not have it. */
function registryOf(domain: string, known: Registries): string | null | undefined {
  const ending = suffixes(domain).find((each) => Object.hasOwn(known, each))
  return ending === undefined ? undefined : known[ending]
}

type Kept = { readonly at: number; readonly heard: Promise<Registration>; failed: boolean }
/** What a run knows: what was heard of domains, and until when a registry is left alone (milliseconds). */
type Home = { readonly known: Map<string, Kept>; readonly later: Map<string, number> }
const homes = new WeakMap<Egress['resolver'], Home>()

function homeOf({ resolver }: Egress): Home {
  const home: Home = homes.get(resolver) ?? { known: new Map(), later: new Map() }
  homes.set(resolver, home)
  return home
}

/** What was heard of the domain a moment ago, or is being asked; else it is asked now. */
function askedOnce(egress: Egress, base: string, domain: string): Promise<Registration> {
  const { known } = homeOf(egress)
  const before = known.get(domain)
  if (before && Date.now() - before.at < (before.failed ? SILENCE : HOUR)) return before.heard
  if (known.size >= KEPT) known.clear()
  const kept: Kept = { at: Date.now(), heard: ask(egress, base, domain), failed: false }
  known.set(domain, kept)
  kept.heard.catch(() => {
    kept.failed = true
  })
  return kept.heard
}

async function ask(egress: Egress, base: string, domain: string): Promise<Registration> {
  const { later } = homeOf(egress)
  const url = new URL(`domain/${encodeURIComponent(domain)}`, base)
  if ((later.get(url.host) ?? 0) > Date.now())
    throw new NotSeen('rate-limited', `not asked: ${url.host} said earlier to come back later`)
  const { hops, body } = await fetchPage(egress, url.href, {
    // Its own: what others of this run wait for ends with no visit.
    signal: AbortSignal.timeout(TIME),
    patience: TIME,
    maxBytes: BYTES,
    redirects: REDIRECTS,
    mayFollow: (next) => next.protocol === 'https:',
    accept: 'application/rdap+json, application/json;q=0.9',
  })
  const { status, headers, url: at } = hops.at(-1)!
  if (asksToComeBack(status, headers)) {
    const line = headers.find(([name]) => name === 'retry-after')?.[1]
    later.set(url.host, Date.now() + Math.min(Math.max(retryAfter(line, Date.now()), LATER), DAY))
    throw new NotSeen('rate-limited', `${url.host}: ${toldLater(status, headers)}`)
  }
  if (status !== 200) throw new NotSeen(status === 404 ? 'gone' : 'http-error', `${url.host}: status ${status}`)
  const read = readRegistration(jsonOf(body, url.host), domain, new Date().toISOString())
  if (!read) throw new NotSeen('http-error', `${url.host}: no answer about ${domain}`)
  return { domain, ...read, asked: new URL(at).host }
}

function jsonOf({ bytes, read }: Fetched['body'], host: string): unknown {
  if (read !== 'all') throw new NotSeen(read === 'cut' ? 'too-large' : 'http-error', `${host}: the answer was ${read}`)
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new NotSeen('http-error', `${host}: no JSON`)
  }
}
