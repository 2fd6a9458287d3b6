/** Why a part of a site was not seen whole, in words, in both languages. */
import type { Lang } from '../../web/language.ts'

const nl = {
  loading: 'de pagina was nog niet klaar met laden',
  busy: 'de pagina wachtte nog op bestanden of bleef ze ophalen',
  stopped: 'een script hield de pagina vast',
  dialogs: 'de pagina bleef vensters openen',
  cut: 'de pagina was groter dan wij kunnen bekijken',
  shut: 'de pagina vroeg te veel bestanden op',
  frames: 'een deel van de pagina liet zich niet lezen',
  'in-the-way': 'er stond iets voor de pagina, zoals een controle of een melding',
  'unclear-request': 'wij konden niet zien of een ander bedrijf een bericht van de pagina echt kreeg',
  'page-unseen': 'een pagina van de site kwam niet op ons scherm',
  'no-answer': 'een vraag over de domeinnaam bleef zonder antwoord',
  blank: 'de pagina toont niets',
  unanswered: 'de computer van de site gaf niet op alles antwoord',
  'too-many': 'de computer van de site bood meer aan dan wij konden nagaan',
  worker: 'een ander bedrijf wilde een programma in de browser achterlaten',
  'shared-worker': 'op de site werkt een programma waarin wij niet kunnen kijken',
  'loose-fields': 'op de pagina staan losse invulvelden, en wij weten niet waarvoor die zijn',
  unopened: 'een deel van de pagina opent pas met een knop, en die gebruiken wij niet',
  withheld: 'de pagina toont de inhoud pas na een keuze, bijvoorbeeld over cookies',
}

const en: typeof nl = {
  loading: 'the page had not finished loading',
  busy: 'the page was still waiting for files or kept fetching them',
  stopped: 'a script held the page',
  dialogs: 'the page kept opening dialogs',
  cut: 'the page was larger than we can look at',
  shut: 'the page asked for too many files',
  frames: 'part of the page could not be read',
  'in-the-way': 'something stood before the page, such as a check or a notice',
  'unclear-request': 'we could not see whether another company really received a message of the page',
  'page-unseen': 'a page of the site did not reach our screen',
  'no-answer': 'a question about the domain name got no answer',
  blank: 'the page shows nothing',
  unanswered: 'a server did not answer all our questions',
  'too-many': 'a server offered more than we could look at',
  worker: 'another company wanted to leave a program in the browser',
  'shared-worker': 'a program works on the site that we cannot look into',
  'loose-fields': 'fields stand by themselves on the page, and we do not know what they are for',
  unopened: 'part of the page opens with a button only, and we do not press it',
  withheld: 'the page shows its content only after a choice, for example about cookies',
}

/** Per reason a part of a sentence, in a language. */
export const halfSeenSays = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
