/** Tables: with a caption, heads that sort, and on a phone either a region that scrolls or a block a row. */
import type { ReactNode } from 'react'

export type Column = {
  readonly head: string
  readonly numeric?: boolean
  readonly sort?: 'ascending' | 'descending'
  /** Where the table is sorted by this column. */
  readonly to?: string
}
export type Row = { readonly key: string; readonly cells: readonly ReactNode[] }

/** A number by itself, which as the name of a block says nothing without its head. */
const isBare = (cell: ReactNode): boolean => typeof cell === 'string' && /^\d+$/.test(cell)

// The roles look redundant, but a browser drops them from a table that is shown as blocks on a narrow screen.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
/**
 * A table of which the first cell of each row is its name. On a narrow screen it scrolls in a region that takes focus,
 * or, with `stacked` (and `widths` that do not depend on what is in the cells), each row becomes a small block.
 */
export function Table({
  id,
  caption,
  columns,
  rows,
  stacked = false,
  widths,
  hideCaption = false,
}: {
  id: string
  caption: string
  columns: readonly Column[]
  rows: readonly Row[]
  stacked?: boolean
  widths?: 'scores' | 'norms'
  hideCaption?: boolean
}) {
  const table = (
    <table
      className={`utrecht-table${stacked ? ' ld-stacked' : ''}${widths ? ` ld-widths ld-widths--${widths}` : ''}`}
      role="table"
      aria-labelledby={id}
    >
      <caption id={id} className={`utrecht-table__caption${hideCaption ? ' ld-hidden' : ''}`}>
        {caption}
      </caption>
      <thead className="utrecht-table__header" role="rowgroup">
        <tr className="utrecht-table__row" role="row">
          {columns.map((column) => (
            <th
              key={column.head}
              scope="col"
              role="columnheader"
              aria-sort={column.sort}
              className={`utrecht-table__header-cell${column.numeric ? ' ld-numeric' : ''}`}
            >
              {column.to === undefined ? (
                column.head
              ) : (
                <a className="nl-link" href={column.to}>
                  {column.head}
                </a>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="utrecht-table__body" role="rowgroup">
        {rows.map((row) => (
          <tr key={row.key} className="utrecht-table__row" role="row">
            {row.cells.map((cell, index) =>
              index === 0 ? (
                <th key={columns[index]?.head} scope="row" role="rowheader" className="utrecht-table__cell">
                  {stacked && isBare(cell) ? <span className="ld-stacked__word">{`${columns[0]!.head} `}</span> : null}
                  {cell}
                </th>
              ) : (
                <td
                  key={columns[index]?.head}
                  role="cell"
                  data-label={columns[index]?.head}
                  className={`utrecht-table__cell${columns[index]?.numeric ? ' ld-numeric' : ''}`}
                >
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (stacked) return table
  // A keyboard must be able to scroll what a finger can (WCAG 2.1.1), so the region takes focus.
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="ld-scroll" role="region" aria-labelledby={id} tabIndex={0}>
      {table}
    </div>
  )
}
