/**
 * Holds the promise that nothing about a signature is half, against a real program that is killed in the middle of one:
 * of fixing a version, of the signature that puts a covenant in force, and of the receipt with its letters.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Db } from '../src/db/connect.ts'
import { ensureMunicipality, type Municipality } from '../src/db/municipality.ts'
import { beginSession, sessionOf } from '../src/features/people/sessions-store.ts'
import { linkFor, municipalitySigns, readyCovenant } from './covenant.ts'
import type { TestPerson } from './desk.ts'
import { heldMail } from './held.ts'
import { buildProgram, exit, family, leidraad, slay, until, type Run } from './processes.ts'

/** Seconds. */
const LATER = 120
/** Milliseconds: the program starts six times. */
const LIMIT = 600_000

let dir: string
let database: Awaited<ReturnType<typeof openDatabase>>
let db: Db
let municipality: Municipality
let mail: Awaited<ReturnType<typeof heldMail>>
const runs: Run[] = []
let up: { run: Run; url: string }

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'leidraad-signing-'))
  buildProgram()
  database = await openDatabase(path.join(dir, 'data'))
  db = database.db
  municipality = await ensureMunicipality(db, 'Sluiswijk')
  mail = await heldMail()
})
afterAll(async () => {
  for (const { pid } of runs) slay(family(pid))
  await Promise.all([mail.close(), database.close()])
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
})

/** The whole program, as it runs at a municipality. */
async function start(): Promise<void> {
  const run = leidraad(path.join(dir, 'data'), ['up', '--empty', '--gemeente', 'Sluiswijk'], {
    LEIDRAAD_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    LEIDRAAD_MAIL_FROM: 'leidraad@sluiswijk.test',
  })
  runs.push(run)
  await until(() => run.said().includes('Stoppen: Ctrl-C'), LATER, run)
  up = { run, url: /http:\S+/.exec(run.said())![0].replace(/\/$/, '') }
}
/** At once, with all that it started: as a machine that loses its power. */
async function kill(): Promise<void> {
  slay(family(up.run.pid).filter(({ command }) => !command.includes('postgres')))
  expect(await exit(up.run, LATER)).toBe('SIGKILL')
}
const send = (at: string, fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return fetch(up.url + at, { method: 'POST', body, redirect: 'manual', headers: { origin: up.url, ...headers } })
}

