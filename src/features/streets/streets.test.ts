/** A street from the plan to the public page: what is kept, who sees what, and who may do which step. */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formBrowser } from '../../../test/form-browser.ts'
import { asClock, asPerson } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { hashOfToken } from '../../lib/token.ts'
import { messages } from '../../web/messages.ts'
import type { View } from '../../web/view.ts'
import {
  addOrganisation,
  addPerson,
  as,
  LOOK,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../test/desk.ts'
import { unseenIn } from '../../../test/form-page.ts'
import { ownerDoors } from './doors.tsx'
import { inspectionId, ownerSecret } from './rules.ts'
import { addOutcome } from './outcomes-store.ts'
import { streetDeskRoutes } from './routes.ts'
import { askWalkers, endOwnerLinks, forgetOwners, removePhotos } from './timers-store.ts'
import { sha256 } from './receive.ts'

const made = testDeps()
/** What a colleague does while a photo is made anew. */
let meanwhile = async (): Promise<void> => {}
const deps = {
  ...made,
  key: randomBytes(32),
  remake: async (bytes: Uint8Array) => {
    await meanwhile()
    return made.remake(bytes)
  },
}
let desk: TestDesk
const people: Record<string, TestPerson> = {}
const visitors: Record<string, Visitor> = {}
let street = ''
let round = ''
/** A later one, of the first premises. */
let extra = ''
/** The premises of the round, in the order of the street. */
let places: readonly string[] = []

const GOOD = {
  volgtechniek: 'nee',
  teller: 'geen',
  camera: 'goed',
  wifi: 'vrij',
  snelheid: 'snel',
  betalen: 'ja',
  sparen: 'geen',
}
const at = (premises: string) => premises.slice(-12)
const named = (premises: string, answers: Record<string, string>) =>
  Object.fromEntries(Object.entries(answers).map(([question, answer]) => [`${question}-${at(premises)}`, answer]))
/** What the page of a phone sends of one premises. */
const sent = (who: string, premises: string, answers: Record<string, string>, no = 1) => ({
  ...named(premises, answers),
  nummer: inspectionId(deps.key, round, premises, people[who]!.id, no),
  keer: `${no}`,
})
const send = (
  who: string,
  premises: string,
  answers: Record<string, string>,
  more: Record<string, string | File> = {},
) =>
  visitors[who]!.post(`/balie/schouw/${round}/panden/${premises}`, {
    ...sent(who, premises, answers),
    antwoord: 'json',
    gezien: '2026-11-20T10:00:00.000Z',
    ...more,
  })
const rows = () => desk.db.selectFrom('inspection').selectAll().where('round', '=', round).execute()

beforeAll(async () => {
  desk = await testDesk(streetDeskRoutes(deps))
  const here = desk.municipality.id
  const bakery = await addOrganisation(desk.db, here, 'Bakkerij')
  await desk.db.updateTable('organisation').set({ street: 'Havenstraat' }).where('id', '=', bakery).execute()
  await desk.db
    .insertInto('subject')
    .values({
      municipality: here,
      id: crypto.randomUUID(),
      organisation: bakery,
      kind: 'mail-domain',
      address: 'bakker.test',
    })
    .execute()
  for (const [name, roles] of Object.entries({
    planner: ['account-manager'],
    second: ['account-manager'],
    one: ['inspector'],
    two: ['inspector'],
    third: ['inspector'],
    adviser: ['adviser'],
    publisher: ['publisher'],
    auditor: ['auditor'],
    staff: ['policy-officer'],
  } as const))
    people[name] = await addPerson(desk.db, here, roles, `Persoon ${name}`)
  people['baker'] = await addPerson(desk.db, here, ['inspector'], 'Ruud')
  await desk.db.updateTable('person').set({ email: 'ruud@bakker.test' }).where('id', '=', people['baker']!.id).execute()
  people['elsewhere'] = await addPerson(desk.db, desk.elsewhere.id, ['policy-officer', 'inspector'], 'Ella')
  for (const [name, person] of Object.entries(people)) visitors[name] = await desk.visit(person)
})
afterAll(() => desk.close())

test('premises come from the list of organisations and by hand; a round has two who do not work there', async () => {
  const planner = visitors['planner']!
  const made = await planner.post('/balie/straten', { naam: 'Havenstraat' })
  street = made.headers.get('location')!.split('/').at(-1)!
  expect((await planner.post('/balie/straten', { naam: 'havenstraat' })).status).toBe(422)
  const { id } = await desk.db
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', 'Bakkerij')
    .executeTakeFirstOrThrow()
  expect(await (await planner.get(`/balie/straten/${street}`)).text()).toContain('Bakkerij')
  await planner.post(`/balie/straten/${street}/panden/voorgesteld`, { organisatie: id })
  for (const [naam, adres] of [
    ['Kapper', 'Havenstraat 12'],
    ['Fietsen', 'Havenstraat 14'],
    ['Bloemen', 'Havenstraat 16'],
  ])
    expect((await planner.post(`/balie/straten/${street}/panden/nieuw`, { naam: naam!, adres: adres! })).status).toBe(
      303,
    )
  const wrong = await planner.post(`/balie/straten/${street}/panden/nieuw`, {
    naam: 'X',
    plaats: 'overal',
    email: 'geen',
  })
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('52.1601, 4.4970')])
  const all = await desk.db.selectFrom('premises').select(['id', 'name']).where('street', '=', street).execute()
  places = ['Bakkerij', 'Kapper', 'Fietsen', 'Bloemen'].map((name) => all.find((each) => each.name === name)!.id)
  const plan = (een: string, twee: string, more: Record<string, string | string[]> = {}) =>
    planner.post(`/balie/straten/${street}/rondes/nieuw`, {
      begin: '2026-11-16',
      einde: '2026-11-30',
      een: people[een]!.id,
      twee: people[twee]!.id,
      pand: [...places],
      vrij: 'ja',
      ...more,
    })
  const refused = await plan('baker', 'one')
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining('Ruud werkt voor Bakkerij in deze straat'),
  ])
  expect((await plan('one', 'one')).status).toBe(422)
  expect((await plan('one', 'two', { vrij: 'nee' })).status).toBe(422)
  expect((await plan('one', 'two', { einde: '2026-11-01' })).status).toBe(422)
  const planned = await plan('one', 'two')
  expect(planned.status).toBe(303)
  round = planned.headers.get('location')!.split('/').at(-1)!
  // Pressed twice it is one.
  expect((await plan('one', 'two')).headers.get('location')).toContain(round)
  const tasks = await desk.db.selectFrom('task').select('person').where('kind', '=', 'street-walk').execute()
  expect(tasks.map(({ person }) => person).toSorted()).toEqual([people['one']!.id, people['two']!.id].toSorted())
})

