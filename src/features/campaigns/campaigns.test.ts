/** A campaign from its first word to its outcome: what is fixed, who goes first, and what everybody reads of it. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unasked } from '../../../test/database.ts'
import {
  addOrganisation,
  addPerson,
  as,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { tick } from '../../apps/clock.ts'
import { sha256 } from '../../lib/canonical.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { drawDayFrom, drawFirst, seedOf } from '../../scoring/campaign-draw.ts'
import { todayIn } from '../../web/language.ts'
import { planOf } from './store.ts'
import { keepReach } from './write-store.ts'
import { campaignTimers } from './timers.ts'

const today = todayIn()
const deps = testDeps()
const norm = deps.catalogue.norms.find(({ id }) => id === 'VEI-01')!
const criterion = norm.criteria[0]!.id
let desk: TestDesk
let anna: TestPerson
let chantal: TestPerson
let vera: TestPerson
let partner: TestPerson
let officer: Visitor
let colleague: Visitor
let publisher: Visitor
const shops: string[] = []

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { id } = desk.municipality
  for (let at = 1; at <= 27; at++) shops.push(await addOrganisation(desk.db, id, `Winkel ${at}`))
  anna = await addPerson(desk.db, id, ['policy-officer'], 'Anna')
  chantal = await addPerson(desk.db, id, ['account-manager'], 'Chantal')
  vera = await addPerson(desk.db, id, ['publisher'], 'Vera')
  partner = await addPerson(desk.db, id, ['partner'], 'Piet', shops[0]!)
  ;[officer, colleague, publisher] = await Promise.all([desk.visit(anna), desk.visit(chantal), desk.visit(vera)])
  await desk.db
    .insertInto('published.publication')
    .values({
      municipality: id,
      no: 1,
      by_name: 'Vera',
      by_function: 'medewerker publicatie',
      provisional: false,
      catalogue_version: deps.catalogue.version,
      catalogue: JSON.stringify(deps.catalogue),
      versions: JSON.stringify({ leidraad: '1', axe: '4', lists: '7' }),
      self_test: null,
      summary: '{}',
      at: new Date(`${daysAfter(today, -40)}T12:00:00Z`),
    })
    .execute()
  // Of the last five nothing is known.
  for (const [at, shop] of shops.slice(0, 22).entries()) await see(shop, at < 2 ? 'met' : 'unmet', -30)
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

/** Somebody saw how this organisation stands, so many days from today. */
const see = (about: string, verdict: 'met' | 'unmet', days: number) =>
  unasked(desk.db, (tx) =>
    tx
      .insertInto('noted_finding')
      .values({
        municipality: desk.municipality.id,
        id: uuid(),
        source: 'inspection',
        about_kind: 'organisation',
        about,
        norm: norm.id,
        criterion,
        verdict,
        strength: 'witnessed',
        said: 'gezien',
        seen_by: 'schouwer',
        seen_on: daysAfter(today, days),
        until: daysAfter(today, days + 700),
        by: anna.id,
      })
      .execute(),
  )
const words = (title: string) => ({
  norm: norm.id,
  titel: title,
  doel: 'Elke winkel heeft een veilige verbinding.',
  punten: [criterion],
  bewijs: 'measured',
  groep: '',
  lot: 'organisation',
  verdeling: 'none',
  loting: drawDayFrom('lotto', daysAfter(today, 1)),
  bron: 'lotto',
  van: daysAfter(today, 8),
  tot: daysAfter(today, 36),
  na: daysAfter(today, 57),
  manieren: ['letter', 'email'],
  stap1: 'Bel uw websitebouwer.',
  stap2: 'Vraag om een certificaat.',
  stap3: 'Kijk of er een slotje staat.',
})
async function begin(title: string, more: Record<string, string> = {}): Promise<string> {
  const made = await officer.post('/balie/campagnes/nieuw', { ...words(title), ...more })
  expect(made.status).toBe(303)
  return made.headers.get('location')!
}
const idOf = (path: string) => path.split('/').at(-1)!
const rowOf = (path: string) =>
  desk.db.selectFrom('campaign').selectAll().where('id', '=', idOf(path)).executeTakeFirstOrThrow()
