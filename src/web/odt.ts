/** A document as OpenDocument Text, with real headings, lists and tables, in Dutch. */
import { strToU8, zipSync } from 'fflate'
import { escapeXml as escape } from '../lib/xml.ts'
import type { Block, Paper } from '../model/document.ts'

/** A paragraph. */
export const p = (text: string): string =>
  `<text:p text:style-name="Standard">${escape(text).replaceAll('\n', '<text:line-break/>')}</text:p>`
const h = (level: number, text: string): string =>
  `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${escape(text)}</text:h>`

const cellOf = (text: string): string => `<table:table-cell office:value-type="string">${p(text)}</table:table-cell>`

function blockOf(block: Block, name: string): string {
  if (block.kind === 'text') return p(block.text)
  if (block.kind === 'list')
    return `<text:list>${block.items.map((item) => `<text:list-item>${p(item)}</text:list-item>`).join('')}</text:list>`
  const row = (cells: readonly string[]) => `<table:table-row>${cells.map(cellOf).join('')}</table:table-row>`
  return (
    `${p(block.caption)}<table:table ` +
    `table:name="${name}"><table:table-header-columns><table:table-column/></table:table-header-columns>` +
    `<table:table-column table:number-columns-repeated="${Math.max(1, block.head.length - 1)}"/>` +
    `<table:table-header-rows>${row(block.head)}</table:table-header-rows>${block.rows.map(row).join('')}</table:table>`
  )
}

const SPACES =
  ['office', 'text', 'table', 'style', 'meta']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ') +
  ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
const xml = (root: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:${root} ${SPACES}>${body}</office:${root}>`
const heading = (level: number, size: number) =>
  `<style:style style:name="Heading_20_${level}" style:display-name="Heading ${level}" style:family="paragraph" ` +
  `style:parent-style-name="Standard" style:default-outline-level="${level}"><style:paragraph-properties ` +
  `fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties ` +
  `fo:font-size="${size}pt" fo:font-weight="bold"/></style:style>`
const STYLES = xml(
  'document-styles',
  `<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="nl" ` +
    `fo:country="NL" fo:font-size="11pt"/></style:default-style>` +
    `<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties ` +
    `fo:margin-bottom="0.2cm"/></style:style>${heading(1, 20)}${heading(2, 14)}${heading(3, 12)}</office:styles>`,
)
const MEDIA = 'application/vnd.oasis.opendocument.text'
const MANIFEST =
  `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest ` +
  `xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" ` +
  `manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MEDIA}"/>` +
  `${['content', 'styles', 'meta']
    .map((name) => `<manifest:file-entry manifest:full-path="${name}.xml" ` + `manifest:media-type="text/xml"/>`)
    .join('')}</manifest:manifest>`

/** The bytes of the .odt file. */
export function odtOf(paper: Paper): Uint8Array {
  const body = [
    p(paper.above),
    h(1, paper.title),
    p(paper.below),
    ...paper.sections.flatMap((section) => [
      h(2, section.title),
      ...section.fields.flatMap((field) => [
        h(3, field.title),
        ...(field.omitted
          ? [p(`Niet openbaar. ${field.omitted.ground}. ${field.omitted.reason}`)]
          : field.blocks.map((block, index) => blockOf(block, `${field.id}-${index}`))),
      ]),
    ]),
  ].join('')
  const meta = `<office:meta><dc:title>${escape(paper.name)}</dc:title><dc:language>nl-NL</dc:language></office:meta>`
  return zipSync(
    {
      // First and unpacked, so that a program knows the file by its first bytes (ODF 1.3 part 2, 3.3).
      mimetype: [strToU8(MEDIA), { level: 0 }],
      'content.xml': strToU8(xml('document-content', `<office:body><office:text>${body}</office:text></office:body>`)),
      'styles.xml': strToU8(STYLES),
      'meta.xml': strToU8(xml('document-meta', meta)),
      'META-INF/manifest.xml': strToU8(MANIFEST),
      // One date, so that the same document gives the same bytes.
    },
    { mtime: new Date(1980, 0, 1) },
  )
}
