/** The records of the pages of a visit: of what was seen of each, and of what was not gone to. */
import type { Linked } from './probes/host-probe.ts'
import type { Observed, PageEvidence, PageKey, PageRecord, PageRole, Unseen } from '../model/evidence.ts'
import type { Stretch } from '../model/walk.ts'

/** A page that is to be visited. */
export type Planned = { readonly url: string; readonly role: PageRole }

/** What one probe saw of a page on a stretch, or why not; `at`: when (ISO 8601). */
export const recordOf = (
  probe: PageKey,
  { url: page, role }: Planned,
  { phase, profile }: Stretch,
  at: string,
  result: Observed<PageEvidence[PageKey]>,
) => ({ probe, page, role, phase, profile, at, result }) as PageRecord

/** The records of a page that was not gone to, or not seen; without a landing page nobody knows which has a form. */
export function notVisited(
  page: Planned,
  walk: readonly Stretch[],
  { why, detail }: { why: Unseen; detail: string },
): PageRecord[] {
  const at = new Date().toISOString()
  const here = walk.filter(({ on }) => on === 'every-page' || (page.role === 'landing') !== (on === 'form'))
  return here.flatMap((stretch) =>
    stretch.looks.map((key) => recordOf(key, page, stretch, at, { seen: false, why, detail })),
  )
}

/** Hosts that the pages asked something of. */
export const askedBy = (pages: readonly PageRecord[]): string[] =>
  sessionsOf(pages).flatMap(({ requests }) => requests.map(({ host }) => host))

/** Where the links of the pages go, each with the page on which it stands. */
export const linkedFrom = (pages: readonly PageRecord[]): Linked[] =>
  sessionsOf(pages).flatMap(({ page, links }) => links.map(({ href }) => ({ href, page })))

const sessionsOf = (pages: readonly PageRecord[]) =>
  pages.flatMap(({ probe, page, result }) => (probe === 'session' && result.seen ? [{ page, ...result.value }] : []))