test('ten times the same is one, with the same receipt; other content by the same id is kept beside it', async () => {
  const [first] = places as [string]
  const answers = await Promise.all(Array.from({ length: 10 }, () => send('one', first, GOOD)))
  const receipts = await Promise.all(
    answers.map(async (each) => ((await each.json()) as { receipt: { hash: string } }).receipt),
  )
  expect(new Set(receipts.map(({ hash }) => hash)).size).toBe(1)
  expect(receipts.filter((each) => !(each as unknown as { again: boolean }).again)).toHaveLength(1)
  expect(await rows()).toHaveLength(1)
  // Also from one page of a browser: it is not told as sent before.
  const browser = await formBrowser(desk, people['one']!)
  const action = `/balie/schouw/${round}/panden/${first}`
  const gezien = '2026-11-20T10:00:00.000Z'
  const same = { ...(await browser.form(action, action)), ...sent('one', first, GOOD), gezien }
  for (const _ of [1, 2]) {
    const told = decodeURIComponent((await browser.post(action, same)).headers.get('set-cookie') ?? '')
    expect(told).toContain('Bakkerij is binnen.')
  }
  expect(await rows()).toHaveLength(1)
  const other = (await (await send('one', first, { ...GOOD, wifi: 'gegevens' })).json()) as {
    receipt: { differs: boolean }
  }
  expect(other.receipt.differs).toBe(true)
  expect(await rows()).toHaveLength(2)
})

test('an id that this page did not make is refused, also of the other inspector', async () => {
  const [first] = places as [string]
  const stolen = await send('two', first, GOOD, { nummer: inspectionId(deps.key, round, first, people['one']!.id, 1) })
  expect(await stolen.json()).toHaveProperty('refused')
  expect(await (await send('one', first, GOOD, { keer: '7' })).json()).toHaveProperty('refused')
  expect((await send('third', first, GOOD)).status).toBe(404)
  expect((await send('elsewhere', first, GOOD)).status).toBe(404)
  expect(await rows()).toHaveLength(2)
})

test('who walks sees the own answers alone until both are in, whatever the other roles', async () => {
  const seenBy = (who: string) =>
    as(desk.db, people[who]!, (tx) =>
      tx.selectFrom('inspection').select('inspector').where('round', '=', round).execute(),
    )
  expect(await seenBy('two')).toEqual([])
  expect(await seenBy('third')).toEqual([])
  expect(await seenBy('elsewhere')).toEqual([])
  expect(await seenBy('one')).toHaveLength(2)
  expect(await seenBy('adviser')).toHaveLength(2)
  for (const who of ['two', 'third'])
    for (const path of ['/balie/straten', `/balie/straten/${street}`, `/balie/straten/${street}/rondes/${round}`])
      expect((await visitors[who]!.get(path)).status).toBe(403)
  expect((await visitors['third']!.get(`/balie/schouw/${round}`)).status).toBe(404)
  const page = await (await visitors['two']!.get(`/balie/schouw/${round}`)).text()
  expect(page).toContain('Kapper')
  expect(page).not.toContain('binnen.')
  // Somebody of the staff who walks does not see the other by that either.
  extra = await as(desk.db, people['planner']!, async (tx) => {
    const id = crypto.randomUUID()
    const { questions } = await tx
      .selectFrom('street_round')
      .select('questions')
      .where('id', '=', round)
      .executeTakeFirstOrThrow()
    const common = { municipality: people['planner']!.municipality }
    await tx
      .insertInto('street_round')
      .values({
        ...common,
        id,
        street,
        begins_on: '2026-12-01',
        ends_on: '2026-12-09',
        questions,
        one: people['staff']!.id,
        other: people['third']!.id,
        by: people['planner']!.id,
      })
      .execute()
    await tx
      .insertInto('street_round_premises')
      .values({ ...common, round: id, premises: places[0]! })
      .execute()
    return id
  })
  const own = {
    municipality: desk.municipality.id,
    round: extra,
    premises: places[0]!,
    no: 1,
    answers: '{}',
    seen_at: '2026-12-02T10:00:00Z',
    came: 'form' as const,
  }
  const keep = (who: string) =>
    as(desk.db, people[who]!, (tx) =>
      tx
        .insertInto('inspection')
        .values({
          ...own,
          id: crypto.randomUUID(),
          hash: 'f'.repeat(64),
          inspector: people[who]!.id,
          by: people[who]!.id,
        })
        .execute(),
    )
  const seen = () =>
    as(desk.db, people['staff']!, (tx) =>
      tx.selectFrom('inspection').select('inspector').where('round', '=', extra).execute(),
    )
  await keep('third')
  expect(await seen()).toEqual([])
  await keep('staff')
  expect(await seen()).toHaveLength(2)
  // Nobody writes in the name of an inspector, and an inspector not in that of the other.
  const asOther = as(desk.db, people['third']!, (tx) =>
    tx
      .insertInto('inspection')
      .values({
        ...own,
        id: crypto.randomUUID(),
        hash: 'e'.repeat(64),
        inspector: people['staff']!.id,
        by: people['third']!.id,
      })
      .execute(),
  )
  await expect(asOther).rejects.toMatchObject({ code: '42501' })
  await expect(as(desk.db, people['one']!, (tx) => tx.deleteFrom('inspection').execute())).rejects.toMatchObject({
    code: '42501',
  })
})

