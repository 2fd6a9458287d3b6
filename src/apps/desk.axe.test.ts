/**
 * The desk under axe and by keyboard, in the browser that visits use too, wide and on a phone: no barrier that a
 * machine can find, and no sideways scrolling. One page of the browser goes from address to address as whoever works
 * there, and is made narrow where it stands.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuid } from 'uuid'
import {
  addOrganisation,
  addPerson,
  as,
  putCase,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
} from '../../test/desk.ts'
import { addSpearpoint } from '../../test/group-city.ts'
import { barriersOf } from '../../test/barriers.ts'
import { deskInBrowser, type DeskInBrowser } from '../../test/desk-browser.ts'
import { registerPages } from '../../test/desk-registers.ts'
import { readThings } from '../../test/things.ts'
import { questionnaireFor } from '../catalogue/questionnaires.ts'
import { fieldFor, registerFor } from '../catalogue/registers.ts'
import { createForm } from '../db/forms.ts'
import { createCase } from '../features/cases/store/begin.ts'
import type { Values } from '../model/register.ts'
import { addEntry } from '../registers/store.ts'
import { WAY, type CaseState } from '../vocabulary/case.ts'
import { todayIn } from '../web/language.ts'
import { deskRoutes } from './desk-routes.ts'

const shipped = testDeps()
const deps = { ...shipped, registers: [...shipped.registers, ...readThings()] }
let desk: TestDesk
let inBrowser: DeskInBrowser
const people: Record<string, TestPerson> = {}
const paths: Record<string, string> = {}

/** Pages with which people act, by the state a case must be in. */
const ACTS: Partial<Record<CaseState, Readonly<Record<string, string>>>> = {
  completeness: { 'adviezen vragen': '/adviezen', terugvragen: '/terugvragen' },
  opinions: { advies: '/advies/' },
  advice: { adviseren: '/adviseren', vlaggen: '/vlaggen' },
  reaction: { reactie: '/reactie' },
  decision: { besluit: '/besluit' },
  decided: {
    herstel: '/besluit/herstel',
    maatregel: '/maatregelen',
    herijking: '/herijking',
    publiceren: '/publiceren',
    alinea: '/alinea',
  },
}
/** A case that went as far as this, with an opinion and its condition on the way, and a decision at the end. */
async function inState(to: CaseState, author: TestPerson, handler: TestPerson): Promise<string> {
  const {
    db,
    municipality: { id: municipality },
  } = desk
  const id = await as(db, author, (tx) =>
    createCase(
      tx,
      municipality,
      author.id,
      {
        kind: 'proposal',
        title: `Een zaak in ${to}`,
        summary: 'De stad doet een proef.',
        intendedOn: '2026-12-31',
        regulation: null,
        product: null,
      },
      questionnaireFor(deps.questionnaires, 'pre-check', 'proposal')!,
    ),
  )
  await db.updateTable('case_file').set({ handler: handler.id }).where('id', '=', id).execute()
  for (const state of WAY.slice(1, WAY.indexOf(to) + 1)) {
    await putCase(db, handler, id, state)
    await as(db, handler, async (tx) => {
      if (state === 'opinions')
        await tx
          .insertInto('opinion_request')
          .values({
            municipality,
            id: uuid(),
            case_file: id,
            round: 0,
            role: 'fg',
            by: handler.id,
            due_on: '2099-01-01',
          })
          .execute()
    })
    if (state === 'advice')
      await as(db, people['fg']!, async (tx) => {
        const request = await tx
          .selectFrom('opinion_request')
          .select('id')
          .where('case_file', '=', id)
          .executeTakeFirstOrThrow()
        const opinion = await tx
          .insertInto('opinion')
          .values({
            municipality,
            id: uuid(),
            case_file: id,
            request: request.id,
            no: 1,
            stance: 'conditions',
            text: 'Alleen zo.',
            by: people['fg']!.id,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        await tx
          .insertInto('opinion_condition')
          .values({
            municipality,
            id: uuid(),
            case_file: id,
            opinion: opinion.id,
            no: 1,
            text: 'Registreer geen telefoons.',
            owner: handler.id,
            due_on: '2099-01-01',
          })
          .execute()
      })
    if (state === 'decision')
      await as(db, author, async (tx) => {
        const conditions = await tx.selectFrom('opinion_condition').select('id').where('case_file', '=', id).execute()
        for (const condition of conditions)
          await tx
            .insertInto('reaction')
            .values({
              municipality,
              case_file: id,
              condition: condition.id,
              no: 1,
              kind: 'adopt',
              text: '',
              by: author.id,
            })
            .execute()
      })
    if (state === 'decided')
      await as(db, people['decision-maker']!, (tx) =>
        tx
          .insertInto('decision')
          .values({
            municipality,
            id: uuid(),
            case_file: id,
            no: 1,
            outcome: 'akkoord',
            text: 'Doen.',
            by: people['decision-maker']!.id,
            name: 'Dora',
            function: 'wethouder',
            mandate: 'het college',
            decided_on: todayIn(),
          })
          .execute(),
      )
  }
  return id
}

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { db, municipality } = desk
  for (const role of [
    'policy-officer',
    'administrator',
    'auditor',
    'account-manager',
    'fg',
    'decision-maker',
    'publisher',
  ] as const)
    people[role] = await addPerson(db, municipality.id, [role], `Iemand met de rol ${role}`)
  const organisation = await addOrganisation(db, municipality.id, 'Café de Sluis')
  people['partner'] = await addPerson(db, municipality.id, ['partner'], 'Piet', organisation)
  const officer = people['policy-officer']!
  const file = await as(db, officer, (tx) =>
    createCase(
      tx,
      municipality.id,
      officer.id,
      {
        kind: 'proposal',
        title: 'Gratis wifi in de binnenstad',
        summary: 'De stad biedt gratis wifi aan.',
        intendedOn: '2026-12-31',
        regulation: null,
        product: null,
      },
      questionnaireFor(deps.questionnaires, 'pre-check', 'proposal')!,
    ),
  )
  const { pre_check: form } = await db.selectFrom('case_file').select('pre_check').executeTakeFirstOrThrow()
  const own = await as(db, people['partner'], (tx) =>
    createForm(tx, municipality.id, questionnaireFor(deps.questionnaires, 'self-assessment', 'organisation')!, {
      by: people['partner']!.id,
      organisation,
      variant: 'short',
    }),
  )
  await as(db, officer, (tx) =>
    tx
      .insertInto('legal_term')
      .values({
        municipality: municipality.id,
        id: uuid(),
        case_file: file,
        term: 'raadpleging',
        starts_on: '2026-11-02',
        due_on: '2026-12-28',
        by: officer.id,
      })
      .execute(),
  )
  await as(db, people['partner'], (tx) =>
    tx
      .insertInto('answer')
      .values({
        municipality: municipality.id,
        form: own,
        question: 'N01',
        no: 1,
        value: '"nee"',
        by: people['partner']!.id,
      })
      .execute(),
  )
  await db.updateTable('organisation').set({ street: 'Kade 3' }).execute()
  await db
    .insertInto('baseline')
    .values({ municipality: municipality.id, id: uuid(), organisation, year: 2026, form: own, state: 'running' })
    .execute()
  const spearpoint = await addSpearpoint(db, officer, 'VEI-11', 'Zonder dit leest iedereen mee.')
  const term = await db.selectFrom('legal_term').select('id').executeTakeFirstOrThrow()
  Object.assign(paths, {
    'termijn vastleggen': `/balie/zaken/${file}/termijnen`,
    termijn: `/balie/zaken/${file}/termijnen/${term.id}`,
    zaak: `/balie/zaken/${file}`,
    voortoets: `/balie/vragenlijsten/${form}`,
    vraag: `/balie/vragenlijsten/${form}/V1`,
    eigen: `/balie/vragenlijsten/${own}/N01`,
    stap: `/balie/zaken/${file}/stap/intrekken`,
    indiener: `/balie/zaken/${file}/indiener`,
    organisatie: `/balie/organisaties/${organisation}`,
    persoon: `/balie/beheer/mensen/${officer.id}`,
    indeling: `/balie/organisaties/${organisation}/indeling`,
    speerpunt: `/balie/speerpunten/${spearpoint}`,
  })
  const [register] = deps.registers
  const entry = await as(db, officer, (tx) =>
    addEntry(tx, municipality.id, register!, {
      values: { [fieldFor(register!, 'title')!.id]: 'Iets in een register' },
      by: officer.id,
      way: 'form',
    }),
  )
  const put = (purpose: string, more: Values = {}) => {
    const to = registerFor(deps.registers, purpose)!
    const values = { [fieldFor(to, 'title')!.id]: `Iets voor ${purpose}`, ...more }
    return as(db, officer, (tx) => addEntry(tx, municipality.id, to, { values, by: officer.id, way: 'form' }))
  }
  await put('processing')
  const report = '0198a000-0000-7000-8000-00000000000f'
  const about = {
    path: '/methode',
    seen: '/methode/versie/1',
    title: 'Methode',
    text: 'Dit klopt niet.',
    part: 'de kop',
  }
  await db
    .insertInto('report')
    .values({
      municipality: municipality.id,
      id: report,
      kind: 'error',
      ...about,
      lang: 'en',
      secret: 's',
      due_on: '2026-01-05',
    })
    .execute()
  Object.assign(paths, { melding: `/balie/meldingen/${report}` })
  const [agreement, algorithm] = [await put('processor-agreement'), await put('algorithm')]
  Object.assign(paths, {
    overeenkomst: `/balie/verwerkersovereenkomsten/${agreement.id}`,
    algoritme: `/balie/algoritmes/${algorithm.id}`,
  })
  const at = `/balie/registers/${register!.id}`
  Object.assign(paths, {
    register: at,
    'nieuw in register': `${at}/nieuw`,
    'uit register': `${at}/${entry.id}`,
    'register wijzigen': `${at}/${entry.id}/wijzigen`,
    'register geschiedenis': `${at}/${entry.id}/geschiedenis`,
  })
  Object.assign(paths, await registerPages(desk, { officer, publisher: people['publisher']! }))
  const message = '0198a000-0000-7000-8000-0000000000f0'
  await db
    .insertInto('report')
    .values({
      municipality: municipality.id,
      id: message,
      kind: 'owner',
      ...about,
      path: '/registers/dingen/1-grote-klok',
      lang: 'nl',
      secret: 'o',
      due_on: '2099-01-05',
    })
    .execute()
  Object.assign(paths, { 'bericht aan de eigenaar': `/balie/meldingen/${message}` })
  people['handler'] = await addPerson(db, municipality.id, ['policy-officer'], 'De behandelaar')
  for (const [to, acts] of Object.entries(ACTS)) {
    const id = await inState(to as CaseState, officer, people['handler'])
    for (const [name, path] of Object.entries(acts)) paths[name] = `/balie/zaken/${id}${path}`
    if (to === 'opinions') {
      const request = await db
        .selectFrom('opinion_request')
        .select('id')
        .where('case_file', '=', id)
        .executeTakeFirstOrThrow()
      paths['advies'] += request.id
      paths['opvragen'] = `${paths['advies']}/opvragen`
    }
    paths[`zaak in ${to}`] = `/balie/zaken/${id}`
  }
  inBrowser = await deskInBrowser(desk)
})
afterAll(async () => {
  await inBrowser?.close()
  await desk?.close()
})

