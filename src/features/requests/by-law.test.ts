/** What the law asks around an answer: when it is late, where one goes after it, and what stays while one does. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, ORIGIN, testDeps, testDesk, type TestDesk, type TestPerson } from '../../../test/desk.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { tick } from '../../apps/clock.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { keptAnswers } from '../../apps/site-kept.ts'
import { createSite } from '../../apps/site.ts'
import { daysOn, monthsOn } from '../../lib/months.ts'
import { hashOfToken } from '../../lib/token.ts'
import { addTerm } from '../../lib/working-days.ts'
import { day, todayIn } from '../../web/language.ts'
import { courtFrom, penaltyOf } from './clock.ts'
import { requestTimers } from './timers.ts'

const deps = testDeps()
const today = todayIn()
let desk: TestDesk
let site: ReturnType<typeof createSite>
let now = Date.now()
let wim: TestPerson
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
    contact: {
      email: 'digitaal@sluiswijk.test',
      phone: '14 071',
      days: 10,
      counter: { name: 'Stadhuis', address: 'Markt 1, 2300 AA Sluiswijk', hours: 'elke dag van 9 tot 5' },
    },
    registers: deps.registers,
    kinds: deps.requestKinds,
    kept: keptAnswers(),
    requests: { key: deps.key, counted: async () => ({}), remake: deps.remake, now: () => now },
  })
  const m = desk.municipality.id
  wim = await addPerson(desk.db, m, ['request-handler'], 'Wim')
  at.wim = await desk.visit(wim)
  at.cor = await desk.visit(await addPerson(desk.db, m, ['counter'], 'Cor'))
  at.ria = await desk.visit(await addPerson(desk.db, m, ['request-handler'], 'Ria'))
})
afterAll(() => desk.close())

const text = async (path: string) => (await site.request(`${ORIGIN}${path}`)).text()
const post = (path: string, fields: Readonly<Record<string, string>>) =>
  site.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
  })
const pageOf = async (visit: Visit, path: string) => (await visit.get(path)).text()
const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  inzage: { over: 'uzelf', 'om-wat': 'Mijn aanvraag', bezorgen: 'post' },
  woo: { over: 'niemand', onderwerp: 'De camera’s' },
  klacht: { over: 'uzelf', gebeurd: 'Niemand belde terug.' },
}
/** Makes a request, which Wim takes; gives its secret path, its page at the desk, and its row. */
async function ask(kind: string, more: Readonly<Record<string, string>> = {}) {
  const page = await text(`/verzoeken/nieuw/${kind}?over=${OWN[kind]!['over']}`)
  const formulier = /name="formulier" value="([^"]+)"/.exec(page)![1]!
  now += 10_000
  const answer = await post(`/verzoeken/nieuw/${kind}`, { ...OWN[kind], ...more, formulier })
  expect(answer.status, await answer.clone().text()).toBe(303)
  const path = answer.headers.get('location')!
  const row = () =>
    desk.db
      .selectFrom('request')
      .innerJoin('requester', 'requester.id', 'request.requester')
      .selectAll('request')
      .where('requester.secret', '=', hashOfToken(path.split('/').at(-1)!))
      .executeTakeFirst()
  const { id, number } = (await row())!
  const here = `/balie/verzoeken/${id}`
  expect((await at.wim.post(`${here}/oppakken`)).status).toBe(303)
  if (kind === 'inzage') await at.wim.post(`${here}/wie`, { hoe: 'called-back' })
  return { path, here, id, number, row }
}
const tasks = (id: string, kind: string) =>
  desk.db
    .selectFrom('task')
    .selectAll()
    .where('object', '=', `request/${id}`)
    .where('kind', '=', kind)
    .where('done_at', 'is', null)
    .execute()
/** What happens by itself. */
const round = () =>
  tick(desk.db, { timers: requestTimers(deps.requestKinds, deps.key), postman: undefined, origin: ORIGIN })
const answered = {
  uitkomst: 'granted',
  antwoord: 'Hier is alles.',
  orgaan: 'college',
  functie: 'teamleider Privacy',
}

