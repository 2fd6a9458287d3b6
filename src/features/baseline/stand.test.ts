/** The own stand: weak points with what they bring, ticking off with proof, and what others see of it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuid } from 'uuid'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { questionnaireFor } from '../../catalogue/questionnaires.ts'
import { createForm } from '../../db/forms.ts'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../test/desk.ts'
import { unasked } from '../../../test/database.ts'
import { addOrganisations, publishOf, type GroupCity, type Made } from '../../../test/group-city.ts'
import { seenSince } from './own/stand.ts'

const deps = testDeps()
let desk: TestDesk
let made: Made[]
let piet: TestPerson
let partner: Visitor
let helper: Visitor
let stranger: Visitor
let officer: Visitor

const HTTPS = 'VEI-11.https'
const city: readonly GroupCity[] = [
  { name: 'Café de Sluis', verdicts: { [HTTPS]: 'unmet', 'VEI-11.hsts': 'met', 'VEI-11.doorverwijzing': 'unknown' } },
  { name: 'Bakkerij', verdicts: { [HTTPS]: 'met' } },
  { name: 'Ver van hier', verdicts: { [HTTPS]: 'met' } },
]
beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const here = desk.municipality.id
  made = await addOrganisations(desk.db, here, city)
  // Measured yesterday: what is ticked off today comes after it.
  await publishOf(desk.db, here, deps.catalogue, city, made, new Date(Date.now() - 86_400_000))
  const anna = await addPerson(desk.db, here, ['policy-officer', 'account-manager'], 'Anna')
  officer = await desk.visit(anna)
  const works = async (at: number, name: string) => addPerson(desk.db, here, ['partner'], name, made[at]!.id)
  piet = await works(0, 'Piet')
  partner = await desk.visit(piet)
  helper = await desk.visit(await works(1, 'Ruud'))
  stranger = await desk.visit(await works(2, 'Vera'))
  await as(desk.db, anna, (tx) =>
    tx
      .insertInto('organisation_group')
      .values(
        (['A', 'A', 'B'] as const).map((cluster, index) => ({
          municipality: here,
          organisation: made[index]!.id,
          no: 1,
          cluster,
          proposed: cluster,
          by: anna.id,
        })),
      )
      .execute(),
  )
})
afterAll(() => desk.close())

const text = async (visitor: Visitor, path: string) => (await visitor.get(path)).text()
const AT = `/balie/onze-stand/${HTTPS}`

test('each weak point has one first step and what it brings; unknown and met are none', async () => {
  const page = await text(partner, '/balie/onze-stand')
  expect(page).toContain(`href="${AT}"`)
  expect(page).not.toContain('/balie/onze-stand/VEI-11.hsts')
  expect(page).not.toContain('/balie/onze-stand/VEI-11.doorverwijzing')
  expect(page).toMatch(/Veilig[^<]*: (van \d+ naar \d+ van 100|nog geen score)/)
  expect((await partner.get('/balie/onze-stand/VEI-11.hsts')).status).toBe(404)
  // Nothing of another organisation: there it is in order.
  expect(await text(helper, '/balie/onze-stand')).not.toContain(AT)
  expect((await helper.get(AT)).status).toBe(404)
  expect((await officer.get('/balie/onze-stand')).status).toBe(403)
})

test('an answer is a weak point too, with the first step of its question', async () => {
  const self = questionnaireFor(deps.questionnaires, 'self-assessment', 'organisation')!
  const form = await as(desk.db, piet, async (tx) => {
    const id = await createForm(tx, piet.municipality, self, {
      by: piet.id,
      organisation: piet.organisation,
      variant: 'short',
    })
    await tx
      .insertInto('answer')
      .values({ municipality: piet.municipality, form: id, question: 'N01', no: 1, value: '"nee"', by: piet.id })
      .execute()
    return id
  })
  await desk.db
    .insertInto('baseline')
    .values({
      municipality: piet.municipality,
      id: uuid(),
      organisation: piet.organisation!,
      year: 2026,
      form,
      state: 'running',
    })
    .execute()
  const page = await text(partner, '/balie/onze-stand')
  const step = self.questions.find(({ id }) => id === 'N01')!.firstStep!
  expect(page).toContain(step)
  expect(page).toMatch(/\/balie\/onze-stand\/[A-Z]{3}-\d\d\.N01/)
})

test('who of the own group has it in order and agreed to help is named; nobody else is', async () => {
  expect(await text(partner, AT)).toContain('bood nog niemand')
  expect((await helper.post('/balie/onze-stand/toestemming', { wat: 'geef help', contact: '' })).status).toBe(422)
  await helper.post('/balie/onze-stand/toestemming', { wat: 'geef help', contact: 'ruud@bakkerij.test' })
  // Of another group, and just as willing.
  await stranger.post('/balie/onze-stand/toestemming', { wat: 'geef help', contact: 'vera@ver.test' })
  const page = await text(partner, AT)
  expect(page).toContain('ruud@bakkerij.test')
  expect(page).not.toContain('vera@ver.test')
  await helper.post('/balie/onze-stand/toestemming', { wat: 'stop help' })
  expect(await text(partner, AT)).toContain('bood nog niemand')
  expect((await helper.post('/balie/onze-stand/toestemming', { wat: 'stop help' })).status).toBe(409)
})

test('a step is ticked off with proof, which stays its own until it is shared, and changes no finding', async () => {
  expect((await partner.post(AT, { gedaan: '' })).status).toBe(422)
  const wrong = await partner.post(AT, { bestand: new File(['<html>'], 'bewijs.html') })
  expect(wrong.status).toBe(422)
  const proof = new File(['Certificaat aangezet'], 'bewijs.txt', { type: 'text/plain' })
  expect((await partner.post(AT, { gedaan: 'Https staat aan.', bestand: proof })).status).toBe(303)
  const own = await text(partner, AT)
  expect(own).toContain('Https staat aan.')
  expect(own).toContain('nog niet opnieuw gemeten')
  const upload = /\/balie\/bestanden\/[\w-]+/.exec(own)![0]
  expect((await partner.get(upload)).status).toBe(200)
  // It stands under what was ticked off; the finding is what it was.
  expect(await text(partner, '/balie/onze-stand')).toMatch(/id="afgevinkt"[\s\S]*VEI-11\.https/)
  expect(own).toContain('Wat het oplevert')
  for (const other of [officer, helper]) expect((await other.get(upload)).status).toBe(404)
  expect(await text(officer, `/balie/organisaties/${made[0]!.id}`)).not.toContain('Https staat aan.')
  expect((await partner.post(`${AT}/delen`, { wat: 'delen' })).status).toBe(303)
  expect(await text(officer, `/balie/organisaties/${made[0]!.id}`)).toContain('Https staat aan.')
  expect((await officer.get(upload)).status).toBe(200)
  expect((await helper.get(upload)).status).toBe(404)
  expect((await partner.post(`${AT}/delen`, { wat: 'stoppen' })).status).toBe(303)
  expect((await officer.get(upload)).status).toBe(404)
  expect((await partner.post(AT, { gedaan: 'Nog eens.' })).status).toBe(409)
  expect((await partner.post(`${AT}/weg`)).status).toBe(303)
  expect((await partner.get(upload)).status).toBe(404)
  expect((await partner.post(`${AT}/weg`)).status).toBe(409)
  expect(desk.faults).toEqual([])
})

test('each step says how it is done in the words of the norm, and that there is no course', async () => {
  const page = await text(partner, AT)
  const norm = deps.catalogue.norms.find(({ id }) => id === 'VEI-11')!
  const how = page.slice(page.indexOf('id="zo"'), page.indexOf('id="hulp"'))
  expect(how).toContain('ACME')
  expect(how).toContain('Een cursus hierover is er nog niet.')
  // A standard explains; a law does not.
  const of = (id: string) => norm.sources.find(({ source }) => source.id === id)!.source.url
  expect(how).toContain(`href="${of('NCSC')}"`)
  expect(how).not.toContain(`href="${of('WDO')}"`)
  expect(await text(partner, '/balie/onze-stand')).toContain(`href="${AT}#zo"`)
})

test('a tick is declared, whatever was written or added, also for the municipality', async () => {
  await partner.post(AT, { gedaan: 'Https staat aan.', delen: 'ja' })
  for (const page of [
    await text(partner, AT),
    await text(partner, '/balie/onze-stand'),
    await text(officer, `/balie/organisaties/${made[0]!.id}`),
  ]) {
    expect(page).toContain('verklaard, alleen in eigen woorden')
    expect(page).not.toContain('met een bestand erbij')
  }
  await partner.post(`${AT}/weg`)
  await partner.post(AT, { bestand: new File(['Certificaat'], 'bewijs.txt', { type: 'text/plain' }) })
  expect(await text(partner, AT)).toContain('verklaard, met een bestand erbij')
  await partner.post(`${AT}/weg`)
})

test('what a person saw of the organisation as a whole is told so, and never by an id', async () => {
  const { id } = made[0]!
  const norm = deps.catalogue.norms.find(({ id: each }) => each === 'VEI-23')!.criteria[0]!
  const noted = {
    municipality: desk.municipality.id,
    source: 'inspection' as const,
    norm: 'VEI-23',
    verdict: 'unmet' as const,
    strength: 'witnessed' as const,
    said: 'Er is geen certificaat',
    seen_by: 'Toezicht',
    seen_on: new Date().toISOString().slice(0, 10),
    until: '2098-01-01',
    by: piet.id,
  }
  await unasked(desk.db, (tx) =>
    tx
      .insertInto('noted_finding')
      .values([
        { ...noted, id: uuid(), about_kind: 'organisation', about: id, criterion: norm.id },
        { ...noted, id: uuid(), about_kind: 'website', about: made[0]!.subject, norm: 'VEI-11', criterion: HTTPS },
      ])
      .execute(),
  )
  const step = `/balie/onze-stand/${norm.id}`
  for (const page of [await text(partner, '/balie/onze-stand'), await text(partner, step)]) {
    expect(page).toContain('de organisatie')
    expect(page).not.toContain(id)
  }
  expect(await text(partner, AT)).toContain(`Gezien bij: ${made[0]!.slug}.test.`)
  const city = await text(officer, `/balie/organisaties/${id}`)
  expect(city.slice(city.indexOf('id="gezien-tabel"'))).toContain('de organisatie')
  expect(desk.faults).toEqual([])
})

test('only a look after it, from outside, says whether it is seen', () => {
  const step = { criterion: HTTPS, at: new Date('2026-11-01T12:00:00Z') }
  const found = (at: string, verdict: 'met' | 'unmet' | 'unknown', source: 'visit' | 'form' = 'visit') =>
    seenSince(step, new Map([[HTTPS, { at, verdict, source }]]))
  expect(found('2026-11-02T00:00:00Z', 'met')).toBe('seen')
  expect(found('2026-11-02T00:00:00Z', 'unmet')).toBe('not-seen')
  expect(found('2026-11-02T00:00:00Z', 'unknown')).toBe('not-looked')
  expect(found('2026-11-01T11:59:59Z', 'met')).toBe('not-looked')
  expect(found('2026-11-02T00:00:00Z', 'met', 'form')).toBe('not-looked')
  expect(seenSince(step, new Map())).toBe('not-looked')
})
