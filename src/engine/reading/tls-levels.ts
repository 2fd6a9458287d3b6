/** Levels of what a server does, held against a rule set: the worst of them, by name, and what a check then says. */
import type { Answer, CheckContext, Claim } from '../../model/check.ts'
import type { Certificate, Handshakes, OfferedVersion, Part } from '../../model/evidence.ts'
import type { Seen } from '../../model/finding.ts'
import { shown, whole } from './claims.ts'
import { levelIn, ruleSet, type Level, type RuleSet } from './ncsc.ts'
import { details, few } from './telling.ts'

/** One thing a server does: its name, and its level; null when it has none, or when it is not known. */
export type Rated = { readonly name: string; readonly level: Level | null }

const WORST_FIRST: readonly Level[] = ['insufficient', 'phase-out', 'sufficient', 'good']

/**
 * What each level claims. `to-go`: what is to be phased out, where no law asks better. Met is only said when all was
 * seen.
 */
export const levelReasons = (part: Part, ...more: readonly Part[]) =>
  ({
    good: whole('met', part, ...more),
    sufficient: whole('met', part, ...more),
    'to-go': whole('partly', part, ...more),
    'phase-out': shown('unmet'),
    insufficient: shown('unmet'),
    'no-such-ruleset': 'unknown',
    nothing: 'unknown',
  }) satisfies Record<string, Claim>

type LevelReason = keyof ReturnType<typeof levelReasons>

/** The rules that a criterion asks for, handed to whoever rates by them; else that there are none by that name. */
export function byRules<R extends string>(
  { at, options }: Pick<CheckContext, 'at' | 'options'>,
  judge: (rules: RuleSet) => Answer<R>,
): Answer<R | 'no-such-ruleset'> {
  const rules = ruleSet(options['ruleset'], at)
  return rules ? judge(rules) : { reason: 'no-such-ruleset', seen: { ruleset: String(options['ruleset']) } }
}

/** The answer for the worst of what was rated, which it names. */
export function worst(rules: RuleSet, rated: readonly Rated[], seen: Seen = {}): Answer<LevelReason> {
  const level = WORST_FIRST.find((each) => rated.some((one) => one.level === each))
  const base = { ruleset: `${rules.name} (${rules.published})`, ...seen }
  if (!level) return { reason: 'nothing', seen: base }
  const names = rated.filter((one) => one.level === level).map(({ name }) => name)
  const told = { ...base, which: few(names), details: details(rated.map((one) => `${one.level ?? '–'}: ${one.name}`)) }
  return { reason: level === 'phase-out' && !rules.law ? 'to-go' : level, seen: told }
}

/** `TLSv1` → `TLS 1.0`. */
export const versionName = (version: string): string =>
  version === 'TLSv1' ? 'TLS 1.0' : version.replace(/^(TLS|SSL)v/, '$1 ').replace(/^(SSL \d)$/, '$1.0')

const taken = ({ suites }: Pick<Handshakes, 'suites'>) =>
  (Object.keys(suites) as OfferedVersion[]).filter((version) => (suites[version]?.names.length ?? 0) > 0)

/** The versions it takes. */
export const ratedVersions = (rules: RuleSet, seen: Handshakes): Rated[] =>
  taken(seen).map((version) => ({ name: versionName(version), level: rules.versions[version] }))

/** The suites it takes, each once; those of SSL by their version, whose level is theirs. */
export function ratedSuites(rules: RuleSet, seen: Handshakes): Rated[] {
  const names = taken(seen).flatMap((version) =>
    version.startsWith('SSL') ? [] : (seen.suites[version]?.names ?? []).map((name) => `TLS_${name}`),
  )
  return [
    ...ratedVersions(rules, seen).filter(({ name }) => name.startsWith('SSL')),
    ...[...new Set(names)].map((name) => ({ name, level: levelIn(rules.suites, name.slice(4)) })),
  ]
}

/**
 * The groups and primes over which it exchanges keys, each once. OpenSSL 3 has groups over primes beside its curves in
 * TLS 1.3 by itself, and gives them to who knows no curve, which is nobody: they count where they are preferred.
 */
export function ratedGroups(rules: RuleSet, { groups, primes }: Handshakes): Rated[] {
  const newest = (groups.newest ?? []).filter((name, at) => at === 0 || !name.startsWith('ffdhe'))
  const names = [...new Set([...newest, ...(groups.older ?? [])])]
  return [
    ...names.map((name) => ({ name, level: levelIn(rules.groups, name) })),
    ...primes.map(({ bits, group }) => ({
      name: group ?? `DH-${bits}`,
      level: group ? levelIn(rules.groups, group) : ('insufficient' as const),
    })),
  ]
}

/** OpenSSL's names of curves that differ from IANA's. */
const CURVE: Readonly<Record<string, string>> = { prime256v1: 'secp256r1' }

/** The keys of certificates, and the signatures under them but under roots, whose own counts for nothing. */
export function ratedCertificates(rules: RuleSet, chain: readonly Certificate[]): Rated[] {
  return chain.flatMap((each, at) => {
    const root = each.subject === each.issuer
    if (root && at > 0) return []
    const key = { name: `${keyName(each)}`, level: keyLevel(rules, each) }
    return root || each.signedWith === undefined
      ? [key]
      : [key, { name: each.signedWith, level: signatureLevel(rules, each.signedWith) }]
  })
}

const keyName = ({ keyType, keyBits, curve }: Certificate): string =>
  curve ? `${keyType.toUpperCase()} ${CURVE[curve] ?? curve}` : `${keyType.toUpperCase()} ${keyBits ?? ''}`.trim()

function keyLevel(rules: RuleSet, { keyType, keyBits, curve }: Certificate): Level | null {
  if (/^ed(?:25519|448)$/.test(keyType)) return 'good'
  if (keyType.startsWith('rsa') && keyBits !== null)
    return rules.rsa.find(([from]) => keyBits >= from)?.[1] ?? 'insufficient'
  if (keyType === 'ec' && curve) return levelIn(rules.curves, CURVE[curve] ?? curve)
  return keyType === 'dsa' ? 'insufficient' : null
}

function signatureLevel(rules: RuleSet, signedWith: string): Level | null {
  if (/sha-?(?:256|384|512)/i.test(signedWith) || /^ed(?:25519|448)$/i.test(signedWith)) return 'good'
  if (/sha-?224/i.test(signedWith)) return rules.hashes.sha224
  if (/sha-?1\b|sha1|with-SHA$|dsaWithSHA$/i.test(signedWith)) return rules.hashes.sha1
  return /md[245]/i.test(signedWith) ? rules.hashes.md5 : null
}
