/**
 * Which project a test file belongs to follows from what it reaches: the whole program, a browser, a database, much of
 * the processor, or nothing of these.
 */
import { readdirSync } from 'node:fs'
import { reachedFrom } from './imports.ts'

export type Project = 'pure' | 'heavy' | 'database' | 'browser' | 'program'

/** Heaviest first: one of these within reach makes the project. */
const MARKS: readonly (readonly [Project, readonly string[]])[] = [
  // The demo city and real processes are there for whole programs, with a database and browsers of their own.
  ['program', ['test/processes.ts', 'test/city/city.ts']],
  ['browser', ['playwright-core']],
  // What talks over a socket waits for it: with the tests that have a server, of their own or PostgreSQL.
  ['database', ['src/db/embedded.ts', 'node:http', 'node:https', 'node:tls', 'node:dgram']],
  // Needs nothing from outside, but seconds of the processor.
  ['heavy', ['node:worker_threads', 'test/growth.ts', 'test/cpu.ts', 'test/copied.ts']],
]

/** The shell hands the engine to the pages and to the worker; loading it starts nothing. */
const starts = (from: string, to: string): boolean =>
  !(from.startsWith('src/apps/') && /^src\/(engine|outside)\//.test(to))

/** The project of a test file, by its path from the root. `read`: what is known of the files that it reaches. */
export function projectOf(file: string, read?: Map<string, readonly string[]>): Project {
  const reached = reachedFrom(file, starts, read)
  return MARKS.find(([, marks]) => marks.some((mark) => reached.has(mark)))?.[0] ?? 'pure'
}

/** Every test file, by its path from the root. */
export function testFiles(): string[] {
  return ['src', 'test']
    .flatMap((dir) => readdirSync(dir, { recursive: true }).map((file) => `${dir}/${String(file)}`))
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.includes('/node_modules/'))
    .toSorted()
}

/** The test files of each project. */
export function filesByProject(): Map<Project, string[]> {
  const read = new Map<string, readonly string[]>()
  return Map.groupBy(testFiles(), (file) => projectOf(file, read))
}
