/** What a party is written about a pledge: it hears first, and what it said is answered. */
import { day } from '../../../lib/day.ts'
import type { CityContact, Letter } from '../../../model/letter.ts'

type About = {
  /** Of the contact. */
  readonly name: string
  readonly city: string
  readonly pledge: string
  /** The page at the desk, for who has an account. */
  readonly link: string
  readonly contact: CityContact
}
type Missed = About & { readonly objectUntil: string | null; readonly planDue: string | null }

const hello = (name: string): string => (name === '' ? 'Goedendag,' : `Beste ${name},`)

/** Who has no account has a link: it opens that page, and gives a new one when it is past its day. */
function where({ link, contact: { phone, email } }: About): readonly string[] {
  const ways = [phone === '' ? [] : `bel ${phone}`, email === '' ? [] : `schrijf naar ${email}`].flat()
  const else_ = ways.length === 0 ? 'vraag het uw aanspreekpunt bij de gemeente' : ways.join(' of ')
  return [
    `Heeft u een account? Log in en ga naar uw afspraak:\n${link}`,
    'Heeft u geen account? Open dan de link die u kreeg om te tekenen, en kies “oordeel over uw afspraken”. Is de ' +
      `link verlopen? Dan vraagt u op die pagina een nieuwe. Kunt u hem niet meer vinden? Dan kan het zo: ${else_}.`,
  ]
}

/** A pledge was not kept: what one can say to it, and what is asked. */
export const missed = (of: Missed): Letter => ({
  subject: `Oordeel over uw afspraak: ${of.pledge}`,
  body: [
    hello(of.name),
    `De toetser van gemeente ${of.city} heeft gekeken naar de afspraak “${of.pledge}”. Het oordeel is: niet gehaald.`,
    'U leest dit als eerste. Anderen lezen het nog niet.',
    ...(of.objectUntil === null
      ? []
      : [`Klopt het niet? Laat dat weten tot en met ${day('nl', of.objectUntil)}. U krijgt antwoord.`]),
    ...(of.planDue === null
      ? []
      : [`Wij vragen u om een verbeterplan. Lever dat in tot en met ${day('nl', of.planDue)}.`]),
    ...where(of),
  ].join('\n\n'),
})

const ANSWERS = {
  upheld: 'Uw bezwaar klopt. De toetser kijkt opnieuw. Tot dan vragen wij u geen verbeterplan.',
  rejected: 'Wij blijven bij het oordeel.',
  'plan-accepted': 'Uw verbeterplan is aanvaard.',
  'plan-returned': 'Uw verbeterplan is nog niet compleet. Vul het aan en lever het opnieuw in.',
} as const
export type Answered = keyof typeof ANSWERS

/** What a party said was answered. `text`: why, in the words of who answered. */
export const answered = (of: About & { readonly what: Answered; readonly text: string }): Letter => ({
  subject: `Antwoord over uw afspraak: ${of.pledge}`,
  body: [
    hello(of.name),
    `Gemeente ${of.city} las wat u schreef over de afspraak “${of.pledge}”. ${ANSWERS[of.what]}`,
    ...(of.what === 'plan-accepted' ? [] : [of.text]),
    ...where(of),
  ].join('\n\n'),
})
