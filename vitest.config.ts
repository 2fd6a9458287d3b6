/**
 * How the tests run, in three projects: *pure* answers in seconds, *database* has a PostgreSQL, *browser* has that, a
 * browser and whole programs. What a file reaches decides where it belongs.
 */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { projectOf, testFiles, type Project } from './test/run/projects.ts'

const cores = availableParallelism()
const files = Map.groupBy(testFiles(), projectOf)

const project = (name: Project, order: number, more: object = {}) => ({
  extends: true as const,
  test: { name, include: files.get(name) ?? [], sequence: { groupOrder: order }, ...more },
})
/** Where there is no browser, one that is started all the same fails at once. */
const NO_BROWSER = { CHROMIUM_PATH: '/a/browser/is/for/the/project/browser' }

export default defineConfig({
  test: {
    globalSetup: ['test/run/global.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      project('pure', 0, { env: NO_BROWSER, isolate: false, maxWorkers: cores }),
      project('database', 1, { env: NO_BROWSER, isolate: false, maxWorkers: cores }),
      // A browser and a whole program beside it are work for two cores already.
      project('browser', 2, { maxWorkers: Math.max(1, cores - 1) }),
    ],
  },
})
