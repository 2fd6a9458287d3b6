/** What is measured of a pledge: published, noted, withdrawn, expired; as it was on a day. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, unasked, type TestDatabase } from '../../../../test/database.ts'
import { addOrganisation, addPerson, as, testDeps, type TestPerson } from '../../../../test/desk.ts'
import { keepQuestionnaires } from '../../../db/forms.ts'
import { ensureMunicipality } from '../../../db/municipality.ts'
import { note, withdrawNoted, type ToNote } from '../../../db/noted-findings.ts'
import type { VerdictWord } from '../../../model/finding.ts'
import { holdSubjects } from '../../../publish/held-store.ts'
import { measuredOn } from './measure.ts'
import type { Counted } from './rules.ts'

let database: TestDatabase
let officer: TestPerson
let municipality: string
const organisations: string[] = []
const sites = [uuid(), uuid(), uuid()]

/** A publication on a day, which says this of the first site. */
async function publish(no: number, at: string, measured: string, verdict: VerdictWord) {
  await database.db
    .insertInto('published.publication')
    .values({
      municipality,
      no,
      at,
      by_name: 'x',
      by_function: 'x',
      provisional: false,
      catalogue_version: 'x',
      catalogue: JSON.stringify({ norms: [{ id: 'VEI-11', reviewMonths: 3 }] }) as never,
      versions: '{}' as never,
      self_test: null,
      summary: '{}' as never,
    })
    .execute()
  await holdSubjects(database.db, no, [
    {
      municipality,
      id: sites[0]!,
      organisation: 'cafe-een',
      kind: 'website',
      address: 'www.een.test',
      measured_at: new Date(measured),
      seen: true,
      why: null,
      detail: null,
      evidence: null,
      screenshot: null,
      parties: [],
      pages: [],
      themes: [],
    },
  ])
  const standing = { municipality, subject: sites[0]!, criterion: 'VEI-11.https' }
  const said = await sql<{ verdict: string }>`select verdict from published.finding
    where subject = ${standing.subject} and to_no is null`.execute(database.db)
  if (said.rows[0]?.verdict === verdict) return
  await database.db.updateTable('published.finding').set({ to_no: no }).where('to_no', 'is', null).execute()
  await database.db
    .insertInto('published.finding')
    .values({
      ...standing,
      from_no: no,
      to_no: null,
      norm: 'VEI-11',
      theme: 'VEI',
      verdict,
      reason: 'x',
      seen: '{}' as never,
      strength: 'measured',
      cause: 'first',
    })
    .execute()
}

beforeAll(async () => {
  database = await testDatabase()
  municipality = (await ensureMunicipality(database.db, 'Sluiswijk')).id
  officer = await addPerson(database.db, municipality, ['policy-officer'])
  for (const name of ['Café Een', 'Café Twee', 'Café Drie'])
    organisations.push(await addOrganisation(database.db, municipality, name))
  const addresses = ['www.een.test', 'www.twee.test', 'www.een.test']
  for (const [at, id] of sites.entries())
    await database.db
      .insertInto('subject')
      .values({ municipality, id, organisation: organisations[at]!, kind: 'website', address: addresses[at]! })
      .execute()
  await publish(1, '2026-02-01T12:00:00Z', '2026-01-20T10:00:00Z', 'unmet')
  await publish(2, '2026-03-01T12:00:00Z', '2026-02-20T10:00:00Z', 'unmet')
  await publish(3, '2026-04-01T12:00:00Z', '2026-03-20T10:00:00Z', 'met')
})
afterAll(() => database.close())

const house = { norms: [], registers: [] }
const pledge: Counted = {
  method: 'findings',
  unit: 'organisation',
  rules: [{ criteria: ['VEI-11.https'], atLeast: 1 }],
  criterion: null,
  population: { of: 'parties' },
  least: 'measured',
}
const on = (day: string, rest: Partial<Counted> = {}, of = organisations.slice(0, 2)) =>
  as(database.db, officer, (tx) => measuredOn(tx, municipality, house, { ...pledge, ...rest }, of, day))
const seen = (rest: Partial<ToNote> = {}): ToNote => ({
  source: 'inspection',
  about: { kind: 'organisation', id: organisations[1]! },
  norm: 'VEI-11',
  criterion: 'VEI-11.https',
  verdict: 'met',
  strength: 'witnessed',
  said: 'Gezien.',
  seenBy: 'Iemand',
  at: '2026-03-10',
  until: '2026-05-10',
  ...rest,
})

test('what was published holds from its publication, with a new term for each visit', async () => {
  expect(await on('2026-01-31')).toMatchObject({ count: 0, among: 0, unknown: 2, strength: null })
  expect(await on('2026-02-01')).toMatchObject({ count: 0, among: 1, unknown: 1, strength: 'measured' })
  expect(await on('2026-03-31')).toMatchObject({ count: 0, among: 1 })
  expect(await on('2026-04-01')).toMatchObject({ count: 1, among: 1 })
  expect(await on('2026-06-20')).toMatchObject({ count: 1, among: 1 })
  expect(await on('2026-06-21')).toMatchObject({ count: 0, among: 0, unknown: 2, strength: null })
})

test('of a website that two share one counts', async () => {
  expect(await on('2026-04-01', { unit: 'website' }, organisations)).toMatchObject({ count: 1, among: 1, unknown: 1 })
  expect(await on('2026-04-01', { unit: 'website' }, organisations.slice(1))).toMatchObject({ among: 0, unknown: 2 })
})

