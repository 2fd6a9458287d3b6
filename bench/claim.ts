/**
 * What taking a visit costs, by how much waits: `npm run bench claim`. The claim as it was until 2026.11 stands beside
 * it. Waits as rounds leave them, in a database of its own without durability.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { connectEmbedded, type Db } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { claim, finish } from '../src/features/scans/queue-store.ts'

const TRIES = 100
const MUNICIPALITY = '01900000-0000-7000-8000-000000000001'
const ROUND = '01900000-0000-7000-8000-000000000002'

const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-claim-'))
const server = await startEmbedded(path.join(dir, 'pg'), { durable: false })
const { db, publicDb } = connectEmbedded(server, 'postgres')
try {
  await migrate(db)
  console.log('wachtend                                   laagste   p10 ms   p50 ms   p95 ms   hoogste')
  for (const many of [1_000, 100_000, 1_000_000]) {
    await wait(many, false)
    await time(`${many.toLocaleString('nl')}, één ronde`, () => claim(db, 'bench'))
    await time('  van die ronde', () => claim(db, 'bench', ROUND))
    await before(many > 100_000 ? 10 : TRIES)
  }
  await wait(20_000, true)
  await hold()
  await time('20.000 achter één bezet domein', () => claim(db, 'bench'))
  await time('  van die ronde', () => claim(db, 'bench', ROUND))
  await before(TRIES)
  await wait(20_000, true)
  await sql`update job set parked = false`.execute(db)
  await hold()
  await time('  niet geparkeerd: de eerste keer', () => claim(db, 'bench'), 1)
  await time('  en daarna', () => claim(db, 'bench'))
} finally {
  await Promise.all([db.destroy(), publicDb.destroy()])
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}

/** Fills the queue: every address its own domain, or all of one domain with a thousand others behind them. */
async function wait(many: number, busy: boolean): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`truncate job, visit, round_visit, judgement, finding`.execute(tx)
    await sql`insert into visit (id, kind, address, domain, state)
      select uuidv7(), 'website', 'w' || g || '.test', case when ${busy} and g <= ${many} then 'busy.test'
        else 'w' || g || '.test' end, 'open'
      from generate_series(1, ${busy ? many + 1_000 : many}::int) g`.execute(tx)
    await sql`insert into job (id, kind, key, lane, parked) select id, 'visit', id::text, domain,
      domain = 'busy.test' and address <> 'w1.test' from visit`.execute(tx)
    await sql`insert into round_visit select ${MUNICIPALITY}, ${ROUND}, id, id from visit`.execute(tx)
  })
  await sql`vacuum analyze visit, job`.execute(db)
  await sql`vacuum analyze round_visit`.execute(db)
}

/** With the index it had, which is in nobody's way otherwise. */
async function before(tries: number): Promise<void> {
  await sql`create index job_queue on job (due) where state in ('queued', 'active')`.execute(db)
  await time('  zoals het was', () => asItWas(db), tries)
  await sql`drop index job_queue`.execute(db)
}

/** A visit to the busy domain that goes on. */
async function hold(): Promise<void> {
  await claim(db, 'bench')
  await sql`update job set lease_until = now() + interval '1 hour' where state = 'active'`.execute(db)
}

async function time(name: string, work: () => Promise<unknown>, tries = TRIES): Promise<void> {
  const spent: number[] = []
  for (let no = 0; no < tries; no++) {
    const begun = performance.now()
    const taken = (await work()) as { id: string; attempt: number } | undefined
    spent.push(performance.now() - begun)
    if (taken === undefined) throw new Error('nothing was taken')
    // Ended outside the measurement, so that the number of open visits stays as workers have it.
    await finish(db, taken, { evidence: '', why: null, detail: null }, async () => {})
  }
  spent.sort((a, b) => a - b)
  const at = (part: number) => spent[Math.min(spent.length - 1, Math.floor(spent.length * part))]!.toFixed(1)
  console.log([name.padEnd(40), ...[0, 0.1, 0.5, 0.95, 1].map((part) => at(part).padStart(9))].join(''))
}

/** The claim until 2026.11. */
async function asItWas(on: Db): Promise<unknown> {
  const { rows } = await sql<{ id: string; attempt: number }>`
    update job set state = 'active', attempt = attempt + 1, worker = 'bench', lease_until = now() + interval '20 s',
      started_at = now()
    where id = (select v.id from job v where ((v.state = 'active' and v.lease_until < now())
      or (v.state = 'queued' and not exists (select from job o where o.lane = v.lane and o.state = 'active')))
      order by v.due, v.id limit 1 for update skip locked) returning id, attempt`.execute(on)
  return rows[0]
}
