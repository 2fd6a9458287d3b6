/** Where this installation keeps its things, and the word it leaves there while it runs. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export type Place = {
  /** The folder of the program itself: norms, lists, owners, built assets. */
  readonly program: string
  /** Where the database and the evidence live. */
  readonly data: string
}

/** Where the program and its data are, after LEIDRAAD_DATA; without it `data/` beside the program. */
export function place(env: NodeJS.ProcessEnv = process.env): Place {
  const program = env['LEIDRAAD_ROOT'] ?? process.cwd()
  return { program, data: path.resolve(env['LEIDRAAD_DATA'] ?? path.join(program, 'data')) }
}

/** What stands in the data folder, as far as it is made by us. */
const OURS = ['pg', 'evidence', 'uploads', 'city', 'sleutel', 'running.json']

/**
 * From here on every file that this process makes is for its own account alone, and what an earlier version left open
 * in the data folder is closed. A folder of which we do not know what else is in it stays as it is.
 */
export function keepPrivate({ data }: Place): void {
  process.umask(0o077)
  for (const name of OURS) {
    const file = path.join(data, name)
    const mode = statSync(file, { throwIfNoEntry: false })?.mode
    if (mode !== undefined && (mode & 0o077) !== 0) chmodSync(file, mode & 0o700)
  }
}

export type Running = {
  readonly pid: number
  readonly url: string
  readonly since: string
  readonly network: string | null
  /** The municipality whose site it is, by its name in addresses. */
  readonly municipality: string
}

/** What already runs on this data and is alive: one site per municipality at most. */
export function allRunning({ data }: Place): Running[] {
  if (!existsSync(data)) return []
  return readdirSync(data)
    .filter((name) => /^running(?:-[a-z0-9-]+)?\.json$/.test(name))
    .toSorted((one, other) => one.length - other.length)
    .flatMap((name) => {
      try {
        const told = JSON.parse(readFileSync(path.join(data, name), 'utf8')) as Running
        process.kill(told.pid, 0)
        return [told]
      } catch {
        return [] // a leftover of a process that was killed
      }
    })
}

/** Leaves word that this process runs; the answer takes it away again. */
export function leaveWord(place: Place, told: Omit<Running, 'pid' | 'since'>): () => void {
  mkdirSync(place.data, { recursive: true })
  const name = allRunning(place).length === 0 ? 'running.json' : `running-${told.municipality}.json`
  const file = path.join(place.data, name)
  writeFileSync(file, JSON.stringify({ pid: process.pid, since: new Date().toISOString(), ...told }))
  return () => rmSync(file, { force: true })
}
