/** Holds what was found in a city against its known truth: recall and false alarms per check. Pure. */
import type { Finding, VerdictWord } from '../model/finding.ts'
import type { Catalogue } from '../model/norm.ts'
import type { SelfTest, SelfTestRow } from '../model/publication.ts'

/** What a perfect measurement of one address would find, per check. */
export type Truth = {
  readonly address: string
  /** Whether more is asked of whom it belongs to. */
  readonly publicBody: boolean
  readonly kind: 'website' | 'mail-domain'
  readonly expected: Readonly<Record<string, VerdictWord>>
}
export type Measured = {
  readonly address: string
  readonly kind: 'website' | 'mail-domain'
  readonly findings: readonly Pick<Finding, 'criterion' | 'verdict'>[]
}
export type Miss = {
  readonly address: string
  readonly check: string
  readonly expected: VerdictWord
  readonly found: VerdictWord | 'nothing'
}

const WEAK: ReadonlySet<string> = new Set(['unmet', 'partly'])

/**
 * A shortcoming is `unmet` or `partly`. hits: told where it is; misses: not told where it is; falseAlarms: told where
 * it is not; rightlyQuiet: not told where it is not. What was `unknown` though it could be known is counted apart,
 * never as quiet.
 */
export function compare(
  truth: readonly Truth[],
  measured: readonly Measured[],
  catalogue: Catalogue,
  at: string,
): { selfTest: SelfTest; different: Miss[] } {
  const checkOf = new Map(
    catalogue.norms.flatMap((norm) =>
      norm.criteria.flatMap(({ id, means }) => (means.by === 'check' ? [[id, means.check] as const] : [])),
    ),
  )
  const found = new Map(measured.map((each) => [`${each.kind} ${each.address}`, perCheck(each.findings, checkOf)]))
  const rows = new Map<string, { -readonly [K in keyof SelfTestRow]: SelfTestRow[K] }>()
  const different: Miss[] = []
  for (const { address, kind, expected } of truth) {
    for (const [check, want] of Object.entries(expected)) {
      const got = found.get(`${kind} ${address}`)?.get(check) ?? 'nothing'
      const row = rows.get(check) ?? { check, hits: 0, misses: 0, falseAlarms: 0, rightlyQuiet: 0, unknown: 0 }
      rows.set(check, row)
      if (got !== want) different.push({ address, check, expected: want, found: got })
      if ((got === 'unknown' || got === 'nothing') && want !== 'unknown') row.unknown++
      else if (WEAK.has(want)) row[WEAK.has(got) ? 'hits' : 'misses']++
      else row[WEAK.has(got) ? 'falseAlarms' : 'rightlyQuiet']++
    }
  }
  const ordered = [...rows.values()].toSorted((a, b) => (a.check < b.check ? -1 : 1))
  return { selfTest: { at, addresses: truth.length, rows: ordered }, different }
}

/** The verdict per check. Where two criteria use one check, the one that applies speaks for it. */
function perCheck(findings: Measured['findings'], checkOf: ReadonlyMap<string, string>): Map<string, VerdictWord> {
  const verdicts = new Map<string, VerdictWord>()
  for (const { criterion, verdict } of findings) {
    const check = checkOf.get(criterion)
    if (check !== undefined && !(verdicts.has(check) && verdict === 'not-applicable')) verdicts.set(check, verdict)
  }
  return verdicts
}
