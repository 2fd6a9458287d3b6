/** The alarm of the demo city as a worker finds it: over its own names and certificates, checked, and kept closed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCity, type City } from '../../test/city/city.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { ORIGIN, testDesk, type TestDesk } from '../../test/desk.ts'
import { addPeople } from '../demo/desk.ts'
import { fillWarnings } from '../demo/warnings.ts'
import { runLater } from './later.ts'
import { feedsLater } from './warning-feed.ts'

let desk: TestDesk
let city: City
beforeAll(async () => {
  city = await startCity()
  desk = await testDesk([])
  const { db, municipality } = desk
  const staff = readDesk().people.filter(({ rollen }) => !rollen.includes('partner'))
  await addPeople(db, municipality.id, { people: staff }, Date.now(), new Map())
  await fillWarnings({ db, municipality, origin: ORIGIN })
})
afterAll(async () => {
  await desk?.close()
  await city?.close()
})

test('what it signed comes in, what was changed on the way does not, and nobody outside reads any of it', async () => {
  const { db, house } = desk
  const stop = new AbortController()
  const kinds = { warnings: feedsLater(house.worker, city.network) }
  const working = runLater({ db: house.worker, kinds }, stop.signal)
  const open = async () =>
    (await db.selectFrom('job').select('id').where('kind', '=', 'warnings').where('ended_at', 'is', null).execute())
      .length
  await expect.poll(open, { timeout: 150_000 }).toBe(0)
  stop.abort()
  await working
  const feed = await db.selectFrom('warning_feed').select(['taken', 'failure', 'refused']).executeTakeFirstOrThrow()
  expect(feed).toMatchObject({ taken: 2, failure: '' })
  expect(feed.refused.map(({ why }) => why)).toEqual([expect.stringContaining('De handtekening')])
  const came = await db
    .selectFrom('warning as w')
    .innerJoin('warning_version as v', (join) => join.onRef('v.warning', '=', 'w.id'))
    .select(['w.tracking', 'w.label', 'w.state', 'v.urgency', 'v.signature'])
    .where('w.source', '=', 'feed')
    .orderBy('w.tracking')
    .execute()
  expect(came).toEqual([
    { tracking: 'ALARM-2026-0041', label: 'CLEAR', state: 'open', urgency: 'urgent', signature: 'good' },
    { tracking: 'ALARM-2026-0043', label: null, state: 'open', urgency: 'normal', signature: 'good' },
  ])
  expect(
    await db.selectFrom('published.warning').select('title').where('title', 'like', '%plug-in%').execute(),
  ).toEqual([])
}, 240_000)
