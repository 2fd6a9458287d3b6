/**
 * How one process serves over real connections, with 5,000 organisations and a register of 50,000 that is public: the
 * city page for fifty at once, the pages of the register, and the desk beside four who download all findings.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { deskDeps } from '../src/apps/desk-deps.ts'
import { hostedSites } from '../src/apps/hosted.ts'
import { namesOf } from '../src/apps/reach.ts'
import { siteFiles } from '../src/apps/site-files.ts'
import { registerFor } from '../src/catalogue/registers.ts'
import { readCatalogue } from '../src/catalogue/norms.ts'
import { openEvidenceStore } from '../src/db/evidence.ts'
import { connectEmbedded, type Db } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { ensureMunicipality, municipalities } from '../src/db/municipality.ts'
import { standWalls } from '../src/db/walls.ts'
import { beginSession } from '../src/features/people/sessions-store.ts'
import { workLater } from '../src/lib/in-turn.ts'
import { generate } from './generate.ts'
import { times } from './times.ts'

const ORGANISATIONS = 5_000
const ENTRIES = 50_000
/** How long a rate is measured. */
const SECONDS = 5

type Asked =
  | { readonly what: 'rate'; readonly url: string; readonly connections: number }
  | { readonly what: 'times'; readonly urls: readonly string[]; readonly cookie?: string; readonly besides?: string }

if (process.send) await visit()
else await host()

/** The side that asks, in a process of its own: what it costs is not the server's. */
async function visit(): Promise<void> {
  const agent = new http.Agent({ keepAlive: true })
  const get = (url: string, headers: http.OutgoingHttpHeaders = {}) =>
    new Promise<void>((resolve, reject) => {
      http
        .get(url, { agent, headers: { 'accept-encoding': 'br', ...headers } }, (answer) => {
          if (answer.statusCode !== 200) reject(new Error(`${url}: ${answer.statusCode}`))
          answer.resume().once('end', resolve)
        })
        .once('error', reject)
    })
  process.on('message', async (asked: Asked) => {
    if (asked.what === 'rate') {
      const until = performance.now() + SECONDS * 1_000
      let answered = 0
      const one = async () => {
        while (performance.now() < until) {
          await get(asked.url)
          answered += 1
        }
      }
      await Promise.all(Array.from({ length: asked.connections }, one))
      return process.send!(answered / SECONDS)
    }
    let stop = false
    let whole = 0
    const besides = Array.from({ length: asked.besides === undefined ? 0 : 4 }, async () => {
      while (!stop) {
        await get(asked.besides!)
        whole += 1
      }
    })
    let no = 0
    const took = await times(() => get(asked.urls[no++ % asked.urls.length]!, { cookie: asked.cookie ?? '' }), 200)
    stop = true
    await Promise.all(besides)
    return process.send!({ ...took, whole })
  })
}

