/** Fixing and signing at the desk: who may, what is asked again, files signed elsewhere, and being suspended. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixed, readyCovenant, type Covenant } from '../../../../test/covenant.ts'
import { unasked } from '../../../../test/database.ts'
import { addPerson, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../../test/desk.ts'
import { installPdfsig, plainPdf, signedPdf } from '../../../../test/signed-pdf.ts'
import { deskRoutes } from '../../../apps/desk-routes.ts'
import { needed } from '../../../db/evidence-known.ts'
import { hashPassword } from '../../../lib/password.ts'

const original = plainPdf()
const deps = { ...testDeps(), print: async () => new Uint8Array(original) }
let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
})
afterAll(() => desk.close())

const row = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(desk.db)).rows
const fixedOf = async (id: string) =>
  (
    await row(sql<{ pdf: string; odt: string; json: string; why: string }>`select pdf, odt, json, why
      from covenant_fixed where covenant = ${id}`)
  )[0]!
const signaturesOf = (id: string) =>
  row(sql<Record<string, unknown>>`select * from covenant_signature where covenant = ${id} order by said_at`)
const WORD = 'vijf paarse olifanten dansen'
async function withPassword(person: TestPerson): Promise<Visitor> {
  await sql`update person set password = ${await hashPassword(WORD)} where id = ${person.id}`.execute(desk.db)
  return desk.visit(person)
}
const ready = async (...names: string[]) => {
  const covenant = await readyCovenant(desk, names.length === 0 ? ['Bakkerij'] : names)
  await fixed(desk, covenant, deps.files, { print: async () => new Uint8Array(original) })
  return covenant
}
const form = async (covenant: Covenant) => ({
  versie: '1',
  json: (await fixedOf(covenant.id)).json,
  naam: 'Bep',
  functie: 'directeur',
  grond: 'trade-register',
  openbaar: 'ja',
  gelezen: 'ja',
  wachtwoord: WORD,
})

test('who steers fixes what is ready, answers who disagreed, and everybody gets a link by mail', async () => {
  const covenant = await readyCovenant(desk, ['Bakkerij', 'Café'], ['disagree', 'agree'])
  const place = `/balie/convenanten/${covenant.id}/vaststellen`
  const anna = await desk.visit(covenant.officer)
  const shown = await (await anna.get(place)).text()
  expect(shown).toContain('Uw antwoord op de FG')
  const sent = { versie: '1', tot: '2099-01-01' }
  const empty = await anna.post(place, sent)
  expect([empty.status, await row(sql`select from covenant_fixed where covenant = ${covenant.id}`)]).toEqual([422, []])
  expect((await anna.post(place, { ...sent, tot: '2001-01-01', waarom: 'Zo.' })).status).toBe(422)
  const manager = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['account-manager'], 'Mia'))
  expect((await manager.post(place, { ...sent, waarom: 'Zo.' })).status).toBe(403)
  await unasked(desk.db, (tx) =>
    sql`insert into covenant_comment (municipality, id, covenant, version, article, participant, text)
      values (${desk.municipality.id}, gen_random_uuid(), ${covenant.id}, 1, 'waarom', ${covenant.parties[0]!.id},
        'Wat is dit?')`.execute(tx),
  )
  expect(await (await anna.get(place)).text()).toContain('Eén reactie heeft nog geen antwoord')
  expect((await anna.post(place, { ...sent, waarom: 'Zo.' })).status).toBe(409)
  await unasked(desk.db, (tx) => sql`delete from covenant_comment where covenant = ${covenant.id}`.execute(tx))
  expect((await anna.post(place, { ...sent, waarom: 'Wij wegen het anders.' })).status).toBe(303)
  expect(await fixedOf(covenant.id)).toMatchObject({ why: 'Wij wegen het anders.' })
  const all = await (await anna.get(`/balie/convenanten/${covenant.id}/deelnemers`)).text()
  expect(all).toContain('Wij wegen het anders.')
  expect((await anna.post(place, { ...sent, waarom: 'Nog eens.' })).status).toBe(409)
})

test('the bytes are given as they were made, also later, and the store keeps them', async () => {
  const covenant = await ready()
  const hashes = await fixedOf(covenant.id)
  const anna = await desk.visit(covenant.officer)
  const bep = await desk.visit(covenant.parties[0]!.person)
  for (const form_ of ['pdf', 'odt', 'json'] as const)
    for (const [who, at] of [
      [anna, 'convenanten'],
      [anna, 'convenanten'],
      [bep, 'onze-afspraken'],
    ] as const) {
      const answer = await who.get(`/balie/${at}/${covenant.id}/vastgesteld/1/convenant.${form_}`)
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hashes[form_])
    }
  // What a sweep asks: nobody may throw these away.
  expect(await needed(desk.db, Object.values(hashes).slice(0, 3))).toEqual(
    new Set([hashes.pdf, hashes.odt, hashes.json]),
  )
})

test('who works for the organisation signs with the password asked again, and for no other', async () => {
  const covenant = await ready('Bakkerij', 'Café')
  const [one, other] = covenant.parties
  const place = `/balie/onze-afspraken/${covenant.id}/tekenen`
  const bep = await withPassword(one!.person)
  const page = await (await bep.get(place)).text()
  expect(page).toContain('Alle websites versleuteld')
  expect(page).not.toContain(other!.email)
  for (const [wrong, field] of [
    [{ wachtwoord: 'iets anders dan het was' }, 'wachtwoord'],
    [{ naam: '' }, 'naam'],
    [{ gelezen: '' }, 'gelezen'],
    [{ grond: 'other' }, 'toelichting'],
  ] as const) {
    const answer = await bep.post(place, { ...(await form(covenant)), ...wrong })
    expect([answer.status, (await answer.text()).includes(`id="fout-${field}"`)], field).toEqual([422, true])
  }
  expect((await bep.post(place, { ...(await form(covenant)), json: 'a'.repeat(64) })).status).toBe(409)
  expect((await bep.post(place, await form(covenant))).status).toBe(303)
  const [signed, ...more] = await signaturesOf(covenant.id)
  expect([signed, more]).toMatchObject([
    { participant: one!.id, channel: 'desk', by: one!.person.id, code_at: null },
    [],
  ])
  // Another organisation has no such page, and the decision-maker signs for the municipality alone.
  const stranger = await desk.visit((await ready()).parties[0]!.person)
  expect((await stranger.get(place)).status).toBe(404)
  const dirk = await withPassword(covenant.decider)
  const own = `/balie/convenanten/${covenant.id}/tekenen`
  expect((await dirk.post(own, { ...(await form(covenant)), grond: 'mayor' })).status).toBe(303)
  const anna = await desk.visit(covenant.officer)
  expect((await anna.post(own, await form(covenant))).status).toBe(403)
  const [{ state }] = (await row(sql`select state from covenant where id = ${covenant.id}`)) as [{ state: string }]
  expect(state).toBe('in-force')
  expect((await bep.post(`/balie/onze-afspraken/${covenant.id}/stap`, { stap: 'left', reden: '' })).status).toBe(422)
  expect(
    (await bep.post(`/balie/onze-afspraken/${covenant.id}/stap`, { stap: 'left', reden: 'Verkocht', zeker: 'ja' }))
      .status,
  ).toBe(303)
  expect((await signaturesOf(covenant.id))[0]).toMatchObject({ participant: one!.id })
  expect((await signaturesOf(covenant.id))[0]!['withdrawn_at']).not.toBeNull()
})

test('a party is told before it is suspended, gets a letter of each, and comes back', async () => {
  const covenant = await ready()
  const { id, email, person } = covenant.parties[0]!
  await (await withPassword(person)).post(`/balie/onze-afspraken/${covenant.id}/tekenen`, await form(covenant))
  const dirk = await desk.visit(covenant.decider)
  const place = `/balie/convenanten/${covenant.id}/tekenen/${id}`
  const decide = (besluit: string, tot = '') =>
    dirk.post(`${place}/besluit`, { besluit, motivering: 'Geen cijfers.', tot })
  const state = async () =>
    (await row(sql<{ state: string }>`select state from covenant_participant where id = ${id}`))[0]!.state
  expect((await decide('suspended')).status).toBe(422)
  expect((await dirk.post(`${place}/aankondiging`, { waarom: 'Geen cijfers.', ingaand: '2026-01-01' })).status).toBe(
    422,
  )
  const told = await dirk.post(`${place}/aankondiging`, { waarom: 'Geen cijfers.', ingaand: '2099-01-01' })
  expect(told.status, /fouten(.*?)<\/ul>/.exec(await told.text())?.[1]).toBe(303)
  expect((await decide('suspended')).status).toBe(422)
  // Past the page too.
  await expect(
    sql`insert into covenant_step (municipality, participant, no, step, reason)
      values (${desk.municipality.id}, ${id}, 0, 'suspended', 'x')`.execute(desk.db),
  ).rejects.toMatchObject({ code: '42501' })
  await unasked(desk.db, (tx) =>
    sql`update covenant_notice set from_on = today_here() - 1 where participant = ${id}`.execute(tx),
  )
  expect((await decide('suspended')).status).toBe(303)
  expect(await state()).toBe('suspended')
  expect((await decide('restored')).status).toBe(303)
  expect((await decide('extended')).status).toBe(422)
  expect((await decide('extended', '2099-01-01')).status, 'past its last day').toBe(422)
  const [{ ends }] = (await row(sql<{ ends: string }>`select ends_on::text as ends from covenant
    where id = ${covenant.id}`)) as [{ ends: string }]
  expect((await decide('extended', ends)).status).toBe(303)
  expect(await state()).toBe('joined')
  const mails = await row(sql<{ subject: string }>`select subject from message where recipient = ${email}
    and kind = 'covenant-steer' order by created_at`)
  expect(mails.map(({ subject }) => subject.split(' ')[0])).toEqual(['Voornemen', 'Uw', 'Uw', 'Uw'])
})

test('a PDF that was signed elsewhere is kept as it came, and a person says what it means', async (context) => {
  const missing = await installPdfsig()
  if (missing !== undefined) return context.skip(`no pdfsig: ${missing}`)
  const covenant = await ready('Bakkerij', 'Café')
  const { id } = covenant.parties[0]!
  const anna = await desk.visit(covenant.officer)
  const place = `/balie/convenanten/${covenant.id}/tekenen/${id}`
  const bytes = signedPdf(original)
  const pdf = (name: string, content: Buffer) => new File([new Uint8Array(content)], name, { type: 'application/pdf' })
  expect(
    (await anna.post(`${place}/bestand`, { soort: 'signed', bestand: new File(['x'], 'x.pdf'), waar: '' })).status,
  ).toBe(422)
  expect(
    (await anna.post(`${place}/bestand`, { soort: 'scan', bestand: pdf('scan.pdf', original), waar: '' })).status,
  ).toBe(422)
  expect(
    (await anna.post(`${place}/bestand`, { soort: 'signed', bestand: pdf('getekend.pdf', bytes), waar: '' })).status,
  ).toBe(303)
  const [kept] = await row(
    sql<{ id: string; hash: string }>`select id, hash from covenant_file where participant = ${id}`,
  )
  const shown = await (await anna.get(place)).text()
  expect(shown).toContain('Ondertekening ongewijzigd; van wie hij is, is niet beoordeeld')
  expect(shown).toContain('begint met precies de bytes die zijn vastgesteld')
  expect(shown).not.toContain('gekwalificeerde handtekening.')
  const file = await anna.get(`${place}/bestand/${kept!.id}`)
  expect(Buffer.compare(Buffer.from(await file.arrayBuffer()), bytes)).toBe(0)
  expect((await needed(desk.db, [kept!.hash])).has(kept!.hash)).toBe(true)
  const report = { over: kept!.id, zegt: 'qualified', rapport: pdf('rapport.pdf', original) }
  expect((await anna.post(`${place}/rapport`, { ...report, zegt: '' })).status).toBe(422)
  expect((await anna.post(`${place}/rapport`, report)).status).toBe(303)
  expect(await (await anna.get(place)).text()).toContain('Validatierapport')
  // Nothing counts before a person looked.
  expect(await signaturesOf(covenant.id)).toEqual([])
  const accept = { naam: 'Bep', functie: 'directeur', grond: 'trade-register', gezien: 'ja', toelichting: '' }
  // Who added it does not accept it.
  const dirk = await desk.visit(covenant.decider)
  expect((await dirk.post(`${place}/bestand/${kept!.id}/teken`, { ...accept, gezien: '' })).status).toBe(422)
  expect((await dirk.post(`${place}/bestand/${kept!.id}/teken`, accept)).status).toBe(303)
  expect(await signaturesOf(covenant.id)).toMatchObject([{ channel: 'pdf', file: kept!.id, by: covenant.decider.id }])
  expect((await dirk.post(`${place}/bestand/${kept!.id}/teken`, accept)).status).toBe(409)
  // The other party, and who works for it, see nothing of the file.
  const other = await desk.visit(covenant.parties[1]!.person)
  expect((await other.get(`${place}/bestand/${kept!.id}`)).status).toBe(403)
  expect(desk.faults).toEqual([])
})

test('of a contact that changes the old link ends, and a link is handed over where no mail goes', async () => {
  const covenant = await ready()
  const { id, email } = covenant.parties[0]!
  const anna = await desk.visit(covenant.officer)
  const place = `/balie/convenanten/${covenant.id}/tekenen/${id}/link`
  expect((await anna.post(place)).status).toBe(303)
  const live = () => row(sql`select from covenant_link where participant = ${id} and ended_at is null`)
  expect(await live()).toHaveLength(1)
  expect((await anna.post(place)).status).toBe(303)
  expect(await live()).toHaveLength(1)
  await sql`update covenant_participant set contact_email = '' where id = ${id}`.execute(desk.db)
  expect(await live()).toEqual([])
  const handed = await (await anna.post(place)).text()
  expect(handed).toMatch(/\/tekenen\/[\w-]{43}"/)
  expect(handed).not.toContain('werkt één keer')
  expect(await row(sql`select from message where recipient = ${email} and kind = 'covenant-link'`)).toHaveLength(2)
})
