/** What is told where somebody looks for something, in both languages. */
import { number, type Lang } from '../../web/language.ts'

const nl = {
  title: 'Zoeken',
  titleOf: (q: string) => `Zoeken: ${q}`,
  words: 'Waar zoekt u naar?',
  lead: 'Zoek in rechten, hulp, lessen, normen, besluiten, afspraken, registers en meer.',
  found: (count: number) => (count === 1 ? 'Wij vonden één ding.' : `Wij vonden ${number('nl', count)} dingen.`),
  foundSo: (count: number) =>
    count === 1 ? 'Daarbij vonden wij één ding.' : `Daarbij vonden wij ${number('nl', count)} dingen.`,
  more: (most: number) =>
    `Er past meer dan ${number('nl', most)} bij dit woord. Typ er een woord bij, dan vindt u sneller wat u zoekt.`,
  some: 'Niets past bij al uw woorden samen. Dit past bij een deel ervan.',
  none: 'Wij vonden niets dat hierbij past.',
  meant: (q: string) => `Wij vonden niets bij ‘${q}’. Misschien bedoelt u dit:`,
  hints: [
    'Kijk of het woord goed gespeld is.',
    'Typ minder woorden, of een ander woord voor hetzelfde.',
    'Een deel van een woord mag ook: ‘cookie’ vindt ook ‘volgcookies’.',
  ],
  elsewhere: 'Of kijk hier',
  doors: {
    rights: 'Wat u de gemeente kunt vragen',
    help: 'Hulp bij u in de buurt',
    howTo: 'Zo doet u het: aan een norm voldoen',
    report: 'Iets melden dat niet klopt',
  },
  kinds: 'Soorten',
  allKinds: 'Alle soorten',
  all: (name: string, count: number) => `Bekijk alle ${number('nl', count)}: ${name}`,
  pages: 'Pagina’s',
  count: (count: number) => number('nl', count),
  privacy: 'Wij bewaren niet wat u zoekt.',
  howTo: (label: string) => `Zo doet u het: ${label}`,
}
const en: typeof nl = {
  title: 'Search',
  titleOf: (q) => `Search: ${q}`,
  words: 'What are you looking for?',
  lead: 'Search in rights, help, lessons, norms, decisions, agreements, registers and more.',
  found: (count) => (count === 1 ? 'We found one thing.' : `We found ${number('en', count)} things.`),
  foundSo: (count) =>
    count === 1 ? 'For that we found one thing.' : `For that we found ${number('en', count)} things.`,
  more: (most) => `More than ${number('en', most)} things fit this word. Add a word to find sooner what you look for.`,
  some: 'Nothing fits all of your words together. This fits some of them.',
  none: 'We found nothing that fits.',
  meant: (q) => `We found nothing for ‘${q}’. Perhaps you mean this:`,
  hints: [
    'See whether the word is spelled right.',
    'Type fewer words, or another word for the same.',
    'Part of a word will do: ‘cookie’ also finds ‘cookies’. Much on this site is in Dutch only.',
  ],
  elsewhere: 'Or look here',
  doors: {
    rights: 'What you can ask the municipality',
    help: 'Help near you',
    howTo: 'How to do it: meeting a norm',
    report: 'Report that something is not right',
  },
  kinds: 'Kinds',
  allKinds: 'All kinds',
  all: (name, count) => `See all ${number('en', count)}: ${name}`,
  pages: 'Pages',
  count: (count) => number('en', count),
  privacy: 'We do not keep what you search for.',
  howTo: (label) => `How to do it: ${label}`,
}
/** The sentences in the language asked for. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
