/** A warning of our own from its first word to its end: who hears of it, what they answer, what everybody reads. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unasked } from '../../../test/database.ts'
import {
  addOrganisation,
  addPerson,
  as,
  ORIGIN,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { tick } from '../../apps/clock.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import type { Tlp } from '../../vocabulary/tlp.ts'
import { todayIn } from '../../web/language.ts'
import { warningTimers } from './timers.ts'

const today = todayIn()
const deps = testDeps()
/** The criterion by which a visit tells which software a site runs. */
const software = deps.catalogue.norms
  .flatMap(({ criteria }) => criteria)
  .find(({ means }) => means.by === 'check' && means.check === 'version-disclosed')!
let desk: TestDesk
let sam: TestPerson
let kees: TestPerson
let noor: TestPerson
let officer: TestPerson
let shop: string
let [writer, partner]: Visitor[] = []

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { id } = desk.municipality
  shop = await addOrganisation(desk.db, id, 'Bakkerij De Korenaar')
  sam = await addPerson(desk.db, id, ['security-officer'], 'Sam')
  officer = await addPerson(desk.db, id, ['policy-officer'], 'Anna')
  noor = await addPerson(desk.db, id, ['executor'], 'Noor')
  kees = await addPerson(desk.db, id, ['partner'], 'Kees', shop)
  writer = await desk.visit(sam)
  partner = await desk.visit(kees)
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

const words = (title: string) => ({
  titel: title,
  wat: 'In de kassa zit een gat waardoor vreemden mee kunnen kijken.',
  doen: 'Zet de kassa uit en weer aan. Kies dan: bijwerken.',
  uiterlijk: daysAfter(today, 5),
  gelukt: 'Onderaan het scherm staat versie 7.2 of hoger.',
  bellen: 'Bel de helpdesk: 071 000 00 00, elke werkdag van 9 tot 17 uur.',
  urgentie: 'urgent',
  producten: 'Kassamaker; Kassa 7; tot en met 7.1',
})
/** Begins one, and gives where it stands. */
async function begin(label: Tlp, title: string): Promise<string> {
  const made = await writer!.post('/balie/waarschuwingen/nieuw', { label, ...words(title) })
  expect(made.status).toBe(303)
  return made.headers.get('location')!
}
const idOf = (path: string) => path.split('/').at(-1)!
const text = async (visitor: Visitor, path: string) => (await visitor.get(path)).text()
const messages = (object: string) =>
  desk.db.selectFrom('message').select(['recipient', 'subject', 'body']).where('object', '=', object).execute()
const tasks = (object: string) =>
  desk.db
    .selectFrom('task')
    .select(['kind', 'person', 'role', 'text', 'done_at as doneAt'])
    .where('object', '=', object)
    .execute()
const acts = async (object: string) =>
  (
    await desk.db.selectFrom('audit').select(['act', 'detail']).where('object', '=', object).orderBy('no').execute()
  ).map(({ act }) => act)
const send = (path: string, tot = daysAfter(today, 30)) => writer!.post(`${path}/sturen`, { tot, zonder: 'ja' })

