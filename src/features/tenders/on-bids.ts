/** What a page about bids begins with: they were opened, after the closing time; until then it refuses. */
import type { Tx } from '../../db/as.ts'
import { notYet, type Asked, type Reply } from '../../web/desk/route.ts'
import { bidsOf, statedOf, type OpenedBid, type Stated } from './bid-store.ts'
import { onTender, type TenderDeps, type Whole } from './draft.ts'
import { whyShut } from './rules/refusals.ts'

export type Bids = {
  readonly bids: readonly OpenedBid[]
  readonly annex: Whole['annex']
  /** Of all of them which number each bidder gave, the newest first. */
  readonly stated: readonly Stated[]
}

/** With the bids that were opened; before the closing time, or before anybody opened them, the page refuses. */
export const onBids = (
  deps: TenderDeps,
  why: 'to-read' | 'to-change',
  work: (asked: Asked<Tx>, whole: Whole, bids: Bids) => Promise<Reply>,
) =>
  onTender(deps, why, async (asked, whole) => {
    const shut = whyShut(whole.tender, new Date())
    if (shut !== undefined) return notYet(shut)
    const { tx, municipality } = asked
    const bids = await bidsOf(tx, municipality.id, whole.tender.id)
    const [last] = whole.versions
    if (bids.length === 0 || !last) return notYet('Er zijn nog geen antwoorden geopend.')
    const stated = await statedOf(
      tx,
      municipality.id,
      bids.map(({ id }) => id),
    )
    return work(asked, whole, { bids, annex: last.annex, stated })
  })
