/** Temporary. */
import { serve } from '@hono/node-server'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { seedPublished } from '../../test/published.ts'
import { createSite } from './site.ts'
test('shots', async () => {
  const database = await testDatabase()
  await seedPublished(database.db, { running: true })
  const css = await build({ entryPoints: ['src/web/app.css'], bundle: true, write: false })
  const client = await build({ entryPoints: ['src/web/client/copy.ts'], bundle: true, write: false, format: 'esm' })
  const app = createSite({ db: database.publicDb, municipality: 'voorbeeldstad', css: css.outputFiles[0]!.text, assets: { 'copy.js': client.outputFiles[0]!.text }, contact: 'digitaal@voorbeeldstad.nl' })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((r) => server.once('listening', r))
  const origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] })
  const w = '/organisaties/bakkerij-de-korenaar/www.bakkerij-de-korenaar.nl'
  const shots = { city: '/', organisations: '/organisaties', organisation: '/organisaties/bakkerij-de-korenaar', subject: w, finding: `${w}/VEI-11.hsts`, norms: '/normen', norm: '/normen/VEI-11', method: '/methode', open: '/open-data', notfound: '/niets' }
  const only = process.env['ONLY']?.split(',')
  for (const [name, path] of Object.entries(shots)) for (const width of [1280, 360]) {
    if (only && !only.includes(name)) continue
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    await page.goto(origin + path)
    await page.evaluate(() => { for (const img of document.querySelectorAll('img')) img.loading = 'eager' })
    await page.screenshot({ path: `/tmp/web/${name}-${width}.png`, fullPage: true })
    await page.close()
  }
  await browser.close(); server.close(); await database.close()
})
