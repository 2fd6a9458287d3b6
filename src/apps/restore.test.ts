/** What is put back is put back whole or not at all, also when the archive is wrong or the work is killed. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { migrationsOf } from '../db/copy.ts'
import { settleAtOpening } from '../db/restored.ts'
import { LONGEST_LINE } from './archive-read.ts'
import { restore } from './restore.ts'

let database: TestDatabase
let migrations: readonly string[]
beforeAll(async () => {
  database = await testDatabase()
  migrations = await migrationsOf(database.db)
})
afterAll(() => database.close())

const folder = () => mkdtempSync(path.join(tmpdir(), 'leidraad-terug-'))
const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.relative(dir, path.join(each.parentPath, each.name)))
    .toSorted()
const base64 = (text: string) => Buffer.from(text).toString('base64')
const KEY = { file: 'sleutel', base64: base64('uit de kopie') }
const UPLOAD = { file: 'uploads/ab/abc', base64: base64('bestand') }
const ROWS = {
  table: 'public.municipality',
  rows: [{ id: '01910000-0000-7000-8000-000000000001', slug: 'leiden', name: 'Leiden', created_at: '2026-11-27' }],
}

/** An archive of these lines, with the hash that belongs to them: somebody made it so on purpose. */
function archive(...lines: readonly unknown[]): string {
  const texts = [{ leidraad: 1, at: '', migrations }, ...lines].map((line) => `${JSON.stringify(line)}\n`)
  const end = `${JSON.stringify({ end: createHash('sha256').update(texts.join('')).digest('hex') })}\n`
  const file = path.join(folder(), 'kopie.gz')
  writeFileSync(file, gzipSync([...texts, end].join('')))
  return file
}
const isEmpty = async () => (await sql`select from municipality`.execute(database.db)).rows.length === 0

test.each<[string, readonly unknown[], RegExp]>([
  ['a table that is not there', [{ table: 'public.geheim', rows: [{}] }], /tabel die hier niet is/],
  ['a table of the server', [{ table: 'pg_catalog.pg_authid', rows: [{}] }], /tabel die hier niet is/],
  ['rows that do not fit', [{ table: 'public.person', rows: [{ id: 'x' }] }], /niet passen in tabel public\.person/],
  ['a place outside', [{ file: '../sleutel', base64: '' }], /plaats buiten/],
  ['a place outside, further on', [{ file: 'uploads/../../x', base64: '' }], /plaats buiten/],
  ['a place below a file', [{ file: 'running.json', base64: '' }], /plaats buiten/],
  ['the same place twice', [KEY], /twee keer/],
  ['what is no line', [{ hallo: 1 }], /regel 5 is geen regel/],
  ['rows that are no list', [{ table: 'public.person', rows: {} }], /regel 5 is geen regel/],
  ['nothing', [null], /regel 5 is geen regel/],
])('%s: nothing changes, and a whole one goes in after it', async (_, wrong, why) => {
  const data = folder()
  writeFileSync(path.join(data, 'sleutel'), 'van hier')
  await expect(restore(database.db, data, archive(KEY, UPLOAD, ROWS, ...wrong))).rejects.toThrow(why)
  expect(filesIn(data)).toEqual(['sleutel'])
  expect(readFileSync(path.join(data, 'sleutel'), 'utf8')).toBe('van hier')
  expect(await isEmpty()).toBe(true)
  expect(await restore(database.db, data, archive(KEY, UPLOAD, ROWS))).toEqual({ rows: 1, files: 2 })
  expect(filesIn(data)).toEqual(['sleutel', 'uploads/ab/abc'])
  expect(readFileSync(path.join(data, 'sleutel'), 'utf8')).toBe('uit de kopie')
  await sql`delete from audit_head`.execute(database.db)
  await sql`delete from municipality`.execute(database.db)
})

test('a line without end, and files that do not fit on the disk, are told', async () => {
  const data = folder()
  const long = path.join(data, 'lang.gz')
  writeFileSync(long, gzipSync(Buffer.alloc(LONGEST_LINE + 100_000, 'a')))
  await expect(restore(database.db, data, long)).rejects.toThrow(/regel 1 is langer dan 64 MB/)
  await expect(restore(database.db, data, archive(KEY, UPLOAD), { room: 15 })).rejects.toThrow(/er is 0 MB vrij/)
  expect(filesIn(data)).toEqual(['lang.gz'])
})

test('who stops it keeps what was there', async () => {
  const data = folder()
  const signal = AbortSignal.abort(new Error('gestopt'))
  await expect(restore(database.db, data, archive(KEY, UPLOAD, ROWS), { signal })).rejects.toThrow('gestopt')
  expect([filesIn(data), await isEmpty()]).toEqual([[], true])
})

test('what stood beside when somebody was killed goes in with its rows, or away without them', async () => {
  const data = folder()
  const beside = path.join(data, 'restore-01910000-0000-7000-8000-000000000002')
  const leave = () => {
    mkdirSync(path.join(beside, 'uploads/ab'), { recursive: true })
    writeFileSync(path.join(beside, 'uploads/ab/abc'), 'bestand')
  }
  leave()
  await settleAtOpening(database.db, data)
  expect(readdirSync(data)).toEqual([])
  leave()
  await sql.raw(`comment on table kysely_migration is '${path.basename(beside)}'`).execute(database.db)
  await settleAtOpening(database.db, data)
  expect([filesIn(data), readdirSync(data)]).toEqual([['uploads/ab/abc'], ['uploads']])
})

/** A process of its own that puts it back. */
async function begin(data: string, file: string) {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db)
  const code = `
    const { startEmbedded } = await import('./src/db/embedded.ts')
    const { connectEmbedded } = await import('./src/db/connect.ts')
    const { restore } = await import('./src/apps/restore.ts')
    const server = await startEmbedded(${JSON.stringify(path.join(tmpdir(), 'pg'))}, { durable: false })
    server.leave()
    await restore(connectEmbedded(server, '${rows[0]!.name}').db, ${JSON.stringify(data)}, ${JSON.stringify(file)})
    process.exit(0)`
  return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'ignore', 'inherit'] })
}

test.each([
  ['while its files come', /\.part$/],
  ['while its rows come', /^restore-[0-9a-f-]{36}$/],
])('killed %s: nothing of it is there, and a second try works', { timeout: 180_000 }, async (_, moment) => {
  const data = folder()
  const many = Array.from({ length: 400 }, (__, no) => ({ file: `uploads/aa/${no}`, base64: base64(`${no}`) }))
  const large = Array.from({ length: 60 }, (__, no) => ({
    table: 'published.municipality',
    rows: [{ id: `01910000-0000-7000-8000-0000000001${no + 10}`, slug: `${no}`, name: 'x'.repeat(800_000) }],
  }))
  const file = archive(KEY, ...many, ROWS, ...large)
  const child = await begin(data, file)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await expect
    .poll(() => readdirSync(data).some((name) => moment.test(name)), { timeout: 120_000, interval: 2 })
    .toBe(true)
  child.kill('SIGKILL')
  await ended
  expect(filesIn(data).filter((name) => !name.startsWith('restore-'))).toEqual([])
  expect(await isEmpty()).toBe(true)
  // Its place at the server is free as soon as that notices.
  await expect
    .poll(() => restore(database.db, data, file).catch((error: Error) => error.message), { timeout: 60_000 })
    .toEqual({ rows: 61, files: 401 })
  expect(filesIn(data)).toHaveLength(401)
  await sql`delete from published.municipality`.execute(database.db)
  await sql`delete from audit_head`.execute(database.db)
  await sql`delete from municipality`.execute(database.db)
})
