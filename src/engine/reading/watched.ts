/**
 * Which pages of a site are walked with a recorder, and what of other parties ran only on pages that were not. Pure.
 * What a party does is written in its scripts: where these were met with a recorder, it was seen.
 */
import { registrableDomain } from '../../lib/domain.ts'
import type { Lacking } from '../../model/check.ts'
import type { Behaviour } from '../../model/evidence.ts'
import type { Lists } from '../../model/lists.ts'
import type { Subject } from '../../model/subject.ts'
import { isFilledIn } from './personal.ts'
import { outsideRequests, ownerOf, serves, type Page } from './visit.ts'

/** Pages with a form on which something is typed. */
const FORMS = 2
/** Pages after the first, at most: each takes its time, and whoever walks on for ever is no visitor. */
const MOST = 3

/**
 * The pages to go on to from the first: those with a form, then those that bring scripts of parties that were not met
 * on the ones before, most first; where nothing asks for any, the next page that was seen, or the first once more.
 */
export function toWatch(pages: readonly Page[], first: string, subject: Subject): string[] {
  const forms = pages.filter(({ value }) => value.forms.some(isFilledIn)).slice(0, FORMS)
  const chosen = forms.map(({ page }) => page)
  const met = new Set(
    [...pages.filter(({ page }) => page === first), ...forms].flatMap((page) => partiesOn(page, subject)),
  )
  while (chosen.length < MOST) {
    const more = pages.map((page) => ({ page, brings: partiesOn(page, subject).filter((party) => !met.has(party)) }))
    const best = more.toSorted((one, other) => other.brings.length - one.brings.length)[0]
    if (!best || best.brings.length === 0) break
    chosen.push(best.page.page)
    for (const party of best.brings) met.add(party)
  }
  return chosen.length > 0 ? chosen : [pages.find(({ page }) => page !== first)?.page ?? first]
}

/**
 * Where scripts of another party ran that ran on none of the pages that were watched: whoever says that nobody does
 * something did not see these. Not of who serves the visitor. `watched`: addresses, as the walk kept them.
 */
export function unwatched(
  pages: readonly Page[],
  watched: readonly string[],
  subject: Subject,
  lists: Lists,
): Lacking[] {
  const seen = new Set(watched)
  const isSeen = ({ page, value }: Page) => [page, value.url, value.finalUrl].some((url) => seen.has(url))
  const met = new Set(pages.filter(isSeen).flatMap((page) => partiesOn(page, subject)))
  const missed = pages.filter(
    (page) => !isSeen(page) && partiesOn(page, subject, lists).some((party) => !met.has(party)),
  )
  return missed.map(({ page }) => ({ page, part: 'requests', lack: 'page-unseen' }))
}

/** The same of what only the first page was compared for: what another visitor is given there. */
export const uncompared = (
  pages: readonly Page[],
  behaviour: readonly { readonly value: Pick<Behaviour, 'pages'> }[],
  subject: Subject,
  lists: Lists,
): Lacking[] => {
  const compared = behaviour.flatMap(({ value }) => value.pages.slice(0, 1))
  return unwatched(pages, compared, subject, lists)
}

/** Registrable domains of other parties whose scripts this page brought in; with `lists` not of who serves. */
const partiesOn = (page: Page, subject: Subject, lists?: Lists): string[] => [
  ...new Set(
    outsideRequests([page], subject)
      .filter(({ request }) => request.type === 'script' && !(lists && serves(ownerOf(request.url, lists))))
      .map(({ host }) => registrableDomain(host)),
  ),
]
