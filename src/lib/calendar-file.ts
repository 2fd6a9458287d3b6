/** Whole days as a file that calendars read and follow (iCalendar, RFC 5545). */
import ical, { ICalCalendarMethod } from 'ical-generator'

export type CalendarDay = {
  /** Stays the same when the day moves, so that a calendar moves it too. */
  readonly id: string
  /** YYYY-MM-DD. */
  readonly on: string
  readonly title: string
  readonly url: string
  /** When it was written, for who follows. */
  readonly at: Date
}

/** What a calendar asks for before it looks again, in seconds. */
export const AGAIN = 12 * 60 * 60
export const CALENDAR_MEDIA = 'text/calendar; charset=utf-8'

/** The text of the file and how it is sent. `name`: what the calendar is called; `host`: makes the ids of the world. */
export function calendarFile(
  name: string,
  host: string,
  days: readonly CalendarDay[],
): { media: string; body: string } {
  const calendar = ical({
    // The library escapes texts, but not this one.
    name: name.replaceAll(/[,;\\]/g, ' '),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Leidraad', product: 'Agenda', language: 'NL' },
    ttl: AGAIN,
  })
  for (const { id, on, title, url, at } of days)
    calendar.createEvent({
      id: `${id}@${host}`,
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      summary: title,
      url,
      stamp: at,
    })
  return { media: CALENDAR_MEDIA, body: calendar.toString() }
}
