/** Has everything that a test can have open, says so, and then waits or crashes: it is run by interrupted.test.ts. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'vitest'
import { launchBrowser } from '../../src/outside/browser.ts'
import { testDatabase } from '../database.ts'

test('waits with a database, a browser and a folder', async () => {
  await testDatabase()
  const { browser } = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  await browser.newPage()
  writeFileSync(path.join(mkdtempSync(path.join(tmpdir(), 'leidraad-left-')), 'file'), 'left')
  writeFileSync(process.env['SAY']!, tmpdir())
  if (process.env['END'] === 'crash') process.kill(process.pid, 'SIGKILL')
  await new Promise<void>((resolve) => setTimeout(resolve, 100_000))
})
