/** The letter to the owner of a premises: what two people saw, before anybody else reads it. */
import type { CityContact, Sender } from '../../model/letter.ts'
import { day } from '../../web/language.ts'
import { ifInDoubt, signedBy, TheCity } from '../../web/letter.ts'

export type OwnerLetter = {
  readonly city: string
  readonly premises: string
  readonly street: string
  readonly link: string
  /** The last day on which a reaction is waited for. */
  readonly until: string
  readonly seenOn: string
  /** It comes in the place of an outcome that the owner was told of before. */
  readonly repaired: boolean
  readonly sender: Sender
  readonly contact: CityContact
}

/** It says what happened, until when one can react, and that nothing with a name is public without consent. */
export const ownerLetter = ({
  city,
  premises,
  street,
  link,
  until,
  seenOn,
  repaired,
  sender,
  contact,
}: OwnerLetter) => ({
  subject: repaired
    ? `De uitkomst van ${premises} is hersteld: u leest haar als eerste`
    : `${TheCity(city)} bekeek ${premises}: u leest de uitkomst als eerste`,
  body: [
    'Beste ondernemer,',
    `Op ${day('nl', seenOn)} bekeken twee mensen de ${street}. Zij keken of bezoekers worden gevolgd. Ook keken ` +
      `zij of betalen en wifi zonder gegevens kunnen. Dat deden zij ook in ${premises}.`,
    ...(repaired ? ['De uitkomst is hersteld. Wat u eerder las, geldt niet meer. Waarom staat erbij.'] : []),
    `Hier leest u wat zij zagen. U heeft geen account nodig:\n${link}`,
    `Klopt er iets niet? Schrijf dat daar uiterlijk op ${day('nl', until)}. Wie de uitkomst vaststelde, leest het.`,
    'Daarna komt op onze site hoe het in de hele straat is: alleen aantallen. De naam van uw zaak staat er ' +
      'alleen als u dat op die pagina zelf kiest. U kunt dat later weer intrekken.',
    'Wij gebruiken dit niet voor handhaving.',
    ifInDoubt(contact, sender.name),
    signedBy(sender, city),
  ].join('\n\n'),
})
