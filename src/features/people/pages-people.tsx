/** Beheer: who may do what. Each act has its own file under `manage/`. */
import type { Tx } from '../../db/as.ts'
import type { Route } from '../../web/desk/route.ts'
import { accessRoutes } from './manage/access.tsx'
import { contactRoutes } from './manage/contact.tsx'
import { inviteRoutes } from './manage/invite.tsx'
import { listRoutes } from './manage/list.tsx'
import { personRoutes } from './manage/person.tsx'
import { siteRoutes } from './manage/site.tsx'

export const peopleRoutes: readonly Route<Tx>[] = [
  ...listRoutes,
  ...contactRoutes,
  ...siteRoutes,
  ...inviteRoutes,
  ...personRoutes,
  ...accessRoutes,
]
