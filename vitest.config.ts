/**
 * How the tests run, in five projects: *pure* answers in seconds, *heavy* takes more of the processor, *database* has a
 * PostgreSQL, *browser* a browser, *program* runs whole programs. What a file reaches decides where it belongs.
 */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { filesByProject, type Project } from './test/run/projects.ts'

const cores = availableParallelism()
const files = filesByProject()

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
      project('heavy', 0, { env: NO_BROWSER, isolate: false, maxWorkers: cores }),
      // Side by side, and one more than there are cores: most of them wait, for a page, a query or a lease that ends.
      project('database', 1, { env: NO_BROWSER, isolate: false, maxWorkers: cores + 1 }),
      project('browser', 1, { maxWorkers: cores + 1 }),
      // Starts programs one after another, each a second of work on a free machine and ten on a busy one. No more at once
      // than there are cores: a measurement is work for the processor, and each of them has a time in which it must end.
      project('program', 1, { maxWorkers: cores + 1, testTimeout: 300_000, maxConcurrency: cores }),
    ],
  },
})
