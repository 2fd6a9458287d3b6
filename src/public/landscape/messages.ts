/** What the pages of the digital landscape say, in both languages. */
import { counted, day, number, percent, points, type Lang } from '../../web/language.ts'
import { CLUSTER_NAMES, CLUSTER_NAMES_ENGLISH, LEAST } from '../../vocabulary/group.ts'

type Told = { readonly no: number; readonly at: Date }

const nl = {
  title: 'Het digitale landschap',
  lead: 'Hoe staan groepen organisaties en straten ervoor, per thema?',
  how: `Een score is de middelste van een groep. Wij tonen alleen cijfers van ${LEAST} organisaties of meer.`,
  rounded: 'Scores gaan per vijf punten en aantallen per vijf. Zo is niemand eruit te herleiden.',
  why: 'Wij zeggen niet wie in welke groep zit, tenzij een organisatie dat goedvindt.',
  beside: (now: Told, before: Told) =>
    `De stip is publicatie ${now.no} van ${day('nl', now.at)}. ` +
    `Het streepje is publicatie ${before.no} van ${day('nl', before.at)}.`,
  otherNorms: 'De normen zijn intussen veranderd. Een deel van het verschil kan daardoor komen.',
  alone: 'Er is nog geen eerdere publicatie om mee te vergelijken.',
  cluster: (name: string) => `Groep ${CLUSTER_NAMES[name] ?? name}`,
  clusters: 'Organisaties die op elkaar lijken',
  streets: 'Straten',
  none: 'Van geen groep zijn er genoeg organisaties gemeten voor een score.',
  noStreets: `Geen straat heeft ${LEAST} organisaties of meer. Daarom staan hier geen cijfers.`,
  left: (count: number) => `${counted('nl', count, 'straat', 'straten')} zonder cijfers`,
  score: (now: number) => `${points('nl', now)} van 100`,
  scoreBeside: (now: number, then: number) => `${points('nl', now)} van 100, eerder ${points('nl', then)}`,
  tooFew: 'te weinig organisaties',
  table: 'Alle cijfers',
  group: 'Groep',
  street: 'Straat',
  count: 'Organisaties',
  atLeast: (count: number) => `minstens ${number('nl', count)}`,
  fewer: `minder dan ${LEAST}, of niet te tonen`,
  named: 'Organisaties die hun naam laten noemen',
  namedText: 'Zij vonden het goed dat hun naam hier staat.',
  nobodyNamed: 'Nog geen organisatie koos ervoor om hier genoemd te worden.',
  map: 'Straten op de kaart',
  mapText: 'Een straat staat op de kaart als zij op de achtergrond getekend is.',
  withFigures: 'straat met cijfers',
  withoutFigures: 'straat zonder cijfers',
  toMap: 'Bekijk de straten op de kaart',
  toList: 'Terug naar het landschap',
  spearpoints: 'Waar groepen mee beginnen',
  noSpearpoints: 'Voor deze groep is nog geen speerpunt gekozen.',
  firstStep: 'De eerste stap',
  chosen: (by: string, on: string) => `Gekozen op ${day('nl', on)} door de ${by} van de gemeente.`,
  missed: (share: number) => `Toen miste ongeveer ${percent('nl', share)} van de groep dit.`,
  ended: (on: string) => `Geëindigd op ${day('nl', on)}:`,
  endedTitle: 'Eerdere speerpunten',
  norm: 'Lees de norm',
  groupLead: (count: number | null) =>
    count === null
      ? `Van deze groep tonen wij geen cijfers: er zijn er minder dan ${LEAST}, of een score zou hen verraden.`
      : `Deze groep telt minstens ${counted('nl', count, 'organisatie', 'organisaties')}.`,
  scores: 'Scores per thema',
  theme: 'Thema',
  scoreIn: (told: Told) => `Score in publicatie ${told.no}, ${day('nl', told.at)}`,
  file: 'Groepen en straten met per thema de middelste score, van tien organisaties of meer.',
  spearpointFile: 'Speerpunten van groepen: de norm, de reden, wanneer gekozen en wanneer geëindigd.',
}

const en: typeof nl = {
  title: 'The digital landscape',
  lead: 'How do groups of organisations and streets stand, theme by theme?',
  how: `A score is the middle one of a group. We only show figures of ${LEAST} organisations or more.`,
  rounded: 'Scores go by five points and counts by fives. So nobody can be told from them.',
  why: 'We do not say who is in which group, unless an organisation agrees.',
  beside: (now: Told, before: Told) =>
    `The dot is publication ${now.no} of ${day('en', now.at)}. ` +
    `The notch is publication ${before.no} of ${day('en', before.at)}.`,
  otherNorms: 'The norms have changed since. Part of the difference may come from that.',
  alone: 'There is no earlier publication to compare with yet.',
  cluster: (name: string) => `Group ${CLUSTER_NAMES_ENGLISH[name] ?? name}`,
  clusters: 'Organisations that are alike',
  streets: 'Streets',
  none: 'Of no group enough organisations were measured for a figure.',
  noStreets: `No street has ${LEAST} organisations or more. That is why there are no figures here.`,
  left: (count: number) => `${counted('en', count, 'street', 'streets')} without figures`,
  score: (now: number) => `${points('en', now)} out of 100`,
  scoreBeside: (now: number, then: number) => `${points('en', now)} out of 100, before ${points('en', then)}`,
  tooFew: 'too few organisations',
  table: 'All figures',
  group: 'Group',
  street: 'Street',
  count: 'Organisations',
  atLeast: (count: number) => `at least ${number('en', count)}`,
  fewer: `fewer than ${LEAST}, or not to be shown`,
  named: 'Organisations that let their name be told',
  namedText: 'They agreed that their name stands here.',
  nobodyNamed: 'No organisation has chosen to be named here yet.',
  map: 'Streets on the map',
  mapText: 'A street is on the map when it is drawn on the background.',
  withFigures: 'street with figures',
  withoutFigures: 'street without figures',
  toMap: 'See the streets on the map',
  toList: 'Back to the landscape',
  spearpoints: 'What groups begin with',
  noSpearpoints: 'No spearpoint has been chosen for this group yet.',
  firstStep: 'The first step',
  chosen: (by: string, on: string) => `Chosen on ${day('en', on)} by the ${by} of the municipality.`,
  missed: (share: number) => `At that time about ${percent('en', share)} of the group missed this.`,
  ended: (on: string) => `Ended on ${day('en', on)}:`,
  endedTitle: 'Earlier spearpoints',
  norm: 'Read the norm',
  groupLead: (count: number | null) =>
    count === null
      ? `Of this group we show no figures: there are fewer than ${LEAST}, or a figure would give them away.`
      : `This group has at least ${counted('en', count, 'organisation', 'organisations')}.`,
  scores: 'Scores by theme',
  theme: 'Theme',
  scoreIn: (told: Told) => `Score in publication ${told.no}, ${day('en', told.at)}`,
  file: 'Groups and streets with the middle score for each theme, of ten organisations or more.',
  spearpointFile: 'Spearpoints of groups: the norm, the reason, when chosen and when ended.',
}

/** The sentences in a language. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
