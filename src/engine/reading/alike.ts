/** Names that people take for another: what somebody could register who wants to pass for an organisation. */
import { getDomain, getPublicSuffix } from 'tldts'

/** Names that are asked at most; each costs one question, and three where it exists. */
export const ALIKE = 40
const ENDINGS = ['nl', 'com', 'eu', 'org', 'net', 'be', 'info', 'online']
/** What looks the same in many typefaces, one way and the other. */
const TWINS: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['vv', 'w'],
  ['w', 'vv'],
  ['cl', 'd'],
  ['l', '1'],
  ['l', 'i'],
  ['i', 'l'],
  ['i', '1'],
  ['o', '0'],
  ['0', 'o'],
  ['ij', 'y'],
]

/**
 * Names that look like the registrable domain of `address`, in a fixed order, at most `ALIKE`: another ending, a dot or
 * hyphen too few or too many, signs that look the same, two letters swapped, one left out. None for a name under a
 * suffix that is not one label, or too short to mistake.
 */
export function alikeTo(address: string): string[] {
  const own = getDomain(address)
  const ending = getPublicSuffix(address)
  if (own === null || ending === null || ending.includes('.')) return []
  const label = own.slice(0, -(ending.length + 1))
  if (label.length < 4) return []
  const labels = [
    `www${label}`,
    `${label}-${ending}`,
    label.replaceAll('-', ''),
    ...between(label),
    ...TWINS.flatMap(([from, to]) => placesOf(label, from).map((at) => put(label, at, from.length, to))),
    ...letters(label).map((at) => swapped(label, at)),
    ...letters(label).map((at) => put(label, at, 1, '')),
  ]
  const names = [
    ...ENDINGS.filter((each) => each !== ending).map((each) => `${label}.${each}`),
    ...labels.filter(isLabel).map((each) => `${each}.${ending}`),
  ]
  return [...new Set(names)].filter((name) => name !== own).slice(0, ALIKE)
}

/** A hyphen where a word that organisations begin with ends: `gemeentevoorbeeld`. */
const between = (label: string): string[] =>
  ['gemeente', 'stichting', 'bibliotheek', 'school', 'zorg']
    .filter((word) => label.startsWith(word) && label.length > word.length + 2 && label[word.length] !== '-')
    .map((word) => `${word}-${label.slice(word.length)}`)
const put = (text: string, at: number, length: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + length)
const swapped = (text: string, at: number): string => put(text, at, 2, `${text[at + 1] ?? ''}${text[at]!}`)
/** The places behind the first letter: people read that one. */
const letters = (label: string): number[] => Array.from({ length: Math.max(label.length - 2, 0) }, (_, at) => at + 1)
function placesOf(text: string, part: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(part); at >= 0 && places.length < 3; at = text.indexOf(part, at + 1)) places.push(at)
  return places
}
/** RFC 1035 §2.3.1: letters, digits and hyphens, none of these at an end. */
const isLabel = (label: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label)
