/** The mail to who follows a contract when a supplier does not keep a promise. */
import type { CityContact, Letter } from '../../model/letter.ts'
import { day } from '../../web/language.ts'
import { sentFor } from '../../web/letter.ts'

type Broken = {
  readonly name: string
  readonly contract: string
  readonly title: string
  readonly said: string
  readonly follows: string
  /** YYYY-MM-DD. */
  readonly seenOn: string
  readonly url: string
  readonly city: string
  readonly contact: CityContact
}

/** Tells what was seen, and what the contract says should follow. */
export const notKept = ({ name, contract, title, said, follows, seenOn, url, city, contact }: Broken): Letter => ({
  subject: `Niet nagekomen: ${title}`,
  body: [
    `Beste ${name},`,
    `Bij het contract “${contract}” is een plicht niet nagekomen: ${title}.`,
    `Gezien op ${day('nl', seenOn)}: ${said}`,
    `In het contract staat wat dan volgt: ${follows}`,
    `Hier leest u meer:\n${url}`,
    sentFor(city, contact),
  ].join('\n\n'),
})
