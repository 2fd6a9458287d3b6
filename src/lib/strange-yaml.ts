/** YAML of a stranger, read at a cost that grows with its length and no faster. Pure. */
import { isMap, isScalar, Lexer, parseDocument, visit, type Document } from 'yaml'

/** Many times those of a report of a whole suite of products. */
const MOST_TOKENS = 100_000
const MOST_ALIASES = 20
const DEEPEST = 40

/** Whether it has more parts or more references than anything that people write. */
function isTooMuch(text: string): boolean {
  let [tokens, aliases, depth] = [0, 0, 0]
  for (const token of new Lexer().lex(text)) {
    tokens += 1
    if (token.startsWith('*')) aliases += 1
    if (token === '[' || token === '{') depth += 1
    if (token === ']' || token === '}') depth -= 1
    if (tokens > MOST_TOKENS || aliases > MOST_ALIASES || depth > DEEPEST) return true
  }
  return false
}

/**
 * The document, of which the outermost is a map and no key stands twice. `broken`: it is none; `too-much`: it has more
 * parts, references or depth than we read, and may be in order. The parser itself would look for keys that stand twice
 * by holding each against all others.
 */
export function strangeYaml(text: string): Document | 'broken' | 'too-much' {
  if (isTooMuch(text)) return 'too-much'
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false })
  if (document.errors.length > 0 || !isMap(document.contents)) return 'broken'
  let wrong: 'broken' | 'too-much' | undefined
  visit(document, {
    Node: (_, __, path) => {
      if (path.length > DEEPEST) wrong ??= 'too-much'
      return wrong ? visit.BREAK : undefined
    },
    Map: (_, { items }, path) => {
      const keys = items.map(({ key }) => (isScalar(key) ? (key.source ?? String(key.value)) : undefined))
      if (path.length > DEEPEST) wrong ??= 'too-much'
      if (new Set(keys).size < keys.length) wrong ??= 'broken'
      return wrong ? visit.BREAK : undefined
    },
  })
  return wrong ?? (document as Document)
}

/** The same as plain values. What is nested too deep for its reader, or refers to itself too often, is too much. */
export function strangeValue(text: string): Readonly<Record<string, unknown>> | 'broken' | 'too-much' {
  try {
    const document = strangeYaml(text)
    if (typeof document === 'string') return document
    return document.toJS({ maxAliasCount: 5 * MOST_ALIASES }) as Readonly<Record<string, unknown>>
  } catch {
    return 'too-much'
  }
}
