/** A desk on a database of its own: people to sign in as, and a browser-less visitor who keeps cookies. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { expect } from 'vitest'
import { deskDeps } from '../src/apps/desk-deps.ts'
import type { DeskDeps } from '../src/apps/desk-routes.ts'
import { createDesk, type DeskRoute } from '../src/apps/desk.ts'
import { cookiesFor, ownPath } from '../src/apps/desk-guards.ts'
import { asPerson, type Tx } from '../src/db/as.ts'
import type { Db } from '../src/db/connect.ts'
import { keepQuestionnaires } from '../src/db/forms.ts'
import { ensureMunicipality, type Municipality } from '../src/db/municipality.ts'
import { doors } from '../src/features/people/doors.tsx'
import { beginSession, sessionOf } from '../src/features/people/sessions-store.ts'
import { lookAtPicture } from '../src/lib/picture.ts'
import { workLater } from '../src/lib/in-turn.ts'
import type { IdentityProvider } from '../src/model/identity.ts'
import type { CaseState } from '../src/vocabulary/case.ts'
import type { Role } from '../src/vocabulary/roles.ts'
import { testDatabase, unasked } from './database.ts'

export const ORIGIN = 'http://127.0.0.1:3000'
export const LOOK = { css: '/app.css', theme: undefined, themeClass: '', scripts: [] }

/**
 * The real catalogue and questionnaires, and files in a folder of their own. A print is the HTML that would be printed:
 * the browser has tests of its own.
 */
export const testDeps = (): DeskDeps => ({
  ...deskDeps({ program: '.', data: mkdtempSync(path.join(tmpdir(), 'leidraad-balie-')) }),
  print: async (html) => new TextEncoder().encode(html),
  remake: async (bytes) => {
    const look = lookAtPicture(bytes)
    return 'problem' in look ? look : { bytes, width: look.width, height: look.height }
  },
})

export type TestPerson = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly municipality: string
  readonly organisation: string | null
}

/** Someone who may work here. `organisation`: works for a partner. */
export async function addPerson(
  db: Db,
  municipality: string,
  roles: readonly Role[],
  name: string = roles.join(' en '),
  organisation: string | null = null,
): Promise<TestPerson> {
  const person = { id: uuid(), name, email: `${uuid()}@sluiswijk.test`, municipality, organisation }
  await db
    .insertInto('person')
    .values({ ...person, function: `functie van ${name}`, roles: [...roles], state: 'active' })
    .execute()
  return person
}

export async function addOrganisation(db: Db, municipality: string, name: string): Promise<string> {
  const id = uuid()
  await db
    .insertInto('organisation')
    .values({
      municipality,
      id,
      slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
      name,
      kind: 'winkel',
      size: 'micro',
      street: null,
      public_body: false,
    })
    .execute()
  return id
}

