/**
 * Which of the suites of TLS 1.2 and older decides, held against a version of the NCSC guidelines: what is to be phased
 * out, or insufficient, may not come before what is better. Who leaves the choice to the client is fine as long as
 * nothing worse is on offer. TLS 1.3 has nothing that is bad to choose.
 * Trips on: CBC put above GCM. Near misses: the order of the client among suites that are all sufficient; AES-128
 * above AES-256.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import type { Suites } from '../../model/evidence.ts'
import { byRules, versionName } from '../reading/tls-levels.ts'
import { levelIn, type RuleSet } from '../reading/ncsc.ts'
import { details } from '../reading/telling.ts'

const OLDER = ['TLSv1.2', 'TLSv1.1', 'TLSv1'] as const

export const tlsOrder = defineCheck({
  id: 'tls-order',
  needs: { handshakes: true },
  reasons: {
    ordered: whole('met', 'suites'),
    'nothing-worse': whole('met', 'suites'),
    'client-chooses': shown('partly'),
    'worse-first': shown('unmet'),
    'newest-only': whole('not-applicable', 'suites'),
    'not-seen': 'unknown',
    'no-such-ruleset': 'unknown',
  },
  judge({ handshakes }, context) {
    return byRules(context, (rules) => {
      const taken = OLDER.flatMap((version) => {
        const suites = handshakes.suites[version]
        return suites && suites.names.length > 0 ? [{ version, ...suites }] : []
      })
      const base = { ruleset: `${rules.name} (${rules.published})`, address: handshakes.address }
      if (taken.length === 0) return { reason: 'newest-only', seen: base }
      const mixed = taken.filter(({ names }) => new Set(names.map((name) => rank(rules, name))).size > 1)
      if (mixed.length === 0) return { reason: 'nothing-worse', seen: base }
      const wrong = mixed.flatMap((each) => {
        const pair = each.order === 'server' ? firstWrong(rules, each) : undefined
        return pair ? [{ version: each.version, pair }] : []
      })
      const [first] = wrong
      if (first)
        return {
          reason: 'worse-first',
          seen: {
            ...base,
            ...first.pair,
            details: details(
              wrong.map(({ version, pair }) => `${versionName(version)}: ${pair.worse} > ${pair.better}`),
            ),
          },
        }
      const client = mixed.filter(({ order }) => order === 'client')
      const versions = client.map(({ version }) => versionName(version))
      if (client.length > 0) return { reason: 'client-chooses', seen: { ...base, which: versions.join(', ') } }
      return { reason: mixed.some(({ order }) => order === null) ? 'not-seen' : 'ordered', seen: base }
    })
  },
})

/** 0: good or sufficient, 1: to be phased out, 2: insufficient. */
function rank(rules: RuleSet, name: string): number {
  const level = levelIn(rules.suites, name)
  if (level === 'insufficient') return 2
  return level === 'phase-out' ? 1 : 0
}

/** The first suite that stands before a better one, and that one. */
function firstWrong(rules: RuleSet, { names }: Suites): { worse: string; better: string } | undefined {
  for (const [at, worse] of names.entries()) {
    const better = names.slice(at + 1).find((name) => rank(rules, name) < rank(rules, worse))
    if (better) return { worse: `TLS_${worse}`, better: `TLS_${better}` }
  }
  return undefined
}
