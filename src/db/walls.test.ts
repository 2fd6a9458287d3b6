/**
 * The walls in the database: one municipality, own signature, append-only, a partner sees only its own, and the clock
 * signs nothing.
 */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addOrganisation, addPerson, as, type TestPerson } from '../../test/desk.ts'
import { testDatabase } from '../../test/database.ts'
import { asClock, asPerson } from './as.ts'
import { proveChain, record } from './audit.ts'
import { ensureMunicipality } from './municipality.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let anna: TestPerson
let bram: TestPerson
let elders: TestPerson
let partner: TestPerson
let file: string

beforeAll(async () => {
  database = await testDatabase()
  const here = await ensureMunicipality(database.db, 'Sluiswijk')
  const there = await ensureMunicipality(database.db, 'Elders')
  anna = await addPerson(database.db, here.id, ['policy-officer'], 'Anna')
  bram = await addPerson(database.db, here.id, ['fg'], 'Bram')
  elders = await addPerson(database.db, there.id, ['policy-officer'], 'Els')
  partner = await addPerson(
    database.db,
    here.id,
    ['partner'],
    'Piet',
    await addOrganisation(database.db, here.id, 'Café de Sluis'),
  )
  file = await newCase(anna, 1)
})
afterAll(() => database.close())

const newCase = (person: TestPerson, no: number) =>
  as(database.db, person, async (tx) => {
    const id = uuid()
    await tx
      .insertInto('case_file')
      .values({ municipality: person.municipality, id, no, kind: 'proposal', title: 'Proef', author: person.id })
      .execute()
    return id
  })
const step = (person: TestPerson, by: TestPerson, to: 'pre-check' | 'decided', no = 1) =>
  as(database.db, person, (tx) =>
    tx
      .insertInto('case_step')
      .values({ municipality: person.municipality, case_file: file, no, from_state: 'draft', to_state: to, by: by.id })
      .execute(),
  )

