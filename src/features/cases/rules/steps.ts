/** The way of an IT-toets as data: which step leads where, who takes it, and what must be so before. Every step is of a
 * named person: there is no entry for a timer, a rule or a system account, and the database would refuse one. */
import { WAY } from '../../../vocabulary/case.ts'
import type { Step } from './step.ts'
import { STEPS_OF_DECISION } from './steps-of-decision.ts'
import { STEPS_OF_TEST } from './steps-of-test.ts'

const EVERY_RUNNING = WAY.slice(0, WAY.indexOf('decided'))

export const STEPS: readonly Step[] = [
  ...STEPS_OF_TEST,
  ...STEPS_OF_DECISION,
  {
    id: 'intrekken',
    aside: true,
    from: [...EVERY_RUNNING, 'no-effect', 'on-hold'],
    to: 'withdrawn',
    who: 'author',
    may: 'case.write',
    label: 'Trek de zaak in',
    reason: 'required',
  },
  {
    id: 'aanhouden',
    aside: true,
    from: EVERY_RUNNING,
    to: 'on-hold',
    who: 'handler',
    may: 'case.handle',
    label: 'Houd de zaak aan',
    reason: 'required',
  },
  {
    id: 'hervatten',
    from: ['on-hold'],
    to: 'resume',
    who: 'handler',
    may: 'case.handle',
    label: 'Ga verder met de zaak',
    reason: 'optional',
  },
]
