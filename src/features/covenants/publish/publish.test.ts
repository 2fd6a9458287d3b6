/** A covenant from release to what everybody reads: two people, names after their term, readers, and who follows. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unasked } from '../../../../test/database.ts'
import {
  addOrganisation,
  addPerson,
  as,
  ORIGIN,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
} from '../../../../test/desk.ts'
import { memoryStore } from '../../../../test/memory-home.ts'
import { tick } from '../../../apps/clock.ts'
import { deskRoutes } from '../../../apps/desk-routes.ts'
import { createSite } from '../../../apps/site.ts'
import { asClock } from '../../../db/as.ts'
import type { CovenantText } from '../../../model/covenant.ts'
import type { Postman } from '../../../model/mail.ts'
import { todayIn } from '../../../web/language.ts'
import { beginCovenant } from '../store.ts'
import { followNews } from './digest-store.ts'
import { figuresOf } from './figures-store.ts'
import { NO_FIGURES, type Figures } from './figures.ts'
import { refresh } from './refresh-store.ts'
import { publicCovenantTimers } from './timers.ts'

const deps = testDeps()
let desk: TestDesk
let site: ReturnType<typeof createSite>
let officer: TestPerson
let publisher: TestPerson
let partner: TestPerson
type Visitor = Awaited<ReturnType<TestDesk['visit']>>
let anna: Visitor
let pia: Visitor
const parties = new Map<string, string>()
let covenant: string
const figures = new Map<string, Figures>()
const faults: unknown[] = []

const person = { person: '', name: 'Vera Visser', function: 'privacyadviseur' }
const pledge = {
  id: 'verwerkers',
  title: 'Alle verwerkers hebben een overeenkomst',
  norms: ['PRV-05'],
  method: 'findings' as const,
  unit: 'organisation' as const,
  unitWords: 'organisaties',
  rules: [],
  criterion: null,
  population: { of: 'parties' as const },
  direction: 'up' as const,
  decision: 'Elke verwerker heeft een overeenkomst.',
  baseline: { count: 1, among: 2, unknown: 0, on: '2026-06-01', strength: 'documented' as const },
  steps: [],
  target: 1,
  due: '2027-12-31',
  tolerance: null,
  proof: 'De lijst en vijf overeenkomsten',
  least: 'documented' as const,
  verifier: person,
  onMiss: 'Een verbeterplan in acht weken.',
  level: 'named' as const,
  owner: person,
}
const text: CovenantText = {
  articles: [{ id: 'doel', title: 'Doel', paragraphs: ['Café De Sluis begon hiermee.'] }],
  pledges: [pledge],
  exercises: [],
}

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { db, municipality } = desk
  officer = await addPerson(db, municipality.id, ['policy-officer'], 'Anna')
  publisher = await addPerson(db, municipality.id, ['publisher'], 'Pia')
  const cafe = await addOrganisation(db, municipality.id, 'Café De Sluis')
  partner = await addPerson(db, municipality.id, ['partner'], 'Piet', cafe)
  ;[anna, pia] = [await desk.visit(officer), await desk.visit(publisher)]
  covenant = await as(db, officer, (tx) =>
    beginCovenant(tx, municipality.id, {
      title: 'Een veilige horeca',
      template: { id: 'digitale-stad', version: '1' },
      cluster: 'A',
      street: null,
      owner: officer.id,
      beginsOn: '2026-09-01',
      endsOn: '2028-08-31',
      text,
    }),
  )
  await join('Café De Sluis', true, cafe)
  await join('Stille Winkel', false)
  await unasked(db, async (tx) => {
    await tx.updateTable('covenant').set({ state: 'in-force' }).where('id', '=', covenant).execute()
    await tx
      .updateTable('covenant_version')
      .set({ state: 'final', shown_at: new Date(), fixed_at: new Date() })
      .where('covenant', '=', covenant)
      .execute()
    await sql`insert into published.municipality (id, slug, name) values (${municipality.id}, 'sluiswijk', 'Sluiswijk')
      on conflict do nothing`.execute(tx)
  })
  site = createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    contact: { email: 'digitaal@sluiswijk.test', phone: '14 071', days: 10 },
    registers: deps.registers,
    reports: { key: deps.key, counted: async () => ({}) },
    report: (error) => faults.push(error),
  })
})
afterAll(() => desk.close())

async function join(name: string, named: boolean, known?: string): Promise<string> {
  const { db, municipality } = desk
  const organisation = known ?? (await addOrganisation(db, municipality.id, name))
  const id = randomUUID()
  await unasked(db, (tx) =>
    tx
      .insertInto('covenant_participant')
      .values({
        municipality: municipality.id,
        id,
        covenant,
        organisation,
        kind: 'party',
        contact_email: `${name.replaceAll(/[^\w]/g, '').toLowerCase()}@voorbeeld.test`,
        by: officer.id,
      })
      .execute(),
  )
  for (const step of ['invited', 'joined', ...(named ? ['named'] : ['unnamed'])])
    await sql`insert into covenant_step (municipality, participant, no, step, "on", by)
      values (${municipality.id}, ${id}, 0, ${step}, '2026-09-01', ${officer.id})`.execute(db)
  parties.set(name, id)
  return id
}

const at = () => `/balie/convenanten/${covenant}/openbaar`
const mails: Parameters<Postman['send']>[0][] = []
const postman: Postman = { send: async (mail) => void mails.push(mail) }
const round = (today = todayIn()) =>
  tick(desk.house.door, {
    timers: publicCovenantTimers(deps.key, async () => figures),
    postman,
    origin: ORIGIN,
    today,
  })
const get = async (path: string) => (await site.request(ORIGIN + path)).text()
const ELSEWHERE = { origin: 'https://elders.test' }
const post = (
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Record<string, string> = { origin: ORIGIN },
) =>
  site.request(ORIGIN + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
const all = async () => {
  const tables = [
    'covenant',
    'covenant_party',
    'pledge',
    'pledge_value',
    'pledge_party',
    'covenant_event',
    'covenant_remark',
  ]
  const rows = await Promise.all(
    tables.map((table) => sql`select * from ${sql.table(`published.${table}`)}`.execute(desk.publicDb)),
  )
  return JSON.stringify(rows.map((each) => each.rows))
}
/** The term of everybody that was told is over. */
const termOver = () => sql`update covenant_told set until = today_here() - 1`.execute(desk.db)
const linkIn = (word: string, to: string) =>
  new RegExp(`${ORIGIN}((?:/en)?/${word}/[\\w-]{43})`).exec(
    mails.findLast((mail) => mail.to === to && mail.text.includes(`/${word}/`))!.text,
  )![1]!

