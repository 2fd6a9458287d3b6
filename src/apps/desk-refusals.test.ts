/** The title above a refusal says what its text says, and what was typed is given back. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, testDesk, type TestDesk, type Visitor } from '../../test/desk.ts'
import { forbidden, notYet, overtaken, page, tooLate, type Reply } from '../web/desk/route.ts'
import type { DeskRoute } from './desk.ts'

const ID = '01900000-0000-7000-8000-000000000001'
const REPLIES: Readonly<Record<string, () => Reply>> = {
  rol: () => forbidden(),
  ander: () => forbidden('De indiener reageert.'),
  eerst: () => notYet('Kies eerst uw groep.'),
  voorbij: () => tooLate('Deze ronde is voorbij.'),
  samen: () => overtaken(),
  botsing: () => {
    throw Object.assign(new Error('two at once'), { code: '23505' })
  },
  leeg: () => page('Vul iets in.', 422),
}
const routes: readonly DeskRoute[] = ['/zaken/:case/:step', '/vragenlijsten/:form/:step', '/proef/:step'].map(
  (path) => ({
    method: 'POST',
    path,
    may: 'desk.use',
    answer: async ({ params }) => REPLIES[params['step']!]!(),
  }),
)
let desk: TestDesk
let visitor: Visitor
beforeAll(async () => {
  desk = await testDesk(routes)
  visitor = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['policy-officer']))
})
afterAll(() => desk.close())

const title = (text: string) => /<h1[^>]*>([^<]*)</.exec(text)?.[1]

test.each([
  ['/proef/rol', 403, 'Dit kunt u hier niet doen'],
  [`/zaken/${ID}/ander`, 403, 'Dit kunt u bij deze zaak niet doen'],
  [`/vragenlijsten/${ID}/ander`, 403, 'Dit kunt u bij deze vragenlijst niet doen'],
  ['/proef/ander', 403, 'Dit kunt u hier niet doen'],
  [`/zaken/${ID}/eerst`, 409, 'Dit kan nog niet'],
  [`/zaken/${ID}/voorbij`, 409, 'Dit kan niet meer'],
  [`/zaken/${ID}/samen`, 409, 'Een collega was u net voor'],
  [`/zaken/${ID}/botsing`, 409, 'Een collega was u net voor'],
])('%s answers %i with the title “%s”', async (path, status, expected) => {
  const answer = await visitor.post(`/balie${path}`)
  expect([answer.status, title(await answer.text())]).toEqual([status, expected])
})

test('an address that the desk does not have is told on a page of the desk, also to who is not signed in', async () => {
  for (const path of ['/balie/bestaat-niet', '/balie/zaken/x/y/z/zo']) {
    const answer = await visitor.get(path)
    expect([answer.status, title(await answer.text())]).toEqual([404, 'Deze pagina is er niet'])
    const outside = await desk.desk.request(`https://leidraad.test${path}`)
    expect([outside.status, title(await outside.text())]).toEqual([404, 'Deze pagina is er niet'])
  }
})

test('sentences that were typed come back with the refusal; ids, choices and secrets do not', async () => {
  const answer = await visitor.post(`/balie/zaken/${ID}/samen`, {
    tekst: 'Dit schreef ik <b>net</b>.\n\nEn dit ook.',
    voorwaarde: ['Zet een bord neer.', ''],
    keuze: 'refuse',
    wachtwoord: 'correct horse battery staple',
  })
  const text = await answer.text()
  for (const part of ['Dit schreef ik &lt;b&gt;net&lt;/b&gt;.', 'Zet een bord neer.', `href="/balie/zaken/${ID}"`])
    expect(text).toContain(part)
  for (const part of ['refuse', 'correct horse']) expect(text).not.toContain(part)
})

test('without anything typed there is nothing about it', async () =>
  expect(await (await visitor.post(`/balie/zaken/${ID}/eerst`)).text()).not.toContain('Wat u invulde'))
