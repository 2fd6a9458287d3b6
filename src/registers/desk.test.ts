/** The pages of the desk follow from a file: a register that only this test has, with every kind of field. */
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addOrganisation, addPerson, testDeps, testDesk, type TestDesk, type Visitor } from '../../test/desk.ts'
import { formOf } from '../../test/form-page.ts'
import { KEPT, readThings, TYPED } from '../../test/things.ts'
import { deskRoutes } from '../apps/desk-routes.ts'

const BASE = '/balie/registers/dingen'

let desk: TestDesk
let at: Visitor
let colleague: Visitor
let reader: Visitor
let bakery: string

beforeAll(async () => {
  desk = await testDesk(deskRoutes({ ...testDeps(), registers: readThings() }))
  const visit = async (name: string, ...roles: Parameters<typeof addPerson>[2]) =>
    desk.visit(await addPerson(desk.db, desk.municipality.id, roles, name))
  at = await visit('Anna', 'policy-officer')
  colleague = await visit('Bram', 'executor')
  reader = await visit('Carla', 'auditor')
  bakery = await addOrganisation(desk.db, desk.municipality.id, 'Bakkerij De Korenaar')
})
beforeEach(async () => {
  await desk.db.deleteFrom('entry_link').execute()
  await desk.db.deleteFrom('entry_version').execute()
  await desk.db.deleteFrom('entry').execute()
})
afterAll(() => desk.close())

const read = async (where: string, visitor = at) => (await visitor.get(where)).text()
const main = async (where: string, visitor = at) =>
  /<main[\s\S]*<\/main>/
    .exec(await read(where, visitor))![0]
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const add = async (fields: Parameters<Visitor['post']>[1] = { 'w-naam': 'Ding' }): Promise<string> => {
  const made = await at.post(`${BASE}/nieuw`, fields)
  expect(made.status, await made.clone().text()).toBe(303)
  return made.headers.get('location')!
}
const edit = async (where: string, changes: Parameters<Visitor['post']>[1], visitor = at) =>
  visitor.post(`${where}/wijzigen`, {
    ...formOf(await read(`${where}/wijzigen`, visitor), `${where}/wijzigen`),
    ...changes,
  })
const rowOf = (where: string) =>
  desk.db.selectFrom('entry').selectAll().where('id', '=', where.split('/').at(-1)!).executeTakeFirstOrThrow()
const acts = async (where: string) =>
  (
    await desk.db
      .selectFrom('audit')
      .select(['act', 'detail'])
      .where('object', '=', `entry/${where.split('/').at(-1)!}`)
      .orderBy('no')
      .execute()
  ).map(({ act, detail }) => [act, JSON.parse(detail) as Record<string, unknown>] as const)

test('every kind of field: typed, kept, told, and typed again the same', async () => {
  const first = await add({ 'w-naam': 'Plein' })
  const place = await add({ ...TYPED, 'w-deel': '1 Plein', bestand: 'x' })
  const { values, no, title, begins_on: begins, ends_on: ends } = await rowOf(place)
  expect([no, title, begins, ends]).toEqual([2, 'Grote klok', '2026-01-31', '2026-12-31'])
  expect(values).toEqual({ ...KEPT, deel: [first.split('/').at(-1)], eigenaar: [bakery] })
  const page = await main(place)
  for (const words of ['31 december 2026', 'november 2026', '€ 12,50', '1.250', 'Rood', 'Nee', 'Markt 1', '1 Plein'])
    expect(page).toContain(words)
  expect(page).toContain('Bron: APV art. 2:10.')
  expect(await read(place)).toContain(`href="/balie/organisaties/${bakery}"`)
  // What leads here is told there.
  expect(await main(first)).toMatch(/Wat hiernaar verwijst 2 Grote klok Dingen in de stad: Hoort bij/)
  // Saving what the form shows changes nothing.
  expect((await edit(place, {})).status).toBe(303)
  expect((await rowOf(place)).version).toBe(1)
})

