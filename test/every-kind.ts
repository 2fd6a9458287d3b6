/**
 * A house with two towns, in which one job of every kind can be asked for as people ask for it, and of which a test
 * owns every other side. Real processes work in it.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { registerFor } from '../src/catalogue/registers.ts'
import { record } from '../src/db/audit.ts'
import { openDatabase, type Db } from '../src/db/connect.ts'
import { evidenceIn } from '../src/db/evidence.ts'
import { enqueue } from '../src/db/jobs.ts'
import type { JobKind } from '../src/db/jobs-lane.ts'
import { queueMessage } from '../src/db/messages.ts'
import { ensureMunicipality } from '../src/db/municipality.ts'
import { actsOf, prepare, take } from '../src/features/algorithms/act-store.ts'
import { askExport } from '../src/features/exports/store.ts'
import { askFetch } from '../src/features/regulations/fetches-store.ts'
import { addEntry, entryById } from '../src/registers/store.ts'
import { KEY, startAlgorithmRegister } from './algorithm-register/server.ts'
import { answerXml } from './cvdr/answer.ts'
import { addPerson, as, testDeps, type TestPerson } from './desk.ts'
import { AT, HOST, http } from './evidence.ts'
import { behind, heldMail, heldServer, heldTable, type Held } from './held.ts'
import { memoryHome } from './memory-home.ts'
import { family, leidraad, slay, type Run } from './processes.ts'

/** What has durability tests of its own is left out: visits, and sources of warnings. */
export type Kind = Exclude<JobKind, 'visit' | 'warnings'>
export type ByKind<T> = Readonly<Record<Kind, T>>
/** Who does it: a worker does each kind beside the others. */
const BY: ByKind<'worker' | 'clock'> = {
  fetch: 'worker',
  mail: 'clock',
  export: 'worker',
  judge: 'worker',
  national: 'worker',
}
export const KINDS = Object.keys(BY) as readonly Kind[]
export const WORKERS = KINDS.filter((kind) => BY[kind] === 'worker')

export type Town = {
  readonly id: string
  readonly name: string
  readonly anna: TestPerson
  readonly piet: TestPerson
  /** That were visited; of each evidence is kept. */
  readonly websites: number
  readonly evidence: string
}
/** One more than are judged and kept together. */
const WEBSITES = 101

const register = registerFor(testDeps().registers, 'algorithm')!
/** What the other side gives when it is asked for evidence. */
const kept = new Map<string, Buffer>()

/** Makes a data folder with the towns; the first is where things go wrong. */
export async function makeTowns(data: string): Promise<{ readonly here: Town; readonly elsewhere: Town }> {
  const database = await openDatabase(data)
  try {
    const here = await makeTown(database.db, 'Sluiswijk', WEBSITES)
    return { here, elsewhere: await makeTown(database.db, 'Elders', 1) }
  } finally {
    await database.close()
  }
}

