/** The calendar: what ends, is due or is to be looked at again, month by month, of every register. */
import type { Register } from '../../model/register.ts'
import { Day } from '../../web/desk/day.tsx'
import { Select } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { SearchForm } from '../../web/desk/search-form.tsx'
import { month } from '../../web/language.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { monthsAfter } from '../../lib/iso-date.ts'
import { placeOf } from '../here.ts'
import { aboutDate, calledTogether, dateAddress, dateOf, type Together } from './rules.ts'

/** Months on a page. */
export const MONTHS = 6

const addressOf = (asked: Readonly<Record<string, string | undefined>>): string => {
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size === 0 ? '/balie/agenda' : `/balie/agenda?${query.toString()}`
}

type Month = { readonly month: string; readonly groups: readonly Together[] }
type Shown = {
  readonly view: DeskView
  /** Those that have dates, of which one may be chosen. */
  readonly registers: readonly Register[]
  readonly chosen: Register | undefined
  /** YYYY-MM: the first month of the page, and of the page of today. */
  readonly from: string
  readonly now: string
  readonly late: readonly Together[]
  readonly months: readonly Month[]
}

const capital = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}`

export function AgendaPage({ view, registers, chosen, from, now, late, months }: Shown) {
  const to = (month: string) => addressOf({ register: chosen?.id, vanaf: month === now ? undefined : month })
  const file = `/balie/agenda.ics${chosen ? `?register=${chosen.id}` : ''}`
  return (
    <DeskPage view={view} title="Agenda" crumbs={[{ name: 'Registers', to: '/balie/registers' }]} wide>
      <div className="ld-opening">
        <Heading level={1}>Agenda</Heading>
        <Text lead>Wat loopt af, en wat moet iemand opnieuw bekijken?</Text>
      </div>
      <SearchForm list="/balie/agenda" button="Zoeken" filtered={chosen !== undefined}>
        {from === now ? null : <input type="hidden" name="vanaf" value={from} />}
        <Select
          name="register"
          label="Register"
          value={chosen?.id ?? ''}
          empty="Alle registers"
          options={registers.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </SearchForm>
      {late.length === 0 ? null : (
        <Section id="voorbij" title="Voorbij">
          <Text>Deze datums zijn voorbij. Pas de datum aan, of beëindig wat er niet meer is.</Text>
          <Groups id="voorbij" caption="Wat voorbij is" registers={registers} groups={late} />
        </Section>
      )}
      {months.length === 0 ? (
        <Text>
          Van {month('nl', from)} tot en met {month('nl', monthsAfter(from, MONTHS - 1))} komt er niets.
        </Text>
      ) : (
        months.map(({ month: of, groups }) => (
          <Section key={of} id={`maand-${of}`} title={capital(month('nl', of))}>
            <Groups id={of} caption={`Wat komt in ${month('nl', of)}`} registers={registers} groups={groups} />
          </Section>
        ))
      )}
      <nav aria-label="Maanden" className="ld-pager">
        {from > now ? <Link to={to(monthsAfter(from, -MONTHS))}>Eerdere maanden</Link> : <span />}
        <Link to={to(monthsAfter(from, MONTHS))}>Latere maanden</Link>
      </nav>
      <Text>
        <Link to={file}>Download wat in twee jaar komt als agendabestand</Link> (iCalendar). Uw agenda leest dat in.
      </Text>
    </DeskPage>
  )
}

function Groups(shown: { id: string; caption: string; registers: readonly Register[]; groups: readonly Together[] }) {
  return (
    <Table
      id={`t-${shown.id}`}
      caption={shown.caption}
      hideCaption
      stacked
      columns={[{ head: 'Datum' }, { head: 'Wat' }, { head: 'Waarvan' }]}
      rows={shown.groups.map((group) => {
        const register = shown.registers.find(({ id }) => id === group.register)!
        const [only] = group.first
        return {
          key: aboutDate(group),
          cells: [
            <Day key="d" on={group.on} />,
            dateOf(register, group.field)!.label,
            <Link key="w" to={group.count === 1 ? placeOf(register, only) : dateAddress(group)}>
              {calledTogether(register, group)}
            </Link>,
          ],
        }
      })}
    />
  )
}
