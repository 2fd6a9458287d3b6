/** The forms of help in need: what may be typed, and what is said when it is not right. */
import { z } from 'zod'
import { dutchMoment, dutchTime } from '../../lib/dutch-time.ts'
import { readPhone } from '../../lib/phone.ts'
import { CALL_ANSWER_IDS, HOUR_IDS, SKILL_IDS } from '../../vocabulary/buddy.ts'
import { CLUSTERS } from '../../vocabulary/group.ts'
import { filled, oneOf, several, text, thatIs, ticked, word, type Across } from '../../web/desk/schema.ts'
import type { Asked } from './incident-store.ts'
import type { Offer, Offered } from './offer-store.ts'

const phone = text(
  30,
  thatIs((typed) => readPhone(typed) !== undefined, 'Vul een telefoonnummer in, zoals 06 12 34 56 78.'),
)
const contact = text(120, filled('Vul in wie de telefoon opneemt.'))

/** Districts as they are chosen, or typed where none are known: with commas, or each on its own line. */
export const areasTyped = (typed: readonly string[]): readonly string[] =>
  [...new Set(typed.flatMap((each) => each.split(/[,\n]/)).map((each) => each.trim()))].filter(Boolean)

export const OFFER = {
  kan: several(z.array(z.enum(SKILL_IDS as [string, ...string[]])).min(1, 'Kies waarmee u kunt helpen.')),
  wat: text(500, filled('Schrijf in een paar zinnen wat u kunt doen.')),
  uren: word(oneOf(HOUR_IDS as ['office', 'evenings', 'always'], 'Kies wanneer iemand u kan bellen.')),
  uren_meer: text(200),
  wijken: several(
    z
      .array(z.string().max(1_000, 'Noem hooguit twintig wijken.'))
      .refine((typed) => areasTyped(typed).length <= 20, 'Noem hooguit twintig wijken.'),
  ),
  groepen: several(z.array(z.enum(CLUSTERS))),
  wie: contact,
  telefoon: phone,
}
export type TypedOffer = {
  readonly kan: readonly string[]
  readonly wat: string
  readonly uren: string
  readonly uren_meer: string
  readonly wijken: readonly string[]
  readonly groepen: readonly string[]
  readonly wie: string
  readonly telefoon: string
}
export const emptyOffer: TypedOffer = {
  kan: [],
  wat: '',
  uren: 'office',
  uren_meer: '',
  wijken: [],
  groepen: [],
  wie: '',
  telefoon: '',
}
/** What an offer holds, as its form has it. */
export const offerTyped = (offer: Offer): TypedOffer => ({
  kan: offer.skills,
  wat: offer.what,
  uren: offer.hours,
  uren_meer: offer.hoursNote,
  wijken: offer.areas,
  groepen: offer.clusters,
  wie: offer.contact,
  telefoon: offer.phone,
})
/** The first district that is none of those that are known; undefined where all are, or where none are known. */
export const unknownDistrict = (typed: readonly string[], known: readonly string[]): string | undefined =>
  known.length === 0 ? undefined : areasTyped(typed).find((each) => !known.includes(each))
/** What was typed as an offer. */
export const offered = (held: Omit<TypedOffer, 'uren'> & { readonly uren: Offered['hours'] }): Offered => ({
  skills: held.kan as Offered['skills'],
  what: held.wat,
  hours: held.uren,
  hoursNote: held.uren_meer,
  areas: areasTyped(held.wijken),
  clusters: held.groepen,
  contact: held.wie,
  phone: readPhone(held.telefoon)!,
})

/** What is agreed, each with a box of its own; nothing is ticked beforehand. */
const yes = (says: string) => ({
  ...ticked,
  holds: z.array(z.string()).refine((values) => values.includes('ja'), says),
})
export const AGREE = {
  geheimhouding: yes('Vink geheimhouding aan, of teken niet.'),
  aansprakelijkheid: yes('Vink aansprakelijkheid aan, of teken niet.'),
  stoppen: yes('Vink stoppen aan, of teken niet.'),
  naam: text(120, filled('Vul uw naam in.')),
  functie: text(120, filled('Vul uw functie in.')),
}

export const ASK = {
  wat: text(1_000, filled('Schrijf wat er aan de hand is.')),
  waar: text(200, filled('Schrijf waar het is.')),
  dag: word(z.string()),
  tijd: word(z.string()),
  nodig: several(z.array(z.enum(SKILL_IDS as [string, ...string[]])).min(1, 'Kies wat u nodig heeft.')),
  wie: contact,
  telefoon: phone,
}
export type TypedAsk = {
  readonly wat: string
  readonly waar: string
  readonly dag: string
  readonly tijd: string
  readonly nodig: readonly string[]
  readonly wie: string
  readonly telefoon: string
}
/** A moment of the past, as it stands in two fields; a time may be typed with a dot. */
export const sinceTyped = ({ dag, tijd }: Pick<TypedAsk, 'dag' | 'tijd'>): Date | undefined => {
  const at = dutchMoment(dag, tijd.replace('.', ':'))
  return at !== undefined && at.getTime() <= Date.now() + 60_000 ? at : undefined
}
export const ASK_ACROSS: readonly Across<typeof ASK>[] = [
  {
    field: 'tijd',
    holds: (typed) => sinceTyped(typed) !== undefined,
    says: 'Vul een dag en een tijd in die al voorbij is, zoals 29 november 2026 en 14.05 uur.',
  },
]
/** An empty form, as of now. */
export const emptyAsk = (now: Date): TypedAsk => {
  const { date, time } = dutchTime(now)
  return { wat: '', waar: '', dag: date, tijd: time.replace(':', '.'), nodig: [], wie: '', telefoon: '' }
}
/** What was typed as what is asked. */
export const asked = (held: TypedAsk): Asked => ({
  what: held.wat,
  place: held.waar,
  since: sinceTyped(held)!,
  needs: held.nodig as Asked['needs'],
  contact: held.wie,
  phone: readPhone(held.telefoon)!,
})

export const CALLED = { maatje: word(z.string()), tekst: text(500) }
export const ANSWERED = {
  oproep: word(z.string()),
  antwoord: word(oneOf(CALL_ANSWER_IDS as ['yes', 'later', 'no'], 'Kies een antwoord.')),
  toelichting: text(500),
}
/** Who comes later says when. */
export const ANSWER_ACROSS: readonly Across<typeof ANSWERED>[] = [
  {
    field: 'toelichting',
    holds: ({ antwoord, toelichting }) => antwoord !== 'later' || toelichting !== '',
    says: 'Schrijf wanneer u wel kunt.',
  },
]
export const NOTED = { regel: text(1_000, filled('Schrijf wat er gebeurde of is besloten.')) }
export const ENDED = {
  gedaan: text(2_000, filled('Schrijf wat er is gedaan.')),
  lessen: text(2_000, filled('Schrijf wat u hiervan leert. Is er niets? Schrijf dat dan.')),
}
export const CODE = { code: text(40, filled('Vul de code in die u kreeg.')) }
