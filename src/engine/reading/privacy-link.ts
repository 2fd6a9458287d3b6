/** Links to what a site says of personal data: known by their words or address, in Dutch and English. Pure. */
import { asTyped } from '../../lib/words.ts'

/** What is done with somebody's data, between any other words of a short sentence. */
const CARE = '(?:om ?ga\\w*|omgang|gebruik\\w*|bescherm\\w*|bewaren|verwerk\\w*|doen|gaan \\w+ om|veilig\\w*|delen)'
const YOURS = '(?:(?:uw|jouw|je) (?:eigen |persoonlijke )?|persoonlijke )gegevens'

/** The surest first. A page to change one's address ("Uw gegevens wijzigen") is none, nor are `contactgegevens`. */
export const PRIVACY_LINKS: readonly RegExp[] = [
  /privacy[ -]?(verklaring|statement|beleid|policy|reglement)/i,
  /privacy/i,
  /(persoons)?gegevensbescherming|persoonsgegevens|\bavg\b|data[ -]protection|personal data/i,
  new RegExp(`\\b${CARE}(?: \\w+){0,3} ${YOURS}\\b|\\b(?:uw|jouw|je) gegevens(?: \\w+){0,3} ${CARE}\\b`, 'i'),
  /\bgegevens(?:beleid|verwerking)\b|\bverwerking (?:van )?(?:(?:uw|jouw|je|de) )?(?:persoonlijke )?gegevens\b/i,
  /\bgdpr\b|\bdatenschutz|\bdata (?:policy|privacy)\b|\bprivacidad\b|\bconfidentialité\b/i,
  /\bhow we (?:use|handle|protect|process|treat|store)(?: \w+){0,2} (?:data|information)\b/i,
]

/** Characters of words and addresses that are looked at. */
const [TEXT, ADDRESS] = [200, 300]

/** The words of a link as somebody would type them. */
export const linkWords = (text: string): string => asTyped(text.slice(0, TEXT)).replaceAll(/\s+/g, ' ')

/** The part of an address that says what is there, as words; a name of a host says whose it is. Empty if unreadable. */
export function addressWords(href: string): string {
  const url = URL.parse(href)
  return url === null ? '' : `${url.pathname}${url.search}`.slice(0, ADDRESS).replaceAll(/[-_+]|%20/g, ' ')
}

/** What may lead there, and may be somebody's own page as well. */
const MAYBE = /^\W*(?:(?:uw|jouw|je|your) (?:gegevens|data|information)|gegevens)\W*$/i
/** Words of a page that name the statement, where a button may open it. */
const NAMED = /privacy[ -]?(?:verklaring|statement|beleid|policy|reglement|notice)|^\W*privacy\W*$/im

/** Whether a link may lead there: by words that are also those of something else, or by a script. */
export const mayLeadToPrivacy = ({ href, text }: { readonly href: string; readonly text: string }): boolean =>
  MAYBE.test(linkWords(text)) || (/^javascript:/i.test(href) && leadsToPrivacy({ href, text }))
/** Whether the words of a page name a statement. */
export const namesPrivacy = (text: string): boolean => NAMED.test(asTyped(text.slice(0, 20_000)))

/** Whether a link is known to lead there. */
export const leadsToPrivacy = ({ href, text }: { readonly href: string; readonly text: string }): boolean =>
  PRIVACY_LINKS.some((words) => words.test(linkWords(text)) || words.test(addressWords(href)))
