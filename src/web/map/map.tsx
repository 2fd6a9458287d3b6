/** A map on a page: the drawing, ways to look elsewhere, the legend, and under it all that is on it as a table. */
import type { ReactNode } from 'react'
import type { Background } from '../../model/map.ts'
import type { Lang } from '../language.ts'
import { Link, Text } from '../parts.tsx'
import { Table } from '../table.tsx'
import { around, frameOf, HEIGHT, holds, moved, NEAREST, spotOf, WIDEST, WIDTH, wholeOf } from './frame.ts'
import { marksOf, type Mark, type Spot } from './marks.ts'
import { Count, Picture, Sign } from './picture.tsx'
import { degreesOf, metresOf, type Frame } from './projection.ts'
import type { Tiles } from './tiles.ts'
import { mapWords } from './words.ts'

/** Places that are read for one map. */
export const MOST_SPOTS = 5_000
/** More marks than this are no walk for a keyboard: the table is the way. */
const BY_KEYBOARD = 60
/** Rows of the table below the map; the list has them all. */
const ROWS = 200

/** One that stands on a map: its cells in the table come after its name. */
export type Placed = Spot & { readonly to: string; readonly cells: readonly string[] }
/** What a map may be drawn on. */
export type Ground = { readonly background: Background | undefined; readonly tiles: Tiles | undefined }

type Shown = Ground & {
  readonly lang: Lang
  readonly title: string
  /** `plek` of the address. */
  readonly spot: string | null
  readonly placed: readonly Placed[]
  /** There were more than were read. */
  readonly more: boolean
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
  const { lang, title, background, tiles, placed, more, unplaced, kinds, columns, at } = shown
  const words = mapWords(lang)
  const whole = wholeOf(
    background,
    placed.map((each) => each.at),
  )
  const frame = frameOf(shown.spot) ?? whole
  const marks = marksOf(frame, placed)
  const inside = marks.flatMap(({ spots }) => spots)
  const rows = inside.slice(0, ROWS)
  const inTable = new Set(rows.map(({ id }) => id))
  const nearest = metresOf(frame) <= NEAREST * 1.05
  const to = (mark: Mark<Placed>) => {
    const [only] = mark.spots
    if (mark.spots.length === 1) return only!.to
    if ((mark.same || nearest) && inTable.has(only!.id)) return `#op-${only!.id}`
    return at(spotOf(nearerTo(frame, mark)))
  }
  const present = [...new Set(inside.map(({ kind }) => kind))].toSorted((a, b) => a - b)
  return (
    <>
      <div className="ld-mapped">
        <a className="nl-skip-link nl-skip-link--visible-on-focus ld-skip ld-skip--here" href="#op-de-kaart">
          {words.pass}
        </a>
        <Picture
          {...{ lang, frame, background, tiles, marks, kinds, to }}
          label={title}
          byKeyboard={marks.length <= BY_KEYBOARD}
        />
        <Look lang={lang} frame={frame} at={at} chosen={frameOf(shown.spot) !== undefined} />
      </div>
      <Legend lang={lang} kinds={kinds} present={present} grouped={marks.some(({ spots }) => spots.length > 1)} />
      <Under {...{ lang, frame, background, tiles }} />
      {marks.length > BY_KEYBOARD ? <Text>{words.keys}</Text> : null}
      <h2 className="nl-heading nl-heading--level-2" id="op-de-kaart" tabIndex={-1}>
        {words.here(inside.length)}
      </h2>
      {more ? <Text>{words.tooMany(placed.length)}</Text> : null}
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

/** Around a group, as near as it still holds all of it; a quarter of what is shown at most. */
function nearerTo(frame: Frame, { x, y, spots }: Mark): Frame {
  const middle = degreesOf({ x: frame.x + (x / WIDTH) * frame.width, y: frame.y + (y / HEIGHT) * frame.height })
  const wider = [1 / 16, 1 / 8, 1 / 4].map((part) => around(middle, Math.max(NEAREST, metresOf(frame) * part)))
  return wider.find((each) => spots.every((spot) => holds(each, spot.at))) ?? wider[2]!
}

/** Moving and zooming, as links: each is an address that can be kept. */
function Look({ lang, frame, at, chosen }: { lang: Lang; frame: Frame; at: Shown['at']; chosen: boolean }) {
  const words = mapWords(lang)
  const metres = metresOf(frame)
  const ways: readonly (readonly [string, Frame, boolean])[] = [
    [words.nearer, moved(frame, { by: 0.5 }), metres > NEAREST * 1.05],
    [words.farther, moved(frame, { by: 2 }), metres < WIDEST * 0.95],
    [words.north, moved(frame, { south: -0.5 }), true],
    [words.south, moved(frame, { south: 0.5 }), true],
    [words.west, moved(frame, { east: -0.5 }), true],
    [words.east, moved(frame, { east: 0.5 }), true],
  ]
  return (
    <nav aria-label={words.look} className="ld-look">
      {ways.map(([name, there, can]) =>
        can ? (
          <Link key={name} to={at(spotOf(there))}>
            {name}
          </Link>
        ) : null,
      )}
      {chosen ? <Link to={at()}>{words.whole}</Link> : null}
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
    words.wide(Math.round(metresOf(frame) / 10) * 10),
    background ? words.drawing(background.source, background.licence) : tiles ? '' : words.bare,
    tiles ? words.tiles(tiles.source) : '',
  ]
  return <p className="ld-small ld-quiet ld-map__under">{said.filter(Boolean).join(' ')}</p>
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
  const frame = around(spot.at, SMALL)
  return (
    <div className="ld-mapped ld-mapped--small">
      <Picture {...{ lang, frame, background, tiles, kinds }} label={label} marks={marksOf(frame, [spot])} />
      <Under {...{ lang, frame, background, tiles }} />
    </div>
  )
}
