/**
 * From degrees to a drawing and back: the projection that map tiles have too (Web Mercator, EPSG:3857), in which a
 * piece of the Netherlands keeps its form. `x` and `y` run from 0 to 1 over the whole world, `y` to the south.
 */
import type { Position } from '../../model/map.ts'

/** Metres around the equator. */
const ROUND = 40_075_016.7
const RADIANS = Math.PI / 180
/** As far north as the square of the projection goes. */
const NORTHMOST = 85.05

export type World = { readonly x: number; readonly y: number }
/** The part of the world that a drawing shows. */
export type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Where a place is in the world. What lies beyond the edge of the projection stands on it. */
export function worldOf([lon, lat]: Position): World {
  const north = Math.min(NORTHMOST, Math.max(-NORTHMOST, lat)) * RADIANS
  return { x: (lon + 180) / 360, y: (1 - Math.log(Math.tan(north) + 1 / Math.cos(north)) / Math.PI) / 2 }
}

/** The degrees of a point of the world. */
export const degreesOf = ({ x, y }: World): Position => [
  x * 360 - 180,
  Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / RADIANS,
]

/** How much of the world's width a number of metres is at this latitude. */
export const widthOf = (metres: number, lat: number): number => metres / (ROUND * Math.cos(lat * RADIANS))

/** Metres on the ground from the left to the right of a frame, along its middle. */
export function metresOf(frame: Frame): number {
  const [, lat] = degreesOf({ x: frame.x, y: frame.y + frame.height / 2 })
  return frame.width * ROUND * Math.cos(lat * RADIANS)
}
