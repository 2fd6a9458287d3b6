/** What stands behind addresses of the demo city: real visits find the weak names and the ends that are planted. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCity, type City } from '../../test/city/city.ts'
import { noLists } from '../../test/evidence.ts'
import { dayAt, FAR, registrations } from '../../test/city/registry.ts'
import { behindOf } from '../engine/behind.ts'
import { gatherHost } from '../engine/gather-host.ts'
import { openGatherer } from '../engine/gather.ts'
import { openEgress } from '../outside/egress.ts'

let city: City
beforeAll(async () => {
  city = await startCity()
})
afterAll(() => city?.close())

/** Domains with something planted, and some without. */
const DOMAINS = {
  'gemeente-sluiswijk.test': { dangling: [], alike: ['gemeentesluiswijk.test'] },
  'kaashandeldewei.test': { dangling: ['winkel-4711.oudekassa.test free'], alike: [] },
  'theaterdevlet.test': { dangling: ['vlet.wolkdienst.test gone'], alike: [] },
  'sluisstroom.test': { dangling: [], alike: [] },
  'bakkerijdekorenaar.test': { dangling: [], alike: [] },
}

test('planted names are found, and no others', { timeout: 120_000 }, async () => {
  const gatherer = await openGatherer(city.network)
  const seen: Record<string, unknown> = {}
  try {
    for (const address of Object.keys(DOMAINS)) {
      const watching = { signal: AbortSignal.timeout(100_000), progress() {} }
      const { evidence, watch } = await gatherer.gather({ kind: 'mail-domain', address }, watching)
      seen[address] = {
        dangling: watch?.dangling.map(({ target, free }) => `${target} ${free ? 'free' : 'gone'}`),
        alike: watch?.alike.map(({ name }) => name),
      }
      // None of it is in what everybody can download.
      expect(JSON.stringify(evidence)).not.toMatch(/oudekassa|vlet\.wolkdienst|gemeentesluiswijk/)
      const { spf, domain } = behindOf(evidence, noLists)
      expect([spf?.nodes.length, domain?.told]).toEqual([2, 'day'])
    }
  } finally {
    await gatherer.close()
  }
  expect(seen).toEqual(DOMAINS)
})

test('a domain ends when its registry tells, and what that does not say stays unknown', async () => {
  const egress = openEgress(city.network)
  const told = async (address: string) => {
    const subject = { kind: 'website', address, publicBody: false } as const
    const record = await gatherHost('registration', { subject }, { egress, signal: AbortSignal.timeout(20_000) })
    const at = new Date().toISOString()
    const evidence = { format: 2, subject, begun: at, ended: at, versions: {}, host: [record], pages: [] } as const
    const { domain, expiries } = behindOf(evidence, noLists)
    return [domain?.leaving ? 'leaving' : domain?.told, ...expiries.map(({ kind, until }) => `${kind} ${until}`)]
  }
  for (const [domain, { told: truth, days }] of Object.entries(registrations)) {
    const kind = { day: 'domain', leaving: 'domain-leaving' }[truth as string]
    const ends = kind === undefined ? [] : [`${kind} ${dayAt(days!)}`]
    expect([domain, ...(await told(`www.${domain}`))]).toEqual([domain, truth, ...ends])
  }
  expect(await told('www.sluisharp.test')).toEqual(['day', `domain ${dayAt(FAR)}`])
})