/** Works in the database as this person, as the desk does. */
export const as = <T>(
  db: Db,
  { id, municipality, organisation }: TestPerson,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => asPerson(db, { municipality, person: id, organisation }, 'write', work)

/** Takes a case along these states, unasked: only the owner of the database can. */
export async function putCase(db: Db, { municipality, id: by }: TestPerson, file: string, ...states: CaseState[]) {
  await unasked(db, async (tx) => {
    for (const to of states)
      await sql`with here as (select c.state, (select count(*) from case_step s where s.municipality = c.municipality
          and s.case_file = c.id) as steps from case_file c where c.municipality = ${municipality} and c.id = ${file}),
        step as (insert into case_step (municipality, case_file, no, from_state, to_state, by)
          select ${municipality}::uuid, ${file}::uuid, steps + 1, state, ${to}, ${by}::uuid from here)
        update case_file set state = ${to} where municipality = ${municipality} and id = ${file}`.execute(tx)
  })
}

export type Visitor = {
  /** By which this person is known to any desk over the same database. */
  readonly cookie: string
  get(path: string): Promise<Response>
  /** Sends a form with the session's token; a list repeats its field. */
  post(
    path: string,
    fields?: Readonly<Record<string, string | readonly string[] | File>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
}

/**
 * What every page with errors does, whoever made it: its title says so, it begins at the summary, and each line leads
 * to a field with the same words beside it.
 */
export async function expectErrorsTold(response: Response): Promise<void> {
  if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return
  const page = await response.clone().text()
  if (!page.includes('id="fouten"')) return
  expect(page).toContain('<title>Fout: ')
  expect(page).toMatch(/ld-errors"[^>]*autofocus/)
  for (const [, name] of page.matchAll(/href="#veld-([^"]+)"/g)) {
    expect(page, `nothing to go to for ${name}`).toContain(`id="veld-${name}"`)
    expect(page, `no words beside ${name}`).toContain(`id="fout-${name}"`)
  }
}

/** A page that is one form sends all of its parts: a name that stands in two of them reaches neither. */
export async function expectNamesApart(response: Response): Promise<void> {
  if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return
  const parts = [...(await response.clone().text()).matchAll(/name="deel" value="(\{[^"]*)"/g)].map(
    ([, told]) => JSON.parse(told!.replaceAll('&quot;', '"')) as { prefix: string; names: string[] },
  )
  const names = parts.flatMap((part) => part.names.map((name) => part.prefix + name))
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
}

export type TestDesk = Awaited<ReturnType<typeof testDesk>>

/** `routes` may need the database first. Faults are kept in `faults`, so that a test can expect there were none. */
export async function testDesk(routes: readonly DeskRoute[] | ((db: Db) => readonly DeskRoute[])) {
  const { db, publicDb, house: open, close } = await testDatabase()
  const house = await open()
  const municipality: Municipality = await ensureMunicipality(db, 'Sluiswijk')
  const elsewhere: Municipality = await ensureMunicipality(db, 'Elders')
  await keepQuestionnaires(db, testDeps().questionnaires)
  const faults: unknown[] = []
  const desk = createDesk({
    db: house.site,
    door: house.door,
    look: LOOK,
    origin: ORIGIN,
    city: 'Sluiswijk',
    key: randomBytes(32),
    routes: typeof routes === 'function' ? routes(db) : routes,
    report: (error) => faults.push(error),
  })
  const visit = async (person: TestPerson): Promise<Visitor> => {
    const cookie = await beginSession(db, person.municipality, person.id, 'full', 'test')
    const { token } = (await sessionOf(db, cookie))!
    const base = { cookie: `balie=${cookie}` }
    return {
      ...base,
      get: async (path) => {
        const response = await desk.request(`${ORIGIN}${path}`, { headers: base })
        await expectNamesApart(response)
        return response
      },
      post: async (path, fields = {}, headers = {}) => {
        const body = new FormData()
        for (const [name, value] of Object.entries({ token, ...fields }))
          for (const each of [value].flat() as (string | File)[]) body.append(name, each)
        const response = await desk.request(`${ORIGIN}${path}`, {
          method: 'POST',
          body,
          headers: { ...base, origin: ORIGIN, ...headers },
        })
        await expectErrorsTold(response)
        await expectNamesApart(response)
        return response
      },
    }
  }
  return { db, publicDb, house, municipality, elsewhere, desk, faults, visit, close }
}

/** The same desk with its doors, as a site has them; `later` tells when what happens after an answer is done. */
export function withDoors(
  { house, faults }: Pick<TestDesk, 'house' | 'faults'>,
  routes: readonly DeskRoute[],
  {
    key = randomBytes(32),
    provider,
    origin = ORIGIN,
    demo = false,
  }: { key?: Buffer; provider?: IdentityProvider; origin?: string; demo?: boolean } = {},
) {
  const later = workLater(100, (error) => faults.push(error))
  const shared = { look: LOOK, origin, city: 'Sluiswijk', key }
  const app = createDesk({
    ...shared,
    db: house.site,
    door: house.door,
    routes,
    report: (error) => faults.push(error),
    doors: doors({
      ...shared,
      db: house.door,
      municipality: 'sluiswijk',
      cookies: cookiesFor(origin),
      ownPath,
      later,
      provider,
      demo,
    }),
  })
  return { app, later }
}
