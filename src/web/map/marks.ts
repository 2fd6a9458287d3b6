/** What stands on a map: places that would cover each other are one mark with their number. Pure. */
import type { Position } from '../../model/map.ts'
import { drawnAt, HEIGHT, holds, WIDTH } from './frame.ts'
import type { Frame } from './projection.ts'

/** Something with a place. `kind`: which shape it has, from 0; the same kind of thing has the same shape. */
export type Spot = { readonly id: string; readonly title: string; readonly at: Position; readonly kind: number }
export type Mark<S extends Spot = Spot> = {
  readonly x: number
  readonly y: number
  /** One at least. */
  readonly spots: readonly S[]
  /** All of them stand on the very same place: coming nearer does not part them. */
  readonly same: boolean
}

/** Units of the drawing within which two marks are one: what a finger needs (WCAG 2.5.8), with some air. */
const APART = 28

/** The marks within a frame, from north to south and west to east. As many as fit beside each other at most. */
export function marksOf<S extends Spot>(frame: Frame, spots: readonly S[]): readonly Mark<S>[] {
  type Open = { readonly x: number; readonly y: number; readonly spots: S[] }
  const cells = new Map<string, Open[]>()
  const open: Open[] = []
  const cell = (x: number, y: number) => `${Math.floor(x / APART)}/${Math.floor(y / APART)}`
  for (const spot of spots) {
    if (!holds(frame, spot.at)) continue
    const at = drawnAt(frame, spot.at)
    const near = [-APART, 0, APART]
      .flatMap((dx) => [-APART, 0, APART].flatMap((dy) => cells.get(cell(at.x + dx, at.y + dy)) ?? []))
      .find((mark) => Math.hypot(mark.x - at.x, mark.y - at.y) < APART)
    if (near) near.spots.push(spot)
    else {
      // A mark at the edge is drawn whole.
      const mark = { x: within(at.x, WIDTH), y: within(at.y, HEIGHT), spots: [spot] }
      open.push(mark)
      cells.set(cell(mark.x, mark.y), [...(cells.get(cell(mark.x, mark.y)) ?? []), mark])
    }
  }
  return open
    .toSorted((a, b) => Math.round(a.y / APART) - Math.round(b.y / APART) || a.x - b.x)
    .map(({ x, y, spots: all }) => ({
      x,
      y,
      spots: all,
      same: all.every(({ at }) => at[0] === all[0]!.at[0] && at[1] === all[0]!.at[1]),
    }))
}

const within = (at: number, most: number): number => Math.min(most - APART / 2, Math.max(APART / 2, at))

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
