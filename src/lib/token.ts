/** Opaque tokens of 256 bits: given once, kept only as their hash. */
import { createHash, randomBytes } from 'node:crypto'

/** A new token, safe in an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')
/** What is kept of a token: SHA-256 in hex. A token has enough entropy of its own, so no salt or slowness is needed. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')
/** Whether it looks like one of ours. */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)
