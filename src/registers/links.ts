/** What a link of an entry leads to, as people write it and as they read it. Pure. */
import type { Field, LinkTo } from '../model/register.ts'
import type { LinkTarget } from '../vocabulary/register.ts'
import type { Read } from './reading.ts'

export type LinkKind = LinkTarget | 'entry'
/** Something that a link can lead to. `key`: what it is told apart by; `also`: another way to write that. */
export type Thing = { readonly id: string; readonly key: string; readonly name: string; readonly also?: string }

/** Links and files that one field may hold. */
export const MOST_LINKS = 50

/** Of what kind a link is, as it is kept. */
export const kindOf = (to: LinkTo): LinkKind => ('purpose' in to ? 'entry' : to.target)

/** People call these by number or code, and the rest by name. */
const BY_KEY: ReadonlySet<LinkKind> = new Set(['entry', 'case', 'norm'])

const WORDS: Readonly<Record<LinkKind, { readonly one: string; readonly how: string }>> = {
  entry: { one: '', how: 'het nummer of de hele titel' },
  organisation: { one: 'organisatie', how: 'de hele naam' },
  case: { one: 'zaak', how: 'het nummer of de hele titel' },
  regulation: { one: 'regeling', how: 'de hele titel' },
  product: { one: 'product', how: 'de hele naam' },
  norm: { one: 'norm', how: 'de code of de hele titel' },
}
/** How to write a link to a thing of this kind, for the hint at its field. */
export const howToWrite = (kind: LinkKind): string =>
  kind === 'entry' ? 'het nummer of de hele titel' : WORDS[kind].how

/** What a thing is called: `12 Camera`, or a name; with its key behind it when another is called the same. */
export const shownAs = (kind: LinkKind, { key, name }: Thing, twin = false): string =>
  BY_KEY.has(kind) ? `${key} ${name}` : twin ? `${name} (${key})` : name

/** In lower case: everything in what was typed that could be an id, a key or a name. */
export function termsOf(line: string): readonly string[] {
  const [, before, within] = /^(.*\S)\s*\(([^()]+)\)$/.exec(line) ?? []
  return [...new Set([line, line.split(' ', 1)[0]!, before ?? '', within ?? ''])]
    .filter((term) => term !== '')
    .map((term) => term.toLowerCase())
}

/** Which of these things somebody meant: none, one, or more than one when what was typed does not tell them apart. */
export function meant(line: string, things: readonly Thing[]): readonly Thing[] {
  const typed = line.toLowerCase()
  const exact = things.filter(({ id, key, name }) =>
    [id, `${key} ${name}`, `${name} (${key})`].some((each) => each.toLowerCase() === typed),
  )
  if (exact.length > 0) return exact
  return things.filter(({ key, name, also }) => [key, name, also].some((each) => each?.toLowerCase() === typed))
}

/** Why a line that was typed is no link; undefined when it is one. `one`: what an entry is called. */
export function linkProblem(kind: LinkKind, line: string, found: readonly Thing[], one: string): string | undefined {
  if (found.length === 1) return undefined
  const said = `“${line.slice(0, 60)}”`
  const what = kind === 'entry' ? one : WORDS[kind].one
  if (found.length === 0) return `Wij vinden geen ${what} ${said}. Schrijf ${howToWrite(kind)}.`
  const some = found.slice(0, 5).map((thing) => `“${shownAs(kind, thing, true)}”`)
  return `Er is meer dan één ${said}. Schrijf welke u bedoelt: ${some.join(' of ')}.`
}

/** The ids that these lines of a field lead to, or why not. `found`: all that a line could mean. */
export function linksIn(
  { several, to }: Field,
  one: string,
  typed: readonly string[],
  found: (line: string) => readonly Thing[],
): Read {
  if (typed.length === 0) return {}
  if (!several && typed.length > 1) return { problem: 'Dit zijn er meer. Noem er één.' }
  if (typed.length > MOST_LINKS) return { problem: `Dit zijn er ${typed.length}. Noem er hooguit ${MOST_LINKS}.` }
  const chosen = typed.map((line) => ({ line, all: meant(line, found(line)) }))
  for (const { line, all } of chosen) {
    const problem = linkProblem(kindOf(to!), line, all, one)
    if (problem) return { problem }
  }
  return { value: [...new Set(chosen.map(({ all }) => all[0]!.id))] }
}
