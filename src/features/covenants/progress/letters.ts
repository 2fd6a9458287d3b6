/** What a party is written about a pledge: it hears first. */
import { day } from '../../../lib/day.ts'
import type { CityContact } from '../../../model/letter.ts'

type Missed = {
  readonly name: string
  readonly city: string
  readonly pledge: string
  readonly objectUntil: string | null
  readonly planDue: string | null
  readonly link: string
  readonly contact: CityContact
}

/** Who only has a link to sign cannot log in: then a person at the municipality writes it down. */
const byHand = ({ phone, email }: CityContact): string => {
  const ways = [phone === '' ? [] : `bel ${phone}`, email === '' ? [] : `schrijf naar ${email}`].flat()
  return ways.length === 0 ? 'vraag het uw aanspreekpunt bij de gemeente' : ways.join(' of ')
}

/** A pledge was not kept: what one can say to it, and what is asked. */
export const missed = ({ name, city, pledge, objectUntil, planDue, link, contact }: Missed) => ({
  subject: `Oordeel over uw afspraak: ${pledge}`,
  body: [
    name === '' ? 'Goedendag,' : `Beste ${name},`,
    `De toetser van gemeente ${city} heeft gekeken naar de afspraak “${pledge}”. Het oordeel is: niet gehaald.`,
    'U leest dit als eerste. Anderen lezen het nog niet.',
    ...(objectUntil === null
      ? []
      : [`Klopt het niet? Laat dat weten tot en met ${day('nl', objectUntil)}. U krijgt antwoord.`]),
    ...(planDue === null ? [] : [`Wij vragen u om een verbeterplan. Lever dat in tot en met ${day('nl', planDue)}.`]),
    `Heeft u een account? Log in en ga naar uw afspraak:\n${link}`,
    `Heeft u geen account? Dan kan het ook zo: ${byHand(contact)}. Wij leggen vast wat u zegt. ` +
      'Wij sturen u het oordeel ook toe, als u erom vraagt.',
  ].join('\n\n'),
})
