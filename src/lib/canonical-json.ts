/** JSON that is the same bytes whoever writes it (RFC 8785): keys in order, no spaces, numbers as ECMAScript does. */

/** The text of a value of JSON. Keys that are undefined are left out; throws on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`not a number of JSON: ${value}`)
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new Error('half a character is no text')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`
  if (typeof value !== 'object') throw new Error(`not a value of JSON: ${typeof value}`)
  // By UTF-16 code units, as sort does by itself (§3.2.3).
  const names = Object.keys(value).toSorted()
  const held = value as Readonly<Record<string, unknown>>
  const parts = names.filter((name) => held[name] !== undefined)
  return `{${parts.map((name) => `${canonicalJson(name)}:${canonicalJson(held[name])}`).join()}}`
}
