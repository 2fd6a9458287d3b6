/** The forms of exercises: what may be typed, and what is said when it is not right. */
import { z } from 'zod'
import { isDate } from '../../lib/iso-date.ts'
import { filled, oneOf, text, thatIs, word } from '../../web/desk/schema.ts'
import { timeTyped } from './rules.ts'
import type { Planned } from './store.ts'

const dayField = word(thatIs(isDate, 'Vul een dag in, zoals 15 december 2026.'))

export const WHEN = {
  dag: dayField,
  tijd: word(thatIs((typed) => timeTyped(typed) !== undefined, 'Vul een tijd in, zoals 9.30.')),
  plek: text(200, filled('Vul in waar de oefening is.')),
  leider: word(filled('Kies wie de oefening leidt.')),
  kijker: text(120),
}
export const PLAN = {
  oefening: word(filled('Kies een oefening.')),
  organisatie: word(filled('Kies wie er oefent.')),
  ...WHEN,
}
export type TypedPlan = { readonly [K in keyof typeof PLAN]: string }
/** An empty form, with who is here as its leader. */
export const emptyPlan = (leider: string): TypedPlan => ({
  oefening: '',
  organisatie: '',
  dag: '',
  tijd: '10.00',
  plek: '',
  leider,
  kijker: '',
})
/** What was typed as when, where and under whom. */
export const planned = (held: { readonly [K in keyof typeof WHEN]: string }): Planned => ({
  plannedOn: held.dag,
  starts: timeTyped(held.tijd)!,
  place: held.plek,
  leader: held.leider,
  observer: held.kijker,
})

export const CANCEL = { reden: text(500, filled('Schrijf waarom de oefening niet doorgaat.')) }
/** A message by its place: given, or skipped, with why as far as somebody says. */
export const MESSAGE = { bericht: word(z.string().regex(/^\d{1,2}$/)), waarom: text(500) }
export const NOTE = {
  soort: word(oneOf(['action', 'seen'], 'Kies wat u opschrijft.')),
  rol: word(z.string()),
  minuut: word(z.string().regex(/^\d{0,4}$/, 'Vul een aantal minuten in, of niets.')),
  regel: text(1_000, filled('Schrijf wat er gebeurde of is besloten.')),
}
export const END = { verslag: text(2_000, filled('Schrijf in een paar zinnen hoe het ging.')) }
export const REMARK = { opmerking: text(1_000, filled('Schrijf wat u nog wilt opmerken.')) }
const WHO = {
  wie: word(filled('Kies wie het doet of volgt.')),
  organisatie: text(120),
  functie: text(120),
  voor_dag: dayField,
}
export const MEASURE = {
  bevinding: word(z.string()),
  /** Empty where a finding is chosen: that is what was learnt. */
  les: text(500),
  maatregel: text(500, filled('Schrijf wat er gaat gebeuren.')),
  ...WHO,
}
export const GIVE = WHO
type HeldWho = { readonly [K in keyof typeof WHO]: string }
/** Who does it, as it is kept. */
export const doneBy = ({ wie, voor_dag, organisatie, functie }: HeldWho) => ({
  owner: wie,
  dueOn: voor_dag,
  doer: organisatie,
  doerRole: functie,
})
/** What is wrong of who does it and when: `owners` may, and an organisation outside is named with an office there. */
export const wrongIn = (held: HeldWho | undefined, owners: readonly { readonly id: string }[], today: string) => ({
  ...(held && !owners.some(({ id }) => id === held.wie) && { wie: 'Kies wie het doet of volgt.' }),
  ...(held && held.voor_dag < today && { voor_dag: 'Kies een dag die nog komt.' }),
  ...(held && held.organisatie === '' && held.functie !== '' && { organisatie: 'Vul in welke organisatie het doet.' }),
  ...(held && held.organisatie !== '' && held.functie === '' && { functie: 'Vul in welke functie daar het doet.' }),
})
export const PROOF = { bewijs: text(1_000, filled('Beschrijf in een zin waaraan het te zien is.')) }
export const VERDICT = {
  oordeel: word(oneOf(['accepted', 'insufficient', 'dropped'], 'Kies wat u ervan vindt.')),
  toelichting: text(1_000, filled('Schrijf waarom.')),
}
export const WEIGH = {
  punt: word(z.string()),
  oordeel: word(oneOf(['met', 'partly', 'unmet'], 'Kies wat de oefening liet zien.')),
  gezien: text(1_000, filled('Schrijf wat er te zien was.')),
}
