/** What the pages that say how to meet a norm tell, in both languages. */
import type { Effort } from '../../model/norm.ts'
import { counted, type Lang } from '../../web/language.ts'

const nl = {
  all: 'Zo doet u het',
  allLead: 'Bij elke norm staat wat u als eerste doet, en wat iemand moet instellen. Kies waar u mee wilt beginnen.',
  title: (label: string) => `Zo doet u het: ${label}`,
  lead: 'Lees eerst wat u zelf kunt doen. Daaronder staat wat degene instelt die uw techniek beheert.',
  asks: 'Wat de norm vraagt',
  toNorm: 'De norm, met de wet en wie eraan voldoet',
  first: 'Wat u als eerste doet',
  firstText: 'Voor een winkel, praktijk, vereniging of kantoor. U hoeft niets van techniek te weten.',
  advice: 'Dit is advies en telt niet mee.',
  onlyPublic: 'Dit geldt alleen voor overheden.',
  effort: { small: 'Weinig werk', medium: 'Wat meer werk', large: 'Veel werk' } satisfies Record<Effort, string>,
  engineer: 'Wat iemand instelt',
  engineerText: 'Voor wie uw site, e-mail of computers beheert. U kunt deze pagina doorsturen of printen.',
  limits: 'Wat dit niet bewijst',
  learn: 'Leren wat dit betekent',
  buy: 'Koopt u iets in? Vraag dit',
  buyText: 'De gemeente vraagt dit aan leveranciers. U mag de tekst overnemen.',
  proof: 'Zo toont een leverancier het aan',
  count: (steps: number) => counted('nl', steps, 'punt', 'punten'),
  help: 'Komt u er niet uit?',
  helpText: 'Vraag hulp dichtbij, of zoek een cursus.',
  toHelp: 'Hulp en cursussen',
}
const en: typeof nl = {
  all: 'How to do it',
  allLead: 'With each norm stands what you do first, and what somebody has to set. Choose where you want to begin.',
  title: (label) => `How to do it: ${label}`,
  lead: 'First read what you can do yourself. Below stands what is set by whoever keeps your technology.',
  asks: 'What the norm asks',
  toNorm: 'The norm, with the law and who meets it',
  first: 'What you do first',
  firstText: 'For a shop, practice, club or office. You need not know anything of technology.',
  advice: 'This is advice and does not count.',
  onlyPublic: 'This holds for public bodies only.',
  effort: { small: 'Little work', medium: 'Some more work', large: 'Much work' },
  engineer: 'What somebody sets',
  engineerText: 'For who keeps your site, e-mail or computers. You can pass this page on or print it.',
  limits: 'What this does not prove',
  learn: 'Learning what this means',
  buy: 'Do you buy something? Ask this',
  buyText: 'The municipality asks this of suppliers. You may copy the text.',
  proof: 'How a supplier shows it',
  count: (steps) => counted('en', steps, 'point', 'points'),
  help: 'Are you stuck?',
  helpText: 'Ask for help near you, or find a course.',
  toHelp: 'Help and courses',
}
/** The sentences in the language asked for. */
export const saysHow = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
