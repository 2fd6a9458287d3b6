/**
 * Whether what lies over a page asks for consent to cookies, and not something else that mentions them: how old
 * somebody is, what is agreed to with a shop, whether messages may come. What is no such question is never pressed.
 */
import type { ConsentBox, ConsentControl } from '../../model/evidence-consent.ts'
import { boxKind } from './consent-words.ts'

type Words = Pick<ConsentControl, 'kind' | 'text'>
const any = (...words: readonly string[]) => new RegExp(words.join('|'), 'i')

/** On a button, that it is about cookies itself. */
const NAMES = any(
  'cookie|koekje|tracking|\\btrackers?\\b|noodzakelijk|functione(?:el|le)|essenti(?:eel|(?:ë|e)le|al)|necessary',
)
const COOKIES = any('cookies?\\b(?!-)|koekjes?\\b|tracking\\b(?!-)|\\btrackers?\\b|volgtechniek')
/** What cookies are for, where a sentence that asks consent does not name them. */
const FOLLOWING = any(
  'partners|apparaat|\\bdevice|advertenti|advertis|marketing|statistie|analytics|persoonsgegevens|personal data',
  'surfgedrag|profiel|\\bvolgen\\b',
)
/** Asks to look at how a site is used, in whatever words. */
const MEASURING = any(
  '\\b(?:mogen|mag|kunnen) (?:wij|we|ik)\\b.*(?:bijhoud|meten|volgen|tellen|analyseren|onderzoeken|zien|kijken|leren)',
  '\\b(?:goed|ok[eé]|akkoord)\\b.*\\b(?:wij|we)\\b.*(?:bijhoud|meten|volgen|tellen|analyseren)',
  '\\b(?:wij|we) (?:willen|zouden)\\b.*(?:bijhoud|meten|volgen|tellen|analyseren)',
  '\\b(?:may|can) we\\b.*(?:track|measure|count|analyse|analyze|record|see)',
)
const THIS_SITE = any(
  '\\b(?:our|this|these) pages?\\b',
  "\\b(?:web)?(?:site|shop|winkel|pagina(?:’s|'s)?)s?\\b",
  '\\b(?:uw|je|jouw) bezoek(?! aan)',
  '\\byour visit(?! to)',
)
/** What visitors think of it, which they are asked with the same words. */
const OPINION = any('nuttig|behulpzaam|tevreden|duidelijk|\\bhelpful|\\buseful')
const CONSENT = any('(?<!geen )\\b(?:toestemming|consent|akkoord)')
/** What is done with cookies, or asked of them. */
const DOES = any(
  'plaats|gebruik|\\bzet(?:ten)?\\b|bewa(?:ar|ren)|opsl|slaan|\\bmet(?:en)?\\b.*\\bwij\\b|bijhoud|volgen|onthoud',
  'help|nodig|verbeter|bevat|toestemming|akkoord|accept|toesta|aanvaard|instem|weiger|keuze|voorkeur',
  'vind(?:t|en)?\\b.*\\bgoed|\\b(?:use|uses|using|place|store|set|consent|agree|allow|reject|choices?)\\b',
)
/** Only what needs no consent, or nothing at all, unless somebody agrees. */
const NEEDS_NONE = any(
  '\\b(?:alleen|enkel|uitsluitend|slechts|only)\\b.*(?:noodzakelijk|functione|technisch|necessary|essential)',
  '\\b(?:geen|no)\\b[^,;]{0,30}(?:cookies?|tracking)\\b',
)
const UNLESS = any(
  '\\b(?:tenzij|ook|mits|totdat|zonder|unless|until|without|if you)\\b',
  '(?<!geen )toestemming|akkoord|consent',
)
const READ_ON = '(?<!\\b(?:lees|zie|bekijk|read|see)\\b[^.?!]{0,40})'
const AGE = any(
  '\\b(?:1[5-9]|2[01]) ?(?:jaar|\\+|years)|jaar of ouder|leeftijd|\\bage\\b|alcohol|minderjarig',
  '\\b(?:jonger|ouder) dan\\b',
)
/** What somebody else may ask with the same buttons. */
const ELSE = any(
  'zorg(?:professional|verlen)',
  `${READ_ON}(?:\\b(?:[a-z]+s)?voorwaarden|disclaimer|reglement|\\bterms\\b)|huisregels|\\bregels voor|overeenkomst`,
  'push|\\bmeldingen|notificatie|notifications?\\b|nieuwsbrief|newsletter',
  '\\bfoto|\\b(?:uw|je|jouw|your) locati(?:e|on)',
  'enqu[eê]te|vragenlijst|\\bsurvey|\\bmee(?:doen| te doen)|deelnemen|\\bonderzoek naar|\\b(?:deze|live) ?chat',
  '\\bchat(?:ten)? met|\\b(?:kan|kunnen|mag) (?:ik|we|wij) (?:u |je |jou )?(?:ergens mee )?(?:helpen|van dienst)',
  'can (?:i|we) help|inschrijv|lid worden',
)
/** Says whose consent counts, and does not ask how old somebody is. */
const PARENTS = any('(?:ouders\\b|voogd|parents|guardian).*(?:toestemming|consent)')
/** Cookies that are eaten, or sold. */
const FOOD = /€|\beuro\b|recept|\bdeeg|roomboter|chocola|\bbakken\b|gebak|\bsma(?:ak|ken)|proef|butter|baked/i
/** An answer that says only yes or no, so that it answers what is asked last. */
const YES_NO = /^(?:ja|nee|yes|no|ok|oké|oke|graag|prima)\b/i
/** Asks about what was said before it, or offers more to read. */
const OF_THAT = /\b(?:dat|dit|ermee|hiermee|akkoord|privacy|that|this|fine)\b|^ ?meer \w+/i

