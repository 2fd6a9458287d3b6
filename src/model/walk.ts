/** A visit is a walk: stretches of profile × phase × act, as data. */
import type { PageKey, Phase, Profile } from './evidence.ts'

/**
 * What is done on a page before it is looked at: `open` goes there in a browser that was never there before,
 * `open-without-script` in one that runs no scripts, `refuse` refuses what asks for consent and goes on to a next page,
 * `accept` agrees to it, goes on, and takes it back, `watch` watches what scripts do on the way to a form, in which it
 * types without sending.
 */
export type Act = 'open' | 'open-without-script' | 'refuse' | 'accept' | 'watch'

export type Stretch = {
  readonly profile: Profile
  readonly phase: Phase
  readonly act: Act
  /** The probes that look. */
  readonly looks: readonly PageKey[]
  /**
   * Where it is walked: on every page, on the landing page only, from there once the other pages are known, or then on
   * the first other page with a form.
   */
  readonly on: 'every-page' | 'landing' | 'from-landing' | 'form'
}
