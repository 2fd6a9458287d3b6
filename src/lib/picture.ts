/**
 * Photos that people send, looked at before anything opens them: what a file is by its first bytes, how large the
 * picture is, and whether something else is hidden behind it. Nothing is decoded here.
 */
import { pngSize } from './png.ts'

/** Of a file; and pixels of a picture, which is what opening it costs. */
export const MOST_PHOTO_BYTES = 12 * 1024 * 1024
export const MOST_PIXELS = 50_000_000

export type PictureLook =
  | { readonly media: 'image/jpeg' | 'image/png'; readonly width: number; readonly height: number }
  /** Why it is not taken, for who sent it. */
  | { readonly problem: string }

const no = (problem: string): PictureLook => ({ problem })
const AGAIN = 'Maak een foto als jpg en kies die.'
const text = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))

/** What these bytes are, or a Dutch sentence why they are no photo that we take. */
export function lookAtPicture(bytes: Uint8Array): PictureLook {
  if (bytes.length === 0) return no(`Dit bestand is leeg. ${AGAIN}`)
  if (bytes.length > MOST_PHOTO_BYTES) return no('Deze foto is groter dan 12 MB. Maak hem kleiner en kies hem opnieuw.')
  const size = sizeOf(bytes)
  if ('problem' in size) return size
  if (size.width * size.height > MOST_PIXELS)
    return no('Deze foto heeft meer dan 50 miljoen beeldpunten. Maak hem kleiner en kies hem opnieuw.')
  return size
}

function sizeOf(bytes: Uint8Array): PictureLook {
  const png = pngSize(bytes)
  if (png) return hides(bytes.subarray(endOfPng(bytes))) ? no(HIDDEN) : { media: 'image/png', ...png }
  if (/^ftyp(?:hei|hev|mif|msf|avi)/.test(text(bytes, 4, 12)))
    return no('Dit is een HEIC-foto. Die kunnen wij niet openen. Zet op de telefoon foto’s op “Meest compatibel”.')
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return no(`Dit is geen foto. ${AGAIN}`)
  const jpeg = jpegOf(bytes)
  if (jpeg === undefined) return no(`Deze foto is beschadigd of niet compleet. ${AGAIN}`)
  return hides(bytes.subarray(jpeg.end)) ? no(HIDDEN) : { media: 'image/jpeg', ...jpeg.size }
}
const HIDDEN = `In dit bestand zit meer dan een foto. ${AGAIN}`

/** Where a PNG ends: after its last chunk. */
function endOfPng(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 8
  while (at + 12 <= bytes.length) {
    const kind = view.getUint32(at + 4)
    at += 12 + view.getUint32(at)
    if (kind === 0x49_45_4e_44) break
  }
  return Math.min(at, bytes.length)
}

/** The size that a JPEG says it has, and where its first picture ends; undefined when its parts do not follow. */
function jpegOf(bytes: Uint8Array) {
  let size: { readonly width: number; readonly height: number } | undefined
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const mark = bytes[at + 1]!
    if (mark === 0xff) {
      at++
      continue
    }
    if (mark === 0xd9) break
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!
    if (length < 2 || at + 2 + length > bytes.length) return undefined
    // A frame (ITU-T T.81 B.2.2): C0 to CF without C4, C8 and CC.
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)) {
      const height = (bytes[at + 5]! << 8) | bytes[at + 6]!
      const width = (bytes[at + 7]! << 8) | bytes[at + 8]!
      if (width === 0 || height === 0) return undefined
      size ??= { width, height }
    }
    at += 2 + length
    if (mark === 0xda) at = afterScan(bytes, at)
  }
  const whole = bytes[at] === 0xff && bytes[at + 1] === 0xd9
  return size && whole ? { size, end: at + 2 } : undefined
}

/** The next mark after the picture itself: not a stuffed byte and not a restart. */
function afterScan(bytes: Uint8Array, from: number): number {
  let at = from
  for (; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1]!
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) break
  }
  return at
}

/** Behind a photo a phone may put a film or a second picture, which fall away; a program or a page is no such thing. */
const hides = (rest: Uint8Array): boolean => {
  const text = Buffer.from(rest.buffer, rest.byteOffset, rest.byteLength).toString('latin1')
  return ARCHIVES.some((mark) => text.includes(mark)) || /<(?:!doctype|\?xml|\?php|html|svg|script|iframe)/i.test(text)
}
/** How a ZIP, a PDF and a program begin. */
const ARCHIVES = ['PK\u0003\u0004', '%PDF-', '\u007fELF']
