/** How long the search box takes over 50,000 public entries and all lessons and rights, beside a bare query by key. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { deskDeps } from '../src/apps/desk-deps.ts'
import { createSite } from '../src/apps/site.ts'
import { connectEmbedded } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { openEvidenceStore } from '../src/db/evidence.ts'
import { migrate } from '../src/db/migrate.ts'
import { ensureMunicipality } from '../src/db/municipality.ts'
import { keepSought } from '../src/db/sought.ts'
import { standWalls } from '../src/db/walls.ts'
import { soughtIn } from '../src/public/search/files.ts'
import { times } from './times.ts'

const ENTRIES = Number(process.argv[2] ?? 50_000)

const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
const server = await startEmbedded(dir, { durable: false })
const { db, publicDb } = connectEmbedded(server, 'postgres')
try {
  await migrate(db)
  await standWalls(db)
  const deps = deskDeps({ program: '.', data: dir })
  const { id: m } = await ensureMunicipality(db, 'Grootstad')
  const from = performance.now()
  await sql`insert into published.entry (municipality, register, id, version, no, slug, title, values, search)
    select ${m}::uuid, 'sensoren', gen_random_uuid(), 1, n, n || '-sensor', 'Sensor ' || md5(n::text),
      jsonb_build_object('doel', 'Telt mensen op plein ' || n || repeat(' en kijkt of het druk is', 10)), ''
    from generate_series(1, ${ENTRIES}::int) n`.execute(db)
  const perThousand = ((performance.now() - from) / ENTRIES) * 1_000
  await keepSought(db, soughtIn({ ...deps, kinds: deps.requestKinds }))
  await sql`vacuum analyze`.execute(db)
  const site = createSite({
    db: publicDb,
    store: openEvidenceStore(path.join(dir, 'evidence')),
    municipality: 'grootstad',
    city: 'Grootstad',
    origin: 'http://127.0.0.1',
    css: '',
    assets: {},
    registers: deps.registers,
    kinds: deps.requestKinds,
    lessons: deps.lessons,
  })
  const some = () => 1 + Math.floor(Math.random() * ENTRIES)
  const bare = await times(() =>
    sql`select title from published.sought_file where source = 'right' and key = 'inzage' and lang = 'nl'`.execute(
      publicDb,
    ),
  )
  const tell = (name: string, { p50, p95 }: { p50: number; p95: number }) =>
    console.log(
      `${name.padEnd(28)} ${p50.toFixed(1).padStart(6)} ${p95.toFixed(1).padStart(7)} ` +
        `${(p50 / bare.p50).toFixed(0).padStart(6)}`,
    )
  console.log(`openbaar maken: ${perThousand.toFixed(0)} ms de duizend, met het zoekveld erbij`)
  console.log('vraag                        p50 ms  p95 ms  × kaal')
  tell('kale opvraging', bare)
  const asked: Readonly<Record<string, () => string>> = {
    'een woord': () => 'q=wachtwoord',
    'een woord en een nummer': () => `q=plein+${some()}`,
    'deel van een woord': () => 'q=code',
    'wat overal in staat': () => 'q=mensen',
    'één soort, tweede pagina': () => 'q=mensen&soort=entry&pagina=2',
    'op gehoor': () => 'q=fising',
    niets: () => 'q=zzqqxxyy',
    'in het Engels': () => 'q=password',
  }
  for (const [name, query] of Object.entries(asked))
    tell(
      name,
      await times(async () => {
        const answer = await site.request(`${name === 'in het Engels' ? '/en' : ''}/zoeken?${query()}`)
        if (answer.status !== 200) throw new Error(`${name}: ${answer.status}`)
        await answer.text()
      }),
    )
} finally {
  await Promise.all([db, publicDb].map((each) => each.destroy()))
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}