/** Holds what these words lock, until it lets go; whoever is stopped there has done all that comes before. */
async function holding(lock: ReturnType<typeof sql>) {
  const { promise: held, resolve: hold, reject } = Promise.withResolvers<void>()
  const { promise: free, resolve } = Promise.withResolvers<void>()
  const ended = db.transaction().execute(async (tx) => {
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx)
    await lock.execute(tx)
    hold()
    await free
    // Nothing of it stays.
    throw new Error('let go')
  })
  ended.catch(reject)
  await held
  const waiting = async (words: string) =>
    (
      await sql<{ pid: number }>`select pid from pg_stat_activity where wait_event_type = 'Lock'
        and datname = current_database() and query ilike ${`%${words}%`}`.execute(db)
    ).rows
  return {
    waits: (words: string) => until(async () => (await waiting(words)).length > 0, LATER, up.run),
    /** Ends the connections of who was killed there, as the database does once it notices. */
    drop: async (words: string) => {
      for (const { pid } of await waiting(words)) await sql`select pg_terminate_backend(${pid})`.execute(db)
      await until(async () => (await waiting(words)).length === 0, LATER)
    },
    letGo: async () => {
      resolve()
      await ended.catch(() => {})
    },
  }
}
const trail = () => holding(sql`select from audit_head where municipality = ${municipality.id} for update`)
/** Waits until the database does nothing of this any more for who was killed. */
const over = (words: string) =>
  until(async () => {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database() and state <> 'idle'
      and query ilike ${`%${words}%`} and pid <> pg_backend_pid()`.execute(db)
    return rows.length === 0
  }, LATER)

test(
  'killed while fixing, at the last signature or at its receipt: there is all of it or nothing',
  async () => {
    const covenant = await readyCovenant({ db, municipality }, ['Bakkerij'])
    const [party] = covenant.parties
    const { id } = covenant
    await start()

    // Fixing: the bytes are made and kept, and nothing counts before the trail says so.
    const as = async (person: TestPerson) => {
      const cookie = await beginSession(db, municipality.id, person.id, 'full', 'test')
      return { token: (await sessionOf(db, cookie))!.token, cookie: `balie=${cookie}` }
    }
    const { token, cookie } = await as(covenant.decider)
    const fix = () =>
      send(`/balie/convenanten/${id}/vaststellen`, { token, versie: '1', tot: '2099-01-01', waarom: '' }, { cookie })
    const fixedNow = () =>
      sql<{ state: string; fixed: number; links: number; mails: number }>`select v.state,
      (select count(*)::int from covenant_fixed where covenant = ${id}) as fixed,
      (select count(*)::int from covenant_link l join covenant_participant p on p.id = l.participant
        where p.covenant = ${id}) as links,
      (select count(*)::int from message where kind = 'covenant-link' and object = ${`covenant/${id}`}) as mails
      from covenant_version v where v.covenant = ${id}`
        .execute(db)
        .then(({ rows }) => rows)
    const fixing = await trail()
    const lost = fix().catch((error: unknown) => error)
    await fixing.waits('audit')
    await kill()
    expect(await lost).toBeInstanceOf(Error)
    await fixing.letGo()
    await over('audit')
    expect(await fixedNow()).toEqual([{ state: 'shown', fixed: 0, links: 0, mails: 0 }])
    await start()
    const again = await fix()
    expect([again.status, again.headers.get('location')]).toEqual([303, `/balie/convenanten/${id}/deelnemers`])
    expect(await fixedNow()).toEqual([{ state: 'final', fixed: 1, links: 1, mails: 1 }])

    // The bytes that were made again are the ones of the hashes, whoever asks for them.
    const secret = await linkFor(db, covenant, party!)
    const hashes = (
      await sql<Record<'pdf' | 'odt' | 'json', string>>`select pdf, odt, json from covenant_fixed
    where covenant = ${id}`.execute(db)
    ).rows[0]!
    for (const form of ['pdf', 'odt', 'json'] as const) {
      const bytes = await (await fetch(`${up.url}/tekenen/${secret}/convenant.${form}`)).bytes()
      expect(createHash('sha256').update(bytes).digest('hex'), form).toBe(hashes[form])
    }

    // The signature that puts it in force, at first with a database that lets go of who was killed.
    await municipalitySigns(db, covenant)
    const signed = () =>
      sql<{ signed: number; joined: number; noted: number; state: string }>`select
      (select count(*)::int from covenant_signature where participant = ${party!.id}) as signed,
      (select count(*)::int from covenant_step where participant = ${party!.id} and step = 'joined') as joined,
      (select count(*)::int from audit where act = 'covenant.signed' and detail like ${`%${party!.id}%`}) as noted,
      (select state from covenant where id = ${id}) as state`
        .execute(db)
        .then(({ rows }) => rows[0]!)
    const codeOf = async () => {
      expect((await send(`/tekenen/${secret}/code`, { terug: '' })).status).toBe(303)
      const { rows } = await sql<{ body: string }>`select body from message where recipient = ${party!.email}
      and kind = 'covenant-code' order by created_at desc limit 1`.execute(db)
      return /Uw code is: (\d{4} \d{4})/.exec(rows[0]!.body)![1]!
    }
    const form = { naam: 'Bep', functie: 'directeur', grond: 'trade-register', openbaar: 'nee', gelezen: 'ja' }
    const whole = { ...form, versie: '1', json: hashes.json, toelichting: '' }
    const none = { signed: 0, joined: 0, noted: 0, state: 'open' }
    const all = { signed: 1, joined: 1, noted: 1, state: 'in-force' }
    const code = await codeOf()
    const sign = () => send(`/tekenen/${secret}/teken`, { ...whole, code })
    const fallen = await trail()
    const never = sign().catch((error: unknown) => error)
    await fallen.waits('sign_covenant')
    await kill()
    await never
    await fallen.drop('sign_covenant')
    await fallen.letGo()
    expect(await signed()).toEqual(none)

    // The signer opens the link again, and goes on with the same code; killed once more, and the database finishes it.
    await start()
    expect(await (await fetch(`${up.url}/tekenen/${secret}`)).text()).toContain('U heeft nog niet getekend')
    // Whoever makes the receipt waits for this letter, of which the last is written then.
    const receipt = await holding(sql`insert into message (municipality, id, recipient, subject, body, kind, key)
    values (${municipality.id}, ${uuid()}, 'x@x.test', 'x', 'x', 'proef',
      ${`covenant-receipt/${id}/1/1/${party!.id}`})`)
    const late = await trail()
    const lostAgain = sign().catch((error: unknown) => error)
    await late.waits('sign_covenant')
    await kill()
    await lostAgain
    await late.letGo()
    await over('sign_covenant')
    const after = await signed()
    expect([none, all]).toContainEqual(after)
    await start()
    if (after.signed === 0) expect((await sign()).status).toBe(303)
    expect(await signed()).toEqual(all)
    // The same post once more adds nothing.
    expect([409, 422]).toContain((await sign()).status)
    expect(await signed()).toEqual(all)
    expect(await (await fetch(`${up.url}/tekenen/${secret}`)).text()).not.toContain('U heeft nog niet getekend')

    // The receipt, with the letter to everybody.
    const receipts = () =>
      sql<{ receipts: number; letters: number }>`select
      (select count(*)::int from covenant_receipt where covenant = ${id}) as receipts,
      (select count(*)::int from message where kind = 'covenant-receipt' and object = ${`covenant/${id}`}) as letters`
        .execute(db)
        .then(({ rows }) => rows[0]!)
    await receipt.waits('insert into message')
    await kill()
    await receipt.letGo()
    await over('insert into message')
    expect(await receipts()).toEqual({ receipts: 0, letters: 0 })
    await start()
    await until(async () => (await receipts()).receipts === 1, LATER, up.run)
    expect(await receipts()).toEqual({ receipts: 1, letters: 1 })
    await until(() => mail.received.some((each) => each.includes('ntvangstbewijs')), LATER, up.run)
    up.run.signal('SIGTERM')
    expect(await exit(up.run, LATER), up.run.said()).toBe(0)
  },
  LIMIT,
)