const shownOf = async (path: string) =>
  desk.db
    .selectFrom('published.campaign')
    .selectAll()
    .where('number', '=', (await rowOf(path)).number)
    .executeTakeFirst()
const members = (path: string) =>
  desk.db.selectFrom('campaign_member').selectAll().where('campaign', '=', idOf(path)).orderBy('organisation').execute()
/** Lets time pass: the days of the campaign come so much closer. */
const wait = (path: string, days: number) =>
  unasked(desk.db, (tx) =>
    sql`update campaign set draw_on = draw_on - ${days}::int, starts = starts - ${days}::int,
      until = until - ${days}::int, after = after - ${days}::int where id = ${idOf(path)}`.execute(tx),
  )
async function fix(title: string, more: Record<string, string> = {}): Promise<string> {
  const path = await begin(title, more)
  expect((await officer.post(`${path}/vastleggen`, { versie: '1' })).status).toBe(303)
  return path
}
async function drawn(title: string, more: Record<string, string> = {}): Promise<string> {
  const path = await fix(title, more)
  await wait(path, 7)
  expect((await colleague.post(`${path}/loten`, { getal: '3 11 19 24 38 41' })).status).toBe(303)
  return path
}
/** One of which the first day is today. */
async function begun(title: string): Promise<string> {
  const path = await drawn(title)
  await wait(path, 1)
  return path
}

test('a form that is not right comes back with what was typed', async () => {
  const noDraw = { ...words('Slotje'), loting: daysAfter(drawDayFrom('lotto', daysAfter(today, 1)), 1) }
  const off = await officer.post('/balie/campagnes/nieuw', noDraw)
  expect(await off.text()).toContain('Kies een dag waarop de trekking is. Lotto is op zaterdag.')
  const own = await officer.post('/balie/campagnes/nieuw', { ...words('Slotje'), bron: 'Mijn eigen getal' })
  expect([off.status, own.status]).toEqual([422, 422])
  const wrong = { ...words('Slotje'), doel: 'Vraag het aan bea@winkel.test', loting: today, na: today }
  const answer = await officer.post('/balie/campagnes/nieuw', wrong)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const told of ['Noem geen e-mailadres', 'De loting is op een latere dag', 'De nameting is na de laatste dag'])
    expect(page).toContain(told)
  expect(page).toContain('bea@winkel.test')
  expect((await colleague.post('/balie/campagnes/nieuw', { ...words('Slotje'), norm: 'VEI-99' })).status).toBe(422)
})

test('a draft is changed by one at a time, and nobody outside the desk reads it', async () => {
  const path = await begin('Concept')
  const change = (titel: string, versie: string) => officer.post(`${path}/wijzigen`, { ...words(titel), versie })
  expect((await change('Anders', '1')).status).toBe(303)
  const late = await change('Te laat', '1')
  expect(late.status).toBe(409)
  expect((await rowOf(path)).title).toBe('Anders')
  expect(await shownOf(path)).toBeUndefined()
  // A colleague reads it and may change it, as its page says.
  const read = await (await colleague.get(path)).text()
  expect(read).toContain('Alleen collega’s aan de balie lezen het.')
  expect(read).toContain('Concept wijzigen')
  expect((await publisher.post(`${path}/vastleggen`, { versie: '2' })).status).toBe(403)
  expect((await (await desk.visit(partner)).get(path)).status).toBe(403)
})

