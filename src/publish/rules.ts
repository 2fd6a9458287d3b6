/** What a publication tells of findings beside the previous one, and how a city is summed up. Pure. */
import type { VerdictWord } from '../model/finding.ts'
import type { Catalogue } from '../model/norm.ts'
import type { Cause, Change, ThemeSpread, WeightChange } from '../model/publication.ts'
import type { ThemeScore } from '../model/score.ts'
import { direction, distance } from '../scoring/settle.ts'

/** Organisations up to which each gets a dot of its own. */
const DOTS = 300
/** Changes told one by one; beyond that only counted. */
export const TOLD = 50

/** What today's rules say of earlier evidence, and whether whoever looked then looked as we look now. */
export type Again = { readonly verdict: VerdictWord; readonly comparable: boolean }

/**
 * Why a verdict differs from the published one. `again` is what today's rules and program say of the evidence that was
 * published then: if that already gives the new verdict, the subject did not change. `sameAsked`: the norm asks what it
 * asked, so that our own program or lists are others. `elsewhere`: what today's evidence would give, had other parties
 * stayed as they were: the verdict of before means that one of them changed. `unsure`: two looks say otherwise, or did.
 * What is or was not seen (`unseen`) is nobody's change. Where we look otherwise
 * than then, a difference may be the subject's or ours: it is told as ours, never as somebody's doing.
 */
export function causeOf(
  before: VerdictWord | undefined,
  after: VerdictWord,
  again: Again | undefined,
  {
    subjectIsNew,
    sameAsked: asked,
    unseen,
    unsure = false,
    elsewhere,
  }: {
    readonly subjectIsNew: boolean
    readonly sameAsked: boolean
    readonly unseen: boolean
    readonly unsure?: boolean
    readonly elsewhere?: VerdictWord | undefined
  },
): Cause {
  if (before === undefined) return subjectIsNew ? 'first' : 'norm'
  if (before === after) return 'subject'
  if (unsure) return 'unsure'
  if (again?.verdict === after) return asked ? 'measurement' : 'norm'
  if (unseen) return 'unseen'
  if (again?.comparable === false) return 'measurement'
  if (before === 'unknown' || after === 'unknown') return 'unseen'
  return elsewhere === before ? 'provider' : 'subject'
}

/** What is asked of a criterion, without what it is called and how much it counts. */
const askedOf = (catalogue: Catalogue): ReadonlyMap<string, string> =>
  new Map(
    catalogue.norms.flatMap(({ criteria }) =>
      criteria.map(({ id, means, subjects, onlyPublicBodies }) => [
        id,
        JSON.stringify([means, subjects, onlyPublicBodies]),
      ]),
    ),
  )

/** Whether two catalogues ask the same by a criterion. */
export function sameAsked(before: Catalogue | undefined, now: Catalogue): (criterion: string) => boolean {
  if (before === undefined) return () => true
  const [then, today] = [askedOf(before), askedOf(now)]
  return (criterion) => then.get(criterion) === today.get(criterion)
}

/** Every measured criterion that counts otherwise than before, in the order of the catalogue. */
export function weightChanges(before: Catalogue, now: Catalogue): WeightChange[] {
  const weights = (catalogue: Catalogue) =>
    new Map(
      catalogue.norms.flatMap((norm) =>
        norm.criteria
          .filter(({ means }) => means.by === 'check')
          .map(({ id, weight }) => [id, { theme: norm.theme, norm: norm.id, weight }] as const),
      ),
    )
  const [then, today] = [weights(before), weights(now)]
  return [...new Set([...today.keys(), ...then.keys()])].flatMap((criterion) => {
    const { theme, norm } = (today.get(criterion) ?? then.get(criterion))!
    const [from, to] = [then.get(criterion)?.weight ?? null, today.get(criterion)?.weight ?? null]
    return (from ?? 0) === (to ?? 0) ? [] : [{ theme, norm, criterion, from, to }]
  })
}

/** Per theme how the organisations are spread. Themes that this lens never touches are left out. */
export function spread(
  organisations: readonly { slug: string; name: string; themes: readonly ThemeScore[] }[],
  catalogue: Catalogue,
): ThemeSpread[] {
  return catalogue.themes.flatMap(({ id }) => {
    const all = organisations.flatMap(({ slug, name, themes }) => {
      const theme = themes.find((each) => each.theme === id)
      return theme ? [{ slug, name, ...theme }] : []
    })
    const first = all[0]
    if (!first || first.normsTouched === 0) return []
    const scored = all
      .flatMap(({ slug, name, score }) => (score === null ? [] : [{ slug, name, score }]))
      .toSorted((a, b) => a.score - b.score)
    const covered = all.flatMap(({ coverage }) => (coverage === null ? [] : [coverage]))
    const histogram = Array.from({ length: 20 }, () => 0)
    for (const { score } of scored) histogram[Math.min(19, Math.floor(score * 20))]!++
    return [
      {
        theme: id,
        scored: scored.length,
        withheld: all.length - scored.length,
        median: median(scored.map(({ score }) => score)),
        coverage: covered.length === 0 ? null : covered.reduce((sum, each) => sum + each, 0) / covered.length,
        reweighed: all.some(({ reweighed }) => reweighed !== undefined)
          ? median(
              all
                .flatMap(({ reweighed }) => (reweighed === null || reweighed === undefined ? [] : [reweighed]))
                .toSorted((a, b) => a - b),
            )
          : null,
        histogram,
        dots: scored.length <= DOTS ? scored : [],
        normsTouched: first.normsTouched,
        norms: first.norms,
      },
    ]
  })
}

/** The middle of sorted figures; of an even number the mean of the middle two. */
function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * Counts of what got better and worse because the subject or a supplier of it changed, and of what the norm changed;
 * the told ones first by size of the step.
 */
export function tellChanges(changes: readonly Change[]): {
  better: number
  worse: number
  byNorm: number
  byMeasurement: number
  unseen: number
  unsure: number
  changes: Change[]
} {
  const real = changes.filter(({ from, to }) => direction(from, to) !== 0)
  const own = real.filter(({ cause }) => cause === 'subject' || cause === 'provider')
  return {
    better: own.filter(({ from, to }) => direction(from, to) > 0).length,
    worse: own.filter(({ from, to }) => direction(from, to) < 0).length,
    byNorm: real.filter(({ cause }) => cause === 'norm').length,
    byMeasurement: real.filter(({ cause }) => cause === 'measurement').length,
    unseen: changes.filter(({ cause }) => cause === 'unseen').length,
    unsure: changes.filter(({ cause }) => cause === 'unsure').length,
    changes: real.toSorted((a, b) => step(b) - step(a)).slice(0, TOLD),
  }
}

const step = ({ from, to }: Change): number => distance(from, to)
