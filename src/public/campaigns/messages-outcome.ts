/** What is told of an outcome, in both languages: the sentence first, then the numbers and what they mean. */
import type { CampaignResult } from '../../model/campaign.ts'
import type { CampaignVerdict } from '../../vocabulary/campaign.ts'
import { FEWEST_KNOWN, FEWEST_TOLD } from '../../vocabulary/campaign.ts'
import { day, number, type Lang } from '../../web/language.ts'

type Ends = NonNullable<CampaignResult['interval']>
/** A difference between shares in whole points, with a minus as it is printed. */
const pointsOf = (lang: Lang, of: number): string => {
  const whole = Math.round(of * 100)
  const size = number(lang, Math.abs(whole))
  const unit =
    lang === 'nl' ? (whole === 1 ? 'procentpunt' : 'procentpunten') : Math.abs(whole) === 1 ? 'point' : 'points'
  return `${whole < 0 ? '−' : ''}${size} ${unit}`
}
/** Whether two differences are told as the same whole points. */
const alike = (low: number, high: number): boolean => Math.round(low * 100) === Math.round(high * 100)
const hundredth = (p: number): number => Math.max(1, Math.round(p * 100))

const nl = {
  title: 'Wat eruit kwam',
  told: (on: string) => `Gepubliceerd op ${day('nl', on)}, door:`,
  verdict: {
    more: 'Wie eerst ging, ging meer vooruit dan wie wachtte. Toeval alleen geeft dat zelden.',
    less: 'Wie eerst ging, ging minder vooruit dan wie wachtte. Toeval alleen geeft dat zelden.',
    none: 'Wij zien geen verschil tussen wie eerst ging en wie wachtte.',
    'too-few': 'Dit is te weinig om te zeggen of de campagne hielp.',
    hidden: 'Sommige aantallen zijn te klein om te tonen. Daarom tonen wij het verschil ook niet.',
    broken: 'De meting veranderde onderweg. Vooraf en achteraf zijn niet te vergelijken.',
  } satisfies Record<CampaignVerdict, string>,
  short: {
    more: 'wie eerst ging, ging meer vooruit',
    less: 'wie eerst ging, ging minder vooruit',
    none: 'geen verschil te zien',
    'too-few': 'te weinig om te zeggen',
    hidden: 'niet getoond, want de aantallen zijn te klein',
    broken: 'niet te vergelijken',
  } satisfies Record<CampaignVerdict, string>,
  changesHidden:
    'Hoeveel er veranderden, is te klein om te tonen. Daarom zeggen wij niet of het verschil toeval kan zijn.',
  noProof: 'Dat bewijst niet dat de campagne niets deed. Een klein verschil kan er zijn en valt niet op.',
  broken: 'Wat veranderde:',
  difference: (of: number) =>
    Math.round(of * 100) === 0
      ? 'Beide groepen veranderden even veel.'
      : `Wie eerst ging, ging ${pointsOf('nl', Math.abs(of))} ` +
        `${of > 0 ? 'meer' : 'minder'} vooruit dan wie wachtte.`,
  interval: ({ low, high }: Ends) =>
    low === null || high === null
      ? 'Hoe groot het verschil in het echt hooguit is, valt niet te zeggen.'
      : alike(low, high)
        ? 'Met toeval erbij verandert dat niet.'
        : `Met toeval erbij kan dat verschil echt liggen tussen ${pointsOf('nl', low)} en ${pointsOf('nl', high)}.`,
  chance: (p: number) => `Van elke 100 lotingen gaven er ongeveer ${hundredth(p)} een verschil dat even groot is.`,
  bounds: ({ low, high }: { readonly low: number; readonly high: number }) =>
    alike(low, high)
      ? 'Van sommige weten wij niet hoe het staat. Voor het verschil maakt dat niets uit.'
      : 'Van sommige weten wij niet hoe het staat. ' +
        `Valt dat allemaal tegen, dan is het verschil ${pointsOf('nl', low)}. ` +
        `Valt het allemaal mee, dan is het ${pointsOf('nl', high)}.`,
  chart: 'Hoeveel er voldoen, vooraf en achteraf',
  chartText: (first: string, waiting: string) => `Wie eerst ging: ${first}. Wie wachtte: ${waiting}.`,
  went: (before: string, after: string) => `van ${before} naar ${after}`,
  first: 'Wie eerst ging',
  waiting: 'Wie wachtte',
  before: 'vooraf',
  after: 'achteraf',
  caption: 'Iedereen die bedoeld was, bereikt of niet',
  column: {
    group: 'Groep',
    meant: 'Bedoeld',
    lots: 'Loten',
    known: 'Vooraf en achteraf bekend',
    missing: 'Niet bekend',
    before: 'Voldeed vooraf',
    after: 'Voldoet achteraf',
  },
  hidden: 'te weinig om te tonen',
  of: (count: number, known: number) => `${count} van ${known}`,
  reach: 'Wie is bereikt',
  reachLater: 'Hoeveel er zijn bereikt, staat hier bij de uitkomst.',
  reached: (count: number, meant: number) =>
    `Van de ${meant} die eerst gingen, zijn er ${count} bereikt. Van de anderen is dat niet zeker.`,
  reachedFew: (meant: number) => `Hoeveel van de ${meant} die eerst gingen zijn bereikt, is te weinig om te tonen.`,
  leaked: (count: number) =>
    count === 0
      ? 'Van wie wachtte, is niemand te vroeg bereikt, voor zover wij weten.'
      : `Van wie wachtte, ${count === 1 ? 'is er 1' : `zijn er ${count}`} toch al bereikt. ` +
        'Dat maakt het verschil kleiner.',
  leakedFew: 'Van wie wachtte, is een klein aantal toch al bereikt. Dat maakt het verschil kleiner.',
  everyone: 'Ook wie niet is bereikt, telt mee in de eigen groep. Anders lijkt een campagne beter dan zij is.',
  define: 'Hoe wij dit rekenen',
  definitions: (test: { readonly permutations: number; readonly exact: boolean; readonly leastP: number }) => [
    'Wij kijken bij elke groep hoeveel procent voldoet, vooraf en achteraf. ' +
      'De verandering van wie wachtte trekken wij af van de verandering van wie eerst ging.',
    'Is voor de loting in tweeën verdeeld, dan doen wij dat in elk deel apart. Een groter deel telt zwaarder.',
    test.exact
      ? `Dat verschil leggen wij naast alle ${number('nl', test.permutations)} lotingen die ook hadden gekund.`
      : `Dat verschil leggen wij naast ${number('nl', test.permutations)} andere lotingen die ook hadden gekund.`,
    'Geeft minder dan 5 van de 100 lotingen een verschil dat even groot is, dan noemen wij het een verschil.',
    ...(test.leastP >= 0.05 ? ['Hier waren zo weinig loten dat geen enkele uitkomst daaronder kon komen.'] : []),
    `Is van een groep van minder dan ${FEWEST_KNOWN} organisaties bekend hoe het staat, dan zeggen wij niets.`,
    `Een aantal van 1 tot en met ${FEWEST_TOLD - 1} tonen wij niet. Ook niet waaruit het volgt.`,
    'Is de meting onderweg gewijzigd, dan zeggen wij niets over het verschil.',
  ],
}
type Words = typeof nl
const en: Words = {
  title: 'What came out of it',
  told: (on) => `Published on ${day('en', on)}, by:`,
  verdict: {
    more: 'Those that went first improved more than those that waited. Chance alone seldom gives that.',
    less: 'Those that went first improved less than those that waited. Chance alone seldom gives that.',
    none: 'We see no difference between those that went first and those that waited.',
    'too-few': 'This is too little to say whether the campaign helped.',
    hidden: 'Some counts are too small to show. So we do not show the difference either.',
    broken: 'The measurement changed on the way. Before and after cannot be compared.',
  },
  short: {
    more: 'those that went first improved more',
    less: 'those that went first improved less',
    none: 'no difference to be seen',
    'too-few': 'too little to say',
    hidden: 'not shown, as the counts are too small',
    broken: 'cannot be compared',
  },
  changesHidden: 'How many changed is too few to show. So we do not say whether the difference can be chance.',
  noProof: 'That does not prove that the campaign did nothing. A small difference can be there and not show.',
  broken: 'What changed:',
  difference: (of) =>
    Math.round(of * 100) === 0
      ? 'Both groups changed as much.'
      : `Those that went first improved ${pointsOf('en', Math.abs(of))} ` +
        `${of > 0 ? 'more' : 'less'} than those that waited.`,
  interval: ({ low, high }) =>
    low === null || high === null
      ? 'How large the difference really is at most cannot be said.'
      : alike(low, high)
        ? 'With chance in mind that stays the same.'
        : 'With chance in mind the difference can really lie between ' +
          `${pointsOf('en', low)} and ${pointsOf('en', high)}.`,
  chance: (p) => `Of every 100 draws about ${hundredth(p)} gave a difference that is as large.`,
  bounds: ({ low, high }) =>
    alike(low, high)
      ? 'Of some we do not know how it stands. For the difference that changes nothing.'
      : 'Of some we do not know how it stands. ' +
        `If all of that turns out badly, the difference is ${pointsOf('en', low)}. ` +
        `If all of it turns out well, it is ${pointsOf('en', high)}.`,
  chart: 'How many meet the aim, before and after',
  chartText: (first, waiting) => `Those that went first: ${first}. Those that waited: ${waiting}.`,
  went: (before, after) => `from ${before} to ${after}`,
  first: 'Went first',
  waiting: 'Waited',
  before: 'before',
  after: 'after',
  caption: 'Everyone who was meant, reached or not',
  column: {
    group: 'Group',
    meant: 'Meant',
    lots: 'Lots',
    known: 'Known before and after',
    missing: 'Not known',
    before: 'Met it before',
    after: 'Meet it after',
  },
  hidden: 'too few to show',
  of: (count, known) => `${count} of ${known}`,
  reach: 'Who was reached',
  reachLater: 'How many were reached stands here with the outcome.',
  reached: (count, meant) =>
    `Of the ${meant} that went first, ${count} were reached. Of the others that is not certain.`,
  reachedFew: (meant) => `How many of the ${meant} that went first were reached is too few to show.`,
  leaked: (count) =>
    count === 0
      ? 'Of those that waited, nobody was reached too early, as far as we know.'
      : `Of those that waited, ${count} ${count === 1 ? 'was' : 'were'} reached already. ` +
        'That makes the difference smaller.',
  leakedFew: 'Of those that waited, a small number was reached already. That makes the difference smaller.',
  everyone: 'Who was not reached counts in their own group too. Otherwise a campaign looks better than it is.',
  define: 'How we work this out',
  definitions: (test) => [
    'In each group we look how many percent meet the aim, before and after. We take the change of those that waited ' +
      'from the change of those that went first.',
    'If they were split in two before the draw, we do so in each part by itself. A larger part weighs more.',
    test.exact
      ? `We hold that difference against all ${number('en', test.permutations)} draws that could have been.`
      : `We hold that difference against ${number('en', test.permutations)} other draws that could have been.`,
    'If fewer than 5 of 100 draws give a difference that is as large, we call it a difference.',
    ...(test.leastP >= 0.05 ? ['Here were so few lots that no outcome could come below that.'] : []),
    `If of a group it is known of fewer than ${FEWEST_KNOWN} organisations how it stands, we say nothing.`,
    `We do not show a count of 1 to ${FEWEST_TOLD - 1}. Nor do we show what it follows from.`,
    'If the measurement changed on the way, we say nothing of the difference.',
  ],
}
const all: Readonly<Record<Lang, Words>> = { nl, en }
/** What an outcome says in this language. */
export const saysOutcome = (lang: Lang): Words => all[lang]
