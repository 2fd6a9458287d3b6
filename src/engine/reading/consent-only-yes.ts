/** Questions for consent that can only be answered with a yes, and what that yes lets in. Pure. */
import type { Lacking } from '../../model/check.ts'
import type { Consent, ConsentAsked, Sighting } from '../../model/evidence.ts'
import type { Lists } from '../../model/lists.ts'
import type { Subject } from '../../model/subject.ts'
import { followersAdded } from './added.ts'
import { pageKey } from './address.ts'
import { asPage } from './following.ts'
import { hitsOf } from './tracking.ts'
import { unsureOf, type Page } from './visit.ts'

/** Walks past the question, of who refused and of who agreed. */
export const byChoice = (walks: readonly Sighting<Consent>[]) => ({
  refused: walks.filter(({ phase }) => phase === 'after-reject'),
  agreed: walks.filter(({ phase }) => phase === 'after-accept'),
})

/**
 * The one layer of a question on which we found no way to refuse; undefined: there was none such, or more layers, or it
 * holds something that may refuse and that we could not press. Evidence of before does not say so.
 */
export function deadEnd(refused: readonly Sighting<Consent>[]): ConsentAsked | undefined {
  const walk = refused.length === 1 ? refused[0]!.value : undefined
  if (walk?.outcome !== 'no-way' || walk.asked.length !== 1) return undefined
  const [asked] = walk.asked
  return asked!.unread === 0 && asked!.boxes.length === 0 ? asked : undefined
}

/**
 * Whether nothing in it does anything but agree or lead to another address, and something agrees. What tells more here
 * is never pressed, and a no may stand behind it; evidence of before does not say where it leads.
 */
export const onlyAgrees = ({ controls }: ConsentAsked): boolean =>
  controls.some(({ kind }) => kind === 'accept') &&
  controls.every(({ kind, leaves }) => kind === 'accept' || (kind === 'more' && leaves === true))

/**
 * What of the pages as they were met first may have followed already, and of which it cannot be told: what lets nobody
 * say that a yes added it.
 */
export const unsureBefore = (before: readonly Page[], subject: Subject, lists: Lists): readonly Lacking[] =>
  unsureOf(before, subject, (one) => hitsOf(one, lists).length > 0)

/**
 * What follows since the yes that was heard and was not there before; none where no yes was heard, or where the page
 * that was opened next was not met before, so that nobody knows what is new on it.
 */
export const yesAdds = (
  agreed: readonly Sighting<Consent>[],
  before: readonly Page[],
  subject: Subject,
  lists: Lists,
): readonly string[] =>
  followersAdded(
    agreed
      .flatMap(({ value, ...where }) => (value.outcome === 'gone' ? asPage(where, value.next) : []))
      .filter(({ value }) => before.some(({ page }) => pageKey(page) === pageKey(value.url))),
    before,
    subject,
    lists,
  )
