/** What the links of many rows mean, and what those of many entries are called, without a question for each. */
import type { Tx } from '../db/as.ts'
import { plainLine } from '../lib/clean.ts'
import type { Field, Register, Values } from '../model/register.ts'
import type { FileRow } from './import-plan.ts'
import { inParts } from './import-store.ts'
import { linksIn, termsOf, type Thing } from './links.ts'
import { namesOf, oneOf, thingsNamed, type House } from './links-store.ts'
import type { Read } from './reading.ts'
import { lines, type Names } from './values.ts'

/** The lines of a cell of links, each once. */
const linesOf = (cell: string): readonly string[] => [...new Set(lines(cell).map(plainLine))]

/** Reads cells of links, after asking at once for all that these rows could mean. */
export async function linkReader(
  tx: Tx,
  municipality: string,
  house: House,
  register: Register,
  rows: readonly FileRow[],
): Promise<(field: Field, cell: string) => Read> {
  const found = new Map<string, Map<string, Thing[]>>()
  for (const field of register.fields) {
    if (!field.to) continue
    const terms = new Set(rows.flatMap(({ cells }) => linesOf(cells[field.id] ?? '').flatMap(termsOf)))
    const by = new Map<string, Thing[]>()
    for (const part of inParts([...terms]))
      for (const thing of await thingsNamed(tx, municipality, house, field.to, part))
        for (const term of new Set(
          [thing.id, thing.key, thing.name, thing.also ?? ''].map((each) => each.toLowerCase()),
        )) {
          const all = by.get(term) ?? []
          if (!all.some(({ id }) => id === thing.id)) all.push(thing)
          by.set(term, all)
        }
    found.set(field.id, by)
  }
  return (field, cell) =>
    linksIn(field, oneOf(house, field.to!), linesOf(cell), (line) => [
      ...new Map(
        termsOf(line).flatMap((term) => (found.get(field.id)!.get(term) ?? []).map((thing) => [thing.id, thing])),
      ).values(),
    ])
}

/** What the links and files of many entries are called, by id. */
export async function namesInParts(
  tx: Tx,
  municipality: string,
  house: House,
  register: Register,
  entries: Iterable<{ readonly values: Values }>,
): Promise<Names> {
  const names = new Map<string, string>()
  if (!register.fields.some(({ kind }) => kind === 'link' || kind === 'file')) return names
  const all = [...entries].map(({ values }) => values)
  for (const part of inParts(all))
    for (const [id, name] of await namesOf(tx, municipality, house, register, part)) names.set(id, name)
  return names
}
