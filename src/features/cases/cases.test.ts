/** A case on its whole way at the desk, with the people who carry it; and what each of them may not do. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { proveChain } from '../../db/audit.ts'
import { addTerm } from '../../lib/working-days.ts'
import { todayIn } from '../../web/language.ts'

let desk: TestDesk
const people: Record<string, TestPerson> = {}
const at: Record<string, Visitor> = {}
let path: string
let full: string

beforeAll(async () => {
  desk = await testDesk(deskRoutes(testDeps()))
  const { db, municipality } = desk
  for (const [name, roles] of Object.entries({
    anna: ['policy-officer'],
    bram: ['policy-officer'],
    fenna: ['fg'],
    sam: ['security-officer'],
    uma: ['executor'],
    dora: ['decision-maker'],
    vera: ['adviser'],
    lia: ['auditor'],
  } as const)) {
    people[name] = await addPerson(db, municipality.id, roles, name)
    at[name] = await desk.visit(people[name])
  }
  people['els'] = await addPerson(db, desk.elsewhere.id, ['policy-officer'])
  at['els'] = await desk.visit(people['els'])
})
afterAll(() => desk.close())

const page = async (who: string, where = path) => (await at[who]!.get(where)).text()
const send = async (who: string, where: string, fields: Record<string, string | string[]> = {}) =>
  (await at[who]!.post(`${path}${where}`, fields)).status
const state = async () => (await desk.db.selectFrom('case_file').select('state').executeTakeFirstOrThrow()).state

test('a new case asks what it is about, and keeps what was typed', async () => {
  const answer = await at['anna']!.post('/balie/zaken/nieuw', {
    soort: 'product',
    titel: '',
    samenvatting: 'Dit blijft staan.',
  })
  expect(answer.status).toBe(422)
  const text = await answer.text()
  const nothing = await at['anna']!.get('/balie/zaken/nieuw?verder=ja')
  expect(nothing.status).toBe(422)
  expect(await nothing.text()).toMatch(/<title>Fout: [^]*href="#veld-soort[^]*Kies waarover de IT-toets gaat/)
  for (const part of ['Vul een titel in.', 'Kies het product dat u toetst', 'Dit blijft staan.'])
    expect(text).toContain(part)
  const made = await at['anna']!.post('/balie/zaken/nieuw', {
    soort: 'proposal',
    titel: 'Gratis wifi in de binnenstad',
    samenvatting: 'De stad biedt gratis wifi aan.',
    besluit: '2026-12-31',
  })
  path = made.headers.get('location')!
  expect(path).toMatch(/^\/balie\/zaken\/[0-9a-f-]{36}$/)
  expect(await page('anna')).toContain('IT-20')
})

test('the pre-check proposes a route with its rule; a person confirms', async () => {
  const form = /\/balie\/vragenlijsten\/[0-9a-f-]{36}/.exec(await page('anna'))![0]
  for (const [question, antwoord] of Object.entries({ V1: 'ja', V2: 'nee', V3: 'ja', V4: 'nee', V5: 'ja', V6: 'nee' }))
    await at['anna']!.post(`${form}/${question}`, { antwoord, basis: '0' })
  expect(await page('bram')).toContain('Minstens één antwoord is ja (V1, V3, V5)')
  expect(await send('anna', '/stap/indienen')).toBe(303)
  expect(await send('anna', '/behandelen')).toBe(403)
  expect(await send('fenna', '/behandelen')).toBe(403)
  expect(await send('bram', '/behandelen')).toBe(303)
  expect(await send('bram', '/behandelen')).toBe(403)
  expect(await send('anna', '/stap/volledige-toets')).toBe(403)
  expect(await send('bram', '/stap/volledige-toets')).toBe(303)
  expect(await state()).toBe('in-test')
})

test('the test is filled in; an open question holds it back', async () => {
  full = [...(await page('anna')).matchAll(/\/balie\/vragenlijsten\/[0-9a-f-]{36}/g)].at(-1)![0]
  expect(await send('anna', '/stap/gereed')).toBe(409)
  const list = await (await at['anna']!.get(full)).text()
  for (const [, question] of list.matchAll(/\/(R\d\d)"/g)) {
    await at['anna']!.post(`${full}/${question}`, {
      antwoord: question === 'R24' ? 'voldoet_niet' : 'voldoet',
      reden: 'Zie het dossier.',
      basis: '0',
    })
  }
  expect(await page('anna')).toContain('Bezoekers worden gevolgd of herkend')
  expect(await send('anna', '/stap/gereed')).toBe(303)
})

test('opinions are asked of all at once; the FG and the informatiebeveiliger cannot be passed over', async () => {
  const ask = (wie: string[]) => send('bram', '/adviezen', { wie, termijn: addTerm(todayIn(), { workingDays: 10 }) })
  expect(await ask(['executor'])).toBe(422)
  expect(await ask(['fg', 'security-officer', 'executor', people['vera']!.id])).toBe(303)
  expect(await state()).toBe('opinions')
  for (const who of ['fenna', 'sam', 'uma', 'vera']) expect(await page(who, '/balie'), who).toContain('Geef advies als')
  expect(await page('bram', '/balie')).not.toContain('Geef advies als')
})

/** As the form sends them: what, who and when. */
const conditions = (...texts: string[]) =>
  Object.fromEntries(
    texts.flatMap((text, index) => [
      [`voorwaarde-${index}`, text],
      [`eigenaar-${index}`, people['uma']!.id],
      [`uiterlijk-${index}`, '2099-01-01'],
    ]),
  )
