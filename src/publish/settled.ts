/**
 * What is worse than published is told when it was seen twice (ADR 0116). Until there was time for a second look an
 * address stays as it was before, whole: its evidence, its pages and what was found rest on one measurement.
 */
import type { Tx } from '../db/as.ts'
import type { FindingRow } from '../db/findings.ts'
import { laterLooks, type Later } from '../db/later-looks.ts'
import { direction, settle, staysWhole } from '../scoring/settle.ts'
import { CONTRADICTS } from '../vocabulary/reason.ts'
import type { CurrentSubject } from './current-store.ts'
import type { Engine } from './engine.ts'
import { earlierEvidence, lastPublication, type Act } from './store.ts'

/** An address that waits for a second look, and of which criteria. */
export type Waiting = {
  readonly subject: string
  readonly organisation: string
  readonly address: string
  readonly criteria: readonly string[]
  /** The visit that it stays as: the newest that saw nothing worse; null: the one that is published. */
  readonly stays: string | null
}
/** Under a subject and a criterion the moments (ISO 8601) of two looks that said otherwise. */
export type Contradicted = ReadonlyMap<string, ReadonlyMap<string, { readonly one: string; readonly other: string }>>

/**
 * What of all subjects waits, and of what two looks contradict each other. What today's rules say of the earlier
 * evidence as well, was seen twice: then the norm or our measuring changed, and nobody waits.
 */
export async function settled(
  tx: Tx,
  engine: Engine,
  act: Pick<Act, 'municipality' | 'apart'>,
  subjects: readonly CurrentSubject[],
): Promise<{ waiting: Waiting[]; contradicted: Contradicted }> {
  const { municipality } = act
  const last = await lastPublication(tx, municipality)
  if (last === undefined) return { waiting: [], contradicted: new Map() }
  const unsure = (await laterLooks(tx, municipality)).map((later) => ({
    ...later,
    how: settle(later.before, later.looks, act.apart),
  }))
  const of = new Map(subjects.flatMap((each) => (each.id === null ? [] : [[each.id, each] as const])))
  const evidence = await earlierEvidence(tx, municipality, last.no, [...of.values()])
  const waiting: Waiting[] = []
  const contradicted = new Map<string, Map<string, ReturnType<typeof momentsOf>>>()
  for (const [subject, all] of Map.groupBy(unsure, (each) => each.subject)) {
    const current = of.get(subject)
    if (current === undefined) continue
    const { kind, address, organisation } = current
    const once = all.some(({ how }) => how === 'waiting')
    const old = once ? evidence.get(subject) : undefined
    const again = old ? await engine.again(old, { kind, address, publicBody: organisation.publicBody }) : undefined
    const byRules = ({ criterion, looks, since, publishedAt }: Later) =>
      again !== undefined && isSame(since, publishedAt) && again.get(criterion)?.verdict === looks[0]!.verdict
    const seen = all.filter((each) => each.how !== 'waiting' || !byRules(each))
    const waits = seen.filter(({ how }) => how === 'waiting')
    if (waits.length > 0 && staysWhole(seen, all[0]!.publishedAt, act.apart)) {
      const criteria = waits.map(({ criterion }) => criterion)
      waiting.push({ subject, organisation: organisation.slug, address, criteria, stays: nothingWorse(all) })
      continue
    }
    const unknown = seen.filter(({ how }) => how !== 'as-seen')
    if (unknown.length > 0) contradicted.set(subject, new Map(unknown.map((each) => [each.criterion, momentsOf(each)])))
  }
  return { waiting, contradicted }
}

/**
 * The newest visit since the publication, and before anything of the address was seen worse, in which all of these
 * criteria were seen; null without one. It would have been published as it is, had somebody published then.
 */
function nothingWorse(all: readonly Later[]): string | null {
  const worse = all.flatMap(({ before, looks }) =>
    looks.flatMap(({ at, verdict }) => (direction(before, verdict) < 0 ? [Date.parse(at)] : [])),
  )
  const [since, until] = [all[0]!.publishedAt.getTime() + 1, Math.min(...worse)]
  const sawAll = (visit: string) =>
    all.every(({ looks }) => looks.some((look) => look.visit === visit && look.verdict !== 'unknown'))
  const before = all[0]!.looks.filter(({ at }) => Date.parse(at) > since && Date.parse(at) < until)
  return before.find(({ visit }) => sawAll(visit))?.visit ?? null
}

// A moment that was published lost its microseconds.
const isSame = (one: Date, other: Date): boolean => Math.abs(one.getTime() - other.getTime()) <= 1

/** The newest look, and the newest before it that said otherwise: at the latest what was published. */
function momentsOf({ looks, since }: Later): { one: string; other: string } {
  const newest = looks[0]!
  const other = looks.find(({ verdict }) => verdict !== newest.verdict && verdict !== 'unknown')
  return { one: new Date(other?.at ?? since).toISOString(), other: new Date(newest.at).toISOString() }
}

/** These findings, where what two looks contradict each other about is unknown. */
export const contradicting = (
  contradicted: Contradicted,
  findings: ReadonlyMap<string, FindingRow[]>,
): Map<string, FindingRow[]> =>
  new Map(
    [...findings].map(([subject, rows]) => {
      const of = contradicted.get(subject)
      return [
        subject,
        rows.map((row) => {
          const moments = of?.get(row.criterion)
          return moments ? { ...row, verdict: 'unknown' as const, reason: CONTRADICTS, seen: moments } : row
        }),
      ]
    }),
  )