const PHOTO = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 100, 0, 200, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff,
  0xd9,
])
const photo = (bytes: Uint8Array = PHOTO, name = 'foto.jpg') =>
  new File([bytes as Uint8Array<ArrayBuffer>], name, { type: 'image/jpeg' })

test('answers go first, then each photo by its hash; complete is what has all that it named', async () => {
  const [, second] = places as [string, string]
  const hash = sha256(PHOTO)
  const receipt = async () =>
    ((await (await send('one', second, GOOD, { hash })).json()) as { receipt: { photos: string[] } }).receipt
  expect((await receipt()).photos).toEqual([hash])
  const upload = (bytes?: Uint8Array) =>
    visitors['one']!.post(`/balie/schouw/${round}/panden/${second}/fotos`, {
      ...sent('one', second, {}),
      foto: photo(bytes),
    })
  expect(await (await upload(Uint8Array.from([1, 2, 3]))).json()).toHaveProperty('refused')
  expect(await (await upload()).json()).toEqual({ photo: hash })
  expect(await (await upload()).json()).toEqual({ photo: hash })
  expect((await receipt()).photos).toEqual([])
  const { id, inspection } = { id: hash, inspection: sent('one', second, {}).nummer }
  const path = `/balie/straten/${street}/rondes/${round}/fotos/${inspection}/${id}`
  const shown = await visitors['adviser']!.get(path)
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect((await visitors['elsewhere']!.get(path)).status).toBe(404)
  expect((await visitors['two']!.get(path)).status).toBe(403)
})

test('without script the form is sent whole: a photo that nobody looked at sends nothing', async () => {
  const [, , third] = places as [string, string, string]
  const form = (more: Record<string, string | File>) =>
    visitors['one']!.post(`/balie/schouw/${round}/panden/${third}`, { ...sent('one', third, GOOD), ...more })
  const before = (await rows()).length
  const unlooked = await form({ [`foto-${at(third)}`]: photo() })
  expect([unlooked.status, await unlooked.text()]).toEqual([422, expect.stringContaining('Kijk de foto na')])
  const heic = Uint8Array.from([0, 0, 0, 24, ...new TextEncoder().encode('ftypheic'), 0, 0, 0, 0])
  const broken = await form({ [`foto-${at(third)}`]: photo(heic), [`bekeken-${at(third)}`]: 'ja' })
  const told = await broken.text()
  expect([broken.status, told]).toEqual([422, expect.stringContaining('HEIC')])
  // What was chosen comes back.
  expect(told).toMatch(
    new RegExp(`name="wifi-${at(third)}"[^>]*checked=""[^>]*value="vrij"|value="vrij"[^>]*checked=""`),
  )
  expect((await rows()).length).toBe(before)
  const empty = await visitors['one']!.post(`/balie/schouw/${round}/panden/${third}`, sent('one', third, {}))
  expect(empty.status).toBe(422)
  // Nobody waits for the photo.
  let acts = 0
  meanwhile = async () => {
    await as(desk.db, people['planner']!, async (tx) => {
      await sql`set local lock_timeout = '2s'`.execute(tx)
      await record(tx, desk.municipality.id, { act: 'step.done', object: 'step/1' })
    })
    acts++
  }
  const kept = await form({ [`foto-${at(third)}`]: photo(), [`bekeken-${at(third)}`]: 'ja' })
  meanwhile = async () => {}
  expect(acts).toBe(1)
  expect([kept.status, kept.headers.get('location')]).toEqual([303, expect.stringContaining('#pand-')])
})

test('a correction is a new version, and what was sent first stays', async () => {
  const [, second] = places as [string, string]
  const page = await (await visitors['one']!.get(`/balie/schouw/${round}/panden/${second}`)).text()
  expect(page).toContain('value="2"')
  const again = await visitors['one']!.post(
    `/balie/schouw/${round}/panden/${second}`,
    sent('one', second, { ...GOOD, betalen: 'deels' }, 2),
  )
  expect(again.status).toBe(303)
  const kept = (await rows()).filter(
    ({ premises, inspector }) => premises === second && inspector === people['one']!.id,
  )
  expect(kept.map(({ no }) => no).toSorted()).toEqual([1, 2])
})

