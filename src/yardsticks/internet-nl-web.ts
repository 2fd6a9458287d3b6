/**
 * What Internet.nl would say of a website by our evidence: the criteria and points of its website test (version 1.11,
 * 2026; TLS by the guidelines 2025-05). What it shows and counts for nothing is left out.
 */
import type { Certificate, Dns, Evidence, Handshakes, HostEvidence, HostKey, Http, Tls } from '../model/evidence.ts'
import type { Mark, Span, Yardstick } from '../model/yardstick.ts'
import { linesOf } from '../lib/headers.ts'
import { differenceOf } from '../engine/reading/facing.ts'
import { readHsts } from '../engine/reading/hsts.ts'
import { hasNoTls } from '../engine/reading/no-tls.ts'
import { publicSix } from '../engine/reading/public-six.ts'
import { mark, routesOf, signed, total, UNKNOWN } from './internet-nl.ts'
import { handshakeMarks } from './internet-nl-tls.ts'

const DAY_YEAR = 31_536_000

/** null: nothing at all is known of the site. */
export function internetNlWeb({ host, begun }: Evidence): Yardstick | null {
  const seen = <K extends HostKey>(key: K): HostEvidence[K] | undefined =>
    host.flatMap((record) =>
      record.probe === key && record.result.seen ? [record.result.value as HostEvidence[K]] : [],
    )[0]
  const [dns, http, tls] = [seen('dns'), seen('http'), seen('tls')]
  if (!dns && !http && !tls) return null
  const bare = host.some(({ probe, result }) => probe === 'tls' && !result.seen && result.why === 'no-https')
  const parts = [
    { part: 'ipv6', marks: six(dns) },
    { part: 'dnssec', marks: [mark('dnssec', signed(dns?.dnssec), 10)] },
    { part: 'tls', marks: encryption(http, tls, seen('handshakes'), bare, begun) },
    {
      part: 'rpki',
      marks: [
        mark('rpki-web', routesOf(dns?.routes, 'web', [...(dns?.a ?? []), ...(dns?.aaaa ?? [])]), 15),
        mark(
          'rpki-ns',
          routesOf(
            dns?.routes,
            'nameserver',
            (dns?.ns ?? []).flatMap(({ a, aaaa }) => [...a, ...aaaa]),
          ),
          15,
        ),
      ],
    },
  ]
  return { parts, total: total(parts) }
}

function six(dns: Dns | undefined): Mark[] {
  if (!dns)
    return [
      mark('ns-aaaa', UNKNOWN, 10),
      mark('ns-reach', UNKNOWN, 10),
      mark('web-aaaa', UNKNOWN, 10),
      mark('web-reach', UNKNOWN, 10),
      mark('web-same', [0, 2], 2),
    ]
  const own = dns.aaaa.some(publicSix(dns))
  const lacking = dns.lacks?.ipv6 !== undefined
  const reach: Span = dns.overSix === 'answers' ? [2, 10] : dns.overSix === 'silent' ? [0, 0] : UNKNOWN
  return [
    ...nameServers(dns, dns.servers),
    mark('web-aaaa', own ? [10, 10] : [0, lacking ? 10 : 0], 10),
    mark('web-reach', own ? reach : [0, lacking ? 10 : 0], 10),
    mark('web-same', own ? sameOf(dns) : [0, lacking ? 2 : 0], 2),
  ]
}

/** Two name servers with an address of the new kind are enough; one alone gives half. Each that fails counts. */
export function nameServers(of: Pick<Dns, 'ns' | 'opened' | 'lacks'>, servers: Dns['servers']): Mark[] {
  const modern = of.ns.filter(({ aaaa }) => aaaa.some(publicSix(of)))
  const most = modern.length >= 2 ? 10 : modern.length * 5
  const doubt = of.lacks?.nameservers !== undefined || of.ns.length === 0
  if (modern.length === 0) return [mark('ns-aaaa', [0, doubt ? 10 : 0], 10), mark('ns-reach', [0, doubt ? 10 : 0], 10)]
  const said = modern.map(({ host }) => servers?.find((each) => each.host === host && each.address.includes(':'))?.said)
  const mean = (points: readonly number[]) => Math.floor(points.reduce((sum, each) => sum + each, 0) / points.length)
  const low = mean(said.map((each) => (each === 'serves' ? 10 : 0)))
  const high = mean(said.map((each) => (each === 'lame' ? 0 : 10)))
  return [
    mark('ns-aaaa', [most, doubt ? 10 : most], 10),
    mark('ns-reach', [Math.min(low, most), doubt ? 10 : Math.min(high, most)], 10),
  ]
}

