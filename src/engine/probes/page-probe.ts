/** What a probe of a page is, and the list of them: a new page probe is one more entry. */
import type { PageEvidence, PageKey } from '../../model/evidence.ts'
import { axeProbe } from './axe.ts'
import { sessionProbe } from './session.ts'
import type { VisitedPage } from './visited-page.ts'

/**
 * attach: called before the page is asked for, to listen. read: called once the page is established to be the page
 * that was meant; it throws NotSeen if it could not look.
 */
export type PageProbe<K extends PageKey> = {
  readonly key: K
  attach(page: VisitedPage): Promise<{ read(): Promise<PageEvidence[K]> }>
}

export type AnyPageProbe = { readonly [K in PageKey]: PageProbe<K> }[PageKey]

/** In the order in which they read: the session first, so that what the others do to the page is not in it. */
export const pageProbes: readonly AnyPageProbe[] = [sessionProbe, axeProbe]
