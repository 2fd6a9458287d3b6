/** The terms of a case. */
import { Day } from '../../../web/desk/day.tsx'
import { todayIn } from '../../../web/language.ts'
import { Link, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { pathOf } from '../address.ts'
import { LEGAL_STATES, legalState, legalTerm } from '../rules/legal-terms.ts'
import { serviceTerms } from '../rules/service-terms.ts'
import { name, type Props } from './part.ts'

/** Every term of this case: of its steps, and of the law where it runs; with who was late. */
export function Terms({ file, who, today }: Props) {
  const { row, legalTerms } = file
  const terms = serviceTerms(
    file.steps.map(({ from, to, at, by }) => ({ from, to, on: todayIn(at), by: name(file, by) })),
    today,
    row.dueOn,
    file.requests.map(({ at, dueOn }) => ({ on: todayIn(at), dueOn })),
  )
  const states = { met: 'op tijd', late: 'te laat', running: 'loopt' }
  const done = (on: string | null, by: string) =>
    on === null ? (
      'nog niet'
    ) : (
      <span key="k">
        <Day on={on} />, {by}
      </span>
    )
  return (
    <Section id="termijnen" title="Termijnen" wide>
      {terms.length + legalTerms.length === 0 ? (
        <Text>Er loopt nog geen termijn.</Text>
      ) : (
        <Table
          id="alle-termijnen"
          caption="Termijnen van de stappen en van de wet"
          hideCaption
          stacked
          columns={[{ head: 'Termijn' }, { head: 'Laatste dag' }, { head: 'Klaar' }, { head: 'Stand' }]}
          rows={[
            ...legalTerms.map((term) => ({
              key: term.id,
              cells: [
                <span key="n">
                  <Link to={`${pathOf(row)}/termijnen/${term.id}`}>{legalTerm(term.term)?.name ?? term.term}</Link>{' '}
                  <span className="ld-quiet">wet{term.extended === null ? '' : ' · verlengd'}</span>
                </span>,
                <Day key="d" on={term.dueOn} />,
                done(term.endedOn, name(file, term.endedBy)),
                LEGAL_STATES[legalState(term, today)],
              ],
            })),
            ...terms.map((term, index) => ({
              key: `${index}`,
              cells: [term.name, <Day key="d" on={term.dueOn} />, done(term.doneOn, term.by ?? ''), states[term.state]],
            })),
          ]}
        />
      )}
      {(who.id === row.author || who.id === row.handler) && row.state !== 'withdrawn' && row.state !== 'archived' ? (
        <Text>
          <Link to={`${pathOf(row)}/termijnen`}>Leg een wettelijke termijn vast</Link>
        </Text>
      ) : null}
    </Section>
  )
}
