/** Walks up the names above a mail domain for its DMARC record, and asks others whether reports are welcome there. */
import { clean } from '../../../lib/clean.ts'
import { sameParty } from '../../../lib/domain.ts'
import type { Mail } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import type { Resolver } from '../../../outside/resolver.ts'
import {
  endsWalk,
  holdingFor,
  isDmarc,
  meantAsDmarc,
  namesToAsk,
  organisationOf,
  readDmarc,
} from '../../reading/dmarc.ts'
import type { Found } from '../../reading/dmarc.ts'
import { texts } from './spf.ts'

type Walked = { readonly found: readonly (Found & { readonly text: string })[]; readonly own: readonly string[] }

/** Other hosts for reports that are asked, of each record. */
const ELSEWHERE = 5
/** Of records that may stand but once. */
export const RECORDS = 50

/**
 * The record that holds for the domain (RFC 9989 §4.10), or what stands at the domain itself instead of one; and for
 * each host elsewhere that should get reports, whether it wants them. Throws NotSeen('dns-failed').
 */
export async function dmarcOf(resolver: Resolver, domain: string): Promise<Mail['dmarc']> {
  const { found, own } = await walkUp(resolver, domain)
  const holding = holdingFor(domain, found)
  if (!holding) {
    const many = own.filter(isDmarc).slice(0, RECORDS)
    return {
      at: domain,
      records: many,
      unread: many.length > 0 ? [] : own.filter(meantAsDmarc).slice(0, RECORDS),
      reports: [],
    }
  }
  const { at, text } = found.find((each) => each.at === holding.at)!
  const { rua, ruf } = holding.record
  const hosts = new Set([...rua, ...ruf].map((address) => address.slice(address.lastIndexOf('@') + 1)))
  const home = organisationOf(
    at,
    found.filter((each) => at === each.at || at.endsWith(`.${each.at}`)),
  )
  // Receivers of before RFC 9989 go by the Public Suffix List: who is one by either is not told of another.
  const elsewhere = [...hosts].filter((host) => host !== home && !sameParty(host, at)).slice(0, ELSEWHERE)
  const reports = await Promise.all(elsewhere.map((host) => welcomeAt(resolver, host, at, home)))
  // Receivers of before RFC 9989 go no further than two records at the domain itself (RFC 7489 §6.6.3).
  const many = at === domain ? [] : own.filter(isDmarc)
  return { at, records: [text], unread: many, reports: reports.flatMap((each) => each ?? []) }
}

/** Every name on the way that has one record. What lies above a server that fails is left, once one was found. */
async function walkUp(resolver: Resolver, domain: string): Promise<Walked> {
  const found: Walked['found'][number][] = []
  let own: readonly string[] = []
  for (const [step, at] of namesToAsk(domain).entries()) {
    const here = await texts(resolver, `_dmarc.${at}`).catch((error: unknown) => {
      if (error instanceof NotSeen && found.length > 0) return null
      throw error
    })
    if (here === null) break
    if (step === 0) own = here
    const [text, ...more] = here.filter(isDmarc)
    // Of more than one record at a name, receivers discard all.
    if (text === undefined || more.length > 0) continue
    const one = { at, record: readDmarc(text), text }
    found.push(one)
    if (endsWalk(one, step === 0)) break
  }
  return { found, own }
}

/** RFC 9990 §4: whether a host of another organisation says it takes reports; null when it is of the same. */
async function welcomeAt(
  resolver: Resolver,
  host: string,
  at: string,
  home: string,
): Promise<NonNullable<Mail['dmarc']['reports']>[number] | null> {
  try {
    if (organisationOf(host, (await walkUp(resolver, host)).found) === home) return null
    const answers = await texts(resolver, `${at}._report._dmarc.${host}`)
    return { host: clean(host, 253), welcome: answers.some(isDmarc) }
  } catch (error) {
    if (error instanceof NotSeen) return { host: clean(host, 253), welcome: null }
    throw error
  }
}
