/** Progress at the desk and for a party: figures, a verdict by name, a miss and what follows, and who may see what. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addOrganisation,
  addPerson,
  as,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
} from '../../../../test/desk.ts'
import type { Visitor } from '../../../../test/desk.ts'
import { putCovenant, putStep, terms } from '../../../../test/pledges.ts'
import { asClock } from '../../../db/as.ts'
import { note } from '../../../db/noted-findings.ts'
import { day } from '../../../lib/day.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { todayIn } from '../../../web/language.ts'
import { covenantDeskRoutes } from '../routes.ts'
import { recompute } from './kept-store.ts'
import { askSuccessors } from './successors-store.ts'
import { tellPledges } from './timers-store.ts'

const today = todayIn()
const deps = testDeps()
let desk: TestDesk
const who: Record<string, TestPerson> = {}
const at: Record<string, Visitor> = {}
const shops: string[] = []
let covenant: string

beforeAll(async () => {
  desk = await testDesk(covenantDeskRoutes(deps))
  const { id } = desk.municipality
  for (let no = 0; no < 12; no++) shops.push(await addOrganisation(desk.db, id, `Winkel ${no}`))
  const people = {
    officer: ['policy-officer'],
    verifier: ['security-officer'],
    other: ['security-officer'],
    boss: ['decision-maker'],
  } as const
  for (const [name, roles] of Object.entries(people)) who[name] = await addPerson(desk.db, id, roles, name)
  for (const no of [0, 1, 2]) who[`shop${no}`] = await addPerson(desk.db, id, ['partner'], `Eigenaar ${no}`, shops[no]!)
  for (const name of Object.keys(who)) at[name] = await desk.visit(who[name]!)
  const pledge = terms(who['verifier']!, who['officer']!)
  covenant = await putCovenant(
    desk.db,
    who['officer']!,
    [
      { ...pledge, due: daysAfter(today, -2), first: { target: 0.9, due: '2026-10-01' } },
      { ...pledge, id: 'later', title: 'Nog niet af', due: daysAfter(today, 200) },
      {
        ...pledge,
        id: 'cursus',
        title: 'Medewerkers op cursus',
        method: 'counts',
        unit: 'total',
        unitWords: 'medewerkers',
        rules: [],
        criterion: 'MEN-01.cursus',
        least: 'declared',
        level: 'together',
        due: daysAfter(today, 100),
      },
    ],
    shops.map((organisation, no) => ({ organisation, on: '2026-01-01', named: no === 0 })),
  )
  const seen = (no: number, verdict: 'met' | 'unmet') => ({
    source: 'inspection' as const,
    about: { kind: 'organisation' as const, id: shops[no]! },
    norm: 'VEI-11',
    criterion: 'VEI-11.https',
    verdict,
    strength: 'witnessed' as const,
    said: 'Gezien.',
    seenBy: 'Iemand',
    at: daysAfter(today, -20),
    until: daysAfter(today, 20),
  })
  await as(desk.db, who['officer']!, (tx) =>
    note(tx, id, who['officer']!.id, [
      seen(0, 'unmet'),
      seen(1, 'met'),
      ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((no) => seen(no, 'met')),
    ]),
  )
  await reckon()
})
afterAll(() => desk.close())

const reckon = () =>
  asClock(desk.db, desk.municipality.id, (tx) =>
    recompute(tx, desk.municipality.id, { norms: deps.catalogue.norms, registers: deps.registers }, today),
  )
const place = (rest = '') => `/balie/convenanten/${covenant}/voortgang${rest}`
const ours = (rest = '') => `/balie/onze-afspraken/${covenant}/afspraken${rest}`
const read = async (name: string, path: string) => (await at[name]!.get(path)).text()
const tasks = async () => {
  const rows = await desk.db.selectFrom('task').select(['kind', 'person', 'done_at']).orderBy('kind').execute()
  return rows.filter(({ done_at }) => done_at === null).map(({ kind }) => kind)
}
const tell = (on = today) =>
  asClock(desk.db, desk.municipality.id, (tx) =>
    tellPledges(tx, { municipality: desk.municipality as never, today: on, origin: 'https://x.test' }),
  )
const VERDICT = { over: 'allen', oordeel: 'met', gehaald: daysAfter(today, -3), gezien: today, bewijs: 'De meting.' }

test('a covenant tells each agreement with begin, now, what is expected, the target and who is behind', async () => {
  const page = await read('officer', place())
  expect(page).toContain('Van de 3 afspraken')
  expect(page).toContain('10 van de 11 (90,9%), van 1 niets bekend')
  expect(page).toMatch(/1 partij/)
  expect(page).toMatch(/op koers/)
})

test('an agreement shows its line as text too, who is behind with the first step, and the first target', async () => {
  const page = await read('officer', place('/https'))
  expect(page).toContain('Per dag: wat is gezien en wat is verwacht')
  // What the signs mean stands beside the picture, and what was promised for later in the table.
  expect(page).toMatch(/<figcaption id="koers-d"[\s\S]*Wat is afgesproken\.[\s\S]*Wat is gezien\.[\s\S]*<\/figcaption>/)
  const days = /id="lijn-tabel"[\s\S]*?<\/table>/.exec(page)![0]
  expect(days).toMatch(
    new RegExp(`${day('nl', daysAfter(today, -2))}[^]*80%[^]*1 januari 2026[^]*1 van de 20 \\(5%\\)`),
  )
  expect(page).toContain('Het eerste doel')
  expect(page).toMatch(/id="partijen"[\s\S]*Winkel 0[\s\S]*loopt achter[\s\S]*Winkel 1/)
  expect(page).toContain('De toetser heeft nog geen oordeel gegeven.')
  const party = await read('officer', place(`/https/partij/${shops[0]}`))
  expect(party).toContain('voldoet niet')
})

test('only the verifier gives a verdict, and no negative one before the end', async () => {
  expect((await at['other']!.get(place('/https/oordeel'))).status).toBe(403)
  expect((await at['other']!.post(place('/https/oordeel'), { ...VERDICT, vervangt: '' })).status).toBe(403)
  expect((await at['boss']!.get(place('/https/oordeel'))).status).toBe(403)
  for (const over of ['xyz', '', shops[0]!.toUpperCase()]) {
    expect((await at['verifier']!.get(place(`/later/oordeel?over=${over}`))).status, over).toBe(404)
    const nobody = await at['verifier']!.post(place('/later/oordeel'), { ...VERDICT, over, vervangt: '' })
    expect([nobody.status, (await nobody.text()).includes('Kies over wie het gaat.')], over).toEqual([422, true])
  }
  const early = await at['verifier']!.post(place('/later/oordeel'), {
    ...VERDICT,
    oordeel: 'not-met',
    gehaald: '',
    vervangt: '',
  })
  expect(early.status).toBe(422)
  const said = await early.text()
  expect(said).toContain('De einddatum is nog niet voorbij.')
  expect(said).toContain('De meting.')
  // The wall says the same to who goes past the form.
  await expect(
    as(desk.db, who['verifier']!, (tx) =>
      sql`insert into pledge_verdict (municipality, id, covenant, pledge, whole, outcome, proof, seen_on, calculated,
        due, plan_due, by) values (${desk.municipality.id}, gen_random_uuid(), ${covenant}, 'later', true, 'not-met',
        'x', ${today}::date, '{}', ${daysAfter(today, 200)}::date, ${today}::date, ${who['verifier']!.id})`.execute(tx),
    ),
  ).rejects.toThrow(/row-level/)
  await expect(
    as(desk.db, who['other']!, (tx) =>
      sql`insert into pledge_verdict (municipality, id, covenant, pledge, whole, outcome, proof, seen_on, calculated,
        due, by) values (${desk.municipality.id}, gen_random_uuid(), ${covenant}, 'https', true, 'lapsed', 'x',
        ${today}::date, '{}', ${daysAfter(today, -2)}::date, ${who['other']!.id})`.execute(tx),
    ),
  ).rejects.toThrow(/row-level/)
})

test('of two verdicts at once one stands, and the other is told', async () => {
  const both = await Promise.all(
    ['met', 'lapsed'].map((oordeel) =>
      at['verifier']!.post(place('/https/oordeel'), {
        ...VERDICT,
        oordeel,
        gehaald: oordeel === 'met' ? VERDICT.gehaald : '',
        vervangt: '',
      }),
    ),
  )
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
  const page = await read('officer', place('/https'))
  expect(page).toContain('Berekend op die dag')
  expect(page).toContain('10 van de 11')
})

test('a verdict is corrected by a next one with a reason, and the earlier one stays readable', async () => {
  const { id } = await desk.db.selectFrom('pledge_verdict').select('id').executeTakeFirstOrThrow()
  const bare = await at['verifier']!.post(place('/https/oordeel'), { ...VERDICT, vervangt: id })
  expect(bare.status).toBe(422)
  const late = {
    ...VERDICT,
    oordeel: 'met-late',
    gehaald: daysAfter(today, -1),
    vervangt: id,
    reden: 'Een dag later dan gedacht.',
  }
  expect((await at['verifier']!.post(place('/https/oordeel'), late)).status).toBe(303)
  const page = await read('officer', place('/https'))
  expect(page).toContain('later gehaald (1 dag)')
  expect(page).toContain('Oordeel, later hersteld')
  expect((await at['verifier']!.post(place('/https/oordeel'), late)).status).toBe(409)
  await expect(desk.db.updateTable('pledge_verdict').set({ proof: 'x' }).execute()).rejects.toThrow()
})

test('a miss asks a plan of the party, which hears first and objects within its term', async () => {
  const miss = { ...VERDICT, over: shops[0]!, oordeel: 'not-met', gehaald: '', vervangt: '' }
  expect((await at['verifier']!.post(place('/https/oordeel'), miss)).status).toBe(303)
  const mail = await desk.db
    .selectFrom('message')
    .select(['recipient', 'body'])
    .where('kind', '=', 'pledge')
    .executeTakeFirstOrThrow()
  expect(mail.recipient).toBe('kim@partij.test')
  expect(mail.body).toContain('U leest dit als eerste.')
  expect(await tasks()).toContain('pledge-plan')
  expect(await read('officer', place('/https'))).toContain('nog niet: de partij leest het eerst')
  // By name, also for the party, which reads nothing else of who works for the municipality.
  expect((await read('shop0', ours('/https'))).replaceAll(/<[^>]+>/g, ' ')).toMatch(
    /Gegeven door\s+verifier,(?! toetser)/,
  )
  const walled = (name: string) =>
    as(desk.db, who[name]!, async (tx) => {
      const { rows } = await sql<{ said: unknown }>`select wall.verdict_signed(id) as said
        from unnest(${all}::uuid[]) id`.execute(tx)
      return rows.filter(({ said }) => said !== null).length
    })
  const verdicts = await desk.db.selectFrom('pledge_verdict').select('id').execute()
  const all = verdicts.map(({ id }) => id)
  const stranger = await addOrganisation(desk.db, desk.municipality.id, 'Vreemde')
  who['stranger'] = await addPerson(desk.db, desk.municipality.id, ['partner'], 'Vreemde', stranger)
  expect([await walled('shop0'), await walled('stranger')]).toEqual([all.length, 0])

  expect((await at['shop1']!.post(ours('/https/bezwaar'), { bezwaar: 'Dit gaat over een ander.' })).status).toBe(409)
  const empty = await at['shop0']!.post(ours('/https/bezwaar'), { bezwaar: '' })
  expect(empty.status).toBe(422)
  expect((await at['shop0']!.post(ours('/https/bezwaar'), { bezwaar: 'Onze site is verhuisd.' })).status).toBe(303)
  expect((await at['shop0']!.post(ours('/https/bezwaar'), { bezwaar: 'Nog eens.' })).status).toBe(409)
  const { id } = await desk.db
    .selectFrom('pledge_verdict')
    .select('id')
    .where('organisation', '=', shops[0]!)
    .executeTakeFirstOrThrow()
  expect((await at['verifier']!.get(place(`/https/oordeel/${id}/bezwaar`))).status).toBe(403)
  expect(await read('boss', place(`/https/oordeel/${id}/bezwaar`))).toContain('Onze site is verhuisd.')
  const answer = { antwoord: 'rejected', tekst: 'De oude site staat er nog.' }
  expect((await at['boss']!.post(place(`/https/oordeel/${id}/bezwaar`), answer)).status).toBe(303)
  expect(await read('officer', place('/https'))).toContain('ja, waar de partij dat goedvindt')

  expect((await at['shop0']!.post(ours('/https/plan'), { plan: 'Wij halen de oude site weg.' })).status).toBe(303)
  await tell()
  expect(await tasks()).toContain('pledge-plan-in')
  const back = await at['officer']!.post(place(`/https/oordeel/${id}/plan`), { wat: 'terug', terug: '' })
  expect(back.status).toBe(422)
  expect(
    (await at['officer']!.post(place(`/https/oordeel/${id}/plan`), { wat: 'terug', terug: 'Wanneer?' })).status,
  ).toBe(303)
  expect(await read('shop0', ours('/https'))).toContain('Wanneer?')
  expect((await at['shop0']!.post(ours('/https/plan'), { plan: 'In januari.' })).status).toBe(303)
  expect((await at['other']!.post(place(`/https/oordeel/${id}/plan`))).status).toBe(403)
  for (const wat of [undefined, 'x']) {
    const unclear = await at['officer']!.post(place(`/https/oordeel/${id}/plan`), wat === undefined ? {} : { wat })
    expect(unclear.status).toBe(422)
    expect(await unclear.text()).toContain('Kies of u het plan aanvaardt of terugstuurt.')
  }
  expect((await at['officer']!.post(place(`/https/oordeel/${id}/plan`), { wat: 'aanvaard' })).status).toBe(303)
  expect(await read('officer', place('/https'))).toContain('Verbeterplan aanvaard')
})

test('a party reads what it promised and where it stands, and of others what all may know', async () => {
  const page = await read('shop1', '/balie/onze-afspraken')
  expect(page).toContain('Veilige verbinding')
  expect(page).toContain('1 van de 1')
  expect(page).toContain('10 van de 11 (90,9%)')
  expect(page).not.toContain('Winkel 0')
  const one = await read('shop1', ours('/https'))
  expect(one).not.toContain('Onze site is verhuisd.')
  expect(one).not.toContain('niet gehaald')
  expect((await at['shop1']!.get(place())).status).toBe(403)
})

test('totals are handed in by a party, checked by the verifier, and kept beside a later figure', async () => {
  const given = { van: '2026-07-01', tot: '2026-09-30', aantal: '12', totaal: '40', bewijs: 'De lijst.', vervangt: '' }
  const wrong = await at['shop1']!.post(ours('/cursus/aantallen'), { ...given, aantal: '41' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Dit is meer dan het totaal.')
  expect((await at['shop1']!.post(ours('/https/aantallen'), given)).status).toBe(409)
  expect((await at['shop1']!.post(ours('/cursus/aantallen'), given)).status).toBe(303)
  await tell()
  expect(await tasks()).toContain('pledge-count')
  const party = place(`/cursus/partij/${shops[1]}`)
  const { id } = await desk.db.selectFrom('counted_finding').select('id').executeTakeFirstOrThrow()
  expect(await read('officer', party)).not.toContain('Bevestig de aantallen')
  expect(await read('verifier', party)).toContain('Bevestig de aantallen')
  expect((await at['other']!.post(`${party}/nakijken`, { opgave: id, uitkomst: 'confirmed' })).status).toBe(403)
  const unclear = await at['verifier']!.post(`${party}/nakijken`, { opgave: id, uitkomst: '' })
  expect([unclear.status, (await unclear.text()).includes('Kies of u de aantallen bevestigt')]).toEqual([422, true])
  expect((await at['verifier']!.post(`${party}/nakijken`, { opgave: id, uitkomst: 'confirmed' })).status).toBe(303)
  await reckon()
  expect(await read('officer', place())).toContain('12 van de 40 (30%)')
  expect((await at['shop1']!.post(ours('/cursus/aantallen'), { ...given, aantal: '14' })).status).toBe(303)
  const all = await desk.db.selectFrom('counted_finding').select(['count', 'replaces']).orderBy('at').execute()
  expect(all).toEqual([
    { count: 12, replaces: null },
    { count: 14, replaces: id },
  ])
  const refused = { opgave: id, uitkomst: 'refused', reden: '' }
  expect((await at['verifier']!.post(`${party}/nakijken`, refused)).status).toBe(409)
  expect(await read('shop2', ours('/cursus'))).not.toContain('De lijst.')
})

test('the steering group names another verifier with a reason, nobody of a party', async () => {
  const named = { persoon: who['other']!.id, reden: 'De toetser is met verlof.', nummer: '0' }
  expect((await at['officer']!.post(place('/later/toetser'), { ...named, persoon: who['shop0']!.id })).status).toBe(422)
  expect((await at['boss']!.post(place('/later/toetser'), named)).status).toBe(303)
  expect((await at['boss']!.post(place('/later/toetser'), named)).status).toBe(409)
  expect((await at['verifier']!.get(place('/later/oordeel'))).status).toBe(403)
  expect((await at['other']!.get(place('/later/oordeel'))).status).toBe(200)
})

test('what is looked at is told as last confirmed, and a day that was not there is refused', async () => {
  const tomorrow = { dag: daysAfter(today, 1), tekst: 'Nog steeds zo.' }
  expect((await at['other']!.post(place('/later/nagekeken'), tomorrow)).status).toBe(422)
  expect((await at['other']!.post(place('/later/nagekeken'), { ...tomorrow, dag: today })).status).toBe(303)
  expect(await read('officer', place('/later'))).toMatch(/Laatst bevestigd[\s\S]*door other/)
})

test('what is due becomes a task once, and the clock gives no verdict', async () => {
  const run = () => tell(daysAfter(today, 250))
  const before = await desk.db.selectFrom('pledge_verdict').select('id').execute()
  expect(await run()).toBeGreaterThan(0)
  expect(await run()).toBe(0)
  expect(await tasks()).toEqual(expect.arrayContaining(['pledge-verdict', 'pledge-ends']))
  expect(await desk.db.selectFrom('pledge_verdict').select('id').execute()).toEqual(before)
})

test('who got more time is held to that day: on the page, in what is due, and judged when it is over', async () => {
  const later = daysAfter(today, 600)
  const instead = { persoon: who['other']!.id, reden: 'De toetser is met verlof.', nummer: '0' }
  expect((await at['boss']!.post(place('/cursus/toetser'), instead)).status).toBe(303)
  const party = await desk.db
    .selectFrom('covenant_participant')
    .select('id')
    .where('organisation', '=', shops[0]!)
    .executeTakeFirstOrThrow()
  const due = async () =>
    (
      await desk.db
        .selectFrom('task')
        .select(['object', 'path', 'due_on', 'person'])
        .where('kind', '=', 'pledge-verdict')
        .execute()
    ).filter(({ object }) => object.endsWith(`/cursus/${shops[0]}`))
  await tell(daysAfter(today, 601))
  expect(await due()).toEqual([])
  await putStep(desk.db, party.id, 'extended', daysAfter(today, -1), later)
  const page = await read('officer', place('/https'))
  expect(page).toMatch(/Winkel 0[\s\S]*?\(meer tijd\)/)
  expect(page.match(/\(meer tijd\)/g)).toHaveLength(1)
  await tell(later)
  expect(await due(), 'not on the day itself').toEqual([])
  await tell(daysAfter(later, 1))
  await tell(daysAfter(later, 2))
  const [task, ...more] = await due()
  expect(more).toEqual([])
  expect(task).toMatchObject({ path: expect.stringContaining(`/cursus/oordeel?over=${shops[0]}`), due_on: later })
  expect(task!.person, 'to who verifies now, not to who did by the terms').toBe(who['other']!.id)
  const back = { persoon: who['verifier']!.id, reden: 'Weer terug.', nummer: '1' }
  expect((await at['boss']!.post(place('/cursus/toetser'), back)).status).toBe(303)
})

test('who left keeps reading and hands in nothing more', async () => {
  const { id } = await desk.db
    .selectFrom('covenant_participant')
    .select('id')
    .where('organisation', '=', shops[2]!)
    .executeTakeFirstOrThrow()
  await putStep(desk.db, id, 'left', daysAfter(today, -1))
  expect((await at['shop2']!.post(ours('/https/bewijs'), { dag: today, tekst: 'Toch nog.' })).status).toBe(403)
  expect((await at['shop2']!.get(ours('/https'))).status).toBe(200)
})

test('who leaves as owner or verifier is missed, and what waits goes to who comes after', async () => {
  const round = { municipality: desk.municipality as never, today, origin: 'https://x.test' }
  const ask = () => asClock(desk.db, desk.municipality.id, (tx) => askSuccessors(tx, round))
  const is = (name: string, state: 'left' | 'active') =>
    desk.db.updateTable('person').set({ state }).where('id', '=', who[name]!.id).execute()
  const open = (kind: string) =>
    desk.db
      .selectFrom('task')
      .select(['kind', 'role', 'person', 'path', 'text'])
      .where('kind', '=', kind)
      .where('done_at', 'is', null)
      .execute()
  const next = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Opvolger')
  const checker = await addPerson(desk.db, desk.municipality.id, ['adviser'], 'Nieuwe toetser')
  const [visitor, verifying] = [await desk.visit(next), await desk.visit(checker)]
  await tell(daysAfter(today, 250))
  const waiting = (await open('pledge-verdict')).filter(({ path }) => path.startsWith(place('/later/')))
  expect(waiting.length).toBeGreaterThan(0)
  expect(new Set(waiting.map(({ person }) => person))).toEqual(new Set([who['other']!.id]))
  expect(await ask()).toBe(0)
  await is('officer', 'left')
  await is('other', 'left')
  expect([await ask(), await ask()]).toEqual([2, 0])
  expect(await open('covenant-owner')).toEqual([
    expect.objectContaining({ role: 'policy-officer', path: `/balie/convenanten/${covenant}/eigenaar` }),
  ])
  expect(await open('pledge-verifier')).toEqual([
    expect.objectContaining({
      role: 'policy-officer',
      path: place('/later/toetser'),
      text: 'Wijs een andere toetser aan voor “Nog niet af”: other vertrok',
    }),
  ])
  // Who is back is not missed.
  await is('other', 'active')
  expect(await ask()).toBe(0)
  expect(await open('pledge-verifier')).toEqual([])
  await is('other', 'left')
  expect(await ask()).toBe(1)

  const owner = `/balie/convenanten/${covenant}/eigenaar`
  expect((await at['verifier']!.post(owner, { eigenaar: next.id })).status).toBe(403)
  const wrong = await visitor.post(owner, { eigenaar: who['shop0']!.id })
  expect([wrong.status, (await wrong.text()).includes('Kies wie erop let.')]).toEqual([422, true])
  expect((await visitor.post(owner, { eigenaar: next.id })).status).toBe(303)
  expect(await open('covenant-owner')).toEqual([])
  const ends = await open('pledge-ends')
  expect([...new Set(ends.map(({ person }) => person))]).toEqual([next.id])

  const named = { persoon: checker.id, reden: 'De toetser vertrok.', nummer: '1' }
  expect((await visitor.post(place('/later/toetser'), named)).status).toBe(303)
  expect(await open('pledge-verifier')).toEqual([])
  const handed = (await open('pledge-verdict')).filter(({ path }) => path.startsWith(place('/later/')))
  expect(handed.length).toBe(waiting.length)
  expect(new Set(handed.map(({ person }) => person))).toEqual(new Set([checker.id]))
  expect((await verifying.get(place('/later/oordeel'))).status).toBe(200)
  expect(await ask()).toBe(0)
})

test('the verifier is led to correcting what was said of one party, with a reason, and the earlier stays', async () => {
  const before = await desk.db
    .selectFrom('pledge_verdict')
    .select('id')
    .where('organisation', '=', shops[0]!)
    .where('pledge', '=', 'https')
    .executeTakeFirstOrThrow()
  const way = `/https/oordeel?over=${shops[0]}`
  expect(await read('verifier', place('/https'))).toContain(`href="${place(way)}"`)
  expect(await read('boss', place('/https'))).not.toContain(place(way))
  expect(await read('verifier', place(way))).toContain('Herstel het oordeel')
  // Chosen from the list of the first form, it leads there too; what was typed stays.
  const typed = { ...VERDICT, over: shops[0]!, bewijs: 'De nieuwe meting.', vervangt: '', reden: '' }
  const led = await at['verifier']!.post(place('/https/oordeel'), typed)
  const shown = await led.text()
  expect([led.status, shown.includes('Hierover staat al een oordeel: niet gehaald.')]).toEqual([422, true])
  for (const words of ['De nieuwe meting.', `value="${before.id}"`]) expect(shown).toContain(words)
  const right = { ...typed, vervangt: before.id, reden: 'De site was verhuisd.' }
  expect((await at['verifier']!.post(place('/https/oordeel'), right)).status).toBe(303)
  const page = await read('verifier', place('/https'))
  for (const words of ['De site was verhuisd.', 'Oordeel, later hersteld']) expect(page).toContain(words)
  const said = await desk.db.selectFrom('pledge_verdict').select('id').where('organisation', '=', shops[0]!).execute()
  expect(said).toHaveLength(2)
})