test('two people make it public, and the same person is no two', async () => {
  expect((await anna.get(at())).status).toBe(200)
  expect((await anna.post(`${at()}/vrijgeven`, { versie: '1' })).status).toBe(303)
  expect((await anna.post(at(), { stuk: 'x' })).status, 'who released').toBe(403)
  expect((await pia.post(at(), { stuk: 'x' })).status, 'something else').toBe(409)
  await expect(
    as(desk.db, officer, (tx) =>
      tx
        .insertInto('covenant_release')
        .values({ municipality: desk.municipality.id, covenant, no: 2, step: 'published', version: 1, by: officer.id })
        .execute(),
    ),
  ).rejects.toThrow(/no published after released/)
  expect(await all()).toBe('[[],[],[],[],[],[],[]]')
  const stuk = /name="stuk" value="([0-9a-f]{64})"/.exec(await (await pia.get(at())).text())![1]!
  expect((await pia.post(at(), { stuk })).status).toBe(303)
  await round()
  const told = await all()
  expect(told).toContain('Een veilige horeca')
})

test('before its term a party is named nowhere, though it agreed, and it reads what will stand there', async () => {
  expect(await all()).not.toMatch(/Café De Sluis|Stille Winkel|Vera Visser/)
  const letter = mails.find(({ to }) => to === 'cafdesluis@voorbeeld.test')!
  expect(letter.text).toContain('“Café De Sluis”, als partij bij het convenant “Een veilige horeca”')
  expect(mails.some(({ to }) => to.startsWith('stille'))).toBe(false)
  const page = await get(linkIn('weerwoord', letter.to))
  expect(page).toContain('U kunt reageren tot en met')
  await round()
  expect(mails.filter(({ to }) => to === letter.to).length, 'once').toBe(1)
  await expect(
    asClock(desk.db, desk.municipality.id, (tx) =>
      tx
        .insertInto('published.covenant_party')
        .values({
          municipality: desk.municipality.id,
          no: 1,
          party: parties.get('Café De Sluis')!,
          name: 'Café De Sluis',
          kind: 'party',
          state: 'joined',
        })
        .execute(),
    ),
    'the database itself',
  ).rejects.toThrow(/may not be named/)
})

