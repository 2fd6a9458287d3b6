/** An algorithm goes to the national register by two people, through an outage, once; and what differs is told. */
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { KEY, LOGIN, startAlgorithmRegister } from '../../test/algorithm-register/server.ts'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../test/desk.ts'
import { asClock } from '../db/as.ts'
import { lookAgain } from '../features/algorithms/timers-store.ts'
import { registerFor } from '../catalogue/registers.ts'
import { STANDARD_FIELDS } from '../vocabulary/algorithm-standard.ts'
import type { Network } from '../model/network.ts'
import type { Values } from '../model/register.ts'
import { addEntry, changeEntry, entryById } from '../registers/store.ts'
import { accessFor, nationals } from './algorithm-register.ts'
import { deskRoutes } from './desk-routes.ts'
import { runLater } from './later.ts'

const deps = testDeps()
const register = registerFor(deps.registers, 'algorithm')!
let national: Awaited<ReturnType<typeof startAlgorithmRegister>>
let network: Network
let desk: TestDesk
let anna: TestPerson
let [preparer, releaser]: Visitor[] = []
let id: string
let values: Values

beforeAll(async () => {
  national = await startAlgorithmRegister()
  network = {
    allow: ['127.0.0.0/8'],
    resolver: '127.0.0.1:9',
    hosts: { 'algoritmes.test': '127.0.0.1' },
    ports: { 80: national.port },
  }
  desk = await testDesk(deskRoutes(deps))
  anna = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  preparer = await desk.visit(anna)
  releaser = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['publisher'], 'Piet'))
  const slug = desk.municipality.slug
  vi.stubEnv('LEIDRAAD_ALGORITMEREGISTER', 'http://algoritmes.test/aanleverapi/v1_0/')
  vi.stubEnv('LEIDRAAD_ALGORITMEREGISTER_KEY', KEY)
  vi.stubEnv('LEIDRAAD_ALGORITMEREGISTER_ORGANISATIE', `elders-anders=x, ${slug} = gm9999`)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await desk.close()
  await national.close()
})
beforeEach(async () => {
  national.set('none')
  national.kept.clear()
  values = {
    naam: 'Kentekens lezen',
    kort: 'Een camera leest kentekens.',
    organisatie: 'Gemeente Sluiswijk',
    themas: ['verkeer'],
    stand: 'gebruik',
    categorie: 'impactvol',
    begin: '2025-01',
    contact: 'parkeren@sluiswijk.test',
    wetten: [{ titel: 'Gemeentewet', link: 'https://wetten.overheid.nl/BWBR0005416' }],
    toetsen: [{ titel: 'DPIA' }],
    eigenaar: 'mobiliteit',
  }
  id = (await as(desk.db, anna, (tx) => addEntry(tx, anna.municipality, register, written(values)))).id
})
afterEach(() => expect(desk.faults.map(String)).toEqual([]))

