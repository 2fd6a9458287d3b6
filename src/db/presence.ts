/**
 * Who uses the embedded server: each process holds a table that it shares with the others in a transaction that reads
 * nothing, so that it keeps no old rows alive; who can have it alone is the last.
 */
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

export type Presence = {
  /** Whether nobody else uses the server. If so nobody can come in any more: it is to be stopped. */
  leave(): Promise<boolean>
}

const TABLE = 'leidraad_presence.here'
const MAKE = `create schema if not exists leidraad_presence; create table if not exists ${TABLE} ()`
/** SQLSTATEs: another who enters makes it at the same moment. */
const MADE = /^(23505|42P06|42P07)$/
/** Milliseconds between attempts to come back to a server that was killed, and how often who leaves still tries. */
const AGAIN = 500
const ATTEMPTS = 10
/** SQLSTATE: it did not get the lock in time; the server is being stopped in order. */
const OTHERS = '55P03'
const STOPPED = '57P01'

/**
 * Makes known that this process uses the server, also after it was killed and came back. Throws if it is just being
 * stopped.
 */
export async function enter(server: { readonly host: string; readonly user: string }): Promise<Presence> {
  let left = false
  const hold = async () => {
    const client = new pg.Client({
      host: server.host,
      user: server.user,
      database: 'postgres',
      application_name: `leidraad ${process.pid} present`,
    })
    client.on('error', () => {}) // that it ended is what matters, and said below
    await client.connect()
    for (;;) {
      try {
        await client.query(MAKE)
        break
      } catch (error) {
        if (MADE.test((error as { code?: string }).code ?? '')) continue
        await client.end()
        throw error
      }
    }
    await client.query(`begin; lock table ${TABLE} in share mode`)
    client.once('end', () => {
      void again()
    })
    return client
  }
  const again = async () => {
    while (!left) {
      const back = await hold().catch(() => undefined)
      if (back) client = back
      if (back) return
      await pause(AGAIN, undefined, { ref: false })
    }
  }
  let client = await hold()
  return {
    async leave() {
      for (let attempt = 1; ; attempt++) {
        try {
          // Our share first: of two who leave at the same time, one is then alone. And a moment's patience: the backend
          // of a process that was killed may still be ending.
          await client.query(`rollback; set lock_timeout = 300; begin; lock table ${TABLE} in access exclusive mode`)
          left = true
          return true
        } catch (error) {
          const { code } = error as { code?: string }
          if (code !== OTHERS && code !== STOPPED && attempt < ATTEMPTS) {
            await pause(AGAIN)
            continue
          }
          left = true
          await client.end()
          return false
        }
      }
    },
  }
}
