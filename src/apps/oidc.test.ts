/**
 * Signing in through a real identity provider on this machine: the whole flow, and everything that must not open the
 * desk.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hono } from 'hono'
import { addPerson, ORIGIN, testDeps, testDesk, withDoors, type TestDesk } from '../../test/desk.ts'
import type { IdentityProvider } from '../model/identity.ts'
import { deskRoutes } from './desk-routes.ts'
import { identityProviderOf } from './oidc.ts'

const RETURN = `${ORIGIN}/balie/aanmelden/terug`
let server: Server
let issuer: string
let provider: IdentityProvider
let desk: TestDesk
let app: Hono
/** Who the provider says it is, by login name. */
const accounts: Record<string, Record<string, unknown>> = {}
/** Ways of signing in that it reports. */
let amr: string[] = []

beforeAll(async () => {
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'leidraad',
        client_secret: 'geheim'.repeat(8),
        redirect_uris: [RETURN],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['x'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts[sub] }) }),
    interactions: { url: (_, interaction) => `/aanmelden/${interaction.uid}` },
  })
  const handle = oidc.callback()
  server.on('request', (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, issuer)
    if (!pathname.startsWith('/aanmelden/')) return void handle(request, response)
    // The provider's own page would be here: whoever is asked for signs in and consents.
    void (async () => {
      const { params, prompt } = await oidc.interactionDetails(request, response)
      const who = searchParams.get('als') ?? /als=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'anna'
      const grant = new oidc.Grant({ accountId: who, clientId: params['client_id'] as string })
      grant.addOIDCScope('openid email profile')
      await oidc.interactionFinished(
        request,
        response,
        {
          ...(prompt.name === 'login' ? { login: { accountId: who, amr } } : {}),
          consent: { grantId: await grant.save() },
        },
        { mergeWithLastSubmission: true },
      )
    })()
  })
  provider = identityProviderOf({
    LEIDRAAD_OIDC_ISSUER: issuer,
    LEIDRAAD_OIDC_CLIENT_ID: 'leidraad',
    LEIDRAAD_OIDC_CLIENT_SECRET: 'geheim'.repeat(8),
  })!
  desk = await testDesk([])
  app = withDoors(desk, deskRoutes(testDeps()), { provider }).app
})
afterAll(async () => {
  await desk.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

/** Walks through the provider as a browser does, as this account; gives the address it comes back with. */
async function through(url: string, who: string): Promise<URL> {
  const jar = new Map<string, string>([['als', who]])
  for (let at = url, hops = 0; hops < 12; hops++) {
    if (at.startsWith(RETURN)) return new URL(at)
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      jar.set(name!, value!)
    }
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`${answer.status} ${await answer.text()}`)
    at = new URL(next, at).href
  }
  throw new Error('too many redirects')
}
const signedIn = async (who: string) => {
  const { url, keep } = await provider.begin(RETURN)
  return { back: await through(url, who), keep }
}

test('who comes back is who signed in there', async () => {
  accounts['anna'] = { email: 'Anna@sluiswijk.test', email_verified: true, name: 'Anna' }
  const { back, keep } = await signedIn('anna')
  expect(await provider.end(back, keep)).toEqual({
    issuer,
    subject: 'anna',
    email: 'anna@sluiswijk.test',
    emailVerified: true,
    name: 'Anna',
    secondFactor: false,
  })
  // A code works once.
  await expect(provider.end(back, keep)).rejects.toThrow()
})
test('another state, nonce or verifier is refused', async () => {
  for (const change of ['state', 'nonce', 'verifier'] as const) {
    const { back, keep } = await signedIn('anna')
    await expect(provider.end(back, { ...keep, [change]: 'x'.repeat(43) }), change).rejects.toThrow()
  }
})

/** Through the doors of the desk, as this account: where one ends up, and the cookies. */
async function enter(who: string) {
  const begin = await app.request(`${ORIGIN}/balie/aanmelden/gemeente?naar=${encodeURIComponent('/balie/account')}`)
  const cookie = begin.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const back = await through(begin.headers.get('location')!, who)
  return app.request(back.href, { headers: { cookie } })
}

test(
  'an invited person comes in by a verified address; the second step is still asked, unless the provider ' + 'did it',
  async () => {
    const bea = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Bea')
    accounts['bea'] = { email: bea.email, email_verified: true, name: 'Bea' }
    expect((await enter('bea')).headers.get('location')).toBe('/balie/tweede-stap/instellen')
    expect(
      (await desk.db.selectFrom('person').select('identity').where('id', '=', bea.id).executeTakeFirstOrThrow())
        .identity,
    ).toBe(`${issuer} bea`)
    amr = ['pwd', 'mfa']
    expect((await enter('bea')).headers.get('location')).toBe('/balie/account')
    amr = []
  },
)
test.each([
  ['an address that nobody vouched for', { email_verified: false }, 'active'],
  ['somebody who was blocked', { email_verified: true }, 'blocked'],
  ['somebody who is not known here', { email: 'niemand@elders.test', email_verified: true }, 'active'],
] as const)('%s stays outside', async (_, claims, state) => {
  const person = await addPerson(desk.db, desk.municipality.id, ['policy-officer'])
  await desk.db.updateTable('person').set({ state }).where('id', '=', person.id).execute()
  accounts['x'] = { email: person.email, ...claims }
  const answer = await enter('x')
  expect(answer.status).toBe(401)
  expect(await answer.text()).toContain('Uw werkaccount is hier niet bekend')
})
test('coming back without having gone is refused', async () => {
  expect((await app.request(`${RETURN}?code=x&state=y`)).status).toBe(401)
  expect(desk.faults).toEqual([])
})
test('half a configuration, or a provider in the clear, is told', () => {
  expect(identityProviderOf({})).toBeUndefined()
  expect(() => identityProviderOf({ LEIDRAAD_OIDC_ISSUER: 'https://idp.test' })).toThrow(/CLIENT_ID/)
  expect(() =>
    identityProviderOf({
      LEIDRAAD_OIDC_ISSUER: 'http://idp.test',
      LEIDRAAD_OIDC_CLIENT_ID: 'a',
      LEIDRAAD_OIDC_CLIENT_SECRET: 'b',
    }),
  ).toThrow(/https/)
})
