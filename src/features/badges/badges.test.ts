/** A badge from its ground to its end: what is given, what everybody reads, and what nobody gets done with it. */
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { unasked } from '../../../test/database.ts'
import {
  addOrganisation,
  addPerson,
  as,
  ORIGIN,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
} from '../../../test/desk.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { tick } from '../../apps/clock.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { keptAnswers } from '../../apps/site-kept.ts'
import { createSite } from '../../apps/site.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { day, todayIn } from '../../web/language.ts'
import { keepSightings } from './sightings-store.ts'
import { badgeTimers } from './timers.ts'

const deps = testDeps()
const today = todayIn()
let now = today
let desk: TestDesk
let site: ReturnType<typeof createSite>
let manager: TestPerson
let colleague: TestPerson
let bakery: string
let partner: TestPerson
let participant: string
let covenant: string

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { id } = desk.municipality
  manager = await addPerson(desk.db, id, ['account-manager'], 'Anna')
  colleague = await addPerson(desk.db, id, ['policy-officer'], 'Jeroen')
  bakery = await addOrganisation(desk.db, id, 'Bakkerij De Korenaar')
  partner = await addPerson(desk.db, id, ['partner'], 'Bram', bakery)
  ;({ covenant, participant } = await covenantWith(bakery))
  site = createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality: desk.municipality.slug,
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    contact: { email: 'digitaal@sluiswijk.test', phone: '14 071', days: 10 },
    registers: deps.registers,
    // The day is another one here than that of the clock on the wall.
    kept: keptAnswers(0),
    today: () => now,
    report: (error) => {
      throw error
    },
  })
})
afterAll(() => desk.close())

/** A covenant in force that this organisation joined, unasked: signing has tests of its own. */
async function covenantWith(organisation: string) {
  const [covenant, participant] = [uuid(), uuid()]
  const municipality = desk.municipality.id
  await unasked(desk.db, async (tx) => {
    const no = (await tx.selectFrom('covenant').select('no').execute()).length + 1
    await sql`insert into covenant (municipality, id, no, title, template, template_version, owner, state, ends_on)
      values (${municipality}, ${covenant}, ${no}, 'Veilige winkels', 'proef', '1', ${manager.id}, 'in-force',
        ${daysAfter(today, 900)})`.execute(tx)
    await sql`insert into covenant_version (municipality, covenant, no, state, text, by, shown_at, shown_by, fixed_at,
        fixed_by)
      values (${municipality}, ${covenant}, 2, 'final', '{}', ${manager.id}, now(), ${manager.id}, now(),
        ${manager.id})`.execute(tx)
    await sql`insert into covenant_participant (municipality, id, covenant, organisation, kind, state, contact_email,
        by, joined_on, named)
      values (${municipality}, ${participant}, ${covenant}, ${organisation}, 'party', 'joined', 'bakker@korenaar.test',
        ${manager.id}, ${today}, true)`.execute(tx)
  })
  return { covenant, participant }
}
const noted = (
  organisation: string,
  criterion: string,
  verdict: string,
  seenOn: string,
  more: Record<string, unknown> = {},
) =>
  unasked(desk.db, async (tx) => {
    const id = uuid()
    await tx
      .insertInto('noted_finding')
      .values({
        municipality: desk.municipality.id,
        id,
        source: 'inspection',
        about_kind: 'organisation',
        about: organisation,
        norm: criterion.slice(0, 6),
        criterion,
        verdict: verdict as 'met',
        strength: 'witnessed',
        said: 'gezien',
        seen_by: 'schouwer',
        seen_on: seenOn,
        until: daysAfter(seenOn, 700),
        by: colleague.id,
        ...more,
      })
      .execute()
    return id
  })
/** As it happens outside a test: with the triggers. */
const step = (which: string, name: string, reason = '') =>
  as(desk.db, manager, (tx) =>
    tx
      .insertInto('covenant_step')
      .values({
        municipality: desk.municipality.id,
        participant: which,
        no: 0,
        step: name as 'left',
        reason,
        by: manager.id,
      })
      .execute(),
  )
const text = async (path: string) => (await site.request(ORIGIN + path)).text()
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const consent = { toestemming_door: 'Bram Bakker, eigenaar', toestemming_op: today }
const form = (fields: Record<string, string>) => ({
  beloofd: 'Houdt zich aan het convenant.',
  tot: daysAfter(today, 200),
  ...consent,
  ...fields,
})

