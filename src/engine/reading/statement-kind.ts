/** What a page is that was found behind a link about accessibility: a statement, or something that looks like one. */
import type { Statement } from '../../model/evidence.ts'
import { LETTER } from './statement-facts.ts'
import { entryOf, names } from './register.ts'

export type StatementKind = 'statement' | 'not-there' | 'of-something-else' | 'no-statement'

/** Characters that are read of a page. */
const READ = 20_000
const anyOf = (signs: readonly RegExp[], flags = 'i') => new RegExp(signs.map(({ source }) => source).join('|'), flags)

/** It calls itself a statement. */
const ITSELF = anyOf([
  /toegankelijkheids\s?verklaring|nalevingsstatus/,
  /verklaring (?:over|van|inzake) (?:de )?(?:digitale )?toegankelijkheid/,
  /accessibility statement|statement (?:on|of|about) (?:web |digital )?accessibility/,
])
const STANDARD = anyOf([
  /EN[ -]?301[ -]?549|\bWCAG\b|digitale toegankelijkheid|digital accessibility/,
  /toegankelijkheid van (?:deze|onze|de) (?:web)?site|accessibility of (?:this|our|the) (?:web)?site/,
])
/** It says how far the site complies. */
const CLAIM = anyOf([
  /voldoet (?:nog |op dit moment |momenteel )?(?:volledig|gedeeltelijk|deels|grotendeels|niet|aan)\b/,
  /eerste maatregelen/,
  /(?:fully|partially|partly|not|non)[ -](?:conform|compli)|(?:conforms|complies) with/,
])
const STATUS = new RegExp(`(?:[Ss]tatus|STATUS):? ["“']?${LETTER}`, 'u')
/** Ways into a building, which are called the same. */
const BUILDING = anyOf([
  /rolstoel|ringleiding|invalide|gehandicapten(?:toilet|parkeer)|mindervalide|\blift(?:en)?\b|drempel|hellingbaan/,
  /geleidelijn|hulphond|wheelchair|hearing loop|step-?free|accessible (?:toilet|parking)|\bramps?\b/,
])
/** What tells about accessibility and states nothing of this site: by its address, or by how it begins. */
const ARTICLE_ADDRESS =
  /\/(?:blogs?|nieuws(?:brief|bericht(?:en)?)?|news|artikel(?:en)?|actueel|agenda|evenementen|events?)(?:[/?#]|$)/i
const ARTICLE = anyOf([
  /^[^.]{0,200}(?:\bblog\b|nieuwsbericht|geplaatst (?:op|door)|gepubliceerd door|leestijd|posted (?:on|by))/,
  /^[^.]{0,200}\bmin(?:uten|utes)? (?:leestijd|read)/,
])
const PRODUCT = anyOf([
  /\bVPAT\b|voluntary product accessibility|accessibility conformance report/,
  /(?:verklaring|statement) (?:van|over|voor|of|for|about) (?:het |ons |the |our |de )?(?:product|software|pakket)/,
  /(?:verklaring|statement) (?:van|over|voor|of|for|about) (?:onze |the |our |de )?(?:module|leverancier|supplier)/,
])
/** The words of a page that is not there, or that says there is no statement. */
const NOT_THERE = anyOf([
  /(?:pagina|verklaring|inschrijving) (?:is |was |kan |kon )?(?:helaas |nog )?niet (?:worden )?gevonden/,
  /(?:page|statement|entry) (?:is |was |could )?(?:not|no longer) (?:be )?(?:found|available)/,
  /(?:pagina|verklaring) is (?:helaas |nog )?niet beschikbaar|page does(?: no|n.)t exist/,
  /(?:pagina|verklaring) die u (?:zoekt|zocht|opvroeg) (?:is|kan|kon) niet (?:worden )?gevonden/,
  /(?:we|wij) (?:kunnen|konden) (?:de|deze|die) pagina (?:die u zoekt )?(?:helaas )?niet vinden/,
  /page (?:that )?you (?:requested|(?:are|were) looking for) (?:is|was|could|can) ?not (?:be )?found/,
  /page (?:could|can) ?not be found|(?:could|can) ?(?:not|n.t|.t) find (?:the|this|that) page/,
  /pagina bestaat niet|niet meer beschikbaar|^(?:fout |error )?404\b/,
  /(?:er is|hebben|heeft|is) (?:nog |momenteel )?geen (?:toegankelijkheids)?verklaring/,
])
/** What it says to be about, as an address. */
const SCOPE = new RegExp(
  '(?:geldt (?:alleen )?voor|van toepassing op|heeft betrekking op|betreft|applies to|(?:web)?site:|domein(?:naam)?:|' +
    'verklaring (?:van|voor)|statement (?:of|for)|status toegankelijkheid|url:)\\s[^.\\n]{0,40}?' +
    '(?<![@\\w.-])(?:https?://)?(?:[a-z\\d-]{1,63}\\.){1,6}[a-z]{2,24}(?![\\w@])',
  'i',
)

/**
 * Which of them it is. A page of the register is a statement, also when it says little; elsewhere the words of links
 * count for nothing, because they stand in the menu of every page.
 */
export function kindOf(page: Statement, address: string): StatementKind {
  const text = withoutLinks(page)
  if (text.length < 3_000 && NOT_THERE.test(text.slice(0, 600))) return 'not-there'
  const ours = names(page.text.slice(0, READ), address)
  if (entryOf(page.url) !== undefined) return ours ? 'statement' : 'of-something-else'
  if (ARTICLE_ADDRESS.test(page.url) || ARTICLE.test(text)) return 'no-statement'
  const [itself, standard] = [ITSELF, STANDARD].map((sign) => sign.test(text))
  const claim = CLAIM.test(text) || STATUS.test(text)
  const isOne = BUILDING.test(text) ? itself && (standard || claim) : itself || (standard && claim)
  if (!isOne) return 'no-statement'
  return !ours && (PRODUCT.test(text) || SCOPE.test(text)) ? 'of-something-else' : 'statement'
}

/** The text without the words of each link, once: whole words, where they stand last, since a heading comes first. */
function withoutLinks({ text, links }: Statement): string {
  let left = text.slice(0, READ)
  // The longest first: a short one may stand within it.
  for (const said of links.map((link) => link.text.trim()).toSorted((a, b) => b.length - a.length)) {
    const at = said === '' ? -1 : lastWholeWords(left, said)
    if (at >= 0) left = `${left.slice(0, at)} ${left.slice(at + said.length)}`
  }
  return left.trim()
}

/** Where these words stand last by themselves, or -1. Looks at twenty places at most. */
function lastWholeWords(text: string, words: string): number {
  const isLetter = (at: number) => /[\p{L}\d]/u.test(text[at] ?? '')
  let at = text.lastIndexOf(words)
  for (let places = 0; at >= 0 && places < 20; places += 1) {
    if (!isLetter(at - 1) && !isLetter(at + words.length)) return at
    at = at === 0 ? -1 : text.lastIndexOf(words, at - 1)
  }
  return -1
}
