/** An exercise from its plan to measures that are done, and who reads and does what, by role and organisation. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SCENARIO } from '../../../test/crisis.ts'
import { unasked } from '../../../test/database.ts'
import { addOrganisation, addPerson, as, ORIGIN, testDeps, testDesk } from '../../../test/desk.ts'
import type { TestDesk, TestPerson, Visitor } from '../../../test/desk.ts'
import { addressOf, formOf } from '../../../test/form-page.ts'
import { tick } from '../../apps/clock.ts'
import { note, notedOfOrganisation } from '../../db/noted-findings.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { weigh } from '../../scoring/weigh.ts'
import { ROLES } from '../../vocabulary/roles.ts'
import { todayIn } from '../../web/language.ts'
import type { EventKind } from '../../vocabulary/exercise.ts'
import { exerciseRoutes } from './routes.ts'
import { addEvent } from './store.ts'
import { exerciseTimers } from './timers.ts'

const { catalogue } = testDeps()
const today = todayIn()
const PLACE = '/balie/oefeningen'
let desk: TestDesk
const people = new Map<string, TestPerson>()
const visitors = new Map<string, Visitor>()
const organisations = new Map<string, string>()
const who = (name: string) => people.get(name)!
const at = (name: string) => visitors.get(name)!
let exercise = ''
let measure = ''
/** Of the one that an organisation outside does. */
let running = ''

