/** What every OpenDocument file has: its namespaces, its manifest, and the ZIP with the mark in front. */
import { strToU8, zipSync } from 'fflate'

const SPACES =
  ['office', 'text', 'table', 'style', 'meta']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ') +
  ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'

/** A part of the file: its root element, such as `document-content`, with what stands in it. */
export const partOf = (root: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:${root} ${SPACES}>${body}</office:${root}>`

/** The bytes of a file of this media type. `parts`: XML by its name without extension, such as `content`. */
export function packed(media: string, parts: Readonly<Record<string, string>>): Uint8Array {
  const manifest =
    `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest ` +
    `xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" ` +
    `manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${media}"/>` +
    `${Object.keys(parts)
      .map((name) => `<manifest:file-entry manifest:full-path="${name}.xml" manifest:media-type="text/xml"/>`)
      .join('')}</manifest:manifest>`
  return zipSync(
    {
      // First and unpacked, so that a program knows the file by its first bytes (ODF 1.3 part 2, 3.3).
      mimetype: [strToU8(media), { level: 0 }],
      ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [`${name}.xml`, strToU8(xml)])),
      'META-INF/manifest.xml': strToU8(manifest),
    },
    // One date, so that the same document gives the same bytes.
    { mtime: new Date(1980, 0, 1) },
  )
}
