/** Puts the requests of the demo's residents in the database as they would have come there over the months. */
import type { Insertable } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../db/connect.ts'
import type { Tables } from '../db/tables.ts'
import { newSpokenNumber, spoken } from '../lib/spoken-number.ts'
import type { RequestFigure } from '../model/request.ts'

type Step = Omit<Insertable<Tables['request_step']>, 'municipality' | 'request' | 'no'> & {
  readonly texts: readonly { readonly field: string; readonly text: string }[]
}
export type ToldRequest = {
  readonly requester: Omit<Insertable<Tables['requester']>, 'municipality'>
  readonly again_on: string
  readonly request: Omit<Insertable<Tables['request']>, 'municipality' | 'number'>
  readonly steps: readonly Step[]
  readonly weakness?: Omit<Insertable<Tables['weakness']>, 'municipality' | 'request'>
  readonly note?: Omit<Insertable<Tables['weakness_note']>, 'municipality' | 'request' | 'id'> & {
    readonly thanked: string
    readonly told_on: string
  }
  /** What the task that waits calls it; undefined: nothing waits. */
  readonly task: string | undefined
}

/** Whether the municipality has any. */
export const hasRequests = async (db: Db, municipality: string): Promise<boolean> =>
  (await db.selectFrom('request').select('id').where('municipality', '=', municipality).limit(1).executeTakeFirst()) !==
  undefined

/** All of them at once, or none: whoever stops the demo halfway finds it whole the next time. */
export async function keepTold(db: Db, municipality: string, told: readonly ToldRequest[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const { requester, again_on, request, steps, task, ...weak } of told) {
      const number = newSpokenNumber()
      await tx
        .insertInto('requester')
        .values({ ...requester, municipality, again_on, created_at: request.created_at })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await tx
        .insertInto('request')
        .values({ ...request, municipality, number })
        .execute()
      for (const { texts, ...step } of steps) {
        const { no } = await tx
          .insertInto('request_step')
          .values({ ...step, municipality, request: request.id, no: 1 })
          .returning('no')
          .executeTakeFirstOrThrow()
        if (texts.length > 0)
          await tx
            .insertInto('request_text')
            .values(texts.map((each) => ({ ...each, municipality, request: request.id, no })))
            .execute()
      }
      await keepWeakness(tx, municipality, request.id, weak)
      if (task === undefined) continue
      const whom = request.handler ? { person: request.handler } : { role: request.role }
      await tx
        .insertInto('task')
        .values({
          municipality,
          id: uuid(),
          kind: 'request',
          object: `request/${request.id}`,
          ...whom,
          text: `${request.handler ? 'Beantwoord' : 'Pak op:'} verzoek ${spoken(number)}: ${task}`,
          path: `/balie/verzoeken/${request.id}`,
          due_on: request.due_on,
        })
        .execute()
    }
  })
}

type Weak = Pick<ToldRequest, 'weakness' | 'note'>
async function keepWeakness(tx: Db, municipality: string, request: string, { weakness, note }: Weak): Promise<void> {
  if (weakness)
    await tx
      .insertInto('weakness')
      .values({ ...weakness, municipality, request })
      .execute()
  if (!note) return
  const id = uuid()
  const { title, text, thanked, fixed_on, told_on } = note
  await tx
    .insertInto('weakness_note')
    .values({ ...note, municipality, request, id })
    .execute()
  await tx
    .insertInto('published.weakness')
    .values({ municipality, id, title, text, thanked, fixed_on, told_on })
    .execute()
}

/** The figures of a half year, once. */
export async function keepHalfYear(db: Db, municipality: string, period: string, figures: readonly RequestFigure[]) {
  await db
    .insertInto('published.request_figure')
    .values(figures.map(({ kind, measure, value }) => ({ municipality, period, kind, measure, value })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
