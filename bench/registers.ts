/** How long the list of a register takes with 50,000 entries: searched, narrowed, sorted; p50 and p95. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { createDesk } from '../src/apps/desk.ts'
import { deskDeps } from '../src/apps/desk-deps.ts'
import { deskRoutes } from '../src/apps/desk-routes.ts'
import { registerFor } from '../src/catalogue/registers.ts'
import { connectEmbedded, type Db } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { ensureMunicipality } from '../src/db/municipality.ts'
import { standWalls } from '../src/db/walls.ts'
import { beginSession } from '../src/features/people/sessions-store.ts'
import { times } from './times.ts'

const ENTRIES = Number(process.argv[2] ?? 50_000)
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
  const register = registerFor(deps.registers, 'sensor')!
  const person = uuid()
  const who = { municipality, id: person, email: 'p@grootstad.test', name: 'Persoon', state: 'active' as const }
  await db
    .insertInto('person')
    .values({ ...who, roles: ['policy-officer'] })
    .execute()
  const kinds = register.fields.find(({ role }) => role === 'kind')!.options.map(({ id }) => id)
  // Straight into the table: what counts here is size. Each has the words of some six hundred characters.
  await sql`insert into entry (municipality, id, register, no, title, search, values)
    select ${municipality}::uuid, gen_random_uuid(), ${register.id}, n, 'Sensor ' || md5(n::text),
      'sensor ' || md5(n::text) || repeat(' telt mensen op het plein ' || n, 20),
      jsonb_build_object('naam', 'Sensor ' || md5(n::text), 'soort', (${sql.val(kinds)}::text[])[1 + n % 10],
        'persoonsgegevens', n % 3 = 0, 'eigenaar', 'Afdeling ' || n % 100, 'einde', (date '2026-01-01' + n % 900)::text,
        'plaats', jsonb_build_object('label', 'Straat ' || n, 'lon', 4.5, 'lat', 52.1),
        'doel', repeat('telt mensen op het plein ', 20))
    from generate_series(1, ${ENTRIES}::int) n`.execute(db)
  for (const table of ['entry', 'entry_term', 'entry_word']) await sql`vacuum analyze ${sql.table(table)}`.execute(db)
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
  const n = () => 1 + Math.floor(Math.random() * ENTRIES)
  const at = `/balie/registers/${register.id}`
  const pages: Readonly<Record<string, () => string>> = {
    'alle registers': () => '/balie/registers',
    lijst: () => at,
    'lijst, pagina 200': () => `${at}?pagina=200`,
    'zoeken, één': () => `${at}?q=plein+${n()}`,
    'zoeken, niets': () => `${at}?q=nergens`,
    'zoeken, alles': () => `${at}?q=mensen`,
    filter: () => `${at}?f-soort=${kinds[n() % 10]!}`,
    'zoeken en filter': () => `${at}?q=plein+${n()}&f-soort=${kinds[n() % 10]!}&f-persoonsgegevens=ja`,
    'op een kolom': () => `${at}?op=einde&af=ja`,
    'op een keuze': () => `${at}?op=soort`,
    'op een plaats, zoeken': () => `${at}?op=plaats&q=mensen`,
  }
  console.log(`${ENTRIES} in het register\n\npagina                    p50 ms  p95 ms`)
  for (const [name, address] of Object.entries(pages)) {
    const { p50, p95 } = await times(async () => {
      const answer = await desk.request(`${ORIGIN}${address()}`, { headers: { cookie } })
      if (answer.status !== 200) throw new Error(`${address()}: ${answer.status}`)
      await answer.text()
    })
    console.log(`${name.padEnd(26)}${p50.toFixed(1).padStart(6)}${p95.toFixed(1).padStart(8)}`)
  }
} finally {
  await Promise.all([...close, db, publicDb].map((each) => each.destroy()))
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}
