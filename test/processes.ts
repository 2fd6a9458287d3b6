/** Real processes for tests: the program as a person starts it in a terminal, and all that came of it. */
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { connectEmbedded, type Db } from '../src/db/connect.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export type Process = {
  readonly pid: number
  readonly parent: number
  readonly began: string
  readonly command: string
}
export type Run = {
  readonly pid: number
  /** All that it said so far, on both channels. */
  said(): string
  /** As from the terminal: to it and to whatever shares its process group, as Ctrl-C is. */
  signal(signal: NodeJS.Signals): void
  /** Reads no more of what it says. */
  deaf(): void
  /** Its exit code; the signal's name when it was killed. */
  readonly ended: Promise<number | NodeJS.Signals>
}

/** Builds the program when a source is newer. */
export function buildProgram(): void {
  execFileSync(process.execPath, [path.join(root, 'scripts/leidraad.mjs'), '--version'])
}

/** Starts the command line on a data folder. */
export const leidraad = (data: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): Run =>
  run(['--enable-source-maps', path.join(root, 'dist/cli.js'), ...words], {
    LEIDRAAD_ROOT: root,
    LEIDRAAD_DATA: data,
    LEIDRAAD_SLOTS: '1',
    ...env,
  })

/** Starts Node with these words, in a process group of its own, as a terminal does. */
export function run(words: readonly string[], env: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, words, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let text = ''
  for (const channel of [child.stdout, child.stderr])
    channel.on('data', (chunk) => {
      text += chunk
    })
  return {
    pid: child.pid!,
    said: () => text,
    signal: (signal) => {
      process.kill(-child.pid!, signal)
    },
    deaf: () => {
      child.stdout.destroy()
      child.stderr.destroy()
    },
    ended: new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve(code ?? signal!))
    }),
  }
}

/** Every process there is, but for those that ended and wait to be noticed. */
function processes(): Process[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,lstart=,args='], { encoding: 'utf8', maxBuffer: 16_000_000 })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, state, began, command] =
        /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\S+ +\S+ +\d+ +[\d:]+ +\d+)\s+(.*)$/.exec(line) ?? []
      return state === undefined || state.startsWith('Z')
        ? []
        : [{ pid: Number(pid), parent: Number(parent), began: began!, command: command! }]
    })
}

/** A process with all its descendants. */
export function family(pid: number): Process[] {
  const all = processes()
  const found = all.filter((one) => one.pid === pid)
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid))
  return found
}

/** Which of these still are there, as one line each. */
export function left(those: readonly Process[]): string[] {
  const now = new Set(processes().map(({ pid, began }) => `${pid} ${began}`))
  return those
    .filter(({ pid, began }) => now.has(`${pid} ${began}`))
    .map(({ pid, command }) => `${pid} ${command.slice(0, 120)}`)
}

export const browsersOf = (those: readonly Process[]) =>
  those.filter(({ command }) => /chrom/i.test(command.split(' ')[0]!))

/** What PostgreSQL tells of itself in a data folder, if it runs or was killed. */
export function postmaster(data: string): { pid: number; socket: string } | undefined {
  try {
    const [pid, , , , socket, , , status] = readFileSync(path.join(data, 'pg/postmaster.pid'), 'utf8').split('\n')
    return status?.trim() === 'ready' ? { pid: Number(pid), socket: socket! } : undefined
  } catch {
    return undefined // not yet, or no more
  }
}

/** Looks into the database that a program under test has open, without counting as one who uses it. */
export async function peek<T>(data: string, look: (db: Db) => Promise<T>): Promise<T> {
  const { db, publicDb } = connectEmbedded({ host: postmaster(data)!.socket, user: 'leidraad' }, 'postgres')
  try {
    return await look(db)
  } finally {
    await Promise.all([db.destroy(), publicDb.destroy()])
  }
}

/** Asks until the answer is true. Throws after `seconds`, or as soon as the run that it waits for has ended. */
export async function until(ask: () => boolean | Promise<boolean>, seconds: number, run?: Run): Promise<void> {
  const limit = Date.now() + seconds * 1_000
  let ended = false
  void run?.ended.then(() => {
    ended = true
  })
  while (!(await ask())) {
    if (ended || Date.now() > limit)
      throw new Error(`${ended ? 'it ended before' : `not within ${seconds} s:`} ${ask}\n${run?.said() ?? ''}`)
    await pause(400)
  }
}

/** The exit code of a run. Throws after `seconds` with what it said and what of it is still there. */
export async function exit(run: Run, seconds: number): Promise<number | NodeJS.Signals> {
  let code: number | NodeJS.Signals | undefined
  const limit = Date.now() + seconds * 1_000
  void run.ended.then((ended) => {
    code = ended
  })
  while (code === undefined) {
    if (Date.now() > limit)
      throw new Error(`it did not end within ${seconds} s:\n${run.said()}\n${left(family(run.pid)).join('\n')}`)
    await pause(100)
  }
  return code
}

/** SIGKILL to each that still is there. */
export function slay(those: readonly Process[]): void {
  for (const { pid } of those) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}
