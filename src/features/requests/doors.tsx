/**
 * The public addresses of requests by residents: one is made, and followed by its code. They stand before whatever
 * keeps pages, and no answer of theirs is kept by anybody.
 */
import { Hono } from 'hono'
import { unkept } from '../../web/door.ts'
import { followRequests } from './doors-follow.tsx'
import { newRequests } from './doors-new.tsx'
import type { RequestDoors } from './door-options.ts'

export type { RequestDoors } from './door-options.ts'

/** All of them in both languages. */
export function requestDoors(doors: RequestDoors): Hono {
  const app = new Hono()
  for (const under of ['/verzoeken', '/verzoeken/*', '/en/verzoeken', '/en/verzoeken/*']) app.use(under, unkept)
  for (const lang of ['nl', 'en'] as const) {
    newRequests(app, doors, lang)
    followRequests(app, doors, lang)
  }
  return app
}
