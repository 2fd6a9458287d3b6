/** The ZIP files we write: first the plain entry, then what is packed, found back through the list at the end. */
import { crc32, inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { zip } from './zip.ts'

test('each entry is where the list says, with its own size and checksum', () => {
  const file = Buffer.from(zip([{ name: 'mimetype', text: 'application/x', plain: true }, { name: 'één.xml', text: 'é'.repeat(500) }]))
  expect(file.subarray(30, 51).toString()).toBe('mimetypeapplication/x')
  const end = file.length - 22
  let place = file.readUInt32LE(end + 16)
  const found: Record<string, string> = {}
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    expect(file.readUInt32LE(place)).toBe(0x02014b50)
    const [method, sum, packed, size, name, at] = [file.readUInt16LE(place + 10), file.readUInt32LE(place + 16), file.readUInt32LE(place + 20), file.readUInt32LE(place + 24), file.readUInt16LE(place + 28), file.readUInt32LE(place + 42)]
    expect(file.readUInt32LE(at)).toBe(0x04034b50)
    const body = file.subarray(at + 30 + name, at + 30 + name + packed)
    const text = method === 0 ? body : inflateRawSync(body)
    expect([text.length, crc32(text)]).toEqual([size, sum])
    found[file.subarray(place + 46, place + 46 + name).toString()] = text.toString()
    place += 46 + name
  }
  expect(place).toBe(end)
  expect(found).toEqual({ mimetype: 'application/x', 'één.xml': 'é'.repeat(500) })
})
