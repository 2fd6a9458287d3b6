/** Keys of DKIM by their grammar (RFC 6376 §3.6.1, RFC 8301, RFC 8463). */
import { createPublicKey } from 'node:crypto'
import { tagsOf } from '../../lib/tags.ts'

/**
 * `other`: of a service other than mail (`s=`), such as reports of TLS (RFC 8460 §3). `revoked`: withdrawn, with an
 * empty `p`. `broken`: receivers cannot use it. `bits` is null of a key that is not RSA. `test`: receivers are asked
 * not to act on it (`t=y`).
 */
export type DkimKey =
  | { readonly kind: 'other' }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'rsa' | 'ed25519'; readonly bits: number | null; readonly test: boolean }

/** Characters of a key that are read: RSA of 16,384 bits has fewer. */
const KEY = 3_000

/** Reads one key record. */
export function readDkim(text: string): DkimKey {
  const tags = tagsOf(text)
  const value = tags?.get('p')?.replaceAll(/\s+/g, '')
  if (!tags || value === undefined) return { kind: 'broken' }
  if ((tags.get('v') ?? 'DKIM1') !== 'DKIM1') return { kind: 'broken' }
  if (value === '') return { kind: 'revoked' }
  if (!listed(tags.get('s') ?? '*').some((service) => service === '*' || service === 'email')) return { kind: 'other' }
  const hashes = tags.get('h')
  // RFC 8301 §3.1: a receiver may take no other.
  if (hashes !== undefined && !listed(hashes).includes('sha256')) return { kind: 'broken' }
  const test = listed(tags.get('t') ?? '').includes('y')
  const type = (tags.get('k') ?? 'rsa').toLowerCase()
  if (type !== 'rsa' && type !== 'ed25519') return { kind: 'broken' }
  const bytes = bytesOf(value)
  if (bytes === null) return { kind: 'broken' }
  if (type === 'ed25519') return bytes.length === 32 ? { kind: type, bits: null, test } : { kind: 'broken' }
  const bits = rsaBits(bytes)
  return bits === null ? { kind: 'broken' } : { kind: type, bits, test }
}

const listed = (text: string): string[] => text.split(':').map((each) => each.trim().toLowerCase())

function bytesOf(value: string): Buffer | null {
  return value.length <= KEY && /^[A-Za-z0-9+/]+={0,2}$/.test(value) ? Buffer.from(value, 'base64') : null
}

/** Bits of the modulus, of a key with or without the name of its algorithm around it; null: it is no RSA key. */
function rsaBits(key: Buffer): number | null {
  for (const type of ['spki', 'pkcs1'] as const) {
    try {
      const read = createPublicKey({ key, format: 'der', type })
      return read.asymmetricKeyType === 'rsa' ? (read.asymmetricKeyDetails?.modulusLength ?? null) : null
    } catch {
      // Not in this shape: the other is tried.
    }
  }
  return null
}
