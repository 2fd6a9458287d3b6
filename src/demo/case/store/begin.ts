/** How a case of the demo begins. */
import { createCase } from '../../../features/cases/store/begin.ts'
import type { Questionnaire } from '../../../model/questionnaire.ts'
import { isoDay, moment } from '../moments.ts'
import type { Telling } from './telling.ts'

/** Makes the case that is told from here on. Gives the id of its pre-check. */
export async function tellBegin(
  telling: Telling,
  product: string | null,
  questionnaire: Questionnaire,
): Promise<string> {
  const { demo, municipality, db } = telling
  const regulation =
    demo.regeling === undefined
      ? undefined
      : await db
          .selectFrom('regulation')
          .select('id')
          .where('municipality', '=', municipality)
          .where('title', '=', demo.regeling)
          .executeTakeFirst()
  telling.id = await telling.as(demo.indiener, (tx) =>
    createCase(
      tx,
      municipality,
      telling.person(demo.indiener).id,
      {
        kind: demo.soort,
        title: demo.titel,
        summary: demo.samenvatting,
        intendedOn: isoDay(moment(demo.besluitdatum, telling.today)),
        regulation: regulation?.id ?? null,
        product,
      },
      questionnaire,
    ),
  )
  await telling.update({
    created_at: telling.clock,
    state_since: telling.clock,
    handler: demo.behandelaar === null ? null : telling.person(demo.behandelaar).id,
  })
  const { pre_check: preCheck } = await db
    .selectFrom('case_file')
    .select('pre_check')
    .where('municipality', '=', municipality)
    .where('id', '=', telling.id)
    .executeTakeFirstOrThrow()
  return preCheck!
}
