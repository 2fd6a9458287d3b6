/** The self-check: from an invitation in the mail to the own result, and what the municipality never sees. */
import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addOrganisation,
  addPerson,
  as,
  ORIGIN,
  testDeps,
  testDesk,
  withDoors,
  type TestDesk,
  type TestPerson,
} from '../../../test/desk.ts'
import { unseenIn } from '../../../test/form-page.ts'
import { holdSubjects } from '../../publish/held-store.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { sql } from 'kysely'

const deps = testDeps()
let desk: TestDesk
let app: Hono
let chantal: TestPerson
let organisation: string
let cookie = ''
let link = ''

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  app = withDoors(desk, deskRoutes(deps)).app
  chantal = await addPerson(desk.db, desk.municipality.id, ['account-manager'], 'Chantal')
  organisation = await addOrganisation(desk.db, desk.municipality.id, 'Café de Sluis')
})
afterAll(() => desk.close())

const get = (path: string) => app.request(`${ORIGIN}${path}`, { headers: { cookie } })
const text = async (path: string) => (await get(path)).text()
const post = async (path: string, fields: Record<string, string | string[]> = {}) => {
  const token = /name="token" value="([^"]+)"/.exec(await text('/balie'))?.[1] ?? ''
  const body = new FormData()
  for (const [name, value] of Object.entries({ token, ...fields }))
    for (const each of [value].flat()) body.append(name, each)
  return app.request(`${ORIGIN}${path}`, { method: 'POST', body, headers: { cookie, origin: ORIGIN } })
}

test('an organisation is invited by mail, and the link opens without an account', async () => {
  const visitor = await desk.visit(chantal)
  expect((await visitor.post(`/balie/organisaties/${organisation}/uitnodigen`, { email: 'geen adres' })).status).toBe(
    422,
  )
  expect(
    (await visitor.post(`/balie/organisaties/${organisation}/uitnodigen`, { email: 'Piet@cafe.test' })).status,
  ).toBe(303)
  const { body } = await desk.db
    .selectFrom('message')
    .select('body')
    .where('kind', '=', 'baseline')
    .executeTakeFirstOrThrow()
  link = new URL(/http:\S+/.exec(body)![0]).pathname
  const page = await text(link)
  expect(page).toContain('Wat de gemeente niet ziet')
  const answer = await app.request(`${ORIGIN}${link}`, {
    method: 'POST',
    body: new URLSearchParams({ doen: 'ja' }),
    headers: { origin: ORIGIN },
  })
  expect(answer.headers.get('location')).toBe('/balie/mijn-nulmeting')
  cookie = answer.headers
    .getSetCookie()
    .find((line) => line.startsWith('balie='))!
    .split(';')[0]!
  expect(await text('/balie/mijn-nulmeting')).toContain('Zelfcheck van Café de Sluis')
  expect((await app.request(`${ORIGIN}/balie/nulmeting/${randomBytes(32).toString('base64url')}`)).status).toBe(404)
})

const basisIn = (page: string) => unseenIn(page, 'basis')
const choose = async (fields: Record<string, string>) =>
  post('/balie/mijn-nulmeting/groep', { basis: basisIn(await text('/balie/mijn-nulmeting')), ...fields })

let form = ''
const answer = (question: string, antwoord: string | string[]) => post(`${form}/${question}`, { antwoord, basis: '0' })

test('the profile proposes a group with its rule; the organisation confirms, or says why not', async () => {
  form = (await post('/balie/mijn-nulmeting/begin')).headers.get('location')!
  expect((await post('/balie/mijn-nulmeting/groep', { groep: 'A' })).status).toBe(409)
  for (const [question, value] of Object.entries({
    P1: 'p1_9',
    P2: 'horeca',
    P3: 'paar_dagen',
    P4: 'klanten',
    P5: 'website',
    P6: 'wijzelf',
    P7: ['gastwifi'],
    P8: 'nee',
  }))
    expect((await answer(question, value)).status).toBe(303)
  expect(await text('/balie/mijn-nulmeting')).toContain('Wij stellen groep A (kleine organisatie) voor')
  expect((await choose({ groep: 'B' })).status).toBe(422)
  expect((await choose({ groep: 'A' })).status).toBe(303)
  expect(await (await desk.visit(chantal)).get('/balie').then((page) => page.text())).toContain(
    'Bevestig de groep van Café de Sluis',
  )
})

