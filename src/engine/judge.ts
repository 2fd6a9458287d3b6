/**
 * Holds evidence against every measured criterion of the catalogue. Pure: old evidence can be judged anew when a norm
 * changes.
 */
import { partsOf } from '../lib/domain.ts'
import type { AnyCheck, Lacking, SeenBy } from '../model/check.ts'
import type { Evidence, HostKey, Key, Phase, Profile, Statements, Unseen } from '../model/evidence.ts'
import type { Finding, Seen, VerdictWord } from '../model/finding.ts'
import type { Lists } from '../model/lists.ts'
import type { Catalogue, Criterion } from '../model/norm.ts'
import type { Subject } from '../model/subject.ts'
import { DOUBT, lackingOf, upheld } from './reading/extent.ts'
import { asVisited } from './reading/statements-visited.ts'

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
      return [
        {
          norm: norm.id,
          criterion: criterion.id,
          ...verdict,
          strength: 'measured' as const,
          source: 'visit' as const,
          at,
        },
      ]
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
  const lacking: Lacking[] = []
  for (const [key, need] of Object.entries(check.needs) as [Key, Need][]) {
    const found = need === true ? hostSeen(evidence, key) : pagesSeen(evidence, key, need, check.profiles ?? COMPUTER)
    if ('why' in found)
      return { verdict: 'unknown', reason: `unseen.${found.why}`, seen: { probe: key, detail: found.detail } }
    seen[key] = found.value
    lacking.push(...found.lacking)
  }
  const answer = check.judge(seen as SeenBy<Key> as never, {
    subject,
    at: evidence.ended,
    options: means.options,
    lists: rules.lists,
  })
  return upheld(check, answer, lacking)
}

type Need = true | readonly Phase[]
type Found = { value: unknown; lacking: readonly Lacking[] } | { why: Unseen; detail: string }

const NOT_LOOKED = { why: 'probe-failed', detail: 'not looked at' } as const

function hostSeen(evidence: Evidence, key: Key): Found {
  const result = evidence.host.find(({ probe }) => probe === (key as HostKey))?.result
  if (!result) return NOT_LOOKED
  if (!result.seen) return result
  const value = key === 'statements' ? asVisited(result.value as Statements, evidence.pages) : result.value
  return { value, lacking: lackingOf(value, null) }
}

const COMPUTER: readonly Profile[] = ['desktop']

/**
 * The pages of these phases, in these guises, on which it was seen, if any; one that should have been seen and was not
 * is a lack too.
 */
function pagesSeen(evidence: Evidence, key: Key, phases: readonly Phase[], profiles: readonly Profile[]): Found {
  const records = evidence.pages.filter(
    ({ probe, phase, profile }) => probe === key && phases.includes(phase) && profiles.includes(profile),
  )
  const sightings = records.flatMap(({ page, role, phase, profile, result }) =>
    result.seen ? [{ page, role, phase, profile, value: result.value }] : [],
  )
  if (sightings.length === 0) return records.flatMap(({ result }) => (result.seen ? [] : [result]))[0] ?? NOT_LOOKED
  const missed = records.flatMap(({ page, result }) =>
    !result.seen && DOUBT.has(result.why) ? [{ page, part: null, lack: 'page-unseen' as const }] : [],
  )
  return { value: sightings, lacking: [...sightings.flatMap(({ page, value }) => lackingOf(value, page)), ...missed] }
}
