/** What the author does with conditions and with opinions not to do it; and whether an adapted condition is enough. */
import { sql } from 'kysely'
import { record } from '../../../db/audit.ts'
import { closeTasks } from '../../../db/tasks.ts'
import type { ReactionKind } from '../../../vocabulary/case.ts'
import { caseNumber, objectOf, pathOf } from '../address.ts'
import { ask, type Doing } from './ask.ts'
import type { Case, Condition, Reaction } from './rows.ts'

/** Of an adapted condition the one who asked it is asked whether it is enough; without a word it counts as weaker. */
export async function react(
  doing: Doing,
  { row }: Case,
  condition: Condition & { readonly giver: string },
  kind: ReactionKind,
  text: string,
): Promise<void> {
  const { tx, municipality, who } = doing
  await tx
    .insertInto('reaction')
    .values({
      municipality,
      case_file: row.id,
      condition: condition.id,
      no: condition.reactions.length + 1,
      kind,
      text,
      by: who.id,
    })
    .execute()
  await closeTasks(tx, municipality, objectOf(row), [`weigh.${condition.id}`])
  await record(tx, municipality, {
    act: 'case.reaction',
    object: objectOf(row),
    detail: { condition: condition.id, kind },
  })
  if (kind === 'adapt')
    await ask(doing, {
      kind: `weigh.${condition.id}`,
      object: objectOf(row),
      whom: { person: condition.giver },
      text: `Is uw voorwaarde zo goed genoeg? ${caseNumber(row)} ${row.title}`,
      path: `${pathOf(row)}/voorwaarde/${condition.id}`,
      dueOn: null,
    })
}

/** Answers an opinion or advice not to do it, or not this way, in the version that it has now. */
export async function answerRefusal(
  { tx, municipality, who }: Doing,
  { row }: Case,
  { about, version }: { readonly about: string; readonly version: number },
  text: string,
): Promise<void> {
  const { no } = await tx
    .selectFrom('author_answer')
    .select(sql<number>`coalesce(max(no), 0)::int`.as('no'))
    .where('municipality', '=', municipality)
    .where('case_file', '=', row.id)
    .where('about', '=', about)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('author_answer')
    .values({ municipality, case_file: row.id, about, version, no: no + 1, text, by: who.id })
    .execute()
  await record(tx, municipality, { act: 'case.answered', object: objectOf(row), detail: { about } })
}

/** Says of an adapted condition whether it still does what was asked. */
export async function weighReaction(
  { tx, municipality, who }: Doing,
  { row }: Case,
  condition: string,
  { no }: Pick<Reaction, 'no'>,
  verdict: 'enough' | 'weaker',
  text: string,
): Promise<void> {
  await tx
    .insertInto('reaction_verdict')
    .values({ municipality, case_file: row.id, condition, reaction: no, verdict, text, by: who.id })
    .execute()
  await closeTasks(tx, municipality, objectOf(row), [`weigh.${condition}`])
  await record(tx, municipality, {
    act: 'case.condition-weighed',
    object: objectOf(row),
    detail: { condition, verdict },
  })
}