async function give(fields: Record<string, string>): Promise<string> {
  const visitor = await desk.visit(manager)
  const answer = await visitor.post('/balie/badges', form(fields))
  expect(answer.status, plain(await answer.clone().text())).toBe(303)
  return answer.headers.get('location')!.split('/').at(-1)!
}
const rowOf = (id: string) => desk.db.selectFrom('badge').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const clock = () => tick(desk.db, { timers: badgeTimers, postman: undefined, today: now, origin: ORIGIN })
const tasks = (object: string) =>
  desk.db.selectFrom('task').selectAll().where('object', '=', object).where('done_at', 'is', null).execute()

let signed: string

test('who joined a covenant gets a badge with consent, and everybody reads it', async () => {
  const visitor = await desk.visit(manager)
  expect(plain(await (await visitor.get('/balie/badges/nieuw')).text())).toContain(
    'Bakkerij De Korenaar Veilige winkels',
  )
  const page = await (await visitor.get(`/balie/badges/nieuw?deelnemer=${participant}`)).text()
  expect(page).toContain('bakker@korenaar.test')
  const without = await visitor.post('/balie/badges', {
    ...form({ grond: 'deelnemer', van: participant }),
    toestemming_door: '',
  })
  expect(without.status).toBe(422)
  expect(plain(await without.text())).toContain('Zonder toestemming van de houder is er geen badge')
  const late = await visitor.post(
    '/balie/badges',
    form({ grond: 'deelnemer', van: participant, tot: daysAfter(today, 400) }),
  )
  expect(late.status).toBe(422)
  signed = await give({ grond: 'deelnemer', van: participant, email: 'bakker@korenaar.test' })
  const { number, listed } = await rowOf(signed)
  expect(listed).toBe(true)
  const shown = plain(await text(`/badges/${spoken(number)}`))
  expect(shown).toContain('Bakkerij De Korenaar')
  expect(shown).toContain(`Deze badge is geldig tot en met ${day('nl', daysAfter(today, 200))}.`)
  expect(shown).toContain('Veilige winkels, versie 2')
  expect(shown).toContain('functie van Anna')
  expect(shown).not.toMatch(/Bram|keurmerk|certified/)
  expect(plain(await text('/badges'))).toContain('Bakkerij De Korenaar')
  expect(plain(await text(`/en/badges/${spoken(number)}`))).toContain('This badge is valid until')
})

test('a number is found however it is written, and one that is nobody’s says so', async () => {
  const { number } = await rowOf(signed)
  const lower = await site.request(`${ORIGIN}/badges/${number.toLowerCase()}`)
  expect(lower.headers.get('location')).toBe(`/badges/${spoken(number)}`)
  const sought = await site.request(`${ORIGIN}/badges?q=${spoken(number)}`)
  expect(sought.headers.get('location')).toContain(`/badges/${spoken(number)}`)
  const unknown = await site.request(`${ORIGIN}/badges/22222-22222`)
  expect(unknown.status).toBe(404)
  expect(plain(await unknown.text())).toContain('Een badge met nummer 22222-22222 hebben wij niet gegeven.')
  const misread = await site.request(`${ORIGIN}/badges/22222-22223`)
  expect(misread.status).toBe(404)
  expect(plain(await misread.text())).toContain('is geen nummer van een badge')
})

test('a holder takes the file along, and it asks us for nothing', async () => {
  const number = spoken((await rowOf(signed)).number)
  const name = `badge-${number}-groot-licht.svg`
  const answer = await site.request(`${ORIGIN}/badges/${number}/${name}`)
  expect(answer.headers.get('content-type')).toContain('image/svg+xml')
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(await answer.text()).toContain('Bakkerij De Korenaar')
  expect(await text(`/badges/${number}`)).toContain(`src=&quot;${name}&quot;`)
  expect((await site.request(`${ORIGIN}/badges/${number}/badge-33333-33333-groot-licht.svg`)).status).toBe(404)
  const sign = await text(`/badges/${number}/bord?maat=a5`)
  expect(sign).toContain('ld-sign--signed ld-sign--a5')
  expect(sign).toContain(`${ORIGIN}/badges/${number}`)
})

