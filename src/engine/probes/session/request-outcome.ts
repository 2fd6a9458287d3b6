/** What became of a request, from what the browser told of it and what the proxy did for it. Pure. */
import type { Outcome, Unseen } from '../../../model/evidence.ts'

/** What the proxy says of a host that it did not bring: `sent` if it failed after the request had gone out. */
export type Word = { readonly why: Unseen; readonly detail: string; readonly sent?: boolean }

export type Told = {
  readonly url: string
  /** The status of an answer, or of a redirect, with the words behind it; null: none came. */
  readonly status: number | null
  readonly statusText: string
  /** The browser made the answer itself, as where a name is known to be over https only. */
  readonly internal: boolean
  /** Why loading ended without use, as the browser says it; null: it did not. */
  readonly failed: { readonly error: string; readonly blocked: string | null; readonly cors: string | null } | null
  /** The browser handed its header lines to a connection. */
  readonly headersSent: boolean
}

/** Of a request of which nothing was told yet. */
export const nothingYet = (url: string): Told => ({
  url,
  status: null,
  statusText: '',
  internal: false,
  failed: null,
  headersSent: false,
})

/** Reasons for blocking before anything is sent, and those for which an answer was looked at first. */
const BEFORE: ReadonlySet<string> = new Set(['csp', 'mixed-content', 'origin', 'inspector', 'subresource-filter'])
const AFTER = /^(?:content-type|integrity|(?:corp|coep|coop|sri)-[\w-]+)$/
/** Faults of CORS seen without asking, and those read in an answer, if only to the browser's first question. */
const CORS_BEFORE: ReadonlySet<string> = new Set(['CorsDisabledScheme', 'DisallowedByMode', 'InsecurePrivateNetwork'])
const CORS_AFTER =
  /^(?:Preflight|InvalidResponse|(?:Missing|Multiple|Invalid)Allow|AllowOrigin|Wildcard|Method|Header|Redirect|NoCors)/
const BLOCKED =
  /ERR_(?:BLOCKED_BY_(?:CLIENT|CSP|ADMINISTRATOR|PRIVATE_NETWORK)|UNSAFE_PORT|DISALLOWED_URL|UNKNOWN_URL|INVALID_URL)/
const ANSWERED = /ERR_(?:BLOCKED_BY_(?:RESPONSE|ORB)|HTTP_RESPONSE_CODE_FAILURE|CONTENT_|INVALID_RESPONSE|TOO_MANY_RED)/
/** The browser's connections go through the proxy, so these say that the proxy brought nothing. */
const NOT_BROUGHT = /ERR_(?:TUNNEL_CONNECTION_FAILED|PROXY_CONNECTION_FAILED)/

/** What became of it. `word`: what the proxy says of its host, if it ever had to refuse it. */
export function outcomeOf(told: Told, word: Word | undefined): Outcome {
  const { status, statusText, failed } = told
  if (told.internal) return 'blocked'
  if (status !== null) {
    // What the proxy answers itself for plain http; a server can say the same, but then the proxy knows of no refusal.
    const ours = status === 502 && word !== undefined && statusText === word.why && told.url.startsWith('http:')
    return ours ? byWord(word, told.url) : 'answered'
  }
  if (failed === null) {
    if (word && (!told.headersSent || told.url.startsWith('http:'))) return byWord(word, told.url)
    return told.headersSent ? 'sent' : 'unclear'
  }
  // Of a word that is none of these, such as `other`, the error itself tells.
  const { blocked, cors } = failed
  if ((blocked !== null && BEFORE.has(blocked)) || (cors !== null && CORS_BEFORE.has(cors))) return 'blocked'
  if (AFTER.test(blocked ?? '') || CORS_AFTER.test(cors ?? '')) return 'answered'
  if (ANSWERED.test(failed.error)) return 'answered'
  if (BLOCKED.test(failed.error)) return 'blocked'
  if (NOT_BROUGHT.test(failed.error)) return word ? byWord(word, told.url) : 'unclear'
  if (/ERR_NAME_NOT_RESOLVED/.test(failed.error)) return 'unresolved'
  if (/ERR_(?:CONNECTION_REFUSED|ADDRESS_UNREACHABLE)/.test(failed.error)) return 'unreached'
  if (told.url.startsWith('http:') && word && !word.sent) return byWord(word, told.url)
  return told.headersSent ? 'sent' : 'unclear'
}

/** A port of its own is refused by us alone: who listens there would hear a visitor. */
const ownPort = (url: string): boolean => (URL.parse(url)?.port ?? '') !== ''

function byWord({ why, sent }: Word, url: string): Outcome {
  if (sent) return 'sent'
  if (why === 'name-not-found') return 'unresolved'
  if (why === 'unreachable') return 'unreached'
  return why === 'refused-address' && !ownPort(url) ? 'refused' : 'unclear'
}
