/**
 * Coordinates of the Dutch national grid (Rijksdriehoeksstelsel, EPSG:28992) as degrees of WGS 84 and back: the series
 * of F.H. Schreutelkamp and G.L. Strang van Hees (2001), good to within a metre in the whole country.
 */

const NORTH: readonly (readonly [p: number, q: number, value: number])[] = [
  [0, 1, 3235.65389],
  [2, 0, -32.58297],
  [0, 2, -0.2475],
  [2, 1, -0.84978],
  [0, 3, -0.0655],
  [2, 2, -0.01709],
  [1, 0, -0.00738],
  [4, 0, 0.0053],
  [2, 3, -0.00039],
  [4, 1, 0.00033],
  [1, 1, -0.00012],
]
const EAST: typeof NORTH = [
  [1, 0, 5260.52916],
  [1, 1, 105.94684],
  [1, 2, 2.45656],
  [3, 0, -0.81885],
  [1, 3, 0.05594],
  [3, 1, -0.05607],
  [0, 1, 0.01199],
  [3, 2, -0.00256],
  [1, 4, 0.00128],
  [0, 2, 0.00022],
  [2, 0, -0.00022],
  [5, 0, 0.00026],
]

/** Whether these metres are in the Netherlands at all. */
export const isInGrid = (x: number, y: number): boolean => x >= -7_000 && x <= 300_000 && y >= 289_000 && y <= 629_000

/** Longitude and latitude of a place of the grid, in degrees. */
export function degreesOfGrid(x: number, y: number): { readonly lon: number; readonly lat: number } {
  const [dx, dy] = [(x - 155_000) / 100_000, (y - 463_000) / 100_000]
  const sum = (terms: typeof NORTH) => terms.reduce((all, [p, q, value]) => all + value * dx ** p * dy ** q, 0)
  return { lat: 52.1551744 + sum(NORTH) / 3600, lon: 5.38720621 + sum(EAST) / 3600 }
}

/** The place of the grid, in whole metres, of a longitude and latitude in the Netherlands; undefined elsewhere. */
export function gridOfDegrees(lon: number, lat: number): { readonly x: number; readonly y: number } | undefined {
  // Near the middle a degree is so many metres; a few steps bring it within one.
  let [x, y] = [155_000 + (lon - 5.38720621) * 68_000, 463_000 + (lat - 52.1551744) * 111_300]
  for (let step = 0; step < 12; step++) {
    if (!isInGrid(Math.round(x), Math.round(y))) return undefined
    const at = degreesOfGrid(x, y)
    x += (lon - at.lon) * 68_000
    y += (lat - at.lat) * 111_300
  }
  return { x: Math.round(x), y: Math.round(y) }
}
