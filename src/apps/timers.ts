/** Everything that happens by itself, feature by feature: what is not listed here, the clock does not do. */
import type { Timer } from '../db/timer.ts'
import { algorithmTimers } from '../features/algorithms/timers.ts'
import { badgeTimers } from '../features/badges/timers.ts'
import { buddyTimers } from '../features/buddies/timers.ts'
import { caseTimers } from '../features/cases/timers.ts'
import { courseTimers } from '../features/courses/timers.ts'
import { pledgeTimers } from '../features/covenants/progress/timers.ts'
import { signingTimers } from '../features/covenants/sign/timers.ts'
import { figuresOf } from '../features/covenants/publish/figures-store.ts'
import { publicCovenantTimers } from '../features/covenants/publish/timers.ts'
import { eventTimers } from '../features/events/timers.ts'
import { exerciseTimers } from '../features/exercises/timers.ts'
import { findingTimers } from '../features/findings/timers.ts'
import { lessonTimers } from '../features/lessons/timers.ts'
import { peopleTimers } from '../features/people/timers.ts'
import { practiceTimers } from '../features/practices/timers.ts'
import { ratingTimers } from '../features/ratings/timers.ts'
import { reportTimers } from '../features/reports/timers.ts'
import { requestTimers } from '../features/requests/timers.ts'
import { supplierTimers } from '../features/suppliers/timers.ts'
import { streetTimers } from '../features/streets/timers.ts'
import { passingOn, taskTimers } from '../features/tasks/timers.ts'
import { tenderTimers } from '../features/tenders/timers.ts'
import { trailTimers } from '../features/trail/timers.ts'
import { warningTimers } from '../features/warnings/timers.ts'
import { campaignTimers } from '../features/campaigns/timers.ts'
import type { Norm } from '../model/norm.ts'
import type { Register } from '../model/register.ts'
import type { RequestKind } from '../model/request.ts'
import { registerTimers } from '../registers/dates/timers.ts'
import { accessFor } from './algorithm-register.ts'
import { auditMailOf } from './mail.ts'

/** In the order in which the clock runs them. `auditTo`: where the head of the trail is mailed. */
export const timers = (
  {
    registers,
    key,
    catalogue = { norms: [] },
    requestKinds = [],
  }: {
    readonly registers: readonly Register[]
    /** Of the installation, which makes the secrets of links in mail. */
    readonly key: Buffer
    readonly catalogue?: { readonly norms: readonly Norm[] }
    /** What residents can ask. */
    readonly requestKinds?: readonly RequestKind[]
  },
  auditTo: string | undefined = auditMailOf(),
): readonly Timer[] => [
  ...algorithmTimers((slug) => accessFor(slug) !== undefined),
  ...badgeTimers,
  ...buddyTimers,
  ...exerciseTimers,
  ...caseTimers,
  ...courseTimers,
  ...pledgeTimers({ norms: catalogue.norms, registers }),
  ...signingTimers,
  ...publicCovenantTimers(key, figuresOf({ norms: catalogue.norms, registers })),
  ...eventTimers(key),
  ...findingTimers,
  ...lessonTimers,
  ...registerTimers(registers),
  ...reportTimers,
  ...requestTimers(requestKinds, key),
  ...practiceTimers,
  ...ratingTimers,
  ...streetTimers,
  ...supplierTimers,
  ...taskTimers,
  ...tenderTimers({ norms: catalogue.norms, registers }),
  ...warningTimers,
  ...campaignTimers,
  passingOn,
  ...trailTimers(auditTo),
  ...peopleTimers,
]
