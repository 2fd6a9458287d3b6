/** The public texts themselves, held to the rules that the catalogue is held to (src/catalogue/said.test.ts). */
import { expect, test } from 'vitest'
import { bare, CODE, LEFT, sentences, words, type Text } from '../../../test/plain-dutch.ts'
import { publicWords } from '../../../test/public-words.ts'
import { says as findingWords } from '../../public/findings/messages.ts'
import { seenSays } from '../../public/findings/messages-seen.ts'
import { messages } from '../messages.ts'

/** What a text with places may be filled with: amounts, names, days. */
const DAY = '2027-02-05'
const FILLED: readonly (readonly unknown[])[] = [
  ...[1, 2, 'Bakkerij De Gracht', new Date(DAY), DAY].map((each) => Array.from({ length: 7 }, () => each)),
  [2, new Date(DAY), 3, 40],
  [2, DAY, 'naam'],
  [2, 3, DAY],
  [DAY, 2],
  ['Gemeente', 'www.voorbeeld.test', DAY, 'titel', 'Wij zagen iets.', 'Vraag het na.'],
  [new Date(DAY), 'naam', 'functie'],
  // The figures of a campaign.
  [{ low: 0.02, high: 0.11, permutations: 250, exact: true, leastP: 0.1 }],
]
/** What comes of it; nothing where the places ask for something else. */
const filled = (text: (...values: never[]) => unknown, values: readonly unknown[]): string[] => {
  try {
    return [text(...(values as never[]))].flat().map(String)
  } catch {
    return []
  }
}

function texts(of: unknown, at = ''): Text[] {
  if (typeof of === 'string') return [[at, of]]
  if (typeof of === 'function')
    return FILLED.flatMap((values) =>
      filled(of as (...values: never[]) => unknown, values).map((told): Text => [`${at}()`, told]),
    )
  return Object.entries((of ?? {}) as object).flatMap(([key, each]) => texts(each, `${at}.${key}`))
}
// The days of the method page are data, told as days where they are shown.
const { nl } = messages
const all = texts(await publicWords('nl')).filter(([at]) => !/heldRows\.\d+\.on$/.test(at))
const told = all
  .filter(([, text]) => !/NaN|undefined|Invalid|\[object|GMT/.test(text))
  // A day that was given may come in any place.
  .map(([at, text]): Text => [at, text.replaceAll(DAY, '5 februari 2027')])
const breaks = (rule: (text: string) => boolean): string[] =>
  told.filter(([, text]) => rule(bare(text))).map(([at, text]) => `${at}: ${text}`)

test('each text is tried, those with places filled', () => {
  const tried = new Set(told.map(([at]) => at))
  expect(all.filter(([at]) => !tried.has(at))).toEqual([])
  expect(tried.size).toBeGreaterThan(600)
})
test('the public texts hold no code, one name for a thing, and sentences of at most twenty words', () => {
  expect(breaks((text) => CODE.test(text))).toEqual([])
  for (const [left, now] of LEFT) expect([now, breaks((text) => left.test(text))]).toEqual([now, []])
  expect(breaks((text) => sentences(text).some((each) => words(each) > 20))).toEqual([])
})
test('why something was not seen is said without words of the trade', () => {
  const trade = /\b(?:server|naamserver|DNS|https?|TLS|host|record|header)\b/
  expect(
    [...Object.values(nl.unseen), ...Object.values(seenSays('nl').halfSeen)].filter((text) => trade.test(text)),
  ).toEqual([])
})
test('what is said to a shop of a standard, a policy or an agreement is that it is advice', () => {
  const { framework, law, agreement } = findingWords('nl').statusHere
  for (const said of [framework, law, agreement].map((each) => each('Bakkerij De Gracht'))) {
    expect(said).toMatch(/advies/)
    expect(said).not.toMatch(/leg(?:gen)? uit|verplicht/)
  }
})
