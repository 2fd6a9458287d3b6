/** YAML of a stranger, read at a cost that grows with its length and no faster. Pure. */
import { isMap, isScalar, Lexer, parseDocument, visit, type Document } from 'yaml'

/** Many times those of a report of a whole suite of products. */
const MOST_TOKENS = 100_000
const MOST_ALIASES = 20
const DEEPEST = 40

/** Whether it has more parts or more references than any report. */
function isTooMuch(text: string): boolean {
  let [tokens, aliases] = [0, 0]
  for (const token of new Lexer().lex(text)) {
    tokens += 1
    if (token.startsWith('*')) aliases += 1
    if (tokens > MOST_TOKENS || aliases > MOST_ALIASES) return true
  }
  return false
}

/**
 * The document, of which the outermost is a map and no key stands twice; undefined where it is none, or is too much.
 * The parser itself would look for keys that stand twice by holding each against all others.
 */
export function strangeYaml(text: string): Document | undefined {
  if (isTooMuch(text)) return undefined
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false })
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined
  let wrong = false
  visit(document, {
    Node: (_, __, path) => ((wrong ||= path.length > DEEPEST), wrong ? visit.BREAK : undefined),
    Map: (_, { items }, path) => {
      const keys = items.map(({ key }) => (isScalar(key) ? (key.source ?? String(key.value)) : undefined))
      wrong ||= path.length > DEEPEST || new Set(keys).size < keys.length
      return wrong ? visit.BREAK : undefined
    },
  })
  return wrong ? undefined : (document as Document)
}