test('what is fixed is public with its hash, and stays as it is, whoever tries', async () => {
  const path = await fix('Vastgelegd')
  const row = await rowOf(path)
  const plan = planOf(row)!
  expect(sha256(row.plan!)).toBe(row.hash)
  // Five of which nothing is known are not meant: that is told.
  expect(plan).toMatchObject({ meant: 22, leftOut: 5, before: today, probe: { publication: 1, axe: '4' } })
  expect(plan.clusters).toHaveLength(22)
  for (const shop of shops) expect(row.plan).not.toContain(shop)
  expect(await shownOf(path)).toMatchObject({
    state: 'frozen',
    plan: row.plan,
    hash: row.hash,
    value: null,
    firsts: [],
  })
  const tries = [
    sql`update campaign set title = 'Mooier' where id = ${row.id}`,
    sql`update campaign set after = after + 1 where id = ${row.id}`,
    sql`update campaign set state = 'draft' where id = ${row.id}`,
    sql`insert into campaign_member (municipality, campaign, organisation, cluster, stratum, before)
      values (${row.municipality}, ${row.id}, ${shops[23]}, 'nr. 99', 1, false)`,
    sql`update campaign_member set after = true where campaign = ${row.id}`,
    sql`insert into campaign_reach (municipality, campaign, id, organisation, way, outcome, day, by)
      values (${row.municipality}, ${row.id}, ${uuid()}, ${shops[0]}, 'letter', 'sent', ${today}, ${anna.id})`,
  ]
  for (const each of tries) await expect(as(desk.db, anna, (tx) => each.execute(tx))).rejects.toThrow()
  expect((await officer.post(`${path}/wijzigen`, { ...words('Mooier'), versie: '1' })).status).toBe(409)
  expect((await officer.get(`${path}/wijzigen`)).status).toBe(409)
  expect(await rowOf(path)).toEqual(row)
})

test('a plan that says something else than its columns is not fixed', async () => {
  const path = await begin('Twee verhalen')
  const { id, municipality } = await rowOf(path)
  const plan = JSON.stringify({ title: 'Een ander verhaal' })
  await expect(
    as(desk.db, anna, (tx) =>
      sql`update campaign set state = 'frozen', plan = ${plan}, hash = ${sha256(plan)}, salt = ${uuid()},
        frozen_by = ${anna.id}, frozen_at = now() where municipality = ${municipality} and id = ${id}`.execute(tx),
    ),
  ).rejects.toThrow(/not what is fixed/)
})

test('another draws, on its day, and everybody can work it out again', async () => {
  const path = await fix('Loting')
  const value = '3 11 19 24 38 41'
  expect((await colleague.post(`${path}/loten`, { getal: value })).status).toBe(409)
  await wait(path, 7)
  expect((await officer.post(`${path}/loten`, { getal: value })).status).toBe(403)
  for (const getal of ['drie', '7', '1 2 3 4 5 5', '1 2 3 4 5 46', '0 1 2 3 4 5', '1 2 3 4 5 6 7']) {
    const wrong = await colleague.post(`${path}/loten`, { getal })
    expect(wrong.status, getal).toBe(422)
    expect(await wrong.text()).toContain('Vul 6 verschillende getallen van 1 tot en met 45 in')
  }
  const { id, hash } = await rowOf(path)
  // A seed that was chosen is refused, and so is a draw by who fixed it.
  for (const [who, seed] of [
    [chantal, sha256('liever deze')],
    [anna, seedOf(hash!, value)],
  ] as const)
    await expect(
      as(desk.db, who, (tx) =>
        sql`update campaign set state = 'drawn', value = ${value}, seed = ${seed}, drawn_by = ${who.id},
          drawn_at = now() where id = ${id}`.execute(tx),
      ),
    ).rejects.toThrow()
  for (const no of ['7', '1 2 3 4 5 5', '1 2 3 4 5 46'])
    await expect(
      as(desk.db, chantal, (tx) =>
        sql`update campaign set state = 'drawn', value = ${no}, seed = ${seedOf(hash!, no)}, drawn_by = ${chantal.id},
          drawn_at = now() where id = ${id}`.execute(tx),
      ),
      no,
    ).rejects.toThrow('no outcome of that draw')
  // However it is typed, there is one draw; and a number written otherwise is refused by the database too.
  const otherwise = '41-38,24 19.011 03'
  await expect(
    as(desk.db, chantal, (tx) =>
      sql`update campaign set state = 'drawn', value = ${otherwise}, seed = ${seedOf(hash!, otherwise)},
        drawn_by = ${chantal.id}, drawn_at = now() where id = ${id}`.execute(tx),
    ),
  ).rejects.toThrow('written in one way')
  expect((await colleague.post(`${path}/loten`, { getal: otherwise })).status).toBe(303)
  const row = await rowOf(path)
  const all = await members(path)
  const first = drawFirst(
    seedOf(row.hash!, value),
    all.map(({ cluster: label, stratum }) => ({ label, stratum })),
  )
  expect(first.size).toBe(11)
  expect(new Set(all.filter((each) => each.first).map(({ cluster }) => cluster))).toEqual(first)
  expect((await shownOf(path))!.firsts.toSorted()).toEqual([...first].toSorted())
  expect((await colleague.post(`${path}/loten`, { getal: value })).status).toBe(409)
})

