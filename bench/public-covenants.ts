/**
 * How long public pages of covenants take when they are made anew: ten covenants of twenty agreements with 500 named
 * parties, 24 points each, and 2,000 events. Beside it, as the limits, a bare query by key and the table of 100 parties
 * as HTML with nothing else.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { siteFiles } from '../src/apps/site-files.ts'
import { createSite } from '../src/apps/site.ts'
import { readCatalogue } from '../src/catalogue/norms.ts'
import { connectEmbedded } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { openEvidenceStore } from '../src/db/evidence.ts'
import { migrate } from '../src/db/migrate.ts'
import { standWalls } from '../src/db/walls.ts'
import { generate } from './generate.ts'
import { times } from './times.ts'

const [COVENANTS, PLEDGES, PARTIES] = [10, 20, Number(process.argv[2] ?? 500)]
const POINTS = 24

const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
const server = await startEmbedded(dir, { durable: false })
const { db, publicDb: asPublic, house: open } = connectEmbedded(server, 'postgres')
let close = [db, asPublic]
try {
  await migrate(db)
  await standWalls(db)
  await generate(db, readCatalogue('norms'), { organisations: 50, months: 2 })
  const house = await open()
  close = [...close, ...Object.values(house)]
  const { publicDb } = house
  const { rows: cities } = await sql<{ id: string }>`select id from published.municipality`.execute(db)
  const m = cities[0]!.id
  const terms = {
    norms: ['VEI-11'],
    method: 'findings',
    unitWords: 'organisaties',
    direction: 'up',
    decision: 'Elke website heeft een certificaat.',
    baseline: { count: 100, among: PARTIES, unknown: 0, on: '2025-01-01', strength: 'measured' },
    steps: [{ on: '2026-01-01', value: 0.5 }],
    target: 0.9,
    due: '2027-12-31',
    tolerance: null,
    proof: 'Meting',
    least: 'measured',
    verifier: 'security officer',
    owner: 'beleidsmedewerker',
    onMiss: 'Een verbeterplan.',
    level: 'named',
    first: null,
    amendments: [],
  }
  const paragraphs = Array.from({ length: 6 }, () => 'Wij beloven dit, en laten zien hoe ver wij zijn. '.repeat(4))
  const articles = Array.from({ length: 12 }, (_, at) => ({ id: `a${at}`, title: `Artikel ${at}`, paragraphs }))
  const document = { title: 'x', articles, pledges: [], exercises: [], opinions: [], comments: [] }
  const counts = { joined: PARTIES, paused: 0, suspended: 0, left: 0, observers: 0, named: PARTIES }
  await db.transaction().execute(async (tx) => {
    // What counts here is size: straight into the tables.
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into published.covenant (municipality, no, edition, covenant, version, title, state, begins_on,
        ends_on, document, counts, by_function, second_function)
      select ${m}::uuid, n, 1, gen_random_uuid(), 1, 'Convenant ' || n, 'in-force', date '2025-01-01',
        date '2027-12-31', ${JSON.stringify(document)}::jsonb,
        ${JSON.stringify(counts)}::jsonb, 'a', 'b'
      from generate_series(1, ${COVENANTS}::int) n`.execute(tx)
    await sql`insert into published.covenant_party (municipality, no, party, name, kind, state, joined_on)
      select ${m}::uuid, n, gen_random_uuid(), 'Organisatie ' || p, 'party', 'joined', date '2025-01-01'
      from generate_series(1, ${COVENANTS}::int) n, generate_series(1, ${PARTIES}::int) p`.execute(tx)
    await sql`insert into published.pledge (municipality, no, pledge, position, title, terms, stands, course, due)
      select ${m}::uuid, n, 'p' || p, p, 'Afspraak ' || p, ${JSON.stringify(terms)}::jsonb,
        '{"hidden": false, "expected": 0.6, "now": {"count": 300, "among": 500, "unknown": 0, "on": "2026-11-01",
          "seen": "2026-11-01", "strength": "measured"}}', 'on-course', date '2027-12-31'
      from generate_series(1, ${COVENANTS}::int) n, generate_series(1, ${PLEDGES}::int) p`.execute(tx)
    await sql`insert into published.pledge_value (municipality, no, pledge, "on", count, among, unknown, strength, seen)
      select municipality, no, pledge, date '2025-01-01' + d * 28, 100 + d * 8, 500, 0, 'measured',
        date '2025-01-01' + d * 28
      from published.pledge, generate_series(1, ${POINTS}::int) d`.execute(tx)
    await sql`insert into published.pledge_party (municipality, no, pledge, party, count, among, unknown, steps)
      select l.municipality, l.no, l.pledge, c.party, (random() < 0.6)::int, 1, 0,
        '[{"criterion": "VEI-11.https", "norm": "VEI-11", "text": "Vraag uw leverancier om een certificaat."}]'
      from published.pledge l join published.covenant_party c using (municipality, no)`.execute(tx)
    await sql`insert into published.covenant_event (municipality, no, id, "on", kind, pledge, detail)
      select municipality, no, 'measured/' || pledge || '/' || "on", "on", 'measured', pledge,
        jsonb_build_object('count', count, 'among', among) from published.pledge_value`.execute(tx)
    await sql`insert into published.covenant_event (municipality, no, id, "on", kind, party)
      select municipality, no, 'step/' || party || '/1', joined_on, 'joined', party
      from published.covenant_party`.execute(tx)
  })
  await sql`vacuum analyze`.execute(db)
  const options = {
    db: publicDb,
    store: openEvidenceStore(path.join(dir, 'evidence')),
    municipality: 'grootstad',
    city: 'Grootstad',
    origin: 'http://127.0.0.1',
    ...siteFiles('dist'),
  }
  // Its mark always differs: every page is made anew.
  const site = createSite({ ...options, marks: async () => ({ pages: randomUUID(), progress: '' }) })
  const some = (most: number) => 1 + Math.floor(Math.random() * most)
  const pages: Readonly<Record<string, () => string>> = {
    'alle convenanten': () => '/convenanten',
    'een convenant': () => `/convenanten/${some(COVENANTS)}`,
    'een afspraak': () => `/convenanten/${some(COVENANTS)}/afspraken/p${some(PLEDGES)}`,
    'een afspraak, pagina 5': () => `/convenanten/${some(COVENANTS)}/afspraken/p${some(PLEDGES)}?pagina=5`,
    'api, een convenant': () => `/api/v1/convenanten/${some(COVENANTS)}`,
    'api, een afspraak': () => `/api/v1/convenanten/${some(COVENANTS)}/afspraken/p${some(PLEDGES)}`,
    'nieuws van een convenant': () => `/convenanten/${some(COVENANTS)}/nieuws.atom`,
  }
  const bare = await times(() =>
    sql`select * from published.pledge where municipality = ${m} and no = ${some(COVENANTS)} and pledge = 'p1'`.execute(
      publicDb,
    ),
  )
  const row = (at: number) =>
    createElement('tr', { key: at }, ...[1, 2, 3].map((cell) => createElement('td', { key: cell }, `Cel ${at}`)))
  const table = await times(async () =>
    renderToStaticMarkup(
      createElement(
        'table',
        null,
        createElement(
          'tbody',
          null,
          Array.from({ length: 100 }, (_, at) => row(at)),
        ),
      ),
    ),
  )
  const tell = (name: string, { p50, p95 }: { p50: number; p95: number }) =>
    console.log(
      `${name.padEnd(26)} ${p50.toFixed(1).padStart(6)} ${p95.toFixed(1).padStart(7)} ` +
        `${(p50 / bare.p50).toFixed(0).padStart(6)}`,
    )
  console.log('pagina                     p50 ms  p95 ms  × kaal')
  tell('kale opvraging', bare)
  tell('kale tabel van honderd', table)
  for (const [name, address] of Object.entries(pages))
    tell(
      name,
      await times(async () => {
        const to = address()
        const answer = await site.request(to)
        if (answer.status !== 200) throw new Error(`${to}: status ${answer.status}`)
        await answer.arrayBuffer()
      }),
    )
} finally {
  await Promise.all(close.map((each) => each.destroy()))
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}
