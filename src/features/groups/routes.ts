/** The addresses of groups of organisations and what they work on first. */
import type { Tx } from '../../db/as.ts'
import type { Route } from '../../web/desk/route.ts'
import { withQuestionnaire, type GroupDeps } from './deps.ts'
import { groupRoutes as oneGroup } from './page-group.tsx'
import { groupsRoutes } from './page-groups.tsx'
import { normRoutes } from './page-norm.tsx'
import { placeRoutes } from './page-organisation.tsx'
import { proposalRoutes } from './page-proposals.tsx'
import { spearpointRoutes } from './page-spearpoint.tsx'

/** Throws when there is no questionnaire that organisations fill in about themselves. */
export function groupRoutes(deps: GroupDeps): readonly Route<Tx>[] {
  const tools = withQuestionnaire(deps)
  return [
    ...groupsRoutes(tools),
    // Before one group: it is no name of one.
    ...proposalRoutes(tools),
    ...oneGroup(tools),
    ...normRoutes(tools),
    ...placeRoutes(tools),
    ...spearpointRoutes(tools),
  ]
}
