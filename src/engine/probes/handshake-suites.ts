/** Which cipher suites a server takes of a version, and in whose order: by taking away, each time, what it chose. */
import type { OfferedVersion, Suites } from '../../model/evidence.ts'
import { nameIn, SSL2_KINDS, SUITES, suitesOf, VERSIONS } from '../../outside/tls/codes.ts'
import type { Asker, Reply } from '../../outside/tls/ask.ts'
import type { Hello } from '../../outside/tls/answer.ts'
import type { Offer } from '../../outside/tls/hello.ts'

/** Suites in one hello: old servers fall over more. */
const MOST = 64
const PROTOCOL_VERSION = 70
const INTERNAL_ERROR = 80

/**
 * What a server says to an offer: its hello, that it refuses, that it does not know the version, or nothing to go by.
 */
type Said = Hello | 'refused' | 'not-this-version' | 'unknown'

/** Asks; whoever hangs up, or speaks of an error of its own, is asked once more, for that may be chance. */
export async function said(asker: Asker, offer: Omit<Offer, 'name' | 'protocols'>, whole = false): Promise<Said> {
  const first = await asker.ask(offer, whole)
  const reply = doubtful(first) ? await asker.ask(offer, whole) : first
  if (reply.kind === 'hello') return reply.version === VERSIONS[offer.version] ? reply : 'not-this-version'
  if (reply.kind === 'alert') return reply.code === PROTOCOL_VERSION ? 'not-this-version' : 'refused'
  return reply.kind === 'hung-up' ? 'refused' : 'unknown'
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
  offering: (left: readonly number[]) => Omit<Offer, 'name' | 'protocols'>,
  chosen: (hello: Hello) => number | null,
  whole = false,
): Promise<Found & { readonly version: boolean }> {
  const codes: number[] = []
  let left = all
  while (left.length > 0) {
    const answer = await said(asker, offering(left), whole)
    if (answer === 'refused') break
    if (answer === 'not-this-version') return { codes, whole: true, version: codes.length > 0 }
    const code = answer === 'unknown' ? null : chosen(answer)
    // A server that takes what was not offered makes no sense; what it takes besides is not known.
    if (code === null || !left.includes(code)) return { codes, whole: false, version: true }
    codes.push(code)
    left = left.filter((each) => each !== code)
  }
  return { codes, whole: true, version: true }
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
    const found = await takeAway(
      asker,
      all.slice(at, at + MOST),
      (suites) => ({ version, suites }),
      ({ suite }) => suite,
    )
    parts.push([...found.codes])
    whole &&= found.whole
    if (!found.whole || !found.version) break
  }
  const codes = parts.flat()
  if (codes.length === 0 && !whole) return { suites: null, codes, whole }
  const order = await orderOf(asker, version, codes)
  const sorted = order === 'server' ? await merged(asker, version, parts) : codes
  return { suites: { names: sorted.map((code) => nameIn(SUITES, code)), order }, codes: sorted, whole }
}

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