test.each([
  ['policy-officer', '/balie'],
  ['policy-officer', '/balie/account'],
  ['policy-officer', '/balie/zaken'],
  ['policy-officer', '/balie/zaken/nieuw'],
  ['policy-officer', 'zaak'],
  ['policy-officer', 'stap'],
  ['policy-officer', 'indiener'],
  ['policy-officer', 'termijn vastleggen'],
  ['policy-officer', 'termijn'],
  ['policy-officer', 'voortoets'],
  ['policy-officer', 'vraag'],
  ['policy-officer', '/balie/zaken/steekproef'],
  ['policy-officer', '/balie/normen'],
  ['policy-officer', '/balie/regelingen'],
  ['policy-officer', '/balie/regelingen/inlezen'],
  ['policy-officer', '/balie/producten'],
  ['policy-officer', '/balie/producten/nieuw'],
  ['policy-officer', '/balie/registers'],
  ['policy-officer', 'register'],
  ['policy-officer', 'nieuw in register'],
  ['policy-officer', 'uit register'],
  ['policy-officer', 'register wijzigen'],
  ['policy-officer', 'register geschiedenis'],
  ['policy-officer', '/balie/verwerkingsregister'],
  ['policy-officer', '/balie/verwerkersovereenkomsten'],
  ['policy-officer', 'overeenkomst'],
  ['policy-officer', '/balie/algoritmes'],
  ['policy-officer', 'algoritme'],
  ['policy-officer', '/balie/meldingen'],
  ['policy-officer', 'melding'],
  ['auditor', 'melding'],
  ['account-manager', '/balie/organisaties'],
  ['account-manager', 'organisatie'],
  ['account-manager', '/balie/nulmetingen'],
  ['policy-officer', '/balie/groepen'],
  ['policy-officer', '/balie/groepen/voorstellen'],
  ['policy-officer', '/balie/groepen/A'],
  ['policy-officer', '/balie/groepen/straat-kade'],
  ['policy-officer', '/balie/groepen/A/normen/VEI-11'],
  ['policy-officer', 'indeling'],
  ['policy-officer', 'speerpunt'],
  ['publisher', 'speerpunt'],
  ['administrator', '/balie/beheer'],
  ['administrator', '/balie/beheer/nieuw'],
  ['administrator', 'persoon'],
  ['auditor', '/balie/logboek'],
  ['partner', '/balie/mijn-nulmeting'],
  ['partner', '/balie/mijn-nulmeting/weg'],
  ['partner', '/balie/onze-stand'],
  ['partner', '/balie/onze-stand/toestemming'],
  ['partner', '/balie/onze-stand/VEI-01.N01'],
  ['partner', 'eigen'],
  ['handler', 'adviezen vragen'],
  ['handler', 'terugvragen'],
  ['handler', 'opvragen'],
  ['fg', 'advies'],
  ['handler', 'adviseren'],
  ['handler', 'vlaggen'],
  ['policy-officer', 'reactie'],
  ['decision-maker', 'besluit'],
  ['decision-maker', 'herstel'],
  ['handler', 'maatregel'],
  ['handler', 'herijking'],
  ['publisher', 'publiceren'],
  ['publisher', 'alinea'],
  ['policy-officer', 'zaak in opinions'],
  ['auditor', 'zaak in decided'],
  ['policy-officer', 'dingen, lijst'],
  ['policy-officer', 'dingen, gezocht'],
  ['policy-officer', 'dingen, niets gevonden'],
  ['policy-officer', 'dingen, beëindigd'],
  ['policy-officer', 'dingen, kaart'],
  ['policy-officer', 'dingen, kaart van dichtbij'],
  ['policy-officer', 'ding, nieuw'],
  ['policy-officer', 'ding, pagina'],
  ['policy-officer', 'ding, wijzigen'],
  ['policy-officer', 'ding, geschiedenis'],
  ['policy-officer', 'ding, beëindigen'],
  ['policy-officer', 'ding, weer in gebruik'],
  ['policy-officer', 'ding, beëindigd'],
  ['policy-officer', 'ding, nieuwe versie openbaar'],
  ['policy-officer', 'ding, nog niet openbaar'],
  ['policy-officer', 'ding, vrijgegeven'],
  ['publisher', 'ding, vrijgegeven'],
  ['policy-officer', 'ding, intrekken'],
  ['policy-officer', 'ding, intrekken gevraagd'],
  ['publisher', 'ding, intrekken gevraagd'],
  ['policy-officer', 'dingen, importeren'],
  ['policy-officer', 'dingen, proef'],
  ['policy-officer', '/balie/agenda'],
  ['policy-officer', 'agenda van dingen'],
  ['policy-officer', 'één datum'],
  ['policy-officer', '/balie/openbaar-maken'],
  ['policy-officer', 'bericht aan de eigenaar'],
  ['policy-officer', '/balie/mijn-bestanden'],
  ['administrator', '/balie/beheer/site'],
  ['auditor', 'dingen, lijst'],
  ['auditor', 'ding, pagina'],
])('%s finds no barrier at %s', async (who, where) => {
  await inBrowser.open(people[who]!, paths[where] ?? where)
  expect(await barriersOf(inBrowser.page)).toEqual([])
})
