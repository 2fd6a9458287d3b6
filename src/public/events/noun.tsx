/** Events: their pages, calendars, news, the API and the file. */
import { line } from '../../lib/csv-write.ts'
import { timesFile } from '../../lib/calendar-times.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import type { PublicEvent } from '../../model/event.ts'
import { EVENT_KINDS, EVENT_SUBJECTS } from '../../vocabulary/event.ts'
import { refuse } from '../../web/refuse.ts'
import type { FeedEntry } from '../feed.ts'
import type { Now, PathTo, PublicCalendar, Published, PublicPage, Request } from '../published.ts'
import { askedText } from '../view.ts'
import { addEvents, eventData } from './api.ts'
import { HackRulesPage } from './hack.tsx'
import { says } from './messages.ts'
import { EventPage } from './page-event.tsx'
import { GoneEventPage } from './page-gone.tsx'
import { EventsPage } from './page-list.tsx'
import { HACK_RULES_PLACE, hackNumbers, pathOf, PLACE, timeOf } from './shown.ts'
import {
  calendarEvents,
  eventsAfter,
  extentOf,
  listEvents,
  newEvents,
  notThere,
  readEvent,
  readGone,
  readHacks,
} from './store.ts'

const BATCH = 500
/** Events that one calendar holds. */
const MOST_IN_CALENDAR = 500

const word = <T extends string>(value: string, of: readonly T[]): '' | T =>
  value === '' ? '' : of.includes(value as T) ? (value as T) : refuse('query')

const listPage: PublicPage['answer'] = async ({ site, view, c }) => {
  const { id } = view.municipality
  const [asked, shown] = [askedText(c, 'pagina', 6) || '1', askedText(c, 'toon', 10)]
  if (!/^[1-9]\d{0,3}$/.test(asked) || !['', 'voorbij'].includes(shown)) refuse('query')
  const wanted = {
    past: shown === 'voorbij',
    kind: word(askedText(c, 'soort', 20), EVENT_KINDS),
    subject: word(askedText(c, 'onderwerp', 20), EVENT_SUBJECTS),
    page: Number(asked),
  }
  const found = id === null ? { total: 0, going: 0, rows: [] } : await listEvents(site.db, id, wanted, site.today())
  return { body: <EventsPage {...{ view, wanted, found }} /> }
}

async function eventAt({ site, view, c }: Request, no: string): Promise<PublicEvent> {
  const { id } = view.municipality
  if (id === null || !/^[1-9]\d{0,8}$/.test(no)) refuse('page')
  const what = c.req.path.endsWith('.ics') ? 'file' : 'page'
  return (await readEvent(site.db, id, Number(no))) ?? notThere(site.db, id, Number(no), what)
}
const onePage: PublicPage['answer'] = async (asked) => {
  const { site, view, c } = asked
  const no = c.req.param('no') ?? ''
  const gone =
    view.municipality.id === null || !/^[1-9]\d{0,8}$/.test(no)
      ? undefined
      : await readGone(site.db, view.municipality.id, Number(no))
  if (gone) return { body: <GoneEventPage view={view} gone={gone} />, status: 410 }
  const event = await eventAt(asked, no)
  const hack = (await readHacks(site.db, view.municipality.id!, hackNumbers([event]))).get(event.no)
  return { body: <EventPage {...{ view, event, hack }} origin={site.origin} today={site.today()} /> }
}

const fileOf = ({ site, lang }: Request, events: readonly PublicEvent[], name: string, to: PathTo) => ({
  file: timesFile(
    {
      name,
      host: new URL(site.origin).hostname,
      title: says(lang).title,
      where: '',
      text: '',
      url: to(PLACE),
      at: events[0]?.changedAt ?? new Date(0),
      sequence: 0,
    },
    events.map((each) => timeOf(each, to(pathOf(each)))),
  ),
})
const calendars: readonly PublicCalendar[] = [
  {
    path: `${PLACE}/agenda.ics`,
    read: async (asked, to) => {
      const { id } = asked.view.municipality
      const since = daysAfter(asked.site.today(), -365)
      const events = id === null ? [] : await calendarEvents(asked.site.db, id, since, MOST_IN_CALENDAR)
      return fileOf(asked, events, says(asked.lang).title, to)
    },
  },
  {
    path: `${PLACE}/:no{[0-9]+\\.ics}`,
    read: async (asked, to) => {
      const event = await eventAt(asked, (asked.c.req.param('no') ?? '').replace('.ics', ''))
      return fileOf(asked, [event], event.title, to)
    },
  },
]

