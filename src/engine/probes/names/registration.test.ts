/** Which registry is asked, how often, and what a hostile one can do. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { openEgress } from '../../../outside/egress.ts'
import { certify, network, serveHttps, stopAll } from '../../../outside/test-net.ts'
import { registrationProbe } from './registration.ts'

afterEach(stopAll)

const NAME = 'rdap.register.test'
type Talk = (request: IncomingMessage, response: ServerResponse) => void
const json = (response: ServerResponse, body: unknown, status = 200) =>
  response
    .writeHead(status, { 'content-type': 'application/rdap+json' })
    .end(typeof body === 'string' ? body : JSON.stringify(body))
const about = (ldhName: string, more: Record<string, unknown> = {}) => ({
  objectClassName: 'domain',
  ldhName,
  events: [{ eventAction: 'expiration', eventDate: '2027-03-09T18:20:50Z' }],
  ...more,
})

/** A registry of `.test` that answers like this; what it was asked, and who asks it. */
async function registry(talk: Talk, registries: Record<string, string | null> = { test: `https://${NAME}/v1/` }) {
  const authority = certify('Echt', { authority: true })
  const { tls } = certify(NAME, { by: authority })
  const asked: string[] = []
  const port = await serveHttps(tls, (request, response) => {
    asked.push(`${request.headers.host?.split(':')[0]}${request.url} ${request.headers.accept}`)
    talk(request, response)
  })
  const egress = openEgress(network({ ports: { 443: port }, ca: authority.tls.cert, registries }))
  // Each look is of a visit of its own.
  const look = (address: string) =>
    registrationProbe.look(
      { subject: { kind: 'website', address, publicBody: false } },
      { egress: { ...egress }, signal: new AbortController().signal },
    )
  return { asked, look, why: (address: string) => look(address).then(String, (error) => error.why as string) }
}

test('the registry of the domain is asked once in a run, and in the words of RDAP', async () => {
  const { asked, look } = await registry((_, response) => json(response, about('korenaar.test')))
  const seen = { domain: 'korenaar.test', told: 'day', until: '2027-03-09', changed: null, statuses: [], asked: NAME }
  for (const address of ['www.korenaar.test', 'korenaar.test', 'winkel.korenaar.test'])
    expect(await look(address)).toEqual(seen)
  expect(asked).toEqual([`${NAME}/v1/domain/korenaar.test application/rdap+json, application/json;q=0.9`])
})

test('nobody is asked where no day is published, no registry is known, or the name is of a service', async () => {
  const { asked, look } = await registry(() => expect.unreachable(), {
    'stil.test': null,
    com: `https://${NAME}/`,
    io: `https://${NAME}/`,
  })
  const told = async (address: string) => {
    const { domain, told, until } = await look(address)
    return [domain, told, until]
  }
  expect(await told('www.stil.test')).toEqual(['stil.test', 'unpublished', null])
  expect(await told('www.korenaar.example')).toEqual(['korenaar.example', 'unlisted', null])
  expect(await told('korenaar.github.io')).toEqual(['github.io', 'service', null])
  expect(asked).toEqual([])
})

test('our own list: .nl is not asked, and what it does not have is unknown', async () => {
  const egress = openEgress(network({ resolver: '127.0.0.1:9' }))
  const told = async (address: string) => {
    const tools = { egress, signal: new AbortController().signal }
    return (await registrationProbe.look({ subject: { kind: 'website', address, publicBody: false } }, tools)).told
  }
  expect(await Promise.all(['www.voorbeeld.nl', 'voorbeeld.eu', 'voorbeeld.test'].map(told))).toEqual([
    'unpublished',
    'unpublished',
    'unlisted',
  ])
  // .com would be asked, if its registry had an address here.
  await expect(told('voorbeeld.com')).rejects.toMatchObject({ why: 'dns-failed' })
})

test.each([
  ['another domain', (_: unknown, response: ServerResponse) => json(response, about('anders.test')), 'http-error'],
  ['no domain', (_: unknown, response: ServerResponse) => json(response, { errorCode: 404 }, 404), 'gone'],
  ['a page', (_: unknown, response: ServerResponse) => json(response, '<!doctype html>'), 'http-error'],
  ['an error', (_: unknown, response: ServerResponse) => json(response, about('a.test'), 500), 'http-error'],
  ['depth', (_: unknown, response: ServerResponse) => json(response, '['.repeat(200_000)), 'http-error'],
  [
    'too much',
    (_: unknown, response: ServerResponse) => json(response, about('a.test', { x: 'x'.repeat(300_000) })),
    'too-large',
  ],
  ['half', (_: unknown, response: ServerResponse) => json(response, '{"objectClassName":"domain"'), 'http-error'],
] as const)('%s instead of an answer is not seen', async (_, talk, why) => {
  expect(await (await registry(talk)).why('a.test')).toBe(why)
})

test('a redirect leads to another registry, and never inside, to an open line, or round and round', async () => {
  let to = ''
  const { look, why, asked } = await registry((request, response) =>
    request.url!.startsWith('/v1/')
      ? response.writeHead(302, { location: to }).end()
      : json(response, about('a.test', { status: ['pending delete'] })),
  )
  to = 'https://10.0.0.8/domain/a.test'
  expect(await why('inside.test')).toBe('refused-address')
  to = `http://${NAME}/domain/a.test`
  expect(await why('open.test')).toBe('http-error')
  to = `https://${NAME}/v1/rond`
  expect(await why('rond.test')).toBe('redirect-loop')
  expect(asked.filter((each) => each.includes('rond'))).toHaveLength(3)
  to = `https://${NAME}/elders/a.test`
  expect(await look('a.test')).toMatchObject({ told: 'day', statuses: ['pending delete'], asked: NAME })
})

test('a registry that asks to come back later is left alone by the whole run', async () => {
  const { asked, why } = await registry((_, response) =>
    response.writeHead(429, { 'retry-after': '3600' }).end('later'),
  )
  expect([await why('a.test'), await why('b.test'), await why('a.test')]).toEqual(Array(3).fill('rate-limited'))
  expect(asked).toHaveLength(1)
})

test('what was not heard is not asked again at once', async () => {
  const { asked, why } = await registry((_, response) => response.writeHead(502).end())
  expect([await why('a.test'), await why('www.a.test')]).toEqual(['http-error', 'http-error'])
  expect(asked).toHaveLength(1)
})
