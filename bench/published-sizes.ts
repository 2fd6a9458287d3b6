/**
 * How much room published organisations and addresses take: as rows that hold until they change, and
 * copied each time. In one run, of the same rows.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { readCatalogue } from '../src/catalogue/norms.ts'
import { connectEmbedded, type Db } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { generate, type Changed } from './generate.ts'

const SIZE = { organisations: Number(process.argv[2] ?? 20_000), months: Number(process.argv[3] ?? 12) }
/** Which part of the addresses is another each month: as in a quiet city, as we think it is, and all of them. */
const LOADS: readonly Changed[] = [
  { figures: 0.05, parties: 0.1 },
  { figures: 0.2, parties: 0.3 },
  { figures: 1, parties: 1 },
]

/** A norm of each theme is enough: of findings nothing is measured here. */
const whole = readCatalogue('norms')
const measured = whole.norms.filter(({ criteria }) => criteria.some(({ means }) => means.by === 'check'))
const FEW = { ...whole, norms: [...new Map(measured.map((norm) => [norm.theme, norm])).values()] }

/** As it was kept: a row for each in each publication, with the keys and indexes that stood on them. */
const COPIES: Readonly<Record<string, readonly string[]>> = {
  organisation: ['primary key (municipality, publication, slug)'],
  subject: ['primary key (municipality, publication, id)'],
}
const INDEXES = [
  'create index on copied.subject (municipality, publication, organisation)',
  'create index on copied.subject (evidence, municipality) where evidence is not null',
  'create index on copied.subject (screenshot, municipality) where screenshot is not null',
]

async function megabytes(db: Db, tables: readonly string[]): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`select sum(pg_total_relation_size(t::regclass))::bigint as bytes
    from unnest(${tables}::text[]) t`.execute(db)
  return rows[0]!.bytes / 1024 ** 2
}

console.log(
  `${SIZE.organisations} organisaties, ${SIZE.months} publicaties\n\ncijfers  partijen  gekopieerd   rijen  deel`,
)
for (const changed of LOADS) {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
  const server = await startEmbedded(dir, { durable: false })
  const { db, publicDb } = connectEmbedded(server, 'postgres')
  try {
    await migrate(db)
    await generate(db, FEW, { ...SIZE, changed })
    await sql`create schema copied`.execute(db)
    for (const [name, keys] of Object.entries(COPIES)) {
      await sql`create table copied.${sql.ref(name)} as select * from ${sql.table(`published.${name}`)}`.execute(db)
      for (const key of keys) await sql`alter table copied.${sql.ref(name)} add ${sql.raw(key)}`.execute(db)
    }
    for (const index of INDEXES) await sql.raw(index).execute(db)
    const held = ['organisation_held', 'subject_held', 'subject_visit', 'subject_parties']
    for (const each of held) await sql`vacuum full ${sql.table(`published.${each}`)}`.execute(db)
    const before = await megabytes(db, ['copied.organisation', 'copied.subject'])
    const after = await megabytes(
      db,
      held.map((each) => `published.${each}`),
    )
    console.log(
      `${`${changed.figures * 100}%`.padStart(7)} ${`${changed.parties * 100}%`.padStart(9)} ` +
        `${before.toFixed(0).padStart(8)} MB ${after.toFixed(0).padStart(5)} MB ` +
        (after / before).toFixed(2).padStart(5),
    )
    for (const each of held)
      console.log(`  ${each.padEnd(20)} ${(await megabytes(db, [`published.${each}`])).toFixed(0)} MB`)
  } finally {
    await Promise.all([db.destroy(), publicDb.destroy()])
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
