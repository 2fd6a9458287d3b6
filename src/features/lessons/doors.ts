/**
 * The public addresses of lessons at which something is sent: a certificate is made or checked, a code raises a count.
 * Each is a request of its own, and nothing of one is kept with another (ADR 0083).
 */
import { Hono } from 'hono'
import { unkept } from '../../web/door.ts'
import { addCheckDoors } from './doors-check.tsx'
import { addCodeDoor } from './doors-code.tsx'
import { addProofDoor } from './doors-proof.tsx'
import { CHECK } from './page-check.tsx'
import { wayIn, type LessonDoors } from './sending.ts'

/** All of them, in both languages. */
export function lessonDoors(doors: LessonDoors): Hono {
  const app = new Hono()
  for (const lang of ['nl', 'en'] as const) {
    const under = lang === 'en' ? '/en' : ''
    for (const path of [CHECK, `${CHECK}/*`, '/leren/lessen/:lesson/bewijs', '/leren/lessen/:lesson/code'])
      app.use(under + path, unkept)
    const way = wayIn(doors, lang)
    addProofDoor(app, doors, way, lang)
    addCheckDoors(app, doors, way, lang)
    addCodeDoor(app, doors, way, lang)
  }
  return app
}