const entriesOf = (rows: readonly PublicEvent[], { view: { m, municipality }, lang }: Request, to: PathTo) =>
  rows.map((event): FeedEntry => {
    const t = says(lang)
    const off = event.state === 'cancelled'
    const when = t.until(event.startsOn, event.told.starts, event.endsOn, event.told.ends)
    return {
      url: to(pathOf(event)),
      title: off ? `${t.off}: ${event.title}` : event.title,
      summary: [`${when}.`, off ? event.told.why : event.told.lessons || event.told.about].join(' ').slice(0, 500),
      at: event.changedAt,
      author: m.feed.author(municipality.name),
    }
  })

const COLUMNS =
  'nummer,id,soort,titel,onderwerp,uitleg,voor_wie,begint_op,begint,eindigt_op,eindigt,waar,wijk,thuis,taal,kosten,' +
  'drempelvrij,opgeven,plaatsen,vrij,organisator,bijgehouden_door,telefoon,website,gaat_door,waarom,kwamen,lessen,' +
  'materiaal,gewijzigd_op'
async function* lines({ db, municipality }: Now): AsyncGenerator<string> {
  yield line(COLUMNS.split(','))
  for (let after = 0; ;) {
    const rows = await eventsAfter(db, municipality, after, BATCH)
    yield rows
      .map((row) => {
        const { materiaal, gaatDoor, gewijzigdOp, ...plain } = eventData(row)
        const cells = Object.values(plain)
        return line([
          ...cells.slice(0, -3),
          gaatDoor,
          ...cells.slice(-3),
          materiaal.map(({ naam, adres }) => `${adres} ${naam}`).join('; '),
          gewijzigdOp,
        ])
      })
      .join('')
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return
    after = last.no
  }
}

export const events: Published = {
  id: 'events',
  pages: [
    { path: PLACE, answer: listPage },
    { path: HACK_RULES_PLACE, answer: async ({ view }) => ({ body: <HackRulesPage view={view} /> }) },
    { path: `${PLACE}/:no{[0-9]+}`, answer: onePage },
  ],
  calendars,
  api: { tag: 'Bijeenkomsten', add: addEvents },
  feeds: [
    {
      path: `${PLACE}/nieuws.atom`,
      read: async (asked, to) => {
        const { id } = asked.view.municipality
        const rows = id === null ? [] : await newEvents(asked.site.db, id, 50)
        return {
          title: says(asked.lang).title,
          at: `${PLACE}/nieuws.atom`,
          page: PLACE,
          entries: entriesOf(rows, asked, to),
        }
      },
    },
  ],
  files: [
    {
      name: 'bijeenkomsten',
      title: 'Bijeenkomsten',
      text: { nl: says('nl').csv, en: says('en').csv },
      theme: 'GOVE',
      page: PLACE,
      lines: {
        of: 'now',
        read: lines,
        changed: async ({ db, municipality }) => (await extentOf(db, municipality)).at ?? undefined,
      },
    },
  ],
  fixed: [PLACE, HACK_RULES_PLACE],
  many: [
    {
      name: 'bijeenkomsten',
      count: async ({ now: { db, municipality } }) => (await extentOf(db, municipality)).count,
      slice: async ({ now: { db, municipality } }, { from, size }) =>
        (await eventsAfter(db, municipality, 0, from + size))
          .slice(from)
          .map((event) => ({ path: pathOf(event), changed: event.changedAt })),
    },
  ],
  news: async (asked, to, most) => {
    const { id } = asked.view.municipality
    return id === null ? [] : entriesOf(await newEvents(asked.site.db, id, most), asked, to)
  },
}