test('an objection is answered first; only then, and after the term, the name is there', async () => {
  const link = linkIn('weerwoord', 'cafdesluis@voorbeeld.test')
  expect((await post(link, { bezwaar: '' })).status).toBe(422)
  expect((await post(link, { bezwaar: 'Niet met adres.' }, ELSEWHERE)).status, 'from elsewhere').toBe(403)
  expect((await post(link, { bezwaar: 'Niet met adres.' })).status).toBe(303)
  expect((await post(link, { bezwaar: 'Iets anders.' })).status, 'once').toBe(422)
  await termOver()
  await round()
  expect(await all()).not.toContain('Café De Sluis')
  const { id } = await desk.db.selectFrom('covenant_told').select('id').executeTakeFirstOrThrow()
  expect((await anna.post(`${at()}/${id}/antwoord`, { antwoord: '', verder: '' })).status).toBe(422)
  expect((await anna.post(`${at()}/${id}/antwoord`, { antwoord: 'Er staat geen adres.', verder: 'wel' })).status).toBe(
    303,
  )
  expect((await anna.post(`${at()}/${id}/antwoord`, { antwoord: 'Nog eens.', verder: 'niet' })).status).toBe(409)
  await round()
  const told = await all()
  expect(told).toContain('"name":"Café De Sluis"')
  expect(told, 'in a text of before its term').toContain('[naam weggelaten] begon hiermee.')
  expect(mails.at(-1)!.text).toContain('Dit antwoord is van: ')
})

const value = (on: string, count: number, among: number) => ({ on, count, among, unknown: 0, seen: on, strength: null })
test('of fewer than ten without a name nothing is told, nor by difference; of the named what is theirs', async () => {
  const cafe = await desk.db
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', 'Café De Sluis')
    .executeTakeFirstOrThrow()
  const silent = await desk.db
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', 'Stille Winkel')
    .executeTakeFirstOrThrow()
  figures.set('verwerkers', {
    ...NO_FIGURES,
    hidden: true,
    parties: new Map([
      [cafe.id, { count: 1, among: 1, unknown: 0, steps: [] }],
      [silent.id, { count: 0, among: 1, unknown: 0, steps: [] }],
    ]),
  })
  await round()
  const { terms, stands, course } = await desk.publicDb
    .selectFrom('published.pledge')
    .selectAll()
    .executeTakeFirstOrThrow()
  expect([terms.baseline, stands, course]).toEqual([null, { now: null, hidden: true, expected: null }, null])
  expect(await desk.publicDb.selectFrom('published.pledge_value').selectAll().execute()).toEqual([])
  const own = await desk.publicDb.selectFrom('published.pledge_party').select('party').execute()
  expect(own).toEqual([{ party: parties.get('Café De Sluis') }])
  for (let no = 1; no <= 9; no += 1) await join(`Winkel ${no}`, false)
  figures.set('verwerkers', {
    ...figures.get('verwerkers')!,
    hidden: false,
    begin: true,
    values: [value('2026-09-01', 1, 2), value('2026-10-01', 2, 2)],
  })
  await round()
  const shown = await desk.publicDb.selectFrom('published.pledge').select('terms').executeTakeFirstOrThrow()
  expect(shown.terms.baseline).toMatchObject({ count: expect.any(Number) })
  expect((await desk.publicDb.selectFrom('published.pledge_value').selectAll().execute()).length, 'ten').toBe(2)
})

