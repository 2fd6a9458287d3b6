/** What was measured of addresses: how often each verdict, a row for each, and what was measured too long ago. */
import type { Finding, VerdictWord } from '../../model/finding.ts'
import { day } from '../language.ts'
import { Link, Text } from '../parts.tsx'
import { Table } from '../table.tsx'

export type Measured = Pick<Finding, 'verdict' | 'seen'> & { readonly address: string; readonly organisation: string }

const COUNTED: readonly VerdictWord[] = ['met', 'partly', 'unmet', 'unknown']

/** Where it was measured too long ago: the last day on which it counted; undefined for all else. */
export const endedOn = ({ verdict, seen }: Pick<Finding, 'verdict' | 'seen'>): string | undefined =>
  verdict === 'unknown' && typeof seen['until'] === 'string' ? seen['until'] : undefined

/** Where an address stands on the public site. */
export const onSite = ({ organisation, address }: Measured): string =>
  `/organisaties/${organisation}/${encodeURIComponent(address)}`

export function MeasuredTable({
  id,
  findings,
  link,
}: {
  id: string
  findings: readonly Measured[]
  link?: (of: Measured) => string
}) {
  const ended = [...new Set(findings.flatMap((each) => endedOn(each) ?? []))].toSorted()
  const old = findings.filter((each) => endedOn(each) !== undefined).length
  return (
    <>
      <Table
        id={id}
        caption="Gemeten bevindingen"
        hideCaption
        stacked
        columns={[
          { head: 'Adres' },
          { head: 'Voldoet', numeric: true },
          { head: 'Deels', numeric: true },
          { head: 'Voldoet niet', numeric: true },
          { head: 'Onbekend', numeric: true },
        ]}
        rows={[...Map.groupBy(findings, ({ address }) => address)].map(([address, own]) => ({
          key: address,
          cells: [
            link ? (
              <Link key="w" to={link(own[0]!)}>
                {address}
              </Link>
            ) : (
              address
            ),
            ...COUNTED.map((word) => own.filter(({ verdict }) => verdict === word).length),
          ],
        }))}
      />
      {ended.length === 0 ? null : <Text>{tooOld(old, ended)}</Text>}
    </>
  )
}

const tooOld = (count: number, days: readonly string[]): string => {
  const until = days.map((each) => day('nl', each)).join(' of ')
  return count === 1
    ? `Eén punt is te lang geleden gemeten en telt daarom als onbekend. Het gold tot en met ${until}.`
    : `${count} punten zijn te lang geleden gemeten en tellen daarom als onbekend. Ze golden tot en met ${until}.`
}