test('what somebody objects to is not wiped as long as that runs, and the resident reads until when', async () => {
  const { path, here, id, row } = await ask('woo')
  const until = daysOn(today, 10)
  expect((await at.wim.post(`${here}/vasthouden`, { tot: until })).status).toBe(409)
  expect((await at.wim.post(`${here}/antwoord`, answered)).status).toBe(303)
  // What ends before the words go changes nothing, and is not told.
  const wiped = (await row())!.wipe_on!
  const allowed = `${day('nl', daysOn(wiped, 1))} tot en met ${day('nl', monthsOn(wiped, 12))}.`
  expect(await pageOf(at.wim, here)).toContain(`Van ${allowed}`)
  for (const tot of ['', today, until, wiped, daysOn(monthsOn(wiped, 12), 1)]) {
    const refused = await at.wim.post(`${here}/vasthouden`, { tot })
    const said = await refused.text()
    expect([refused.status, said.match(/class="[^"]*ld-errors/g)?.length], tot).toEqual([422, 1])
    for (const part of ['<title>Fout: ', 'autofocus', `Kies een dag van ${allowed}`]) expect(said).toContain(part)
  }
  const straight = sql`update request set held_until = ${wiped}::date where id = ${id}`.execute(desk.db)
  await expect(straight).rejects.toThrow('after the day of its wiping')
  // Right after the answer there is a day that helps.
  expect((await at.wim.post(`${here}/vasthouden`, { tot: monthsOn(wiped, 12) })).status).toBe(303)
  await sql`update request set held_until = null, wipe_on = today_here() where id = ${id}`.execute(desk.db)
  // By who handles it alone.
  expect((await at.ria.post(`${here}/vasthouden`, { tot: until })).status).toBe(403)
  expect(await pageOf(at.wim, here)).toContain('Leidraad is geen archief')
  expect((await at.wim.post(`${here}/vasthouden`, { tot: until })).status).toBe(303)
  await round()
  await round()
  expect(await row()).toMatchObject({ held_until: until })
  expect(await text(path)).toContain(`Het wissen wacht tot en met ${day('nl', until)}`)
  expect(await text(path)).toContain(`Op ${day('nl', daysOn(until, 1))} wissen wij alles`)
  expect(await text(`/en${path}`)).toContain(`Erasing waits until ${day('en', until)}`)
  // Before its end there is a task, once; a later day puts it away.
  expect(await tasks(id, 'request-hold')).toMatchObject([{ person: wim.id, due_on: until }])
  expect((await at.wim.post(`${here}/vasthouden`, { tot: monthsOn(today, 12) })).status).toBe(303)
  expect(await tasks(id, 'request-hold')).toEqual([])
  // Who takes it over for the objection has the hold, and the task.
  expect((await at.ria.post(`${here}/oppakken`, { waarom: 'objection' })).status).toBe(303)
  expect((await at.ria.post(`${here}/loslaten`)).status).toBe(303)
  expect((await at.ria.post(`${here}/loslaten`)).status).toBe(409)
  await round()
  expect(await row()).toBeUndefined()
  expect(await desk.db.selectFrom('request_stub').select(['kind', 'outcome']).execute()).toEqual([
    { kind: 'woo', outcome: 'granted' },
  ])
})

test('a double waits with what it was put together with, and so does what is looked at again', async () => {
  const [one, two] = [await ask('woo'), await ask('woo')]
  expect((await at.wim.post(`${two.here}/samenvoegen`, { met: one.id })).status).toBe(303)
  expect((await at.wim.post(`${one.here}/antwoord`, answered)).status).toBe(303)
  await sql`update request set wipe_on = today_here() where id in (${one.id}, ${two.id})`.execute(desk.db)
  expect((await at.wim.post(`${one.here}/vasthouden`, { tot: daysOn(today, 90) })).status).toBe(303)
  await round()
  expect([await one.row(), await two.row()].map((each) => each?.id)).toEqual([one.id, two.id])
  const again = { nummer: one.number, [`opnieuw-${one.number}`]: 'Er ontbreekt iets.' }
  expect((await post(`${one.path}/opnieuw`, again)).status).toBe(303)
  expect(await one.row()).toMatchObject({ state: 'new', held_until: daysOn(today, 90) })
  await sql`update request set held_until = null where id = ${one.id}`.execute(desk.db)
  await round()
  expect(await two.row()).toBeUndefined()
})

