/** What waits for a second look, as a table. */
import type { VerdictWord } from '../../model/finding.ts'
import { moment } from '../../web/language.ts'
import { messages, word } from '../../web/messages.ts'
import { Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { Unsure } from './waiting-store.ts'

const called = (verdict: VerdictWord): string => word(messages.nl.verdict, verdict)

/** `city`: of many organisations, each with its name. `titles`: what criteria are called. */
export function UnsureTable({
  rows,
  titles,
  city = false,
}: {
  rows: readonly Unsure[]
  titles: ReadonlyMap<string, string>
  city?: boolean
}) {
  if (rows.length === 0) return <Text>Er wordt nu niets nagemeten.</Text>
  return (
    <Table
      id="nameten-tabel"
      caption="Wat wordt nagemeten"
      stacked
      columns={[
        ...(city ? [{ head: 'Organisatie' }] : []),
        { head: 'Adres' },
        { head: 'Punt' },
        { head: 'Gepubliceerd' },
        { head: 'Daarna gezien' },
        { head: 'Wat nu?' },
      ]}
      rows={rows.map((row) => ({
        key: `${row.subject} ${row.criterion}`,
        cells: [
          ...(city
            ? [
                <Link key="o" to={`/balie/organisaties/${row.organisation}/metingen`}>
                  {row.of}
                </Link>,
              ]
            : []),
          row.address,
          titles.get(row.criterion) ?? row.criterion,
          `${called(row.before)}, gemeten op ${moment('nl', row.since)}`,
          `${called(row.seen.verdict)}, op ${moment('nl', row.seen.at)}`,
          nextOf(row),
        ],
      }))}
    />
  )
}

function nextOf({ how, due }: Unsure): string {
  const when = due === null ? 'bij de volgende meting' : `na ${moment('nl', due)}`
  return how === 'waiting'
    ? `Wordt nagemeten ${when}. Tot dan blijft het oude oordeel openbaar.`
    : `Twee metingen spreken elkaar tegen: onbekend. Wordt nagemeten ${when}.`
}
