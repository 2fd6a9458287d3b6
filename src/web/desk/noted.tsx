/** What people saw and handed over, as a table: what, from where, by whom, when, and until when it counts. */
import { Fragment, type ReactNode } from 'react'
import type { Noted } from '../../model/finding.ts'
import { NOTED_SOURCES } from '../../vocabulary/finding.ts'
import { VerdictBadge } from '../badges.tsx'
import { messages } from '../messages.ts'
import { Link } from '../parts.tsx'
import { Table } from '../table.tsx'
import { Day } from './day.tsx'

/** The desk speaks Dutch. */
const DUTCH = { m: messages.nl }
const SOURCES = new Map<string, string>(Object.values(NOTED_SOURCES).map(({ source, told }) => [source, told]))

type Props = {
  readonly id: string
  readonly caption: string
  readonly findings: readonly (Noted & { readonly subject?: string })[]
  /** YYYY-MM-DD: what passed its last day no longer counts. */
  readonly today: string
  /** What it is about, where the table is of more than one thing. */
  readonly about?: (finding: Noted & { readonly subject?: string }) => ReactNode
  readonly act?: (finding: Noted) => ReactNode
}

export function NotedTable({ id, caption, findings, today, about, act }: Props) {
  return (
    <Table
      id={id}
      caption={caption}
      hideCaption
      stacked
      columns={[
        ...(about ? [{ head: 'Waarover' }] : []),
        { head: 'Oordeel' },
        { head: 'Wat is gezien' },
        { head: 'Uit' },
        { head: 'Gezien, en geldig' },
        ...(act ? [{ head: 'Meer' }] : []),
      ]}
      rows={findings.map((finding) => ({
        key: finding.id,
        cells: [
          ...(about ? [about(finding)] : []),
          <Fragment key="v">
            {finding.until < today ? (
              'onbekend: te lang geleden gezien'
            ) : (
              <VerdictBadge view={DUTCH} verdict={finding.verdict} told="verdict" />
            )}
            <br />
            <Link to={`/normen/${finding.norm}`}>{finding.criterion}</Link>
          </Fragment>,
          finding.said,
          `${SOURCES.get(finding.source)}, ${finding.seenBy}`,
          <Fragment key="d">
            <Day on={finding.at} />, tot en met <Day on={finding.until} />
          </Fragment>,
          ...(act ? [act(finding)] : []),
        ],
      }))}
    />
  )
}
