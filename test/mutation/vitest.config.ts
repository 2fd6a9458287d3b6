/** The pure tests alone, as the mutation tester runs them: once per change of a line, so nothing that has to wait. */
import { defineConfig } from 'vitest/config'
import { projectOf, testFiles } from '../run/projects.ts'

export default defineConfig({
  test: {
    include: testFiles().filter((file) => projectOf(file) === 'pure' && file.startsWith('src/')),
    testTimeout: 60_000,
  },
})
