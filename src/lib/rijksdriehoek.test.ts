/** The Dutch grid and degrees, there and back. */
import { expect, test } from 'vitest'
import { degreesOfGrid, gridOfDegrees } from './rijksdriehoek.ts'

test.each([
  [155_000, 463_000],
  [93_609, 464_005],
  [233_000, 582_000],
  [176_000, 318_000],
  [13_000, 377_000],
])('%i, %i comes back within a metre', (x, y) => {
  const { lon, lat } = degreesOfGrid(x, y)
  const back = gridOfDegrees(lon, lat)!
  expect(Math.abs(back.x - x)).toBeLessThanOrEqual(1)
  expect(Math.abs(back.y - y)).toBeLessThanOrEqual(1)
})
test.each([
  [0, 0],
  [-74, 40.7],
  [4.35, 48.8],
])('what is not in the Netherlands has no place in it: %d, %d', (lon, lat) => {
  expect(gridOfDegrees(lon, lat)).toBeUndefined()
})
