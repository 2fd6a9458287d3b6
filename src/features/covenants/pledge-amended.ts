/** What was agreed and is changed later: which terms, what each was before, with why and who agreed. Pure. */
import { isDeepStrictEqual } from 'node:util'
import { day } from '../../lib/day.ts'
import type { Amendment, PledgeTerms } from '../../model/covenant.ts'
import { PLEDGE_LEVELS, PLEDGE_METHODS } from '../../vocabulary/covenant.ts'
import { STRENGTHS } from '../../vocabulary/finding.ts'
import { decisionOf } from './pledge-rules.ts'
import { baselineWords, populationWords, share, stepsWords, toleranceWords } from './pledge-words.ts'

type Term = {
  readonly term: string
  readonly name: string
  /** What must stay the same. */
  readonly of: (pledge: PledgeTerms, titles: ReadonlyMap<string, string>) => unknown
  readonly words: (pledge: PledgeTerms, titles: ReadonlyMap<string, string>) => string
}

/** Only what somebody wrote: what follows from the rule changes with the rule. */
const ownDecision = (pledge: PledgeTerms, titles: ReadonlyMap<string, string>) =>
  pledge.decision === decisionOf(pledge, titles) ? '' : pledge.decision

/** The rules; the points of each in no order. */
const rulesIn = ({ rules }: Pick<PledgeTerms, 'rules'>) =>
  rules.map(({ criteria, atLeast }) => ({ criteria: [...criteria].toSorted(), atLeast }))

/** Whose units are counted, without what they are called. */
const whose = ({ population }: Pick<PledgeTerms, 'population'>) =>
  population.of === 'organisations' ? [...population.organisations].toSorted() : Object.values(population)

/** Every term that binds. What it is called and who looks after it at the municipality promise nothing. */
const TERMS: readonly Term[] = [
  {
    term: 'method',
    name: 'Hoe wij het volgen',
    of: ({ method }) => method,
    words: ({ method }) => PLEDGE_METHODS[method],
  },
  {
    term: 'population',
    name: 'Van wie',
    of: (pledge) => [pledge.unit, pledge.unitWords, pledge.population.of, whose(pledge)],
    words: (pledge) => `${pledge.unitWords}, ${populationWords(pledge)}`,
  },
  {
    term: 'rule',
    name: 'Wanneer het telt',
    of: (pledge, titles) => [rulesIn(pledge), pledge.criterion, pledge.direction, ownDecision(pledge, titles)],
    // Who wrote a sentence of their own may leave it while the rule behind it changes: then both are told.
    words: (pledge, titles) =>
      [...new Set([pledge.decision, decisionOf(pledge, titles)])].join(' Zo werd het geteld: '),
  },
  { term: 'baseline', name: 'Waar wij beginnen', of: ({ baseline }) => baseline, words: baselineWords },
  {
    term: 'steps',
    name: 'Onderweg',
    of: ({ steps }) => steps,
    words: (pledge) => stepsWords(pledge) || 'geen stappen',
  },
  {
    term: 'target',
    name: 'Doel',
    of: ({ target, due }) => [target, due],
    words: ({ target, due }) => `${share(target)} op ${day('nl', due)}`,
  },
  { term: 'tolerance', name: 'Op koers', of: ({ tolerance }) => tolerance, words: toleranceWords },
  {
    term: 'proof',
    name: 'Bewijs',
    of: ({ proof, least }) => [proof, least],
    words: ({ proof, least }) => `${proof} Minstens: ${STRENGTHS[least]}.`,
  },
  {
    term: 'verifier',
    name: 'Toetser',
    of: ({ verifier }) => verifier.person,
    // Read in public: by function.
    words: ({ verifier }) => verifier.function || 'iemand van de gemeente',
  },
  { term: 'onMiss', name: 'Als het niet lukt', of: ({ onMiss }) => onMiss, words: ({ onMiss }) => onMiss },
  {
    term: 'level',
    name: 'Wat iedereen leest',
    of: ({ level }) => level,
    words: ({ level }) => PLEDGE_LEVELS[level],
  },
]

/** The terms in which what was agreed differs from what stands here now, each with what it was in words. */
export function termsChanged(
  agreed: PledgeTerms,
  now: PledgeTerms,
  titles: ReadonlyMap<string, string>,
): NonNullable<Amendment['before']> {
  return TERMS.flatMap(({ term, name, of, words }) =>
    isDeepStrictEqual(of(agreed, titles), of(now, titles)) ? [] : [{ term, name, was: words(agreed, titles) }],
  )
}

/** With every change since it was agreed: the first target stays, and of each term what it was. */
export function amended(
  agreed: PledgeTerms | undefined,
  before: NonNullable<Amendment['before']>,
  now: Pick<Amendment, 'on' | 'why' | 'agreed'>,
): Pick<PledgeTerms, 'first' | 'amendments'> {
  if (!agreed) return {}
  const { target, due } = agreed
  const first = agreed.first ?? (before.some(({ term }) => term === 'target') ? { target, due } : undefined)
  const amendments = [...(agreed.amendments ?? []), ...(before.length > 0 ? [{ ...now, before }] : [])]
  return { ...(first && { first }), ...(amendments.length > 0 && { amendments }) }
}

/** Why it was changed in the draft that is written now, when that was said before; undefined: nothing was. */
export const amendedHere = (draft: PledgeTerms, agreed: PledgeTerms | undefined): Amendment | undefined =>
  agreed && draft.amendments?.[agreed.amendments?.length ?? 0]

/**
 * What does not fit a baseline that was agreed and stays: another day or number of it, or another way to count. Who
 * wants that takes the baseline anew, and says why.
 */
export function frozenProblems(
  held: { readonly begin: string; readonly beginaantal: string; readonly beginvan: string },
  counted: Pick<PledgeTerms, 'method' | 'unit' | 'rules' | 'criterion' | 'population' | 'least'>,
  agreed: PledgeTerms,
  { count, among, on }: PledgeTerms['baseline'],
): Readonly<Record<string, string>> {
  const typed = counted.method === 'counts' && (held.beginaantal !== `${count}` || held.beginvan !== `${among}`)
  const how = (pledge: typeof counted) => [
    [pledge.method, pledge.unit, pledge.criterion, pledge.least, pledge.population.of],
    rulesIn(pledge),
    whose(pledge),
  ]
  return {
    ...(held.begin === on
      ? {}
      : { begin: 'De beginmeting is vastgesteld en blijft staan. Kies hieronder dat u haar opnieuw neemt.' }),
    ...(typed
      ? { beginaantal: 'De beginmeting is vastgesteld en blijft staan. Kies hierboven dat u haar opnieuw neemt.' }
      : {}),
    ...(isDeepStrictEqual(how(counted), how(agreed))
      ? {}
      : { opnieuw: 'U telt anders dan bij de beginmeting. Neem haar opnieuw, anders vergelijkt u twee dingen.' }),
  }
}