test('figures are those that are kept, as far as they were published, and the clock may read them', async () => {
  const { db, municipality } = desk
  const row = { municipality: municipality.id, covenant, pledge: 'verwerkers', level: 'named', parties: 11 } as const
  const kept = { ...row, standing: 'joined', count: 4, among: 12, unknown: 0, strength: 'documented' } as const
  const cafe = await db
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', 'Café De Sluis')
    .executeTakeFirstOrThrow()
  await unasked(db, async (tx) => {
    await tx.deleteFrom('pledge_value').where('covenant', '=', covenant).execute()
    await tx
      .insertInto('pledge_value')
      .values([
        { ...kept, whole: true, from_day: '2026-09-02', to_day: '2026-10-01' },
        { ...kept, whole: true, from_day: '2026-10-02', count: 7 },
        { ...kept, whole: true, from_day: '2026-10-20', count: 9, strength: 'measured' },
        { ...kept, whole: false, organisation: cafe.id, from_day: '2026-10-02', count: 0, among: 1 },
      ])
      .execute()
  })
  const house = { norms: deps.catalogue.norms, registers: deps.registers }
  const told = await asClock(db, municipality.id, (tx) =>
    figuresOf(house)(tx, municipality.id, { id: covenant, no: 1, version: 1, text }, todayIn()),
  )
  const { values, hidden, verdict, parties: each, begin } = told.get('verwerkers')!
  expect(values.map(({ on, count, among }) => [on, count, among])).toEqual([
    ['2026-09-02', 4, 12],
    ['2026-10-02', 7, 12],
  ])
  expect([hidden, verdict, [...each.keys()], begin]).toEqual([false, null, [cafe.id], true])
})

test('who joins without a name takes away nothing that was told: the last figure stands still', async () => {
  const { db, municipality } = desk
  const row = { municipality: municipality.id, covenant, pledge: 'verwerkers', level: 'named', parties: 12 } as const
  await join('Nieuwe Winkel', false)
  await unasked(db, (tx) =>
    sql`update covenant_step set "on" = ${todayIn()} where participant = ${parties.get('Nieuwe Winkel')}`.execute(tx),
  )
  await unasked(db, (tx) =>
    tx
      .insertInto('pledge_value')
      .values({ ...row, standing: 'joined', count: 8, among: 13, unknown: 0, whole: true, from_day: todayIn() })
      .execute(),
  )
  const house = { norms: deps.catalogue.norms, registers: deps.registers }
  const told = await asClock(db, municipality.id, (tx) =>
    figuresOf(house)(tx, municipality.id, { id: covenant, no: 1, version: 1, text }, todayIn()),
  )
  const { values, hidden, begin, course } = told.get('verwerkers')!
  expect(values.map(({ on }) => on)).toEqual(['2026-09-02', '2026-10-02'])
  expect([hidden, begin, course]).toEqual([true, true, expect.any(String)])
  await round()
})

test('a round that finds nothing new writes nothing, so that pages that are kept stay kept', async () => {
  const again = await asClock(desk.db, desk.municipality.id, (tx) =>
    refresh(
      tx,
      { municipality: { ...desk.municipality, name: 'Sluiswijk' } as never, today: todayIn(), origin: ORIGIN },
      async () => figures,
    ),
  )
  expect(again).toBe(0)
})

const nonce = (page: string) => /name="formulier" value="([^"]+)"/.exec(page)![1]!
async function remark(fields: Readonly<Record<string, string>>): Promise<string> {
  const formulier = nonce(await get('/convenanten/1/reageren'))
  const answer = await post('/convenanten/1/reageren', { soort: 'question', ...fields, formulier })
  expect(answer.status, faults.map(String).join()).toBe(303)
  return answer.headers.get('location')!
}
const remarkId = async () =>
  (await desk.db.selectFrom('covenant_remark').select('id').where('state', '=', 'open').executeTakeFirstOrThrow()).id

test('what a reader asks is read by nobody else before it is answered, and by everybody after that', async () => {
  expect((await post('/convenanten/1/reageren', { soort: '', tekst: '' })).status).toBe(422)
  expect((await site.request(`${ORIGIN}/convenanten/99/reageren`)).status).toBe(404)
  const link = await remark({ tekst: 'Hoe zit het met betalen?', naam: 'Riet', email: 'riet@voorbeeld.test' })
  expect(await get(link)).toContain('wacht op antwoord')
  expect(await all()).not.toContain('betalen')
  await round()
  expect(mails.at(-1)!.to).toBe('riet@voorbeeld.test')
  expect(mails.at(-1)!.text, 'anybody can fill in an address').not.toMatch(/betalen|Riet/)
  const id = await remarkId()
  const page = `/balie/convenanten/${covenant}/vragen/${id}`
  expect(await (await anna.get(page)).text()).toContain('Hoe zit het met betalen?')
  expect((await anna.post(`${page}/antwoord`, { antwoord: '', plaatsen: 'wel' })).status).toBe(422)
  expect((await anna.post(`${page}/antwoord`, { antwoord: 'Dat kan zonder naam.', plaatsen: 'wel' })).status).toBe(303)
  expect((await anna.post(`${page}/antwoord`, { antwoord: 'Nog eens.', plaatsen: 'niet' })).status).toBe(409)
  const told = await all()
  expect(told).toContain('Hoe zit het met betalen?')
  expect(told).not.toMatch(/riet@voorbeeld|"Anna"/)
  expect(await get(link)).toContain('Dat kan zonder naam.')
})

