/** A short name for a text: the same text has the same one, and another text in practice never. */
import { createHash } from 'node:crypto'

/** Twelve hexadecimal characters of SHA-256. Tells whether something changed; it is no secret and no signature. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** A hash in groups of eight, so that two can be held side by side. */
export const grouped = (hash: string): string => hash.replaceAll(/(.{8})(?=.)/g, '$1 ')
