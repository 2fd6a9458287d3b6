/** The reports of readers, as the desk reads and answers them. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { closeTasks, openTask } from '../../db/tasks.ts'
import type { Given } from './rules.ts'

/** Reports on a page of the list. */
export const SIZE = 50

/** The open ones by their day, or those that were answered, the newest first; one more than a page if there is one. */
export const listReports = (tx: Tx, municipality: string, open: boolean, page: number) =>
  tx
    .selectFrom('report')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality', '=', 'report.municipality').onRef('person.id', '=', 'report.handler'),
    )
    .leftJoin('person as meant', (join) =>
      join.onRef('meant.municipality', '=', 'report.municipality').onRef('meant.id', '=', 'report.named'),
    )
    .select([
      'report.id',
      'report.kind',
      'report.title',
      'report.state',
      'report.due_on as dueOn',
      'report.created_at as at',
      'report.closed_at as closedAt',
      'person.name as handler',
      'meant.name as named',
    ])
    .where('report.municipality', '=', municipality)
    .where('report.closed_at', open ? 'is' : 'is not', null)
    .$if(open, (query) => query.orderBy('report.due_on'))
    .$if(!open, (query) => query.orderBy('report.closed_at', 'desc'))
    .orderBy('report.id')
    .limit(SIZE + 1)
    .offset((page - 1) * SIZE)
    .execute()
export type Listed = Awaited<ReturnType<typeof listReports>>[number]

/** How many wait for an answer of ours, and how many of those should have had one. `today`: YYYY-MM-DD. */
export const countReports = (tx: Tx, municipality: string, today: string) =>
  tx
    .selectFrom('report')
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`(count(*) filter (where state = 'open' and due_on < ${today}::date))::int`.as('late'),
    ])
    .where('municipality', '=', municipality)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()

/** One report, without the address of who wrote it. `to-change`: nobody else changes it until this work is done. */
export const reportById = (tx: Tx, municipality: string, id: string, why: 'to-read' | 'to-change') =>
  tx
    .selectFrom('report')
    .select([
      'id',
      'kind',
      'path',
      'seen',
      'title',
      'text',
      'part',
      'name',
      sql<boolean>`email <> ''`.as('mails'),
      'lang',
      'secret',
      'state',
      'told',
      'due_on as dueOn',
      'handler',
      'named',
      'created_at as at',
      'closed_at as closedAt',
    ])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .$if(why === 'to-change', (query) => query.forUpdate())
    .executeTakeFirst()
export type Report = NonNullable<Awaited<ReturnType<typeof reportById>>>

/** Where its reporter gets mail; empty: nowhere (any more). */
export async function addressOfReporter(tx: Tx, municipality: string, id: string): Promise<string> {
  const row = await tx
    .selectFrom('report')
    .select('email')
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.email ?? ''
}

/** What was said after it, the oldest first. */
export const wordsOf = (tx: Tx, municipality: string, report: string) =>
  tx
    .selectFrom('report_word')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality', '=', 'report_word.municipality').onRef('person.id', '=', 'report_word.by'),
    )
    .select(['no', 'step', 'outcome', 'text', 'at', 'person.name as by'])
    .where('report_word.municipality', '=', municipality)
    .where('report_word.report', '=', report)
    .orderBy('no')
    .execute()
export type Said = Awaited<ReturnType<typeof wordsOf>>[number]

const nameOf = async (tx: Tx, municipality: string, person: string | null): Promise<string | undefined> =>
  person === null
    ? undefined
    : (
        await tx
          .selectFrom('person')
          .select('name')
          .where('municipality', '=', municipality)
          .where('id', '=', person)
          .executeTakeFirst()
      )?.name
/** Who has it now; undefined: nobody took it. */
export const handlerOf = (tx: Tx, municipality: string, { handler }: Report) => nameOf(tx, municipality, handler)
/** Who is named for its page, and may answer; undefined: nobody is. */
export const namedOf = (tx: Tx, municipality: string, { named }: Report) => nameOf(tx, municipality, named)

const pathOf = (id: string): string => `/balie/meldingen/${id}`

/** Makes it somebody's own: the task goes from the list of the role to theirs. */
export async function takeReport(tx: Tx, municipality: string, report: Report, by: string, text: string) {
  await tx
    .updateTable('report')
    .set({ handler: by })
    .where('municipality', '=', municipality)
    .where('id', '=', report.id)
    .execute()
  if (report.state !== 'open') return
  const object = `report/${report.id}`
  await closeTasks(tx, municipality, object, 'all')
  const path = pathOf(report.id)
  await openTask(tx, municipality, { kind: 'report', object, whom: { person: by }, text, path, dueOn: report.dueOn })
}

export type Answer = {
  readonly given: Given
  readonly text: string
  readonly by: string
  /** Everybody may read the answer on the page. */
  readonly shown: boolean
}

/** Adds what is said to the reporter of a report that is held, and changes how far it is. `no`: of the word. */
export async function giveAnswer(tx: Tx, municipality: string, report: Report, no: number, answer: Answer) {
  const { given, text, by, shown } = answer
  const outcome = given === 'asked' ? null : given
  await tx
    .insertInto('report_word')
    .values({ municipality, report: report.id, no, step: outcome === null ? 'asked' : 'answered', by, text, outcome })
    .execute()
  await tx
    .updateTable('report')
    .set({
      state: given,
      handler: report.handler ?? by,
      closed_at: outcome === null ? null : sql<Date>`now()`,
      told: shown && outcome !== null && outcome !== 'outside' ? text : '',
    })
    .where('municipality', '=', municipality)
    .where('id', '=', report.id)
    .execute()
  await closeTasks(tx, municipality, `report/${report.id}`, 'all')
}
