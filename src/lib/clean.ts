/**
 * Makes text from outside safe to store, to show and to print: what nobody can see is taken out here, and only here.
 */

/** Scripts in which U+200C and U+200D change how a word is written (Unicode UAX #31, 2.3). */
const JOINING = ['Arab', 'Syrc', 'Mong', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh']
  .map((script) => `\\p{Script=${script}}`)
  .join('')
/** A joiner where it means something: inside a word of such a script, or between the parts of one emoji. */
const JOINER =
  `(?<=[${JOINING}])[\\u200C\\u200D](?=[${JOINING}])|` + '(?<=[\\p{ExtPict}\\p{EMod}\\uFE0F])\\u200D(?=\\p{ExtPict})'
/**
 * Control characters (ESC among them), marks of direction, what has no width, and fillers. What chooses the form of the
 * sign before it (a variation selector) may stay.
 */
const HIDDEN = '(?![\\t\\n\\r])\\p{Cc}|[\\uFFF9-\\uFFFB]|(?!\\p{Variation_Selector})\\p{Default_Ignorable_Code_Point}'
const UNSEEN = new RegExp(`(${JOINER})|${HIDDEN}`, 'gu')
/** What ESC or CSI begins is an order to a terminal, up to its last letter (ECMA-48, 5.4). */
const [ESC, CSI] = [String.fromCodePoint(0x1b), String.fromCodePoint(0x9b)]
const ORDER = new RegExp(`(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]`, 'g')
/** Line ends that are not U+000A. */
const LINE_ENDS = /[\v\f\u0085\u2028\u2029]/g

/** A sign that has to be looked at: most of what is written has none, and is through at once. */
const SUSPECT = /[^\t\n\r\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u23ff]/

/** Text without control, direction and zero-width characters and lone surrogates. Tabs and line ends stay. */
export function plain(text: string): string {
  if (!SUSPECT.test(text)) return text
  return text
    .toWellFormed()
    .replace(ORDER, '')
    .replace(LINE_ENDS, '\n')
    .replace(UNSEEN, (_, joiner: string | undefined) => joiner ?? '')
}

/** The same on one line, with single spaces. */
export function plainLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim()
}

/**
 * A page on its way out, whatever it was made of: an address that somebody else wrote, or what a machine said. Soft
 * hyphens stay: our own words have them.
 */
export const plainPage = (page: string): string => page.split('\u00AD').map(plain).join('\u00AD')

/** Text for people from outside, at most `max` characters of it. */
export function clean(text: string, max: number): string {
  return plain(text.slice(0, max))
}

/**
 * What a machine said, kept as it was because a verdict hangs on it: a record with a character that nobody sees is a
 * broken record. Without U+0000 and lone surrogates (PostgreSQL refuses both), at most `max` characters.
 */
export function asSaid(text: string, max: number): string {
  return text.slice(0, max).replaceAll('\u0000', '').toWellFormed()
}

/** Text with every e-mail address taken out: for what is kept for ever and must name nobody. */
export const withoutAddresses = (text: string): string =>
  text.replaceAll(/[^\s@<>"',;:()\\[\]{}]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu, '(adres)')