test('what is not placed is told to its writer alone', async () => {
  const link = await remark({ tekst: 'Buurman Jan deugt niet.', soort: 'remark' })
  const id = await remarkId()
  const reason = { antwoord: 'Er staat een persoon in.', plaatsen: 'niet' }
  await anna.post(`/balie/convenanten/${covenant}/vragen/${id}/antwoord`, reason)
  expect(await all()).not.toMatch(/Buurman|Er staat een persoon in/)
  expect(await get(link)).toContain('Er staat een persoon in.')
})

const follow = (email: string) => post('/convenanten/1/volgen', { email })
test('what was said of a party is public once it was heard; a meeting where somebody chose so', async () => {
  const { db, municipality } = desk
  const m = municipality.id
  const [cafe] = (
    await sql<{ id: string }>`select id from organisation where municipality = ${m}
    and name = 'Café De Sluis'`.execute(db)
  ).rows
  const [first, second, shown, hidden] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const verdict = (id: string, outcome: string, until: string | null, replaces: string | null) =>
    unasked(db, (tx) =>
      sql`insert into pledge_verdict (municipality, id, covenant, pledge, whole, organisation, outcome, proof, seen_on,
        calculated, due, object_until, plan_due, reason, replaces, by) values (${m}, ${id}, ${covenant}, 'verwerkers',
        false, ${cafe!.id}, ${outcome}, 'x', '2026-11-01', '{}', '2026-10-01', ${until}::date, '2026-12-31', 'r',
        ${replaces}::uuid, ${officer.id})`.execute(tx),
    )
  const said = (id: string, outcome: 'met' | 'not-met') => {
    const one = { id, party: cafe!.id, outcome, on: '2026-11-02', by: 'privacyadviseur', late: null, planDue: null }
    const plans = [{ no: 1, on: '2026-11-03', plan: 'accepted' as const }]
    figures.set('verwerkers', { ...figures.get('verwerkers')!, said: [{ ...one, plans }] })
  }
  await verdict(first, 'not-met', '2999-01-01', null)
  said(first, 'not-met')
  await expect(round(), 'in its term').rejects.toThrow(/was not heard/)
  await verdict(second, 'met', null, first)
  said(second, 'met')
  for (const [id, open] of [
    [shown, true],
    [hidden, false],
  ] as const)
    await unasked(db, async (tx) => {
      await sql`insert into covenant_meeting (municipality, id, covenant, kind, held_on, agenda, public, by) values
        (${m}, ${id}, ${covenant}, 'yearly', '2026-11-10', 'x', ${open}, ${officer.id})`.execute(tx)
      await sql`insert into covenant_decision (municipality, id, covenant, meeting, pledge, text, agreed, by) values
        (${m}, ${randomUUID()}, ${covenant}, ${id}, 'verwerkers', ${open ? 'Het doel blijft.' : 'Blijft binnen.'}, 'x',
          ${officer.id})`.execute(tx)
    })
  await round()
  const { rows } = await sql<{ id: string; kind: string; party: string | null }>`select id, kind, party
    from published.covenant_event where kind in ('verdict', 'plan', 'meeting') order by id`.execute(desk.publicDb)
  const party = parties.get('Café De Sluis')!
  expect(rows.filter(({ kind }) => kind !== 'meeting')).toEqual([
    { id: `plan/${second}/1`, kind: 'plan', party },
    { id: `verdict/${second}`, kind: 'verdict', party },
  ])
  expect(rows.filter(({ id }) => id.startsWith('meeting/')).map(({ id }) => id)).toEqual([`meeting/${shown}`])
  const read = async (path: string) => (await site.request(`${ORIGIN}${path}`)).text()
  const page = await read('/convenanten/1/afspraken/verwerkers')
  expect(page).toContain('gehaald, volgens privacyadviseur, 2 november 2026')
  expect(page).toContain('het verbeterplan van Café De Sluis is aanvaard.')
  expect(page).toContain('de jaarlijkse bijeenkomst was er. Besloten: Het doel blijft.')
  expect(page).not.toContain('Blijft binnen.')
  expect(await read('/en/convenanten/1/afspraken/verwerkers')).toContain('the yearly meeting took place.')
  const api = await read('/api/v1/convenanten/1/afspraken/verwerkers')
  expect(api).toContain(
    '"oordeel":{"uitkomst":"gehaald","op":"2026-11-02","door":"privacyadviseur","dagenTeLaat":null}',
  )
})

