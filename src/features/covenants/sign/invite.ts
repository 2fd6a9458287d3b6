/** Inviting by mail: whoever is asked something gets a link of their own in the same act, and the page says so. */
import type { Tx } from '../../../db/as.ts'
import { contactOf } from '../../../db/contact.ts'
import type { Asked } from '../../../web/desk/route.ts'
import { fixedOf } from './fix-store.ts'
import { mailSigningLink, toInvite, type Whom } from './links-store.ts'

/** Whether there is a version that is fixed: something to sign, not only to read. */
export const isFixed = async ({ tx, municipality }: Pick<Asked<Tx>, 'tx' | 'municipality'>, covenant: string) =>
  (await fixedOf(tx, municipality.id, covenant)).some(({ state }) => state === 'final')

/**
 * Mails a new link to everybody who is asked something in a covenant and whom `which` takes; gives to how many. Zero
 * where no mail goes out: then each link is handed over.
 */
export async function mailLinks(
  { tx, municipality, who, origin, view }: Asked<Tx>,
  covenant: string,
  { final, which = () => true }: { readonly final: boolean; readonly which?: (one: Whom) => boolean },
): Promise<number> {
  if (!view.mails && !view.demo) return 0
  const contact = await contactOf(tx, municipality.id)
  const all = (await toInvite(tx, municipality.id, covenant)).filter(which)
  for (const whom of all) await mailSigningLink({ tx, municipality, who, origin, contact }, whom, final)
  return all.length
}

/** What is said of that, after the act. */
export function mailed(count: number): string {
  if (count === 0) return 'Er gaat geen e-mail weg: geef iedereen zelf een link.'
  return `Er ${count === 1 ? 'gaat één uitnodiging' : `gaan ${count} uitnodigingen`} per e-mail weg.`
}
