/** How a pledge is told wherever it stands: in a word with a shape, in figures, and as a slope. */
import { scaleLinear } from 'd3-scale'
import type { Figured } from './figured.ts'
import type { PledgeStands } from '../../model/public-covenant.ts'
import { PLEDGE_OUTCOMES, type PledgeOutcome } from '../../vocabulary/covenant.ts'
import { day, number, type Lang } from '../../web/language.ts'
import { Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import type { Part, Word } from './store.ts'

/** Each word has a shape of its own, so that colour is never alone. */
const SHAPES: Readonly<Record<Word, { readonly like: string; readonly d: string }>> = {
  met: { like: 'met', d: 'M3.5 8.5 L6.7 11.7 L12.5 5' },
  'met-late': { like: 'partly', d: 'M2.5 8.5 L5.7 11.7 L11.5 5 M13 3 V13' },
  'not-met': { like: 'unmet', d: 'M4 4 L12 12 M12 4 L4 12' },
  lapsed: { like: 'not-applicable', d: 'M3.5 8 H12.5' },
  'on-course': { like: 'met', d: 'M3 12 L13 4 M8 4 H13 V9' },
  'at-risk': { like: 'partly', d: 'M3 4 L13 12 M8 12 H13 V7' },
  'not-measured': { like: 'unknown', d: 'M4 4 H12 V12 H4 Z' },
  'not-begun': { like: 'not-applicable', d: 'M8 3 A5 5 0 1 0 8.01 3' },
  waiting: { like: 'unknown', d: 'M8 3 V8 H12 M8 3 A5 5 0 1 0 8.01 3' },
  hidden: { like: 'not-applicable', d: 'M3.5 8 H12.5' },
  unknown: { like: 'unknown', d: 'M4 4 H12 V12 H4 Z' },
}

/** The word of how a pledge stands. */
export const wordText = (lang: Lang, word: Word): string => {
  const t = says(lang)
  if (word in t.outcomes) return t.outcomes[word as keyof typeof t.outcomes]
  if (word in t.courses) return t.courses[word as keyof typeof t.courses]
  return word === 'waiting' ? t.waiting : word === 'hidden' ? t.hidden : t.unknown
}

/** How many parties were judged, the best outcome first. */
export const judgedIn = (judged: NonNullable<PledgeStands['judged']>): readonly (readonly [PledgeOutcome, number])[] =>
  (Object.keys(PLEDGE_OUTCOMES) as PledgeOutcome[]).flatMap((outcome) => {
    const count = judged[outcome] ?? 0
    return count === 0 ? [] : [[outcome, count] as const]
  })

/** The same in a sentence: `3 gehaald, 1 niet gehaald`. */
export const judgedText = (lang: Lang, judged: NonNullable<PledgeStands['judged']>): string =>
  judgedIn(judged)
    .map(([outcome, count]) => `${number(lang, count)} ${wordText(lang, outcome)}`)
    .join(', ')

export function PledgeBadge({ lang, word }: { lang: Lang; word: Word }) {
  const { like, d } = SHAPES[word]
  return (
    <span className={`ld-badge ld-badge--${like}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d={d} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {wordText(lang, word)}
    </span>
  )
}

/** A list of named parties: which of them these are, and how many there are. */
export type InPages = { readonly view: View; readonly part: Part; readonly named: number; readonly path: string }

/** Ways through a list of named parties; nothing where all of them stand on one page. */
export function PartyPages({ view, part, named, path }: InPages) {
  const t = says(view.lang)
  const { page, size } = part
  const pages = Math.max(1, Math.ceil(named / size))
  if (pages === 1 && page === 1) return null
  const to = (at: number) => `${href(view, path, { pagina: at === 1 ? undefined : at })}#partijen`
  return (
    <>
      <Text>{page > pages ? t.noMore : t.onThisPage((page - 1) * size + 1, Math.min(page * size, named), named)}</Text>
      <nav className="ld-pagination" aria-label={t.pagination}>
        {page > 1 ? (
          <a className="nl-link" rel="prev" href={to(Math.min(page - 1, pages))}>
            {view.m.list.previous}
          </a>
        ) : null}
        {page < pages ? (
          <a className="nl-link" rel="next" href={to(page + 1)}>
            {view.m.list.next}
          </a>
        ) : null}
      </nav>
    </>
  )
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BASE] = [400, 210, 46, 12, 14, 168]
const dayOf = (on: string): number => Date.parse(`${on}T00:00:00Z`)

/** From baseline to target as agreed, with what was seen as points; two or more are joined. */
export function Slope({ id, lang, of }: { id: string; lang: Lang; of: Figured }) {
  const t = says(lang)
  const days = [...of.agreed, ...of.seen].map(({ on }) => dayOf(on))
  const x = scaleLinear(
    [Math.min(...days), Math.max(...days, Math.min(...days) + 86_400_000)],
    [LEFT + 6, WIDTH - RIGHT - 6],
  )
  const y = scaleLinear([0, 1], [BASE, TOP])
  const path = (points: Figured['seen']) =>
    points
      .map(({ on, share }, index) => `${index === 0 ? 'M' : 'L'}${x(dayOf(on)).toFixed(1)} ${y(share).toFixed(1)}`)
      .join('')
  const [first, last] = [of.agreed[0], of.agreed.at(-1)]
  return (
    <svg className="ld-slope" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{of.title}</title>
      <desc id={`${id}-d`}>{of.description}</desc>
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? 'ld-axis' : 'ld-tick'} d={`M${LEFT} ${y(tick)} H${WIDTH - RIGHT}`} />
          <text x={LEFT - 6} y={y(tick) + 5} textAnchor="end">
            {t.share(tick)}
          </text>
        </g>
      ))}
      <path className="ld-agreed" d={path(of.agreed)} />
      {of.agreed.map(({ on, share }) => (
        <path key={on} className="ld-agreed" d={`M${x(dayOf(on)).toFixed(1)} ${(y(share) - 5).toFixed(1)} v10`} />
      ))}
      {of.seen.length > 1 ? <path className="ld-line" d={path(of.seen)} /> : null}
      {of.seen.map(({ on, share }) => (
        <circle key={on} className="ld-point" cx={x(dayOf(on))} cy={y(share)} r={of.seen.length > 24 ? 3 : 5} />
      ))}
      {first ? (
        <text x={LEFT} y={HEIGHT - 14}>
          {day(lang, first.on)}
        </text>
      ) : null}
      {last && last !== first ? (
        <text x={WIDTH - RIGHT} y={HEIGHT - 14} textAnchor="end">
          {day(lang, last.on)}
        </text>
      ) : null}
    </svg>
  )
}
