/** Which part of the world a map shows, and how its address says so. Pure. */
import type { Background, Position } from '../../model/map.ts'
import { degreesOf, metresOf, widthOf, worldOf, type Frame } from './projection.ts'

/** Of the drawing, in its own units: three to two. */
export const WIDTH = 720
export const HEIGHT = 480
/** Metres from left to right: nearer than this shows nothing more, wider than this is no municipality. */
export const NEAREST = 250
export const WIDEST = 120_000
/** Without anything to show: the whole country. */
const COUNTRY: Frame = around([5.3, 52.15], WIDEST * 2.6)
/** Room beside the outermost places. */
const AIR = 1.16

/** A frame of so many metres wide around its middle. */
export function around(middle: Position, metres: number): Frame {
  const { x, y } = worldOf(middle)
  const width = widthOf(metres, middle[1])
  const height = (width * HEIGHT) / WIDTH
  return { x: x - width / 2, y: y - height / 2, width, height }
}

/** The smallest frame that holds all of these, with some air. */
export function frameAround(places: readonly Position[]): Frame {
  if (places.length === 0) return COUNTRY
  let [left, right, top, bottom] = [1, 0, 1, 0]
  for (const place of places) {
    const { x, y } = worldOf(place)
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
  const least = widthOf(NEAREST, degreesOf(middle)[1])
  const width = Math.max(least, (right - left) * AIR, ((bottom - top) * AIR * WIDTH) / HEIGHT)
  const height = (width * HEIGHT) / WIDTH
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
}

/** What a map shows before anybody chose: the whole municipality, or without a background every place. */
export const wholeOf = (background: Background | undefined, places: readonly Position[]): Frame =>
  frameAround(background ? background.shapes.flatMap(({ lines }) => lines.flat()) : places)

/** The degrees of its middle. */
export const middleOf = ({ x, y, width, height }: Frame): Position => degreesOf({ x: x + width / 2, y: y + height / 2 })

/** Whether a place is to be seen. */
export function holds(frame: Frame, place: Position): boolean {
  const { x, y } = worldOf(place)
  return x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height
}

/** `52.16630,4.48140,2500`: the middle, and metres from left to right. */
export function spotOf(frame: Frame): string {
  const [lon, lat] = middleOf(frame)
  return `${lat.toFixed(5)},${lon.toFixed(5)},${Math.round(metresOf(frame))}`
}

/** Reads such a word of an address. Undefined when it is none, so that the whole is shown. */
export function frameOf(spot: string | null): Frame | undefined {
  const [, lat, lon, metres] = /^(-?\d{1,2}(?:\.\d{1,9})?),(-?\d{1,3}(?:\.\d{1,9})?),(\d{1,7})$/.exec(spot ?? '') ?? []
  if (lat === undefined || Math.abs(Number(lat)) > 85 || Math.abs(Number(lon)) > 180) return undefined
  return around([Number(lon), Number(lat)], Math.min(WIDEST, Math.max(NEAREST, Number(metres))))
}

/** Nearer or further off, with the same middle or another: parts of a frame to the east and the south. */
export function moved(frame: Frame, { by = 1, east = 0, south = 0 }): Frame {
  const [lon, lat] = degreesOf({
    x: frame.x + frame.width * (0.5 + east),
    y: frame.y + frame.height * (0.5 + south),
  })
  return around([lon, lat], Math.min(WIDEST, Math.max(NEAREST, metresOf(frame) * by)))
}

/** The ways to look elsewhere, each half of what is shown. */
export const WAYS = {
  nearer: { by: 0.5 },
  farther: { by: 2 },
  north: { south: -0.5 },
  south: { south: 0.5 },
  west: { east: -0.5 },
  east: { east: 0.5 },
} as const

/** Whether coming nearer shows nothing more. */
export const isNearest = (frame: Frame): boolean => metresOf(frame) <= NEAREST * 1.05

/** Around a middle, as near as it still holds all of these; a quarter of what is shown at most. */
export function nearerTo(frame: Frame, middle: Position, places: readonly Position[]): Frame {
  const wider = [1 / 16, 1 / 8, 1 / 4].map((part) => around(middle, Math.max(NEAREST, metresOf(frame) * part)))
  return wider.find((each) => places.every((place) => holds(each, place))) ?? wider[2]!
}

/** Degrees of the edges: west, south, east, north. */
export function edgesOf({ x, y, width, height }: Frame): readonly [number, number, number, number] {
  const [west, north] = degreesOf({ x, y })
  const [east, south] = degreesOf({ x: x + width, y: y + height })
  return [west, south, east, north]
}

/** Where a place stands in the drawing. */
export function drawnAt(frame: Frame, place: Position): { readonly x: number; readonly y: number } {
  const { x, y } = worldOf(place)
  return { x: ((x - frame.x) / frame.width) * WIDTH, y: ((y - frame.y) / frame.height) * HEIGHT }
}
