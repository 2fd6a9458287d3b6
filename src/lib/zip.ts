/** Writes a ZIP file: enough for an OpenDocument file, in memory. */
import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = { readonly name: string; readonly text: string; /** Stored as it is, as `mimetype` in OpenDocument must be. */ readonly plain?: boolean }

/** The entries in this order; names and texts as UTF-8, dated 1 January 1980 so that the same content gives the same bytes. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const [parts, central]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const { name, text, plain = false } of entries) {
    const [body, title] = [Buffer.from(text), Buffer.from(name)]
    const packed = plain ? body : deflateRawSync(body)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x0800, 2) // the name is UTF-8
    facts.writeUInt16LE(plain ? 0 : 8, 4)
    facts.writeUInt16LE(0x21, 8) // 1 January 1980
    facts.writeUInt32LE(crc32(body), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(body.length, 18)
    facts.writeUInt16LE(title.length, 22)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), facts, title, packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, title)
    offset += 30 + title.length + packed.length
  }
  const size = central.reduce((sum, each) => sum + each.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, ...central, end]))
}
