/** Whoever works at the desk of the demo gets everywhere he may come from his own menu, and no link turns him away. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvOf } from '../../test/city/city.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { allSites } from '../../test/city/sites/all.ts'
import { ORIGIN, testDeps, testDesk, type TestDesk, type TestPerson } from '../../test/desk.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { deskRoutes } from '../apps/desk-routes.ts'
import { importOrganisations } from '../features/organisations/store.ts'
import { readOrganisationsCsv } from '../features/organisations/csv.ts'
import { allows, type Role } from '../vocabulary/roles.ts'
import { fillBadges } from './badges.ts'
import { fillCampaigns } from './campaigns.ts'
import { fillCovenants } from './covenants.ts'
import { fillDesk } from './desk.ts'
import { fillExercises } from './exercises.ts'
import { fillGroups } from './groups.ts'
import { fillRegisters } from './registers.ts'
import { fillReports } from './reports.ts'
import { fillSigned } from './signed.ts'
import { fillStreets } from './streets.ts'
import { fillTenders } from './tenders.ts'

const deps = { ...testDeps(), key: randomBytes(32) }
const pages = deskRoutes(deps)
  .filter(({ method }) => method === 'GET')
  .map(({ path, may }) => ({
    path,
    may,
    fits: new RegExp(`^/balie${(path === '/' ? '' : path).replaceAll(/:[a-z]+(\{[^}]+\})?/gi, '[^/]+')}$`),
  }))
let desk: TestDesk
let people: readonly (TestPerson & { readonly roles: readonly Role[] })[]

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { db, municipality } = desk
  const [city, { signal }] = [readDesk(), new AbortController()]
  const { questionnaires, registers, uploads, templates, catalogue } = deps
  const here = { db, municipality: municipality.id }
  await importOrganisations(db, municipality.id, readOrganisationsCsv(Buffer.from(csvOf(allSites))))
  const print = async () => new Uint8Array([1])
  await fillDesk({ ...here, desk: city, questionnaires, print, files: memoryStore(), signal })
  await fillRegisters({ ...here, registers, entries: city.entries, uploads, signal })
  await fillReports({ ...here, key: deps.key })
  await fillBadges(here, catalogue.norms)
  const { covenants, people: staff, groups, streets } = city
  await fillCovenants({ db, municipality, covenants, people: staff, templates, norms: catalogue.norms })
  await fillGroups({ ...here, groups, rules: deps.groupRules })
  await fillStreets({ ...here, streets, deps })
  const probe = { publication: 1, leidraad: '1', axe: '4', lists: 'x', catalogue: catalogue.version }
  await fillCampaigns({ ...here, norms: catalogue.norms, probe })
  await fillExercises({ db, municipality, exercises: deps.exercises, catalogue })
  const house = { norms: catalogue.norms, registers }
  const means = { key: deps.key, print, files: deps.files, origin: ORIGIN, signal }
  await fillSigned({ db, municipality, signed: city.signed, people: staff, house, templates, ...means })
  await fillTenders({ db, municipality, deps: { ...deps, print, files: memoryStore() } })
  const staffed = (
    await db
      .selectFrom('person')
      .select(['id', 'name', 'email', 'municipality', 'organisation', 'roles'])
      .where('municipality', '=', municipality.id)
      .where(
        'email',
        'in',
        city.people.map(({ email }) => email),
      )
      .execute()
  ).map((each) => ({ ...each, roles: each.roles as Role[] }))
  // Of each role one; and every partner, who sees what his organisation takes part in.
  people = [...Map.groupBy(staffed, ({ roles, organisation }) => `${roles.join()} ${organisation}`).values()].map(
    ([one]) => one!,
  )
}, 300_000)
afterAll(() => desk.close())

/** Forms and scripts lead there, or what a person did himself: no link does before that. */
const BY_FORM = ['/mijn-bestanden', '/producten/vergelijken', '/schouw/wie']
const AFTER_SELF_CHECK = /^\/mijn-nulmeting\/(?:klaar|gegevens|weg|antwoorden\.(?:pdf|odt))$/

/** Of each register its page is told apart; of the rest one of each kind is enough. */
const kindOf = (address: string): string => {
  const { path = address } = pages.find(({ fits }) => fits.test(address)) ?? {}
  return path === '/registers/:register' ? address : path
}

/** Walks from link to link as this person. Gives the kinds of pages reached, and the links that turned him away. */
async function walk(person: TestPerson) {
  const visitor = await desk.visit(person)
  const [reached, seen] = [new Set<string>(), new Set<string>()]
  const refused: string[] = []
  const next = ['/balie']
  for (let at = next.shift(); at !== undefined; at = next.shift()) {
    const kind = kindOf(at.replace(/\?.*/, ''))
    const once = `${kind} ${at.includes('?')}`
    if (seen.has(once)) continue
    seen.add(once)
    const response = await visitor.get(at)
    reached.add(kind)
    if (response.status >= 400) refused.push(`${response.status} ${at}`)
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) continue
    for (const [, link] of (await response.text()).matchAll(/href="(\/balie[^"#]*)/g))
      next.push(link!.replaceAll('&amp;', '&'))
  }
  return { reached, refused }
}

test('from the menu everybody comes where he may, and no link turns him away', async () => {
  const wrong: Record<string, readonly string[]> = {}
  for (const person of people) {
    const { reached, refused } = await walk(person)
    const lacking = pages
      .filter(({ path, may }) => !path.includes(':') && allows(person.roles, may))
      .map(({ path }) => path)
      .filter((path) => !reached.has(path) && !BY_FORM.includes(path) && !AFTER_SELF_CHECK.test(path))
    if (refused.length + lacking.length > 0) wrong[`${person.name}: ${person.roles.join()}`] = [...refused, ...lacking]
  }
  expect(wrong).toEqual({})
  expect(desk.faults).toEqual([])
}, 300_000)
