/** Every page of help in need at the desk. */
import type { Tx } from '../../db/as.ts'
import type { Route } from '../../web/desk/route.ts'
import { incidentRoutes } from './routes-incident.tsx'
import { offerRoutes } from './routes-offer.tsx'

export const buddyRoutes: readonly Route<Tx>[] = [...offerRoutes, ...incidentRoutes]
