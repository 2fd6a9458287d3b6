/** What was measured of the websites of a product: how many norms met what verdict, a row for each website. */
import type { ReactNode } from 'react'
import { Table } from '../table.tsx'

export type Measured = {
  readonly key: string
  readonly website: ReactNode
  readonly met: number
  readonly partly: number
  readonly unmet: number
  readonly unknown: number
}

export function MeasuredTable({ id, rows }: { id: string; rows: readonly Measured[] }) {
  return (
    <Table
      id={id}
      caption="Gemeten bevindingen"
      hideCaption
      stacked
      columns={[
        { head: 'Website' },
        { head: 'Voldoet', numeric: true },
        { head: 'Deels', numeric: true },
        { head: 'Voldoet niet', numeric: true },
        { head: 'Onbekend', numeric: true },
      ]}
      rows={rows.map(({ key, website, met, partly, unmet, unknown }) => ({
        key,
        cells: [website, met, partly, unmet, unknown],
      }))}
    />
  )
}
