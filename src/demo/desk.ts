/**
 * Fills the desk of the demo city: people to sign in as, products, regulations, nulmetingen and cases in every state.
 */
import { v7 as uuid } from 'uuid'
import type { Desk } from '../../test/city/desk/read.ts'
import { asPerson } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { keepBackground } from '../db/map-background.ts'
import { keepContact } from '../db/contact.ts'
import { keepQuestionnaires } from '../db/forms.ts'
import type { Files, Print } from '../features/cases/release/store.ts'
import { draw } from '../features/cases/sample/store.ts'
import { worksOf } from '../features/regulations/rules.ts'
import { keepRegulations } from '../features/regulations/store.ts'
import { fillBaselines } from './baselines.ts'
import { slug } from '../lib/slug.ts'
import type { Questionnaire } from '../model/questionnaire.ts'
import { todayIn } from '../web/language.ts'
import { DAY, isoDay, moment } from './case/moments.ts'
import { Telling } from './case/store/telling.ts'
import { tellCase } from './case/tell.ts'

/** How the demo's municipality is reached, in its letters and on its site. There is no area code 0199. */
export const REACHED_AT = {
  phone: '0199 55 00 00',
  email: 'digitalestad@gemeente-sluiswijk.test',
  counter: {
    name: 'Digitaal loket in het stadhuis',
    address: 'Stadhuisplein 1, Sluiswijk',
    hours: 'Maandag tot en met vrijdag van 9.00 tot 17.00 uur, donderdag tot 20.00 uur.',
  },
}

export type DemoDesk = {
  readonly print: Print
  readonly files: Files
  readonly db: Db
  readonly municipality: string
  readonly desk: Desk
  readonly questionnaires: readonly Questionnaire[]
  readonly signal: AbortSignal
}

/**
 * Adds what is not there yet: whoever stops it halfway finds it filled the next time. Does nothing once it is full.
 * Organisations must have been imported before. Throws the signal's reason.
 */
export async function fillDesk({
  db,
  municipality,
  desk,
  questionnaires,
  print,
  files,
  signal,
}: DemoDesk): Promise<void> {
  // The sample is drawn last.
  if (await db.selectFrom('sample_draw').select('id').where('municipality', '=', municipality).executeTakeFirst())
    return
  await keepQuestionnaires(db, questionnaires)
  const today = Date.parse(todayIn())
  await addOrganisations(db, municipality, desk)
  const regulations = desk.regulations.map((each) => ({
    work: each.werk,
    version: String(each.versie),
    title: each.titel,
    kind: each.soort,
    department: each.afdeling,
    url: `https://lokaleregelgeving.overheid.nl/${each.werk}/${each.versie}`,
    subjects: [],
    issuedOn: null,
    modifiedOn: null,
    inForceOn: each.vanaf,
    outOfForceOn: each.tot ?? null,
  }))
  await keepRegulations(db, municipality, worksOf(regulations, todayIn()), 'cvdr')
  const organisations = new Map(
    (await db.selectFrom('organisation').select(['id', 'name']).where('municipality', '=', municipality).execute()).map(
      ({ id, name }) => [name, id],
    ),
  )
  await db.transaction().execute((tx) => keepContact(tx, municipality, REACHED_AT))
  await keepBackground(db, municipality, desk.map)
  const people = await addPeople(db, municipality, desk, today, organisations)
  const products = await addProducts(db, municipality, desk, today)
  const baseline = questionnaires.find(({ purpose }) => purpose === 'self-assessment')
  const confirmer = desk.people.find(({ rollen }) => rollen.includes('account-manager'))
  if (baseline && confirmer)
    await fillBaselines(
      db,
      municipality,
      desk.selfAssessments,
      baseline,
      (when) => moment(when, today),
      people.get(confirmer.email)!.id,
      signal,
    )
  const told = new Set(
    (await db.selectFrom('case_file').select('title').where('municipality', '=', municipality).execute()).map(
      ({ title }) => title,
    ),
  )
  for (const each of desk.cases.toSorted(
    (one, other) => moment(one.begonnen, today).getTime() - moment(other.begonnen, today).getTime(),
  )) {
    // Between two stories, not within: what is told is told whole.
    signal.throwIfAborted()
    if (told.has(each.titel)) continue
    await tellCase(
      new Telling(db, municipality, people, today, questionnaires, each, { print, files }),
      each.product === undefined ? null : (products.get(each.product) ?? null),
    )
  }
  // What the story asked of whom was mailed long ago: the outbox begins with today.
  await db.deleteFrom('message').where('municipality', '=', municipality).execute()
  const drawer = desk.cases.find(({ geen_effect: signed }) => signed !== undefined)?.geen_effect?.ondertekend_door
  if (drawer)
    await asPerson(db, { municipality, person: people.get(drawer)!.id, organisation: null }, 'write', (tx) =>
      draw(tx, municipality, people.get(drawer)!.id, todayIn()),
    )
}

