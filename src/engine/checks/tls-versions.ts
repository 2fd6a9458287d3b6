/**
 * TLS versions the server accepts, held against a version of the NCSC guidelines. Only versions: ciphers and keys have
 * checks of their own. `options.ruleset` names the guidelines; without it the newest that had been published at the
 * moment of looking.
 * Trips on: a server that still accepts TLS 1.0 or 1.1. Near miss: TLS 1.2 alone, which both rule sets call sufficient.
 */
import { defineCheck, shown } from '../reading/claims.ts'
import type { TlsVersion } from '../../model/evidence.ts'
import { ruleSet } from '../reading/ncsc.ts'
import { versionName as named } from '../reading/tls-levels.ts'

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
    const rules = ruleSet(options.ruleset, at)
    if (!rules) return { reason: 'no-such-ruleset', seen: { ruleset: String(options.ruleset) } }
    const versions: readonly TlsVersion[] = ['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1']
    const offered = versions.filter((version) => tls.versions[version] === true)
    const worst = SHORT.find((level) => offered.some((version) => rules.versions[version] === level))
    const seen = { ruleset: rules.name, offered: offered.map(named).join(', ') }
    if (worst) {
      const old = offered
        .filter((version) => rules.versions[version] === worst)
        .map(named)
        .join(', ')
      return { reason: worst, seen: { ...seen, old, address: tls.address } }
    }
    // An old version that could not be tried may still be open.
    const old = versions.filter((version) => SHORT.some((level) => rules.versions[version] === level))
    const untried = old
      .filter((version) => tls.versions[version] === null)
      .map(named)
      .join(', ')
    if (untried !== '' || offered.length === 0) return { reason: 'not-tried', seen: { ...seen, versions: untried } }
    return { reason: offered.includes('TLSv1.3') ? 'good' : 'sufficient', seen }
  },
})
