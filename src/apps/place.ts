/** Where this installation keeps its things, and the word it leaves there while it runs. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export type Place = {
  /** The folder of the program itself: norms, lists, owners, built assets. */
  readonly program: string
  /** Where the database and the evidence live. */
  readonly data: string
}

export function place(env: NodeJS.ProcessEnv = process.env): Place {
  const program = env['LEIDRAAD_ROOT'] ?? process.cwd()
  return { program, data: path.resolve(env['LEIDRAAD_DATA'] ?? path.join(program, 'data')) }
}

export type Running = {
  readonly pid: number
  readonly url: string
  readonly since: string
  readonly network: string | null
}

/** What already runs on this data, if it is alive. */
export function running({ data }: Place): Running | undefined {
  const file = path.join(data, 'running.json')
  if (!existsSync(file)) return undefined
  try {
    const told = JSON.parse(readFileSync(file, 'utf8')) as Running
    process.kill(told.pid, 0)
    return told
  } catch {
    return undefined // a leftover of a process that was killed
  }
}

/** Leaves word that this process runs; the answer takes it away again. */
export function leaveWord({ data }: Place, told: Omit<Running, 'pid' | 'since'>): () => void {
  mkdirSync(data, { recursive: true })
  const file = path.join(data, 'running.json')
  writeFileSync(file, JSON.stringify({ pid: process.pid, since: new Date().toISOString(), ...told }))
  return () => rmSync(file, { force: true })
}
