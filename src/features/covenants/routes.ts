/** Covenants at the desk: from the first text to the one that the parties sign, and what they promise in it. */
import type { Tx } from '../../db/as.ts'
import type { CovenantTemplate } from '../../model/covenant.ts'
import type { Route } from '../../web/desk/route.ts'
import { meetRoutes } from './meet/routes.ts'
import { beginRoutes } from './page-begin.tsx'
import { covenantRoutes } from './page-covenant.tsx'
import { listRoutes } from './page-list.tsx'
import { versionRoutes } from './page-version.tsx'

export type CovenantDeps = {
  /** From `convenanten/`. */
  readonly templates: readonly CovenantTemplate[]
}

export const covenantDeskRoutes = ({ templates }: CovenantDeps): readonly Route<Tx>[] => [
  ...listRoutes,
  ...beginRoutes(templates),
  ...covenantRoutes,
  ...versionRoutes,
  ...meetRoutes,
]
