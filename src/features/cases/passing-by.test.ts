/** Attempts to pass an IT-toets by, through the real routes and by hand-made posts; and what is near but allowed. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { addTerm } from '../../lib/working-days.ts'
import { todayIn } from '../../web/language.ts'

let desk: TestDesk
const people: Record<string, TestPerson> = {}
const at: Record<string, Visitor> = {}
let path: string
let id: string
const PRODUCT = '01890000-0000-7000-8000-00000000000a'
const REGULATION = '01890000-0000-7000-8000-00000000000b'

beforeAll(async () => {
  desk = await testDesk(deskRoutes(testDeps()))
  const { db, municipality } = desk
  for (const [name, roles] of Object.entries({
    anna: ['policy-officer'],
    bram: ['policy-officer'],
    carla: ['policy-officer'],
    fenna: ['fg'],
    floor: ['fg'],
    sam: ['security-officer'],
    uma: ['executor'],
    dora: ['decision-maker'],
    pia: ['publisher'],
  } as const)) {
    people[name] = await addPerson(db, municipality.id, roles, name)
    at[name] = await desk.visit(people[name])
  }
  await db.insertInto('product').values({ municipality: municipality.id, id: PRODUCT, name: 'Balieplan' }).execute()
  await db
    .insertInto('regulation')
    .values({ municipality: municipality.id, id: REGULATION, work: 'CVDR1', title: 'Marktverordening', source: 'hand' })
    .execute()
}, 60_000)
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})
beforeEach(async () => {
  await desk.db.updateTable('person').set({ state: 'active' }).execute()
})

const today = todayIn()
const ago = (days: number) => todayIn(new Date(Date.now() - days * 86_400_000))
const page = async (who: string, where = '') =>
  (await (await at[who]!.get(`${path}${where}`)).text()).replaceAll(/<script[\s\S]*?<\/script>/g, '')
const send = async (who: string, where: string, fields: Record<string, string | string[]> = {}) =>
  (await at[who]!.post(`${path}${where}`, fields)).status
const told = async (who: string, where: string, fields: Record<string, string | string[]> = {}) =>
  (await at[who]!.post(`${path}${where}`, fields)).text()
const begin = (fields: Record<string, string>) =>
  at['anna']!.post('/balie/zaken/nieuw', {
    titel: 'Proef',
    samenvatting: 'De stad doet dit.',
    besluit: '2099-12-31',
    ...fields,
  })
const row = () => desk.db.selectFrom('case_file').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const block = (name: string, state: 'blocked' | 'active' | 'left' = 'blocked') =>
  desk.db.updateTable('person').set({ state }).where('id', '=', people[name]!.id).execute()
const formOf = async (which: 'pre_check' | 'full_test') => `/balie/vragenlijsten/${(await row())[which]}`
const give = async (who: string, form: string, question: string, antwoord: string, basis = '0') =>
  (await at[who]!.post(`${form}/${question}`, { antwoord, reden: 'Zie het dossier.', basis })).status
const requests = () => desk.db.selectFrom('opinion_request').selectAll().where('case_file', '=', id).execute()
const requestOf = async (role: string) =>
  (await requests()).findLast((each) => each.role === role && each.round === 0)!.id

async function draft(fields: Record<string, string> = { soort: 'proposal' }) {
  const made = await begin(fields)
  path = made.headers.get('location')!
  id = path.split('/').at(-1)!
}
async function inTest(fields?: Record<string, string>) {
  await draft(fields)
  const form = await formOf('pre_check')
  for (const question of ['V1', 'V2', 'V3', 'V4', 'V5', 'V6']) await give('anna', form, question, 'ja')
  expect(await send('anna', '/stap/indienen')).toBe(303)
  expect(await send('bram', '/behandelen')).toBe(303)
  expect(await send('bram', '/stap/volledige-toets')).toBe(303)
}
async function fill(answer: (question: string) => string = () => 'voldoet') {
  const form = await formOf('full_test')
  for (const [, question] of (await (await at['anna']!.get(form)).text()).matchAll(/\/(R\d\d|P\d\d)"/g))
    await give('anna', form, question!, answer(question!))
}
async function toCompleteness(answer?: (question: string) => string) {
  await inTest()
  await fill(answer)
  expect(await send('anna', '/stap/gereed')).toBe(303)
}
const ask = (wie: string[] = ['fg', 'security-officer']) =>
  send('bram', '/adviezen', { wie, termijn: addTerm(today, { workingDays: 10 }) })
type Say = Record<string, string | string[]>
const FINE: Say = { oordeel: 'no-objection', tekst: 'Dit is in orde.' }
/** To the decision. `fg` and `so`: their opinions; `react`: what the author sends. */
async function toDecision({ fg = FINE, so = FINE, react }: { fg?: Say; so?: Say; react?: () => Promise<Say> } = {}) {
  await toCompleteness()
  expect(await ask()).toBe(303)
  expect(await send('fenna', `/advies/${await requestOf('fg')}`, fg)).toBe(303)
  expect(await send('sam', `/advies/${await requestOf('security-officer')}`, so)).toBe(303)
  expect(await send('bram', '/stap/adviezen-binnen')).toBe(303)
  expect(await send('bram', '/adviseren', { oordeel: 'no-objection', tekst: 'Doen.' })).toBe(303)
  if (react) expect(await send('anna', '/reactie', await react())).toBe(303)
  expect(await send('anna', '/stap/naar-besluit')).toBe(303)
}
const DECISION = { uitkomst: 'akkoord', tekst: 'De stad wint hiermee.', mandaat: 'het college', datum: today }
const CONDITION = (owner = people['uma']!.id, on = '2099-01-01') => ({
  oordeel: 'conditions',
  tekst: 'Alleen zo.',
  'voorwaarde-0': 'Registreer geen telefoons.',
  'eigenaar-0': owner,
  'uiterlijk-0': on,
})
const conditionId = async () =>
  (
    await desk.db
      .selectFrom('opinion_condition')
      .select('id')
      .where('case_file', '=', id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  ).id

test('a test is about one thing that fits its kind; what does not fit is neither asked nor taken', async () => {
  const form = async (kind: string) => (await at['anna']!.get(`/balie/zaken/nieuw?soort=${kind}`)).text()
  for (const [kind, asks, not] of [
    ['regulation', 'name="regeling"', 'name="product"'],
    ['product', 'name="product"', 'name="regeling"'],
  ] as const) {
    expect(await form(kind)).toContain(asks)
    expect(await form(kind)).not.toContain(not)
  }
  expect(await form('proposal')).not.toMatch(/name="(regeling|product)"/)
  expect(await form('verzonnen')).toContain('name="soort"')
  for (const wrong of [
    { soort: 'regulation', regeling: REGULATION, product: PRODUCT },
    { soort: 'regulation', product: PRODUCT },
    { soort: 'product', product: PRODUCT, regeling: REGULATION },
    { soort: 'proposal', product: PRODUCT },
    { soort: 'proposal', regeling: REGULATION },
    { soort: 'product' },
    { soort: 'product', product: REGULATION },
    { soort: '__proto__', product: PRODUCT },
  ])
    expect((await begin(wrong)).status, JSON.stringify(wrong)).toBe(422)
  for (const right of [
    { soort: 'regulation', regeling: REGULATION },
    { soort: 'regulation' },
    { soort: 'product', product: PRODUCT },
    { soort: 'proposal' },
  ])
    expect((await begin(right)).status, JSON.stringify(right)).toBe(303)
  await draft({ soort: 'regulation', regeling: REGULATION })
  const basis = /name="basis" value="([^"]*)"/.exec(await page('anna', '/wijzigen'))![1]!.replaceAll('&quot;', '"')
  const change = {
    basis,
    titel: 'Proef',
    samenvatting: 'x',
    besluit: '2099-12-31',
    product: PRODUCT,
    regeling: REGULATION,
  }
  expect(await send('anna', '/wijzigen', { soort: 'product', ...change })).toBe(422)
  await expect(
    as(desk.db, people['anna']!, (tx) =>
      tx.updateTable('case_file').set({ product: PRODUCT }).where('id', '=', id).execute(),
    ),
  ).rejects.toThrow(/not about that/)
})