test('paper is typed over with the name of who types, and a file of a phone is read in once', async () => {
  const [, , third, fourth] = places as [string, string, string, string]
  const base = `/balie/straten/${street}/rondes/${round}`
  const planner = visitors['planner']!
  expect((await planner.get(`${base}/blad`)).status).toBe(200)
  const typed = await planner.post(`${base}/overtypen/${third}/${people['two']!.id}`, {
    ...sent('two', third, GOOD),
    dag: '2026-11-20',
  })
  expect(typed.status).toBe(303)
  const [paper] = (await rows()).filter(({ came }) => came === 'paper')
  expect([paper!.inspector, paper!.by]).toEqual([people['two']!.id, people['planner']!.id])
  expect(
    (await planner.post(`${base}/overtypen/${third}/${people['two']!.id}`, { ...sent('two', third, GOOD), dag: '' }))
      .status,
  ).toBe(422)
  const saved = (who: string, premises: string, ronde = round) =>
    new File(
      [
        JSON.stringify({
          soort: 'leidraad-schouw',
          versie: 1,
          ronde,
          schouwer: people[who]!.id,
          panden: [
            {
              nummer: inspectionId(deps.key, round, premises, people[who]!.id, 1),
              keer: 1,
              pand: premises,
              antwoorden: GOOD,
              opmerking: '',
              gezien: '2026-11-20T10:00:00.000Z',
              fotos: [{ hash: sha256(PHOTO), foto: Buffer.from(PHOTO).toString('base64') }],
            },
          ],
        }),
      ],
      'schouw.json',
    )
  const second = visitors['second']!
  for (const [reader, who] of [
    [planner, 'one'],
    [second, 'two'],
  ] as const)
    for (let time = 0; time < 2; time++)
      expect((await reader.post(`${base}/inlezen`, { bestand: saved(who, fourth) })).status).toBe(303)
  // Nobody writes down what both saw, by hand or by file.
  const both = await planner.post(`${base}/inlezen`, { bestand: saved('two', fourth) })
  expect([both.status, await both.text()]).toEqual([422, expect.stringContaining('Een collega leest dit bestand in')])
  const sheet = { ...sent('one', third, GOOD), dag: '2026-11-20' }
  expect((await planner.post(`${base}/overtypen/${third}/${people['one']!.id}`, sheet)).status).toBe(403)
  expect((await rows()).filter(({ premises }) => premises === fourth)).toHaveLength(2)
  for (const [file, says] of [
    [new File(['geen json'], 'x.json'), 'niet te lezen'],
    [new File(['{"soort":"anders"}'], 'x.json'), 'geen bestand van een schouw'],
    [saved('one', fourth, crypto.randomUUID()), 'van een andere ronde'],
    [saved('third', fourth), 'niet van een van de twee'],
  ] as const) {
    const refused = await planner.post(`${base}/inlezen`, { bestand: file })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(says)])
  }
  expect((await visitors['one']!.post(`${base}/inlezen`, { bestand: saved('one', fourth) })).status).toBe(403)
  // The premises is of the round, the inspector that the file names did not look: said so, and nothing is taken.
  const text = await saved('one', fourth).text()
  const changed = async (from: string, to: string, says: string) => {
    const bestand = new File([text.replaceAll(from, to)], 'schouw.json')
    const answer = await second.post(`${base}/inlezen`, { bestand })
    expect(answer.status).toBe(303)
    const told = decodeURIComponent(answer.headers.get('set-cookie') ?? '')
    expect(told).toContain(says)
    expect(told).toContain('Ingelezen: 0 nieuw, 0 waren al binnen.')
    return told
  }
  const other = 'Bloemen: dit vulde de schouwer die in het bestand staat niet in. Niet ingelezen.'
  expect(await changed(people['one']!.id, people['two']!.id, other)).not.toContain('niet van deze ronde')
  await changed(fourth, crypto.randomUUID(), 'Niet ingelezen, want niet van deze ronde: 1 pand.')
  expect((await rows()).filter(({ premises }) => premises === fourth)).toHaveLength(2)
})

const walk = (premises: string) => `/balie/straten/${street}/rondes/${round}/panden/${premises}`
async function basisOf(who: string, premises: string): Promise<string> {
  const page = await (await visitors[who]!.get(walk(premises))).text()
  return unseenIn(page, 'basis')
}

test('who looked decides nothing; where two differ a person chooses by name, and it becomes findings', async () => {
  const [first, second, third, fourth] = places as [string, string, string, string]
  await send('two', first, GOOD)
  await send('two', second, { ...GOOD, betalen: 'nee' })
  const adviser = visitors['adviser']!
  // Of the first there are two by one id: somebody says which counts.
  expect(await (await adviser.get(walk(first))).text()).toContain('Twee inzendingen van één schouwer')
  expect((await adviser.post(`${walk(first)}/uitkomst`, {})).status).toBe(409)
  const both = (await rows()).filter(({ premises, inspector }) => premises === first && inspector === people['one']!.id)
  const good = both.find(({ answers }) => answers['wifi']?.value === 'vrij')!
  const wrong = await adviser.post(`${walk(first)}/kies`, { inzending: good.id, welke: good.hash })
  expect(wrong.status).toBe(422)
  const chosen = await adviser.post(`${walk(first)}/kies`, {
    inzending: good.id,
    welke: good.hash,
    waarom: 'Gebeld met de schouwer.',
  })
  expect(chosen.status).toBe(303)
  // One that was typed is of no inspector's own hand: the staff who walks another round decides here all the same.
  expect((await visitors['one']!.post(`${walk(first)}/uitkomst`, {})).status).toBe(403)
  expect((await visitors['auditor']!.post(`${walk(first)}/uitkomst`, {})).status).toBe(403)
  const half = await adviser.post(`${walk(second)}/uitkomst`, {
    basis: await basisOf('adviser', second),
    'keuze-betalen': 'deels',
  })
  expect([half.status, await half.text()]).toEqual([422, expect.stringContaining('Schrijf waarom u dit kiest')])
  expect((await adviser.post(`${walk(second)}/uitkomst`, { basis: 'oud' })).status).toBe(409)
  for (const premises of [first, second, third, fourth]) {
    const done = await adviser.post(`${walk(premises)}/uitkomst`, {
      basis: await basisOf('adviser', premises),
      'keuze-betalen': 'deels',
      'reden-betalen': 'Alleen aan de voorste kassa.',
    })
    expect(done.status).toBe(303)
  }
  const findings = await desk.db.selectFrom('noted_finding').selectAll().where('about', '=', second).execute()
  expect(findings).toHaveLength(7)
  expect(findings.find(({ criterion }) => criterion === 'STD-01.betalen-zonder-naam')).toMatchObject({
    about_kind: 'premises',
    source: 'inspection',
    strength: 'witnessed',
    verdict: 'partly',
    by: people['adviser']!.id,
    seen_by: 'functie van Persoon one en functie van Persoon two',
  })
  // By SQL an inspector decides nothing either.
  const sneaked = as(desk.db, { ...people['staff']! }, (tx) =>
    sql`insert into premises_outcome (municipality, id, round, premises, no, answers, seen_on, until, by)
      select municipality, gen_random_uuid(), id, ${first}, 9, '{}', today_here(), today_here(), ${people['staff']!.id}
      from street_round where id = ${round}`.execute(tx),
  )
  await expect(sneaked).rejects.toMatchObject({ code: '42501' })
})

const view = (): View => ({
  lang: 'nl',
  m: messages.nl,
  municipality: { id: desk.municipality.id, name: 'Sluiswijk' },
  publications: [],
  publication: undefined,
  path: '/',
  query: '',
  contact: undefined,
  look: LOOK,
})
function door(counted: { wait?: number } = {}): Hono {
  const { catalogue, questionnaires } = deps
  return ownerDoors({
    db: desk.publicDb,
    catalogue,
    questionnaires,
    viewOf: async (_, lang) => ({ ...view(), lang, m: messages[lang] }),
    counted: async () => counted,
    isOurs: (c) => c.req.header('origin') !== 'https://elders.test',
  })
}
const post = (path: string, fields: Record<string, string>, origin = 'https://hier.test') =>
  door().request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } })

