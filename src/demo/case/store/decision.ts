/** The decision in a case of the demo. */
import { v7 as uuid } from 'uuid'
import { addTerm } from '../../../lib/working-days.ts'
import { isoDay, moment } from '../moments.ts'
import type { Telling } from './telling.ts'

/** Takes the decision, with what it deviates from. */
export async function tellDecision(telling: Telling): Promise<void> {
  const { municipality, demo } = telling
  const decided = demo.besluit!
  const [by, id, at] = [telling.person(decided.door), uuid(), moment(decided.wanneer, telling.today)]
  await telling.as(decided.door, async (tx) => {
    await tx
      .insertInto('decision')
      .values({
        municipality,
        id,
        case_file: telling.id,
        no: 1,
        outcome: decided.uitkomst,
        text: decided.tekst,
        by: by.id,
        name: by.naam,
        function: decided.functie,
        mandate: decided.mandaat,
        decided_on: isoDay(at),
        at,
      })
      .execute()
    const deviations = decided.afwijkingen.map(({ voorwaarde, reden }) => ({
      municipality,
      decision: id,
      about: telling.conditions.get(voorwaarde) ?? voorwaarde,
      text: reden,
    }))
    if (deviations.length > 0) await tx.insertInto('deviation').values(deviations).execute()
  })
  await telling.step(decided.door, 'decided', decided.wanneer)
  await telling.update({
    decision_maker: by.id,
    retest_on: addTerm(isoDay(at), { months: demo.soort === 'product' ? 24 : 36, regime: 'none' }),
  })
}