test('who asked what was put together has the whole answer, hears of it, and can object as anybody', async () => {
  const [one, mailed, letter] = [
    await ask('woo', { naam: 'Kees Vermeulen', email: 'kees@voorbeeld.test' }),
    await ask('woo', { naam: 'Riet Vos', email: 'riet-samen@voorbeeld.test' }),
    await ask('woo', { naam: 'Jan Post', onderwerp: 'Ook de camera’s' }),
  ]
  // By way of another too: all of them wait for one answer.
  expect((await at.wim.post(`${letter.here}/samenvoegen`, { met: mailed.id })).status).toBe(303)
  expect((await at.wim.post(`${mailed.here}/samenvoegen`, { met: one.id })).status).toBe(303)
  const linked = await pageOf(at.wim, mailed.here)
  expect(linked).toContain(`href="${one.here}"`)
  expect(linked).toContain('het verzoek waarmee dit is samengevoegd')
  expect(await pageOf(at.wim, one.here)).toContain('Dit antwoord leest ook wie het samengevoegde verzoek deed')
  expect(await pageOf(at.ria, mailed.here)).not.toContain('zie hieronder')
  const helps = (path: string, number: string) =>
    post(`${path}/geholpen`, { nummer: number, [`hielp-${number}`]: 'partly' })
  expect((await helps(mailed.path, mailed.number)).status).toBe(409)
  await sql`update request set wipe_on = today_here() + 3 where id = ${mailed.id}`.execute(desk.db)
  const { requester } = (await mailed.row())!
  const mails = () =>
    desk.db.selectFrom('message').select('body').where('object', '=', `requester/${requester}`).execute()
  const before = (await mails()).length
  const refused = { ...answered, uitkomst: 'refused', grond: 'afweging', antwoord: 'Dat tonen wij niet.' }
  const sent = await at.wim.post(`${one.here}/antwoord`, refused)
  expect(sent.status, await sent.clone().text()).toBe(303)
  expect((await mails()).length).toBe(before + 1)
  expect((await mails()).map(({ body }) => body).join()).toContain(mailed.path)
  const until = addTerm(today, { weeks: 6, regime: 'atw' })
  const where = 'Richt uw bezwaar aan het college'
  for (const [{ path, number }, when] of [
    [mailed, `Dat kan tot en met ${day('nl', until)}.`],
    [letter, 'Dat kan binnen zes weken na de dag waarop u de brief kreeg toegestuurd.'],
  ] as const) {
    for (const read of [await text(path), await text(`${path}/brief/${number}`)]) {
      expect(read).toContain('U krijgt niet wat u vroeg.')
      expect(read).toContain('Dat tonen wij niet.')
      expect(read).toContain(`${when} ${where}`)
      expect(read).toContain('teamleider Privacy')
      expect(read).toContain(
        deps.requestKinds.find(({ id }) => id === 'woo')!.refusals.find(({ id }) => id === 'afweging')!.said.nl,
      )
      expect(read).not.toMatch(/Kees|kees@/)
    }
    expect(await text(path)).not.toContain('Wij behandelen dit samen')
    expect(await text(path)).toContain('Heeft dit antwoord u geholpen?')
    expect(await text(path)).not.toContain('Vraag ons om opnieuw te kijken')
    expect((await helps(path, number)).status).toBe(303)
  }
  // The letter of who has no e-mail is theirs, with a day of its own; its words stay as long as of any other.
  const paper = await pageOf(at.wim, `${letter.here}/brief`)
  expect(paper).toContain('Jan Post')
  const [, antwoord = ''] = /name="antwoord" value="(\d+)"/.exec(paper)!
  expect((await at.wim.post(`${letter.here}/brief`, { antwoord, op: today })).status).toBe(303)
  expect(await text(letter.path)).toContain(`Dat kan tot en met ${day('nl', until)}. ${where}`)
  expect(await mailed.row()).toMatchObject({
    outcome: 'merged',
    wipe_on: (await one.row())!.wipe_on,
    answered_on: null,
  })
})

const late = (id: string, days: number) =>
  sql`update request set received_on = today_here() - 90, first_due = today_here() - ${days}::int,
    due_on = today_here() - ${days}::int where id = ${id}`.execute(desk.db)

