/** Nobody signs for a party alone, and a party hears what is done in its name. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixed, readyCovenant, type Covenant } from '../../../../test/covenant.ts'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson } from '../../../../test/desk.ts'
import { plainPdf } from '../../../../test/signed-pdf.ts'
import { deskRoutes } from '../../../apps/desk-routes.ts'

const original = plainPdf()
const deps = { ...testDeps(), print: async () => new Uint8Array(original) }
let desk: TestDesk
let covenant: Covenant
const party = () => covenant.parties[0]!
beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  covenant = await readyCovenant(desk, ['Bakkerij'])
  await fixed(desk, covenant, deps.files, deps)
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})
const row = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(desk.db)).rows
const tried = (person: TestPerson, statement: ReturnType<typeof sql>) =>
  as(desk.db, person, (tx) => statement.execute(tx)).then(
    () => 'done',
    (error: Error) => error.message,
  )

test('who added a file does not accept it; a colleague does', async () => {
  const anna = await desk.visit(covenant.officer)
  const place = `/balie/convenanten/${covenant.id}/tekenen/${party().id}`
  const bestand = new File([new Uint8Array(original)], 'getekend.pdf')
  expect((await anna.post(`${place}/bestand`, { soort: 'scan', waar: 'Kast 3', bestand })).status).toBe(303)
  const [{ id: file }] = (await row(sql<{ id: string }>`select id from covenant_file`)) as [{ id: string }]
  expect(await (await anna.get(place)).text()).toContain('Een collega legt de handtekening vast')
  expect((await anna.get(`${place}/bestand/${file}/teken`)).status).toBe(409)
  const typed = { naam: 'Bep', functie: 'directeur', grond: 'trade-register', toelichting: '', gezien: 'ja' }
  const own = await anna.post(`${place}/bestand/${file}/teken`, typed)
  expect([own.status, await row(sql`select from covenant_signature`)]).toEqual([409, []])
  const dirk = await desk.visit(covenant.decider)
  expect((await dirk.post(`${place}/bestand/${file}/teken`, typed)).status).toBe(303)
  expect(await row(sql`select "by", channel from covenant_signature`)).toEqual([
    { by: covenant.decider.id, channel: 'paper' },
  ])
})

test('that a party may be named it says itself: no desk, no file, no row', async () => {
  const { id } = party()
  const says = (step: string) => sql`insert into covenant_step (municipality, participant, no, step, "by")
    values (${desk.municipality.id}, ${id}, 0, ${step}, ${covenant.officer.id})`
  expect(await tried(covenant.officer, says('named'))).toMatch('row-level security')
  const anna = await desk.visit(covenant.officer)
  const place = `/balie/convenanten/${covenant.id}/tekenen/${id}`
  expect((await anna.post(`${place}/stap`, { stap: 'named', reden: 'zegt zij' })).status).toBe(422)
  expect(await row(sql`select named from covenant_participant where id = ${id}`)).toEqual([{ named: null }])
  const bep = await desk.visit(party().person)
  expect((await bep.post(`/balie/onze-afspraken/${covenant.id}/stap`, { stap: 'named', reden: '' })).status).toBe(303)
  expect((await anna.post(`${place}/stap`, { stap: 'unnamed', reden: '' })).status).toBe(303)
  expect(await row(sql`select named from covenant_participant where id = ${id}`)).toEqual([{ named: false }])
})

test('the contact before, and who has an account there, hear that another took its place', async () => {
  const { id, email, person } = party()
  const anna = await desk.visit(covenant.officer)
  const place = `/balie/convenanten/${covenant.id}/deelnemers/${id}`
  const typed = { naam: 'Kees', functie: 'hoofd ICT', email: 'kees@elders.test' }
  const done = await anna.post(place, typed)
  expect(done.status).toBe(303)
  const letters = await row(sql<{ recipient: string; body: string }>`select recipient, body from message
    where kind = 'contact-changed' order by recipient = ${email} desc`)
  expect(letters.map(({ recipient }) => recipient)).toEqual([email, person.email])
  for (const { body } of letters) {
    expect(body).toContain('hoofd ICT, met een e-mailadres bij elders.test')
    expect(body).not.toMatch(/kees/i)
  }
  expect(
    await row(sql`select step, reason from covenant_step where participant = ${id} order by no desc limit 1`),
  ).toEqual([{ step: 'contact-changed', reason: 'Was: directeur. Is nu: hoofd ICT.' }])
  expect(await (await anna.get(`/balie/convenanten/${covenant.id}/tekenen/${id}`)).text()).toContain(
    'kreeg een andere contactpersoon',
  )
  // A new name in the same mailbox is no news; and without the letter nothing changes.
  expect((await anna.post(place, { ...typed, naam: 'Kees Bakker' })).status).toBe(303)
  expect(await row(sql`select from message where kind = 'contact-changed'`)).toHaveLength(2)
  expect(
    await tried(
      covenant.officer,
      sql`update covenant_participant set contact_email = 'mij@kwaad.test' where id = ${id}`,
    ),
  ).toMatch('the contact before hears')
  expect(await row(sql`select contact_email from covenant_participant where id = ${id}`)).toEqual([
    { contact_email: 'kees@elders.test' },
  ])
})

test('what was written to somebody is read by nobody else, and of a secret not even the subject', async () => {
  for (const role of ['administrator', 'account-manager', 'auditor'] as const) {
    const who = await addPerson(desk.db, desk.municipality.id, [role], role)
    for (const column of ['body', 'subject', 'unsubscribe', '*'])
      expect([role, await tried(who, sql`select ${sql.raw(column)} from message`)]).toEqual([
        role,
        'permission denied for table message',
      ])
    const { rows } = await as(desk.db, who, (tx) =>
      sql<{ kind: string; said: string | null }>`select kind, wall.message_subject(id) as said from message`.execute(
        tx,
      ),
    )
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['covenant-link', 'contact-changed']))
    for (const { kind, said } of rows) expect([kind, said === null]).toEqual([kind, kind === 'covenant-link'])
  }
  await sql`update message set trouble = 'address', failure = '550' where kind = 'covenant-link'`.execute(desk.db)
  const boss = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['administrator'], 'Bas'))
  const box = await (await boss.get('/balie/postvak')).text()
  expect(box).toContain('Link voor een convenant')
  expect(box).toContain('kees@elders.test')
  expect(box).not.toContain('Teken het convenant')
})
