/** Reminds of an opinion, asks it of a named substitute, or tells whoever is above the handler. */
import { day } from '../../../web/language.ts'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { record } from '../../../db/audit.ts'
import { queueMessage } from '../../../db/messages.ts'
import { closeTasks } from '../../../db/tasks.ts'
import { addWorkingDays } from '../../../lib/working-days.ts'
import { ROLE_NAMES } from '../../../vocabulary/roles.ts'
import { caseNumber, objectOf, pathOf } from '../address.ts'
import { ask, type Doing, endOfLetter } from './ask.ts'
import { tell } from './events.ts'
import type { Named } from './people.ts'
import type { Case, RequestRow } from './rows.ts'

/** Mails whoever can give it, once a day; gives how many those are. */
export async function remind(doing: Doing, file: Case, request: RequestRow): Promise<number | 'today'> {
  const { tx, municipality, origin, today } = doing
  const { row } = file
  const people = await tx
    .selectFrom('person')
    .select(['id', 'email', 'name'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'active')
    .where('id', '!=', row.author)
    .where((where) =>
      request.person === null ? sql<boolean>`${sql.val(request.role)} = any(roles)` : where('id', '=', request.person),
    )
    .execute()
  const queued = []
  const end = await endOfLetter(tx, municipality)
  for (const person of people)
    queued.push(
      await queueMessage(tx, municipality, {
        recipient: person.email,
        person: person.id,
        kind: 'reminder',
        key: `reminder/opinion/${request.id}/${person.id}/${today}`,
        subject: `Herinnering: geef advies over ${caseNumber(row)} ${row.title}`,
        body:
          `Beste ${person.name},\n\nWij vroegen u om advies als ${ROLE_NAMES[request.role]} over ${row.title}. De ` +
          `afgesproken datum is ${day('nl', request.dueOn)}. Lukt dat niet? Laat weten wanneer ` +
          `wel. Is geen advies nodig? Onderteken dan dat.\n\n` +
          `Hier kunt u verder:\n${origin}${pathOf(row)}/advies/${request.id}\n\n` +
          end,
      }),
    )
  if (people.length > 0 && !queued.includes(true)) return 'today'
  if (people.length > 0) {
    await tell(doing, file, 'reminded', `Herinnerd aan het advies van de ${ROLE_NAMES[request.role]}.`)
    await record(tx, municipality, {
      act: 'case.opinion-reminded',
      object: objectOf(row),
      detail: { request: request.id },
    })
  }
  return people.length
}

/** The request goes to a named person. It gets ten working days again when its own day is past. */
export async function replace(
  doing: Doing,
  file: Case,
  request: RequestRow,
  person: Named,
  reason: string,
): Promise<void> {
  const { tx, municipality, who, today } = doing
  const { row } = file
  const id = uuid()
  const dueOn = request.dueOn > today ? request.dueOn : addWorkingDays(today, 10)
  await tx
    .insertInto('opinion_request')
    .values({
      municipality,
      id,
      case_file: row.id,
      round: row.round,
      role: request.role,
      person: person.id,
      by: who.id,
      due_on: dueOn,
      replaces: request.id,
      reason,
    })
    .execute()
  if (row.dueOn === null || row.dueOn < dueOn)
    await tx
      .updateTable('case_file')
      .set({ due_on: dueOn })
      .where('municipality', '=', municipality)
      .where('id', '=', row.id)
      .execute()
  await closeTasks(tx, municipality, objectOf(row), [
    `opinion.${request.id}`,
    `late.${request.id}`,
    `above.${request.id}`,
  ])
  const role = ROLE_NAMES[request.role]
  await tell(doing, file, 'request-replaced', `${person.name} geeft het advies van de ${role}. ${reason}`)
  await record(tx, municipality, {
    act: 'case.opinion-replaced',
    object: objectOf(row),
    detail: { request: request.id, person: person.id },
  })
  await ask(doing, {
    kind: `opinion.${id}`,
    object: objectOf(row),
    whom: { person: person.id },
    text: `Geef advies als ${role} over ${caseNumber(row)} ${row.title}`,
    path: `${pathOf(row)}/advies/${id}`,
    dueOn,
  })
}

/**
 * Whoever decides about the case is above its handler. `alone`: nobody can stand in, so the administrator is asked to
 * appoint somebody.
 */
export async function escalate(doing: Doing, file: Case, request: RequestRow, alone: boolean): Promise<void> {
  const { tx, municipality, today } = doing
  const { row, facts } = file
  const role = ROLE_NAMES[request.role]
  await ask(doing, {
    kind: `above.${request.id}`,
    object: objectOf(row),
    whom: facts.decisionMaker === null ? { role: 'decision-maker' } : { person: facts.decisionMaker },
    text: `Zorg dat het advies van de ${role} er komt: ${caseNumber(row)} ${row.title}`,
    path: `${pathOf(row)}/advies/${request.id}/opvragen`,
    dueOn: addWorkingDays(today, 2),
  })
  if (alone)
    await ask(doing, {
      kind: `appoint.${request.role}`,
      object: `role/${request.role}`,
      whom: { role: 'administrator' },
      text: `Wijs nog iemand aan met de rol ${role}: er wacht een advies`,
      path: '/balie/beheer/mensen',
      dueOn: addWorkingDays(today, 2),
    })
  await tell(doing, file, 'escalated', `De beslisser is gevraagd om te zorgen voor het advies van de ${role}.`)
  await record(tx, municipality, {
    act: 'case.opinion-escalated',
    object: objectOf(row),
    detail: { request: request.id },
  })
}
