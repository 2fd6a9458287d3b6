/** Test support: key records of DKIM, made anew. */
import { generateKeyPairSync } from 'node:crypto'

/** A key record with an RSA key of so many bits; `tags` stand before it. */
export function rsaRecord(bits: number, tags = 'v=DKIM1; k=rsa; '): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits })
  return `${tags}p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`
}

/** A key record with an Ed25519 key (RFC 8463 §4: the 32 bytes alone). */
export function ed25519Record(): string {
  const { publicKey } = generateKeyPairSync('ed25519')
  return `v=DKIM1; k=ed25519; p=${publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')}`
}
