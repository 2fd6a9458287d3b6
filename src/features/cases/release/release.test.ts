/** From a decision to a public page: proposed by one, approved by another, and what is left out is nowhere. */
import { inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../../test/desk.ts'
import { formOf } from '../../../../test/form-page.ts'
import { deskRoutes } from '../../../apps/desk-routes.ts'
import { createSite } from '../../../apps/site.ts'
import { addTerm } from '../../../lib/working-days.ts'
import { memoryStore } from '../../../../test/memory-home.ts'
import { todayIn } from '../../../web/language.ts'

let desk: TestDesk
let path: string
const people: Record<string, TestPerson> = {}
const at: Record<string, Visitor> = {}
const printed: string[] = []
const store = memoryStore()
const SECRET = 'Het alarm staat achter de linkerdeur.'

beforeAll(async () => {
  desk = await testDesk(
    deskRoutes({
      ...testDeps(),
      files: store,
      print: async (html) => {
        printed.push(html)
        return new TextEncoder().encode(`%PDF-1.7 ${printed.length}`)
      },
    }),
  )
  for (const [name, roles] of Object.entries({
    Annabel: ['policy-officer'],
    Bramwell: ['policy-officer'],
    Feodora: ['fg'],
    Samson: ['security-officer'],
    Dorothea: ['decision-maker'],
    Pienema: ['publisher'],
    Quirijn: ['publisher'],
  } as const)) {
    people[name] = await addPerson(desk.db, desk.municipality.id, roles, name)
    await desk.db
      .updateTable('person')
      .set({ function: `werk als ${roles[0]}` })
      .where('id', '=', people[name].id)
      .execute()
    at[name] = await desk.visit(people[name])
  }
  at['elders'] = await desk.visit(await addPerson(desk.db, desk.elsewhere.id, ['publisher']))
  const regulation = { municipality: desk.municipality.id, source: 'hand' as const }
  await desk.db
    .insertInto('regulation')
    .values([
      { ...regulation, id: REGULATION, work: 'CVDR1', title: 'Verordening cameratoezicht' },
      { ...regulation, id: OTHER, work: 'CVDR2', title: 'Verordening markten' },
    ])
    .execute()
  await decidedCase()
}, 60_000)
afterAll(() => desk.close())
const REGULATION = '01890000-0000-7000-8000-000000000001'
const OTHER = '01890000-0000-7000-8000-000000000002'

const text = async (who: string, where = '') => (await at[who]!.get(path + where)).text()
const send = async (who: string, where: string, fields: Record<string, string | string[]> = {}) =>
  (await at[who]!.post(`${path}${where}`, fields)).status
const hash = async (who = 'Pienema') =>
  /name="stuk" value="([0-9a-f]{64})"/.exec(await text(who, '/publiceren'))?.[1] ?? ''

async function begin(title: string, answer: (question: string) => string) {
  path = (
    await at['Annabel']!.post('/balie/zaken/nieuw', {
      soort: 'regulation',
      titel: title,
      samenvatting: 'De stad wil dit.',
      besluit: '2026-12-31',
      regeling: REGULATION,
    })
  ).headers.get('location')!
  const form = /\/balie\/vragenlijsten\/[0-9a-f-]{36}/.exec(await text('Annabel'))![0]
  for (const question of ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'])
    await at['Annabel']!.post(`${form}/${question}`, { antwoord: answer(question), basis: '0' })
  await send('Annabel', '/stap/indienen')
  await send('Bramwell', '/behandelen')
}

async function decidedCase() {
  await begin('Camera’s op de markt', () => 'ja')
  await send('Bramwell', '/stap/volledige-toets')
  const full = [...(await text('Annabel')).matchAll(/\/balie\/vragenlijsten\/[0-9a-f-]{36}/g)].at(-1)![0]
  for (const [, question] of (await (await at['Annabel']!.get(full)).text()).matchAll(/\/(R\d\d)"/g))
    await at['Annabel']!.post(`${full}/${question}`, {
      antwoord: 'voldoet',
      reden: 'Zie het dossier van Annabel.',
      basis: '0',
    })
  await send('Annabel', '/stap/gereed')
  await send('Bramwell', '/adviezen', {
    wie: ['fg', 'security-officer'],
    termijn: addTerm(todayIn(), { workingDays: 10 }),
  })
  const requests = await desk.db.selectFrom('opinion_request').select(['id', 'role']).execute()
  for (const [who, role, opinion] of [
    ['Feodora', 'fg', 'Bewaar beelden kort.'],
    ['Samson', 'security-officer', SECRET],
  ] as const) {
    await send(who, `/advies/${requests.find((each) => each.role === role)!.id}`, {
      oordeel: role === 'fg' ? 'conditions' : 'no-objection',
      tekst: opinion,
      ...(role === 'fg'
        ? {
            'voorwaarde-0': 'Bewaar beelden drie dagen.',
            'eigenaar-0': people['Bramwell']!.id,
            'uiterlijk-0': '2099-01-01',
          }
        : {}),
    })
  }
  await send('Bramwell', '/stap/adviezen-binnen')
  await send('Bramwell', '/adviseren', { oordeel: 'conditions', tekst: 'Doen, met korte bewaring.' })
  const { id } = await desk.db.selectFrom('opinion_condition').select('id').executeTakeFirstOrThrow()
  await send('Annabel', '/reactie', { [`keuze-${id}`]: 'refuse', [`reden-${id}`]: 'De wet noemt vier weken.' })
  await send('Annabel', '/stap/naar-besluit')
  expect(await text('Pienema', '/publiceren')).toContain('nog geen besluit')
  expect(await send('Pienema', '/publiceren/voorstellen', { stuk: 'x' })).toBe(409)
  expect(
    await send('Dorothea', '/besluit', {
      uitkomst: 'akkoord_mits',
      tekst: 'De stad wint hiermee.',
      mandaat: 'het college',
      datum: todayIn(),
      [`afwijking-${id}`]: 'De wet gaat voor.',
    }),
  ).toBe(303)
}

test('what becomes public is shown first; a part is left out with a ground from the law and a reason', async () => {
  const { id } = await desk.db
    .selectFrom('opinion_request')
    .select('id')
    .where('role', '=', 'security-officer')
    .executeTakeFirstOrThrow()
  expect(await text('Pienema', '/publiceren')).toContain(SECRET)
  expect(await send('Annabel', `/publiceren/opinion-${id}`, { grond: '5.1.2.h', reden: '' })).toBe(422)
  expect(await send('Pienema', `/publiceren/opinion-${id}`, { grond: '5.1.9.z', reden: 'x' })).toBe(422)
  expect(await send('Pienema', '/publiceren/niets', { grond: '5.1.2.h', reden: 'x' })).toBe(404)
  expect(await send('Feodora', `/publiceren/opinion-${id}`, { grond: '5.1.2.h', reden: 'x' })).toBe(403)
  expect(
    await send('Pienema', `/publiceren/opinion-${id}`, { grond: '5.1.2.h', reden: 'Dit beschrijft de beveiliging.' }),
  ).toBe(303)
  const page = await text('Pienema', '/publiceren')
  expect(page).toContain('lid 2, onder h')
  expect(page).not.toContain(SECRET)
})

test('two who leave the same part out: the second sees both, and loses nothing', async () => {
  const { id } = await desk.db
    .selectFrom('opinion_request')
    .select('id')
    .where('role', '=', 'security-officer')
    .executeTakeFirstOrThrow()
  const where = `/publiceren/opinion-${id}`
  const seen = formOf(await text('Pienema', where), `${path}${where}`)
  const other = formOf(await text('Quirijn', where), `${path}${where}`)
  expect(await send('Quirijn', where, { ...other, reden: 'Dit noemt waar de sleutels liggen.' })).toBe(303)
  const late = await at['Pienema']!.post(path + where, { ...seen, grond: '5.1.2.i', reden: 'Mijn lange uitleg.' })
  expect(late.status).toBe(409)
  const shown = await late.text()
  for (const part of [
    'Dit is intussen veranderd',
    'Quirijn',
    'Dit noemt waar de sleutels liggen.',
    'Mijn lange uitleg.',
  ])
    expect(shown).toContain(part)
  // Nor is it shown again over what a colleague just wrote.
  expect(await send('Pienema', where, { basis: seen['basis']!, weer: 'ja' })).toBe(409)
  const merged = { ...formOf(shown, `${path}${where}`), grond: '5.1.2.h', reden: 'Dit beschrijft de beveiliging.' }
  expect(await send('Pienema', where, merged)).toBe(303)
})

test(
  'a condition of an opinion that is left out does not come back in the deviation; and it can be ' + 'shown again',
  async () => {
    const { id } = await desk.db
      .selectFrom('opinion_request')
      .select('id')
      .where('role', '=', 'fg')
      .executeTakeFirstOrThrow()
    await send('Pienema', `/publiceren/opinion-${id}`, { grond: '5.1.2.i', reden: 'Om dit te proberen.' })
    expect(await text('Pienema', '/publiceren')).not.toContain('Bewaar beelden drie dagen.')
    expect(await text('Pienema', '/publiceren')).toContain('een voorwaarde die niet openbaar is')
    await send('Pienema', `/publiceren/opinion-${id}`, { weer: 'ja' })
    expect(await text('Pienema', '/publiceren')).toContain('Bewaar beelden drie dagen.')
  },
)

test('one proposes, and neither that person, the author nor someone without the role approves', async () => {
  const seen = await hash()
  expect(await send('Quirijn', '/publiceren/goedkeuren', { stuk: seen })).toBe(403)
  expect(await send('Pienema', '/publiceren/voorstellen', { stuk: seen })).toBe(303)
  expect(await send('Quirijn', '/publiceren/voorstellen', { stuk: seen })).toBe(409)
  for (const who of ['Pienema', 'Annabel', 'Feodora'])
    expect(await send(who, '/publiceren/goedkeuren', { stuk: seen }), who).toBe(403)
  for (const act of ['voorstellen', 'goedkeuren', 'intrekken'])
    expect(await send('elders', `/publiceren/${act}`, { stuk: seen })).toBe(404)
  expect(await desk.db.selectFrom('published.toets').selectAll().execute()).toEqual([])
})

test('what changed after the proposal is not approved unseen', async () => {
  const seen = await hash('Quirijn')
  await desk.db
    .updateTable('case_file')
    .set({ summary: 'Toch anders.' })
    .where('id', '=', path.split('/').at(-1)!)
    .execute()
  expect(await send('Quirijn', '/publiceren/goedkeuren', { stuk: seen })).toBe(409)
  expect(await text('Quirijn', '/publiceren')).toContain('veranderd nadat het werd voorgesteld')
  expect(await send('Pienema', '/publiceren/intrekken')).toBe(303)
  expect(await send('Pienema', '/publiceren/intrekken')).toBe(409)
  expect(await send('Pienema', '/publiceren/voorstellen', { stuk: await hash() })).toBe(303)
})

test('the second person makes it public: case, page, files, API and figures in one go', async () => {
  expect(await send('Quirijn', '/publiceren/goedkeuren', { stuk: await hash('Quirijn') })).toBe(303)
  expect((await desk.db.selectFrom('case_file').select('state').executeTakeFirstOrThrow()).state).toBe('published')
  expect(await desk.db.selectFrom('published.regulation').select(['work', 'toets']).orderBy('work').execute()).toEqual([
    { work: 'CVDR1', toets: 1 },
    { work: 'CVDR2', toets: null },
  ])
  expect(await desk.db.selectFrom('published.regulation_share').select(['total', 'tested']).execute()).toEqual([
    { total: 2, tested: 1 },
  ])
  expect(
    await desk.db
      .selectFrom('task')
      .select('id')
      .where('kind', '=', 'approve-release')
      .where('done_at', 'is', null)
      .execute(),
  ).toEqual([])
})

const site = (municipality = desk.municipality.slug) =>
  createSite({
    db: desk.publicDb,
    store,
    municipality,
    city: 'Sluiswijk',
    origin: 'https://leidraad.test',
    css: '',
    assets: {},
    report: (error) => desk.faults.push(error),
  })
/** All text of an OpenDocument file of ours. */
function odtText(bytes: Buffer): string {
  const found: string[] = []
  for (let place = 0; bytes.readUInt32LE(place) === 0x04034b50;) {
    const [method, packed, name] = [
      bytes.readUInt16LE(place + 8),
      bytes.readUInt32LE(place + 18),
      bytes.readUInt16LE(place + 26),
    ]
    const body = bytes.subarray(place + 30 + name, place + 30 + name + packed)
    found.push((method === 0 ? body : inflateRawSync(body)).toString())
    place += 30 + name + packed
  }
  return found.join('\n')
}
const PLACES = [
  '/toetsen',
  '/toetsen/1',
  '/en/toetsen',
  '/en/toetsen/1',
  '/toetsen/1/versie/1',
  '/toetsen/1.json',
  '/api/v1/toetsen',
  '/api/v1/toetsen/1',
  '/api/v1/regelingen',
  '/open-data/toetsen.csv',
  '/open-data/regelingen.csv',
]

test('what is left out, and who works here, is nowhere; who decided is', async () => {
  const texts = new Map<string, string>([
    ['pdf', printed.at(-1)!],
    ['odt', odtText(Buffer.from(await (await site().request('/toetsen/1.odt')).arrayBuffer()))],
  ])
  for (const place of PLACES) {
    const answer = await site().request(place)
    expect(answer.status, place).toBe(200)
    texts.set(place, await answer.text())
  }
  for (const [place, body] of texts)
    for (const name of [SECRET, 'Annabel', 'Bramwell', 'Feodora', 'Samson', 'Pienema', 'Quirijn'])
      expect(body, `${name} in ${place}`).not.toContain(name)
  for (const place of ['pdf', 'odt', '/toetsen/1', '/en/toetsen/1', '/toetsen/1.json', '/api/v1/toetsen/1'])
    for (const part of [
      'Dorothea',
      'Bewaar beelden drie dagen.',
      'De wet gaat voor.',
      'onder h',
      'Dit beschrijft de beveiliging.',
    ])
      expect(texts.get(place), `${part} in ${place}`).toContain(part)
  // The heading of an opinion tells what it came to: of one that is left out only whose it is stays.
  for (const [place, body] of texts) expect(body, place).not.toContain('Informatiebeveiliger: akkoord')
  expect(texts.get('/toetsen/1')).toMatch(/>Informatiebeveiliger<\/h3>/)
  expect(texts.get('/en/toetsen/1')).toMatch(/lang="nl"[^>]*>.*De stad wint hiermee/s)
  expect(texts.get('/toetsen')).toContain('1 van 2')
  for (const [q, there] of [
    ['MARKT', true],
    [`it-${todayIn().slice(0, 4)}-0001`, true],
    ['0002', false],
    ['100%', false],
  ] as const)
    expect((await (await site().request(`/toetsen?q=${encodeURIComponent(q)}`)).text()).includes('Camera’s'), q).toBe(
      there,
    )
})

test('a file is a download of its own kind; what is not there is told as such', async () => {
  const pdf = await site().request('/toetsen/1.pdf')
  expect([pdf.headers.get('content-type'), pdf.headers.get('content-disposition')]).toEqual([
    'application/pdf',
    expect.stringContaining('attachment; filename="IT-toets-1-versie-1.pdf"'),
  ])
  for (const place of [
    '/toetsen/2',
    '/toetsen/0',
    '/toetsen/1/versie/2',
    '/toetsen/2.pdf',
    '/toetsen/1.exe',
    '/api/v1/toetsen/2',
    '/toetsen/99999999999999',
  ])
    expect((await site().request(place)).status, place).toBe(404)
  expect((await site(desk.elsewhere.slug).request('/toetsen/1')).status).toBe(404)
  expect((await site(desk.elsewhere.slug).request('/toetsen/1.pdf')).status).toBe(404)
  expect(await (await site(desk.elsewhere.slug).request('/toetsen')).text()).not.toContain('Camera’s')
  for (const table of ['case_file', 'omission', 'person', 'opinion'] as const)
    await expect(sql`select 1 from ${sql.table(`public.${table}`)}`.execute(desk.publicDb), table).rejects.toThrow(
      /permission denied/,
    )
})

test('a later version takes its place; the earlier one stays to be read', async () => {
  await send('Bramwell', '/maatregelen', {
    tekst: '=Zet beelden na drie dagen weg',
    eigenaar: people['Bramwell']!.id,
    klaar: '2099-01-01',
  })
  await send('Pienema', '/publiceren/voorstellen', { stuk: await hash() })
  expect(await send('Quirijn', '/publiceren/goedkeuren', { stuk: await hash('Quirijn') })).toBe(303)
  expect(await (await site().request('/toetsen/1')).text()).toContain('Zet beelden na drie dagen weg')
  expect(await (await site().request('/toetsen/1/versie/1')).text()).not.toContain('Zet beelden na drie dagen weg')
  expect((await site().request('/toetsen/1.pdf')).headers.get('content-disposition')).toContain('versie-2')
})

test('the paragraph for the council says outcome, flags and deviations', async () => {
  const page = await text('Annabel', '/alinea')
  for (const part of [
    'Dit voorstel is getoetst op digitale gevolgen (IT-toets IT-',
    'Er zijn geen rode vlaggen.',
    'De functionaris gegevensbescherming (FG) adviseert: akkoord onder voorwaarden.',
    'Het advies van de informatiebeveiliger is niet openbaar.',
    'is niet overgenomen: “Bewaar beelden drie dagen”. De reden: De wet noemt vier weken.',
    'De beslisser zegt daarover: De wet gaat voor.',
    'Het besluit: akkoord onder voorwaarden. De werk als decision-maker besloot dit op',
    'De hele toets staat op de openbare site.',
  ])
    expect(page).toContain(part)
  expect(page).not.toContain(SECRET)
  expect(page).not.toContain('tussenstand')
})

test('a signed “no effect” becomes public the same way; nothing went wrong on our side', async () => {
  await begin('=HYPERLINK("x") begintijd', () => 'nee')
  await send('Bramwell', '/stap/geen-effect')
  await send('Pienema', '/publiceren/voorstellen', { stuk: await hash() })
  expect(await send('Quirijn', '/publiceren/goedkeuren', { stuk: await hash('Quirijn') })).toBe(303)
  const declared = await (await site().request('/toetsen/2')).text()
  for (const part of ['Geen digitaal effect', 'Verklaard op']) expect(declared).toContain(part)
  expect(declared).not.toMatch(/Besloten op|wijkt nergens af/)
  expect(await (await site().request('/open-data/toetsen.csv')).text()).toContain(`"'=HYPERLINK`)
  expect(desk.faults).toEqual([])
})
