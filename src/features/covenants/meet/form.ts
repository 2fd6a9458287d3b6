/** The form of a meeting: what it holds, and when that is right. */
import { isDate } from '../../../lib/iso-date.ts'
import { MEETING_KINDS, type MeetingKind } from '../../../vocabulary/covenant.ts'
import { filled, oneOf, several, text, thatIs, ticked, word } from '../../../web/desk/schema.ts'
import { z } from 'zod'
import type { Meeting } from './store.ts'

const KINDS = Object.keys(MEETING_KINDS) as [MeetingKind, ...MeetingKind[]]
const date = word(thatIs(isDate, 'Vul een datum in, zoals 11 maart 2027.'))

export const PLAN = {
  soort: word(oneOf(KINDS, 'Kies wat voor bijeenkomst het is.')),
  datum: date,
  plaats: text(300),
  agenda: text(4_000, filled('Schrijf op waar de bijeenkomst over gaat. Dat staat in de uitnodiging.')),
}

export const CHANGE = {
  datum: date,
  plaats: text(300),
  agenda: PLAN.agenda,
  verslag: text(20_000),
  aanwezig: several(z.array(z.string())),
  openbaar: ticked,
}
export const LABELS = {
  datum: 'Datum',
  plaats: 'Plaats',
  agenda: 'Agenda',
  verslag: 'Verslag',
  aanwezig: 'Wie er was',
  openbaar: 'Openbaar',
}

/** What stands there now, by the fields of the form. */
export const valuesOf = ({ heldOn, place, agenda, notes, present, public: open }: Meeting) => ({
  datum: heldOn,
  plaats: place,
  agenda,
  verslag: notes,
  aanwezig: present,
  openbaar: open ? ['ja'] : [],
})

export const DECISION = {
  tekst: text(4_000, filled('Schrijf op wat er is besloten.')),
  akkoord: text(500, filled('Schrijf op wie het besloot, bijvoorbeeld: de hele stuurgroep.')),
  over: word(z.string()),
}

export const REPORT = {
  van: date,
  tot: date,
  voorwoord: text(8_000, filled('Schrijf een voorwoord. Cijfers alleen zeggen te weinig.')),
  vragen: text(4_000),
}