/** The author's answer to the executor, who said no. */
const answered = async () => ({ [`antwoord-advies-${await requestOf('executor')}-1`]: 'De leverancier beheert het.' })
const requestOf = async (role: string) =>
  (
    await desk.db
      .selectFrom('opinion_request')
      .select('id')
      .where('role', '=', role as 'fg')
      .executeTakeFirstOrThrow()
  ).id

test('each gives the own opinion, nobody another’s, and silence is not consent', async () => {
  const fg = await requestOf('fg')
  expect(await send('sam', `/advies/${fg}`, { oordeel: 'no-objection', tekst: 'Prima.' })).toBe(403)
  expect(await send('fenna', `/advies/${fg}`, { oordeel: 'conditions', tekst: 'Alleen zo.' })).toBe(422)
  expect(
    await send('fenna', `/advies/${fg}`, {
      oordeel: 'conditions',
      tekst: 'Tel zonder toestellen te herkennen.',
      ...conditions('Registreer geen telefoons.', 'Verwijder ruwe gegevens dezelfde dag.'),
    }),
  ).toBe(303)
  expect(
    await send('sam', `/advies/${await requestOf('security-officer')}`, {
      oordeel: 'none-needed',
      tekst: 'Geen gevolgen voor onze systemen.',
    }),
  ).toBe(303)
  expect(
    await send('uma', `/advies/${await requestOf('executor')}`, {
      oordeel: 'against',
      tekst: 'Wij kunnen dit niet beheren.',
    }),
  ).toBe(303)
  expect(await send('bram', '/stap/adviezen-binnen')).toBe(409)
  expect(await page('bram')).toContain('Zwijgen is geen instemming')
  // A hold forgets nothing that was asked, and the day stays.
  const due = (await desk.db.selectFrom('case_file').select('due_on').executeTakeFirstOrThrow()).due_on
  expect(await send('bram', '/stap/aanhouden', { reden: 'Wacht op de raad.' })).toBe(303)
  expect(await send('bram', '/stap/hervatten')).toBe(303)
  expect(await page('vera', '/balie')).toContain('Geef advies als adviseur')
  expect((await desk.db.selectFrom('case_file').select('due_on').executeTakeFirstOrThrow()).due_on).toBe(due)
  expect(
    await send('vera', `/advies/${await requestOf('adviser')}`, {
      oordeel: 'no-objection',
      tekst: 'Archief is geregeld.',
    }),
  ).toBe(303)
})

