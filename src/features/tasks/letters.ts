/** The mail about somebody's tasks. */
import type { CityContact, Letter } from '../../model/letter.ts'
import { asPhrase, sentFor } from '../../web/letter.ts'
import { day } from '../../web/language.ts'

type Reminded = {
  /** Of whom it is. */
  readonly name: string
  readonly text: string
  /** YYYY-MM-DD. */
  readonly dueOn: string
  readonly late: boolean
  /** Where it is done. */
  readonly url: string
  readonly city: string
  readonly contact: CityContact
}

/** Reminds of a task that is nearly due, or was. */
export const reminder = ({ name, text, dueOn, late, url, city, contact }: Reminded): Letter => ({
  subject: `Herinnering: ${asPhrase(text)}`,
  body: [
    `Beste ${name},`,
    `Op uw lijst staat: ${asPhrase(text)}.`,
    late
      ? `De afgesproken datum was ${day('nl', dueOn)}. Lukt het niet? Laat weten wanneer wel.`
      : `De afgesproken datum is ${day('nl', dueOn)}.`,
    `Hier kunt u verder:\n${url}`,
    sentFor(city, contact),
  ].join('\n\n'),
})
