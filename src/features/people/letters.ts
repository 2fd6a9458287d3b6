/** The mail to colleagues that nobody writes. */
import type { CityContact, Letter } from '../../model/letter.ts'
import { sentFor } from '../../web/letter.ts'

type Daily = {
  /** What each message that waited is about. */
  readonly subjects: readonly string[]
  readonly origin: string
  readonly city: string
  readonly contact: CityContact
}

/** What waited for somebody's daily message, in one. */
export const daily = ({ subjects, origin, city, contact }: Daily): Letter => ({
  subject:
    subjects.length === 1
      ? `Leidraad: ${subjects[0]!.replace(/^./u, (sign) => sign.toLowerCase())}`
      : `Leidraad: ${subjects.length} berichten voor u`,
  body: [
    'Goedemorgen,',
    `Dit speelt er voor u:\n${subjects.map((subject) => `- ${subject}`).join('\n')}`,
    `Alles staat op ${origin}/balie`,
    sentFor(city, contact),
  ].join('\n\n'),
})
