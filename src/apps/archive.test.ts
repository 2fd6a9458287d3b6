/**
 * A backup is the whole installation; put back elsewhere it is the same, and one that is not whole changes nothing. An
 * older database comes along.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { fixed, readyCovenant } from '../../test/covenant.ts'
import { addPerson, as, testDeps } from '../../test/desk.ts'
import { testDatabase } from '../../test/database.ts'
import { questionnaireFor } from '../catalogue/questionnaires.ts'
import { proveChain, record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { openEvidenceStore } from '../db/evidence.ts'
import { keepQuestionnaires, saveAnswer } from '../db/forms.ts'
import { folderHome } from '../db/folder-home.ts'
import { migrate } from '../db/migrate.ts'
import { up as first } from '../db/migrations/001-start.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import { createCase } from '../features/cases/store/begin.ts'
import { FORMS } from '../features/covenants/sign/fix-store.ts'
import { backup } from './archive.ts'
import { restore } from './restore.ts'

async function prints(db: Db): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('public',
    'published') and table_type = 'BASE TABLE' and table_name not like 'kysely_%'
    and table_name <> 'turn' order by 1`.execute(db)
  return Promise.all(
    rows.map(async ({ name }) => {
      const {
        rows: [row],
      } = await sql<{
        count: number
        print: string
      }>`select count(*)::int as count, md5(coalesce(string_agg(t::text, '|' order by t::text),
        '')) as print from ${sql.table(name)} t`.execute(db)
      return `${name} ${row!.count} ${row!.print}`
    }),
  )
}

async function filled(dir: string) {
  const database = await testDatabase()
  const { db } = database
  const { id } = await ensureMunicipality(db, 'Sluiswijk')
  await keepQuestionnaires(db, testDeps().questionnaires)
  const anna = await addPerson(db, id, ['policy-officer'], 'Anna')
  await as(db, anna, async (tx) => {
    const file = await createCase(
      tx,
      id,
      anna.id,
      {
        kind: 'proposal',
        title: 'Gratis "wifi" \\ é 🛜',
        summary: 'x',
        intendedOn: '2026-12-31',
        regulation: null,
        product: null,
      },
      questionnaireFor(testDeps().questionnaires, 'pre-check', 'proposal')!,
    )
    const { pre_check: form } = await tx
      .selectFrom('case_file')
      .select('pre_check')
      .where('id', '=', file)
      .executeTakeFirstOrThrow()
    await saveAnswer(tx, id, { form: form!, question: 'V1', value: 'ja', reason: 'regel\nregel', by: anna.id, base: 0 })
    await tx
      .insertInto('case_step')
      .values({ municipality: id, case_file: file, no: 1, from_state: 'draft', to_state: 'pre-check', by: anna.id })
      .execute()
    for (let at = 0; at < 600; at++) await record(tx, id, { act: 'answer.saved', object: `proef/${at}` })
  })
  await db.insertInto('published.file').values({ hash: 'x', media: 'image/jpeg' }).execute()
  mkdirSync(path.join(dir, 'uploads/ab'), { recursive: true })
  writeFileSync(path.join(dir, 'uploads/ab/abc'), Buffer.from([1, 2, 3, 0]))
  writeFileSync(path.join(dir, 'sleutel'), 'geheim', { mode: 0o600 })
  return { database, municipality: id }
}
const folder = () => mkdtempSync(path.join(tmpdir(), 'leidraad-archief-'))

test('what is put back is what was kept, and the trail is still whole', async () => {
  const [here, there] = [folder(), folder()]
  const file = path.join(here, 'kopie.gz')
  const { database, municipality } = await filled(here)
  const other = await testDatabase()
  try {
    const kept = await backup(database.db, here, file, folderHome(path.join(here, 'evidence')))
    expect(kept.files).toBe(2)
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(await restore(other.db, there, file)).toEqual(kept)
    expect(await prints(other.db)).toEqual(await prints(database.db))
    expect(await proveChain(other.db, municipality)).toEqual({ count: 601 })
    expect(readFileSync(path.join(there, 'uploads/ab/abc'))).toEqual(Buffer.from([1, 2, 3, 0]))
    // The walls stand there too.
    await expect(sql`update audit set act = 'anders'`.execute(other.db)).rejects.toThrow(/stays as it was/)
    await expect(restore(other.db, there, file)).rejects.toThrow(/al gegevens/)
  } finally {
    await Promise.all([database.close(), other.close()])
  }
})

test('what was fixed to sign has the same bytes when opened anew, and when put back elsewhere', async () => {
  const [here, there] = [folder(), folder()]
  const [home, file] = [path.join(here, 'evidence'), path.join(here, 'kopie.gz')]
  const [database, other] = [await testDatabase(), await testDatabase()]
  try {
    const desk = { db: database.db, municipality: await ensureMunicipality(database.db, 'Sluiswijk') }
    await fixed(desk as never, await readyCovenant(desk as never, ['Bakkerij']), openEvidenceStore(home))
    await backup(database.db, here, file, folderHome(home))
    await restore(other.db, there, file)
    for (const [db, store] of [
      [database.db, openEvidenceStore(home)],
      [other.db, openEvidenceStore(path.join(there, 'evidence'))],
    ] as const) {
      const hashes = await db.selectFrom('covenant_fixed').select(['pdf', 'odt', 'json']).executeTakeFirstOrThrow()
      for (const form of ['pdf', 'odt', 'json'] as const) {
        const bytes = await store.file(hashes[form], FORMS[form])
        expect(createHash('sha256').update(bytes!).digest('hex'), form).toBe(hashes[form])
      }
    }
  } finally {
    await Promise.all([database.close(), other.close()])
  }
})

test('a file that is cut, changed or no archive at all changes nothing', async () => {
  const here = folder()
  const file = path.join(here, 'kopie.gz')
  const { database } = await filled(here)
  const other = await testDatabase()
  try {
    await backup(database.db, here, file, folderHome(path.join(here, 'evidence')))
    const bytes = readFileSync(file)
    const changed = Buffer.from(bytes)
    changed[Math.floor(bytes.length / 2)]! ^= 1
    for (const [name, content] of [
      ['cut', bytes.subarray(0, bytes.length - 60)],
      ['changed', changed],
      ['none', Buffer.from('hallo')],
      ['empty', Buffer.alloc(0)],
    ] as const) {
      writeFileSync(path.join(here, name), content)
      await expect(restore(other.db, here, path.join(here, name)), name).rejects.toThrow(/heel/)
    }
    expect(await other.db.selectFrom('municipality').selectAll().execute()).toEqual([])
  } finally {
    await Promise.all([database.close(), other.close()])
  }
})

test('a database of the nulmeting alone comes along without loss', async () => {
  const { db, close } = await testDatabase()
  try {
    await sql`drop schema published cascade; `.execute(db)
    await sql`drop schema public cascade`.execute(db)
    await sql`drop schema wall cascade`.execute(db)
    await sql`create schema public`.execute(db)
    await first(db as never)
    await sql`create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)`.execute(
      db,
    )
    await sql`insert into kysely_migration values ('001-start', '2026-11-24T00:00:00.000Z')`.execute(db)
    await sql`insert into municipality (id, slug, name) values ('01910000-0000-7000-8000-000000000001', 'leiden',
      'Leiden')`.execute(db)
    await sql`insert into organisation (municipality, id, slug, name, kind,
      public_body) values ('01910000-0000-7000-8000-000000000001', '01910000-0000-7000-8000-000000000002', 'cafe',
        'Café', 'café', false)`.execute(db)
    await sql`insert into subject (municipality, id, organisation, kind,
      address) values ('01910000-0000-7000-8000-000000000001', '01910000-0000-7000-8000-000000000003',
        '01910000-0000-7000-8000-000000000002', 'website', 'cafe.test')`.execute(db)
    await migrate(db)
    expect(await db.selectFrom('organisation').select('name').execute()).toEqual([{ name: 'Café' }])
    expect(await db.selectFrom('subject').select('address').execute()).toEqual([{ address: 'cafe.test' }])
    const anna = await addPerson(db, '01910000-0000-7000-8000-000000000001', ['policy-officer'])
    expect(await as(db, anna, (tx) => tx.selectFrom('organisation').select('name').execute())).toEqual([
      { name: 'Café' },
    ])
  } finally {
    await close()
  }
})