test('what people saw counts from its day until its last, and not once it was withdrawn', async () => {
  await as(database.db, officer, (tx) => note(tx, municipality, officer.id, [seen()]))
  expect(await on('2026-03-09')).toMatchObject({ count: 0, among: 1, unknown: 1 })
  const counted = await on('2026-03-10')
  expect(counted).toMatchObject({ count: 1, among: 2, unknown: 0, strength: 'measured' })
  expect(counted.units.find(({ party }) => party === organisations[1])).toMatchObject({
    outcome: 'met',
    until: '2026-05-10',
    seen: '2026-03-10',
    by: [{ criterion: 'VEI-11.https', verdict: 'met' }],
  })
  expect(await on('2026-05-11')).toMatchObject({ count: 1, among: 1, unknown: 1 })
  const { id } = await database.db.selectFrom('noted_finding').select('id').executeTakeFirstOrThrow()
  await as(database.db, officer, (tx) => withdrawNoted(tx, municipality, id, 'Het was een ander.'))
  expect(await on('2026-03-10')).toMatchObject({ count: 0, among: 1, unknown: 1 })
})

test('a certificate counts for the organisation that it is of, until its last day', async () => {
  const { catalogue, registers } = testDeps()
  const real = { norms: catalogue.norms, registers }
  const register = registers.find(({ purpose }) => purpose === 'certificate')!
  const values = {
    naam: 'ISO 27001 van Café Drie',
    norm: 'iso27001',
    houder: [organisations[2]!],
    uitgever: 'De Keurder',
    reikwijdte: 'Alles',
    tot: '2026-08-31',
    oordeel: 'geldig',
    dekt: 'ja',
  }
  const entry = uuid()
  await unasked(database.db, async (tx) => {
    const common = { municipality, register: register.id, no: 1, title: 'ISO', search: '' }
    const at = new Date('2026-02-10T12:00:00Z')
    await tx
      .insertInto('entry')
      .values({ ...common, id: entry, values: JSON.stringify(values), created_at: at, changed_at: at })
      .execute()
    await tx
      .insertInto('entry_version')
      .values({
        municipality,
        entry,
        version: 1,
        by: officer.id,
        at,
        way: 'form',
        register_version: '1',
        values: JSON.stringify(values),
      })
      .execute()
    await tx
      .insertInto('entry_link')
      .values({ municipality, entry, field: 'houder', to_kind: 'organisation', to_id: organisations[2]! })
      .execute()
  })
  const rest = { rules: [{ criteria: ['VEI-23.reikwijdte'], atLeast: 1 }], least: 'declared' } as const
  const at = (day: string) =>
    as(database.db, officer, (tx) =>
      measuredOn(tx, municipality, real, { ...pledge, ...rest }, organisations.slice(2), day),
    )
  expect(await at('2026-02-09')).toMatchObject({ count: 0, among: 0, unknown: 1 })
  expect(await at('2026-02-10')).toMatchObject({ count: 1, among: 1, strength: 'declared' })
  expect(await at('2026-08-31')).toMatchObject({ count: 1, among: 1 })
  expect(await at('2026-09-01')).toMatchObject({ count: 0 })
})

test('an answer counts where the organisation shares it, as firm as what stands beside it', async () => {
  const { catalogue, registers, questionnaires } = testDeps()
  const own = questionnaires.find(({ purpose }) => purpose === 'self-assessment')!
  const question = own.questions.find(
    ({ options, norms, kind }) => kind !== 'choices' && norms.length > 0 && options.some(({ score }) => score === 1),
  )!
  const criterion = `${question.norms[0]}.${question.id}`
  const yes = question.options.find(({ score }) => score === 1)!.id
  const form = uuid()
  await keepQuestionnaires(database.db, [own])
  await unasked(database.db, async (tx) => {
    await tx
      .insertInto('form')
      .values({
        municipality,
        id: form,
        questionnaire: own.id,
        version: own.version,
        organisation: organisations[0]!,
        created_by: officer.id,
      })
      .execute()
    const answer = { municipality, form, question: question.id, by: officer.id, version: own.version }
    await tx
      .insertInto('answer')
      .values({ ...answer, no: 1, value: JSON.stringify(yes), at: new Date('2026-02-10T12:00:00Z') })
      .execute()
  })
  const on = (day: string, least: 'declared' | 'documented') =>
    as(database.db, officer, (tx) =>
      measuredOn(
        tx,
        municipality,
        { norms: catalogue.norms, registers },
        { ...pledge, rules: [{ criteria: [criterion], atLeast: 1 }], least },
        organisations.slice(0, 1),
        day,
      ),
    )
  expect(await on('2026-03-10', 'declared')).toMatchObject({ among: 0, unknown: 1 })
  await unasked(database.db, (tx) =>
    tx
      .insertInto('answer_share')
      .values({
        municipality,
        form,
        question: question.id,
        by: officer.id,
        no: 1,
        at: new Date('2026-03-01T12:00:00Z'),
      })
      .execute(),
  )
  expect(await on('2026-02-28', 'declared')).toMatchObject({ among: 0, unknown: 1 })
  expect(await on('2026-03-01', 'declared')).toMatchObject({ count: 1, among: 1, strength: 'declared' })
  expect(await on('2026-03-01', 'documented')).toMatchObject({ among: 0, unknown: 1 })
})

test('who hears nothing of findings gets no figure out of them', async () => {
  const nobody = await addPerson(database.db, municipality, [])
  const measured = await as(database.db, nobody, (tx) =>
    measuredOn(tx, municipality, house, pledge, organisations, '2026-04-01'),
  )
  expect(measured).toMatchObject({ count: 0, among: 0, unknown: 0, units: [] })
})
