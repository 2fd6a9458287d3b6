/** A visit is a walk: stretches of profile × phase × act, as data. */
import type { Phase, Profile } from './evidence.ts'

/** What is done on a page before it is looked at: `open` goes there in a browser that was never there before. */
export type Act = 'open'

export type Stretch = { readonly profile: Profile; readonly phase: Phase; readonly act: Act }
