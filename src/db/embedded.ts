/**
 * A real PostgreSQL from the project's own packages, on a unix socket only: the default when no DATABASE_URL is given.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Trouble } from '../lib/trouble.ts'
import { binaries, unprivileged } from './embedded-binaries.ts'
import { attach, lives, pidFile, told, type Server } from './embedded-running.ts'

export type Embedded = {
  /** Directory of the unix socket. */
  readonly host: string
  readonly user: string
  /** Whether this process started the server, rather than found it running. */
  readonly owned: boolean
  /** Stops it, for everyone. */
  stop(): Promise<void>
  /** Lets it run, for others who use it. */
  leave(): void
}

type Options = { readonly durable?: boolean }

const USER = 'leidraad'
/** Milliseconds between two looks at whether the server is still there. */
const WATCH = 500
/** Milliseconds that a server that took its file away gets to be gone itself. */
const EXIT = 5_000
/** How often a start is tried: the children of a killed server first have to find out that it is gone. */
const ATTEMPTS = 40

/**
 * Starts PostgreSQL on a data directory, or attaches to the one that already serves it. A server that is killed is
 * started again, on the same socket, by whoever uses it and sees it first. `durable: false` gives up crash safety for
 * speed: for tests only. Throws with the server's own log when it will not start.
 */
export async function startEmbedded(dir: string, options: Options = {}): Promise<Embedded> {
  const data = path.resolve(dir)
  if (!existsSync(path.join(data, 'PG_VERSION'))) await create(data, options)
  let server = await serve(data, options)
  let again: Promise<void> | undefined
  const watch = setInterval(() => {
    // A server that was stopped in order takes its file away; then it was meant to stop.
    if (again || server.alive() || !existsSync(pidFile(data))) return
    again = serve(data, options)
      .then(
        (back) => {
          server = back
        },
        (error) => console.error('PostgreSQL komt niet terug:', error),
      )
      .finally(() => {
        again = undefined
      })
  }, WATCH).unref()
  return {
    host: server.socket,
    user: USER,
    owned: server.owned,
    stop: async () => {
      clearInterval(watch)
      await again
      // At once but in order.
      if (server.alive()) process.kill(server.pid, 'SIGINT')
      // Its file goes a moment before itself: whoever did not start it hears of its end in no other way.
      const limit = Date.now() + EXIT
      while (server.alive() || (lives(server.pid) && Date.now() < limit)) await pause(20)
      rmSync(server.socket, { recursive: true, force: true })
    },
    leave: () => clearInterval(watch),
  }
}

/** Of what PostgreSQL wrote the lines that say what is wrong, with the two that everybody can read put into words. */
function whyOf(log: string): string {
  if (/No space left on device/.test(log)) return 'de schijf is vol'
  if (/Read-only file system|Permission denied/.test(log)) return `hier kan niet worden geschreven. ${faultsOf(log)}`
  return faultsOf(log)
}
const faultsOf = (log: string): string => {
  const lines = log.split('\n').filter((line) => line.trim() !== '')
  const faults = lines.filter((line) => /FATAL|PANIC|ERROR|error:|HINT|DETAIL/.test(line))
  return (faults.length > 0 ? faults : lines.slice(-3)).slice(-6).join(' ')
}

/** Makes the data directory: beside its place and then moved there, so that it is never found half made. */
async function create(data: string, { durable }: Options): Promise<void> {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const draft = mkdtempSync(`${data}.new-`)
  try {
    const as = unprivileged([draft])
    const args = [
      '-D',
      draft,
      '-U',
      USER,
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable === false ? ['--no-sync'] : []),
    ]
    const [command, ...rest] = [...as.command, path.join(binaries(), 'bin/initdb'), ...args]
    // Its own process group: a Ctrl-C in the terminal is for us.
    const made = spawn(command!, rest, {
      ...as.ids,
      env: { ...process.env, LC_ALL: 'C' },
      cwd: draft,
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    })
    let log = ''
    made.stderr.on('data', (chunk) => {
      log += chunk
    })
    const code = await new Promise((resolve, reject) => {
      made.once('error', reject)
      made.once('close', resolve)
    })
    if (code !== 0) throw new Trouble(`PostgreSQL kon geen database aanmaken in ${data}: ${whyOf(log)}`)
    renameSync(draft, data)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Another process made it meanwhile.
    if (!existsSync(path.join(data, 'PG_VERSION'))) throw error
  }
}

/** The server on this directory: the one that runs, or a new one. Two who start it at once end up with the same one. */
async function serve(data: string, options: Options): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    const running = await attach(data)
    if (running) return running
    try {
      return await begin(data, options)
    } catch (error) {
      if (attempt === ATTEMPTS || !/lock file|shared memory block/.test(String(error))) throw error
      await pause(WATCH)
    }
  }
}

async function begin(data: string, { durable }: Options): Promise<Server> {
  // The socket of a killed server is used again: others still look for it there. A socket's path holds about 107 bytes,
  // so it goes in the temporary folder, not beside the data.
  const known = told(data)?.socket
  const socket = known && existsSync(known) ? known : mkdtempSync(path.join(tmpdir(), 'leidraad-pg-'))
  const as = unprivileged([data, socket])
  const bin = path.join(binaries(), 'bin/postgres')
  accessSync(bin, constants.X_OK)
  const quick =
    durable === false ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []
  const [command, ...rest] = [
    ...as.command,
    bin,
    '-D',
    data,
    '-k',
    socket,
    '-c',
    'listen_addresses=',
    '-c',
    'max_connections=80',
    '-c',
    'shared_buffers=256MB',
    '-c',
    'jit=off',
    '-c',
    'log_checkpoints=off',
    ...quick,
  ]
  const log = path.join(data, 'leidraad.log')
  const from = existsSync(log) ? statSync(log).size : 0
  const out = openSync(log, 'a', 0o600)
  // Its own process group, and a log of its own: it may outlive us, when others use it.
  const child = spawn(command!, rest, {
    ...as.ids,
    env: { ...process.env, LC_ALL: 'C' },
    cwd: data,
    stdio: ['ignore', 'ignore', out],
    detached: true,
  })
  closeSync(out)
  child.unref()
  await ready(child, data, () => readFileSync(log).subarray(from).toString('utf8').slice(0, 20_000))
  return { pid: child.pid!, socket, owned: true, alive: () => child.exitCode === null && child.signalCode === null }
}

async function ready(child: ChildProcess, data: string, log: () => string): Promise<void> {
  let failed: Error | undefined
  child.once('error', (error) => {
    failed = error
  })
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      failed ??= new Trouble(`PostgreSQL startte niet (code ${child.exitCode}): ${whyOf(log())}`)
    if (failed) throw failed
    const now = told(data)
    if (now?.pid === child.pid && now?.ready) return
    await pause(20)
  }
}
