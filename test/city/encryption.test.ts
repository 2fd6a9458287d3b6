/** The truth of the city about encryption, by the real probes and checks and without a browser. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadLists } from '../../src/catalogue/lists.ts'
import { readCatalogue } from '../../src/catalogue/norms.ts'
import { compare } from '../../src/demo/self-test.ts'
import { checks } from '../../src/engine/checks/all.ts'
import { gatherHost } from '../../src/engine/gather-host.ts'
import { judge } from '../../src/engine/judge.ts'
import type { HostKey } from '../../src/model/evidence.ts'
import { openEgress, type Egress } from '../../src/outside/egress.ts'
import { startCity, type City } from './city.ts'
import type { Truth } from './model.ts'
import { allSites } from './sites/all.ts'

const LOOKED: Readonly<Record<Truth['kind'], readonly HostKey[]>> = {
  website: ['tls', 'handshakes'],
  'mail-domain': ['exchangers'],
}
/** What is judged on these alone. */
const PROBES = Object.values(LOOKED).flat()
const CHECKS: ReadonlySet<string> = new Set(
  checks
    .filter(({ needs }) => Object.keys(needs).every((key) => PROBES.some((each) => each === key)))
    .map(({ id }) => id),
)
/** One of each way to encrypt, badly and well, for a public body and for others; and every way to take mail. */
const ADDRESSES = [
  'www.makelaardijsluys.test',
  'www.klikkado.test',
  'www.sluiswijkercourant.test',
  'www.sintlambertus.test',
  'www.waterschapsluisland.test',
  'www.fotostudiolicht.test',
  'www.draadenknoop.test',
  'www.drukkerijslot.test',
  'makelaardijsluys.test',
  'klikkado.test',
  'sintlambertus.test',
  'archief-sluiswijk.test',
  'pizzeriaportovecchio.test',
  'drukkerijslot.test',
  'oranjevereniging-sluiswijk.test',
]

let city: City
let egress: Egress
beforeAll(async () => {
  city = await startCity()
  egress = openEgress(city.network)
})
afterAll(() => city.close())

test('what is told of the encryption of sites and mail in the city is what is seen of it', async () => {
  const catalogue = readCatalogue('norms')
  const rules = {
    catalogue,
    lists: await loadLists('.', 'test/city/owners.yaml'),
    checks: new Map(checks.map((check) => [check.id, check])),
  }
  const truth = city.truth().filter(({ address }) => ADDRESSES.includes(address))
  expect(truth).toHaveLength(ADDRESSES.length)
  const measured = []
  for (const { kind, address, organisation } of truth) {
    const publicBody = allSites.some((site) => site.organisation.name === organisation && site.organisation.publicBody)
    const subject = { kind, address, publicBody }
    const host = []
    for (const key of LOOKED[kind])
      host.push(await gatherHost(key, { subject }, { egress, signal: new AbortController().signal }))
    const at = new Date().toISOString()
    const evidence = { format: 2 as const, subject, begun: at, ended: at, versions: {}, host, pages: [] }
    measured.push({ kind, address, findings: judge(evidence, subject, rules) })
  }
  const { different } = compare(truth, measured, catalogue, new Date().toISOString())
  expect(different.filter(({ check }) => CHECKS.has(check))).toEqual([])
}, 120_000)
