/**
 * What an ID token must be before anybody comes in by it: made by the provider, for us, now, and for this very visit.
 */
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IdentityProvider } from '../model/identity.ts'
import { identityProviderOf } from './oidc.ts'

const RETURN = 'http://127.0.0.1:3000/balie/aanmelden/terug'
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const others = generateKeyPairSync('rsa', { modulusLength: 2048 })
let server: Server
let issuer: string
let provider: IdentityProvider
/** The ID token that the provider gives next. */
let token = ''

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const signed = (head: object, claims: object, sign: (text: string) => string) => {
  const text = `${base64(head)}.${base64(claims)}`
  return `${text}.${sign(text)}`
}
const by = (key: KeyObject) => (text: string) => createSign('RSA-SHA256').update(text).sign(key, 'base64url')
const RS256 = { alg: 'RS256', kid: 'een', typ: 'JWT' }

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    const path = new URL(request.url!, issuer).pathname
    const answer =
      path === '/.well-known/openid-configuration'
        ? {
            issuer,
            authorization_endpoint: `${issuer}/auth`,
            token_endpoint: `${issuer}/token`,
            jwks_uri: `${issuer}/jwks`,
            response_types_supported: ['code'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
          }
        : path === '/jwks'
          ? { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'een', alg: 'RS256', use: 'sig' }] }
          : { access_token: 'x', token_type: 'Bearer', id_token: token }
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider = identityProviderOf({
    LEIDRAAD_OIDC_ISSUER: issuer,
    LEIDRAAD_OIDC_CLIENT_ID: 'leidraad',
    LEIDRAAD_OIDC_CLIENT_SECRET: 'geheim'.repeat(8),
  })!
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

/** Goes there and comes back with a token made of these claims. */
async function comeBack(make: (claims: Record<string, unknown>) => string) {
  const { keep } = await provider.begin(RETURN)
  const now = Math.floor(Date.now() / 1000)
  token = make({
    iss: issuer,
    sub: 'anna',
    aud: 'leidraad',
    iat: now,
    exp: now + 300,
    nonce: keep.nonce,
    email: 'a@b.nl',
  })
  return provider.end(new URL(`${RETURN}?code=x&state=${keep.state}`), keep)
}

test('a token that is right lets its subject in', async () =>
  expect(await comeBack((claims) => signed(RS256, claims, by(keys.privateKey)))).toMatchObject({
    issuer,
    subject: 'anna',
    email: 'a@b.nl',
  }))

test.each<[string, (claims: Record<string, unknown>) => string]>([
  ['signed by another key', (claims) => signed(RS256, claims, by(others.privateKey))],
  ['of a key that is not published', (claims) => signed({ ...RS256, kid: 'twee' }, claims, by(others.privateKey))],
  ['without a signature', (claims) => signed({ ...RS256, alg: 'none' }, claims, () => '')],
  ['with its signature taken off', (claims) => signed(RS256, claims, () => '')],
  [
    'signed with the public key as if it were a secret',
    (claims) =>
      signed({ ...RS256, alg: 'HS256' }, claims, (text) =>
        createHmac('sha256', keys.publicKey.export({ type: 'spki', format: 'pem' }))
          .update(text)
          .digest('base64url'),
      ),
  ],
  [
    'signed with our own secret',
    (claims) =>
      signed({ ...RS256, alg: 'HS256' }, claims, (text) =>
        createHmac('sha256', 'geheim'.repeat(8)).update(text).digest('base64url'),
      ),
  ],
  [
    'changed after it was signed',
    (claims) => {
      const [head, , signature] = signed(RS256, claims, by(keys.privateKey)).split('.')
      return `${head}.${base64({ ...claims, sub: 'bea' })}.${signature}`
    },
  ],
  ['of another issuer', (claims) => signed(RS256, { ...claims, iss: 'https://elders.test' }, by(keys.privateKey))],
  ['for another audience', (claims) => signed(RS256, { ...claims, aud: 'een-ander' }, by(keys.privateKey))],
  [
    'for more audiences, and not ours to use',
    (claims) => signed(RS256, { ...claims, aud: ['leidraad', 'x'], azp: 'x' }, by(keys.privateKey)),
  ],
  ['of another visit', (claims) => signed(RS256, { ...claims, nonce: 'x'.repeat(43) }, by(keys.privateKey))],
  ['of no visit', (claims) => signed(RS256, { ...claims, nonce: undefined }, by(keys.privateKey))],
  ['that ran out', (claims) => signed(RS256, { ...claims, exp: 1_700_000_000 }, by(keys.privateKey))],
  ['without a subject', (claims) => signed(RS256, { ...claims, sub: undefined }, by(keys.privateKey))],
])('a token %s lets nobody in', (_, make) => expect(comeBack(make)).rejects.toThrow())
