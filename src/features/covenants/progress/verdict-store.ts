/** Writes what people say of a pledge: the verdict, who gives it, what a party answers, what was looked at. */
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../../db/as.ts'
import { closeTasks, handTasks, openTask } from '../../../db/tasks.ts'
import type { Calculated, PledgeTerms } from '../../../model/covenant.ts'
import { VERIFIER_TASK, verifierObject, VERIFYING } from '../owner-store.ts'
import { progressPlace } from './frame.tsx'
import type { Note } from './store.ts'
import { ofMunicipality, type Verdict, type Word } from './verdict-rules.ts'

type ToSay = Pick<
  Verdict,
  'pledge' | 'whole' | 'organisation' | 'outcome' | 'metOn' | 'daysLate' | 'proof' | 'seenOn' | 'due' | 'objectUntil'
> &
  Pick<Verdict, 'planDue' | 'reason' | 'replaces'> & { readonly covenant: string; readonly calculated: Calculated }

/** Says it, signed; undefined when somebody else was first, or what it corrects was corrected before. */
export async function giveVerdict(tx: Tx, municipality: string, by: string, said: ToSay): Promise<string | undefined> {
  const { metOn, daysLate, seenOn, objectUntil, planDue, calculated, ...rest } = said
  const added = await tx
    .insertInto('pledge_verdict')
    .values({
      ...rest,
      municipality,
      id: uuid(),
      by,
      met_on: metOn,
      days_late: daysLate,
      seen_on: seenOn,
      object_until: objectUntil,
      plan_due: planDue,
      calculated: JSON.stringify(calculated),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

/** Names somebody in the place of the verifier of the terms; false when another was named meanwhile. */
export async function nameVerifier(
  tx: Tx,
  municipality: string,
  by: string,
  named: { covenant: string; pledge: string; no: number; person: string; reason: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('pledge_verifier')
    .values({ ...named, municipality, by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Another verifies a pledge: what waits for the one before goes along, and nobody is asked for somebody else. */
export async function verifierChanges(
  tx: Tx,
  municipality: string,
  covenant: string,
  pledge: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const object = verifierObject(covenant, pledge)
  await closeTasks(tx, municipality, object, [VERIFIER_TASK])
  const waiting = await tx
    .selectFrom('task')
    .select('object')
    .where('municipality', '=', municipality)
    .where('person', '=', from)
    .where('done_at', 'is', null)
    .where('path', 'like', `${progressPlace({ id: covenant }, { id: pledge })}/%`)
    .where('kind', 'in', VERIFYING)
    .execute()
  await handTasks(tx, municipality, {
    objects: waiting.map((each) => each.object),
    kinds: VERIFYING,
    from: { person: from },
    to,
  })
}

/** Asks for the plan of a miss: of whom it is about, and where that is the municipality, of who watches over it. */
export async function askPlan(
  tx: Tx,
  municipality: string,
  covenant: { readonly id: string },
  pledge: Pick<PledgeTerms, 'id' | 'title' | 'owner'>,
  verdict: Pick<Verdict, 'id' | 'whole' | 'organisation' | 'planDue'> & { readonly name?: string },
): Promise<void> {
  const ours = ofMunicipality(verdict)
  const place = progressPlace(covenant, pledge)
  await openTask(tx, municipality, {
    kind: 'pledge-plan',
    object: `pledge_verdict/${verdict.id}`,
    whom: { person: pledge.owner.person },
    text: ours
      ? `Schrijf het verbeterplan voor “${pledge.title}”`
      : `Let op het verbeterplan voor “${pledge.title}”${verdict.name ? ` van ${verdict.name}` : ''}`,
    path: ours ? `${place}/oordeel/${verdict.id}/verbeterplan` : `${place}#oordelen`,
    dueOn: verdict.planDue,
  })
}

/** Says something to a verdict, or answers what was said. The database numbers it. */
export async function sayTo(
  tx: Tx,
  municipality: string,
  by: string,
  word: { verdict: string; kind: Word['kind']; organisation: string | null; text: string },
): Promise<void> {
  await tx
    .insertInto('pledge_word')
    .values({ ...word, municipality, no: 0, by })
    .execute()
}

/** Writes down what happened at a pledge on a day. */
export async function writeNote(
  tx: Tx,
  municipality: string,
  by: string,
  note: Pick<Note, 'kind' | 'organisation' | 'on' | 'text' | 'upload'> & { covenant: string; pledge: string },
): Promise<void> {
  await tx
    .insertInto('pledge_note')
    .values({ ...note, municipality, id: uuid(), by })
    .execute()
}

/** Whether this person gave the verdict, and whether the last plan for it is of the same hand: another answers it. */
export async function wroteOf(tx: Tx, municipality: string, verdict: string, person: string) {
  const given = await tx
    .selectFrom('pledge_verdict')
    .select('by')
    .where('municipality', '=', municipality)
    .where('id', '=', verdict)
    .executeTakeFirst()
  const plan = await tx
    .selectFrom('pledge_word')
    .select('by')
    .where('municipality', '=', municipality)
    .where('verdict', '=', verdict)
    .where('kind', '=', 'plan')
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { verdict: given?.by === person, plan: plan?.by === person }
}
