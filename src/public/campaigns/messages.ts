/** What is told of campaigns in public, in both languages: the list, the plan, and how one works it out again. */
import type { CampaignSource, CampaignStrata, CampaignUnit, CampaignWay } from '../../vocabulary/campaign.ts'
import { CAMPAIGN_SOURCES, CAMPAIGN_STRATA, CAMPAIGN_UNITS, CAMPAIGN_WAYS } from '../../vocabulary/campaign.ts'
import { counted, day, type Lang } from '../../web/language.ts'
import type { Standing } from './standing.ts'

type Days = { readonly drawOn: string; readonly after: string; readonly by: string; readonly stoppedOn: string | null }

const nl = {
  together: 'Samen',
  title: 'Campagnes',
  lead: 'Met een campagne helpen wij een groep organisaties met één ding. Daarna kijken wij of het hielp.',
  how:
    'Wat wij willen weten, ligt vast voor wij beginnen. Wie eerst gaat, wordt geloot. ' +
    'Wij publiceren de uitkomst altijd, ook als er niets te zien is.',
  found: (count: number) => counted('nl', count, 'campagne', 'campagnes'),
  none: 'Er is nog geen campagne.',
  caption: 'Wat het laatst is vastgelegd, staat bovenaan',
  column: { title: 'Campagne', aim: 'Wat wij willen bereiken', standing: 'Hoe het staat' },
  pagination: 'Pagina’s',
  follow: 'Volg campagnes (Atom)',
  standing: {
    waits: ({ drawOn }) => `Ligt vast. De loting is op ${day('nl', drawOn)}.`,
    draws: ({ drawOn }) => `Ligt vast. De loting kan sinds ${day('nl', drawOn)} worden gedaan.`,
    runs: ({ after }) => `Loopt. Wij meten op ${day('nl', after)} hoe het dan staat.`,
    measured: ({ by }) => `De nameting is geweest. De uitkomst staat hier uiterlijk ${day('nl', by)}.`,
    late: ({ by }) => `De uitkomst is te laat. Zij had hier op ${day('nl', by)} moeten staan.`,
    told: () => 'De uitkomst is bekend.',
    stopped: ({ stoppedOn }) => `Gestopt voor de loting${stoppedOn === null ? '' : `, op ${day('nl', stoppedOn)}`}.`,
  } satisfies Record<Standing, (days: Days) => string>,
  why: 'De reden:',
  number: (number: string) => `Campagne ${number}`,
  plan: 'Wat vooraf vastligt',
  planText: (on: string) => `Dit is vastgelegd op ${day('nl', on)}. Niemand kan het daarna nog wijzigen.`,
  by: 'Door:',
  facts: {
    norm: 'Waarover',
    points: 'Het doel is gehaald bij',
    least: 'Wat telt als bewijs',
    audience: 'Voor wie',
    unit: 'Eén lot is',
    strata: 'Vooraf verdeeld',
    draw: 'Loting',
    source: 'Het openbare getal',
    period: 'De campagne loopt',
    after: 'Nameting',
    ways: 'Hoe wij mensen bereiken',
    meant: 'Hoeveel bedoeld zijn',
    left: 'Niet meegeteld',
    probe: 'Waarmee wij meten',
  },
  everyPoint: 'wie aan al deze punten voldoet',
  least: {
    declared: 'wat een organisatie zelf zegt, of wat sterker is',
    measured: 'wat wij van buiten meten, of wat sterker is',
    documented: 'wat op papier is aangetoond, of wat sterker is',
    witnessed: 'alleen wat een medewerker zelf zag',
  },
  audience: (group: string) => (group === '' ? 'alle organisaties' : `groep ${group}`),
  unit: (unit: CampaignUnit): string => CAMPAIGN_UNITS[unit].nl,
  source: (source: CampaignSource) => `${CAMPAIGN_SOURCES[source].nl}. ${CAMPAIGN_SOURCES[source].reads.nl}`,
  lookUp: (source: CampaignSource, on: string) =>
    `Zoek eerst het openbare getal op: de uitslag van ${CAMPAIGN_SOURCES[source].nl} van ${day('nl', on)}. ` +
    CAMPAIGN_SOURCES[source].reads.nl,
  toSource: (source: CampaignSource) => `Uitslagen van ${CAMPAIGN_SOURCES[source].nl}`,
  strata: (strata: CampaignStrata): string => CAMPAIGN_STRATA[strata].nl,
  way: (way: CampaignWay): string => CAMPAIGN_WAYS[way].nl,
  period: (from: string, until: string) => `van ${day('nl', from)} tot en met ${day('nl', until)}`,
  meant: (count: number, lots: number) =>
    `${counted('nl', count, 'organisatie', 'organisaties')} in ${counted('nl', lots, 'lot', 'loten')}`,
  left: (count: number | null) =>
    `${count === null ? 'een klein aantal organisaties' : counted('nl', count, 'organisatie', 'organisaties')}: ` +
    'over hen wisten wij te weinig, of zij vielen door het lot af',
  probe: (publication: number, version: string, axe: string) =>
    `publicatie ${publication}, Leidraad ${version}${axe === '' ? '' : `, axe ${axe}`}`,
  steps: 'De drie stappen in het materiaal',
  toHow: 'Zo doet u het zelf',
  check: 'Narekenen',
  checkSteps: 'Stap voor stap',
  checkText: 'U kunt zelf nagaan dat wij niets hebben gewijzigd en eerlijk hebben geloot.',
  checks: [
    'Download het plan. Neem er het controlegetal (SHA-256) van. Dat moet gelijk zijn aan het controlegetal hierboven.',
    'Schrijf het openbare getal van laag naar hoog, met een spatie ertussen. ' +
      'Zet achter het controlegetal een dubbele punt en dat getal. Neem daarvan weer SHA-256: dat is het zaad.',
    'Zet achter het zaad een dubbele punt en de naam van een lot. Neem daarvan SHA-256, voor elk lot.',
    'Zet de loten in die volgorde. De eerste helft gaat eerst. Is het aantal oneven, dan wacht er één meer.',
  ],
  checkStrata: 'Zijn de loten vooraf verdeeld, dan geldt dit binnen elk deel.',
  hash: 'Controlegetal van het plan (SHA-256)',
  value: 'Het openbare getal',
  seed: 'Het zaad',
  drawn: (on: string) => `geloot op ${day('nl', on)}`,
  planFile: 'Het plan als bestand (JSON)',
  firsts: (count: number) => `Welke ${counted('nl', count, 'lot', 'loten')} eerst gaan`,
  nobody: 'Namen van organisaties staan hier niet. Of iemand eerst gaat, zegt niets over wie het is: het is geloot.',
  unknown: 'Deze campagne is hier niet',
  unknownText: 'Er is geen vastgelegde campagne met dit nummer.',
  onNorm: 'Campagnes voor deze norm',
  toList: 'Alle campagnes',
  csv: 'Campagnes sinds zij vastliggen, met hun uitkomst, ook als er niets te zien is.',
}
type Words = typeof nl
const en: Words = {
  together: 'Together',
  title: 'Campaigns',
  lead: 'With a campaign we help a group of organisations with one thing. Afterwards we look whether it helped.',
  how:
    'What we want to know is fixed before we begin. Who goes first is drawn. ' +
    'We always publish the outcome, also when there is nothing to see.',
  found: (count) => counted('en', count, 'campaign', 'campaigns'),
  none: 'There is no campaign yet.',
  caption: 'What was fixed last stands on top',
  column: { title: 'Campaign', aim: 'What we want to reach', standing: 'How it stands' },
  pagination: 'Pages',
  follow: 'Follow campaigns (Atom)',
  standing: {
    waits: ({ drawOn }) => `Is fixed. The draw is on ${day('en', drawOn)}.`,
    draws: ({ drawOn }) => `Is fixed. The draw can be done since ${day('en', drawOn)}.`,
    runs: ({ after }) => `Runs. On ${day('en', after)} we measure how it stands then.`,
    measured: ({ by }) => `The last measurement is done. The outcome is here by ${day('en', by)}.`,
    late: ({ by }) => `The outcome is late. It should have been here on ${day('en', by)}.`,
    told: () => 'The outcome is known.',
    stopped: ({ stoppedOn }) => `Stopped before the draw${stoppedOn === null ? '' : `, on ${day('en', stoppedOn)}`}.`,
  },
  why: 'The reason:',
  number: (number) => `Campaign ${number}`,
  plan: 'What is fixed beforehand',
  planText: (on) => `This was fixed on ${day('en', on)}. Nobody can change it afterwards.`,
  by: 'By:',
  facts: {
    norm: 'About what',
    points: 'The aim is reached by',
    least: 'What counts as proof',
    audience: 'For whom',
    unit: 'One lot is',
    strata: 'Split beforehand',
    draw: 'Draw',
    source: 'The public number',
    period: 'The campaign runs',
    after: 'Last measurement',
    ways: 'How we reach people',
    meant: 'How many are meant',
    left: 'Not counted',
    probe: 'With what we measure',
  },
  everyPoint: 'who meets all of these',
  least: {
    declared: 'what an organisation says itself, or what is stronger',
    measured: 'what we measure from outside, or what is stronger',
    documented: 'what was shown on paper, or what is stronger',
    witnessed: 'only what somebody of us saw',
  },
  audience: (group) => (group === '' ? 'all organisations' : `group ${group}`),
  unit: (unit) => CAMPAIGN_UNITS[unit].en,
  source: (source) => `${CAMPAIGN_SOURCES[source].en}. ${CAMPAIGN_SOURCES[source].reads.en}`,
  lookUp: (source, on) =>
    `First look up the public number: the outcome of ${CAMPAIGN_SOURCES[source].en}, of ${day('en', on)}. ` +
    CAMPAIGN_SOURCES[source].reads.en,
  toSource: (source) => `Outcomes of ${CAMPAIGN_SOURCES[source].en}`,
  strata: (strata) => CAMPAIGN_STRATA[strata].en,
  way: (way) => CAMPAIGN_WAYS[way].en,
  period: (from, until) => `from ${day('en', from)} until ${day('en', until)}`,
  meant: (count, lots) =>
    `${counted('en', count, 'organisation', 'organisations')} in ${counted('en', lots, 'lot', 'lots')}`,
  left: (count) =>
    `${count === null ? 'a small number of organisations' : counted('en', count, 'organisation', 'organisations')}: ` +
    'of these we knew too little, or they were left out by lot',
  probe: (publication, version, axe) =>
    `publication ${publication}, Leidraad ${version}${axe === '' ? '' : `, axe ${axe}`}`,
  steps: 'The three steps in the material',
  toHow: 'How to do it yourself',
  check: 'Work it out again',
  checkSteps: 'Step by step',
  checkText: 'You can check yourself that we changed nothing and drew fairly.',
  checks: [
    'Download the plan. Take its hash (SHA-256). It has to be the same as the hash above.',
    'Write the public number from low to high, with a space between. ' +
      'Put a colon and that number behind the hash. Take SHA-256 of it again: that is the seed.',
    'Put a colon and the name of a lot behind the seed. Take SHA-256 of it, for each lot.',
    'Put the lots in that order. The first half goes first. If the number is odd, one more waits.',
  ],
  checkStrata: 'If the lots were split beforehand, this holds within each part.',
  hash: 'Hash of the plan (SHA-256)',
  value: 'The public number',
  seed: 'The seed',
  drawn: (on) => `drawn on ${day('en', on)}`,
  planFile: 'The plan as a file (JSON)',
  firsts: (count) => `Which ${counted('en', count, 'lot goes', 'lots go')} first`,
  nobody: 'Organisations are not named here. Who goes first says nothing of who it is: it was drawn.',
  unknown: 'This campaign is not here',
  unknownText: 'No campaign with this number was fixed.',
  onNorm: 'Campaigns for this norm',
  toList: 'All campaigns',
  csv: 'Campaigns since they are fixed, with their outcome, also when there is nothing to see.',
}
const all: Readonly<Record<Lang, Words>> = { nl, en }
/** What the pages say in this language. */
export const says = (lang: Lang): Words => all[lang]
