/** A document as OpenDocument Text, with real headings, lists and tables, in Dutch. */
import { packed, partOf } from '../lib/open-document.ts'
import { escapeXml as escape } from '../lib/xml.ts'
import type { Block, DocumentField, Paper } from '../model/document.ts'

/** A paragraph. */
export const p = (text: string): string =>
  `<text:p text:style-name="Standard">${escape(text).replaceAll('\n', '<text:line-break/>')}</text:p>`
/** A heading. */
export const h = (level: number, text: string): string =>
  `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${escape(text)}</text:h>`

/** A part with a name, by which it is found again in a file that somebody edited. */
export const sectionOf = (name: string, body: string, kind: 'open' | 'protected' = 'open'): string =>
  `<text:section text:name="${escape(name)}"${kind === 'protected' ? ' text:protected="true"' : ''}>` +
  `${body}</text:section>`

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

const heading = (level: number, size: number) =>
  `<style:style style:name="Heading_20_${level}" style:display-name="Heading ${level}" style:family="paragraph" ` +
  `style:parent-style-name="Standard" style:default-outline-level="${level}"><style:paragraph-properties ` +
  `fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties ` +
  `fo:font-size="${size}pt" fo:font-weight="bold"/></style:style>`
const STYLES = partOf(
  'document-styles',
  `<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="nl" ` +
    `fo:country="NL" fo:font-size="11pt"/></style:default-style>` +
    `<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties ` +
    `fo:margin-bottom="0.2cm"/></style:style>${heading(1, 20)}${heading(2, 14)}${heading(3, 12)}${heading(4, 11)}` +
    `</office:styles>`,
)
const MEDIA = 'application/vnd.oasis.opendocument.text'
/** `fieldAs`: a field in a form of its own; undefined: as any other. `defined`: what the file says of itself. */
type More = {
  readonly fieldAs?: (field: DocumentField) => string | undefined
  readonly defined?: Readonly<Record<string, string>>
}
/** The bytes of the .odt file. */
export function odtOf(paper: Paper, { fieldAs = () => undefined, defined = {} }: More = {}): Uint8Array {
  const fieldOf = (field: DocumentField): string =>
    fieldAs(field) ??
    [
      h(3, field.title),
      ...(field.omitted
        ? [p(`Niet openbaar. ${field.omitted.ground}. ${field.omitted.reason}`)]
        : field.blocks.map((block, index) => blockOf(block, `${field.id}-${index}`))),
    ].join('')
  const body = [
    p(paper.above),
    h(1, paper.title),
    p(paper.below),
    ...paper.sections.flatMap((section) => [h(2, section.title), ...section.fields.map(fieldOf)]),
  ].join('')
  const own = Object.entries(defined).map(
    ([name, said]) => `<meta:user-defined meta:name="${escape(name)}">${escape(said)}</meta:user-defined>`,
  )
  const meta =
    `<office:meta><dc:title>${escape(paper.name)}</dc:title><dc:language>nl-NL</dc:language>` +
    `${own.join('')}</office:meta>`
  return packed(MEDIA, {
    content: partOf('document-content', `<office:body><office:text>${body}</office:text></office:body>`),
    styles: STYLES,
    meta: partOf('document-meta', meta),
  })
}
