/** Routes and permissions, as validators and collectors write them. */
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { settled } from '../apps/lookout.ts'
import { openResolver } from './resolver.ts'
import { checkRoutes, openRouteBook, readRoutes, readVrps } from './route-book.ts'
import { serveDns, stopAll, zone } from './test-net.ts'

let folder: string
const file = (name: string) => path.join(folder, name)
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'leidraad-routes-'))
  await writeFile(
    file('routinator.json'),
    JSON.stringify({ roas: [{ asn: 'AS64500', prefix: '192.0.2.0/24', maxLength: 24, ta: 'ripe' }] }),
  )
  await writeFile(
    file('client.json'),
    JSON.stringify({ roas: [{ asn: 64500, prefix: '192.0.2.0/23', maxLength: 24, expires: 1 }] }),
  )
  await writeFile(
    file('routes'),
    [
      '% RIS',
      '# remark',
      '64500\t192.0.2.0/24\t380',
      '64999\t192.0.2.0/24\t2',
      '198.51.100.0/24 AS64501',
      '{1,2}\t203.0.113.0/24\t300',
      '64500 0.0.0.0/0 300',
      '',
    ].join('\n'),
  )
})
afterEach(async () => {
  await stopAll()
  await rm(folder, { recursive: true })
})
const resolver = openResolver('127.0.0.1:9')

test.each(['routinator.json', 'client.json'])('%s beside announced routes', async (name) => {
  const book = await openRouteBook({ vrps: file(name), routes: file('routes') }, resolver)()
  expect(await book!.to('192.0.2.1')).toEqual(
    [
      {
        prefix: '192.0.2.0/24',
        origin: 64_500,
        covering: name === 'client.json' ? [] : [{ prefix: '192.0.2.0/24', asn: 64_500, maxLength: 24 }],
      },
    ].map((each) => ({
      ...each,
      covering: name === 'client.json' ? [{ prefix: '192.0.2.0/23', asn: 64_500, maxLength: 24 }] : each.covering,
    })),
  )
  expect(await book!.to('198.51.100.7')).toEqual([{ prefix: '198.51.100.0/24', origin: 64_501, covering: [] }])
  // A default route is no route, and a set of origins is none either.
  expect(await book!.to('203.0.113.1')).toEqual([])
  expect(await book!.to('geen adres')).toEqual([])
})

test('announced routes through names', async () => {
  const served = await serveDns(
    zone({
      '1.2.0.192.origin.asn.test': { TXT: ['64500 64501 | 192.0.2.0/24 | NL | ripencc | 2010-07-14'] },
      '1.100.51.198.origin.asn.test': { TXT: ['onzin'] },
    }),
  )
  const book = await openRouteBook(
    { vrps: file('routinator.json'), routes: 'dns:asn.test' },
    openResolver(served.resolver),
  )()
  expect((await book!.to('192.0.2.1')).map(({ origin }) => origin)).toEqual([64_500, 64_501])
  expect(await book!.to('198.51.100.1')).toEqual([])
  expect(served.asked[0]!.name).toBe('1.2.0.192.origin.asn.test')
})

test('what is too old, gone or no longer right tells of no route', async () => {
  const old = new Date(Date.now() - 3 * 86_400_000)
  const book = openRouteBook({ vrps: file('routinator.json'), routes: file('routes') }, resolver)
  expect(await book()).not.toBeNull()
  await utimes(file('routes'), old, old)
  expect(await book()).toBeNull()
  await writeFile(file('routes'), 'niets')
  expect(await book()).toBeNull()
  await rm(file('routes'))
  expect(await book()).toBeNull()
})

test('a setting that cannot be used is told at the start, by file', async () => {
  const both = { vrps: file('routinator.json'), routes: file('routes') }
  await checkRoutes(both)
  await expect(checkRoutes({ ...both, routes: file('weg') })).rejects.toThrow(/weg is niet te lezen/)
  await writeFile(file('leeg.json'), '{"roas":[]}')
  await expect(checkRoutes({ ...both, vrps: file('leeg.json') })).rejects.toThrow(/geen enkele toestemming/)
  expect(() => readVrps('geen json', 'x')).toThrow(/verwacht JSON met roas/)
  expect(() => readRoutes('# niets', 'x')).toThrow(/geen enkele route/)
  await expect(settled(undefined, { LEIDRAAD_RPKI: both.vrps })).rejects.toThrow(/horen bij elkaar/)
  await expect(settled(undefined, { LEIDRAAD_RESOLVER: 'dns.voorbeeld.nl' })).rejects.toThrow(/adres:poort/)
})

test('what the environment sets holds on the open internet, and a proof city has its own', async () => {
  const env = { LEIDRAAD_RESOLVER: '127.0.0.1:53', LEIDRAAD_RPKI: file('client.json'), LEIDRAAD_ROUTES: file('routes') }
  expect(await settled(undefined, {})).toBeUndefined()
  expect(await settled(undefined, env)).toMatchObject({
    allow: [],
    resolver: '127.0.0.1:53',
    vrps: file('client.json'),
  })
  const city = { allow: ['127.0.0.0/8'], hosts: {}, ports: {}, resolver: '127.0.0.1:5353' }
  expect(await settled(city, env)).toMatchObject(city)
})