/** The side that answers. */
async function host(): Promise<void> {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
  const embedded = await startEmbedded(dir, { durable: false })
  const { db, publicDb, house: open } = connectEmbedded(embedded, 'postgres')
  let close: readonly Db[] = []
  const visitor = fork(import.meta.filename)
  const ask = async <T>(asked: Asked): Promise<T> => {
    visitor.send(asked)
    return (await once(visitor, 'message'))[0] as T
  }
  try {
    await migrate(db)
    await standWalls(db)
    const house = await open()
    close = Object.values(house)
    const deps = deskDeps({ program: '.', data: dir })
    await generate(db, readCatalogue('norms'), { organisations: ORGANISATIONS, months: 2 })
    const own = await ensureMunicipality(db, 'Grootstad')
    const register = registerFor(deps.registers, 'sensor')!
    await fill(db, own.id, register.id)
    const person = uuid()
    const who = {
      municipality: own.id,
      id: person,
      email: 'p@grootstad.test',
      name: 'Persoon',
      state: 'active' as const,
    }
    await db
      .insertInto('person')
      .values({ ...who, roles: ['policy-officer'] })
      .execute()
    const cookie = `balie=${await beginSession(db, own.id, person, 'full', 'bench')}`
    const reach = { host: '127.0.0.1', origin: undefined }
    const there = await municipalities(db)
    let fetch: ReturnType<typeof hostedSites> = async () => new Response('', { status: 503 })
    const server = serve({ fetch: (request, env) => fetch(request, env), port: 0, hostname: '127.0.0.1' })
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const origin = `http://127.0.0.1:${port}`
    fetch = hostedSites({
      own,
      origin,
      isUs: namesOf(reach, port),
      isHere: namesOf(reach, port, { strict: true }),
      there,
      house,
      store: openEvidenceStore(path.join(dir, 'evidence')),
      db,
      files: siteFiles('dist'),
      deps,
      demo: false,
      mails: false,
      later: workLater(100, console.error),
      proxies: [],
      provider: undefined,
    })
    const memory = () => `${Math.round(process.memoryUsage.rss() / 1024 / 1024)} MB`
    const before = memory()
    const rate = await ask<number>({ what: 'rate', url: `${origin}/`, connections: 50 })
    console.log(`de stad over vijftig verbindingen: ${rate.toFixed(0)} per seconde; ${before}, erna ${memory()}`)
    const timed = async (name: string, more: Omit<Asked & { what: 'times' }, 'what'>) => {
      const { p50, p95, whole } = await ask<{ p50: number; p95: number; whole: number }>({ what: 'times', ...more })
      const beside = whole > 0 ? `, ${whole} keer gedownload; ${memory()}` : ''
      console.log(`${name.padEnd(44)}${p50.toFixed(1).padStart(7)}${p95.toFixed(1).padStart(8)}${beside}`)
    }
    const of = (address: (n: number) => string) =>
      Array.from({ length: 250 }, (_, n) => `${origin}${address(1 + ((n * 197) % ENTRIES))}`)
    console.log(`\n${'pagina'.padEnd(44)} p50 ms  p95 ms`)
    const at = `/registers/${register.id}`
    await timed('register van 50.000, een woord en een filter', {
      urls: of((n) => `${at}?q=plein+${n}&f-persoonsgegevens=ja`),
    })
    await timed('register van 50.000, bladeren', { urls: of((n) => `${at}?pagina=${1 + (n % 900)}`) })
    await timed('iets uit het register', { urls: of((n) => `${at}/sensor-${n}`) })
    const desk = { urls: [`${origin}/balie/registers/${register.id}`, `${origin}/balie/organisaties`], cookie }
    await timed('balie: register en organisaties', desk)
    await timed('  naast vier die alle bevindingen downloaden', {
      ...desk,
      besides: `${origin}/open-data/bevindingen.csv`,
    })
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  } finally {
    visitor.kill()
    await Promise.all([...close, db, publicDb].map((each) => each.destroy()))
    await embedded.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** A register that is public and one of the same size at the desk, straight into the tables: what counts is size. */
async function fill(db: Db, municipality: string, register: string): Promise<void> {
  const values = sql`jsonb_build_object('naam', 'Sensor ' || n, 'persoonsgegevens', n % 3 = 0,
    'einde', (date '2026-01-01' + n % 900)::text, 'doel', repeat('telt mensen op het plein ', 20))`
  const search = sql`'sensor ' || md5(n::text) || repeat(' telt mensen op het plein ' || n, 20)`
  const rows = sql`select ${municipality}::uuid as municipality, gen_random_uuid() as id, 1 as version,
    ${register}::text as register, n as no, 'sensor-' || n as slug, 'Sensor ' || n as title, ${search} as search,
    ${values} as values from generate_series(1, ${ENTRIES}::int) n`
  await db.transaction().execute(async (tx) => {
    // What entries are found by is made at once: row by row it takes minutes.
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into published.entry (municipality, id, version, register, no, slug, title, search, values)
      ${rows}`.execute(tx)
    await sql`insert into public.entry (municipality, id, register, no, title, search, values)
      select municipality, id, register, no, title, search, values from published.entry`.execute(tx)
    for (const schema of ['published', 'public']) {
      const table = (name: string) => sql.table(`${schema}.${name}`)
      await sql`insert into ${table('entry_term')} select e.municipality, e.register, false, t.field, t.term, e.no
        from ${table('entry')} e, wall.entry_terms(e.no, e.title, e.search, e.values) t`.execute(tx)
      await sql`insert into ${table('entry_word')} select distinct municipality, register, term
        from ${table('entry_term')} where field = '*'`.execute(tx)
    }
  })
  for (const table of ['entry', 'entry_term', 'entry_word', 'published.entry', 'published.entry_term'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(db)
}
