/** A place or a course in the words of schema.org, for search engines. */
import { offOn, type Times } from '../../lib/weekly-times.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { degreesOfGrid } from '../../lib/rijksdriehoek.ts'
import type { Offer } from '../../model/help.ts'
import { freeOf, isDoubtful, type Course, type Place } from './shown.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function addressOf({ told: { street, postcode, city } }: Offer) {
  if (street === '') return undefined
  return {
    '@type': 'PostalAddress',
    streetAddress: street,
    postalCode: postcode,
    addressLocality: city,
    addressCountry: 'NL',
  }
}
function pointOf({ x, y }: Offer) {
  if (x === null || y === null) return undefined
  const { lat, lon } = degreesOfGrid(x, y)
  return { '@type': 'GeoCoordinates', latitude: Number(lat.toFixed(5)), longitude: Number(lon.toFixed(5)) }
}

/** Days off in the coming weeks, and days extra. */
function specialOf(times: Times, today: string) {
  const off = Array.from({ length: 60 }, (_, at) => daysAfter(today, at))
    .filter((day) => offOn(times, day))
    .map((day) => ({ validFrom: day, validThrough: day, opens: '00:00', closes: '00:00' }))
  const extra = times.extra
    .filter(({ on }) => on >= today)
    .map(({ on, from, to }) => ({ validFrom: on, validThrough: on, opens: from, closes: to }))
  return [...off, ...extra].map((each) => ({ '@type': 'OpeningHoursSpecification', ...each }))
}

const timesOf = (place: Place, today: string): Times =>
  isDoubtful(place, today) ? { hours: [], off: [], extra: [] } : place.told.times

/** A place with help. `url`: of its page. Hours that nobody looked at for half a year are not told. */
export const linkedPlace = (place: Place, url: string, today: string) => ({
  '@type': place.told.kind === 'library' ? 'Library' : 'Place',
  '@id': url,
  url,
  name: place.title,
  description: place.told.about || undefined,
  telephone: place.told.phone || undefined,
  address: addressOf(place),
  geo: pointOf(place),
  isAccessibleForFree: place.free,
  openingHoursSpecification: timesOf(place, today).hours.map(({ day, from, to }) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: `https://schema.org/${DAYS[day - 1]}`,
    opens: from,
    closes: to,
  })),
  specialOpeningHoursSpecification: specialOf(timesOf(place, today), today),
})

/** A course with its meetings; of one that nobody looked at for half a year, without them and without free places. */
export function linkedCourse(course: Course, url: string, today: string) {
  const { told } = course
  const provider = { '@type': 'Organization', name: course.provider, telephone: told.phone || undefined }
  const doubtful = isDoubtful(course, today)
  const free = doubtful ? null : freeOf(course)
  const going = told.sessions.filter(({ cancelled }) => !cancelled)
  return {
    '@type': 'Course',
    '@id': url,
    url,
    name: course.title,
    description: told.about || course.title,
    provider,
    inLanguage: course.languages[0],
    isAccessibleForFree: course.free,
    offers: {
      '@type': 'Offer',
      price: told.cost / 100,
      priceCurrency: 'EUR',
      category: course.free ? 'Free' : 'Paid',
      availability: free === null ? undefined : `https://schema.org/${free > 0 ? 'InStock' : 'SoldOut'}`,
    },
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: told.online === '' ? 'Onsite' : told.street === '' ? 'Online' : 'Blended',
      startDate: course.startsOn,
      endDate: course.endsOn,
      inLanguage: course.languages[0],
      maximumAttendeeCapacity: free === null ? undefined : course.places,
      remainingAttendeeCapacity: free ?? undefined,
      location:
        told.place === null ? undefined : { '@type': 'Place', name: told.place.name, address: addressOf(course) },
      courseSchedule: doubtful
        ? undefined
        : {
            '@type': 'Schedule',
            startDate: course.startsOn,
            endDate: course.endsOn,
            repeatCount: going.length,
            repeatFrequency: 'Weekly',
            startTime: going[0]?.from,
            endTime: going[0]?.to,
            scheduleTimezone: 'Europe/Amsterdam',
          },
    },
  }
}
