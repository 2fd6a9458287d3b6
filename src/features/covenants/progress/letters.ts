/** What a party is written about a pledge: it hears first. */
import { day } from '../../../lib/day.ts'

type Missed = {
  readonly name: string
  readonly city: string
  readonly pledge: string
  readonly objectUntil: string | null
  readonly planDue: string | null
  readonly link: string
}

/** A pledge was not kept: what one can say to it, and what is asked. */
export const missed = ({ name, city, pledge, objectUntil, planDue, link }: Missed) => ({
  subject: `Oordeel over uw afspraak: ${pledge}`,
  body: [
    name === '' ? 'Goedendag,' : `Beste ${name},`,
    `De toetser van gemeente ${city} heeft gekeken naar de afspraak “${pledge}”. Het oordeel is: niet gehaald.`,
    'U leest dit als eerste. Anderen lezen het nog niet.',
    ...(objectUntil === null
      ? []
      : [`Klopt het niet? Laat dat weten tot en met ${day('nl', objectUntil)}. U krijgt antwoord.`]),
    ...(planDue === null ? [] : [`Wij vragen u om een verbeterplan. Lever dat in tot en met ${day('nl', planDue)}.`]),
    `Log in en ga naar uw afspraak:\n${link}`,
  ].join('\n\n'),
})
