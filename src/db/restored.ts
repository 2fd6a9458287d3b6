/**
 * What is put back stands beside until its rows are in the database: then it goes to its place. Who is killed in
 * between leaves it to the next who opens, and the database tells which way: in, or away.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { sql, type Kysely } from 'kysely'
import { Trouble } from '../lib/trouble.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

/** A folder in the making, or with everything in it. */
const BESIDE = /^restore-[0-9a-f-]{36}(\.part)?$/

/** The folder in which the files of a backup wait for their rows. */
export const besideOf = (data: string, id: string): string => path.join(data, `restore-${id}`)

/** Leaves word in the transaction that puts the rows back: which folder they came with. */
export const leaveMark = (id: string) => sql`comment on table kysely_migration is ${sql.lit(`restore-${id}`)}`

/** Whether the rows that came with this folder are here. */
async function isMarked(db: Kysely<Tables>, name: string): Promise<boolean> {
  const { rows } = await sql<{ mark: string | null }>`
    select obj_description('kysely_migration'::regclass, 'pg_class') as mark`.execute(db)
  return rows[0]!.mark === name
}

/** Work that nobody else does here at the same time. Throws Trouble when somebody does. */
export async function alone<T>(db: Kysely<Tables>, work: () => Promise<T>): Promise<T> {
  const done = await inTurn(db, 'restore', work)
  if (done === 'busy') throw new Trouble('hier wordt op dit moment een back-up teruggezet. Wacht tot dat klaar is')
  return done
}

/** Brings what stands beside to its place when its rows are in the database, and else takes it away. */
export async function settle(db: Kysely<Tables>, data: string): Promise<void> {
  for (const name of waiting(data)) {
    const beside = path.join(data, name)
    if (await isMarked(db, name)) moveIn(beside, data)
    rmSync(beside, { recursive: true, force: true })
  }
}

/** The same for who opens an installation: nearly always nothing stands there. */
export async function settleAtOpening(db: Kysely<Tables>, data: string): Promise<void> {
  if (waiting(data).length > 0) await alone(db, () => settle(db, data))
}

const waiting = (data: string): string[] =>
  existsSync(data) ? readdirSync(data).filter((name) => BESIDE.test(name)) : []

/** File by file, so that it can be done again from wherever it was broken off. */
function moveIn(beside: string, data: string): void {
  for (const each of readdirSync(beside, { recursive: true, withFileTypes: true })) {
    if (!each.isFile()) continue
    const from = path.join(each.parentPath, each.name)
    const to = path.join(data, path.relative(beside, from))
    mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 })
    renameSync(from, to)
  }
}
