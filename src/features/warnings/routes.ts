/** Every page of warnings at the desk. */
import type { Tx } from '../../db/as.ts'
import type { Route } from '../../web/desk/route.ts'
import { actRoutes } from './routes-acts.tsx'
import { clientRoutes } from './routes-clients.tsx'
import { inRoutes } from './routes-in.tsx'
import { outRoutes } from './routes-out.ts'
import { receiverRoutes } from './routes-receivers.ts'
import { wordRoutes } from './routes-words.tsx'
import type { WarningDeps } from './shown.ts'

export type { WarningDeps }

export const warningRoutes = (deps: WarningDeps): readonly Route<Tx>[] => [
  ...outRoutes,
  ...inRoutes,
  ...clientRoutes(deps),
  ...wordRoutes(deps),
  ...receiverRoutes(deps),
  ...actRoutes(deps),
]
