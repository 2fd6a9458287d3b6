/** Everything that the desk does with tenders and with the duties that follow from them. */
import type { Tx } from '../../db/as.ts'
import type { Route } from '../../web/desk/route.ts'
import type { TenderDeps } from './draft.ts'
import { bidRoutes } from './routes-bids.tsx'
import { dutyRoutes } from './routes-duties.tsx'
import { aroundRoutes } from './routes-around.tsx'
import { fileRoutes } from './routes-files.ts'
import { issueRoutes } from './routes-issue.tsx'
import { openRoutes } from './routes-open.tsx'
import { ownRoutes } from './routes-own.tsx'
import { readBackRoutes } from './routes-read-back.tsx'
import { statedRoutes } from './routes-stated.tsx'
import { requirementRoutes } from './routes-requirements.tsx'
import { tenderRoutes } from './routes-tender.tsx'

export const allTenderRoutes = (deps: TenderDeps): readonly Route<Tx>[] => [
  ...tenderRoutes(deps),
  ...requirementRoutes(deps),
  ...ownRoutes(deps),
  ...fileRoutes(deps),
  ...readBackRoutes(deps),
  ...aroundRoutes(deps),
  ...issueRoutes(deps),
  ...openRoutes(deps),
  ...bidRoutes(deps),
  ...statedRoutes(deps),
  ...dutyRoutes(deps),
]