test('it is in the API, in the file and in the site map', async () => {
  const number = spoken((await rowOf(signed)).number)
  const one = (await (await site.request(`${ORIGIN}/api/v1/badges/${number}`)).json()) as Record<string, unknown>
  expect(one).toMatchObject({
    nummer: number,
    soort: 'heeft getekend',
    stand: 'geldig',
    houder: 'Bakkerij De Korenaar',
  })
  const csv = await text('/open-data/badges.csv')
  const [head, row] = csv
    .trim()
    .split('\r\n')
    .map((each) => each.split(/[,;]/).length)
  expect(row).toBe(head)
  expect(csv).toContain(number)
  expect(await text('/sitemap/badges-1.xml')).toContain(`/badges/${number}`)
})

/** Found today by who may, as pages do: what stands on it is told at once. */
const found = async (shop: string, criterion: string, verdict: 'unmet' | 'unknown') =>
  as(desk.db, await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Carla'), async (tx) => {
    const by = (await sql<{ me: string }>`select current_person() as me`.execute(tx)).rows[0]!.me
    await tx
      .insertInto('noted_finding')
      .values({
        municipality: desk.municipality.id,
        id: uuid(),
        source: 'inspection',
        about_kind: 'organisation',
        about: shop,
        norm: 'PRV-13',
        criterion,
        verdict,
        strength: 'witnessed',
        said: 'gezien',
        seen_by: 'schouwer',
        seen_on: today,
        until: daysAfter(today, 300),
        by,
      })
      .execute()
  })

test('what was seen gives a badge until a year after the visit, for those norms alone', async () => {
  const shop = await addOrganisation(desk.db, desk.municipality.id, 'Boekhandel Letter')
  await noted(shop, 'PRV-13.schouw', 'met', daysAfter(today, -30))
  await noted(shop, 'STD-01.schouw', 'unmet', daysAfter(today, -30))
  const visitor = await desk.visit(manager)
  const page = await (await visitor.get(`/balie/badges/nieuw?organisatie=${shop}`)).text()
  expect(page).toContain('PRV-13')
  expect(page).not.toContain('STD-01')
  const fields = { grond: 'organisatie', van: shop, gezien_door: 'schouwer' }
  const wrong = await visitor.post('/balie/badges', { ...form(fields), normen: ['STD-01'] })
  expect(wrong.status).toBe(422)
  const late = await visitor.post('/balie/badges', {
    ...form({ ...fields, tot: daysAfter(today, 340) }),
    normen: ['PRV-13'],
  })
  expect(plain(await late.text())).toContain('Hooguit')
  const id = await give({ ...fields, normen: 'PRV-13' })
  const row = await rowOf(id)
  expect(row).toMatchObject({ kind: 'seen', seen_on: daysAfter(today, -30), norms: ['PRV-13'] })
  // A later inspection that differs: the page tells at once, and a task follows.
  await found(shop, 'PRV-13.schouw', 'unmet')
  const shown = plain(await text(`/badges/${spoken(row.number)}`))
  expect(shown).toContain('Deze badge klopt mogelijk niet meer.')
  expect(shown).not.toContain('Draagt u deze badge?')
  expect(
    (await site.request(`${ORIGIN}/badges/${spoken(row.number)}/badge-${spoken(row.number)}-klein-licht.svg`)).status,
  ).toBe(404)
  await clock()
  await clock()
  expect(await tasks(`badge/${id}`)).toMatchObject([{ kind: 'badge-ground', role: 'account-manager' }])
})

