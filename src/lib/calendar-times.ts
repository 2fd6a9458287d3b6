/** Meetings and opening times as a file that calendars read and follow (iCalendar), by the clock of the Netherlands. */
import ical, { ICalCalendarMethod, ICalEventRepeatingFreq, ICalEventStatus, ICalWeekday } from 'ical-generator'
import { AGAIN, CALENDAR_MEDIA } from './calendar-file.ts'
import { offOn, weekdayOf, type Times } from './weekly-times.ts'
import { daysAfter } from './iso-date.ts'

const ZONE = 'Europe/Amsterdam'
/** The rule of the European Union since 1996, as calendars read it. */
const RULES = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

export type CalendarTime = {
  /** Stays the same when the time moves, so that a calendar moves it too. */
  readonly id: string
  /** YYYY-MM-DD, and clock times here. */
  readonly on: string
  readonly from: string
  readonly to: string
  /** The day on which it ends, where that is another. */
  readonly until?: string
  readonly cancelled: boolean
  /** Nobody knows whether it is still so: a calendar shows it as not certain. */
  readonly unsure?: boolean
  /** Days on which a time that comes back each week does not; undefined: it comes once. */
  readonly weeklyBut?: readonly string[]
  /** Where it is not what the calendar says of all. */
  readonly own?: Pick<Calendar, 'title' | 'where' | 'text' | 'url' | 'at' | 'sequence'>
}
type Calendar = {
  readonly name: string
  /** Makes the ids of the world. */
  readonly host: string
  readonly title: string
  readonly where: string
  readonly text: string
  readonly url: string
  /** When it was changed last, and how often before. */
  readonly at: Date
  readonly sequence: number
}

const WEEKDAYS = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU,
]

/** The library writes what a clock beside it would show: so a moment that shows there what is to be written. */
function shows(on: string, time: string): Date {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(year, month - 1, day, hours, minutes)
}

/** The text of the file and how it is sent. */
export function timesFile(
  { name, host, ...all }: Calendar,
  times: readonly CalendarTime[],
): { readonly media: string; readonly body: string } {
  const calendar = ical({
    name: name.replaceAll(/[,;\\]/g, ' '),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Leidraad', product: 'Agenda', language: 'NL' },
    timezone: { name: ZONE, generator: () => RULES },
    ttl: AGAIN,
  })
  for (const { id, on, from, to, until = on, cancelled, unsure, weeklyBut, own = all } of times) {
    const { title, where, text, url, at, sequence } = own
    const stamp = shows(at.toISOString().slice(0, 10), at.toISOString().slice(11, 16))
    calendar.createEvent({
      id: `${id}@${host}`,
      start: shows(on, from),
      end: shows(until, to),
      timezone: ZONE,
      summary: title,
      location: where,
      description: text,
      url,
      stamp,
      sequence,
      status: cancelled ? ICalEventStatus.CANCELLED : unsure ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      ...(weeklyBut === undefined
        ? {}
        : {
            repeating: {
              freq: ICalEventRepeatingFreq.WEEKLY,
              byDay: [WEEKDAYS[weekdayOf(on) - 1]!],
              ...(weeklyBut.length === 0 ? {} : { exclude: weeklyBut.map((day) => shows(day, from)) }),
            },
          }),
    })
  }
  // A stamp is in UTC (RFC 5545, 3.8.7.2); the library leaves that out beside a zone.
  const body = calendar.toString().replaceAll(/^(DTSTAMP:\d{8}T\d{6})(?=\r?$)/gm, '$1Z')
  return { media: CALENDAR_MEDIA, body }
}

/** Days that are looked ahead for what is off. */
const AHEAD = 400

/** Opening times as they come back each week from a day on, without what is off, and what is extra. */
export function calendarOf(id: string, times: Times, today: string): readonly CalendarTime[] {
  const weekly = times.hours.map(({ day, from, to }) => {
    const on = daysAfter(today, (day - weekdayOf(today) + 7) % 7)
    const off: string[] = []
    for (let at = on; at <= daysAfter(today, AHEAD); at = daysAfter(at, 7)) if (offOn(times, at)) off.push(at)
    return { id: `${id}-${day}-${from.replace(':', '')}`, on, from, to, cancelled: false, weeklyBut: off }
  })
  const extra = times.extra
    .filter(({ on }) => on >= today)
    .map(({ on, from, to }) => ({ id: `${id}-${on}-${from.replace(':', '')}`, on, from, to, cancelled: false }))
  return [...weekly, ...extra]
}
