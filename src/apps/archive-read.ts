/** Reads an archive line by line, within bounds; who comes to its end knows that it is whole. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { NotRestored } from '../db/copy.ts'
import { LineTooLong, linesOf } from '../lib/lines.ts'

/** Bytes of a line. What is longer was not written by us: a table goes in parts, and a file is no longer than this. */
export const LONGEST_LINE = 64 * 1024 * 1024
const MOST_LINES = 20_000_000
/** A line by its first signs; the last one tells the hash of all before it. */
const END = '{"end":'

export type ArchiveLine =
  | { readonly migrations: readonly string[] }
  | { readonly table: string; readonly rows: readonly unknown[] }
  | { readonly file: string; readonly base64: string }

const NOT_WHOLE = 'dit back-upbestand is niet heel, of er is iets in veranderd'

/** Every line of it. Throws NotRestored, at the latest at its end, for what is not a whole archive of ours. */
export async function* readArchive(file: string): AsyncGenerator<ArchiveLine> {
  const hash = createHash('sha256')
  let no = 0
  let end: string | undefined
  for await (const bytes of unpacked(file)) {
    if (end !== undefined) throw new NotRestored('er staat iets achter het einde van dit bestand')
    if (++no > MOST_LINES) throw new NotRestored(`dit bestand heeft meer dan ${MOST_LINES / 1e6} miljoen regels`)
    const text = bytes.toString('utf8')
    if (text.startsWith(END)) end = (parsed(text, no) as { end: string }).end
    else {
      hash.update(bytes).update('\n')
      yield lineOf(parsed(text, no), no)
    }
  }
  if (end === undefined || end !== hash.digest('hex')) throw new NotRestored(NOT_WHOLE)
}

/** The bytes of each line, unpacked. */
async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  const stream = source.pipe(createGunzip())
  source.once('error', (error) => stream.destroy(error))
  try {
    yield* linesOf(stream as AsyncIterable<Buffer>, LONGEST_LINE)
  } catch (error) {
    if (error instanceof LineTooLong)
      throw new NotRestored(
        `regel ${error.no} is langer dan ${LONGEST_LINE / 1024 ** 2} MB: dit is geen back-up van Leidraad`,
        { cause: error },
      )
    // What the unpacker says of a file that is cut or no archive at all.
    throw /^(Z_|ERR_PADDING)/.test((error as { code?: string }).code ?? '')
      ? new NotRestored('dit is geen heel back-upbestand', { cause: error })
      : error
  } finally {
    source.destroy()
  }
}

function parsed(text: string, no: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new NotRestored(no === 1 ? 'dit is geen heel back-upbestand' : NOT_WHOLE, { cause: error })
  }
}

/** The first line says what it is; the others hold rows or a file. */
function lineOf(value: unknown, no: number): ArchiveLine {
  const line = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>
  if (no === 1) {
    if (line['leidraad'] !== 1 || !isTexts(line['migrations'])) throw new NotRestored(NOT_WHOLE)
    return { migrations: line['migrations'] }
  }
  const { table, rows, file, base64 } = line
  if (typeof table === 'string' && Array.isArray(rows)) return { table, rows }
  if (typeof file === 'string' && typeof base64 === 'string') return { file, base64 }
  throw new NotRestored(`regel ${no} is geen regel van een back-up`)
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')
