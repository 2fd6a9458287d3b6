/**
 * A municipality's own colour: whether what is written in it can be read, and the theme that follows from it. Contrast
 * as WCAG 2.2 counts it (1.4.3: 4.5 to 1 for text).
 */

type Rgb = readonly [number, number, number]
const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]

/** A colour as `#0b5563`, from what people type: `#0B5563`, `0b5563` or `#05a`; undefined when it is none. */
export function colourOf(typed: string): string | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(typed.trim())?.[1]?.toLowerCase()
  return digits && `#${digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits}`
}

const rgbOf = (colour: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb
const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
/** `share` of the one, the rest of the other. */
const mixed = (one: Rgb, other: Rgb, share: number): Rgb =>
  one.map((part, at) => part * share + other[at]! * (1 - share)) as unknown as Rgb

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** How much of the colour the darkest background behind it has. */
const BEHIND = 0.14

/** Whether text in this colour can be read on every background that follows from it, and white text on it. */
export const isReadable = (colour: string): boolean =>
  contrast(rgbOf(colour), mixed(rgbOf(colour), WHITE, BEHIND)) >= 4.5

/** The theme as a style sheet: the names of `theme.css` that are of the accent. */
export function accentTheme(colour: string): string {
  const accent = rgbOf(colour)
  const light = (share: number) => hexOf(mixed(accent, WHITE, share))
  const dark = (share: number) => hexOf(mixed(accent, BLACK, share))
  const tokens: Readonly<Record<string, string>> = {
    'accent-1-bg-subtle': light(0.05),
    'accent-1-bg-default': light(0.1),
    'accent-1-bg-hover': light(BEHIND),
    'accent-1-bg-active': light(BEHIND),
    'accent-1-border-subtle': light(0.4),
    'accent-1-border-default': colour,
    'accent-1-border-hover': dark(0.8),
    'accent-1-border-active': dark(0.8),
    'accent-1-color-subtle': colour,
    'accent-1-color-default': colour,
    'accent-1-color-hover': dark(0.75),
    'accent-1-color-active': dark(0.75),
    'accent-1-color-document': dark(0.5),
    'action-1-inverse-bg-default': colour,
    'action-1-inverse-bg-hover': dark(0.75),
    'action-1-inverse-bg-active': dark(0.5),
    'action-1-inverse-border-default': colour,
  }
  const lines = Object.entries(tokens).map(([name, value]) => `  --basis-color-${name}: ${value};`)
  return `.leidraad-theme {\n${lines.join('\n')}\n}\n`
}
