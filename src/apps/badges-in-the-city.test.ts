/** Badges that ended, left on sites of the demo city: a real visit sees them and the account manager hears of it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuid } from 'uuid'
import { startCity, type City } from '../../test/city/city.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { addOrganisation, ORIGIN, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { fillBadges } from '../demo/badges.ts'
import { addPeople } from '../demo/desk.ts'
import { keepHosts, municipalities } from '../db/municipality.ts'
import { openGatherer } from '../engine/gather.ts'
import { keepSightings } from '../features/badges/sightings-store.ts'
import { badgeTimers } from '../features/badges/timers.ts'
import { tick } from './clock.ts'
import { hostsByMunicipality, sightedBy } from './sighted.ts'

/**
 * Who carries which badge where: one file is named as ours, one has a name of its holder's own, one stands in the page
 * as an address and one as an element.
 */
const LEFT = [
  ['Boekhandel De Leesplank', 'www.boekhandeldeleesplank.test', '9PM2WXH3C9', 'ended'],
  ['Café ’t Anker', 'www.cafetanker.test', '7HX3M9WF2M', 'of-another'],
  ['Draad & Knoop', 'www.draadenknoop.test', 'WX3CF7GH2J', 'unknown'],
  ['Pizzeria Porto Vecchio', 'www.pizzeriaportovecchio.test', '6VVJ5RG8F4', 'withdrawn'],
] as const
/** Who has something that is no badge of ours: a logo, a code for a phone, and a badge of the neighbour. */
const NONE = [
  ['Bakkerij De Korenaar', 'www.bakkerijdekorenaar.test'],
  ['Rijwielhuis Tandem', 'www.rijwielhuistandem.test'],
  ['Museum Het Gemaal', 'www.museumhetgemaal.test'],
] as const
/** Milliseconds for all sites. */
const VISITS = 240_000
let desk: TestDesk
let city: City

beforeAll(async () => {
  city = await startCity()
  desk = await testDesk([])
  const { db, municipality } = desk
  const staff = readDesk().people.filter(({ rollen }) => !rollen.includes('partner'))
  await addPeople(db, municipality.id, { people: staff }, Date.now(), new Map())
  for (const [name] of [...LEFT, ...NONE]) await addOrganisation(db, municipality.id, name)
  await fillBadges({ db, municipality: municipality.id }, testDeps().catalogue.norms)
  const [own] = await municipalities(db)
  await keepHosts(db, own!, ['leidraad.sluiswijk.test'])
})
afterAll(async () => {
  await desk?.close()
  await city?.close()
})

test(
  'a badge on a site of the city that is not its own, or not any more, is a task; what looks like one is not',
  { timeout: VISITS },
  async () => {
    const { db, municipality } = desk
    const gatherer = await openGatherer(city.network)
    try {
      for (const [name, address] of [...LEFT, ...NONE]) {
        const { evidence } = await gatherer.gather(
          { kind: 'website', address },
          { signal: AbortSignal.timeout(VISITS), progress() {} },
        )
        const { id: organisation } = await db
          .selectFrom('organisation')
          .select('id')
          .where('name', '=', name)
          .executeTakeFirstOrThrow()
        const watcher = { municipality: municipality.id, subject: uuid(), publicBody: false }
        await db
          .insertInto('subject')
          .values({ municipality: municipality.id, id: watcher.subject, organisation, kind: 'website', address })
          .execute()
        const seen = sightedBy(await hostsByMunicipality(db), evidence, [watcher])
        expect(seen[0]!.pages.length, 'pages that were seen whole').toBeGreaterThan(0)
        await db.transaction().execute((tx) => keepSightings(tx, seen))
      }
    } finally {
      await gatherer.close()
    }
    await tick(db, { timers: badgeTimers, postman: undefined, origin: ORIGIN })
    const sightings = await db
      .selectFrom('badge_sighting')
      .select(['address', 'number', 'shown', 'state'])
      .orderBy('address')
      .execute()
    expect(sightings).toEqual(LEFT.map(([, address, number, state]) => ({ address, number, shown: true, state })))
    const tasks = await db
      .selectFrom('task')
      .select(['role', 'text'])
      .where('kind', '=', 'badge-sighting')
      .orderBy('text')
      .execute()
    expect(tasks.map(({ role }) => role)).toEqual(LEFT.map(() => 'account-manager'))
    for (const [index, [, address]] of LEFT.entries()) expect(tasks[index]!.text).toContain(address)
  },
)
