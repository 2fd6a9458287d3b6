/** A test file stands in the project of what it reaches. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesByProject, projectOf } from './projects.ts'

let dir: string
beforeAll(() => {
  mkdirSync('dist', { recursive: true })
  dir = path.relative('', mkdtempSync('dist/projects-'))
})
afterAll(() => rmSync(dir, { recursive: true }))

/** The project of a test that holds this text, with a helper beside it. */
function projectWith(text: string, helper = ''): string {
  writeFileSync(path.join(dir, 'helper.ts'), helper)
  writeFileSync(path.join(dir, 'one.test.ts'), text)
  return projectOf(path.join(dir, 'one.test.ts'))
}

test.each([
  ['browser', "import { chromium } from 'playwright-core'"],
  ['browser', "import { launchBrowser } from '../../src/outside/browser.ts'"],
  ['browser', `const { chromium } = await import(${"'playwright-core'"})`],
  ['program', "import { leidraad } from '../../test/processes.ts'"],
  ['program', "import { startCity } from '../../test/city/city.ts'"],
  ['database', "import { testDatabase } from '../../test/database.ts'"],
  ['database', "import { openDatabase } from '../../src/db/connect.ts'"],
  ['database', "import { createServer } from 'node:http'"],
  ['heavy', "import { heavy } from '../../src/lib/heavy.ts'"],
  ['heavy', "import { growsWithSize } from '../../test/growth.ts'"],
  // The desk is handed the printer of documents, and starts it only for a document.
  ['database', "import { testDesk } from '../../test/desk.ts'"],
  ['pure', "import type { Db } from '../../src/db/connect.ts'"],
  ['pure', "import type { Browser } from 'playwright-core'"],
  ['pure', "import { weigh } from '../../src/scoring/weigh.ts'"],
  ['pure', "import { isIP } from 'node:net'"],
  ['pure', "const text = 'playwright-core and src/db/embedded.ts'"],
])('%s: %s', (project, text) => {
  expect(projectWith(text)).toBe(project)
  // The same through a helper, and through one that gives it on.
  expect(projectWith("import { x } from './helper.ts'", text)).toBe(project)
  expect(projectWith("export * from './helper.ts'", text)).toBe(project)
})

test('each project holds what one would look for there', () => {
  const files = filesByProject()
  expect(files.get('pure')).toContain('src/scoring/weigh.test.ts')
  expect(files.get('pure')!.length).toBeGreaterThan(70)
  expect(files.get('database')).toContain('src/db/walls.test.ts')
  expect(files.get('browser')).toContain('src/apps/site.axe.test.ts')
  expect(files.get('program')).toContain('test/durability.test.ts')
})