test('what is not right is told at its field, and nothing that was typed is lost', async () => {
  const wrong = {
    ...TYPED,
    'w-naam': '',
    'w-prijs': 'veel',
    'w-vanaf': '2025-01-01',
    'w-eigenaar': 'Slagerij Zonder Naam',
    'w-deel': '99\nNiets',
    'w-norm': 'PRV-99',
  }
  const answer = await at.post(`${BASE}/nieuw`, wrong)
  expect(answer.status).toBe(422)
  const form = formOf(await answer.text(), `${BASE}/nieuw`)
  for (const [name, value] of Object.entries(wrong).filter(([each]) => each !== 'w-kleuren'))
    expect(form[name], name).toBe(value)
  expect([form['w-kleuren']].flat().toSorted()).toEqual(['geel', 'rood'])
  expect(await desk.db.selectFrom('entry').selectAll().execute()).toEqual([])
})

test('a link that fits more than one says which there are; the number tells them apart', async () => {
  await add({ 'w-naam': 'Lantaarn' })
  await add({ 'w-naam': 'lantaarn' })
  const answer = await at.post(`${BASE}/nieuw`, { 'w-naam': 'Draad', 'w-deel': 'Lantaarn' })
  expect(answer.status).toBe(422)
  const numbers = (await desk.db.selectFrom('entry').select('no').orderBy('no').execute()).map(({ no }) => no)
  expect(await answer.text()).toContain(`“${numbers[0]} Lantaarn” of “${numbers[1]} lantaarn”`)
  const made = await add({ 'w-naam': 'Draad', 'w-deel': `${numbers[1]}\n${numbers[0]} Lantaarn` })
  expect(((await rowOf(made)).values as Record<string, unknown>)['deel']).toHaveLength(2)
})

test('organisation, case, product, regulation and norm: by what people call them', async () => {
  const { id: municipality } = desk.municipality
  const made = await at.post('/balie/zaken/nieuw', { soort: 'proposal', titel: 'Een plan', samenvatting: 'x' })
  const caseId = made.headers.get('location')!.split('/').at(-1)!
  const regulation = uuid()
  const { no } = await desk.db.selectFrom('case_file').select('no').where('id', '=', caseId).executeTakeFirstOrThrow()
  const product = await at.post('/balie/producten/nieuw', {
    naam: 'Zaakpost',
    leverancier: 'Postduif BV',
    versie: '3',
    inzet: 'zaken',
    gegevens: ['contact'],
  })
  await desk.db
    .insertInto('regulation')
    .values({ municipality, id: regulation, work: 'CVDR12', title: 'Verordening dingen', source: 'hand' })
    .execute()
  const place = await add({
    'w-naam': 'Kastje',
    'w-zaak': String(no),
    'w-product': 'zaakpost 3',
    'w-regeling': 'CVDR12',
    'w-norm': 'prv-01',
  })
  expect((await rowOf(place)).values).toMatchObject({
    zaak: [caseId],
    product: [product.headers.get('location')!.split('/').at(-1)],
    regeling: [regulation],
    norm: ['PRV-01'],
  })
  const html = await read(place)
  for (const to of [`/balie/zaken/${caseId}`, `/balie/regelingen/${regulation}`, '/normen/PRV-01'])
    expect(html).toContain(`href="${to}"`)
  const form = formOf(await read(`${place}/wijzigen`), `${place}/wijzigen`)
  expect(form['w-zaak']).toMatch(/^IT-\d{4}-\d{4} Een plan$/)
  expect(form['w-regeling']).toBe('Verordening dingen')
  // Of two organisations by one name, the address tells which.
  const twin = await addOrganisation(desk.db, municipality, 'BAKKERIJ de korenaar!')
  await desk.db.updateTable('organisation').set({ name: 'Bakkerij De Korenaar' }).where('id', '=', twin).execute()
  expect((await edit(place, { 'w-eigenaar': 'Bakkerij De Korenaar' })).status).toBe(422)
  expect((await edit(place, { 'w-eigenaar': 'Bakkerij De Korenaar (bakkerij-de-korenaar)' })).status).toBe(303)
  expect(((await rowOf(place)).values as Record<string, unknown>)['eigenaar']).toEqual([bakery])
  expect((await edit(place, {})).status).toBe(303)
  expect((await rowOf(place)).version).toBe(2)
  await desk.db.updateTable('organisation').set({ name: 'Een andere' }).where('id', '=', twin).execute()
})

