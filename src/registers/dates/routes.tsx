/** The addresses of the calendar of the registers: months, one date, the file for other calendars, a reminder seen. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { calendarFile } from '../../lib/calendar-file.ts'
import { isDate, lastOfMonth, monthsAfter } from '../../lib/iso-date.ts'
import type { Register } from '../../model/register.ts'
import { go, missing, page, type Route } from '../../web/desk/route.ts'
import { mayRead, mayWrite } from '../access.ts'
import type { RegisterDeps } from '../here.ts'
import { AgendaPage, MONTHS } from './agenda.tsx'
import { DatePage, MOST } from './one-date.tsx'
import { aboutDate, comingIn, dateAddress, dateOf, datesOf, passes } from './rules.ts'
import { comingBetween, doneWith, entriesOn, isOpen } from './store.ts'

/** Months of the file for other calendars. */
const AHEAD = 24

/** The date that an address or a form names, when a register has such a date. */
function namedDate(registers: readonly Register[], ask: (name: string) => string) {
  const register = registers.find(({ id }) => id === ask('register'))
  const field = dateOf(register, ask('veld'))
  const on = ask('datum')
  return register && field && isDate(on)
    ? { register, about: { register: register.id, field: field.id, on } }
    : undefined
}

const dated = (registers: readonly Register[]) => registers.filter((register) => datesOf(register).length > 0)

/** The calendar of these registers. */
export const agendaRoutes = ({ registers }: Pick<RegisterDeps, 'registers'>): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/agenda',
    may: 'register.read',
    answer: async ({ tx, municipality, query, today, view, who }) => {
      const ask = (name: string) => query.get(name) ?? ''
      if (query.has('datum')) {
        const named = namedDate(
          registers.filter((register) => mayRead(who, register)),
          ask,
        )
        if (named === undefined) return missing
        const entries = await entriesOn(tx, municipality.id, named.about, MOST + 1)
        const open = await isOpen(tx, municipality.id, named.about)
        return page(<DatePage view={view} {...named} entries={entries} open={open} />)
      }
      const all = dated(registers).filter((register) => mayRead(who, register))
      const chosen = all.find(({ id }) => id === ask('register'))
      const now = today.slice(0, 7)
      const from = isDate(`${ask('vanaf')}-01`) && ask('vanaf') > now ? ask('vanaf') : now
      const start = from === now ? monthsAfter(now, -12) : from
      const groups = await comingBetween(tx, municipality.id, chosen ? [chosen] : all, {
        from: `${start}-01`,
        until: lastOfMonth(monthsAfter(from, MONTHS - 1)),
      })
      const coming = groups.filter(({ on }) => on >= today && on.slice(0, 7) >= from)
      return page(
        <AgendaPage
          {...{ view, chosen, from, now }}
          registers={all}
          late={from === now ? groups.filter((group) => group.on < today && passes(registers, group)) : []}
          months={[...Map.groupBy(coming, ({ on }) => on.slice(0, 7))].map(([of, some]) => ({
            month: of,
            groups: some,
          }))}
        />,
      )
    },
  },
  {
    method: 'GET',
    path: '/agenda.ics',
    may: 'register.read',
    answer: async ({ tx, municipality, query, today, origin, who }) => {
      const all = dated(registers).filter((register) => mayRead(who, register))
      const chosen = all.find(({ id }) => id === query.get('register'))
      const until = lastOfMonth(monthsAfter(today.slice(0, 7), AHEAD))
      const groups = await comingBetween(tx, municipality.id, chosen ? [chosen] : all, { from: today, until })
      const days = groups.map((group) => {
        const register = all.find(({ id }) => id === group.register)!
        return {
          id: aboutDate(group),
          on: group.on,
          title: comingIn(register, dateOf(register, group.field)!, group),
          url: origin + dateAddress(group),
          at: new Date(),
        }
      })
      const name = `${chosen?.title ?? 'Registers'} van ${municipality.name}`
      return { kind: 'file', name: 'agenda.ics', ...calendarFile(name, new URL(origin).hostname, days) }
    },
  },
  {
    method: 'POST',
    path: '/agenda/gezien',
    may: 'register.edit',
    answer: async ({ tx, municipality, sent, who }) => {
      const named = namedDate(
        registers.filter((register) => mayWrite(who, register)),
        (name) => sent.text(name, 200),
      )
      if (named === undefined) return missing
      if (await doneWith(tx, municipality.id, named.about))
        await record(tx, municipality.id, {
          act: 'entry.reminder-seen',
          object: aboutDate(named.about),
        })
      return go('/balie/agenda', 'De herinnering staat niet meer op de lijst.')
    },
  },
]
