/** The name, kind and level of a requirement in an edited file, each told apart from the lines around it. Pure. */
import { LEVELS, REQUIREMENT_KINDS, type Level, type RequirementKind } from '../../../vocabulary/tender.ts'

export type HeadWord = 'title' | 'kind' | 'level'
export type HeadChange = {
  readonly kind: 'head'
  readonly id: string
  readonly what: HeadWord
  readonly from: string
  readonly to: string
}
type Read = { readonly mark: string; readonly beside: readonly string[] }

/** The line by which it is known; undefined where somebody made something else of it. */
function partsOfMark(mark: string) {
  const found = /^Kenmerk (\S+), tekst (\d+), (.+), niveau (.+), norm (\S+)$/.exec(mark)
  return found && { fixed: [found[1], found[2], found[5]].join(), kind: found[3]!, level: found[4]! }
}

/** What of its head changed, and the lines that are left to compare; what is not surely a head stays a line. */
export function headBetween(id: string, given: Read, found: Read) {
  const [before, after] = [partsOfMark(given.mark), partsOfMark(found.mark)]
  const known = before && after && before.fixed === after.fixed
  const [[was = '', ...old], [is = '', ...fresh]] = [given.beside, found.beside]
  const part = was.slice(0, was.indexOf(': ') + 2)
  const titled = was !== is && is.startsWith(part) && !given.beside.includes(is) && !found.beside.includes(was)
  const changes: HeadChange[] = [
    ...(titled ? [{ what: 'title' as const, from: was.slice(part.length), to: is.slice(part.length) }] : []),
    ...(known ? (['kind', 'level'] as const).map((what) => ({ what, from: before[what], to: after[what] })) : []),
  ]
    .filter(({ from, to }) => from !== to)
    .map((each) => ({ kind: 'head', id, ...each }))
  return {
    changes,
    before: [...(known ? [] : [given.mark]), ...(titled ? old : given.beside)],
    after: [...(known ? [] : [found.mark]), ...(titled ? fresh : found.beside)],
  }
}

const named = <W extends string>(words: Readonly<Record<W, { readonly nl: string }>>, said: string) =>
  (Object.keys(words) as W[]).find((each) => words[each].nl === said.trim().toLowerCase())
/** The level of this name; undefined: there is none. */
export const levelNamed = (said: string): Level | undefined => named(LEVELS, said)
/** The kind of this name; undefined: there is none. */
export const kindNamed = (said: string): RequirementKind | undefined => named(REQUIREMENT_KINDS, said)
