/**
 * The tree of an SPF record as a receiver reads it: drawn for who sees, and as nested lists that say the same. The
 * drawing is as wide as a small phone, so that it needs no scrolling.
 */
import type { ReactNode } from 'react'
import type { DrawnSpf } from '../../model/supplier.ts'
import { Details, List, Text } from '../../web/parts.tsx'
import { FAULTS } from './words.ts'

type Node = DrawnSpf['nodes'][number]
const [WIDTH, ROW, BOX, STEP, SIDE] = [320, 44, 30, 16, 2] as const
/** Deeper than this a box is no further to the right: the line still says what leads to it. */
const DEEPEST = 6
const LETTER = 7.2

export function SpfTree({ id, address, spf }: { id: string; address: string; spf: DrawnSpf }) {
  const depths = depthsOf(spf.nodes)
  const height = spf.nodes.length * ROW
  return (
    <>
      <figure className="ld-figure">
        <svg
          className="ld-trend ld-tree"
          viewBox={`0 0 ${WIDTH} ${height}`}
          role="img"
          aria-labelledby={`${id}-t`}
          aria-describedby={`${id}-d`}
        >
          <title id={`${id}-t`}>{`Wie namens ${address} e-mail mag sturen: ${countOf(spf.nodes.length)}`}</title>
          {spf.nodes.map((node, at) => (
            <Drawn key={at} node={node} at={at} depth={depths[at]!} depths={depths} />
          ))}
        </svg>
        <figcaption id={`${id}-d`}>
          <Text>{captionOf(spf)}</Text>
        </figcaption>
      </figure>
      <Details summary="Dezelfde lijst als tekst">{branches(spf.nodes, null)}</Details>
    </>
  )
}

function Drawn({ node, at, depth, depths }: { node: Node; at: number; depth: number; depths: readonly number[] }) {
  const x = SIDE + depth * STEP
  const y = at * ROW + 6
  const room = Math.floor((WIDTH - x - 2 * SIDE - 12) / LETTER)
  return (
    <g>
      {node.by === null ? null : (
        <path
          className="ld-axis"
          d={`M${SIDE + depths[node.by]! * STEP + 6} ${node.by * ROW + 6 + BOX} V${y + BOX / 2} H${x}`}
        />
      )}
      <rect className="ld-box" x={x} y={y} width={WIDTH - x - SIDE} height={BOX} rx="3" />
      <text x={x + 6} y={y + 20}>
        {node.name.length > room ? `${node.name.slice(0, room - 1)}…` : node.name}
      </text>
    </g>
  )
}

const depthsOf = (nodes: readonly Node[]): number[] => {
  const depths: number[] = []
  for (const { by } of nodes) depths.push(by === null ? 0 : Math.min((depths[by] ?? 0) + 1, DEEPEST))
  return depths
}

const countOf = (count: number): string => (count === 1 ? '1 lijst' : `${count} lijsten`)

const LIMITS = new Set(['lookups', 'voids', 'exchangers'])
const NOBODY = 'Daardoor telt de lijst voor niemand.'

function captionOf({ nodes, lookups, fault, problem, reached }: DrawnSpf): string {
  const asked = lookups === 1 ? '1 opzoeking' : `${lookups} opzoekingen`
  const read = `Een ontvanger leest ${countOf(nodes.length)} en doet ${asked}.`
  if (fault === null) return `${read} Tien is het meeste.`
  const where = problem === null || problem === '' ? '' : ` Het gaat om ${problem}.`
  const told = `${read} Er is een fout: ${FAULTS[fault] ?? fault}.${where}`
  // Who stands before a limit passes (RFC 7208 §4.6.4); any other fault makes the record void for all (§4.6).
  if (!LIMITS.has(fault) || reached.length === 0) return `${told} ${NOBODY}`
  const more = reached.length > 5 ? ' en meer' : ''
  return `${told} Alleen deze adressen komen er nog door: ${reached.slice(0, 5).join(', ')}${more}.`
}

/** What a record leads to, each with what it leads to itself. Bounded: a receiver reads eleven at most. */
function branches(nodes: readonly Node[], by: number | null): ReactNode {
  const here = nodes.flatMap((node, at) => (node.by === by ? [{ node, at }] : []))
  if (here.length === 0) return null
  return (
    <List
      items={here.map(({ node, at }) => ({
        key: String(at),
        body: (
          <>
            <span className="ld-break">{node.name}</span>: <code className="ld-break">{node.record}</code>
            {branches(nodes, at)}
          </>
        ),
      }))}
    />
  )
}
