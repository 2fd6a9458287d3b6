/**
 * How long pages of the desk take with 50,000 cases and 5,000 organisations: p50, p95 and, as the limit, a bare query
 * as the same person.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { createDesk } from '../src/apps/desk.ts'
import { deskDeps } from '../src/apps/desk-deps.ts'
import { deskRoutes } from '../src/apps/desk-routes.ts'
import { asPerson, type Tx } from '../src/db/as.ts'
import { connectEmbedded, type Db } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { keepQuestionnaires } from '../src/db/forms.ts'
import { migrate } from '../src/db/migrate.ts'
import { standWalls } from '../src/db/walls.ts'
import { ensureMunicipality } from '../src/db/municipality.ts'
import { askedOf, filterOf } from '../src/features/cases/pages/list-asked.ts'
import { createCase } from '../src/features/cases/store/begin.ts'
import { listCases } from '../src/features/cases/store/list.ts'
import { listOrganisations } from '../src/features/organisations/list-store.ts'
import { beginSession } from '../src/features/people/sessions-store.ts'
import { tasksOf } from '../src/features/tasks/store.ts'
import { todayIn } from '../src/web/language.ts'
import { times } from './times.ts'

const CASES = Number(process.argv[2] ?? 50_000)
const ORGANISATIONS = Number(process.argv[3] ?? 5_000)
const ORIGIN = 'http://127.0.0.1:3000'

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
  await keepQuestionnaires(db, deps.questionnaires)
  const people = await Promise.all(
    ['policy-officer', 'policy-officer', 'fg'].map(async (role, index) => {
      const id = uuid()
      await db
        .insertInto('person')
        .values({
          municipality,
          id,
          email: `p${index}@grootstad.test`,
          name: `Persoon ${index}`,
          roles: [role as 'fg'],
          state: 'active',
        })
        .execute()
      return id
    }),
  )
  const [author, handler, fg] = people as [string, string, string]
  const preCheck = deps.questionnaires.find(({ purpose }) => purpose === 'pre-check')!
  const one = await asPerson(db, { municipality, person: author, organisation: null }, 'write', (tx) =>
    createCase(
      tx,
      municipality,
      author,
      { kind: 'proposal', title: 'De ene', summary: 'x', intendedOn: null, regulation: null, product: null },
      preCheck,
    ),
  )
  // Straight into the tables, without the walls: what counts here is size.
  await sql`set session_replication_role = replica`.execute(db)
  await sql`insert into organisation (municipality, id, slug, name, kind, public_body) select ${municipality}::uuid,
    gen_random_uuid(), 'o-' || n, 'Organisatie ' || n, 'winkel', false from generate_series(1,
      ${ORGANISATIONS}::int) n`.execute(db)
  await sql`insert into regulation (municipality, id, work, title, source) select ${municipality}::uuid,
    gen_random_uuid(), 'CVDR' || n, 'Verordening ' || n, 'hand' from generate_series(1, 1000) n`.execute(db)
  await sql.raw(`alter table case_file disable trigger born; alter table case_step disable trigger all`).execute(db)
  await sql`insert into case_file (municipality, id, no, kind, title, author, handler, state, due_on, regulation)
    select ${municipality}::uuid, gen_random_uuid(), n, (array['regulation','proposal','product'])[1 + n % 3],
      'Zaak nummer ' || n || ' over ' || md5(n::text), case when n % 50 = 0 then ${author}::uuid else ${handler}::uuid
        end, ${handler}::uuid,
      (array['draft','pre-check','in-test','completeness','opinions','advice','reaction','decision','decided',
      'published','follow-up','archived'])[1 + n % 12], current_date + (n % 60 - 30),
      (select id from regulation where work = 'CVDR' || (1 + n % 1000)) from generate_series(2,
        ${CASES}::int) n`.execute(db)
  await sql`insert into case_step (municipality, case_file, no, from_state, to_state, by) select municipality, id, k,
    'draft', 'pre-check', author from case_file, generate_series(1, 5) k`.execute(db)
  await sql`insert into task (municipality, id, kind, object, person, role, text, path, due_on) select municipality,
    gen_random_uuid(), 'proef', 'case/' || id, case when no % 7 = 0 then author end,
      case when no % 7 > 0 then 'fg' end, title, '/balie/zaken/' || id, due_on from case_file where no % 3 = 0`.execute(
    db,
  )
  await sql`analyze`.execute(db)
  const desk = createDesk({
    db: house.site,
    door: house.door,
    look: { css: '/app.css', theme: undefined, themeClass: '', scripts: [] },
    origin: ORIGIN,
    city: 'Grootstad',
    key: Buffer.alloc(32),
    routes: deskRoutes(deps),
  })
  const cookies = new Map(
    await Promise.all(
      [author, fg].map(
        async (person) => [person, `balie=${await beginSession(db, municipality, person, 'full', 'bench')}`] as const,
      ),
    ),
  )
  const { rows: some } = await sql<{
    id: string
    regulation: string
  }>`select id, regulation from case_file where regulation is not null order by random() limit 200`.execute(db)
  const any = () => some[Math.floor(Math.random() * some.length)]!
  const n = () => 2 + Math.floor(Math.random() * (CASES - 2))
  const pages: Readonly<Record<string, readonly [string, () => string]>> = {
    vandaag: [author, () => '/balie'],
    'vandaag, met veel van een rol': [fg, () => '/balie'],
    zaken: [author, () => '/balie/zaken'],
    'zaken, bladzijde 200': [author, () => '/balie/zaken?pagina=200'],
    'zaken, van mij': [author, () => '/balie/zaken?van=mij'],
    'zaken, te laat': [author, () => '/balie/zaken?van=laat'],
    'zaken, staat': [author, () => '/balie/zaken?staat=opinions&soort=product'],
    'zaken, op nummer': [author, () => `/balie/zaken?q=IT-2026-${n()}`],
    'zaken, op titel': [author, () => `/balie/zaken?q=nummer+${n()}`],
    zaak: [author, () => `/balie/zaken/${any().id}`],
    'zaak met voortoets': [author, () => `/balie/zaken/${one}`],
    steekproef: [author, () => '/balie/zaken/steekproef'],
    regelingen: [author, () => '/balie/regelingen'],
    regeling: [author, () => `/balie/regelingen/${any().regulation}`],
    producten: [author, () => '/balie/producten'],
    organisaties: [author, () => '/balie/organisaties'],
    'organisaties, zoeken': [author, () => `/balie/organisaties?q=${n()}`],
    nulmeting: [author, () => '/balie/nulmetingen'],
  }
  const bare = await times(() =>
    asPerson(house.site, { municipality, person: author, organisation: null }, 'read', (tx) =>
      tx.selectFrom('case_file').selectAll().where('municipality', '=', municipality).where('no', '=', n()).execute(),
    ),
  )
  console.log(
    `${CASES} zaken, ${ORGANISATIONS} organisaties\nkale opvraging als dezelfde persoon: p50 ` +
      `${bare.p50.toFixed(1)} ms, p95 ${bare.p95.toFixed(1)} ms\n\npagina                          p50 ms  p95 ms  ` +
      `× kaal`,
  )
  for (const [name, [person, address]] of Object.entries(pages)) {
    const took = await times(async () => {
      const to = address()
      const answer = await desk.request(`${ORIGIN}${to}`, { headers: { cookie: cookies.get(person)! } })
      if (answer.status !== 200) throw new Error(`${to}: status ${answer.status}`)
      await answer.arrayBuffer()
    })
    console.log(
      `${name.padEnd(31)} ${took.p50.toFixed(1).padStart(6)} ${took.p95.toFixed(1).padStart(7)} ` +
        `${(took.p50 / bare.p50).toFixed(0).padStart(7)}`,
    )
  }
  // The same questions by the owner, whom no wall stops, in a transaction of the same kind.
  const today = todayIn()
  const asked: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
    taken: (tx) => tasksOf(tx, municipality, { id: author, roles: ['policy-officer'] }, today),
    zaken: (tx) => listCases(tx, municipality, filterOf(askedOf(new URLSearchParams()), author, today), { limit: 51 }),
    organisaties: (tx) => listOrganisations(tx, municipality, '', 1),
  }
  console.log('\nopvraging                       muren ms  zonder  verhouding')
  for (const [name, ask] of Object.entries(asked)) {
    const within = await times(() =>
      asPerson(house.site, { municipality, person: author, organisation: null }, 'read', ask),
    )
    const without = await times(() => db.transaction().setAccessMode('read only').execute(ask))
    console.log(
      `${name.padEnd(31)} ${within.p50.toFixed(1).padStart(8)} ${without.p50.toFixed(1).padStart(7)} ` +
        `${(within.p50 / without.p50).toFixed(1).padStart(11)}`,
    )
  }
} finally {
  await Promise.all([db, publicDb, ...close].map((each) => each.destroy()))
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}
