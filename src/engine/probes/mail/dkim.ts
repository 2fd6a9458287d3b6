/** Looks for the keys of DKIM at names that are known, and whether there is anything at all where keys stand. */
import { randomBytes } from 'node:crypto'
import { asSaid, clean } from '../../../lib/clean.ts'
import type { Dkim } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import type { Reply, Resolver } from '../../../outside/resolver.ts'
import { DKIM_SELECTORS } from '../../reading/dkim-selectors.ts'
import { nameIn } from '../names/dns.ts'
import type { Parts } from '../parts.ts'

/** Questions at a time, and how many of them may go unanswered before it is left. */
const TOGETHER = 8
const UNANSWERED = 3
const RECORDS = 5
const RECORD = 4_000
const ALIASES = 8

/**
 * What stands at `_domainkey`; null when that could not be asked. A question that gets no answer lacks in `parts`, and
 * what was found beside it stays. `under`: a name that is known to have names under it and nothing of its own.
 */
export async function dkimOf(
  resolver: Resolver,
  domain: string,
  parts: Parts,
  under: string | undefined,
): Promise<Dkim | null> {
  const place = `_domainkey.${domain}`
  const ask = (name: string) => parts.of('dkim', null, () => answered(resolver, name))
  const [base, nobodys] = [await ask(place), await ask(`${randomBytes(9).toString('hex')}.${place}`)]
  if (base === null || nobodys === null) return null
  const denied = base.rcode === 'NXDOMAIN'
  const sure = !denied || base.authenticated || (await keepsToStandard(resolver, under))
  // What any name answers is of nobody in particular.
  const everywhere = new Set(textsIn(nobodys))
  const keys: Dkim['keys'][number][] = []
  let unanswered = 0
  for (let at = 0; at < DKIM_SELECTORS.length && unanswered < UNANSWERED; at += TOGETHER) {
    const some = DKIM_SELECTORS.slice(at, at + TOGETHER)
    const replies = await Promise.all(some.map((selector) => ask(`${selector}.${place}`)))
    for (const [index, reply] of replies.entries()) {
      if (reply === null) unanswered++
      const records = reply === null ? [] : textsIn(reply).filter((text) => !everywhere.has(text) && looksLikeKey(text))
      if (records.length > 0) keys.push({ selector: some[index]!, records, aliases: aliasesIn(reply!) })
    }
  }
  return { base: denied ? 'none' : 'there', sure, wildcard: nobodys.rcode === 'NOERROR', keys }
}

/** Whether name servers answer for a name that only has names under it (RFC 8020 §2); false: not seen. */
async function keepsToStandard(resolver: Resolver, under: string | undefined): Promise<boolean> {
  if (under === undefined) return false
  const reply = await answered(resolver, under).catch((error: unknown) => {
    if (error instanceof NotSeen) return null
    throw error
  })
  return reply?.rcode === 'NOERROR'
}

async function answered(resolver: Resolver, name: string): Promise<Reply> {
  const reply = await resolver.ask(name, 'TXT')
  if (reply.rcode === 'NOERROR' || reply.rcode === 'NXDOMAIN') return reply
  throw new NotSeen('dns-failed', `TXT ${name}: the name server says ${reply.rcode}`)
}

const textsIn = ({ answers }: Reply): string[] =>
  answers
    .flatMap((answer) => (answer.type === 'TXT' ? [[answer.data].flat().map(String).join('')] : []))
    .slice(0, RECORDS)
    .map((text) => asSaid(text, RECORD))

const aliasesIn = ({ answers }: Reply): string[] =>
  answers.flatMap((answer) => (answer.type === 'CNAME' ? [nameIn(answer.data)] : [])).slice(0, ALIASES)

/** Whether a text was meant as a key: it has the tag that holds one, also when it is written wrongly (§3.6.1). */
const looksLikeKey = (text: string): boolean => /(?:^|;)\s*p\s*=/.test(clean(text, RECORD))