test('somebody of another municipality finds nothing, and cannot write here', async () => {
  expect(await as(database.db, elders, (tx) => tx.selectFrom('case_file').selectAll().execute())).toEqual([])
  await expect(
    as(database.db, elders, (tx) =>
      tx
        .insertInto('case_file')
        .values({
          municipality: anna.municipality,
          id: uuid(),
          no: 9,
          kind: 'proposal',
          title: 'Van elders',
          author: elders.id,
        })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('nobody signs for another, and a step moves the case only from where it is', async () => {
  await expect(step(anna, bram, 'pre-check')).rejects.toThrow(/only the person who is signed in/)
  await expect(step(anna, anna, 'decided')).rejects.toThrow(/no way leads/)
  await step(anna, anna, 'pre-check')
  await expect(step(anna, anna, 'pre-check', 2)).rejects.toThrow(/the case is in pre-check/)
  await expect(
    as(database.db, anna, (tx) =>
      tx.updateTable('case_file').set({ state: 'decided' }).where('id', '=', file).execute(),
    ),
  ).rejects.toThrow(/permission denied/)
})

test('what was signed stays, also for the owner of the database', async () => {
  await expect(sql`update case_step set reason = 'anders'`.execute(database.db)).rejects.toThrow(/stays as it was/)
  await expect(sql`delete from case_step`.execute(database.db)).rejects.toThrow(/stays as it was/)
  await expect(as(database.db, anna, (tx) => tx.deleteFrom('case_step').execute())).rejects.toThrow(/permission denied/)
})

test('the clock cannot take a step, write an opinion or decide', async () => {
  for (const table of [
    'case_step',
    'opinion',
    'decision',
    'advice',
    'reaction',
    'case_release',
    'sample_draw',
    'recheck',
    'answer',
    'deviation',
    'published.toets',
  ]) {
    await expect(
      asClock(database.db, anna.municipality, (tx) => sql.raw(`insert into ${table} default values`).execute(tx)),
      table,
    ).rejects.toThrow(/permission denied/)
  }
  await expect(
    asClock(database.db, anna.municipality, (tx) => tx.updateTable('case_file').set({ state: 'decided' }).execute()),
  ).rejects.toThrow(/permission denied/)
})

test('a partner sees its own organisation and nothing of cases, registers or other people', async () => {
  const seen = await as(database.db, partner, async (tx) => ({
    organisations: await tx.selectFrom('organisation').select('name').execute(),
    cases: await tx.selectFrom('case_file').select('id').execute(),
    people: await tx.selectFrom('person').select('name').execute(),
  }))
  expect(seen).toEqual({ organisations: [{ name: 'Café de Sluis' }], cases: [], people: [{ name: 'Piet' }] })
})

test('answers of an organisation are its own: the municipality sees only what is shared', async () => {
  await sql`insert into questionnaire values ('proef', '1', '{}')`.execute(database.db)
  const form = uuid()
  await as(database.db, partner, async (tx) => {
    await tx
      .insertInto('form')
      .values({
        municipality: partner.municipality,
        id: form,
        questionnaire: 'proef',
        version: '1',
        organisation: partner.organisation,
        created_by: partner.id,
      })
      .execute()
    for (const question of ['N01', 'N02'])
      await tx
        .insertInto('answer')
        .values({ municipality: partner.municipality, form, question, no: 1, value: '"nee"', by: partner.id })
        .execute()
    await tx
      .insertInto('answer_share')
      .values({ municipality: partner.municipality, form, question: 'N02', by: partner.id })
      .execute()
  })
  const seenBy = (person: TestPerson) =>
    as(database.db, person, (tx) =>
      tx.selectFrom('answer').select('question').where('form', '=', form).orderBy('question').execute(),
    )
  expect(await seenBy(partner)).toHaveLength(2)
  expect(await seenBy(anna)).toEqual([{ question: 'N02' }])
})

test('figures of fewer than ten organisations are not given', async () => {
  for (let at = 0; at < 10; at++) {
    const each = await addPerson(
      database.db,
      anna.municipality,
      ['partner'],
      'P',
      await addOrganisation(database.db, anna.municipality, `Winkel ${at}`),
    )
    await as(database.db, each, (tx) => sql`select keep_baseline_figure(2026, 'A', 'N01', ${at / 10})`.execute(tx))
    const { rows } = await as(database.db, anna, (tx) => sql`select * from baseline_group(2026)`.execute(tx))
    expect(rows).toHaveLength(at < 9 ? 0 : 1)
  }
  await expect(as(database.db, anna, (tx) => sql`select * from baseline_figure`.execute(tx))).rejects.toThrow(
    /permission denied/,
  )
})

test('reading is reading: a question that would write is refused', async () => {
  await expect(
    asPerson(database.db, { municipality: anna.municipality, person: anna.id, organisation: null }, 'read', (tx) =>
      tx
        .updateTable('task')
        .set({ done_at: sql`now()` })
        .execute(),
    ),
  ).rejects.toThrow(/read-only/)
})

test('the audit trail is whole, and tells when a line was changed or taken away', async () => {
  for (const act of ['answer.saved', 'answer.commented', 'evidence.added'] as const)
    await as(database.db, anna, (tx) => record(tx, anna.municipality, { act, object: `case/${file}` }))
  expect(await proveChain(database.db, anna.municipality)).toEqual({ count: 3 })
  const tamper = async (statement: string) => {
    return database.db
      .transaction()
      .execute(async (tx) => {
        await sql`alter table audit disable trigger stays`.execute(tx)
        await sql.raw(statement).execute(tx)
        const proof = await proveChain(tx, anna.municipality)
        throw Object.assign(new Error('undo'), { proof })
      })
      .catch((error: { proof?: unknown }) => error.proof)
  }
  expect(await tamper(`update audit set act = 'anders' where no = 2`)).toMatchObject({ brokenAt: 2 })
  expect(await tamper('delete from audit where no = 2')).toMatchObject({ brokenAt: 2 })
  expect(await tamper('delete from audit where no = 3')).toMatchObject({ brokenAt: 3 })
  expect(await proveChain(database.db, anna.municipality)).toEqual({ count: 3 })
})

test('every table of a municipality has row level security', async () => {
  const { rows } = await sql<{
    name: string
  }>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attname = 'municipality' and not a.attisdropped
      and not c.relrowsecurity and c.relname !~ '^finding_'`.execute(database.db)
  expect(rows).toEqual([])
})
