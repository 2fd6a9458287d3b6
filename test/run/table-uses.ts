/** Which tables a source file reads and writes: from the calls of Kysely, and from the SQL that stands in it. */

export type Uses = { readonly reads: ReadonlySet<string>; readonly writes: ReadonlySet<string> }
/** What is said of a table that a file names by a variable or puts together; which it is cannot be read here. */
export const BY_VARIABLE = '?'

const READS = 'selectFrom|from|using|(?:inner|left|right|full|cross)(?:Lateral)?Join(?:Lateral)?'
const WRITES = 'insertInto|updateTable|deleteFrom|mergeInto|replaceInto'
const CALL = new RegExp(String.raw`\.(${READS}|${WRITES})\(\s*(\[[^\]]*\]|'[^']*'|\w+(?=\s*[),]))`, 'g')
/** `insert into visit`, `from visit v, subject s`. What follows `is distinct from` is a value, and `x(` a function. */
const TABLE = String.raw`(?:only\s+)?((?:published\.|public\.)?[a-z_]+)\b(?!\()`
const MORE = String.raw`((?:\s+(?:as\s+)?[a-z]\w*)?(?:\s*,\s*[a-z_.]+\b(?!\()(?:\s+(?:as\s+)?[a-z]\w*)?)*)`
const VERB = String.raw`\b(?<!distinct\s)(delete\s+from|from|join|into|update|using|truncate|lock\s+table)\s+`
const SQL = new RegExp(`${VERB}${TABLE}${MORE}`, 'gi')
const PUT_TOGETHER = new RegExp(String.raw`(?:${VERB})?\$\{sql\.(?:table|id)\(|${VERB}\$\{sql\.raw\(`, 'gi')
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm
const writing = (verb: string | undefined) => /^(delete|into|update|truncate)/i.test(verb ?? '')

/** `text` is a whole source file, `known` the tables that there are. */
export function tableUses(text: string, known: ReadonlySet<string>): Uses {
  const code = text.replace(COMMENT, '')
  const reads = new Set<string>()
  const writes = new Set<string>()
  const keep = (into: Set<string>, names: readonly string[]) => {
    for (const name of names.map((each) => each.replace(/^public\./, ''))) if (known.has(name)) into.add(name)
  }
  for (const [, call, first] of code.matchAll(CALL)) {
    const into = WRITES.split('|').includes(call!) ? writes : reads
    if (/^['[]/.test(first!))
      keep(
        into,
        [...first!.matchAll(/'([\w.]+)/g)].map(([, name]) => name!),
      )
    else if (/(From|Into|Table)$/.test(call!)) into.add(BY_VARIABLE)
  }
  if (!/\bfrom '(kysely|pg)'/.test(code)) return { reads, writes }
  for (const [, verb, name, more] of code.matchAll(SQL)) {
    keep(writing(verb) ? writes : reads, [name!])
    keep(
      reads,
      [...more!.matchAll(/,\s*([a-z_.]+)/g)].map(([, each]) => each!),
    )
  }
  for (const [, one, other] of code.matchAll(PUT_TOGETHER)) (writing(one ?? other) ? writes : reads).add(BY_VARIABLE)
  return { reads, writes }
}
