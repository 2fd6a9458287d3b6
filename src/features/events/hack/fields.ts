/** What the forms of a hack event may hold. */
import { isDate } from '../../../lib/iso-date.ts'
import { isEmail } from '../../../lib/mail-address.ts'
import { readPhone } from '../../../lib/phone.ts'
import { isSpokenNumber, squeezedNumber } from '../../../lib/spoken-number.ts'
import { HACK_RULES_VERSION } from '../../../vocabulary/hack.ts'
import type { Values } from '../../../web/desk/edit.tsx'
import { emptyOr, file, filled, oneOf, text, thatIs, word, type Across } from '../../../web/desk/schema.ts'
import { read } from '../../../web/desk/values.ts'
import { day } from '../../../web/language.ts'
import { clock, clockTyped, readClock } from '../fields.ts'
import type { Event } from '../store.ts'
import type { Agreed, Target, TargetIn } from './store.ts'

const PHONE = 'Vul een telefoonnummer in dat de hele tijd wordt opgenomen, zoals 06 12 34 56 78.'
export const AGREED_FIELDS = {
  stopnaam: text(80, filled('Vul in wie een systeem mag laten uitzetten.')),
  stoptelefoon: text(40, read(readPhone, PHONE)),
  verboden: text(2_000),
}

export const TARGET_FIELDS = {
  systeem: text(120, filled('Vul in hoe het systeem heet.')),
  adres: text(300, filled('Vul het adres in, of waar het apparaat staat.')),
  leverancier: text(120, filled('Vul in van wie het systeem is, of wie het levert.')),
  contact: text(120),
  mail: text(254, emptyOr(isEmail, 'Vul een e-mailadres in, of laat het leeg.')),
  dag: word(thatIs(isDate, 'Vul de dag in waarop het mag.')),
  van: clock('Vul in vanaf hoe laat het mag, zoals 10.00.'),
  laatste: word(thatIs(isDate, 'Vul de dag in waarop het ophoudt.')),
  tot: clock('Vul in tot hoe laat het mag, zoals 16.00.'),
  grenzen: text(1_000),
}
type TargetFields = typeof TARGET_FIELDS
export type TypedTarget = { readonly [K in keyof TargetFields]: ReturnType<TargetFields[K]['read']> }

const daysOf = (from: string, until: string): string =>
  from === until ? day('nl', from) : `${day('nl', from)} tot en met ${day('nl', until)}`

/** The time of a system lies within its event. */
export const targetAcross = ({
  starts_on: from,
  ends_on: until,
}: Pick<Event, 'starts_on' | 'ends_on'>): readonly Across<TargetFields>[] => [
  {
    field: 'dag',
    holds: ({ dag, laatste }) => dag >= from && laatste <= until,
    says: `Blijf binnen de dagen van het evenement: ${daysOf(from, until)}.`,
  },
  {
    field: 'tot',
    holds: ({ dag, van, laatste, tot }) => `${dag} ${readClock(van) ?? ''}` < `${laatste} ${readClock(tot) ?? '~'}`,
    says: 'Het houdt later op dan het begint.',
  },
]
/** A form of a new system: the whole event long. */
export const newTarget = (event: Event): TypedTarget => ({
  systeem: '',
  adres: '',
  leverancier: '',
  contact: '',
  mail: '',
  dag: event.starts_on,
  van: clockTyped(event.starts),
  laatste: event.ends_on,
  tot: clockTyped(event.ends),
  grenzen: '',
})
/** A system as it stands in its form. */
export const targetTyped = (row: Target): TypedTarget => ({
  systeem: row.name,
  adres: row.address,
  leverancier: row.supplier,
  contact: row.contact,
  mail: row.contact_email,
  dag: row.opens_on,
  van: clockTyped(row.opens),
  laatste: row.closes_on,
  tot: clockTyped(row.closes),
  grenzen: row.limits,
})
/** A system as it is kept. */
export const targetIn = (held: TypedTarget): TargetIn => ({
  name: held.systeem,
  address: held.adres,
  supplier: held.leverancier,
  contact: held.contact,
  contact_email: held.mail,
  opens_on: held.dag,
  opens: held.van,
  closes_on: held.laatste,
  closes: held.tot,
  limits: held.grenzen,
})

/** What the letter of a system says: what its supplier signs for, by the names it has there. */
export const letterSays = (row: Target, agreed: Agreed): Values => ({
  Systeem: row.name,
  Adres: row.address,
  Leverancier: row.supplier,
  Vanaf: `${row.opens_on} ${row.opens}`,
  Tot: `${row.closes_on} ${row.closes}`,
  'Niet bij dit systeem': row.limits,
  Stoptelefoon: agreed.stopPhone,
  'Ook verboden': agreed.forbidden,
  Regels: String(HACK_RULES_VERSION),
})

const SAID = ['given', 'refused', 'withdrawn'] as const
export const CONSENT_FIELDS = {
  antwoord: word(oneOf(SAID, 'Kies wat de leverancier zei.')),
  naam: text(120),
  functie: text(120),
  op: word(emptyOr(isDate, 'Vul de dag in, zoals 15 januari 2027.')),
  bestand: file,
}
type ConsentFields = typeof CONSENT_FIELDS
/** A yes has a name, a day that is not still to come, and what was signed: the site says that there is a signature. */
export const consentAcross = (today: string): readonly Across<ConsentFields>[] => [
  {
    field: 'naam',
    holds: ({ antwoord, naam }) => antwoord !== 'given' || naam !== '',
    says: 'Vul in wie voor de leverancier tekende.',
  },
  {
    field: 'op',
    holds: ({ antwoord, op }) => antwoord !== 'given' || (op !== '' && op <= today),
    says: 'Vul in op welke dag er is getekend: vandaag of eerder.',
  },
  {
    field: 'bestand',
    holds: ({ antwoord, bestand }) => antwoord !== 'given' || (bestand?.size ?? 0) > 0,
    says: 'Kies het bestand met de handtekening. Zonder bestand is er geen toestemming.',
  },
]

export const FINDING_FIELDS = {
  nummer: text(
    40,
    read(
      (typed) => (isSpokenNumber(squeezedNumber(typed)) ? squeezedNumber(typed) : undefined),
      'Vul het nummer van de melding in, zoals 7HX3M-9WF2C. Het staat boven de melding.',
    ),
  ),
}
export const UNTIE_FIELDS = { waarom: text(200, filled('Vul in waarom deze melding er niet bij hoort.')) }