test('it ends with first steps, and a comparison only when ten took part', async () => {
  for (const question of ['N01', 'N03', 'N05', 'N06', 'N16']) await answer(question, question === 'N03' ? 'nee' : 'ja')
  // What is open is said first, and asked.
  const asked = await post('/balie/mijn-nulmeting/klaar')
  expect(asked.status).toBe(200)
  const question = await asked.text()
  expect(question).toMatch(/Er staan nog \d+ vragen open\. Wilt u toch afronden\?/)
  expect(question).toContain(`${form}/N08`)
  expect(question).not.toContain(`${form}/N03`)
  expect(await text('/balie/mijn-nulmeting')).toContain('vragen ingevuld')
  expect((await post('/balie/mijn-nulmeting/klaar', { zeker: 'ja' })).status).toBe(303)
  expect((await post('/balie/mijn-nulmeting/klaar', { zeker: 'ja' })).status).toBe(409)
  const page = await text('/balie/mijn-nulmeting')
  expect(page).toContain('Wat u als eerste kunt doen')
  // Every first step is a link.
  expect(page).toMatch(/<a class="nl-link" href="\/normen\/VEI-05">Zet de extra code aan bij uw e-mail/)
  expect(page).toContain('nog geen tien organisaties')
  for (let at = 0; at < 9; at++) {
    const other = await addPerson(
      desk.db,
      desk.municipality.id,
      ['partner'],
      'P',
      await addOrganisation(desk.db, desk.municipality.id, `Winkel ${at}`),
    )
    await as(desk.db, other, (tx) =>
      sql`select keep_baseline_figure(${new Date().getUTCFullYear()}, 'A', 'N03', 1)`.execute(tx),
    )
  }
  expect(await text('/balie/mijn-nulmeting')).toMatch(/aria-label="U: 0 van 100, uw groep: 90"/)
})

