/** The measures and the re-evaluations of a case of the demo. */
import { v7 as uuid } from 'uuid'
import { openTask } from '../../../db/tasks.ts'
import { addTerm } from '../../../lib/working-days.ts'
import { isoDay, moment } from '../moments.ts'
import type { Telling } from './telling.ts'

const RETEST = {
  nieuwe_versie: 'version',
  ander_doel: 'purpose',
  nieuwe_leverancier: 'supplier',
  incident: 'incident',
  datum: 'date',
} as const

/** Measures with their proof, and re-evaluations. */
export async function tellMeasures(telling: Telling, handler: string): Promise<void> {
  const { municipality, demo } = telling
  for (const { tekst, voorwaarde, eigenaar, klaar, bewijs, gecontroleerd_door: checked } of demo.maatregelen ?? []) {
    const id = uuid()
    await telling.as(handler, (tx) =>
      tx
        .insertInto('measure')
        .values({
          municipality,
          id,
          case_file: telling.id,
          text: tekst,
          condition: telling.conditions.get(voorwaarde ?? '') ?? null,
          owner: telling.person(eigenaar).id,
          due_on: isoDay(moment(klaar, telling.today)),
          by: telling.person(handler).id,
          at: telling.at(),
          state: bewijs === undefined ? 'open' : checked === undefined ? 'proven' : 'done',
        })
        .execute(),
    )
    if (bewijs !== undefined)
      await telling.as(eigenaar, (tx) =>
        tx
          .insertInto('measure_proof')
          .values({ municipality, measure: id, no: 1, text: bewijs, by: telling.person(eigenaar).id, at: telling.at() })
          .execute(),
      )
    if (bewijs !== undefined && checked !== undefined)
      await telling.as(checked, (tx) =>
        tx
          .insertInto('measure_proof')
          .values({
            municipality,
            measure: id,
            no: 2,
            text: 'Nagekeken en akkoord.',
            verdict: 'accepted',
            by: telling.person(checked).id,
            at: telling.at(),
          })
          .execute(),
      )
    if (bewijs === undefined)
      await telling.as(handler, (tx) =>
        openTask(tx, municipality, {
          kind: `measure.${id}`,
          object: `measure/${id}`,
          whom: { person: telling.person(eigenaar).id },
          text: `Voer uit: ${tekst.slice(0, 120)}`,
          path: `/balie/zaken/${telling.id}/maatregelen/${id}`,
          dueOn: isoDay(moment(klaar, telling.today)),
        }),
      )
  }
  for (const { aanleiding, wanneer, toelichting } of demo.hertoets ?? []) {
    await telling.as(handler, (tx) =>
      tx
        .insertInto('retest')
        .values({
          municipality,
          id: uuid(),
          case_file: telling.id,
          kind: RETEST[aanleiding],
          text: toelichting,
          due_on:
            wanneer === undefined
              ? addTerm(isoDay(telling.clock), { months: 24, regime: 'none' })
              : isoDay(moment(wanneer, telling.today)),
          by: telling.person(handler).id,
        })
        .execute(),
    )
  }
}
