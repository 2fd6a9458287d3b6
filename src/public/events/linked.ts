/** An event in the words of schema.org, for search engines. */
import { dutchMoment } from '../../lib/dutch-time.ts'
import type { PublicEvent } from '../../model/event.ts'
import { leftOf, takesJoins } from './shown.ts'

const AT = 'https://schema.org/'
/** `url`: of its page. What is off, full or began offers no place; where one rings or walks in we know of none. */
export function linkedEvent(event: PublicEvent, url: string, today: string) {
  const { told } = event
  const open = event.state === 'placed' && event.startsOn >= today
  const moment = (on: string, at: string) => dutchMoment(on, at)?.toISOString() ?? `${on}T${at}`
  const here = told.place !== ''
  return {
    '@type': 'Event',
    '@id': url,
    url,
    name: event.title,
    description: told.about,
    startDate: moment(event.startsOn, told.starts),
    endDate: moment(event.endsOn, told.ends),
    eventStatus: `${AT}${event.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `${AT}${here ? (told.online === '' ? 'Offline' : 'Mixed') : 'Online'}EventAttendanceMode`,
    location: here
      ? {
          '@type': 'Place',
          name: told.place,
          address: {
            '@type': 'PostalAddress',
            streetAddress: told.street || undefined,
            postalCode: told.postcode || undefined,
            addressLocality: told.city || undefined,
            addressCountry: 'NL',
          },
        }
      : { '@type': 'VirtualLocation', url },
    organizer: { '@type': 'Organization', name: event.organiser, telephone: told.phone || undefined },
    inLanguage: event.language,
    isAccessibleForFree: event.free,
    maximumAttendeeCapacity: event.places,
    remainingAttendeeCapacity: takesJoins(event, today) ? leftOf(event) : undefined,
    offers: open
      ? {
          '@type': 'Offer',
          url,
          price: told.cost / 100,
          priceCurrency: 'EUR',
          availability: told.signUp === 'here' ? `${AT}${leftOf(event) > 0 ? 'InStock' : 'SoldOut'}` : undefined,
        }
      : undefined,
  }
}