test('two people at once: the second sees both, field by field, and loses nothing', async () => {
  const place = await add(TYPED)
  const form = formOf(await read(`${place}/wijzigen`), `${place}/wijzigen`)
  expect((await edit(place, { 'w-aantal': '3' }, colleague)).status).toBe(303)
  const late = await at.post(`${place}/wijzigen`, { ...form, 'w-verhaal': 'Mijn lange tekst.', 'w-prijs': 'veel' })
  expect(late.status).toBe(409)
  const page = await late.text()
  for (const part of ['Dit is intussen veranderd', 'Bram', '>Mijn lange tekst.</textarea>', 'value="veel"'])
    expect(page).toContain(part)
  // Nobody is told to have typed what they left alone, and the form holds what the colleague made of it.
  expect(page).not.toContain('>1.250<')
  expect(page).toContain('Dit nam het formulier over van uw collega: Aantal.')
  const merged = { ...formOf(page, `${place}/wijzigen`), 'w-prijs': '13' }
  expect(merged).toMatchObject({ 'w-aantal': '3', 'w-verhaal': 'Mijn lange tekst.' })
  expect((await at.post(`${place}/wijzigen`, merged)).status).toBe(303)
  expect((await rowOf(place)).values).toMatchObject({ aantal: 3, prijs: 13, verhaal: 'Mijn lange tekst.' })
})

