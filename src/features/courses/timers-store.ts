/** What happens by itself: who gives a course is asked to phone, who keeps an entry to look; who signed up is wiped. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { keepersOf } from '../../db/keeper.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { checkBefore, PHONE_BEFORE } from '../../vocabulary/help.ts'
import { FORGET_SIGN_UPS_AFTER_DAYS } from '../../vocabulary/retention.ts'
import { day } from '../../web/language.ts'

const DOORS = { role: 'policy-officer', ours: '/balie/hulp', theirs: '/balie/onze-hulp' } as const

const isOpen = (kind: string, object: string) => sql<boolean>`exists (select from task t
  where t.municipality = ${sql.ref('k.municipality')} and t.kind = ${kind} and t.done_at is null
    and t.object = ${object} || k.id)`

/** Days before a course begins its provider is asked to phone who has a place: there is no e-mail. Gives how many. */
export async function remindToPhone(tx: Tx, { municipality: { id: municipality }, today }: Round): Promise<number> {
  const rows = await tx
    .selectFrom('course as k')
    .select(['k.id', 'k.title', 'k.organisation', 'k.starts_on as startsOn'])
    .where('k.municipality', '=', municipality)
    .where('k.state', '=', 'active')
    .where('k.taken', '>', 0)
    .where('k.starts_on', '>=', today)
    .where('k.starts_on', '<=', daysAfter(today, PHONE_BEFORE))
    .where(
      sql<boolean>`not exists (select from task t where t.municipality = k.municipality and t.kind = 'course-remind'
        and t.object = 'course/' || k.id)`,
    )
    .limit(500)
    .execute()
  for (const { id, title, startsOn, organisation } of rows)
    for (const { whom, base } of await keepersOf(tx, municipality, organisation, DOORS))
      await openTask(tx, municipality, {
        kind: 'course-remind',
        object: `course/${id}`,
        whom,
        text: `Bel iedereen met een plaats: ${title} begint op ${day('nl', startsOn)}`,
        path: `${base}/cursus/${id}`,
        dueOn: daysAfter(startsOn, -1),
      })
  const over = sql<boolean>`exists (select from course k where k.municipality = task.municipality
    and task.object = 'course/' || k.id and (k.starts_on < ${today}::date or k.state = 'ended'))`
  return rows.length + (await closeTasksThat(tx, municipality, 'course-remind', over, 'itself'))
}

/** Before it says on the site that nobody looked, whoever keeps it is asked to. Gives how many are asked. */
export async function askToCheck(tx: Tx, { municipality: { id: municipality }, today }: Round): Promise<number> {
  const before = checkBefore(today)
  const places = await tx
    .selectFrom('help_place as k')
    .select(['k.id', 'k.name', 'k.organisation'])
    .where('k.municipality', '=', municipality)
    .where('k.state', '=', 'active')
    .where('k.checked_on', '<=', before)
    .where((where) => where.not(isOpen('help-check', 'help-place/')))
    .limit(500)
    .execute()
  const courses = await tx
    .selectFrom('course as k')
    .select(['k.id', 'k.title as name', 'k.organisation'])
    .where('k.municipality', '=', municipality)
    .where('k.state', '=', 'active')
    .where('k.checked_on', '<=', before)
    .where('k.ends_on', '>=', today)
    .where((where) => where.not(isOpen('help-check', 'course/')))
    .limit(500)
    .execute()
  const all = [
    ...places.map((each) => ({ ...each, object: `help-place/${each.id}`, path: `/plek/${each.id}` })),
    ...courses.map((each) => ({ ...each, object: `course/${each.id}`, path: `/cursus/${each.id}` })),
  ]
  for (const { name, object, path, organisation } of all)
    for (const { whom, base } of await keepersOf(tx, municipality, organisation, DOORS))
      await openTask(tx, municipality, {
        kind: 'help-check',
        object,
        whom,
        text: `Kijk na of dit nog klopt: ${name}`,
        path: `${base}${path}`,
        dueOn: null,
      })
  const looked = sql<boolean>`exists (select from help_place k where k.municipality = task.municipality
      and task.object = 'help-place/' || k.id and (k.checked_on > ${before}::date or k.state = 'ended'))
    or exists (select from course k where k.municipality = task.municipality
      and task.object = 'course/' || k.id
      and (k.checked_on > ${before}::date or k.state = 'ended' or k.ends_on < ${today}::date))`
  return all.length + (await closeTasksThat(tx, municipality, 'help-check', looked, 'itself'))
}

/** Names and numbers of who signed up go, so long after the course. Gives how many. */
export async function forgetSignUps(tx: Tx, municipality: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select wall.forget_signups(${municipality}::uuid, ${FORGET_SIGN_UPS_AFTER_DAYS}) as gone`.execute(tx)
  return rows[0]!.gone
}
