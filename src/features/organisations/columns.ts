/** The columns of a file of organisations, and the words that stand in its cells. Data. */
import type { Columns } from '../../lib/csv.ts'
import type { Size } from '../../model/subject.ts'

export type Column = 'slug' | 'name' | 'kind' | 'size' | 'street' | 'websites' | 'mailDomains' | 'publicBody'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Headings as they stand in files of municipalities, of the trade register and in registers of websites. */
export const COLUMNS: Columns<Column> = {
  name: words(`naam organisatie organisatienaam naam-organisatie bedrijfsnaam naam-bedrijf bedrijf handelsnaam
    eerste-handelsnaam statutaire-naam officiële-naam instelling naam-instelling instellingsnaam vereniging onderneming
    naam-onderneming name organisation organization organisation-name organization-name company company-name
    business-name trade-name`),
  kind: words(`soort kind type soort-organisatie type-organisatie organisatietype organisatiesoort categorie branche
    sector hoofdactiviteit activiteit sbi-omschrijving omschrijving-sbi category industry`),
  size: words('grootte size omvang bedrijfsgrootte bedrijfsomvang grootteklasse organisation-size'),
  street: words(`straat straatnaam street street-name adres bezoekadres vestigingsadres straat-en-huisnummer
    straat-huisnummer straat-en-huisnr straat-huisnr straat-en-nummer straat-nummer straat-nr adresregel-1 address`),
  websites: words(`websites website site sites webadres webadressen website-adres websiteadressen url urls website-url
    url-website web www webpagina homepage internetadres internetadressen internetsite internetpagina domein domeinen
    domeinnaam domeinnamen website-organisatie contact-website hoofdwebsite domain domains web-address`),
  mailDomains: words(`maildomeinen maildomein e-maildomeinen e-maildomein mail-domains mail-domain email-domains
    email-domain mail mailadres mailadressen e-mail e-mails e-mailadres e-mailadressen email-address e-mail-address
    contact-email e-mail-contact`),
  publicBody: words(`overheid overheidsorganisatie is-overheid publiek bestuursorgaan public-body publicbody
    government`),
  slug: words('slug'),
}

/** How a column is called on screen. */
export const NAMES: Readonly<Record<Exclude<Column, 'slug'>, string>> = {
  name: 'naam',
  kind: 'soort',
  size: 'grootte',
  street: 'straat',
  publicBody: 'overheid',
  websites: 'websites',
  mailDomains: 'maildomeinen',
}

export const SIZES: Readonly<Record<string, Size>> = {
  micro: 'micro',
  klein: 'small',
  small: 'small',
  midden: 'medium',
  middel: 'medium',
  middelgroot: 'medium',
  medium: 'medium',
  groot: 'large',
  large: 'large',
}

export const TRUTH: Readonly<Record<string, boolean>> = {
  '': false,
  ja: true,
  j: true,
  yes: true,
  y: true,
  true: true,
  waar: true,
  '1': true,
  nee: false,
  n: false,
  no: false,
  false: false,
  onwaar: false,
  '0': false,
}

/** What people write where there is nothing, by its letters and digits. */
const NOTHING: ReadonlySet<string> = new Set(
  words(`geen nvt niet-van-toepassing niet-bekend onbekend nnb nog-niet-bekend nb na none null nil nihil leeg unknown
    not-applicable x xx xxx nan undefined http https www geen-website geen-site geen-e-mail geen-mail geen-email
    heeft-geen heeft-geen-website niet-aanwezig ontbreekt tbd`).map((word) => word.replaceAll('-', '')),
)
/** Those of them that no organisation is called. */
const NO_NAME: ReadonlySet<string> = new Set([
  'nvt',
  'onbekend',
  'nietvantoepassing',
  'nietbekend',
  'null',
  'undefined',
])

const lettersOf = (cell: string): string => cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Whether one word says that there is nothing: `n.v.t.`, `-`, `geen`, `?`. */
export function isNothing(word: string): boolean {
  const letters = lettersOf(word)
  return letters === '' || NOTHING.has(letters)
}

/** The cell, or nothing where it only says that there is nothing, in a word or in a few. */
export const filled = (cell: string): string =>
  isNothing(cell) || SAYS_NOTHING.test(lettersOf(cell.slice(0, 100))) ? '' : cell

/** A few words that say so: `geen website aanwezig`, `website volgt`, `nog niet bekend`, `in aanbouw`. */
const SAYS_NOTHING = new RegExp(
  '^(?:(?:heeft|is|er|nog|momenteel|helaas|op|dit|moment)*(?:geen|niet|zonder)(?:eigen)?' +
    '(?:website|site|webadres|webpagina|homepage|internet|email|mail|emailadres|mailadres|adres|maildomein|domein)?' +
    '(?:bekend|aanwezig|beschikbaar|opgegeven|ingevuld|vantoepassing|meer|nvt)*' +
    '|(?:website|site|email|nieuwesite|nieuwewebsite)?(?:volgt|inaanbouw|onderconstructie|komtnog|underconstruction))$',
)

/** The same for a name: an organisation may be called X. */
export function filledName(cell: string): string {
  return NO_NAME.has(lettersOf(cell)) ? '' : cell
}
