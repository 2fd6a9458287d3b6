/** The pages of the desk that follow from the files of the registers: one set, whatever the register. */
import type { Tx } from '../db/as.ts'
import type { Making, Route } from '../web/desk/route.ts'
import { within } from './access.ts'
import { onRegisters, type RegisterDeps } from './here.ts'
import { agendaRoutes } from './dates/routes.tsx'
import { changeRoutes } from './page-change.tsx'
import { doorRoutes } from './page-door.tsx'
import { endRoutes } from './page-end.tsx'
import { entryRoutes } from './page-entry.tsx'
import { historyRoutes } from './page-history.tsx'
import { listRoutes } from './page-list.tsx'
import { mapRoutes } from './page-map.tsx'
import { newRoutes } from './page-new.tsx'
import { exportRoutes } from './routes-export.ts'
import { importRoutes } from './routes-import.tsx'

export type { RegisterDeps } from './here.ts'

export function registerRoutes(deps: RegisterDeps): readonly Route<Tx>[] {
  const on = onRegisters(deps)
  const named = ({ params }: Pick<Making<Tx>, 'params'>) => deps.registers.find(({ id }) => id === params['register'])
  return within(named, [
    ...doorRoutes(deps.registers),
    ...agendaRoutes(deps),
    ...listRoutes(on),
    ...mapRoutes(on),
    ...newRoutes(on),
    // Before the entries: `exporteren.csv` is none of them.
    ...exportRoutes(on),
    ...importRoutes(on),
    ...entryRoutes(on),
    ...changeRoutes(on),
    ...historyRoutes(on),
    ...endRoutes(on),
  ])
}
