/** A good practice from the form of a stranger to the page of everybody; and what nobody learns from it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addOrganisation,
  addPerson,
  as,
  ORIGIN,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
} from '../../../test/desk.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { tick } from '../../apps/clock.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { createSite } from '../../apps/site.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { LICENCE_IDS } from '../../vocabulary/practice.ts'
import { refusePractice } from './store.ts'
import { practiceTimers } from './timers.ts'

const deps = testDeps()
const PLACE = '/samen/praktijken'
const SHARE = `${PLACE}/delen`
let desk: TestDesk
let site: ReturnType<typeof createSite>
let officer: TestPerson
let at: Awaited<ReturnType<TestDesk['visit']>>
let wait: number | undefined
/** The reserve of who asks is used up. */
let used = false
let given: string[] = []

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { db, municipality } = desk
  await sql`insert into published.sought (municipality, "row", source, key, lang, alone, path, title, keywords, lead,
      body, found) values (${municipality.id}, '1', 'norm', 'PRV-13', 'nl', false, '/normen/PRV-13',
      'Geen volgtechniek', '', '', '', wall.found_by('nl', 'Geen volgtechniek', '', '', ''))`.execute(db)
  site = createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    reports: {
      key: deps.key,
      counted: async (_, what) => {
        given.push(what)
        return { wait: what === 'reserve' && used ? 60 : wait, unseen: async () => void given.push('unseen') }
      },
    },
  })
  officer = await addPerson(db, municipality.id, ['policy-officer'], 'Anna Lint')
  at = await desk.visit(officer)
})
afterAll(() => desk.close())

const text = async (path: string) => (await site.request(`${ORIGIN}${path}`)).text()
/** A form as it was made a minute ago: what is sent within three seconds was no person. */
async function sealOf(): Promise<string> {
  const now = Date.now
  Date.now = () => now() - 60_000
  try {
    return /name="formulier" value="([^"]+)"/.exec(await text(SHARE))![1]!
  } finally {
    Date.now = now
  }
}
const WORDS = {
  titel: 'Zonder volgcookies',
  organisatie: 'Klikkado',
  norm: 'PRV-13',
  probleem: 'Te veel scripts.',
  gedaan: 'Wij haalden ze weg.',
  opgeleverd: 'De site is sneller.',
  link: 'https://klikkado.test/privacy',
  licentie: 'CC-BY-4.0',
  naam: 'Kim Tran',
  email: 'kim@klikkado.test',
}
const post = (path: string, fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) =>
  site.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
/** Sends one; gives its id, number and link. */
async function share(fields: Readonly<Record<string, string>> = {}) {
  const answer = await post(SHARE, { ...WORDS, ...fields, formulier: await sealOf() })
  expect(answer.status).toBe(303)
  const link = answer.headers.get('location')!
  const row = await desk.db
    .selectFrom('practice')
    .select(['id', 'number'])
    .where('title', '=', fields['titel'] ?? WORDS.titel)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return { ...row, link, page: `${PLACE}/${spoken(row.number)}`, desk: `/balie/praktijken/${row.id}` }
}
const rowOf = (id: string) => desk.db.selectFrom('practice').selectAll().where('id', '=', id).executeTakeFirst()
const PUT = {
  titel: 'Zonder volgcookies, nagekeken',
  organisatie: 'Klikkado',
  norm: 'PRV-13',
  probleem: 'Te veel scripts.',
  gedaan: 'Wij haalden ze weg.',
  opgeleverd: '',
  link: '',
  bron: 'asked',
  nagekeken: 'ja',
}

