/** Which holes are known of a version of a library, by lists/bibliotheken.csv (Retire.js, Apache-2.0). */
import { parse } from 'csv-parse/sync'
import type { Lists } from '../model/lists.ts'

type Row = { readonly namen: string; readonly vanaf: string; readonly onder: string; readonly lekken: string }

/**
 * From the text of the file: a version is a row of numbers, compared number by number; what is missing behind it is 0.
 */
export function libraryLookup(text: string): Lists['holes'] {
  const rows = new Map<string, Row[]>()
  for (const row of parse<Row>(text, { columns: true }))
    for (const name of row.namen.split(' ')) rows.set(name, [...(rows.get(name) ?? []), row])
  return (name, version) => {
    const found = rows.get(name.toLowerCase())
    if (found === undefined) return undefined
    const holes = found
      .filter(({ vanaf, onder }) => isBefore(version, onder) && !(vanaf !== '' && isBefore(version, vanaf)))
      .flatMap(({ lekken }) => lekken.split(' '))
    return [...new Set(holes)].toSorted()
  }
}

function isBefore(version: string, other: string): boolean {
  const [a, b] = [version, other].map((each) => each.split('.').map(Number)) as [number[], number[]]
  for (let place = 0; place < Math.max(a.length, b.length); place++) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
