/** security.txt by its grammar (RFC 9116 §2.2 and §4). */

type Field = { readonly name: string; readonly value: string }
export type SecurityTxt = {
  readonly contacts: readonly string[]
  readonly expires: readonly string[]
  /** What is wrong with it, each as the section of RFC 9116 that asks it and what stands there. */
  readonly faults: readonly string[]
}

/** Bytes that are read: what §5.4 lets a reader stop at. */
export const SECURITY_TXT_BYTES = 32_768
const LINES = 1_000
const FAULTS = 20

const SIGNED = '-----BEGIN PGP SIGNED MESSAGE-----'
const SIGNATURE = '-----BEGIN PGP SIGNATURE-----'
const SIGNATURE_END = '-----END PGP SIGNATURE-----'

/** Fields that hold an address, with their section: an address on the web is one of https. */
const ADDRESSES: Readonly<Record<string, string>> = {
  acknowledgments: '§2.5.1',
  canonical: '§2.5.2',
  contact: '§2.5.3',
  encryption: '§2.5.4',
  hiring: '§2.5.6',
  policy: '§2.5.7',
}

/** Whether this is a page of HTML that stands where a file was asked for, whatever type it says it has. */
export function isPage(text: string, contentType: string | null): boolean {
  if (/^\s*(?:<!doctype\s+html|<html\b|<head\b|<body\b|<\?xml\b[^>]{0,200}>\s*<)/i.test(text.slice(0, 2_000)))
    return true
  const isHtml = /^\s*(?:text\/html|application\/xhtml)/i.test(contentType ?? '')
  return isHtml && /<(?:p|div|title|script|main|meta)\b/i.test(text)
}

/** Reads a file that was found at one of `places`, the address that was asked for and where its redirects ended. */
export function readSecurityTxt(text: string, places: readonly string[]): SecurityTxt {
  const { lines, faults: armour } = signedPart(text.split(/\r?\n/, LINES))
  const read = lines.flatMap((line) => lineOf(line) ?? [])
  const fields = read.flatMap(({ field }) => field ?? [])
  const valuesOf = (name: string): string[] => fields.filter((each) => each.name === name).map(({ value }) => value)
  const [contacts, expires, canonical] = [valuesOf('contact'), valuesOf('expires'), valuesOf('canonical')]
  const elsewhere = canonical.length > 0 && !canonical.some((each) => places.some((place) => same(each, place)))
  const languages = valuesOf('preferred-languages')
  const faults = [
    ...armour,
    ...read.flatMap(({ fault }) => fault ?? []),
    ...fields.flatMap(({ name, value }) => {
      const section = Object.hasOwn(ADDRESSES, name) ? ADDRESSES[name] : undefined
      return section === undefined || isAddress(value) ? [] : [`${section}: ${name}: ${value}`]
    }),
    ...(elsewhere ? [`§2.5.2: canonical: ${canonical.join(', ')}`] : []),
    ...(expires.length === 1 ? [] : [`§2.5.5: ${expires.length}× expires`]),
    ...expires.filter((each) => momentOf(each) === null).map((each) => `§2.5.5: expires: ${each}`),
    ...(languages.length > 1 ? [`§2.5.8: ${languages.length}× preferred-languages`] : []),
    ...languages.filter((each) => !isLanguages(each)).map((each) => `§2.5.8: preferred-languages: ${each}`),
  ]
  return { contacts, expires, faults: [...new Set(faults)].slice(0, FAULTS) }
}

/**
 * A line with its field, name in lower case, and what is wrong with it (§4); nothing for a comment or an empty line.
 * A field whose one space is missing or misplaced still says what it says.
 */
function lineOf(line: string): { field?: Field; fault?: string } | undefined {
  if (line.trim() === '' || line.startsWith('#')) return undefined
  const fault = `§4: ${line}`
  const colon = line.indexOf(':')
  const name = line.slice(0, Math.max(colon, 0))
  const value = line.slice(colon + 1).trim()
  if (!/^[\x21-\x39\x3b-\x7e]+$/.test(name.trim()) || line.includes('\r') || value === '') return { fault }
  const field = { name: name.trim().toLowerCase(), value }
  return name === name.trim() && line[colon + 1] === ' ' ? { field } : { field, fault }
}

/**
 * §2.3: of a file with a cleartext signature (RFC 9580 §7) only what is signed counts: behind the empty line under its
 * headers, dashes unescaped, up to the signature. The signature itself is not checked.
 */
function signedPart(lines: readonly string[]): { lines: readonly string[]; faults: readonly string[] } {
  const bare = lines.map((line) => line.trimEnd())
  const begin = bare.indexOf(SIGNED)
  if (begin < 0) return { lines, faults: [] }
  const faults: string[] = []
  if (bare.slice(0, begin).some((line) => line !== '')) faults.push(`§2.3: … ${SIGNED}`)
  const text = bare.indexOf('', begin) + 1
  const signature = bare.indexOf(SIGNATURE, begin)
  const end = bare.indexOf(SIGNATURE_END, signature)
  if (text === 0 || signature < text || end < 0) return { lines: bare.slice(begin + 1), faults: [`§2.3: ${SIGNATURE}`] }
  if (bare.slice(end + 1).some((line) => line !== '')) faults.push(`§2.3: ${SIGNATURE_END} …`)
  return { lines: lines.slice(text, signature).map((line) => line.replace(/^- /, '')), faults }
}

/** A URI; one of the web is of https (§2.5), one of mail or telephone has somebody at the other end. */
function isAddress(value: string): boolean {
  if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(value)) return false
  const [scheme = ''] = value.toLowerCase().split(':', 1)
  if (scheme === 'https') return /^\[|\./.test(URL.parse(value)?.hostname ?? '')
  // RFC 6068 §2: several addresses stand between commas.
  if (scheme === 'mailto')
    return value
      .slice('mailto:'.length)
      .split('?', 1)[0]!
      .split(',')
      .every((each) => /^[^@]+@[^@.]+(?:\.[^@.]+)+$/.test(each))
  if (scheme === 'tel') return /^tel:\+?[\d().-]*\d/i.test(value)
  return scheme !== 'http' && scheme !== 'ftp'
}

/** Language tags by their shape (RFC 5646), separated by commas. */
const isLanguages = (value: string): boolean =>
  value.split(',').every((each) => /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(each.trim()))

function same(a: string, b: string): boolean {
  const [one, other] = [URL.parse(a), URL.parse(b)]
  return one !== null && other !== null && one.href === other.href
}

/**
 * Milliseconds of a date and time that exists, written as RFC 3339 §5.6 has it, which §2.5.5 asks; null for anything
 * else. A leap second counts as the second before it.
 */
export function momentOf(value: string): number | null {
  const [, year, month, day, hour, minute, second, zone] =
    /^(\d{4})-(\d\d)-(\d\d)t(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(z|[+-]\d\d:\d\d)$/i.exec(value) ?? []
  if (zone === undefined) return null
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const date = new Date(midnight)
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  const [hours = 0, minutes = 0] = /^z$/i.test(zone) ? [] : zone.slice(1).split(':').map(Number)
  if (!exists || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60 || hours > 23 || minutes > 59)
    return null
  const seconds = Number(hour) * 3_600 + Number(minute) * 60 + Math.min(Number(second), 59)
  const offset = (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60
  return midnight + (seconds - offset) * 1_000
}