test(
  'what was measured stands beside what was answered, and where they contradict the organisation is asked ' + 'to look',
  async () => {
    // N16 was answered with yes: no tracking. A measurement of the same thing says otherwise.
    const municipality = desk.municipality.id
    await desk.db
      .insertInto('published.publication')
      .values({
        municipality,
        no: 1,
        by_name: 'x',
        by_function: 'x',
        provisional: false,
        catalogue_version: 'x',
        catalogue: '{}' as never,
        versions: '{}' as never,
        self_test: null,
        summary: '{}' as never,
      })
      .execute()
    const subject = '01910000-0000-7000-8000-000000000001'
    const { slug } = await desk.db
      .selectFrom('organisation')
      .select('slug')
      .where('id', '=', organisation)
      .executeTakeFirstOrThrow()
    await holdSubjects(desk.db, 1, [
      {
        municipality,
        id: subject,
        organisation: slug,
        kind: 'website',
        address: 'www.cafe.test',
        measured_at: new Date(),
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
    expect(await text('/balie/mijn-nulmeting')).not.toContain('spreken elkaar tegen')
    await desk.db
      .insertInto('published.finding')
      .values({
        municipality,
        subject,
        criterion: 'PRV-13.volgers',
        from_no: 1,
        to_no: null,
        norm: 'PRV-13',
        theme: 'PRV',
        verdict: 'unmet',
        reason: 'none',
        seen: '{}' as never,
        strength: 'measured',
        cause: 'first',
      })
      .execute()
    const page = await text('/balie/mijn-nulmeting')
    expect(page).toMatch(/id="tegenspraak"[\s\S]*U antwoordde “Ja”\. Wij zagen van buitenaf: voldoet niet/)
    expect(page).toContain('Uw antwoorden en onze websitemeting samen')
  },
)

test('the municipality sees the group and the place in it, not an answer', async () => {
  const visitor = await desk.visit(chantal)
  const page = await (await visitor.get(`/balie/organisaties/${organisation}`)).text()
  expect(page).toContain('afgerond')
  const confirm = (from: string, fields: Record<string, string>) =>
    visitor.post(`/balie/organisaties/${organisation}/groep`, { basis: basisIn(from), ...fields })
  const refused = await confirm(page, { groep: 'C' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toMatch(/value="C"[^>]*checked|checked[^>]*value="C"/)
  expect((await confirm(page, { groep: 'A' })).status).toBe(303)
  // Of two who save the same, the second sees what the first chose and keeps what was typed.
  const second = await confirm(page, { groep: 'A', reden: 'Ook zo gezien.' })
  expect(second.status).toBe(409)
  const clash = await second.text()
  for (const words of ['Dit is intussen veranderd', 'Ook zo gezien.']) expect(clash).toContain(words)
  expect((await confirm(clash, { groep: 'A' })).status).toBe(303)
  const city = await (await visitor.get('/balie/nulmetingen')).text()
  expect(city).toContain('1 organisatie rondde af')
  expect(city).toMatch(/>90<[\s\S]*>10</)
  expect(await (await visitor.get(form)).text()).toContain('deelt 0 van haar antwoorden')
})

test(
  'of a shared answer the municipality sees what was shared, also after the end, and nothing that was said ' +
    'before it',
  async () => {
    const visitor = await desk.visit(chantal)
    await desk.db.updateTable('form').set({ closed_at: null }).execute()
    await post(`${form}/N03`, { antwoord: 'nee', reden: 'Een eerder geheim.', basis: '1' })
    await post(`${form}/N03`, { antwoord: 'nee', reden: 'Wij regelen dit in mei.', basis: '2' })
    await desk.db.updateTable('form').set({ closed_at: new Date() }).execute()
    expect((await visitor.get(`${form}/N03`)).status).toBe(404)
    expect((await post(`${form}/N03/delen`, { delen: 'ja' })).status).toBe(303)
    const seen = await (await visitor.get(`${form}/N03`)).text()
    expect(seen).toContain('Wij regelen dit in mei.')
    expect(seen).not.toContain('Een eerder geheim.')
    expect(
      await as(desk.db, chantal, (tx) => tx.selectFrom('answer').select('no').where('question', '=', 'N03').execute()),
    ).toEqual([{ no: 3 }])
    expect(await (await visitor.get(form)).text()).toContain('deelt 1 van haar antwoorden')
    // Nobody of the municipality shares or answers for an organisation, whatever a route would let through.
    const id = form.split('/').at(-1)!
    await expect(
      as(desk.db, chantal, (tx) =>
        tx
          .insertInto('answer_share')
          .values({ municipality: chantal.municipality, form: id, question: 'N05', by: chantal.id })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      as(desk.db, chantal, (tx) =>
        tx
          .insertInto('answer')
          .values({
            municipality: chantal.municipality,
            form: id,
            question: 'N03',
            no: 9,
            value: '"ja"',
            by: chantal.id,
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    expect((await post(`${form}/N03/delen`, { delen: 'nee' })).status).toBe(303)
    expect((await visitor.get(`${form}/N03`)).status).toBe(404)
    const trail = await desk.db.selectFrom('audit').select('detail').where('object', '=', `form/${id}`).execute()
    expect(trail.map(({ detail }) => detail).join()).not.toMatch(/N0|P\d/)
  },
)

test(
  'whoever is invited at another address does not come by the answers; declining is for who did ' + 'not begin',
  async () => {
    const visitor = await desk.visit(chantal)
    const elsewhere = await visitor.post(`/balie/organisaties/${organisation}/uitnodigen`, { email: 'ander@cafe.test' })
    expect([elsewhere.status, (await elsewhere.text()).includes('deed eerder mee vanaf piet@cafe.test')]).toEqual([
      422,
      true,
    ])
    const declined = await app.request(`${ORIGIN}${link}`, {
      method: 'POST',
      body: new URLSearchParams({ doen: 'nee' }),
      headers: { origin: ORIGIN },
    })
    expect(await declined.text()).toContain('U doet al mee')
    expect(
      (
        await visitor.post(`/balie/organisaties/${organisation}/groep`, {
          basis: basisIn(await (await visitor.get(`/balie/organisaties/${organisation}`)).text()),
          groep: 'B',
          reden: 'Groter dan gedacht.',
        })
      ).status,
    ).toBe(409)
  },
)

test('everything can be taken along; a new year waits for a year', async () => {
  const file = await get('/balie/mijn-nulmeting/gegevens')
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
  const { nulmetingen } = JSON.parse(await file.text()) as {
    nulmetingen: { antwoorden: { vraag: string; antwoord: string }[] }[]
  }
  expect(nulmetingen[0]!.antwoorden).toContainEqual(expect.objectContaining({ vraag: 'N03', antwoord: 'nee' }))
  expect((await post('/balie/mijn-nulmeting/opnieuw')).status).toBe(409)
})

test('after a year it is done again, and what changed is told', async () => {
  await desk.db
    .updateTable('baseline')
    .set({ year: new Date().getUTCFullYear() - 1 })
    .where('organisation', '=', organisation)
    .execute()
  form = (await post('/balie/mijn-nulmeting/opnieuw')).headers.get('location')!
  for (const [question, value] of Object.entries({
    P1: 'p1_9',
    P2: 'horeca',
    P3: 'paar_dagen',
    P4: 'klanten',
    P5: 'website',
    P6: 'wijzelf',
    P7: ['gastwifi'],
    P8: 'nee',
    N03: 'ja',
  }))
    await answer(question, value)
  await choose({ groep: 'A' })
  await post('/balie/mijn-nulmeting/klaar', { zeker: 'ja' })
  expect(await text('/balie/mijn-nulmeting')).toContain('Nee → Ja')
})

test('who leaves takes everything away, shared or not, files too', async () => {
  await desk.db.updateTable('form').set({ closed_at: null }).execute()
  expect(
    (
      await post(`${form}/N03/bewijs`, {
        titel: 'Foto',
        bestand: new File(['wij hebben het geregeld'], 'foto.txt') as unknown as string,
      })
    ).status,
  ).toBe(303)
  const left = await post('/balie/mijn-nulmeting/weg')
  expect([left.status, (await left.text()).includes('Alles is gewist')]).toEqual([200, true])
  expect(await desk.db.selectFrom('answer').selectAll().execute()).toEqual([])
  expect(await desk.db.selectFrom('upload').select('id').where('organisation', '=', organisation).execute()).toEqual([])
  // The session went with the account, and the address with both.
  expect((await get('/balie/mijn-nulmeting')).headers.get('location')).toMatch(/^\/balie\/aanmelden/)
  expect(await desk.db.selectFrom('person').select('id').where('email', '=', 'piet@cafe.test').execute()).toEqual([])
  expect(await desk.db.selectFrom('baseline').select(['state', 'email', 'form']).execute()).toEqual(
    expect.arrayContaining([{ state: 'left', email: '', form: null }]),
  )
  expect(await desk.db.selectFrom('message').select('id').where('kind', '=', 'baseline').execute()).toEqual([])
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from baseline_figure where organisation = ${organisation}`.execute(desk.db)
  expect(rows[0]!.count).toBe(0)
  expect((await get(link)).status).toBe(404)
  expect(desk.faults).toEqual([])
})
