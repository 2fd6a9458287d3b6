/** The mail to who asked something: that it came in, and that there is news. Never what was asked, or answered. */
import type { CityContact, Letter } from '../../model/letter.ts'
import type { Lang } from '../../web/language.ts'
import { sentFor, theCity } from '../../web/letter.ts'
import { addWorkingDays } from '../../lib/working-days.ts'
import type { RequestKind } from '../../model/request.ts'
import { JUDGED_WITHIN } from '../../vocabulary/weakness.ts'
import { says } from './messages.ts'

export type About = {
  readonly lang: Lang
  readonly city: string
  readonly contact: CityContact
  /** The whole secret address. */
  readonly link: string
}

const close = ({ lang, city, contact }: About): string =>
  lang === 'nl'
    ? sentFor(city, contact)
    : `This message was sent automatically by Leidraad of ${theCity(city)}.` +
      `${contact.phone === '' ? '' : ` Questions? Call ${contact.phone}.`}\n`

const letter = (about: About, subject: string, lines: readonly string[]): Letter => ({
  subject,
  // Not by name: what a stranger types in that field would be a message to whoever has the address.
  body: [says(about.lang).mail.hello, ...lines, close(about)].join('\n\n'),
})

/** The day that counts first for who asked: of an answer, or of a word on whether a weakness is one. YYYY-MM-DD. */
type Promised = { readonly what: 'due' | 'judged'; readonly on: string }
/** What is promised of a request of this kind that came in on a day, and is to be answered on another. */
export const promised = ({ course }: Pick<RequestKind, 'course'>, due: string, receivedOn: string): Promised =>
  course === 'weakness' ? { what: 'judged', on: addWorkingDays(receivedOn, JUDGED_WITHIN) } : { what: 'due', on: due }

/** That a request came in. Undefined: a day that is past, which nobody can promise any more. */
export function received(about: About, day: Promised | undefined): Letter {
  const { mail } = says(about.lang)
  const city = theCity(about.city)
  const promise = day === undefined ? [] : [mail[day.what](day.on)]
  return letter(about, mail.subject(city), [mail.received(city), ...promise, mail.follow(about.link), mail.notYou])
}

/** That there is something to read, or, with `asked`, to answer. */
export function news(about: About, asked: boolean): Letter {
  const { mail } = says(about.lang)
  const lines = [...(asked ? [mail.asked] : []), `${mail.isNews}\n${about.link}`]
  return letter(about, mail.news(theCity(about.city)), lines)
}

/** That it takes its time: sent before the last day. `due`: YYYY-MM-DD. */
export function still(about: About, due: string): Letter {
  const { mail } = says(about.lang)
  return letter(about, mail.subject(theCity(about.city)), [mail.still(due), mail.follow(about.link)])
}
