/** The yearly report: out of findings, kept as it was made, offered to who takes part, and read by nobody else. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unasked } from '../../../../test/database.ts'
import {
  addOrganisation,
  addPerson,
  as,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../../test/desk.ts'
import { putCovenant, putParty, putStep, terms } from '../../../../test/pledges.ts'
import { asClock } from '../../../db/as.ts'
import { note } from '../../../db/noted-findings.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { todayIn } from '../../../web/language.ts'
import { recompute } from '../progress/kept-store.ts'
import { covenantDeskRoutes } from '../routes.ts'

const today = todayIn()
const deps = testDeps()
let desk: TestDesk
const who: Record<string, TestPerson> = {}
const at: Record<string, Visitor> = {}
const shops: string[] = []
let covenant: string
let meeting: string

beforeAll(async () => {
  desk = await testDesk(covenantDeskRoutes(deps))
  const { id } = desk.municipality
  for (let no = 0; no < 12; no++) shops.push(await addOrganisation(desk.db, id, `Winkel ${no}`))
  const outside = await addOrganisation(desk.db, id, 'Buiten')
  const people = {
    officer: ['policy-officer'],
    verifier: ['security-officer'],
    boss: ['decision-maker'],
    reader: ['fg'],
  } as const
  for (const [name, roles] of Object.entries(people)) who[name] = await addPerson(desk.db, id, roles, name)
  who['shop'] = await addPerson(desk.db, id, ['partner'], 'Eigenaar 0', shops[0])
  who['shop1'] = await addPerson(desk.db, id, ['partner'], 'Eigenaar 1', shops[1])
  who['outside'] = await addPerson(desk.db, id, ['partner'], 'Buiten', outside)
  for (const name of Object.keys(who)) at[name] = await desk.visit(who[name]!)
  const pledge = terms(who['verifier']!, who['officer']!, { due: daysAfter(today, 90), target: 1 })
  covenant = await putCovenant(
    desk.db,
    who['officer']!,
    [
      pledge,
      { ...pledge, id: 'few', title: 'Bij weinigen', population: { of: 'organisations', organisations: [shops[1]!] } },
    ],
    shops.map((organisation, no) => ({ organisation, on: '2026-01-01', named: no === 0 })),
  )
  // One that is named pauses, one that is not leaves.
  const { rows } = await sql<{ id: string; organisation: string }>`select id, organisation from covenant_participant
    where covenant = ${covenant}`.execute(desk.db)
  const part = (no: number) => rows.find(({ organisation }) => organisation === shops[no])!.id
  await putStep(desk.db, part(11), 'left', daysAfter(today, -30))
  await putParty(desk.db, who['officer']!, covenant, {
    organisation: await addOrganisation(desk.db, id, 'Nieuw'),
    on: daysAfter(today, -10),
    named: true,
  })
  await as(desk.db, who['officer']!, (tx) =>
    note(
      tx,
      id,
      who['officer']!.id,
      shops.slice(0, 10).map((shop, no) => ({
        source: 'inspection' as const,
        about: { kind: 'organisation' as const, id: shop },
        norm: 'VEI-11',
        criterion: 'VEI-11.https',
        verdict: no < 4 ? ('unmet' as const) : ('met' as const),
        strength: 'witnessed' as const,
        said: 'Gezien.',
        seenBy: 'Iemand',
        at: daysAfter(today, -20),
        until: daysAfter(today, 200),
      })),
    ),
  )
  await asClock(desk.db, id, (tx) =>
    recompute(tx, id, { norms: deps.catalogue.norms, registers: deps.registers }, today),
  )
  const planned = await at['officer']!.post(`/balie/convenanten/${covenant}/bijeenkomsten/nieuw`, {
    soort: 'yearly',
    datum: today,
    plaats: 'Raadzaal',
    agenda: 'Het jaar.',
  })
  meeting = planned.headers.get('location')!
  for (const [text, participant] of [
    ['Iedereen meet elke maand.', null],
    ['Deze partij krijgt hulp.', part(1)],
  ] as const)
    await unasked(desk.db, (tx) =>
      sql`insert into covenant_decision (municipality, id, covenant, meeting, participant, text, agreed, by)
        values (${id}, gen_random_uuid(), ${covenant}, ${meeting.split('/').at(-1)!}, ${participant}::uuid, ${text},
          'de stuurgroep', ${who['boss']!.id})`.execute(tx),
    )
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

const GIVEN = () => ({
  van: daysAfter(today, -60),
  tot: today,
  voorwoord: 'Een goed jaar.',
  vragen: 'Wie helpt de laatste?\n\nWanneer weer?',
})
const report = (no: number | 'nieuw') => `${meeting}/jaarverslag/${no}`
const ours = (rest = '') => `/balie/onze-afspraken/${covenant}/bijeenkomsten/${meeting.split('/').at(-1)!}${rest}`
const read = async (name: string, path: string) => (await at[name]!.get(path)).text()
const sha = (bytes: ArrayBuffer) => createHash('sha256').update(Buffer.from(bytes)).digest('hex')

test('a foreword and a period that has been are asked, and what was typed stays', async () => {
  for (const [field, value] of [
    ['voorwoord', ''],
    ['tot', daysAfter(today, 1)],
    ['tot', daysAfter(today, -61)],
    ['van', '2026-02-30'],
  ] as const) {
    const answer = await at['officer']!.post(report('nieuw'), { ...GIVEN(), [field]: value })
    const page = await answer.text()
    expect([answer.status, page.includes(`id="fout-${field}"`), page.includes('Wanneer weer?')], field).toEqual([
      422,
      true,
      true,
    ])
  }
  expect((await at['reader']!.post(report('nieuw'), GIVEN())).status).toBe(403)
  expect((await at['boss']!.get(report('nieuw'))).status).toBe(403)
})

test('it tells what was promised and what came of it, each figure with its day and source', async () => {
  expect((await at['officer']!.post(report('nieuw'), GIVEN())).headers.get('location')).toBe(report(1))
  const page = await read('reader', report(1))
  expect(page).toContain('Een goed jaar.')
  expect(page).toContain('officer, functie van officer')
  expect(page).toContain('De website opent altijd via een veilige verbinding.')
  expect(page).toContain('1 van de 20 (5%)')
  expect(page).toMatch(/Nu<[\s\S]*6 van de 10 \(60%\), van 2 niets bekend[\s\S]*minstens gezien door een medewerker/)
  expect(page).toContain('loopt achter')
  expect(page).toContain('Wat is er nodig om “Veilige verbinding”')
  expect(page).toContain('Wie helpt de laatste?')
  expect(page).toContain('Iedereen meet elke maand.')
})

test('it names nobody who did not agree, tells nothing of few, and no decision about one of them', async () => {
  const page = await read('officer', report(1))
  expect(page).toContain('Nieuw begon mee te doen.')
  expect(page).toContain('1 partij die niet bij naam wordt genoemd, stopte.')
  expect(page).not.toContain('Winkel 11')
  expect(page).not.toContain('Deze partij krijgt hulp.')
  expect(page).toMatch(/Bij weinigen[\s\S]*Niet te tonen: er doen te weinig partijen mee\./)
})

test('the files are the bytes that were made, and making again gives another beside it', async () => {
  const kept = () => desk.db.selectFrom('covenant_report').select(['no', 'pdf', 'odt']).orderBy('no').execute()
  const [first] = await kept()
  for (const form of ['pdf', 'odt'] as const) {
    const answer = await at['reader']!.get(`${report(1)}/${form}`)
    expect(answer.headers.get('content-disposition')).toContain(`jaarverslag-1.${form}`)
    expect(sha(await answer.arrayBuffer())).toBe(first![form])
  }
  expect((await at['officer']!.post(report('nieuw'), { ...GIVEN(), voorwoord: 'Anders.' })).status).toBe(303)
  expect((await kept()).map(({ no }) => no)).toEqual([1, 2])
  expect((await kept())[0]).toEqual(first)
  expect(await read('officer', report(1))).toContain('Er is een nieuwer verslag')
  expect(await read('officer', report(2))).toContain('Wat is gevonden sinds jaarverslag 1')
  await expect(
    as(desk.db, who['officer']!, (tx) => sql`update covenant_report set foreword = 'x'`.execute(tx)),
  ).rejects.toThrow()
})

test('a party reads it once it was offered, with its own acts; who takes no part finds nothing', async () => {
  expect((await at['shop']!.get(ours('/jaarverslag/2'))).status).toBe(404)
  expect((await at['reader']!.post(`${report(2)}/aanbieden`, {})).status).toBe(403)
  expect((await at['officer']!.post(`${report(2)}/aanbieden`, {})).status).toBe(303)
  expect((await at['officer']!.post(`${report(2)}/aanbieden`, {})).status).toBe(409)
  const mail = await desk.db.selectFrom('message').select('body').where('key', 'like', '%/report/2/%').execute()
  expect(mail).toHaveLength(12)
  expect(mail[0]!.body).toContain(ours('/jaarverslag/2'))
  expect(await read('shop', ours('/jaarverslag/2'))).toContain('Anders.')
  expect((await at['shop']!.get(ours('/jaarverslag/2/pdf'))).status).toBe(200)
  expect((await at['shop']!.get(ours('/jaarverslag/1'))).status).toBe(404)
  expect((await at['shop']!.get(report(2))).status).toBe(403)
  for (const path of ['', '/jaarverslag/2', '/jaarverslag/2/pdf'])
    expect((await at['outside']!.get(ours(path))).status, path).toBe(404)
  expect((await at['outside']!.get(`/balie/onze-afspraken/${covenant}/bijeenkomsten`)).status).toBe(404)
})

test('a party reads the agenda, what was decided and what is about itself; never what is about another', async () => {
  const mine = await read('shop1', ours())
  expect(mine).toContain('Het jaar.')
  expect(mine).toMatch(/Besloten over u:<\/strong> Deze partij krijgt hulp\./)
  expect(mine).toContain('Jaarverslag 2')
  expect(mine).not.toContain('Jaarverslag 1<')
  const other = await read('shop', ours())
  expect(other).toContain('Iedereen meet elke maand.')
  expect(other).not.toContain('Deze partij krijgt hulp.')
  for (const table of ['covenant_meeting', 'covenant_decision', 'covenant_report', 'covenant_report_offer'] as const)
    expect(
      await as(desk.db, who['outside']!, (tx) => tx.selectFrom(table).select('covenant').execute()),
      table,
    ).toEqual([])
  const reports = await as(desk.db, who['shop']!, (tx) => tx.selectFrom('covenant_report').select('no').execute())
  expect(reports).toEqual([{ no: 2 }])
})

test('a meeting to come that nobody was told of is not there for a party', async () => {
  const planned = await at['officer']!.post(`/balie/convenanten/${covenant}/bijeenkomsten/nieuw`, {
    soort: 'steering',
    datum: daysAfter(today, 20),
    plaats: '',
    agenda: 'Nog te bedenken.',
  })
  const path = planned.headers.get('location')!
  const own = path.replace('/convenanten/', '/onze-afspraken/')
  expect((await at['shop']!.get(own)).status).toBe(404)
  await at['officer']!.post(`${path}/uitnodigen`, {})
  expect(await read('shop', own)).toContain('U bent uitgenodigd.')
})

test('the evaluation leads to what it rests on', async () => {
  expect(await read('reader', `/balie/convenanten/${covenant}/evaluatie`)).toContain(`href="${report(2)}"`)
})
