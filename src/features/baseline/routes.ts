/** The addresses of the self-check, for organisations and for the municipality. */
import type { Tx } from '../../db/as.ts'
import type { Route } from '../../web/desk/route.ts'
import { confirmRoutes } from './city/confirm.tsx'
import { inviteRoutes } from './city/invite.tsx'
import { organisationRoutes } from './city/organisation.tsx'
import { overviewRoutes } from './city/overview.tsx'
import { beginRoutes } from './own/begin.ts'
import type { BaselineDeps } from './own/door.ts'
import { finishRoutes } from './own/finish.tsx'
import { consentRoutes } from './own/consent.tsx'
import { groupRoutes } from './own/group.ts'
import { leaveRoutes } from './own/leave.tsx'
import { pageRoutes } from './own/page.tsx'
import { standRoutes } from './own/stand-page.tsx'
import { stepRoutes } from './own/step.tsx'
import { takeAlongRoutes } from './own/take-along.ts'

/** Throws when there is no questionnaire that organisations fill in about themselves. */
export function baselineRoutes(deps: BaselineDeps): readonly Route<Tx>[] {
  const questionnaire = deps.questionnaires.find(
    ({ purpose, about }) => purpose === 'self-assessment' && about.includes('organisation'),
  )
  if (!questionnaire) throw new Error('er is geen vragenlijst voor de zelfbeoordeling van organisaties')
  const tools = { ...deps, questionnaire, norms: deps.catalogue.norms }
  return [
    ...pageRoutes(tools),
    ...beginRoutes(tools),
    ...groupRoutes(tools),
    ...finishRoutes(tools),
    ...takeAlongRoutes(tools),
    ...leaveRoutes,
    ...standRoutes(tools),
    // Before one point: it is no name of one.
    ...consentRoutes,
    ...stepRoutes(tools),
    ...overviewRoutes(tools),
    ...organisationRoutes(tools),
    ...inviteRoutes(tools),
    ...confirmRoutes(tools),
  ]
}
