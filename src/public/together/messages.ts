/** What is told on the page that leads to all that the city shares, in both languages. */
import type { Lang } from '../../web/language.ts'

const nl = {
  title: 'Samen',
  lead: 'Een digitale stad maken wij samen. Hier staat wat wij met elkaar delen.',
  doors: 'Wat u hier vindt',
}
const en: typeof nl = {
  title: 'Together',
  lead: 'We make a digital city together. Here is what we share with each other.',
  doors: 'What you find here',
}

/** The sentences in the language asked for. */
export const says = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
