/** Tag lists such as `v=DMARC1; p=reject` (RFC 6376 §3.2), as several kinds of DNS record write them. */

/**
 * Tags in lower case with their values, both trimmed; at most 50. null when the text is no such list: a part without
 * `=`, a name that is not letters, digits and underscores, or a tag that is given twice.
 */
export function tagsOf(text: string): ReadonlyMap<string, string> | null {
  const tags = new Map<string, string>()
  for (const part of text.split(';', 50)) {
    if (part.trim() === '') continue
    const equals = part.indexOf('=')
    const name = part.slice(0, Math.max(equals, 0)).trim().toLowerCase()
    if (!/^[a-z][a-z0-9_]*$/.test(name) || tags.has(name)) return null
    tags.set(name, part.slice(equals + 1).trim())
  }
  return tags
}