test('where no penalty runs a notice of default still opens the way to the court, by button or letter', async () => {
  const [screen, letter] = [await ask('woo'), await ask('woo')]
  for (const { id } of [screen, letter]) await late(id, 9)
  const before = await text(screen.path)
  expect(before).toContain('U bent te laat</button>')
  expect(before).toContain('Twee weken nadat u ons dat liet weten, kunt u naar de rechter')
  expect(before).not.toContain('euro')
  expect((await post(`${screen.path}/te-laat`, { nummer: screen.number })).status).toBe(303)
  expect(await screen.row()).toMatchObject({ notice_on: today })
  const from = courtFrom(today)
  expect(await text(screen.path)).toContain('U liet weten dat wij te laat zijn')
  expect(await text(screen.path)).toContain(`U kunt naar de rechter vanaf ${day('nl', from)}`)
  expect(await text(`/en${screen.path}`)).toContain(`You can go to court from ${day('en', from)}`)
  expect(await text(screen.path)).not.toMatch(/euro|U bent te laat</)
  expect((await at.wim.post(`${letter.here}/ingebreke`, { op: daysOn(today, -3) })).status).toBe(303)
  const desk = await pageOf(at.wim, letter.here)
  expect(desk).toContain(`naar de rechter kan vanaf ${day('nl', courtFrom(daysOn(today, -3)))}`)
  expect(desk).toContain('geldt niet (Woo artikel 8.2)')
  // A complaint is no application: nothing of the kind.
  const complaint = await ask('klacht')
  await late(complaint.id, 9)
  expect(await text(complaint.path)).not.toMatch(/U bent te laat<|rechter/)
  expect((await post(`${complaint.path}/te-laat`, { nummer: complaint.number })).status).toBe(409)
  expect((await at.wim.post(`${complaint.here}/ingebreke`, { op: today })).status).toBe(409)
})

test('a penalty is calculated, not promised: a person decides of it, by a day, on a ground that is read', async () => {
  const { path, here, id, number } = await ask('inzage', { email: 'laat@voorbeeld.test' })
  // Late for fifty days; forty days ago somebody wrote so: what comes after the first two weeks of those counts.
  await late(id, 50)
  expect((await at.wim.post(`${here}/dwangsom`, { dwangsom: 'owed' })).status).toBe(409)
  await sql`update request set notice_on = today_here() - 40 where id = ${id}`.execute(desk.db)
  const owed = penaltyOf({ due: daysOn(today, -50), noticeOn: daysOn(today, -40), at: today })!
  const sum = `${owed.euros} euro`
  await round()
  expect(await tasks(id, 'request-owed')).toMatchObject([{ person: wim.id, due_on: daysOn(owed.until, 14) }])
  expect((await at.wim.post(`${here}/dwangsom`, { dwangsom: 'owed' })).status).toBe(409)
  const refused = { ...answered, uitkomst: 'refused', grond: 'ongegrond' }
  expect((await at.wim.post(`${here}/antwoord`, refused)).status).toBe(303)
  await round()
  await round()
  const by = daysOn(today, 13)
  expect(await tasks(id, 'request-owed')).toMatchObject([{ due_on: by }])
  const read = await text(path)
  expect(read).toContain(`berekening van de dwangsom: ${sum}, over ${owed.days} dagen.`)
  expect(read).toContain(`De gemeente besluit uiterlijk op ${day('nl', by)} of u de dwangsom krijgt`)
  expect(read).not.toMatch(/[Ww]ij betalen u|Wij zijn te laat/)
  expect((await at.wim.post(`${here}/dwangsom`, { dwangsom: 'constructor' })).status).toBe(422)
  expect((await at.ria.post(`${here}/dwangsom`, { dwangsom: 'unfounded' })).status).toBe(403)
  expect((await at.wim.post(`${here}/dwangsom`, { dwangsom: 'unfounded' })).status).toBe(303)
  expect((await at.wim.post(`${here}/dwangsom`, { dwangsom: 'owed' })).status).toBe(409)
  const told = await text(path)
  expect(told).toContain(`Op ${day('nl', today)} besloten wij dat u geen dwangsom krijgt: het was duidelijk`)
  const until = addTerm(today, { weeks: 6, regime: 'atw' })
  const where =
    'Richt uw bezwaar aan het college van burgemeester en wethouders van Sluiswijk. Stuur of breng het naar:'
  const clause = `Maak dan bezwaar. Dat kan tot en met ${day('nl', until)}. ${where} Stadhuis, Markt 1`
  expect(told).toContain(clause)
  expect(await text(`${path}/brief/${number}`)).toContain(clause)
  expect(await pageOf(at.wim, `${here}/brief`)).toContain(`tot en met ${day('nl', until)}. Richt uw bezwaar aan`)
  expect(told).not.toContain(sum)
  expect(await pageOf(at.wim, here)).toContain('besloten: niet verschuldigd: de aanvraag is kennelijk')
  await round()
  expect(await tasks(id, 'request-owed')).toEqual([])
  // One that is owed says until when it is paid.
  const other = await ask('inzage', { email: 'later@voorbeeld.test' })
  await late(other.id, 50)
  await sql`update request set notice_on = today_here() - 40 where id = ${other.id}`.execute(desk.db)
  expect((await at.wim.post(`${other.here}/antwoord`, answered)).status).toBe(303)
  expect((await at.wim.post(`${other.here}/dwangsom`, { dwangsom: 'owed' })).status).toBe(303)
  expect(await text(`/en${other.path}`)).toContain(`You have the money by ${day('en', daysOn(today, 42))}`)
})