async function makeTown(db: Db, name: string, websites: number): Promise<Town> {
  const { id } = await ensureMunicipality(db, name)
  const subject = { kind: 'website' as const, address: `www.${name.toLowerCase()}.test` }
  const result = { seen: true as const, value: http({ host: HOST }) }
  const evidence = await evidenceIn(memoryHome(kept)).putEvidence({
    format: 2,
    subject,
    begun: AT,
    ended: AT,
    versions: {},
    pages: [],
    host: [{ probe: 'http', at: AT, result }],
  })
  await sql`with site as (select g, uuidv7() as organisation, ${name.toLowerCase()} || g || '.test' as address
      from generate_series(1, ${websites}::int) g),
    o as (insert into organisation (municipality, id, slug, name, kind, public_body)
      select ${id}, organisation, 'o' || g, address, 'winkel', false from site),
    s as (insert into subject (municipality, id, organisation, kind, address)
      select ${id}, uuidv7(), organisation, 'website', address from site)
    insert into visit (id, kind, address, domain, state, evidence, ended_at)
      select uuidv7(), 'website', address, address, 'done', ${evidence}, ${AT} from site`.execute(db)
  const anna = await addPerson(db, id, ['policy-officer', 'auditor'], 'Anna')
  return { id, name, websites, evidence, anna, piet: await addPerson(db, id, ['publisher'], 'Piet') }
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** Opens a data folder with the towns, and all that is outside. */
export async function openHouse(data: string, { here, elsewhere }: Awaited<ReturnType<typeof makeTowns>>) {
  const database = await openDatabase(data)
  const { db } = database
  const { site } = await database.house()
  const national = await startAlgorithmRegister()
  /** What the repository of regulations has of whom, from now on. */
  const regulations = new Map([here, elsewhere].map(({ name }) => [name, `Verordening van ${name}`]))
  const repository = await heldServer(async (asked) => {
    const [, name] = /"(.*)"/.exec(new URL(asked.path, 'http://x').searchParams.get('query') ?? '') ?? []
    const one = { work: `CVDR${1_000 + name!.length}`, version: 1, title: regulations.get(name!)!, kind: 'verordening' }
    return { status: 200, type: 'text/xml', body: answerXml([{ ...one, from: '2020-01-01' }], 1) }
  })
  const store = await heldServer(async ({ path: at }) => {
    const body = kept.get(at.replace(/^\/bewijs\//, '').replace(/\?.*$/, ''))
    return body ? { status: 200, body } : { status: 404, body: '' }
  })
  const algorithms = await heldServer(behind(national.port))
  const mail = await heldMail()
  const runs: Run[] = []
  const tables: Held[] = []

  const network = path.join(data, 'proef.json')
  mkdirSync(data, { recursive: true })
  writeFileSync(
    network,
    JSON.stringify({
      allow: ['127.0.0.0/8'],
      hosts: { 'regelingen.test': '127.0.0.1', 'algoritmes.test': '127.0.0.1' },
      ports: { 80: repository.port, 8080: algorithms.port },
      cvdr: 'http://regelingen.test/sru/Search',
      // An answer that a test holds comes however busy the machine is.
      patience: 600_000,
    }),
  )
  const env = {
    LEIDRAAD_NETWORK: network,
    LEIDRAAD_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    LEIDRAAD_MAIL_FROM: 'leidraad@sluiswijk.test',
    LEIDRAAD_ALGORITMEREGISTER: 'http://algoritmes.test:8080/aanleverapi/v1_0',
    LEIDRAAD_ALGORITMEREGISTER_KEY: KEY,
    LEIDRAAD_ALGORITMEREGISTER_ORGANISATIE: 'sluiswijk=gm9999,elders=gm9999',
    // A folder keeps nobody waiting.
    LEIDRAAD_S3_ENDPOINT: `http://127.0.0.1:${store.port}`,
    LEIDRAAD_S3_BUCKET: 'bewijs',
    LEIDRAAD_S3_KEY: 'sleutel',
    LEIDRAAD_S3_SECRET: 'geheim',
    // Nothing is visited here.
    CHROMIUM_PATH: '/a/browser/is/for/visits',
  }

  return {
    db,
    national,
    regulations,
    received: mail.received,
    /** A process of the program on this data. */
    start(...words: string[]): Run {
      const run = leidraad(data, words, env)
      runs.push(run)
      return run
    },
    /** One job of every kind, asked for by who may. */
    async ask({ id, name, anna, piet }: Town): Promise<void> {
      await as(site, anna, async (tx) => {
        await askFetch(tx, id, anna.id, name)
        const letter = { recipient: 'piet@elders.test', subject: `Brief aan ${name}`, body: 'Dag.', kind: 'proef' }
        await queueMessage(tx, id, { ...letter, key: uuid(), object: `organisation/${id}`, by: anna.id })
        await record(tx, id, { act: 'product.added', object: `product/${uuid()}` })
        await askExport(tx, id, anna.id, { path: '/balie/logboek/bestand', title: 'Logboek (CSV)' })
      })
      await enqueue(db, { kind: 'judge', municipality: id, key: 'judge' })
      const entry = await as(site, anna, async (tx) => {
        const made = await addEntry(tx, id, register, { values: algorithmOf(name), by: anna.id, way: 'form' })
        const found = (await entryById(tx, id, register, made.id))!
        await prepare({ tx, municipality: id, who: anna, register, entry: found }, 'submit')
        return found
      })
      await as(site, piet, async (tx) => {
        const [act] = await actsOf(tx, id, entry.id)
        await take({ tx, municipality: id, who: piet, register, entry }, act!, 'released')
      })
    },
    /** One more line in the trail. */
    note: ({ id, anna }: Town): Promise<void> =>
      as(site, anna, (tx) => record(tx, id, { act: 'product.changed', object: `product/${uuid()}` })),
    /**
     * Holds the next attempt at each in the middle: what the other side of a fetch, a letter and a sending was asked,
     * it did; and all but the last of the evidence was read and judged. Who makes a file waits for a table.
     */
    async hold({ id, name, evidence, websites }: Town): Promise<Omit<ByKind<Held>, 'export'>> {
      const judged = async () => (await sql`select from judgement where municipality = ${id}`.execute(db)).rows.length
      const before = await judged()
      let read = 0
      const last = store.hold((asked) => asked.includes(evidence) && ++read >= websites)
      const inLast = async () => (await last.here()) && (await judged()) === before + websites - 1
      return {
        fetch: repository.hold((asked) => asked.includes(`"${name}"`)),
        mail: mail.hold((message) => message.includes(`Brief aan ${name}`)),
        judge: { here: inLast, letGo: last.letGo },
        national: algorithms.hold((asked) => /^(POST|PUT) /.test(asked) && asked.includes(algorithmOf(name).naam)),
      }
    },
    /** Holds who reads this table. */
    async holdTable(table: 'product' | 'export') {
      const held = await heldTable(db, table)
      tables.push(held)
      return held
    },
    async close(): Promise<void> {
      // Only a test that failed leaves anything; it does not leave it on this machine.
      for (const { pid } of runs) slay(family(pid))
      await Promise.all(tables.map((held) => held.letGo()))
      await Promise.all([repository, store, algorithms, mail, national, database].map((each) => each.close()))
    },
  }
}

const algorithmOf = (name: string) => ({
  naam: `Algoritme van ${name}`,
  kort: 'Een camera leest kentekens.',
  organisatie: `Gemeente ${name}`,
  themas: ['verkeer'],
  stand: 'gebruik',
  categorie: 'impactvol',
  begin: '2025-01',
  contact: 'parkeren@sluiswijk.test',
  eigenaar: 'mobiliteit',
})
