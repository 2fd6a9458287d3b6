/** Inviting with and without a mail server, and what is told of mail that does not arrive. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addOrganisation,
  addPerson,
  as,
  LOOK,
  ORIGIN,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
} from '../../../test/desk.ts'
import { unseenIn } from '../../../test/form-page.ts'
import { cookiesFor, ownPath } from '../../apps/desk-guards.ts'
import { createDesk } from '../../apps/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { createForm } from '../../db/forms.ts'
import { queueMessage, showMail } from '../../db/messages.ts'
import { workLater } from '../../lib/in-turn.ts'
import { newToken } from '../../lib/token.ts'
import { beginSession, sessionOf } from './sessions-store.ts'
import { doors } from './doors.tsx'

const deps = testDeps()
const routes = deskRoutes(deps)
let desk: TestDesk
let boss: TestPerson
let chantal: TestPerson
/** The same desk without a mail server. */
let silent: ReturnType<typeof createDesk>
beforeAll(async () => {
  desk = await testDesk(routes)
  boss = await addPerson(desk.db, desk.municipality.id, ['administrator'], 'Bas Beheer')
  chantal = await addPerson(desk.db, desk.municipality.id, ['account-manager'], 'Chantal')
  const shared = { look: LOOK, origin: ORIGIN, city: 'Sluiswijk', key: randomBytes(32) }
  const cookies = cookiesFor(ORIGIN)
  silent = createDesk({
    ...shared,
    db: desk.house.site,
    door: desk.house.door,
    routes,
    mails: false,
    doors: doors({
      ...shared,
      db: desk.house.door,
      municipality: 'sluiswijk',
      cookies,
      ownPath,
      later: workLater(9, console.error),
    }),
  })
})
afterAll(() => desk.close())