test('the owner hears first, by a letter with a secret link; opening it changes nothing', async () => {
  const [first] = places as [string]
  const early = await visitors['staff']!.post(`/balie/straten/${street}/rondes/${round}/openbaar`, { stap: 'proposed' })
  expect(early.status).toBe(409)
  expect((await visitors['adviser']!.post(`${walk(first)}/brief`, { email: 'geen adres' })).status).toBe(422)
  for (const premises of places)
    expect(
      (
        await visitors['adviser']!.post(`${walk(premises)}/brief`, {
          email: premises === places[3] ? '' : 'zaak@post.test',
        })
      ).status,
    ).toBe(303)
  await visitors['adviser']!.post(`${walk(first)}/brief`, { email: 'ander@post.test' })
  const mail = await desk.db.selectFrom('message').select(['recipient', 'body']).where('kind', '=', 'street').execute()
  expect(mail.map(({ recipient }) => recipient)).toEqual(['zaak@post.test', 'zaak@post.test', 'zaak@post.test'])
  const secret = ownerSecret(deps.key, round, first)
  expect(mail.some(({ body }) => body.includes(`/schouw/${secret}`))).toBe(true)
  // Without an address the letter is given by hand.
  expect(await (await visitors['adviser']!.get(`${walk(places[3]!)}/brief`)).text()).toContain(
    ownerSecret(deps.key, round, places[3]!),
  )
  const letters = () =>
    desk.db.selectFrom('premises_letter').selectAll().where('round', '=', round).orderBy('premises').execute()
  const before = JSON.stringify(await letters())
  for (const path of [`/schouw/${secret}`, `/en/schouw/${secret}`]) {
    const page = await door().request(path)
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await page.text()).toContain('Bakkerij')
  }
  expect(JSON.stringify(await letters())).toBe(before)
  expect((await door().request(`/schouw/${'A'.repeat(43)}`)).status).toBe(404)
  expect((await door({ wait: 60 }).request(`/schouw/${secret}`)).status).toBe(429)
  const { rows: kept } = await sql<{
    secret: string
  }>`select secret from premises_letter where premises = ${first}`.execute(desk.db)
  expect(kept[0]!.secret).toBe(hashOfToken(secret))
})

test('a reaction is kept once, told to who decided, and changes nothing by itself', async () => {
  const [first] = places as [string]
  const secret = ownerSecret(deps.key, round, first)
  expect((await post(`/schouw/${secret}/reactie`, { wat: 'Klopt niet' }, 'https://elders.test')).status).toBe(403)
  expect((await post(`/schouw/${secret}/reactie`, { wat: '' })).status).toBe(422)
  expect((await post(`/schouw/${secret}/reactie`, { wat: 'x'.repeat(4_001) })).status).toBe(422)
  const outcomes = () => desk.db.selectFrom('premises_outcome').selectAll().where('premises', '=', first).execute()
  const before = JSON.stringify(await outcomes())
  expect((await post(`/schouw/${secret}/reactie`, { wat: 'Het bord hangt er nu.' })).status).toBe(303)
  expect((await post(`/schouw/${secret}/reactie`, { wat: 'Het bord hangt er nu.' })).status).toBe(303)
  expect((await post(`/schouw/${secret}/reactie`, { wat: 'Iets anders.' })).status).toBe(409)
  expect(JSON.stringify(await outcomes())).toBe(before)
  expect(await (await visitors['adviser']!.get(walk(first))).text()).toContain('Het bord hangt er nu.')
  const tasks = await desk.db.selectFrom('task').select('person').where('kind', '=', 'street-reaction').execute()
  expect(tasks).toEqual([{ person: people['adviser']!.id }])
})

test('two people make it public, of whom the second neither looked nor chose; a name only with consent', async () => {
  const [first, second] = places as [string, string]
  const path = `/balie/straten/${street}/rondes/${round}/openbaar`
  const adviser = visitors['adviser']!
  const waiting = await adviser.post(path, { stap: 'proposed' })
  expect([waiting.status, await waiting.text()]).toEqual([409, expect.stringContaining('kan de eigenaar nog reageren')])
  await desk.db.updateTable('premises_letter').set({ react_until: '2026-11-01' }).where('round', '=', round).execute()
  const yes = (premises: string, keuze: string) =>
    post(`/schouw/${ownerSecret(deps.key, round, premises)}/naam`, { keuze, wie: 'Ruud, eigenaar' })
  expect((await post(`/schouw/${ownerSecret(deps.key, round, first)}/naam`, { keuze: 'ja', wie: '' })).status).toBe(422)
  expect((await yes(first, 'ja')).status).toBe(303)
  expect((await yes(second, 'ja')).status).toBe(303)
  expect((await adviser.post(path, { stap: 'published' })).status).toBe(403)
  expect((await adviser.post(path, { stap: 'proposed' })).status).toBe(303)
  expect((await visitors['auditor']!.post(path, { stap: 'published' })).status).toBe(403)
  expect((await visitors['publisher']!.post(path, { stap: 'published' })).status).toBe(303)
  const again = async () => {
    expect((await adviser.post(path, { stap: 'proposed' })).status).toBe(303)
    expect((await visitors['publisher']!.post(path, { stap: 'published' })).status).toBe(303)
  }
  const shown = () => desk.publicDb.selectFrom('published.street_premises').select('name').orderBy('name').execute()
  const [page] = await desk.publicDb.selectFrom('published.street_round').selectAll().execute()
  expect(page).toMatchObject({ slug: 'havenstraat', told: { settled: 4, all: 4 } })
  expect(JSON.stringify(page!.told)).not.toMatch(/Kapper|Bakkerij|Persoon one(?!.*functie)/)
  // Two of four with a name: the counts would tell of the two that are left. So nobody is named, and the desk says so.
  expect(await shown()).toEqual([])
  expect(await (await adviser.get(path.replace('/openbaar', ''))).text()).toContain('staat er nu geen enkele naam')
  for (const premises of places) await yes(premises, 'ja')
  await again()
  expect(await shown()).toHaveLength(4)
  // Saying no takes the name away at once; and where one would be left, all names.
  await yes(first, 'nee')
  expect(await shown()).toEqual([])
  for (const premises of places.slice(2)) await yes(premises, 'nee')
  await again()
  expect(await shown()).toEqual([{ name: 'Kapper' }])
  await yes(second, 'nee')
  expect(await shown()).toEqual([])
  await yes(second, 'ja')
  // By SQL one person does not do both, and what is published is what was proposed.
  const alone = as(desk.db, people['staff']!, async (tx) => {
    const common = { municipality: desk.municipality.id, round, by: people['staff']!.id, told: '{}' }
    await tx
      .insertInto('street_release')
      .values({ ...common, no: 7, step: 'proposed' })
      .execute()
    await tx
      .insertInto('street_release')
      .values({ ...common, no: 8, step: 'published' })
      .execute()
  })
  await expect(alone).rejects.toMatchObject({ code: '42501' })
  expect((await adviser.post(`${path}/intrekken`, { reden: '' })).status).toBe(422)
  expect((await adviser.post(`${path}/intrekken`, { reden: 'Er zat een fout in.' })).status).toBe(303)
  expect(await shown()).toEqual([])
  expect(await desk.publicDb.selectFrom('published.street_round').selectAll().execute()).toEqual([])
})

