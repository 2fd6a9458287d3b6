/** The same content as the same text, whatever the order of its keys: what a hash is taken of. */
import { createHash } from 'node:crypto'

/** JSON with the keys of every object in order, without spaces; what is undefined is not there. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

/** SHA-256 in hex of these bytes. */
export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
/** SHA-256 in hex of what this says, however it is written. */
export const hashOfContent = (value: unknown): string => sha256(canonical(value))
