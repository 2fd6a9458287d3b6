/** Requests of residents at the desk: every page and every act. */
import type { Tx } from '../../db/as.ts'
import type { Route } from '../../web/desk/route.ts'
import type { RequestDeps } from './here.ts'
import { actRoutes } from './routes-acts.tsx'
import { afterRoutes } from './routes-after.tsx'
import { answerRoutes } from './routes-answer.tsx'
import { letterRoutes } from './routes-letter.tsx'
import { readRoutes } from './routes-read.tsx'
import { typeRoutes } from './routes-type.tsx'
import { weaknessRoutes } from './routes-weakness.tsx'

export type { RequestDeps } from './here.ts'

// What is typed in stands before what has an id: `nieuw` is none.
export const requestRoutes = (deps: RequestDeps): readonly Route<Tx>[] => [
  ...typeRoutes(deps),
  ...readRoutes(deps),
  ...actRoutes(deps),
  ...answerRoutes(deps),
  ...afterRoutes(deps),
  ...letterRoutes(deps),
  ...weaknessRoutes(deps),
]
