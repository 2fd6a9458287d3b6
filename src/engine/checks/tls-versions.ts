/**
 * TLS versions the server accepts, held against a version of the NCSC guidelines. Only versions: ciphers and keys are
 * not looked at. `options.ruleset` names the guidelines; without it the newest that had been published at the moment of
 * looking.
 * Trips on: a server that still accepts TLS 1.0 or 1.1. Near miss: TLS 1.2 alone, which both rule sets call sufficient.
 */
import { defineCheck, shown } from '../reading/claims.ts'
import type { TlsVersion } from '../../model/evidence.ts'

type Level = 'good' | 'sufficient' | 'phase-out' | 'insufficient'
type Levels = Readonly<Record<TlsVersion, Level>>
type RuleSet = { readonly name: string; readonly published: string; readonly levels: Levels }

/** Oldest first. `published` compares with an ISO 8601 moment. */
const RULE_SETS: Readonly<Record<string, RuleSet>> = {
  // NCSC, January 2021. Since 2023-07-01 law for public bodies: Stb. 2023, 179 art. 1 under c and 2 under a ask
  // `sufficient` or `good`, so that `phase-out` falls short of it.
  '2.1.1': {
    name: 'NCSC TLS 2.1.1',
    published: '2021-01-19',
    levels: { 'TLSv1.3': 'good', 'TLSv1.2': 'sufficient', 'TLSv1.1': 'phase-out', TLSv1: 'phase-out' },
  },
  // NCSC, May 2025, as Internet.nl applies it; in line with RFC 8996, which forbids TLS 1.0 and 1.1.
  '2025-05': {
    name: 'NCSC TLS 2025-05',
    published: '2025-05-31',
    levels: { 'TLSv1.3': 'good', 'TLSv1.2': 'sufficient', 'TLSv1.1': 'insufficient', TLSv1: 'insufficient' },
  },
}

/** Levels that fall short, the worst first. */
const SHORT = ['insufficient', 'phase-out'] as const

export const tlsVersions = defineCheck({
  id: 'tls-versions',
  needs: { tls: true },
  reasons: {
    good: shown('met'),
    sufficient: shown('met'),
    'phase-out': shown('unmet'),
    insufficient: shown('unmet'),
    'not-tried': 'unknown',
    'no-such-ruleset': 'unknown',
  },
  judge({ tls }, { at, options }) {
    const asked = options.ruleset === undefined ? newest(at) : String(options.ruleset)
    const rules = Object.hasOwn(RULE_SETS, asked) ? RULE_SETS[asked] : undefined
    if (!rules) return { reason: 'no-such-ruleset', seen: { ruleset: asked } }
    const versions = Object.keys(rules.levels) as TlsVersion[]
    const offered = versions.filter((version) => tls.versions[version] === true)
    const worst = SHORT.find((level) => offered.some((version) => rules.levels[version] === level))
    const seen = { ruleset: rules.name, offered: offered.map(named).join(', ') }
    if (worst) {
      const old = offered
        .filter((version) => rules.levels[version] === worst)
        .map(named)
        .join(', ')
      return { reason: worst, seen: { ...seen, old, address: tls.address } }
    }
    // An old version that could not be tried may still be open.
    const old = versions.filter((version) => SHORT.some((level) => rules.levels[version] === level))
    const untried = old
      .filter((version) => tls.versions[version] === null)
      .map(named)
      .join(', ')
    if (untried !== '' || offered.length === 0) return { reason: 'not-tried', seen: { ...seen, versions: untried } }
    return { reason: offered.includes('TLSv1.3') ? 'good' : 'sufficient', seen }
  },
})

function newest(at: string): string {
  return Object.entries(RULE_SETS).findLast(([, { published }]) => published <= at)?.[0] ?? '2.1.1'
}

/** `TLSv1` → `TLS 1.0`. */
function named(version: TlsVersion): string {
  return version === 'TLSv1' ? 'TLS 1.0' : version.replace('TLSv', 'TLS ')
}