test('a correction is a new version; the earlier one stays to be read', async () => {
  const fg = await requestOf('fg')
  expect(
    await send('fenna', `/advies/${fg}`, {
      oordeel: 'conditions',
      tekst: 'Bij nader inzien volstaat één voorwaarde.',
      ...conditions('Registreer geen telefoons.'),
    }),
  ).toBe(303)
  const text = await page('anna')
  expect(text).toContain('Eerdere versies (1)')
  expect(text).toContain('Tel zonder toestellen te herkennen.')
  expect(await send('bram', '/stap/adviezen-binnen')).toBe(303)
})

test('the advice waits for an answer to the red flag', async () => {
  const advice = { oordeel: 'conditions', tekst: 'Doen, mits zonder volgen.' }
  expect(await send('bram', '/adviseren', advice)).toBe(409)
  expect(await send('bram', '/vlaggen', {})).toBe(422)
  expect(await send('bram', '/vlaggen', { 'vlag-R24': 'De leverancier zet herkennen uit.' })).toBe(303)
  expect(await send('anna', '/adviseren', advice)).toBe(403)
  expect(await send('bram', '/adviseren', advice)).toBe(303)
  expect(await state()).toBe('reaction')
})

test('the author reacts to each condition; refusing asks a reason', async () => {
  const { id } = await desk.db
    .selectFrom('opinion_condition')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(await send('anna', '/stap/naar-besluit')).toBe(409)
  expect(await send('anna', '/reactie', { ...(await answered()), [`keuze-${id}`]: 'refuse' })).toBe(422)
  expect(
    await send('anna', '/reactie', {
      ...(await answered()),
      [`keuze-${id}`]: 'refuse',
      [`reden-${id}`]: 'De techniek kan het niet zonder.',
    }),
  ).toBe(303)
  expect(await send('anna', '/stap/naar-besluit')).toBe(303)
})

test('a condition that comes late is answered before anything is decided', async () => {
  const fg = await requestOf('fg')
  expect(
    await send('fenna', `/advies/${fg}`, {
      oordeel: 'conditions',
      tekst: 'Nog iets.',
      ...conditions('Registreer geen telefoons.', 'Zet een bord neer.'),
    }),
  ).toBe(303)
  expect((await at['dora']!.get(`${path}/besluit`)).status).toBe(409)
  expect(await page('anna', '/balie')).toContain('Reageer op een nieuw advies')
  expect(await send('dora', '/stap/alsnog-reageren')).toBe(403)
  expect(await send('anna', '/stap/alsnog-reageren')).toBe(303)
  const ids = (
    await desk.db
      .selectFrom('opinion_condition as c')
      .innerJoin('opinion as o', 'o.id', 'c.opinion')
      .select('c.id')
      .where('o.request', '=', fg)
      .orderBy('o.no', 'desc')
      .orderBy('c.no')
      .limit(2)
      .execute()
  ).map(({ id }) => id)
  expect(
    await send('anna', '/reactie', {
      ...(await answered()),
      [`keuze-${ids[0]}`]: 'refuse',
      [`reden-${ids[0]}`]: 'De techniek kan het niet zonder.',
      [`keuze-${ids[1]}`]: 'adopt',
    }),
  ).toBe(303)
  expect(await send('anna', '/stap/naar-besluit')).toBe(303)
  expect((await at['dora']!.get(`${path}/besluit`)).status).toBe(200)
})

