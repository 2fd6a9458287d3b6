/** Routes of exercises: the list, planning, leading, and what follows. */
import type { Tx } from '../../db/as.ts'
import type { Route } from '../../web/desk/route.ts'
import type { ExerciseDeps } from './here.ts'
import { measureRoutes } from './routes-measure.tsx'
import { planRoutes } from './routes-plan.tsx'
import { runRoutes } from './routes-run.tsx'

/** Of these exercises, and these norms. */
export const exerciseRoutes = (deps: ExerciseDeps): readonly Route<Tx>[] => [
  ...planRoutes(deps),
  ...measureRoutes,
  ...runRoutes(deps),
]
