/** The mail to who reported something: that it came in, and that there is an answer. Never with what was reported. */
import type { CityContact, Letter } from '../../model/letter.ts'
import type { Lang } from '../../web/language.ts'
import { sentFor, theCity } from '../../web/letter.ts'
import type { ReportState } from '../../vocabulary/report.ts'
import { says } from './messages.ts'
import { markOf } from './rules.ts'

type About = {
  readonly lang: Lang
  readonly id: string
  readonly title: string
  readonly city: string
  readonly contact: CityContact
  /** Undefined when it can no longer be made: the one of before still works. */
  readonly link: string | undefined
}

const close = ({ lang, city, contact }: Pick<About, 'lang' | 'city' | 'contact'>): string =>
  lang === 'nl'
    ? sentFor(city, contact)
    : `This message was sent automatically by Leidraad of ${theCity(city)}.` +
      `${contact.phone === '' ? '' : ` Questions? Call ${contact.phone}.`}\n`

const letter = (about: About, lines: readonly string[]): Letter => {
  const { mail } = says(about.lang)
  return {
    subject: mail.subject(markOf(about.id), about.title),
    body: [
      // Not by name: what a stranger types in that field would be a message to whoever has the address.
      mail.hello,
      ...lines,
      about.link === undefined ? mail.again : mail.follow(about.link),
      close(about),
    ].join('\n\n'),
  }
}

/** That a report came in. `due`: YYYY-MM-DD. */
export function received(about: About, due: string): Letter {
  const t = says(about.lang)
  return letter(about, [t.mail.received(about.title), t.due(due), t.mail.notYou])
}

/** What somebody wrote, to whose it is about; the desk sends it on, and answers. Never with the writer's address. */
export function toOwner(
  { id, title, ...said }: { id: string; title: string; name: string; text: string; words: readonly string[] },
  { city, contact }: Pick<About, 'city' | 'contact'>,
): Letter {
  const desk = contact.email === '' ? '' : ` (${contact.email})`
  return {
    subject: `Bericht ${markOf(id)} over ${title}`.slice(0, 200),
    body: [
      'Hallo,',
      `Iemand las op de site van ${theCity(city)} over “${title}”, en schreef u daarover:`,
      [...(said.name === '' ? [] : [`Van: ${said.name}`]), said.text, ...said.words].join('\n\n'),
      `Stuur uw antwoord aan de gemeente${desk}, met nummer ${markOf(id)}. ` +
        'De gemeente antwoordt de schrijver. Die ziet uw e-mailadres niet.',
      close({ lang: 'nl', city, contact }),
    ].join('\n\n'),
  }
}

/** That there is an answer, or a question; `text` is of the municipality. */
export function answered(about: About, state: ReportState, text: string): Letter {
  const t = says(about.lang)
  return letter(about, [
    state === 'asked' ? t.mail.asked(about.title) : t.mail.answered(about.title),
    ...(state === 'asked' ? [] : [`${t.state[state]}.`]),
    text,
  ])
}
