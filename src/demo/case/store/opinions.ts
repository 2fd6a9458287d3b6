/** The opinions that were asked and given in a case of the demo. */
import { v7 as uuid } from 'uuid'
import { openTask } from '../../../db/tasks.ts'
import { addTerm } from '../../../lib/working-days.ts'
import type { Stance } from '../../../vocabulary/case.ts'
import { ROLE_NAMES } from '../../../vocabulary/roles.ts'
import { isoDay, moment } from '../moments.ts'
import type { Telling } from './telling.ts'

const OPINION: Readonly<Record<string, Stance>> = {
  geen_bezwaar: 'no-objection',
  voorwaarden: 'conditions',
  bezwaar: 'against',
}

/** Asks each opinion, and gives those that were given, with their conditions. */
export async function tellOpinions(telling: Telling, handler: string): Promise<void> {
  const { municipality, demo } = telling
  const asked = telling.clock
  const latest = (demo.adviezen ?? [])
    .map(({ termijn }) => isoDay(moment(termijn, telling.today)))
    .toSorted()
    .at(-1)
  if (latest !== undefined) await telling.update({ due_on: latest })
  for (const { van, als, termijn, wanneer, oordeel, tekst, voorwaarden, antwoord } of demo.adviezen ?? []) {
    const [request, dueOn] = [uuid(), isoDay(moment(termijn, telling.today))]
    const person = als === 'adviser' ? telling.person(van).id : null
    await telling.as(handler, (tx) =>
      tx
        .insertInto('opinion_request')
        .values({
          municipality,
          id: request,
          case_file: telling.id,
          round: 0,
          role: als,
          person,
          by: telling.person(handler).id,
          at: asked,
          due_on: dueOn,
        })
        .execute(),
    )
    if (oordeel === null || tekst === null) {
      if (telling.demo.staat === 'reviews')
        await telling.as(handler, (tx) =>
          openTask(tx, municipality, {
            kind: `opinion.${request}`,
            object: `case/${telling.id}`,
            whom: person === null ? { role: als } : { person },
            text: `Geef advies als ${ROLE_NAMES[als]} over ${demo.titel}`,
            path: `/balie/zaken/${telling.id}/advies/${request}`,
            dueOn,
          }),
        )
      continue
    }
    if (wanneer !== null) telling.at(wanneer)
    if (antwoord !== undefined) telling.answers.push({ about: `advies-${request}`, text: antwoord })
    const opinion = uuid()
    await telling.as(van, async (tx) => {
      await tx
        .insertInto('opinion')
        .values({
          municipality,
          id: opinion,
          case_file: telling.id,
          request,
          no: 1,
          stance: OPINION[oordeel]!,
          text: tekst,
          by: telling.person(van).id,
          function: telling.person(van).functie,
          at: wanneer === null ? telling.clock : moment(wanneer, telling.today),
        })
        .execute()
      for (const [index, condition] of voorwaarden.entries()) {
        const id = uuid()
        telling.conditions.set(condition.id, id)
        telling.givers.set(condition.id, van)
        await tx
          .insertInto('opinion_condition')
          .values({
            municipality,
            id,
            case_file: telling.id,
            opinion,
            no: index + 1,
            text: condition.tekst,
            owner: telling.person(demo.indiener).id,
            due_on: addTerm(isoDay(moment(demo.besluitdatum, telling.today)), { months: 3, regime: 'none' }),
          })
          .execute()
      }
    })
  }
}
