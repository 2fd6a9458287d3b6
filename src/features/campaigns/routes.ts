/** Every page of campaigns at the desk. */
import type { Tx } from '../../db/as.ts'
import type { Route } from '../../web/desk/route.ts'
import type { CampaignDeps } from './here.tsx'
import { actRoutes } from './routes-acts.tsx'
import { turnRoutes } from './routes-turn.tsx'
import { wordRoutes } from './routes-words.tsx'

export type { CampaignDeps }

export const campaignRoutes = (deps: CampaignDeps): readonly Route<Tx>[] => [
  ...wordRoutes(deps),
  ...turnRoutes(deps),
  ...actRoutes(deps),
]