test('it stops before the draw with why, and not after', async () => {
  const path = await fix('Stopt')
  expect((await officer.post(`${path}/stoppen`, { waarom: '' })).status).toBe(422)
  expect((await officer.post(`${path}/stoppen`, { waarom: 'De norm is gewijzigd.' })).status).toBe(303)
  expect(await shownOf(path)).toMatchObject({ state: 'stopped', stopped_why: 'De norm is gewijzigd.' })
  const twice = await officer.post(`${path}/stoppen`, { waarom: 'Nog eens.' })
  expect([twice.status, (await twice.text()).includes('Deze campagne was al gestopt.')]).toEqual([409, true])
  const other = await drawn('Stopt niet')
  expect((await officer.post(`${other}/stoppen`, { waarom: 'Het valt tegen.' })).status).toBe(409)
  expect((await rowOf(other)).state).toBe('drawn')
})

test('who was reached is written down of who is there, and in public only with the outcome', async () => {
  const path = await begun('Bereik')
  const turn = (await members(path)).filter(({ first }) => first).map(({ organisation }) => organisation)
  const write = (wie: readonly string[], more = {}) =>
    officer.post(`${path}/bereikt`, { wie, manier: 'letter', hoe: 'reached', dag: today, ...more })
  expect((await write([])).status).toBe(422)
  expect((await write(turn.slice(0, 1), { dag: daysAfter(today, 1) })).status).toBe(422)
  // Of what is told each day the difference of two days would be one organisation: nothing changes in public.
  const before = await shownOf(path)
  for (const wie of [turn.slice(0, 5), turn.slice(5, 6)]) {
    expect((await write(wie)).status).toBe(303)
    expect(await shownOf(path)).toEqual(before)
  }
  // Reached stays reached, whatever is written down later, at the desk as in public.
  expect((await write(turn.slice(0, 1), { hoe: 'absent', manier: 'phone' })).status).toBe(303)
  expect((await write(turn.slice(7, 8), { hoe: 'sent' })).status).toBe(303)
  const told = (await (await officer.get(path)).text()).replaceAll(/<[^>]+>/g, '')
  expect(told).toContain('Bereikt: 6. Verstuurd: 1. Wil niet: 0. Niemand getroffen: 0.')
  // Those that wait are on another page: from this one they cannot be written to.
  const waits = (await members(path)).filter(({ first }) => !first).map(({ organisation }) => organisation)
  await write(waits.slice(0, 5))
  expect(await desk.db.selectFrom('campaign_reach').select('id').where('organisation', 'in', waits).execute()).toEqual(
    [],
  )
  const page = await (await officer.get(`${path}/wie`)).text()
  expect(page).toContain('bereikt, brief')
  expect(await (await officer.get(`${path}/wie?toon=wacht`)).text()).toContain('wachten tot na')
})