test('who has no e-mail gets the decision on the penalty in the letter, also before there is an answer', async () => {
  const { path, here, id, number } = await ask('inzage', { naam: 'Riet Vos' })
  await late(id, 80)
  await sql`update request set notice_on = today_here() - 70 where id = ${id}`.execute(desk.db)
  expect((await at.wim.get(`${here}/brief`)).status).toBe(404)
  expect((await at.wim.post(`${here}/dwangsom`, { dwangsom: 'owed' })).status).toBe(303)
  expect(await pageOf(at.wim, here)).toContain('Print het besluit als brief')
  const clause = 'Maak dan bezwaar. Dat kan binnen zes weken na de dag waarop u de brief kreeg toegestuurd. Richt uw'
  for (const read of [await pageOf(at.wim, `${here}/brief`), await text(`${path}/brief/${number}`), await text(path)]) {
    expect(read).toContain(clause)
    expect(read).toContain(`Op ${day('nl', today)} besloten wij dat u deze dwangsom krijgt`)
  }
  expect((await at.wim.post(`${here}/brief`, { antwoord: '1', op: today })).status).toBe(404)
})

test('a day is read in words, and a letter that was typed in later has the day on which it came', async () => {
  const { path, here, id } = await ask('woo', { van: '2026-05-01' })
  expect(await text(path)).not.toContain('Wij ontvingen dit op')
  for (const read of [await text(path), await pageOf(at.wim, here)]) {
    expect(read).toContain('>1 mei 2026<')
    expect(read).not.toContain('2026-05-01')
  }
  expect(await text(`/en${path}`)).toContain(`>${day('en', '2026-05-01')}<`)
  await sql`update request set received_on = today_here() - 53 where id = ${id}`.execute(desk.db)
  const came = day('nl', daysOn(today, -53))
  expect(await text(path)).toMatch(new RegExp(`Wij ontvingen dit op</dt><dd>${came}<`))
})

test('a period that ends before it begins is refused at its field, at the counter and on the site', async () => {
  const wrong = { ...OWN['woo'], van: '2026-05-02', tot: '2026-05-01' }
  const form = await text('/verzoeken/nieuw/woo?over=niemand')
  const formulier = /name="formulier" value="([^"]+)"/.exec(form)![1]!
  now += 10_000
  const site = await post('/verzoeken/nieuw/woo', { ...wrong, formulier })
  const typed = { ...wrong, hoe: 'counter', op: today, 'voor-wie': 'none', formulier: 'x' }
  for (const answer of [site, await at.cor.post('/balie/verzoeken/nieuw/woo', typed)]) {
    const page = await answer.text()
    expect([answer.status, page.includes('id="fout-tot"')]).toEqual([422, true])
  }
})