test('a badge says what of a norm was looked at; what was not to be seen blocks it, in the database too', async () => {
  const shop = await addOrganisation(desk.db, desk.municipality.id, 'Boekhandel De Leesplank')
  const criterion = 'PRV-13.sparen-zonder-volgen'
  await noted(shop, criterion, 'met', daysAfter(today, -30))
  const visitor = await desk.visit(manager)
  const open = async () => plain(await (await visitor.get(`/balie/badges/nieuw?organisatie=${shop}`)).text())
  const seen = 'Gezien: Sparen of korting kan zonder gevolgd te worden.'
  const others = parse(readFileSync('norms/PRV/PRV-13.yaml', 'utf8')).criteria.length - 1
  const rest = `Niet bekeken: ${others} andere punten van deze norm.`
  const begun = await open()
  for (const said of [seen, rest, 'Bij een bezoek is gezien en in orde: Sparen of korting kan zonder gevolgd'])
    expect(begun).toContain(said)
  const fields = { grond: 'organisatie', van: shop, gezien_door: 'schouwer', normen: 'PRV-13' }
  const id = await give(fields)
  const { number } = await rowOf(id)
  const page = async () => plain(await text(`/badges/${spoken(number)}`))
  for (const said of ['Gezien: Sparen of korting kan', rest]) expect(await page()).toContain(said)
  expect(await page()).not.toMatch(/voldoet aan 1 norm/)
  expect(plain(await text(`/en/badges/${spoken(number)}`))).toContain(
    `Not looked at: ${others} other points of this norm.`,
  )
  // Later another point of the norm was not to be seen: unknown is not met.
  await found(shop, 'PRV-13.volgers', 'unknown')
  expect(await page()).toContain('Deze badge klopt mogelijk niet meer.')
  const other = await addOrganisation(desk.db, desk.municipality.id, 'Kapsalon Half')
  await noted(other, criterion, 'met', daysAfter(today, -30))
  await noted(other, 'PRV-13.volgers', 'unknown', daysAfter(today, -30))
  expect((await visitor.get(`/balie/badges/nieuw?organisatie=${other}`)).status).toBe(409)
  const values = { kind: 'seen', norms: ['PRV-13'], organisation: other, seen_on: daysAfter(today, -30) }
  await expect(raw(manager, { ...values, participant: null, covenant: null })).rejects.toThrow('no ground')
  // What counts for less long than the badge would, of any point of the norm.
  const short = await addOrganisation(desk.db, desk.municipality.id, 'Slager Kort')
  await noted(short, criterion, 'met', daysAfter(today, -30))
  await noted(short, 'PRV-13.volgers', 'met', daysAfter(today, -30), { until: daysAfter(today, 50) })
  await expect(raw(manager, { ...values, organisation: short, participant: null, covenant: null })).rejects.toThrow(
    'not seen so lately',
  )
})

test('a premises of a street carries a badge of its own, also when no organisation is known', async () => {
  const municipality = desk.municipality.id
  const [street, shop] = [uuid(), uuid()]
  await unasked(desk.db, async (tx) => {
    await tx
      .insertInto('street')
      .values({ municipality, id: street, name: 'Havenstraat', slug: 'havenstraat', by: manager.id })
      .execute()
    await tx
      .insertInto('premises')
      .values({ municipality, id: shop, street, name: 'Kapsalon Knip', address: 'Havenstraat 5', by: manager.id })
      .execute()
  })
  const about = { about_kind: 'premises' as const, about: shop }
  await noted(shop, 'PRV-13.schouw', 'met', daysAfter(today, -3), about)
  const visitor = await desk.visit(manager)
  expect(plain(await (await visitor.get('/balie/badges/nieuw')).text())).toContain('Kapsalon Knip')
  const fields = { grond: 'pand', van: shop, gezien_door: 'schouwer', normen: 'PRV-13' }
  const refused = async (says: string, who = visitor) => {
    const answer = await who.post('/balie/badges', form(fields))
    expect([answer.status, plain(await answer.text())]).toEqual([403, expect.stringContaining(says)])
  }
  // What somebody wrote down without a round is no ground, and neither is an outcome before two people released it.
  await refused('De uitkomst is nog niet openbaar')
  const round = uuid()
  await unasked(desk.db, async (tx) => {
    await sql`insert into street_round (municipality, id, street, begins_on, ends_on, questions, one, other, by)
      values (${municipality}, ${round}, ${street}, ${today}, ${today}, '1', ${manager.id}, ${colleague.id},
        ${manager.id})`.execute(tx)
    await sql`insert into street_round_premises (municipality, round, premises)
      values (${municipality}, ${round}, ${shop})`.execute(tx)
    await sql`insert into premises_outcome (municipality, id, round, premises, no, answers, seen_on, until, by)
      values (${municipality}, ${uuid()}, ${round}, ${shop}, 1, '{}', ${today}, ${daysAfter(today, 300)},
        ${colleague.id})`.execute(tx)
    await sql`insert into premises_letter (municipality, round, premises, secret, email, react_until, by)
      values (${municipality}, ${round}, ${shop}, 'x', '', ${today}, ${colleague.id})`.execute(tx)
    await sql`insert into published.street_round (municipality, round, slug, name, begins_on, ends_on, until, told)
      values (${municipality}, ${round}, 'havenstraat', 'Havenstraat', ${today}, ${today}, ${today}, '{}')`.execute(tx)
  })
  const letter = (set: string) => unasked(desk.db, (tx) => sql`update premises_letter set ${sql.raw(set)}`.execute(tx))
  await refused('of de eigenaar kan nog reageren')
  await letter(`react_until = '${daysAfter(today, -1)}'`)
  await refused('De houder zei niet zelf')
  await letter(`consent = true, consent_by = 'Kim'`)
  await refused('Een collega geeft de badge', await desk.visit(colleague))
  const id = await give(fields)
  const row = await rowOf(id)
  expect(row).toMatchObject({ premises: shop, organisation: null, place: 'Havenstraat 5' })
  expect(plain(await text(`/badges/${spoken(row.number)}`))).toContain('Kapsalon Knip')
  expect(plain(await (await visitor.get('/balie/badges/nieuw')).text())).not.toContain('Kapsalon Knip')
})

