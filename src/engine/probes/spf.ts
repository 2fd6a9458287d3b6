/** Follows an SPF record through what it includes, and counts as a receiver counts (RFC 7208 §4.6.4). */
import { clean } from '../../lib/clean.ts'
import type { Mail } from '../../model/evidence.ts'
import { NotSeen } from './not-seen.ts'
import type { Resolver } from './resolver.ts'

type Tree = NonNullable<Mail['spfTree']>
type State = { lookups: number; voids: number; includes: string[]; problem: string | null }

const LOOKUPS = 10
const VOIDS = 2
const TERMS = 60

/** TXT records of a name, their strings joined (RFC 7208 §3.3). Throws NotSeen. */
export async function texts(resolver: Resolver, name: string): Promise<string[]> {
  const { rcode, answers } = await resolver.ask(name, 'TXT')
  if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') throw new NotSeen('dns-failed', `TXT ${name}: the name server says ${rcode}`)
  return answers.flatMap((answer) => (answer.type === 'TXT' ? [clean([answer.data].flat().map(String).join(''), 2_000)] : []))
}

/** Whether a TXT record is an SPF record: the version, and then a space or nothing (RFC 7208 §4.5). */
export function isSpf(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text)
}

/** Walks the tree of one record. Stops at the eleventh lookup, at a third void one, and at a name met before. */
export async function walkSpf(resolver: Resolver, domain: string, record: string): Promise<Tree> {
  const state: State = { lookups: 0, voids: 0, includes: [], problem: null }
  const all = await walk(resolver, domain, record, state, new Set([domain]))
  return { ...state, all }
}

async function walk(resolver: Resolver, domain: string, record: string, state: State, met: Set<string>): Promise<Tree['all']> {
  let redirect: string | undefined
  for (const term of record.split(/ +/).slice(1, TERMS).filter((each) => each !== '')) {
    const match = /^([+\-~?])?(all|include|a|mx|ptr|ip4|ip6|exists)(?:[:/](.*))?$/i.exec(term)
    if (!match) {
      const modifier = /^([a-z][a-z0-9._-]*)=(.*)$/i.exec(term)
      if (!modifier) { state.problem ??= `onbekend onderdeel "${clean(term, 80)}"`; return null }
      if (modifier[1]!.toLowerCase() === 'redirect') redirect = modifier[2]!
      continue
    }
    const [, qualifier = '+', mechanism = '', value] = match
    switch (mechanism.toLowerCase()) {
      case 'all': return qualifier as Tree['all']
      case 'ip4': case 'ip6': continue
      default:
    }
    if (!spend(state)) return null
    const target = value === undefined || term.includes('/') && !term.includes(':') ? domain : value.split('/')[0]!
    if (target.includes('%')) continue // a macro speaks of the message, which we do not have
    if (mechanism.toLowerCase() === 'include') {
      state.includes.push(clean(target.toLowerCase(), 253))
      const inner = await recordOf(resolver, target, state)
      if (inner === undefined) { state.problem ??= `include:${clean(target, 100)} heeft geen SPF-record`; return null }
      if (met.has(target.toLowerCase())) { state.problem ??= `include:${clean(target, 100)} verwijst in een kring`; return null }
      await walk(resolver, target, inner, state, new Set([...met, target.toLowerCase()]))
    } else await addresses(resolver, target, mechanism.toLowerCase(), state)
    if (state.problem !== null) return null
  }
  if (redirect === undefined || redirect.includes('%')) return null
  if (!spend(state)) return null
  const next = await recordOf(resolver, redirect, state)
  if (next === undefined || met.has(redirect.toLowerCase())) { state.problem ??= `redirect=${clean(redirect, 100)} heeft geen bruikbaar SPF-record`; return null }
  return walk(resolver, redirect, next, state, new Set([...met, redirect.toLowerCase()]))
}

/** Counts a lookup. False, with the problem told, when it is one too many. */
function spend(state: State): boolean {
  state.lookups++
  if (state.lookups > LOOKUPS) state.problem ??= `meer dan ${LOOKUPS} opzoekingen`
  return state.problem === null
}

async function recordOf(resolver: Resolver, name: string, state: State): Promise<string | undefined> {
  const found = await texts(resolver, name)
  if (found.length === 0) countVoid(state)
  const records = found.filter(isSpf)
  return records.length === 1 ? records[0] : undefined
}

async function addresses(resolver: Resolver, name: string, mechanism: string, state: State): Promise<void> {
  const types = mechanism === 'mx' ? ['MX'] as const : mechanism === 'ptr' ? [] : ['A', 'AAAA'] as const
  const replies = await Promise.all(types.map((type) => resolver.ask(name, type)))
  if (types.length > 0 && replies.every(({ answers }) => answers.length === 0)) countVoid(state)
}

function countVoid(state: State): void {
  state.voids++
  if (state.voids > VOIDS) state.problem ??= `meer dan ${VOIDS} opzoekingen zonder antwoord`
}
