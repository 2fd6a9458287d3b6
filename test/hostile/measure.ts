/** Measures sites that misbehave, several at a time, and holds what came of each against what may. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { judge, rules } from '../../src/apps/engine.ts'
import { openGatherer, type Gatherer } from '../../src/engine/gather.ts'
import type { Evidence } from '../../src/model/evidence.ts'
import type { Stretch } from '../../src/model/walk.ts'
import { addressOf, HEALTHY, openHostileCity } from './city.ts'
import type { Fault } from './fault.ts'

const walk: readonly Stretch[] = [
  { profile: 'desktop', phase: 'before-consent', act: 'open', looks: ['session', 'axe'], on: 'landing' },
]
/** Milliseconds that any of them may cost, whatever it does: the bound of a visit, and what it takes to end it. */
const PATIENCE = 210_000
/** What a machine without time makes of any page. It claims nothing; but it may not be the rule. */
const TIRED = ['partial', 'timeout', 'crashed']

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

function landing({ pages }: Evidence): { readonly outcome: string; readonly told: string } {
  const record = pages.find(({ probe }) => probe === 'session')
  if (record?.probe !== 'session') throw new Error('the landing page is missing')
  const { result } = record
  const told = JSON.stringify(result).slice(0, 300)
  if (!result.seen) return { outcome: result.why, told }
  return { outcome: Object.keys(result.value.lacks).length > 0 ? 'partial' : 'seen', told }
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

export type Gather = (address: string, kind?: 'website' | 'mail-domain') => Promise<Evidence>

/**
 * Makes a test of each of these, `together` at a time in one city, beside an ordinary site and `more` tests, which are
 * told how long one may take.
 */
export function testEach(
  faults: readonly Fault[],
  together: number,
  more: (gathered: Gather, timeout: number) => void = () => {},
): void {
  let city: Awaited<ReturnType<typeof openHostileCity>>
  let gatherer: Gatherer
  const tired: string[] = []
  const timeout = PATIENCE * together
  vi.setConfig({ maxConcurrency: together })
  beforeAll(async () => {
    city = await openHostileCity()
    gatherer = await openGatherer(city.network, walk)
  })
  afterAll(async () => {
    await gatherer.close()
    await city.close()
  })
  const gathered: Gather = async (address, kind = 'website') => {
    const watch = { signal: AbortSignal.timeout(PATIENCE), progress() {} }
    return (await gatherer.gather({ kind, address }, watch)).evidence
  }

  test.concurrent('an ordinary site among them is seen', { timeout }, async ({ expect }) => {
    const outcomes: string[] = []
    for (let time = 0; time < 3; time++) outcomes.push(landing(await gathered(HEALTHY)).outcome)
    // Beside a page that takes all there is, it may be a visit that had no time: nothing worse.
    expect(outcomes.filter((one) => one !== 'seen' && !TIRED.includes(one))).toEqual([])
    expect(outcomes.filter((one) => one === 'seen' || one === 'partial').length).toBeGreaterThan(0)
  })
  test.concurrent.for(faults.map((fault) => [fault.name, fault] as const))(
    '%s',
    { timeout },
    async ([, fault], { expect }) => {
      const evidence = await gathered(addressOf(fault))
      const { outcome, told } = landing(evidence)
      if (TIRED.includes(outcome) && !fault.must.some((one) => one === outcome)) tired.push(`${fault.name}: ${told}`)
      else expect(fault.must, told).toContain(outcome)
      if (outcome !== 'seen' && outcome !== 'partial') expect(await knownOfPages(evidence)).toEqual([])
      // What an address of the site carried of a name and password stands nowhere.
      expect(JSON.stringify(evidence)).not.toContain('gehe1m')
    },
  )
  more(gathered, timeout)
  // Tests that run one after another come after those that ran together.
  test('nobody fell into a trap', () => expect(city.trapped).toEqual([]))
  test('what came otherwise because this machine had no time is the exception', () =>
    expect(tired.length, tired.join('\n')).toBeLessThan(faults.length / 4))
}
