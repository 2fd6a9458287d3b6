/** Every public address of covenants at which something can be sent, before whatever keeps pages. */
import { Hono } from 'hono'
import { unkept } from '../../../web/door.ts'
import type { CovenantDoors } from './door-parts.tsx'
import { followDoors } from './follow-doors.tsx'
import { remarkDoors } from './remark-doors.tsx'
import { toldDoors } from './told-doors.tsx'

/** In both languages; what a party reads is Dutch. */
export function covenantDoors(doors: CovenantDoors): Hono {
  const app = new Hono()
  for (const under of [
    '/reacties/*',
    '/volgen/*',
    '/weerwoord/*',
    '/convenanten/:no/reageren',
    '/convenanten/:no/volgen',
    '/convenanten/volgen',
  ])
    for (const path of [under, `/en${under}`]) app.use(path, unkept)
  for (const each of [remarkDoors, followDoors, toldDoors]) app.route('/', each(doors))
  return app
}
