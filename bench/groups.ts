/**
 * How long the figures of groups take with 5,000 organisations, a website each and sixty findings per website: the
 * page of a group and of a norm at the desk, beside counting the findings alone; and the landscape of a publication.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { createDesk } from '../src/apps/desk.ts'
import { deskDeps } from '../src/apps/desk-deps.ts'
import { deskRoutes } from '../src/apps/desk-routes.ts'
import { connectEmbedded, type Db } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { ensureMunicipality } from '../src/db/municipality.ts'
import { standWalls } from '../src/db/walls.ts'
import { beginSession } from '../src/features/people/sessions-store.ts'
import type { ThemeScore } from '../src/model/score.ts'
import { publishLandscape } from '../src/publish/landscape-store.ts'
import { times } from './times.ts'

const ORGANISATIONS = Number(process.argv[2] ?? 5_000)
const ORIGIN = 'http://127.0.0.1:3000'

const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
const server = await startEmbedded(dir, { durable: false })
const { db, house: open } = connectEmbedded(server, 'postgres')
let close: readonly Db[] = []
try {
  await migrate(db)
  await standWalls(db)
  const house = await open()
  close = Object.values(house)
  const { id: municipality } = await ensureMunicipality(db, 'Grootstad')
  const deps = deskDeps({ program: '.', data: dir })
  const { catalogue } = deps
  const person = uuid()
  const who = { municipality, id: person, email: 'p@grootstad.test', name: 'Persoon', state: 'active' as const }
  await db
    .insertInto('person')
    .values({ ...who, roles: ['policy-officer'] })
    .execute()
  const measured = catalogue.norms
    .flatMap(({ criteria }) => criteria.filter(({ means }) => means.by === 'check').map(({ id }) => id))
    .slice(0, 60)
  await db
    .insertInto('published.publication')
    .values({
      municipality,
      no: 1,
      by_name: 'P',
      by_function: 'p',
      provisional: false,
      catalogue_version: catalogue.version,
      catalogue: JSON.stringify(catalogue),
      versions: '{}',
      self_test: null,
      summary: '{}',
    })
    .execute()
  // Straight into the tables: what counts here is size. Half of them in cluster A, in a hundred streets.
  await sql`insert into organisation (municipality, id, slug, name, kind, size, street, public_body)
    select ${municipality}::uuid, gen_random_uuid(), 'org-' || n, 'Organisatie ' || n, 'winkel', 'micro',
      'Straat ' || chr(65 + n % 10) || chr(65 + n / 10 % 10) || ' ' || n, false
    from generate_series(1, ${ORGANISATIONS}::int) n`.execute(db)
  await sql`set session_replication_role = replica`.execute(db)
  await sql`insert into organisation_group (municipality, organisation, no, cluster, proposed, by)
    select municipality, id, 1, c, c, ${person}::uuid from (select *, (array['A', 'A', 'B', 'C'])[1 +
      substr(slug, 5)::int % 4] as c from organisation) o`.execute(db)
  await sql`insert into subject (municipality, id, organisation, kind, address)
    select municipality, gen_random_uuid(), id, 'website', slug || '.test' from organisation`.execute(db)
  await sql`insert into published.subject_held (municipality, id, organisation, kind, address, seen, pages, themes,
      from_no)
    select s.municipality, s.id, o.slug, s.kind, s.address, true, '[]', '[]', 1 from subject s
      join organisation o on o.id = s.organisation`.execute(db)
  await sql`insert into published.subject_visit (municipality, id, measured_at, from_no)
    select municipality, id, now(), 1 from subject`.execute(db)
  await sql`insert into published.finding (municipality, subject, criterion, norm, theme, verdict, reason, seen,
      strength, from_no, cause)
    select s.municipality, s.id, c, left(c, 6), left(c, 3), (array['met', 'met', 'unmet', 'partly', 'unknown',
      'not-applicable'])[1 + (hashtext(s.address || c) & 1023) % 6], 'proef', '{}', 'measured', 1, 'first'
    from subject s cross join unnest(${measured}::text[]) c`.execute(db)
  await sql`vacuum analyze`.execute(db)
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
  const page = async (path: string) => {
    const answer = await desk.request(`${ORIGIN}${path}`, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    await answer.text()
  }
  const told: Record<string, unknown> = {}
  // The limit beside it: counting the same rows once, with nothing asked of them.
  told['counting the findings of a group'] = await times(
    () =>
      sql`select f.criterion, count(*) from published.finding f join subject s on s.id = f.subject
      join organisation_group g on g.organisation = s.organisation and g.cluster = 'A'
      group by f.criterion`.execute(db),
    20,
  )
  for (const at of [
    '/balie/groepen',
    '/balie/groepen/voorstellen',
    '/balie/groepen/A',
    '/balie/groepen/straat-straat-aa',
    '/balie/groepen/A/normen/VEI-11',
  ])
    told[at] = await times(() => page(at), 20)
  const { rows: slugs } = await sql<{ slug: string }>`select slug from organisation`.execute(db)
  const themes = catalogue.themes.map(({ id }, index) => ({ theme: id, score: index / 10 }) as unknown as ThemeScore)
  let no = 1
  told['landscape of a publication'] = await times(
    () =>
      db.transaction().execute(async (tx) => {
        no++
        const all = slugs.map(({ slug }) => ({ slug, themes }))
        await publishLandscape(tx, municipality, no, no - 1, all)
      }),
    5,
  )
  console.table(told)
} finally {
  for (const each of [...close, db]) await each.destroy()
  await server.stop()
  rmSync(dir, { recursive: true })
}
