/** The number that a bidder gave of its file, on paper or in the tender system, beside that of the file. Pure. */

/** What somebody typed over, as a SHA-256 is written; undefined: it is none. */
export function statedHash(typed: string): string | undefined {
  const bare = typed
    .toLowerCase()
    .replace(/^\s*sha-?256\s*[:=]?/, '')
    .replaceAll(/[\s:.-]/g, '')
  return /^[0-9a-f]{64}$/.test(bare) ? bare : undefined
}

/** `none`: the bidder gave none. `open`: nobody wrote down yet what the bidder gave. */
export type Compared = 'same' | 'differs' | 'none' | 'open'

/** How what was written down last (empty: the bidder gave none) relates to the file. */
export const comparedTo = (hash: string, stated: string | undefined): Compared => {
  if (stated === undefined) return 'open'
  if (stated === '') return 'none'
  return stated === hash ? 'same' : 'differs'
}
