/**
 * The municipality's identity provider: OpenID Connect with the authorization code flow and PKCE (RFC 7636), state and
 * nonce. Of the ID token its signature is verified too, with the provider's published keys, beside issuer, audience,
 * nonce and time (OpenID Connect Core 3.1.3.7).
 */
import * as client from 'openid-client'
import { Trouble } from '../lib/trouble.ts'
import type { Identity, IdentityProvider } from '../model/identity.ts'

/** Ways of signing in that are a second factor (RFC 8176). */
const SECOND = new Set(['mfa', 'otp', 'hwk', 'swk', 'sms', 'fpt', 'face', 'sc'])
const local = (url: URL): boolean => url.protocol === 'http:' && /^(127\.\d+\.\d+\.\d+|localhost)$/.test(url.hostname)

/** Undefined when none was configured. The provider is looked up at the first sign-in, and again when that failed. */
export function identityProviderOf(env: NodeJS.ProcessEnv = process.env): IdentityProvider | undefined {
  const [issuer, id, secret, claim = 'email'] = [
    env['LEIDRAAD_OIDC_ISSUER'],
    env['LEIDRAAD_OIDC_CLIENT_ID'],
    env['LEIDRAAD_OIDC_CLIENT_SECRET'],
    env['LEIDRAAD_OIDC_EMAIL_CLAIM'],
  ]
  if (!issuer) return undefined
  if (!id || !secret) throw new Trouble('LEIDRAAD_OIDC_CLIENT_ID en LEIDRAAD_OIDC_CLIENT_SECRET ontbreken')
  const server = URL.parse(issuer)
  if (!server || (server.protocol !== 'https:' && !local(server)))
    throw new Trouble('LEIDRAAD_OIDC_ISSUER begint met https://')
  let known: Promise<client.Configuration> | undefined
  const configuration = () =>
    (known ??= client
      .discovery(server, id, secret, undefined, {
        execute: [client.enableNonRepudiationChecks, ...(local(server) ? [client.allowInsecureRequests] : [])],
      })
      .catch((error: unknown) => {
        known = undefined
        throw error
      }))
  return {
    async begin(redirectUri) {
      const keep = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state: keep.state,
        nonce: keep.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(keep.verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, keep }
    },
    async end(current, keep): Promise<Identity> {
      const tokens = await client.authorizationCodeGrant(await configuration(), current, {
        expectedState: keep.state,
        expectedNonce: keep.nonce,
        pkceCodeVerifier: keep.verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()!
      // Some providers give the address only on asking; then they are asked, for this very subject.
      const more =
        claims[claim] === undefined
          ? await client.fetchUserInfo(await configuration(), tokens.access_token, claims.sub).catch(() => undefined)
          : undefined
      const text = (name: string): string | undefined =>
        [claims[name], more?.[name]].find((value): value is string => typeof value === 'string')
      const ways = Array.isArray(claims['amr']) ? claims['amr'] : []
      return {
        issuer: claims.iss,
        subject: claims.sub,
        email: text(claim)?.toLowerCase(),
        name: text('name'),
        secondFactor: ways.some((way) => SECOND.has(String(way))),
        emailVerified: claims['email_verified'] === true || more?.email_verified === true,
      }
    },
  }
}
