/** Reads an earlier export of the trail: an entry as JSON on every line. */
import { createReadStream } from 'node:fs'
import type { Entry } from '../db/audit.ts'
import { LineTooLong, linesOf } from '../lib/lines.ts'
import { Usage } from './command.ts'
import { UUID } from '../lib/uuid.ts'

/** Bytes of a line; the particulars of an act are bounded where they are typed. */
const LONGEST = 1024 * 1024

const TEXTS = ['municipality', 'at', 'act', 'object', 'detail', 'previous', 'hash'] as const

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false
  const line = value as Readonly<Record<string, unknown>>
  const texts = TEXTS.every((name) => typeof line[name] === 'string')
  const person = line['person'] === null || typeof line['person'] === 'string'
  return texts && person && UUID.test(line['municipality'] as string) && Number.isSafeInteger(line['no'])
}

/** Throws Usage for a file that is no export of the trail. */
export async function* readEntries(file: string): AsyncGenerator<Entry> {
  let no = 0
  try {
    for await (const line of linesOf(createReadStream(file) as AsyncIterable<Buffer>, LONGEST)) {
      no++
      const entry: unknown = JSON.parse(line.toString('utf8'))
      if (!isEntry(entry)) throw new SyntaxError('no entry of the trail')
      yield entry
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') throw new Usage(`${file} is er niet`, { cause: error })
    if (error instanceof SyntaxError || error instanceof LineTooLong)
      throw new Usage(`regel ${Math.max(no, 1)} van ${file} is geen regel van een logboek`, { cause: error })
    throw error
  }
}
