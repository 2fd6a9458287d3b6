/** The doors behind “Samen”, as data, in the order of the page. A door stands here once its pages are there. */
import type { Lang } from '../../web/language.ts'

type Door = {
  /** The path of its first page. */
  readonly to: string
  readonly name: Readonly<Record<Lang, string>>
  /** What one finds there, in one sentence. */
  readonly text: Readonly<Record<Lang, string>>
}

export const DOORS: readonly Door[] = [
  {
    to: '/samen/bijeenkomsten',
    name: { nl: 'Agenda met bijeenkomsten', en: 'Events in the city' },
    text: {
      nl: 'Kom naar een seminar, inloop of hackathon. Lees wat eerdere bijeenkomsten leerden.',
      en: 'Come to a seminar, walk-in or hackathon. Read what earlier ones taught.',
    },
  },
  {
    to: '/samen/waarschuwingen',
    name: { nl: 'Waarschuwingen', en: 'Warnings' },
    text: {
      nl: 'Waarschuwingen over digitale gevaren, met één ding om te doen.',
      en: 'Warnings about digital dangers, with one thing to do.',
    },
  },
  {
    to: '/samen/praktijken',
    name: { nl: 'Goede praktijken', en: 'Good practices' },
    text: {
      nl: 'Zo deden organisaties het. U mag het nadoen, en zelf iets delen.',
      en: 'How organisations did it. You may do the same, and share something yourself.',
    },
  },
  {
    to: '/samen/hulp-in-nood',
    name: { nl: 'Hulp in nood', en: 'Help in need' },
    text: {
      nl: 'Organisaties die elkaar helpen bij een storing of een hack.',
      en: 'Organisations that help each other in a failure or a hack.',
    },
  },
  {
    to: '/samen/campagnes',
    name: { nl: 'Campagnes', en: 'Campaigns' },
    text: {
      nl: 'Wat wij samen proberen te verbeteren, en of het hielp.',
      en: 'What we try to improve together, and whether it helped.',
    },
  },
  {
    to: '/samen/oefeningen',
    name: { nl: 'Oefeningen', en: 'Exercises' },
    text: {
      nl: 'Oefen een storing of een lek met uw eigen mensen, op papier.',
      en: 'Practise a failure or a leak with your own people, on paper.',
    },
  },
]
