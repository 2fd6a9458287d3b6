/** The files that a holder takes along: drawn anew from what is public, and given to no page but ours. */
import { badgeState, isCarried } from '../../vocabulary/badge.ts'
import { Hono } from 'hono'
import { attachment } from '../../lib/file-name.ts'
import { isSpokenNumber, squeezedNumber } from '../../lib/spoken-number.ts'
import { badgeDrawing, badgeFileName, type BadgeLook } from '../../web/badge/drawing.ts'
import { refuse } from '../../web/refuse.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { readBadge } from './store.ts'

const NAME = /^badge-.{1,20}-(groot|klein)-(licht|donker)(-en)?\.svg$/

/** `/badges/<number>/badge-<number>-groot-licht.svg`, as long as it may be carried. */
export function badgeFiles(site: Site): Hono {
  const app = new Hono()
  app.get('/badges/:number/:file{badge-[^/]+\\.svg}', async (c) => {
    const number = squeezedNumber(c.req.param('number'))
    const [, size, paper, en] = NAME.exec(c.req.param('file')) ?? []
    const { id } = await readShelf(site)
    if (size === undefined || !isSpokenNumber(number) || id === null) refuse('file')
    const look = { size, paper, lang: en === undefined ? 'nl' : 'en' } as BadgeLook
    const badge = (await readBadge(site.db, id, number)) ?? refuse('file')
    if (c.req.param('file') !== badgeFileName(number, look) || !isCarried(badgeState(badge, site.today())))
      refuse('file')
    return c.body(badgeDrawing(badge, look, site.origin), 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Disposition': attachment(badgeFileName(number, look)),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'public, max-age=60',
    })
  })
  return app
}
