/**
 * The other sides of what runs later, owned by a test: what one of them answers waits until the test lets it go, so
 * that a process that is in the middle of its work is a fact and no guess.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer, text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import type { Db } from '../src/db/connect.ts'

/** Answers that wait. */
export type Held = {
  /** Whether somebody waits for one. */
  here(): boolean | Promise<boolean>
  /** Lets them go, and those that come after; may be done again. */
  letGo(): void | Promise<void>
}

/** Every answer passes here once it is made. */
function gate() {
  const closed = new Map<(asked: string) => boolean, { came: boolean; readonly open: Promise<void> }>()
  return {
    /** Holds the answers to questions that fit; also to one that is asked again because the first took too long. */
    hold(fits: (asked: string) => boolean): Held {
      const { promise, resolve } = Promise.withResolvers<void>()
      const state = { came: false, open: promise }
      closed.set(fits, state)
      const letGo = () => {
        closed.delete(fits)
        resolve()
      }
      return { here: () => state.came, letGo }
    },
    async pass(asked: string): Promise<void> {
      const [, state] = [...closed].find(([fits]) => fits(asked)) ?? []
      if (!state) return
      state.came = true
      await state.open
    },
  }
}

export type Question = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}
export type Answer = {
  readonly status: number
  readonly type?: string | null
  readonly body: Uint8Array | string
}

/** A server on loopback. It does at once what it is asked, and the answer waits: as one that is lost on its way. */
export async function heldServer(answer: (question: Question) => Promise<Answer>) {
  const { hold, pass } = gate()
  const server = createServer(async (request, response) => {
    const [method, path] = [request.method!, request.url!]
    const body = await buffer(request)
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const { status, type, body: given } = await answer({ method, path, headers, body })
    await pass(`${method} ${decodeURIComponent(path)} ${body.toString()}`)
    response.writeHead(status, { 'Content-Type': type ?? 'application/octet-stream' }).end(given)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    hold,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** Asks the same of a server that stands behind. */
export const behind =
  (port: number) =>
  async ({ method, path, headers, body }: Question): Promise<Answer> => {
    const { authorization, 'content-type': type } = headers
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    })
    return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.bytes() }
  }

/** A mail server on loopback. It has a message before it says so. */
export async function heldMail() {
  const { hold, pass } = gate()
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 1_000,
    onData: async (stream, _, done) => {
      const message = await text(stream)
      received.push(message)
      await pass(message)
      done()
    },
  })
  // Whoever was killed does not say goodbye.
  server.on('error', () => {})
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.server.address() as AddressInfo).port,
    /** Messages as they came, each time that they came. */
    received: received as readonly string[],
    hold,
    close: () => new Promise<void>((done) => server.close(done)),
  }
}

/** Who reads this table waits, but for who holds it. */
export async function heldTable(db: Db, table: string): Promise<Held & { readonly holder: Db }> {
  const locked = Promise.withResolvers<Db>()
  const free = Promise.withResolvers<void>()
  const ended = db.transaction().execute(async (tx) => {
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx)
    await sql`lock table ${sql.table(table)} in access exclusive mode`.execute(tx)
    locked.resolve(tx)
    await free.promise
  })
  ended.catch(locked.reject)
  return {
    holder: await locked.promise,
    here: async () => {
      const { rows } = await sql`select from pg_locks where relation = ${table}::regclass and not granted`.execute(db)
      return rows.length > 0
    },
    letGo: () => {
      free.resolve()
      return ended
    },
  }
}
