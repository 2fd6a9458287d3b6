/** Draws the sample, reads what was drawn, and writes the second look. */
import { v7 as uuid } from 'uuid'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { closeTasks, openTask } from '../../../db/tasks.ts'
import { addWorkingDays } from '../../../lib/working-days.ts'
import type { Asked } from '../../../web/desk/route.ts'
import { caseNumber, pathOf } from '../address.ts'
import { drawSample } from '../rules/sample.ts'

export type Row = { readonly id: string; readonly no: number; readonly title: string; readonly createdAt: Date }
export type Draw = {
  readonly id: string
  readonly no: number
  readonly seed: string
  readonly at: Date
  readonly drawn: readonly string[]
  readonly among: readonly string[]
}
const COLUMNS = ['id', 'no', 'title', 'created_at as createdAt'] as const

/** Signed as without effect and in no draw yet. */
const waiting = (tx: Tx, municipality: string): Promise<Row[]> =>
  tx
    .selectFrom('case_file')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .where('id', 'in', (select) =>
      select
        .selectFrom('case_step')
        .select('case_file')
        .where('municipality', '=', municipality)
        .where('to_state', '=', 'no-effect'),
    )
    .where(
      sql<boolean>`not exists (select from sample_draw d where d.municipality = case_file.municipality
        and case_file.id = any(d.among))`,
    )
    .orderBy('no')
    .execute()

/** The latest twenty draws with the cases in them, and what was found when those were looked at again. */
export async function overview({ tx, municipality, who }: Asked<Tx>) {
  const draws = await tx
    .selectFrom('sample_draw')
    .select(['id', 'no', 'seed', 'at', 'drawn', 'among'])
    .where('municipality', '=', municipality.id)
    .orderBy('no', 'desc')
    .limit(20)
    .execute()
  const ids = draws.flatMap(({ drawn }) => drawn)
  const rows =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('case_file')
          .select([...COLUMNS, 'author'])
          .where('municipality', '=', municipality.id)
          .where('id', 'in', ids)
          .execute()
  const rechecks = await tx
    .selectFrom('recheck')
    .select(['case_file', 'draw', 'agrees', 'text'])
    .where('municipality', '=', municipality.id)
    .execute()
  const signed = await signersOf(tx, municipality.id, ids)
  return {
    draws,
    /** Of which whoever asks is no other. */
    own: new Set(rows.filter((row) => isOwn(row, signed, who.id)).map(({ id }) => id)),
    rows: new Map(rows.map((row) => [row.id, row])),
    rechecks: new Map(rechecks.map((each) => [`${each.draw} ${each.case_file}`, each])),
    open: await waiting(tx, municipality.id),
  }
}

/** The drawn case that waits for a second look, who signed it first, and why this person may not look. */
export async function drawnCase({ tx, municipality, params, who }: Asked<Tx>) {
  const row = await tx
    .selectFrom('case_file')
    .select([...COLUMNS, 'handler', 'author', 'state'])
    .where('municipality', '=', municipality.id)
    .where('id', '=', params['case']!)
    .executeTakeFirst()
  const draw =
    row &&
    (await tx
      .selectFrom('sample_draw')
      .select('id')
      .where('municipality', '=', municipality.id)
      .where(sql<boolean>`${row.id} = any(drawn)`)
      .where(
        sql<boolean>`not exists (select from recheck r where r.municipality = sample_draw.municipality
          and r.draw = sample_draw.id and r.case_file = ${row.id})`,
      )
      .executeTakeFirst())
  if (!row || !draw) return undefined
  return { row, draw, own: isOwn(row, await signersOf(tx, municipality.id, [row.id]), who.id) }
}

/** Who signed these cases as without effect. */
const signersOf = (tx: Tx, municipality: string, cases: readonly string[]) =>
  cases.length === 0
    ? []
    : tx
        .selectFrom('case_step')
        .select(['case_file', 'by'])
        .where('municipality', '=', municipality)
        .where('case_file', 'in', cases)
        .where('to_state', '=', 'no-effect')
        .execute()

/** Whether this person wrote or signed it: then another looks again. */
const isOwn = (
  row: { readonly id: string; readonly author: string | null },
  signed: Awaited<ReturnType<typeof signersOf>>,
  person: string,
): boolean => row.author === person || signed.some((step) => step.case_file === row.id && step.by === person)

/** Draws a tenth of what waits, publishes the seed and asks an adviser to look; undefined when nothing waits. */
export async function draw(
  tx: Tx,
  municipality: string,
  by: string,
  today: string,
): Promise<{ readonly drawn: number; readonly among: number } | undefined> {
  const open = await waiting(tx, municipality)
  if (open.length === 0) return undefined
  // The seed is made at the draw itself: nobody knows beforehand which cases it will hit.
  const [seed, id] = [randomBytes(16).toString('hex'), uuid()]
  // By their numbers, which are public: so anyone can do it again.
  const numbers = drawSample(
    open.map((row) => String(row.no)),
    seed,
  )
  const drawn = open.filter((row) => numbers.includes(String(row.no))).map((row) => row.id)
  const { no } = await tx
    .selectFrom('sample_draw')
    .select(sql<number>`coalesce(max(no), 0)::int`.as('no'))
    .where('municipality', '=', municipality)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('sample_draw')
    .values({ municipality, id, no: no + 1, seed, among: open.map((row) => row.id), drawn, by })
    .execute()
  await tx
    .insertInto('published.sample_draw')
    .values({
      municipality,
      no: no + 1,
      at: new Date(),
      seed,
      among: open.map((row) => row.no),
      drawn: numbers.map(Number),
    })
    .execute()
  for (const row of open.filter((each) => drawn.includes(each.id))) {
    await openTask(tx, municipality, {
      kind: 'recheck',
      object: `case/${row.id}`,
      whom: { role: 'adviser' },
      text: `Bekijk opnieuw of ${caseNumber(row)} ${row.title} geen effect heeft`,
      path: `/balie/zaken/${row.id}/herbekijken`,
      dueOn: addWorkingDays(today, 10),
    })
  }
  await record(tx, municipality, {
    act: 'sample.drawn',
    object: `sample/${id}`,
    detail: { seed, among: open.length, drawn: drawn.length },
  })
  return { drawn: drawn.length, among: open.length }
}

/** Writes the second look of another person; a handler is asked to test after all what has an effect. */
export async function recheck(
  { tx, municipality, who }: Asked<Tx>,
  { row, draw }: NonNullable<Awaited<ReturnType<typeof drawnCase>>>,
  agrees: boolean,
  text: string,
): Promise<void> {
  await tx
    .insertInto('recheck')
    .values({ municipality: municipality.id, case_file: row.id, draw: draw.id, agrees, text, by: who.id })
    .execute()
  await closeTasks(tx, municipality.id, `case/${row.id}`, ['recheck'])
  if (!agrees && row.handler !== null)
    await openTask(tx, municipality.id, {
      kind: 'test-after-all',
      object: `case/${row.id}`,
      whom: { person: row.handler },
      text: `Toets ${caseNumber(row)} ${row.title} alsnog volledig`,
      path: pathOf(row),
      dueOn: null,
    })
  await record(tx, municipality.id, { act: 'sample.rechecked', object: `case/${row.id}`, detail: { agrees } })
}
