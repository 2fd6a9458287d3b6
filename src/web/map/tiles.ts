/** Pictures of a map service below a drawn map, where a municipality names one. */
import type { Frame } from './projection.ts'
import { HEIGHT, WIDTH } from './frame.ts'

export type Tiles = {
  /** `https://…/{z}/{x}/{y}.png`. */
  readonly address: string
  /** Who is to be named below it. */
  readonly source: string
}
export type Tile = { readonly href: string; readonly x: number; readonly y: number; readonly size: number }

/** The last zoom level of the usual services. */
export const DEEPEST = 19
/** Tiles from left to right, about: sharp enough, and at most some twenty in all. */
const ACROSS = 4

/** The scheme and host that pictures come from: all that the content policy lets through for them. */
export const tileHost = ({ address }: Tiles): string => new URL(address.replaceAll(/[{}]/g, '')).origin

/** Why this is no address of tiles; undefined when it is one. */
export function tileTrouble(address: string): string | undefined {
  const plain = address.replaceAll(/\{[xyz]\}/g, '1')
  const marks = ['{x}', '{y}', '{z}'].filter((mark) => address.split(mark).length !== 2)
  if (marks.length > 0) return `${marks.join(', ')} moet er één keer in staan`
  const url = URL.canParse(plain) ? new URL(plain) : undefined
  if (!url || url.protocol !== 'https:' || url.username !== '' || /[{}\s"'<>;,]/.test(plain))
    return 'verwacht een adres als https://kaart.voorbeeld.nl/{z}/{x}/{y}.png'
  return /[{}]/.test(address.split('/')[2] ?? '') ? 'de naam van de server staat vast' : undefined
}

/** Where one picture is. */
export const tileAt = ({ address }: Tiles, zoom: number, x: number, y: number): string =>
  address.replace('{z}', String(zoom)).replace('{x}', String(x)).replace('{y}', String(y))

/** The pictures that cover a frame, with where they stand in the drawing. */
export function tilesOf(tiles: Tiles, frame: Frame): readonly Tile[] {
  const zoom = Math.max(0, Math.min(DEEPEST, Math.round(Math.log2(ACROSS / frame.width))))
  const count = 2 ** zoom
  const size = WIDTH / (frame.width * count)
  const [left, top] = [Math.floor(frame.x * count), Math.floor(frame.y * count)]
  const columns = Math.ceil(frame.x * count - left + WIDTH / size)
  const rows = Math.ceil(frame.y * count - top + HEIGHT / size)
  return Array.from({ length: columns * rows }, (_, at) => [left + (at % columns), top + Math.floor(at / columns)])
    .filter(([x, y]) => x! >= 0 && x! < count && y! >= 0 && y! < count)
    .map(([x, y]) => ({
      href: tileAt(tiles, zoom, x!, y!),
      x: (x! - frame.x * count) * size,
      y: (y! - frame.y * count) * size,
      size,
    }))
}