test('who types in a citizen service number at the counter is told once, as on the site', async () => {
  const own = { hoe: 'counter', op: today, 'voor-wie': 'none', onderwerp: 'Mijn BSN is 111222333.' }
  const formulier = /name="formulier" value="([^"]+)"/.exec(await pageOf(at.cor, '/balie/verzoeken/nieuw/woo'))![1]!
  const send = (more = {}) => at.cor.post('/balie/verzoeken/nieuw/woo', { ...own, formulier, ...more })
  const warned = await send()
  const page = await warned.text()
  expect([warned.status, page.includes('id="fout-onderwerp"')]).toEqual([422, true])
  expect(page).toMatch(/name="nummer-gezien" value="ja"|&quot;nummer-gezien&quot;:&quot;ja/)
  expect((await send({ 'nummer-gezien': 'ja' })).status).toBe(303)
})

test('to look again waits for a colleague, and not for who gave the answer', async () => {
  const { path, here, number } = await ask('woo')
  expect((await at.wim.post(`${here}/antwoord`, answered)).status).toBe(303)
  const again = { nummer: number, [`opnieuw-${number}`]: 'Er ontbreekt iets.' }
  const counted = async (visit: Visit) =>
    Number(/Er wacht(?:en)? (\d+|één|geen)/.exec(await pageOf(visit, '/balie'))?.[1] ?? 0)
  const before = await counted(at.wim)
  expect((await post(`${path}/opnieuw`, again)).status).toBe(303)
  expect(await pageOf(at.ria, '/balie')).toContain(`href="${here}"`)
  expect(await pageOf(at.wim, '/balie')).not.toContain(`href="${here}"`)
  expect(await counted(at.wim)).toBe(before)
})

test('what is not right about an answer is told in the order of its form', async () => {
  const { here } = await ask('woo')
  const page = await (await at.wim.post(`${here}/antwoord`, { antwoord: '', uitkomst: 'refused' })).text()
  const told = [...page.matchAll(/href="#veld-([a-z]+)"/g)].map(([, field]) => field)
  expect(told).toEqual(['grond', 'antwoord', 'orgaan', 'functie'])
  for (const [before, after] of [
    ['grond', 'antwoord'],
    ['antwoord', 'orgaan'],
    ['orgaan', 'functie'],
  ] as const)
    expect(page.indexOf(`id="veld-${before}"`)).toBeLessThan(page.indexOf(`id="veld-${after}"`))
})

test('a clause says with whom and where one objects, and counts from the day on which the letter went', async () => {
  const { path, here, number } = await ask('inzage', { naam: 'Riet Vos' })
  const refused = { ...answered, uitkomst: 'refused', grond: 'niets', orgaan: 'burgemeester' }
  expect((await at.wim.post(`${here}/antwoord`, refused)).status).toBe(303)
  const where = 'Richt uw bezwaar aan de burgemeester van Sluiswijk.'
  const place = 'Stuur of breng het naar: Stadhuis, Markt 1, 2300 AA Sluiswijk. Vragen? Bel 14 071.'
  for (const read of [await text(path), await text(`${path}/brief/${number}`)]) {
    expect(read).toContain(`binnen zes weken na de dag waarop u de brief kreeg toegestuurd. ${where} ${place}`)
    expect(read).not.toMatch(/Dat kan tot en met [^.]*\. Richt/)
  }
  const letter = await pageOf(at.wim, `${here}/brief`)
  expect(letter).toContain(where)
  expect(letter).toMatch(new RegExp(`name="op"[^>]*value="${today}"|value="${today}"[^>]*name="op"`))
  const [, antwoord = ''] = /name="antwoord" value="(\d+)"/.exec(letter)!
  const send = (op: string, by = at.wim) => by.post(`${here}/brief`, { antwoord, op })
  for (const op of ['', daysOn(today, 1), daysOn(today, -1)]) expect((await send(op)).status, op).toBe(422)
  expect((await send(today, at.ria)).status).toBe(403)
  await sql`update request_step set at = at - interval '3 days' where step = 'answered'
    and request = (select id from request where number = ${number})`.execute(desk.db)
  // Told once, changed once.
  for (const [op, status] of [
    [daysOn(today, -1), 303],
    [today, 303],
    [today, 409],
  ] as const) {
    expect((await send(op)).status).toBe(status)
  }
  const until = addTerm(today, { weeks: 6, regime: 'atw' })
  expect(await text(path)).toContain(`Dat kan tot en met ${day('nl', until)}. ${where}`)
  expect(await pageOf(at.wim, `${here}/brief`)).not.toContain('name="op"')
  // Who gave an e-mail address knows it from that day, and nobody changes that.
  const mailed = await ask('inzage', { email: 'riet@voorbeeld.test' })
  expect((await at.wim.post(`${mailed.here}/antwoord`, refused)).status).toBe(303)
  expect(await text(mailed.path)).toContain(`Dat kan tot en met ${day('nl', until)}`)
  expect((await at.wim.post(`${mailed.here}/brief`, { antwoord, op: today })).status).toBe(409)
})