test('reminders go out at sixty and fourteen days, each once, and the page says when it ended', async () => {
  const { number } = await rowOf(signed)
  const mails = () =>
    desk.db.selectFrom('message').select(['recipient', 'subject']).where('object', '=', `badge/${signed}`).execute()
  for (const [before, ...then] of [
    [61, 0],
    [60, 1],
    [30, 1],
    [14, 2],
    [3, 2],
  ] as const) {
    now = daysAfter(today, 200 - before)
    await clock()
    await clock()
    expect(await mails(), `${before} days before`).toHaveLength(then[0]!)
  }
  expect((await tasks(`badge/${signed}`)).map(({ kind }) => kind).toSorted()).toEqual([
    'badge-ends-14',
    'badge-ends-60',
  ])
  expect(plain(await text(`/badges/${spoken(number)}`))).toContain('Deze badge is nog geldig. Hij loopt af na')
  now = daysAfter(today, 201)
  await clock()
  expect(await tasks(`badge/${signed}`)).toEqual([])
  expect(plain(await text(`/badges/${spoken(number)}`))).toContain('Deze badge is afgelopen.')
  expect(plain(await text('/badges'))).not.toContain('Bakkerij De Korenaar')
  expect((await site.request(`${ORIGIN}/badges/${spoken(number)}/bord`)).status).toBe(302)
  now = today
})

test('a party that pauses or leaves is told of at once, and comes back', async () => {
  const { number } = await rowOf(signed)
  await step(participant, 'paused', 'Verbouwing')
  expect(plain(await text(`/badges/${spoken(number)}`))).toContain('staat stil sinds')
  await clock()
  expect(await tasks(`badge/${signed}`)).toHaveLength(1)
  await step(participant, 'resumed')
  await clock()
  expect(await tasks(`badge/${signed}`)).toEqual([])
  expect(plain(await text(`/badges/${spoken(number)}`))).toContain('Deze badge is geldig')
})

test('its holder sees it, hands it back, and nobody else of a partner does', async () => {
  const own = await desk.visit(partner)
  expect(plain(await (await own.get('/balie/onze-badge')).text())).toContain('Veilige winkels')
  const elsewhere = await desk.visit(
    await addPerson(
      desk.db,
      desk.municipality.id,
      ['partner'],
      'Dirk',
      await addOrganisation(desk.db, desk.municipality.id, 'Café Anker'),
    ),
  )
  expect(plain(await (await elsewhere.get('/balie/onze-badge')).text())).toContain('heeft geen badge')
  expect((await elsewhere.post(`/balie/onze-badge/${signed}/teruggeven`, { reden: '' })).status).toBe(404)
  expect((await own.post(`/balie/onze-badge/${signed}/teruggeven`, { reden: 'Wij stoppen ermee.' })).status).toBe(303)
  const { number, ended_by: by } = await rowOf(signed)
  expect(by).toBe(partner.id)
  const shown = plain(await text(`/badges/${spoken(number)}`))
  expect(shown).toContain('gaf deze badge terug op')
  expect(shown).toContain('Wij stoppen ermee.')
  const boss = await desk.visit(manager)
  expect((await boss.post(`/balie/badges/${signed}/intrekken`, { reden: 'te laat' })).status).toBe(409)
})

