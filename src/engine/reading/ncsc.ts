/**
 * The guidelines of the NCSC for TLS, as data: each version, suite, group, prime and key with its level. Two editions
 * hold side by side: the law names the first, Internet.nl measures by the second. What an edition does not name is
 * `insufficient`, as its text says, unless it did not exist yet (`unjudged`).
 */
import type { OfferedVersion } from '../../model/evidence.ts'

/** goed, voldoende, uit te faseren, onvoldoende. */
export type Level = 'good' | 'sufficient' | 'phase-out' | 'insufficient'
type Listed = Readonly<Partial<Record<Exclude<Level, 'insufficient'>, readonly string[]>>>

export type RuleSet = {
  readonly name: string
  /** Day of publication; compares with an ISO 8601 moment. */
  readonly published: string
  readonly source: string
  /** Day on which somebody held this table against the source. */
  readonly checked: string
  /** Whether the law asks `sufficient` or better of whom it binds (Stb. 2023, 179 art. 1 under c, 2 under a). */
  readonly law: boolean
  readonly versions: Readonly<Record<OfferedVersion, Level>>
  /** Without `TLS_`. */
  readonly suites: Listed
  /** Named groups, and primes by the name of their group. */
  readonly groups: Listed & { readonly unjudged?: readonly string[] }
  /** Curves of keys in certificates. */
  readonly curves: Listed
  /** RSA: from how many bits on; the first that fits. */
  readonly rsa: readonly (readonly [from: number, level: Level])[]
  /** Of signatures under certificates; without the others: SHA-256 and longer. */
  readonly hashes: Readonly<Record<'sha224' | 'sha1' | 'md5', Level>>
  /** What an answer to a handshake makes of it. `mayAnew`: how often a client may begin anew; null: as often. */
  readonly handshake: {
    readonly withoutExtendedSecret: Level
    readonly signsSha1: Level
    readonly signsSha224: Level
    readonly mayAnew: number | null
  }
}

/** Every pairing of exchange and cipher. */
const suites = (exchanges: string, ciphers: string): string[] =>
  exchanges.split(' ').flatMap((exchange) => ciphers.split(' ').map((cipher) => `${exchange}_WITH_${cipher}`))

const GCM = 'AES_256_GCM_SHA384 AES_128_GCM_SHA256'
const CHACHA = 'CHACHA20_POLY1305_SHA256'
const CBC_SHA2 = 'AES_256_CBC_SHA384 AES_128_CBC_SHA256'
const OTHERS =
  'CAMELLIA_256_GCM_SHA384 CAMELLIA_128_GCM_SHA256 CAMELLIA_128_CBC_SHA256 ' +
  'ARIA_256_GCM_SHA384 ARIA_256_CBC_SHA384 ARIA_128_GCM_SHA256 ARIA_128_CBC_SHA256'
const CURVES = ['secp256r1', 'secp384r1', 'secp521r1', 'x25519', 'x448']
const BRAINPOOL = ['P256r1', 'P384r1', 'P512r1'].flatMap((each) => [`brainpool${each}`, `brainpool${each}tls13`])
const HYBRIDS = ['X25519MLKEM768', 'SecP256r1MLKEM768', 'SecP384r1MLKEM1024']
/** They came after 2021, or are drafts that were replaced: nobody rated them. */
const KEMS = [...HYBRIDS, 'MLKEM512', 'MLKEM768', 'MLKEM1024', 'X25519Kyber768Draft00']
const LONG_PRIMES = ['ffdhe3072', 'ffdhe4096', 'ffdhe6144', 'ffdhe8192']

