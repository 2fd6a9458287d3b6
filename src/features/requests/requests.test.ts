/** A request from the form of a resident to the answer of the desk, and until nothing is left of it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addPerson, ORIGIN, testDeps, testDesk, type TestDesk, type TestPerson } from '../../../test/desk.ts'
import { formBrowser } from '../../../test/form-browser.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { tick } from '../../apps/clock.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { keptAnswers } from '../../apps/site-kept.ts'
import { createSite } from '../../apps/site.ts'
import { asClock } from '../../db/as.ts'
import { isFollowCode, squeezedCode } from '../../lib/follow-code.ts'
import { daysOn, monthsOn } from '../../lib/months.ts'
import { hashOfToken } from '../../lib/token.ts'
import { addTerm } from '../../lib/working-days.ts'
import { day, todayIn } from '../../web/language.ts'
import { countGuess } from '../people/guesses-store.ts'
import { courtFrom, dueOn, penaltyOf } from './clock.ts'
import { againUntil } from './follow-props.ts'
import { follows } from './messages-follow.ts'
import { requestTimers } from './timers.ts'
import { countedBetween } from './figures-store.ts'

const deps = testDeps()
const kindOf = (id: string) => deps.requestKinds.find((kind) => kind.id === id)!
let desk: TestDesk
let site: ReturnType<typeof createSite>
const told: unknown[] = []
/** Where requests come from, for the budgets; and what the clock on the wall says, in milliseconds. */
let address: string | undefined = '192.0.2.1'
let now = Date.now()
let count = 0
let wim: TestPerson
let ria: TestPerson
let cor: TestPerson
type Visit = Awaited<ReturnType<TestDesk['visit']>>
const at = {} as Record<'wim' | 'ria' | 'cor', Visit>

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
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
    kinds: deps.requestKinds,
    kept: keptAnswers(),
    requests: {
      key: deps.key,
      counted: (_, secret) => countGuess(desk.house.door, deps.key, { secret, known: false, address }),
      remake: deps.remake,
      now: () => now,
    },
    report: (error) => told.push(error),
  })
  const m = desk.municipality.id
  wim = await addPerson(desk.db, m, ['request-handler'], 'Wim')
  ria = await addPerson(desk.db, m, ['request-handler'], 'Ria')
  cor = await addPerson(desk.db, m, ['counter'], 'Cor')
  at.wim = await desk.visit(wim)
  at.ria = await desk.visit(ria)
  at.cor = await desk.visit(cor)
})
afterAll(() => desk.close())
beforeEach(() => {
  address = `192.0.2.${++count}`
  now = Date.now()
})

const get = (path: string) => site.request(`${ORIGIN}${path}`)
const text = async (path: string) => (await get(path)).text()
async function post(
  path: string,
  fields: Readonly<Record<string, string>> | FormData,
  headers: Record<string, string> = {},
) {
  const form = fields instanceof FormData
  const answer = await site.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: form ? fields : new URLSearchParams(fields),
    headers: { origin: ORIGIN, ...(form ? {} : { 'content-type': 'application/x-www-form-urlencoded' }), ...headers },
  })
  expect(told.splice(0).map(String)).toEqual([])
  return answer
}
const pageOf = async (visit: Visit, path: string) => (await visit.get(path)).text()
const sealOf = (page: string): string => /name="formulier" value="([^"]+)"/.exec(page)![1]!

/** Makes a request as a browser does; gives the path of its secret page. */
async function ask(kind = 'inzage', fields: Readonly<Record<string, string>> = {}, over = 'uzelf'): Promise<string> {
  const formulier = sealOf(await text(`/verzoeken/nieuw/${kind}?over=${over}`))
  now += 10_000
  const own = {
    inzage: { 'om-wat': 'Mijn aanvraag uit 2025', bezorgen: 'post' },
    woo: { onderwerp: 'De camera’s op het plein' },
  }
  const sent = { over, ...own[kind as keyof typeof own], ...fields, formulier }
  const answer = await post(`/verzoeken/nieuw/${kind}`, sent)
  expect(answer.status, await answer.clone().text()).toBe(303)
  return answer.headers.get('location')!
}
const rowOf = (path: string) =>
  desk.db
    .selectFrom('request')
    .innerJoin('requester', 'requester.id', 'request.requester')
    .selectAll('request')
    .where('requester.secret', '=', hashOfToken(path.split('/').at(-1)!))
    .executeTakeFirstOrThrow()
const codeOn = (page: string): string => /<p class="ld-code">([^<]+)</.exec(page)![1]!
const mails = (requester: string) =>
  desk.db
    .selectFrom('message')
    .selectAll()
    .where('object', '=', `requester/${requester}`)
    .orderBy('created_at')
    .execute()
const tasks = (id: string) =>
  desk.db.selectFrom('task').selectAll().where('object', '=', `request/${id}`).where('done_at', 'is', null).execute()
/** What happens by itself. */
const round = () =>
  tick(desk.db, { timers: requestTimers(deps.requestKinds, deps.key), postman: undefined, origin: ORIGIN })
/** Takes it, and gives the path of its page at the desk. */
async function take(path: string, by: Visit = at.wim): Promise<string> {
  const { id } = await rowOf(path)
  const page = `/balie/verzoeken/${id}`
  expect((await by.post(`${page}/oppakken`)).status).toBe(303)
  return page
}
const decided = { orgaan: 'college', functie: 'teamleider Privacy' }
const answered = { uitkomst: 'granted', antwoord: 'Hier is alles wat wij van u weten.', ...decided }
const known = { hoe: 'called-back' }