test('nobody is reached before the campaign begins, by no way', async () => {
  const path = await drawn('Nog niet')
  const { id, municipality, starts } = await rowOf(path)
  expect(starts).toBe(daysAfter(today, 1))
  const [{ organisation } = { organisation: '' }] = (await members(path)).filter(({ first }) => first)
  const early = await officer.post(`${path}/bereikt`, {
    wie: [organisation],
    manier: 'visit',
    hoe: 'reached',
    dag: today,
  })
  expect(early.status).toBe(422)
  expect(await early.text()).toContain('Kies een dag vanaf de eerste dag van de campagne')
  expect((await officer.post(`${path}/mailen`)).status).toBe(409)
  expect(await (await officer.get(`${path}/wie`)).text()).toContain('Vanaf die dag legt u vast wie is bereikt.')
  const on = (day: string) =>
    as(desk.db, anna, (tx) =>
      keepReach(tx, municipality, id, anna.id, [organisation], { way: 'visit', outcome: 'reached', day }),
    )
  await expect(on(today)).rejects.toThrow('nobody is reached before the start')
  await wait(path, 1)
  await expect(on(daysAfter(today, -1))).rejects.toThrow('nobody is reached before the start')
  await expect(on(daysAfter(today, 1))).rejects.toThrow('nobody is reached before the start')
  await on(today)
})

test('however many are reached at once, the database looks once', async () => {
  const path = await begun('Duizenden')
  const { id: campaign, municipality } = await rowOf(path)
  await unasked(desk.db, (tx) =>
    sql`insert into campaign_member (municipality, campaign, organisation, cluster, stratum, first)
      select ${municipality}, ${campaign}, gen_random_uuid(), 'lot ' || n, 1, true
      from generate_series(1, 20000) n`.execute(tx),
  )
  const many = (await members(path)).map(({ organisation }) => organisation)
  const reached = { way: 'letter', outcome: 'sent', day: today } as const
  /** How often functions of the database about campaigns were called for so many. */
  const calls = (from: number, until: number) =>
    as(desk.db, anna, async (tx) => {
      const count = async () => {
        const { rows } = await sql<{ calls: number }>`select coalesce(sum(calls), 0)::int as calls
          from pg_stat_xact_user_functions where funcname like '%campaign%'`.execute(tx)
        return rows[0]!.calls
      }
      await sql`reset role`.execute(tx)
      await sql`set local track_functions = 'all'`.execute(tx)
      await sql`set local role leidraad_desk`.execute(tx)
      const before = await count()
      await keepReach(tx, municipality, campaign, anna.id, many.slice(from, until), reached)
      return (await count()) - before
    })
  expect(await calls(0, 100)).toBe(1)
  expect(await calls(100, 20_000)).toBe(1)
})

/** Who said no once is written to by no campaign after it. */
let refuser = ''
test('mail goes once, to who goes first and did not refuse', async () => {
  const path = await begun('E-mail')
  const turn = (await members(path)).filter(({ first }) => first).map(({ organisation }) => organisation)
  const municipality = desk.municipality.id
  const [addressed, refused] = turn
  refuser = refused!
  for (const [at, organisation] of [addressed!, refused!].entries())
    await addPerson(desk.db, municipality, ['partner'], `Eigenaar ${at}`, organisation)
  const here = { wie: [refused!], manier: 'phone', hoe: 'refused', dag: today }
  await officer.post(`${path}/bereikt`, here)
  const mailed = async () =>
    (await desk.db.selectFrom('message').select(['object', 'body']).where('kind', '=', 'campaign').execute()).filter(
      ({ object }) => turn.some((id) => object === `organisation/${id}`),
    )
  expect((await officer.post(`${path}/mailen`)).status).toBe(303)
  const sent = await mailed()
  expect(sent.map(({ object }) => object)).toContain(`organisation/${addressed}`)
  expect(sent.map(({ object }) => object)).not.toContain(`organisation/${refused}`)
  expect(sent[0]!.body).toContain('1. Bel uw websitebouwer.')
  await officer.post(`${path}/mailen`)
  expect(await mailed()).toHaveLength(sent.length)
})

