/**
 * What is worse than published is told when it was seen twice (ADR 0116). Until then an address stays as it was
 * published, whole: its evidence, its pages and what was found rest on one measurement.
 */
import type { Tx } from '../db/as.ts'
import type { FindingRow } from '../db/findings.ts'
import { laterLooks, type Later } from '../db/later-looks.ts'
import { settle } from '../scoring/settle.ts'
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
  const unsure = (await laterLooks(tx, municipality)).map((later) => ({ ...later, how: howOf(later, act.apart) }))
  const of = new Map(subjects.flatMap((each) => (each.id === null ? [] : [[each.id, each] as const])))
  const evidence = await earlierEvidence(tx, municipality, last.no, [...of.values()])
  const waiting: Waiting[] = []
  for (const [subject, all] of Map.groupBy(
    unsure.filter(({ how }) => how === 'waiting'),
    (each) => each.subject,
  )) {
    const current = of.get(subject)
    if (current === undefined) continue
    const { kind, address, organisation } = current
    const old = evidence.get(subject)
    const again = old && (await engine.again(old, { kind, address, publicBody: organisation.publicBody }))
    const criteria = all.flatMap(({ criterion, looks, since, publishedAt }) =>
      again && isSame(since, publishedAt) && again.get(criterion)?.verdict === looks[0]!.verdict ? [] : [criterion],
    )
    if (criteria.length > 0) waiting.push({ subject, organisation: organisation.slug, address, criteria })
  }
  const stays = new Set(waiting.map(({ subject }) => subject))
  const contradicts = Map.groupBy(
    unsure.filter(({ how, subject }) => how === 'contradicts' && !stays.has(subject)),
    (each) => each.subject,
  )
  return {
    waiting,
    contradicted: new Map(
      [...contradicts].map(([subject, all]) => [
        subject,
        new Map(all.map((each) => [each.criterion, momentsOf(each)])),
      ]),
    ),
  }
}

// A moment that was published lost its microseconds.
const isSame = (one: Date, other: Date): boolean => Math.abs(one.getTime() - other.getTime()) <= 1

/** Where nothing newer than what is published was seen, there is nothing to wait with: it stays unknown. */
function howOf({ before, looks, publishedAt }: Later, hours: number): ReturnType<typeof settle> {
  const how = settle(before, looks, hours)
  return how === 'waiting' && isSame(new Date(looks[0]!.at), publishedAt) ? 'contradicts' : how
}

/** The newest look, and the newest before it that said otherwise. */
function momentsOf({ looks }: Later): { one: string; other: string } {
  const newest = looks[0]!
  const other = looks.find(({ verdict }) => verdict !== newest.verdict && verdict !== 'unknown') ?? newest
  return { one: new Date(other.at).toISOString(), other: new Date(newest.at).toISOString() }
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