test('opening the link of a follower does nothing, the button does; the answer tells nobody who follows', async () => {
  expect((await follow('geen adres')).status).toBe(422)
  const first = await follow('volger@voorbeeld.test')
  expect([first.status, first.headers.get('location')]).toEqual([303, '/volgen/gevraagd'])
  await round()
  const link = linkIn('volgen', 'volger@voorbeeld.test')
  for (let scanned = 0; scanned < 3; scanned += 1) expect(await get(link)).toContain('U volgt nog niet.')
  const row = () => desk.db.selectFrom('covenant_follow').selectAll().executeTakeFirstOrThrow()
  expect((await row()).confirmed_at).toBe(null)
  expect((await post(link, { vaak: 'weekly' }, ELSEWHERE)).status, 'from elsewhere').toBe(403)
  expect((await post(link, { vaak: 'weekly' })).status).toBe(303)
  expect((await row()).confirmed_at).not.toBe(null)
  const again = await follow('Volger@voorbeeld.test')
  expect([again.status, again.headers.get('location')]).toEqual([303, '/volgen/gevraagd'])
  expect((await desk.db.selectFrom('covenant_follow').select('id').execute()).length).toBe(1)
})

const weekOn = () => sql`update covenant_follow set sent_until = sent_until - interval '8 days'`.execute(desk.db)
const waiting = async () =>
  await desk.db
    .selectFrom('message')
    .select(['body', 'unsubscribe'])
    .where('kind', '=', 'follow-news')
    .where('sent_at', 'is', null)
    .execute()
/** A round of everything but sending. */
const written = () =>
  asClock(desk.db, desk.municipality.id, async (tx) => {
    for (const { run } of publicCovenantTimers(deps.key, async () => figures))
      await run(tx, {
        municipality: { ...desk.municipality, name: 'Sluiswijk' } as never,
        today: todayIn(),
        origin: ORIGIN,
      })
  })

test('the digest has the text itself, weekly, and nothing that is not public or went before it was sent', async () => {
  await written()
  expect(await waiting(), 'not within a week').toEqual([])
  await weekOn()
  await written()
  const [mail] = await waiting()
  expect(mail!.body).toContain('Hoe zit het met betalen?')
  expect(mail!.body).toContain('Dat kan zonder naam.')
  expect(mail!.body).toContain('Café De Sluis tekende.')
  expect(mail!.body).not.toMatch(/Stille Winkel|Buurman|Vera/)
  expect(mail!.unsubscribe).toMatch(/\/volgen\/[\w-]{43}$/)
  // It waits for a server that is away; meanwhile the reader takes it back, and the party its name.
  const secret = await desk.db
    .selectFrom('covenant_remark')
    .select('secret')
    .where('state', '=', 'answered')
    .executeTakeFirstOrThrow()
  await sql`select wall.withdraw_remark(${desk.municipality.id}, ${secret.secret})`.execute(desk.publicDb)
  expect(await waiting(), 'what was written is made anew').toEqual([])
  const weerwoord = linkIn('weerwoord', 'cafdesluis@voorbeeld.test')
  expect((await post(`${weerwoord}/zonder-naam`, {})).status).toBe(303)
  await written()
  const [anew] = await waiting()
  expect(anew!.body).not.toMatch(/betalen|Café De Sluis/)
  expect(anew!.body).toContain('Het convenant werd openbaar.')
})

