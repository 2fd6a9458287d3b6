/** The tests as the mutation tester runs them: once per change of a line, so nothing that has to wait. */
import { defineConfig } from 'vitest/config'
import { filesByProject } from '../run/projects.ts'

const files = filesByProject()
const quiet = [...(files.get('pure') ?? []), ...(files.get('heavy') ?? [])]

export default defineConfig({
  test: {
    include: quiet.filter((file) => file.startsWith('src/')),
    testTimeout: 60_000,
  },
})
