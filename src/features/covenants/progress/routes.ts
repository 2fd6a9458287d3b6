/** How covenants go, at the desk and for each party. */
import type { Tx } from '../../../db/as.ts'
import type { Uploads } from '../../../db/uploads.ts'
import type { Route } from '../../../web/desk/route.ts'
import { answerToPartyRoutes } from './act-answer.tsx'
import { planRoutes } from './act-plan.tsx'
import { noteRoutes } from './act-note.tsx'
import { verdictRoutes } from './act-verdict.tsx'
import { verifierRoutes } from './act-verifier.tsx'
import { ourPledgeRoutes } from './act-ours.tsx'
import { oursRoutes } from './page-ours.tsx'
import { partyRoutes } from './page-party.tsx'
import { pledgePageRoutes } from './page-pledge.tsx'
import { progressPageRoutes } from './page-progress.tsx'
import type { House } from './rules.ts'

/** All of them; `house`: the norms say the first step, and the registers what is counted of them. */
export const progressRoutes = (house: House, uploads: Uploads): readonly Route<Tx>[] => [
  ...progressPageRoutes,
  ...pledgePageRoutes(house),
  ...partyRoutes(house),
  ...verdictRoutes,
  ...noteRoutes(uploads),
  ...verifierRoutes,
  ...answerToPartyRoutes,
  ...planRoutes,
  ...oursRoutes(house),
  ...ourPledgeRoutes(house, uploads),
]
