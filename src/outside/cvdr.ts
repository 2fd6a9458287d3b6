/**
 * Asks the national repository of local regulations for all regulations of a municipality, page by page, through the
 * one guard.
 */
import { setTimeout } from 'node:timers/promises'
import { registrableDomain } from '../lib/domain.ts'
import { linesOf } from '../lib/headers.ts'
import { retryAfter } from '../lib/retry-after.ts'
import type { Regulation } from '../model/regulation.ts'
import { CvdrFails, CvdrSays, readCvdrPage } from './cvdr-records.ts'
import type { Egress } from './egress.ts'
import { fetchPage } from './fetch.ts'
import { NotSeen } from './not-seen.ts'

export { CvdrFails }
/** Where it is, and how it calls its index: both differ per host, so both are configuration. */
export const CVDR = { base: 'https://zoekservice.overheid.nl/sru/Search', index: 'dcterms.creator' }
const PAGE = 100
const MOST_BYTES = 20 * 1024 * 1024
const MOST_PAGES = 200
/** Milliseconds. */
const PATIENCE = 30_000
const TRIES = 3
/** Seconds: longer than this we do not wait for a server that asks for patience. */
const MOST_PATIENCE = 60
/** What a busy or fallen server answers; any other 4xx stays the same however often it is asked (RFC 9110 §15.5). */
const PASSING = (status: number) => status === 408 || status === 429 || status >= 500

export type CvdrAnswer = {
  readonly regulations: readonly Regulation[]
  /** What it said there would be. */
  readonly total: number
  /** What could not be fetched or read, each in a Dutch sentence: then this is not all. */
  readonly missing: readonly string[]
}

/** A value in CQL: quotes and backslashes are escaped, so a name cannot become a question. */
export const cql = (value: string): string => `"${value.replaceAll(/[\\"]/g, '\\$&')}"`

export type CvdrOptions = {
  readonly base?: string
  readonly index?: string
  readonly signal: AbortSignal
  readonly tell?: (done: number, total: number) => void
  /** Milliseconds between tries. */ readonly pause?: number
}

/**
 * Throws CvdrFails when the first page cannot be had or the question is refused; what fails on the way is told in
 * `missing`, and the rest is given.
 */
export async function readCvdr(
  egress: Egress,
  creator: string,
  { base = CVDR.base, index = CVDR.index, signal, tell = () => {}, pause = 1_000 }: CvdrOptions,
): Promise<CvdrAnswer> {
  const found = new Map<string, Regulation>()
  const missing: string[] = []
  let total = 0
  let unreadable = 0
  for (let start = 1, page = 0, came = PAGE; page < MOST_PAGES; page++, start += came) {
    came = PAGE
    const url = new URL(base)
    // What the address itself says goes first: another version of the protocol, another collection.
    for (const [name, value] of Object.entries({ operation: 'searchRetrieve', version: '1.2', 'x-connection': 'cvdr' }))
      if (!url.searchParams.has(name)) url.searchParams.set(name, value)
    for (const [name, value] of Object.entries({
      query: `${index}=${cql(creator)}`,
      startRecord: String(start),
      maximumRecords: String(PAGE),
    }))
      url.searchParams.set(name, value)
    try {
      const answer = await patiently(egress, url.href, signal, pause)
      total = Math.max(answer.total, page === 0 ? 0 : total)
      unreadable += answer.unreadable
      // It may give fewer at a time than was asked: then the next page begins where this one ended.
      came = answer.regulations.length + answer.unreadable || PAGE
      for (const regulation of answer.regulations) found.set(`${regulation.work} ${regulation.version}`, regulation)
      if (answer.regulations.length + answer.unreadable === 0 && start <= total)
        missing.push(`records ${start} tot en met ${Math.min(start + PAGE - 1, total)} ontbreken in het antwoord`)
    } catch (error) {
      if (error instanceof CvdrSays || signal.aborted || page === 0) throw error
      missing.push(
        `records ${start} tot en met ${Math.min(start + PAGE - 1, total)}: ${(error as Error).message.slice(0, 200)}`,
      )
    }
    tell(Math.min(start + came - 1, total), total)
    if (start + came > total) break
  }
  if (unreadable > 0) missing.push(`${unreadable} records hadden geen kenmerk of titel`)
  // Always, also when something was told already: more may be gone than that.
  if (found.size + unreadable < total)
    missing.push(`de voorziening noemt ${total} records en gaf er ${found.size + unreadable}`)
  return { regulations: [...found.values()], total, missing }
}

/** Asking again will not help. */
class Final extends CvdrFails {}

/**
 * One page; a server that is busy or falls over is asked again, twice, after as long as it says (Retry-After, RFC 9110
 * §10.2.3).
 */
async function patiently(egress: Egress, address: string, signal: AbortSignal, pause: number) {
  const { protocol, hostname } = new URL(address)
  // Not to a stranger, and not from a safe line to an open one.
  const mayFollow = (url: URL) =>
    registrableDomain(url.hostname) === registrableDomain(hostname) &&
    (url.protocol === 'https:' || url.protocol === protocol)
  for (let attempt = 1; ; attempt++) {
    let wait = pause * attempt
    try {
      const { hops, body } = await fetchPage(egress, address, {
        signal,
        maxBytes: MOST_BYTES,
        redirects: 3,
        mayFollow,
        patience: egress.network?.patience ?? PATIENCE,
      })
      const { status, headers } = hops.at(-1)!
      // It answers 406 with a sound body; what counts is what it says.
      if (status !== 200 && status !== 406) {
        wait = Math.max(wait, retryAfter(linesOf(headers, 'retry-after')[0], Date.now()))
        if (wait > MOST_PATIENCE * 1_000)
          throw new Final(`de voorziening is druk en vraagt ${Math.round(wait / 1_000)} seconden geduld`)
        throw new (PASSING(status) ? CvdrFails : Final)(`de voorziening antwoordt met status ${status}`)
      }
      if (body.read === 'cut') throw new Final('het antwoord is te groot')
      if (body.read !== 'all') throw new CvdrFails('het antwoord brak af')
      return readCvdrPage(new TextDecoder().decode(body.bytes))
    } catch (error) {
      if (error instanceof CvdrSays || error instanceof Final || signal.aborted || attempt === TRIES)
        throw error instanceof NotSeen ? new CvdrFails('de voorziening is niet te bereiken', { cause: error }) : error
      await setTimeout(wait, undefined, { signal })
    }
  }
}
