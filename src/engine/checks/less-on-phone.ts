/**
 * Whether a visitor on a phone finds less: the landing page as a phone meets it is held beside the same page on a
 * computer. Only what differs is told, and only what is not there at all.
 *   form     a form that people fill in                                            partly
 *   contact  each way to reach somebody: number, mail, address, a page or form     partly
 *   privacy  each link to what is done with their data                             partly
 * Trips on: a link to the privacy statement that the layout for phones leaves out. Near misses: links in a closed menu,
 * or that style hides, which are there; a menu that is filled when it opens, as many links are gone then; a visitor who
 * is sent on to `m.voorbeeld.nl`; a button in the place of a form (`not-compared`); a newsletter, a window, a form of
 * another party.
 */
import { clip } from '../../lib/headers.ts'
import type { Session } from '../../model/evidence.ts'
import { pageKey } from '../reading/address.ts'
import { defineCheck, whole } from '../reading/claims.ts'
import { isOwnForm } from '../reading/own-form.ts'
import { isFilledIn } from '../reading/personal.ts'
import { leadsToPrivacy, linkWords } from '../reading/privacy-link.ts'
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
    const own = there.forms.some(isFilledIn) ? [] : here.forms.map((form) => isOwnForm(form, here, subject))
    const formless = own.includes(true) && !opensElsewhere(there, here)
    const first = formless ? 'form' : (gone[0] ?? (own.some((one) => one !== false) ? 'not-compared' : undefined))
    if (!first) return { reason: 'same', seen }
    // A menu that is filled when it opens takes most links along: what is in it, we do not see.
    return { reason: there.links.length < here.links.length * FEWER ? 'not-compared' : first, seen }
  },
})

/** What a form is for, on the button or link that opens it. */
const ACT = new RegExp(
  '(?<!\\p{L})(?:reserv|boek|book|bestel|order|afspraak|appointment|aanmeld|meld|inschrijf|inschrijv|sign up|regist|' +
    'offerte|quote|aanvra|vraag .{0,20}aan|stel .{0,20}vraag|apply|formulier|form(?!\\p{L})|stuur|send)',
  'iu',
)
/** Words of a menu, which a phone has in its own place. */
const MENU = /^(?:(?:hoofd)?menu|navigat\p{L}+|zoek(?:en)?|search|sluiten|close|open|terug|back|\P{L}*)$/iu
/** Lines and links that are looked at, and characters of a button. */
const [MANY, BUTTON] = [2_000, 40]

/** Whether the phone may open a form in another place: by a link or button of its own, or one that says so. */
function opensElsewhere(phone: Session, computer: Session): boolean {
  const linesOf = ({ text }: Session) => text.split('\n', MANY).map((line) => line.trim().toLowerCase())
  const known = new Set(linesOf(computer))
  const led = new Set(computer.links.slice(0, MANY).map(({ href }) => href))
  return (
    phone.links.slice(0, MANY).some(({ href, text }) => !led.has(href) || ACT.test(linkWords(text))) ||
    linesOf(phone).some((line) => line.length <= BUTTON && !MENU.test(line) && (!known.has(line) || ACT.test(line)))
  )
}

/** Of the links of a computer, how many a phone has at least where only some were left out. */
const FEWER = 0.7
