/** The reports of readers at the desk: what waits, by its day, and what was answered. */
import { REPORT_OUTCOMES } from '../../vocabulary/report.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, number } from '../../web/language.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { markOf } from './rules.ts'
import { SIZE, type Listed } from './store.ts'

type Props = {
  readonly view: DeskView
  readonly reports: readonly Listed[]
  readonly counts: { readonly open: number; readonly late: number }
  readonly open: boolean
  readonly page: number
  readonly today: string
}

const PLACE = '/balie/meldingen'

export function ReportsPage({ view, reports, counts, open, page, today }: Props) {
  const to = (waiting: boolean, at: number) => {
    const query = new URLSearchParams({
      ...(waiting ? {} : { toon: 'beantwoord' }),
      ...(at > 1 ? { pagina: `${at}` } : {}),
    })
    return query.size === 0 ? PLACE : `${PLACE}?${query.toString()}`
  }
  const late = counts.late === 1 ? 'één is' : `${number('nl', counts.late)} zijn`
  return (
    <DeskPage view={view} title="Meldingen" wide>
      <div className="ld-opening">
        <Heading level={1}>Meldingen van lezers</Heading>
        <Text lead>
          {counts.open === 0
            ? 'Er wacht geen melding.'
            : `${counts.open === 1 ? 'Eén melding wacht' : `${number('nl', counts.open)} meldingen wachten`}` +
              (counts.late === 0 ? '.' : `; ${late} te laat.`)}
        </Text>
        <Text>
          {open ? <Link to={to(false, 1)}>Beantwoorde meldingen</Link> : <Link to={PLACE}>Meldingen die wachten</Link>}
        </Text>
      </div>
      {reports.length === 0 ? (
        <Text>{open ? 'Alles is beantwoord.' : 'Er is nog niets beantwoord.'}</Text>
      ) : (
        <Table
          id="meldingen"
          caption={open ? 'Wat het eerst antwoord moet hebben, staat bovenaan' : 'Het laatst beantwoord eerst'}
          stacked
          columns={[
            { head: 'Melding over' },
            { head: open ? 'Antwoord uiterlijk' : 'Beantwoord' },
            { head: 'Stand' },
            { head: 'Bij wie' },
          ]}
          rows={reports.slice(0, SIZE).map((each) => ({
            key: each.id,
            cells: [
              <span key="m">
                <Link to={`${PLACE}/${each.id}`}>{each.title}</Link>{' '}
                <span className="ld-quiet">
                  {markOf(each.id)}
                  {each.kind === 'owner' ? ', bericht aan de eigenaar' : ''}
                </span>
              </span>,
              open ? <Due key="d" report={each} today={today} /> : day('nl', each.closedAt ?? each.at),
              standing(each),
              each.handler ?? (each.named === null ? 'Nog niemand' : `${each.named} (nog niet opgepakt)`),
            ],
          }))}
        />
      )}
      <Text>
        {page > 1 ? <Link to={to(open, page - 1)}>Vorige pagina</Link> : null}{' '}
        {reports.length > SIZE ? <Link to={to(open, page + 1)}>Volgende pagina</Link> : null}
      </Text>
    </DeskPage>
  )
}

const standing = ({ state, handler }: Listed): string =>
  state === 'asked'
    ? 'Wacht op de melder'
    : state === 'open'
      ? handler === null
        ? 'Nog niet opgepakt'
        : 'In behandeling'
      : REPORT_OUTCOMES[state]

/** The day of the answer; what is late stands out, in words too. */
function Due({ report: { state, dueOn }, today }: { report: Pick<Listed, 'state' | 'dueOn'>; today: string }) {
  if (state !== 'open' || dueOn >= today) return day('nl', dueOn)
  return <strong className="ld-late">{day('nl', dueOn)} (te laat)</strong>
}