function sameOf({ faces }: Dns): Span {
  if (!faces?.four.seen || !faces.six.seen) return [0, 2]
  const difference = differenceOf(faces.four.value, faces.six.value)
  if (difference === null || difference === 'headers') return [2, 2]
  return faces.again?.seen && differenceOf(faces.four.value, faces.again.value) === null ? [0, 0] : [0, 2]
}

function encryption(
  http: Http | undefined,
  tls: Tls | undefined,
  hand: Handshakes | undefined,
  bare: boolean,
  at: string,
): Mark[] {
  const none: Span = bare ? [0, 0] : UNKNOWN
  const leaf = tls?.chain[0]
  const now = Date.parse(at)
  const inTime = leaf !== undefined && Date.parse(leaf.notBefore) <= now && now < Date.parse(leaf.notAfter)
  const is = (good: boolean): Span => (good ? [10, 10] : [0, 0])
  return [
    mark('forced-https', bare ? [0, 0] : forced(http), 10),
    mark('hsts', bare ? [0, 0] : hsts(http), 10),
    mark('versions', tls ? versions(tls) : none, 10),
    ...handshakeMarks(hand, none, { early: true }),
    mark('chain', tls ? is(tls.trusted && inTime && tls.problem === null) : none, 10),
    mark('hostname', tls ? is(tls.nameMatches) : none, 10),
    mark('key', tls ? worst(tls.chain.map(keyOf)) : none, 10),
    mark('signature', tls ? worst(tls.chain.slice(0, 1).map(signatureOf)) : none, 10),
  ]
}

/** The first step from http is https on the same name; where nothing listens there is nothing to step from. */
function forced(http: Http | undefined): Span {
  if (!http) return UNKNOWN
  if (!http.plain.seen) return http.plain.why === 'unreachable' ? [10, 10] : UNKNOWN
  const [first, second] = http.plain.value.hops.map(({ url }) => new URL(url))
  return second?.protocol === 'https:' && second.hostname === first!.hostname ? [10, 10] : [0, 0]
}

function hsts(http: Http | undefined): Span {
  if (!http?.secure.seen)
    return http && hasNoTls(http.secure as Extract<Http['secure'], { seen: false }>) ? [0, 0] : UNKNOWN
  const [line] = linesOf(http.secure.value.hops[0]!.headers, 'strict-transport-security')
  const read = line === undefined ? null : readHsts(line)
  const points = read === null ? 0 : read.maxAge >= DAY_YEAR ? 10 : 2
  return [points, points]
}

function versions({ versions: taken }: Tls): Span {
  const old = [taken.TLSv1, taken['TLSv1.1']]
  if (old.includes(true)) return [0, 0]
  return old.includes(null) ? UNKNOWN : [10, 10]
}

/** The least of each end: of several servers or certificates the worst counts. Unknown when there are none. */
export const worst = (spans: readonly Span[]): Span =>
  spans.length === 0 ? UNKNOWN : [Math.min(...spans.map(([low]) => low)), Math.min(...spans.map(([, high]) => high))]

/** RSA from 2048 bits costs nothing yet; of curves those that are told by name. */
export function keyOf({ keyType, keyBits }: Certificate): Span {
  if (keyType.startsWith('ed')) return [10, 10]
  if (keyBits === null) return UNKNOWN
  const enough = keyType.startsWith('rsa') ? 2_048 : 224
  return keyBits >= enough ? [10, 10] : [0, 0]
}

/** SHA-2 and the Edwards curves are right, SHA-1 and MD5 are not. */
export function signatureOf({ signedWith = '' }: Certificate): Span {
  if (/sha-?(?:224|256|384|512)|^ed\d/i.test(signedWith)) return [10, 10]
  return /md5|sha-?1/i.test(signedWith) ? [0, 0] : UNKNOWN
}
