/** What an event may hold, as its form tells it, and back; and what is written of it afterwards. */
import { z } from 'zod'
import { isDate } from '../../lib/iso-date.ts'
import { readPhone } from '../../lib/phone.ts'
import { centsTyped, isWeb, readCents, readPostcode } from '../../lib/typed-values.ts'
import type { Material } from '../../model/event.ts'
import { EVENT_KINDS, EVENT_SUBJECTS, MOST_MATERIAL } from '../../vocabulary/event.ts'
import { ACCESS_MORE, HELP_LANGUAGES, SIGN_UP_WAYS, STEP_FREE } from '../../vocabulary/help.ts'
import { emptyOr, filled, oneOf, several, text, thatIs, word, type Across, type Held } from '../../web/desk/schema.ts'
import { read, whole } from '../../web/desk/values.ts'
import { proposes, type Door } from './here.ts'
import type { Event, EventIn } from './store.ts'

/** `9.30` or `09:30`, as `09:30`; undefined when clocks never show it. */
export function readClock(typed: string): string | undefined {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[.:](\d{2})$/.exec(typed.trim()) ?? []
  return hours !== '' && Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : undefined
}
/** The same as it stands in a form. */
export const clockTyped = (time: string): string => time.replace(':', '.')
/** A time of the day, or what to say when it is none. */
export const clock = (says: string) => text(5, read(readClock, says))

export const EVENT_FIELDS = {
  titel: text(120, filled('Vul de naam van het evenement in.')),
  soort: word(oneOf(EVENT_KINDS, 'Kies wat voor evenement het is.')),
  onderwerp: word(oneOf(EVENT_SUBJECTS, 'Kies waarover het gaat.')),
  over: text(3_000, filled('Schrijf in een paar zinnen wat er gebeurt.')),
  voor_wie: text(300),
  dag: word(thatIs(isDate, 'Vul de dag in, zoals 15 januari 2027.')),
  begint: clock('Vul in hoe laat het begint, zoals 19.30.'),
  laatste: word(emptyOr(isDate, 'Vul de laatste dag in, zoals 16 januari 2027. Of laat het leeg.')),
  eindigt: clock('Vul in hoe laat het eindigt, zoals 21.30.'),
  plek: text(120),
  straat: text(120),
  postcode: text(
    10,
    read((typed) => (typed === '' ? '' : readPostcode(typed)), 'Vul een postcode in, zoals 1234 AB, of laat het leeg.'),
  ),
  plaats: text(80),
  wijk: text(80),
  route: text(800),
  drempelvrij: word(oneOf(STEP_FREE, 'Kies of er een drempel of trap is.')),
  toegang: several(z.array(z.enum(ACCESS_MORE))),
  thuis: text(300),
  taal: word(oneOf(HELP_LANGUAGES, 'Kies een taal.')),
  kosten: text(20, read(readCents, 'Vul een bedrag in, zoals 12,50. Kost het niets? Laat het leeg.')),
  opgeven: word(oneOf(SIGN_UP_WAYS, 'Kies hoe iemand zich opgeeft.')),
  plaatsen: text(4, whole(1, 2_000, 'Vul in hoeveel mensen kunnen komen, van 1 tot 2000.')),
  organisator: text(120, filled('Vul in wie dit organiseert.')),
  telefoon: text(
    40,
    emptyOr((typed) => readPhone(typed) !== undefined, 'Vul een telefoonnummer in, zoals 012 345 67 89.'),
  ),
  website: text(300, emptyOr(isWeb, 'Vul een webadres in dat begint met https://, of laat het leeg.')),
}
type Fields = typeof EVENT_FIELDS
export type TypedEvent = { readonly [K in keyof Fields]: ReturnType<Fields[K]['read']> }

/** When it ends, by what was typed: the same day when no last day was. */
const lastOf = ({ dag, laatste }: Pick<TypedEvent, 'dag' | 'laatste'>): string => (laatste === '' ? dag : laatste)
/** Days that an event may last. */
const LONGEST = 14

/** What must be so of an event as a whole. */
export const EVENT_ACROSS: readonly Across<Fields>[] = [
  {
    field: 'laatste',
    holds: (typed) => {
      const days = (Date.parse(lastOf(typed)) - Date.parse(typed.dag)) / 86_400_000
      return Number.isNaN(days) || (days >= 0 && days <= LONGEST)
    },
    says: 'De laatste dag ligt na de eerste, en hooguit twee weken later.',
  },
  {
    field: 'eindigt',
    holds: (typed) =>
      lastOf(typed) !== typed.dag || (readClock(typed.eindigt) ?? '~') > (readClock(typed.begint) ?? ''),
    says: 'Het eindigt later dan het begint.',
  },
  {
    field: 'plek',
    holds: ({ plek, thuis }) => plek !== '' || thuis !== '',
    says: 'Vul in waar het is. Of vul hieronder in hoe iemand thuis meedoet.',
  },
  {
    field: 'telefoon',
    holds: ({ telefoon, opgeven }) => telefoon !== '' || opgeven !== 'phone',
    says: 'Vul het nummer in waar iemand zich opgeeft.',
  },
]

