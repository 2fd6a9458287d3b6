/** Follows an SPF record through what it includes, and counts as a receiver counts (RFC 7208 §4.6.4). */
import { asSaid, clean } from '../../../lib/clean.ts'
import type { Mail, SpfFault, SpfNode } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import type { Reply, Resolver } from '../../../outside/resolver.ts'
import { isSpf, readSpf, spanOf, targetOf, type Family, type Mechanism } from '../../reading/spf.ts'

type Tree = NonNullable<Mail['spfTree']>
type State = {
  lookups: number
  voids: number
  includes: string[]
  problem: string | null
  fault: SpfFault | null
  nodes: SpfNode[]
  reached: string[]
  /** The term by which everybody passes. */
  wide?: string
  /** Networks that pass, by what stands for them, and the part of their family that each is. */
  readonly spans: Record<Family, Map<string, number>>
}
/**
 * Where the walk stands: the domain of the record, the domain the mail is of, the names it is inside, its node, and
 * whether what passes here passes for the domain (not behind `-include`).
 */
type Place = {
  readonly domain: string
  readonly sender: string
  readonly inside: ReadonlySet<string>
  readonly node: number
  readonly passes: boolean
}

const LOOKUPS = 10
const VOIDS = 2
const EXCHANGERS = 10
const RECORD = 8_000
/** Of all addresses of a family the part that is as good as everybody: of IPv6 only an eighth is in use (2000::/3). */
const EVERYBODY: Readonly<Record<Family, number>> = { four: 1 / 2, six: 1 / 8 }
/** Of a record what is drawn, and addresses that are told. */
const DRAWN = 2_000
const REACHED = 200

/**
 * TXT records of a name, their strings joined (RFC 7208 §3.3): all of them, for the one that counts may stand last. A
 * byte 0 stays to be seen, as a sign that no grammar has. Throws NotSeen('dns-failed').
 */
export async function texts(resolver: Resolver, name: string): Promise<string[]> {
  const { answers } = await answered(resolver, name, 'TXT')
  return answers
    .flatMap((answer) => (answer.type === 'TXT' ? [[answer.data].flat()] : []))
    .map((strings) => asSaid(strings.map(String).join('').replaceAll('\u0000', '\uFFFD'), RECORD))
}

/**
 * Walks the tree of one record; stops at the first fault, at the eleventh lookup, at the third without an answer, and
 * at a name it is already inside. What lets everybody through ends it as `all` does: an include of `+all` (§5.2), a
 * network of all addresses, `exists` of a name that is always there (§5.7). A term whose macro speaks of a message
 * counts as a lookup but is not looked up. Throws NotSeen('dns-failed') when a name server fails (RFC 7208:
 * temperror).
 */
export async function walkSpf(resolver: Resolver, domain: string, record: string): Promise<Tree> {
  const nodes = [{ name: domain, by: null, term: '', record: clean(record, DRAWN) }]
  const spans = { four: new Map<string, number>(), six: new Map<string, number>() }
  const state: State = { lookups: 0, voids: 0, includes: [], problem: null, fault: null, nodes, reached: [], spans }
  const all = await walk(resolver, record, state, {
    domain,
    sender: domain,
    inside: new Set([domain]),
    node: 0,
    passes: true,
  })
  const { spans: _, ...told } = state
  return { ...told, all }
}

async function walk(resolver: Resolver, record: string, state: State, place: Place): Promise<Tree['all']> {
  const { mechanisms, redirect, fault } = readSpf(record)
  if (fault) return stopped(state, fault.kind, fault.term)
  for (const mechanism of mechanisms) {
    if (mechanism.name === 'all') return mechanism.qualifier
    const passes = place.passes && mechanism.qualifier === '+'
    if (mechanism.name === 'ip4' || mechanism.name === 'ip6') {
      if (passes && state.reached.length < REACHED) state.reached.push(networkOf(mechanism))
      const family = mechanism.name === 'ip4' ? 'four' : 'six'
      if (passes && spansAll(state, mechanism, networkOf(mechanism), [family])) return everybody(state, mechanism)
      continue
    }
    if (!spend(state)) return null
    const target = mechanism.domain === undefined ? place.domain : targetOf(mechanism.domain, place)
    if (mechanism.name === 'include') {
      state.includes.push(clean(target ?? mechanism.domain ?? '', 253).toLowerCase())
      const there = { ...place, passes }
      const all = target === undefined ? null : await enter(resolver, target, mechanism.text, state, there)
      if (state.problem === null && all === '+') return everybody(state, mechanism)
    } else if (target !== undefined) {
      const found = await look(resolver, target, mechanism, state)
      const every = passes && spansAll(state, mechanism, `${target} ${mechanism.text}`, found)
      const always = mechanism.name === 'exists' && found.length > 0
      if (state.problem === null && (every || always)) return everybody(state, mechanism)
    }
    if (state.problem !== null) return null
  }
  if (redirect === undefined || !spend(state)) return null
  const target = targetOf(redirect, place)
  return target === undefined ? null : enter(resolver, target, `redirect=${redirect}`, state, place)
}