test('an outcome is corrected with a reason: what was said before stays, and what counts is one', async () => {
  const [first] = places as [string]
  const fields = { basis: await basisOf('adviser', first) }
  expect((await visitors['adviser']!.post(`${walk(first)}/uitkomst`, fields)).status).toBe(422)
  expect(
    (
      await visitors['adviser']!.post(`${walk(first)}/uitkomst`, {
        ...fields,
        herstel: 'Na de reactie opnieuw gekeken.',
      })
    ).status,
  ).toBe(303)
  const findings = await desk.db
    .selectFrom('noted_finding')
    .select(['withdrawn_for', 'replaces'])
    .where('about', '=', first)
    .execute()
  expect(findings.filter(({ withdrawn_for: why }) => why === null)).toHaveLength(7)
  expect(findings.filter(({ withdrawn_for: why }) => why === 'Na de reactie opnieuw gekeken.')).toHaveLength(7)
  expect(findings.filter(({ replaces }) => replaces !== null)).toHaveLength(7)
})

test('a repaired outcome is told anew, with a new term; what is public says that it is being corrected', async () => {
  const [first, second] = places as [string, string]
  const path = `/balie/straten/${street}/rondes/${round}/openbaar`
  const [adviser, publisher] = [visitors['adviser']!, visitors['publisher']!]
  const refuses = async (who: Visitor, stap: string, says: string) => {
    const answer = await who.post(path, { stap })
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining(says)])
  }
  const repair = async (premises: string) =>
    expect(
      (
        await adviser.post(`${walk(premises)}/uitkomst`, {
          basis: await basisOf('adviser', premises),
          'keuze-betalen': 'deels',
          'reden-betalen': 'Alleen aan de voorste kassa.',
          herstel: 'Nog eens gekeken.',
        })
      ).status,
    ).toBe(303)
  const tell = async (premises: string) => {
    const letter = await adviser.post(`${walk(premises)}/brief`, { email: 'zaak@post.test' })
    expect(letter.status).toBe(303)
  }
  const termPassed = () =>
    desk.db.updateTable('premises_letter').set({ react_until: '2026-11-01' }).where('round', '=', round).execute()
  const mails = () => desk.db.selectFrom('message').select('subject').where('kind', '=', 'street').execute()
  // The one of before was repaired after its letter.
  await refuses(adviser, 'proposed', 'is de uitkomst hersteld. De eigenaar kreeg die nog niet.')
  const before = (await mails()).length
  await tell(first)
  await tell(first)
  const sent = await mails()
  expect(sent).toHaveLength(before + 1)
  expect(
    sent.filter(({ subject }) => subject === 'De uitkomst van Bakkerij is hersteld: u leest haar als eerste'),
  ).toHaveLength(1)
  const letter = await desk.db
    .selectFrom('premises_letter')
    .select(['outcome', 'reaction', 'reacted_at', 'earlier'])
    .where('round', '=', round)
    .where('premises', '=', first)
    .executeTakeFirstOrThrow()
  expect(letter).toMatchObject({
    outcome: 2,
    reaction: '',
    reacted_at: null,
    earlier: [{ words: 'Het bord hangt er nu.', outcome: 1 }],
  })
  const owner = await (await door().request(`/schouw/${ownerSecret(deps.key, round, first)}`)).text()
  expect(owner).toContain('Deze uitkomst is hersteld. Waarom: Na de reactie opnieuw gekeken.')
  expect(owner).toContain('Het bord hangt er nu.')
  await refuses(adviser, 'proposed', 'Van 1 pand kan de eigenaar nog reageren.')
  await termPassed()
  expect((await adviser.post(path, { stap: 'proposed' })).status).toBe(303)
  expect((await publisher.post(path, { stap: 'published' })).status).toBe(303)
  const shown = async () => ({
    round: await desk.publicDb
      .selectFrom('published.street_round')
      .select(['told', 'correcting_at'])
      .executeTakeFirstOrThrow(),
    named: await desk.publicDb.selectFrom('published.street_premises').selectAll().execute(),
  })
  const whole = await shown()
  expect(whole.round.correcting_at).toBe(null)
  expect(whole.named).toMatchObject([{ name: 'Kapper', correcting: false }])
  expect(whole.named[0]!.told).toEqual({ verdicts: expect.any(Object) })
  // Repaired while it is public: the last that was published stays, whole, and says so.
  await repair(second)
  const corrected = await shown()
  expect(corrected.round).toEqual({ ...whole.round, correcting_at: expect.any(Date) })
  expect(corrected.named).toEqual([{ ...whole.named[0]!, correcting: true }])
  const shownAtDesk = await (await adviser.get(path.replace('/openbaar', ''))).text()
  for (const said of ['Sinds die dag is iets anders vastgesteld van: Kapper', 'uitkomst hersteld, eigenaar weet het'])
    expect(shownAtDesk).toContain(said)
  // Proposed, and repaired before it is published: what was proposed is not published, by nobody and by no way.
  await refuses(adviser, 'proposed', 'is de uitkomst hersteld')
  await tell(second)
  await termPassed()
  expect((await adviser.post(path, { stap: 'proposed' })).status).toBe(303)
  await repair(second)
  await tell(second)
  await termPassed()
  await refuses(publisher, 'published', 'Na dit voorstel is een uitkomst hersteld')
  const sneaked = as(desk.db, people['publisher']!, (tx) =>
    sql`insert into street_release (municipality, round, no, step, told, by)
      select municipality, round, no + 1, 'published', told, ${people['publisher']!.id} from street_release
      where round = ${round} order by no desc limit 1`.execute(tx),
  )
  await expect(sneaked).rejects.toMatchObject({ code: '42501' })
  expect((await adviser.post(path, { stap: 'taken-back' })).status).toBe(303)
  expect((await adviser.post(path, { stap: 'proposed' })).status).toBe(303)
  expect((await publisher.post(path, { stap: 'published' })).status).toBe(303)
  const last = await shown()
  expect([last.round.correcting_at, last.named.map(({ correcting }) => correcting)]).toEqual([null, [false]])
})

