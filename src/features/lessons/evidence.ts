/** Hands the count of a lesson over as a total of a pledge: declared, until a verifier confirms it. */
import type { Tx } from '../../db/as.ts'
import { countedFindings, keepCount } from '../../db/counted-findings.ts'
import { promisedNow } from '../../db/covenants.ts'
import type { PledgeTerms } from '../../model/covenant.ts'
import type { Lesson } from '../../model/lesson.ts'
import { daysOf, proofWords } from './totals.ts'
import { takesPart, type GroupCode } from './store.ts'

/** A pledge that counts people, of a norm that lessons serve. */
export type Open = { readonly covenant: string; readonly covenantTitle: string; readonly pledge: PledgeTerms }

const normOf = (criterion: string): string => criterion.split('.')[0]!

/** Whether a lesson serves the norm that a pledge counts for. */
export const serves = ({ norms }: Lesson, { pledge }: Open): boolean =>
  pledge.criterion !== null && norms.includes(normOf(pledge.criterion))

/** The pledges to which whoever has this code can hand something over. */
export async function openPledges(
  tx: Tx,
  municipality: string,
  { organisation }: Pick<GroupCode, 'organisation'>,
  lessons: readonly Lesson[],
): Promise<readonly Open[]> {
  const open: Open[] = []
  for (const { id, title, state, pledges } of await promisedNow(tx, municipality)) {
    if (state !== 'in-force' || !(await takesPart(tx, municipality, id, organisation))) continue
    for (const pledge of pledges) {
      const one = { covenant: id, covenantTitle: title, pledge }
      if (pledge.method === 'counts' && lessons.some((lesson) => serves(lesson, one))) open.push(one)
    }
  }
  return open
}

export type Handing = {
  readonly open: Open
  readonly lesson: Lesson
  /** YYYY-MM. */
  readonly from: string
  readonly to: string
  readonly sum: number
  readonly staff: number
}

/** Keeps it; what stood of the same period stays beside it. False when somebody else was first. */
export async function handOver(
  tx: Tx,
  municipality: string,
  by: string,
  { organisation }: Pick<GroupCode, 'organisation'>,
  { open: { covenant, pledge }, lesson, from, to, sum, staff }: Handing,
): Promise<boolean> {
  const period = daysOf(from, to)
  const all = await countedFindings(tx, municipality, covenant, [pledge.id])
  const replaced = new Set(all.map(({ replaces }) => replaces))
  const earlier = all.find(
    (each) =>
      each.organisation === organisation &&
      each.from === period.from &&
      each.to === period.to &&
      !replaced.has(each.id),
  )
  const kept = await keepCount(tx, municipality, by, {
    covenant,
    pledge: pledge.id,
    organisation,
    criterion: pledge.criterion ?? '',
    ...period,
    // More often than there are people: of those nobody was left out, and the proof tells how often.
    count: Math.min(sum, staff),
    among: staff,
    proof: proofWords(lesson, sum, staff, [from, to]),
    upload: null,
    replaces: earlier?.id ?? null,
  })
  return kept !== undefined
}
