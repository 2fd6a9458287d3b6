/** A signature holds for its text and its key alone. */
import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { signingKey } from './signing-key.ts'

const installation = Buffer.alloc(32, 7)
const key = signingKey(installation, 'bewijs')

test('what was signed is known by anybody with the public key, and nothing else is', () => {
  const signature = key.sign('een tekst')
  expect(signature).toMatch(/^[A-Za-z0-9_-]{86}$/)
  expect(key.verifies('een tekst', signature)).toBe(true)
  expect(key.verifies('een teksT', signature)).toBe(false)
  expect(key.verifies('een tekst', key.sign('iets anders'))).toBe(false)
  for (const none of ['', 'x', 'A'.repeat(86)]) expect(key.verifies('een tekst', none)).toBe(false)
  const outside = createPublicKey(key.publicPem)
  expect(verify(null, Buffer.from('een tekst'), outside, Buffer.from(signature, 'base64url'))).toBe(true)
})

test('each use and each installation has a key of its own, the same every time', () => {
  expect(signingKey(installation, 'bewijs').publicPem).toBe(key.publicPem)
  expect(signingKey(installation, 'anders').publicPem).not.toBe(key.publicPem)
  expect(signingKey(Buffer.alloc(32, 8), 'bewijs').verifies('een tekst', key.sign('een tekst'))).toBe(false)
})
