/**
 * The names under which people know the party behind a host: of its service, its company, what stands above that, and
 * its brands. Lenient on purpose: of a party that is not recognised is said in public that nobody is told of it. Pure.
 */
import type { Owner } from '../../model/lists.ts'

/** Brands of one house, as statements name them; by a word of the company or of what stands above it. */
const BRANDS: Readonly<Record<string, readonly string[]>> = {
  google: ['Google', 'reCAPTCHA', 'DoubleClick'],
  alphabet: ['Google', 'reCAPTCHA', 'DoubleClick'],
  meta: ['Facebook', 'Meta', 'Instagram'],
  microsoft: ['Microsoft', 'Bing', 'Clarity'],
  x: ['Twitter', 'X.com'],
  adobe: ['Adobe', 'TypeKit'],
}
/** First words that many have, and words that stand in any statement: alone they name nobody. */
const COMMON = new Set(
  (
    'ant app aut bit block booking byte cdn centraal cloud com content cookie cookies consent crazy crisp data ' +
    'dienst digital dns environmental fast font fonts force form forms friendly functional greek heap here ' +
    'hosting icon icons image improve index information integral international internet intuition java kamer ' +
    'live longtail mail mailbox media meta naam new notion office one online open pages passport pay piano pin ' +
    'privacy registrar run script security segment service shop simple site social space staat static ' +
    'statistiek stichting tag target text the threads trend true united vereniging video visual web website ' +
    'windows workers'
  ).split(' '),
)
/** A word like these behind "meta" makes another word of it. */
const OTHER_WORD = String.raw`(?![ -]?(?:data|gegevens|tag|titel|omschrijving|informatie))`
/** A company as people call it: without its legal form. */
const FORM =
  /[,.]?\s+(?:b\.?v|n\.?v|inc|llc|l\.?t\.?d|limited|gmbh|ab|aps|a\/s|s\.?a\.?r\.?l|s\.?a|corp|corporation)\.?$/i

/** Patterns of which one is enough for the party to be named. `domain`: what its host is registered as. */
export function namesOf({ service, company, parent }: Pick<Owner, 'service' | 'company' | 'parent'>, domain: string) {
  const houses = [company, parent ?? company]
  const whole = [service, ...service.split(/ en |[(),/]/), ...houses.map((house) => house.replace(FORM, '')), domain]
  const first = [service, ...houses, domain.replace(/\..*/, '')].map((name) => name.split(/[\s(),.]/)[0]!)
  const brands = houses.flatMap((house) => BRANDS[house.split(/[\s,]/)[0]!.toLowerCase()] ?? [])
  const names = [...whole, ...first.filter((word) => word.length > 3 && !COMMON.has(word.toLowerCase())), ...brands]
  const asked = names.map((name) => name.trim()).filter((name) => name.length > 1 && !/^voorheen\b/i.test(name))
  return [...new Set(asked)].map(pattern)
}

/** As words of their own, with or without a space where one may stand: "FontAwesome", "Open Street Map". */
function pattern(name: string): RegExp {
  const parts = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').split(/[\s-]+/)
  const words = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)).join('[ -]?')
  // A long name begins a word too: "YouTubefilms".
  const end = name.length > 5 ? '' : String.raw`(?![\p{L}\d])`
  return new RegExp(String.raw`(?<![\p{L}\d])${words}${/^meta$/i.test(name) ? OTHER_WORD : ''}${end}`, 'iu')
}
