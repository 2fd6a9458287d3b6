/** Every way to misbehave that we know of, each measured beside the others and an ordinary site; traps hear of none. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { judge, rules } from '../../src/apps/engine.ts'
import { openGatherer, type Gatherer } from '../../src/engine/gather.ts'
import type { Evidence } from '../../src/model/evidence.ts'
import type { Stretch } from '../../src/model/walk.ts'
import { addressOf, faults, HEALTHY, openHostileCity } from './city.ts'
import { exchangers, mailNames } from './exchangers.ts'

const walk: readonly Stretch[] = [
  { profile: 'desktop', phase: 'before-consent', act: 'open', looks: ['session', 'axe'], on: 'landing' },
]
const by = await rules()
const needsPages = (check: string) =>
  Object.keys(by.checks.get(check)!.needs).some((key) => key === 'session' || key === 'axe')
const ofPages = new Set(
  by.catalogue.norms.flatMap((norm) =>
    norm.criteria.flatMap(({ id, means }) =>
      means.by === 'check' && needsPages(means.check) ? [`${norm.id}.${id}`] : [],
    ),
  ),
)
let city: Awaited<ReturnType<typeof openHostileCity>>
let gatherer: Gatherer
beforeAll(async () => {
  city = await openHostileCity()
  gatherer = await openGatherer(city.network, walk)
})
afterAll(async () => {
  await gatherer.close()
  await city.close()
})

const gathered = async (address: string, kind: 'website' | 'mail-domain' = 'website'): Promise<Evidence> => {
  const watch = { signal: AbortSignal.timeout(200_000), progress() {} }
  return (await gatherer.gather({ kind, address }, watch)).evidence
}
const landing = ({ pages }: Evidence) => pages.find(({ probe }) => probe === 'session')!.result
function outcomeOf(evidence: Evidence): string {
  const result = landing(evidence)
  if (!result.seen) return result.why
  return Object.keys((result.value as { lacks: object }).lacks).length > 0 ? 'partial' : 'seen'
}

/** What rests on pages may be known only where a page was seen. */
async function knownOfPages(evidence: Evidence): Promise<string[]> {
  const findings = await judge(evidence, { publicBody: true, by })
  return findings.flatMap(({ norm, criterion, verdict }) =>
    ofPages.has(`${norm}.${criterion}`) && verdict !== 'unknown' && verdict !== 'not-applicable'
      ? [`${norm}.${criterion} ${verdict}`]
      : [],
  )
}

/** Some burn a processor each, most wait: for an answer that never comes, or for us to have had enough. */
const TOGETHER = 4
vi.setConfig({ maxConcurrency: TOGETHER })
/** What a machine without time makes of any page. It claims nothing; but it may not be the rule. */
const TIRED = ['partial', 'timeout', 'crashed']
const tired: string[] = []
const PATIENCE = 210_000

test.concurrent.for(faults.map((fault) => [fault.name, fault] as const))(
  '%s',
  { timeout: PATIENCE * TOGETHER },
  async ([, fault], { expect }) => {
    const evidence = await gathered(addressOf(fault))
    const outcome = outcomeOf(evidence)
    const told = JSON.stringify(landing(evidence)).slice(0, 300)
    if (TIRED.includes(outcome) && !fault.must.some((one) => one === outcome)) tired.push(`${fault.name}: ${told}`)
    else expect(fault.must, told).toContain(outcome)
    if (outcome !== 'seen' && outcome !== 'partial') expect(await knownOfPages(evidence)).toEqual([])
    // What an address of the site carried of a name and password stands nowhere.
    expect(JSON.stringify(evidence)).not.toContain('gehe1m')
  },
)

test.concurrent.for(exchangers.map((fault) => [fault.name, fault] as const))(
  '%s',
  { timeout: PATIENCE * TOGETHER },
  async ([, { name, must }], { expect }) => {
    const { host } = await gathered(`${name}.post.test`, 'mail-domain')
    const [server, ...more] = host.flatMap((record) =>
      record.probe === 'exchangers' && record.result.seen ? record.result.value.servers : [],
    )
    expect(more).toEqual([])
    expect(must, JSON.stringify(server)).toContain(server?.state)
    expect(JSON.stringify(host)).not.toMatch(/\\u001b|\\u0000/)
    expect(JSON.stringify(host).length).toBeLessThan(200_000)
  },
)

test.concurrent.for(Object.keys(mailNames))('%s', { timeout: PATIENCE * TOGETHER }, async (name, { expect }) => {
  const evidence = await gathered(`${name}.post.test`, 'mail-domain')
  expect(JSON.stringify(evidence).length).toBeLessThan(200_000)
})

test.concurrent('an ordinary site among them is seen', { timeout: PATIENCE * TOGETHER }, async ({ expect }) => {
  for (let time = 0; time < 3; time++) expect(['seen', 'partial']).toContain(outcomeOf(await gathered(HEALTHY)))
})

// Tests that run one after another come after those that ran together.
test('nobody fell into a trap', () => expect(city.trapped).toEqual([]))
test('what came otherwise because this machine had no time is the exception', () =>
  expect(tired.length, tired.join('\n')).toBeLessThan(faults.length / 5))
