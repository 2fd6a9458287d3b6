/** Who is invited gets a link without a second act; and an observer reads and talks along, and promises nothing. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixed, linkFor, readyCovenant, type Covenant, type Party } from '../../../../test/covenant.ts'
import { unasked } from '../../../../test/database.ts'
import { addOrganisation, addPerson, as, testDeps, testDesk, type TestDesk } from '../../../../test/desk.ts'
import { signingSite } from '../../../../test/signing-site.ts'
import { deskRoutes } from '../../../apps/desk-routes.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { todayIn } from '../../../web/language.ts'
import { participations } from '../progress/terms-store.ts'

const deps = testDeps()
let desk: TestDesk
let site: ReturnType<typeof signingSite>
beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  site = signingSite(desk, deps)
})
afterAll(() => desk.close())

const row = async <T>(query: ReturnType<typeof sql<T>>) => site.row(query)
const lettersTo = (email: string) =>
  row(sql<{ subject: string; body: string }>`select subject, body from message where recipient = ${email}
    and kind = 'covenant-link' order by created_at`)
const secretIn = (body: string): string => /\/tekenen\/([\w-]{43})/.exec(body)![1]!
const text = (path: string) => site.text(path)
const post: typeof site.post = (path, fields) => site.post(path, fields)
const contact = (email: string) => ({ naam: 'Kees Nieuw', functie: 'eigenaar', email })
/** Invites somebody at the desk; gives where that leads and what is said there. */
async function invite(covenant: Covenant, als: 'party' | 'observer', email: string) {
  const organisatie = await addOrganisation(desk.db, desk.municipality.id, `Nieuw ${email}`)
  const anna = await desk.visit(covenant.officer)
  const answer = await anna.post(`/balie/convenanten/${covenant.id}/uitnodigen`, {
    organisatie,
    als,
    ...contact(email),
  })
  expect(answer.status).toBe(303)
  const told = decodeURIComponent(answer.headers.getSetCookie().join())
  const [{ id }] = (await row(sql<{ id: string }>`select id from covenant_participant
    where covenant = ${covenant.id} and organisation = ${organisatie}`)) as [{ id: string }]
  return { id, organisatie, told }
}

test('who is invited while a version is shown gets a link to read, and a link to sign when it was fixed', async () => {
  const covenant = await readyCovenant(desk, ['Bakkerij'])
  const { told } = await invite(covenant, 'party', 'vroeg@nieuw.test')
  expect(told).toContain('De eigen link gaat per e-mail naar Kees Nieuw.')
  const [early, ...none] = await lettersTo('vroeg@nieuw.test')
  expect([early!.subject.startsWith('Lees mee met'), none]).toEqual([true, []])
  expect(await text(`/tekenen/${secretIn(early!.body)}`)).toContain('Waarom dit convenant')
  await fixed(desk, covenant, deps.files)
  await invite(covenant, 'party', 'laat@nieuw.test')
  const [late] = await lettersTo('laat@nieuw.test')
  expect(late!.subject).toContain('Teken het convenant')
  expect(await text(`/tekenen/${secretIn(late!.body)}`)).toContain('U heeft nog niet getekend')
  // The party that was there already is not written to again.
  expect(await lettersTo(covenant.parties[0]!.email)).toEqual([])
})

test('of another contact the link goes to the new mailbox, and the old one opens nothing', async () => {
  const covenant = await readyCovenant(desk, ['Bakkerij'])
  await fixed(desk, covenant, deps.files)
  const { id } = covenant.parties[0]!
  const old = await linkFor(desk.db, covenant, covenant.parties[0]!)
  const anna = await desk.visit(covenant.officer)
  const place = `/balie/convenanten/${covenant.id}/deelnemers/${id}`
  expect((await anna.post(place, contact('ander@bakkerij.test'))).status).toBe(303)
  const [letter] = await lettersTo('ander@bakkerij.test')
  expect((await site.get(`/tekenen/${secretIn(letter!.body)}`)).status).toBe(200)
  expect((await site.get(`/tekenen/${old}`)).status).toBe(410)
  // The same address again is no reason to write.
  expect((await anna.post(place, contact('Ander@bakkerij.test'))).status).toBe(303)
  expect(await lettersTo('ander@bakkerij.test')).toHaveLength(1)
})

test('a link goes to who has not signed yet and has none; who signed is not asked again', async () => {
  const covenant = await readyCovenant(desk, ['Slager', 'Visboer'])
  await fixed(desk, covenant, deps.files)
  const [signer, other] = covenant.parties as [Party, Party]
  await sql`insert into covenant_signature (municipality, id, covenant, version, participant, pdf, odt, json, name,
      function, organisation_name, ground, channel, by)
    select municipality, gen_random_uuid(), covenant, version, ${signer.id}, pdf, odt, json, 'Bep', 'directeur',
      'Slager', 'trade-register', 'desk', ${signer.person.id}
    from covenant_fixed where covenant = ${covenant.id}`.execute(desk.db)
  const anna = await desk.visit(covenant.officer)
  const place = `/balie/convenanten/${covenant.id}/deelnemers`
  expect(await (await anna.get(place)).text()).toContain('aan wie nog niet tekende (1)')
  expect((await anna.post(`${place}/links`, {})).status).toBe(303)
  expect([await lettersTo(signer.email), (await lettersTo(other.email)).length]).toEqual([[], 1])
  expect(await (await anna.get(place)).text()).not.toContain('Verstuur een link')
})