/** Reads the record at another name and walks on there. */
async function enter(
  resolver: Resolver,
  name: string,
  term: string,
  state: State,
  { inside, node, ...rest }: Place,
): Promise<Tree['all']> {
  if (inside.has(name)) return stopped(state, 'circle', term)
  const found = await texts(resolver, name)
  if (found.length === 0) state.voids++
  const records = found.filter(isSpf)
  if (records.length === 0) return stopped(state, 'no-record', term)
  if (records.length > 1) return stopped(state, 'many-records', term)
  const at = state.nodes.length
  state.nodes.push({ name: clean(name, 253), by: node, term: clean(term, 300), record: clean(records[0]!, DRAWN) })
  return walk(resolver, records[0]!, state, { ...rest, domain: name, inside: new Set([...inside, name]), node: at })
}

/** `192.0.2.0/24` of `ip4:192.0.2.0/24`. */
const networkOf = ({ text }: Mechanism): string => text.slice(text.indexOf(':') + 1).toLowerCase()

/** Whether with this network as good as all addresses of a family pass. */
function spansAll({ spans }: State, mechanism: Mechanism, network: string, families: readonly Family[]): boolean {
  return families.some((family) => {
    spans[family].set(network, spanOf(mechanism, family))
    return [...spans[family].values()].reduce((sum, each) => sum + each, 0) >= EVERYBODY[family]
  })
}

/** What happens to everybody, since no sender gets past this term. */
function everybody(state: State, { qualifier, text }: Mechanism): Tree['all'] {
  state.wide ??= clean(text, 300)
  return qualifier
}

/** Asks what a receiver would ask for this mechanism: the families for which there is an answer. */
async function look(resolver: Resolver, target: string, { name, text }: Mechanism, state: State): Promise<Family[]> {
  if (name === 'ptr') return [] // asks for the reverse name of a sender, which we do not have
  const types = name === 'mx' ? (['MX'] as const) : name === 'exists' ? (['A'] as const) : (['A', 'AAAA'] as const)
  const replies = await Promise.all(types.map((type) => answered(resolver, target, type)))
  const asked: readonly string[] = types
  const found = replies.flatMap(({ answers }) => answers.filter(({ type }) => asked.includes(type)))
  if (found.length === 0 && ++state.voids > VOIDS) stopped(state, 'voids', text)
  if (name === 'mx' && found.length > EXCHANGERS) stopped(state, 'exchangers', text)
  const six = found.some(({ type }) => type !== 'A') ? (['six'] as const) : []
  return [...(found.some(({ type }) => type !== 'AAAA') ? (['four'] as const) : []), ...six]
}

async function answered(resolver: Resolver, name: string, type: 'TXT' | 'MX' | 'A' | 'AAAA'): Promise<Reply> {
  const reply = await resolver.ask(name, type)
  if (reply.rcode !== 'NOERROR' && reply.rcode !== 'NXDOMAIN') {
    throw new NotSeen('dns-failed', `${type} ${name}: the name server says ${reply.rcode}`)
  }
  return reply
}

/** Counts a lookup. False, with the fault told, when it is one too many. */
function spend(state: State): boolean {
  state.lookups++
  if (state.lookups > LOOKUPS) stopped(state, 'lookups', '')
  return state.problem === null
}

function stopped(state: State, fault: SpfFault, term: string): null {
  state.problem ??= clean(term, 120)
  state.fault ??= fault
  return null
}
