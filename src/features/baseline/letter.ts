/** The letter that invites an organisation. It must not read as phishing: who, what for, until when, how to check. */
import { ifInDoubt, signedBy, TheCity } from '../../web/letter.ts'
import type { CityContact, Sender } from '../../model/letter.ts'
import { day } from '../../web/language.ts'

export type Invitation = {
  readonly city: string
  readonly organisation: string
  readonly link: string
  /** The last day on which the link works. */
  readonly until: Date
  readonly sender: Sender
  readonly contact: CityContact
}

/** The e-mail that invites an organisation, with who invites it and how to be sure of that. */
export const invitationLetter = ({
  city,
  organisation,
  link,
  until,
  sender,
  contact,
}: Invitation): { readonly subject: string; readonly body: string } => ({
  subject: `${TheCity(city)} nodigt ${organisation} uit voor de zelfcheck digitale stad`,
  body: [
    'Beste ondernemer of vrijwilliger,',
    `Hoe veilig zijn de computers van ${organisation}, en de gegevens van uw klanten of leden? Met onze gratis ` +
      'zelfcheck krijgt u daar in een kwartier een beeld van. U ziet daarna wat u als eerste kunt doen.',
    'Meedoen is vrijwillig. De gemeente ziet uw antwoorden niet, behalve als u er zelf een deelt. Zij ziet alleen ' +
      'gemiddelden van groepen van tien of meer organisaties. Wij gebruiken uw antwoorden nooit voor handhaving of ' +
      'bij een aanbesteding.',
    `Begin hier. U heeft geen account nodig:\n${link}`,
    `De link werkt tot en met ${day('nl', until)}. De link is van u: stuur deze e-mail niet door.`,
    'Liever niet? Dat kunt u daar ook aangeven. U hoort er dan niets meer van.',
    ifInDoubt(contact, sender.name),
    signedBy(sender, city),
  ].join('\n\n'),
})