/** What an organisation leaves to the municipality: its name, and events of its own. `was`: as it stands. */
export const acrossOf = (
  door: Door,
  city: string,
  was?: Pick<Event, 'kind' | 'organiser'>,
): readonly Across<Fields>[] =>
  proposes(door)
    ? [
        ...EVENT_ACROSS,
        {
          field: 'soort',
          holds: ({ soort }) => soort !== 'hack' || was?.kind === 'hack',
          says: 'Een hackevenement zet de gemeente zelf in de agenda. Kies iets anders, of vraag de gemeente.',
        },
        {
          field: 'organisator',
          holds: ({ organisator }) =>
            organisator === was?.organiser ||
            (!/(?<!\p{L})gemeente(?!\p{L})/iu.test(organisator) && organisator.toLowerCase() !== city.toLowerCase()),
          says: 'Noem de gemeente hier niet. Organiseert zij mee? Vraag de gemeente om dat erbij te zetten.',
        },
      ]
    : EVENT_ACROSS
/** What was, does not come again once something is told of it. */
export const notAgain = (event: Event, today: string): readonly Across<Fields>[] =>
  event.came === null && event.lessons === '' && (event.refused !== '' || event.pending.lessons === undefined)
    ? []
    : [
        {
          field: event.ends_on === event.starts_on ? 'dag' : 'laatste',
          holds: (typed) => lastOf(typed) < today || lastOf(typed) === event.ends_on,
          says: 'Er is al opgeschreven wat dit leerde. Is het er nog eens? Maak dan een nieuw evenement.',
        },
      ]
/** What is yet to come stays ahead: who joined would not hear that it was. */
export const notBack = (event: Pick<Event, 'ends_on'>, today: string): readonly Across<Fields>[] => [
  {
    field: 'dag',
    holds: (typed) => event.ends_on < today || lastOf(typed) >= today,
    says: 'Kies een dag die nog komt.',
  },
]

/** An event as it is kept. */
export const eventIn = (held: Held<Fields>): EventIn => ({
  kind: held.soort,
  title: held.titel,
  subject: held.onderwerp,
  about: held.over,
  for_whom: held.voor_wie,
  organiser: held.organisator,
  phone: readPhone(held.telefoon) ?? '',
  website: held.website,
  language: held.taal,
  cost: held.kosten,
  starts_on: held.dag,
  starts: held.begint,
  ends_on: lastOf(held),
  ends: held.eindigt,
  place: held.plek,
  street: held.straat,
  postcode: held.postcode,
  city: held.plaats,
  district: held.wijk,
  route: held.route,
  online: held.thuis,
  step_free: held.drempelvrij,
  access: held.toegang,
  sign_up: held.opgeven,
  places: held.plaatsen,
})

/** An empty form of an event. */
export const newEvent = (organiser: string, city: string): TypedEvent => ({
  titel: '',
  soort: 'seminar',
  onderwerp: 'safety',
  over: '',
  voor_wie: '',
  dag: '',
  begint: '',
  laatste: '',
  eindigt: '',
  plek: '',
  straat: '',
  postcode: '',
  plaats: city,
  wijk: '',
  route: '',
  drempelvrij: 'unknown',
  toegang: [],
  thuis: '',
  taal: 'nl',
  kosten: '',
  opgeven: 'here',
  plaatsen: '20',
  organisator: organiser,
  telefoon: '',
  website: '',
})
/** An event as it stands in its form. */
export const eventTyped = (row: Event): TypedEvent => ({
  titel: row.title,
  soort: row.kind,
  onderwerp: row.subject,
  over: row.about,
  voor_wie: row.for_whom,
  dag: row.starts_on,
  begint: clockTyped(row.starts),
  laatste: row.ends_on === row.starts_on ? '' : row.ends_on,
  eindigt: clockTyped(row.ends),
  plek: row.place,
  straat: row.street,
  postcode: row.postcode,
  plaats: row.city,
  wijk: row.district,
  route: row.route,
  drempelvrij: row.step_free,
  toegang: row.access,
  thuis: row.online,
  taal: row.language,
  kosten: centsTyped(row.cost),
  opgeven: row.sign_up,
  plaatsen: `${row.places}`,
  organisator: row.organiser,
  telefoon: row.phone,
  website: row.website,
})

/** Each line an address with what it is, `https://… de presentatie`; undefined when a line is none. */
export function readMaterial(typed: string): readonly Material[] | undefined {
  const lines = typed.split('\n').filter((line) => line.trim() !== '')
  if (lines.length > MOST_MATERIAL) return undefined
  const read = lines.map((line) => {
    const [, url = '', name = ''] = /^\s*(\S+)\s+(.{1,120}?)\s*$/.exec(line) ?? []
    return isWeb(url) && url.length <= 300 ? { url, name } : undefined
  })
  return read.every((each) => each !== undefined) ? read : undefined
}
/** Material as it is typed. */
export const materialTyped = (material: readonly Material[]): string =>
  material.map(({ url, name }) => `${url} ${name}`).join('\n')

/** What is written after an event. */
export const AFTER_FIELDS = {
  kwamen: text(6, whole(0, 100_000, 'Vul in hoeveel mensen er waren, zoals 24.')),
  lessen: text(6_000, filled('Schrijf op wat u leerde, ook als iets niet lukte.')),
  materiaal: text(
    4_000,
    read(readMaterial, `Zet elk adres op een eigen regel, met daarachter wat het is. Er passen er ${MOST_MATERIAL}.`),
  ),
}
/** Why the municipality takes something off the site, and why it does not take over a change. */
export const OFF_FIELDS = { weg: text(500, filled('Schrijf waarom. Dit staat op het adres van het evenement.')) }
export const REFUSE_FIELDS = { reden: text(500, filled('Schrijf waarom niet. De organisatie leest dit.')) }
/** Why something does not go on, or is not placed. */
export const WHY_FIELDS = { waarom: text(500, filled('Schrijf waarom. Wie het organiseert of zich opgaf, leest dit.')) }
