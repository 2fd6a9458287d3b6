/** A report as its reporter reaches it: by four functions of the database (migrations 028 and 033), by nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Lang } from '../../web/language.ts'
import type { Letter } from '../../model/letter.ts'
import {
  MOST_OPEN_REPORTS,
  REPORTS_A_DAY,
  type ReportKind,
  type ReportOutcome,
  type ReportState,
} from '../../vocabulary/report.ts'
import type { Role } from '../../vocabulary/roles.ts'

export type NewReport = {
  readonly municipality: string
  readonly id: string
  readonly kind: ReportKind
  /** Of the record, and of the page as it was read. */
  readonly path: string
  readonly seen: string
  /** Whose list it comes on when nobody is named for that page, or who is does not take it. */
  readonly role: Role
  /** The fields of an entry that name somebody; empty: none does. */
  readonly contact: string
  readonly owner: string
  readonly title: string
  readonly text: string
  readonly part: string
  readonly name: string
  readonly email: string
  readonly lang: Lang
  /** The hash of the secret of its link. */
  readonly secret: string
  /** YYYY-MM-DD. */
  readonly due_on: string
  /** What the desk reads on its list of tasks. */
  readonly task: string
  readonly mail: Letter
}

/**
 * Keeps a report, once however often it is sent; false when the municipality has too many. `times`: as often the number
 * that is taken.
 */
export async function addReport(db: Db, report: NewReport, times = 1): Promise<boolean> {
  const one = JSON.stringify(report)
  const { rows } = await sql<{ kept: boolean }>`
    select wall.add_report(${one}::jsonb, ${REPORTS_A_DAY * times}, ${MOST_OPEN_REPORTS * times}) as kept`.execute(db)
  return rows[0]!.kept
}

export type Followed = {
  readonly id: string
  readonly kind: ReportKind
  readonly path: string
  readonly seen: string
  readonly title: string
  readonly text: string
  readonly part: string
  /** Whether a name or an address is kept of who reported it, and whether mail goes there. */
  readonly known: boolean
  readonly mails: boolean
  /** The link was mailed; not when that mailbox had three such mails that day. */
  readonly receipt: boolean
  readonly state: ReportState
  /** YYYY-MM-DD. */
  readonly due: string
  /** The answer stands on the public page too. */
  readonly told: boolean
  readonly at: string
  readonly words: readonly {
    readonly step: 'added' | 'asked' | 'answered'
    readonly outcome: ReportOutcome | null
    readonly text: string
    readonly at: string
  }[]
}

/** The report with this secret, by its hash; undefined: there is none. */
export async function followed(db: Db, municipality: string, hash: string): Promise<Followed | undefined> {
  const { rows } = await sql<{ one: Followed | null }>`
    select wall.read_report(${municipality}, ${hash}) as one`.execute(db)
  return rows[0]?.one ?? undefined
}

export type Addition = {
  readonly text: string
  /** Whose list it comes on when nobody has the report. */
  readonly role: Role
  readonly task: string
  /** By when there is an answer, when it was answered before. */
  readonly due: string
}

/** Adds what a reporter says later. `enough`: first the municipality. */
export async function addToReport(
  db: Db,
  municipality: string,
  hash: string,
  { text, role, task, due }: Addition,
): Promise<'added' | 'missing' | 'enough'> {
  const { rows } = await sql<{ done: 'added' | 'missing' | 'enough' }>`
    select wall.add_to_report(${municipality}, ${hash}, ${text}, ${role}, ${task}, ${due}::date)
      as done`.execute(db)
  return rows[0]!.done
}

/** Takes name and address of the reporter away, at once; what was written stays. */
export async function forgetReporter(db: Db, municipality: string, hash: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select wall.forget_reporter(${municipality}, ${hash}) as done`.execute(db)
  return rows[0]!.done
}
