/**
 * Whether a visitor on a phone finds less: the landing page as a phone meets it is held beside the same page on a
 * computer. Only what differs is told, and only what is not there at all.
 *   form     a form that people fill in                                            partly
 *   contact  each way to reach somebody: number, mail, address, a page or form     partly
 *   privacy  each link to what is done with their data                             partly
 * Trips on: a link to the privacy statement that the layout for phones leaves out. Near misses: links in a closed menu,
 * or that style hides, which are there; a menu that is filled when it opens, as many links are gone then; a visitor who
 * is sent on to `m.voorbeeld.nl` (`not-compared`); a newsletter, a window, a form of another party.
 */
import { clip } from '../../lib/headers.ts'
import { pageKey } from '../reading/address.ts'
import { defineCheck, whole } from '../reading/claims.ts'
import { isOwnForm } from '../reading/own-form.ts'
import { isFilledIn } from '../reading/personal.ts'
import { leadsToPrivacy } from '../reading/privacy-link.ts'
import { isReachable, leadsToContact } from '../reading/reachable.ts'

export const lessOnPhone = defineCheck({
  id: 'less-on-phone',
  needs: { session: ['before-consent'] },
  profiles: ['desktop', 'phone'],
  reasons: {
    'not-looked': 'unknown',
    'not-compared': 'unknown',
    same: whole('met', 'content'),
    form: whole('partly', 'content'),
    contact: whole('partly', 'content'),
    privacy: whole('partly', 'content'),
  },
  judge({ session }, { subject }) {
    const phone = session.find(({ profile }) => profile === 'phone')
    const computer = session.find(({ page, profile }) => profile !== 'phone' && page === phone?.page)
    if (!phone || !computer) return { reason: 'not-looked' }
    const [there, here] = [phone.value, computer.value]
    const seen = {
      page: clip(phone.page, 150),
      details: [`phone: ${there.links.length}, computer: ${here.links.length}`],
    }
    if (Math.max(there.status, here.status) >= 400 || pageKey(there.finalUrl) !== pageKey(here.finalUrl))
      return { reason: 'not-compared', seen }
    const links = (
      [
        ['privacy', leadsToPrivacy],
        ['contact', leadsToContact],
      ] as const
    ).filter(([, leads]) => here.links.some(leads) && !there.links.some(leads))
    const gone = links.filter(([kind]) => kind === 'privacy' || !isReachable(there)).map(([kind]) => kind)
    if (here.forms.some((form) => isOwnForm(form, here, subject)) && !there.forms.some(isFilledIn))
      return { reason: 'form', seen }
    const [first] = gone
    if (!first) return { reason: 'same', seen }
    // A menu that is filled when it opens takes most links along: what is in it, we do not see.
    return { reason: there.links.length < here.links.length * FEWER ? 'not-compared' : first, seen }
  },
})

/** Of the links of a computer, how many a phone has at least where only some were left out. */
const FEWER = 0.7
