/** Good practices at the desk: what waits for a colleague, and what was decided about. */
import { spoken } from '../../lib/spoken-number.ts'
import { PRACTICE_STATES } from '../../vocabulary/practice.ts'
import { Day } from '../../web/desk/day.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { number } from '../../web/language.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { SIZE, type Practice } from './store.ts'

const PLACE = '/balie/praktijken'
type Props = {
  readonly view: DeskView
  readonly practices: readonly Practice[]
  /** Those that wait are shown; else the others. */
  readonly waiting: boolean
  readonly count: number
  readonly page: number
}

export function PracticesPage({ view, practices, waiting, count, page }: Props) {
  const to = (at: number) => {
    const query = new URLSearchParams({
      ...(waiting ? {} : { toon: 'nagekeken' }),
      ...(at > 1 ? { pagina: `${at}` } : {}),
    })
    return query.size === 0 ? PLACE : `${PLACE}?${query.toString()}`
  }
  const other = waiting ? `${PLACE}?toon=nagekeken` : PLACE
  return (
    <DeskPage view={view} title="Goede praktijken" wide>
      <div className="ld-opening">
        <Heading level={1}>Goede praktijken</Heading>
        <Text lead>
          {count === 0
            ? 'Er wacht niets op een collega.'
            : count === 1
              ? 'Eén praktijk wacht op een collega die kijkt.'
              : `${number('nl', count)} praktijken wachten op een collega die kijkt.`}
        </Text>
        <Text>
          Iedereen kan op de site vertellen hoe een norm is gehaald. Wie van u het nakijkt, staat er met naam bij.{' '}
          <Link to={other}>{waiting ? 'Wat is nagekeken' : 'Wat nog wacht'}</Link> ·{' '}
          <Link to="/samen/praktijken">Wat iedereen leest</Link>
        </Text>
      </div>
      {practices.length === 0 ? (
        <Text>{waiting ? 'Alles is nagekeken.' : 'Er is nog niets nagekeken.'}</Text>
      ) : (
        <Table
          id="praktijken"
          caption={waiting ? 'Het langst wachtende eerst' : 'Het nieuwste eerst'}
          stacked
          columns={[{ head: 'Praktijk' }, { head: 'Organisatie' }, { head: 'Ingestuurd' }, { head: 'Stand' }]}
          rows={practices.slice(0, SIZE).map((each) => ({
            key: each.id,
            cells: [
              <span key="t">
                <Link to={`${PLACE}/${each.id}`}>{each.title}</Link>{' '}
                <span className="ld-quiet">{spoken(each.number)}</span>
              </span>,
              each.organisation,
              <Day key="d" on={each.sentOn} />,
              PRACTICE_STATES[each.state],
            ],
          }))}
        />
      )}
      <Text>
        {page > 1 ? <Link to={to(page - 1)}>Vorige pagina</Link> : null}{' '}
        {practices.length > SIZE ? <Link to={to(page + 1)}>Volgende pagina</Link> : null}
      </Text>
    </DeskPage>
  )
}
