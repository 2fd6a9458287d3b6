/** The addresses of the meetings and the evaluation of a covenant. */
import type { Tx } from '../../../db/as.ts'
import type { Route } from '../../../web/desk/route.ts'
import { meetingRoutes } from './acts.tsx'
import { evaluationRoutes } from './page-evaluation.tsx'
import { meetingsRoutes } from './page-meetings.tsx'

/** A fixed word comes before a parameter: `nieuw` is no meeting. */
export const meetRoutes: readonly Route<Tx>[] = [...meetingsRoutes, ...meetingRoutes, ...evaluationRoutes]
