/** Reads issued annexes and answered questions: the `published` schema and nothing else. */
import type { Db } from '../../db/connect.ts'

const COLUMNS = [
  'no',
  'version',
  'current',
  'title',
  'closes_at as closesAt',
  'stopped',
  'annex',
  'hash',
  'reason',
  'pdf',
  'odt',
  'issued_at as issuedAt',
] as const

/** The newest version of each tender, what closes first at the end; at most so many. */
export const listAnnexes = (db: Db, municipality: string, most: number) =>
  db
    .selectFrom('published.tender')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .where('current', '=', true)
    .orderBy('closes_at', 'desc')
    .orderBy('no', 'desc')
    .limit(most)
    .execute()

/** Every version of one tender, the newest first. */
export const versionsOf = (db: Db, municipality: string, no: number) =>
  db
    .selectFrom('published.tender')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .orderBy('version', 'desc')
    .execute()
export type AnnexVersion = Awaited<ReturnType<typeof versionsOf>>[number]

/** Questions with the answers that all bidders get, the newest first. */
export const questionsOf = (db: Db, municipality: string, tender: number) =>
  db
    .selectFrom('published.tender_question')
    .select(['no', 'question', 'answer', 'at'])
    .where('municipality', '=', municipality)
    .where('tender', '=', tender)
    .orderBy('no', 'desc')
    .execute()