describe('the door', () => {
  test('is open to anybody, in two languages, and knows the norm that one came from', async () => {
    const page = await text(`${SHARE}?norm=PRV-13`)
    expect(page).toMatch(/<option value="PRV-13" selected/)
    for (const licence of LICENCE_IDS) expect(page).toContain(`value="${licence}"`)
    expect(await text(`/en${SHARE}`)).toContain('Share how you did it')
    const answer = await site.request(`${ORIGIN}${SHARE}`)
    expect([answer.headers.get('cache-control'), answer.headers.get('x-robots-tag')]).toEqual([
      'no-store',
      'noindex, nofollow',
    ])
  })
  test.each([
    ['titel', ''],
    ['organisatie', ''],
    ['probleem', ''],
    ['gedaan', ''],
    ['titel', 'x'.repeat(121)],
    ['gedaan', 'x'.repeat(3_001)],
    ['norm', 'VERZONNEN-1'],
    ['licentie', ''],
    ['licentie', 'MIT'],
    ['link', 'http://klikkado.test'],
    ['link', 'javascript:alert(1)'],
    ['link', 'https://u:p@klikkado.test'],
    ['email', 'geen adres'],
    ['website', 'gevuld'],
  ])('%s = %s comes back with all that was typed, and is not kept', async (field, value) => {
    const before = await desk.db.selectFrom('practice').select('id').execute()
    given = []
    const answer = await post(SHARE, { ...WORDS, [field]: value, formulier: await sealOf() })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const [name, typed] of Object.entries(WORDS))
      if (name !== field && !['norm', 'licentie'].includes(name)) expect(page).toContain(typed)
    expect(given).toEqual(['report', 'unseen'])
    expect(await desk.db.selectFrom('practice').select('id').execute()).toHaveLength(before.length)
  })
  test('a form of another site, one too many, and one that is not ours are refused', async () => {
    expect((await post(SHARE, { ...WORDS, formulier: await sealOf() }, { origin: 'https://kwaad.test' })).status).toBe(
      403,
    )
    wait = 60
    const many = await post(SHARE, { ...WORDS, formulier: await sealOf() })
    wait = undefined
    expect([many.status, many.headers.get('retry-after')]).toEqual([429, '60'])
    expect((await post(SHARE, { ...WORDS, formulier: 'verzonnen' })).status).toBe(422)
    expect((await post(SHARE, { ...WORDS, formulier: /value="([^"]+)"/.exec(await text(SHARE))![1]! })).status).toBe(
      422,
    )
  })
  test('a day that strangers used up is not used up for who sent nothing yet', async () => {
    const flood = (many: number) =>
      sql`insert into practice (municipality, id, number, title, organisation, problem, did, gained, link, norms,
          licence, lang, secret) select ${desk.municipality.id}, gen_random_uuid(), left(md5(random()::text), 10),
          'Vloed', 'x', 'x', 'x', '', '', '{}', 'CC0-1.0', 'nl', encode(sha256(gen_random_uuid()::text::bytea), 'hex')
        from generate_series(1, ${many})`.execute(desk.db)
    const send = async () => (await post(SHARE, { ...WORDS, titel: 'Na de vloed', formulier: await sealOf() })).status
    await flood(50)
    given = []
    expect([await send(), given]).toEqual([303, ['report', 'reserve']])
    used = true
    expect([await send(), given]).toEqual([503, ['report', 'reserve', 'report', 'reserve', 'unseen']])
    used = false
    await flood(100)
    given = []
    expect([await send(), given]).toEqual([503, ['report', 'reserve', 'unseen', 'unseen']])
    await sql`delete from practice where title in ('Vloed', 'Na de vloed')`.execute(desk.db)
  })
  test('the same form sent twice is one practice', async () => {
    const formulier = await sealOf()
    const one = await post(SHARE, { ...WORDS, titel: 'Tweemaal', formulier })
    const two = await post(SHARE, { ...WORDS, titel: 'Tweemaal', formulier })
    expect(one.headers.get('location')).toBe(two.headers.get('location'))
    expect(await desk.db.selectFrom('practice').select('id').where('title', '=', 'Tweemaal').execute()).toHaveLength(1)
  })
  test('the same form with other words is another practice, so nothing of it is lost', async () => {
    const formulier = await sealOf()
    const links = new Set<string | null>()
    for (const changed of [{}, { titel: 'Heel anders' }, { gedaan: 'Iets anders.' }, { norm: '' }, { naam: 'Jan' }]) {
      const answer = await post(SHARE, { ...WORDS, norm: 'PRV-13', ...changed, formulier })
      expect(answer.status).toBe(303)
      links.add(answer.headers.get('location'))
    }
    expect(links.size).toBe(5)
    expect(await text([...links][1]!)).toContain('Heel anders')
    // One form is a few at most: what is too many comes back in a new one; the same as before is the same.
    const many = await post(SHARE, { ...WORDS, titel: 'De zesde', formulier })
    const said = await many.text()
    expect([many.status, said.includes('De zesde'), said.includes(formulier)]).toEqual([422, true, false])
    expect(said).toContain('in een nieuw formulier')
    const again = await post(SHARE, { ...WORDS, norm: 'PRV-13', formulier })
    expect([again.status, links.has(again.headers.get('location'))]).toEqual([303, true])
  })
  test('the database holds its bounds whatever the page lets through', async () => {
    const one = { municipality: desk.municipality.id, norms: [], due: '2099-01-01' }
    for (const wrong of [{ ...one }, { ...one, norms: {} }, { ...one, title: 'x'.repeat(30_000) }])
      await expect(
        sql`select wall.add_practice(${JSON.stringify(wrong)}::jsonb, 10, 10, 10)`.execute(desk.publicDb),
      ).rejects.toThrow('this is no practice')
    await expect(sql`select * from public.practice`.execute(desk.publicDb)).rejects.toThrow('permission denied')
  })
})

