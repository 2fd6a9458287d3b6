/** Follows an SPF record through what it includes, and counts as a receiver counts (RFC 7208 §4.6.4). */
import { asSaid, clean } from '../../lib/clean.ts'
import type { Mail } from '../../model/evidence.ts'
import { NotSeen } from '../../outside/not-seen.ts'
import type { Reply, Resolver } from '../../outside/resolver.ts'

type Tree = NonNullable<Mail['spfTree']>
type State = { lookups: number; voids: number; includes: string[]; problem: string | null }

const MECHANISM = /^([+\-~?])?(all|include|a|mx|ptr|ip4|ip6|exists)((?:[:/].*)?)$/i
const LOOKUPS = 10
const EXCHANGERS = 10
const TERMS = 500
const RECORDS = 50
const RECORD = 8_000

/** TXT records of a name, their strings joined (RFC 7208 §3.3). Throws NotSeen('dns-failed'). */
export async function texts(resolver: Resolver, name: string): Promise<string[]> {
  const { answers } = await answered(resolver, name, 'TXT')
  return answers
    .flatMap((answer) => (answer.type === 'TXT' ? [[answer.data].flat()] : []))
    .slice(0, RECORDS)
    .map((strings) => asSaid(strings.map(String).join(''), RECORD))
}

/** Whether a TXT record is an SPF record: the version, and then a space or nothing (RFC 7208 §4.5). */
export function isSpf(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text)
}

/**
 * Walks the tree of one record; stops at the first fault, at the eleventh lookup, and at a name it is already inside.
 * Lookups without an answer are counted, not judged: the limit of two is only a SHOULD. A term with a macro counts as a
 * lookup but is not looked up, for it speaks of a message. Throws NotSeen('dns-failed') when a name server fails (RFC
 * 7208: temperror).
 */
export async function walkSpf(resolver: Resolver, domain: string, record: string): Promise<Tree> {
  const state: State = { lookups: 0, voids: 0, includes: [], problem: null }
  const all = await walk(resolver, domain, record, state, new Set([domain]))
  return { ...state, all }
}

async function walk(
  resolver: Resolver,
  domain: string,
  record: string,
  state: State,
  inside: ReadonlySet<string>,
): Promise<Tree['all']> {
  let redirect: string | undefined
  for (const term of record
    .split(' ')
    .filter((each) => each !== '')
    .slice(1, TERMS)) {
    const modifier = /^([a-z][a-z0-9._-]{0,60})=(.*)$/i.exec(term)
    if (modifier) {
      if (modifier[1]!.toLowerCase() === 'redirect') redirect = modifier[2]!
      continue
    }
    const [, qualifier = '+', word = '', value] = MECHANISM.exec(term) ?? []
    const mechanism = word.toLowerCase()
    if (mechanism === 'all' && value === '') return qualifier as Tree['all']
    const target = targetOf(mechanism, value ?? '', domain)
    if (target === undefined) return fault(state, `onbekend onderdeel "${clean(term, 80)}"`)
    if (mechanism === 'ip4' || mechanism === 'ip6') continue
    if (!spend(state)) return null
    if (mechanism === 'include') {
      state.includes.push(clean(target, 253))
      if (!target.includes('%')) await enter(resolver, target, `include:${clean(target, 100)}`, state, inside)
    } else if (!target.includes('%')) await look(resolver, target, mechanism, state)
    if (state.problem !== null) return null
  }
  if (redirect === undefined) return null
  const target = redirect.toLowerCase().replace(/\.$/, '')
  if (target === '') return fault(state, 'onbekend onderdeel "redirect="')
  return spend(state) && !target.includes('%')
    ? enter(resolver, target, `redirect=${clean(target, 100)}`, state, inside)
    : null
}

/**
 * The name a mechanism is about, in lower case; '' for one that has none; undefined if it is not written as RFC 7208
 * §5 has it.
 */
function targetOf(mechanism: string, value: string, domain: string): string | undefined {
  if (mechanism === 'ip4' || mechanism === 'ip6') return /^:[0-9a-f.:]+(?:\/\d{1,3})?$/i.test(value) ? '' : undefined
  const end = maskAt(value)
  const [name, mask] = [value.slice(0, end).replace(/^:/, '').toLowerCase().replace(/\.$/, ''), value.slice(end)]
  if (name === '' && end > 0) return undefined
  switch (mechanism) {
    case 'include':
    case 'exists':
      return mask === '' && name !== '' ? name : undefined
    case 'ptr':
      return mask === '' ? name || domain : undefined
    case 'a':
    case 'mx':
      return /^(?:\/\d{1,2})?(?:\/\/\d{1,3})?$/.test(mask) ? name || domain : undefined
    default:
      return undefined
  }
}

/** Where the network mask begins: the first slash that is not inside a macro. */
function maskAt(value: string): number {
  let inside = false
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '{') inside = true
    else if (value[at] === '}') inside = false
    else if (value[at] === '/' && !inside) return at
  }
  return value.length
}

/** Reads the record at another name and walks on there. */
async function enter(
  resolver: Resolver,
  name: string,
  term: string,
  state: State,
  inside: ReadonlySet<string>,
): Promise<Tree['all']> {
  if (inside.has(name)) return fault(state, `${term} verwijst in een kring`)
  const found = await texts(resolver, name)
  if (found.length === 0) state.voids++
  const records = found.filter(isSpf)
  if (records.length === 0) return fault(state, `${term} heeft geen SPF-record`)
  if (records.length > 1) return fault(state, `${term} heeft meer dan één SPF-record`)
  return walk(resolver, name, records[0]!, state, new Set([...inside, name]))
}

/** Asks what a receiver would ask for this mechanism, to see whether there is an answer at all. */
async function look(resolver: Resolver, name: string, mechanism: string, state: State): Promise<void> {
  if (mechanism === 'ptr') return // asks for the reverse name of a sender, which we do not have
  const types =
    mechanism === 'mx' ? (['MX'] as const) : mechanism === 'exists' ? (['A'] as const) : (['A', 'AAAA'] as const)
  const replies = await Promise.all(types.map((type) => answered(resolver, name, type)))
  const asked: readonly string[] = types
  const found = replies.flatMap(({ answers }) => answers.filter(({ type }) => asked.includes(type)))
  if (found.length === 0) state.voids++
  if (mechanism === 'mx' && found.length > EXCHANGERS) {
    fault(state, `mx:${clean(name, 100)} heeft meer dan ${EXCHANGERS} mailservers`)
  }
}

async function answered(resolver: Resolver, name: string, type: 'TXT' | 'MX' | 'A' | 'AAAA'): Promise<Reply> {
  const reply = await resolver.ask(name, type)
  if (reply.rcode !== 'NOERROR' && reply.rcode !== 'NXDOMAIN') {
    throw new NotSeen('dns-failed', `${type} ${name}: the name server says ${reply.rcode}`)
  }
  return reply
}

/** Counts a lookup. False, with the problem told, when it is one too many. */
function spend(state: State): boolean {
  state.lookups++
  if (state.lookups > LOOKUPS) fault(state, `meer dan ${LOOKUPS} opzoekingen`)
  return state.problem === null
}

function fault(state: State, problem: string): null {
  state.problem ??= problem
  return null
}