test('on the day after the last one who asked hears of news, and policy officers that it is late', async () => {
  const { path, id, row } = await ask('woo', { email: 'laat@voorbeeld.test' })
  const { requester, due_on: due } = (await row())!
  const mails = async () =>
    (await desk.db.selectFrom('message').selectAll().where('object', '=', `requester/${requester}`).execute()).length
  await sql`update request set received_on = today_here() - 30, first_due = today_here(), due_on = today_here()
    where id = ${id}`.execute(desk.db)
  await round()
  const before = await mails()
  expect([due > today, await tasks(id, 'request-past')]).toEqual([true, []])
  const told = await desk.db.selectFrom('message').selectAll().where('object', '=', `requester/${requester}`).execute()
  expect(told.map(({ body }) => body).join()).toContain(`Uiterlijk op ${day('nl', today)} moet u antwoord hebben`)
  await late(id, 1)
  await round()
  await round()
  expect(await mails()).toBe(before + 1)
  const [last] = await desk.db
    .selectFrom('message')
    .selectAll()
    .where('object', '=', `requester/${requester}`)
    .orderBy('created_at', 'desc')
    .limit(1)
    .execute()
  expect([last!.subject, last!.body]).toEqual([expect.stringContaining('Er is nieuws'), expect.stringContaining(path)])
  expect(await tasks(id, 'request-past')).toMatchObject([{ role: 'policy-officer', due_on: daysOn(today, -1) }])
})

test('a complaint that a committee handles has ten weeks, and fourteen when it is extended', async () => {
  const { path, here, row } = await ask('klacht')
  const weeks = (count: number) => addTerm(today, { weeks: count, regime: 'atw' })
  expect(await row()).toMatchObject({ due_on: weeks(6) })
  expect((await at.wim.post(`${here}/commissie`)).status).toBe(303)
  expect(await row()).toMatchObject({ due_on: weeks(10), first_due: weeks(6), committee_on: today })
  expect(await text(path)).toContain('Een klachtencommissie behandelt dit')
  expect(await text(path)).toContain(`u krijgt antwoord op ${day('nl', weeks(10))} of eerder`)
  expect((await at.wim.post(`${here}/commissie`)).status).toBe(409)
  expect((await at.wim.post(`${here}/verlengen`, { reden: 'De commissie hoort nog iemand.' })).status).toBe(303)
  expect(await row()).toMatchObject({ due_on: weeks(14) })
  // After the first end, and for what no committee handles, it cannot be said.
  const past = await ask('klacht')
  await late(past.id, 1)
  expect((await at.wim.post(`${past.here}/commissie`)).status).toBe(409)
  expect((await at.wim.post(`${(await ask('woo')).here}/commissie`)).status).toBe(409)
})

