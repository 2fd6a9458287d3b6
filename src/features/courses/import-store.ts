/** The own entries as a file is held against them, and what it does to them. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { addCourse, changeCourse } from './course-store.ts'
import type { Plan, Planned, There } from './import-plan.ts'
import { addPlace, changePlace, endEntry, placesToChoose, type Course, type Place } from './store.ts'

type By = { readonly municipality: string; readonly person: string; readonly organisation: string | null }

/** What this keeper keeps, also what is over: an organisation its own, staff those of the municipality. */
export async function entriesOf(tx: Tx, { municipality, organisation }: By): Promise<There> {
  const mine = organisation === null ? ('is' as const) : ('=' as const)
  const places = await tx
    .selectFrom('help_place')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('organisation', mine, organisation)
    .orderBy('no')
    .execute()
  const courses = await tx
    .selectFrom('course')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('organisation', mine, organisation)
    .orderBy('no')
    .execute()
  const shown = await tx
    .selectFrom('published.help_offer')
    .select([sql<string>`told ->> 'id'`.as('id'), 'keeper', 'district', 'x', 'y'])
    .where('municipality', '=', municipality)
    .execute()
  const off = await tx
    .selectFrom('course_session')
    .select(['course', 'held_on', 'starts'])
    .where('municipality', '=', municipality)
    .where('cancelled', '=', true)
    .execute()
  const calledOff = new Map<string, Set<string>>()
  for (const { course, held_on: on, starts } of off)
    calledOff.set(course, (calledOff.get(course) ?? new Set()).add(`${on} ${starts}`))
  return {
    shown: new Map(shown.map(({ id, ...more }) => [id, more])),
    calledOff,
    organisation,
    places: places.map((each): Place => ({ ...each, keeper: null })),
    courses: courses.map((each): Course => ({ ...each, keeper: null })),
    choose: await placesToChoose(tx, municipality),
  }
}

/** Writes what was planned: places first, for a course may be at one that the same file brings. */
export async function carryOut(tx: Tx, by: By, { added, changed, ended }: Plan): Promise<void> {
  for (const { kind, id } of ended) await endEntry(tx, by.municipality, kind, id, 'ended')
  const all = [...added, ...changed]
  const brought = new Map<string, string>()
  for (const each of all)
    if (each.kind === 'place') brought.set(each.name.trim().toLowerCase(), await keepPlace(tx, by, each))
  for (const each of all) {
    if (each.kind !== 'course') continue
    const row = each.at === '' ? each.row : { ...each.row, place: brought.get(each.at) ?? null }
    if (each.id === undefined) await addCourse(tx, by, row, each.meetings)
    else await changeCourse(tx, by, each.id, row, each.meetings)
  }
}

async function keepPlace(tx: Tx, by: By, { id, row }: Planned & { readonly kind: 'place' }): Promise<string> {
  if (id === undefined) return addPlace(tx, by, row)
  await changePlace(tx, by, id, row)
  return id
}