test('a right leads to its form, which first asks whether it is about oneself', async () => {
  const right = await text('/rechten/inzage')
  for (const said of [
    'Mag ik zien wat u over mij weet?',
    'één maand',
    'artikel 12 lid 3',
    'loopt een jurist nog na',
    'artikel 77',
  ])
    expect(right).toContain(said)
  expect(right).toContain('href="/verzoeken/nieuw/inzage"')
  expect(await text('/en/rechten/woo')).toContain('May I read what the municipality has about this?')
  expect(await text('/rechten/uitleg-besluit')).toMatch(
    /artikel 86[\s\S]{0,40}Alleen bij een algoritme met een hoog risico/,
  )
  const first = await text('/verzoeken/nieuw/inzage')
  expect(first).toContain('Gaat dit over uzelf?')
  // What is about oneself is never asked in public, and the other way around.
  const away = await text('/verzoeken/nieuw/woo?over=uzelf')
  expect(away).toContain('Vraag dit niet als openbaar verzoek')
  expect(away).toContain('href="/rechten/inzage"')
  expect(away).not.toContain('name="formulier"')
  expect(await text('/verzoeken/nieuw/inzage?over=niemand')).toContain('href="/rechten/woo"')
  expect((await get('/verzoeken/nieuw/inzage?over=')).status).toBe(422)
  expect((await get('/verzoeken/nieuw/bestaat-niet')).status).toBe(404)
  expect((await get('/rechten/bestaat-niet')).status).toBe(404)
})

test('a request gives a code, a day, a task, a line in the trail and mail with nothing in it', async () => {
  const path = await ask('inzage', { naam: 'Riet', email: 'riet@voorbeeld.test', telefoon: '06 1234 5678' })
  const row = await rowOf(path)
  expect(row).toMatchObject({ kind: 'inzage', state: 'new', identity: 'open', received_on: todayIn(), handler: null })
  expect(row.due_on).toBe(dueOn(kindOf('inzage'), todayIn()))
  const page = await text(path)
  const code = codeOn(page)
  expect(isFollowCode(squeezedCode(code))).toBe(true)
  expect(page).toContain('Mijn aanvraag uit 2025')
  const [mail] = await mails(row.requester)
  expect(mail!.recipient).toBe('riet@voorbeeld.test')
  expect(mail!.body).toContain(path)
  expect(mail!.body + mail!.subject).not.toMatch(/Mijn aanvraag|Riet|inzage/i)
  expect(await tasks(row.id)).toMatchObject([{ role: 'request-handler', due_on: row.due_on }])
  // The code stands nowhere.
  const everything = JSON.stringify(await desk.db.selectFrom('requester').selectAll().execute())
  expect(everything).not.toContain(squeezedCode(code))
  const { headers } = await get(path)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-robots-tag')).toContain('noindex')
})

