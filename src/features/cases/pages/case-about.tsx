/** What a case is about and whose it is. */
import { day, moment } from '../../../web/language.ts'
import { Facts, Link, Section, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import type { Case } from '../store/rows.ts'
import { name } from './part.ts'

export function Summary({ file }: { file: Case }) {
  const { summary } = file.row
  return (
    <Section id="waarover" title="Samenvatting">
      {summary === '' ? (
        <Text>Er is nog geen samenvatting.</Text>
      ) : (
        summary.split(/\n{2,}/).map((part) => <Text key={part}>{part}</Text>)
      )}
    </Section>
  )
}

/** Whose it is and when what is due; beside the summary where there is room. */
export function CaseFacts({ file, today }: { file: Case; today: string }) {
  const { row } = file
  const since = file.steps.at(-1)?.at ?? row.createdAt
  const legal = file.legalTerms.find(({ endedOn }) => endedOn === null)
  const due = (on: string) => `${day('nl', on)}${on < today ? ' (te laat)' : ''}`
  return (
    <aside className="ld-case__facts" aria-label="Gegevens van de zaak">
      <Facts
        items={[
          { name: 'Uiterlijk', value: row.dueOn === null ? 'geen termijn' : due(row.dueOn) },
          ...(legal
            ? [
                {
                  name: 'Termijn van de wet',
                  value: (
                    <a className="nl-link" href="#termijnen">
                      {due(legal.dueOn)}
                    </a>
                  ),
                },
              ]
            : []),
          { name: 'Besluit gepland', value: row.intendedOn === null ? 'nog niet bekend' : day('nl', row.intendedOn) },
          { name: 'Indiener', value: name(file, row.author) },
          { name: 'Behandelaar', value: name(file, row.handler) },
          { name: 'Beslisser', value: name(file, row.decisionMaker) },
          ...(row.regulation
            ? [{ name: 'Regeling', value: <Link to={`/balie/regelingen/${row.regulation}`}>Naar de regeling</Link> }]
            : []),
          ...(row.product
            ? [{ name: 'Product', value: <Link to={`/balie/producten/${row.product}`}>Naar het product</Link> }]
            : []),
          ...(row.retestOn ? [{ name: 'Opnieuw toetsen', value: day('nl', row.retestOn) }] : []),
          { name: 'Deze status sinds', value: moment('nl', since) },
        ]}
      />
      <ul className="ld-list ld-noprint">
        {row.fullTest === null && row.preCheck === null ? null : (
          <li>
            <Link to={`${pathOf(row)}/antwoorden`}>Alle antwoorden op één pagina</Link>
          </li>
        )}
        <li>
          <Link to={`${pathOf(row)}/alinea`}>Alinea voor het college- of raadsvoorstel</Link>
        </li>
      </ul>
    </aside>
  )
}
