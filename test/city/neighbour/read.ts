/** Reads the demo city's neighbour: a small municipality that the same process serves, under a host of its own. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { readEntries, type Entries } from '../desk/entries.ts'
import { person, read, type Desk } from '../desk/read.ts'

export type Neighbour = {
  readonly people: Desk['people']
  /** Its organisations, as a file. */
  readonly csv: string
  readonly entries: Entries
}

/** Throws `DataMistakes`, with file and line, when a file does not fit. */
export const readNeighbour = (): Neighbour => ({
  people: read('mensen.yaml', z.array(person), import.meta.dirname),
  csv: readFileSync(path.join(import.meta.dirname, 'organisaties.csv'), 'utf8'),
  entries: readEntries(import.meta.dirname),
})
