/** Every address of the desk about making entries public. */
import type { Tx } from '../../db/as.ts'
import type { Route } from '../../web/desk/route.ts'
import { within } from '../access.ts'
import { publicRegister, type ReleaseDeps } from './doors.ts'
import { releaseRoutes } from './page.tsx'
import { waitingRoutes } from './waiting.tsx'
import { withdrawRoutes } from './withdraw.tsx'

export const entryReleaseRoutes = (deps: ReleaseDeps): readonly Route<Tx>[] => [
  ...waitingRoutes(deps),
  ...within(
    ({ params }) => publicRegister(deps, params['register'] ?? ''),
    [...releaseRoutes(deps), ...withdrawRoutes(deps)],
  ),
]
