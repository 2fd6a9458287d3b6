/** Small makers of answers: pages, texts, images and documents. */
import { deflateSync } from 'node:zlib'
import type { Answer, HeaderLines } from './model.ts'

export function answer(type: string, body: string | Buffer, headers: HeaderLines = [], status = 200): Answer {
  return { status, headers: [['content-type', type], ...headers], body: Buffer.from(body) }
}

export const html = (body: string, headers: HeaderLines = [], status = 200): Answer =>
  answer('text/html; charset=utf-8', body, headers, status)
export const json = (body: unknown): Answer => answer('application/json', JSON.stringify(body))
export const text = (body: string): Answer => answer('text/plain; charset=utf-8', body)
export const script = (body: string, headers: HeaderLines = []): Answer =>
  answer('text/javascript; charset=utf-8', body, [['access-control-allow-origin', '*'], ...headers])
export const css = (body: string, headers: HeaderLines = []): Answer =>
  answer('text/css; charset=utf-8', body, [['access-control-allow-origin', '*'], ...headers])
export const redirect = (to: string, headers: HeaderLines = [], status = 301): Answer => ({
  status,
  headers: [['location', to], ...headers],
  body: Buffer.alloc(0),
})

/**
 * Where the site of Leidraad stands as the sites of the city write it; the city puts in its place where it really
 * stands.
 */
export const LEIDRAAD = 'https://leidraad.sluiswijk.test'

/** A badge as a drawing, plainly. It says where it leads to; `from`: the site of Leidraad of whoever gave it. */
export const badgeDrawn = (words: string, number: string, from = LEIDRAAD): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 250 76" width="250" height="76" role="img"><title>${words}` +
  `</title><desc>Klopt dit nog? ${from}/badges/${number}</desc>` +
  `<rect width="250" height="76" fill="#0b5563"/><text x="12" y="44" fill="#fff">${words}</text></svg>`

/** A badge as its holder put it on the own site. */
export const badge = (words: string, number: string): Answer => answer('image/svg+xml', badgeDrawn(words, number))

/** A drawing as an address that holds it. */
export const inAddress = (drawn: string): string => `data:image/svg+xml,${encodeURIComponent(drawn)}`

/** A drawing of a house, a boat or a bridge in one colour. */
export function drawing(kind: 'huis' | 'boot' | 'brug' | 'bloem', colour: string): Answer {
  const shapes = {
    huis: '<path d="M20 90V50L60 20l40 30v40z"/><path d="M50 90V65h20v25z" fill="#fff"/>',
    boot: '<path d="M10 70h100l-15 20H25zM58 15v50h-30z"/>',
    brug: '<path d="M5 80q55-70 110 0h-15q-40-45-80 0z"/>',
    bloem:
      '<circle cx="60" cy="35" r="18"/><circle cx="40" cy="55" r="18"/><circle cx="80" cy="55" r="18"/><path ' +
      'd="M57 50h6v45h-6z"/>',
  }
  return answer(
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 100" width="240" height="200"><g ` +
      `fill="${colour}">${shapes[kind]}</g></svg>`,
  )
}

function crc(bytes: Buffer): number {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}

/** A PNG of one colour (red, green, blue). */
export function png(width: number, height: number, colour: readonly [number, number, number]): Answer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data])
    const size = Buffer.alloc(4)
    const sum = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([size, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.concat(Array.from({ length: width }, () => Buffer.from(colour)))])
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return answer(
    'image/png',
    Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]),
  )
}

const officeTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
} as const

/**
 * A document as a download: an empty zip container of the right type. Nobody opens it; its address and type are what
 * counts.
 */
export function office(kind: keyof typeof officeTypes): Answer {
  return answer(officeTypes[kind], Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]))
}
