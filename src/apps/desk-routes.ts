/** Every route of the desk, feature by feature: what is not listed here does not exist. */
import { registerFor } from '../catalogue/registers.ts'
import { agreementPowers, agreementRoutes } from '../features/agreements/routes.tsx'
import { algorithmPower, algorithmRoutes, type AlgorithmDeps } from '../features/algorithms/routes.tsx'
import { badgeRoutes } from '../features/badges/routes.tsx'
import { baselineRoutes } from '../features/baseline/routes.ts'
import type { ReleaseDeps } from '../features/cases/release/doors.ts'
import { buddyRoutes } from '../features/buddies/routes.ts'
import { caseRoutes } from '../features/cases/routes.ts'
import { exerciseRoutes } from '../features/exercises/routes.ts'
import type { ExerciseDeps } from '../features/exercises/here.ts'
import { helpRoutes } from '../features/courses/routes.ts'
import { covenantDeskRoutes, type CovenantDeps } from '../features/covenants/routes.ts'
import type { SigningDeps } from '../features/covenants/sign/deps.ts'
import { signingRoutes } from '../features/covenants/sign/routes.ts'
import { eventRoutes } from '../features/events/routes.tsx'
import { exportRoutes } from '../features/exports/routes.tsx'
import { findingRoutes } from '../features/findings/routes.tsx'
import { formRoutes, type FormDeps } from '../features/forms/routes.tsx'
import type { GroupDeps } from '../features/groups/deps.ts'
import { groupRoutes } from '../features/groups/routes.ts'
import { lessonRoutes, type LessonDeps } from '../features/lessons/routes.tsx'
import { normRoutes } from '../features/norms/routes.tsx'
import { organisationRoutes } from '../features/organisations/pages.tsx'
import { processingPower, processingRoutes, type ProcessingDeps } from '../features/processings/routes.tsx'
import { productPower, productRoutes } from '../features/products/routes.ts'
import { regulationRoutes } from '../features/regulations/pages.tsx'
import { practiceRoutes } from '../features/practices/routes.tsx'
import { ratingRoutes } from '../features/ratings/routes.tsx'
import { reportRoutes, type ReportDeps } from '../features/reports/routes.tsx'
import { requestRoutes, type RequestDeps } from '../features/requests/routes.ts'
import { scanRoutes, type ScanDeps } from '../features/scans/routes.tsx'
import { supplierRoutes } from '../features/suppliers/routes.tsx'
import { streetDeskRoutes } from '../features/streets/routes.ts'
import type { StreetDeps } from '../features/streets/here.ts'
import { accountRoutes } from '../features/people/pages-account.tsx'
import { outboxRoutes } from '../features/people/pages-outbox.tsx'
import { peopleRoutes } from '../features/people/pages-people.tsx'
import { signedInRoutes } from '../features/people/pages-signed-in.tsx'
import { partyWaiting } from '../features/covenants/party-waiting.ts'
import { taskRoutes } from '../features/tasks/pages.tsx'
import { dutyPowers } from '../features/tenders/routes-duties.tsx'
import { allTenderRoutes } from '../features/tenders/routes.ts'
import type { TenderDeps } from '../features/tenders/draft.ts'
import { trailRoutes } from '../features/trail/routes.tsx'
import { warningRoutes, type WarningDeps } from '../features/warnings/routes.ts'
import { campaignRoutes, type CampaignDeps } from '../features/campaigns/routes.ts'
import { within } from '../registers/access.ts'
import { namedAt } from '../registers/contact-store.ts'
import { newerAt } from '../registers/newer-store.ts'
import { registerRoutes, type RegisterDeps } from '../registers/desk-routes.ts'
import { entryReleaseRoutes } from '../registers/release/routes.ts'
import type { DeskRoute } from './desk.ts'
import { pagesOf } from './desk-paths.ts'

export type DeskDeps = FormDeps &
  SigningDeps &
  ReleaseDeps &
  RegisterDeps &
  ProcessingDeps &
  AlgorithmDeps &
  CovenantDeps &
  GroupDeps &
  TenderDeps &
  StreetDeps &
  Omit<RequestDeps, 'namedAt'> &
  WarningDeps &
  CampaignDeps &
  ExerciseDeps &
  ScanDeps &
  Pick<ReportDeps, 'key'> &
  LessonDeps

/** What registers can do beside what follows from their files. */
const POWERS = [algorithmPower, processingPower, productPower, ...dutyPowers, ...agreementPowers]

export function deskRoutes(deps: DeskDeps): readonly DeskRoute[] {
  const named = namedAt(deps.registers)
  const routes = [
    ...taskRoutes({ ...deps, partyWaiting }),
    ...normRoutes(deps),
    ...findingRoutes(deps),
    ...accountRoutes,
    ...signedInRoutes,
    ...peopleRoutes,
    ...outboxRoutes,
    ...trailRoutes,
    ...formRoutes(deps),
    ...caseRoutes(deps),
    ...baselineRoutes(deps),
    ...badgeRoutes(deps),
    ...lessonRoutes(deps),
    ...regulationRoutes({ registers: deps.registers, norms: deps.catalogue.norms }),
    ...productRoutes(deps),
    ...registerRoutes({ ...deps, powers: POWERS }),
    ...within(() => registerFor(deps.registers, 'processing'), processingRoutes(deps)),
    ...within(() => registerFor(deps.registers, 'processor-agreement'), agreementRoutes(deps)),
    ...within(() => registerFor(deps.registers, 'algorithm'), algorithmRoutes(deps)),
    ...entryReleaseRoutes(deps),
    ...supplierRoutes,
    ...scanRoutes(deps),
    ...organisationRoutes,
    ...signingRoutes(deps),
    ...covenantDeskRoutes(deps),
    ...groupRoutes(deps),
    ...allTenderRoutes(deps),
    ...streetDeskRoutes(deps),
    ...warningRoutes(deps),
    ...buddyRoutes,
    ...campaignRoutes(deps),
    ...exerciseRoutes(deps),
    ...requestRoutes({ ...deps, namedAt: named }),
    ...helpRoutes,
    ...practiceRoutes(deps),
    ...eventRoutes,
    ...ratingRoutes(deps),
    ...reportRoutes({ ...deps, namedAt: named, isNewer: newerAt(deps.registers) }),
  ]
  return [...routes, ...exportRoutes(pagesOf(routes))]
}
