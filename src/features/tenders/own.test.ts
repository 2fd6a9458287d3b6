/** A requirement of one's own: written whole or refused at its field, kept per wording, and answered per wording. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../test/desk.ts'
import { tenderForm } from '../../../test/tenders.ts'
import { unseenIn } from '../../../test/form-page.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { wholeTender, type Whole } from './draft.ts'
import { reusable } from './rules/bid-file.ts'

const deps = testDeps()
let desk: TestDesk
let officer: TestPerson
let buyer: Visitor
let tender: string

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  officer = await addPerson(desk.db, desk.municipality.id, ['tender-officer'], 'Ilse Koper')
  buyer = await desk.visit(officer)
  tender = await begun()
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

async function begun(): Promise<string> {
  const answer = await buyer.post('/balie/aanbestedingen/nieuw', tenderForm())
  return /aanbestedingen\/([0-9a-f-]{36})/.exec(answer.headers.get('location')!)![1]!
}
const place = (which = tender) => `/balie/aanbestedingen/${which}/eigen-eis`
const RIGHT = {
  titel: 'Werkt zonder account',
  norm: 'PRV-05',
  onderdeel: 'privacy',
  soort: 'selection',
  wanneer: 'bid',
  maanden: '12',
  text: 'Een bezoeker leest de agenda zonder account.',
  proportionate: 'De agenda is openbaar; een account is daarvoor niet nodig.',
  link: 'De opdracht is een agenda voor inwoners.',
  proof: 'Een proefadres waarop de gemeente het nagaat.',
  equal: 'Een filmpje of een bezoek waarin het te zien is.',
  checked: 'De gemeente opent de agenda zonder in te loggen.',
  onBreach: 'De leverancier herstelt het binnen een maand.',
}
const whole = async (which = tender): Promise<Whole> =>
  (await as(desk.db, officer, (tx) => wholeTender(tx, desk.municipality, deps, which)))!
const basisIn = (page: string) => unseenIn(page, 'basis')

test('all of it is asked, and what may not be asked is refused at its field with what was typed', async () => {
  for (const [wrong, field, says] of [
    [{ titel: '' }, 'titel', 'Geef de eis een naam.'],
    [{ norm: 'PRV-99' }, 'norm', 'Schrijf een norm uit de catalogus'],
    [{ proportionate: '' }, 'proportionate', 'in verhouding'],
    [{ equal: '' }, 'equal', 'even goed'],
    [{ soort: 'zomaar' }, 'soort', 'Kies de soort.'],
    [{ wanneer: '' }, 'wanneer', 'Kies wanneer'],
    [{ maanden: '99' }, 'maanden', '1 tot en met 60'],
    [{ text: 'De inschrijver heeft het convenant ondertekend.' }, 'text', 'Een convenant tekenen mag geen eis'],
    [{ text: 'Het draait op Microsoft Azure.' }, 'text', 'of gelijkwaardig'],
    [{ titel: 'Alleen Oracle' }, 'titel', 'of gelijkwaardig'],
    [{ proof: 'Een kantoor van de leverancier in onze gemeente.' }, 'proof', 'bedrijven uit de buurt'],
  ] as const) {
    const answer = await buyer.post(place(), { ...RIGHT, ...wrong })
    const page = await answer.text()
    expect([answer.status, page.includes(`id="fout-${field}"`), page.includes(says)], field).toEqual([422, true, true])
    expect(page).toContain('De leverancier herstelt het binnen een maand.')
  }
  expect((await whole()).own).toEqual([])
})

test('it stands in the annex as every other, and only who may write it does', async () => {
  const reader = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['executor'], 'Bas'))
  expect((await reader.post(place(), RIGHT)).status).toBe(403)
  const written = await buyer.post(place(), { ...RIGHT, text: 'Het draait op Azure of gelijkwaardig.' })
  expect(written.status, (await written.text()).match(/id="fout-[^<]*/g)?.join()).toBe(303)
  const { annex, own, tender: it } = await whole()
  expect(own.map(({ id, wording }) => [id, wording])).toEqual([[`eigen-${it.no}-1`, 1]])
  expect(annex.requirements.at(-1)).toMatchObject({ kind: 'selection', text: 'Het draait op Azure of gelijkwaardig.' })
  const page = await (await buyer.get(`/balie/aanbestedingen/${tender}/eisen`)).text()
  expect(page).toContain('Werkt zonder account')
  // No other tender has it, or one of the same name.
  const other = await begun()
  expect((await whole(other)).own).toEqual([])
  expect((await buyer.post(place(other), RIGHT)).status).toBe(303)
  expect((await whole(other)).own[0]!.id).not.toBe(own[0]!.id)
  expect((await buyer.get(`${place(other)}?eis=${own[0]!.id}`)).status).toBe(404)
})

