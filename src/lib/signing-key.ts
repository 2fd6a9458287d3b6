/**
 * A key to sign with (Ed25519), made from the key of the installation: nothing more to keep, and who has the database
 * alone signs nothing.
 */
import { createHmac, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'

/** What stands before the thirty-two bytes of a private key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

export type SigningKey = {
  /** As `openssl` and others read it. */
  readonly publicPem: string
  /** The signature of a text, in 86 signs that are safe in an address. */
  readonly sign: (text: string) => string
  readonly verifies: (text: string, signature: string) => boolean
}

/** The key of the installation for one use, `what`: the same each time, and none of it tells another. */
export function signingKey(installation: Buffer, what: string): SigningKey {
  const seed = createHmac('sha256', installation).update(`ed25519/${what}`).digest()
  const own: KeyObject = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const known = createPublicKey(own)
  return {
    publicPem: known.export({ format: 'pem', type: 'spki' }).toString(),
    sign: (text) => sign(null, Buffer.from(text), own).toString('base64url'),
    verifies: (text, signature) => verify(null, Buffer.from(text), known, Buffer.from(signature, 'base64url')),
  }
}
