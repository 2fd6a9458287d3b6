/** Whether one page tells how to reach somebody: by a link, by its words, or by a form. In Dutch and English. */
import { contactInLink, contactInText } from '../../lib/contact.ts'
import type { Session } from '../../model/evidence.ts'
import { takesMessage } from './personal.ts'
import { addressWords, linkWords } from './privacy-link.ts'

const CONTACT = new RegExp(
  '\\bcontact|bereikbaar|klantenservice|get in touch|customer service|' +
    '\\b(?:find|visit|reach|call|e-?mail|write to) us\\b|\\bwhere to find\\b',
  'i',
)
/** A chat with somebody: with their number, which a button to share has not. */
const CHAT = [
  /^https?:\/\/(?:www\.)?wa\.me\/\+?\d{8}/i,
  /^(?:https?:\/\/(?:api|web)\.whatsapp\.com|whatsapp:\/)\/send\/?\?(?:.{0,200}&)?phone=\D{0,3}\d{8}/i,
]

/** Whether a link opens a call or a message, or leads to a page of contact. */
export const leadsToContact = ({ href, text }: { readonly href: string; readonly text: string }): boolean =>
  contactInLink(href) !== undefined ||
  CHAT.some((chat) => chat.test(href.slice(0, 300))) ||
  [linkWords(text), addressWords(href)].some((words) => CONTACT.test(words))

/** Whether the words of a page or a form of its own tell how to reach somebody. */
export const isReachable = ({ text, forms }: Session): boolean =>
  [...contactInText(text)].length > 0 || forms.some(takesMessage)
