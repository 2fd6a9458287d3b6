/** A source that the desk names: found as the standard says, and every file checked before a word of it is read. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advisory, newSigner, startSource, withdrawn, type Signer } from '../../test/csaf/documents.ts'
import { addPerson, ORIGIN, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../test/desk.ts'
import { claim } from '../db/jobs.ts'
import { takeWarning } from '../features/warnings/take-store.ts'
import { warningTimers } from '../features/warnings/timers.ts'
import type { Network } from '../model/network.ts'
import { todayIn } from '../web/language.ts'
import { tick } from './clock.ts'
import { deskRoutes } from './desk-routes.ts'
import { runLater } from './later.ts'
import { feedsLater } from './warning-feed.ts'

let desk: TestDesk
let signer: Signer
let source: Awaited<ReturnType<typeof startSource>>
let network: Network
let sam: TestPerson
let at: Visitor
beforeAll(async () => {
  signer = await newSigner()
  source = await startSource(signer)
  network = { allow: ['127.0.0.0/8'], hosts: { '*.test': '127.0.0.1' }, ports: { 80: source.port } }
  desk = await testDesk(deskRoutes(testDeps()))
  sam = await addPerson(desk.db, desk.municipality.id, ['security-officer'], 'Sam')
  at = await desk.visit(sam)
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
  await source.close()
})

const BRONNEN = '/balie/waarschuwingen/bronnen'
const later = new Date(Date.now() - 60_000).toISOString()
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const feed = () =>
  desk.db.selectFrom('warning_feed').selectAll().orderBy('at', 'desc').limit(1).executeTakeFirstOrThrow()
/** A worker, until no source waits. */
async function work(): Promise<void> {
  const stop = new AbortController()
  const { worker } = desk.house
  const working = runLater({ db: worker, kinds: { warnings: feedsLater(worker, network) } }, stop.signal)
  const open = async () =>
    (
      await desk.db
        .selectFrom('job')
        .select('id')
        .where('kind', '=', 'warnings')
        .where('ended_at', 'is', null)
        .execute()
    ).length
  await expect.poll(open, { timeout: 120_000 }).toBe(0)
  stop.abort()
  await working
}
const add = (fields: Record<string, string> = {}) =>
  at.post(BRONNEN, { naam: 'Alarm', adres: 'alarm.test', vingerafdruk: signer.fingerprint, openbaar: 'nee', ...fields })
const again = async () => {
  expect((await at.post(`${BRONNEN}/${(await feed()).id}`, { doe: 'ophalen' })).status).toBe(303)
  await work()
}
const warning = async (tracking: string) =>
  desk.db
    .selectFrom('warning as w')
    .innerJoin('warning_version as v', (join) => join.onRef('v.warning', '=', 'w.id').onRef('v.no', '=', 'w.version'))
    .select([
      'w.id',
      'w.label',
      'w.state',
      'w.ended',
      'w.version',
      'v.title',
      'v.signature',
      'v.source_version as said',
    ])
    .where('w.tracking', '=', tracking)
    .executeTakeFirst()
const wellKnown = 'alarm.test/.well-known/csaf/provider-metadata.json'