test('the decision is by name and mandate, with a reason for every deviation', async () => {
  const { condition: id } = await desk.db
    .selectFrom('reaction')
    .select('condition')
    .where('kind', '=', 'refuse')
    .orderBy('at', 'desc')
    .executeTakeFirstOrThrow()
  const decision = {
    uitkomst: 'akkoord_mits',
    tekst: 'De stad wint hiermee.',
    mandaat: 'het college, 24 november 2026',
    datum: todayIn(),
  }
  expect(await send('bram', '/besluit', decision)).toBe(403)
  expect(await send('dora', '/besluit', decision)).toBe(422)
  expect(
    await send('dora', '/besluit', {
      ...decision,
      datum: '2099-01-01',
      [`afwijking-${id}`]: 'x',
      'afwijking-R24': 'x',
    }),
  ).toBe(422)
  // An adviser who said no is an objection too, whatever Digital Affairs made of it.
  const against = await desk.db
    .selectFrom('opinion')
    .select('request')
    .where('stance', 'in', ['against', 'revise'])
    .executeTakeFirstOrThrow()
  expect(
    await send('dora', '/besluit', {
      ...decision,
      [`afwijking-${id}`]: 'Wij tellen anoniem.',
      'afwijking-R24': 'Herkennen gaat uit.',
    }),
  ).toBe(422)
  expect(
    await send('dora', '/besluit', {
      ...decision,
      [`afwijking-${id}`]: 'Wij tellen anoniem.',
      'afwijking-R24': 'Herkennen gaat uit.',
      [`afwijking-advies-${against.request}`]: 'De stad kiest anders.',
    }),
  ).toBe(303)
  expect(await state()).toBe('decided')
  const text = await page('lia')
  for (const part of [
    'dora, functie van dora, op grond van het college',
    'Waarom: Wij tellen anoniem.',
    'Waarom: Herkennen gaat uit.',
  ])
    expect(text).toContain(part)
})

test('a measure is proven by its owner and checked by another', async () => {
  expect(
    await send('anna', '/maatregelen', {
      tekst: 'Zet herkennen uit.',
      eigenaar: people['uma']!.id,
      klaar: '2099-01-01',
    }),
  ).toBe(403)
  expect(
    await send('bram', '/maatregelen', {
      tekst: 'Zet herkennen uit.',
      eigenaar: people['uma']!.id,
      klaar: '2020-01-01',
    }),
  ).toBe(422)
  expect(
    await send('bram', '/maatregelen', {
      tekst: 'Zet herkennen uit.',
      eigenaar: people['uma']!.id,
      klaar: '2099-01-01',
    }),
  ).toBe(303)
  const { id } = await desk.db.selectFrom('measure').select('id').executeTakeFirstOrThrow()
  expect(await send('bram', `/maatregelen/${id}/bewijs`, { tekst: 'Gedaan.' })).toBe(403)
  expect(await send('uma', `/maatregelen/${id}/bewijs`, { tekst: 'Zie de instellingen.' })).toBe(303)
  expect(await send('uma', `/maatregelen/${id}/controle`, { oordeel: 'accepted', tekst: 'Goed.' })).toBe(403)
  expect(await send('bram', `/maatregelen/${id}/controle`, { oordeel: 'accepted', tekst: 'Nagekeken.' })).toBe(303)
  expect(await page('anna')).toContain('klaar en gecontroleerd')
})

const ago = (days: number) => todayIn(new Date(Date.now() - days * 86_400_000))
const legalTermOf = (term: string) =>
  desk.db.selectFrom('legal_term').selectAll().where('term', '=', term).executeTakeFirstOrThrow()

