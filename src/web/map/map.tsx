/** A map on a page: the drawing, ways to look elsewhere, the legend, and under it all that is on it as a table. */
import type { ReactNode } from 'react'
import type { Background } from '../../model/map.ts'
import type { Lang } from '../language.ts'
import { Link, Text } from '../parts.tsx'
import { Table } from '../table.tsx'
import { carriedBy, MOST_CARRIED, wideOf } from './carried.ts'
import {
  around,
  frameAround,
  frameOf,
  HEIGHT,
  isNearest,
  moved,
  nearerTo,
  spotOf,
  WAYS,
  WIDEST,
  WIDTH,
  wholeOf,
} from './frame.ts'
import { APART_NARROW, BY_KEYBOARD, marksOf, type Mark, type Spot } from './marks.ts'
import { Count, Picture, Sign } from './picture.tsx'
import { degreesOf, metresOf, type Frame } from './projection.ts'
import type { Tiles } from './tiles.ts'
import { mapWords } from './words.ts'

/** Places that are read for one map. */
export const MOST_SPOTS = 5_000
/** Rows of the table below the map; the list has them all. */
const ROWS = 200

/** One that stands on a map: its cells in the table come after its name. */
export type Placed = Spot & { readonly to: string; readonly cells: readonly string[] }
/** What a map may be drawn on. */
export type Ground = {
  readonly background: Background | undefined
  readonly tiles: Tiles | undefined
  /** The address of the script that makes a map with tiles one that moves (ADR 0049). */
  readonly script?: string | undefined
}

type Shown = Ground & {
  readonly lang: Lang
  readonly title: string
  /** `plek` of the address. */
  readonly spot: string | null
  readonly placed: readonly Placed[]
  /** There were more than were read. */
  readonly more: boolean
  /** How many, where that is known. */
  readonly total?: number
  /** How many of what was asked for have no place on the map. */
  readonly unplaced: number
  /** What each kind of thing is called, by its number; none: there is one kind. */
  readonly kinds: readonly string[]
  /** Heads of the cells, the name first. */
  readonly columns: readonly string[]
  /** The address of this map at another spot; of the whole without one. */
  readonly at: (spot?: string) => string
}

/** The two ways to look at what was found. */
export function ListOrMap({ lang, list, map, here }: { lang: Lang; list: string; map: string; here: 'list' | 'map' }) {
  const words = mapWords(lang)
  return (
    <nav aria-label={words.ways} className="ld-ways">
      <Link to={list} current={here === 'list'}>
        {words.list}
      </Link>
      <Link to={map} current={here === 'map'}>
        {words.map}
      </Link>
    </nav>
  )
}

export function MapOf(shown: Shown) {
  const { lang, title, background, tiles, script, placed, more, total, unplaced, kinds, columns, at } = shown
  const words = mapWords(lang)
  const whole = wholeOf(
    background,
    placed.map((each) => each.at),
  )
  const frame = frameOf(shown.spot) ?? whole
  const marks = marksOf(frame, placed)
  const narrow = marksOf(frame, placed, APART_NARROW)
  const inside = marks.flatMap(({ spots }) => spots)
  const rows = inside.slice(0, ROWS)
  const inTable = new Set(rows.map(({ id }) => id))
  const nearest = isNearest(frame)
  const chosen = frameOf(shown.spot) !== undefined
  const carried =
    tiles && script && inside.length <= MOST_CARRIED ? carriedBy<Placed>({ tiles, frame, kinds, chosen }) : undefined
  const to = (mark: Mark<Placed>) => {
    const [only] = mark.spots
    if (mark.spots.length === 1) return only!.to
    if ((mark.same || nearest) && inTable.has(only!.id)) return `#op-${only!.id}`
    const middle = degreesOf({
      x: frame.x + (mark.x / WIDTH) * frame.width,
      y: frame.y + (mark.y / HEIGHT) * frame.height,
    })
    return at(
      spotOf(
        nearerTo(
          frame,
          middle,
          mark.spots.map((spot) => spot.at),
        ),
      ),
    )
  }
  const present = [...new Set(inside.map(({ kind }) => kind))].toSorted((a, b) => a - b)
  return (
    <>
      <div className="ld-mapped">
        <a className="nl-skip-link nl-skip-link--visible-on-focus ld-skip ld-skip--here" href="#op-de-kaart">
          {words.pass}
        </a>
        <Picture
          {...{ lang, frame, background, tiles, marks, narrow, kinds, to, carried }}
          label={title}
          byKeyboard={(some) => some.length <= BY_KEYBOARD}
        />
        <Look lang={lang} frame={frame} at={at} chosen={chosen} live={carried !== undefined} />
        {carried ? <script type="module" src={script} /> : null}
      </div>
      <Legend lang={lang} kinds={kinds} present={present} grouped={narrow.some(({ spots }) => spots.length > 1)} />
      <Under {...{ lang, frame, background, tiles }} />
      {marks.length > BY_KEYBOARD ? <Text>{words.keys}</Text> : null}
      <h2 className="nl-heading nl-heading--level-2" id="op-de-kaart" tabIndex={-1}>
        {words.here(inside.length)}
      </h2>
      {more ? <Text>{words.tooMany(placed.length, total)}</Text> : null}
      {unplaced === 0 ? null : <Text>{words.unplaced(unplaced)}</Text>}
      {rows.length === 0 ? (
        <Text>{words.nothing}</Text>
      ) : (
        <Table
          id="op-de-kaart-tabel"
          caption={title}
          hideCaption
          stacked
          columns={columns.map((head) => ({ head }))}
          rows={rows.map((each) => ({
            key: each.id,
            cells: [
              <span key="n" id={`op-${each.id}`}>
                <Link to={each.to}>{each.title}</Link>
              </span>,
              ...each.cells,
            ],
          }))}
        />
      )}
      {inside.length > rows.length ? <Text>{words.rest(inside.length - rows.length)}</Text> : null}
    </>
  )
}