describe('before a colleague looked', () => {
  test('nothing of it is public, found or told in a task, and the colleague finds it', async () => {
    const { id, page, link, desk: here } = await share({ titel: 'Geheimgans wacht' })
    expect((await site.request(`${ORIGIN}${page}`)).status).toBe(404)
    expect(await text('/zoeken?q=geheimgans')).toContain('Wij vonden niets')
    expect(await text(PLACE)).not.toContain('Geheimgans')
    const task = await desk.db
      .selectFrom('task')
      .select(['text', 'role', 'path'])
      .where('object', '=', `practice/${id}`)
      .executeTakeFirstOrThrow()
    expect(task).toMatchObject({ role: 'policy-officer', path: here })
    expect(task.text).not.toContain('Geheimgans')
    expect(await (await at.get('/balie/praktijken')).text()).toContain('Geheimgans wacht')
    expect(await text(link)).toContain('Een collega kijkt het na')
    expect((await site.request(`${ORIGIN}${SHARE}/${'A'.repeat(43)}`)).status).toBe(404)
  })
  test('who may only read, and who is of elsewhere, changes nothing', async () => {
    const { id, desk: here } = await share({ titel: 'Alleen lezen' })
    const fg = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['fg'], 'Fem'))
    expect((await fg.get(here)).status).toBe(200)
    expect(await (await fg.get(here)).text()).not.toContain('Plaats op de site')
    expect((await fg.post(`${here}/plaatsen`, PUT)).status).toBe(403)
    expect((await rowOf(id))!.state).toBe('sent')
  })
})

describe('a colleague', () => {
  test('puts it on the site under the own name, with its licence, beside its norm, in feed, file and API', async () => {
    const { id, page, link, number, desk: here } = await share({ titel: 'Paarsgors' })
    const bad = await at.post(`${here}/plaatsen`, { ...PUT, norm: '', bron: '', nagekeken: '' })
    const said = await bad.text()
    expect(bad.status).toBe(422)
    expect(said).toContain('Kies bij welke norm dit hoort.')
    expect(said).toContain('Zet een vinkje als u het heeft nagekeken.')
    expect(said).toContain('Kies hoe u weet dat het van de organisatie komt.')
    expect(said).toContain('Zonder volgcookies, nagekeken')
    expect((await at.post(`${here}/plaatsen`, { ...PUT, titel: 'Paarsgors doet het' })).status).toBe(303)
    const told = await text(page)
    expect(told).toContain('Paarsgors doet het')
    expect(told).toMatch(/door Anna Lint/)
    expect(told).toContain('rel="license" href="https://creativecommons.org/licenses/by/4.0/"')
    expect(told).not.toMatch(/Kim Tran|kim@klikkado/)
    for (const address of [PLACE, `${PLACE}?norm=PRV-13`, `${PLACE}/nieuws.atom`, '/open-data/goede-praktijken.csv'])
      expect([address, (await text(address)).includes('Paarsgors doet het')]).toEqual([address, true])
    expect(await text(`${PLACE}?norm=VEI-11`)).not.toContain('Paarsgors')
    expect(await (await site.request(`${ORIGIN}/api/v1/praktijken/${number}`)).json()).toMatchObject({
      nummer: spoken(number),
      normen: ['PRV-13'],
      licentie: 'CC-BY-4.0',
      nagekekenDoor: 'Anna Lint',
      link: null,
    })
    expect(await text('/zoeken?q=paarsgors')).toContain('Goede praktijken')
    expect(await text(link)).toContain('Het staat op de site')
    expect(
      await desk.db
        .selectFrom('task')
        .select('id')
        .where('object', '=', `practice/${id}`)
        .where('done_at', 'is', null)
        .execute(),
    ).toEqual([])
    // Another was first.
    expect((await at.post(`${here}/plaatsen`, PUT)).status).toBe(409)
    expect((await at.post(`${here}/afwijzen`, { reden: 'Nee' })).status).toBe(409)
  })
  test('takes it away with why: its words leave at once, also from what is found', async () => {
    const { page, link, desk: here } = await share({ titel: 'Rietzanger' })
    await at.post(`${here}/plaatsen`, { ...PUT, titel: 'Rietzanger staat er' })
    expect((await at.post(`${here}/intrekken`, { reden: '' })).status).toBe(422)
    expect((await at.post(`${here}/intrekken`, { reden: 'Klopt niet meer.' })).status).toBe(303)
    const gone = await site.request(`${ORIGIN}${page}`)
    const said = await gone.text()
    expect([gone.status, said.includes('Klopt niet meer.'), said.includes('Rietzanger')]).toEqual([410, true, false])
    expect(await text('/zoeken?q=rietzanger')).toContain('Wij vonden niets')
    expect(await text('/open-data/goede-praktijken.csv')).not.toContain('Rietzanger')
    expect(await text(link)).toContain('Klopt niet meer.')
    const { rows } = await sql<{ left: string }>`select concat(title, problem, did, gained, link, reviewer) as left
      from published.practice where withdrawn_on is not null`.execute(desk.db)
    expect(rows.every(({ left }) => left === '')).toBe(true)
  })
  test('says no with why, which only who sent it reads', async () => {
    const { page, link, desk: here } = await share({ titel: 'Reclame' })
    expect((await at.post(`${here}/afwijzen`, { reden: '' })).status).toBe(422)
    expect((await at.post(`${here}/afwijzen`, { reden: 'Dit is reclame.' })).status).toBe(303)
    expect((await site.request(`${ORIGIN}${page}`)).status).toBe(404)
    expect(await text(link)).toContain('Dit is reclame.')
  })
  test('whose name changes or goes, goes on the page too', async () => {
    const { page, desk: here } = await share({ titel: 'Naamgans' })
    await at.post(`${here}/plaatsen`, { ...PUT, titel: 'Naamgans' })
    await desk.db.updateTable('person').set({ name: 'Anna de Wit' }).where('id', '=', officer.id).execute()
    expect(await text(page)).toContain('door Anna de Wit')
    await desk.db.updateTable('person').set({ name: 'Anna Lint' }).where('id', '=', officer.id).execute()
  })
})

