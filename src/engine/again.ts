/** Judges earlier evidence by today's rules, and tells whether what we see today can be held beside it. Pure. */
import type { Evidence, Key } from '../model/evidence.ts'
import type { VerdictWord } from '../model/finding.ts'
import type { Difference } from '../model/publication.ts'
import type { Subject } from '../model/subject.ts'
import { judge, type Rules } from './judge.ts'
import { barriersBetween } from './reading/barrier.ts'
import { speaksOf } from './reading/criteria.ts'
import { versions } from './versions.ts'

/**
 * Per probe the release since which it looks otherwise. What an older one brought home is not compared with what is
 * brought home now: that a verdict differs may be our doing.
 */
const LOOKS_SINCE: Readonly<Record<Key, string>> = {
  session: '2026.11.2',
  axe: '2026.11.2',
  bare: '2026.11.2',
  consent: '2026.11.2',
  behaviour: '2026.11.2',
  use: '2026.11.2',
  http: '2026.11.2',
  tls: '2026.11.2',
  dns: '2026.11.2',
  mail: '2026.11.2',
  handshakes: '2026.11.2',
  exchangers: '2026.11.2',
  statements: '2026.11.2',
  aliases: '2026.11.2',
  documents: '2026.11.2',
  registration: '2026.11.2',
  descriptions: '2026.11.2',
}

/** Per criterion what today's rules say of this evidence, and whether it was looked at as it is looked at now. */
export function judgeAgain(
  evidence: Evidence,
  subject: Subject,
  rules: Rules,
): ReadonlyMap<string, { readonly verdict: VerdictWord; readonly comparable: boolean }> {
  const probes = probesOf(rules)
  return new Map(
    judge(evidence, subject, rules).map(({ criterion, verdict }) => [
      criterion,
      { verdict, comparable: (probes.get(criterion) ?? []).every((probe) => sameLook(evidence.versions, probe)) },
    ]),
  )
}

/**
 * Per criterion what became of the barriers between two measurements, on the pages that both saw whole. A criterion of
 * which that is not known is absent; so is every one of axe or of the trials where one of the two was looked at
 * otherwise than we look now.
 */
export function barriersSince(
  before: Evidence,
  after: Evidence,
  { catalogue }: Pick<Rules, 'catalogue'>,
): ReadonlyMap<string, Difference> {
  const rules = [...barriersBetween(before, after)].filter(([rule]) =>
    [before, after].every((each) => sameLook(each.versions, rule.startsWith('use-') ? 'use' : 'axe')),
  )
  const tags = new Map([before, after].flatMap(tagsIn))
  const told = new Map<string, Difference>()
  for (const { id, means } of catalogue.norms.flatMap(({ criteria }) => criteria)) {
    if (means.by !== 'check') continue
    const { check } = means
    const about = (rule: string) =>
      rule === check || (check.startsWith('axe-') && speaksOf(tags.get(rule) ?? [], check.slice('axe-'.length)))
    const own = rules.filter(([rule]) => about(rule)).map(([, each]) => each)
    const sum = (of: keyof Difference) => own.reduce((all, each) => all + each[of], 0)
    if (own.length > 0) told.set(id, { same: sum('same'), fresh: sum('fresh'), gone: sum('gone') })
  }
  return told
}

/** What each rule of axe that found something says it is about. */
const tagsIn = ({ pages }: Evidence) =>
  pages.flatMap(({ probe, result }) =>
    probe === 'axe' && result.seen ? result.value.violations.map(({ rule, tags }) => [rule, tags] as const) : [],
  )

/** What each measured criterion is read from. */
const probesOf = ({ catalogue, checks }: Rules): ReadonlyMap<string, readonly Key[]> =>
  new Map(
    catalogue.norms.flatMap(({ criteria }) =>
      criteria.flatMap(({ id, means }) =>
        means.by === 'check' ? [[id, Object.keys(checks.get(means.check)?.needs ?? {}) as Key[]] as const] : [],
      ),
    ),
  )

function sameLook(then: Evidence['versions'], probe: Key): boolean {
  if (isBefore(then['leidraad'] ?? '0', LOOKS_SINCE[probe])) return false
  // Another edition of the engine has other rules under the same criterion.
  return probe !== 'axe' || then['axe'] === versions()['axe']
}

/** Whether one release came before another: by its numbers, not by its letters. */
function isBefore(one: string, other: string): boolean {
  const [a, b] = [one, other].map((release) => release.split('.').map(Number)) as [number[], number[]]
  const at = b.findIndex((part, index) => part !== (a[index] ?? 0))
  return at !== -1 && (a[at] ?? 0) < b[at]!
}