/** Moving and zooming, as links: each is an address that can be kept. A map that moves itself always has them all. */
function Look(shown: { lang: Lang; frame: Frame; at: Shown['at']; chosen: boolean; live: boolean }) {
  const { lang, frame, at, chosen, live } = shown
  const words = mapWords(lang)
  const can = { nearer: !isNearest(frame), farther: metresOf(frame) < WIDEST * 0.95 }
  const ways = (Object.keys(WAYS) as (keyof typeof WAYS)[]).filter(
    (way) => live || (way === 'nearer' || way === 'farther' ? can[way] : true),
  )
  return (
    <nav aria-label={words.look} className="ld-look">
      {ways.map((way) => (
        <span key={way} data-way={live ? way : undefined}>
          <Link to={at(spotOf(moved(frame, WAYS[way])))}>{words[way]}</Link>
        </span>
      ))}
      {chosen || live ? (
        <span data-way={live ? 'whole' : undefined}>
          <Link to={at()}>{words.whole}</Link>
        </span>
      ) : null}
    </nav>
  )
}

function Legend(shown: { lang: Lang; kinds: readonly string[]; present: readonly number[]; grouped: boolean }) {
  const words = mapWords(shown.lang)
  const signed = (sign: ReactNode, name: string) => (
    <li key={name}>
      <svg className="ld-map__key" viewBox="-17 -17 34 34" width="28" height="28" aria-hidden="true" focusable="false">
        {sign}
      </svg>
      {name}
    </li>
  )
  if (shown.present.length === 0) return null
  return (
    <ul className="ld-legend" aria-label={words.legend}>
      {shown.present.map((kind) =>
        signed(<Sign kind={kind} />, shown.kinds[kind] ?? (shown.kinds.length === 0 ? words.thing : words.other)),
      )}
      {shown.grouped ? signed(<Count count={2} />, words.together) : null}
    </ul>
  )
}

/** How wide it is and whose the background is. */
function Under({ lang, frame, background, tiles }: Ground & { lang: Lang; frame: Frame }) {
  const words = mapWords(lang)
  const said = [
    background ? words.drawing(background.source, background.licence) : tiles ? '' : words.bare,
    tiles ? words.tiles(tiles.source) : '',
  ]
  return (
    <p className="ld-small ld-quiet ld-map__under">
      <span data-wide="">{wideOf(lang, frame)}</span> {said.filter(Boolean).join(' ')}
    </p>
  )
}

/** Metres around the one place of a small map. */
const SMALL = 900

/** One place on a small map, in a page that says in words where it is. */
export function SmallMap({
  lang,
  label,
  spot,
  kinds,
  background,
  tiles,
}: Ground & { lang: Lang; label: string; spot: Spot; kinds: readonly string[] }) {
  const frame = spot.area ? frameAround(spot.area) : around(spot.at, SMALL)
  return (
    <div className="ld-mapped ld-mapped--small">
      <Picture
        {...{ lang, frame, background, tiles, kinds }}
        label={label}
        marks={marksOf(frame, [spot])}
        narrow={undefined}
      />
      <Under {...{ lang, frame, background, tiles }} />
    </div>
  )
}