async function asks(person: TestPerson, path: string, fields: Record<string, string>) {
  const cookie = await beginSession(desk.db, person.municipality, person.id, 'full', 'test')
  const { token } = (await sessionOf(desk.db, cookie))!
  return silent.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ token, ...fields }),
    headers: { cookie: `balie=${cookie}`, origin: ORIGIN },
  })
}
const linkIn = (html: string) => /value="(http[^"]+\/balie\/[^"]+)"/.exec(html)?.[1]
const letters = (kind: string) => desk.db.selectFrom('message').selectAll().where('kind', '=', kind).execute()

test('how the municipality is reached is written down once, and stands in every letter', async () => {
  const visitor = await desk.visit(boss)
  const basis = unseenIn(await (await visitor.get('/balie/beheer/gemeente')).text(), 'basis')
  const keep = (fields: Record<string, string>) => visitor.post('/balie/beheer/gemeente', { basis, ...fields })
  for (const telefoon of ['', 'bel ons', '12', '<script>'])
    expect((await keep({ telefoon })).status, telefoon).toBe(422)
  expect((await keep({ telefoon: '14 071', email: 'geen adres' })).status).toBe(422)
  expect((await keep({ telefoon: '14  071', email: 'Info@sluiswijk.test' })).status).toBe(303)
  // Of a page that stood open meanwhile nothing is kept; what was typed stands beside what is there now.
  const late = await keep({ telefoon: '071 516 51 65' })
  expect(late.status).toBe(409)
  expect(await late.text()).toMatch(/intussen veranderd[\s\S]*14 071[\s\S]*071 516 51 65/)
  expect(await (await visitor.get('/balie/beheer/gemeente')).text()).toMatch(
    /value="14 071"[\s\S]*value="info@sluiswijk.test"/,
  )
  expect((await (await desk.visit(chantal)).get('/balie/beheer/gemeente')).status).toBe(403)
  const person = { naam: 'Nieuw Iemand', email: 'nieuw@sluiswijk.test', rollen: 'adviser', functie: 'adviseur' }
  expect((await visitor.post('/balie/beheer/nieuw', person)).status).toBe(303)
  const [letter] = await letters('invitation')
  expect(letter!.subject).toBe('Bas Beheer nodigt u uit om mee te werken aan de digitale stad')
  for (const part of [
    'Wij vragen nooit per e-mail om uw wachtwoord.',
    'Bel de gemeente op 14 071 en vraag naar Bas Beheer.',
    'functie van Bas Beheer, gemeente Sluiswijk',
    'De link werkt één keer, tot en met ',
  ])
    expect(letter!.body).toContain(part)
  const cafe = await addOrganisation(desk.db, desk.municipality.id, 'Café de Sluis')
  await (await desk.visit(chantal)).post(`/balie/organisaties/${cafe}/uitnodigen`, { email: 'piet@cafe.test' })
  const [invitation] = await letters('baseline')
  expect(invitation!.subject).toBe('Gemeente Sluiswijk nodigt Café de Sluis uit voor de zelfcheck digitale stad')
  expect(invitation!.body).toMatch(
    /Bel de gemeente op 14 071 en vraag naar Chantal\.[\s\S]*Chantal\nfunctie van Chantal, gemeente Sluiswijk/,
  )
  expect(invitation!.body).not.toMatch(/\.\.|  |nulmeting digitale/)
})

test('an invitation that is refused is told where it was made, with what to do, until it is made anew', async () => {
  const municipality = desk.municipality.id
  const { object } = (await letters('baseline'))[0]!
  const at = `/balie/organisaties/${object!.split('/')[1]}`
  const visitor = await desk.visit(chantal)
  const tell = (trouble: 'address' | 'later', failed: boolean) =>
    desk.db
      .updateTable('message')
      .set({ trouble, said: '550 5.1.1 unknown', failure: failed ? '550' : null })
      .where('kind', '=', 'baseline')
      .execute()
  expect(await (await visitor.get(at)).text()).toContain('gaat binnen een minuut op weg')
  await tell('later', false)
  const waits = await (await visitor.get(at)).text()
  expect(waits).toContain('De e-mail is nog niet aangekomen')
  expect(waits).toContain('U hoeft niets te doen. Wij proberen het zeven dagen lang')
  await tell('address', true)
  const page = await (await visitor.get(at)).text()
  expect(page).toContain('De e-mail kwam niet aan')
  expect(page).toContain('Dit e-mailadres bestaat niet bij de ontvanger.')
  expect(page).toContain('Controleer het adres')
  expect(page).toContain('Opnieuw uitnodigen: e-mailadres')
  const box = await (await visitor.get('/balie/postvak')).text()
  expect(box).toContain('piet@cafe.test')
  expect(box).toContain(`href="${at}"`)
  expect(box).not.toContain('Opnieuw versturen')
  const { id } = (await letters('baseline'))[0]!
  expect((await visitor.post(`/balie/postvak/${id}/opnieuw`)).status).toBe(409)
  // A letter without a link of its own is sent again as it is.
  await as(desk.db, chantal, (tx) =>
    queueMessage(tx, municipality, {
      recipient: 'a@b.test',
      subject: 'Herinnering',
      body: 'x',
      kind: 'reminder',
      key: 'r',
    }),
  )
  await desk.db.updateTable('message').set({ failure: 'x', trouble: 'full' }).where('key', '=', 'r').execute()
  const [reminder] = await letters('reminder')
  expect(await (await visitor.get('/balie/postvak')).text()).toContain(`/balie/postvak/${reminder!.id}/opnieuw`)
  expect((await visitor.post(`/balie/postvak/${reminder!.id}/opnieuw`)).status).toBe(303)
  expect((await letters('reminder'))[0]).toMatchObject({ failure: null, trouble: null })
  expect((await visitor.post(`/balie/postvak/${reminder!.id}/opnieuw`)).status).toBe(409)
  await visitor.post(`${at}/uitnodigen`, { email: 'info@cafe.test' })
  expect(await (await visitor.get(at)).text()).toContain('De e-mail aan info@cafe.test gaat binnen een minuut op weg.')
})

test('without a mail server the link is on the screen, once, and no letter waits', async () => {
  const before = (await letters('invitation')).length
  const shown = await asks(boss, '/balie/beheer/nieuw', {
    naam: 'Zonder Post',
    email: 'zonder@x.test',
    rollen: 'adviser',
  })
  const html = await shown.text()
  expect([shown.status, html.includes('Geef deze link aan Zonder Post')]).toEqual([200, true])
  expect((await letters('invitation')).length).toBe(before)
  const link = new URL(linkIn(html)!).pathname
  expect(await (await silent.request(`${ORIGIN}${link}`)).text()).toContain('Welkom, Zonder Post')
})

test('the outbox of the demo shows letters without the secrets in them, and keeps them whole', async () => {
  const { db, municipality, house, close } = await testDesk([])
  try {
    await showMail(db)
    const shared = { look: LOOK, origin: ORIGIN, city: 'Sluiswijk', key: randomBytes(32) }
    const demo = createDesk({ ...shared, db: house.site, door: house.door, routes, demo: true })
    const who = await addPerson(db, municipality.id, ['account-manager'], 'Chantal')
    const links = ['samen/opgegeven', 'balie/link', 'nog/nooit/gezien'].map((at) => `${ORIGIN}/${at}/${newToken()}`)
    const page = `${ORIGIN}/balie/organisaties/0198a000-0000-7000-8000-00000000abcd`
    const body = `Open: ${links.join('\n')}.\n${page}`
    const mail = { recipient: 'a@b.test', subject: 'Uw links', body, kind: 'reminder', key: 'demo' }
    await as(db, who, (tx) => queueMessage(tx, municipality.id, mail))
    const cookie = await beginSession(db, municipality.id, who.id, 'full', 'test')
    const answer = await demo.request(`${ORIGIN}/balie/postvak`, { headers: { cookie: `balie=${cookie}` } })
    const box = await answer.text()
    expect(box).toContain('Uw links')
    expect(box).toContain(`${ORIGIN}/nog/nooit/gezien/…`)
    expect(box).toContain(page)
    for (const link of links) expect(box).not.toContain(link.split('/').at(-1)!)
    const row = await db.selectFrom('message').select('body').where('key', '=', 'demo').executeTakeFirstOrThrow()
    expect(row.body).toBe(body)
  } finally {
    await close()
  }
})

test('the link of an organisation, handed over, opens once; then it has a link of its own', async () => {
  const shop = await addOrganisation(desk.db, desk.municipality.id, 'Bakkerij De Korenaar')
  const shown = await asks(chantal, `/balie/organisaties/${shop}/uitnodigen`, { email: 'bak@ker.test' })
  const link = new URL(linkIn(await shown.text())!).pathname
  expect((await letters('baseline')).filter(({ recipient }) => recipient === 'bak@ker.test')).toEqual([])
  const come = (path: string) =>
    silent.request(`${ORIGIN}${path}`, {
      method: 'POST',
      body: new URLSearchParams({ doen: 'ja' }),
      headers: { origin: ORIGIN },
    })
  const door = await (await silent.request(`${ORIGIN}${link}`)).text()
  expect(door).toContain('U bent uitgenodigd door Chantal, functie van Chantal.')
  const both = await Promise.all([come(link), come(link)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404])
  const own = new URL(linkIn(await both.find(({ status }) => status === 200)!.text())!).pathname
  expect(own).not.toBe(link)
  expect((await silent.request(`${ORIGIN}${link}`)).status).toBe(404)
  // Its own goes on working, as one that was mailed does.
  expect([(await come(own)).status, (await come(own)).status]).toEqual([303, 303])
  const acts = await desk.db.selectFrom('audit').select('act').where('object', '=', `organisation/${shop}`).execute()
  expect(acts.map(({ act }) => act)).toEqual(['baseline.link-handed'])
  // An organisation that has answers gets its link itself, or not at all: who holds it can read them.
  const cafe = await addOrganisation(desk.db, desk.municipality.id, 'Al begonnen')
  await desk.db
    .insertInto('baseline')
    .values({
      municipality: desk.municipality.id,
      id: cafe,
      organisation: cafe,
      year: 2020,
      state: 'done',
      email: 'al@begonnen.test',
      form: await formOf(cafe),
    })
    .execute()
  const answer = await asks(chantal, `/balie/organisaties/${cafe}/uitnodigen`, { email: 'al@begonnen.test' })
  expect([answer.status, linkIn(await answer.text())]).toEqual([303, undefined])
  expect(desk.faults).toEqual([])
})

async function formOf(organisation: string): Promise<string> {
  const partner = await addPerson(desk.db, desk.municipality.id, ['partner'], 'P', organisation)
  await desk.db.updateTable('person').set({ email: 'al@begonnen.test' }).where('id', '=', partner.id).execute()
  const questionnaire = deps.questionnaires.find(({ purpose }) => purpose === 'self-assessment')!
  return as(desk.db, partner, (tx) =>
    createForm(tx, desk.municipality.id, questionnaire, { by: partner.id, organisation }),
  )
}
