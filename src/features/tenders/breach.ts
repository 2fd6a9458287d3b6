/** What follows when somebody saw that a promise is not kept, or is again: product and owner know it. */
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import { queueMessage } from '../../db/messages.ts'
import { note } from '../../db/noted-findings.ts'
import { monthsOn } from '../../lib/months.ts'
import type { Norm } from '../../model/norm.ts'
import type { Asked } from '../../web/desk/route.ts'
import type { Contract } from './contract-store.ts'
import { addressOf, type Duty } from './duty-store.ts'
import { notKept } from './letters.ts'
import { DUTIES } from './page-contracts.tsx'

/** `on`: YYYY-MM-DD. */
type Seen = {
  readonly contract: Contract
  readonly duty: Duty
  readonly seen: { readonly on: string; readonly said: string }
}

/** A person established it: a finding of each product of the contract, where the criterion is one of products. */
export async function noteOnProducts(
  { tx, municipality, who }: Asked<Tx>,
  norms: readonly Norm[],
  { contract, duty, seen, verdict }: Seen & { readonly verdict: 'met' | 'unmet' },
): Promise<void> {
  const criterion = norms
    .flatMap(({ criteria }) => criteria)
    .find(({ id, subjects }) => id === duty.criterion && subjects.includes('product'))
  if (!criterion) return
  await note(
    tx,
    municipality.id,
    who.id,
    contract.products.map((id) => ({
      source: 'inspection' as const,
      about: { kind: 'product' as const, id },
      norm: duty.norm,
      criterion: criterion.id,
      verdict,
      strength: 'documented' as const,
      said: `Contract “${contract.title}”, ${duty.title}: ${seen.said}`.slice(0, 2_000),
      seenBy: who.name,
      at: seen.on,
      until: monthsOn(seen.on, Math.min(duty.months, 12)),
    })),
  )
}

/** Writes to who follows the contract: what was seen, and what the contract says should follow. */
export async function tellBreach(
  { tx, municipality, origin }: Asked<Tx>,
  { contract, duty, seen }: Seen,
): Promise<void> {
  const owner = await addressOf(tx, municipality.id, duty.owner)
  if (!owner) return
  await queueMessage(tx, municipality.id, {
    recipient: owner.email,
    person: duty.owner,
    kind: 'duty',
    key: `duty/${duty.id}/breach/${seen.on}`,
    object: `duty/${duty.id}`,
    ...notKept({
      name: owner.name,
      contract: contract.title,
      title: duty.title,
      said: seen.said,
      follows: duty.onBreach,
      seenOn: seen.on,
      url: `${origin}${DUTIES}/${contract.id}/${duty.id}`,
      city: municipality.name,
      contact: await contactOf(tx, municipality.id),
    }),
  })
}
