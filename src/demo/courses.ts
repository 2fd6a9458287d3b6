/**
 * Places with help and courses in the demo city: open today, closed this week, not looked at, full with a waiting list,
 * a meeting that is called off, and a course that is.
 */
import { asPerson } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { keepAreas, keepProvince } from '../features/courses/areas-store.ts'
import { readAreas } from '../features/courses/areas.ts'
import { addCourse, cancelSession } from '../features/courses/course-store.ts'
import { signUp } from '../features/courses/door-store.ts'
import { meetingsOf } from '../features/courses/rules.ts'
import { addPlace, endEntry } from '../features/courses/store.ts'
import { daysAfter } from '../lib/iso-date.ts'
import { hashOfToken, newToken } from '../lib/token.ts'
import { holidaysOf } from '../lib/working-days.ts'
import { weekdayOf, type Times } from '../lib/weekly-times.ts'
import { todayIn } from '../web/language.ts'
import { hasHelp, keepSignUps, keepTallies, numberOf } from './courses-store.ts'
import { AREAS, COURSES, NAMES, PLACES, type DemoCourse, type DemoPlace } from './help-data.ts'
import { idsBy, partnerOf } from './store.ts'

const OFFICER = 'jeroen.vandalen@gemeente-sluiswijk.test'

type Here = { readonly db: Db; readonly municipality: string; readonly today: string; readonly officer: string }

/** Adds them once, after the people of the desk. */
export async function fillCourses({ db, municipality }: Pick<Here, 'db' | 'municipality'>): Promise<void> {
  if (await hasHelp(db, municipality)) return
  const officer = (await idsBy(db, municipality, 'person', 'email')).get(OFFICER)
  if (officer === undefined) return
  const here = { db, municipality, today: todayIn(), officer }
  const organisations = await idsBy(db, municipality, 'organisation', 'name')
  await asPerson(db, { municipality, person: officer, organisation: null }, 'write', async (tx) => {
    const { areas } = await readAreas(Buffer.from(AREAS))
    await keepAreas(tx, municipality, areas)
    await keepProvince(tx, municipality, 'Zuid-Holland')
    await record(tx, municipality, { act: 'help.areas-loaded', object: `municipality/${municipality}`, detail: {} })
  })
  const places = new Map<string, string>()
  for (const place of PLACES) {
    const by = await keeperOf(here, organisations, place.keeper)
    places.set(place.key, await addOnePlace(here, by, place))
  }
  for (const course of COURSES) {
    const by = await keeperOf(here, organisations, course.keeper)
    await addOneCourse(here, by, course, places.get(course.place) ?? null)
  }
  await keepTallies(db, municipality, here.today)
}

type By = { readonly municipality: string; readonly person: string; readonly organisation: string | null }
/** Who keeps it: somebody of the organisation, or, where nobody of it is here, of the municipality. */
async function keeperOf(
  { db, municipality, officer }: Here,
  organisations: ReadonlyMap<string, string>,
  name: string,
): Promise<By> {
  const organisation = organisations.get(name)
  const person = organisation === undefined ? undefined : await partnerOf(db, municipality, organisation)
  return organisation === undefined || person === undefined
    ? { municipality, person: officer, organisation: null }
    : { municipality, person, organisation }
}

/** `1-5 10:00-12:00` as times of each of these days. */
function hoursOf(lines: readonly string[]): Times['hours'] {
  return lines.flatMap((line) => {
    const [days = '', ...slots] = line.split(/ |, /)
    const [first = 1, last = first] = days.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((day) =>
      slots.map((slot) => ({ day, from: slot.slice(0, 5), to: slot.slice(6) })),
    )
  })
}

async function addOnePlace({ db, today }: Here, by: By, place: DemoPlace): Promise<string> {
  const monday = daysAfter(today, 1 - weekdayOf(today))
  const off = place.closed === undefined ? [] : [{ from: monday, to: daysAfter(monday, 6), why: 'verbouwing' }]
  return asPerson(db, by, 'write', async (tx) => {
    const id = await addPlace(tx, by, {
      name: place.name,
      kind: place.kind,
      street: place.street,
      postcode: place.postcode,
      city: 'Sluiswijk',
      district: '',
      x: place.point[0],
      y: place.point[1],
      route: place.route,
      step_free: place.stepFree,
      access: place.access,
      subjects: place.subjects,
      languages: place.languages,
      provider: place.provider,
      phone: place.phone,
      website: '',
      about: place.about,
      alert: place.closed ?? '',
      cost: 0,
      times: { hours: hoursOf(place.hours), off, extra: [] },
      checked_on: daysAfter(today, -place.checked),
      key: '',
    })
    await record(tx, by.municipality, { act: 'help-place.added', object: `help-place/${id}`, detail: {} })
    return id
  })
}

/** Nobody teaches at Christmas: but what comes only once is not told away. */
function holidaysBetween(first: string, last: string): Times['off'] {
  const years = [first, last].map((day) => Number(day.slice(0, 4)))
  const days = new Set(years.flatMap((year) => [...holidaysOf(year)]))
  return [...days]
    .filter((day) => day > first && day <= last)
    .toSorted()
    .map((day) => ({ from: day, to: day, why: 'feestdag' }))
}

async function addOneCourse({ db, today }: Here, by: By, course: DemoCourse, place: string | null): Promise<void> {
  const [startsOn, endsOn] = [daysAfter(today, course.from), daysAfter(today, course.until)]
  const [from = '', to = ''] = course.at.split('-')
  const times = {
    hours: [{ day: weekdayOf(startsOn), from, to }],
    off: holidaysBetween(startsOn, endsOn),
    extra: [],
  }
  const meetings = meetingsOf(times, startsOn, endsOn)
  const { id, no } = await asPerson(db, by, 'write', async (tx) => {
    const id = await addCourse(
      tx,
      by,
      {
        title: course.title,
        place,
        subject: course.subject,
        for_whom: '',
        level: 'start',
        language: course.language,
        intake: false,
        certificate: course.key === 'klik',
        device: 'there',
        per_helper: 4,
        room: '',
        online: course.online ?? '',
        sign_up: course.signUp,
        places: course.places,
        starts_on: startsOn,
        ends_on: endsOn,
        provider: course.provider,
        phone: course.phone,
        website: '',
        about: course.about,
        alert: '',
        cost: course.cost ?? 0,
        times,
        checked_on: daysAfter(today, -course.checked),
        key: '',
      },
      meetings,
    )
    await record(tx, by.municipality, { act: 'course.added', object: `course/${id}`, detail: {} })
    const [which, why] = course.cancelled ?? []
    const off = which === undefined ? undefined : meetings[which]
    if (off) await cancelSession(tx, by.municipality, id, { on: off.on, from, cancelled: true, why: why ?? '' })
    return { id, no: await numberOf(tx, by.municipality, id) }
  })
  const people = Array.from({ length: course.people }, (_, at) => ({
    name: NAMES[at % NAMES.length]!,
    phone: `06 00 00 01 ${String(10 + at)}`,
    secret: hashOfToken(newToken()),
  }))
  if (course.from < 0 && people.length > 0) await keepSignUps(db, by.municipality, id, people)
  else
    for (const [at, each] of people.entries())
      await signUp(db, {
        municipality: by.municipality,
        id: crypto.randomUUID(),
        course: no,
        ...each,
        helped: at % 3 === 0,
      })
  if (course.off) await asPerson(db, by, 'write', (tx) => endEntry(tx, by.municipality, 'course', id, 'ended'))
}
