/** How Internet.nl weighs handshakes, by the guidelines of NCSC of 2025-05. */
import type { Handshakes, Suites } from '../model/evidence.ts'
import type { Mark, Span } from '../model/yardstick.ts'
import { levelIn, ruleSet, type Level } from '../engine/reading/ncsc.ts'
import { mark, UNKNOWN } from './internet-nl.ts'

/** Suites that cost all points: the exchange of keys by RSA, SHA-1, and what is weak or none. */
const BAD = new RegExp(
  '^(?:RSA_|DH_|ECDH_|PSK_|NULL|DH_anon|ECDH_anon|KRB5|SRP)|_anon_|RC4|3DES|_DES_|NULL|EXPORT|IDEA|SEED|RC2' +
    '|CCM_8|_CBC_SHA$|_MD5$',
)
const GOOD_PRIMES = /^ffdhe(?:3072|4096|6144|8192)$/
const WEAK_GROUPS = /^(?:sect|secp1|secp192|secp224k|secp160)/

const is = (good: boolean | null | undefined): Span =>
  good === null || good === undefined ? UNKNOWN : good ? [10, 10] : [0, 0]

/** Newest first: it asks the order of the newest of these alone, and of TLS 1.3 none. */
const ORDERED = ['TLSv1.2', 'TLSv1.1', 'TLSv1'] as const

/**
 * No points where a suite that is to be phased out can be chosen while a sufficient or good one is on offer too: whose
 * order it is does not matter. What is insufficient is not asked here. It offers ChaCha20 last, for some servers
 * choose it for who puts it first: what only that one would cost is not known.
 */
function orderOf(suites: Handshakes['suites']): Span {
  const newest = ORDERED.map((version) => suites[version]).find((each) => each === null || each.names.length > 0)
  if (newest === null) return UNKNOWN
  if (newest === undefined) return [10, 10]
  const last = newest.names.findLastIndex((name) => BETTER.has(levelOf(name)))
  const worse = newest.names.filter((name, at) => levelOf(name) === 'phase-out' && (at < last || !byServer(newest)))
  if (last === -1 || worse.length === 0) return [10, 10]
  return newest.order === null || worse.every((name) => name.includes('CHACHA')) ? UNKNOWN : [0, 0]
}

const byServer = ({ order }: Suites): boolean => order === 'server'
const BETTER: ReadonlySet<Level | null> = new Set(['good', 'sufficient'])
const levelOf = (name: string): Level | null => levelIn(ruleSet('2025-05', '')!.suites, name)

/** `none`: what stands for each where there were no handshakes. `early`: whether 0-RTT is asked of it. */
export function handshakeMarks(hand: Handshakes | undefined, none: Span, { early }: { early: boolean }): Mark[] {
  if (!hand)
    return ['ciphers', 'order', 'groups', 'compression', 'renegotiation', 'early'].map((test) =>
      mark(test, test === 'early' && !early ? [10, 10] : none, 10),
    )
  const suites = Object.values(hand.suites).flatMap((each) => each?.names ?? [])
  const untold = Object.values(hand.suites).some((each) => each === null)
  const groups = [...(hand.groups.newest ?? []), ...(hand.groups.older ?? [])]
  const primes = hand.primes.every(({ group }) => group !== null && GOOD_PRIMES.test(group))
  const older = hand.older
  return [
    mark(
      'ciphers',
      suites.some((each) => BAD.test(each)) ? [0, 0] : untold || suites.length === 0 ? UNKNOWN : [10, 10],
      10,
    ),
    mark('order', orderOf(hand.suites), 10),
    mark(
      'groups',
      !primes || groups.some((each) => WEAK_GROUPS.test(each))
        ? [0, 0]
        : hand.groups.newest === null && hand.groups.older === null
          ? UNKNOWN
          : [10, 10],
      10,
    ),
    mark('compression', older ? is(!older.compression) : [10, 10], 10),
    mark('renegotiation', older ? is(older.secureRenegotiation) : [10, 10], 10),
    mark('early', early ? is(hand.earlyData === null ? null : !hand.earlyData) : [10, 10], 10),
    ...(older ? [mark('ems', is(older.extendedMasterSecret), 10)] : []),
    ...(older && hand.oldSignatures
      ? [mark('key-hash', is(hand.oldSignatures.every((each) => !/sha-?1|md5/i.test(each))), 10)]
      : []),
  ]
}
