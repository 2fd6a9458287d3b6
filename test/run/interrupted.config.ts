/** A run of one file, that a test interrupts. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { globalSetup: ['test/run/global.ts'], include: ['test/run/interrupted.fixture.ts'], testTimeout: 120_000 },
})
