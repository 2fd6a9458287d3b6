/** What a visit shows behind an address, for each municipality that watches it. */
import type { Watcher } from '../db/findings.ts'
import { behindOf } from '../engine/behind.ts'
import type { KeptBehind } from '../features/suppliers/keep-store.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Lists } from '../model/lists.ts'
import type { Watch } from '../model/supplier.ts'

/** `watch`: what was looked at beside the evidence; null where evidence is read anew. */
export function behindFor(
  evidence: Evidence,
  watch: Watch | null,
  lists: Lists,
  watching: readonly Watcher[],
): KeptBehind[] {
  const behind = behindOf(evidence, lists)
  const { address } = evidence.subject
  return watching.map(({ municipality, subject }) => ({
    municipality,
    subject,
    address,
    at: evidence.ended,
    behind,
    watch,
  }))
}