beforeAll(async () => {
  desk = await testDesk(exerciseRoutes({ exercises: [SCENARIO], catalogue }))
  const { id } = desk.municipality
  for (const name of ['Praktijk Noord', 'Winkel West'])
    organisations.set(name, await addOrganisation(desk.db, id, name))
  for (const [name, roles, organisation] of [
    ['sam', ['security-officer'], null],
    ['anna', ['policy-officer'], null],
    ['kees', ['account-manager'], null],
    ['els', ['executor'], null],
    ['bea', ['administrator'], null],
    ['pim', ['partner'], 'Praktijk Noord'],
    ['other', ['partner'], 'Winkel West'],
  ] as const)
    people.set(name, await addPerson(desk.db, id, roles, name, organisation ? organisations.get(organisation)! : null))
  for (const [name, person] of people) visitors.set(name, await desk.visit(person))
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

const planned = () => ({
  oefening: SCENARIO.id,
  organisatie: organisations.get('Praktijk Noord')!,
  dag: daysAfter(today, 9),
  tijd: '9.30',
  plek: 'De koffiekamer',
  leider: who('sam').id,
  kijker: '',
})
const text = async (name: string, path: string) => (await at(name).get(path)).text()
const placeOf = (response: Response) => response.headers.get('location')!.replace(/[?#].*/, '')
const tasks = (kind: string) => desk.db.selectFrom('task').selectAll().where('kind', '=', kind).execute()
const clock = (on = today) => tick(desk.db, { timers: exerciseTimers, postman: undefined, today: on, origin: ORIGIN })
const idOf = (path: string) => path.split('/').at(-1)!

test('a plan that is not right comes back with what was typed', async () => {
  for (const [wrong, says] of [
    [{ dag: daysAfter(today, -1) }, 'Kies een dag die nog komt.'],
    [{ dag: '2199-01-01' }, 'Kies een dag binnen twee jaar.'],
    [{ tijd: '25.00' }, 'Vul een tijd in, zoals 9.30.'],
    [{ leider: who('els').id }, 'Kies wie de oefening leidt.'],
    [{ organisatie: crypto.randomUUID() }, 'Kies wie er oefent.'],
    [{ oefening: 'bestaat-niet' }, 'Kies een oefening.'],
  ] as const) {
    const answer = await at('sam').post(`${PLACE}/nieuw`, { ...planned(), ...wrong })
    expect(answer.status, says).toBe(422)
    const page = await answer.text()
    expect(page).toContain(says)
    expect(page).toContain('De koffiekamer')
  }
  expect((await at('els').post(`${PLACE}/nieuw`, planned())).status).toBe(403)
  expect((await at('pim').post(`${PLACE}/nieuw`, planned())).status).toBe(403)
})

test('a planned one keeps its scenario, asks its leader, and shows players nothing of what comes', async () => {
  exercise = placeOf(await at('anna').post(`${PLACE}/nieuw`, planned()))
  expect(await tasks('exercise-lead')).toMatchObject([{ person: who('sam').id, due_on: daysAfter(today, 9) }])
  const names = { 'rol-een': 'Pim', 'rol-ander': '' }
  expect((await at('sam').post(`${exercise}/spelers`, names)).status).toBe(303)
  const player = await text('pim', exercise)
  expect(player).toContain('U weet wie belt.')
  expect(player).not.toContain('Bericht 1')
  expect((await at('pim').get(`${exercise}/papier`)).status).toBe(403)
  expect(await text('sam', `${exercise}/papier`)).toContain('Bericht 3')
  expect((await at('other').get(exercise)).status).toBe(404)
  expect((await at('bea').get(exercise)).status).toBe(403)
  expect((await at('sam').post(`${exercise}/bericht`, { bericht: '0' })).status).toBe(409)
  const moved = await at('sam').post(`${exercise}/verzetten`, {
    ...planned(),
    dag: daysAfter(today, 12),
    leider: who('kees').id,
  })
  expect(moved.status).toBe(303)
  const open = (await tasks('exercise-lead')).filter(({ done_at }) => done_at === null)
  expect(open).toMatchObject([{ person: who('kees').id, due_on: daysAfter(today, 12) }])
})

test('who reads and who may write follows from role, organisation and municipality, past the pages too', async () => {
  const rows = (person: TestPerson) =>
    as(desk.db, person, (tx) => tx.selectFrom('exercise').select('id').execute()).then(({ length }) => length)
  for (const role of ROLES.filter((each) => each !== 'partner')) {
    const person = await addPerson(desk.db, desk.municipality.id, [role], `alleen ${role}`)
    const reads = ['security-officer', 'policy-officer', 'account-manager', 'executor'].includes(role)
    expect(await rows(person), role).toBe(reads ? 1 : 0)
  }
  expect(await rows(await addPerson(desk.db, desk.elsewhere.id, ['security-officer'], 'ver'))).toBe(0)
  expect(await rows(who('pim'))).toBe(1)
  expect(await rows(who('other'))).toBe(0)
  const id = idOf(exercise)
  for (const name of ['pim', 'els']) {
    const { municipality, id: by } = who(name)
    const line = { municipality, exercise: id, id: crypto.randomUUID(), kind: 'started' as const, minute: 0, by }
    await expect(
      as(desk.db, who(name), (tx) => tx.insertInto('exercise_event').values(line).execute()),
    ).rejects.toThrow('row-level security')
    await as(desk.db, who(name), (tx) => tx.updateTable('exercise').set({ place: 'elders' }).execute())
  }
  expect((await desk.db.selectFrom('exercise').select('place').execute())[0]!.place).toBe('De koffiekamer')
})

test('the clock leads through the messages: given once, skipped, paused, and written down', async () => {
  expect((await at('kees').post(`${exercise}/beginnen`)).status).toBe(303)
  expect((await at('kees').post(`${exercise}/beginnen`)).status).toBe(409)
  let page = await text('kees', exercise)
  expect(page).toContain('Minuut 0 van 30')
  expect(page).toContain('aan de beurt')
  expect(page).toContain('Bericht 1')
  expect(await text('pim', exercise)).not.toContain('Bericht 1')
  expect((await at('kees').post(`${exercise}/bericht`, { bericht: '0' })).status).toBe(303)
  expect((await at('kees').post(`${exercise}/bericht`, { bericht: '0', again: 'x' })).status).toBe(409)
  expect((await at('kees').post(`${exercise}/bericht`, { bericht: '9' })).status).toBe(409)
  // As a browser sends the page: the button that skips stands in the form that gives.
  const whole = await text('kees', exercise)
  const skip = addressOf(whole, `${exercise}/overslaan`)
  const why = { ...formOf(whole, `${exercise}/overslaan`), waarom: 'Zij hadden al gebeld.' }
  // A reason to skip is not lost by pressing the other button.
  const given = await at('kees').post(`${exercise}/bericht`, { bericht: '1', waarom: 'Zij hadden al gebeld.' })
  expect(given.status).toBe(422)
  expect(await given.text()).toContain('Zij hadden al gebeld.')
  expect((await at('kees').post(skip, why)).status).toBe(303)
  page = await text('kees', exercise)
  expect(page).toContain('Dit bericht komt over 20 minuten')
  expect((await at('kees').post(`${exercise}/pauze`)).status).toBe(303)
  expect(await text('kees', exercise)).toContain('De klok staat stil.')
  expect((await at('kees').post(`${exercise}/verder`)).status).toBe(303)
  const line = { regel: 'Belde de leverancier', soort: 'action', rol: 'een', minuut: '0' }
  expect((await at('kees').post(`${exercise}/verslag`, { ...line, regel: '' })).status).toBe(422)
  const wrong = await at('kees').post(`${exercise}/verslag`, { ...line, minuut: '7' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Die minuut komt nog. De klok staat op 0.')
  await expect(written('kees', { kind: 'action', minute: 7, text: 'Later' })).rejects.toThrow('did not come yet')
  await expect(written('kees', { kind: 'remark', minute: 0, text: 'Te vroeg' })).rejects.toThrow()
  expect((await at('kees').post(`${exercise}/verslag`, line)).status).toBe(303)
  const found = { regel: 'Niemand had het nummer', soort: 'seen', rol: '', minuut: '' }
  expect((await at('kees').post(`${exercise}/verslag`, found)).status).toBe(303)
  expect((await at('kees').post(`${exercise}/verzetten`, planned())).status).toBe(409)
  await expect(sql`update exercise_event set text = 'x'`.execute(desk.db)).rejects.toThrow('stays as it was')
})

/** A line of the record, past the pages. */
const written = (name: string, line: { kind: EventKind; minute: number; text: string }) =>
  as(desk.db, who(name), (tx) => addEvent(tx, desk.municipality.id, idOf(exercise), who(name).id, line))

const MEASURE = () => ({
  bevinding: '',
  organisatie: '',
  functie: '',
  les: 'Niemand had het nummer',
  maatregel: 'Hang de nummerlijst op',
  wie: who('pim').id,
  voor_dag: daysAfter(today, 30),
})
test('a played one has its record, and each lesson becomes a measure with an owner and a day', async () => {
  expect((await at('kees').post(`${exercise}/maatregel`, MEASURE())).status).toBe(409)
  // As a browser sends it: nothing was typed in another part, so after a message nothing waits there either.
  const open = await text('kees', exercise)
  const close = addressOf(open, `${exercise}/afsluiten`)
  const refused = await at('kees').post(close, formOf(open, `${exercise}/afsluiten`))
  expect(refused.status).toBe(422)
  const again = formOf(await refused.text(), `${exercise}/afsluiten`)
  expect(again['soort']).toBe('action')
  const ended = await at('kees').post(close, { ...again, verslag: 'Het ging vlot.' })
  expect([ended.status, ended.headers.get('location')]).toEqual([303, exercise])
  const own = await text('pim', exercise)
  for (const words of [
    'Het ging vlot.',
    'Belde de leverancier',
    'Bericht overgeslagen (reden: Zij hadden al gebeld.): Bericht 2',
  ])
    expect(own).toContain(words)
  expect((await at('kees').post(`${exercise}/verslag`, { regel: 'x', soort: 'seen' })).status).toBe(409)
  for (const kind of ['action', 'seen'] as const)
    await expect(written('kees', { kind, minute: 0, text: 'Te laat' })).rejects.toThrow()
  // What comes to mind later says so, with its own time, and stays out of the record itself.
  expect((await at('kees').post(`${exercise}/opmerking`, { opmerking: '' })).status).toBe(422)
  expect((await at('kees').post(`${exercise}/opmerking`, { opmerking: 'Er was ook koffie.' })).status).toBe(303)
  expect((await at('pim').post(`${exercise}/opmerking`, { opmerking: 'Ook ik.' })).status).toBe(403)
  expect(await text('pim', exercise)).toMatch(/Opmerking achteraf, [^<]*20\d\d[^<]*: Er was ook koffie\./)
  for (const [wrong, says] of [
    [{ wie: who('other').id }, 'Kies wie het doet of volgt.'],
    [{ organisatie: 'Snelnet' }, 'Vul in welke functie daar het doet.'],
    [{ functie: 'storingsdienst' }, 'Vul in welke organisatie het doet.'],
    [{ bevinding: crypto.randomUUID() }, 'Kies een bevinding die nog geen maatregel heeft.'],
    [{ voor_dag: daysAfter(today, -1) }, 'Kies een dag die nog komt.'],
    [{ les: '' }, 'Schrijf wat u leerde, of kies een bevinding.'],
  ] as const) {
    const answer = await at('kees').post(`${exercise}/maatregel`, { ...MEASURE(), ...wrong })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(says)
  }
  expect((await at('kees').post(`${exercise}/maatregel`, MEASURE())).status).toBe(303)
  const [task] = await tasks('exercise-measure')
  expect(task).toMatchObject({ person: who('pim').id, due_on: daysAfter(today, 30) })
  measure = task!.path
})

test('its owner proves it, another looks, and what is not enough is open again', async () => {
  const proof = { bewijs: 'Er hangt een lijst bij de balie.' }
  expect((await at('sam').post(`${measure}/bewijs`, proof)).status).toBe(403)
  expect((await at('other').post(`${measure}/bewijs`, proof)).status).toBe(404)
  expect((await at('pim').post(`${measure}/bewijs`, { bewijs: '' })).status).toBe(422)
  const verdict = { oordeel: 'insufficient', toelichting: 'De lijst is oud.' }
  expect((await at('kees').post(`${measure}/controle`, verdict)).status).toBe(409)
  expect((await at('pim').post(`${measure}/bewijs`, proof)).status).toBe(303)
  await clock()
  await clock()
  expect(await tasks('exercise-check')).toMatchObject([{ person: who('kees').id, done_at: null }])
  expect((await at('pim').post(`${measure}/controle`, verdict)).status).toBe(403)
  expect((await at('kees').post(`${measure}/controle`, { oordeel: '', toelichting: '' })).status).toBe(422)
  expect((await at('kees').post(`${measure}/controle`, verdict)).status).toBe(303)
  const open = (await tasks('exercise-measure')).filter(({ done_at }) => done_at === null)
  expect(open).toMatchObject([{ person: who('pim').id }])
  expect((await tasks('exercise-check')).every(({ done_at }) => done_at !== null)).toBe(true)
  expect((await at('pim').post(`${measure}/bewijs`, { bewijs: 'Nu van deze week.' })).status).toBe(303)
  expect((await at('kees').post(`${measure}/controle`, { oordeel: 'accepted', toelichting: 'Gezien.' })).status).toBe(
    303,
  )
  expect(await text('pim', measure)).toContain('Nu van deze week.')
  expect((await at('kees').post(`${measure}/vervalt`, { toelichting: 'Toch niet.' })).status).toBe(409)
})

test('nobody looks at the own measure, not even past the pages', async () => {
  await at('kees').post(`${exercise}/maatregel`, { ...MEASURE(), maatregel: 'Van Kees', wie: who('kees').id })
  const own = (await tasks('exercise-measure')).find(({ text: words }) => words.includes('Van Kees'))!.path
  expect((await at('kees').post(`${own}/bewijs`, { bewijs: 'Gedaan.' })).status).toBe(303)
  expect((await at('kees').post(`${own}/controle`, { oordeel: 'accepted', toelichting: 'Goed.' })).status).toBe(403)
  const { municipality, id: by } = who('kees')
  const row = { municipality, measure: idOf(own), no: 9, text: 'x', verdict: 'accepted' as const, by }
  await expect(as(desk.db, who('kees'), (tx) => tx.insertInto('exercise_proof').values(row).execute())).rejects.toThrow(
    'somebody else looks at it',
  )
  await clock()
  expect((await tasks('exercise-check')).find(({ done_at }) => done_at === null)).toMatchObject({
    role: 'security-officer',
  })
  expect((await at('sam').post(`${own}/controle`, { oordeel: 'insufficient', toelichting: 'Nee.' })).status).toBe(303)
  const given = { wie: who('els').id, voor_dag: daysAfter(today, 5) }
  expect((await at('sam').post(`${own}/geven`, { ...given, wie: who('bea').id })).status).toBe(422)
  expect((await at('sam').post(`${own}/geven`, given)).status).toBe(303)
  expect((await tasks('exercise-measure')).filter(({ done_at }) => done_at === null)).toMatchObject([
    { person: who('els').id, due_on: daysAfter(today, 5) },
  ])
  expect((await at('sam').post(`${own}/vervalt`, { toelichting: 'Niet meer nodig.' })).status).toBe(303)
  expect((await tasks('exercise-measure')).filter(({ done_at }) => done_at === null)).toEqual([])
})

test('an organisation without an account has a measure too: somebody at the desk follows it', async () => {
  const outside = {
    ...MEASURE(),
    maatregel: 'Een tweede lijn',
    wie: who('sam').id,
    organisatie: 'Snelnet',
    functie: 'beheer',
  }
  expect((await at('kees').post(`${exercise}/maatregel`, outside)).status).toBe(303)
  expect(await text('pim', exercise)).toContain('Snelnet (beheer); ')
  const task = (await tasks('exercise-measure')).find(({ text: words }) => words.includes('Volg voor Snelnet'))!
  expect(task.person).toBe(who('sam').id)
  const again = { wie: who('sam').id, organisatie: 'Snelnet', functie: 'storingsdienst', voor_dag: daysAfter(today, 9) }
  expect((await at('kees').post(`${task.path}/geven`, { ...again, functie: '' })).status).toBe(422)
  expect((await at('kees').post(`${task.path}/geven`, again)).status).toBe(303)
  expect(await text('kees', task.path)).toContain('Snelnet (storingsdienst); sam volgt het')
  expect((await at('sam').post(`${task.path}/bewijs`, { bewijs: 'Brief van Snelnet.' })).status).toBe(303)
  expect((await at('sam').post(`${task.path}/controle`, { oordeel: 'accepted', toelichting: 'x' })).status).toBe(403)
  running = task.path
})

test('what was hardly played shows nothing: the page says how much it was, and nothing can be said of it', async () => {
  const said = { punt: 'VEI-09.oefening', oordeel: 'partly', gezien: 'Er was iets te zien.' }
  const told =
    'Van de 3 berichten zijn er 2 gegeven of met een reden overgeslagen. Van de 30 minuten zijn er 0 gespeeld.'
  const answer = await at('sam').post(`${exercise}/bewijs`, said)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(told)
  const page = await text('sam', exercise)
  // Nobody watched: it is kept as shown by a paper.
  expect(page).toContain('als iets wat met een stuk is aangetoond')
  expect(page).not.toContain('ter plaatse is gezien')
  expect(page).toContain('Dat is te weinig om iets te laten zien')
  expect(page).not.toContain('name="oordeel"')
  // From here on it was played long enough, with a message more.
  await unasked(desk.db, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update exercise_event set at = at - interval '20 minutes' where kind = 'started'`.execute(tx)
  })
  expect(await text('sam', exercise)).toContain('name="oordeel"')
})

test('that it was followed up is not said before every finding has a measure, and every measure is over', async () => {
  const said = { punt: 'VEI-09.oefening', oordeel: 'met', gezien: 'Geoefend en gevolgd.' }
  const shows = async (verdict: 'met' | 'partly', day = today) =>
    as(desk.db, who('sam'), (tx) =>
      note(tx, desk.municipality.id, who('sam').id, [
        {
          source: 'import',
          about: { kind: 'organisation', id: organisations.get('Praktijk Noord')! },
          norm: 'VEI-09',
          criterion: said.punt,
          verdict,
          strength: 'documented',
          said: 'x',
          seenBy: 'x',
          at: day,
          until: daysAfter(today, 300),
          exercise: idOf(exercise),
        },
      ]),
    )
  const refused = async () => {
    const answer = await at('sam').post(`${exercise}/bewijs`, said)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Geoefend, de bevindingen lopen nog.')
    await expect(shows('met')).rejects.toThrow('not followed up yet')
  }
  // A measure runs, and a finding has none.
  await refused()
  await expect(shows('partly', daysAfter(today, -1))).rejects.toThrow('shows nothing of that')
  expect((await at('kees').post(`${running}/controle`, { oordeel: 'accepted', toelichting: 'Gezien.' })).status).toBe(
    303,
  )
  await refused()
  const finding = await desk.db
    .selectFrom('exercise_event')
    .select('id')
    .where('kind', '=', 'seen')
    .executeTakeFirstOrThrow()
  // Who chose what was found is not asked again what was learnt.
  const answered = { ...MEASURE(), les: '', maatregel: 'Op de lijst', bevinding: finding.id, wie: who('els').id }
  expect((await at('kees').post(`${exercise}/maatregel`, answered)).status).toBe(303)
  const kept = desk.db.selectFrom('exercise_measure').select('lesson').where('finding', '=', finding.id)
  expect(await kept.execute()).toEqual([{ lesson: 'Niemand had het nummer' }])
  expect((await at('kees').post(`${exercise}/maatregel`, { ...answered, maatregel: 'Nog eens' })).status).toBe(422)
  await refused()
  expect(await text('sam', exercise)).toContain('Geoefend, de bevindingen lopen nog.')
})

test('what it shows is said by a person and counts for the organisation; unwatched is unknown', async () => {
  const said = { punt: 'VEI-09.oefening', oordeel: 'partly', gezien: 'Zij belden na tien minuten.' }
  expect((await at('kees').post(`${exercise}/bewijs`, said)).status).toBe(403)
  const unwatched = await at('sam').post(`${exercise}/bewijs`, { ...said, punt: 'VEI-09.waarneming' })
  expect(unwatched.status).toBe(422)
  expect(await unwatched.text()).toContain('Niemand keek mee. Dit punt blijft onbekend.')
  expect((await at('sam').post(`${exercise}/bewijs`, { ...said, punt: 'VEI-11.hsts' })).status).toBe(422)
  expect((await at('sam').post(`${exercise}/bewijs`, said)).status).toBe(303)
  expect((await at('anna').post(`${exercise}/bewijs`, { ...said, oordeel: 'met' })).status).toBe(422)
  const noted = await as(desk.db, who('sam'), (tx) =>
    notedOfOrganisation(tx, desk.municipality.id, organisations.get('Praktijk Noord')!),
  )
  expect(noted).toMatchObject([{ criterion: 'VEI-09.oefening', verdict: 'partly', strength: 'documented', at: today }])
  const theme = weigh(noted, catalogue, 'all', today).themes.find(({ theme: id }) => id === 'VEI')!
  expect(theme.known).toBeGreaterThan(0)
  // When the last measure is set aside with why, all is followed up: then the same point is said anew, once.
  const last = (await tasks('exercise-measure')).find(({ text: words }) => words.includes('Op de lijst'))!.path
  expect((await at('sam').post(`${last}/vervalt`, { toelichting: 'Staat al op een andere lijst.' })).status).toBe(303)
  expect((await at('sam').post(`${exercise}/bewijs`, { ...said, oordeel: 'met' })).status).toBe(303)
  expect((await at('sam').post(`${exercise}/bewijs`, { ...said, oordeel: 'partly' })).status).toBe(422)
  const now = await as(desk.db, who('sam'), (tx) =>
    notedOfOrganisation(tx, desk.municipality.id, organisations.get('Praktijk Noord')!),
  )
  expect(now).toMatchObject([{ criterion: 'VEI-09.oefening', verdict: 'met' }])
})

test('one that does not go on says why, and figures name nobody', async () => {
  const off = placeOf(await at('sam').post(`${PLACE}/nieuw`, planned()))
  expect((await at('sam').post(`${off}/afzeggen`, { reden: '' })).status).toBe(422)
  expect((await at('sam').post(`${off}/afzeggen`, { reden: 'De leider is ziek.' })).status).toBe(303)
  expect(await text('pim', off)).toContain('De leider is ziek.')
  expect((await at('sam').post(`${off}/beginnen`)).status).toBe(409)
  await clock()
  const figures = await desk.db
    .selectFrom('published.exercise_figure')
    .select(['measure', 'value'])
    .where('municipality', '=', desk.municipality.id)
    .execute()
  expect(Object.fromEntries(figures.map(({ measure: name, value }) => [name, value]))).toEqual({
    exercises: 1,
    organisations: 1,
    measures: null,
    done: null,
  })
  await expect(sql`update exercise set place = 'x' where state = 'ended'`.execute(desk.db)).rejects.toThrow('no longer')
})

test('a year later nobody reads who played; what happened stays by role', async () => {
  const names = () => desk.db.selectFrom('exercise_player').select('names').execute()
  await clock(daysAfter(today, 360))
  expect(await names()).toHaveLength(1)
  await clock(daysAfter(today, 370))
  expect(await names()).toEqual([])
  expect(await text('sam', exercise)).toContain('Belde de leverancier')
  // An address that somebody wrote in a result goes with its person.
  await unasked(desk.db, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await tx.updateTable('exercise').set({ result: 'Vraag a@b.test' }).where('state', '=', 'ended').execute()
  })
  await sql`select wall.wipe_address(${desk.municipality.id}, 'a@b.test')`.execute(desk.db)
  const { result } = await desk.db
    .selectFrom('exercise')
    .select('result')
    .where('state', '=', 'ended')
    .executeTakeFirstOrThrow()
  expect(result).toBe('Vraag (gewist)')
})

test('names of one that nobody ended go a year after its day', async () => {
  const made = placeOf(await at('sam').post(`${PLACE}/nieuw`, planned()))
  const row = { municipality: desk.municipality.id, exercise: idOf(made), role: 'een', names: 'Pim', by: who('sam').id }
  await unasked(desk.db, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await tx.insertInto('exercise_player').values(row).execute()
    const running = { state: 'running' as const, started_at: sql<Date>`now()`, planned_on: today }
    await tx.updateTable('exercise').set(running).where('id', '=', idOf(made)).execute()
  })
  const names = () => desk.db.selectFrom('exercise_player').select('names').execute()
  await clock(daysAfter(today, 360))
  expect(await names()).toHaveLength(1)
  await clock(daysAfter(today, 370))
  expect(await names()).toEqual([])
})
