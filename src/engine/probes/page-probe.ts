/** The list of page probes: a new one is one more entry. */
import type { PageKey } from '../../model/evidence.ts'
import { axeProbe } from './axe/axe.ts'
import { bareProbe } from './bare/bare.ts'
import { sessionProbe } from './session/session.ts'
import { useProbe } from './use/use.ts'
import type { PageProbe } from './page/visited-page.ts'

export type AnyPageProbe = { readonly [K in PageKey]: PageProbe<K> }[PageKey]

/** In the order in which they read: the session first, so that what the others do to the page is not in it. */
export const pageProbes: readonly AnyPageProbe[] = [sessionProbe, axeProbe, bareProbe, useProbe]