test('an answer by letter is given on the day on which it went: until then the penalty counts', async () => {
  const { path, here, id, row } = await ask('inzage', { naam: 'Riet Vos' })
  await late(id, 50)
  await sql`update request set notice_on = today_here() - 40 where id = ${id}`.execute(desk.db)
  expect((await at.wim.post(`${here}/antwoord`, { ...answered, uitkomst: 'refused', grond: 'niets' })).status).toBe(303)
  await sql`update request_step set at = at - interval '9 days' where step = 'answered' and request = ${id}`.execute(
    desk.db,
  )
  await sql`update request set answered_on = today_here() - 9 where id = ${id}`.execute(desk.db)
  expect(await pageOf(at.wim, here)).not.toContain('Leg het besluit vast')
  expect((await at.wim.post(`${here}/dwangsom`, { dwangsom: 'owed' })).status).toBe(409)
  const [, antwoord = ''] = /name="antwoord" value="(\d+)"/.exec(await pageOf(at.wim, `${here}/brief`))!
  expect((await at.wim.post(`${here}/brief`, { antwoord, op: daysOn(today, -2) })).status).toBe(303)
  expect(await row()).toMatchObject({ answered_on: daysOn(today, -2) })
  const owed = penaltyOf({ due: daysOn(today, -50), noticeOn: daysOn(today, -40), at: daysOn(today, -2) })!
  expect(await text(path)).toContain(`${owed.euros} euro, over ${owed.days} dagen.`)
  expect((await at.wim.post(`${here}/dwangsom`, { dwangsom: 'owed' })).status).toBe(303)
})

test('a letter that we are late may turn up after the answer, and keeps a request from being merged', async () => {
  const { here, id, row } = await ask('inzage', { email: 'kwijt@voorbeeld.test' })
  await late(id, 50)
  expect((await at.wim.post(`${here}/antwoord`, answered)).status).toBe(303)
  expect(await pageOf(at.wim, here)).toContain('Noteer een ingebrekestelling')
  expect((await at.wim.post(`${here}/ingebreke`, { op: daysOn(today, -50) })).status).toBe(422)
  expect((await at.wim.post(`${here}/ingebreke`, { op: daysOn(today, -40) })).status).toBe(303)
  expect(await row()).toMatchObject({ notice_on: daysOn(today, -40) })
  expect((await at.wim.post(`${here}/dwangsom`, { dwangsom: 'owed' })).status).toBe(303)
  const [one, two] = [await ask('woo', { naam: 'Kees' }), await ask('woo', { naam: 'Kees' })]
  await late(one.id, 9)
  expect((await at.wim.post(`${one.here}/ingebreke`, { op: daysOn(today, -3) })).status).toBe(303)
  expect(await pageOf(at.wim, one.here)).not.toContain('Voeg samen')
  expect((await at.wim.post(`${one.here}/samenvoegen`, { met: two.id })).status).toBe(409)
})

test('a question after the last day gives no day back: what is late stays late', async () => {
  const { here, id, row } = await ask('inzage')
  await late(id, 20)
  await sql`update request set notice_on = today_here() - 19 where id = ${id}`.execute(desk.db)
  const question = { artikel: 'aanvulling', tot: daysOn(today, 20), tekst: 'Over welk jaar?', vraag: 'ja' }
  expect((await at.wim.post(`${here}/stilzetten`, question)).status).toBe(303)
  await sql`update request set stopped_since = today_here() - 5 where id = ${id}`.execute(desk.db)
  expect((await at.wim.post(`${here}/hervatten`)).status).toBe(303)
  expect(await row()).toMatchObject({ due_on: daysOn(today, -20), stopped_days: 0 })
  const woo = await ask('woo')
  await late(woo.id, 20)
  const agreed = { artikel: 'met-instemming', tot: daysOn(today, 20), tekst: 'Samen.', vraag: 'brief' }
  const answer = await at.wim.post(`${woo.here}/stilzetten`, agreed)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('De termijn is al voorbij')
})

test('that it is late stays with policy officers until it is answered, whoever handles it', async () => {
  const { here, id } = await ask('woo')
  await late(id, 3)
  await round()
  await round()
  expect(await tasks(id, 'request-past')).toMatchObject([{ role: 'policy-officer' }])
  expect((await at.ria.post(`${here}/oppakken`)).status).toBe(303)
  expect(await tasks(id, 'request-past')).toHaveLength(1)
  await late(id, 2)
  await round()
  expect(await tasks(id, 'request-past')).toMatchObject([{ due_on: daysOn(today, -2) }])
  expect((await at.ria.post(`${here}/antwoord`, answered)).status).toBe(303)
  await round()
  for (const kind of ['request-past', 'request']) expect(await tasks(id, kind)).toEqual([])
})