test('the municipality withdraws with a reason that everybody reads, also when the holder is renamed', async () => {
  const id = await give({ grond: 'deelnemer', van: participant })
  const boss = await desk.visit(manager)
  const { number } = await rowOf(id)
  expect((await boss.post(`/balie/badges/${id}/intrekken`, { reden: '' })).status).toBe(422)
  expect(
    (await boss.post(`/balie/badges/${id}/intrekken`, { reden: 'De afspraken zijn niet nagekomen.' })).status,
  ).toBe(303)
  await desk.db.updateTable('organisation').set({ name: 'Bakkerij Nieuw' }).where('id', '=', bakery).execute()
  const shown = plain(await text(`/badges/${spoken(number)}`))
  expect(shown).toContain('De gemeente trok deze badge in op')
  expect(shown).toContain('De afspraken zijn niet nagekomen.')
  expect(shown).toContain('Bakkerij De Korenaar')
  await desk.db.updateTable('organisation').set({ name: 'Bakkerij De Korenaar' }).where('id', '=', bakery).execute()
})

const raw = (who: TestPerson, values: Record<string, unknown>) =>
  as(desk.db, who, (tx) =>
    tx
      .insertInto('badge')
      .values({
        municipality: desk.municipality.id,
        id: uuid(),
        number: uuid(),
        kind: 'signed',
        holder: 'X',
        organisation: bakery,
        participant,
        covenant,
        covenant_version: 2,
        told: JSON.stringify({ norms: [], covenant: null, promised: '', seenBy: '', seenOn: null, givenBy: '' }),
        valid_until: daysAfter(today, 100),
        consent_by: 'x',
        consent_on: today,
        by: who.id,
        ...values,
      } as never)
      .execute(),
  )

test('the database gives no badge without its ground, whoever asks', async () => {
  await expect(raw(manager, { covenant_version: 1 })).rejects.toThrow('no party')
  await expect(raw(manager, { valid_until: daysAfter(today, 400) })).rejects.toThrow('badge_check')
  await expect(raw(manager, { ground: 'left' })).rejects.toThrow('no ground')
  await expect(raw(manager, { kind: 'seen', norms: ['VEI-11'], seen_on: today })).rejects.toThrow('no ground')
  await expect(
    raw(manager, { organisation: await addOrganisation(desk.db, desk.municipality.id, 'Elders') }),
  ).rejects.toThrow('no party')
  const adviser = await addPerson(desk.db, desk.municipality.id, ['adviser'], 'Eva')
  await expect(raw(adviser, {})).rejects.toThrow()
  await expect(raw(partner, {})).rejects.toThrow()
  await expect(
    as(desk.db, manager, (tx) =>
      tx.updateTable('badge').set({ ended: 'handed-back' }).where('id', '=', signed).execute(),
    ),
  ).rejects.toThrow('this badge ended')
  await expect(
    as(desk.db, manager, (tx) => tx.deleteFrom('badge').where('id', '=', signed).execute()),
  ).rejects.toThrow()
})

test('who agreed is forgotten a year after the end; what everybody reads stays', async () => {
  const before = await text(`/badges/${spoken((await rowOf(signed)).number)}`)
  await unasked(desk.db, (tx) =>
    tx
      .updateTable('badge')
      .set({ ended_on: daysAfter(today, -400) })
      .where('id', '=', signed)
      .execute(),
  )
  await clock()
  expect(await rowOf(signed)).toMatchObject({ email: '', consent_by: '(gewist)' })
  expect(before).not.toContain('Bram')
})

async function sighting(fields: { number: string; address: string; organisation: string; shown?: boolean }) {
  const [id, subject] = [uuid(), uuid()]
  const municipality = desk.municipality.id
  await unasked(desk.db, async (tx) => {
    await sql`insert into subject (municipality, id, organisation, kind, address)
      values (${municipality}, ${subject}, ${fields.organisation}, 'website', ${fields.address})`.execute(tx)
    await tx
      .insertInto('badge_sighting')
      .values({
        municipality,
        id,
        subject,
        shown: true,
        page: `https://${fields.address}/`,
        first_at: new Date(),
        last_at: new Date(),
        ...fields,
        state: null,
      })
      .execute()
  })
  return id
}

