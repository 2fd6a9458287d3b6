/** Reads a YAML file against a schema; a mistake is told with file, line and what was expected. */
import { readFileSync } from 'node:fs'
import { isNode, LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import { keep, kept, ownDir } from './kept.ts'

export type Mistake = { readonly file: string; readonly line: number; readonly text: string }

/** Thrown when data files hold mistakes: all of them at once, each with its place. */
export class DataMistakes extends Error {
  readonly mistakes: readonly Mistake[]
  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(({ file, line, text }) => `${file}:${line}: ${text}`).join('\n'))
    this.name = 'DataMistakes'
    this.mistakes = mistakes
  }
}

export type Read<T> = {
  readonly value: T | undefined
  readonly mistakes: readonly Mistake[]
  lineOf(path: readonly PropertyKey[]): number
}

/**
 * The file's content if it fits the schema, and its mistakes. `lineOf` gives the line of a place in it, for checks
 * across files. Reading YAML with positions is slow, so what a sound text says is kept (in `cacheDir`), and positions
 * are worked out only when there is a mistake to tell.
 */
export function readYaml<T>(file: string, schema: z.ZodType<T>, label = file, cacheDir = ownDir()): Read<T> {
  const text = readFileSync(file, 'utf8')
  let slow: Located | undefined
  const located = () => (slow ??= locate(text))
  const lineOf = (path: readonly PropertyKey[]) => lineAt(located(), path)
  let said = kept(cacheDir, WORK, text)
  if (said === undefined) {
    const { document, lines } = located()
    if (document.errors.length > 0) {
      const mistakes = document.errors.map((error) => ({
        file: label,
        line: lines.linePos(error.pos[0]).line,
        text: `geen geldige YAML: ${error.message}`,
      }))
      return { value: undefined, mistakes, lineOf }
    }
    said = Buffer.from(JSON.stringify(document.toJS({ maxAliasCount: 50 })) ?? 'null')
    keep(cacheDir, WORK, text, said)
  }
  // Also the first time by way of JSON: what is read does not depend on what was kept.
  const parsed = schema.safeParse(JSON.parse(said.toString('utf8')), IN_DUTCH)
  if (parsed.success) return { value: parsed.data, mistakes: [], lineOf }
  const mistakes = parsed.error.issues.map((issue) => ({
    file: label,
    // An unexpected key has a line of its own: point there, not at the map around it.
    line: lineOf(issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path),
    text: `${issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ` : ''}${issue.message}`,
  }))
  return { value: undefined, mistakes, lineOf }
}

const WORK = 'yaml-as-json'
/** What a schema does not say in words of its own. */
const IN_DUTCH = { error: z.locales.nl().localeError }

type Located = { readonly document: Document; readonly lines: LineCounter }

function locate(text: string): Located {
  const lines = new LineCounter()
  return { lines, document: parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true }) }
}

/** The line of the deepest part of the path that exists. */
function lineAt({ document, lines }: Located, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length) as (string | number)[], true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}