test('bad input keeps what was typed, and says what is not right at its field', async () => {
  const answer = await writer!.post('/balie/waarschuwingen/nieuw', { ...words(''), producten: 'zonder puntkomma' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Kies een label.')
  expect(page).toContain('Vul een titel in.')
  expect(page).toContain('Schrijf per regel')
  expect(page).toContain('Zet de kassa uit en weer aan.')
})

test('what was written before it went out, or for fewer, is read by nobody it was not told to', async () => {
  const path = await begin('AMBER+STRICT', 'GEHEIM van Nolto')
  const change = (title: string, versie: string) =>
    writer!.post(`${path}/wijzigen`, { ...words(title), wat: `Over ${title}`, versie })
  expect((await change('Gat in een kassa', '1')).status).toBe(303)
  const leave = { toestemming_van: 'Nolto', toestemming_op: today, gezegd: 'Mag breder.' }
  expect((await writer!.post(`${path}/label`, { label: 'GREEN', ...leave })).status).toBe(303)
  expect((await writer!.post(`${path}/ontvangers`, { organisatie: shop, groep: '' })).status).toBe(303)
  expect((await send(path)).status).toBe(303)
  const read = () => text(partner!, path)
  expect([(await read()).includes('Gat in een kassa'), (await read()).includes('GEHEIM')]).toEqual([true, false])
  // What changes after it went out is told, and only against what was told.
  expect((await change('Gat in twee kassa’s', '2')).status).toBe(303)
  expect([(await read()).includes('Over Gat in een kassa'), (await read()).includes('GEHEIM')]).toEqual([true, false])
  expect(await text(writer!, path)).toContain('Gat in een kassa')
})

test('who comes after it went out hears of it too; without anybody it goes only when that is meant', async () => {
  const path = await begin('GREEN', 'Voor niemand')
  const object = `warning/${idOf(path)}`
  const alone = await writer!.post(`${path}/sturen`, { tot: daysAfter(today, 30) })
  expect([alone.status, (await alone.text()).includes('id="fout-zonder"')]).toEqual([422, true])
  expect((await send(path)).status).toBe(303)
  expect(await messages(object)).toEqual([])
  const added = await writer!.post(`${path}/ontvangers`, { organisatie: shop, groep: '' })
  expect(added.status).toBe(303)
  expect((await messages(object)).map(({ recipient }) => recipient)).toEqual([kees.email])
  expect((await tasks(object)).filter(({ person }) => person === kees.id)).toHaveLength(1)
  // A day to do it that is over asks for another first.
  const past = { label: 'GREEN', ...words('Te laat'), uiterlijk: daysAfter(today, -1) }
  const late = (await writer!.post('/balie/waarschuwingen/nieuw', past)).headers.get('location')!
  expect((await send(late)).status).toBe(409)
})

test('from its first word to the answer of a receiver', async () => {
  const path = await begin('GREEN', 'Gat in de kassa')
  const object = `warning/${idOf(path)}`
  expect((await partner!.get(path)).status).toBe(404)
  expect((await writer!.post(`${path}/ontvangers`, { organisatie: '', groep: '' })).status).toBe(422)
  expect((await writer!.post(`${path}/ontvangers`, { organisatie: shop, groep: '' })).status).toBe(303)
  expect((await writer!.post(`${path}/ontvangers`, { organisatie: shop, groep: '' })).status).toBe(422)
  expect((await writer!.post(`${path}/ontvangers/weg`, { weg: shop })).status).toBe(303)
  expect((await writer!.post(`${path}/ontvangers`, { organisatie: shop, groep: '' })).status).toBe(303)
  expect((await send(path, daysAfter(today, -1))).status).toBe(422)
  expect((await send(path, daysAfter(today, 400))).status).toBe(422)
  expect((await send(path)).status).toBe(303)
  expect((await send(path, daysAfter(today, 29))).status).toBe(409)

  expect(await messages(object)).toMatchObject([
    { recipient: kees.email, subject: '[TLP:GREEN] Waarschuwing: Gat in de kassa' },
  ])
  expect((await messages(object))[0]!.body).not.toContain('Zet de kassa uit')
  expect((await tasks(object)).map(({ person, role, text: said }) => [person, role, said])).toEqual([
    [kees.id, null, 'Lees en antwoord: TLP:GREEN – Gat in de kassa'],
    [null, 'security-officer', 'Lees en antwoord: TLP:GREEN – Gat in de kassa'],
  ])

  const page = await text(partner!, path)
  expect(page).toContain('Zet de kassa uit en weer aan.')
  expect(page).toContain('onbekend (nog geen antwoord)')
  expect(page).toContain('Nog niets gezegd (onbekend): 1.')
  // A partner reads no list of who else was asked, and decides nothing.
  expect(page).not.toContain('Ontvangers toevoegen')
  expect((await partner!.post(`${path}/antwoorden`, {})).status).toBe(422)
  expect((await partner!.post(`${path}/antwoorden`, { antwoord: 'help', toelichting: 'Wie helpt?' })).status).toBe(303)
  expect(await text(writer!, path)).toContain('Wie helpt?')
  expect(await text(partner!, path)).toContain('Hulp nodig: 1. Nog niets gezegd (onbekend): 0.')
  expect((await tasks(object)).find(({ kind }) => kind === 'warning-help')).toMatchObject({ role: 'security-officer' })
  expect((await tasks(object)).find(({ person }) => person === kees.id)!.doneAt).not.toBeNull()
  // The last answer counts, and only once.
  expect((await partner!.post(`${path}/antwoorden`, { antwoord: 'done', toelichting: '' })).status).toBe(303)
  expect(await text(partner!, path)).toContain('Gedaan: 1. Hulp nodig: 0.')
  expect(await acts(object)).toEqual([
    'warning.begun',
    'warning.addressed',
    'warning.unaddressed',
    'warning.addressed',
    'warning.sent',
    'warning.replied',
    'warning.replied',
  ])
})

test('a new version says what is different, and two at once are not mixed', async () => {
  const path = await begin('GREEN', 'Eerste titel')
  expect((await writer!.post(`${path}/wijzigen`, { ...words('Tweede titel'), versie: '1' })).status).toBe(303)
  expect(await text(writer!, path)).toContain('titel: eerst “Eerste titel”, nu “Tweede titel”')
  expect((await writer!.post(`${path}/wijzigen`, { ...words('Derde titel'), versie: '1' })).status).toBe(409)
})

test('what lacks a word for who has to act is not sent', async () => {
  const made = await writer!.post('/balie/waarschuwingen/nieuw', {
    label: 'GREEN',
    ...words('Zonder hulp'),
    bellen: '',
  })
  const path = made.headers.get('location')!
  const answer = await send(path)
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('wie iemand kan bellen')
})

test('RED: named persons alone, a mail without a title, and each reading written down', async () => {
  const path = await begin('RED', 'Heel geheim')
  const object = `warning/${idOf(path)}`
  expect(await text(writer!, path)).not.toContain('Heel geheim')
  expect((await writer!.post(`${path}/ontvangers`, { organisatie: shop, groep: '' })).status).toBe(422)
  expect((await writer!.post(`${path}/personen`, { persoon: kees.id })).status).toBe(303)
  const refused = await send(path, 'morgen')
  expect(refused.status).toBe(422)
  // What was refused is undone, and so is that somebody read: no word of it is on that page.
  expect(await refused.text()).not.toContain('Heel geheim')
  expect((await send(path)).status).toBe(303)
  const [mail, ...more] = await messages(object)
  expect(more).toEqual([])
  expect(mail!.subject).toBe('[TLP:RED] Er staat een waarschuwing voor u klaar')
  expect(mail!.body).not.toContain('Heel geheim')
  expect((await tasks(object)).map(({ role, text: said }) => [role, said])).toEqual([
    [null, 'Lees en antwoord: TLP:RED – een waarschuwing'],
  ])
  const closed = await text(partner!, path)
  expect(closed).toContain('Een waarschuwing voor u bij naam')
  expect(closed).not.toContain('Heel geheim')
  expect(await (await partner!.post(`${path}/lezen`)).text()).toContain('Heel geheim')
  const read = await (await writer!.post(`${path}/lezen`)).text()
  expect(read).toMatch(/Kees, \d/)
  expect((await acts(object)).filter((act) => act === 'warning.read')).toHaveLength(3)
  // Who is named no longer does not find it any more.
  expect((await writer!.post(`${path}/personen/weg`, { weg: kees.id })).status).toBe(303)
  expect((await partner!.get(path)).status).toBe(404)
  expect((await partner!.post(`${path}/lezen`)).status).toBe(404)
})

test('who uses a product is proposed from what we know, confirmed by a person, and then asked', async () => {
  const { id: municipality } = desk.municipality
  const [product, subject] = [uuid(), uuid()]
  await unasked(desk.db, async (tx) => {
    await tx
      .insertInto('product')
      .values({ municipality, id: product, name: 'Kassa 7', supplier: 'Kassamaker' })
      .execute()
    const address = 'www.korenaar.test'
    await tx
      .insertInto('subject')
      .values({ municipality, id: subject, organisation: shop, kind: 'website', address })
      .execute()
    const seen = JSON.stringify({ details: ['generator: Kassa 7.1 van Kassamaker'] })
    await sql`insert into finding (municipality, month, subject, criterion, norm, theme, verdict, reason, seen,
        strength, at, from_no, to_no)
      values (${municipality}, 'infinity', ${subject}, ${software.id}, ${software.norm}, 'VEI', 'unmet', 'disclosed',
        ${seen}, 'measured', now(), 1, null)`.execute(tx)
  })
  const path = await begin('GREEN', 'Wie gebruikt dit')
  const page = await text(writer!, path)
  expect(page).toContain('Kassa 7 (getoetst product)')
  expect(page).toContain('www.korenaar.test (Bakkerij De Korenaar) (gezien op een website)')
  const says = (past: string, zegt: string) => writer!.post(`${path}/past`, { past, zegt })
  expect((await says(`product/${product}`, 'nee')).status).toBe(303)
  expect(await text(writer!, path)).toContain('Kassa 7 (getoetst product): gebruikt dit niet, zei Sam')
  const receivers = () =>
    desk.db.selectFrom('warning_receiver').select(['organisation', 'why']).where('warning', '=', idOf(path)).execute()
  expect(await receivers()).toEqual([])
  // What nobody proposed is not confirmed either.
  expect((await says(`site/${uuid()}`, 'ja')).status).toBe(303)
  expect(await receivers()).toEqual([])
  expect((await says(`site/${subject}`, 'ja')).status).toBe(303)
  expect(await receivers()).toEqual([{ organisation: shop, why: 'gebruikt het product' }])
})

test('a whole group is addressed at once, and who is in it already is not asked twice', async () => {
  await as(desk.db, officer, (tx) =>
    tx
      .insertInto('organisation_group')
      .values({
        municipality: desk.municipality.id,
        organisation: shop,
        no: 1,
        cluster: 'A',
        reason: 'Een kleine zaak.',
        by: officer.id,
      })
      .execute(),
  )
  const path = await begin('GREEN', 'Voor een groep')
  expect((await writer!.post(`${path}/ontvangers`, { organisatie: '', groep: 'B' })).status).toBe(422)
  expect((await writer!.post(`${path}/ontvangers`, { organisatie: '', groep: 'A' })).status).toBe(303)
  expect(await text(writer!, path)).toContain('groep A (kleine organisatie)')
  expect((await writer!.post(`${path}/ontvangers`, { organisatie: '', groep: 'A' })).status).toBe(422)
})

test('AMBER goes to clients by a contract alone, and no longer once that ended', async () => {
  const path = await begin('AMBER', 'Gat bij een leverancier')
  expect((await writer!.post(`${path}/ontvangers`, { organisatie: shop, groep: '' })).status).toBe(422)
  await as(desk.db, sam, (tx) =>
    tx
      .insertInto('warning_client')
      .values({
        municipality: desk.municipality.id,
        id: '0197a7ee-0000-7000-8000-000000000001',
        organisation: shop,
        contract_name: 'Brood voor het stadhuis',
        by: sam.id,
      })
      .execute(),
  )
  expect((await writer!.post(`${path}/ontvangers`, { organisatie: shop, groep: '' })).status).toBe(303)
  expect((await send(path)).status).toBe(303)
  expect(await text(partner!, path)).toContain('Gat bij een leverancier')
  const ended = await writer!.post('/balie/waarschuwingen/relaties/0197a7ee-0000-7000-8000-000000000001/eindigen')
  expect(ended.status).toBe(303)
  expect((await partner!.get(path)).status).toBe(404)
})

test('a wider label asks whose leave it is, keeps the answer and opens at once; a narrower closes', async () => {
  const path = await begin('AMBER+STRICT', 'Van stadhuis naar straat')
  expect((await send(path)).status).toBe(303)
  expect((await partner!.get(path)).status).toBe(404)
  const without = await writer!.post(`${path}/label`, { label: 'GREEN', toestemming_op: today })
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('Vul in wie dit goedvindt')
  const leave = { toestemming_van: 'Mira van het NCSC', toestemming_op: today, gezegd: 'Dat mag vanaf vandaag.' }
  expect((await writer!.post(`${path}/label`, { label: 'GREEN', ...leave })).status).toBe(303)
  expect(await text(partner!, path)).toContain('Van stadhuis naar straat')
  expect(await text(writer!, path)).toContain('Mira van het NCSC')
  expect((await writer!.post(`${path}/label`, { label: 'GREEN', ...leave })).status).toBe(422)
  expect((await writer!.post(`${path}/label`, { label: 'AMBER+STRICT', ...leave })).status).toBe(303)
  expect((await partner!.get(path)).status).toBe(404)
})

test('a narrower label takes its title out of tasks and mail, and asks nobody who may not read it', async () => {
  const path = await begin('GREEN', 'Titel die weg moet')
  const object = `warning/${idOf(path)}`
  expect((await writer!.post(`${path}/ontvangers`, { organisatie: shop, groep: '' })).status).toBe(303)
  expect((await writer!.post(`${path}/personen`, { persoon: noor.id })).status).toBe(303)
  expect((await send(path)).status).toBe(303)
  await sql`update message set sent_at = now() where object = ${object} and recipient = ${noor.email}`.execute(desk.db)
  const leave = { toestemming_van: 'Sam', toestemming_op: today, gezegd: 'Toch niet voor iedereen.' }
  expect((await writer!.post(`${path}/label`, { label: 'AMBER', ...leave })).status).toBe(303)
  const told = async () => JSON.stringify([await messages(object), await tasks(object)])
  expect(await told()).not.toContain('Titel die weg moet')
  expect((await messages(object)).map(({ recipient }) => recipient)).toEqual([noor.email])
  const open = async () => (await tasks(object)).filter(({ doneAt }) => doneAt === null).map(({ person }) => person)
  expect((await open()).toSorted()).toEqual([noor.id, null].toSorted())
  expect((await writer!.post(`${path}/label`, { label: 'RED', ...leave })).status).toBe(303)
  expect(await open()).toEqual([noor.id])
})

test('CLEAR is public once it is sent, and its end is told', async () => {
  const path = await begin('CLEAR', 'Voor iedereen')
  const published = () =>
    desk.db.selectFrom('published.warning').select(['title', 'ended', 'counts']).where('id', '=', idOf(path)).execute()
  expect(await published()).toEqual([])
  expect((await send(path)).status).toBe(303)
  expect(await published()).toMatchObject([{ title: 'Voor iedereen', ended: null }])
  expect((await partner!.post(`${path}/antwoorden`, { antwoord: 'not', toelichting: '' })).status).toBe(303)
  expect((await published())[0]!.counts).toEqual({ silent: 0, applies: 0, not: 1, done: 0, help: 0 })
  expect((await writer!.post(`${path}/eindigen`)).status).toBe(303)
  expect(await published()).toMatchObject([{ ended: 'done' }])
  expect((await writer!.post(`${path}/eindigen`)).status).toBe(409)
  expect((await partner!.post(`${path}/antwoorden`, { antwoord: 'done', toelichting: '' })).status).toBe(409)
})

test('the clock asks to renew what ends, once, and no task of what is over stays', async () => {
  const path = await begin('GREEN', 'Loopt af')
  const object = `warning/${idOf(path)}`
  expect((await writer!.post(`${path}/ontvangers`, { organisatie: shop, groep: '' })).status).toBe(303)
  expect((await send(path, daysAfter(today, 3))).status).toBe(303)
  const run = () => tick(desk.db, { timers: warningTimers, postman: undefined, today, origin: ORIGIN })
  await run()
  await run()
  const ends = async () => (await tasks(object)).filter(({ kind }) => kind === 'warning-ends')
  expect(await ends()).toMatchObject([{ role: 'security-officer', doneAt: null }])
  expect((await ends())[0]!.text).not.toContain('Loopt af:')
  expect((await writer!.post(`${path}/verlengen`, { tot: daysAfter(today, 60) })).status).toBe(303)
  expect((await ends())[0]!.doneAt).not.toBeNull()
  await sql`update warning set ends_on = ${daysAfter(today, -1)} where id = ${idOf(path)}`.execute(desk.db)
  await run()
  expect((await tasks(object)).every(({ doneAt }) => doneAt !== null)).toBe(true)
  expect(await text(partner!, path)).toContain('voorbij sinds')
  expect((await partner!.post(`${path}/antwoorden`, { antwoord: 'done', toelichting: '' })).status).toBe(409)
})
