/** A visit is a walk: stretches of profile × phase × act, as data. */
import type { PageKey, Phase, Profile } from './evidence.ts'

/**
 * What is done on a page before it is looked at: `open` goes there in a browser that was never there before,
 * `open-without-script` in one that runs no scripts.
 */
export type Act = 'open' | 'open-without-script'

export type Stretch = {
  readonly profile: Profile
  readonly phase: Phase
  readonly act: Act
  /** The probes that look. */
  readonly looks: readonly PageKey[]
  /** Where it is walked: on every page, or on the landing page only. */
  readonly on: 'every-page' | 'landing'
}
