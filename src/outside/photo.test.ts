/** A photo comes out with the picture alone: no place, no camera, no size beyond what was agreed. */
import { chromium } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { findChromium } from './browser-binary.ts'
import { LONGEST_SIDE, remakePhoto } from './photo.ts'

/** A JPEG as a phone makes it: a picture of two colours, with EXIF that says where it was and how it is turned. */
let plain: Uint8Array
beforeAll(async () => {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? findChromium() })
  const page = await browser.newPage()
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2400, 1200)
    const pen = canvas.getContext('2d')!
    pen.fillStyle = '#f00'
    pen.fillRect(0, 0, 2400, 1200)
    pen.fillStyle = '#00f'
    pen.fillRect(0, 0, 1200, 1200)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return btoa(text)
  })
  plain = new Uint8Array(Buffer.from(base64, 'base64'))
  await browser.close()
})

/** TIFF in APP1 (EXIF 2.32): turned a quarter (0x0112 = 6), with a directory of GPS that says 52° north. */
function exif(): number[] {
  const short = (value: number) => [value >> 8, value & 255]
  const long = (value: number) => [0, 0, value >> 8, value & 255]
  const entry = (tag: number, type: number, count: number, value: number[]) => [
    ...short(tag),
    ...short(type),
    ...long(count),
    ...value,
  ]
  const first = [...short(2), ...entry(0x0112, 3, 1, [0, 6, 0, 0]), ...entry(0x8825, 4, 1, long(38)), ...long(0)]
  const gps = [...short(1), ...entry(0x0001, 2, 2, [0x4e, 0, 0, 0]), ...long(0)]
  const words = [...'SECRET-PLACE-52.1601'].map((sign) => sign.charCodeAt(0))
  const tiff = [0x4d, 0x4d, 0, 42, ...long(8), ...first, ...gps, ...words]
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]
  return [0xff, 0xe1, ...short(body.length + 2), ...body]
}
const withExif = (): Uint8Array => Uint8Array.from([...plain.subarray(0, 2), ...exif(), ...plain.subarray(2)])
const has = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).toString('latin1').includes(text)

test('a place goes in and none comes out; it stands upright, and is small', async () => {
  const sent = withExif()
  expect([has(sent, 'Exif'), has(sent, 'SECRET-PLACE')]).toEqual([true, true])
  const made = await remakePhoto(sent)
  if ('problem' in made) throw new Error(made.problem)
  // Turned a quarter, as EXIF says: higher than wide.
  expect([made.width, made.height]).toEqual([LONGEST_SIDE / 2, LONGEST_SIDE])
  for (const trace of ['Exif', 'SECRET', 'GPS', 'http://ns.adobe.com', 'Photoshop'])
    expect(has(made.bytes, trace)).toBe(false)
  expect([...made.bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
})

test('what stands behind the picture does not come along', async () => {
  const film = [...'....ftypmp42-film-of-a-passer-by'].map((sign) => sign.charCodeAt(0))
  const made = await remakePhoto(Uint8Array.from([...plain, ...film]))
  if ('problem' in made) throw new Error(made.problem)
  expect(has(made.bytes, 'film')).toBe(false)
})

test('a picture of which the parts follow and the inside is broken is told as such', async () => {
  const broken = Uint8Array.from(plain)
  // The tables that decode it: without them there is no picture.
  const at = broken.findIndex((byte, index) => byte === 0xff && broken[index + 1] === 0xc4)
  broken.fill(0, at + 5, at + 21)
  const made = await remakePhoto(broken)
  expect('problem' in made ? made.problem : made.width).toMatch(/beschadigd/)
})