test(
  'a legal term runs by its date: kept by author and handler, extended once, late when it is past, ' + 'and ended',
  async () => {
    const made = await at['anna']!.post('/balie/zaken/nieuw', {
      soort: 'proposal',
      titel: 'Slimme lantaarns',
      samenvatting: 'De lantaarns tellen voorbijgangers.',
      besluit: '2026-12-31',
    })
    const before = path
    path = made.headers.get('location')!
    expect(await page('anna', `${path}/termijnen`)).toContain('AVG artikel 36')
    expect(await send('vera', '/termijnen', { termijn: 'raadpleging', datum: ago(20) })).toBe(403)
    for (const wrong of [
      { termijn: 'opschorting', datum: ago(20) },
      { termijn: 'raadpleging', datum: '2026-02-30' },
      { termijn: 'raadpleging', datum: '9999-12-31' },
      { termijn: '__proto__', datum: '' },
    ])
      expect(await send('anna', '/termijnen', wrong)).toBe(422)
    expect(await send('anna', '/termijnen', { termijn: 'raadpleging', datum: ago(20) })).toBe(303)
    expect(await send('anna', '/termijnen', { termijn: 'raadpleging', datum: ago(19) })).toBe(422)
    // What the author kept becomes the handler's.
    await send('bram', '/behandelen')
    expect(await page('bram', '/balie')).toContain('Houd de wettelijke termijn aan: Voorafgaande raadpleging')
    expect(await page('anna', '/balie')).not.toContain('Houd de wettelijke termijn aan')
    const { id, starts_on: from } = await legalTermOf('raadpleging')
    expect(await send('bram', `/termijnen/${id}/verlengen`, { reden: '' })).toBe(422)
    expect(await send('bram', `/termijnen/${id}/verlengen`, { reden: 'De toezichthouder vraagt meer tijd.' })).toBe(303)
    expect(await send('bram', `/termijnen/${id}/verlengen`, { reden: 'Nog eens.' })).toBe(409)
    expect((await legalTermOf('raadpleging')).due_on).toBe(addTerm(from, { weeks: 14, regime: 'eu' }))
    expect(await page('lia', '/balie/zaken?van=laat')).not.toContain('Slimme lantaarns')
    await desk.db
      .updateTable('legal_term')
      .set({ due_on: ago(2), extended: null })
      .where('id', '=', id)
      .execute()
    expect(await page('lia')).toContain('te laat')
    expect((await page('lia', '/balie/zaken?van=laat')).replaceAll(/<[^>]+>/g, '')).toMatch(
      /Slimme lantaarns[\s\S]*te laat · wet/,
    )
    expect(await send('bram', `/termijnen/${id}/verlengen`, { reden: 'Te laat bedacht.' })).toBe(409)
    expect(await send('uma', `/termijnen/${id}/afronden`, { datum: ago(1) })).toBe(403)
    for (const wrong of ['2999-01-01', ago(30), '2026-02-30', ''])
      expect(await send('bram', `/termijnen/${id}/afronden`, { datum: wrong })).toBe(422)
    expect(
      await send('bram', `/termijnen/${id}/afronden`, { datum: ago(1), toelichting: 'Het advies is binnen.' }),
    ).toBe(303)
    expect(await send('bram', `/termijnen/${id}/afronden`, { datum: ago(1) })).toBe(409)
    expect(await page('lia', `${path}/termijnen/${id}`)).toContain('Te laat afgerond')
    expect(await page('lia', '/balie/zaken?van=laat')).not.toContain('Slimme lantaarns')
    expect(await page('bram', '/balie')).not.toContain('Houd de wettelijke termijn aan')
    path = before
  },
)

test(
  'a term that is waited out is never late, and stops earlier only with a reason; closing the case ends ' + 'what runs',
  async () => {
    const made = await at['anna']!.post('/balie/zaken/nieuw', {
      soort: 'proposal',
      titel: 'Ontwerp ter inzage',
      samenvatting: 'x',
      besluit: '2026-12-31',
    })
    const before = path
    path = made.headers.get('location')!
    await send('anna', '/termijnen', { termijn: 'zienswijzen', datum: ago(10) })
    expect(await page('anna', '/balie')).toMatch(/Wacht tot en met \d+ [a-z]+ \d{4}: Zienswijzen/)
    const { id } = await legalTermOf('zienswijzen')
    await desk.db
      .updateTable('legal_term')
      .set({ due_on: ago(2) })
      .where('id', '=', id)
      .execute()
    expect(await page('lia')).toContain('voorbij')
    expect(await page('lia', '/balie/zaken?van=laat')).not.toContain('Ontwerp ter inzage')
    expect(await send('anna', `/termijnen/${id}/afronden`, { datum: ago(3) })).toBe(422)
    expect(
      await send('anna', `/termijnen/${id}/afronden`, {
        datum: ago(3),
        toelichting: 'De procedure bleek niet te gelden.',
      }),
    ).toBe(303)
    expect(await page('lia')).toContain('eerder gestopt')
    await send('anna', '/termijnen', { termijn: 'interoperabiliteit', datum: '2027-06-01' })
    expect(await send('anna', '/stap/intrekken', { reden: 'Het plan gaat niet door.' })).toBe(303)
    expect(await legalTermOf('interoperabiliteit')).toMatchObject({
      ended_by: people['anna']!.id,
      note: 'De zaak is gesloten: trek de zaak in.',
    })
    expect(await send('anna', '/termijnen', { termijn: 'raadpleging', datum: ago(1) })).toBe(403)
    path = before
  },
)

