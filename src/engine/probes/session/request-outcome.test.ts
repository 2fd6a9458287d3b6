/** What became of a request: each way in which one can end, and what looks like it. */
import { describe, expect, test } from 'vitest'
import { outcomeOf, type Told, type Word } from './request-outcome.ts'

const told = (over: Partial<Told> = {}): Told => ({
  url: 'https://volger.example/x.js',
  status: null,
  statusText: '',
  internal: false,
  failed: null,
  headersSent: false,
  ...over,
})
const failed = (error: string, blocked: string | null = null, cors: string | null = null) => ({
  failed: { error: `net::${error}`, blocked, cors },
})
const word = (why: Word['why'], sent?: true): Word => ({ why, detail: '', ...(sent && { sent }) })
const http = 'http://volger.example/x.js'

describe('somebody heard', () => {
  test.each<[string, Partial<Told>, Word?]>([
    ['an answer', { status: 200 }],
    ['an error of the server', { status: 404 }],
    ["a server's own 502", { status: 502, statusText: 'Bad Gateway', url: http }, word('name-not-found')],
    ['a 502 in our words of a host we never refused', { status: 502, statusText: 'name-not-found', url: http }],
    ['an answer that the browser may not show', failed('ERR_FAILED', null, 'MissingAllowOriginHeader')],
    ['an answer of the wrong kind', failed('ERR_BLOCKED_BY_ORB')],
    ['an answer that another policy keeps out', failed('ERR_BLOCKED_BY_RESPONSE', 'corp-not-same-site')],
    ['an answer of another type', failed('ERR_FAILED', 'content-type')],
    ['an answer to the first question of CORS', failed('ERR_FAILED', null, 'PreflightInvalidStatus')],
    ['a script with another fingerprint', failed('ERR_FAILED', 'sri-mismatch')],
  ])('%s is answered', (_, over, said) => expect(outcomeOf(told(over), said)).toBe('answered'))
  test.each<[string, Partial<Told>, Word?]>([
    ['no answer yet', { headersSent: true }],
    ['no answer in time', { ...failed('ERR_TIMED_OUT'), headersSent: true }],
    ['broken off by the page', { ...failed('ERR_ABORTED'), headersSent: true }],
    ['a connection that broke after the question', { ...failed('ERR_EMPTY_RESPONSE'), headersSent: true }],
    ['a host refused at another moment', { headersSent: true }, word('unreachable')],
    ['a break behind the proxy', { status: 502, statusText: 'unreachable', url: http }, word('unreachable', true)],
  ])('%s is sent', (_, over, said) => expect(outcomeOf(told(over), said)).toBe('sent'))
})

describe('nobody heard', () => {
  test.each<[string, Partial<Told>, Word?]>([
    ['blocked', failed('ERR_BLOCKED_BY_CSP', 'csp')],
    ['blocked', failed('ERR_FAILED', 'mixed-content')],
    ['blocked', failed('ERR_UNSAFE_PORT')],
    ['blocked', failed('ERR_BLOCKED_BY_CLIENT', 'other')],
    ['blocked', failed('ERR_FAILED', null, 'CorsDisabledScheme')],
    ['blocked', { status: 307, internal: true }],
    ['unresolved', failed('ERR_NAME_NOT_RESOLVED')],
    ['unresolved', failed('ERR_TUNNEL_CONNECTION_FAILED'), word('name-not-found')],
    ['unresolved', { status: 502, statusText: 'name-not-found', url: http }, word('name-not-found')],
    ['unresolved', {}, word('name-not-found')],
    ['unreached', failed('ERR_CONNECTION_REFUSED')],
    ['unreached', failed('ERR_TUNNEL_CONNECTION_FAILED'), word('unreachable')],
    ['refused', failed('ERR_TUNNEL_CONNECTION_FAILED'), word('refused-address')],
    ['refused', { status: 502, statusText: 'refused-address', url: http }, word('refused-address')],
  ])('%s', (outcome, over, said) => expect(outcomeOf(told(over), said)).toBe(outcome))
})

describe('it cannot be told', () => {
  test.each<[string, Partial<Told>, Word?]>([
    ['a tunnel of which nothing is known', failed('ERR_TUNNEL_CONNECTION_FAILED')],
    ['no time to connect', failed('ERR_TUNNEL_CONNECTION_FAILED'), word('timeout')],
    ['a name server that fails', failed('ERR_TUNNEL_CONNECTION_FAILED'), word('dns-failed')],
    ['a certificate that does not fit', failed('ERR_CERT_COMMON_NAME_INVALID')],
    ['broken off before it left', failed('ERR_ABORTED')],
    ['our own limit', failed('ERR_INTERNET_DISCONNECTED')],
    ['our own limit at the proxy', failed('ERR_TUNNEL_CONNECTION_FAILED'), word('too-large')],
    [
      'a port that only we refuse',
      { ...failed('ERR_TUNNEL_CONNECTION_FAILED'), url: 'https://volger.example:8443/x.js' },
      word('refused-address'),
    ],
    ['still waiting for a connection', {}],
    ['blocked for a reason that we do not know', failed('ERR_FAILED', 'other')],
    ['blocked for a reason that is new', failed('ERR_FAILED', 'een-nieuw-woord')],
    ['a fault of CORS that is new', failed('ERR_FAILED', null, 'LocalNetworkAccessPermissionDenied')],
  ])('%s', (_, over, said) => expect(outcomeOf(told(over), said)).toBe('unclear'))
})