test('both at the very same moment: one is kept, one sees the conflict', async () => {
  const place = await add()
  const action = `${place}/wijzigen`
  const [one, other] = [formOf(await read(action), action), formOf(await read(action, colleague), action)]
  const answers = await Promise.all([
    at.post(action, { ...one, 'w-aantal': '1' }),
    colleague.post(action, { ...other, 'w-aantal': '2' }),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
})

test('the trail tells each act field by field, in the words of the register', async () => {
  const place = await add({ 'w-naam': 'Ding', 'w-post': 'iemand@gemeente.nl' })
  await edit(place, { 'w-soort': 'a', 'w-eigenaar': 'Bakkerij De Korenaar' })
  const told = await acts(place)
  expect(told.map(([act]) => act)).toEqual(['entry.added', 'entry.changed'])
  expect(told[0]![1]).toMatchObject({ Naam: { from: '', to: 'Ding' }, 'E-mail': { from: '', to: '(adres)' } })
  expect(told[1]![1]).toEqual({
    Soort: { from: '', to: 'Blauw' },
    Eigenaar: { from: '', to: 'Bakkerij De Korenaar' },
  })
  const trail = await read('/balie/logboek', reader)
  expect(trail).toContain(`href="${place}"`)
})

test('every version stays, with what it changed; an earlier one comes back as the newest', async () => {
  const place = await add({ ...TYPED, 'w-aantal': '1' })
  await edit(place, { 'w-aantal': '2', 'w-soort': 'a' })
  const history = await main(`${place}/geschiedenis`)
  expect(history).toMatch(/Versie 2 .*Soort Rood Blauw .*Aantal 1 2 .*Versie 1/)
  const action = `${place}/geschiedenis`
  const form = formOf(await read(action), action)
  expect(form).toMatchObject({ versie: '1', basis: '2' })
  const older = formOf(await read(action), action)
  expect((await at.post(action, form)).status).toBe(303)
  const row = await rowOf(place)
  expect([row.version, (row.values as Record<string, unknown>)['aantal']]).toEqual([3, 1])
  expect((await acts(place)).at(-1)).toEqual([
    'entry.restored',
    { version: 1, Soort: { from: 'Blauw', to: 'Rood' }, Aantal: { from: '2', to: '1' } },
  ])
  expect(await main(action)).toContain('een eerdere versie is teruggezet')
  // Who saw an older page does not put back over somebody else's change; a version that is not there is not there.
  expect((await at.post(action, older)).status).toBe(409)
  expect((await at.post(action, { ...form, versie: '9', basis: '3' })).status).toBe(404)
})

test('what was right then need not be now: the form comes with the old version in it', async () => {
  const target = await add({ 'w-naam': 'Plein' })
  const place = await add({ 'w-naam': 'Klok', 'w-eigenaar': 'Bakkerij De Korenaar', 'w-deel': 'Plein' })
  await edit(place, { 'w-eigenaar': '', 'w-deel': '' })
  const { id: municipality } = desk.municipality
  const id = target.split('/').at(-1)!
  await desk.db.deleteFrom('entry_version').where('entry', '=', id).where('municipality', '=', municipality).execute()
  await desk.db.deleteFrom('entry').where('id', '=', id).execute()
  const action = `${place}/geschiedenis`
  const answer = await at.post(action, formOf(await read(action), action))
  expect(answer.status).toBe(422)
  expect(formOf(await answer.text(), `${place}/wijzigen`)['w-eigenaar']).toBe('Bakkerij De Korenaar')
  expect((await rowOf(place)).version).toBe(2)
})

test('ended: out of the list, still to be read, and back again', async () => {
  const place = await add({ 'w-naam': 'Oude klok' })
  const action = `${place}/beeindigen`
  const form = formOf(await read(action), action)
  expect((await at.post(action, { ...form, reden: 'Weggehaald.' })).status).toBe(303)
  // Pressed twice: it is not undone.
  expect((await at.post(action, form)).status).toBe(409)
  expect(await main(BASE)).not.toContain('Oude klok')
  expect(await main(`${BASE}?welke=beeindigd`)).toContain('Oude klok')
  expect(await main(place)).toContain('Beëindigd op')
  expect(await main(`${place}/geschiedenis`)).toMatch(/Versie 2 .*Beëindigd\. .*Versie 1/)
  expect((await edit(place, { 'w-aantal': '4' })).status).toBe(303)
  expect((await rowOf(place)).ended_at).not.toBeNull()
  expect((await at.post(action, formOf(await read(action), action))).status).toBe(303)
  expect((await rowOf(place)).ended_at).toBeNull()
  expect((await acts(place)).map(([act]) => act)).toEqual([
    'entry.added',
    'entry.ended',
    'entry.changed',
    'entry.reopened',
  ])
})

test('the list is searched, narrowed and sorted by its address', async () => {
  const names = async (query: string) =>
    [
      ...(await read(`${BASE}${query}`)).matchAll(
        /<a class="nl-link" href="\/balie\/registers\/dingen\/[0-9a-f-]{36}">([^<]*)/g,
      ),
    ].map(([, name]) => name)
  await add({ 'w-naam': 'b', 'w-soort': 'z', 'w-kleuren': ['rood', 'geel'], 'w-token': 'ja', 'w-aantal': '9' })
  await add({
    'w-naam': 'a',
    'w-soort': 'a',
    'w-kleuren': ['rood'],
    'w-token': 'nee',
    'w-aantal': '10',
    'w-waar': 'Zuid',
  })
  await add({
    'w-naam': 'C 100%',
    'w-verhaal': 'Een zoekwoord.',
    'w-eigenaar': 'bakkerij-de-korenaar',
    'w-waar': 'Noord',
  })
  expect(await names('')).toEqual(['a', 'b', 'C 100%'])
  expect(await names('?af=ja')).toEqual(['C 100%', 'b', 'a'])
  expect(await names('?op=aantal')).toEqual(['b', 'a', 'C 100%'])
  expect(await names('?op=aantal&af=ja')).toEqual(['a', 'b', 'C 100%'])
  expect(await names('?op=soort')).toEqual(['b', 'a', 'C 100%'])
  expect(await names('?op=waar')).toEqual(['C 100%', 'a', 'b'])
  expect(await names('?q=ZOEKWOORD')).toEqual(['C 100%'])
  expect(await names('?q=100%25')).toEqual(['C 100%'])
  expect(await names('?q=_')).toEqual([])
  expect(await names('?f-soort=z')).toEqual(['b'])
  expect(await names('?f-kleuren=rood')).toEqual(['a', 'b'])
  expect(await names('?f-kleuren=geel')).toEqual(['b'])
  expect(await names('?f-token=nee')).toEqual(['a'])
  expect(await names(`?f-eigenaar=${bakery}`)).toEqual(['C 100%'])
  // What cannot be asked is not asked.
  expect(await names(`?f-soort=x&op=verhaal&pagina=0&f-token=misschien&q=%00`)).toHaveLength(3)
  const { no } = await desk.db.selectFrom('entry').select('no').where('title', '=', 'b').executeTakeFirstOrThrow()
  expect(await names(`?q=${no}`)).toContain('b')
  expect(await main('/balie/registers')).toMatch(/Dingen in de stad Wat er is, en van wie\. 3 regels/)
})

test('files: kept beside what is there, taken off, and asked for again when something else is wrong', async () => {
  const file = (name: string) => new File(['gewone tekst'], name, { type: 'text/plain' })
  const wrong = await at.post(`${BASE}/nieuw`, { 'w-naam': '', 'w-bewijs': file('een.txt') })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Kies het bestand “een.txt” opnieuw.')
  const place = await add({ 'w-naam': 'Klok', 'w-bewijs': file('een.txt') })
  expect(await read(place)).toMatch(/href="\/balie\/bestanden\/[0-9a-f-]{36}">een\.txt/)
  expect((await edit(place, { 'w-bewijs': file('twee.txt') })).status).toBe(303)
  expect(await main(place)).toMatch(/een\.txt twee\.txt/)
  const [one, two] = ((await rowOf(place)).values as Record<string, string[]>)['bewijs']!
  expect((await at.get(`/balie/bestanden/${one}`)).status).toBe(200)
  expect((await edit(place, { 'houd-bewijs': two! })).status).toBe(303)
  expect(await main(place)).not.toContain('een.txt')
  // A file of something else cannot be taken along.
  expect((await edit(place, { 'houd-bewijs': [two!, bakery] })).status).toBe(303)
  expect(((await rowOf(place)).values as Record<string, string[]>)['bewijs']).toEqual([two])
  expect((await edit(place, { 'w-bewijs': new File(['<html><script>'], 'x.txt') })).status).toBe(422)
  expect((await acts(place)).at(-1)![1]).toEqual({ Bewijs: { from: 'een.txt, twee.txt', to: 'twee.txt' } })
})

test('what a field held that left the file stays, and an answer that left is not lost unseen', async () => {
  const place = await add({ 'w-naam': 'Klok', 'w-soort': 'z' })
  const id = place.split('/').at(-1)!
  const values = { naam: 'Klok', soort: 'weg', vroeger: 'een oud veld' }
  await desk.db
    .updateTable('entry')
    .set({ values: JSON.stringify(values) })
    .where('id', '=', id)
    .execute()
  expect((await edit(place, {})).status).toBe(422)
  expect((await edit(place, { 'w-soort': 'a' })).status).toBe(303)
  expect((await rowOf(place)).values).toEqual({ naam: 'Klok', soort: 'a', vroeger: 'een oud veld' })
})

test('who reads does not write; what is not there is not there', async () => {
  const place = await add()
  expect(await main(place, reader)).not.toContain('Pas aan')
  expect(await main(BASE, reader)).not.toContain('Voeg een')
  expect((await reader.post(`${place}/beeindigen`, {})).status).toBe(403)
  for (const where of [
    '/balie/registers/niets',
    `${BASE}/niets`,
    `${BASE}/${bakery}`,
    `/balie/registers/niets/${bakery}`,
  ])
    expect((await at.get(where)).status, where).toBe(404)
})

test('there were no faults of ours', () => expect(desk.faults).toEqual([]))