describe('who sent it', () => {
  test('has name and address wiped at once, and takes it back, also from the site', async () => {
    const { id, page, link, desk: here } = await share({ titel: 'Terugzwaan' })
    expect((await post(`${link}/wissen`, {}, { origin: 'https://kwaad.test' })).status).toBe(403)
    expect((await rowOf(id))!.email).toBe('kim@klikkado.test')
    expect((await post(`${link}/wissen`, {})).status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ name: '', email: '', state: 'sent' })
    await at.post(`${here}/plaatsen`, { ...PUT, titel: 'Terugzwaan' })
    expect((await post(`${link}/terugnemen`, {})).status).toBe(303)
    for (const at of [page, page.replace('/samen', '/api/v1')])
      expect((await site.request(ORIGIN + at)).status, at).toBe(410)
    expect(await text('/zoeken?q=terugzwaan')).toContain('Wij vonden niets')
    expect((await post(`${SHARE}/${'B'.repeat(43)}/terugnemen`, {})).status).toBe(404)
  })
  test('is forgotten thirty days after the decision, and what is not on the site goes after a year', async () => {
    const [stays, goes] = [await share({ titel: 'Blijft' }), await share({ titel: 'Gaat' })]
    await at.post(`${stays.desk}/plaatsen`, { ...PUT, titel: 'Blijft' })
    await at.post(`${goes.desk}/afwijzen`, { reden: 'Nee.' })
    const round = () => tick(desk.db, { timers: practiceTimers, postman: undefined, origin: ORIGIN })
    const long = (days: number) =>
      sql`update practice set reviewed_on = today_here() - ${days}::int,
      ended_on = case when ended_on is not null then today_here() - ${days}::int end
      where reviewed_on is not null`.execute(desk.db)
    await long(29)
    await round()
    expect((await rowOf(stays.id))!.name).toBe('Kim Tran')
    await long(32)
    await round()
    expect(await rowOf(stays.id)).toMatchObject({ name: '', email: '', state: 'shown' })
    await long(360)
    await round()
    expect(await rowOf(goes.id)).toBeDefined()
    await long(370)
    await round()
    expect([await rowOf(goes.id), (await rowOf(stays.id))!.state]).toEqual([undefined, 'shown'])
  })
})

test('somebody of another municipality, or of a partner, reads none and changes none', async () => {
  const { id } = await share({ titel: 'Van hier' })
  const { db, municipality } = desk
  const there = await db
    .selectFrom('municipality')
    .select('id')
    .where('id', '<>', municipality.id)
    .executeTakeFirstOrThrow()
  const cafe = await addOrganisation(db, municipality.id, 'Café de Sluis')
  for (const person of [
    await addPerson(db, there.id, ['policy-officer'], 'Els'),
    await addPerson(db, municipality.id, ['partner'], 'Piet', cafe),
  ])
    await as(db, person, async (tx) => {
      expect(await tx.selectFrom('practice').select('id').execute()).toEqual([])
      expect(await refusePractice(tx, municipality.id, { id, by: person.id, today: '2026-11-29', reason: 'x' })).toBe(
        false,
      )
    })
  expect((await rowOf(id))!.state).toBe('sent')
})
