/** A result agreement in words: each of its terms by name, and the rule by which it is decided. Pure. */
import { asSentence } from '../../lib/words.ts'
import { day } from '../../lib/day.ts'
import type { Amendment, Dropped, Measured, PledgeTerms } from '../../model/covenant.ts'
import { STRENGTHS } from '../../vocabulary/finding.ts'
import { PLEDGE_LEVELS, PLEDGE_METHODS } from '../../vocabulary/covenant.ts'
import { number, share as shareIn } from '../../web/language.ts'

/** `79,5%`, of a share. */
export const share = (value: number): string => shareIn('nl', value)

/** `12 van de 20`; of nothing that is known: that. */
export const measuredWords = ({ count, among, unknown }: Measured): string => {
  const known = among === 0 ? 'nog niets bekend' : `${number('nl', count)} van de ${number('nl', among)}`
  return unknown === 0 ? known : `${known}, van ${number('nl', unknown)} is niets bekend`
}

const names = (list: readonly string[]): string => new Intl.ListFormat('nl', { type: 'conjunction' }).format(list)

/** Every term by name, in the order in which it is read. */
export function pledgeFacts(pledge: PledgeTerms): readonly { readonly name: string; readonly value: string }[] {
  const { first, steps } = pledge
  return [
    { name: 'Normen', value: names(pledge.norms) },
    { name: 'Hoe wij het volgen', value: PLEDGE_METHODS[pledge.method] },
    { name: 'Van wie', value: `${pledge.unitWords}, ${populationWords(pledge)}` },
    { name: 'Wanneer het telt', value: pledge.decision },
    {
      name: 'Waar wij beginnen',
      value: baselineWords(pledge),
    },
    ...(steps.length === 0
      ? []
      : [
          {
            name: 'Onderweg',
            value: stepsWords(pledge),
          },
        ]),
    { name: 'Doel', value: `${share(pledge.target)} op ${day('nl', pledge.due)}` },
    ...(first === undefined
      ? []
      : [{ name: 'Het eerste doel', value: `${share(first.target)} op ${day('nl', first.due)}` }]),
    ...(pledge.amendments ?? []).map(amendmentFact),
    { name: 'Op koers', value: toleranceWords(pledge) },
    { name: 'Bewijs', value: `${pledge.proof} Minstens: ${STRENGTHS[pledge.least]}.` },
    { name: 'Toetser', value: `${pledge.verifier.name}, ${pledge.verifier.function}` },
    { name: 'Als het niet lukt', value: pledge.onMiss },
    { name: 'Wat iedereen leest', value: PLEDGE_LEVELS[pledge.level] },
    { name: 'Wie erop let', value: `${pledge.owner.name}, ${pledge.owner.function}` },
  ]
}

/** What was changed later, as a fact: when, why, who agreed, and what it was. */
export const amendmentFact = (amendment: Amendment) => ({
  name: `Gewijzigd op ${day('nl', amendment.on)}`,
  value: amendmentWords(amendment),
})

/** Why something was changed, who agreed, and what it was. */
export const amendmentWords = ({ why, agreed, before = [] }: Amendment): string =>
  [
    `${asSentence(why)} Akkoord: ${asSentence(agreed)}`,
    ...(before.length === 0
      ? []
      : [`Eerst: ${asSentence(before.map(({ name, was }) => `${name}: ${was}`).join('; '))}`]),
  ].join(' ')

/** What is no longer promised, as a fact: what it was, when it went and why. */
export const droppedFact = (dropped: Dropped) => ({
  name: `Vervallen: ${dropped.title}`,
  value: `Op ${day('nl', dropped.on)}. ${amendmentWords(dropped)} Er stond: ${dropped.decision}`,
})

/** Where it begins, when, and how firm that is. */
export const baselineWords = ({ baseline }: Pick<PledgeTerms, 'baseline'>): string =>
  `${measuredWords(baseline)}, op ${day('nl', baseline.on)} (${STRENGTHS[baseline.strength]}` +
  `${baseline.source === undefined ? '' : `: ${baseline.source}`})`

/** The intermediate values; empty without. */
export const stepsWords = ({ steps }: Pick<PledgeTerms, 'steps'>): string =>
  steps.map(({ on, value }) => `${share(value)} op ${day('nl', on)}`).join(', ')

/** How far below the line is still on course. */
export const toleranceWords = ({ tolerance }: Pick<PledgeTerms, 'tolerance'>): string =>
  tolerance === null ? 'tot een tiende van de weg onder de lijn' : `tot ${share(tolerance)} onder de lijn`

/** Whose units are counted. */
export const populationWords = ({ population }: Pick<PledgeTerms, 'population'>): string =>
  population.of === 'parties'
    ? 'van alle partijen'
    : population.of === 'street'
      ? `van de zaken in ${population.street}`
      : `van ${names(population.names ?? ['gekozen organisaties'])}`

/** A pledge as one text, to lay beside that of another version. */
export const pledgeSaid = (pledge: PledgeTerms): string =>
  pledgeFacts(pledge)
    .map(({ name, value }) => `${name}: ${value}`)
    .join('\n')