test('the outcome comes after its day, once, also when there is nothing to see', async () => {
  const path = await drawn('Uitkomst')
  expect((await publisher.post(`${path}/uitkomst`)).status).toBe(409)
  await wait(path, 50)
  const all = await members(path)
  // Of one nothing was seen since: it is counted as not known.
  const seen = all.slice(1)
  for (const [at, { organisation }] of seen.entries()) await see(organisation, at % 2 === 0 ? 'met' : 'unmet', -2)
  expect((await colleague.post(`${path}/uitkomst`)).status).toBe(403)
  expect((await publisher.post(`${path}/uitkomst`)).status).toBe(303)
  const row = await rowOf(path)
  const { result } = row
  expect(result).toMatchObject({ exact: false, permutations: 20_000, broken: [] })
  expect(result!.first.meant + result!.waiting.meant).toBe(22)
  // Of one group one is missing: neither that is told, nor of how many enough is known.
  expect([result!.first, result!.waiting].map(({ missing }) => missing).toSorted()).toEqual([0, null])
  expect([result!.first, result!.waiting].map(({ known }) => known).toSorted()).toEqual([11, null])
  // Of eleven four may be missing: that is too little to say.
  expect(result).toMatchObject({ verdict: 'too-few', difference: null, interval: null, bounds: null, p: null })
  expect(await shownOf(path)).toMatchObject({ state: 'told', told_on: today, result })
  expect((await publisher.post(`${path}/uitkomst`)).status).toBe(409)
  await expect(
    as(desk.db, vera, (tx) => sql`update campaign set result = '{}' where id = ${row.id}`.execute(tx)),
  ).rejects.toThrow(/stays as it was/)
  const page = await (await officer.get(path)).text()
  expect(page).toContain('De uitkomst staat openbaar: ')
  expect(result!.reach).toEqual({ meant: 11, first: 0, waiting: 0 })
  // Now it is the turn of who waited, and of nobody else; what is public of it stays.
  const waited = all.find(({ first, organisation }) => first === false && organisation !== refuser)!.organisation
  await addPerson(desk.db, desk.municipality.id, ['partner'], 'Wachter', waited)
  expect((await officer.post(`${path}/mailen`)).status).toBe(303)
  const { rows } = await sql<{ first: boolean }>`select distinct m.first from campaign_reach r
    join campaign_member m using (municipality, campaign, organisation) where r.campaign = ${row.id}`.execute(desk.db)
  expect(rows).toEqual([{ first: false }])
  expect((await shownOf(path))!.result).toEqual(result)
  expect(await (await officer.get(`${path}/wie?toon=wacht`)).text()).toContain('nu aan de beurt')
})

test('with another probe after than before nothing is said of a difference', async () => {
  const path = await drawn('Gebroken reeks')
  await wait(path, 50)
  await unasked(desk.db, (tx) =>
    sql`update campaign set plan = jsonb_set(plan::jsonb, '{probe,axe}', '"5"')::text
      where id = ${idOf(path)}`.execute(tx),
  )
  expect((await publisher.post(`${path}/uitkomst`)).status).toBe(303)
  expect((await rowOf(path)).result).toMatchObject({ verdict: 'broken', difference: null, p: null })
})

test('the clock asks for the draw and for the outcome, each once', async () => {
  const path = await fix('Herinnerd')
  const clock = { timers: campaignTimers, postman: undefined, origin: 'https://leidraad.test' }
  const asked = async () =>
    (
      await desk.db
        .selectFrom('task')
        .select('kind')
        .where('object', '=', `campaign/${idOf(path)}`)
        .execute()
    ).map(({ kind }) => kind)
  await tick(desk.db, clock)
  expect(await asked()).toEqual([])
  await wait(path, 7)
  await tick(desk.db, clock)
  await tick(desk.db, clock)
  expect(await asked()).toEqual(['campaign-draw'])
  await colleague.post(`${path}/loten`, { getal: '1 2 3 4 5 6' })
  await wait(path, 50)
  await tick(desk.db, clock)
  expect(await asked()).toEqual(['campaign-draw', 'campaign-result'])
})

test('the papers are made of what is written, each whole', async () => {
  const path = await begin('Op papier')
  for (const name of ['brief', 'affiche', 'raamsticker']) {
    const file = await officer.get(`${path}/${name}.pdf`)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    const page = await file.text()
    expect(page).toContain('<html lang="nl"')
    expect(page).toContain('/normen/VEI-01/zo-doet-u-het')
    expect(page).toContain('Op papier')
  }
  expect(await (await officer.get('/balie/campagnes')).text()).toContain('Op papier')
})
