/** A result agreement is composed from an example, with its baseline out of findings; what nobody can follow is not. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import {
  addOrganisation,
  addPerson,
  as,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../test/desk.ts'
import { formOf, type Filled } from '../../../test/form-page.ts'
import { unasked } from '../../../test/database.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { todayIn } from '../../web/language.ts'
import { inviteParticipant } from './participant-store.ts'

let desk: TestDesk
let anna: TestPerson
let judge: TestPerson
let at: Visitor
let partner: TestPerson
const shops: string[] = []
const today = todayIn()
let place: string

beforeAll(async () => {
  desk = await testDesk(deskRoutes(testDeps()))
  const { db, municipality } = desk
  anna = await addPerson(db, municipality.id, ['policy-officer'], 'Anna')
  judge = await addPerson(db, municipality.id, ['security-officer'], 'Sam')
  at = await desk.visit(anna)
  for (const name of ['Bakker', 'Slager', 'Kapper', 'Boekhandel']) {
    const id = await addOrganisation(db, municipality.id, name)
    await db.updateTable('organisation').set({ street: 'Breestraat' }).where('id', '=', id).execute()
    shops.push(id)
  }
  partner = await addPerson(db, municipality.id, ['partner'], 'Karin', shops[0])
  const seen = (about: string, verdict: 'met' | 'unmet') => ({
    municipality: municipality.id,
    id: uuid(),
    source: 'inspection' as const,
    about_kind: 'organisation' as const,
    about,
    norm: 'STD-01',
    criterion: 'STD-01.schouw',
    verdict,
    strength: 'witnessed' as const,
    said: 'Gekeken',
    seen_by: 'Twee schouwers',
    seen_on: daysAfter(today, -10),
    until: daysAfter(today, 300),
    by: anna.id,
  })
  await as(db, anna, async (tx) => {
    await tx
      .insertInto('noted_finding')
      .values([seen(shops[0]!, 'met'), seen(shops[1]!, 'unmet'), seen(shops[2]!, 'unmet')])
      .execute()
  })
})
afterAll(() => desk.close())

const went = (answer: Response) => {
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}
beforeEach(async () => {
  const fields = { sjabloon: 'winkelstraat', titel: 'Straat', straat: 'Breestraat', begin: today, jaren: '2' }
  place = went(await at.post('/balie/afspraken/beginnen', fields))
  await as(desk.db, anna, async (tx) => {
    for (const organisation of shops)
      await inviteParticipant(tx, desk.municipality.id, place.split('/').at(-1)!, {
        organisation,
        kind: 'party',
        contact: { name: 'Iemand', function: 'eigenaar', email: 'iemand@winkel.test' },
        by: anna.id,
      })
  })
})
const NEW = '/versies/1/afspraak-erbij'
const example = async (id: string): Promise<Filled> => {
  const page = await (await at.get(`${place}${NEW}?voorbeeld=${id}`)).text()
  // Here organisations were looked at themselves; the example counts premises.
  return { ...formOf(page, place + NEW), eenheid: 'organisation', beoordelaar: judge.id, eigenaar: anna.id }
}
const add = async (id: string, changes: Filled = {}) => at.post(place + NEW, { ...(await example(id)), ...changes })
const told = async (answer: Response, field: string): Promise<string> => {
  expect(answer.status).toBe(422)
  const html = await answer.text()
  return new RegExp(`id="fout-${field}">([^<]*)<`).exec(html)?.[1] ?? `niets bij ${field}`
}
const pledges = async () =>
  (
    await desk.db
      .selectFrom('covenant_version')
      .select('text')
      .where('covenant', '=', place.split('/').at(-1)!)
      .orderBy('no', 'desc')
      .executeTakeFirstOrThrow()
  ).text.pledges

test('one begins with the examples of the template, or with norms', async () => {
  const page = await (await at.get(place + NEW)).text()
  expect(page).toContain('C. Zaken waar niemand wordt gevolgd')
  expect(page).toContain('Verder met deze normen')
  const own = await (await at.get(`${place}${NEW}?norm=VEI-08&norm=STD-08`)).text()
  expect(own).toContain('value="VEI-08.teruggezet"')
  expect(own).toContain('value="STD-08.aangesloten"')
})

test('the baseline is taken out of findings on its day, with how firm they are; nobody types it', async () => {
  went(await add('niet-gevolgd', { beginaantal: '99', beginvan: '99' }))
  const [pledge] = await pledges()
  expect(pledge).toMatchObject({
    id: 'zaken-waar-niemand-wordt-gevolgd',
    norms: ['STD-01'],
    baseline: { count: 1, among: 3, unknown: 1, on: today, strength: 'witnessed' },
    target: 1,
    verifier: { person: judge.id, name: 'Sam', function: 'functie van Sam' },
    owner: { person: anna.id },
    population: { of: 'parties' },
  })
  expect(pledge!.decision).toContain(
    'Van de zaken telt mee waar “Ter plaatse is niets gezien dat bezoekers volgt” in orde is',
  )
  const page = await (await at.get(`${place}/versies/1`)).text()
  expect(page).toContain('1 van de 3, van 1 is niets bekend')
  expect(page).toContain('Pas deze afspraak aan')
})

test('what nobody can follow is refused, at its field and in words', async () => {
  expect(await told(await add('niet-gevolgd', { begin: daysAfter(today, -200) }), 'begin')).toMatch(/van niemand iets/)
  expect(await told(await add('niet-gevolgd', { begin: daysAfter(today, 5) }), 'begin')).toMatch(/eerdere dag/)
  expect(await told(await add('niet-gevolgd', { doel: '20', stap1: '', stap1op: '' }), 'doel')).toMatch(/al gehaald/)
  expect(await told(await add('niet-gevolgd', { richting: 'down' }), 'doel')).toMatch(/verkeerde kant/)
  expect(await told(await add('niet-gevolgd', { op: daysAfter(today, -1) }), 'op')).toMatch(/na de dag van het begin/)
  expect(await told(await add('niet-gevolgd', { op: daysAfter(today, 3000) }), 'op')).toMatch(/convenant eindigt/)
  expect(await told(await add('niet-gevolgd', { regel1: [] }), 'regel1')).toMatch(/minstens één punt/)
  expect(await told(await add('niet-gevolgd', { regel1: ['STD-01.regel-tegen-volgen'] }), 'regel1')).toMatch(
    /niet vast te stellen/,
  )
  expect(await told(await add('niet-gevolgd', { regel1: ['VEI-08.apart'] }), 'regel1')).toMatch(/niet vast te stellen/)
  expect(await told(await add('niet-gevolgd', { stap1: '20' }), 'stap1')).toMatch(/gaat terug/)
  expect(await told(await add('niet-gevolgd', { stap1: '' }), 'stap1')).toMatch(/de dag en de waarde/)
  expect(await told(await add('niet-gevolgd', { doel: 'alles' }), 'doel')).toMatch(/van 0 tot en met 100/)
  expect(await told(await add('niet-gevolgd', { wie: 'street', straat: 'Nergens' }), 'straat')).toMatch(
    /niets om te tellen/,
  )
  expect(await pledges()).toEqual([])
})

test('a margin that is always on course, a begin of long ago and an unknown street are refused', async () => {
  expect(await told(await add('niet-gevolgd', { speling: '100' }), 'speling')).toMatch(/altijd op koers/)
  const fields = { sjabloon: 'winkelstraat', titel: 'Straat', straat: 'Breestraat', begin: today, jaren: '2' }
  const begin = (changes: Filled) => at.post('/balie/afspraken/beginnen', { ...fields, ...changes })
  expect(await told(await begin({ begin: '1900-01-01' }), 'begin')).toMatch(/Kies een dag tussen/)
  expect(await told(await begin({ begin: '2090-01-01' }), 'begin')).toMatch(/Kies een dag tussen/)
  expect(await told(await begin({ straat: 'Nergensstraat' }), 'straat')).toMatch(/kennen wij niet/)
})

test('a covenant that nobody saw is put right, or dropped with a reason', async () => {
  const path = `${place}/gegevens`
  const form = formOf(await (await at.get(path)).text(), path)
  expect(await told(await at.post(path, { ...form, straat: 'Nergensstraat' }), 'straat')).toMatch(/kennen wij niet/)
  expect(await told(await at.post(path, { ...form, einde: daysAfter(today, -1) }), 'einde')).toMatch(/na de eerste/)
  went(await at.post(path, { ...form, titel: 'Een betere naam', einde: daysAfter(today, 900) }))
  const page = await (await at.get(place)).text()
  expect(page).toContain('Een betere naam')
  expect(page).toContain('Pas naam, looptijd of groep aan')
  // Who opened it before that loses nothing.
  expect((await at.post(path, { ...form, titel: 'Nog een naam' })).status).toBe(409)
  expect((await at.post(`${path}/weg`, {})).status).toBe(422)
  went(await at.post(`${path}/weg`, { waarom: 'De winkels willen eerst praten.' }))
  expect(await (await at.get(place)).text()).toContain('De winkels willen eerst praten.')
  expect((await at.get(path)).status).toBe(409)
})

test('a baseline of totals is as firm as the document that it names, and never weaker than what is asked', async () => {
  const path = `${place}${NEW}?norm=VEI-08`
  const examples = await (await at.get(path)).text()
  const totals = {
    ...formOf(examples, place + NEW),
    titel: 'Op cursus',
    hoe: 'counts',
    eenheid: 'total',
    woorden: 'medewerkers',
    criterium: 'VEI-08.teruggezet',
    beginaantal: '10',
    beginvan: '40',
    doel: '90',
    kracht: 'documented',
    bewijs: 'De presentielijst.',
    beoordelaar: judge.id,
    eigenaar: anna.id,
  }
  expect(await told(await at.post(place + NEW, totals), 'beginbron')).toMatch(/Noem het stuk/)
  went(await at.post(place + NEW, { ...totals, beginbron: 'Presentielijst van 1 november 2026' }))
  expect((await pledges())[0]!.baseline).toMatchObject({
    count: 10,
    strength: 'documented',
    source: 'Presentielijst van 1 november 2026',
  })
})

test('a covenant that is still written has a page of progress that says so', async () => {
  const answer = await at.get(`${place}/voortgang`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('Er is nog geen afspraak om te volgen.')
})

test('who judges is never somebody of a party, nor who looks after it, nor who may not', async () => {
  expect(await told(await add('niet-gevolgd', { beoordelaar: partner.id }), 'beoordelaar')).toMatch(
    /nooit bij een partij/,
  )
  expect(await told(await add('niet-gevolgd', { beoordelaar: anna.id }), 'beoordelaar')).toMatch(/Kies twee mensen/)
  const publisher = await addPerson(desk.db, desk.municipality.id, ['publisher'], 'Petra')
  expect(await told(await add('niet-gevolgd', { beoordelaar: publisher.id }), 'beoordelaar')).toMatch(/mag niet zeggen/)
  expect(await told(await add('niet-gevolgd', { eigenaar: partner.id }), 'eigenaar')).toMatch(/iemand van de gemeente/)
})

test('a quota for local suppliers and scores of people are refused with why', async () => {
  const quota = await add('niet-gevolgd', { woorden: 'opdrachten aan lokale leveranciers' })
  expect(await told(quota, 'woorden')).toMatch(/quotum/)
  expect(await told(await add('niet-gevolgd', { bewijs: 'De score per medewerker.' }), 'bewijs')).toMatch(/per persoon/)
})

test('what was typed comes back, and two people at once lose nothing', async () => {
  const answer = await add('niet-gevolgd', { titel: 'Een eigen naam', op: '' })
  expect(await answer.text()).toContain('value="Een eigen naam"')
  went(await add('niet-gevolgd'))
  const path = `${place}/versies/1/afspraken/zaken-waar-niemand-wordt-gevolgd/wijzigen`
  const open = formOf(await (await at.get(path)).text(), path)
  went(await at.post(path, { ...open, bewijs: 'Twee bezoeken.' }))
  const clash = await at.post(path, { ...open, titel: 'Anders' })
  expect(clash.status).toBe(409)
  went(await at.post(path, formOf(await clash.text(), path)))
  expect((await pledges())[0]).toMatchObject({ title: 'Anders', proof: 'Twee bezoeken.' })
  // What was chosen is told in words, by the name of its field.
  const twice = await (await at.post(path, { ...open, kracht: 'declared', beoordelaar: '' })).text()
  const said = twice.slice(twice.indexOf('<main')).replaceAll(/<textarea.*?<\/textarea>|<[^>]+>/gs, ' ')
  expect(said).toMatch(/Minste bewijskracht:? +/)
  expect(said).not.toMatch(/declared|witnessed|[0-9a-f]{8}-[0-9a-f]{4}/)
})

test('the sentence follows what is filled in, until somebody writes another', async () => {
  went(await add('niet-gevolgd'))
  const path = `${place}/versies/1/afspraken/zaken-waar-niemand-wordt-gevolgd/wijzigen`
  const form = async () => formOf(await (await at.get(path)).text(), path)
  went(await at.post(path, { ...(await form()), doel: '90' }))
  expect((await pledges())[0]!.decision).toContain('Gehaald is minstens 90%')
  went(await at.post(path, { ...(await form()), beslisregel: 'Onze eigen regel.' }))
  went(await at.post(path, { ...(await form()), doel: '95' }))
  expect((await pledges())[0]!.decision).toBe('Onze eigen regel.')
})

test('a changed target keeps the first beside it, with why and who agreed', async () => {
  went(await add('niet-gevolgd'))
  const id = place.split('/').at(-1)!
  await unasked(desk.db, async (tx) => {
    await tx
      .updateTable('covenant_version')
      .set({ state: 'final', shown_at: new Date(), fixed_at: new Date() })
      .where('covenant', '=', id)
      .execute()
  })
  went(await at.post(`${place}/versies`))
  const path = `${place}/versies/2/afspraken/zaken-waar-niemand-wordt-gevolgd/wijzigen`
  const form = formOf(await (await at.get(path)).text(), path)
  expect(await told(await at.post(path, { ...form, doel: '80' }), 'reden')).toMatch(/Schrijf waarom/)
  went(await at.post(path, { ...form, doel: '80', reden: 'Drie zaken gingen dicht.', akkoord: 'De stuurgroep.' }))
  expect((await pledges())[0]).toMatchObject({
    target: 0.8,
    first: { target: 1 },
    amendments: [{ on: today, why: 'Drie zaken gingen dicht.', agreed: 'De stuurgroep.' }],
  })
  const page = await (await at.get(`${place}/versies/2/verschillen`)).text()
  expect(page).toContain('Zaken waar niemand wordt gevolgd: gewijzigd')
  expect(page).toContain('Het eerste doel')
})

const fix = async () => {
  await unasked(desk.db, async (tx) => {
    await tx
      .updateTable('covenant_version')
      .set({ state: 'final', shown_at: new Date(), fixed_at: new Date() })
      .where('covenant', '=', place.split('/').at(-1)!)
      .where('state', '=', 'draft')
      .execute()
  })
  went(await at.post(`${place}/versies`))
}
const AGREED = { reden: 'De cijfers vielen tegen.', akkoord: 'De stuurgroep.' }
const EDIT = '/versies/2/afspraken/zaken-waar-niemand-wordt-gevolgd/wijzigen'
const formNow = async () => formOf(await (await at.get(place + EDIT)).text(), place + EDIT)

test.each([
  ['Wanneer het telt', { minstens1: '50', opnieuw: ['ja'] }],
  ['Wanneer het telt', { beslisregel: 'Wij kijken er soepel naar.' }],
  ['Onderweg', { stap1: '', stap1op: '' }],
  ['Op koers', { speling: '30' }],
  ['Bewijs', { kracht: 'declared', opnieuw: ['ja'] }],
  ['Bewijs', { bewijs: 'Een telefoontje.' }],
  ['Van wie', { woorden: 'grote zaken' }],
  ['Als het niet lukt', { missen: 'Dan gebeurt er niets.' }],
  ['Wat iedereen leest', { publicatie: 'together' }],
  ['Doel', { op: daysAfter(today, 500) }],
])('what was agreed of “%s” changes only with why, and what it was stays', async (name, changes: Filled) => {
  went(await add('niet-gevolgd'))
  await fix()
  const [was] = await pledges()
  const form = await formNow()
  const refused = await at.post(place + EDIT, { ...form, ...changes })
  expect(await told(refused, 'reden')).toContain(`“${name}”`)
  went(await at.post(place + EDIT, { ...form, ...changes, ...AGREED }))
  const [pledge] = await pledges()
  expect(pledge!.amendments).toHaveLength(1)
  const { before } = pledge!.amendments![0]!
  expect(before!.map((each) => each.name)).toContain(name)
  const page = await (await at.get(`${place}/versies/2`)).text()
  const shown = page.replaceAll('&amp;', '&')
  for (const each of before!) expect(shown).toContain(`${each.name}: ${each.was}`)
  expect(was!.amendments).toBe(undefined)
})

test('who said why once is not asked it again, and saving it twice adds nothing', async () => {
  went(await add('niet-gevolgd'))
  await fix()
  went(await at.post(place + EDIT, { ...(await formNow()), missen: 'Een gesprek.', ...AGREED }))
  went(await at.post(place + EDIT, await formNow()))
  went(await at.post(place + EDIT, { ...(await formNow()), titel: 'Niemand wordt gevolgd' }))
  expect((await pledges())[0]!.amendments).toHaveLength(1)
  // Put back as it was agreed, there is nothing to tell.
  const first = (await pledges())[0]!.amendments![0]!.before![0]!.was
  went(await at.post(place + EDIT, { ...(await formNow()), missen: first }))
  expect((await pledges())[0]!.amendments).toBe(undefined)
})

test('a baseline that was agreed stays, whoever takes part since, until somebody says why', async () => {
  went(await add('niet-gevolgd'))
  await fix()
  await unasked(desk.db, async (tx) => {
    await tx
      .updateTable('covenant_participant')
      .set({ state: 'declined' })
      .where('covenant', '=', place.split('/').at(-1)!)
      .where('organisation', '=', shops[1]!)
      .execute()
  })
  went(await at.post(place + EDIT, { ...(await formNow()), titel: 'Anders' }))
  expect((await pledges())[0]!.baseline).toMatchObject({ count: 1, among: 3, unknown: 1 })
  const form = await formNow()
  expect(await told(await at.post(place + EDIT, { ...form, begin: daysAfter(today, -5) }), 'begin')).toMatch(
    /blijft staan/,
  )
  expect(await told(await at.post(place + EDIT, { ...form, minstens1: '50' }), 'opnieuw')).toMatch(/telt anders/)
  expect(await told(await at.post(place + EDIT, { ...form, opnieuw: ['ja'] }), 'reden')).toMatch(/Waar wij beginnen/)
  went(await at.post(place + EDIT, { ...form, opnieuw: ['ja'], ...AGREED }))
  const [pledge] = await pledges()
  expect(pledge!.baseline).toMatchObject({ count: 1, among: 2, unknown: 1 })
  expect(pledge!.amendments![0]!.before).toMatchObject([
    { term: 'baseline', was: expect.stringContaining('1 van de 3') },
  ])
})

test('an agreement whose day has passed can still say what follows a miss, and its day stays or goes on', async () => {
  went(await add('niet-gevolgd'))
  await unasked(desk.db, async (tx) => {
    await sql`update covenant_version set text = jsonb_set(jsonb_set(jsonb_set(text, '{pledges,0,due}',
      ${JSON.stringify(daysAfter(today, -3))}::jsonb), '{pledges,0,baseline,on}',
      ${JSON.stringify(daysAfter(today, -90))}::jsonb), '{pledges,0,steps}', '[]')
      where covenant = ${place.split('/').at(-1)}`.execute(tx)
  })
  await fix()
  const form = await formNow()
  went(await at.post(place + EDIT, { ...form, missen: 'Een gesprek.', ...AGREED }))
  expect((await pledges())[0]).toMatchObject({ due: daysAfter(today, -3), onMiss: 'Een gesprek.' })
  const other = { ...(await formNow()), op: daysAfter(today, -2) }
  expect(await told(await at.post(place + EDIT, other), 'op')).toMatch(/een dag die nog komt/)
})

test('what was agreed is taken out with why, which stays in the text; and its name is not used again', async () => {
  went(await add('niet-gevolgd'))
  await fix()
  const path = `${place}/versies/2/afspraken/zaken-waar-niemand-wordt-gevolgd/weg`
  expect(await told(await at.post(path), 'reden')).toMatch(/waarom zij vervalt/)
  went(await at.post(path, AGREED))
  expect(await (await at.get(`${place}/versies/2`)).text()).toContain('De cijfers vielen tegen.')
  const page = await (await at.get(`${place}/versies/2/afspraak-erbij?voorbeeld=niet-gevolgd`)).text()
  const form = { ...formOf(page, `${place}/versies/2/afspraak-erbij`), eenheid: 'organisation' }
  went(await at.post(`${place}/versies/2/afspraak-erbij`, { ...form, beoordelaar: judge.id, eigenaar: anna.id }))
  expect((await pledges()).map(({ id }) => id)).toEqual(['zaken-waar-niemand-wordt-gevolgd-2'])
})

test('an agreement is taken out of a draft, and every act of it is in the trail', async () => {
  went(await add('niet-gevolgd'))
  const path = `${place}/versies/1/afspraken/zaken-waar-niemand-wordt-gevolgd/weg`
  went(await at.post(path))
  expect(await pledges()).toEqual([])
  expect((await at.post(path)).status).toBe(409)
  const acts = await desk.db
    .selectFrom('audit')
    .select('act')
    .where('object', '=', `covenant/${place.split('/').at(-1)}`)
    .orderBy('no')
    .execute()
  expect(acts.map(({ act }) => act)).toEqual(['covenant.begun', 'covenant.pledge-written', 'covenant.pledge-removed'])
  expect(desk.faults).toEqual([])
})
