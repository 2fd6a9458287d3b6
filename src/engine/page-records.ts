/** The records of the pages of a visit: of what was seen of each, and of what was not gone to. */
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

/** The records of a page that was not gone to, or not seen. */
export function notVisited(
  page: Planned,
  walk: readonly Stretch[],
  { why, detail }: { why: Unseen; detail: string },
): PageRecord[] {
  const at = new Date().toISOString()
  const here = walk.filter(({ on }) => on === 'every-page' || page.role === 'landing')
  return here.flatMap((stretch) =>
    stretch.looks.map((key) => recordOf(key, page, stretch, at, { seen: false, why, detail })),
  )
}
