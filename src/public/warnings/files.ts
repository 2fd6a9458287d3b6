/** A warning as a CSAF file, made anew from what is public. */
import { Hono } from 'hono'
import { attachment } from '../../lib/file-name.ts'
import { isSpokenNumber, squeezedNumber } from '../../lib/spoken-number.ts'
import { theCity } from '../../web/letter.ts'
import { refuse } from '../../web/refuse.ts'
import { csafName, csafOf } from '../../web/warning/csaf.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { readPublic } from './store.ts'

/** `/samen/waarschuwingen/<number>/<number>.json`. */
export function warningFiles(site: Site): Hono {
  const app = new Hono()
  app.get('/samen/waarschuwingen/:number/:file{[^/]+\\.json}', async (c) => {
    const number = squeezedNumber(c.req.param('number'))
    const { id, name } = await readShelf(site)
    if (!isSpokenNumber(number) || id === null || c.req.param('file') !== csafName(number)) refuse('file')
    const row = (await readPublic(site.db, id, number)) ?? refuse('file')
    const at = new Date(`${row.sentOn}T00:00:00Z`)
    const words = { ...row, no: row.version, at: row.changedAt, references: row.refs }
    const body = csafOf(
      { ...row, label: 'CLEAR', state: 'sent', source: row.tracking === number ? 'own' : 'file', at, words },
      { name: theCity(name), origin: site.origin },
    )
    return c.body(JSON.stringify(body, null, 2), 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': attachment(csafName(number)),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'public, max-age=60',
    })
  })
  return app
}
