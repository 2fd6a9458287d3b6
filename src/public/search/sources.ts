/** The kinds of things that can be found, in the order in which they stand beside each other when they fit as well. */
import type { Two } from '../../model/norm.ts'

/** By the name that the database gives them. One more is a line here and a view `wall.sought_<name>`. */
export const SOURCES = {
  page: { nl: 'Op deze site', en: 'On this site' },
  right: { nl: 'Uw rechten', en: 'Your rights' },
  'how-to': { nl: 'Zo doet u het', en: 'How to do it' },
  lesson: { nl: 'Lessen', en: 'Lessons' },
  help: { nl: 'Hulp en cursussen', en: 'Help and courses' },
  practice: { nl: 'Goede praktijken', en: 'Good practices' },
  norm: { nl: 'Normen', en: 'Norms' },
  toets: { nl: 'Besluiten (IT-toetsen)', en: 'Decisions (IT tests)' },
  covenant: { nl: 'Convenanten', en: 'Covenants' },
  pledge: { nl: 'Afspraken', en: 'Agreements' },
  entry: { nl: 'Registers', en: 'Registers' },
  organisation: { nl: 'Organisaties', en: 'Organisations' },
  campaign: { nl: 'Campagnes', en: 'Campaigns' },
  event: { nl: 'Bijeenkomsten', en: 'Events' },
  warning: { nl: 'Waarschuwingen', en: 'Warnings' },
  weakness: { nl: 'Herstelde zwakke plekken', en: 'Mended weaknesses' },
  street: { nl: 'Straten', en: 'Streets' },
  tender: { nl: 'Aanbestedingen', en: 'Tenders' },
} as const satisfies Readonly<Record<string, Two>>
export type SourceName = keyof typeof SOURCES

/** Whether an address asks for one of them. */
export const isSource = (word: string): word is SourceName => Object.hasOwn(SOURCES, word)