test('from an edited file: name and kind of an own one, and the level of the catalogue, one by one', async () => {
  const it = await begun()
  const desks = `/balie/aanbestedingen/${it}`
  expect((await buyer.post(place(it), RIGHT)).status).toBe(303)
  const asked = `${desks}/eisen/updates`
  const basis = basisIn(await (await buyer.get(asked)).text())
  const taken = { basis, keuze: 'taken', niveau: 'basic', reden: '' }
  expect((await buyer.post(asked, taken)).status).toBe(303)
  const files = unzipSync(new Uint8Array(await (await buyer.get(`${desks}/bijlage.odt`)).arrayBuffer()))
  const id = (await whole(it)).own[0]!.id
  const content = strFromU8(files['content.xml']!)
    .replace('Werkt zonder account</', 'Alleen Oracle</')
    .replace(new RegExp(`(Kenmerk ${id}, tekst 1), selectiecriterium`), '$1, gunningswens')
    .replace(/(Kenmerk updates, .*?niveau) basis/, '$1 significant')
    .replace('Ernstige lekken snel gedicht</', 'Lekken dicht</')
  const read = async (body: string) => {
    const zipped = zipSync({ ...files, 'content.xml': strToU8(body) }) as BlobPart
    const answer = await buyer.post(`${desks}/teruglezen`, { bestand: new File([zipped], 'bijlage.odt') })
    const page = await (await buyer.get(answer.headers.get('location')!)).text()
    const mark = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)![1]!
    return { page, marks: { 'bestand-id': mark('bestand-id'), stand: mark('stand') } }
  }
  const take = (marks: object, neem: readonly string[]) =>
    buyer.post(`${desks}/teruglezen`, { ...marks, neem: [...neem], reden: 'Afgestemd.' })
  const first = await read(content)
  for (const each of [`title.${id}`, `kind.${id}`, 'level.updates']) expect(first.page).toContain(`value="${each}"`)
  expect(first.page).not.toContain('value="title.updates"')
  expect(first.page).toContain('Die staat vast in de catalogus')
  // The other way in has no fewer rules, and none for what the catalogue says.
  for (const [neem, says] of [
    [`title.${id}`, 'of gelijkwaardig'],
    ['title.updates', 'Dit nemen wij niet over uit een bestand.'],
  ] as const) {
    const answer = await take(first.marks, [neem])
    expect([answer.status, (await answer.text()).includes(says)], neem).toEqual([422, true])
  }
  expect((await take(first.marks, [`kind.${id}`, 'level.updates'])).status).toBe(303)
  const { own, annex } = await whole(it)
  expect(own[0]).toMatchObject({ kind: 'award', title: RIGHT.titel, wording: 2, texts: { basic: RIGHT.text } })
  const updates = annex.requirements.find((each) => each.id === 'updates')!
  expect(updates).toMatchObject({ level: 'significant', own: false, title: 'Ernstige lekken snel gedicht' })
  const none = await read(content.replace(/(Kenmerk updates, .*?niveau) significant/, '$1 torenhoog'))
  const answer = await take(none.marks, ['level.updates'])
  expect([answer.status, (await answer.text()).includes('Dit niveau bestaat niet.')]).toEqual([422, true])
})

test('another wording is another version: an answer to the first is not offered for it', async () => {
  const before = await whole()
  const [{ id }] = before.own as [(typeof before.own)[number]]
  const path = `${place()}?eis=${id}`
  const basis = basisIn(await (await buyer.get(path)).text())
  const answer = {
    requirement: id,
    wording: 1,
    level: 'met' as const,
    remark: '',
    component: '',
    proof: { what: '', until: '' },
    tradeSecret: false,
  }
  const earlier = {
    format: 'leidraad-antwoorden/1' as const,
    annex: { number: before.number, version: 1, hash: before.hash },
    bidder: 'Kadewerk',
    product: '',
    made: '2026-11-28T10:00:00Z',
    answers: [answer],
  }
  expect(reusable(before.annex, earlier)).toHaveLength(1)
  expect((await buyer.post(path, { ...RIGHT, basis, text: 'Iedereen leest zonder account.' })).status).toBe(303)
  const after = await whole()
  expect(after.own.map(({ wording, texts }) => [wording, texts.basic])).toEqual([[2, 'Iedereen leest zonder account.']])
  expect(reusable(after.annex, earlier)).toEqual([])
  // Who had the page open from before sees both, and loses nothing.
  const late = await buyer.post(path, { ...RIGHT, basis, text: 'Zonder account en zonder app.' })
  expect([late.status, (await late.text()).includes('Zonder account en zonder app.')]).toEqual([409, true])
  // What was asked before stays as it was, past the desk too.
  await expect(desk.db.updateTable('tender_own').set({ wording: 9 }).execute()).rejects.toThrow()
  expect(await desk.db.selectFrom('tender_own').select('wording').where('requirement', '=', id).execute()).toHaveLength(
    2,
  )
})
