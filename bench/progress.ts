/** How long progress takes: 200 agreements over 5,000 organisations, reckoned anew whole, and read by the desk. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { createDesk } from '../src/apps/desk.ts'
import { deskDeps } from '../src/apps/desk-deps.ts'
import { deskRoutes } from '../src/apps/desk-routes.ts'
import { asClock } from '../src/db/as.ts'
import { connectEmbedded, type Db } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { ensureMunicipality } from '../src/db/municipality.ts'
import { standWalls } from '../src/db/walls.ts'
import { recompute } from '../src/features/covenants/progress/kept-store.ts'
import { beginSession } from '../src/features/people/sessions-store.ts'
import type { PledgeTerms } from '../src/model/covenant.ts'
import { todayIn } from '../src/web/language.ts'
import { times } from './times.ts'

const [ORGANISATIONS, PLEDGES] = [Number(process.argv[2] ?? 5_000), Number(process.argv[3] ?? 200)]
/** In how many covenants; 1: every agreement counts every organisation. */
const COVENANTS = Number(process.argv[4] ?? 10)
const ORIGIN = 'http://127.0.0.1:3000'
const today = todayIn()

const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
const server = await startEmbedded(dir, { durable: false })
const { db, publicDb, house: open } = connectEmbedded(server, 'postgres')
let close: readonly Db[] = []
try {
  await migrate(db)
  await standWalls(db)
  const house = await open()
  close = Object.values(house)
  const { id: municipality } = await ensureMunicipality(db, 'Grootstad')
  const deps = deskDeps({ program: '.', data: dir })
  const person = uuid()
  await db
    .insertInto('person')
    .values({ municipality, id: person, email: 'p@g.test', name: 'P', state: 'active', roles: ['policy-officer'] })
    .execute()
  const criteria = ['VEI-11.https', 'VEI-23.bewijs', 'PRV-13.volgers', 'TOE-01.toets', 'OPE-01.data']
  const terms = (no: number): PledgeTerms => ({
    id: `p${no}`,
    title: `Afspraak ${no}`,
    norms: ['VEI-11'],
    method: 'findings',
    unit: 'organisation',
    unitWords: 'organisaties',
    rules: [{ criteria: criteria.slice(0, 1 + (no % 5)), atLeast: 0.6 }],
    criterion: null,
    population: { of: 'parties' },
    direction: 'up',
    decision: 'x',
    baseline: { count: 1, among: 20, unknown: 0, on: '2026-01-01', strength: 'measured' },
    steps: [],
    target: 0.8,
    due: '2027-12-31',
    tolerance: null,
    proof: 'x',
    least: 'declared',
    verifier: { person, name: 'P', function: 'f' },
    onMiss: 'x',
    level: 'together',
    owner: { person, name: 'P', function: 'f' },
  })
  await db.transaction().execute(async (tx) => {
    // What counts here is size: straight into the tables, without the walls.
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into organisation (municipality, id, slug, name, kind, public_body)
      select ${municipality}::uuid, gen_random_uuid(), 'o-' || n, 'Organisatie ' || n, 'winkel', false
      from generate_series(1, ${ORGANISATIONS}::int) n`.execute(tx)
    // Each was looked at three times for each criterion.
    await sql`insert into noted_finding (municipality, id, source, about_kind, about, norm, criterion, verdict,
        strength, seen_by, seen_on, until, by)
      select ${municipality}::uuid, gen_random_uuid(), 'inspection', 'organisation', o.id, split_part(c, '.', 1), c,
        case when random() < 0.6 then 'met' else 'unmet' end, 'witnessed', 'x',
        date '2026-02-01' + m * 90 + (random() * 20)::int, date '2027-12-31', ${person}::uuid
      from organisation o, unnest(${criteria}::text[]) c, generate_series(0, 2) m`.execute(tx)
    for (let no = 0; no < COVENANTS; no++) {
      const id = uuid()
      const pledges = Array.from({ length: PLEDGES / COVENANTS }, (_, at) => terms(at))
      await sql`insert into covenant (municipality, id, no, title, template, template_version, owner, state)
        values (${municipality}, ${id}, ${no + 1}, ${`Convenant ${no}`}, 'x', '1', ${person}, 'in-force')`.execute(tx)
      await sql`insert into covenant_version (municipality, covenant, no, state, text, by, shown_at, fixed_at)
        values (${municipality}, ${id}, 1, 'final', ${JSON.stringify({ articles: [], pledges, exercises: [] })}::jsonb,
        ${person}, now(), now())`.execute(tx)
      await sql`insert into covenant_participant (municipality, id, covenant, organisation, kind, state, by, joined_on)
        select ${municipality}::uuid, gen_random_uuid(), ${id}::uuid, id, 'party', 'joined', ${person}::uuid,
          '2026-01-01'
        from (select id, row_number() over (order by slug) as n from organisation) o
        where n % ${COVENANTS}::int = ${no}::int`.execute(tx)
    }
    await sql`insert into covenant_step (municipality, participant, no, step, "on")
      select municipality, id, 1, 'joined', date '2026-01-01' from covenant_participant`.execute(tx)
  })
  for (const table of ['noted_finding', 'covenant_participant', 'covenant_step', 'organisation'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(db)
  const registers = deps.registers
  const reckon = (anew: boolean) =>
    asClock(db, municipality, (tx) =>
      recompute(tx, municipality, { norms: deps.catalogue.norms, registers }, today, { anew }),
    )
  const timed = async (what: string, work: () => Promise<number>) => {
    const began = performance.now()
    const count = await work()
    console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s (${count} pledges)`)
  }
  await timed('anew, whole', () => reckon(true))
  await timed('nothing changed', () => reckon(false))
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from pledge_value`.execute(db)
  console.log(`${rows[0]!.count} rows are kept`)
  await sql`vacuum analyze pledge_value`.execute(db)
  const covenants = await db.selectFrom('covenant').select('id').orderBy('no').execute()
  const desk = createDesk({
    db: house.site,
    door: house.door,
    look: { css: '/app.css', theme: undefined, themeClass: '', scripts: [] },
    origin: ORIGIN,
    city: 'Grootstad',
    key: Buffer.alloc(32),
    routes: deskRoutes(deps),
  })
  const cookie = `balie=${await beginSession(db, municipality, person, 'full', 'bench')}`
  const get = async (at: string) => {
    const answer = await desk.request(`${ORIGIN}${at}`, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`${at}: ${answer.status}`)
    await answer.text()
  }
  const place = (at: number) => `/balie/convenanten/${covenants[at % covenants.length]!.id}/voortgang`
  let no = 0
  const bare = await times(() =>
    sql`select 1 from pledge_value where municipality = ${municipality} limit 1`.execute(db),
  )
  const tell = (what: string, { p50, p95 }: { p50: number; p95: number }) =>
    console.log(`${what}: p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms, ${(p50 / bare.p50).toFixed(0)} × bare`)
  tell('bare query', bare)
  tell('all agreements of a covenant', await times(() => get(place(no++))))
  tell('one agreement', await times(() => get(`${place(no++)}/p${no % (PLEDGES / COVENANTS)}`)))
} finally {
  await Promise.all([db, publicDb, ...close].map((each) => each.destroy()))
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}
