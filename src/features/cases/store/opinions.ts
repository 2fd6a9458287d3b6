/** Opinions: asked of all at the same time, given and given anew, read with their conditions and reactions. */
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { closeTasks, openTask } from '../../../db/tasks.ts'
import type { Stance } from '../../../vocabulary/case.ts'
import { type Role, ROLE_NAMES } from '../../../vocabulary/roles.ts'
import { caseNumber, objectOf, pathOf } from '../address.ts'
import { ask, type Doing } from './ask.ts'
import { dropDraft } from './drafts.ts'
import type { Case, RequestRow } from './rows.ts'

/** Every request for an opinion with all that was said on it, oldest first. */
export async function requestsOf(tx: Tx, municipality: string, id: string): Promise<RequestRow[]> {
  const [requests, opinions, conditions, reactions, verdicts] = [
    await tx
      .selectFrom('opinion_request')
      .select([
        'id',
        'round',
        'role',
        'person',
        'due_on as dueOn',
        'at',
        'escalated_at as escalatedAt',
        'replaces',
        'reason',
      ])
      .where('municipality', '=', municipality)
      .where('case_file', '=', id)
      .orderBy('round')
      .orderBy('at')
      .orderBy('id')
      .execute(),
    await tx
      .selectFrom('opinion')
      .select(['id', 'request', 'no', 'stance', 'text', 'by', 'function', 'at'])
      .where('municipality', '=', municipality)
      .where('case_file', '=', id)
      .orderBy('no')
      .execute(),
    await tx
      .selectFrom('opinion_condition')
      .select(['id', 'opinion', 'no', 'text', 'owner', 'due_on as dueOn'])
      .where('municipality', '=', municipality)
      .where('case_file', '=', id)
      .orderBy('no')
      .execute(),
    await tx
      .selectFrom('reaction')
      .select(['condition', 'no', 'kind', 'text', 'by', 'at'])
      .where('municipality', '=', municipality)
      .where('case_file', '=', id)
      .orderBy('no')
      .execute(),
    await tx
      .selectFrom('reaction_verdict')
      .select(['condition', 'reaction', 'verdict', 'text', 'by'])
      .where('municipality', '=', municipality)
      .where('case_file', '=', id)
      .execute(),
  ]
  return requests.map((request) => ({
    ...request,
    opinions: opinions
      .filter((opinion) => opinion.request === request.id)
      .map((opinion) => ({
        ...opinion,
        conditions: conditions
          .filter((condition) => condition.opinion === opinion.id)
          .map((condition) => ({
            ...condition,
            reactions: reactions
              .filter((reaction) => reaction.condition === condition.id)
              .map((reaction) => ({
                ...reaction,
                verdict:
                  verdicts.find((each) => each.condition === condition.id && each.reaction === reaction.no) ?? null,
              })),
          })),
      })),
  }))
}

export type Whom = { readonly role: Role; readonly person: string | null }
/** Asks opinions of all of them at the same time, each with the same term. */
export async function askOpinions(doing: Doing, { row }: Case, whom: readonly Whom[], dueOn: string): Promise<void> {
  const { tx, municipality, who } = doing
  await tx
    .updateTable('case_file')
    .set({ due_on: dueOn })
    .where('municipality', '=', municipality)
    .where('id', '=', row.id)
    .execute()
  for (const { role, person } of whom) {
    const id = uuid()
    const added = await tx
      .insertInto('opinion_request')
      .values({ municipality, id, case_file: row.id, round: row.round, role, person, by: who.id, due_on: dueOn })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added)
      await ask(doing, {
        kind: `opinion.${id}`,
        object: objectOf(row),
        whom: person === null ? { role } : { person },
        text: `Geef advies als ${ROLE_NAMES[role]} over ${caseNumber(row)} ${row.title}`,
        path: `${pathOf(row)}/advies/${id}`,
        dueOn,
      })
  }
  await record(tx, municipality, {
    act: 'case.opinions-asked',
    object: objectOf(row),
    detail: { whom: whom.map(({ role }) => role) },
  })
}

export type NewOpinion = {
  readonly stance: Stance
  readonly text: string
  readonly conditions: readonly { readonly text: string; readonly owner: string; readonly dueOn: string }[]
}
/** Gives an opinion, or a newer version of one: what was said before stays. */
export async function giveOpinion(
  doing: Doing,
  { row, questions }: Case,
  request: RequestRow,
  opinion: NewOpinion,
): Promise<void> {
  const { tx, municipality, who } = doing
  const id = uuid()
  await tx
    .insertInto('opinion')
    .values({
      municipality,
      id,
      case_file: row.id,
      request: request.id,
      no: request.opinions.length + 1,
      stance: opinion.stance,
      text: opinion.text,
      by: who.id,
      function: who.function,
    })
    .execute()
  for (const [index, { text, owner, dueOn }] of opinion.conditions.entries())
    await tx
      .insertInto('opinion_condition')
      .values({ municipality, id: uuid(), case_file: row.id, opinion: id, no: index + 1, text, owner, due_on: dueOn })
      .execute()
  await dropDraft(doing, request.id)
  await closeTasks(tx, municipality, objectOf(row), [
    `opinion.${request.id}`,
    `late.${request.id}`,
    `above.${request.id}`,
    ...questions.filter((each) => each.request === request.id).map(({ id: asked }) => `answered.${asked}`),
  ])
  await record(tx, municipality, {
    act: 'case.opinion',
    object: objectOf(row),
    detail: { request: request.id, stance: opinion.stance, version: request.opinions.length + 1 },
  })
  if (row.state === 'decision' && (opinion.conditions.length > 0 || ['against', 'revise'].includes(opinion.stance)))
    await ask(doing, {
      kind: 'react',
      object: objectOf(row),
      whom: { person: row.author },
      text: `Reageer op een nieuw advies over ${caseNumber(row)} ${row.title}`,
      path: pathOf(row),
      dueOn: null,
    })
  if (row.handler !== null && row.state === 'opinions') {
    await openTask(tx, municipality, {
      kind: 'opinions-in',
      object: objectOf(row),
      whom: { person: row.handler },
      text: `Bekijk de adviezen over ${caseNumber(row)} ${row.title}`,
      path: pathOf(row),
      dueOn: null,
    })
  }
}
