/** What is about to stop counting becomes a task in time. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { endingBetween } from '../../db/noted-findings.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { lastDayOf } from '../../scoring/counting.ts'
import { day, number } from '../../web/language.ts'

/** Days before. */
const SOON = 30
const [NOTED_TASK, PUBLICATION_TASK] = ['noted-ends', 'publication-ends'] as const

const soon = (today: string): string => daysAfter(today, SOON)

/** A task for each month in which findings of people stop counting, and one for the newest publication. */
export async function tellEnding(tx: Tx, round: Round): Promise<number> {
  return (await tellNoted(tx, round)) + (await tellPublication(tx, round))
}

async function tellNoted(tx: Tx, { municipality: { id }, today }: Round): Promise<number> {
  const rows = await endingBetween(tx, id, { from: today, until: soon(today), task: NOTED_TASK })
  for (const { month, first, count } of rows)
    await openTask(tx, id, {
      kind: NOTED_TASK,
      object: `findings/${month}`,
      whom: { role: 'policy-officer' },
      text:
        count === 1
          ? `Een bevinding van mensen telt tot en met ${day('nl', first)}: laat opnieuw kijken`
          : `${number('nl', count)} bevindingen van mensen tellen binnenkort niet meer, de eerste na ` +
            `${day('nl', first)}: laat opnieuw kijken`,
      path: `/balie/bevindingen?tot=${month}`,
      dueOn: first,
    })
  return rows.length
}

/** When the first of the newest publication stops counting; undefined where nothing does. */
export async function publicationEnds(tx: Tx, municipality: string) {
  const { rows } = await sql<{ no: number; from: string | null; months: number | null }>`
    select p.no, p.summary::jsonb ->> 'from' as from,
      (select min((n ->> 'reviewMonths')::int) from jsonb_array_elements(p.catalogue::jsonb -> 'norms') n
        where n @? '$.criteria[*].means ? (@.by == "check")') as months
    from published.publication p where p.municipality = ${municipality} and not p.provisional
    order by p.no desc limit 1`.execute(tx)
  const [last] = rows
  return last && last.from !== null && last.months !== null
    ? { no: last.no, on: lastDayOf(last.from, last.months) }
    : undefined
}

async function tellPublication(tx: Tx, { municipality: { id }, today }: Round): Promise<number> {
  const ends = await publicationEnds(tx, id)
  const object = ends && `publication/${ends.no}`
  await closeTasksThat(tx, id, PUBLICATION_TASK, sql`object is distinct from ${object ?? null}`, 'itself')
  if (ends === undefined || ends.on > soon(today)) return 0
  const told = await tx
    .selectFrom('task')
    .select('id')
    .where('municipality', '=', id)
    .where('kind', '=', PUBLICATION_TASK)
    .where('object', '=', object!)
    .executeTakeFirst()
  if (told) return 0
  await openTask(tx, id, {
    kind: PUBLICATION_TASK,
    object: object!,
    whom: { role: 'publisher' },
    text: `Van publicatie ${ends.no} tellen de eerste metingen tot en met ${day('nl', ends.on)}: meet en publiceer`,
    path: '/balie/bevindingen#publicatie',
    dueOn: ends.on,
  })
  return 1
}