test('what was linked wrongly before counts for nothing', async () => {
  await draft()
  // As an earlier version left it.
  await desk.db.transaction().execute(async (tx) => {
    await tx.executeQuery({ sql: 'set local session_replication_role = replica', parameters: [] } as never)
    await tx.updateTable('case_file').set({ product: PRODUCT, state: 'decided' }).where('id', '=', id).execute()
    await tx
      .insertInto('decision')
      .values({
        municipality: desk.municipality.id,
        id,
        case_file: id,
        no: 1,
        outcome: 'akkoord',
        text: 'Doen.',
        by: people['dora']!.id,
        name: 'dora',
        function: 'x',
        mandate: 'x',
        decided_on: today,
      })
      .execute()
  })
  const list = await (await at['anna']!.get('/balie/producten')).text()
  expect(list).toContain('Balieplan')
  expect(list.replaceAll(/<[^>]+>/g, ' ')).not.toMatch(/Balieplan[\s\S]{0,400}\d{4}/)
})

test('the main action is what is missing: first the pre-check; then the route that its rule proposes', async () => {
  const main = async (who: string) => /nl-button--primary" href="([^"]+)"[^>]*>([^<]+)</.exec(await page(who))
  await draft()
  const form = await formOf('pre_check')
  expect((await main('anna'))!.slice(1)).toEqual([form, 'Vul de voortoets in (nog 6 vragen)'])
  expect(await send('anna', '/stap/indienen')).toBe(409)
  for (const question of ['V1', 'V2', 'V3', 'V4', 'V5']) await give('anna', form, question, 'nee')
  expect((await main('anna'))![2]).toBe('Vul de voortoets in (nog één vraag)')
  expect(await send('anna', '/stap/indienen')).toBe(409)
  await give('anna', form, 'V6', 'nee')
  expect((await main('anna'))![1]).toBe(`${path}/stap/indienen`)
  expect(await send('anna', '/stap/indienen')).toBe(303)
  await send('bram', '/behandelen')
  expect((await main('bram'))![1]).toBe(`${path}/stap/geen-effect`)
  expect((await page('bram')).replaceAll(/<[^>]+>/g, '')).toMatch(/Andere stappen[\s\S]*Begin de volledige toets/)
  await inTest()
  expect((await main('anna'))![2]).toMatch(/^Vul de toets in \(nog \d+ vragen\)$/)
})

test('nobody writes in what was handed in; what came back is its author’s, question by question', async () => {
  await inTest()
  const form = await formOf('full_test')
  // A colleague helps while it is being filled in; who handles it does not.
  expect(await give('carla', form, 'R01', 'voldoet')).toBe(303)
  expect(await give('bram', form, 'R02', 'voldoet')).toBe(403)
  await fill((question) => (question === 'R11' ? 'voldoet_niet' : 'voldoet'))
  expect(await send('anna', '/stap/gereed')).toBe(303)
  for (const who of ['anna', 'bram', 'carla']) expect(await give(who, form, 'R11', 'voldoet', '1'), who).toBe(403)
  expect((await at['bram']!.post(`${form}/R11/terug`, { nummer: '1' })).status).toBe(403)
  for (const who of ['anna', 'bram', 'carla'])
    await expect(
      as(desk.db, people[who]!, async (tx) =>
        tx
          .insertInto('answer')
          .values({
            municipality: desk.municipality.id,
            form: form.split('/').at(-1)!,
            question: 'R11',
            no: 2,
            value: '"voldoet"',
            by: people[who]!.id,
          })
          .execute(),
      ),
    ).rejects.toThrow(/nobody writes answers/)
  expect(await send('bram', '/stap/aanvullen', { reden: 'Pas R11 aan.' })).toBe(403)
  expect(await send('bram', '/terugvragen', { reden: '', 'vraag-R11': 'Noem de balie.' })).toBe(422)
  expect(await send('bram', '/terugvragen', { reden: 'Nog niet klaar.', 'vraag-R11': '?' })).toBe(422)
  expect(await send('anna', '/terugvragen', { reden: 'Nog niet klaar.' })).toBe(403)
  expect(await send('bram', '/terugvragen', { reden: 'Nog niet klaar.', 'vraag-R11': 'Noem ook de balie.' })).toBe(303)
  expect(await (await at['anna']!.get(`${form}/R11`)).text()).toContain('Noem ook de balie.')
  expect(await page('anna')).toContain('Beantwoord wat terugkwam')
  expect(await send('anna', '/stap/gereed')).toBe(409)
  expect(await give('carla', form, 'R11', 'voldoet', '1')).toBe(403)
  expect(await give('bram', form, 'R11', 'voldoet', '1')).toBe(403)
  expect(await give('anna', form, 'R11', 'voldoet', '1')).toBe(303)
  expect(await send('anna', '/stap/gereed')).toBe(303)
  const story = (await page('carla')).replaceAll(/<[^>]+>/g, '')
  expect(story).toMatch(/antwoord gewijzigd bij vraag R11[\s\S]*Daarmee verviel een rode vlag/)
  expect(story).toContain('teruggevraagd bij vraag R11')
})

test('a comment of the author also answers what came back; an older one does not', async () => {
  await toCompleteness()
  const form = await formOf('full_test')
  await at['anna']!.post(`${form}/R01/opmerking`, { opmerking: 'Alvast dit.' })
  await send('bram', '/terugvragen', { reden: 'Kijk nog eens.', 'vraag-R01': 'Waar blijkt dit uit?' })
  expect(await send('anna', '/stap/gereed')).toBe(409)
  await at['carla']!.post(`${form}/R01/opmerking`, { opmerking: 'Mijn idee.' })
  expect(await send('anna', '/stap/gereed')).toBe(409)
  await at['anna']!.post(`${form}/R01/opmerking`, { opmerking: 'Uit het dossier, blad vier.' })
  expect(await send('anna', '/stap/gereed')).toBe(303)
})

test('the pre-check that was handed in comes back to its author before it changes', async () => {
  await draft()
  const form = await formOf('pre_check')
  for (const question of ['V1', 'V2', 'V3', 'V4', 'V5', 'V6']) await give('anna', form, question, 'nee')
  await send('anna', '/stap/indienen')
  await send('bram', '/behandelen')
  for (const who of ['anna', 'bram', 'carla']) expect(await give(who, form, 'V1', 'ja', '1'), who).toBe(403)
  expect(
    await send('bram', '/terugvragen', { reden: 'Denk aan camera’s.', 'vraag-V5': 'Er hangen toch camera’s?' }),
  ).toBe(303)
  expect((await row()).state).toBe('draft')
  expect(await give('carla', form, 'V5', 'ja', '1')).toBe(403)
  expect(await give('anna', form, 'V5', 'ja', '1')).toBe(303)
  expect(await send('anna', '/stap/indienen')).toBe(303)
  expect(await page('bram')).toContain('antwoord gewijzigd bij vraag V5')
})

test('a condition says what, who and when; a half one is refused and nothing that was typed is lost', async () => {
  await toCompleteness()
  await ask()
  const where = `/advies/${await requestOf('fg')}`
  for (const wrong of [
    { 'eigenaar-0': '', 'uiterlijk-0': '' },
    { 'eigenaar-0': '' },
    { 'uiterlijk-0': '' },
    { 'uiterlijk-0': '2020-01-01' },
    { 'uiterlijk-0': '2099-02-30' },
    { 'eigenaar-0': people['fenna']!.id },
    { 'eigenaar-0': 'niemand' },
    { 'voorwaarde-0': '' },
  ]) {
    const answer = await told('fenna', where, { ...CONDITION(), ...wrong } as Say)
    expect(answer, JSON.stringify(wrong)).toContain('Controleer wat u heeft ingevuld')
    expect(answer).toContain('Alleen zo.')
  }
  expect(await send('fenna', where, { ...CONDITION(), oordeel: 'no-objection' })).toBe(422)
  await expect(
    as(desk.db, people['fenna']!, async (tx) => {
      const { id: opinion } = await tx
        .insertInto('opinion')
        .values({
          municipality: desk.municipality.id,
          id: where.split('/').at(-1)!,
          case_file: id,
          request: where.split('/').at(-1)!,
          no: 1,
          stance: 'conditions',
          text: 'x',
          by: people['fenna']!.id,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('opinion_condition')
        .values({ municipality: desk.municipality.id, id: opinion, case_file: id, opinion, no: 1, text: 'Half.' })
        .execute()
    }),
  ).rejects.toThrow(/condition_has_owner_and_date/)
  // A second row may stay empty; today is in time.
  expect(
    await send('fenna', where, {
      ...CONDITION(people['uma']!.id, today),
      'voorwaarde-0': 'Zo wel.',
      'voorwaarde-1': '',
    }),
  ).toBe(303)
})

test('adapting is answered in words, and counts as deviating until who asked it says it is enough', async () => {
  const reaction = async (kind: string, text: string) => {
    const condition = await conditionId()
    return { [`keuze-${condition}`]: kind, [`reden-${condition}`]: text }
  }
  await toDecision({ fg: CONDITION(), react: () => reaction('adapt', 'Wij tellen zonder telefoons te herkennen.') })
  const condition = await conditionId()
  expect(await page('dora', '/besluit')).toContain('aangepast: Registreer geen telefoons.')
  expect(await send('dora', '/besluit', DECISION)).toBe(422)
  expect(await send('dora', '/besluit', { ...DECISION, [`afwijking-${condition}`]: '-' })).toBe(422)
  for (const who of ['anna', 'sam', 'bram', 'uma'])
    expect(await send(who, `/voorwaarde/${condition}`, { oordeel: 'enough' }), who).toBe(403)
  expect(await send('fenna', `/voorwaarde/${condition}`, { oordeel: 'weaker', tekst: '' })).toBe(422)
  expect(await send('fenna', `/voorwaarde/${condition}`, { oordeel: 'enough' })).toBe(303)
  expect(await send('fenna', `/voorwaarde/${condition}`, { oordeel: 'weaker', tekst: 'Toch minder dan dat.' })).toBe(
    409,
  )
  expect(await send('dora', '/besluit', DECISION)).toBe(303)
})

test('an adapted condition that who asked it finds weaker is a deviation; empty words are no adaptation', async () => {
  const condition = conditionId
  await toDecision({
    fg: CONDITION(),
    react: async () => {
      const asked = await condition()
      for (const text of ['', '-', 'n.v.t.', 'ok'])
        expect(await send('anna', '/reactie', { [`keuze-${asked}`]: 'adapt', [`reden-${asked}`]: text }), text).toBe(
          422,
        )
      return { [`keuze-${asked}`]: 'adapt', [`reden-${asked}`]: 'Een half jaar later.' }
    },
  })
  const asked = await condition()
  expect(await send('fenna', `/voorwaarde/${asked}`, { oordeel: 'weaker', tekst: 'Dat is te laat.' })).toBe(303)
  expect(await send('dora', '/besluit', DECISION)).toBe(422)
  expect(await send('dora', '/besluit', { ...DECISION, [`afwijking-${asked}`]: 'Eerder kan niet.' })).toBe(303)
  const text = await page('carla')
  expect(text).toContain('Verzwakt, zegt fenna: Dat is te laat.')
  expect(text).toContain('Waarom: Eerder kan niet.')
})

test('every “niet doen” and “eerst aanpassen” is answered by the author, and in the decision', async () => {
  await toCompleteness()
  await ask()
  const [fg, so] = [await requestOf('fg'), await requestOf('security-officer')]
  await send('fenna', `/advies/${fg}`, { oordeel: 'against', tekst: 'Niet doen.' })
  await send('sam', `/advies/${so}`, { oordeel: 'revise', tekst: 'Eerst de beveiliging.' })
  await send('bram', '/stap/adviezen-binnen')
  await send('bram', '/adviseren', { oordeel: 'against', tekst: 'Liever niet.' })
  expect(await send('anna', '/stap/naar-besluit')).toBe(409)
  const all = {
    [`antwoord-advies-${fg}-1`]: 'De inwoners vragen erom.',
    [`antwoord-advies-${so}-1`]: 'De beveiliging komt eerst.',
    'antwoord-advies-1': 'Wij doen een korte proef.',
  }
  for (const left of Object.keys(all)) expect(await send('anna', '/reactie', { ...all, [left]: ' ' }), left).toBe(422)
  expect(await send('carla', '/reactie', all)).toBe(403)
  expect(await send('anna', '/reactie', all)).toBe(303)
  expect(await send('anna', '/stap/naar-besluit')).toBe(303)
  // A new version is a new opinion: an answer to the one before does not do.
  await send('fenna', `/advies/${fg}`, { oordeel: 'against', tekst: 'Echt niet doen.' })
  expect(await send('dora', '/besluit', DECISION)).toBe(409)
  expect(await send('anna', '/stap/alsnog-reageren')).toBe(303)
  expect(await send('anna', '/reactie', { ...all, [`antwoord-advies-${fg}-2`]: 'Wij begrijpen het.' })).toBe(303)
  expect(await send('anna', '/stap/naar-besluit')).toBe(303)
  expect(await page('dora', '/besluit')).toContain('Het antwoord hierop: Wij begrijpen het.')
  const reasons = { [`afwijking-advies-${fg}`]: 'De raad wil dit.', [`afwijking-advies-${so}`]: 'Dat gebeurt.' }
  expect(await send('dora', '/besluit', { ...DECISION, ...reasons })).toBe(422)
  // “Eerst aanpassen” does as “revise” asks, and not as “niet doen” asks.
  expect(await send('dora', '/besluit', { ...DECISION, uitkomst: 'aanpassen' })).toBe(422)
  expect(await send('dora', '/besluit', { ...DECISION, ...reasons, 'afwijking-advies': 'De proef is kort.' })).toBe(303)
})

test('not doing it follows every objection, and needs no reason', async () => {
  await toDecision({
    fg: { oordeel: 'against', tekst: 'Niet doen.' },
    react: async () => ({ [`antwoord-advies-${await requestOf('fg')}-1`]: 'Dat volgen wij.' }),
  })
  expect(await send('dora', '/besluit', { ...DECISION, uitkomst: 'afraden' })).toBe(303)
})

test('a legal term that runs or is late stands beside the signature and needs its own reason', async () => {
  await toDecision()
  expect(await send('bram', '/termijnen', { termijn: 'raadpleging', datum: ago(5) })).toBe(303)
  expect(await send('bram', '/termijnen', { termijn: 'interoperabiliteit', datum: '2099-01-01' })).toBe(303)
  const terms = await desk.db.selectFrom('legal_term').selectAll().where('case_file', '=', id).execute()
  const [running, other] = ['raadpleging', 'interoperabiliteit'].map((term) =>
    terms.find((each) => each.term === term)!,
  )
  expect(await page('dora', '/besluit')).toContain('Voorafgaande raadpleging van de Autoriteit Persoonsgegevens, loopt')
  expect(await send('dora', '/besluit', DECISION)).toBe(422)
  const one = { [`afwijking-termijn-${running!.id}`]: 'De AP antwoordde mondeling.' }
  expect(await send('dora', '/besluit', { ...DECISION, ...one })).toBe(422)
  expect(await send('dora', '/besluit', { ...DECISION, ...one, [`afwijking-termijn-${other!.id}`]: 'x' })).toBe(422)
  // What has ended stands in no way.
  expect(await send('bram', `/termijnen/${other!.id}/afronden`, { datum: today })).toBe(303)
  await desk.db
    .updateTable('legal_term')
    .set({ due_on: ago(1) })
    .where('id', '=', running!.id)
    .execute()
  expect(await page('dora', '/besluit')).toContain('en is niet afgerond')
  expect(await send('dora', '/besluit', DECISION)).toBe(422)
  expect(await send('dora', '/besluit', { ...DECISION, ...one })).toBe(303)
  expect(await page('carla')).toContain('Waarom: De AP antwoordde mondeling.')
  expect(await page('pia', '/publiceren')).toContain('Wijkt af van: de wettelijke termijn “Voorafgaande raadpleging')
})

test('announcing comes after the decision, and is no reason to wait for it', async () => {
  await inTest({ soort: 'regulation', regeling: REGULATION })
  expect(await send('bram', '/termijnen', { termijn: 'bekendmaking', datum: '2099-01-01' })).toBe(303)
  expect(await send('dora', '/stap/spoed', { reden: 'Het moet vandaag.' })).toBe(303)
  expect(await page('dora', '/besluit')).not.toContain('Wettelijke termijn: Bekendmaking')
  expect(await send('dora', '/besluit', DECISION)).toBe(303)
})

test('dates lie within the case', async () => {
  for (const besluit of ['2020-01-01', ago(1), '2026-02-30', 'morgen'])
    expect((await begin({ soort: 'proposal', besluit })).status, besluit).toBe(422)
  expect((await begin({ soort: 'proposal', besluit: today })).status).toBe(303)
  await toDecision()
  await desk.db
    .updateTable('case_file')
    .set({ created_at: new Date(Date.now() - 10 * 86_400_000) })
    .where('id', '=', id)
    .execute()
  const on = async (datum: string) => told('dora', '/besluit', { ...DECISION, datum })
  expect(await on('2020-01-01')).toContain('De zaak begon op')
  expect(await on(ago(11))).toContain('De zaak begon op')
  expect(await on(ago(2))).toContain('Het laatste advies is van')
  expect(await on('2099-01-01')).toContain('nog niet geweest')
  expect(await on('')).toContain('Vul de datum van het besluit in')
  await expect(
    as(desk.db, people['dora']!, (tx) =>
      tx
        .insertInto('decision')
        .values({
          municipality: desk.municipality.id,
          id,
          case_file: id,
          no: 1,
          outcome: 'akkoord',
          text: 'x',
          by: people['dora']!.id,
          name: 'x',
          function: 'x',
          mandate: 'x',
          decided_on: ago(2),
        })
        .execute(),
    ),
  ).rejects.toThrow(/not within its case/)
  for (const [termijn, datum, status] of [
    ['raadpleging', '2020-01-01', 422],
    ['raadpleging', '2099-01-01', 422],
    ['interoperabiliteit', '2020-01-01', 422],
    ['interoperabiliteit', '2099-01-01', 303],
    // Sent before the case began, and still running: the law counts from the day itself.
    ['raadpleging', ago(20), 303],
  ] as const)
    expect(await send('bram', '/termijnen', { termijn, datum }), `${termijn} ${datum}`).toBe(status)
})

test('a decision is corrected by a new one beside it, with its reason; the old one stays', async () => {
  await toDecision()
  expect(await send('dora', '/besluit/herstel', { ...DECISION, reden: 'Er is een fout.' })).toBe(403)
  expect(await send('dora', '/besluit', DECISION)).toBe(303)
  const again = { ...DECISION, uitkomst: 'aanpassen', reden: 'De uitkomst stond verkeerd.' }
  for (const who of ['anna', 'bram', 'carla', 'pia']) expect(await send(who, '/besluit/herstel', again), who).toBe(403)
  expect(await send('dora', '/besluit/herstel', { ...again, reden: '.' })).toBe(422)
  expect(await send('dora', '/besluit/herstel', { ...again, datum: '2020-01-01' })).toBe(422)
  expect(await send('dora', '/besluit/herstel', again)).toBe(303)
  const decisions = await desk.db.selectFrom('decision').selectAll().where('case_file', '=', id).orderBy('no').execute()
  expect(decisions.map(({ no, outcome, corrects }) => [no, outcome, corrects])).toEqual([
    [1, 'akkoord', null],
    [2, 'aanpassen', 1],
  ])
  expect((await row()).state).toBe('decided')
  expect(await page('carla')).toContain('De uitkomst stond verkeerd.')
  const shown = await page('pia', '/publiceren')
  expect(shown).toContain('Herstel van een eerder besluit')
  expect(shown).toMatch(/Eerder besluit van [^<]+: akkoord/)
  await expect(
    as(desk.db, people['dora']!, (tx) => tx.updateTable('decision').set({ text: 'y' }).execute()),
  ).rejects.toThrow()
})

test('an opinion that does not come: remind once a day, ask a named substitute, go to who is above', async () => {
  await toCompleteness()
  await ask(['fg', 'security-officer', 'executor'])
  const [fg, executor] = [await requestOf('fg'), await requestOf('executor')]
  for (const who of ['anna', 'carla', 'fenna', 'pia'])
    expect((await at[who]!.get(`${path}/advies/${fg}/opvragen`)).status, who).toBe(403)
  expect(await send('bram', `/advies/${fg}/herinneren`)).toBe(303)
  expect(await send('bram', `/advies/${fg}/herinneren`)).toBe(409)
  const mail = await desk.db
    .selectFrom('message')
    .select('recipient')
    .where('key', 'like', `reminder/opinion/${fg}%`)
    .execute()
  expect(mail).toHaveLength(2)
  const stand = (vervanger: string, reden = 'De FG is met verlof.') =>
    send('bram', `/advies/${fg}/vervangen`, { vervanger, reden })
  // Nobody but another FG stands in for the FG.
  for (const who of ['sam', 'carla', 'bram', 'anna', 'dora', 'uma']) expect(await stand(people[who]!.id), who).toBe(422)
  expect(await stand(people['floor']!.id, '')).toBe(422)
  expect(await stand(people['floor']!.id)).toBe(303)
  expect(await send('fenna', `/advies/${fg}`, FINE)).toBe(409)
  expect(await send('bram', '/stap/adviezen-binnen')).toBe(409)
  const named = (await requests()).find(({ replaces }) => replaces === fg)!
  expect(await send('fenna', `/advies/${named.id}`, FINE)).toBe(403)
  expect(await send('floor', `/advies/${named.id}`, FINE)).toBe(303)
  // The executor is silent: the decision maker hears it, and can do the same.
  expect(await send('dora', `/advies/${executor}/opschalen`)).toBe(403)
  expect(await send('bram', `/advies/${executor}/opschalen`)).toBe(303)
  expect(await (await at['dora']!.get('/balie')).text()).toContain('Zorg dat het advies van de uitvoerder er komt')
  expect(await send('dora', `/advies/${executor}/herinneren`)).toBe(303)
  await block('uma')
  expect(await send('dora', `/advies/${executor}/herinneren`)).toBe(409)
  expect((await page('carla')).replaceAll(/<[^>]+>/g, '')).toContain('floor geeft het advies van de')
})

test('asking a role that nobody can give is refused, with what to do; nothing has moved', async () => {
  await toCompleteness()
  await block('fenna')
  await block('floor', 'left')
  const answer = await told('bram', '/adviezen', {
    wie: ['fg', 'security-officer'],
    termijn: addTerm(today, { workingDays: 10 }),
  })
  expect(answer).toContain('Er is nu niemand die advies kan geven als de functionaris gegevensbescherming (FG)')
  expect(answer).toContain('Vraag de beheerder')
  expect([(await row()).state, await requests()]).toEqual(['completeness', []])
  await block('floor', 'active')
  expect(await ask()).toBe(303)
})

test('a case does not stand still for an author who left', async () => {
  await inTest()
  const move = (who: string, indiener: string, reden = 'Zij werkt hier niet meer.') =>
    send(who, '/indiener', { indiener, reden })
  expect(await move('bram', people['carla']!.id)).toBe(403)
  expect(await move('carla', people['carla']!.id)).toBe(403)
  await block('anna', 'left')
  expect(await page('bram')).toContain('De indiener werkt hier niet meer.')
  expect(await move('carla', people['carla']!.id)).toBe(403)
  // Not who handles it, nor the FG, nor who does not work here.
  for (const who of ['bram', 'fenna', 'anna', 'dora']) expect(await move('bram', people[who]!.id), who).toBe(422)
  expect(await move('bram', people['carla']!.id, '')).toBe(422)
  expect(await move('bram', people['carla']!.id)).toBe(303)
  expect((await row()).author).toBe(people['carla']!.id)
  expect(await (await at['carla']!.get('/balie')).text()).toContain('Vul de toets in van')
  expect(await give('carla', await formOf('full_test'), 'R01', 'voldoet')).toBe(303)
  expect((await page('bram')).replaceAll(/<[^>]+>/g, '')).toContain('carla is de nieuwe indiener.')
  await expect(
    as(desk.db, people['bram']!, (tx) =>
      tx.updateTable('case_file').set({ author: people['bram']!.id }).where('id', '=', id).execute(),
    ),
  ).rejects.toThrow(/nobody handles the own case/)
})

test('an author hands over; a decision maker may find another; who advised does not become the author', async () => {
  await toCompleteness()
  await ask(['fg', 'security-officer', 'executor'])
  await send('uma', `/advies/${await requestOf('executor')}`, FINE)
  const move = (who: string, indiener: string) => send(who, '/indiener', { indiener, reden: 'Zij is langdurig ziek.' })
  expect(await move('dora', people['uma']!.id)).toBe(422)
  expect(await move('dora', people['carla']!.id)).toBe(303)
  expect(await move('anna', people['anna']!.id)).toBe(403)
  expect(await move('carla', people['anna']!.id)).toBe(303)
})

test('a handler or decision maker who is blocked leaves no case behind', async () => {
  await toDecision()
  await block('bram')
  expect(await page('carla')).toContain('Neem de zaak in behandeling')
  expect(await send('anna', '/behandelen')).toBe(403)
  expect(await send('carla', '/behandelen')).toBe(303)
  await desk.db.updateTable('case_file').set({ decision_maker: people['dora']!.id }).where('id', '=', id).execute()
  people['dirk'] ??= await addPerson(desk.db, desk.municipality.id, ['decision-maker'], 'dirk')
  at['dirk'] = await desk.visit(people['dirk'])
  expect(await send('dirk', '/besluit', DECISION)).toBe(403)
  await block('dora')
  expect(await send('dirk', '/besluit', DECISION)).toBe(303)
})

test('a draft of an opinion is of who writes it alone, survives, and is gone when it is signed', async () => {
  await toCompleteness()
  await ask()
  const where = `/advies/${await requestOf('fg')}`
  const half = {
    oordeel: 'conditions',
    tekst: 'Nog niet af.',
    'voorwaarde-0': 'Misschien dit.',
    'uiterlijk-0': '2020-01-01',
  }
  expect(await send('fenna', where, { ...half, doe: 'concept' })).toBe(303)
  const later = await desk.visit(people['fenna']!)
  const text = await (await later.get(`${path}${where}`)).text()
  for (const part of ['Dit is uw concept', 'Nog niet af.', 'Misschien dit.', '2020-01-01']) expect(text).toContain(part)
  // Another FG answers the same request, and sees nothing of it.
  for (const [who, place] of [
    ['floor', where],
    ['bram', ''],
    ['anna', ''],
  ] as const)
    expect(await page(who, place), who).not.toContain('Nog niet af.')
  expect(await as(desk.db, people['floor']!, (tx) => tx.selectFrom('opinion_draft').selectAll().execute())).toEqual([])
  expect(await desk.db.selectFrom('opinion').select('id').where('case_file', '=', id).execute()).toEqual([])
  expect(await send('fenna', where, FINE)).toBe(303)
  expect(await desk.db.selectFrom('opinion_draft').select('request').execute()).toEqual([])
})

test('a question at an opinion goes to author or handler and comes back; what was typed stays', async () => {
  await toCompleteness()
  await ask()
  const where = `/advies/${await requestOf('fg')}`
  const typed = { oordeel: 'revise', tekst: 'Half geschreven.', 'vraag-aan': 'indiener' }
  expect(await told('fenna', where, { ...typed, doe: 'vraag', vraag: '?' })).toContain('Half geschreven.')
  expect(await send('fenna', where, { ...typed, doe: 'vraag', vraag: 'Wie beheert de sleutels?' })).toBe(303)
  expect(await page('fenna', where)).toContain('Half geschreven.')
  const asked = await desk.db
    .selectFrom('case_question')
    .select('id')
    .where('case_file', '=', id)
    .executeTakeFirstOrThrow()
  expect(await (await at['anna']!.get('/balie')).text()).toContain('Beantwoord een vraag over')
  for (const who of ['carla', 'fenna', 'sam'])
    expect(await send(who, `/vraag/${asked.id}`, { antwoord: 'Dat weet ik.' }), who).toBe(403)
  expect(await send('anna', `/vraag/${asked.id}`, { antwoord: '' })).toBe(422)
  expect(await send('anna', `/vraag/${asked.id}`, { antwoord: 'De leverancier beheert ze.' })).toBe(303)
  expect(await send('anna', `/vraag/${asked.id}`, { antwoord: 'Toch niet zo.' })).toBe(409)
  expect(await page('fenna', where)).toContain('De leverancier beheert ze.')
  expect(await (await at['fenna']!.get('/balie')).text()).toContain('Er is antwoord op uw vraag')
  expect(await page('carla')).toContain('Wie beheert de sleutels?')
})

test('an accepted condition becomes a measure in one click, once', async () => {
  await toDecision({
    fg: CONDITION(),
    react: async () => ({ [`keuze-${await conditionId()}`]: 'adopt' }),
  })
  const make = async (who: string) => send(who, '/maatregelen/uit-voorwaarde', { voorwaarde: await conditionId() })
  expect(await make('bram')).toBe(403)
  expect(await send('dora', '/besluit', DECISION)).toBe(303)
  expect(await make('carla')).toBe(403)
  expect(await page('bram')).toContain('Maak hiervan een maatregel')
  expect(await make('bram')).toBe(303)
  expect(await make('bram')).toBe(409)
  const measure = await desk.db.selectFrom('measure').selectAll().where('case_file', '=', id).executeTakeFirstOrThrow()
  expect(measure).toMatchObject({ text: 'Registreer geen telefoons.', owner: people['uma']!.id, due_on: '2099-01-01' })
  expect(await (await at['uma']!.get('/balie')).text()).toContain('Voer uit: Registreer geen telefoons.')
})

test('a condition that was refused makes no measure; one whose day has passed asks for a new day', async () => {
  await toDecision({
    fg: CONDITION(),
    react: async () => ({
      [`keuze-${await conditionId()}`]: 'refuse',
      [`reden-${await conditionId()}`]: 'Dat kan niet.',
    }),
  })
  const condition = await conditionId()
  await send('dora', '/besluit', { ...DECISION, [`afwijking-${condition}`]: 'Het kan niet.' })
  expect(await send('bram', '/maatregelen/uit-voorwaarde', { voorwaarde: condition })).toBe(409)
})
