/** What runs beside the site: the clock, and a worker in a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { Db } from '../../db/connect.ts'
import { sweepUploads } from '../../db/uploads.ts'
import { lackOf, type Lack } from '../../lib/lack.ts'
import { sweepEnded, sweepMonths, tick, type Clock } from '../clock.ts'
import type { Place } from '../place.ts'
import { fault, warn } from '../terminal.ts'

/** Lets the clock tick every minute, and sweeps files and months every hour. */
export function startClock(
  db: Db,
  clock: Clock,
  uploads: string,
): {
  /** What its last round lacked; null: nothing. */ lack(): Lack | null
  /** After this round. */ stop(): Promise<void>
} {
  let lack: Lack | null = null
  let round: Promise<unknown> = Promise.resolve()
  const every = (milliseconds: number, work: () => Promise<unknown>) =>
    setInterval(() => {
      round = round.then(work).then(
        () => {
          lack = null
        },
        (error: unknown) => {
          lack = lackOf(error) ?? null
          fault('De klok:', error)
        },
      )
    }, milliseconds)
  const timers = [
    every(60_000, () => tick(db, clock)),
    every(3_600_000, () => sweepUploads(db, uploads)),
    every(3_600_000, () => sweepMonths(db)),
    every(3_600_000, () => sweepEnded(db)),
  ]
  return {
    lack: () => lack,
    async stop() {
      timers.forEach(clearInterval)
      await round
    },
  }
}

/** A worker in a process of its own, started again when it falls over. */
export function startWorker(
  { program, data }: Place,
  network: string | null,
): { /** What it lacks to measure; null: nothing. */ lack(): Lack | null; stop(): Promise<void> } {
  let stopping = false
  let lack: Lack | null = null
  let child: ChildProcess
  const begin = () => {
    child = spawn(process.execPath, ['--enable-source-maps', path.join(program, 'dist/cli.js'), 'worker'], {
      // The channel tells what the worker lacks, and closes when we are killed: the worker then ends too.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // A process group of its own: Ctrl-C comes to us, and we tell the worker to put its work away.
      detached: true,
      env: { ...process.env, LEIDRAAD_DATA: data, ...(network === null ? {} : { LEIDRAAD_NETWORK: network }) },
    })
    child.on('message', (said: { readonly lack: Lack | null }) => {
      lack = said.lack
    })
    child.on('exit', (code) => {
      lack = null
      if (stopping) return
      warn(`De werker stopte (code ${code}) en wordt opnieuw gestart.`)
      setTimeout(() => {
        if (!stopping) begin()
      }, 1_000)
    })
  }
  begin()
  return {
    lack: () => lack,
    stop: () =>
      new Promise((resolve) => {
        stopping = true
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
        setTimeout(() => child.kill('SIGKILL'), 15_000).unref()
      }),
  }
}
