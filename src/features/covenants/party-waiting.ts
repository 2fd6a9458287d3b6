/** What waits for a party at its covenants, for its first page: signing, a text to read, totals, a verdict. */
import type { Tx } from '../../db/as.ts'
import { countedFindings } from '../../db/counted-findings.ts'
import { totalsDue, waitsAfter, waitsBefore, type Waits } from './party-rules.ts'
import { beforeParty } from './party-store.ts'
import { verdictFor } from './progress/act-ours.tsx'
import { ownPlace } from './progress/page-ours.tsx'
import { termsFor } from './progress/rules.ts'
import { verdictsOf } from './progress/store.ts'
import { followed, participations } from './progress/terms-store.ts'
import { standingTotals } from './progress/totals.tsx'

/** Of every covenant of this organisation, in the order of the covenants. */
export async function partyWaiting(
  tx: Tx,
  municipality: string,
  organisation: string,
  today: string,
): Promise<readonly Waits[]> {
  const waits = (await beforeParty(tx, municipality, organisation)).flatMap((each) => waitsBefore(each, today))
  for (const covenant of await followed(tx, municipality)) {
    const part = (await participations(tx, municipality, covenant.id)).find(({ party }) => party === organisation)
    const now = part?.way.at(-1)?.is
    if (!part || now === undefined || now === 'left') continue
    const verdicts = await verdictsOf(tx, municipality, covenant.id)
    const totals = await countedFindings(
      tx,
      municipality,
      covenant.id,
      covenant.pledges.filter(({ method }) => method === 'counts').map(({ id }) => id),
    )
    for (const pledge of covenant.pledges) {
      const place = ownPlace(covenant, pledge)
      const verdict = verdictFor(
        verdicts.filter((each) => each.pledge === pledge.id),
        part,
      )
      if (verdict) waits.push(...waitsAfter(verdict, pledge, place, today))
      if (verdict || now === 'paused' || covenant.state !== 'in-force') continue
      const handed = standingTotals(
        totals.filter((each) => each.pledge === pledge.id && each.checked !== 'refused'),
        organisation,
      ).map(({ to }) => to)
      const on = totalsDue(termsFor(pledge, part.extendedUntil), handed, today)
      if (on !== undefined)
        waits.push({
          id: `totals-${covenant.id}-${pledge.id}`,
          text: `Lever aantallen in voor “${pledge.title}”`,
          path: `${place}#aantallen-inleveren`,
          dueOn: on,
        })
    }
  }
  return waits
}
