/** Places with help and courses at the desk: the same pages for staff and, of its own, for an organisation. */
import type { Tx } from '../../db/as.ts'
import type { Route } from '../../web/desk/route.ts'
import { DOORS } from './here.ts'
import { importRoutes } from './routes-import.tsx'
import { areaRoutes } from './routes-areas.tsx'
import { courseRoutes } from './routes-courses.tsx'
import { peopleRoutes } from './routes-people.tsx'
import { placeRoutes } from './routes-places.tsx'

export const helpRoutes: readonly Route<Tx>[] = [
  ...areaRoutes,
  ...DOORS.flatMap((door) => [
    ...importRoutes(door),
    ...placeRoutes(door),
    ...courseRoutes(door),
    ...peopleRoutes(door),
  ]),
]
