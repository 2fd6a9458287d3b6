/** What stands on a map: places that would cover each other are one mark with their number. Pure. */
import type { Position } from '../../model/map.ts'
import type { Lang } from '../language.ts'
import { drawnAt, HEIGHT, holds, WIDTH } from './frame.ts'
import type { Frame } from './projection.ts'
import { mapWords } from './words.ts'

/** Something with a place. `kind`: which shape it has, from 0; the same kind of thing has the same shape. */
export type Spot = {
  readonly id: string
  readonly title: string
  readonly at: Position
  readonly kind: number
  /** Corners of the area that it is; `at` is its middle. */
  readonly area?: readonly Position[] | undefined
}
export type Mark<S extends Spot = Spot> = {
  readonly x: number
  readonly y: number
  /** One at least. */
  readonly spots: readonly S[]
  /** All of them stand on the very same place: coming nearer does not part them. */
  readonly same: boolean
}

/** More marks than this are no walk for a keyboard: the table is the way. */
export const BY_KEYBOARD = 60
/** Units of the drawing within which two marks are one: what a finger needs (WCAG 2.5.8), with some air. */
const APART = 28
/** The same where the drawing is as narrow as a phone, and its signs are drawn larger. */
export const APART_NARROW = 54
/** How much larger they are then; `map.css` says so too. */
export const GROWN = 1.6

type Drawn = { readonly x: number; readonly y: number }

/** The marks within a frame, from north to south and west to east. As many as fit beside each other at most. */
export function marksOf<S extends Spot>(frame: Frame, spots: readonly S[], apart = APART): readonly Mark<S>[] {
  // A mark at the edge is drawn whole.
  const within = (at: number, most: number): number => Math.min(most - apart / 2, Math.max(apart / 2, at))
  const drawn = ({ x, y }: Drawn) => ({ x: within(x, WIDTH), y: within(y, HEIGHT) })
  const inside = spots.filter(({ at }) => holds(frame, at))
  return together(inside, (place) => drawnAt(frame, place), drawn, apart)
}

/** The same of a drawing in other units: `at` says where a place stands in it, `drawn` where a mark there is drawn. */
export function together<S extends Spot>(
  spots: readonly S[],
  at: (place: Position) => Drawn,
  drawn: (at: Drawn) => Drawn = (same) => same,
  apart = APART,
): readonly Mark<S>[] {
  type Open = Drawn & { readonly spots: S[] }
  const cells = new Map<string, Open[]>()
  const open: Open[] = []
  const cell = (x: number, y: number) => `${Math.floor(x / apart)}/${Math.floor(y / apart)}`
  for (const spot of spots) {
    const { x, y } = at(spot.at)
    const near = [-apart, 0, apart]
      .flatMap((dx) => [-apart, 0, apart].flatMap((dy) => cells.get(cell(x + dx, y + dy)) ?? []))
      .find((mark) => Math.hypot(mark.x - x, mark.y - y) < apart)
    if (near) near.spots.push(spot)
    else {
      const mark = { ...drawn({ x, y }), spots: [spot] }
      open.push(mark)
      cells.set(cell(mark.x, mark.y), [...(cells.get(cell(mark.x, mark.y)) ?? []), mark])
    }
  }
  return open
    .toSorted((a, b) => Math.round(a.y / apart) - Math.round(b.y / apart) || a.x - b.x)
    .map((mark) => {
      const [[lon, lat]] = [mark.spots[0]!.at]
      return { ...mark, same: mark.spots.every((spot) => spot.at[0] === lon && spot.at[1] === lat) }
    })
}

export const FORMS = ['circle', 'square', 'triangle', 'diamond', 'hexagon', 'star', 'cross', 'down'] as const
export type Form = { readonly form: (typeof FORMS)[number]; readonly open: boolean }
/** Full or open, of eight forms: sixteen kinds of thing differ without a colour. The last is for the rest. */
export const formOf = (kind: number): Form => {
  const at = Math.min(kind, FORMS.length * 2 - 1)
  return { form: FORMS[at % FORMS.length]!, open: at >= FORMS.length }
}

/** Its outline around 0,0. */
export const OUTLINES: Readonly<Record<Form['form'], string>> = {
  circle: 'M-7.5 0a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0 -15 0Z',
  square: 'M-7 -7H7V7H-7Z',
  triangle: 'M0 -8.5L8.5 6.5H-8.5Z',
  diamond: 'M0 -9.5L9.5 0L0 9.5L-9.5 0Z',
  hexagon: 'M-4.5 -8H4.5L9 0L4.5 8H-4.5L-9 0Z',
  star: 'M0 -10L2.6 -3.4L9.5 -3.1L4.1 1.3L5.9 8.1L0 4.3L-5.9 8.1L-4.1 1.3L-9.5 -3.1L-2.6 -3.4Z',
  cross: 'M-3 -8.5H3V-3H8.5V3H3V8.5H-3V3H-8.5V-3H-3Z',
  down: 'M0 8.5L8.5 -6.5H-8.5Z',
}

/** The sign of one kind of thing, as a path. */
export function signOf(kind: number): { readonly className: string; readonly d: string } {
  const { form, open } = formOf(kind)
  return { className: open ? 'ld-map__sign ld-map__sign--open' : 'ld-map__sign', d: OUTLINES[form] }
}

/** How many stand at one mark, as a circle around a text. */
export const countOf = (count: number): { readonly r: number; readonly text: string } => ({
  r: count > 99 ? 16 : 13,
  text: count > 999 ? '999+' : String(count),
})

/** Titles that the name of a group tells. */
const TOLD = 5
/** What a mark is called aloud. `kinds`: what each kind is called, by its number. */
export function calledMark(lang: Lang, spots: readonly Spot[], kinds: readonly string[]): string {
  const words = mapWords(lang)
  const [only] = spots
  if (spots.length === 1) return [only!.title, kinds[only!.kind]].filter(Boolean).join(', ')
  const titles = spots.slice(0, TOLD).map(({ title }) => title)
  if (spots.length > TOLD) titles.push(words.more(spots.length - TOLD))
  return words.group(spots.length, titles.join(', '))
}
