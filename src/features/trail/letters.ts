/** The mail about the trail. */
import type { Letter } from '../../model/letter.ts'
import { sentFor } from '../../web/letter.ts'
import { day, number } from '../../web/language.ts'

type Head = {
  readonly city: string
  readonly slug: string
  /** YYYY-MM-DD. */
  readonly today: string
  readonly no: number
  readonly hash: string
}

/** How far the trail is, and by which command that is held against it later. */
export const headOfTrail = ({ city, slug, today, no, hash }: Head): Letter => ({
  subject: `Logboek van ${city} op ${day('nl', today)}: ${number('nl', no)} regels`,
  body: [
    `Het logboek van ${city} heeft ${number('nl', no)} regels. Het controlegetal van de laatste regel is:\n${hash}`,
    'Houd dit bericht ook buiten Leidraad vast. Zo kunt u later zien of iemand het logboek heeft herschreven:\n' +
      `./leidraad audit --gemeente ${slug} --head ${no}:${hash}`,
    sentFor(city, { phone: '', email: '' }),
  ].join('\n\n'),
})
