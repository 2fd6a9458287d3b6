/** All cases, searched and filtered. */
import type { Tx } from '../../../db/as.ts'
import { CASE_STATES, type CaseKind, STATE_NAMES } from '../../../model/case.ts'
import { allows } from '../../../model/roles.ts'
import { Day } from '../../../web/desk/day.tsx'
import { Button, Buttons, Field, Select } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { type DeskView, page, type Route } from '../../../web/desk/route.ts'
import { Heading, Link, Table, Text } from '../../../web/parts.tsx'
import { caseNumber } from '../address.ts'
import { has } from '../doors.ts'
import { KIND_NAMES } from '../rules/words.ts'
import { listCases } from '../store/list.ts'

export type AskedList = {
  readonly q: string
  readonly staat: string
  readonly soort: string
  readonly van: string
  readonly pagina: number
}

export function CasesPage({
  view,
  asked,
  found,
  today,
  mayCreate,
}: {
  view: DeskView
  asked: AskedList
  found: Awaited<ReturnType<typeof listCases>>
  today: string
  mayCreate: boolean
}) {
  const { rows, more } = found
  const page = (to: number) =>
    `/balie/zaken?${new URLSearchParams({ ...(asked.q ? { q: asked.q } : {}), ...(asked.staat ? { staat: asked.staat } : {}), ...(asked.soort ? { soort: asked.soort } : {}), ...(asked.van ? { van: asked.van } : {}), pagina: String(to) }).toString()}`
  return (
    <DeskPage view={view} title="Zaken" wide>
      <div className="ld-opening">
        <Heading level={1}>Zaken</Heading>
        <Text lead>Elke IT-toets, van eerste idee tot openbaar besluit.</Text>
      </div>
      <div className="ld-buttons">
        {mayCreate ? (
          <a className="nl-button nl-button--primary" href="/balie/zaken/nieuw">
            Begin een IT-toets
          </a>
        ) : null}
        <Link to="/balie/zaken/steekproef">Steekproef “geen effect”</Link>
      </div>
      <form method="get" action="/balie/zaken" className="ld-filters" role="search">
        <Field name="q" label="Zoek op titel of nummer" type="search" value={asked.q} />
        <Select
          name="staat"
          label="Staat"
          value={asked.staat}
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
          name="van"
          label="Welke"
          value={asked.van}
          empty="Alle zaken"
          options={[
            { value: 'mij', label: 'Van mij' },
            { value: 'laat', label: 'Te laat' },
          ]}
        />
        <Buttons>
          <Button kind="secondary">Toon</Button>
        </Buttons>
      </form>
      {rows.length === 0 ? (
        <Text>Er zijn geen zaken die hierbij passen.</Text>
      ) : (
        <Table
          id="zaken"
          caption="Zaken, nieuwste eerst"
          stacked
          columns={[
            { head: 'Zaak' },
            { head: 'Nummer' },
            { head: 'Soort' },
            { head: 'Staat' },
            { head: 'Sinds' },
            { head: 'Uiterlijk' },
          ]}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
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
              <Day key="v" on={row.stateSince} />,
              <Due key="d" dueOn={row.dueOn} legalDueOn={row.legalDueOn} today={today} />,
            ],
          }))}
        />
      )}
      <nav aria-label="Pagina’s" className="ld-pager">
        {asked.pagina > 1 ? <Link to={page(asked.pagina - 1)}>Vorige pagina</Link> : <span />}
        {more ? <Link to={page(asked.pagina + 1)}>Volgende pagina</Link> : null}
      </nav>
    </DeskPage>
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
      const asked = {
        q: (query.get('q') ?? '').trim().slice(0, 200),
        staat: query.get('staat') ?? '',
        soort: query.get('soort') ?? '',
        van: query.get('van') ?? '',
        pagina: /^[1-9]\d{0,4}$/.test(query.get('pagina') ?? '') ? Number(query.get('pagina')) : 1,
      }
      const found = await listCases(tx, municipality.id, {
        q: asked.q,
        page: asked.pagina,
        state: CASE_STATES.find((state) => state === asked.staat),
        kind: has(KIND_NAMES, asked.soort) ? (asked.soort as CaseKind) : undefined,
        mine: asked.van === 'mij' ? who.id : undefined,
        late: asked.van === 'laat' ? today : undefined,
      })
      return page(
        <CasesPage
          view={view}
          asked={asked}
          found={found}
          today={today}
          mayCreate={allows(who.roles, 'case.create')}
        />,
      )
    },
  },
]
