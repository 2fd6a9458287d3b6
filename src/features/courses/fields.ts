/** What a place and a course may hold, as a form or a file tells it, and back. */
import { z } from 'zod'
import { isDate } from '../../lib/iso-date.ts'
import { readPhone } from '../../lib/phone.ts'
import { centsTyped, isWeb, readCents, readPostcode } from '../../lib/typed-values.ts'
import { degreesOfGrid, gridOfDegrees } from '../../lib/rijksdriehoek.ts'
import {
  ACCESS_MORE,
  COURSE_LEVELS,
  HELP_LANGUAGES,
  HELP_SUBJECTS,
  OWN_DEVICE,
  PLACE_KINDS,
  SIGN_UP_WAYS,
  STEP_FREE,
} from '../../vocabulary/help.ts'
import { emptyOr, filled, oneOf, several, text, thatIs, ticked, word } from '../../web/desk/schema.ts'
import { read, whole } from '../../web/desk/values.ts'
import { NO_TIMES, TIMES_FIELDS, timesTyped, type TypedTimes } from './form-times.tsx'
import type { Course, Place } from './store.ts'

/** `52.1601, 4.4970` as metres of the Dutch grid; undefined when it is no point in the Netherlands. */
export function readPoint(typed: string): { readonly x: number; readonly y: number } | undefined {
  const [, lat, lon] = /^\s*(\d{2}(?:\.\d{1,10})?)\s*,\s*(\d(?:\.\d{1,10})?)\s*$/.exec(typed) ?? []
  return lat === undefined ? undefined : gridOfDegrees(Number(lon), Number(lat))
}
/** A point as it is typed. */
export function pointTyped(x: number | null, y: number | null): string {
  if (x === null || y === null) return ''
  const { lon, lat } = degreesOfGrid(x, y)
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`
}

const BOTH = {
  aanbieder: text(120, filled('Vul in wie dit doet, zoals Bibliotheek Sluiswijk.')),
  telefoon: text(
    40,
    emptyOr((typed) => readPhone(typed) !== undefined, 'Vul een telefoonnummer in, zoals 012 345 67 89.'),
  ),
  website: text(300, emptyOr(isWeb, 'Vul een webadres in dat begint met https://, of laat het leeg.')),
  over: text(1_500),
  melding: text(300),
  kosten: text(20, read(readCents, 'Vul een bedrag in, zoals 12,50. Kost het niets? Laat het leeg.')),
  ...TIMES_FIELDS,
}

export const PLACE_FIELDS = {
  naam: text(120, filled('Vul de naam van de plek in.')),
  soort: word(oneOf(PLACE_KINDS, 'Kies wat voor plek het is.')),
  straat: text(120, filled('Vul straat en huisnummer in.')),
  postcode: text(10, read(readPostcode, 'Vul een postcode in, zoals 1234 AB.')),
  plaats: text(80, filled('Vul de plaats in.')),
  wijk: text(80),
  punt: text(
    60,
    emptyOr((typed) => readPoint(typed) !== undefined, 'Vul een punt in Nederland in, zoals 52.1601, 4.4970.'),
  ),
  route: text(800),
  drempelvrij: word(oneOf(STEP_FREE, 'Kies of er een drempel of trap is.')),
  toegang: several(z.array(z.enum(ACCESS_MORE))),
  onderwerp: several(z.array(z.enum(HELP_SUBJECTS)).min(1, 'Kies waarover hulp is.')),
  taal: several(z.array(z.enum(HELP_LANGUAGES)).min(1, 'Kies in welke taal hulp is.')),
  ...BOTH,
}

export const COURSE_FIELDS = {
  titel: text(120, filled('Vul de naam van de cursus in.')),
  onderwerp: word(oneOf(HELP_SUBJECTS, 'Kies waarover de cursus gaat.')),
  voor_wie: text(300),
  niveau: word(oneOf(COURSE_LEVELS, 'Kies een niveau.')),
  taal: word(oneOf(HELP_LANGUAGES, 'Kies een taal.')),
  plek: word(z.string()),
  zaal: text(120),
  thuis: text(200),
  eerste: word(thatIs(isDate, 'Vul de eerste dag in, zoals 1 december 2026.')),
  laatste: word(thatIs(isDate, 'Vul de laatste dag in, zoals 15 januari 2027.')),
  plaatsen: text(4, whole(1, 500, 'Vul in hoeveel mensen meedoen, van 1 tot 500.')),
  per_helper: text(
    4,
    read(
      (typed) => (typed === '' ? null : /^[1-9]\d?$|^100$/.test(typed) ? Number(typed) : undefined),
      'Vul een getal in van 1 tot 100, of laat het leeg.',
    ),
  ),
  inschrijven: word(oneOf(SIGN_UP_WAYS, 'Kies hoe iemand zich inschrijft.')),
  apparaat: word(oneOf(OWN_DEVICE, 'Kies of iemand een eigen apparaat meeneemt.')),
  gesprek: ticked,
  bewijs: ticked,
  ...BOTH,
}

type TypedAll<F> = { readonly [K in keyof F]: F[K] extends { read: (...args: never[]) => infer T } ? T : never }
export type TypedPlace = TypedAll<typeof PLACE_FIELDS>
export type TypedCourse = TypedAll<typeof COURSE_FIELDS>

const NOTHING = { aanbieder: '', telefoon: '', website: '', over: '', melding: '', kosten: '' }
type Both = { provider: string; phone: string; website: string; about: string; alert: string; cost: number }
const bothTyped = (row: Both & { readonly times: Place['times'] }): typeof NOTHING & TypedTimes => ({
  aanbieder: row.provider,
  telefoon: row.phone,
  website: row.website,
  over: row.about,
  melding: row.alert,
  kosten: centsTyped(row.cost),
  ...timesTyped(row.times),
})

/** An empty form of a place. */
export const newPlace = (provider: string, city: string): TypedPlace => ({
  ...NOTHING,
  ...timesTyped(NO_TIMES),
  naam: '',
  soort: 'information-point',
  straat: '',
  postcode: '',
  plaats: city,
  wijk: '',
  punt: '',
  route: '',
  drempelvrij: 'unknown',
  toegang: [],
  onderwerp: [],
  taal: ['nl'],
  aanbieder: provider,
})
/** A place as it stands in its form. */
export const placeTyped = (row: Place): TypedPlace => ({
  ...bothTyped(row),
  naam: row.name,
  soort: row.kind,
  straat: row.street,
  postcode: row.postcode,
  plaats: row.city,
  wijk: row.district,
  punt: pointTyped(row.x, row.y),
  route: row.route,
  drempelvrij: row.step_free,
  toegang: row.access,
  onderwerp: row.subjects,
  taal: row.languages,
})
/** An empty form of a course. */
export const newCourse = (provider: string, place: string): TypedCourse => ({
  ...NOTHING,
  ...timesTyped(NO_TIMES),
  titel: '',
  onderwerp: 'basics',
  voor_wie: '',
  niveau: 'any',
  taal: 'nl',
  plek: place,
  zaal: '',
  thuis: '',
  eerste: '',
  laatste: '',
  plaatsen: '8',
  per_helper: '',
  inschrijven: 'here',
  apparaat: 'either',
  gesprek: [],
  bewijs: [],
  aanbieder: provider,
})
/** A course as it stands in its form. */
export const courseTyped = (row: Course): TypedCourse => ({
  ...bothTyped(row),
  titel: row.title,
  onderwerp: row.subject,
  voor_wie: row.for_whom,
  niveau: row.level,
  taal: row.language,
  plek: row.place ?? '',
  zaal: row.room,
  thuis: row.online,
  eerste: row.starts_on,
  laatste: row.ends_on,
  plaatsen: `${row.places}`,
  per_helper: row.per_helper === null ? '' : `${row.per_helper}`,
  inschrijven: row.sign_up,
  apparaat: row.device,
  gesprek: row.intake ? ['ja'] : [],
  bewijs: row.certificate ? ['ja'] : [],
})