test('a code opens the same, however it is typed; right and wrong ones are answered alike', async () => {
  const path = await ask()
  const code = codeOn(await text(path))
  const right = await post('/verzoeken', { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` })
  expect([right.status, right.headers.get('location')]).toEqual([303, path])
  const other = codeOn(await text(await ask()))
  const cut = await desk.db
    .deleteFrom('requester')
    .where(
      'secret',
      '=',
      hashOfToken((await post('/verzoeken', { code: other })).headers.get('location')!.split('/').at(-1)!),
    )
    .executeTakeFirst()
  expect(cut.numDeletedRows).toBe(1n)
  const wrong = await post('/verzoeken', { code: other })
  expect(wrong.status).toBe(303)
  expect(await wrong.text()).toBe(await right.text())
  expect((await get(wrong.headers.get('location')!)).status).toBe(404)
  // A slip of the pen is told at once, without asking anything.
  const slip = await post('/verzoeken', { code: code.replace(/.$/, (sign) => (sign === '7' ? '8' : '7')) })
  expect([slip.status, await slip.text()]).toEqual([422, expect.stringContaining('klopt niet helemaal')])
})

test('who guesses codes waits, and a library that looks at its own does not', async () => {
  const path = await ask()
  for (let each = 0; each < 100; each++) expect((await get(path)).status).toBe(200)
  const dead = () => get(`/verzoeken/${'A'.repeat(43)}`)
  let last = await dead()
  for (let each = 0; each < 80 && last.status === 404; each++) last = await dead()
  expect(last.status).toBe(429)
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  address = '198.51.100.9'
  expect((await get(path)).status).toBe(200)
})

test('a form is a person’s: not too fast, not forged, the bait empty; and nothing that was typed is lost', async () => {
  const seal = sealOf(await text('/verzoeken/nieuw/inzage?over=uzelf'))
  const sent = { over: 'uzelf', 'om-wat': 'Alles over mij', bezorgen: 'post', naam: 'Riet', formulier: seal }
  const fast = await post('/verzoeken/nieuw/inzage', sent)
  const came = await fast.text()
  expect([fast.status, came]).toEqual([422, expect.stringContaining('Dit ging erg snel')])
  expect(came).toContain('Alles over mij')
  expect(sealOf(came)).toBe(seal)
  now += 10_000
  const bait = await post('/verzoeken/nieuw/inzage', { ...sent, website: 'https://spam.test' })
  expect([bait.status, await bait.text()]).toEqual([422, expect.stringContaining('een veld dat leeg moet blijven')])
  now += 86_400_000
  const late = await post('/verzoeken/nieuw/inzage', sent)
  const again = await late.text()
  expect([late.status, again]).toEqual([422, expect.stringContaining('langer dan een dag open')])
  expect(sealOf(again)).not.toBe(seal)
  expect((await post('/verzoeken/nieuw/inzage', { ...sent, formulier: 'x' })).status).toBe(422)
  const elsewhere = await post('/verzoeken/nieuw/inzage', sent, { origin: 'https://kwaad.test' })
  expect(elsewhere.status).toBe(403)
  const empty = await post('/verzoeken/nieuw/inzage', {
    over: 'machtiging',
    formulier: sealOf(again),
    email: 'x',
    telefoon: 'bel',
    bezorgen: 'zo',
  })
  const page = await empty.text()
  expect(empty.status).toBe(422)
  for (const field of ['om-wat', 'bezorgen', 'email', 'telefoon', 'namens'])
    expect(page).toContain(`href="#veld-${field}"`)
})

test('the same form sent twice is one request, and several kinds under one code have a clock each', async () => {
  const formulier = sealOf(await text('/verzoeken/nieuw/inzage?over=uzelf'))
  now += 10_000
  const fields = new FormData()
  for (const [name, value] of [
    ['over', 'uzelf'],
    ['om-wat', 'Alles'],
    ['bezorgen', 'loket'],
    ['ook', 'wissen'],
    ['ook', 'verbeteren'],
    ['ook-wat', 'En daarna weg'],
    ['formulier', formulier],
  ] as const)
    fields.append(name, value)
  const places = [await post('/verzoeken/nieuw/inzage', fields), await post('/verzoeken/nieuw/inzage', fields)].map(
    (answer) => answer.headers.get('location'),
  )
  expect(places[0]).toBe(places[1])
  const rows = await desk.db
    .selectFrom('request')
    .innerJoin('requester', 'requester.id', 'request.requester')
    .select(['kind', 'due_on'])
    .where('secret', '=', hashOfToken(places[0]!.split('/').at(-1)!))
    .orderBy('kind')
    .execute()
  expect(rows.map(({ kind }) => kind)).toEqual(['inzage', 'verbeteren', 'wissen'])
  expect((await text(places[0]!)).match(/<article/g)).toHaveLength(3)
})

test('who does not handle it reads no name and no word; who takes it does, and nobody else after', async () => {
  const path = await ask('inzage', { naam: 'Truus Geheim', 'om-wat': 'Mijn geheime zaak' })
  const { id } = await rowOf(path)
  const page = `/balie/verzoeken/${id}`
  for (const visit of [at.wim, at.ria, at.cor]) expect(await pageOf(visit, page)).not.toMatch(/Truus|geheime zaak/)
  await take(path)
  expect(await pageOf(at.wim, page)).toMatch(/Truus Geheim[\s\S]*geheime zaak/)
  expect(await pageOf(at.ria, page)).not.toMatch(/Truus|geheime zaak/)
  expect((await at.cor.post(`${page}/oppakken`)).status).toBe(403)
  // Not by changing it behind the page either.
  expect((await at.ria.post(`${page}/antwoord`, answered)).status).toBe(403)
  // A search finds words of one's own requests alone.
  expect(await pageOf(at.wim, '/balie/verzoeken?q=geheime')).toContain(id)
  expect(await pageOf(at.ria, '/balie/verzoeken?q=geheime')).not.toContain(id)
  expect((await at.wim.post(`${page}/overdragen`, { aan: ria.id })).status).toBe(303)
  expect(await pageOf(at.wim, page)).not.toMatch(/Truus|geheime zaak/)
  expect(await pageOf(at.ria, page)).toMatch(/Truus Geheim/)
  expect(await tasks(id)).toMatchObject([{ person: ria.id }])
})

test('it is granted when it is known who asks; a refusal names its ground; the resident reads it', async () => {
  const path = await ask('inzage', { email: 'jan@voorbeeld.test' })
  const row = await rowOf(path)
  const page = await take(path)
  const early = await at.wim.post(`${page}/antwoord`, answered)
  expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('Stel eerst vast wie het vraagt')])
  expect((await at.wim.post(`${page}/wie`, known)).status).toBe(303)
  const bare = await at.wim.post(`${page}/antwoord`, { ...answered, uitkomst: 'refused' })
  expect([bare.status, await bare.text()]).toEqual([422, expect.stringContaining('op welke grond u afwijst')])
  expect((await at.wim.post(`${page}/antwoord`, { ...answered, uitkomst: 'refused', grond: 'niets' })).status).toBe(303)
  const read = await text(path)
  for (const said of [
    'U krijgt niet wat u vroeg',
    'Hier is alles',
    'Wij hebben hierover geen gegevens',
    'binnen zes weken',
    'Autoriteit Persoonsgegevens',
  ])
    expect(read).toContain(said)
  const sent = await mails(row.requester)
  expect(sent.at(-1)!.subject).toContain('Er is nieuws')
  expect(sent.map(({ body, subject }) => body + subject).join()).not.toMatch(/Hier is alles|afgewezen|inzage/i)
  expect(await tasks(row.id)).toEqual([])
  expect((await rowOf(path)).wipe_on).toBe(
    dueOn({ term: { length: { months: 12, regime: 'none' } }, extended: undefined } as never, todayIn()),
  )
})

test('a question stops the term, the answer lets it run again; it is extended once, before it ends', async () => {
  const path = await ask()
  const first = await rowOf(path)
  const page = await take(path)
  const until = daysOn(todayIn(), 14)
  const question = {
    artikel: 'aanvulling',
    vraag: 'ja',
    tot: until,
    tekst: 'Om welk jaar gaat het?',
  }
  const bad = await at.wim.post(`${page}/stilzetten`, { ...question, tot: todayIn() })
  expect([bad.status, await bad.text()]).toEqual([422, expect.stringContaining('Om welk jaar gaat het?')])
  expect((await at.wim.post(`${page}/stilzetten`, question)).status).toBe(303)
  expect(await text(path)).toMatch(/Wij wachten op u\.[\s\S]*Om welk jaar gaat het\?/)
  // It was asked four days ago.
  await sql`update request set stopped_since = stopped_since - 4 where id = ${first.id}`.execute(desk.db)
  const { number } = first
  expect((await post(`${path}/toevoegen`, { nummer: number, [`tekst-${number}`]: 'Het gaat om 2025.' })).status).toBe(
    303,
  )
  const after = await rowOf(path)
  expect(after).toMatchObject({ state: 'handled', stopped_since: null, stopped_days: 4 })
  expect(after.due_on).toBe(dueOn(kindOf('inzage'), todayIn(), { stopped: 4 }))
  expect(await pageOf(at.wim, page)).toContain('Het gaat om 2025.')
  expect((await at.wim.post(`${page}/verlengen`, { reden: 'Het zijn veel dossiers.' })).status).toBe(303)
  expect((await rowOf(path)).due_on).toBe(dueOn(kindOf('inzage'), todayIn(), { extended: true, stopped: 4 }))
  expect(await text(path)).toContain('Het zijn veel dossiers.')
  expect((await at.wim.post(`${page}/verlengen`, { reden: 'Nog meer.' })).status).toBe(409)
  const late = await ask()
  const lateRow = await rowOf(late)
  const lateAt = await take(late)
  await sql`update request set due_on = today_here() - 1, first_due = today_here() - 1,
    received_on = today_here() - 40 where id = ${lateRow.id}`.execute(desk.db)
  expect((await at.wim.post(`${lateAt}/verlengen`, { reden: 'Te laat.' })).status).toBe(409)
  expect(await text(late)).toContain('Wij zijn te laat')
  // The penalty starts two weeks after a letter that did not come too early.
  expect((await at.wim.post(`${lateAt}/ingebreke`, { op: todayIn() })).status).toBe(303)
  expect(await pageOf(at.wim, lateAt)).toMatch(/Dwangsom[\s\S]*begint na/)
})

test('a stop that nobody answered ends by itself, and reminders come once', async () => {
  const path = await ask('woo', {}, 'niemand')
  const { id } = await rowOf(path)
  const page = await take(path)
  const until = daysOn(todayIn(), 3)
  await at.wim.post(`${page}/stilzetten`, {
    artikel: 'preciezer',
    vraag: 'ja',
    tot: until,
    tekst: 'Welke camera?',
  })
  await sql`update request set received_on = received_on - 12, stopped_since = stopped_since - 9,
    stopped_until = stopped_until - 9 where id = ${id}`.execute(desk.db)
  await round()
  const row = await rowOf(path)
  expect(row).toMatchObject({ state: 'handled', stopped_since: null, stopped_days: 3 })
  await sql`update request set received_on = today_here() - 20, due_on = today_here() + 2 where id = ${id}`.execute(
    desk.db,
  )
  await round()
  await round()
  expect((await tasks(id)).map(({ kind }) => kind).toSorted()).toEqual(['request', 'request-soon'])
})

test('a resident says whether it helped, and another looks again', async () => {
  const path = await ask('woo', {}, 'niemand')
  const { number, id } = await rowOf(path)
  const page = await take(path)
  expect((await at.wim.post(`${page}/antwoord`, answered)).status).toBe(303)
  expect((await post(`${path}/geholpen`, { nummer: number, [`hielp-${number}`]: 'no' })).status).toBe(303)
  const unhelped = await text(`${path}?gedaan=geholpen`)
  const until = day('nl', againUntil(todayIn()))
  expect(unhelped).toContain(`Hieronder vraagt u ons om opnieuw te kijken. Dat kan tot en met ${until}.`)
  expect(unhelped).toMatch(/<details[^>]* open=""[^>]*>\s*<summary[^>]*>Vraag ons om opnieuw te kijken/)
  expect((await post(`${path}/opnieuw`, { nummer: number, [`opnieuw-${number}`]: '' })).status).toBe(422)
  expect(
    (await post(`${path}/opnieuw`, { nummer: number, [`opnieuw-${number}`]: 'Er ontbreekt een stuk.' })).status,
  ).toBe(303)
  const again = await rowOf(path)
  expect(again).toMatchObject({
    state: 'new',
    again: 1,
    handler: null,
    wipe_on: null,
    due_on: dueOn(kindOf('woo'), todayIn()),
  })
  expect((await at.wim.post(`${page}/oppakken`)).status).toBe(403)
  expect((await at.ria.post(`${page}/oppakken`)).status).toBe(303)
  expect(await pageOf(at.ria, page)).toContain('Er ontbreekt een stuk.')
  expect((await at.ria.post(`${page}/antwoord`, answered)).status).toBe(303)
  // The second answer answers: it can be followed, and looked at again.
  expect(await text(path)).toContain('Heeft dit antwoord u geholpen?')
  // Each answer is counted once, as what was said of it last.
  for (const word of ['partly', 'yes']) await post(`${path}/geholpen`, { nummer: number, [`hielp-${number}`]: word })
  const month = todayIn().slice(0, 7)
  expect((await rowOf(path)).helped_said).toEqual([`${month} no`, `${month} yes`])
  expect((await rowOf(path)).id).toBe(id)
})

test('a second look leaves the first answer late, its penalty owed, and its objection open', async () => {
  const path = await ask('inzage', { email: 'laat@voorbeeld.test' })
  const { number, id } = await rowOf(path)
  const page = await take(path)
  await at.wim.post(`${page}/wie`, known)
  // It came 80 days ago, was to be answered 50 days ago, and 40 days ago somebody wrote that it was late.
  await sql`update request set received_on = today_here() - 80, first_due = today_here() - 50,
    due_on = today_here() - 50, notice_on = today_here() - 40 where id = ${id}`.execute(desk.db)
  const due = daysOn(todayIn(), -50)
  const { euros, days } = penaltyOf({ due, noticeOn: daysOn(todayIn(), -40), at: todayIn() })!
  const sum = `${euros} euro over ${days} dagen`
  const refused = { ...answered, uitkomst: 'refused', grond: 'niets' }
  expect((await at.wim.post(`${page}/antwoord`, refused)).status).toBe(303)
  expect(await pageOf(at.ria, page)).toContain(sum)
  const sent = { nummer: number, [`opnieuw-${number}`]: 'Er is wel een dossier.' }
  expect((await post(`${path}/opnieuw`, sent)).status).toBe(303)
  expect(await rowOf(path)).toMatchObject({
    due_on: dueOn(kindOf('inzage'), todayIn()),
    answered_on: todayIn(),
    answered_due: due,
    before_again: 'refused',
  })
  const again = await pageOf(at.ria, page)
  expect(again).toContain(sum)
  expect(again).toMatch(/Eerste antwoord[\s\S]*dus te laat/)
  // Who asked still reads the ground and until when to object.
  const read = await text(path)
  for (const said of ['Over ons antwoord van', 'U krijgt niet wat u vroeg', 'Wij hebben hierover geen gegevens'])
    expect(read).toContain(said)
  const until = day('nl', addTerm(todayIn(), { weeks: 6, regime: 'atw' }))
  expect(read).toContain(`Dat kan tot en met ${until}`)
  // The figures tell it as the late answer that it was, also when the second comes in time.
  const counted = async () => {
    const [from, to] = [todayIn(), daysOn(todayIn(), 1)]
    const { id: m } = desk.municipality
    const { answered: all } = await asClock(desk.db, m, (tx) => countedBetween(tx, m, from, to))
    return all.filter(({ days }) => days === 80)
  }
  const first = { kind: 'inzage', days: 80, inTerm: false }
  expect(await counted()).toEqual([{ ...first, outcome: 'refused' }])
  expect((await at.ria.post(`${page}/oppakken`)).status).toBe(303)
  expect((await at.ria.post(`${page}/antwoord`, answered)).status).toBe(303)
  expect(await counted()).toEqual([{ ...first, outcome: 'granted' }])
  const { beside } = await asClock(desk.db, desk.municipality.id, (tx) =>
    countedBetween(tx, desk.municipality.id, todayIn(), daysOn(todayIn(), 1)),
  )
  expect(beside.looks).toContainEqual({ kind: 'inzage', changed: true })
  // Each answer has its own last day.
  await sql`update request_step set at = at - interval '9 days', until = until - 9
    where request = ${id} and step = 'answered'
    and word = 'refused'`.execute(desk.db)
  const both = await text(path)
  const earlier = day('nl', addTerm(daysOn(todayIn(), -9), { weeks: 6, regime: 'atw' }))
  for (const on of [until, earlier]) expect(both).toContain(`Dat kan tot en met ${on}`)
})

test('a term stands still by agreement only when who asked agrees, and runs again by itself', async () => {
  const path = await ask('woo', {}, 'niemand')
  const { number, id, due_on: due } = await rowOf(path)
  const page = await take(path)
  const stop = { artikel: 'met-instemming', tot: daysOn(todayIn(), 10), tekst: 'Mag het tien dagen later?' }
  const both = await at.wim.post(`${page}/stilzetten`, { ...stop, vraag: 'ja' })
  expect([both.status, await both.text()]).toEqual([422, expect.stringContaining('hoort bij een andere reden')])
  expect((await at.wim.post(`${page}/stilzetten`, stop)).status).toBe(303)
  expect(await rowOf(path)).toMatchObject({ stopped_since: null, due_on: due })
  const field = `stilstaan-${number}`
  expect(await text(path)).toContain(`name="${field}"`)
  for (const junk of [{}, { [field]: 'constructor' }, { [field]: '__proto__' }])
    expect((await post(`${path}/stilstaan`, { nummer: number, ...junk })).status).toBe(422)
  expect((await post(`${path}/stilstaan`, { nummer: number, [field]: 'nee' })).status).toBe(303)
  expect(await rowOf(path)).toMatchObject({ stopped_since: null })
  // What was declined cannot be agreed to after.
  expect((await post(`${path}/stilstaan`, { nummer: number, [field]: 'ja' })).status).toBe(409)
  expect((await at.wim.post(`${page}/stilzetten`, stop)).status).toBe(303)
  expect((await post(`${path}/stilstaan`, { nummer: number, [field]: 'ja' })).status).toBe(303)
  expect(await rowOf(path)).toMatchObject({ stopped_since: todayIn(), stopped_by: 'met-instemming', state: 'handled' })
  expect(await text(path)).not.toContain(`name="${field}"`)
  await sql`update request set stopped_until = today_here() + 2 where id = ${id}`.execute(desk.db)
  await round()
  await round()
  const told = async () => (await tasks(id)).filter(({ kind }) => kind === 'request-stop')
  expect(await told()).toMatchObject([{ person: wim.id, text: expect.stringContaining('gaat bijna weer lopen') }])
  await sql`update request set stopped_since = stopped_since - 9, stopped_until = today_here() - 1,
    received_on = received_on - 9 where id = ${id}`.execute(desk.db)
  await round()
  expect(await rowOf(path)).toMatchObject({ stopped_since: null, stopped_days: 8, state: 'handled' })
  expect(await told()).toMatchObject([{ text: expect.stringContaining('de termijn loopt weer') }])
  // With a letter in which somebody agreed it stands still at once.
  const other = await ask('woo', {}, 'niemand')
  expect((await at.wim.post(`${await take(other)}/stilzetten`, { ...stop, vraag: 'brief' })).status).toBe(303)
  expect(await rowOf(other)).toMatchObject({ stopped_since: todayIn() })
})

test('who is late is told so by a button, and reads what it costs', async () => {
  const path = await ask()
  const { number, id } = await rowOf(path)
  expect(await text(path)).not.toContain('U bent te laat')
  expect((await post(`${path}/te-laat`, { nummer: number })).status).toBe(409)
  await sql`update request set received_on = today_here() - 40, first_due = today_here() - 9,
    due_on = today_here() - 9 where id = ${id}`.execute(desk.db)
  const late = await text(path)
  expect(late).toContain('U bent te laat</button>')
  expect(late).toContain('1.442 euro')
  for (let twice = 0; twice < 2; twice++) expect((await post(`${path}/te-laat`, { nummer: number })).status).toBe(303)
  expect(await rowOf(path)).toMatchObject({ notice_on: todayIn() })
  expect((await tasks(id)).map(({ text: says }) => says)).toContainEqual(expect.stringContaining('in gebreke gesteld'))
  const told = await text(path)
  expect(told).not.toContain('U bent te laat</button>')
  expect(told).toContain(`Na ${day('nl', courtFrom(todayIn()))} telt elke dag mee`)
  const [due, noticeOn] = [daysOn(todayIn(), -25), daysOn(todayIn(), -24)]
  await sql`update request set notice_on = ${noticeOn}, due_on = ${due} where id = ${id}`.execute(desk.db)
  const { euros, days } = penaltyOf({ due, noticeOn, at: todayIn() })!
  expect(days).toBeGreaterThan(2)
  expect(await text(path)).toContain(follows('nl').owed(euros, days))
  expect(follows('nl').owed(23, 1)).toContain('berekening van de dwangsom: 23 euro, over één dag.')
})

test('what is closed is taken over for a reason that is kept and told, and not without', async () => {
  const path = await ask('inzage', { naam: 'Geheime Gerda' })
  const { id } = await rowOf(path)
  const page = await take(path)
  await at.wim.post(`${page}/wie`, known)
  expect((await at.wim.post(`${page}/antwoord`, answered)).status).toBe(303)
  for (const fields of [{}, { waarom: 'nieuwsgierig' }])
    expect((await at.ria.post(`${page}/oppakken`, fields)).status).toBe(422)
  expect(await pageOf(at.ria, page)).not.toContain('Geheime Gerda')
  expect((await at.ria.post(`${page}/oppakken`, { waarom: 'objection' })).status).toBe(303)
  expect(await pageOf(at.ria, page)).toContain('Geheime Gerda')
  const [act] = await desk.db
    .selectFrom('audit')
    .select(['act', 'detail'])
    .where('object', '=', `request/${id}`)
    .orderBy('no', 'desc')
    .limit(1)
    .execute()
  expect([act!.act, JSON.parse(act!.detail)]).toEqual(['request.handed', { why: 'objection' }])
  expect(await text(path)).toContain('er is bezwaar of beroep')
  expect(await tasks(id)).toEqual([])
})

test('an answer says on whose behalf and in what function, and is a letter with what can be done', async () => {
  const path = await ask('inzage', { naam: 'Riet Vos', adres: 'Kade 3' })
  const { number, id } = await rowOf(path)
  const page = await take(path)
  await at.wim.post(`${page}/wie`, known)
  const bare = await at.wim.post(`${page}/antwoord`, { ...answered, orgaan: '', functie: '', uitkomst: 'passed-on' })
  const came = await bare.text()
  expect(bare.status).toBe(422)
  for (const field of ['orgaan', 'functie', 'naar']) expect(came).toContain(`href="#veld-${field}"`)
  // What nobody chose is not filled in.
  expect(came).not.toMatch(/<option[^>]*value="college"[^>]*selected/)
  expect((await at.ria.get(`${page}/brief`)).status).toBe(404)
  expect((await get(`${path}/brief/${number}`)).status).toBe(404)
  const sent = { ...answered, orgaan: 'burgemeester', uitkomst: 'passed-on', naar: 'De provincie, 070 123 45 67' }
  expect((await at.wim.post(`${page}/antwoord`, sent)).status).toBe(303)
  expect(await rowOf(path)).toMatchObject({ controller: 'burgemeester' })
  const said = [
    'namens de burgemeester, door: teamleider Privacy',
    'De provincie, 070',
    'binnen zes weken',
    'Hier is alles',
  ]
  const letters = [await pageOf(at.wim, `${page}/brief`), await text(`${path}/brief/${number}`)]
  for (const letter of [...letters, await text(path)]) for (const each of said) expect(letter).toContain(each)
  // The address is for the envelope; who asked knows it.
  expect(letters[0]).toContain('Riet Vos\nKade 3')
  expect(letters[1]).not.toContain('Kade 3')
  expect((await at.ria.get(`${page}/brief`)).status).toBe(404)
  expect((await get(`${path}/brief/${(await rowOf(await ask())).number}`)).status).toBe(404)
  expect(id).not.toBe('')
})

test('who lost the code gets another by the own name, counted and recorded; the old one dies', async () => {
  const path = await ask('inzage', { naam: 'Mevrouw D. de Wit-Zwart', email: 'wit@voorbeeld.test' })
  const { id, requester } = await rowOf(path)
  const page = `/balie/verzoeken/${id}`
  const fields = { naam: 'mevrouw d de wit zwart', hoe: 'shown', waarom: 'lost' }
  expect((await at.cor.post(`${page}/code`, { ...fields, hoe: '' })).status).toBe(422)
  const wrong = await at.cor.post(`${page}/code`, { ...fields, naam: 'De Wit' })
  const came = await wrong.text()
  expect([wrong.status, came]).toEqual([200, expect.stringContaining('hoort niet bij dit verzoek')])
  expect(came).not.toContain('Zwart')
  const done = await at.cor.post(`${page}/code`, fields)
  expect([done.status, done.headers.get('location')]).toEqual([303, `${page}/bewijs`])
  expect((await get(path)).status).toBe(404)
  const paper = await pageOf(at.cor, `${page}/bewijs`)
  const link = (await post('/verzoeken', { code: codeOn(paper) })).headers.get('location')!
  expect(await text(link)).toContain('Wij gaven u een nieuwe code')
  // Nobody else sees the paper, and news leads to the new address.
  expect((await at.ria.get(`${page}/bewijs`)).status).toBe(404)
  await at.wim.post(`${page}/oppakken`)
  await at.wim.post(`${page}/bericht`, { tussenbericht: 'Wij zoeken nog.' })
  expect((await mails(requester)).at(-1)!.body).toContain(link)
  const acts = await desk.db
    .selectFrom('audit')
    .select(['act', 'detail'])
    .where('object', '=', `request/${id}`)
    .where('act', 'like', 'request.code%')
    .orderBy('no')
    .execute()
  expect(acts.map(({ act, detail }) => [act, JSON.parse(detail)])).toEqual([
    ['request.code-refused', {}],
    ['request.code', { how: 'shown', why: 'lost' }],
  ])
  // Three times a day, right or wrong; and whoever gave no name is not guessed.
  expect((await at.cor.post(`${page}/code`, { ...fields, naam: 'Zwart' })).status).toBe(200)
  expect((await at.cor.post(`${page}/code`, fields)).status).toBe(409)
  const nameless = await rowOf(await ask())
  for (const naam of ['Riet', '-'])
    expect(await (await at.cor.post(`/balie/verzoeken/${nameless.id}/code`, { ...fields, naam })).text()).toContain(
      'hoort niet bij dit verzoek',
    )
})

test('it is withdrawn, and nothing more can be added', async () => {
  const path = await ask('woo', {}, 'niemand')
  const { number, id } = await rowOf(path)
  expect((await post(`${path}/intrekken`, { nummer: number })).status).toBe(303)
  expect(await rowOf(path)).toMatchObject({ state: 'closed', outcome: 'withdrawn' })
  expect(await tasks(id)).toEqual([])
  expect((await post(`${path}/toevoegen`, { nummer: number, [`tekst-${number}`]: 'Toch.' })).status).toBe(409)
  // Not with the number of somebody else.
  const other = await rowOf(await ask('woo', {}, 'niemand'))
  expect((await post(`${path}/intrekken`, { nummer: other.number })).status).toBe(404)
})

test('at the counter it is typed in, and the paper opens the same', async () => {
  expect(await pageOf(at.cor, '/balie/verzoeken/nieuw')).toContain('Mag ik zien wat u over mij weet?')
  const form = await pageOf(at.cor, '/balie/verzoeken/nieuw/inzage')
  const fields = {
    hoe: 'counter',
    op: todayIn(),
    'voor-wie': 'self',
    'om-wat': 'Mijn aanvraag',
    formulier: sealOf(form),
  }
  const wrong = await at.cor.post('/balie/verzoeken/nieuw/inzage', { ...fields, op: daysOn(todayIn(), 1) })
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Mijn aanvraag')])
  const done = await at.cor.post('/balie/verzoeken/nieuw/inzage', { ...fields, bezorgen: 'post' })
  expect(done.status, await done.clone().text()).toBe(303)
  const paper = await pageOf(at.cor, done.headers.get('location')!)
  expect(paper, done.headers.get('location')!).toContain('Bewijs om mee te geven')
  const path = (await post('/verzoeken', { code: codeOn(paper) })).headers.get('location')!
  expect(await text(path)).toContain('Mijn aanvraag')
  // On that day, to who typed it in, and to nobody else.
  expect((await at.ria.get(done.headers.get('location')!)).status).toBe(404)
  await sql`update requester set created_at = now() - interval '1 day'
    where secret = ${hashOfToken(path.split('/').at(-1)!)}`.execute(desk.db)
  expect((await at.cor.get(done.headers.get('location')!)).status).toBe(404)
  // And what was typed in is not read by who typed it.
  expect(await pageOf(at.cor, done.headers.get('location')!.replace('/bewijs', ''))).not.toContain('Mijn aanvraag')
})

test('doubles follow one answer, a part gets a clock of its own, and nobody reads another’s answer', async () => {
  const [one, two] = [await ask('woo', {}, 'niemand'), await ask('woo', {}, 'niemand')]
  const [first, second] = [await take(one), await take(two)]
  const into = await rowOf(one)
  expect((await at.wim.post(`${second}/samenvoegen`, { met: into.id })).status).toBe(303)
  expect(await rowOf(two)).toMatchObject({ outcome: 'merged', merged_into: into.id })
  expect((await at.wim.post(`${first}/antwoord`, answered)).status).toBe(303)
  expect(await text(two)).toContain('Hier is alles wat wij van u weten.')
  const [mine, yours] = [await ask(), await ask()]
  const [a, b] = [await take(mine), await take(yours)]
  expect((await at.wim.post(`${b}/samenvoegen`, { met: (await rowOf(mine)).id })).status).toBe(409)
  const split = await at.wim.post(`${a}/apart`, { soort: 'wissen', deeltekst: 'En daarna weg.' })
  expect(split.status).toBe(303)
  const page = await text(mine)
  expect(page.match(/<article/g)).toHaveLength(2)
  expect(page).toContain('En daarna weg.')
})

test('the page is sent whole, as a browser does: each button does its own, and nothing else of it waits', async () => {
  const browser = await formBrowser(desk, wim)
  const page = await take(await ask())
  const id = page.split('/').at(-1)!
  const press = async (path: string, typed: Readonly<Record<string, string>>) => {
    const answer = await browser.post(`${page}/${path}`, { ...(await browser.form(page, `${page}/${path}`)), ...typed })
    expect([path, answer.status, answer.headers.get('location')?.includes('getypt')]).toEqual([path, 303, false])
  }
  // What is not chosen is said at its place, and an answer that was typed beside it stands there still.
  const none = await browser.post(`${page}/wie`, {
    ...(await browser.form(page, `${page}/wie`)),
    antwoord: 'Half af.',
  })
  const said = await none.text()
  expect([none.status, said.includes('id="fout-hoe"'), said.includes('>Half af.</textarea>')]).toEqual([
    422,
    true,
    true,
  ])
  await press('wie', known)
  await press('orgaan', { besluiter: 'burgemeester' })
  await press('bericht', { tussenbericht: 'Wij zijn bezig.' })
  // What one did oneself on an open page does not come between.
  const open = await browser.form(page, `${page}/antwoord`)
  await press('bericht', { tussenbericht: 'Nog even.' })
  const bare = { ...answered, uitkomst: 'partly', grond: '' }
  expect((await browser.post(`${page}/antwoord`, { ...open, ...bare })).status).toBe(422)
  const partly = { ...bare, grond: 'rechten-van-anderen', orgaan: 'burgemeester' }
  expect((await browser.post(`${page}/antwoord`, { ...open, ...partly })).status).toBe(303)
  const row = await desk.db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ outcome: 'partly', controller: 'burgemeester', ground: 'rechten-van-anderen' })
})

test('of one person only what is known to be of one goes together; a double goes along to a colleague', async () => {
  const [mine, twice] = [await ask(), await ask()]
  const [a, b] = [await take(mine), await take(twice)]
  const into = (await rowOf(mine)).id
  await at.wim.post(`${b}/wie`, known)
  expect((await at.wim.post(`${b}/samenvoegen`, { met: into })).status).toBe(409)
  await at.wim.post(`${a}/wie`, known)
  expect((await at.wim.post(`${b}/samenvoegen`, { met: into })).status).toBe(422)
  expect((await at.wim.post(`${b}/samenvoegen`, { met: into, zelfde: 'ja' })).status).toBe(303)
  expect((await at.wim.post(`${a}/overdragen`, { aan: '' })).status).toBe(422)
  expect((await at.wim.post(`${a}/overdragen`, { aan: ria.id })).status).toBe(303)
  // Who must answer both reads both; who gave them away reads neither.
  expect(await rowOf(twice)).toMatchObject({ handler: ria.id, outcome: 'merged' })
  expect(await pageOf(at.ria, b)).toContain('id="wie"')
  expect(await pageOf(at.wim, b)).not.toContain('id="wie"')
})

test('a photo comes as it was made anew, bounded; what is none is refused', async () => {
  const path = await ask()
  const { number, id } = await rowOf(path)
  const send = async (bytes: Uint8Array<ArrayBuffer>, name = 'foto.png') => {
    const form = new FormData()
    form.set('nummer', number)
    form.set(`foto-${number}`, new File([bytes], name))
    return post(`${path}/foto`, form)
  }
  const png = new Uint8Array(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  )
  for (const bad of [new TextEncoder().encode('<svg onload=alert(1)>'), new TextEncoder().encode('%PDF-1.7')]) {
    const refused = await send(new Uint8Array(bad), 'foto.jpg')
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Dit is geen foto')])
  }
  expect((await send(png)).status).toBe(303)
  const page = await take(path)
  const [file] = await desk.db.selectFrom('request_file').selectAll().where('request', '=', id).execute()
  expect(file!.media).toBe('image/jpeg')
  expect((await at.wim.get(`${page}/foto/${file!.id}`)).headers.get('content-disposition')).toContain('attachment')
  expect((await at.ria.get(`${page}/foto/${file!.id}`)).status).toBe(404)
})

test('after its day no word, photo, name, mail or task is left anywhere; only kind, month, days and end', async () => {
  const marks = ['Zwaluwstaart', 'zwaluw@voorbeeld.test', 'Zwaluwlaan', '0612398765']
  const path = await ask('inzage', {
    naam: 'Zwaluwstaart',
    email: 'zwaluw@voorbeeld.test',
    adres: 'Zwaluwlaan 1',
    telefoon: '0612398765',
    'om-wat': 'Zwaluwstaart vraagt',
    ook: 'wissen',
    'ook-wat': 'Zwaluwstaart weg',
  })
  const rows = await desk.db
    .selectFrom('request')
    .innerJoin('requester', 'requester.id', 'request.requester')
    .selectAll('request')
    .where('secret', '=', hashOfToken(path.split('/').at(-1)!))
    .execute()
  expect(rows).toHaveLength(2)
  const both = rows.toSorted((a, b) => a.kind.localeCompare(b.kind))
  await post(`${path}/toevoegen`, { nummer: both[0]!.number, [`tekst-${both[0]!.number}`]: 'Zwaluwstaart nog iets' })
  for (const { id } of both) await at.wim.post(`/balie/verzoeken/${id}/oppakken`)
  const page = `/balie/verzoeken/${both[0]!.id}`
  await at.wim.post(`${page}/wie`, known)
  const split = await at.wim.post(`${page}/apart`, {
    soort: 'beperken',
    deeltekst: 'Zwaluwstaart apart',
  })
  const part = split.headers.get('location')!.split('/').at(-1)!
  expect((await at.wim.post(`/balie/verzoeken/${part}/samenvoegen`, { met: both[1]!.id })).status).toBe(409)
  await at.wim.post(`/balie/verzoeken/${part}/antwoord`, {
    ...answered,
    uitkomst: 'refused',
    grond: 'geen-reden',
    antwoord: 'Beste Zwaluwstaart',
  })
  await at.wim.post(`${page}/antwoord`, { ...answered, antwoord: 'Beste Zwaluwstaart' })
  const past = (id: string) => sql`update request set wipe_on = today_here() where id = ${id}`.execute(desk.db)
  await post(`${path}/geholpen`, { nummer: both[0]!.number, [`hielp-${both[0]!.number}`]: 'partly' })
  await past(both[0]!.id)
  await past(part)
  await round()
  // The other is still being handled: its words and who asks stay for it, those of the first are gone.
  expect(
    (await desk.db.selectFrom('request').select('id').where('requester', '=', both[0]!.requester).execute()).map(
      ({ id }) => id,
    ),
  ).toEqual([both[1]!.id])
  await at.wim.post(`/balie/verzoeken/${both[1]!.id}/antwoord`, {
    ...answered,
    uitkomst: 'refused',
    grond: 'ongegrond',
  })
  await past(both[1]!.id)
  await round()
  expect((await get(path)).status).toBe(404)
  const { rows: tables } = await sql<{ name: string }>`select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'published') and c.relkind = 'r'`.execute(desk.db)
  for (const { name } of tables) {
    const { rows: left } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(desk.db)
    const all = left
      .map(({ row }) => row)
      .join('\n')
      .toLowerCase()
    for (const mark of marks) expect(all.includes(mark.toLowerCase()), `${mark} in ${name}`).toBe(false)
    // What an index made of a word is the begin of it.
    expect(all.includes('zwaluwstart'), name).toBe(false)
  }
  const stubs = await desk.db
    .selectFrom('request_stub')
    .selectAll()
    .where('kind', 'in', ['inzage', 'wissen', 'beperken'])
    .execute()
  expect(stubs.map(({ kind, month, outcome }) => [kind, month, outcome]).toSorted()).toEqual([
    ['beperken', todayIn().slice(0, 7), 'refused'],
    ['inzage', todayIn().slice(0, 7), 'granted'],
    ['wissen', todayIn().slice(0, 7), 'refused'],
  ])
  // What was said of the answer counts on, without the request.
  const month = todayIn().slice(0, 7)
  expect(stubs.flatMap((each) => each.helped_said)).toEqual([`${month} partly`])
  const { beside } = await asClock(desk.db, desk.municipality.id, (tx) =>
    countedBetween(tx, desk.municipality.id, `${month}-01`, monthsOn(`${month}-01`, 1)),
  )
  expect(beside.helped).toContainEqual({ kind: 'inzage', word: 'partly' })
  expect(stubs.every(({ id }) => ![...both.map((row) => row.id), part].includes(id))).toBe(true)
})

test('who asked has name and addresses erased at once, and goes on by the code', async () => {
  const path = await ask('inzage', { naam: 'Mies', email: 'mies@voorbeeld.test' })
  const { requester } = await rowOf(path)
  expect((await post(`${path}/wissen`, {})).status).toBe(303)
  const row = await desk.db.selectFrom('requester').selectAll().where('id', '=', requester).executeTakeFirstOrThrow()
  expect([row.name, row.email, row.phone, row.post]).toEqual(['', '', '', ''])
  expect(await mails(requester)).toEqual([])
  expect(await text(path)).not.toContain('Wis mijn naam')
})
