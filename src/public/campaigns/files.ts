/** The plan of a campaign, byte for byte as it was hashed on the day that it was fixed. */
import { Hono } from 'hono'
import { attachment } from '../../lib/file-name.ts'
import { isSpokenNumber, squeezedNumber } from '../../lib/spoken-number.ts'
import { refuse } from '../../web/refuse.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { readPublic } from './store.ts'

/** `/samen/campagnes/<number>/plan.json`. */
export function campaignFiles(site: Site): Hono {
  const app = new Hono()
  app.get('/samen/campagnes/:number/plan.json', async (c) => {
    const number = squeezedNumber(c.req.param('number').slice(0, 60))
    const { id } = await readShelf(site)
    if (!isSpokenNumber(number) || id === null) refuse('file')
    const { plan } = (await readPublic(site.db, id, number)) ?? refuse('file')
    return c.body(plan, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': attachment(`plan-${number}.json`),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'public, max-age=60',
    })
  })
  return app
}
