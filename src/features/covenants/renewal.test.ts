/** Renewing a covenant: the last day is decided, written, fixed and signed as one; until then that of before counts. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixed, readyCovenant, showVersion } from '../../../test/covenant.ts'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson } from '../../../test/desk.ts'
import { plainPdf } from '../../../test/signed-pdf.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { asClock } from '../../db/as.ts'
import type { EvidenceStore } from '../../db/evidence.ts'
import { tellEnds } from './progress/end-timer-store.ts'

const deps = { ...testDeps(), print: async () => new Uint8Array(plainPdf()) }
/** What was made of each version, by its hash. */
const kept = new Map<string, Uint8Array>()
const files: Pick<EvidenceStore, 'put'> = {
  put: async (media, bytes) => {
    const hash = await deps.files.put(media, bytes)
    kept.set(hash, bytes)
    return hash
  },
}
const [WAS, UNTIL] = ['2030-11-30', '2033-06-30']
let desk: TestDesk
let covenant: Awaited<ReturnType<typeof readyCovenant>>
let advisers: readonly TestPerson[]
beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  covenant = await readyCovenant(desk, ['Bakkerij'])
  const add = (role: 'fg' | 'security-officer') => addPerson(desk.db, desk.municipality.id, [role], role)
  advisers = [await add('fg'), await add('security-officer')]
  await fixed(desk, covenant, files)
  await sql`update covenant set state = 'in-force' where id = ${covenant.id}`.execute(desk.db)
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

const fixedJson = async () => {
  const { rows } = await sql<{ json: string }>`select json from covenant_fixed where covenant = ${covenant.id}
    and version = 3`.execute(desk.db)
  return rows[0]!.json
}
const lastDay = async () => {
  const { rows } = await sql<{ day: string }>`select ends_on::text as day from covenant
    where id = ${covenant.id}`.execute(desk.db)
  return rows[0]!.day
}
const place = () => `/balie/convenanten/${covenant.id}`
const tell = (today: string) =>
  asClock(desk.db, desk.municipality.id, (tx) =>
    tellEnds(tx, { municipality: desk.municipality as never, today, origin: 'https://x.test' }),
  )
/** Whom is asked for an evaluation now, and in which words. */
const asked = async () => {
  const rows = await desk.db
    .selectFrom('task')
    .select(['person', 'text'])
    .where('kind', '=', 'covenant-evaluate')
    .where('done_at', 'is', null)
    .execute()
  return rows.map(({ person, text }) => [person, text.replace(/“.*”/, '“…”')])
}
const write = (no: number, until: string) =>
  as(desk.db, covenant.officer, (tx) =>
    sql`update covenant_version set text = text || ${JSON.stringify({ until })}::jsonb
      where covenant = ${covenant.id} and no = ${no}`.execute(tx),
  )

test('nobody gives a covenant another last day than was decided, nor writes one in a text', async () => {
  const officer = await desk.visit(covenant.officer)
  expect((await officer.post(`${place()}/versies`, {})).status).toBe(303)
  await expect(write(2, UNTIL)).rejects.toThrow('the one that was decided')
  await expect(
    as(desk.db, covenant.officer, (tx) => sql`update covenant set ends_on = '2033-06-30'`.execute(tx)),
  ).rejects.toThrow('comes of a version')
  const evaluate = (on: string) =>
    as(desk.db, covenant.decider, (tx) =>
      sql`insert into covenant_evaluation (municipality, id, covenant, worked, lacked, outcome, reason, "on", by)
        values (${desk.municipality.id}, ${uuid()}, ${covenant.id}, 'a', 'b', 'renew', 'c', ${on},
          ${covenant.decider.id})`.execute(tx),
    )
  for (const on of [WAS, '2040-12-01']) await expect(evaluate(on), on).rejects.toThrow('goes on after the last day')
})

test('who watches over it is asked for the evaluation half a year ahead and at the last day, each once', async () => {
  expect([await tell('2030-05-29'), await tell('2030-05-30'), await tell('2030-11-30')]).toEqual([0, 1, 0])
  expect(await asked()).toEqual([
    [covenant.officer.id, 'Evalueer “…” met de stuurgroep: het loopt tot en met 30 november 2030'],
  ])
  expect([await tell('2030-12-01'), await tell('2031-01-01')]).toEqual([1, 0])
  expect(await asked()).toEqual([[covenant.officer.id, 'Verleng of beëindig “…”: de laatste dag was 30 november 2030']])
})

test('what was decided stands in the version, and counts once that is fixed', async () => {
  const [officer, decider] = [await desk.visit(covenant.officer), await desk.visit(covenant.decider)]
  const decided = {
    werkte: 'Minder lekken.',
    ontbrak: 'De wifi.',
    uitkomst: 'renew',
    reden: 'Wij zijn er nog niet.',
    einde: '',
    verlengd: UNTIL,
  }
  expect((await decider.post(`${place()}/evaluatie`, decided)).status).toBe(303)
  expect([await asked(), await tell('2031-01-01')]).toEqual([[], 0])
  // It was being written already.
  expect(await (await officer.get(`${place()}/versies/2`)).text()).toContain('geldt tot en met 30 juni 2033')
  expect(await (await officer.get(`${place()}/versies/2/verschillen`)).text()).toContain('30 juni 2033')
  expect(await (await officer.get(place())).text()).toContain('geldt tot en met 30 november 2030')
  await showVersion(desk, { ...covenant, advisers }, 2)
  expect(await lastDay()).toBe(WAS)

  // Decided anew after it was shown: the version that lies there says another day, and is not fixed.
  const later = { ...decided, verlengd: '2034-06-30' }
  expect((await decider.post(`${place()}/evaluatie`, later)).status).toBe(303)
  expect(await (await decider.get(`${place()}/vaststellen`)).text()).toContain('de laatste dag 30 juni 2034')
  await expect(fixed(desk, covenant, files)).rejects.toThrow('the one that was decided')
  expect((await officer.post(`${place()}/versies`, {})).status).toBe(303)
  await showVersion(desk, { ...covenant, advisers }, 3)
  await fixed(desk, covenant, files)

  expect(await lastDay()).toBe('2034-06-30')
  const content = new TextDecoder().decode(kept.get(await fixedJson()))
  expect(JSON.parse(content)).toMatchObject({ until: '2034-06-30', version: 3 })
  expect(await (await officer.get(place())).text()).toContain('tot en met 30 juni 2034')
})
