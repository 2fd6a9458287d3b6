/** Whether one page tells how to reach somebody: by a link, by its words, or by a form. In Dutch and English. */
import { contactInLink, contactInText } from '../../lib/contact.ts'
import type { Session } from '../../model/evidence.ts'
import { takesMessage } from './personal.ts'
import { addressWords, linkWords } from './privacy-link.ts'

const CONTACT = /\bcontact|bereikbaar|klantenservice|get in touch|customer service/i

/** Whether a link opens a call or a message, or leads to a page of contact. */
export const leadsToContact = ({ href, text }: { readonly href: string; readonly text: string }): boolean =>
  contactInLink(href) !== undefined || CONTACT.test(linkWords(text)) || CONTACT.test(addressWords(href))

/** Whether the words of a page or a form of its own tell how to reach somebody. */
export const isReachable = ({ text, forms }: Session): boolean =>
  [...contactInText(text)].length > 0 || forms.some(takesMessage)
