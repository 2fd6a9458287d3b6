/** A short name for a text: the same text has the same one, and another text in practice never. */
import { createHash } from 'node:crypto'

/** Twelve hexadecimal characters of SHA-256. Tells whether something changed; it is no secret and no signature. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)
