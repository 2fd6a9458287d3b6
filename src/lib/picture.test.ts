/** A photo is known by its bytes, before anything opens it. */
import { expect, test } from 'vitest'
import { lookAtPicture, MOST_PHOTO_BYTES } from './picture.ts'

/** The smallest JPEG with a frame of this size: its parts follow, its picture is empty. */
function jpegOf(width: number, height: number, rest: readonly number[] = []): Uint8Array {
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]
  const exif = [0xff, 0xe1, 0, 8, 0x45, 0x78, 0x69, 0x66, 0, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]
  return Uint8Array.from([0xff, 0xd8, ...exif, ...frame, ...scan, 0xff, 0xd9, ...rest])
}
const text = (words: string): number[] => [...words].map((sign) => sign.charCodeAt(0))
const problemOf = (bytes: Uint8Array): string => {
  const look = lookAtPicture(bytes)
  return 'problem' in look ? look.problem : 'none'
}

test('of a JPEG its size', () =>
  expect(lookAtPicture(jpegOf(4000, 3000))).toEqual({
    media: 'image/jpeg',
    width: 4000,
    height: 3000,
  }))

test('a second picture or a film behind it is what phones do', () => {
  expect(lookAtPicture(jpegOf(10, 10, [...jpegOf(5, 5)]))).toHaveProperty('width', 10)
  expect(lookAtPicture(jpegOf(10, 10, text('....ftypmp42....')))).toHaveProperty('width', 10)
})

test.each([
  ['empty', new Uint8Array(), /leeg/],
  ['too large', new Uint8Array(MOST_PHOTO_BYTES + 1), /groter dan 12 MB/],
  ['too many pixels', jpegOf(60_000, 60_000), /50 miljoen/],
  ['broken off', jpegOf(100, 100).subarray(0, 40), /beschadigd/],
  ['without a size', jpegOf(0, 0), /beschadigd/],
  ['HEIC', Uint8Array.from([0, 0, 0, 24, ...text('ftypheic'), 0, 0, 0, 0]), /HEIC/],
  ['a GIF', Uint8Array.from(text('GIF89a')), /geen foto/],
  ['a page that is called .jpg', Uint8Array.from(text('<!doctype html><script>')), /geen foto/],
  ['a photo with an archive behind it', jpegOf(10, 10, text('PK\u0003\u0004')), /meer dan een foto/],
  ['a photo with a page behind it', jpegOf(10, 10, text('<script>alert(1)</script>')), /meer dan een foto/],
  ['a photo with a PDF behind it', jpegOf(10, 10, text('%PDF-1.7')), /meer dan een foto/],
])('%s is refused in Dutch', (_, bytes, says) => expect(problemOf(bytes)).toMatch(says))