const written = (now: Values) => ({ values: now, by: anna.id, way: 'form' as const })
const change = async (more: Values) => {
  values = { ...values, ...more }
  await as(desk.db, anna, async (tx) => {
    const entry = (await entryById(tx, anna.municipality, register, id, 'to-change'))!
    await changeEntry(tx, anna.municipality, register, entry, written(values))
  })
}
const at = () => `/balie/algoritmes/${id}`
const told = async (visitor = preparer!) => {
  const answer = await visitor.get(at())
  expect(answer.status).toBe(200)
  return (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}
const acts = () => desk.db.selectFrom('national_act').selectAll().where('entry', '=', id).orderBy('at').execute()
const jobs = () => desk.db.selectFrom('job').selectAll().where('kind', '=', 'national').orderBy('asked_at').execute()
const begin = (signal: AbortSignal) =>
  runLater({ db: desk.house.worker, kinds: { national: nationals(desk.house.worker, network) } }, signal)
const version = async () =>
  String((await as(desk.db, anna, (tx) => entryById(tx, anna.municipality, register, id)))!.version)
const prepare = async (what = 'klaarzetten', more = {}) =>
  (await preparer!.post(`${at()}/${what}`, { basis: await version(), ...more })).status
const release = async (visitor = releaser!) =>
  (await visitor.post(`${at()}/vrijgeven`, { act: (await acts()).findLast(({ kind }) => kind !== 'look')!.id })).status
/** A worker, until nothing waits that may be tried now. */
async function work(): Promise<void> {
  const stop = new AbortController()
  const working = begin(stop.signal)
  await expect
    .poll(
      async () =>
        (await jobs()).every(({ state, attempt }) => state !== 'active' && (state !== 'queued' || attempt > 0)),
      {
        timeout: 30_000,
      },
    )
    .toBe(true)
  stop.abort()
  await working
}
const sent = async () => {
  expect(await prepare()).toBe(303)
  expect(await release()).toBe(303)
  await work()
}

test('prepared by one, released by another, sent, and told how it stands there', async () => {
  expect(await told()).toContain('Wij weten nog niet of dit in het landelijke Algoritmeregister staat.')
  expect(await prepare()).toBe(303)
  expect(await prepare()).toBe(409)
  await work()
  expect(national.kept.size).toBe(0)
  expect(await release(preparer!)).toBe(409)
  expect(await told(releaser!)).toContain('Nagekeken: versturen')
  expect(await release()).toBe(303)
  await work()
  const [[lars, versions]] = [...national.kept] as [[string, { state: string; body: Record<string, unknown> }[]]]
  expect(versions).toEqual([
    {
      state: 'STATE_2',
      body: {
        name: 'Kentekens lezen',
        description_short: 'Een camera leest kentekens.',
        organization: 'Gemeente Sluiswijk',
        category: ['Verkeer'],
        status: 'In gebruik',
        begin_date: '2025-01',
        contact_email: 'parkeren@sluiswijk.test',
        publication_category: 'Impactvolle algoritmes',
        lawful_basis_grouping: [{ title: 'Gemeentewet', link: 'https://wetten.overheid.nl/BWBR0005416' }],
        impacttoetsen_grouping: [{ title: 'DPIA' }],
        lang: 'nld',
        standard_version: '1.0',
        source_id: id,
      },
    },
  ])
  expect(await told()).toContain(`nummer ${lars}: Is vrijgegeven. Het landelijke register publiceert het.`)
  expect(await told()).toContain('Elk veld is gelijk.')
  expect(await told()).toMatch(/Versturen, versie 1: Anna op .* nagekeken door Piet. Gelukt\./)
})

test('a second time changes what is there, and what differs is shown side by side', async () => {
  await sent()
  const [lars] = [...national.kept.keys()]
  national.publish(lars!)
  await change({ kort: 'Een camera leest kentekens. Een medewerker beslist.', stand: 'ontwikkeling' })
  expect(await told()).toMatch(
    /2 velden verschillen\. .* Een medewerker beslist\. Een camera leest kentekens\. .* In ontwikkeling In gebruik/,
  )
  await sent()
  expect([...national.kept.keys()]).toEqual([lars])
  expect(national.kept.get(lars!)!.at(-1)!.state).toBe('STATE_2')
  // What everybody reads there is the older one still.
  expect(await told()).toContain('Is gepubliceerd.')
  expect(await told()).toContain('2 velden verschillen.')
  national.publish(lars!)
  expect((await preparer!.post(`${at()}/nakijken`)).status).toBe(303)
  await work()
  expect(await told()).toContain('Elk veld is gelijk.')
})

test('an outage keeps what was sent and tries again; an answer that was lost makes no second', async () => {
  national.set('away')
  await prepare()
  await release()
  await change({ kort: 'Pas later geschreven.' })
  await work()
  expect(await told()).toContain(
    'Het landelijke register is niet te bereiken. Wij bewaren wat u verstuurde en proberen het',
  )
  for (const fault of ['html', 'busy', 'created-unanswered'] as const) {
    national.set(fault)
    await sql`update job set due = now() where kind = 'national' and state = 'queued'`.execute(desk.db)
    const before = (await jobs()).at(-1)!.attempt
    const stop = new AbortController()
    const working = begin(stop.signal)
    await expect
      .poll(async () => (await jobs()).at(-1)!, { timeout: 30_000 })
      .toMatchObject({ attempt: before + 1, state: 'queued' })
    stop.abort()
    await working
    expect((await acts()).at(-1)!.outcome).toBeNull()
  }
  expect(national.kept.size).toBe(1)
  national.set('none')
  await sql`update job set due = now() where kind = 'national' and state = 'queued'`.execute(desk.db)
  const stop = new AbortController()
  const working = begin(stop.signal)
  await expect.poll(async () => (await acts()).at(-1)!.outcome, { timeout: 30_000 }).toBe('done')
  stop.abort()
  await working
  const [versions = []] = [...national.kept.values()]
  expect(versions.map(({ body }) => body['description_short'])).toEqual(['Een camera leest kentekens.'])
})

test('what the register does not take is told in Dutch at the field, and who prepared it gets a task', async () => {
  national.set('refuses-fields')
  await sent()
  expect((await acts())[0]).toMatchObject({ outcome: 'refused' })
  const page = await (await preparer!.get(at())).text()
  expect(page).toContain(`/balie/registers/${register.id}/${id}/wijzigen#veld-w-kort`)
  const words = await told()
  expect(words).toContain(
    'Wat doet het, in het kort? : Dit is te lang voor het landelijke register: er passen 350 tekens.',
  )
  expect(words).toContain(
    'Wetten en regelingen : Regel 2, webadres: Het landelijke register ziet hierin geen goed adres.',
  )
  const tasks = await desk.db
    .selectFrom('task')
    .select(['person', 'done_at'])
    .where('kind', '=', 'national-refused')
    .execute()
  expect(tasks).toEqual([{ person: anna.id, done_at: null }])
  national.set('none')
  await sent()
  expect(await told()).not.toContain('nam dit niet aan')
})

test('what the standard asks is asked before anything is put ready', async () => {
  const { kort: _, ...rest } = values
  await as(desk.db, anna, async (tx) => {
    const entry = (await entryById(tx, anna.municipality, register, id, 'to-change'))!
    await changeEntry(
      tx,
      anna.municipality,
      register,
      entry,
      written({ ...rest, themas: ['verkeer', 'recht', 'werk', 'zorg'] }),
    )
  })
  const answer = await preparer!.post(`${at()}/klaarzetten`, { basis: '2' })
  expect(answer.status).toBe(422)
  const text = (await answer.text()).replaceAll(/<[^>]+>/g, '')
  expect(text).toContain('Dit is nog niet klaargezet')
  expect(text).toContain('Wat doet het, in het kort?: Dit is verplicht in het landelijke register.')
  expect(text).toContain('Thema’s: Dit zijn er te veel voor het landelijke register: 4. Er passen er 3.')
  expect(await acts()).toEqual([])
})

test('withdrawn with a reason, by two people; twice is once', async () => {
  await sent()
  const [lars] = [...national.kept.keys()]
  national.publish(lars!)
  await preparer!.post(`${at()}/nakijken`)
  await work()
  expect((await preparer!.post(`${at()}/intrekken`, { basis: '1', reden: '' })).status).toBe(422)
  expect(await prepare('intrekken', { reden: 'Het is gestopt.' })).toBe(303)
  expect(await told(releaser!)).toContain('De reden: Het is gestopt.')
  await release()
  await work()
  expect(await told()).toContain('Is ingetrokken. Het staat niet meer openbaar in het Algoritmeregister.')
  expect(national.kept.get(lars!)!.every(({ state }) => state !== 'PUBLISHED')).toBe(true)
})

test('what waits for publication is not withdrawn, and nothing says that it was', async () => {
  await sent()
  const [lars] = [...national.kept.keys()]
  expect(await told()).not.toContain('Intrekken klaarzetten')
  expect(await prepare('intrekken', { reden: 'Het is gestopt.' })).toBe(409)
  // It is published while a colleague reads why it is withdrawn, and there it goes back to who publishes it.
  national.publish(lars!)
  await preparer!.post(`${at()}/nakijken`)
  await work()
  national.retractTo('STATE_2')
  await prepare('intrekken', { reden: 'Het is gestopt.' })
  await release()
  await work()
  const page = await told()
  expect(page).toContain('Is vrijgegeven. Het landelijke register publiceert het.')
  expect(page).toContain('Er staat of wacht daar nog een versie.')
  expect(page).not.toContain('Is ingetrokken.')
  national.retractTo('STATE_1')
})

test('nothing published there is not taken as withdrawn', async () => {
  await sent()
  const [lars] = [...national.kept.keys()]
  national.publish(lars!)
  await preparer!.post(`${at()}/nakijken`)
  await work()
  expect(await prepare('intrekken', { reden: 'Het is gestopt.' })).toBe(303)
  // Meanwhile somebody there took it back, and released it anew.
  national.kept.get(lars!)!.at(-1)!.state = 'STATE_2'
  await release()
  await work()
  expect(await told()).not.toContain('Is ingetrokken.')
  expect((await acts()).at(-1)).toMatchObject({ kind: 'withdraw', outcome: 'refused' })
})

const clock = () => asClock(desk.db, desk.municipality.id, (tx) => lookAgain(tx, desk.municipality.id))
const seenLongAgo = () =>
  sql`update national_state set seen_at = now() - interval '8 days' where entry = ${id}`.execute(desk.db)

test('each week it is looked at by itself, and a version that waits is told apart', async () => {
  await sent()
  const [lars] = [...national.kept.keys()]
  national.publish(lars!)
  expect(await clock()).toBe(0)
  await seenLongAgo()
  expect(await clock()).toBe(1)
  expect(await clock()).toBe(0)
  await work()
  expect(await told()).toContain(`nummer ${lars}: Is gepubliceerd.`)
  await change({ kort: 'Een camera leest kentekens van auto’s.' })
  await sent()
  expect(await told()).toContain('Is gepubliceerd. De nieuwe versie wacht op publicatie.')
  // Nobody is asked anything, and nothing is sent.
  expect((await acts()).filter(({ kind }) => kind === 'look')).toEqual([])
  national.set('none')
  await seenLongAgo()
  await sql`update job set ended_at = now() - interval '8 days' where key like 'again:%'`.execute(desk.db)
  expect(await clock()).toBe(1)
  await work()
  expect(national.asked.every((asked) => asked.startsWith('GET '))).toBe(true)
  expect(national.asked.length).toBeGreaterThan(0)
})

test('what was withdrawn stays so when it is looked at again', async () => {
  await sent()
  const [lars] = [...national.kept.keys()]
  national.publish(lars!)
  await preparer!.post(`${at()}/nakijken`)
  await work()
  await prepare('intrekken', { reden: 'Het is gestopt.' })
  await release()
  await work()
  await seenLongAgo()
  await sql`delete from job where key like 'again:%'`.execute(desk.db)
  expect(await clock()).toBe(1)
  await work()
  expect(await told()).toContain('Is ingetrokken. Het staat niet meer openbaar in het Algoritmeregister.')
})

test('another register says that a product stopped, or that an assessment is due', async () => {
  const add = (purpose: string, more: Values) =>
    as(desk.db, anna, (tx) => addEntry(tx, anna.municipality, registerFor(deps.registers, purpose)!, written(more)))
  const product = await add('product', { naam: 'Vakvrij', stand: 'gestopt', eigenaar: 'x' })
  await add('project', { naam: 'Slim parkeren', fase: 'gestopt', producten: [product.id], eigenaar: 'x' })
  const processing = await add('processing', { naam: 'Handhaven', 'dpia-nodig': 'ja', eigenaar: 'x' })
  await change({ product: [product.id], verwerking: [processing.id], toetsen: [{ titel: 'IAMA' }] })
  const page = await told()
  expect(page).toContain('het product is beëindigd: Vakvrij.')
  expect(page).toContain('het project is gestopt: Slim parkeren.')
  expect(page).toContain('Bij de verwerking staat dat een DPIA nodig is. Er staat geen datum bij: Handhaven.')
})

test('what waits can be taken back, and then nothing is sent', async () => {
  await prepare()
  const [act] = await acts()
  expect((await releaser!.post(`${at()}/terugtrekken`, { act: act!.id })).status).toBe(303)
  expect((await releaser!.post(`${at()}/vrijgeven`, { act: act!.id })).status).toBe(409)
  await work()
  expect(national.kept.size).toBe(0)
  expect(await prepare()).toBe(303)
})

test('a key that is not taken is told, a login gives one, and neither stands anywhere', async () => {
  vi.stubEnv('LEIDRAAD_ALGORITMEREGISTER_KEY', 'een-andere-sleutel')
  await sent()
  expect(await told()).toContain('Het landelijke register neemt onze sleutel niet aan.')
  vi.stubEnv('LEIDRAAD_ALGORITMEREGISTER_KEY', LOGIN)
  vi.stubEnv('LEIDRAAD_ALGORITMEREGISTER_LOGIN', 'http://algoritmes.test/realms/algreg/protocol/openid-connect/token')
  vi.stubEnv('LEIDRAAD_ALGORITMEREGISTER_USER', 'sluiswijk')
  expect(accessFor(desk.municipality.slug)).toMatchObject({ organisation: 'gm9999', login: { user: 'sluiswijk' } })
  expect(accessFor('een-ander')).toBeUndefined()
  await sql`update job set due = now() where kind = 'national' and state = 'queued'`.execute(desk.db)
  const stop = new AbortController()
  const working = begin(stop.signal)
  await expect.poll(async () => (await acts()).at(-1)!.outcome, { timeout: 30_000 }).toBe('done')
  stop.abort()
  await working
  const { rows } = await sql<{ all: string }>`select string_agg(a::text, '') || (select string_agg(s::text, '')
    from national_state s) || (select string_agg(t::text, '') from audit t) as all from national_act a`.execute(desk.db)
  for (const secret of [KEY, LOGIN, 'een-andere-sleutel']) expect(rows[0]!.all + (await told())).not.toContain(secret)
  vi.stubEnv('LEIDRAAD_ALGORITMEREGISTER_KEY', KEY)
  vi.stubEnv('LEIDRAAD_ALGORITMEREGISTER_LOGIN', '')
})

test('without a line the page says so, and nothing is put ready', async () => {
  vi.stubEnv('LEIDRAAD_ALGORITMEREGISTER_ORGANISATIE', '')
  expect(await told()).toContain('Er is nog geen aansluiting op het Algoritmeregister.')
  expect(await prepare()).toBe(409)
  vi.stubEnv('LEIDRAAD_ALGORITMEREGISTER_ORGANISATIE', `${desk.municipality.slug}=gm9999`)
})

test('every name of the standard has a field, but those that we write ourselves', () => {
  const named = register.fields.flatMap(({ external }) => external['algoritmeregister'] ?? [])
  const own = ['lang', 'standard_version', 'source_id']
  expect(Object.keys(STANDARD_FIELDS).filter((name) => !named.includes(name))).toEqual(own)
})
