/** Writes rows as an OpenDocument spreadsheet with one sheet. */
import { guarded } from './csv-write.ts'
import { packed, partOf } from './open-document.ts'
import { escapeXml } from './xml.ts'

export const ODS_MEDIA = 'application/vnd.oasis.opendocument.spreadsheet'

/** A text, or a number that a spreadsheet can add up. */
export type OdsCell = string | number

const STYLES =
  '<office:automatic-styles><style:style style:name="co" style:family="table-column">' +
  '<style:table-column-properties style:column-width="4.5cm"/></style:style>' +
  '<style:style style:name="kop" style:family="table-cell"><style:text-properties fo:font-weight="bold"/>' +
  '</style:style></office:automatic-styles>'

/** Several spaces are one in XML, and a line end is a space: both have marks of their own (ODF 1.3 part 3, 6.1). */
const spaced = (text: string): string =>
  escapeXml(text)
    .replaceAll(/^ | {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll('\t', '<text:tab/>')

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<text:p>${spaced(line)}</text:p>`)
    .join('')

const cellOf = (value: OdsCell, style: string): string =>
  value === ''
    ? '<table:table-cell/>'
    : typeof value === 'number'
      ? `<table:table-cell office:value-type="float" office:value="${value}"${style}>` +
        `<text:p>${String(value).replace('.', ',')}</text:p></table:table-cell>`
      : `<table:table-cell office:value-type="string"${style}>${paragraphs(guarded(value))}</table:table-cell>`

const rowOf = (cells: readonly OdsCell[], style = ''): string =>
  `<table:table-row>${cells.map((cell) => cellOf(cell, style)).join('')}</table:table-row>`

/**
 * The bytes of the .ods file. Texts are guarded as in a CSV file: saved as one by a spreadsheet, they are as safe as
 * ours. Cost: some seconds for 20,000 rows of many cells.
 */
export function odsOf(title: string, head: readonly string[], rows: readonly (readonly OdsCell[])[]): Uint8Array {
  const body =
    `<table:table table:name="${escapeXml(title.replaceAll(/[^\p{L}\p{N} ]/gu, '').slice(0, 30))}">` +
    `<table:table-column table:style-name="co" table:number-columns-repeated="${head.length}"/>` +
    `<table:table-header-rows>${rowOf(head, ' table:style-name="kop"')}</table:table-header-rows>` +
    `${rows.map((cells) => rowOf(cells)).join('')}</table:table>`
  return packed(ODS_MEDIA, {
    content: partOf(
      'document-content',
      `${STYLES}<office:body><office:spreadsheet>${body}</office:spreadsheet></office:body>`,
    ),
  })
}
