/** PDFs as offices make them, written by hand (ISO 32000-1): with or without tags, title and language, or scanned. */
import { answer } from './answers.ts'
import type { Answer } from './model.ts'

export type Written = {
  /** What stands on each page; null: a picture of a sheet, as a scanner makes it. */
  readonly pages?: readonly (string | null)[]
  readonly tagged?: boolean
  readonly lang?: string | null
  /** What each part says, beside the whole. */
  readonly partLang?: string
  readonly title?: string | null
  readonly titleShown?: boolean
  /** The day it was made; null: it does not say. */
  readonly made?: string | null
}

/** Text enough to be read. */
export const LETTER =
  'Beste bewoner, in dit stuk leest u wat wij dit jaar doen, wat het kost en wie u kunt bellen. '.repeat(6)

/** The bytes of a document in order; what is told is otherwise. */
export function pdfBytes({
  pages = [LETTER],
  tagged = true,
  lang = 'nl-NL',
  partLang,
  title = 'Wat wij dit jaar doen',
  titleShown = true,
  made = '2026-03-02',
}: Written = {}): Buffer {
  const [first, each] = [7, 3]
  const numbers = pages.map((_, at) => first + at * each)
  const catalog = [
    lang && `/Lang(${lang})`,
    titleShown && '/ViewerPreferences<</DisplayDocTitle true>>',
    tagged && '/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R',
  ]
  const info = [title && `/Title(${title})`, made && `/CreationDate(D:${made.replaceAll('-', '')}090000Z)`]
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${catalog.filter(Boolean).join('')}>>`,
    `<</Type/Pages/Count ${pages.length}/Kids[${numbers.map((number) => `${number} 0 R`).join(' ')}]>>`,
    `<<${info.filter(Boolean).join('')}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    stream('/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8', 'x'.repeat(64)),
    `<</Type/StructTreeRoot/K[${numbers.map((number) => `${number + 2} 0 R`).join(' ')}]/ParentTree<</Nums[` +
      `${numbers.map((number, at) => `${at}[${number + 2} 0 R]`).join(' ')}]>>>>`,
    ...pages.flatMap((text, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/StructParents ${at}/Contents ${numbers[at]! + 1} 0 R` +
        '/Resources<</Font<</F1 4 0 R>>/XObject<</Im1 5 0 R>>>>>>',
      stream('', text === null ? 'q 595 0 0 842 0 0 cm /Im1 Do Q' : paragraph(text)),
      `<</Type/StructElem/S/P/P 6 0 R/K 0/Pg ${numbers[at]} 0 R${partLang === undefined ? '' : `/Lang(${partLang})`}>>`,
    ]),
  ]
  return filed(objects)
}

/** The same as a download. */
export const pdf = (written?: Written): Answer => answer('application/pdf', pdfBytes(written))

const stream = (head: string, body: string) => `<<${head}/Length ${body.length}>>\nstream\n${body}\nendstream`

/** Lines of ninety characters, as one paragraph with tags. */
function paragraph(text: string): string {
  const lines = text.replaceAll(/[()\\]/g, '\\$&').match(/.{1,90}(?: |$)/g) ?? []
  return `/P<</MCID 0>>BDC BT /F1 11 Tf 14 TL 50 780 Td ${lines.map((line) => `(${line})Tj T*`).join('\n')} ET EMC`
}

/** Objects with their table (§7.5.4) and the end by which a reader finds it. */
function filed(objects: readonly string[]): Buffer {
  let body = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = ['0000000000 65535 f ', ...places.map((place) => `${String(place).padStart(10, '0')} 00000 n `)]
  return Buffer.from(
    `${body}xref\n0 ${table.length}\n${table.join('\n')}\ntrailer\n<</Size ${table.length}/Root 1 0 R/Info 3 0 R>>\n` +
      `startxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}
