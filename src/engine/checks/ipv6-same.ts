/**
 * The site shows the same over IPv6 as over IPv4: the same page, with the same protection.
 * Trips on (partly): another status, another page, another address to go to, or protection (header lines) that is only
 * there on one of the two; and an address over which no page comes at all while a connection does.
 * Near misses: news, times and codes that change by themselves, which a second look over IPv4 shows; a server that
 * turns us away over one of the two, which says more of us than of the site.
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { differenceOf } from '../reading/facing.ts'
import type { Facing, Observed } from '../../model/evidence.ts'

/** What servers answer to who asks too much, or looks like a program. */
const TURNED_AWAY: ReadonlySet<number> = new Set([401, 403, 429, 503])
/** Ways to fail that lie with the site, once a connection came about. */
const BROKEN: readonly string[] = ['tls-failed', 'http-error']

export const ipv6Same = defineCheck({
  id: 'ipv6-same',
  needs: { dns: true },
  reasons: {
    same: shown('met'),
    status: shown('partly'),
    redirect: shown('partly'),
    headers: shown('partly'),
    content: shown('partly'),
    broken: shown('partly'),
    'one-kind': shown('not-applicable'),
    changing: 'unknown',
    'turned-away': 'unknown',
    unseen: 'unknown',
  },
  judge({ dns }) {
    const { faces, host } = dns
    if (!faces)
      return { reason: dns.aaaa.length === 0 && dns.lacks?.ipv6 === undefined ? 'one-kind' : 'unseen', seen: { host } }
    const seen = { host, details: [told('IPv4', faces.four), told('IPv6', faces.six)] }
    if (!faces.four.seen) return { reason: 'unseen', seen }
    if (!faces.six.seen) return { reason: BROKEN.includes(faces.six.why) ? 'broken' : 'unseen', seen }
    const [four, six] = [faces.four.value, faces.six.value]
    if (TURNED_AWAY.has(four.status) || TURNED_AWAY.has(six.status)) return { reason: 'turned-away', seen }
    const difference = differenceOf(four, six)
    if (difference === null) return { reason: 'same', seen }
    if (!faces.again?.seen || differenceOf(four, faces.again.value) !== null) return { reason: 'changing', seen }
    return { reason: difference, seen }
  },
})

function told(way: string, face: Observed<Facing>): string {
  if (!face.seen) return `${way}: ${face.why}`
  const { status, location, title, headers } = face.value
  return `${way}: ${status} ${location ?? title ?? ''} [${headers.join(', ')}]`.slice(0, 300)
}
