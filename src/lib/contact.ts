/** Recognises in text and links how people can reach an organisation: mail, telephone, postal address, social media. */
import { asTyped } from './words.ts'

export type ContactWay = 'mail' | 'phone' | 'address'

const MAIL = /[\w.+-]{1,64}\s?@\s?[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4}/iu
/** What people write against harvesters: `info [at] gemeente (punt) nl`. */
const AT_SAID = /\s?[[({]\s?(?:at|@|apen?staartje)\s?[\])}]\s?/gi
const DOT_SAID = /\s?[[({]\s?(?:dot|punt|\.)\s?[\])}]\s?/gi
// Ten digits from 0 or +31, in the groups people use; not a date, and not the middle of an account number
// (`NL91 ABNA 0417 …`).
const PHONE = new RegExp(
  [
    /(?<![\d.,-]|[A-Z]{4} ?)(?!\d{1,2}[-. ]\d{1,2}[-. ](?:19|20)\d\d)/,
    /(?:(?:\+|00)\s?31|0)[ ().-]{0,3}(?:\(0\) ?)?[1-9](?:[ ().-]{0,3}\d){8}(?![\d-])/,
  ]
    .map(({ source }) => source)
    .join(''),
  'u',
)
/** The area apart from the rest by a slash, or on a line of its own; only so does ten digits stay one number. */
const AREA_APART = new RegExp(
  [/0[1-9]\d ?[/\n] ?\d(?:[ .-]?\d){6}/, /0[1-9]\d\d ?[/\n] ?\d(?:[ .-]?\d){5}/]
    .map(({ source }) => `(?<![\\d.,/-])${source}(?![\\d/]|-\\d)`)
    .join('|'),
  'u',
)
/** Of a country nearby: the code and at least eight digits, so that `+32.000.000` is an amount. */
const FOREIGN_PHONE = /(?<![\d.,+-])\+ ?(?:3[2349]|35[1-9]|4[1345-9])(?:[ ().-]{0,3}\d){8,11}(?![\d-])/u
/** 0800, 0900 and 088 numbers of four or seven digits, and the short municipal numbers such as 14 071. */
const SHORT_PHONE = /(?<![\d.,-])(?:0[89]00[ -]{0,3}\d{4}|0[89]00[ -]{0,3}\d{3}[ -]?\d{4}|14[ -]?0\d{2,3})(?![\d-])/u
/** A Dutch postal code with a place behind it, or a PO box. */
const ADDRESS = new RegExp(
  [
    /(?<!\d)[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2},?\s{1,3}(?:te |in )?[A-Z'’][\p{L}'’-]/u,
    /\b(?:[Pp]ostbus|POSTBUS|[Aa]ntwoordnummer):?\s\d{1,6}/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
)

const SOCIAL = [
  'facebook.com',
  'fb.com',
  'fb.me',
  'messenger.com',
  'm.me',
  'instagram.com',
  'whatsapp.com',
  'wa.me',
  'twitter.com',
  'x.com',
  'tiktok.com',
  'linkedin.com',
  'snapchat.com',
  'telegram.me',
  't.me',
  'youtube.com',
]

/** Domains that belong to nobody one could write to: those of RFC 2606, and what templates are filled with. */
const SAMPLE_DOMAINS = new RegExp(
  [
    /(?:^|\.)(?:example|test|invalid|localhost)$/,
    /(?:^|\.)example\.(?:com|net|org|nl)$/,
    /^(?:e-?mail|(?:your|my|jouw|uw)?-?(?:domain|domein|site|website))\.[a-z]{2,4}$/,
  ]
    .map(({ source }) => source)
    .join('|'),
)
/** Who is written to in an empty field; `naam@voorbeeld.nl` is nobody, `info@voorbeeld.nl` may be. */
const SAMPLE_NAME = new RegExp(
  [
    /^(?:(?:voor)?(?:naam|name)|e-?mail(?:adres)?|gebruiker|user|you|jij|voorbeeld)@/,
    /(?:(?:uw|jouw|your)?-?(?:bedrijf|company|provider|organisatie)|voorbeeld)\.[a-z]{2,4}$|/,
    /^(?:uw|jouw|your)[._-]?(?:(?:voor)?(?:naam|name)|e-?mail(?:adres)?)@/,
  ]
    .map(({ source }) => source)
    .join(''),
  'i',
)
/** What an empty field is filled with: no number ends so, while 020 777 77 77 is that of a taxi company. */
const ZEROS = /0{7}$/
/** Numbers that run up: mostly made up, and somebody has them. */
const RUNNING = /(?:12345678|23456789|87654321)$/
const digitsOf = (said: string) => said.replace(/\D/g, '')

/** Whether this stands where an address or number is to be filled in, and reaches nobody. */
function isSample(said: string): boolean {
  const [name = '', domain] = said.split(/\s?@\s?/, 2)
  if (domain === undefined) return ZEROS.test(digitsOf(said))
  return SAMPLE_DOMAINS.test(domain.toLowerCase()) || SAMPLE_NAME.test(`${name}@${domain}`)
}

/** Ways to reach someone that a text names. Looks at the first 20,000 characters. */
export function contactInText(text: string): ContactWay[] {
  const head = asTyped(text.slice(0, 20_000))
  return [
    ...(all(MAIL, head.replace(AT_SAID, '@').replace(DOT_SAID, '.')).some((said) => !isSample(said))
      ? ['mail' as const]
      : []),
    ...(numbersIn(head).some((said) => !RUNNING.test(digitsOf(said))) ? ['phone' as const] : []),
    ...(ADDRESS.test(head) ? ['address' as const] : []),
  ]
}

/** The dot of "Burg." and "Mr. dr." ends no sentence. */
const ABBREVIATED = String.raw`(?<=\b(?:\p{Lu}\p{L}{0,4}|[mdi]r|ds|prof|jhr))\.`
/** A street with a number, by how Dutch streets end, or after the word for it: `Vlietkade 30`, `Adres: Kerkpad 1`. */
const STREET = new RegExp(
  [
    new RegExp(
      "\\b\\p{Lu}[\\p{L}'’-]{0,40}(?:straat|laan|weg|plein|kade|gracht|dijk|singel|pad|hof|markt|" +
        'haven|steeg|plantsoen|dreef|park|boulevard|wal|brink|burcht|werf|oever|allee|esplanade|passage|poort)',
      'u',
    ),
    /\b(?:[Aa]dres|[Bb]ezoekadres|[Gg]evestigd (?:aan|op))\b(?:[^\d.\n]|TITLE){0,40}/u,
  ]
    .map(({ source }) => `(?:${source.replace('TITLE', ABBREVIATED)})`)
    .join('|'),
  'u',
)
const NUMBERED = new RegExp(`(?:${STREET.source})\\s\\d{1,4}(?![\\d.,]\\d)`, 'u')

/** Whether a text names a street with a number, also where no postal code stands beside it. */
export const namesStreet = (text: string): boolean => NUMBERED.test(asTyped(text.slice(0, 20_000)))

/** Mail addresses that a text and links name, in lower case, without those of an empty field; the first fifty. */
export function mailsIn(text: string, hrefs: readonly string[] = []): string[] {
  const said = asTyped(text.slice(0, 20_000)).replace(AT_SAID, '@').replace(DOT_SAID, '.')
  const linked = hrefs.filter((href) => contactInLink(href) === 'mail').map((href) => decoded(href.slice(7, 300)))
  const found = [said, ...linked].flatMap((each) => all(MAIL, each)).filter((each) => !isSample(each))
  return [...new Set(found.map((each) => each.replaceAll(/\s/g, '').toLowerCase()))].slice(0, 50)
}

/** Whether a text names a number that may be an example, and may be real: 06 12345678. */
export const namesDoubtfulNumber = (text: string): boolean =>
  numbersIn(asTyped(text.slice(0, 20_000))).some((said) => RUNNING.test(digitsOf(said)))

const all = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(([said]) => said)
const numbersIn = (text: string): string[] =>
  [PHONE, AREA_APART, SHORT_PHONE, FOREIGN_PHONE]
    .flatMap((pattern) => all(pattern, text))
    .filter((said) => !isSample(said))

/**
 * The way a link opens (`mailto:`, `tel:`), if it names someone; `mailto:?subject=…` is a share button and names
 * nobody, `mailto:?to=…` does (RFC 6068 §2).
 */
export function contactInLink(href: string): ContactWay | undefined {
  const scheme = /^\s*(mailto|tel|callto):/i.exec(href.slice(0, 20))?.[1]?.toLowerCase()
  if (scheme === undefined) return undefined
  const url = URL.parse(href.slice(0, 1_000))
  if (!url) return undefined
  const said = asTyped(decoded(url.pathname)).trim()
  if (scheme === 'mailto') {
    const to = [said, ...url.searchParams.getAll('to')].filter((each) => /[^\s@]@[^\s@]/.test(each))
    return to.some((each) => !isSample(each)) ? 'mail' : undefined
  }
  return (said.match(/\d/g) ?? []).length >= 3 && !isSample(said) ? 'phone' : undefined
}

function decoded(said: string): string {
  try {
    return decodeURIComponent(said)
  } catch {
    return said // A stray % is an address too.
  }
}

/** Whether a host is one of the large social media or chat services. */
export function isSocialMedia(host: string): boolean {
  return SOCIAL.some((name) => host === name || host.endsWith(`.${name}`))
}
