/** When nobody needs to walk past a question for consent, because none was there. Pure. */
import { hostOf, sameParty } from '../lib/domain.ts'
import type { Consent, PageRecord, Session } from '../model/evidence.ts'

/** Words without which no page asks for consent: the reader of questions knows none that lacks them. */
const ABOUT = /cookie|toestemming|consent|tracking|privacy/i

const UNASKED: Consent = {
  asked: [],
  steps: [],
  outcome: 'no-question',
  stood: { cookies: [], storage: [] },
  next: null,
  again: null,
  lacks: {},
  unwalked: true,
}

/**
 * What a walk past the question would bring home, known without it: an earlier walk saw no question, or the landing
 * page, seen whole, speaks of nothing of the kind, calls in nobody and keeps nothing. Undefined: it has to be walked.
 */
export function unwalked(pages: readonly PageRecord[], host: string): Consent | undefined {
  for (const { probe, role, result } of pages) {
    if (!result.seen) continue
    if (probe === 'consent' && result.value.outcome === 'no-question') return { ...result.value, unwalked: true }
    if (probe === 'session' && role === 'landing' && isQuiet(result.value, host)) return UNASKED
  }
  return undefined
}

function isQuiet({ requests, cookies, storage, frames, links, text, lacks }: Session, host: string): boolean {
  const own = requests.every(({ url }) => sameParty(hostOf(url) ?? host, host))
  // What a script cannot read and what ends with the browser follows nobody.
  const kept = cookies.every(({ lifetime, httpOnly }) => lifetime === null && httpOnly)
  const said = ABOUT.test(text) || links.some((link) => ABOUT.test(link.text))
  return own && kept && !said && storage.length === 0 && frames.length === 0 && Object.keys(lacks).length === 0
}