test('an owner is told of the newest outcome alone, and nobody writes what the owner said', async () => {
  const [first] = places as [string]
  const set = (values: Partial<{ outcome: number; react_until: string }>) =>
    as(desk.db, people['adviser']!, (tx) =>
      tx.updateTable('premises_letter').set(values).where('premises', '=', first).execute(),
    )
  await expect(set({ outcome: 9 })).rejects.toMatchObject({ code: '42501' })
  await expect(set({ react_until: '2027-01-01' })).rejects.toMatchObject({ code: '42501' })
  const said = as(desk.db, people['adviser']!, (tx) =>
    tx.updateTable('premises_letter').set({ reaction: 'Alles klopt.' }).where('premises', '=', first).execute(),
  )
  await expect(said).rejects.toMatchObject({ code: '42501' })
})

test('two rounds on one day: repairing the older takes nothing of the newer away', async () => {
  const [first] = places as [string]
  const standing = () =>
    desk.db
      .selectFrom('noted_finding')
      .select(['criterion', 'said'])
      .where('about', '=', first)
      .where('withdrawn_at', 'is', null)
      .orderBy('criterion')
      .execute()
  const day = await desk.db
    .selectFrom('premises_outcome')
    .select(['seen_on as on', 'no'])
    .where('round', '=', round)
    .where('premises', '=', first)
    .orderBy('no', 'desc')
    .executeTakeFirstOrThrow()
  const decide = (of: string, no: number, said: string) =>
    as(desk.db, people['adviser']!, (tx) =>
      addOutcome(tx, desk.municipality.id, people['adviser']!.id, {
        round: of,
        premises: first,
        no,
        answers: {},
        reason: 'Beter gekeken.',
        seenOn: day.on,
        until: '2027-11-20',
        findings: [
          {
            norm: 'PRV-13',
            criterion: 'PRV-13.proef',
            verdict: 'met',
            strength: 'witnessed',
            source: 'inspection',
            about: { kind: 'premises', id: first },
            said,
            seenBy: 'twee',
            at: day.on,
            until: '2027-11-20',
          },
        ],
      }),
    )
  await decide(round, day.no + 1, 'oud')
  expect(await standing()).toEqual([{ criterion: 'PRV-13.proef', said: 'oud' }])
  // The newer takes its place: of one day one stands.
  await decide(extra, 1, 'nieuw')
  expect(await standing()).toEqual([{ criterion: 'PRV-13.proef', said: 'nieuw' }])
  await decide(round, day.no + 2, 'oud, hersteld')
  expect(await standing()).toEqual([{ criterion: 'PRV-13.proef', said: 'nieuw' }])
  await decide(extra, 2, 'nieuw, hersteld')
  expect(await standing()).toEqual([{ criterion: 'PRV-13.proef', said: 'nieuw, hersteld' }])
})

test('of a round whose inspector left somebody is asked for a new one, until the inspector is back', async () => {
  const walkers = () => asClock(desk.house.site, desk.municipality.id, (tx) => askWalkers(tx, desk.municipality.id))
  const asked = () =>
    desk.db
      .selectFrom('task')
      .select(['object', 'role', 'path'])
      .where('kind', '=', 'street-walker')
      .where('done_at', 'is', null)
      .execute()
  const state = (is: 'left' | 'active') =>
    desk.db.updateTable('person').set({ state: is }).where('id', '=', people['two']!.id).execute()
  expect([await walkers(), await asked()]).toEqual([0, []])
  await state('left')
  expect(await walkers()).toBeGreaterThan(0)
  expect(await walkers()).toBe(0)
  expect(await asked()).toContainEqual({
    object: `street_round/${round}`,
    role: 'policy-officer',
    path: `/balie/straten/${street}/rondes/${round}`,
  })
  await state('active')
  await walkers()
  expect(await asked()).toEqual([])
})

test('what comes after the round was closed is kept, and says so', async () => {
  const [first] = places as [string]
  expect((await visitors['planner']!.post(`/balie/straten/${street}/rondes/${round}/sluiten`)).status).toBe(303)
  expect((await visitors['planner']!.post(`/balie/straten/${street}/rondes/${round}/sluiten`)).status).toBe(409)
  await visitors['two']!.post(
    `/balie/schouw/${round}/panden/${first}`,
    sent('two', first, { ...GOOD, sparen: 'ja' }, 2),
  )
  expect((await rows()).filter(({ late }) => late)).toHaveLength(1)
})

