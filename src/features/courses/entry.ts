/** From what a form or a file held to what is kept of a place or a course. */
import type { Held } from '../../web/desk/schema.ts'
import type { Across } from '../../web/desk/schema.ts'
import { daysAfter, isDate } from '../../lib/iso-date.ts'
import { readSlots } from '../../lib/typed-times.ts'
import { COURSE_FIELDS, readPoint, type PLACE_FIELDS } from './fields.ts'
import { timesHeld } from './form-times.tsx'
import { readPhone } from '../../lib/phone.ts'
import { LONGEST_COURSE, meetingsOf, MOST_MEETINGS, type Meeting } from './rules.ts'
import type { CourseIn, PlaceIn } from './store.ts'

type Looked = { readonly today: string; readonly key?: string }

/** A place as it is kept, looked at today. */
export function placeIn(held: Held<typeof PLACE_FIELDS>, { today, key = '' }: Looked): PlaceIn {
  const point = readPoint(held.punt)
  return {
    name: held.naam,
    kind: held.soort,
    street: held.straat,
    postcode: held.postcode,
    city: held.plaats,
    district: held.wijk,
    x: point?.x ?? null,
    y: point?.y ?? null,
    route: held.route,
    step_free: held.drempelvrij,
    access: held.toegang,
    subjects: held.onderwerp,
    languages: held.taal,
    provider: held.aanbieder,
    phone: readPhone(held.telefoon) ?? '',
    website: held.website,
    about: held.over,
    alert: held.melding,
    cost: held.kosten,
    times: timesHeld(held),
    checked_on: today,
    key,
  }
}

type HeldCourse = Held<typeof COURSE_FIELDS>
/** A course as it is kept, looked at today, with its meetings. */
export function courseIn(
  held: HeldCourse,
  { today, key = '' }: Looked,
): { readonly row: CourseIn; readonly meetings: readonly Meeting[] } {
  const times = timesHeld(held)
  const row: CourseIn = {
    title: held.titel,
    place: held.plek === '' ? null : held.plek,
    subject: held.onderwerp,
    for_whom: held.voor_wie,
    level: held.niveau,
    language: held.taal,
    intake: held.gesprek,
    certificate: held.bewijs,
    device: held.apparaat,
    per_helper: held.per_helper,
    room: held.zaal,
    online: held.thuis,
    sign_up: held.inschrijven,
    places: held.plaatsen,
    starts_on: held.eerste,
    ends_on: held.laatste,
    provider: held.aanbieder,
    phone: readPhone(held.telefoon) ?? '',
    website: held.website,
    about: held.over,
    alert: held.melding,
    cost: held.kosten,
    times,
    checked_on: today,
    key,
  }
  return { row, meetings: meetingsOf(times, held.eerste, held.laatste) }
}

/** Why an organisation may not say that this one does it; undefined: it may. `was`: who stood there. */
export const providerProblem = (organisation: string | null, provider: string, was = ''): string | undefined =>
  organisation !== null && provider !== was && /(?<!\p{L})gemeente(?!\p{L})/iu.test(provider)
    ? 'Noem de gemeente hier niet. Doet zij mee? Vraag de gemeente om dat erbij te zetten.'
    : undefined

/** What must be so of a course as a whole. */
export const COURSE_ACROSS: readonly Across<typeof COURSE_FIELDS>[] = [
  {
    field: 'laatste',
    holds: ({ eerste, laatste }) =>
      !isDate(eerste) || !isDate(laatste) || (laatste >= eerste && laatste <= daysAfter(eerste, LONGEST_COURSE)),
    says: 'De laatste dag ligt na de eerste, en hooguit een jaar later.',
  },
  {
    field: 'ma',
    holds: (typed) =>
      typed.extra !== '' ||
      (['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const).some((day) => (readSlots(typed[day])?.length ?? 1) > 0),
    says: 'Vul bij een of meer dagen in hoe laat de les is, zoals 10.00-12.00.',
  },
  {
    field: 'plek',
    holds: ({ plek, thuis }) => plek !== '' || thuis !== '',
    says: 'Kies waar de cursus is. Of vul hieronder in hoe iemand thuis meedoet.',
  },
  {
    field: 'telefoon',
    holds: ({ telefoon, inschrijven }) => telefoon !== '' || inschrijven !== 'phone',
    says: 'Vul het nummer in waar iemand zich inschrijft.',
  },
]

/** What is not right about the meetings themselves; undefined when they are. */
export function meetingProblem(meetings: readonly Meeting[]): string | undefined {
  if (meetings.length === 0) return 'Tussen de eerste en de laatste dag valt geen les. Kijk de dagen na.'
  return meetings.length > MOST_MEETINGS
    ? `Dit zijn meer dan ${MOST_MEETINGS} lessen. Maak er twee cursussen van.`
    : undefined
}
