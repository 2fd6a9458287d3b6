/** How a finding names what was seen: everything, each thing once, in one order whatever came first. */
import { clip } from '../../lib/headers.ts'
import type { Lists, Owner } from '../../model/lists.ts'
import { kindOf } from './value-kind.ts'

/** Lines and words that a finding carries at most. */
const LINES = 100
const WORDS = 12
const LONG = 250

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].toSorted((a, b) => (a < b ? -1 : 1))

/** Different lines of at most 300 characters in order, at most a hundred; then how many more there are. */
export function details(lines: readonly string[]): string[] {
  const all = sorted(lines.map((line) => clip(line)))
  return all.length > LINES ? [...all.slice(0, LINES - 1), `+${all.length - LINES + 1}`] : all
}

/** Different words in order as one text, as many as fit in a sentence, the number of the others behind them. */
export function few(words: readonly string[]): string {
  const all = sorted(words.map((word) => clip(word, 100)))
  let kept = Math.min(all.length, WORDS)
  while (kept > 1 && all.slice(0, kept).join(', ').length > LONG - 10) kept--
  return clip(all.slice(0, kept).join(', ') + (all.length > kept ? ` (+${all.length - kept})` : ''), LONG)
}

/** A host with the service it is known to be. */
export function tellHost(host: string, lists: Lists): string {
  const owner = lists.owner(host)
  return owner ? `${host} (${owner.service})` : host
}

/** Whose something is, with what says so; `–` for what is not certain. */
export const tellOwner = ({ service, company, parent, country, source, date }: Owner): string =>
  `${service}, ${company}, ${parent ?? '–'}, ${country ?? '–'} (${source}, ${date})`

/**
 * The address of a request, without the values in it that differ at each visit (numbers of visitors, times, chance):
 * what did not change is told in the same words.
 */
export function tellAddress(address: string, most = 150): string {
  const url = URL.parse(address)
  if (url === null) return clip(address, most)
  const asked = [...url.searchParams].slice(0, 50).map(([name, value]) => {
    if (value === '') return name
    return `${name}=${/\d{3}/.test(value) || kindOf(value) !== 'choice' ? '…' : value}`
  })
  return clip(`${url.protocol}//${url.host}${url.pathname}${asked.length > 0 ? `?${asked.join('&')}` : ''}`, most)
}
