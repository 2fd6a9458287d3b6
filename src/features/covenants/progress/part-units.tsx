/** What is counted of one party, or of a street, with what was found of each. */
import type { VerdictWord } from '../../../model/finding.ts'
import { day } from '../../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import type { UnitNow } from './measure.ts'
import { NOBODY } from './rules.ts'
import { untilWords } from './sums.ts'

const OUTCOMES = { met: 'voldoet', unmet: 'voldoet niet', unknown: 'onbekend', 'not-applicable': 'geldt hier niet' }
const VERDICTS: Readonly<Record<VerdictWord, string>> = { ...OUTCOMES, partly: 'deels' }

export type NamedUnit = UnitNow & { readonly name: string }
type Props = {
  readonly party: string
  readonly name: string
  readonly units: readonly NamedUnit[]
  readonly titles: ReadonlyMap<string, string>
}

/** Each with how it stands and by what. */
export function Units({ party, name, units, titles }: Props) {
  return (
    <Section id="eenheden" title="Wat er is gevonden">
      {units.length === 0 ? <Text>Hier is niets om te tellen.</Text> : null}
      {units.map((unit) => (
        <div key={unit.id} className="ld-block">
          <Heading level={3}>{unit.name}</Heading>
          <Facts
            items={[
              { name: 'Samen', value: OUTCOMES[unit.outcome] },
              ...(unit.seen === null ? [] : [{ name: 'Laatst gezien', value: day('nl', unit.seen) }]),
              ...(unit.until === null ? [] : [{ name: 'Telt', value: untilWords(unit.until) }]),
            ]}
          />
          <Table
            id={`u-${unit.id}`}
            caption={`Wat er van ${unit.name} is gezien`}
            stacked
            columns={[{ head: 'Waarnaar is gekeken' }, { head: 'Uitkomst' }]}
            rows={unit.by.map(({ criterion, verdict }) => ({
              key: criterion,
              cells: [
                <Link key="c" to={`/normen/${criterion.split('.')[0]}`}>
                  {titles.get(criterion) ?? criterion}
                </Link>,
                VERDICTS[verdict],
              ],
            }))}
          />
        </div>
      ))}
      {party === NOBODY ? null : (
        <Text>
          <Link to={`/balie/organisaties/${party}`}>Alles over {name}</Link>
        </Text>
      )}
    </Section>
  )
}
