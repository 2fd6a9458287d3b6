/**
 * Places and courses as Open Referral has them (Human Services Data Specification 3.0): a list of services, each whole.
 * Its schedules know a distance to UTC and no zone, so each is told per stretch in which the clock stands still; days
 * off end one stretch and begin the next.
 */
import { v5 as uuid5 } from 'uuid'
import { daysAfter } from '../../lib/iso-date.ts'
import { offsetPeriods } from '../../lib/offset-periods.ts'
import { degreesOfGrid } from '../../lib/rijksdriehoek.ts'
import { openStretches, weekdayOf, type Times } from '../../lib/weekly-times.ts'
import { HELP_WORDS } from '../../vocabulary/help.ts'
import { languageName } from '../../web/language.ts'
import { freeOf, isDoubtful, type Course, type Place } from './shown.ts'
import type { Row } from './store.ts'

/** Of ids that are made from others, so that the same thing keeps its id. */
const SPACE = '6f1f2a8e-6f0c-5d0a-9f53-0d4be0a6c1d7'
const idOf = (...parts: readonly string[]): string => uuid5(parts.join('/'), SPACE)
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** Days that opening times are told ahead. */
const AHEAD = 365

const clock = (time: string, hours: number): string => `${time}+0${hours}:00`

/** What comes back each week, in stretches between days off and changes of the clock; and what comes once. */
export function schedulesOf(of: string, times: Times, from: string, until: string) {
  const weekly = openStretches(times, from, until).flatMap(([first, last]) =>
    offsetPeriods(first, last).flatMap((period) =>
      times.hours.flatMap(({ day, from: opens, to: closes }) => {
        const begins = daysAfter(period.from, (day - weekdayOf(period.from) + 7) % 7)
        return begins > period.until
          ? []
          : [rowOf(of, { on: begins, until: period.until, hours: period.hours, opens, closes, day: DAYS[day - 1]! })]
      }),
    ),
  )
  const extra = times.extra
    .filter(({ on }) => on >= from && on <= until)
    .flatMap(({ on, from: opens, to: closes }) =>
      offsetPeriods(on, on).map(({ hours }) =>
        rowOf(of, { on, until: on, hours, opens, closes, day: DAYS[weekdayOf(on) - 1]! }),
      ),
    )
  return [...weekly, ...extra]
}

type Stretch = {
  readonly on: string
  readonly until: string
  readonly hours: number
  readonly opens: string
  readonly closes: string
  readonly day: string
}
const rowOf = (of: string, { on, until, hours, opens, closes, day }: Stretch) => ({
  id: idOf(of, 'schedule', on, opens),
  valid_from: on,
  valid_to: until,
  dtstart: on,
  until,
  freq: 'WEEKLY',
  interval: 1,
  byday: day,
  wkst: 'MO',
  timezone: hours,
  opens_at: clock(opens, hours),
  closes_at: clock(closes, hours),
})

/** The meetings of a course that are not called off, each a row of its own. */
const meetingsOf = ({ told }: Course) =>
  told.sessions
    .filter(({ cancelled }) => !cancelled)
    .flatMap(({ on, from, to }) =>
      offsetPeriods(on, on).map(({ hours }) =>
        rowOf(told.id, { on, until: on, hours, opens: from, closes: to, day: DAYS[weekdayOf(on) - 1]! }),
      ),
    )

type About = { readonly today: string; readonly province: string; readonly url: (path: string) => string }

function locationOf(row: Row, province: string, of: string, name: string) {
  const { told } = row
  if (told.street === '') return { id: idOf(of, 'location'), location_type: 'virtual', name }
  const point = row.x === null || row.y === null ? undefined : degreesOfGrid(row.x, row.y)
  return {
    id: idOf(of, 'location'),
    location_type: 'physical',
    name,
    ...(point && { latitude: Number(point.lat.toFixed(5)), longitude: Number(point.lon.toFixed(5)) }),
    addresses: [
      {
        id: idOf(of, 'address'),
        address_1: told.street,
        city: told.city,
        region: row.district || undefined,
        state_province: province,
        postal_code: told.postcode,
        country: 'NL',
        address_type: 'physical',
      },
    ],
    accessibility: [
      { id: idOf(of, 'step'), description: `Drempelvrij: ${HELP_WORDS.stepFree[row.stepFree]}` },
      ...told.access.map((each) => ({ id: idOf(of, each), description: HELP_WORDS.access[each] })),
    ],
  }
}

/** What nobody looked at for half a year is not told to others as going on. */
function statusOf(row: Row, today: string): 'active' | 'inactive' | 'defunct' {
  return row.state === 'ended' ? 'defunct' : isDoubtful(row, today) ? 'inactive' : 'active'
}

/** One service. The organisation is whoever does it, by its name. */
export function serviceOf(row: Row, { today, province, url }: About) {
  const { told } = row
  const course = row.kind === 'course' ? (row as Row & Course) : undefined
  const place = row.kind === 'place' ? (row as Row & Place) : undefined
  const free = course ? freeOf(course) : null
  const schedules = isDoubtful(row, today)
    ? []
    : course
      ? meetingsOf(course)
      : schedulesOf(told.id, place!.told.times, today, daysAfter(today, AHEAD))
  const where = course?.told.place?.name ?? row.title
  const placeId = course === undefined ? told.id : idOf('place', `${course.told.place?.no ?? told.id}`)
  return {
    id: told.id,
    name: row.title,
    description: told.about || row.title,
    url: url(`/leren/hulp/${row.kind === 'place' ? 'plek' : 'cursus'}/${row.no}`),
    status: statusOf(row, today),
    alert: told.alert || undefined,
    assured_date: row.checkedOn,
    last_modified: row.changedAt.toISOString(),
    fees_description: told.cost === 0 ? 'gratis' : `€ ${(told.cost / 100).toFixed(2).replace('.', ',')}`,
    eligibility_description: course?.told.forWhom || undefined,
    organization: {
      id: idOf('organization', row.provider),
      name: row.provider,
      description: row.provider,
      website: told.website || undefined,
    },
    phones: told.phone === '' ? [] : [{ id: idOf(told.id, 'phone'), number: told.phone }],
    languages: row.languages.map((each) => ({
      id: idOf(told.id, 'language', each),
      name: languageName('nl', each),
      code: each,
    })),
    cost_options: [
      {
        id: idOf(told.id, 'cost'),
        option: told.cost === 0 ? 'gratis' : 'betaald',
        amount: told.cost / 100,
        currency: 'EUR',
      },
    ],
    service_areas: row.district === '' ? [] : [{ id: idOf(told.id, 'area'), name: row.district }],
    attributes: row.subjects.map((each) => ({
      id: idOf(told.id, 'attribute', each),
      link_type: 'subject',
      taxonomy_term: {
        id: idOf('term', each),
        code: each,
        name: HELP_WORDS.subject[each],
        description: HELP_WORDS.subject[each],
      },
    })),
    ...(course &&
      free !== null && {
        capacities: [
          {
            id: idOf(told.id, 'capacity'),
            available: free,
            maximum: course.places,
            updated: row.changedAt.toISOString(),
            unit: { id: idOf('unit', 'place'), name: 'plaats' },
          },
        ],
      }),
    service_at_locations: [
      {
        id: idOf(told.id, 'service-at-location'),
        location: locationOf(row, province, placeId, where),
        schedules,
      },
    ],
  }
}
