/** The addresses of the meetings, the yearly reports and the evaluation of a covenant. */
import type { Tx } from '../../../db/as.ts'
import type { Route } from '../../../web/desk/route.ts'
import { reportRoutes } from './acts-report.tsx'
import { meetingRoutes } from './acts.tsx'
import { ownMeetRoutes } from './own-pages.tsx'
import { evaluationRoutes } from './page-evaluation.tsx'
import { meetingsRoutes } from './page-meetings.tsx'
import type { ReportDeps } from './report-store.ts'

/** A fixed word comes before a parameter: `nieuw` is no meeting. */
export const meetRoutes = (deps: ReportDeps): readonly Route<Tx>[] => [
  ...meetingsRoutes,
  ...reportRoutes(deps),
  ...meetingRoutes,
  ...evaluationRoutes,
  ...ownMeetRoutes(deps),
]
