/**
 * Walks every route of the desk with every role, on one's own objects, those of another organisation and those of
 * another municipality.
 */
import { TrieRouter } from 'hono/router/trie-router'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fitsShape } from '../src/apps/desk-guards.ts'
import { deskRoutes } from '../src/apps/desk-routes.ts'
import { questionnaireFor } from '../src/catalogue/questionnaires.ts'
import { fieldFor, registerFor } from '../src/catalogue/registers.ts'
import { createForm } from '../src/db/forms.ts'
import { createCase } from '../src/features/cases/store/begin.ts'
import { planMeeting } from '../src/features/covenants/meet/store.ts'
import { addComment } from '../src/features/covenants/comment-store.ts'
import { inviteParticipant } from '../src/features/covenants/participant-store.ts'
import { beginCovenant } from '../src/features/covenants/store.ts'
import { showVersion } from '../src/features/covenants/version-store.ts'
import { addEntry } from '../src/registers/store.ts'
import { allows, ROLES, type Role } from '../src/vocabulary/roles.ts'
import { page, type Reply } from '../src/web/desk/route.ts'
import { unasked } from './database.ts'
import { addSpearpoint } from './group-city.ts'
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
  withDoors,
} from './desk.ts'
import { buttonsOf } from './form-page.ts'
import { terms } from './pledges.ts'
import { putBuddies, putExercise } from './crisis.ts'
import { putRequest } from './requests.ts'

const deps = testDeps()
const routes = deskRoutes(deps)
type Objects = Readonly<Record<string, string>>
let desk: TestDesk
const visitors = new Map<Role, Visitor>()
let own: Objects
let otherOrganisation: Objects
let otherMunicipality: Objects

/**
 * One of everything a parameter can name, in this municipality; `partner`'s form and baseline are of its organisation.
 */
