/** The PostgreSQL that already runs on a data directory: what it tells of itself there, and whether it answers. */
import { readFileSync, readlinkSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type Server = { readonly pid: number; readonly socket: string; readonly owned: boolean; alive(): boolean }

/** The server that already owns this directory, if it is alive and answers on its socket. */
export async function attach(data: string): Promise<Server | undefined> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const now = told(data)
    if (!now || !lives(now.pid)) return undefined // PostgreSQL itself clears up the stale file
    const { pid, socket } = now
    if (now.ready && socket) {
      if (!(await answers(path.join(socket, '.s.PGSQL.5432')))) return undefined
      // It is gone when its file is, also while whoever started it has not yet noticed its end.
      return { pid, socket, owned: false, alive: () => lives(pid) && told(data)?.pid === pid }
    }
    await pause(200) // starting or stopping: wait a little
  }
  return undefined
}

/** Where PostgreSQL writes down that it runs. */
export const pidFile = (data: string) => path.join(data, 'postmaster.pid')

/** What the server, or the one before it that was killed, wrote about itself; undefined if it was stopped in order. */
export function told(data: string): { pid: number; socket: string | undefined; ready: boolean } | undefined {
  try {
    const [pid, , , , socket, , , status] = readFileSync(pidFile(data), 'utf8').split('\n')
    return { pid: Number(pid), socket: socket || undefined, ready: status?.trim() === 'ready' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return undefined
  }
}

/**
 * Whether a process is a PostgreSQL that runs: not one that ended unnoticed, nor another program that got its number.
 */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || path.basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres')
  } catch {
    return false
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socket)
    probe.once('connect', () => {
      probe.destroy()
      resolve(true)
    })
    probe.once('error', () => resolve(false))
  })
}
