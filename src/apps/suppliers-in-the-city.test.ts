/** Weak names in the demo city: a real visit of mail domains finds those that are planted, and no others. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCity, type City } from '../../test/city/city.ts'
import { noLists } from '../../test/evidence.ts'
import { behindOf } from '../engine/behind.ts'
import { openGatherer } from '../engine/gather.ts'

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
      expect(behindOf(evidence, noLists).spf?.nodes.length).toBe(2)
    }
  } finally {
    await gatherer.close()
  }
  expect(seen).toEqual(DOMAINS)
})
