/** All cases, searched, filtered and sorted. */
import type { Tx } from '../../../db/as.ts'
import { CASE_STATES, STATE_NAMES } from '../../../vocabulary/case.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { Day } from '../../../web/desk/day.tsx'
import { Field, Select } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { SearchForm } from '../../../web/desk/search-form.tsx'
import { type DeskView, page, type Route } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { Heading, Link, Text } from '../../../web/parts.tsx'
import { Table, type Column } from '../../../web/table.tsx'
import { caseNumber } from '../address.ts'
import { KIND_NAMES } from '../rules/words.ts'
import { handlersOf, listCases, PAGE, type Listed, type Order } from '../store/list.ts'
import { addressOf, askedOf, filterOf, NOBODY, type AskedList } from './list-asked.ts'

/** Each order with its words; the column that is sorted by it says so. */
const ORDER_NAMES: Readonly<Record<Order, string>> = {
  uiterlijk: 'eerste termijn boven',
  nummer: 'nieuwste boven',
  titel: 'op titel',
  status: 'op status',
  behandelaar: 'op behandelaar',
  sinds: 'langst in deze status boven',
}
type Head = Column & { readonly order?: Order }
const HEADS: readonly Head[] = [
  { head: 'Zaak', order: 'titel', sort: 'ascending' },
  { head: 'Nummer', order: 'nummer', sort: 'descending' },
  { head: 'Soort' },
  { head: 'Status', order: 'status', sort: 'ascending' },
  { head: 'Behandelaar', order: 'behandelaar', sort: 'ascending' },
  { head: 'Sinds', order: 'sinds', sort: 'ascending' },
  { head: 'Uiterlijk', order: 'uiterlijk', sort: 'ascending' },
]
/** A head that sorts is a link; the one that is sorted by carries the direction instead. */
const headOf = ({ head, order, sort }: Head, asked: AskedList): Column =>
  order === undefined || sort === undefined
    ? { head }
    : order === asked.volgorde
      ? { head, sort }
      : { head, to: addressOf(asked, { volgorde: order }) }

type Props = {
  readonly view: DeskView
  readonly asked: AskedList
  readonly rows: readonly Listed[]
  readonly more: boolean
  readonly handlers: readonly { readonly id: string; readonly name: string }[]
  readonly today: string
}

function CasesPage({ view, asked, rows, more, handlers, today }: Props) {
  const filtered = addressOf({ ...asked, volgorde: 'uiterlijk' }) !== '/balie/zaken'
  return (
    <DeskPage view={view} title="Zaken" wide>
      <div className="ld-opening">
        <Heading level={1}>Zaken</Heading>
        <Text lead>Elke IT-toets, van eerste idee tot openbaar besluit.</Text>
      </div>
      <div className="ld-buttons">
        {allows(view.who.roles, 'case.create') ? (
          <a className="nl-button nl-button--primary" href="/balie/zaken/nieuw">
            Begin een IT-toets
          </a>
        ) : null}
        <Link to="/balie/zaken/steekproef">Steekproef “geen digitaal effect”</Link>
      </div>
      <Filters asked={asked} handlers={handlers} filtered={filtered} />
      {rows.length === 0 ? (
        <Text>
          {filtered || asked.pagina > 1 ? 'Er zijn geen zaken die hierbij passen.' : 'Er zijn geen zaken begonnen.'}
        </Text>
      ) : (
        <>
          <Text>
            <Link to={addressOf(asked, {}, '/bestand')}>
              {filtered ? 'Deze zaken downloaden (CSV)' : 'Alle zaken downloaden (CSV)'}
            </Link>
          </Text>
          <Table
            id="zaken"
            caption={`Zaken, ${ORDER_NAMES[asked.volgorde]}`}
            stacked
            columns={HEADS.map((head) => headOf(head, asked))}
            rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, today) }))}
          />
        </>
      )}
      <nav aria-label="Pagina’s" className="ld-pager">
        {asked.pagina > 1 ? <Link to={addressOf(asked, { pagina: asked.pagina - 1 })}>Vorige pagina</Link> : <span />}
        {more ? <Link to={addressOf(asked, { pagina: asked.pagina + 1 })}>Volgende pagina</Link> : null}
      </nav>
    </DeskPage>
  )
}

const cellsOf = (row: Listed, today: string) => [
  <Link key="t" to={`/balie/zaken/${row.id}`}>
    {row.title}
  </Link>,
  <span key="n" className="ld-oneline">
    {caseNumber(row)}
  </span>,
  KIND_NAMES[row.kind],
  <span key="s">
    {STATE_NAMES[row.state]}
    {row.urgent ? ' · spoed' : ''}
  </span>,
  row.handler ?? 'nog niemand',
  // On two lines where the table is narrow.
  day('nl', row.stateSince),
  <Due key="d" dueOn={row.dueOn} legalDueOn={row.legalDueOn} today={today} />,
]

function Filters({ asked, handlers, filtered }: Pick<Props, 'asked' | 'handlers'> & { filtered: boolean }) {
  return (
    <SearchForm list="/balie/zaken" button="Zaken zoeken" filtered={filtered} wide="cases">
      <Field name="q" label="Zoek op titel of nummer" type="search" value={asked.q} />
      <Select
        name="status"
        label="Status"
        value={asked.status}
        empty="Alle"
        options={CASE_STATES.map((state) => ({ value: state, label: STATE_NAMES[state] }))}
      />
      <Select
        name="soort"
        label="Soort"
        value={asked.soort}
        empty="Alle"
        options={Object.entries(KIND_NAMES).map(([value, label]) => ({ value, label }))}
      />
      <Select
        name="behandelaar"
        label="Behandelaar"
        value={asked.behandelaar}
        empty="Alle"
        options={[
          { value: NOBODY, label: 'Nog niemand' },
          ...handlers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        name="van"
        label="Welke"
        value={asked.van}
        empty="Alle zaken"
        options={[
          { value: 'mij', label: 'Van mij' },
          { value: 'laat', label: 'Te laat' },
        ]}
      />
      <Select
        name="volgorde"
        label="Volgorde"
        value={asked.volgorde}
        options={Object.entries(ORDER_NAMES).map(([value, label]) => ({ value, label }))}
      />
    </SearchForm>
  )
}

/** What is due first: the step, or a term of the law. */
function Due({ dueOn, legalDueOn, today }: { dueOn: string | null; legalDueOn: string | null; today: string }) {
  const law = legalDueOn !== null && (dueOn === null || legalDueOn < dueOn)
  const on = law ? legalDueOn : dueOn
  if (on === null) return <>geen termijn</>
  const text = (
    <>
      <Day on={on} />
      {on < today || law ? <br /> : null}
      {[on < today ? 'te laat' : '', law ? 'wet' : ''].filter(Boolean).join(' · ')}
    </>
  )
  return on < today ? <strong>{text}</strong> : text
}

export const listRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/zaken',
    may: 'case.read',
    answer: async ({ tx, municipality, who, query, today, view }) => {
      const asked = askedOf(query)
      const rows = await listCases(tx, municipality.id, filterOf(asked, who.id, today), {
        limit: PAGE + 1,
        offset: (asked.pagina - 1) * PAGE,
      })
      return page(
        <CasesPage
          view={view}
          asked={asked}
          rows={rows.slice(0, PAGE)}
          more={rows.length > PAGE}
          handlers={await handlersOf(tx, municipality.id)}
          today={today}
        />,
      )
    },
  },
]
