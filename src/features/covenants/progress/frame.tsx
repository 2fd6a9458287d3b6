/** What every page of progress begins with: the covenant, what was agreed in it, and the pledge of the address. */
import type { Tx } from '../../../db/as.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { missing, type Asked, type Reply } from '../../../web/desk/route.ts'
import { covenantById } from '../store.ts'
import { wholesNow } from './store.ts'
import { courseNow, sentence } from './sums.ts'
import { followed, type Followed } from './terms-store.ts'

/** The address of the progress of a covenant at the desk, or of one pledge in it. */
export const progressPlace = (covenant: { readonly id: string }, pledge?: { readonly id: string }): string =>
  `/balie/convenanten/${covenant.id}/voortgang${pledge === undefined ? '' : `/${pledge.id}`}`

/** With the covenant of the address, once something of it was shown. */
const onFollowed =
  (then: (asked: Asked<Tx>, covenant: Followed) => Promise<Reply>) =>
  async (asked: Asked<Tx>): Promise<Reply> => {
    const [covenant] = await followed(asked.tx, asked.municipality.id, asked.params['covenant']!)
    return covenant ? then(asked, covenant) : missing
  }

/** With the covenant of the address; of one of which nothing was shown yet there is nothing to follow. */
export const onFollowedOrDraft =
  (then: (asked: Asked<Tx>, covenant: Followed) => Promise<Reply>) =>
  async (asked: Asked<Tx>): Promise<Reply> => {
    const { tx, municipality, params } = asked
    const [covenant] = await followed(tx, municipality.id, params['covenant']!)
    const draft = covenant ? undefined : await covenantById(tx, municipality.id, params['covenant']!)
    return covenant ? then(asked, covenant) : draft ? then(asked, { ...draft, pledges: [] }) : missing
  }

/** With the covenant and the pledge of the address. */
export const onPledge = (then: (asked: Asked<Tx>, covenant: Followed, pledge: PledgeTerms) => Promise<Reply>) =>
  onFollowed(async (asked, covenant) => {
    const pledge = covenant.pledges.find(({ id }) => id === asked.params['pledge'])
    return pledge ? then(asked, covenant, pledge) : missing
  })

/** How the agreements of a covenant go, in the sentence that its progress begins with. */
export async function sentenceNow(tx: Tx, municipality: string, id: string, today: string): Promise<string> {
  const now = await wholesNow(tx, municipality, id)
  const [covenant] = await followed(tx, municipality, id)
  return sentence((covenant?.pledges ?? []).map((pledge) => courseNow(pledge, now.get(pledge.id), today)))
}
