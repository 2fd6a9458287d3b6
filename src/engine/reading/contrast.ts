/** How well letters stand out from what is behind them (WCAG 2.2, success criterion 1.4.3). */

type Rgba = readonly [red: number, green: number, blue: number, alpha: number]

/** A colour as a browser computes it, `rgb(0, 90, 156)` or with an alpha; undefined: written otherwise. */
function rgba(colour: string): Rgba | undefined {
  const found = /^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:(?:,| \/) ([\d.]+)(%?))?\)$/.exec(colour)
  if (!found) return undefined
  const [red, green, blue] = [found[1], found[2], found[3]].map(Number) as [number, number, number]
  const alpha = found[4] === undefined ? 1 : Number(found[4]) / (found[5] ? 100 : 1)
  return [red, green, blue, alpha]
}

const over = (front: Rgba, [red, green, blue]: Rgba): Rgba => {
  const mix = (one: number, other: number) => one * front[3] + other * (1 - front[3])
  return [mix(front[0], red), mix(front[1], green), mix(front[2], blue), 1]
}

/** Relative luminance, 0 to 1. */
function luminance([red, green, blue]: Rgba): number {
  const linear = (channel: number) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/**
 * The ratio, 1 to 21, of letters of this colour on what is behind them, from the front to the back, on white at the
 * end. Undefined where a colour is written in a way that is not computed here.
 */
export function contrastOf(colour: string, behind: readonly string[]): number | undefined {
  const [letters, ...back] = [colour, ...behind].map(rgba)
  if (!letters || back.some((each) => each === undefined)) return undefined
  const white: Rgba = [255, 255, 255, 1]
  const ground = (back as Rgba[]).toReversed().reduce((under, front) => over(front, under), white)
  const [light, dark] = [luminance(over(letters, ground)), luminance(ground)].toSorted((one, other) => other - one)
  return Math.round(((light! + 0.05) / (dark! + 0.05)) * 100) / 100
}
