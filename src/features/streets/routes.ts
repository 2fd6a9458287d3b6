/** Everything that the desk and a phone can do with streets. */
import type { Tx } from '../../db/as.ts'
import type { Route } from '../../web/desk/route.ts'
import type { StreetDeps } from './here.ts'
import { decideRoutes } from './page-decide.tsx'
import { paperRoutes } from './page-paper.tsx'
import { phoneRoutes } from './page-phone.tsx'
import { planRoutes } from './page-plan.tsx'
import { premisesRoutes } from './page-premises.tsx'
import { releaseRoutes } from './page-release.tsx'
import { roundRoutes } from './page-round.tsx'
import { streetRoutes } from './page-street.tsx'
import { streetsRoutes } from './page-streets.tsx'
import { walkRoutes } from './page-walk.tsx'
import { fileRoutes } from './routes-file.tsx'
import { phoneSendRoutes } from './routes-phone.tsx'

export const streetDeskRoutes = (deps: StreetDeps): readonly Route<Tx>[] => [
  ...streetsRoutes,
  ...streetRoutes,
  ...premisesRoutes,
  // Before the rounds: `nieuw` is none of them.
  ...planRoutes(deps),
  ...roundRoutes(deps),
  ...paperRoutes(deps),
  ...fileRoutes(deps),
  ...walkRoutes(deps),
  ...decideRoutes(deps),
  ...releaseRoutes(deps),
  // Before the rounds: `wie` is none of them either.
  ...phoneSendRoutes(deps),
  ...phoneRoutes(deps),
]
