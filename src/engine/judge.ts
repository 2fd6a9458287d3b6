/**
 * Holds evidence against every measured criterion of the catalogue. Pure: old evidence can be judged anew when a norm
 * changes.
 */
import { partsOf } from '../lib/domain.ts'
import type { AnyCheck, SeenBy } from '../model/check.ts'
import type { Evidence, HostKey, Key, PageKey, Unseen } from '../model/evidence.ts'
import type { Finding, Seen, VerdictWord } from '../model/finding.ts'
import type { Lists } from '../model/lists.ts'
import type { Catalogue, Criterion } from '../model/norm.ts'
import type { Subject } from '../model/subject.ts'

/** Everything judge needs to know besides the evidence. */
export type Rules = {
  readonly catalogue: Catalogue
  readonly checks: ReadonlyMap<string, AnyCheck>
  readonly lists: Lists
}

/**
 * One finding per criterion that a check establishes for this kind of subject. What was not seen is `unknown` with the
 * reason; what is asked of public bodies only is `not-applicable` to others. Throws if a criterion names a check that
 * does not exist, which the catalogue's own validation prevents.
 */
export function judge(evidence: Evidence, watched: Subject, rules: Rules): Finding[] {
  const at = evidence.ended
  // Checks know a website by its host; where on it the visit began stands in the pages.
  const subject = { ...watched, address: partsOf(watched.address).host }
  return rules.catalogue.norms.flatMap((norm) =>
    norm.criteria.flatMap((criterion) => {
      if (criterion.means.by !== 'check' || !criterion.subjects.includes(subject.kind)) return []
      const verdict =
        criterion.onlyPublicBodies && !subject.publicBody
          ? { verdict: 'not-applicable' as const, reason: 'not-public-body', seen: {} }
          : established(evidence, subject, criterion, criterion.means, rules)
      return [{ norm: norm.id, criterion: criterion.id, ...verdict, strength: 'measured' as const, at }]
    }),
  )
}

function established(
  evidence: Evidence,
  subject: Subject,
  criterion: Criterion,
  means: Extract<Criterion['means'], { by: 'check' }>,
  rules: Rules,
): { verdict: VerdictWord; reason: string; seen: Seen } {
  const check = rules.checks.get(means.check)
  if (!check) throw new Error(`${criterion.id}: check ${means.check} does not exist`)
  const seen: Partial<Record<Key, unknown>> = {}
  for (const key of Object.keys(check.needs) as Key[]) {
    const found = sightingsOf(evidence, key)
    if ('why' in found)
      return { verdict: 'unknown', reason: `unseen.${found.why}`, seen: { probe: key, detail: found.detail } }
    seen[key] = found.value
  }
  const answer = check.judge(seen as SeenBy<Key> as never, {
    subject,
    at: evidence.ended,
    options: means.options,
    lists: rules.lists,
  })
  const verdict = check.reasons[answer.reason]
  if (!verdict) throw new Error(`check ${check.id} gave the undeclared reason ${answer.reason}`)
  return { verdict, reason: answer.reason, seen: answer.seen ?? {} }
}

const PAGE_KEYS: ReadonlySet<Key> = new Set<PageKey>(['session', 'axe'])

/** What was seen of one kind of evidence, or why not. Of pages: those that were seen, if any. */
function sightingsOf(evidence: Evidence, key: Key): { value: unknown } | { why: Unseen; detail: string } {
  if (!PAGE_KEYS.has(key)) {
    const record = evidence.host.find(({ probe }) => probe === (key as HostKey))
    if (!record) return { why: 'probe-failed', detail: 'not looked at' }
    return record.result.seen
      ? { value: record.result.value }
      : { why: record.result.why, detail: record.result.detail }
  }
  const records = evidence.pages.filter(({ probe }) => probe === key)
  const sightings = records.flatMap(({ page, role, phase, profile, result }) =>
    result.seen ? [{ page, role, phase, profile, value: result.value }] : [],
  )
  if (sightings.length > 0) return { value: sightings }
  const first = records.find(({ result }) => !result.seen)?.result
  return first && !first.seen
    ? { why: first.why, detail: first.detail }
    : { why: 'probe-failed', detail: 'not looked at' }
}
