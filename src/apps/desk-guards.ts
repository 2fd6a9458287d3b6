/** What the desk asks of a browser before anything else: its cookies, where a form came from, ids that are ids. */
import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { UUID } from '../lib/uuid.ts'

/** Names and attributes of the desk's cookies; `__Host-` binds them to this host and to https (RFC 6265bis). */
export function cookiesFor(origin: string) {
  const secure = origin.startsWith('https:')
  return {
    session: secure ? '__Host-balie' : 'balie',
    told: secure ? '__Host-gedaan' : 'gedaan',
    device: secure ? '__Host-apparaat' : 'apparaat',
    options: { path: '/', httpOnly: true, secure, sameSite: 'Lax' } as const,
  }
}

/**
 * Whether a form comes from a page of ours. Fetch Metadata is what a browser says of itself and a page cannot change;
 * without it Origin counts, which is `null` under our own referrer policy.
 */
export function isOurs(c: Context, origin: string): boolean {
  const from = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  return site !== undefined ? site === 'same-origin' || site === 'none' : from === undefined || from === origin
}

/** Forgets a cookie that was sent, for this request. */
export function withoutCookie(c: Context, name: string): void {
  const headers = new Headers(c.req.raw.headers)
  const others = (headers.get('cookie') ?? '').split(/;\s*/).filter((each) => each.split('=')[0]!.trim() !== name)
  headers.set('cookie', others.join('; '))
  c.req.raw = new Request(c.req.raw, { headers })
}

/**
 * What may stand in the place of each parameter of an address: the database is asked about nothing else, so that an
 * address that somebody made up is not there, instead of a fault.
 */
const SHAPES: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    [
      'agreement',
      'algorithm',
      'asking',
      'attached',
      'badge',
      'baseline',
      'bid',
      'case',
      'client',
      'comment',
      'condition',
      'contract',
      'course',
      'covenant',
      'duty',
      'entry',
      'event',
      'evidence',
      'export',
      'feed',
      'finding',
      'form',
      'exercise',
      'improvement',
      'incident',
      'hackFinding',
      'inspection',
      'offer',
      'inspector',
      'lescode',
      'measure',
      'meeting',
      'message',
      'opinion',
      'organisation',
      'participant',
      'practice',
      'person',
      'place',
      'premises',
      'product',
      'regulation',
      'remark',
      'report',
      'rated',
      'request',
      'requestFile',
      'residentRequest',
      'weaknessNote',
      'retest',
      'spearpoint',
      'tender',
      'round',
      'street',
      'sighting',
      'target',
      'term',
      'told',
      'upload',
      'verdict',
      'warning',
      'campaign',
    ].map((id) => [id, UUID]),
  ),
  article: /^[a-z][a-z0-9-]{0,39}$/,
  field: /^[\w.:-]{1,200}$/,
  group: /^(?:[A-D]|straat-[a-z0-9-]{1,90})$/,
  norm: /^[A-Z]{3}-\d{2}$/,
  photo: /^[0-9a-f]{64}$/,
  point: /^[A-Z]{3}-\d{2}\.[\w.-]{1,80}$/,
  pledge: /^[a-z0-9][a-z0-9-]{0,59}$/,
  question: /^[A-Za-z0-9_-]{1,40}$/,
  register: /^[a-z][a-z0-9_-]{0,39}$/,
  receipt: /^[1-9]\d{0,5}$/,
  version: /^[1-9]\d{0,3}$/,
  requestKind: /^[a-z][a-z0-9-]{0,39}$/,
  requirement: /^[a-z][a-z0-9-]{0,79}$/,
  step: /^[a-z][a-z-]{0,39}$/,
}

/** Whether a parameter can hold this. One without a shape holds nothing: whoever adds one says what it looks like. */
export const fitsShape = (name: string, value: string): boolean =>
  Object.hasOwn(SHAPES, name) && SHAPES[name]!.test(value)

/** Whether everything in an address has the shape of what it names. */
export const paramsFit = (params: Readonly<Record<string, string>>): boolean =>
  Object.entries(params).every(([name, value]) => fitsShape(name, value))

/** Only a path of our own: `//elsewhere` and `\elsewhere` are other hosts to a browser. */
export function ownPath(to: string): string {
  return /^\/(?![/\\])/.test(to) && !/[\s\\\p{C}]/u.test(to) ? to : '/balie'
}

/** Whether two secrets are the same, in a time that does not tell how far they agree. */
export function same(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
