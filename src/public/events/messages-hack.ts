/** What is told of hack events in public, in both languages. */
import { HACK_RULES_VERSION } from '../../vocabulary/hack.ts'
import { counted, day, type Lang } from '../../web/language.ts'

const nl = {
  rules: 'Regels voor een hackevenement',
  rulesLead: 'Mensen zoeken samen zwakke plekken, zodat wij die kunnen herstellen. Dat kan alleen met regels.',
  version: `Dit zijn de regels, versie ${HACK_RULES_VERSION}. Wie meedoet, houdt zich eraan.`,
  parts: {
    may: 'Wat mag',
    never: 'Wat nooit mag',
    report: 'Zo meldt u wat u vindt',
    promise: 'Wat wij beloven',
  },
  toRules: 'De regels voor wie meedoet',
  events: 'Bekijk de hackevenementen',
  report: 'Meld een zwakke plek',
  title: 'Waarin mag worden gezocht',
  noScope: 'De lijst met systemen staat hier pas als elke leverancier antwoordde, en er een ja bij is.',
  none: 'Er mag nu nergens worden gezocht.',
  scope: 'Alleen in deze systemen, en alleen in de tijd die erbij staat. Van elk gaf de leverancier toestemming.',
  column: { name: 'Systeem', supplier: 'Leverancier', when: 'Wanneer', limits: 'Niet bij dit systeem' },
  noLimits: 'wat de regels verbieden',
  when: (opensOn: string, opens: string, closesOn: string, closes: string) =>
    opensOn === closesOn
      ? `${day('nl', opensOn)}, ${opens.replace(':', '.')} tot ${closes.replace(':', '.')} uur`
      : `${day('nl', opensOn)} ${opens.replace(':', '.')} tot ${day('nl', closesOn)} ${closes.replace(':', '.')} uur`,
  forbidden: 'Bij dit evenement is ook verboden',
  stop: (phone: string) => `Stoptelefoon: ${phone}. Gaat er iets mis? Bel meteen en stop.`,
  outcome: 'Wat er is gevonden',
  found: (count: number) =>
    count === 0
      ? 'Er is niets gemeld.'
      : `${counted('nl', count, 'zwakke plek', 'zwakke plekken')} ${count === 1 ? 'is' : 'zijn'} gemeld.`,
  mended: (mended: number, retested: number) =>
    `Hersteld: ${mended}. Daarna nagekeken: ${retested}. Wij kijken na 30, 60 en 90 dagen.`,
  quiet: 'Wat het was, staat hier niet. Na herstel schrijven wij op wat iedereen ervan kan leren.',
  learned: 'Wat iedereen hiervan kan leren',
  thanks: 'Met dank aan',
  unnamed: 'En aan iedereen die niet met een naam op de site wil.',
}
const en: typeof nl = {
  rules: 'Rules for a hack event',
  rulesLead: 'People look for weaknesses together, so that we can mend them. That needs rules.',
  version: `These are the rules, version ${HACK_RULES_VERSION}. Whoever takes part keeps them.`,
  parts: {
    may: 'What is allowed',
    never: 'What is never allowed',
    report: 'How you report what you find',
    promise: 'What we promise',
  },
  toRules: 'The rules for who takes part',
  events: 'See the hack events',
  report: 'Report a weakness',
  title: 'Where people may look',
  noScope: 'The list of systems stands here once every supplier has answered, and one said yes.',
  none: 'Nobody may look anywhere now.',
  scope: 'Only in these systems, and only in the time that stands with each. Of each the supplier agreed.',
  column: { name: 'System', supplier: 'Supplier', when: 'When', limits: 'Not in this system' },
  noLimits: 'what the rules forbid',
  when: (opensOn, opens, closesOn, closes) =>
    opensOn === closesOn
      ? `${day('en', opensOn)}, ${opens} until ${closes}`
      : `${day('en', opensOn)} ${opens} until ${day('en', closesOn)} ${closes}`,
  forbidden: 'At this event is also forbidden',
  stop: (phone) => `Stop phone: ${phone}. Does something go wrong? Phone at once and stop.`,
  outcome: 'What was found',
  found: (count) =>
    count === 0 ? 'Nothing was reported.' : `${counted('en', count, 'weakness was', 'weaknesses were')} reported.`,
  mended: (mended, retested) =>
    `Mended: ${mended}. Looked at again after that: ${retested}. We look after 30, 60 and 90 days.`,
  quiet: 'What it was does not stand here. After the repair we write down what everybody can learn of it.',
  learned: 'What everybody can learn of it',
  thanks: 'With thanks to',
  unnamed: 'And to everybody who does not want to be named here.',
}

/** The sentences in the language asked for. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
