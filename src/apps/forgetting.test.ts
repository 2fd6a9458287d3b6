/**
 * Who leaves is forgotten everywhere: a walk over every table of the desk, each text in it filled with the address of
 * the one who leaves, and searched for it afterwards.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDesk } from '../../test/city/desk/read.ts'
import { addOrganisation, addPerson, as, testDeps, type TestPerson } from '../../test/desk.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { testDatabase } from '../../test/database.ts'
import { proveChain, record } from '../db/audit.ts'
import { readRegisters, registerFor } from '../catalogue/registers.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import { fillDesk } from '../demo/desk.ts'
import { slug } from '../lib/slug.ts'
import { columnsOf } from '../registers/columns.ts'
import { addEntry } from '../registers/store.ts'
import { asPublic } from '../registers/values.ts'
import { tick } from './clock.ts'
import { timers } from './timers.ts'

const clock = {
  timers: timers({ registers: [], key: Buffer.alloc(32) }, undefined),
  postman: undefined,
  origin: 'https://leidraad.test',
}

/** What a person signed and what a case went through: it stays, and names its signers by id. */
const SIGNED = [
  'advice',
  'audit',
  'author_answer',
  'badge',
  'bid',
  'bid_note',
  'bid_stated',
  'buddy_agreement',
  'campaign_mailing',
  'campaign_reach',
  'case_event',
  'case_question',
  'case_release',
  'case_step',
  'covenant_comment',
  'covenant_release',
  'covenant_signature',
  'covenant_version',
  'decision',
  'deviation',
  'duty_step',
  'entry_release',
  'exercise_event',
  'exercise_proof',
  'flag_answer',
  'incident_call',
  'incident_log',
  'inspection',
  'inspection_choice',
  'measure_proof',
  'national_step',
  'opinion',
  'opinion_condition',
  'organisation_group',
  'premises_outcome',
  'rating_act',
  'reaction',
  'reaction_verdict',
  'recheck',
  'rework',
  'sample_draw',
  'spearpoint_step',
  'street_release',
  'tender_opinion',
  'tender_own',
  'tender_question',
  'tender_version',
  'usability_test',
  'warning_label',
  'warning_reading',
  'warning_reply',
  'warning_version',
]
/** Of measurements, or hashes: nobody types there. A published test is signed by two, as the file of its case is. */
const NOT_TYPED = [
  'audit_head',
  'finding',
  'judgement',
  'landscape_member',
  'published.finding',
  'published.landscape',
  'published.landscape_named',
  'published.map_background',
  'published.mark',
  'published.sample_draw',
  'published.subject_held',
  'published.subject_parties',
  'published.subject_visit',
  'published.tally',
  'published.toets',
  'round',
  'round_visit',
  'subject',
]

let database: Awaited<ReturnType<typeof testDatabase>>
let municipality: string
let columns: readonly { readonly table: string; readonly column: string; readonly type: string }[]

beforeAll(async () => {
  database = await testDatabase()
  municipality = (await ensureMunicipality(database.db, 'Sluiswijk')).id
  const { questionnaires } = testDeps()
  await fillDesk({
    db: database.db,
    municipality,
    desk: readDesk(),
    questionnaires,
    print: async () => new Uint8Array([1]),
    files: memoryStore(),
    signal: new AbortController().signal,
  })
  const { rows } = await sql<{ table: string; column: string; type: string }>`
    select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as table,
      a.attname as column, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in ('public', 'published') and c.relkind in ('r', 'p') and not c.relispartition
      and a.attgenerated = '' and format_type(a.atttypid, a.atttypmod) in ('text', 'jsonb', 'text[]')
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'municipality')
    order by 1, 2`.execute(database.db)
  columns = rows
}, 300_000)
afterAll(() => database.close())

