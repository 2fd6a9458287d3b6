/** Which cipher suites a server takes of a version, and in whose order: by taking away, each time, what it chose. */
import type { OfferedVersion, Suites } from '../../../model/evidence.ts'
import { pause } from '../../../outside/within.ts'
import { nameIn, SSL2_KINDS, SUITES, suitesOf, VERSIONS } from '../../../outside/tls/codes.ts'
import type { Asker, Reply } from '../../../outside/tls/ask.ts'
import type { Hello } from '../../../outside/tls/answer.ts'
import type { Offer } from '../../../outside/tls/hello.ts'

/** Suites in one hello: old servers fall over more. */
const MOST = 64
const PROTOCOL_VERSION = 70
const INTERNAL_ERROR = 80
/** Milliseconds after which a server that hung up on everything may have come back. */
const REST = 1_500

/**
 * What a server says to an offer: its hello, that it refuses, that it breaks off (which may be over one thing in it),
 * that it does not know the version, or nothing to go by.
 */
type Said = Hello | 'refused' | 'dropped' | 'not-this-version' | 'unknown'

type Asked = Omit<Offer, 'name' | 'protocols'>

/**
 * Asks; whoever hangs up, or speaks of an error of its own, is asked once more, for that may be chance. Hanging up is
 * an answer only of who still takes what it took before: else it may be tired of us, and gets a rest.
 */
export async function said(asker: Asker, offer: Asked, whole = false): Promise<Said> {
  const first = await asker.ask(offer, whole)
  const { memory } = asker
  const reply = doubtful(first) && !memory.breaks ? await asker.ask(offer, whole) : first
  if (reply.kind !== 'hung-up') return meant(asker, offer, reply)
  if (!memory.taken || memory.breaks) return 'dropped'
  if (memory.shut) return 'unknown'
  if ((await asker.ask(memory.taken)).kind === 'hello') {
    memory.breaks = true
    return 'dropped'
  }
  await pause(REST)
  const rested = await asker.ask(offer, whole)
  if (rested.kind !== 'hung-up') return meant(asker, offer, rested)
  memory.shut = (await asker.ask(memory.taken)).kind !== 'hello'
  return memory.shut ? 'unknown' : 'dropped'
}

function meant(asker: Asker, offer: Asked, reply: Reply): Said {
  if (reply.kind === 'alert') {
    if (reply.code === INTERNAL_ERROR) return 'dropped'
    return reply.code === PROTOCOL_VERSION ? 'not-this-version' : 'refused'
  }
  if (reply.kind !== 'hello') return 'unknown'
  if (reply.version !== VERSIONS[offer.version]) return 'not-this-version'
  asker.memory.taken = { ...offer, compression: false }
  return reply
}

const doubtful = (reply: Reply): boolean =>
  reply.kind === 'hung-up' || reply.kind === 'garbage' || (reply.kind === 'alert' && reply.code === INTERNAL_ERROR)

/** What was found, and whether all of it was asked. */
type Found = { readonly codes: readonly number[]; readonly whole: boolean }

/**
 * Takes away what the server chose until it refuses the rest. `offering` makes the offer of what is left; `chosen`
 * tells what the server took of it.
 */
export async function takeAway(
  asker: Asker,
  all: readonly number[],
  offering: (left: readonly number[]) => Asked,
  chosen: (hello: Hello) => number | null,
  whole = false,
): Promise<Found & { readonly version: boolean; readonly dropped: readonly number[] }> {
  const codes: number[] = []
  let left = all
  while (left.length > 0) {
    const answer = await said(asker, offering(left), whole)
    if (answer === 'refused') break
    if (answer === 'dropped') return { codes, whole: true, version: true, dropped: left }
    if (answer === 'not-this-version') return { codes, whole: true, version: codes.length > 0, dropped: [] }
    const code = answer === 'unknown' ? null : chosen(answer)
    // A server that takes what was not offered makes no sense; what it takes besides is not known.
    if (code === null || !left.includes(code)) return { codes, whole: false, version: true, dropped: [] }
    codes.push(code)
    left = left.filter((each) => each !== code)
  }
  return { codes, whole: true, version: true, dropped: [] }
}

