/**
 * Asks DNS what somebody else could take of an address, or took that looks like it: names that lead to nothing, and
 * names alike. Nothing of it is visited. It is for the owner and the desk, and is no part of the evidence.
 */
import { getDomain } from 'tldts'
import { sameParty } from '../../../lib/domain.ts'
import type { Evidence, Mail } from '../../../model/evidence.ts'
import type { Alike, Dangling, Watch } from '../../../model/supplier.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import type { Reply, Resolver } from '../../../outside/resolver.ts'
import { alikeTo } from '../../reading/alike.ts'
import { DKIM_SELECTORS } from '../../reading/dkim-selectors.ts'
import { pointersOf, type Pointer } from '../../reading/pointers.ts'
import { nameIn } from './dns.ts'

/** Names under an own domain that services are often reached by: where an alias is forgotten. */
const USUAL = ['www', 'mail', 'webmail', 'autodiscover', 'shop', 'blog', 'status', 'test', 'dev', 'intranet', 'mta-sts']
const TARGETS = 120
const TOGETHER = 8
/** Questions without an answer after which it is left. */
const UNANSWERED = 12

type Asking = {
  readonly ask: (name: string, type: 'A' | 'CNAME' | 'MX' | 'NS') => Promise<Reply | null>
  readonly counts: Counts
}
type Counts = { asked: number; unanswered: number }

/** What was found. Throws only what the signal was aborted with. */
export async function watchOf(evidence: Evidence, resolver: Resolver, signal: AbortSignal): Promise<Watch> {
  const counts: Counts = { asked: 0, unanswered: 0 }
  const asking: Asking = {
    counts,
    async ask(name, type) {
      signal.throwIfAborted()
      if (counts.unanswered >= UNANSWERED) return null
      counts.asked++
      try {
        const reply = await resolver.ask(name, type)
        if (reply.rcode === 'NOERROR' || reply.rcode === 'NXDOMAIN') return reply
      } catch (error) {
        if (!(error instanceof NotSeen)) throw error
      }
      counts.unanswered++
      return null
    },
  }
  const { kind, address } = evidence.subject
  const dangling = await danglingOf(evidence, asking)
  const alike = kind === 'mail-domain' && getDomain(address) === address ? await alikeOf(evidence, asking) : []
  return { dangling, alike, ...counts }
}

async function danglingOf(evidence: Evidence, asking: Asking): Promise<Dangling[]> {
  const { kind, address } = evidence.subject
  const aliasAt = async (from: string) => {
    const reply = await asking.ask(from, 'CNAME')
    const target = reply?.answers.flatMap((answer) => (answer.type === 'CNAME' ? [nameIn(answer.data)] : []))[0]
    return target === undefined ? [] : [{ from, by: 'alias' as const, target }]
  }
  const places =
    kind === 'mail-domain'
      ? [...USUAL, ...DKIM_SELECTORS.map((selector) => `${selector}._domainkey`)].map((label) => `${label}.${address}`)
      : [address]
  // One alias for every name (RFC 4592) is one record, however many names are asked.
  const wild = kind === 'mail-domain' ? await inTurns([`*.${address}`, `*._domainkey.${address}`], aliasAt) : []
  const stars = wild.filter(({ target }, at) => at === 0 || target !== wild[0]!.target)
  const aliases = await inTurns(places, async (from) => {
    const [found] = await aliasAt(from)
    if (found === undefined) return []
    return stars.some(({ from: star, target }) => target === found.target && from.endsWith(star.slice(1)))
      ? []
      : [found]
  })
  const pointers = [...pointersOf(evidence), ...stars, ...aliases].filter(({ target }) => target.includes('.'))
  const targets = [...new Set(pointers.map(({ target }) => target))].slice(0, TARGETS)
  const gone = new Map(
    (await inTurns(targets, async (target) => [[target, await stateOf(target, asking)] as const])).filter(
      ([, state]) => state !== 'there',
    ),
  )
  return pointers.flatMap(({ from, by, target }: Pointer) => {
    const state = gone.get(target)
    // A name of one's own that leads to nothing can be taken by nobody else.
    return state === undefined || (state === 'gone' && sameParty(target, address))
      ? []
      : [{ from, by, target, free: state === 'free' }]
  })
}

/**
 * `gone`: the name does not exist (RFC 1035 §4.1.1: NXDOMAIN, of whatever type); `free`: nor does its registrable
 * domain, by two questions, so that it may be to register. Whoever gives no answer is there; and one that may be gone,
 * by a proof that does not say so, counts as a question without an answer.
 */
async function stateOf(target: string, { ask, counts }: Asking): Promise<'there' | 'gone' | 'free'> {
  const reply = await ask(target, 'A')
  if (reply?.bare) counts.unanswered++
  if (reply?.rcode !== 'NXDOMAIN') return 'there'
  // Of an alias it is the last name that does not exist (RFC 6604 §3).
  const last =
    reply.answers.flatMap((answer) => (answer.type === 'CNAME' ? [nameIn(answer.data)] : [])).at(-1) ?? target
  const domain = getDomain(last)
  if (domain === null) return 'gone'
  const servers = await ask(domain, 'NS')
  return servers?.rcode === 'NXDOMAIN' ? 'free' : 'gone'
}

async function alikeOf(evidence: Evidence, asking: Asking): Promise<Alike[]> {
  const { address } = evidence.subject
  const mail = evidence.host.find(({ probe }) => probe === 'mail')?.result
  const own = new Set(mail?.seen === true ? (mail.value as Mail).ns.map(({ host }) => host) : [])
  return inTurns(alikeTo(address), async (name) => {
    const reply = await asking.ask(name, 'NS')
    const servers = reply?.answers.flatMap((answer) => (answer.type === 'NS' ? [nameIn(answer.data)] : [])) ?? []
    if (servers.length === 0) return []
    const exchangers = await asking.ask(name, 'MX')
    const mailed = exchangers?.answers.some((answer) => answer.type === 'MX' && nameIn(answer.data.exchange) !== '')
    return [{ name, mail: mailed === true, sameServers: servers.every((server) => own.has(server)) }]
  })
}

/** Does it for each, some at a time, and gives what came of them in their order. */
async function inTurns<T, R>(all: readonly T[], one: (each: T) => Promise<readonly R[]>): Promise<R[]> {
  const found: R[] = []
  for (let at = 0; at < all.length; at += TOGETHER)
    found.push(...(await Promise.all(all.slice(at, at + TOGETHER).map(one))).flat())
  return found
}
