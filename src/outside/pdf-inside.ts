/**
 * The inside of the program that reads one PDF of somebody else: the bytes come in, what it tells of itself goes out
 * as JSON. Started by `pdf-facts.ts` with bounds on time and memory; it opens nothing, draws nothing and runs no
 * script of a document.
 */
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'unpdf/pdfjs'
import { clean } from '../lib/clean.ts'
import type { Pdf } from '../model/evidence.ts'

/** Pages that are read, from the first to the last at equal distances. */
const PAGES = 5
const TITLE = 200
/** What the library warns of when it mends the build of a document, so that what it does not find may be lost. */
const MENDED = /indexing all|struct ?tree|mark info|trailer|xref|catalog|page tree|metadata|viewerpreferences: bad/i
const DRAWS_PICTURE: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
])
/** Lines and planes with which a page draws more than a frame around its picture. */
const DRAWN = 20

/** What it tells, or why it could not read it. */
export type PdfTold = { readonly pdf: Pdf } | { readonly unread: string }
type Leaf = { readonly children?: readonly Leaf[]; readonly lang?: string }

let mended: string | undefined
// The one stream out is for what was read.
for (const name of ['log', 'info', 'warn', 'error'] as const)
  console[name] = (said: unknown) => {
    if (MENDED.test(String(said))) mended ??= String(said)
  }

async function told(bytes: Uint8Array): Promise<PdfTold> {
  const unread = unreadable(bytes)
  if (unread !== undefined) return { unread }
  const loading = getDocument({
    data: bytes,
    isEvalSupported: false,
    stopAtErrors: true,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: true,
  })
  try {
    const pdf = await factsOf(await loading.promise)
    return mended === undefined ? pdf : { unread: `mended: ${mended}` }
  } catch (error) {
    return { unread: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}

/** A file that is no PDF, or that was broken off: ISO 32000-1 §7.5.2 and §7.5.5, as leniently as readers are. */
function unreadable(bytes: Uint8Array): string | undefined {
  const text = (part: Uint8Array) => Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1')
  if (!text(bytes.subarray(0, 1_024)).includes('%PDF-')) return 'no PDF'
  if (!text(bytes.subarray(-2_048)).includes('startxref')) return 'broken off'
  return undefined
}

async function factsOf(document: PDFDocumentProxy): Promise<PdfTold> {
  const { info, metadata, hasStructTree } = (await document.getMetadata()) as unknown as {
    info: Readonly<Record<string, unknown>>
    metadata: { get(name: string): unknown } | null
    hasStructTree: boolean
  }
  // What such a file shows is not its text: a sheet that asks for another program.
  if (info['IsXFAPresent'] === true || info['IsCollectionPresent'] === true) return { unread: 'no plain document' }
  const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null
  const shows = (await document.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null
  const seen = { letters: 0, pictures: 0, blank: 0, parts: false }
  const numbers = chosen(document.numPages)
  for (const number of numbers) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const letters = items.reduce((sum, item) => sum + ('str' in item ? lettersIn(item.str) : 0), 0)
    seen.letters += letters
    seen.parts ||= saysLanguage((await page.getStructTree()) as Leaf | null)
    const shown = letters > 0 ? 'text' : await withoutLetters(page)
    if (shown === 'picture') seen.pictures++
    if (shown === 'blank') seen.blank++
    page.cleanup()
  }
  return {
    pdf: {
      pages: document.numPages,
      read: numbers.length,
      ...seen,
      tagged: marks?.Marked === true && hasStructTree,
      language: textOf(info['Language'], 50),
      title: textOf(metadata?.get('dc:title'), TITLE) ?? textOf(info['Title'], TITLE),
      titleShown: shows?.DisplayDocTitle === true,
      made: dayOf(info['CreationDate']),
    },
  }
}

/** Numbers of pages. */
function chosen(pages: number): number[] {
  const few = Math.min(pages, PAGES)
  return Array.from({ length: few }, (_, at) => 1 + Math.round((at * (pages - 1)) / Math.max(1, few - 1)))
}

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0

function saysLanguage(leaf: Leaf | null): boolean {
  const left: Leaf[] = leaf ? [leaf] : []
  for (let one = left.pop(); one; one = left.pop()) {
    if (one.lang) return true
    left.push(...(one.children ?? []))
  }
  return false
}

/** What a page without letters shows; letters that this library cannot name are text. */
async function withoutLetters(page: PDFPageProxy): Promise<'picture' | 'blank' | 'other'> {
  const { fnArray } = await page.getOperatorList()
  const count = (is: (operator: number) => boolean) => fnArray.filter(is).length
  if (count((operator) => operator === OPS.showText) > 0) return 'other'
  const drawn = count((operator) => operator === OPS.constructPath)
  if (count((operator) => DRAWS_PICTURE.has(operator)) > 0) return drawn > DRAWN ? 'other' : 'picture'
  return drawn > 0 ? 'other' : 'blank'
}

function textOf(value: unknown, most: number): string | null {
  const text = typeof value === 'string' ? clean(value, most).trim() : ''
  return text === '' ? null : text
}

/** Of a date as ISO 32000-1 §7.9.4 writes it. */
function dayOf(value: unknown): string | null {
  const [, year, month = '01', day = '01'] = /^D:(\d{4})(\d\d)?(\d\d)?/.exec(String(value)) ?? []
  const text = `${year}-${month}-${day}`
  return year !== undefined && !Number.isNaN(Date.parse(text)) ? text : null
}

const parts: Buffer[] = []
for await (const part of process.stdin) parts.push(part as Buffer)
const answer = JSON.stringify(await told(new Uint8Array(Buffer.concat(parts))))
// What pictures still ask of the library may go on; nobody waits for it.
process.stdout.write(answer, () => process.exit(0))