/** The suites of one version. `whole`: none were left unasked. */
export async function suitesTaken(
  asker: Asker,
  version: OfferedVersion,
): Promise<{ readonly suites: Suites | null; readonly codes: readonly number[]; readonly whole: boolean }> {
  if (version === 'SSLv2') return oldestKinds(asker)
  const all = suitesOf(version)
  const parts: number[][] = []
  let whole = true
  for (let at = 0; at < all.length; at += MOST) {
    const found = await takeAway(asker, all.slice(at, at + MOST), offering(version), ({ suite }) => suite)
    parts.push([...found.codes])
    whole &&= found.whole
    if (!found.whole || !found.version) break
    // A server may stumble over one suite, such as one for which it has no prime, and hide the others behind it.
    for (const kind of parts.flat().length > 0 ? byExchange(found.dropped) : []) {
      const apart = await takeAway(asker, kind, offering(version), ({ suite }) => suite)
      parts.push([...apart.codes])
      whole &&= apart.whole
    }
  }
  const codes = parts.flat()
  if (codes.length === 0 && !whole) return { suites: null, codes, whole }
  const order = await orderOf(asker, version, codes)
  const sorted = order === 'server' ? await merged(asker, version, parts) : codes
  return { suites: { names: sorted.map((code) => nameIn(SUITES, code)), order }, codes: sorted, whole }
}

const offering = (version: OfferedVersion) => (suites: readonly number[]) => ({ version, suites })

/** Suites with the same exchange of keys together. */
const byExchange = (codes: readonly number[]): readonly number[][] =>
  Object.values(Object.groupBy(codes, (code) => nameIn(SUITES, code).split('_WITH_')[0]!)).map((each) => each ?? [])

/** The first choice of a server with an order of its own stays that when all is offered the other way round. */
async function orderOf(asker: Asker, version: OfferedVersion, codes: readonly number[]): Promise<Suites['order']> {
  if (codes.length < 2 || codes.length > MOST) return null
  const [first] = codes
  // Some servers heed the client only when it puts ChaCha20 first, as telephones do.
  const reversed = codes.toReversed().toSorted((a, b) => Number(isChaCha(a)) - Number(isChaCha(b)))
  const offered = reversed[0] === first ? reversed.toReversed() : reversed
  const answer = await said(asker, { version, suites: offered })
  if (typeof answer === 'string') return null
  return answer.suite === offered[0] ? 'client' : 'server'
}

const isChaCha = (code: number): boolean => nameIn(SUITES, code).includes('CHACHA20')

/** The order of the server over several parts, each of which is in its order already. */
async function merged(asker: Asker, version: OfferedVersion, parts: readonly number[][]): Promise<readonly number[]> {
  const rest = parts.filter((part) => part.length > 0).map((part) => [...part])
  const sorted: number[] = []
  while (rest.filter((part) => part.length > 0).length > 1) {
    const heads = rest.flatMap((part) => part.slice(0, 1))
    const answer = await said(asker, { version, suites: heads })
    const from = typeof answer === 'string' ? undefined : rest.find((part) => part[0] === answer.suite)
    if (!from) break
    sorted.push(from.shift()!)
  }
  return [...sorted, ...rest.flat()]
}

/**
 * SSL 2.0 answers with all it takes at once. A server of today that is sent this old form does not understand it: it
 * hangs up, speaks of an error or waits for more.
 */
async function oldestKinds(asker: Asker): ReturnType<typeof suitesTaken> {
  const reply = await asker.ask({ version: 'SSLv2', suites: [] })
  if (reply.kind === 'spent' || reply.kind === 'unreachable') return { suites: null, codes: [], whole: false }
  const kinds = reply.kind === 'hello' && reply.version === VERSIONS.SSLv2 ? reply.kinds : []
  const names = kinds.map((code) => nameIn(SSL2_KINDS, code))
  return { suites: { names, order: null }, codes: [], whole: true }
}