test('a photo goes on its day, and the address of an owner after a year; nothing else goes', async () => {
  const clock = { municipality: desk.municipality.id }
  const photos = () => desk.db.selectFrom('inspection_photo').select(['hash', 'picture']).execute()
  const count = (await photos()).length
  expect(count).toBeGreaterThan(2)
  const house = desk.house.site
  expect(await asClock(house, clock.municipality, (tx) => removePhotos(tx, clock.municipality))).toBe(0)
  await desk.db.updateTable('inspection_photo').set({ until: '2026-11-01' }).execute()
  expect(await asClock(house, clock.municipality, (tx) => removePhotos(tx, clock.municipality))).toBe(count)
  expect((await photos()).every(({ picture }) => picture === null)).toBe(true)
  expect(await asClock(house, clock.municipality, (tx) => forgetOwners(tx, clock.municipality))).toBe(0)
  await desk.db.updateTable('premises_letter').set({ sent_at: '2020-01-01T00:00:00Z' }).execute()
  expect(await asClock(house, clock.municipality, (tx) => forgetOwners(tx, clock.municipality))).toBe(3)
  const left = await desk.db.selectFrom('premises_letter').select(['email', 'reaction', 'earlier']).execute()
  expect(left.every(({ email }) => email === '')).toBe(true)
  expect(left.some(({ reaction, earlier }) => reaction !== '' || earlier.length > 0)).toBe(true)
})

test('a link ends with what its owner has to do with it, and then tells nothing of what was seen', async () => {
  const [first, second, third] = places as [string, string, string]
  const opens = async (premises: string, owner = 1) => {
    const answer = await door().request(`/schouw/${ownerSecret(deps.key, round, premises, owner)}`)
    return [answer.status, await answer.text()] as const
  }
  const ended = async (premises: string, why: string) => {
    const [status, page] = await opens(premises)
    expect(status).toBe(410)
    for (const words of ['Deze link is beëindigd', why, 'Vraag het de gemeente']) expect(page).toContain(words)
    expect(page).not.toMatch(/Bakkerij|Kapper|Fietsen|Havenstraat|Aan de kassa|Betalen/)
    const { status: refused } = await post(`/schouw/${ownerSecret(deps.key, round, premises)}/reactie`, {
      wat: 'Nog iets.',
    })
    expect(refused).toBe(410)
    return page
  }
  const change = (premises: string, values: object) =>
    as(desk.db, people['planner']!, (tx) => tx.updateTable('premises').set(values).where('id', '=', premises).execute())
  const named = () => desk.publicDb.selectFrom('published.street_premises').select('name').execute()
  for (const premises of [first, second, third]) expect((await opens(premises))[0]).toBe(200)

  // An address or an organisation that was not known before is no other owner.
  await change(third, { email: 'fiets@post.test' })
  expect((await opens(third))[0]).toBe(200)
  await change(first, { organisation: null })
  await ended(first, 'een andere eigenaar')
  const said = { municipality: desk.municipality.id, round, premises: first }
  const tell = () => visitors['adviser']!.post(`${walk(first)}/brief`, { email: 'nieuw@post.test' })
  expect(await (await visitors['adviser']!.get(walk(first))).text()).toContain(
    'De nieuwe eigenaar krijgt een eigen link',
  )
  expect((await tell()).status).toBe(303)
  expect((await opens(first))[0]).toBe(404)
  const [status, page] = await opens(first, 2)
  expect([status, page.includes('Het bord hangt er nu.')]).toEqual([200, false])
  const kept = await desk.db
    .selectFrom('premises_letter')
    .selectAll()
    .where('premises', '=', first)
    .executeTakeFirstOrThrow()
  expect(kept).toMatchObject({ ...said, owner: 2, ended: null, consent: null })
  expect(JSON.stringify(kept.earlier)).toContain('Het bord hangt er nu.')

  // Counts no longer: the name can still be taken back, and nothing else.
  expect(await named()).toEqual([{ name: 'Kapper' }])
  await sql`alter table premises_outcome disable trigger user`.execute(desk.db)
  await desk.db.updateTable('premises_outcome').set({ until: '2026-11-01' }).where('premises', '=', second).execute()
  await sql`alter table premises_outcome enable trigger user`.execute(desk.db)
  expect(await ended(second, 'geldt niet meer')).toContain('Haal de naam weg')
  const choose = (keuze: string) =>
    post(`/schouw/${ownerSecret(deps.key, round, second)}/naam`, { keuze, wie: 'Ruud, eigenaar' })
  expect((await choose('ja')).status).toBe(410)
  expect(await named()).toEqual([{ name: 'Kapper' }])
  expect((await choose('nee')).status).toBe(303)
  expect(await named()).toEqual([])
  expect(await ended(second, 'geldt niet meer')).not.toContain('Haal de naam weg')

  // Gone on a day that was written down before it came.
  const tick = () => asClock(desk.house.site, desk.municipality.id, (tx) => endOwnerLinks(tx))
  await change(third, { ended_on: '2099-01-01' })
  expect([(await opens(third))[0], await tick()]).toEqual([200, 0])
  await sql`alter table premises disable trigger owner_left`.execute(desk.db)
  await change(third, { ended_on: '2026-11-20' })
  await sql`alter table premises enable trigger owner_left`.execute(desk.db)
  await ended(third, 'gestopt of verhuisd')
  expect([await tick(), await tick()]).toEqual([1, 0])
  await ended(third, 'gestopt of verhuisd')
})

test('nobody of another municipality reaches anything, by any door', async () => {
  for (const path of [
    `/balie/straten/${street}`,
    `/balie/straten/${street}/rondes/${round}`,
    walk(places[0]!),
    `/balie/schouw/${round}`,
  ])
    expect((await visitors['elsewhere']!.get(path)).status).toBe(404)
  const there = { municipality: desk.elsewhere.id, person: people['elsewhere']!.id, organisation: null }
  const seen = await asPerson(desk.house.site, there, 'read', (tx) => tx.selectFrom('street').select('id').execute())
  expect(seen).toEqual([])
  expect(desk.faults.map(String)).toEqual([])
})
