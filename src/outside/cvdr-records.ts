/**
 * Reads an answer of the national repository of local regulations (SRU, XML), with prefixes or without; lenient in
 * form, strict in size.
 */
import { XMLParser } from 'fast-xml-parser'
import { plainLine } from '../lib/clean.ts'
import { isDate } from '../lib/iso-date.ts'
import { Trouble } from '../lib/trouble.ts'
import type { Regulation } from '../model/regulation.ts'

export type CvdrPage = {
  readonly total: number
  readonly regulations: readonly Regulation[]
  /** Records that had no identifier or title. */ readonly unreadable: number
}
/** The repository could not be read; why is a Dutch sentence for who asked. */
export class CvdrFails extends Trouble {}
/** The repository says that the question was wrong. */
export class CvdrSays extends CvdrFails {}

// No entities: they are how a small file becomes a large one, and how it reads other files (XXE).
const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  processEntities: false,
  parseTagValue: false,
  trimValues: true,
  isArray: (name) => name === 'record',
})
type Node = { readonly [name: string]: unknown }

/** The first value under this name, however deep. */
function find(node: unknown, name: string, depth = 0): unknown {
  if (typeof node !== 'object' || node === null || depth > 12) return undefined
  if (name in node) return (node as Node)[name]
  for (const child of Object.values(node)) {
    const found = find(child, name, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}
const NAMED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }
const text = (node: unknown, name: string): string => wordsOf([find(node, name)].flat()[0])
/** Every value under this name that stands together, without doubles. */
const texts = (node: unknown, name: string): string[] =>
  [...new Set([find(node, name) ?? []].flat().map(wordsOf))].filter((each) => each !== '').slice(0, 50)
function wordsOf(value: unknown): string {
  const said =
    typeof value === 'string'
      ? value
      : typeof value === 'object' && value !== null
        ? String((value as Node)['#text'] ?? '')
        : ''
  const decoded = said
    .replaceAll(/&(?:amp|lt|gt|quot|apos);/g, (entity) => NAMED[entity]!)
    .replaceAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : whole
    })
  return plainLine(decoded).slice(0, 1_000)
}
const date = (value: string): string | null => (isDate(value.slice(0, 10)) ? value.slice(0, 10) : null)

/**
 * Throws CvdrSays with the repository's own words when it refused the question, and CvdrFails when this is no answer of
 * it.
 */
export function readCvdrPage(xml: string): CvdrPage {
  let document: Node
  try {
    document = parser.parse(xml, true) as Node
  } catch (error) {
    throw new CvdrFails('de voorziening gaf geen leesbare XML', { cause: error })
  }
  const answer = find(document, 'searchRetrieveResponse')
  if (answer === undefined) throw new CvdrFails('de voorziening gaf iets anders dan een zoekantwoord')
  const diagnostic = find(answer, 'diagnostics')
  if (diagnostic !== undefined)
    throw new CvdrSays(
      `de voorziening weigert de vraag: ` +
        `${text(diagnostic, 'message') || text(diagnostic, 'details') || 'zonder uitleg'}`,
    )
  const count = text(answer, 'numberOfRecords')
  const total = Number(count)
  if (!/^\d+$/.test(count) || !Number.isSafeInteger(total)) throw new CvdrFails('de voorziening noemt geen aantal')
  const records = [find(find(answer, 'records'), 'record') ?? []].flat()
  const regulations = records.flatMap((record) => regulationOf(record) ?? [])
  return { total, regulations, unreadable: records.length - regulations.length }
}

function regulationOf(record: unknown): Regulation | undefined {
  const [, work, version] = /^(CVDR\d{1,9})(?:_(\d{1,4}))?$/i.exec(text(record, 'identifier')) ?? []
  const title = text(record, 'title')
  if (work === undefined || title === '') return undefined
  return {
    work: work.toUpperCase(),
    version: version ?? '1',
    title: title.slice(0, 500),
    kind: text(record, 'type').slice(0, 200),
    department: '',
    url: `https://lokaleregelgeving.overheid.nl/${work.toUpperCase()}/${version ?? '1'}`,
    subjects: texts(record, 'subject').map((each) => each.slice(0, 200)),
    issuedOn: date(text(record, 'issued')),
    modifiedOn: date(text(record, 'modified')),
    inForceOn: date(text(record, 'inwerkingtredingDatum')),
    outOfForceOn: date(text(record, 'uitwerkingtredingDatum')),
  }
}
