/** Measures sites that misbehave, several at a time, and holds what came of each against what may. */
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { judge, rules } from '../../src/apps/engine.ts'
import { junit } from '../../src/apps/scan/junit.ts'
import { openGatherer, type Gatherer } from '../../src/engine/gather.ts'
import type { Evidence } from '../../src/model/evidence.ts'
import type { VerdictWord } from '../../src/model/finding.ts'
import type { Stretch } from '../../src/model/walk.ts'
import { addressOf, HEALTHY, openHostileCity } from './city.ts'
import type { Fault } from './fault.ts'
import { childrenOf } from './children.ts'

const glance: readonly Stretch[] = [
  { profile: 'desktop', phase: 'before-consent', act: 'open', looks: ['session', 'axe'], on: 'landing' },
]
/** Milliseconds that any of them may cost, whatever it does: the bound of a visit, and what it takes to end it. */
const PATIENCE = 300_000
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

/** How each criterion is established. */
const means = new Map(by.catalogue.norms.flatMap(({ criteria }) => criteria.map((one) => [one.id, one.means] as const)))

/** Verdicts of a check, under its id. */
export async function verdictsOf(evidence: Evidence): Promise<ReadonlyMap<string, VerdictWord>> {
  const findings = await judge(evidence, { publicBody: true, by })
  return new Map(
    findings.flatMap(({ criterion, verdict }) => {
      const how = means.get(criterion)
      return how?.by === 'check' ? [[how.check, verdict] as const] : []
    }),
  )
}

/** Of a page that was seen in part: what is told to be well though it rests on what was missed. */
async function tooSure(evidence: Evidence): Promise<string[]> {
  // Of every page: half of the first is not made good by the whole of another.
  const lacks = evidence.pages.flatMap(({ probe, phase, profile, result }) =>
    result.seen
      ? Object.keys((result.value as { lacks: object }).lacks).map((part) => ({ probe, phase, profile, part }))
      : [],
  )
  return (await judge(evidence, { publicBody: true, by })).flatMap(({ criterion, verdict, reason }) => {
    const how = means.get(criterion)
    if (verdict !== 'met' || how?.by !== 'check') return []
    const check = by.checks.get(how.check)!
    const claim = check.reasons[reason]
    // What was missed of another moment, such as after a yes, takes nothing from what was seen after a no.
    const missed = lacks.flatMap(({ probe, phase, profile, part }) => {
      const need = check.needs[probe]
      const read = Array.isArray(need) && need.includes(phase) && (check.profiles ?? ['desktop']).includes(profile)
      return read ? [part] : []
    })
    const rests: readonly string[] = claim === undefined || claim === 'unknown' ? [] : claim.rests
    return rests.some((part) => missed.some((one) => one === part)) ? [`${criterion} ${reason}`] : []
  })
}

/** What is written of it for the machine of a web builder: nothing of a site comes out as markup. */
async function written(evidence: Evidence): Promise<string> {
  const subject = { ...evidence.subject, publicBody: true }
  const findings = await judge(evidence, { publicBody: true, by })
  return junit({
    subject,
    gathered: { evidence, pictures: new Map() },
    rules: by,
    versions: evidence.versions,
    findings,
  })
}

/** Rules of axe of which a page was found to break any. */
const barriersIn = ({ pages }: Evidence): string[] | undefined => {
  const record = pages.find(({ probe }) => probe === 'axe')
  return record?.probe === 'axe' && record.result.seen
    ? record.result.value.violations.map(({ rule }) => rule)
    : undefined
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
  { walk = glance }: { readonly walk?: readonly Stretch[] } = {},
  more: (gathered: Gather, timeout: number) => void = () => {},
): void {
  let city: Awaited<ReturnType<typeof openHostileCity>>
  let gatherer: Gatherer
  const tired: string[] = []
  const children = new Set(childrenOf(process.pid))
  const timeout = PATIENCE * together
  vi.setConfig({ maxConcurrency: together })
  beforeAll(async () => {
    city = await openHostileCity()
    gatherer = await openGatherer(city.network, walk)
  })
  afterAll(async () => {
    await gatherer.close()
    await city.close()
    // Of the browsers and readers of it none is left behind.
    const left = () => childrenOf(process.pid).filter((one) => !children.has(one))
    for (let waited = 0; left().length > 0 && waited < 20; waited++) await delay(1_000)
    if (left().length > 0) throw new Error(`processes were left behind: ${left().join(', ')}`)
  })
  const gathered: Gather = async (address, kind = 'website') => {
    const watch = { signal: AbortSignal.timeout(PATIENCE), progress() {} }
    return (await gatherer.gather({ kind, address }, watch)).evidence
  }

  test.concurrent('an ordinary site among them is seen', { timeout }, async ({ expect }) => {
    const outcomes: string[] = []
    for (let time = 0; time < (walk === glance ? 3 : 1); time++) outcomes.push(landing(await gathered(HEALTHY)).outcome)
    // Beside a page that takes all there is, it may be a visit that had no time: nothing worse.
    expect(outcomes.filter((one) => one !== 'seen' && !TIRED.includes(one))).toEqual([])
    expect(outcomes.filter((one) => one === 'seen' || one === 'partial').length).toBeGreaterThan(0)
  })
  test.concurrent.for(faults.map((fault) => [fault.name, fault] as const))(
    '%s',
    { timeout },
    async ([, fault], { expect }) => {
      const wanted = (one: string) => fault.must.some((each) => each === one)
      let evidence = await gathered(addressOf(fault))
      // Once more before it is put down to the machine.
      if (TIRED.includes(landing(evidence).outcome) && !wanted(landing(evidence).outcome))
        evidence = await gathered(addressOf(fault))
      const { outcome, told } = landing(evidence)
      if (TIRED.includes(outcome) && !wanted(outcome)) tired.push(`${fault.name}: ${told}`)
      else expect(fault.must, told).toContain(outcome)
      if (outcome === 'seen' || outcome === 'partial') {
        expect(await tooSure(evidence)).toEqual([])
        // Where axe looked, the barrier is there, whatever the page made of what it runs in.
        if (fault.barrier !== undefined) {
          const barriers = barriersIn(evidence)
          if (barriers === null || barriers === undefined) tired.push(`${fault.name}: axe did not look`)
          else expect(barriers).toContain(fault.barrier)
        }
      } else expect(await knownOfPages(evidence)).toEqual([])
      if (fault.never !== undefined) expect(JSON.stringify(evidence)).not.toContain(fault.never)
      expect(await written(evidence)).not.toMatch(/<(?:img|script)\b/i)
      // What an address of the site carried of a name and password stands nowhere.
      expect(JSON.stringify(evidence)).not.toContain('gehe1m')
    },
  )
  more(gathered, timeout)
  // Tests that run one after another come after those that ran together.
  test('nobody fell into a trap', () => expect(city.trapped).toEqual([]))
  test('what came otherwise because this machine had no time is the exception', () =>
    expect(tired.length, tired.join('\n')).toBeLessThanOrEqual(Math.ceil(faults.length / 10)))
}
