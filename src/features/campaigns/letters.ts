/** The mail of a campaign: three steps, where help is, and how to hear no more of it. */
import type { CityContact, Letter, Sender } from '../../model/letter.ts'
import { ifInDoubt, NEVER_ASKS, signedBy, theCity } from '../../web/letter.ts'

type Told = {
  readonly title: string
  readonly aim: string
  readonly steps: readonly string[]
  readonly organisation: string
  readonly link: string
  readonly city: string
  readonly contact: CityContact
  readonly by: Sender
}

/** How somebody reaches the municipality, as the end of a sentence. */
export const reachedBy = ({ phone, email }: CityContact): string =>
  phone !== '' ? `bel ${phone}` : email !== '' ? `stuur een e-mail naar ${email}` : 'bel de gemeente'

/** To one organisation of those that go first. */
export function campaignLetter({ title, aim, steps, organisation, link, city, contact, by }: Told): Letter {
  return {
    subject: `${title}: drie stappen voor ${organisation}`.slice(0, 200),
    body: [
      `Beste ondernemer of bestuurder van ${organisation},`,
      aim,
      `U kunt dit zo doen:\n${steps.map((step, at) => `${at + 1}. ${step}`).join('\n')}`,
      `Lees hier meer:\n${link}`,
      `Lukt het niet? Wij helpen u gratis: ${reachedBy(contact)}.`,
      `Meedoen is vrijwillig. Wilt u hierover niets meer horen? Antwoord dan op deze e-mail of ${reachedBy(contact)}.`,
      `${NEVER_ASKS} ${ifInDoubt(contact, by.name)}`,
      `U krijgt deze e-mail omdat ${theCity(city)} deze campagne houdt. Wie eerst aan de beurt is, is geloot.`,
      signedBy(by, city),
    ].join('\n\n'),
  }
}