test('what does not fit in a letter is counted in it; the next one comes a week after it', async () => {
  const sent = () => desk.db.selectFrom('message').select(['body']).where('kind', '=', 'follow-news').execute()
  const before = (await sent()).length
  // Nothing but the mail: what follows by itself would take these events away.
  const mailed = () =>
    asClock(desk.db, desk.municipality.id, (tx) =>
      followNews(
        tx,
        { municipality: { ...desk.municipality, name: 'Sluiswijk' } as never, today: todayIn(), origin: ORIGIN },
        deps.key,
      ),
    )
  await unasked(desk.db, (tx) =>
    sql`insert into published.covenant_event (municipality, no, id, "on", kind, detail, at)
      select municipality, no, 'veel/' || n, '2026-10-01', 'in-force', '{}', now() from published.covenant_event,
        generate_series(1, 70) n where id = 'published/1'`.execute(tx),
  )
  // The last letter was of today: what happened long ago brings no second one within the week.
  await weekOn()
  await mailed()
  expect((await sent()).length).toBe(before)
  const old = todayIn(new Date(Date.now() - 8 * 86_400_000))
  await sql`update covenant_follow set last_key = left(last_key, -10) || ${old}`.execute(desk.db)
  await mailed()
  const letters = await sent()
  expect(letters.length).toBe(before + 1)
  expect(letters.at(-1)!.body).toMatch(/Er gebeurde meer: nog \d+ berichten/)
  await unasked(desk.db, (tx) => sql`delete from published.covenant_event where id like 'veel/%'`.execute(tx))
})

test('who takes its name back is gone at once, from every edition; figures of all together stay', async () => {
  expect(await all()).not.toContain('Café De Sluis')
  expect((await desk.publicDb.selectFrom('published.pledge_party').selectAll().execute()).length).toBe(0)
  expect((await desk.publicDb.selectFrom('published.pledge_value').selectAll().execute()).length).toBe(2)
})

test('the link to what will stand there is of one mailbox: of another contact it opens nothing', async () => {
  const link = linkIn('weerwoord', 'cafdesluis@voorbeeld.test')
  expect(await get(link)).toContain('Uw naam staat er niet')
  await sql`update covenant_participant set contact_email = 'ander@voorbeeld.test'
    where id = ${parties.get('Café De Sluis')!}`.execute(desk.db)
  const answer = await site.request(ORIGIN + link)
  const page = await answer.text()
  expect(answer.status).toBe(404)
  expect(page).toContain('Vraag het de gemeente: 14 071 of digitaal@sluiswijk.test.')
  expect(page).not.toContain('Café De Sluis')
  expect((await post(link, { bezwaar: 'Toch niet.' })).status).toBe(404)
  expect((await post(`${link}/zonder-naam`, {})).status).toBe(404)
})

test('one press of a mail program stops it, and the address is gone', async () => {
  const link = linkIn('volgen', 'volger@voorbeeld.test')
  const ends = (on: string) => sql`update covenant_follow set ends_at = now() + ${on}::interval`.execute(desk.db)
  // Past its day it opens nothing, also before the clock came by.
  await ends('-1 minute')
  expect(await get(link)).toContain('Deze link werkt niet')
  expect((await post(link, { vaak: 'weekly' })).status).toBe(404)
  await ends('1 day')
  expect((await post(link, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(204)
  expect(await desk.db.selectFrom('covenant_follow').selectAll().execute()).toEqual([])
  expect(await desk.db.selectFrom('message').select('id').where('recipient', 'ilike', 'volger@%').execute()).toEqual([])
  expect(await (await site.request(ORIGIN + link)).text()).toContain('Deze link werkt niet')
})

test('a party reads nothing of other parties, readers or followers at the desk', async () => {
  for (const table of ['covenant_told', 'covenant_remark', 'covenant_release'] as const)
    expect(await as(desk.db, partner, (tx) => tx.selectFrom(table).selectAll().execute()), table).toEqual([])
  const piet = await desk.visit(partner)
  expect((await piet.get(at())).status).toBe(403)
})

test('withdrawn by two, it is gone with all that stood beside it, and its address says why', async () => {
  expect((await pia.post(`${at()}/intrekken`, { reden: '' })).status).toBe(422)
  expect((await pia.post(`${at()}/intrekken`, { reden: 'Er klopte iets niet.' })).status).toBe(303)
  expect((await pia.post(`${at()}/intrekken/bevestigen`)).status).toBe(403)
  expect((await anna.post(`${at()}/intrekken/bevestigen`)).status).toBe(303)
  expect(await all()).toBe('[[],[],[],[],[],[],[]]')
  expect(faults.concat(desk.faults).map(String)).toEqual([])
})