/** Oldest first. */
const RULE_SETS: Readonly<Record<string, RuleSet>> = {
  '2.1.1': {
    name: 'NCSC TLS 2.1.1',
    published: '2021-01-19',
    source: 'NCSC, ICT-beveiligingsrichtlijnen voor Transport Layer Security, v2.1; tables 1 to 15',
    checked: '2026-11-30',
    law: true,
    versions: {
      'TLSv1.3': 'good',
      'TLSv1.2': 'sufficient',
      'TLSv1.1': 'phase-out',
      TLSv1: 'phase-out',
      SSLv3: 'insufficient',
      SSLv2: 'insufficient',
    },
    suites: {
      good: ['AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256', 'AES_128_GCM_SHA256'],
      sufficient: [
        ...suites('ECDHE_ECDSA ECDHE_RSA', `${GCM} ${CHACHA} ${CBC_SHA2} AES_256_CBC_SHA AES_128_CBC_SHA`),
        ...suites('DHE_RSA', `${GCM} ${CHACHA} AES_256_CBC_SHA256 AES_128_CBC_SHA256 AES_256_CBC_SHA AES_128_CBC_SHA`),
      ],
      'phase-out': [
        ...suites('ECDHE_ECDSA ECDHE_RSA DHE_RSA RSA', '3DES_EDE_CBC_SHA'),
        ...suites('RSA', `${GCM} AES_256_CBC_SHA256 AES_128_CBC_SHA256 AES_256_CBC_SHA AES_128_CBC_SHA`),
      ],
    },
    groups: {
      good: CURVES,
      sufficient: LONG_PRIMES,
      'phase-out': ['secp224r1', 'ffdhe2048'],
      unjudged: KEMS,
    },
    // secp521r1 is named for the exchange of keys and not for certificates; it is stronger than what is.
    curves: { good: ['secp256r1', 'secp384r1'], sufficient: ['secp521r1'], 'phase-out': ['secp224r1'] },
    rsa: [
      [3072, 'good'],
      [2048, 'sufficient'],
    ],
    hashes: { sha224: 'insufficient', sha1: 'insufficient', md5: 'insufficient' },
    // It asks that SHA-2 can be used, and allows SHA-1 beside it; of the extended secret it does not speak.
    handshake: { withoutExtendedSecret: 'good', signsSha1: 'good', signsSha224: 'good', mayAnew: null },
  },
  '2025-05': {
    name: 'NCSC TLS 2025-05',
    published: '2025-05-31',
    source: 'NCSC, ICT-beveiligingsrichtlijnen voor TLS 2025-05, sections 3.3.1 to 3.4, as Internet.nl 1.11 applies it',
    checked: '2026-11-30',
    law: false,
    // In line with RFC 8996, which forbids TLS 1.0 and 1.1.
    versions: {
      'TLSv1.3': 'good',
      'TLSv1.2': 'sufficient',
      'TLSv1.1': 'insufficient',
      TLSv1: 'insufficient',
      SSLv3: 'insufficient',
      SSLv2: 'insufficient',
    },
    suites: {
      good: ['AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256'],
      sufficient: [
        'AES_128_GCM_SHA256',
        'AES_128_CCM_SHA256',
        ...suites('ECDHE_ECDSA ECDHE_RSA', `${GCM} ${CHACHA}`),
        // Of the RSA ones the annex does not speak; they meet all that the text asks.
        ...suites('ECDHE_ECDSA ECDHE_RSA', 'AES_256_CCM AES_128_CCM'),
      ],
      'phase-out': [
        ...suites('ECDHE_ECDSA ECDHE_RSA', `${CBC_SHA2} ${OTHERS} CAMELLIA_256_CBC_SHA384`),
        ...suites('DHE_RSA', `${GCM} ${CHACHA} ${OTHERS} CAMELLIA_256_CBC_SHA256 AES_256_CCM AES_128_CCM`),
        ...suites('DHE_RSA', 'AES_256_CBC_SHA256 AES_128_CBC_SHA256'),
      ],
    },
    groups: {
      good: [...HYBRIDS, ...CURVES, ...BRAINPOOL],
      'phase-out': ['secp224r1', ...LONG_PRIMES],
      unjudged: KEMS,
    },
    curves: { good: ['secp256r1', 'secp384r1', 'secp521r1', ...BRAINPOOL], 'phase-out': ['secp224r1'] },
    rsa: [
      [3072, 'good'],
      [2048, 'phase-out'],
    ],
    hashes: { sha224: 'phase-out', sha1: 'insufficient', md5: 'insufficient' },
    handshake: {
      withoutExtendedSecret: 'insufficient',
      signsSha1: 'insufficient',
      signsSha224: 'phase-out',
      mayAnew: 10,
    },
  },
}

/** The rule set that a criterion names; without one the newest that had been published at that moment. */
export function ruleSet(asked: unknown, at: string): RuleSet | undefined {
  if (asked !== undefined) return Object.hasOwn(RULE_SETS, String(asked)) ? RULE_SETS[String(asked)] : undefined
  return Object.values(RULE_SETS).findLast(({ published }) => published <= at) ?? Object.values(RULE_SETS)[0]
}

/** The level of a name in a list; what is not named is insufficient. null: the edition could not know it. */
export function levelIn(list: RuleSet['groups'], name: string): Level | null {
  for (const level of ['good', 'sufficient', 'phase-out'] as const) if (list[level]?.includes(name)) return level
  return list.unjudged?.includes(name) ? null : 'insufficient'
}
