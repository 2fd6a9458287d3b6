/** The title above a refusal says what its text says, and what was typed is given back. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, testDeps, testDesk, type TestDesk, type Visitor } from '../../test/desk.ts'
import { forbidden, notYet, overtaken, page, tooLate, type Reply } from '../web/desk/route.ts'
import { BACK } from '../web/desk/refusals.tsx'
import { deskRoutes } from './desk-routes.ts'
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
const routes: readonly DeskRoute[] = [
  '/zaken/:case/:step',
  '/vragenlijsten/:form/:step',
  '/verzoeken/:residentRequest/proef-weg/:step',
  '/hulp-in-nood/:incident/proef-weg/:step',
  '/registers/:register/:entry/proef-weg/:step',
  '/proef/:step',
].map((path) => ({
  method: 'POST',
  path,
  may: 'desk.use',
  answer: async ({ params }) => REPLIES[params['step']!]!(),
}))
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
  [`/zaken/${ID}/eerst`, 409, 'Dit kan nu niet'],
  [`/zaken/${ID}/voorbij`, 409, 'Dit kan nu niet'],
  [`/zaken/${ID}/samen`, 409, 'Dit is intussen veranderd'],
  [`/zaken/${ID}/botsing`, 409, 'Dit is intussen veranderd'],
])('%s answers %i with the title “%s”', async (path, status, expected) => {
  const answer = await visitor.post(`/balie${path}`)
  expect([answer.status, title(await answer.text())]).toEqual([status, expected])
})

test('a refusal of a deed leads back to the page of what it was done under, in every feature that has one', () => {
  const all = deskRoutes(testDeps())
  const parts = (path: string) => path.split('/').slice(1)
  const pages = new Set(
    all
      .filter(({ method, path }) => method === 'GET' && /^\/[a-z-]+\/:[a-zA-Z]+$/.test(path))
      .map(({ path }) => parts(path)[0]!),
  )
  const under = all.flatMap(({ method, path }) => {
    const [first = '', id = '', ...more] = parts(path)
    return method === 'POST' && id.startsWith(':') && more.length > 0 && pages.has(first) ? [first] : []
  })
  // Lessons and services have names in their addresses, where a word can stand as well.
  const named = new Set(['leren', 'oordelen'])
  expect(Object.keys(BACK)).toEqual([...new Set(under)].filter((each) => !named.has(each)).toSorted())
})

test.each([
  ['verzoeken', 'het verzoek'],
  ['hulp-in-nood', 'de noodsituatie'],
  ['registers/sensoren', 'deze regel van het register'],
])('a refusal under /%s names %s, whatever a header says', async (first, thing) => {
  const path = `/balie/${first}/${ID}/proef-weg/eerst`
  const answer = await visitor.post(path)
  expect(await answer.text()).toContain(`<a class="nl-link" href="/balie/${first}/${ID}">Terug naar ${thing}</a>`)
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
