/**
 * The walk over a website: each page is looked at once per stretch, in this order, within one deadline for all. A
 * moment or a guise more is one line more; checks hear only of the phases they name.
 */
import type { Stretch } from '../../model/walk.ts'

/** Every page as a new visitor meets it, before anything was chosen; and where scripts fail, the one most will meet. */
export const website: readonly Stretch[] = [
  { profile: 'desktop', phase: 'before-consent', act: 'open', looks: ['session', 'axe'], on: 'every-page' },
  { profile: 'desktop', phase: 'without-script', act: 'open-without-script', looks: ['bare'], on: 'landing' },
  { profile: 'desktop', phase: 'before-consent', act: 'open', looks: ['use'], on: 'landing' },
  { profile: 'desktop', phase: 'after-reject', act: 'refuse', looks: ['consent'], on: 'from-landing' },
  { profile: 'desktop', phase: 'before-consent', act: 'watch', looks: ['behaviour'], on: 'from-landing' },
  { profile: 'desktop', phase: 'after-accept', act: 'accept', looks: ['consent'], on: 'from-landing' },
  // After these, so that whatever comes before it is as it was: the guise is met once, and only what differs is told.
  { profile: 'phone', phase: 'before-consent', act: 'open', looks: ['session'], on: 'from-landing' },
  // Last, and only with time left: nothing else loses its time to it.
  { profile: 'desktop', phase: 'before-consent', act: 'open', looks: ['use'], on: 'form' },
]