async function objects(officer: TestPerson, partner: TestPerson): Promise<Objects> {
  const { municipality } = officer
  const preCheck = questionnaireFor(deps.questionnaires, 'pre-check', 'proposal')!
  const baseline = questionnaireFor(deps.questionnaires, 'self-assessment', 'organisation')!
  const ids = {
    product: uuid(),
    regulation: uuid(),
    baseline: uuid(),
    upload: uuid(),
    evidence: uuid(),
    measure: uuid(),
    request: uuid(),
    message: uuid(),
    retest: uuid(),
    term: uuid(),
    condition: uuid(),
    asking: uuid(),
    report: uuid(),
    finding: uuid(),
    export: uuid(),
    tender: uuid(),
    opinion: uuid(),
    bid: uuid(),
    contract: uuid(),
    duty: uuid(),
    street: uuid(),
    premises: uuid(),
    round: uuid(),
    inspection: uuid(),
    inspector: officer.id,
    photo: 'a'.repeat(64),
    participant: uuid(),
    attached: uuid(),
    badge: uuid(),
    lescode: uuid(),
    sighting: uuid(),
    told: uuid(),
    remark: uuid(),
    warning: uuid(),
    campaign: uuid(),
    client: uuid(),
    feed: uuid(),
    rated: uuid(),
    practice: uuid(),
    requestKind: 'inzage',
    requestFile: uuid(),
    weaknessNote: uuid(),
    residentRequest: uuid(),
    place: uuid(),
    course: uuid(),
    offer: uuid(),
    incident: uuid(),
    event: uuid(),
    target: uuid(),
    hackFinding: uuid(),
    exercise: uuid(),
    improvement: uuid(),
  }
  const [register] = deps.registers
  const made = await as(desk.db, officer, async (tx) => {
    const id = await createCase(
      tx,
      municipality,
      officer.id,
      {
        kind: 'proposal',
        title: `Een geheim plan van ${officer.name}`,
        summary: 'x',
        intendedOn: null,
        regulation: null,
        product: null,
      },
      preCheck,
    )
    await tx
      .insertInto('product')
      .values({ municipality, id: ids.product, name: `Een geheim product van ${officer.name}` })
      .execute()
    const values = { [fieldFor(register!, 'title')!.id]: `Ding van ${officer.name}` }
    const { id: entry } = await addEntry(tx, municipality, register!, { values, by: officer.id, way: 'form' })
    await tx
      .insertInto('regulation')
      .values({
        municipality,
        id: ids.regulation,
        work: `CVDR${ids.regulation}`,
        title: 'Een geheime regeling',
        source: 'hand',
      })
      .execute()
    await tx
      .insertInto('noted_finding')
      .values({
        municipality,
        id: ids.finding,
        source: 'inspection',
        about_kind: 'organisation',
        about: partner.organisation!,
        norm: 'STD-05',
        criterion: 'STD-05.geheim',
        verdict: 'unmet',
        strength: 'witnessed',
        said: 'Een geheime bevinding',
        seen_by: 'Toezicht',
        seen_on: '2026-11-01',
        until: '2099-01-01',
        by: officer.id,
      })
      .execute()
    await tx
      .insertInto('measure')
      .values({
        municipality,
        id: ids.measure,
        case_file: id,
        text: 'Een geheime maatregel',
        owner: officer.id,
        due_on: '2099-01-01',
        by: officer.id,
      })
      .execute()
    await tx
      .insertInto('legal_term')
      .values({
        municipality,
        id: ids.term,
        case_file: id,
        term: 'raadpleging',
        starts_on: '2026-01-05',
        due_on: '2099-01-01',
        note: 'Een geheime termijn',
        by: officer.id,
      })
      .execute()
    const kept = registerFor(deps.registers, 'processor-agreement')!
    const { id: agreement } = await addEntry(tx, municipality, kept, {
      values: { [fieldFor(kept, 'title')!.id]: `Een geheim ding van ${officer.name}` },
      by: officer.id,
      way: 'form',
    })
    const listed = registerFor(deps.registers, 'algorithm')!
    const { id: algorithm } = await addEntry(tx, municipality, listed, {
      values: { [fieldFor(listed, 'title')!.id]: `Een geheim algoritme van ${officer.name}` },
      by: officer.id,
      way: 'form',
    })
    const covenant = await beginCovenant(tx, municipality, {
      title: `Een geheim convenant van ${officer.name}`,
      template: { id: 'winkelstraat', version: '1' },
      cluster: null,
      street: 'Breestraat',
      owner: officer.id,
      beginsOn: '2027-01-01',
      endsOn: '2028-12-31',
      text: {
        articles: [{ id: 'doel', title: 'Doel', paragraphs: ['Een geheim doel'] }],
        pledges: [terms(officer, officer, { title: 'Een geheime belofte' })],
        exercises: [],
      },
    })
    const meeting = await planMeeting(tx, municipality, {
      covenant,
      kind: 'steering',
      heldOn: '2027-01-01',
      place: '',
      agenda: `Een geheime agenda van ${officer.name}`,
      by: officer.id,
    })
    await inviteParticipant(tx, municipality, covenant, {
      organisation: partner.organisation!,
      kind: 'party',
      contact: { name: 'Een geheim iemand', function: 'eigenaar', email: 'geheim@sluiswijk.test' },
      by: officer.id,
    })
    await showVersion(tx, municipality, covenant, 1, { by: officer.id, why: 'Een geheime reden', until: '2099-01-01' })
    const comment = await addComment(tx, municipality, {
      covenant,
      version: 1,
      article: 'doel',
      by: officer.id,
      participant: null,
      text: 'Een geheime reactie',
    })
    const { id: participant } = await tx
      .selectFrom('covenant_participant')
      .select('id')
      .where('covenant', '=', covenant)
      .where('organisation', 'is not', null)
      .executeTakeFirstOrThrow()
    return { id, entry, agreement, algorithm, covenant, comment, participant, meeting }
  })
  const { id: file, entry, agreement, algorithm, covenant, comment, participant, meeting } = made
  const norm = officer.name.endsWith('een') ? 'VEI-12' : 'VEI-13'
  const spearpoint = await addSpearpoint(desk.db, officer, norm, `Een geheime keuze van ${officer.name}`)
  await unasked(desk.db, async (tx) => {
    await tx
      .insertInto('covenant_told')
      .values({
        municipality,
        id: ids.told,
        participant,
        shows: 'Een geheime naam',
        secret: ids.told,
        until: '2099-01-01',
        objection: 'Een geheim bezwaar',
        objected_at: new Date(),
      })
      .execute()
    await tx
      .insertInto('covenant_remark')
      .values({
        municipality,
        id: ids.remark,
        covenant,
        kind: 'question',
        text: 'Een geheime vraag',
        lang: 'nl',
        secret: ids.remark,
        due_on: '2099-01-01',
      })
      .execute()
    await tx
      .insertInto('opinion_request')
      .values({
        municipality,
        id: ids.request,
        case_file: file,
        round: 0,
        role: 'fg',
        by: officer.id,
        due_on: '2099-01-01',
      })
      .execute()
    await tx
      .insertInto('case_question')
      .values({
        municipality,
        id: ids.asking,
        case_file: file,
        request: ids.request,
        whom: officer.id,
        text: 'Een geheim punt',
        by: officer.id,
      })
      .execute()
    const opinion = await tx
      .insertInto('opinion')
      .values({
        municipality,
        id: uuid(),
        case_file: file,
        request: ids.request,
        no: 1,
        stance: 'conditions',
        text: 'Een geheim advies',
        by: officer.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('opinion_condition')
      .values({
        municipality,
        id: ids.condition,
        case_file: file,
        opinion: opinion.id,
        no: 1,
        text: 'Een geheime voorwaarde',
        owner: officer.id,
        due_on: '2099-01-01',
      })
      .execute()
  })
  await unasked(desk.db, async (tx) => {
    await tx
      .insertInto('tender')
      .values({
        municipality,
        id: ids.tender,
        no: sql<number>`1 + (select count(*)::int from tender)`,
        title: `Een geheime aanbesteding van ${officer.name}`,
        subject: 'x',
        product_kind: 'service',
        data_class: 'internal',
        criticality: 'low',
        closes_at: '2099-01-01T12:00:00Z',
        by: officer.id,
      })
      .execute()
  })
  await as(desk.db, officer, async (tx) => {
    const of = { municipality, provider: 'x', times: '{"hours":[],"off":[],"extra":[]}', checked_on: '2026-11-01' }
    const [name, title] = [`Een geheime plek van ${officer.name}`, `Een geheime cursus van ${officer.name}`]
    const at = { street: 'x', postcode: '1234 AB', city: 'x', kind: 'other' as const, checked_by: officer.id }
    await tx
      .insertInto('help_place')
      .values({ ...of, ...at, id: ids.place, name })
      .execute()
    const from = { subject: 'basics' as const, places: 8, starts_on: '2099-01-01', ends_on: '2099-02-01' }
    await tx
      .insertInto('course')
      .values({ ...of, ...from, id: ids.course, title, checked_by: officer.id })
      .execute()
    const when = { starts_on: '2099-01-01', starts: '10:00', ends_on: '2099-01-01', ends: '12:00', place: 'x' }
    const what = { kind: 'hack' as const, subject: 'safety' as const, organiser: 'x', state: 'placed' as const }
    await tx
      .insertInto('event')
      .values({ municipality, id: ids.event, title: `Een geheim evenement van ${officer.name}`, ...when, ...what })
      .execute()
    const window = { opens_on: '2099-01-01', opens: '10:00', closes_on: '2099-01-01', closes: '11:00' }
    const system = { name: `Een geheim systeem van ${officer.name}`, address: 'x', supplier: 'x' }
    await tx
      .insertInto('hack_target')
      .values({ municipality, id: ids.target, event: ids.event, ...system, ...window })
      .execute()
  })
  const found = { number: ids.hackFinding.slice(0, 18), found_on: '2099-01-01' }
  await desk.db
    .insertInto('hack_finding')
    .values({ municipality, id: ids.hackFinding, event: ids.event, ...found })
    .execute()
  const other = await addPerson(desk.db, municipality, ['inspector'], `Schouwer van ${officer.name}`)
  await as(desk.db, officer, async (tx) => {
    const by = officer.id
    const { street, premises, round } = ids
    await tx
      .insertInto('street')
      .values({ municipality, id: street, name: 'Een geheime straat', slug: street, by })
      .execute()
    await tx
      .insertInto('premises')
      .values({ municipality, id: premises, street, name: 'Een geheim pand', by })
      .execute()
    await tx
      .insertInto('street_round')
      .values({
        municipality,
        id: round,
        street,
        begins_on: '2026-11-01',
        ends_on: '2026-11-30',
        questions: questionnaireFor(deps.questionnaires, 'inspection', 'premises')!.version,
        one: officer.id,
        other: other.id,
        by,
      })
      .execute()
    await tx.insertInto('street_round_premises').values({ municipality, round, premises }).execute()
    const inspection = {
      municipality,
      id: ids.inspection,
      hash: ids.photo,
      round,
      premises,
      inspector: officer.id,
      no: 1,
    }
    await tx
      .insertInto('inspection')
      .values({
        ...inspection,
        answers: '{}',
        remark: 'Een geheime opmerking',
        seen_at: '2026-11-02T12:00:00Z',
        came: 'form',
        by,
      })
      .execute()
  })
  await desk.db
    .insertInto('report')
    .values({
      municipality,
      id: ids.report,
      kind: 'error',
      path: '/methode',
      seen: '/methode',
      title: `Een geheim van ${officer.name}`,
      text: 'Een geheime melding',
      lang: 'nl',
      secret: ids.report,
      due_on: '2099-01-01',
    })
    .execute()
  await desk.db
    .insertInto('practice')
    .values({
      municipality,
      id: ids.practice,
      // The end of it: two of one moment begin alike (RFC 9562 §5.7).
      number: ids.practice.replaceAll('-', '').slice(-10),
      title: `Een geheim van ${officer.name}`,
      organisation: 'Café de Sluis',
      problem: 'Een geheim probleem',
      did: 'Een geheime stap',
      gained: '',
      link: '',
      norms: [],
      licence: 'CC0-1.0',
      lang: 'nl',
      secret: ids.practice.replaceAll('-', '').repeat(2),
    })
    .execute()
  await putRequest(desk.db, officer, ids)
  await putBuddies(desk.db, officer, partner, ids)
  await putExercise(desk.db, officer, partner, ids)
  await desk.db
    .updateTable('organisation')
    .set({ street: `Laan van ${officer.name.split(' ')[1]!}` })
    .where('id', '=', partner.organisation!)
    .execute()
  const subject = uuid()
  await unasked(desk.db, async (tx) => {
    await tx
      .insertInto('badge')
      .values({
        municipality,
        id: ids.badge,
        number: ids.badge,
        kind: 'seen',
        holder: `Een geheime houder van ${officer.name}`,
        organisation: partner.organisation,
        told: JSON.stringify({
          covenant: null,
          promised: 'Een geheime belofte',
          norms: [],
          seenBy: 'schouwer',
          seenOn: '2026-11-01',
          givenBy: 'accountmanager',
        }),
        seen_on: '2026-11-01',
        valid_from: '2026-11-01',
        valid_until: '2027-11-01',
        consent_by: 'Een geheim mens',
        consent_on: '2026-11-01',
        by: officer.id,
        ended: null,
      })
      .execute()
    await tx
      .insertInto('group_code')
      .values({
        municipality,
        id: ids.lescode,
        organisation: partner.organisation,
        label: `Een geheime groep van ${officer.name}`,
        staff: 12,
        secret: ids.lescode,
        by: partner.id,
        made_on: '2026-11-01',
        until: '2027-11-01',
      })
      .execute()
    await tx
      .insertInto('subject')
      .values({
        municipality,
        id: subject,
        organisation: partner.organisation!,
        kind: 'website',
        address: `geheim-${subject}.test`,
      })
      .execute()
    await tx
      .insertInto('badge_sighting')
      .values({
        municipality,
        id: ids.sighting,
        subject,
        organisation: partner.organisation!,
        address: `geheim-${subject}.test`,
        number: 'GEHEIM',
        page: 'https://geheim.test/',
        shown: true,
        first_at: '2026-11-02T12:00:00Z',
        last_at: '2026-11-02T12:00:00Z',
        state: 'unknown',
      })
      .execute()
    await tx
      .insertInto('warning')
      .values({
        municipality,
        id: ids.warning,
        number: ids.warning,
        source: 'own',
        publisher: 'Een geheime bron',
        namespace: 'https://geheim.test',
        tracking: ids.warning,
        label: 'GREEN',
        state: 'sent',
        ended: null,
        ends_on: '2099-01-01',
        sent_at: '2026-11-02T12:00:00Z',
        version: 1,
        by: officer.id,
      })
      .execute()
    await tx
      .insertInto('campaign')
      .values({
        municipality,
        id: ids.campaign,
        number: ids.campaign,
        title: `Een geheime campagne van ${officer.name}`,
        aim: 'Een geheim doel',
        norm: 'VEI-01',
        criteria: ['VEI-01.1'],
        least: 'measured',
        unit: 'street',
        draw_on: '2098-01-01',
        source: 'lotto',
        starts: '2098-01-01',
        until: '2098-02-01',
        after: '2098-03-01',
        ways: ['letter'],
        steps: ['een', 'twee', 'drie'],
        by: officer.id,
      })
      .execute()
    await tx
      .insertInto('warning_version')
      .values({
        municipality,
        warning: ids.warning,
        no: 1,
        title: `Een geheime waarschuwing van ${officer.name}`,
        what: 'Een geheim gat',
        by: officer.id,
      })
      .execute()
    await tx
      .insertInto('warning_client')
      .values({
        municipality,
        id: ids.client,
        organisation: partner.organisation!,
        contract_name: 'Een geheim contract',
        by: officer.id,
      })
      .execute()
    await tx
      .insertInto('warning_feed')
      .values({
        municipality,
        id: ids.feed,
        name: 'Een geheime bron',
        address: `${ids.feed}.test`,
        fingerprint: 'a'.repeat(40),
        keeper: officer.id,
        by: officer.id,
      })
      .execute()
  })
  const form = await as(desk.db, partner, async (tx) => {
    const id = await createForm(tx, municipality, baseline, {
      by: partner.id,
      organisation: partner.organisation,
      variant: 'short',
    })
    await tx
      .insertInto('answer')
      .values({
        municipality,
        form: id,
        question: 'N01',
        no: 1,
        value: '"nee"',
        reason: 'Een geheim antwoord',
        by: partner.id,
      })
      .execute()
    return id
  })
  await desk.db
    .insertInto('baseline')
    .values({ municipality, id: ids.baseline, organisation: partner.organisation!, year: 2020, form, state: 'running' })
    .execute()
  const { pre_check: pre } = await desk.db
    .selectFrom('case_file')
    .select('pre_check')
    .where('id', '=', file)
    .executeTakeFirstOrThrow()
  return {
    ...ids,
    spearpoint,
    case: file,
    covenant,
    meeting,
    comment,
    participant,
    article: 'doel',
    pledge: 'https',
    verdict: uuid(),
    requirement: 'updates',
    version: '1',
    receipt: '1',
    register: register!.id,
    entry,
    agreement,
    algorithm,
    form: pre!,
    partnerForm: form,
    organisation: partner.organisation!,
    person: officer.id,
    group: `straat-laan-van-${officer.name.split(' ')[1]!.toLowerCase()}`,
    norm: 'VEI-11',
    point: 'VEI-11.nergens',
    question: 'V1',
    step: 'indienen',
    field: 'samenvatting',
    partnerQuestion: 'N01',
  }
}

beforeAll(async () => {
  desk = await testDesk(routes)
  const make = async (municipality: string, name: string) => {
    const officer = await addPerson(desk.db, municipality, ['policy-officer'], `Ambtenaar ${name}`)
    const partner = await addPerson(
      desk.db,
      municipality,
      ['partner'],
      `Partner ${name}`,
      await addOrganisation(desk.db, municipality, `Organisatie ${name}`),
    )
    return { partner, objects: await objects(officer, partner) }
  }
  const [here, beside, there] = [
    await make(desk.municipality.id, 'een'),
    await make(desk.municipality.id, 'twee'),
    await make(desk.elsewhere.id, 'Verweg'),
  ]
  own = here.objects
  otherOrganisation = beside.objects
  otherMunicipality = there.objects
  for (const role of ROLES) {
    const person =
      role === 'partner' ? here.partner : await addPerson(desk.db, desk.municipality.id, [role], `Alleen ${role}`)
    visitors.set(role, await desk.visit(person))
  }
})
afterAll(() => desk.close())

/** The address of a route with its parameters filled in; a partner's questionnaire is its own. */
const fill = (path: string, objects: Objects, role: Role): string =>
  `/balie${path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value =
      role === 'partner' && (name === 'form' || name === 'question')
        ? objects[name === 'form' ? 'partnerForm' : 'partnerQuestion']
        : objects[name]
    if (value === undefined) throw new Error(`the test knows no object for :${name}`)
    return value
  })}`.replace(/\/$/, '')
const SECRETS = /Een geheim|Ambtenaar|Organisatie|Partner/

test('there are enough routes for the walk to mean something', () => expect(routes.length).toBeGreaterThan(80))

test('no two routes have the same address', () => {
  const addresses = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`)
  expect(addresses.filter((each, at) => addresses.indexOf(each) !== at)).toEqual([])
})

test('each route is reached at its own address: no parameter of an earlier one takes its word', () => {
  const routers = new Map(['GET', 'POST'].map((method) => [method, new TrieRouter<string>()]))
  for (const { method, path } of routes) routers.get(method)!.add(method, path, path)
  const first = ({ method, path }: (typeof routes)[number]) =>
    routers.get(method)!.match(method, path.replaceAll(/:\w+/g, 'x'))[0][0]?.[0]
  expect(routes.filter((route) => first(route) !== route.path).map(({ path }) => path)).toEqual([])
})

let untouched: string
beforeAll(async () => {
  untouched = await contents(desk.municipality.id)
})

/** Whether an address of the desk is of this route. */
const leadsTo = (path: string, to: string): boolean =>
  new RegExp(`^/balie${path.replaceAll(/:\w+/g, '[^/]+')}$`).test(to.split(/[?#]/)[0]!)

/** The pages that each role read, and their addresses. */
const read = new Map<Role, { readonly from: string; readonly html: string }[]>(ROLES.map((role) => [role, []]))
/** Asks each of these as this role, and that nothing breaks. */
async function walk(role: Role, some: typeof routes): Promise<void> {
  for (const route of some) {
    const path = fill(route.path, own, role)
    const answer = route.method === 'GET' ? await visitors.get(role)!.get(path) : await visitors.get(role)!.post(path)
    const told = `${role} ${route.method} ${route.path} → ${answer.status}`
    expect(answer.status, told).toBeLessThan(500)
    if (!allows([role], route.may)) expect(answer.status, told).toBe(403)
    else if (route.method === 'GET') read.get(role)!.push({ from: path, html: await answer.text() })
  }
  expect(desk.faults.map(String)).toEqual([])
}

test.each(ROLES)('%s reads what the matrix says, and is refused the rest', async (role) => {
  await walk(
    role,
    routes.filter(({ method }) => method === 'GET'),
  )
})

test('reading changes nothing: every GET of every role left the database as it was', async () =>
  expect(await contents(desk.municipality.id)).toBe(untouched))

/**
 * The same desk, on which nothing stays: what an act answers is noted, and what it wrote is undone. So each button of a
 * page finds the page as it is.
 */
function undone() {
  const came: { path: string; reply: Reply }[] = []
  const acts = routes.map((route): (typeof routes)[number] =>
    route.method === 'GET'
      ? route
      : {
          ...route,
          answer: async (asked) => {
            came.push({ path: route.path, reply: await route.answer(asked) })
            return page('', 422)
          },
        },
  )
  return { came, app: withDoors(desk, acts).app }
}

test.each(ROLES)('%s meets no button that is refused on the page it stands on', async (role) => {
  const { came, app } = undone()
  const pressed = new Set<string>()
  const problems: string[] = []
  for (const { from, html } of read.get(role)!)
    for (const { to, fields } of buttonsOf(html)) {
      const button = `${from} ${to} ${JSON.stringify(fields)}`
      if (!routes.some(({ method, path }) => method === 'POST' && leadsTo(path, to)) || pressed.has(button)) continue
      pressed.add(button)
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each)
      const headers = { cookie: visitors.get(role)!.cookie, origin: ORIGIN }
      const { status } = await app.request(`${ORIGIN}${to}`, { method: 'POST', body, headers })
      const reply = came.pop()?.reply
      // What the shell refuses never reaches its answer.
      const why = reply === undefined ? 'not-reached' : reply.kind === 'refused' ? reply.why : ''
      if (status >= 500 || ['not-reached', 'missing', 'forbidden', 'not-yours', 'overtaken'].includes(why))
        problems.push(`${from} → ${to}: ${status} ${why}`)
    }
  expect(problems).toEqual([])
  expect(pressed.size).toBeGreaterThan(0)
  expect(desk.faults.map(String)).toEqual([])
})

test.each(ROLES)('%s does what the matrix says, and what is refused leaves no trail', async (role) => {
  // Leaving ends the account that walks; it is walked by who may not, and has a test of its own.
  const acts = routes.filter(
    ({ method, path }) => method === 'POST' && !(role === 'partner' && path === '/mijn-nulmeting/weg'),
  )
  const before = await trail()
  await walk(
    role,
    acts.filter(({ may }) => !allows([role], may)),
  )
  expect(await trail(), role).toBe(before)
  await walk(
    role,
    acts.filter(({ may }) => allows([role], may)),
  )
})

test.each(ROLES)('%s gets nothing of another municipality, by reading or by writing', async (role) => {
  const foreign = await contents(desk.elsewhere.id)
  for (const route of routes.filter(({ path }) => path.includes(':'))) {
    const path = fill(route.path, otherMunicipality, role)
    const answer =
      route.method === 'GET'
        ? await visitors.get(role)!.get(path)
        : await visitors
            .get(role)!
            .post(path, { naam: 'gekaapt', titel: 'gekaapt', reden: 'gekaapt', antwoord: 'nee', basis: '0' })
    // A register and a kind of request are of every municipality; what stands in them is not.
    const theirs = /:(?!register\b|requestKind\b)/.test(route.path)
    if (theirs) expect([403, 404], `${role} ${route.method} ${route.path} → ${answer.status}`).toContain(answer.status)
    const told = (await answer.text()).replace(/<header[\s\S]*?<\/header>/, '')
    expect(told, route.path).not.toMatch(theirs ? /Een geheim|Verweg/ : /Verweg/)
  }
  expect(await contents(desk.elsewhere.id)).toBe(foreign)
})

test('a partner gets nothing of another organisation, nor of the municipality itself', async () => {
  for (const objects of [otherOrganisation, { ...own, partnerForm: own['form']!, partnerQuestion: 'V1' }]) {
    for (const route of routes.filter(({ path }) =>
      /:(case|course|form|place|product|regulation|organisation|person|upload|register)/.test(path),
    )) {
      const path = fill(route.path, objects, 'partner')
      const answer =
        route.method === 'GET' ? await visitors.get('partner')!.get(path) : await visitors.get('partner')!.post(path)
      expect([403, 404], `${route.method} ${route.path} → ${answer.status}`).toContain(answer.status)
      expect((await answer.text()).replace(/<header[\s\S]*?<\/header>/, '')).not.toMatch(SECRETS)
    }
  }
})

/** What somebody types in the place of an id, a name or a step; each is an address that is not there. */
const MADE_UP = ['geen-uuid', '00000000-0000-0000-0000-00000000000g', '%00', '%C3%28', '__proto__']

test('every parameter says what it looks like, and the real things look like that', () => {
  const names = new Set(routes.flatMap(({ path }) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!)))
  for (const name of names) {
    expect(fitsShape(name, own[name]!), name).toBe(true)
    expect(fitsShape(name, "'"), name).toBe(false)
  }
  expect(fitsShape('nieuw', uuid())).toBe(false)
  for (const { id } of deps.registers) expect(fitsShape('register', id), id).toBe(true)
  for (const { questions } of deps.questionnaires)
    for (const { id } of questions) expect(fitsShape('question', id), id).toBe(true)
})

test('whatever stands in an address in the place of something: it is not there, and nothing goes wrong', async () => {
  const roles = ROLES.filter((role) => role !== 'partner')
  const all = await desk.visit(await addPerson(desk.db, desk.municipality.id, roles, 'Alles'))
  for (const route of routes.filter(({ path }) => path.includes(':')))
    for (const [, name = ''] of route.path.matchAll(/:(\w+)/g))
      for (const value of MADE_UP) {
        const path = fill(route.path.replace(`:${name}`, value), own, 'policy-officer')
        const { status } = await (route.method === 'GET' ? all.get(path) : all.post(path))
        const told = `${route.method} ${path} → ${status}`
        // What fits may be a step or a question that is not open now; what does not fit is nothing.
        if (allows(roles, route.may) && !fitsShape(name, value)) expect(status, told).toBe(404)
        else expect([403, 404, 409], told).toContain(status)
      }
  expect(desk.faults.map(String)).toEqual([])
}, 600_000)

/** Names of everything that a page of the desk is asked by. */
const ASKED = (
  'product regeling soort q tot welke proef pagina toon wie van voor bewijs op af plek register vanaf getypt ' +
  'behandelaar volgorde wat staat zaak rol datum'
).split(' ')

test('whatever is asked of a page: it answers, and nothing goes wrong', async () => {
  const all = visitors.get('policy-officer')!
  const filters = deps.registers.flatMap(({ fields }) => fields.map(({ id }) => `f-${id}`))
  for (const route of routes.filter(({ method }) => method === 'GET'))
    for (const value of [...MADE_UP, '2026-99', '2026-13-45', '99999999999999999999']) {
      const query = [...ASKED, ...(route.path.startsWith('/registers') ? new Set(filters) : [])]
      const path = `${fill(route.path, own, 'policy-officer')}?${query.map((name) => `${name}=${value}`).join('&')}`
      const { status } = await all.get(path)
      expect([route.path, value, status < 500]).toEqual([route.path, value, true])
    }
  expect(desk.faults.map(String)).toEqual([])
}, 600_000)

test('fields that no form has change nothing (mass assignment)', async () => {
  const admin = visitors.get('policy-officer')!
  const extra = {
    municipality: desk.elsewhere.id,
    author: own['person']!,
    state: 'decided',
    roles: 'administrator',
    id: uuid(),
    no: '1',
    by: own['person']!,
  }
  const made = await admin.post('/balie/zaken/nieuw', {
    soort: 'proposal',
    titel: 'Gewoon',
    samenvatting: 'x',
    ...extra,
  })
  const row = await desk.db
    .selectFrom('case_file')
    .selectAll()
    .where('id', '=', made.headers.get('location')!.split('/').at(-1)!)
    .executeTakeFirstOrThrow()
  expect([row.state, row.municipality, row.author === own['person']]).toEqual(['draft', desk.municipality.id, false])
})

const trail = async (): Promise<number> =>
  (
    await desk.db
      .selectFrom('audit')
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow()
  ).count

/** A fingerprint of every row of a municipality, sessions aside. */
async function contents(municipality: string): Promise<string> {
  const { rows: tables } = await sql<{
    name: string
  }>`select distinct c.table_name as name from information_schema.columns c 
      join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'municipality' and t.table_type = 'BASE TABLE'
        and c.table_name not in ('session', 'finding_other') order by 1`.execute(desk.db)
  const parts = []
  for (const { name } of tables) {
    const {
      rows: [row],
    } = await sql<{
      print: string | null
    }>`select md5(string_agg(t::text, '|' order by t::text)) as print
      from ${sql.table(name)} t where municipality = ${municipality}`.execute(desk.db)
    parts.push(`${name} ${row!.print}`)
  }
  return parts.join('\n')
}
