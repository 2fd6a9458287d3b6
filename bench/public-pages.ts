/**
 * How long public pages take with 5,000 organisations and two years of monthly publications: p50, p95 and, as the
 * limit, a bare query.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { openEvidenceStore } from '../src/db/evidence.ts'
import { siteFiles } from '../src/apps/site-files.ts'
import { createSite } from '../src/apps/site.ts'
import { readCatalogue } from '../src/catalogue/norms.ts'
import { connectEmbedded } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { generate } from './generate.ts'
import { times } from './times.ts'

const SIZE = { organisations: Number(process.argv[2] ?? 5_000), months: Number(process.argv[3] ?? 24) }

/** How long each rate is measured. */
const SECONDS = 5

const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
const server = await startEmbedded(dir, { durable: false })
const { db, publicDb } = connectEmbedded(server, 'postgres')
try {
  await migrate(db)
  const begun = performance.now()
  await generate(db, readCatalogue('norms'), SIZE)
  console.error(`gemaakt in ${Math.round((performance.now() - begun) / 1_000)} s`)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from published.finding`.execute(db)
  console.log(`${SIZE.organisations} organisaties, ${SIZE.months} publicaties, ${rows[0]!.n} bevindingen`)
  const options = {
    db: publicDb,
    store: openEvidenceStore(path.join(dir, 'evidence')),
    municipality: 'grootstad',
    city: 'Grootstad',
    origin: 'http://127.0.0.1',
    ...siteFiles('dist'),
  }
  const site = createSite(options)
  const {
    rows: [some],
  } = await sql<{
    criterion: string
  }>`select criterion from published.finding where to_no is null and criterion like 'VEI-11.%' limit 1`.execute(db)
  const n = () => 1 + Math.floor(Math.random() * SIZE.organisations)
  const pages: Readonly<Record<string, () => string>> = {
    'de stad': () => '/',
    organisaties: () => '/organisaties',
    'organisaties, zoeken': () => `/organisaties?q=${n()}`,
    'organisaties, op thema': () => '/organisaties?soort=caf%C3%A9&thema=VEI&sorteer=hoog',
    organisatie: () => `/organisaties/organisatie-${n()}`,
    website: () => {
      const i = n()
      return `/organisaties/organisatie-${i}/www.organisatie-${i}.nl`
    },
    bevinding: () => {
      const i = n()
      return `/organisaties/organisatie-${i}/www.organisatie-${i}.nl/${some!.criterion}`
    },
    normen: () => '/normen',
    norm: () => '/normen/VEI-11',
    methode: () => '/methode',
    'api organisaties': () => '/api/v1/organisaties',
    'api bevindingen': () => '/api/v1/bevindingen',
    'eerdere publicatie': () => '/?publicatie=3',
  }
  const bare = await times(() =>
    sql`select * from published.organisation where municipality = (select id from published.municipality
      where slug = 'grootstad') and publication = 24 and slug = ${`organisatie-${n()}`}`.execute(publicDb),
  )
  console.log(`kale opvraging op sleutel: p50 ${bare.p50.toFixed(1)} ms, p95 ${bare.p95.toFixed(1)} ms\n`)
  console.log('pagina                     p50 ms  p95 ms  × kaal')
  for (const [name, address] of Object.entries(pages)) {
    const took = await times(async () => {
      const to = address()
      const answer = await site.request(to)
      if (answer.status !== 200) throw new Error(`${to}: status ${answer.status}`)
      await answer.arrayBuffer()
    })
    console.log(
      `${name.padEnd(26)} ${took.p50.toFixed(1).padStart(6)} ${took.p95.toFixed(1).padStart(7)} ` +
        `${(took.p50 / bare.p50).toFixed(0).padStart(6)}`,
    )
  }
  // The same page for fifty at once: as it is kept, and made anew each time because its mark always differs.
  const anew = createSite({ ...options, marks: async () => ({ pages: randomUUID(), progress: '' }) })
  const rate = async (to: ReturnType<typeof createSite>) => {
    const until = performance.now() + SECONDS * 1_000
    let answered = 0
    const ask = async () => {
      while (performance.now() < until) {
        await (await to.request('/', { headers: { 'accept-encoding': 'br' } })).arrayBuffer()
        answered += 1
      }
    }
    await Promise.all(Array.from({ length: 50 }, ask))
    return answered / SECONDS
  }
  const [kept, made] = [await rate(site), await rate(anew)]
  console.log(
    `\nde stad, vijftig tegelijk: ${kept.toFixed(0)} per seconde, zonder bewaren ${made.toFixed(0)}: ` +
      `${(kept / made).toFixed(1)} keer zoveel`,
  )
} finally {
  await Promise.all([db.destroy(), publicDb.destroy()])
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}
