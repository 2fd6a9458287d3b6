/** Has everything that a test can have open, says so, and then waits or crashes: it is run by interrupted.test.ts. */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'vitest'
import { launchBrowser } from '../../src/outside/browser.ts'
import { testDatabase } from '../database.ts'

test('waits with a database, a browser and a folder', async () => {
  await testDatabase()
  const { browser } = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  await browser.newPage()
  writeFileSync(path.join(mkdtempSync(path.join(tmpdir(), 'leidraad-left-')), 'file'), 'left')
  writeFileSync(process.env['SAY']!, tmpdir())
  // Until who started us has seen all of it: a crash before that would be cleared up under their eyes.
  if (process.env['END'] === 'crash') {
    while (existsSync(process.env['SAY']!)) await pause(50)
    process.kill(process.pid, 'SIGKILL')
  }
  await pause(100_000)
})