test('a source is named with its key, and bad input says what is not right', async () => {
  const answer = await at.post(BRONNEN, { naam: '', adres: 'niet een domein', vingerafdruk: 'kort', openbaar: '' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const said of ['van wie de bron is', 'Vul een domein in', 'veertig tekens', 'Kies of de bron'])
    expect(page).toContain(said)
})

test('ROLIE: what is new comes in closed, by hash and signature, and what is wrong is told', async () => {
  source.files.set(wellKnown, source.metadata([{ rolie: { feeds: [{ url: `${source.base}/feed.json` }] } }]))
  await source.put('/1.json', advisory({ id: 'A-1', distribution: { tlp: { label: 'GREEN' } } }))
  await source.put('/2.json', advisory({ id: 'A-2' }))
  await source.put('/3.json', advisory({ id: 'A-3', status: 'draft' }))
  await source.put('/4.json', advisory({ id: 'A-4', namespace: 'https://een-ander.test' }))
  const changed = await source.put('/5.json', advisory({ id: 'A-5' }))
  source.files.set('alarm.test/5.json', changed.replace('kassa', 'KASSA'))
  await source.put('/6.json', advisory({ id: 'A-6' }))
  source.files.delete('alarm.test/6.json.asc')
  await source.put('/7.json', advisory({ id: 'A-7' }))
  source.files.delete('alarm.test/7.json.sha256')
  await source.put('/8.json', { document: { csaf_version: '2.0' } })
  const entries = Array.from({ length: 8 }, (_, index) => ({
    path: `/${index + 1}.json`,
    updated: minutesAgo(60 - index),
  }))
  source.files.set('alarm.test/feed.json', source.rolie(entries))
  expect((await add()).status).toBe(303)
  await work()
  expect(await feed()).toMatchObject({ taken: 2, failure: '' })
  const refused = (await feed()).refused.map(({ url, why }) => [url.at(-6), why.slice(0, 28)])
  expect(refused).toEqual([
    ['4', 'Dit bestand is van een ander'],
    ['5', 'Het bestand is anders dan de'],
    ['6', 'Bij het bestand staat geen h'],
    ['7', 'Bij het bestand staat geen c'],
    ['8', 'Het bestand houdt zich niet '],
  ])
  expect(await warning('A-1')).toMatchObject({ label: 'GREEN', state: 'open', version: 1, signature: 'good' })
  // Without a label it stays closed until a person decides.
  expect(await warning('A-2')).toMatchObject({ label: null, state: 'open' })
  for (const none of ['A-3', 'A-4', 'A-5', 'A-6', 'A-7']) expect(await warning(none)).toBeUndefined()
  const tasks = await desk.db.selectFrom('task').select(['text', 'role']).where('kind', '=', 'warning-came').execute()
  expect(tasks).toHaveLength(2)
  expect(tasks.every(({ text, role }) => role === 'security-officer' && !text.includes('kassa'))).toBe(true)
  expect(await (await at.get(BRONNEN)).text()).toContain('2 waarschuwingen nieuw of gewijzigd')
}, 180_000)

test('the newest version wins, what was written here stays, and only what changed is fetched again', async () => {
  const { id } = (await warning('A-1'))!
  const path = `/balie/waarschuwingen/${id}`
  const plain = { titel: 'Kassa lek', wat: 'Er is een gat.', doen: 'Werk bij.', uiterlijk: '', gelukt: 'Er staat 7.2.' }
  const words = { ...plain, bellen: 'Bel ons.', urgentie: '', producten: 'Kassamaker; Kassa 7; tot en met 7.1' }
  expect((await at.post(`${path}/wijzigen`, { ...words, versie: '1' })).status).toBe(303)
  await source.put('/1.json', advisory({ id: 'A-1', version: '2', title: 'Groter gat in een kassa' }))
  source.files.set('alarm.test/feed.json', source.rolie([{ path: '/1.json', updated: later }]))
  source.asked.length = 0
  await again()
  expect(
    source.asked.filter((url) => url.endsWith('.json') && url.startsWith('alarm.test/') && /\/\d/.test(url)),
  ).toEqual(['alarm.test/1.json'])
  // No label in the newer version leaves the one that it had.
  expect(await warning('A-1')).toMatchObject({
    title: 'Groter gat in een kassa',
    label: 'GREEN',
    version: 3,
    said: '2',
  })
  const page = await (await at.get(path)).text()
  expect(page).toContain('titel: eerst “Kassa lek”, nu “Groter gat in een kassa”')
  expect(page).toContain('Werk bij.')
  // An older version changes nothing.
  await source.put('/1.json', advisory({ id: 'A-1', version: '1', title: 'Oud' }))
  source.files.set('alarm.test/feed.json', source.rolie([{ path: '/1.json', updated: minutesAgo(0) }]))
  await again()
  expect(await warning('A-1')).toMatchObject({ title: 'Groter gat in een kassa', version: 3 })
}, 180_000)

test('narrower holds at once, wider waits for a person, and what is withdrawn ends', async () => {
  const turn = async (tracking: string, wanted: Parameters<typeof advisory>[0] | object, no: number) => {
    await source.put(`/t${no}.json`, 'document' in wanted! ? wanted : advisory({ id: tracking, ...wanted }))
    source.files.set(
      'alarm.test/feed.json',
      source.rolie([{ path: `/t${no}.json`, updated: new Date().toISOString() }]),
    )
    await again()
    return warning(tracking)
  }
  const label = (code: string) => ({ distribution: { tlp: { label: code } } })
  expect(await turn('A-1', { version: '3', ...label('WHITE') }, 1)).toMatchObject({ label: 'GREEN' })
  const texts = (await desk.db.selectFrom('task').select('text').where('kind', '=', 'warning-came').execute()).map(
    ({ text }) => text,
  )
  expect(texts.length).toBeGreaterThan(1)
  expect(await turn('A-1', { version: '4', ...label('RED') }, 2)).toMatchObject({ label: 'RED' })
  // Who keeps the source is named: else nobody could read it.
  const { id } = (await warning('A-1'))!
  const named = await desk.db.selectFrom('warning_person').select('person').where('warning', '=', id).execute()
  expect(named.map(({ person }) => person)).toContain(sam.id)
  expect(await turn('A-2', { version: '2', ...label('AMBER') }, 3)).toMatchObject({ label: 'AMBER', state: 'open' })
  expect(await turn('A-2', withdrawn({ id: 'A-2', version: '3' }), 4)).toMatchObject({
    state: 'ended',
    ended: 'withdrawn',
  })
  // What never came in is not made to end.
  expect(await turn('A-77', withdrawn({ id: 'A-77', version: '3' }), 5)).toBeUndefined()
}, 240_000)

test('found by security.txt and by name too, by changes.csv without ROLIE, and on its own domain only', async () => {
  const text = source.files.get(wellKnown)!
  source.files.delete(wellKnown)
  await source.put('/csaf/9.json', advisory({ id: 'A-9' }))
  source.files.set('alarm.test/csaf/changes.csv', `"9.json","${new Date().toISOString()}"\n"../x.json","${later}"\n`)
  const directory = source.metadata([{ directory_url: `${source.base}/csaf/` }])
  source.files.set(
    'alarm.test/.well-known/security.txt',
    `Contact: mailto:x@alarm.test\nCSAF: ${source.base}/pm.json\n`,
  )
  source.files.set('alarm.test/pm.json', directory)
  await again()
  expect(await warning('A-9')).toMatchObject({ label: null })
  source.files.delete('alarm.test/.well-known/security.txt')
  await again()
  expect((await feed()).failure).toBe('op alarm.test staat geen provider-metadata.json')
  expect(await (await at.get('/balie')).text()).toContain('Een bron van waarschuwingen lukt niet: Alarm')
  source.files.set('csaf.data.security.alarm.test/', directory)
  await again()
  expect((await feed()).failure).toBe('')
  expect(await (await at.get('/balie')).text()).not.toContain('Een bron van waarschuwingen lukt niet')
  source.files.set(wellKnown, source.metadata([{ rolie: { feeds: [{ url: 'http://elders.test/feed.json' }] } }]))
  await again()
  expect((await feed()).failure).toContain('ander domein')
  source.files.set(wellKnown, text)
}, 180_000)

test('what could not be had is tried once more, and then no longer holds up what came after it', async () => {
  await source.put('/na.json', advisory({ id: 'A-12' }))
  const entries = [
    { path: '/weg.json', updated: new Date().toISOString() },
    { path: '/na.json', updated: new Date(Date.now() + 1_000).toISOString() },
  ]
  source.files.set('alarm.test/feed.json', source.rolie(entries))
  await again()
  expect((await feed()).refused).toMatchObject([{ why: 'het bestand is er niet meer' }])
  expect(await warning('A-12')).toBeUndefined()
  await again()
  expect(await warning('A-12')).toMatchObject({ version: 1 })
}, 180_000)

test('without a label what an open source gives is for everyone, once a person sends it', async () => {
  await desk.db.updateTable('warning_feed').set({ open: true }).execute()
  await source.put('/open.json', advisory({ id: 'A-10' }))
  source.files.set('alarm.test/feed.json', source.rolie([{ path: '/open.json', updated: new Date().toISOString() }]))
  await again()
  expect(await warning('A-10')).toMatchObject({ label: 'CLEAR', state: 'open' })
  expect(await desk.db.selectFrom('published.warning').select('id').execute()).toEqual([])
}, 180_000)

test('the clock asks once a day, a stopped source is left alone, and a lease that ran out is done again', async () => {
  const jobs = async () =>
    (
      await desk.db
        .selectFrom('job')
        .select('id')
        .where('kind', '=', 'warnings')
        .where('state', '=', 'queued')
        .execute()
    ).length
  const clock = () => tick(desk.db, { timers: warningTimers, postman: undefined, today: todayIn(), origin: ORIGIN })
  await clock()
  expect(await jobs()).toBe(0)
  await sql`update warning_feed set looked_at = now() - interval '1 day'`.execute(desk.db)
  await sql`update job set ended_at = ended_at - interval '1 day' where kind = 'warnings'`.execute(desk.db)
  await clock()
  await clock()
  expect(await jobs()).toBe(1)
  const held = (await claim(desk.house.worker, 'stil', { kind: 'warnings' }))!
  await sql`update job set lease_until = now() - interval '1 second' where id = ${held.id}`.execute(desk.db)
  await work()
  const [job] = await desk.db.selectFrom('job').select(['state', 'attempt']).where('id', '=', held.id).execute()
  expect(job).toEqual({ state: 'done', attempt: 2 })
  expect((await at.post(`${BRONNEN}/${(await feed()).id}`, { doe: 'stoppen' })).status).toBe(303)
  await sql`update warning_feed set looked_at = now() - interval '3 days'`.execute(desk.db)
  await sql`update job set ended_at = ended_at - interval '3 days' where kind = 'warnings'`.execute(desk.db)
  await clock()
  expect(await jobs()).toBe(0)
}, 180_000)

test('a worker takes in only what comes from a source that is on, and the desk only where it is its task', async () => {
  const taken = {
    publisher: 'Alarm',
    namespace: 'https://alarm.test',
    tracking: 'A-99',
    version: '1',
    versionKey: [1],
    status: 'final' as const,
    releasedAt: new Date().toISOString(),
    label: 'CLEAR' as const,
    ended: null,
    title: 'Binnengesmokkeld',
    urgency: null,
    chance: null,
    damage: null,
    products: [],
    references: [],
    notes: '',
    remedy: '',
    signature: 'good' as const,
    signedBy: '',
    hash: '',
    url: '',
  }
  const { id } = await feed()
  await expect(takeWarning(desk.house.worker, desk.municipality.id, taken, id)).rejects.toThrow(/nobody takes/)
  await expect(takeWarning(desk.house.worker, desk.municipality.id, taken, undefined)).rejects.toThrow(/nobody takes/)
  expect(await warning('A-99')).toBeUndefined()
})
