/**
 * Which project a test file belongs to follows from what it reaches: a browser or the whole program, a database, or
 * neither, and then not a socket either.
 */
import { readdirSync } from 'node:fs'
import { reachedFrom } from './imports.ts'

export type Project = 'pure' | 'database' | 'browser'

/** Heaviest first: one of these within reach makes the project. */
const MARKS: readonly (readonly [Project, readonly string[]])[] = [
  // The demo city and real processes are there for whole programs, which open a browser.
  ['browser', ['playwright-core', 'test/processes.ts', 'test/city/city.ts']],
  // What talks over a socket waits for it: with the tests that have a server, of their own or PostgreSQL.
  ['database', ['src/db/embedded.ts', 'node:http', 'node:https', 'node:tls', 'node:dgram']],
]

/** The shell hands the engine to the pages and to the worker; loading it starts nothing. */
const starts = (from: string, to: string): boolean =>
  !(from.startsWith('src/apps/') && /^src\/(engine|outside)\//.test(to))

/** The project of a test file, by its path from the root. */
export function projectOf(file: string): Project {
  const reached = reachedFrom(file, starts)
  return MARKS.find(([, marks]) => marks.some((mark) => reached.has(mark)))?.[0] ?? 'pure'
}

/** Every test file, by its path from the root. */
export function testFiles(): string[] {
  return ['src', 'test']
    .flatMap((dir) => readdirSync(dir, { recursive: true }).map((file) => `${dir}/${String(file)}`))
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.includes('/node_modules/'))
    .toSorted()
}
