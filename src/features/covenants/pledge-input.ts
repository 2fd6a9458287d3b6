/** What the form of a result agreement opens with, and what becomes of it in the text. */
import { dateMonthsAfter } from '../../lib/iso-date.ts'
import type { Amendment, PledgeExample, PledgeTerms, Population } from '../../model/covenant.ts'
import { BLANK, STEPS, type HeldPledge, type Input } from './pledge-form.ts'

const ON_MISS =
  'De partij maakt binnen acht weken een plan om het te verbeteren. Helpt dat niet, dan staat in het openbaar dat ' +
  'de afspraak niet is gehaald.'

/** `14,4` is 144 of the thousand: counted in whole tenths of a percent, so that nothing is rounded on the way. */
export const shareOf = (typed: string): number => {
  const [whole = '', tenth = '0'] = typed.replace('%', '').trim().split(',')
  return (Number(whole) * 10 + Number(tenth)) / 1000
}
const typedShare = (value: number): string => `${Math.round(value * 1000) / 10}`.replace('.', ',')

const NOTHING: Input = {
  ...BLANK,
  regel1: [],
  regel2: [],
  organisaties: [],
  opnieuw: [],
  hoe: 'findings',
  eenheid: 'organisation',
  minstens1: '100',
  wie: 'parties',
  richting: 'up',
  doel: '100',
  kracht: 'documented',
  missen: ON_MISS,
  publicatie: 'together',
}

/** The form as it opens: empty, or with an example whose months begin on this day. */
export function inputOfExample(example: PledgeExample | undefined, today: string): Input {
  if (!example) return { ...NOTHING, begin: today, op: dateMonthsAfter(today, 12) }
  const { rules, steps } = example
  return {
    ...NOTHING,
    titel: example.title,
    hoe: example.method,
    eenheid: example.unit,
    woorden: example.unitWords,
    regel1: rules[0]?.criteria ?? [],
    minstens1: typedShare(rules[0]?.atLeast ?? 1),
    regel2: rules[1]?.criteria ?? [],
    minstens2: rules[1] ? typedShare(rules[1].atLeast) : '',
    criterium: example.criterion ?? '',
    richting: example.direction,
    begin: today,
    ...stepsIn(steps.map(({ month, value }) => ({ on: dateMonthsAfter(today, month), value }))),
    doel: typedShare(example.target),
    op: dateMonthsAfter(today, example.months),
    bewijs: example.proof,
    kracht: example.least,
    publicatie: example.level,
  }
}

type StepField = `stap${(typeof STEPS)[number]}` | `stap${(typeof STEPS)[number]}op`
const stepsIn = (steps: PledgeTerms['steps']) =>
  Object.fromEntries(
    STEPS.flatMap((no) => {
      const step = steps[no - 1]
      return [
        [`stap${no}op`, step?.on ?? ''],
        [`stap${no}`, step ? typedShare(step.value) : ''],
      ]
    }),
  ) as Record<StepField, string>

/** The form of an agreement as it stands in the text. `amendment`: why this draft changes what was agreed before. */
export function inputOfPledge(pledge: PledgeTerms, amendment?: Amendment): Input {
  const { rules, population, baseline } = pledge
  const counts = pledge.method === 'counts'
  return {
    ...NOTHING,
    titel: pledge.title,
    hoe: pledge.method,
    eenheid: pledge.unit,
    woorden: pledge.unitWords,
    regel1: rules[0]?.criteria ?? [],
    minstens1: typedShare(rules[0]?.atLeast ?? 1),
    regel2: rules[1]?.criteria ?? [],
    minstens2: rules[1] ? typedShare(rules[1].atLeast) : '',
    criterium: pledge.criterion ?? '',
    wie: population.of,
    organisaties: population.of === 'organisations' ? population.organisations : [],
    straat: population.of === 'street' ? population.street : '',
    richting: pledge.direction,
    beslisregel: pledge.decision,
    begin: baseline.on,
    beginaantal: counts ? `${baseline.count}` : '',
    beginvan: counts ? `${baseline.among}` : '',
    beginbron: baseline.source ?? '',
    ...stepsIn(pledge.steps),
    doel: typedShare(pledge.target),
    op: pledge.due,
    speling: pledge.tolerance === null ? '' : typedShare(pledge.tolerance),
    bewijs: pledge.proof,
    kracht: pledge.least,
    beoordelaar: pledge.verifier.person,
    eigenaar: pledge.owner.person,
    missen: pledge.onMiss,
    publicatie: pledge.level,
    reden: amendment?.why ?? '',
    akkoord: amendment?.agreed ?? '',
  }
}

type Given = {
  readonly id: string
  readonly norms: readonly string[]
  readonly baseline: PledgeTerms['baseline']
  readonly decision: string
  readonly verifier: PledgeTerms['verifier']
  readonly owner: PledgeTerms['owner']
  /** Of organisations that were chosen, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly amended: Pick<PledgeTerms, 'first' | 'amendments'>
}

/** The rules of what was filled in. */
export const rulesOf = (held: HeldPledge): PledgeTerms['rules'] =>
  held.hoe === 'counts'
    ? []
    : [
        { criteria: held.regel1, atLeast: shareOf(held.minstens1) },
        ...(held.regel2.length === 0 ? [] : [{ criteria: held.regel2, atLeast: shareOf(held.minstens2) }]),
      ]

/** Intermediate values that were filled in, with the field of each. */
export const stepsOf = (held: HeldPledge) =>
  STEPS.flatMap((no) => {
    const [on, value] = [held[`stap${no}op`], held[`stap${no}`]]
    return on === '' ? [] : [{ on, value: shareOf(value), field: `stap${no}` }]
  })

/** The target as a share. */
export const targetOf = (held: HeldPledge): number => shareOf(held.doel)

/** Whose units are counted. */
export const populationOf = (held: HeldPledge, names: Given['names']): Population =>
  held.wie === 'street'
    ? { of: 'street', street: held.straat }
    : held.wie === 'organisations'
      ? {
          of: 'organisations',
          // What is no party is not kept: nothing can be counted of it.
          organisations: [...names.keys()],
          names: [...names.values()],
        }
      : { of: 'parties' }

/** The agreement as it is kept in the text. */
export const termsOf = (held: HeldPledge, given: Given): PledgeTerms => ({
  id: given.id,
  title: held.titel,
  norms: given.norms,
  method: held.hoe,
  unit: held.eenheid,
  unitWords: held.woorden,
  rules: rulesOf(held),
  criterion: held.hoe === 'counts' ? held.criterium : null,
  population: populationOf(held, given.names),
  direction: held.richting,
  decision: given.decision,
  baseline: given.baseline,
  steps: stepsOf(held).map(({ on, value }) => ({ on, value })),
  target: targetOf(held),
  due: held.op,
  tolerance: held.speling === '' ? null : shareOf(held.speling),
  proof: held.bewijs,
  least: held.kracht,
  verifier: given.verifier,
  onMiss: held.missen,
  level: held.publicatie,
  owner: given.owner,
  ...given.amended,
})
