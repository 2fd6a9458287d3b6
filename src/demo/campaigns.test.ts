/** The campaigns of the demo: every kind of standing, with what everybody reads of it, and twice is once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvOf } from '../../test/city/city.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { allSites } from '../../test/city/sites/all.ts'
import { testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { groupAll } from '../../test/group-city.ts'
import { readOrganisationsCsv } from '../features/organisations/csv.ts'
import { importOrganisations } from '../features/organisations/store.ts'
import { sha256 } from '../lib/canonical.ts'
import { drawFirst, seedOf } from '../scoring/campaign-draw.ts'
import type { CampaignPlan } from '../model/campaign.ts'
import { addPeople } from './desk.ts'
import { fillCampaigns } from './campaigns.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk([])
})
afterAll(() => desk.close())

test('each stands as its story tells, and can be worked out again', async () => {
  const { db, municipality } = desk
  const { id } = municipality
  await importOrganisations(db, id, readOrganisationsCsv(Buffer.from(csvOf(allSites))))
  await addPeople(db, id, readDesk(), Date.now(), new Map())
  const { id: officer } = await db
    .selectFrom('person')
    .select('id')
    .where('email', 'like', 'chantal%')
    .executeTakeFirstOrThrow()
  await groupAll(db, id, officer)
  const probe = { publication: 1, leidraad: '1', axe: '4', lists: 'x', catalogue: '1' }
  const { norms } = testDeps().catalogue
  for (let twice = 0; twice < 2; twice++) await fillCampaigns({ db, municipality: id, norms, probe })
  const states = (await db.selectFrom('campaign').select('state').execute()).map(({ state }) => state)
  expect(states.toSorted()).toEqual(['draft', 'drawn', 'frozen', 'told', 'told'])
  const shown = await db.selectFrom('published.campaign').selectAll().execute()
  expect(shown).toHaveLength(4)
  for (const { plan, hash, value, firsts, seed } of shown) {
    expect(sha256(plan)).toBe(hash)
    const fixed = JSON.parse(plan) as CampaignPlan
    const of = await db
      .selectFrom('campaign_member')
      .innerJoin('campaign', 'campaign.id', 'campaign_member.campaign')
      .select('organisation')
      .where('campaign.hash', '=', hash)
      .execute()
    expect(of).toHaveLength(fixed.meant)
    if (value === null) continue
    expect(seed).toBe(seedOf(hash, value))
    expect(firsts.toSorted()).toEqual([...drawFirst(seed!, fixed.clusters)].toSorted())
  }
  const told = shown.flatMap(({ result }) => result ?? [])
  expect(told.map(({ verdict }) => verdict).toSorted()).toEqual(['none', 'too-few'])
  // What is shown is worth looking at: the numbers of the one with nothing to see are all there.
  const none = told.find(({ verdict }) => verdict === 'none')!
  for (const of of [none.difference, none.p, none.first.after, none.waiting.after, none.reach.first])
    expect(of).not.toBeNull()
  const reach = await db.selectFrom('campaign_reach').select('outcome').distinct().execute()
  expect(reach.map(({ outcome }) => outcome).toSorted()).toEqual(['absent', 'reached', 'refused', 'sent'])
})