/** Puts the address in one row of every text that takes it; gives the columns that did. */
async function spread(address: string): Promise<string[]> {
  const text = `Bel ${address}, ook wel <${address.toUpperCase()}>; niet ar${address} of ${address}.test.`
  const put: string[] = []
  for (const { table, column, type } of columns.filter(({ table }) => !NOT_TYPED.includes(table))) {
    const value = type === 'text' ? text : type === 'jsonb' ? JSON.stringify([text]) : `{"${text}"}`
    const done = await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value}::${sql.raw(type)}
      where municipality = ${municipality} and ctid = (select ctid from ${sql.table(table)}
        where municipality = ${municipality} and ${table === 'person' ? sql`email <> ${address}` : sql`true`} limit 1)`
      .execute(database.db)
      // A column that takes only certain words, or a signed table: not a place where an address can stand.
      .catch((error: { code?: string }) => {
        if (['23514', '42501', '22P02', '23503'].includes(error.code ?? '')) return undefined
        throw error
      })
    if (done !== undefined && done.numAffectedRows! > 0n) put.push(`${table}.${column}`)
  }
  return put
}
/** Where the address still stands, whole. */
async function found(address: string): Promise<string[]> {
  const places: string[] = []
  for (const { table, column } of columns) {
    const { rows } = await sql<{ text: string }>`select ${sql.ref(column)}::text as text from ${sql.table(table)}
      where municipality = ${municipality} and position(${address} in lower(${sql.ref(column)}::text)) > 0`.execute(
      database.db,
    )
    for (const { text } of rows)
      if (text.toLowerCase().replaceAll(`ar${address}`, '').replaceAll(`${address}.test`, '').includes(address))
        places.push(`${table}.${column}`)
  }
  return places
}
async function accountOf(person: TestPerson): Promise<void> {
  const { db } = database
  const of = { municipality, person: person.id }
  await db
    .insertInto('known_device')
    .values({ ...of, device: 'd' })
    .execute()
  await db
    .insertInto('recovery_code')
    .values({ ...of, hash: 'h' })
    .execute()
  await db
    .insertInto('session')
    .values({ ...of, hash: person.id, factor: 'full', ends_at: new Date(Date.now() + 1e9), client: 'Firefox van Jan' })
    .execute()
  await db
    .insertInto('one_time_link')
    .values({ ...of, hash: person.id, kind: 'reset', ends_at: new Date(Date.now() + 1e9) })
    .execute()
  await db
    .insertInto('message')
    .values({
      ...of,
      id: person.id,
      recipient: person.email,
      subject: 'Welkom',
      body: `Beste ${person.name}`,
      kind: 'invitation',
      key: `digest/${person.email}`,
    })
    .execute()
}
/** Tables in which a row is still about this person by id. */
async function rowsOf(person: TestPerson): Promise<string[]> {
  const about: string[] = []
  for (const table of ['known_device', 'recovery_code', 'session', 'one_time_link', 'message', 'task'] as const)
    if (await database.db.selectFrom(table).select('municipality').where('person', '=', person.id).executeTakeFirst())
      about.push(table)
  return about
}

test('the tables that are signed are the ones that are known to be', async () => {
  const { rows } = await sql<{ name: string }>`select tgrelid::regclass::text as name from pg_trigger
    where tgname = 'stays' order by 1`.execute(database.db)
  expect(rows.map(({ name }) => name)).toEqual(SIGNED)
})

test('a colleague who left two years ago is in no table any more, and the trail is whole', async () => {
  const { db } = database
  const jan = { ...(await addPerson(db, municipality, ['policy-officer'], 'Jan Jansen')), email: 'jan@sluiswijk.test' }
  const arjan = await addPerson(db, municipality, ['policy-officer'], 'Arjan')
  await db.updateTable('person').set({ email: jan.email }).where('id', '=', jan.id).execute()
  await db.updateTable('person').set({ email: 'arjan@sluiswijk.test' }).where('id', '=', arjan.id).execute()
  await accountOf(jan)
  await accountOf({ ...arjan, email: 'arjan@sluiswijk.test' })
  await as(db, jan, (tx) =>
    record(tx, municipality, {
      act: 'product.changed',
      object: 'product/1',
      detail: { owner: { from: 'Jan <jan@sluiswijk.test>', to: 'arjan@sluiswijk.test' }, url: 'https://x.test/@jan' },
    }),
  )
  const put = await spread(jan.email)
  expect(put).toEqual(
    expect.arrayContaining([
      'answer.reason',
      'answer_evidence.title',
      'baseline.email',
      'case_file.summary',
      'comment.text',
      'measure.text',
      'message.body',
      'omission.text',
      'product.owner',
      'regulation.versions',
      'task.text',
    ]),
  )
  expect(put.length).toBeGreaterThan(40)
  const gone = (days: number) =>
    db
      .updateTable('person')
      .set({ state: 'left', changed_at: new Date(Date.now() - days * 86_400_000) })
      .where('id', '=', jan.id)
      .execute()
  await gone(729)
  await tick(db, clock)
  expect((await found(jan.email)).length).toBeGreaterThan(40)
  await gone(732)
  expect((await tick(db, clock)).forgotten).toBeGreaterThan(0)
  expect(await found(jan.email)).toEqual([])
  expect(await rowsOf(jan)).toEqual([])
  expect(await rowsOf(arjan)).toEqual(['known_device', 'recovery_code', 'session', 'one_time_link', 'message'])
  expect(await db.selectFrom('person').selectAll().where('id', '=', jan.id).executeTakeFirst()).toMatchObject({
    name: 'oud-medewerker',
    email: `vertrokken-${jan.id}@voorbeeld.invalid`,
    password: null,
    second_factor: null,
    identity: null,
    seen_at: null,
    function: 'functie van Jan Jansen',
  })
  // Others keep theirs, and a longer address is somebody else's.
  expect(await db.selectFrom('person').select('email').where('id', '=', arjan.id).executeTakeFirst()).toEqual({
    email: 'arjan@sluiswijk.test',
  })
  const { summary } = await db
    .selectFrom('case_file')
    .select('summary')
    .where('summary', 'like', 'Bel %')
    .executeTakeFirstOrThrow()
  expect(summary).toBe('Bel (gewist), ook wel <(gewist)>; niet arjan@sluiswijk.test of jan@sluiswijk.test.test.')
  const { detail } = await db
    .selectFrom('audit')
    .select('detail')
    .where('object', '=', 'product/1')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(detail)).toEqual({ owner: { from: 'Jan <(adres)>', to: '(adres)' }, url: 'https://x.test/@jan' })
  expect(await proveChain(db, municipality)).not.toHaveProperty('brokenAt')
  // Forgotten is forgotten: another round finds nothing to do, and an earlier one at the same time does nothing twice.
  expect((await tick(db, clock)).forgotten).toBe(0)
})

test('an organisation that leaves is forgotten at once, with everyone who filled in for it', async () => {
  const { db } = database
  const organisation = await addOrganisation(db, municipality, 'Café de Brug')
  const piet = { ...(await addPerson(db, municipality, ['partner'], 'Piet', organisation)), email: 'piet@cafe.test' }
  const mia = await addPerson(db, municipality, ['partner'], 'Mia', organisation)
  await db.updateTable('person').set({ email: piet.email }).where('id', '=', piet.id).execute()
  await accountOf(piet)
  await accountOf(mia)
  await db
    .insertInto('baseline')
    .values({ municipality, id: piet.id, organisation, year: 2026, email: 'Piet@cafe.test', state: 'running' })
    .execute()
  await db
    .insertInto('one_time_link')
    .values({ municipality, hash: 'x', kind: 'baseline', baseline: piet.id, ends_at: new Date(Date.now() + 1e9) })
    .execute()
  await spread(piet.email)
  await as(db, piet, (tx) => sql`select leave_baseline()`.execute(tx))
  expect(await found(piet.email)).toEqual([])
  expect([await rowsOf(piet), await rowsOf(mia)]).toEqual([[], []])
  expect(await db.selectFrom('person').select('name').where('organisation', '=', organisation).execute()).toEqual([
    { name: 'oud-deelnemer' },
    { name: 'oud-deelnemer' },
  ])
  expect(await db.selectFrom('one_time_link').select('hash').where('baseline', '=', piet.id).execute()).toEqual([])
  expect(await proveChain(db, municipality)).not.toHaveProperty('brokenAt')
})

test('a colleague cannot forget anybody, and staff leaves no organisation', async () => {
  const { db } = database
  const officer = await addPerson(db, municipality, ['account-manager'], 'Chantal')
  const tries = [
    sql`select wipe_person(${municipality}, ${officer.id})`,
    sql`select wipe_organisation(${municipality}, ${officer.id})`,
    sql`select forget_leavers('0 days', 9)`,
    sql`select forget_invitations('0 days')`,
  ]
  for (const each of tries) await expect(as(db, officer, (tx) => each.execute(tx))).rejects.toThrow(/permission denied/)
  await as(db, officer, (tx) => sql`select leave_baseline()`.execute(tx))
  expect(await db.selectFrom('person').select('state').where('id', '=', officer.id).executeTakeFirst()).toEqual({
    state: 'active',
  })
})

test('an address that was invited and never came in is kept for a year', async () => {
  const { db } = database
  const invite = async (name: string, days: number, state: 'invited' | 'declined' | 'done') => {
    const organisation = await addOrganisation(db, municipality, name)
    const invited_at = new Date(Date.now() - days * 86_400_000)
    await db
      .insertInto('baseline')
      .values({ municipality, id: organisation, organisation, year: 2026, email: `${days}@x.test`, state, invited_at })
      .execute()
    return organisation
  }
  const ids = [
    await invite('Een', 367, 'invited'),
    await invite('Twee', 368, 'declined'),
    await invite('Drie', 363, 'declined'),
  ]
  await tick(db, clock)
  const rows = await db.selectFrom('baseline').select(['id', 'email']).where('id', 'in', ids).execute()
  expect(new Map(rows.map(({ id, email }) => [id, email]))).toEqual(
    new Map([
      [ids[0], ''],
      [ids[1], ''],
      [ids[2], '363@x.test'],
    ]),
  )
})

test('what was made of an address goes with it: words, slugs, what everybody reads, and jobs', async () => {
  const { db } = database
  const address = 'Wil-Helmina.Zonnebloem@kwikstaart.test'
  const wil = await addPerson(db, municipality, ['policy-officer'], 'Wil-Helmina Zonnebloem')
  const anna = await addPerson(db, municipality, ['policy-officer'], 'Anna')
  await db
    .updateTable('person')
    .set({ email: address.toLowerCase(), function: 'adviseur' })
    .where('id', '=', wil.id)
    .execute()
  const register = registerFor(readRegisters('registers'), 'sensor')!
  const values = {
    naam: `Bel ${address} op het Plein`,
    eigenaar: 'Test en beheer',
    contact: address,
    doel: 'Helminaweg',
  }
  const { id, no } = await as(db, anna, (tx) =>
    addEntry(tx, municipality, register, { values, by: anna.id, way: 'form' }),
  )
  const { title, search } = columnsOf(asPublic(register), values)
  const slugged = `${no}-${slug(title)}`
  const of = { municipality, register: register.id }
  const row = { ...of, id, no, slug: slugged, title, search, values: JSON.stringify(values) }
  await db
    .insertInto('published.entry')
    .values([
      { ...row, version: 1, to_at: new Date() },
      { ...row, version: 2 },
    ])
    .execute()
  await db
    .insertInto('published.entry_withdrawn')
    .values({ ...of, id: anna.id, no: 99, slug: `99-${slug(address)}`, reason: `Vraag ${address}` })
    .execute()
  const path = `/registers/${register.id}/${slugged}`
  const about = { municipality, kind: 'error' as const, lang: 'nl' as const, due_on: '2099-01-01' }
  await db
    .insertInto('report')
    .values({ ...about, id: wil.id, path, seen: `${path}?x=1`, title, text: address, secret: 'een', told: address })
    .execute()
  await db
    .insertInto('report')
    .values({ ...about, id: anna.id, path: '/', seen: '/', title: 'x', text: 'x', secret: 'twee', email: address })
    .execute()
  await db
    .insertInto('message')
    .values({ municipality, id: wil.id, recipient: address, subject: 's', body: 'b', kind: 'x', key: 'x' })
    .execute()
  await sql`update job set trouble = ${`550 <${address}>`}, progress = ${address},
    payload = ${JSON.stringify([address])}, result = ${JSON.stringify({ to: address })} where key = ${wil.id}`.execute(
    db,
  )
  await sql`insert into published.publication (municipality, no, by_name, by_function, provisional, catalogue_version,
      catalogue, versions, summary)
    values (${municipality}, 1, ${wil.name}, 'adviseur', true, '1', '{}', '{}', '{}')`.execute(db)

  const standing = async () => {
    const { rows } = await sql<{ name: string }>`select n.nspname || '.' || c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'published')
        and c.relkind in ('r', 'p', 'm') order by 1`.execute(db)
    const places: string[] = []
    for (const { name } of rows) {
      const found = await sql`select from ${sql.table(name)} t
        where t::text ~* 'zonnebloem|kwikstaart|wilhelmina|helmina[^w]'`.execute(db)
      if (found.rows.length > 0) places.push(name)
    }
    return places
  }
  expect((await standing()).length).toBeGreaterThan(11)
  await db
    .updateTable('person')
    .set({ state: 'left', changed_at: new Date(Date.now() - 732 * 86_400_000) })
    .where('id', '=', wil.id)
    .execute()
  await tick(db, clock)
  expect(await standing()).toEqual([])
  // The rest of it is found as before, at an address that still leads to it.
  const entry = await db.selectFrom('entry').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(entry.title).toBe('Bel (gewist) op het Plein')
  expect(entry.search.split(' ')).toEqual(expect.arrayContaining(['bel', 'op', 'het', 'plein', 'test', 'helminaweg']))
  expect(await db.selectFrom('published.entry').select(['version', 'slug']).where('id', '=', id).execute()).toEqual([
    { version: 1, slug: `${no}-gewist` },
    { version: 2, slug: `${no}-gewist` },
  ])
  const { path: now } = await db.selectFrom('report').select('path').where('id', '=', wil.id).executeTakeFirstOrThrow()
  expect(now).toBe(`/registers/${register.id}/${no}-gewist`)
  const words = await db.selectFrom('entry_word').select('word').where('register', '=', register.id).execute()
  expect(words.map(({ word }) => word)).toEqual(expect.arrayContaining(['plein', 'test', 'helminaweg']))
})
