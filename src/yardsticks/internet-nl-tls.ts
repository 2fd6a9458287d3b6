/** How Internet.nl weighs handshakes, by the guidelines of NCSC of 2025-05. */
import type { Handshakes } from '../model/evidence.ts'
import type { Mark, Span } from '../model/yardstick.ts'
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
    // Whether an order puts the worse before the better takes its table of suites, which is not here.
    mark('order', UNKNOWN, 10),
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
