/** Covenants at the desk: from the first text to the one that the parties sign, and what they promise in it. */
import type { Tx } from '../../db/as.ts'
import type { Uploads } from '../../db/uploads.ts'
import type { CovenantTemplate } from '../../model/covenant.ts'
import type { Norm } from '../../model/norm.ts'
import type { Register } from '../../model/register.ts'
import type { Route } from '../../web/desk/route.ts'
import { meetRoutes } from './meet/routes.ts'
import type { ReportDeps } from './meet/report-store.ts'
import { answerRoutes } from './act-answer.tsx'
import { articleRoutes } from './act-article.tsx'
import { contactRoutes } from './act-contact.tsx'
import { detailRoutes } from './act-details.tsx'
import { inviteRoutes } from './act-invite.tsx'
import { opinionRoutes } from './act-opinion.tsx'
import { ownerRoutes } from './act-owner.tsx'
import { pledgeDropRoutes } from './act-pledge-drop.tsx'
import { pledgeRoutes } from './act-pledge.tsx'
import { showRoutes } from './act-show.tsx'
import { articlePageRoutes } from './page-article.tsx'
import { beginRoutes } from './page-begin.tsx'
import { covenantRoutes } from './page-covenant.tsx'
import { differenceRoutes } from './page-differences.tsx'
import { listRoutes } from './page-list.tsx'
import { ownRoutes } from './page-own.tsx'
import { progressRoutes } from './progress/routes.ts'
import { versionRoutes } from './page-version.tsx'
import { releaseRoutes } from './publish/release-routes.tsx'
import { remarkRoutes } from './publish/remark-desk.tsx'

export type CovenantDeps = {
  readonly catalogue: { readonly norms: readonly Norm[] }
  readonly registers: readonly Register[]
  /** From `convenanten/`. */
  readonly templates: readonly CovenantTemplate[]
  /** Of the installation, which makes the secrets of the links in mail. */
  readonly key: Buffer
  readonly uploads: Uploads
} & ReportDeps

export const covenantDeskRoutes = ({
  templates,
  catalogue,
  registers,
  key,
  uploads,
  ...meets
}: CovenantDeps): readonly Route<Tx>[] => [
  ...listRoutes,
  ...beginRoutes(templates),
  ...covenantRoutes,
  ...versionRoutes,
  ...meetRoutes(meets),
  ...differenceRoutes,
  ...articlePageRoutes,
  ...articleRoutes,
  ...pledgeRoutes({ templates, norms: catalogue.norms, registers }),
  ...pledgeDropRoutes,
  ...showRoutes,
  ...answerRoutes,
  ...opinionRoutes,
  ...inviteRoutes,
  ...contactRoutes,
  ...ownerRoutes,
  ...detailRoutes,
  ...ownRoutes,
  ...progressRoutes({ norms: catalogue.norms, registers }, uploads),
  ...releaseRoutes,
  ...remarkRoutes(key),
]
