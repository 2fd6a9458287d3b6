/** A place or a course as a calendar of somebody's own follows it. */
import { calendarOf, timesFile } from '../../lib/calendar-times.ts'
import { refuse } from '../../web/refuse.ts'
import type { PublicCalendar } from '../published.ts'
import { says } from './messages.ts'
import { addressOf, isDoubtful, pathOf } from './shown.ts'
import { readOffer } from './store.ts'

/** At the address of its page, with `.ics` after it. */
export const calendarOfEach = (kind: 'place' | 'course'): PublicCalendar => ({
  path: `/leren/hulp/${kind === 'place' ? 'plek' : 'cursus'}/:no{[0-9]+\\.ics}`,
  read: async (asked, to) => {
    const { site, view, c } = asked
    const no = Number((c.req.param('no') ?? '').replace('.ics', ''))
    const row = (await readOffer(site.db, view.municipality.id ?? refuse('file'), kind, no)) ?? refuse('file')
    const unsure = row.state === 'active' && isDoubtful(row, site.today())
    const times =
      row.kind === 'place'
        ? row.state === 'ended'
          ? []
          : calendarOf(row.told.id, row.told.times, site.today())
        : row.told.sessions.map(({ on, from, to: end, cancelled }) => ({
            id: `${row.told.id}-${on}-${from.replace(':', '')}`,
            on,
            from,
            to: end,
            cancelled: cancelled || row.state === 'ended',
          }))
    return {
      file: timesFile(
        {
          name: row.title,
          host: new URL(site.origin).hostname,
          title: row.title,
          where: [row.kind === 'course' ? (row.told.place?.name ?? '') : row.title, addressOf(row)]
            .filter(Boolean)
            .join(', '),
          text: [
            unsure ? says(view.lang).closedText(row.checkedOn, row.told.phone !== '') : '',
            row.told.alert || row.told.about,
          ]
            .filter(Boolean)
            .join('\n'),
          url: to(pathOf(row)),
          at: row.changedAt,
          sequence: row.sequence,
        },
        times.map((each) => ({ ...each, unsure })),
      ),
    }
  },
})
