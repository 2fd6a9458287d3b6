/** What ends, as a table: of one organisation, or of the city. */
import { day } from '../../web/language.ts'
import { Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { Ending } from './store.ts'
import { expiryWords } from './words.ts'

type Props = {
  readonly id: string
  readonly caption: string
  readonly rows: readonly Ending[]
  readonly today: string
  /** With the organisation beside it, as a link. */
  readonly city?: boolean
}

export function ExpiryTable({ id, caption, rows, today, city = false }: Props) {
  if (rows.length === 0) return <Text>Wij zagen niets met een einddatum.</Text>
  return (
    <Table
      id={id}
      caption={caption}
      stacked
      columns={[
        { head: 'Wat' },
        { head: 'Adres' },
        { head: 'Loopt af op' },
        { head: 'Gezien op' },
        ...(city ? [{ head: 'Organisatie' }] : []),
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          expiryWords(row.kind),
          row.name,
          endOf(row, today),
          row.typedAs === null
            ? day('nl', row.seenAt)
            : `ingevuld op ${day('nl', row.seenAt)} door ${row.typedAs || 'de organisatie zelf'}`,
          ...(city
            ? [
                <Link key="o" to={`/balie/organisaties/${row.organisation}/leveranciers`}>
                  {row.of}
                </Link>,
              ]
            : []),
        ],
      }))}
    />
  )
}

function endOf({ kind, until }: Ending, today: string): string {
  if (kind === 'domain-leaving') return `verdwijnt binnenkort: opgezegd of niet verlengd (sinds ${day('nl', until)})`
  return until < today ? `${day('nl', until)}: die dag is voorbij` : day('nl', until)
}