test('before anything is shown nobody gets a link that opens nothing; showing brings it to everybody', async () => {
  const { municipality } = desk
  const officer = await addPerson(desk.db, municipality.id, ['policy-officer'], 'Anna')
  const anna = await desk.visit(officer)
  const shop = await addOrganisation(desk.db, municipality.id, 'Kaas op de Markt')
  await sql`update organisation set street = 'Markt' where id = ${shop}`.execute(desk.db)
  const begin = {
    sjabloon: 'winkelstraat',
    titel: 'De Markt',
    straat: 'Markt',
    begin: daysAfter(todayIn(), 90),
    jaren: '2',
  }
  const place = (await anna.post('/balie/afspraken/beginnen', begin)).headers.get('location')!
  const covenant = { id: place.split('/').at(-1)!, officer } as Covenant
  const { told } = await invite(covenant, 'party', 'markt@nieuw.test')
  expect(told).toContain('De link komt zodra u een versie voorlegt.')
  expect(await lettersTo('markt@nieuw.test')).toEqual([])
  const shown = await anna.post(`${place}/versies/1/voorleggen`, {
    waarom: 'De eerste.',
    termijn: daysAfter(todayIn(), 40),
  })
  expect(decodeURIComponent(shown.headers.getSetCookie().join())).toContain('Er gaat één uitnodiging per e-mail')
  expect(await lettersTo('markt@nieuw.test')).toHaveLength(1)
})

test('an observer reads and talks along, and has no duty, no count and no step that only a party takes', async () => {
  const covenant = await readyCovenant(desk, ['Bakkerij'])
  const email = 'kijkt@mee.test'
  const { id, organisatie } = await invite(covenant, 'observer', email)
  const person = await addPerson(desk.db, desk.municipality.id, ['partner'], 'Olga Waarnemer', organisatie)
  const olga = await desk.visit(person)
  await unasked(desk.db, (tx) =>
    sql`update covenant_version set comments_until = today_here() + 9 where covenant = ${covenant.id}`.execute(tx),
  )
  const own = `/balie/onze-afspraken/${covenant.id}`
  expect((await olga.get(own)).status).toBe(200)
  const secret = secretIn((await lettersTo(email))[0]!.body)
  const said = { artikel: 'waarom', versie: '1', 'reactie-waarom': 'Let op de markt.' }
  expect((await post(`/tekenen/${secret}/reactie`, said)).status).toBe(303)
  // What others wrote to the municipality, and how they sign, is not theirs to see.
  const party = covenant.parties[0]!
  expect(await text(`/tekenen/${secret}`)).not.toContain(party.email)
  expect((await olga.get(`/balie/convenanten/${covenant.id}/tekenen/${party.id}`)).status).toBe(403)
  await sql`update covenant_comment set state = 'answered', answer = 'Ja.', answered_at = now()
    where covenant = ${covenant.id}`.execute(desk.db)
  await unasked(desk.db, (tx) =>
    sql`update covenant_version set comments_until = today_here() - 2 where covenant = ${covenant.id}`.execute(tx),
  )
  await fixed(desk, covenant, deps.files)
  const page = await text(`/tekenen/${secret}`)
  expect(page).toContain('U bent waarnemer. U bevestigt dat u de tekst kent. U belooft niets.')
  expect((await post(`/tekenen/${secret}/code`, { terug: '' })).status).toBe(303)
  const [mail] = await row(sql<{ body: string }>`select body from message where recipient = ${email}
    and kind = 'covenant-code'`)
  const [{ json }] = (await row(sql<{ json: string }>`select json from covenant_fixed
    where covenant = ${covenant.id}`)) as [{ json: string }]
  const answer = await post(`/tekenen/${secret}/teken`, {
    code: /Uw code is: (\d{4} \d{4})/.exec(mail!.body)![1]!,
    naam: 'Olga',
    functie: 'voorzitter',
    grond: 'other',
    toelichting: 'Ik kijk mee.',
    openbaar: 'ja',
    gelezen: 'ja',
    versie: '1',
    json,
  })
  expect(answer.status).toBe(303)
  // The municipality and an observer make no covenant: a party must sign.
  await as(desk.db, covenant.decider, (tx) =>
    sql`select wall.sign_covenant_here((select id from covenant_participant where covenant = ${covenant.id}
      and kind = 'municipality'), ${JSON.stringify({
        version: 1,
        json,
        name: 'Dirk',
        function: 'wethouder',
        ground: 'mayor',
        read: true,
        named: true,
      })}::jsonb)`.execute(tx),
  )
  const state = () => row(sql`select state from covenant where id = ${covenant.id}`)
  expect(await state()).toEqual([{ state: 'open' }])
  const check = await text(`/document-controleren?vingerafdruk=${json}`)
  expect(check).toContain('Getekend door één organisatie.')
  expect(check).not.toContain('Nieuw kijkt@mee.test')
  const asked = await as(desk.db, covenant.officer, (tx) => participations(tx, desk.municipality.id, covenant.id))
  expect(asked.filter(({ kind }) => kind === 'party').map((one) => one.id)).toEqual([party.id])
  expect(asked.some((one) => one.id === id)).toBe(false)
  // Its letter does not ask to sign.
  const anna = await desk.visit(covenant.officer)
  expect((await anna.post(`/balie/convenanten/${covenant.id}/tekenen/${id}/link`)).status).toBe(303)
  const { subject, body } = (await lettersTo(email)).at(-1)!
  expect([subject.startsWith('Bevestig '), body.includes('U belooft niets.')]).toEqual([true, true])
  expect(desk.faults).toEqual([])
})
