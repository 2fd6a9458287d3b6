/** A reported weakness from the form of who found it to the word of thanks that everybody reads. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, as, ORIGIN, testDeps, testDesk, type TestDesk, type TestPerson } from '../../../test/desk.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { tick } from '../../apps/clock.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { keptAnswers } from '../../apps/site-kept.ts'
import { createSite } from '../../apps/site.ts'
import { daysOn } from '../../lib/months.ts'
import { hashOfToken } from '../../lib/token.ts'
import { addWorkingDays } from '../../lib/working-days.ts'
import { WEAKNESS_NEXT, WEAKNESS_STATES } from '../../vocabulary/weakness.ts'
import { todayIn } from '../../web/language.ts'
import { requestTimers } from './timers.ts'
import { endingProblem, judgementProblems, nextDue, supplierProblems } from './weakness-rules.ts'

const deps = testDeps()
const today = todayIn()
let desk: TestDesk
let site: ReturnType<typeof createSite>
let now = Date.now()
let dennis: TestPerson
let tarik: TestPerson
type Visit = Awaited<ReturnType<TestDesk['visit']>>
const at = {} as Record<'dennis' | 'esra' | 'tarik' | 'wim', Visit>

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
    requests: { key: deps.key, counted: async () => ({}), remake: deps.remake, now: () => now },
  })
  const m = desk.municipality.id
  dennis = await addPerson(desk.db, m, ['security-officer'], 'Dennis')
  tarik = await addPerson(desk.db, m, ['policy-officer'], 'Tarik')
  at.dennis = await desk.visit(dennis)
  at.tarik = await desk.visit(tarik)
  at.esra = await desk.visit(await addPerson(desk.db, m, ['security-officer'], 'Esra'))
  at.wim = await desk.visit(await addPerson(desk.db, m, ['request-handler'], 'Wim'))
})
afterAll(() => desk.close())

const text = async (path: string) => (await site.request(`${ORIGIN}${path}`)).text()
/** Reports one as a browser does; gives its secret path and its page at the desk. */
async function report(more: Readonly<Record<string, string>> = {}) {
  const page = await text('/verzoeken/nieuw/zwakke-plek?over=niemand')
  const formulier = /name="formulier" value="([^"]+)"/.exec(page)![1]!
  now += 10_000
  const answer = await site.request(`${ORIGIN}/verzoeken/nieuw/zwakke-plek`, {
    method: 'POST',
    body: new URLSearchParams({
      over: 'niemand',
      waar: 'De site over parkeren',
      'wat-gevonden': 'Een lek van vertrouwen',
      nadoen: 'Verander het nummer',
      ...more,
      formulier,
    }),
    headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(answer.status, await answer.clone().text()).toBe(303)
  const path = answer.headers.get('location')!
  const { id } = await desk.db
    .selectFrom('request')
    .innerJoin('requester', 'requester.id', 'request.requester')
    .select('request.id')
    .where('requester.secret', '=', hashOfToken(path.split('/').at(-1)!))
    .executeTakeFirstOrThrow()
  return { path, id, page: `/balie/verzoeken/${id}` }
}
const valid = { stand: 'valid', ernst: 'high', uiterlijk: daysOn(today, 20), bericht: 'Het klopt. Wij herstellen het.' }
const fixed = { stand: 'fixed', hersteld: today, bericht: 'Hersteld. Kijkt u nog eens?' }
const note = { kop: 'Parkeren', uitleg: 'Vergunningen zijn weer alleen van uzelf te zien.', bedankt: 'Imre' }
const tasks = async (id: string) =>
  (await desk.db.selectFrom('task').select(['kind', 'due_on']).where('object', '=', `request/${id}`).execute()).map(
    ({ kind, due_on }) => `${kind} ${due_on}`,
  )
const round = () =>
  tick(desk.db, { timers: requestTimers(deps.requestKinds, deps.key), postman: undefined, origin: ORIGIN })

test('security.txt leads to the form, its rules and its thanks', async () => {
  const told = await text('/.well-known/security.txt')
  expect(told).toContain(`Contact: ${ORIGIN}/verzoeken/nieuw/zwakke-plek\nContact: mailto:digitaal@sluiswijk.test\n`)
  expect(told).toContain(`Policy: ${ORIGIN}/zwakke-plekken\nAcknowledgments: ${ORIGIN}/zwakke-plekken#dank\n`)
  const policy = await text('/zwakke-plekken')
  expect(policy).toContain('href="/verzoeken/nieuw/zwakke-plek"')
  for (const said of ['Binnen 1 werkdag', 'Binnen 3 werkdagen', 'Binnen 60 dagen', 'geen aangifte'])
    expect(policy).toContain(said)
  expect(await text('/en/zwakke-plekken')).toContain('Within 3 working days')
  expect(await text('/rechten/zwakke-plek')).toContain('zestig dagen')
})

test('the words of the rules and those of the database say the same', async () => {
  const { rows } = await sql<{ was: string; becomes: string }>`select * from wall.weakness_next()`.execute(desk.db)
  const here = Object.entries(WEAKNESS_NEXT).flatMap(([was, to]) => to.map((becomes) => `${was} ${becomes}`))
  expect(rows.map(({ was, becomes }) => `${was} ${becomes}`).toSorted()).toEqual(here.toSorted())
  expect(Object.keys(WEAKNESS_NEXT)).toEqual(Object.keys(WEAKNESS_STATES))
})

test('who found it reads each step, and nobody but who handles it knows what it is', async () => {
  const { path, id, page } = await report({ dank: 'Imre' })
  expect((await at.dennis.post(`${page}/oppakken`)).status).toBe(303)
  for (const other of [at.esra, at.tarik, at.wim]) {
    const seen = await (await other.get(page)).text()
    expect(seen).not.toMatch(/Een lek van vertrouwen|De site over parkeren/)
    expect([403, 404]).toContain((await other.post(`${page}/stand`, valid)).status)
  }
  const bare = await at.dennis.post(`${page}/stand`, { ...valid, uiterlijk: daysOn(today, -1), ernst: '' })
  expect(bare.status).toBe(422)
  const again = await bare.text()
  expect(again).toContain('Kies een dag vanaf vandaag')
  expect(again).toContain('Kies hoe groot het gevolg is')
  expect(again).toContain('Het klopt. Wij herstellen het.')
  expect((await at.dennis.post(`${page}/stand`, valid)).status).toBe(303)
  const followed = await text(path)
  expect(followed).toContain('klopt')
  expect(followed).toContain('Het klopt. Wij herstellen het.')
  expect(followed).not.toContain('groot')
  // Not from here to there: what is valid is mended before anybody tests it again.
  expect((await at.dennis.post(`${page}/stand`, { stand: 'retested', bericht: 'Goed.' })).status).toBe(422)
  await expect(
    as(desk.db, dennis, (tx) =>
      tx.updateTable('weakness').set({ state: 'closed' }).where('request', '=', id).execute(),
    ),
  ).rejects.toThrow('does not go from valid to closed')
  expect(
    (await desk.db.selectFrom('audit').select('detail').where('act', '=', 'weakness.judged').execute()).length,
  ).toBe(1)
})

test('what everybody may know is written when it is mended, and told by another', async () => {
  const { id, page } = await report({ dank: 'Imre' })
  await at.dennis.post(`${page}/oppakken`)
  await at.dennis.post(`${page}/stand`, valid)
  expect(await (await at.dennis.post(`${page}/openbaar`, note)).text()).toContain('pas weten als het is hersteld')
  expect(await desk.db.selectFrom('weakness_note').select('id').where('request', '=', id).execute()).toEqual([])
  await at.dennis.post(`${page}/stand`, fixed)
  expect(await (await at.dennis.get(page)).text()).toContain('value="Imre"')
  const empty = await at.dennis.post(`${page}/openbaar`, { ...note, uitleg: '' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('value="Parkeren"')
  expect((await at.dennis.post(`${page}/openbaar`, note)).status).toBe(303)
  const [one] = await desk.db.selectFrom('weakness_note').select('id').where('request', '=', id).execute()
  const own = `/balie/zwakke-plekken/${one!.id}`
  expect(await text('/zwakke-plekken')).not.toContain('Vergunningen')
  await at.dennis.post(`${own}/openbaar`)
  expect(await text('/zwakke-plekken')).not.toContain('Vergunningen')
  await expect(as(desk.db, dennis, (tx) => sql`select wall.tell_weakness(${one!.id})`.execute(tx))).rejects.toThrow(
    'another tells it',
  )
  expect((await at.wim.post(`${own}/openbaar`)).status).toBe(403)
  expect((await at.tarik.post(`${own}/openbaar`)).status).toBe(303)
  const told = await text('/zwakke-plekken')
  expect(told).toContain('Vergunningen zijn weer alleen van uzelf te zien.')
  expect(told).toContain('Met dank aan Imre.')
  expect(await text('/zoeken?q=vergunningen&soort=weakness')).toContain(`href="/zwakke-plekken#`)
  expect((await at.tarik.post(`${own}/terugnemen`)).status).toBe(303)
  expect(await text('/zwakke-plekken')).not.toContain('Imre')
  expect(await text('/zoeken?q=vergunningen&soort=weakness')).not.toContain('/zwakke-plekken#')
  // Whose name was on it stands in no table but the report itself, which its own term wipes.
  expect(
    await desk.db.selectFrom('weakness_note').select('thanked').where('id', '=', one!.id).executeTakeFirst(),
  ).toEqual({ thanked: '' })
})

test('nothing is told of what is not mended, and a colleague reads what waits', async () => {
  const { id, page } = await report()
  await at.dennis.post(`${page}/oppakken`)
  await at.dennis.post(`${page}/stand`, valid)
  await at.dennis.post(`${page}/stand`, fixed)
  await at.dennis.post(`${page}/openbaar`, { ...note, bedankt: '' })
  // It came back: the note waits, and cannot be told.
  await at.dennis.post(`${page}/stand`, { ...valid, stand: 'fixing' })
  const [one] = await desk.db.selectFrom('weakness_note').select('id').where('request', '=', id).execute()
  const told = await at.tarik.post(`/balie/zwakke-plekken/${one!.id}/openbaar`)
  expect(await told.text()).toContain('intussen weer open')
  expect(await text('/zwakke-plekken')).not.toContain('Parkeren')
})

test('what comes back goes off the site, and with a report goes what nobody told', async () => {
  const { id, page } = await report({ dank: 'Imre' })
  await at.dennis.post(`${page}/oppakken`)
  await at.dennis.post(`${page}/stand`, valid)
  await at.dennis.post(`${page}/stand`, fixed)
  await at.dennis.post(`${page}/openbaar`, { ...note, kop: 'Slagbomen' })
  const [one] = await desk.db.selectFrom('weakness_note').select('id').where('request', '=', id).execute()
  await at.tarik.post(`/balie/zwakke-plekken/${one!.id}/openbaar`)
  expect(await text('/zwakke-plekken')).toContain('Slagbomen')
  await at.dennis.post(`${page}/stand`, { ...valid, stand: 'fixing' })
  expect(await text('/zwakke-plekken')).not.toContain('Slagbomen')
  expect(await (await at.dennis.get(page)).text()).toContain('af gehaald')
  // Mended anew: written anew. Nobody tells it, and the report goes: so does the note.
  await at.dennis.post(`${page}/stand`, fixed)
  expect((await at.dennis.post(`${page}/openbaar`, { ...note, kop: 'Slagbomen dicht' })).status).toBe(303)
  await desk.db.deleteFrom('request').where('id', '=', id).execute()
  const left = await desk.db.selectFrom('weakness_note').select('title').where('title', 'like', 'Slagbomen%').execute()
  expect(left).toEqual([{ title: 'Slagbomen' }])
})

test('who wants to be forgotten is thanked by name nowhere any more', async () => {
  const { id, path, page } = await report({ dank: 'Wobbe Zeldzaam' })
  await at.dennis.post(`${page}/oppakken`)
  await at.dennis.post(`${page}/stand`, valid)
  await at.dennis.post(`${page}/stand`, fixed)
  await at.dennis.post(`${page}/openbaar`, { ...note, kop: 'Vergeten', bedankt: 'Wobbe Zeldzaam' })
  const [one] = await desk.db.selectFrom('weakness_note').select('id').where('request', '=', id).execute()
  await at.tarik.post(`/balie/zwakke-plekken/${one!.id}/openbaar`)
  expect(await text('/zwakke-plekken')).toContain('Wobbe Zeldzaam')
  const { secret } = await desk.db
    .selectFrom('request')
    .innerJoin('requester', 'requester.id', 'request.requester')
    .select('requester.secret')
    .where('request.id', '=', id)
    .executeTakeFirstOrThrow()
  await sql`select wall.forget_requester(${desk.municipality.id}, ${secret})`.execute(desk.db)
  for (const seen of [await text('/zwakke-plekken'), await text(path), await (await at.dennis.get(page)).text()])
    expect(seen).not.toContain('Wobbe')
  expect(await text('/zwakke-plekken')).toContain('Vergeten')
})

test('each term reminds once: nobody took it, nobody judged it, a supplier is silent, it is not mended', async () => {
  const { id, page } = await report()
  const came = addWorkingDays(daysOn(today, -20), 1)
  await desk.db.updateTable('request').set({ received_on: came }).where('id', '=', id).execute()
  await round()
  await round()
  const first = `weakness-acknowledge ${addWorkingDays(came, 1)}`
  expect((await tasks(id)).filter((each) => each.startsWith('weakness'))).toEqual([first])
  await at.dennis.post(`${page}/oppakken`)
  await round()
  expect(await tasks(id)).toContain(`weakness-judge ${addWorkingDays(came, 3)}`)
  await at.dennis.post(`${page}/stand`, { ...valid, uiterlijk: today })
  const supplier = { leverancier: 'Slagboom', verteld: daysOn(today, -14) }
  expect((await at.dennis.post(`${page}/leverancier`, { ...supplier, antwoordde: daysOn(today, 1) })).status).toBe(422)
  expect((await at.dennis.post(`${page}/leverancier`, supplier)).status).toBe(303)
  await round()
  expect(await tasks(id)).toContain(`weakness-supplier ${today}`)
  await at.dennis.post(`${page}/leverancier`, { ...supplier, antwoordde: today })
  await round()
  expect(await tasks(id)).toContain(`weakness-mend ${today}`)
})

test('at a hack event, or shortly after, a report names it, and is of it at once', async () => {
  const form = () => text('/verzoeken/nieuw/zwakke-plek?over=niemand')
  expect(await form()).not.toContain('hackevenement')
  const hack = async (title: string, ago: number) => {
    const on = daysOn(today, -ago)
    const when = { starts_on: on, ends_on: on, starts: '09:00', ends: '17:00', place: 'Stadhuis' }
    const what = { kind: 'hack' as const, subject: 'safety' as const, organiser: 'Gemeente', state: 'placed' as const }
    const id = crypto.randomUUID()
    await as(desk.db, dennis, (tx) =>
      tx
        .insertInto('event')
        .values({ municipality: desk.municipality.id, id, title, ...when, ...what })
        .execute(),
    )
    return id
  }
  await hack('Hack van lang geleden', 91)
  expect(await form()).not.toContain('hackevenement')
  const id = await hack('Hack van de stad', 90)
  const shown = await form()
  expect(shown).not.toContain('Hack van lang geleden')
  const option = /value="([^"]* Hack van de stad)"/.exec(shown)![1]!
  const { path, page } = await report({ evenement: option })
  const found = await desk.db.selectFrom('hack_finding').select(['state', 'found_on']).where('event', '=', id).execute()
  expect(found).toEqual([{ state: 'received', found_on: today }])
  const followed = await text(path)
  expect(followed).toContain(`href="${option.split(' ')[0]!}"`)
  await at.dennis.post(`${page}/oppakken`)
  const read = await (await at.dennis.get(page)).text()
  expect(read).toContain('Hack van de stad')
  expect(read).not.toContain(option)
  await at.dennis.post(`${page}/stand`, valid)
  await at.dennis.post(`${page}/stand`, fixed)
  const now = desk.db.selectFrom('hack_finding').select(['state', 'mended_on']).where('event', '=', id)
  expect(await now.execute()).toEqual([{ state: 'fixed', mended_on: today }])
})

test('nobody is asked for whom it is, and the day that counts now is the one that is told', async () => {
  for (const way of ['', '?over=uzelf']) {
    const form = await text(`/verzoeken/nieuw/zwakke-plek${way}`)
    expect(form).toContain('name="nadoen"')
    expect(form).not.toContain('Voor wie vraagt u dit?')
  }
  expect(await text('/rechten/zwakke-plek/papier')).not.toContain('Voor een kind')
  const { path, id, page } = await report()
  expect(await text(path)).toContain('pakt iemand uw melding op')
  await at.dennis.post(`${page}/oppakken`)
  expect(await text(path)).toContain('of het klopt.')
  await at.dennis.post(`${page}/stand`, valid)
  const followed = await text(path)
  expect(followed).toContain('hersteld.')
  expect(followed).not.toContain('U krijgt antwoord op')
  await round()
  const next = () =>
    desk.db.selectFrom('request').select(['next_on', 'due_on']).where('id', '=', id).executeTakeFirstOrThrow()
  expect(await next()).toMatchObject({ next_on: valid.uiterlijk })
  // The task on Vandaag and the list stand by that day, not by the sixty.
  expect(await tasks(id)).toContain(`request ${valid.uiterlijk}`)
  const list = await (await at.dennis.get('/balie/verzoeken?toon=mijn&soort=zwakke-plek')).text()
  expect(list).toContain('antwoord uiterlijk')
  await at.dennis.post(`${page}/stand`, { stand: 'double', bericht: 'Iemand meldde dit eerder.' })
  await round()
  expect((await next()).next_on).toBeNull()
  expect(await tasks(id)).toContain(`request ${(await next()).due_on}`)
  const sayNext = as(desk.db, dennis, (tx) =>
    sql`select wall.next_of_request(${desk.municipality.id}, ${id}, today_here())`.execute(tx),
  )
  await expect(sayNext).rejects.toThrow(/permission denied/)
})

test('who found it says whether the repair works, and reads that everybody may know', async () => {
  const { path, id, page } = await report({ dank: 'Imre' })
  const { number } = await desk.db.selectFrom('request').select('number').where('id', '=', id).executeTakeFirstOrThrow()
  const say = (more: Record<string, string>) =>
    site.request(`${ORIGIN}${path}/herstel`, {
      method: 'POST',
      body: new URLSearchParams({ nummer: number, ...more }),
      headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
    })
  const [works, words] = [`werkt-${number}`, `werkt-tekst-${number}`]
  await at.dennis.post(`${page}/oppakken`)
  await at.dennis.post(`${page}/stand`, valid)
  expect(await text(path)).not.toContain('Werkt het herstel?')
  expect((await say({ [works]: 'ja' })).status).toBe(409)
  await at.dennis.post(`${page}/stand`, fixed)
  expect(await text(path)).toContain('Werkt het herstel?')
  for (const junk of [{}, { [works]: 'constructor', [words]: 'x' }, { [works]: '__proto__', [words]: 'x' }])
    expect((await say(junk)).status).toBe(422)
  const bare = await say({ [works]: 'nee' })
  expect(bare.status).toBe(422)
  expect(await bare.text()).toContain('checked=""')
  expect((await say({ [works]: 'nee', [words]: 'Met een spatie erachter lukt het nog' })).status).toBe(303)
  expect(await text(path)).toContain('U zei dat het herstel niet werkt')
  // What is said better right after it is kept as well; the same again is said once.
  for (let twice = 0; twice < 2; twice++)
    expect((await say({ [works]: 'nee', [words]: 'Ook met een tab lukt het nog' })).status).toBe(303)
  expect((await text(path)).split('Ook met een tab lukt het nog')).toHaveLength(2)
  const read = await (await at.dennis.get(page)).text()
  expect(read).toContain('Met een spatie erachter lukt het nog')
  const open = desk.db
    .selectFrom('task')
    .select('text')
    .where('object', '=', `request/${id}`)
    .where('done_at', 'is', null)
  expect((await open.execute()).map(({ text: said }) => said).join()).toContain(
    'Het herstel werkt niet, zegt de melder',
  )
  await at.dennis.post(`${page}/stand`, { ...valid, stand: 'fixing' })
  await at.dennis.post(`${page}/stand`, fixed)
  expect((await say({ [works]: 'ja' })).status).toBe(303)
  const answer = { uitkomst: 'granted', antwoord: 'Dank u wel.', orgaan: 'college', functie: 'Informatiebeveiliger' }
  const early = await at.dennis.post(`${page}/antwoord`, answer)
  expect(early.status).toBe(422)
  expect(await early.text()).toContain('dat iemand het nakeek')
  await at.dennis.post(`${page}/stand`, { stand: 'retested', bericht: 'Dank voor het nakijken.' })
  await at.dennis.post(`${page}/openbaar`, { ...note, kop: 'Spatie erachter' })
  const [one] = await desk.db.selectFrom('weakness_note').select('id').where('request', '=', id).execute()
  expect(await text(path)).not.toContain('/zwakke-plekken#')
  await at.tarik.post(`/balie/zwakke-plekken/${one!.id}/openbaar`)
  expect(await text(path)).toContain(`href="/zwakke-plekken#${one!.id}"`)
  expect((await at.dennis.post(`${page}/antwoord`, answer)).status).toBe(303)
  // In the words of its kind, at the desk and to who reported it.
  expect(await text(path)).toContain('De zwakke plek is hersteld.')
  expect(await (await at.dennis.get(page)).text()).toContain('opgelost')
  expect((await say({ [works]: 'nee', [words]: 'Toch niet' })).status).toBe(409)
})

test('what is not solved ends by its reason: known, not ours, or no weakness', async () => {
  const { path, page } = await report()
  await at.dennis.post(`${page}/oppakken`)
  expect(await (await at.dennis.get(page)).text()).toContain('niets te herstellen')
  await at.dennis.post(`${page}/stand`, { stand: 'out-of-scope', bericht: 'Dit systeem is van de haven.' })
  const answer = { antwoord: 'Dank u wel.', orgaan: 'college', functie: 'Informatiebeveiliger' }
  await at.dennis.post(`${page}/antwoord`, { ...answer, uitkomst: 'refused', grond: 'buiten-de-regels' })
  expect(await text(path)).toContain('Dit is niet van ons.')
  const list = await (await at.dennis.get('/balie/verzoeken?toon=afgesloten&soort=zwakke-plek')).text()
  expect(list).toContain('niet van ons')
  expect(list).not.toContain('afgewezen')
})

test('a message in between tells how it stands, for every kind', async () => {
  const { path, page } = await report()
  await at.dennis.post(`${page}/oppakken`)
  expect((await at.dennis.post(`${page}/bericht`, { tussenbericht: ' ' })).status).toBe(422)
  expect((await at.dennis.post(`${page}/bericht`, { tussenbericht: 'Wij kijken er morgen naar.' })).status).toBe(303)
  expect(await text(path)).toContain('Wij kijken er morgen naar.')
})

test('the rules, near what trips them', () => {
  const typed = { state: 'fixed', severity: '', fixBy: '', fixedOn: today, text: 'Klaar.' }
  expect(judgementProblems('fixing', typed, today)).toEqual({})
  expect(judgementProblems('fixing', { ...typed, fixedOn: daysOn(today, 1) }, today)).toHaveProperty('hersteld')
  expect(judgementProblems('received', typed, today)).toHaveProperty('stand')
  expect(judgementProblems('received', { ...typed, state: 'double' }, today)).toEqual({})
  const silent = { supplier: 'Slagboom', toldOn: '', answeredOn: today }
  expect(supplierProblems(silent, today)).toHaveProperty('antwoordde')
  expect(supplierProblems({ ...silent, toldOn: today }, today)).toEqual({})
  const state = { state: 'valid', toldOn: null, answeredOn: null, fixBy: null, fixedOn: null } as const
  const came = { receivedOn: '2026-11-27', taken: true, again: 0 }
  expect(nextDue({ ...came, taken: false }, undefined)).toEqual({ what: 'acknowledge', on: '2026-11-30' })
  expect(nextDue(came, undefined)).toEqual({ what: 'judge', on: '2026-12-02' })
  expect(nextDue(came, state)).toBeUndefined()
  expect(nextDue(came, { ...state, state: 'double' })).toBeUndefined()
  const mended = { ...state, state: 'fixed', fixedOn: '2026-12-01' } as const
  expect(nextDue(came, mended)).toEqual({ what: 'retest', on: '2026-12-15' })
  // Asked anew it has a term of its own: the days from when it came in are long past.
  expect(nextDue({ ...came, taken: false, again: 1 }, { ...state, state: 'out-of-scope' })).toBeUndefined()
  expect(endingProblem('granted', 'fixed')).toContain('nakeek')
  expect(endingProblem('granted', 'retested')).toBeUndefined()
  expect(endingProblem('refused', 'valid')).toContain('geen zwakke plek')
  expect(endingProblem('refused', 'double')).toBeUndefined()
  expect(endingProblem('passed-on', 'received')).toBeUndefined()
})
