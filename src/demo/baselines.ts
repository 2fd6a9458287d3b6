/**
 * Fills the nulmeting by people of the demo city: every organisation answers for itself, and only what it shares is to
 * be seen.
 */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { DemoSelfAssessment } from '../../test/city/desk/read.ts'
import { asPerson } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { createForm } from '../db/forms.ts'
import { figuresOf, VARIANT_OF } from '../features/baseline/rules.ts'
import type { Answers, Questionnaire } from '../model/questionnaire.ts'

export type Moment = (when: { readonly over_dagen: number } | { readonly dagen_geleden: number }) => Date
const STATES = {
  uitgenodigd: 'invited',
  bezig: 'running',
  afgerond: 'done',
  afgeslagen: 'declined',
  vertrokken: 'left',
} as const

/**
 * Those that are not there yet. `confirmer`: the account manager who confirmed the groups. Throws the signal's reason.
 */
export async function fillBaselines(
  db: Db,
  municipality: string,
  all: readonly DemoSelfAssessment[],
  questionnaire: Questionnaire,
  moment: Moment,
  confirmer: string,
  signal: AbortSignal,
): Promise<void> {
  const organisations = new Map(
    (await db.selectFrom('organisation').select(['id', 'name']).where('municipality', '=', municipality).execute()).map(
      ({ id, name }) => [name, id],
    ),
  )
  const there = new Set(
    (await db.selectFrom('baseline').select('organisation').where('municipality', '=', municipality).execute()).map(
      ({ organisation }) => organisation,
    ),
  )
  for (const each of all) {
    signal.throwIfAborted()
    const organisation = organisations.get(each.organisatie)
    if (organisation !== undefined && !there.has(organisation))
      await one(db, municipality, each, organisation, questionnaire, moment, confirmer)
  }
}

async function one(
  db: Db,
  municipality: string,
  each: DemoSelfAssessment,
  organisation: string,
  questionnaire: Questionnaire,
  moment: Moment,
  confirmer: string,
): Promise<void> {
  const email = each.contact ?? `contact-${organisation.slice(-12)}@voorbeeld.test`
  const state = STATES[each.staat]
  const base = { municipality, organisation, email, invited_by: confirmer, invited_at: moment(each.uitgenodigd) }
  const measurements = each.metingen ?? []
  if (measurements.length === 0 || state === 'left' || state === 'declined') {
    await db
      .insertInto('baseline')
      .values({
        ...base,
        id: uuid(),
        year: moment(each.uitgenodigd).getUTCFullYear(),
        state,
        ended_at: each.beantwoord ? moment(each.beantwoord) : null,
      })
      .execute()
    return
  }
  const person =
    (await db
      .selectFrom('person')
      .select('id')
      .where('municipality', '=', municipality)
      .where('email', '=', email)
      .executeTakeFirst()) ??
    (await db
      .insertInto('person')
      .values({
        municipality,
        id: uuid(),
        email,
        name: `Namens ${each.organisatie}`,
        function: 'namens de organisatie',
        roles: ['partner'],
        organisation,
        state: 'active',
      })
      .returning('id')
      .executeTakeFirstOrThrow())
  let earlier: string | null = null
  for (const [index, { begonnen, afgerond, antwoorden, toelichtingen, gedeeld }] of measurements.entries()) {
    const [at, last] = [moment(begonnen), index === measurements.length - 1]
    const given: Answers = Object.fromEntries(
      Object.entries({ ...each.profiel, ...antwoorden }).map(([id, value]) => [
        id,
        { value, reason: toelichtingen[id] ?? '' },
      ]),
    )
    const cluster = each.cluster?.gekozen ?? null
    const variant = cluster === null ? 'short' : VARIANT_OF(questionnaire, cluster)
    const year = at.getUTCFullYear()
    earlier = await asPerson(db, { municipality, person: person.id, organisation }, 'write', async (tx) => {
      const form = await createForm(tx, municipality, questionnaire, { by: person.id, organisation, variant, earlier })
      await tx
        .insertInto('answer')
        .values(
          Object.entries(given).map(([question, { value, reason }]) => ({
            municipality,
            form,
            question,
            no: 1,
            value: JSON.stringify(value),
            reason,
            by: person.id,
            at,
          })),
        )
        .execute()
      if (gedeeld.length > 0)
        await tx
          .insertInto('answer_share')
          .values(gedeeld.map((question) => ({ municipality, form, question, by: person.id })))
          .execute()
      if (afgerond !== null && cluster !== null) {
        for (const { question, value } of figuresOf(questionnaire, given, variant))
          await sql`select keep_baseline_figure(${year}, ${cluster}, ${question.id}, ${value})`.execute(tx)
      }
      return form
    })
    await db
      .insertInto('baseline')
      .values({
        ...base,
        id: uuid(),
        year,
        form: earlier,
        state: afgerond === null ? 'running' : last ? state : 'done',
        started_at: at,
        done_at: afgerond === null ? null : moment(afgerond),
        cluster,
        cluster_proposed: each.cluster?.voorgesteld ?? null,
        cluster_reason: each.cluster?.reden ?? '',
        cluster_by_organisation: person.id,
        cluster_confirmed_by: afgerond === null ? null : confirmer,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    if (afgerond !== null)
      await db
        .updateTable('form')
        .set({ closed_at: moment(afgerond) })
        .where('municipality', '=', municipality)
        .where('id', '=', earlier)
        .execute()
  }
}