test('a badge on a site that is over or of another is a task once; a valid one is only noted', async () => {
  const other = await covenantWith(await addOrganisation(desk.db, desk.municipality.id, 'Slagerij Vos'))
  const valid = await give({ grond: 'deelnemer', van: other.participant })
  const { number, organisation } = await rowOf(valid)
  const at = async (address: string, more: { number?: string; organisation?: string; shown?: boolean } = {}) =>
    sighting({ number, organisation: organisation!, address, ...more })
  const seen = {
    valid: await at('vos.test'),
    ended: await at('korenaar.test', { number: (await rowOf(signed)).number, organisation: bakery }),
    another: await at('anders.test', { organisation: bakery }),
    unknown: await at('nep.test', { number: 'AAAA', organisation: bakery }),
    paper: await at('courant.test', { organisation: bakery, shown: false }),
  }
  await clock()
  await clock()
  const states = Object.fromEntries(
    (await desk.db.selectFrom('badge_sighting').select(['id', 'state']).execute()).map((each) => [each.id, each.state]),
  )
  expect(Object.entries(seen).map(([name, id]) => [name, states[id]])).toEqual([
    ['valid', 'valid'],
    ['ended', 'withdrawn'],
    ['another', 'of-another'],
    ['unknown', 'unknown'],
    ['paper', 'mentioned'],
  ])
  for (const [name, id] of Object.entries(seen))
    expect(await tasks(`badge-sighting/${id}`), name).toHaveLength(
      ['ended', 'another', 'unknown'].includes(name) ? 1 : 0,
    )
  const boss = await desk.visit(manager)
  const page = await (await boss.get(`/balie/badges/gezien/${seen.ended}`)).text()
  expect(page).toContain('Misschien is hij blijven staan.')
  const letter = { aan: 'bakker@korenaar.test', onderwerp: 'De badge', brief: 'Beste bakker' }
  expect((await boss.post(`/balie/badges/gezien/${seen.ended}/brief`, { ...letter, aan: 'x' })).status).toBe(422)
  expect((await boss.post(`/balie/badges/gezien/${seen.ended}/brief`, letter)).status).toBe(303)
  expect(
    (await boss.post(`/balie/badges/gezien/${seen.ended}/klaar`, { wat: 'Gebeld; hij haalt hem weg.' })).status,
  ).toBe(303)
  expect((await boss.post(`/balie/badges/gezien/${seen.ended}/klaar`, { wat: 'Nog eens' })).status).toBe(409)
  await clock()
  expect(await tasks(`badge-sighting/${seen.ended}`), 'told once').toEqual([])
  // Gone from the site: nothing to do any more.
  await unasked(desk.db, (tx) =>
    tx.updateTable('badge_sighting').set({ gone_at: new Date() }).where('id', '=', seen.another).execute(),
  )
  await clock()
  expect(await tasks(`badge-sighting/${seen.another}`)).toEqual([])
})

test('what a visit sees is kept once, is seen again, and goes from a page that was seen without it', async () => {
  const { id: municipality } = desk.municipality
  const [subject, address] = [uuid(), 'www.proef.test']
  await desk.db
    .insertInto('subject')
    .values({ municipality, id: subject, organisation: bakery, kind: 'website', address })
    .execute()
  const home = `https://${address}/`
  const visit = (day: string, badges: readonly { number: string; page: string; shown: boolean }[], pages = [home]) =>
    desk.house.worker
      .transaction()
      .execute((tx) => keepSightings(tx, [{ municipality, subject, address, at: `${day}T10:00:00Z`, badges, pages }]))
  const rows = () =>
    desk.db
      .selectFrom('badge_sighting')
      .select(['number', 'shown', 'organisation', 'last_at as at', 'gone_at as gone'])
      .where('subject', '=', subject)
      .execute()
  await visit('2026-11-01', [{ number: 'AAAA', page: home, shown: false }])
  await visit('2026-11-02', [{ number: 'AAAA', page: home, shown: true }])
  expect(await rows()).toMatchObject([{ shown: true, organisation: bakery, gone: null }])
  // Older evidence that is judged anew tells nothing newer.
  await visit('2026-11-01', [])
  expect(await rows()).toMatchObject([{ at: new Date('2026-11-02T10:00:00Z'), gone: null }])
  // Not on a page that was not seen whole: that says nothing.
  await visit('2026-11-03', [], [])
  expect(await rows()).toMatchObject([{ gone: null }])
  await visit('2026-11-04', [])
  expect(await rows()).toMatchObject([{ gone: new Date('2026-11-04T10:00:00Z') }])
  await visit('2026-11-05', [{ number: 'AAAA', page: home, shown: true }])
  expect(await rows()).toMatchObject([{ gone: null }])
})