/** Organisations that only the self-assessments know. */
async function addOrganisations(db: Db, municipality: string, desk: Desk): Promise<void> {
  for (const each of desk.selfAssessments.filter(({ nieuw }) => nieuw)) {
    await db
      .insertInto('organisation')
      .values({
        municipality,
        id: uuid(),
        slug: slug(each.organisatie),
        name: each.organisatie,
        kind: each.soort ?? 'vereniging',
        size: 'micro',
        street: each.straat ?? null,
        public_body: false,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

type People = ReadonlyMap<string, { readonly id: string; readonly functie: string; readonly naam: string }>

/** Everyone who works at the desk, by mail address. */
export async function addPeople(
  db: Db,
  municipality: string,
  desk: Pick<Desk, 'people'>,
  today: number,
  organisations: ReadonlyMap<string, string>,
): Promise<People> {
  const there = new Map(
    (await db.selectFrom('person').select(['id', 'email']).where('municipality', '=', municipality).execute()).map(
      ({ id, email }) => [email, id],
    ),
  )
  const people = new Map<string, { readonly id: string; readonly functie: string; readonly naam: string }>()
  for (const [index, { email, naam, functie, organisatie, rollen }] of desk.people.entries()) {
    const id = there.get(email) ?? uuid()
    people.set(email, { id, functie, naam })
    if (there.has(email)) continue
    await db
      .insertInto('person')
      .values({
        municipality,
        id,
        email,
        name: naam,
        function: functie,
        roles: [...rollen],
        state: 'active',
        created_at: new Date(today - 400 * DAY + index * 1_000),
        organisation: rollen.includes('partner') ? (organisations.get(organisatie) ?? null) : null,
      })
      .execute()
  }
  return people
}

/** The products, by the name that the demo's cases call them. */
async function addProducts(
  db: Db,
  municipality: string,
  desk: Desk,
  today: number,
): Promise<ReadonlyMap<string, string>> {
  const there = new Map(
    (await db.selectFrom('product').select(['id', 'name']).where('municipality', '=', municipality).execute()).map(
      ({ id, name }) => [name, id],
    ),
  )
  const products = new Map<string, string>()
  for (const product of desk.products) {
    const id = there.get(product.naam) ?? uuid()
    products.set(product.id, id)
    if (there.has(product.naam)) continue
    await db
      .insertInto('product')
      .values({
        municipality,
        id,
        name: product.naam,
        supplier: product.leverancier,
        version: product.versie,
        configuration: product.inrichting,
        deployment: product.inzet,
        description: product.omschrijving,
        contract_starts_on: isoDay(moment(product.contract.begin, today)),
        contract_ends_on: isoDay(moment(product.contract.eind, today)),
        cost_per_year: product.kosten_per_jaar,
        data: [...product.gegevens],
        owner: product.eigenaar,
        websites: [...product.websites],
      })
      .execute()
  }
  return products
}
