/** The covenants of the demo that were signed: told by their people, within the walls, and once; the states follow. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvOf } from '../../test/city/city.ts'
import { allSites } from '../../test/city/sites/all.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { ORIGIN, testDeps } from '../../test/desk.ts'
import { asPerson } from '../db/as.ts'
import { ensureMunicipality, type Municipality } from '../db/municipality.ts'
import { courseNow } from '../features/covenants/progress/sums.ts'
import { verdictsOf, wholesNow } from '../features/covenants/progress/store.ts'
import { followed } from '../features/covenants/progress/terms-store.ts'
import { missOf } from '../features/covenants/progress/verdict-rules.ts'
import { readOrganisationsCsv } from '../features/organisations/csv.ts'
import { importOrganisations } from '../features/organisations/store.ts'
import { todayIn } from '../web/language.ts'
import { addPeople } from './desk.ts'
import { fillRegisters } from './registers.ts'
import { fillSigned } from './signed.ts'
import { idsBy } from './store.ts'
import { fillStreets } from './streets.ts'

let database: TestDatabase
let municipality: Municipality
let covenant = ''
let reader = ''
const desk = readDesk()
const deps = testDeps()
const today = todayIn()
const fill = () =>
  fillSigned({
    db: database.db,
    municipality,
    signed: desk.signed,
    people: desk.people,
    house: { norms: deps.catalogue.norms, registers: deps.registers },
    templates: deps.templates,
    key: deps.key,
    print: deps.print,
    files: deps.files,
    origin: ORIGIN,
    signal: new AbortController().signal,
  })
const read = <T>(work: Parameters<typeof asPerson<T>>[3]) =>
  asPerson(database.db, { municipality: municipality.id, person: reader, organisation: null }, 'read', work)

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  municipality = await ensureMunicipality(db, 'Sluiswijk')
  await importOrganisations(db, municipality.id, readOrganisationsCsv(Buffer.from(csvOf(allSites))))
  const organisations = await idsBy(db, municipality.id, 'organisation', 'name')
  const people = await addPeople(db, municipality.id, desk, Date.now(), organisations)
  reader = people.get('tarik.aydin@gemeente-sluiswijk.test')!.id
  // With certificates, each with its file: a pledge counts what a register says of a party too.
  const certificaten = desk.entries['certificaten']!.filter(({ waarden }) => waarden['product'] === undefined)
  await fillRegisters({
    db,
    municipality: municipality.id,
    registers: deps.registers,
    entries: { certificaten },
    uploads: deps.uploads,
    signal: new AbortController().signal,
  })
  await fillStreets({ db, municipality: municipality.id, streets: desk.streets, deps })
  await fill()
  covenant = (await db.selectFrom('covenant').select('id').where('cluster', '=', 'C').executeTakeFirstOrThrow()).id
}, 120_000)
afterAll(() => database.close())

test('who stops it and starts again finds it once', async () => {
  await fill()
  expect(await database.db.selectFrom('covenant').select('title').execute()).toHaveLength(desk.signed.length)
})

test('it keeps the report of its first year, made of findings, with the hashes of its files', async () => {
  const reports = await read((tx) =>
    tx.selectFrom('covenant_report').selectAll().where('covenant', '=', covenant).execute(),
  )
  expect(reports).toHaveLength(1)
  const [report] = reports
  expect(report!.at.toISOString().slice(0, 10) < today).toBe(true)
  expect([report!.from_day < report!.to_day, report!.to_day < today]).toEqual([true, true])
  const shown = JSON.stringify(report!.document)
  for (const words of ['Een jaar geleden tekenden wij dit convenant.', 'herstelproef']) expect(shown).toContain(words)
  // How it stands now is a figure, and says what it rests on.
  expect(shown).toMatch(/\["Nu","[^"]*\d[^"]*","Bevindingen, minstens /)
  for (const [hash, media] of [
    [report!.pdf, 'application/pdf'],
    [report!.odt, 'application/vnd.oasis.opendocument.text'],
  ] as const) {
    const bytes = (await deps.files.file(hash, media))!
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
  }
  const offered = await read((tx) =>
    tx.selectFrom('covenant_report_offer').select('no').where('covenant', '=', covenant).execute(),
  )
  expect(offered).toEqual([{ no: report!.no }])
})

test('notes stand at its agreements: what was talked of, and what a verifier looked at, each on its day', async () => {
  const notes = await read((tx) =>
    tx.selectFrom('pledge_note').select(['kind', 'on', 'at', 'text']).where('covenant', '=', covenant).execute(),
  )
  expect(notes.map(({ kind }) => kind).toSorted()).toEqual(['confirmed', 'meeting', 'note', 'note'])
  for (const { on, at } of notes) expect(at.toISOString().slice(0, 10)).toBe(on)
})

test('each kind of party is there, and each signed in the past', async () => {
  const { db } = database
  const rows = await db
    .selectFrom('covenant_participant as p')
    .leftJoin('organisation as o', 'o.id', 'p.organisation')
    .select(['o.name', 'p.kind', 'p.state', 'p.joined_on as joined', 'p.left_on as left', 'p.extended_until as until'])
    .where('p.covenant', '=', covenant)
    .execute()
  const of = (name: string) => rows.find((row) => row.name === name)
  const count = (kind: string, state: string) => rows.filter((row) => row.kind === kind && row.state === state).length
  expect([count('party', 'joined'), count('municipality', 'joined'), count('observer', 'joined')]).toEqual([12, 1, 1])
  expect(of('Theater De Vlet')!.state).toBe('paused')
  expect(of('Servicecentrum Sluisstreek')!.state).toBe('suspended')
  expect(of('De Sluiswijker Courant')).toMatchObject({ state: 'left' })
  expect(of('De Sluiswijker Courant')!.left! < today).toBe(true)
  expect(of('Waterschap Sluisland')!.until! > today).toBe(true)
  expect(of('Energiecoöperatie Sluisstroom')!.joined! > of('Bibliotheek Sluiswijk')!.joined!).toBe(true)
  const signatures = await db.selectFrom('covenant_signature').select(['said_at', 'version', 'channel']).execute()
  expect(signatures.every(({ said_at: at }) => at.toISOString() < today)).toBe(true)
  expect(new Set(signatures.map(({ channel }) => channel))).toEqual(new Set(['link', 'desk']))
  const receipts = await db.selectFrom('covenant_receipt').select(['version', 'body']).execute()
  expect(receipts.length).toBeGreaterThanOrEqual(2)
  for (const { body } of receipts) expect(body).not.toContain(today)
})

test('the figures are reckoned: on course, behind and not measured, with a line through time', async () => {
  const [one] = await read((tx) => followed(tx, municipality.id, covenant))
  const wholes = await read((tx) => wholesNow(tx, municipality.id, covenant))
  const courses = Object.fromEntries(
    one!.pledges.map((pledge) => [pledge.id, courseNow(pledge, wholes.get(pledge.id), today)]),
  )
  expect(courses).toEqual({
    verwerkers: 'on-course',
    basis: 'at-risk',
    cursussen: 'on-course',
    websites: 'at-risk',
    alternatieven: 'at-risk',
    weerbaar: 'at-risk',
    'oefening-gevolgd': 'not-measured',
  })
  expect([...wholes.values()].every(({ parties }) => parties >= 10)).toBe(true)
  const changed = one!.pledges.find(({ id }) => id === 'alternatieven')!
  expect(changed).toMatchObject({ target: 0.8, first: { target: 1 }, amendments: [{ agreed: expect.any(String) }] })
  const dates = await database.db
    .selectFrom('pledge_value')
    .select('from_day')
    .where('whole', '=', true)
    .where('pledge', '=', 'basis')
    .execute()
  expect(dates.length).toBeGreaterThan(5)
})

test('the verifier said who kept it, late or not; a plan and an objection were answered', async () => {
  const verdicts = await read((tx) => verdictsOf(tx, municipality.id, covenant))
  expect(verdicts.map(({ outcome }) => outcome).toSorted()).toEqual([
    'met',
    'met',
    'met',
    'met',
    'met',
    'met-late',
    'not-met',
    'not-met',
  ])
  const missed = verdicts.filter(({ outcome }) => outcome === 'not-met').map((each) => missOf(each, today))
  expect(missed.map((miss) => `${miss!.objection} ${miss!.plan}`).toSorted()).toEqual([
    'none asked',
    'rejected accepted',
  ])
  expect(verdicts.every(({ at, byName }) => at.toISOString() < today && byName === 'Dennis Oosterhof')).toBe(true)
})

test('everybody reads it: by name who agreed and heard first, one reader answered and one that waits', async () => {
  const { db, publicDb } = database
  const [shown, street] = await publicDb
    .selectFrom('published.covenant')
    .select(['no', 'version', 'from_at'])
    .orderBy('no')
    .execute()
  expect(street).toMatchObject({ version: 1 })
  expect(shown).toMatchObject({ version: 2 })
  expect(shown!.from_at.toISOString() < today).toBe(true)
  const parties = await publicDb
    .selectFrom('published.covenant_party')
    .select(['name', 'state'])
    .where('no', '=', shown!.no)
    .execute()
  expect(parties).toHaveLength(17)
  // What is told of all together is told of as many as are behind it; of four shops nothing is.
  const stands = await publicDb.selectFrom('published.pledge').select(['pledge', 'stands']).execute()
  expect(stands.filter((each) => each.stands.hidden).map(({ pledge }) => pledge)).toEqual(['gastwifi'])
  expect(parties.find(({ name }) => name === 'De Sluiswijker Courant')).toMatchObject({ state: 'left' })
  expect(await publicDb.selectFrom('published.covenant_remark').select('by_function').execute()).toHaveLength(1)
  expect(await db.selectFrom('covenant_remark').select('state').orderBy('created_at').execute()).toEqual([
    { state: 'answered' },
    { state: 'open' },
  ])
  const [told] = await db.selectFrom('covenant_told').select('goes_on').where('objection', '<>', '').execute()
  expect(told).toEqual({ goes_on: true })
  const [follower] = await db.selectFrom('covenant_follow').select('confirmed_at').execute()
  expect(follower!.confirmed_at!.toISOString() < today).toBe(true)
})

test('example C: the shops of a street where nobody is followed, one that is behind, and one that paused', async () => {
  const street = await database.db.selectFrom('covenant').select('id').where('street', '=', 'Havenstraat').execute()
  const [one] = await read((tx) => followed(tx, municipality.id, street[0]!.id))
  const wholes = await read((tx) => wholesNow(tx, municipality.id, street[0]!.id))
  const now = wholes.get('niet-gevolgd')!
  expect(one!.pledges.map(({ baseline: { count, among } }) => [count, among])).toEqual([
    [3, 7],
    [1, 4],
  ])
  expect({ count: now.count, among: now.among, parties: now.parties, strength: now.strength }).toEqual({
    count: 6,
    among: 7,
    parties: 7,
    strength: 'witnessed',
  })
  expect(courseNow(one!.pledges[0]!, now, today)).toBe('on-course')
})

test('badges of who signed: four hold, and one ended when its party left', async () => {
  const rows = await database.db.selectFrom('badge').select(['holder', 'ground', 'valid_from as from']).execute()
  expect(rows.map(({ holder, ground }) => `${holder}: ${ground}`).toSorted()).toEqual([
    'Bakkerij De Korenaar: holds',
    'Bibliotheek Sluiswijk: holds',
    "Café 't Anker: holds",
    'De Sluiswijker Courant: left',
    'Sint-Lambertus Ziekenhuis: holds',
  ])
  expect(rows.every(({ from }) => from < today)).toBe(true)
})
