/** A result agreement in words: each of its terms by name, and the rule by which it is decided. Pure. */
import { day } from '../../lib/day.ts'
import type { Measured, PledgeTerms } from '../../model/covenant.ts'
import { STRENGTHS } from '../../vocabulary/finding.ts'
import { PLEDGE_LEVELS, PLEDGE_METHODS } from '../../vocabulary/covenant.ts'
import { share as shareIn } from '../../web/language.ts'

/** `79,5%`, of a share. */
export const share = (value: number): string => shareIn('nl', value)

/** `12 van de 20`; of nothing that is known: that. */
export const measuredWords = ({ count, among, unknown }: Measured): string => {
  const known = among === 0 ? 'nog niets bekend' : `${count} van de ${among}`
  return unknown === 0 ? known : `${known}, van ${unknown} is niets bekend`
}

const names = (list: readonly string[]): string => new Intl.ListFormat('nl', { type: 'conjunction' }).format(list)

/** Every term by name, in the order in which it is read. */
export function pledgeFacts(pledge: PledgeTerms): readonly { readonly name: string; readonly value: string }[] {
  const { baseline, first, steps } = pledge
  return [
    { name: 'Normen', value: names(pledge.norms) },
    { name: 'Hoe wij het volgen', value: PLEDGE_METHODS[pledge.method] },
    { name: 'Van wie', value: `${pledge.unitWords}, ${populationWords(pledge)}` },
    { name: 'Wanneer het telt', value: pledge.decision },
    {
      name: 'Waar wij beginnen',
      value: `${measuredWords(baseline)}, op ${day('nl', baseline.on)} (${STRENGTHS[baseline.strength]})`,
    },
    ...(steps.length === 0
      ? []
      : [
          {
            name: 'Onderweg',
            value: steps.map(({ on, value }) => `${share(value)} op ${day('nl', on)}`).join(', '),
          },
        ]),
    { name: 'Doel', value: `${share(pledge.target)} op ${day('nl', pledge.due)}` },
    ...(first === undefined
      ? []
      : [{ name: 'Het eerste doel', value: `${share(first.target)} op ${day('nl', first.due)}` }]),
    ...(pledge.amendments ?? []).map(({ on, why, agreed }) => ({
      name: `Gewijzigd op ${day('nl', on)}`,
      value: `${why} Akkoord: ${agreed}`,
    })),
    {
      name: 'Op koers',
      value:
        pledge.tolerance === null
          ? 'tot een tiende van de weg onder de lijn'
          : `tot ${share(pledge.tolerance)} onder de lijn`,
    },
    { name: 'Bewijs', value: `${pledge.proof} Minstens: ${STRENGTHS[pledge.least]}.` },
    { name: 'Wie beoordeelt', value: `${pledge.verifier.name}, ${pledge.verifier.function}` },
    { name: 'Als het niet lukt', value: pledge.onMiss },
    { name: 'Wat iedereen leest', value: PLEDGE_LEVELS[pledge.level] },
    { name: 'Wie erop let', value: `${pledge.owner.name}, ${pledge.owner.function}` },
  ]
}

const populationWords = ({ population }: Pick<PledgeTerms, 'population'>): string =>
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