/** Its sentences without the words of buttons that do not name cookies; a mark of asking stays at its end. */
function sentencesOf(text: string, controls: readonly Words[]): readonly string[] {
  let said = text.replace(/\s+/g, ' ').slice(0, 2_000)
  for (const { text: words } of controls.slice(0, 40)) {
    const at = words === '' || COOKIES.test(words) ? -1 : said.lastIndexOf(words)
    if (at >= 0) said = `${said.slice(0, at)}. ${said.slice(at + words.length)}`
  }
  return said.match(/[^.!?\n]+[.!?\n]?/g) ?? []
}

const asksOf = (sentence: string): boolean => {
  if (FOOD.test(sentence) || (NEEDS_NONE.test(sentence) && !UNLESS.test(sentence))) return false
  if (COOKIES.test(sentence)) return DOES.test(sentence)
  return (FOLLOWING.test(sentence) && CONSENT.test(sentence)) || asksToMeasure(sentence)
}

const asksToMeasure = (sentence: string): boolean =>
  MEASURING.test(sentence) && THIS_SITE.test(sentence) && !OPINION.test(sentence)

/**
 * Whether a text with these controls and boxes asks for consent. Where no button and no box says so itself, a
 * sentence has to speak of placing or using cookies, nothing of it may ask for something else, and a bare yes or no
 * has to answer a question about them. False is the safe side: nothing is pressed then.
 */
export function isConsentQuestion(
  text: string,
  controls: readonly Words[],
  boxes: readonly Pick<ConsentBox, 'label'>[],
): boolean {
  const answers = controls.filter(({ kind }) => kind === 'accept' || kind === 'reject')
  const chooses = controls.filter(({ kind }) => kind === 'save' || (kind === 'settings' && answers.length === 0))
  if ([...answers, ...chooses].some((control) => NAMES.test(control.text))) return true
  if (boxes.some(({ label }) => boxKind(label) !== 'unclear')) return true
  const sentences = sentencesOf(text, controls)
  const parents = sentences.some((sentence) => PARENTS.test(sentence))
  if (sentences.some((sentence) => ELSE.test(sentence) || (!parents && AGE.test(sentence)))) return false
  if (!sentences.some(asksOf)) return false
  const asked = sentences.filter((sentence) => sentence.endsWith('?'))
  const bare = answers.length > 0 && answers.every((control) => YES_NO.test(control.text))
  return (
    !bare ||
    asked.length === 0 ||
    asked.some((one) => COOKIES.test(one) || FOLLOWING.test(one) || OF_THAT.test(one) || asksToMeasure(one))
  )
}