test('of another municipality there is nothing, an auditor changes nothing', async () => {
  expect((await at['els']!.get(path)).status).toBe(404)
  expect((await at['els']!.post(`${path}/stap/intrekken`, { reden: 'x' })).status).toBe(404)
  expect(await send('lia', '/maatregelen', { tekst: 'x' })).toBe(403)
  expect(await page('els', '/balie/zaken')).toContain('Er zijn geen zaken')
})

test('“no effect” is signed by the handler, one in ten is drawn, and another looks again', async () => {
  const made = await at['anna']!.post('/balie/zaken/nieuw', {
    soort: 'proposal',
    titel: 'Begintijd van de markt',
    samenvatting: 'De markt begint eerder.',
    besluit: '2026-12-31',
  })
  path = made.headers.get('location')!
  const form = /\/balie\/vragenlijsten\/[0-9a-f-]{36}/.exec(await page('anna'))![0]
  for (const question of ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'])
    await at['anna']!.post(`${form}/${question}`, { antwoord: 'nee', basis: '0' })
  await send('anna', '/stap/indienen')
  await send('bram', '/behandelen')
  expect(await send('bram', '/stap/geen-effect')).toBe(303)
  expect((await at['bram']!.post('/balie/zaken/steekproef')).status).toBe(303)
  expect((await at['bram']!.post('/balie/zaken/steekproef')).status).toBe(409)
  expect(await page('lia', '/balie/zaken/steekproef')).toMatch(/Startgetal: <code[^>]*>[0-9a-f]{32}</)
  expect(await send('bram', '/herbekijken', { oordeel: 'ja', tekst: 'x' })).toBe(403)
  expect(await send('vera', '/herbekijken', { oordeel: 'ja', tekst: '' })).toBe(422)
  expect(await send('vera', '/herbekijken', { oordeel: 'ja', tekst: 'Geen gegevens, geen software.' })).toBe(303)
})

test('hold and go on: back to where it was; search and filters find it', async () => {
  const made = await at['anna']!.post('/balie/zaken/nieuw', {
    soort: 'proposal',
    titel: '100% _digitaal_ loket',
    samenvatting: 'x',
    besluit: '2026-12-31',
  })
  path = made.headers.get('location')!
  await send('bram', '/behandelen')
  expect(await send('bram', '/stap/aanhouden')).toBe(422)
  expect(await send('bram', '/stap/aanhouden', { reden: 'Wacht op de raad.' })).toBe(303)
  expect(await page('lia', '/balie/zaken?staat=on-hold')).toContain('100% _digitaal_ loket')
  expect(await send('bram', '/stap/hervatten')).toBe(303)
  expect(await page('lia', '/balie/zaken?q=100%25+_')).toContain('_digitaal_ loket')
  expect(await page('lia', '/balie/zaken?q=1000')).not.toContain('_digitaal_ loket')
  expect(await page('anna', '/balie/zaken?van=mij&soort=proposal')).toContain('_digitaal_ loket')
})

test('the trail of all this is whole, and there were no faults of ours', async () => {
  const proof = await proveChain(desk.db, desk.municipality.id)
  expect(proof.brokenAt).toBeUndefined()
  expect(proof.count).toBeGreaterThan(50)
  expect(desk.faults).toEqual([])
})

test('every letter about a case says from whom it is and where to go on', async () => {
  const letters = await desk.db.selectFrom('message').select(['kind', 'body']).where('kind', 'like', 'task.%').execute()
  expect(letters.length).toBeGreaterThan(0)
  for (const { body } of letters)
    expect(body).toMatch(/^Beste [^]*Hier kunt u verder:\nhttp[^]*verstuurd door Leidraad van gemeente Sluiswijk\./)
})
