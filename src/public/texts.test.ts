/** What a page says in words of its own: how certain a barrier is, what measured, what changed, what to send on. */
import { expect, test } from 'vitest'
import { messages } from '../web/messages.ts'
import { says as cityWords } from './city/messages.ts'
import { says as findingWords } from './findings/messages.ts'
import { certaintyOf, versionFacts } from './texts.ts'

const { nl, en } = messages
const told = (seen: object, verdict = 'unmet', check: string | null = 'axe-1.1.1', m = nl) =>
  certaintyOf({ m }, { verdict, seen }, check)

test('what two measurements see is confirmed, in whole or in part', () => {
  expect(told({ elements: 7, confirmed: 7 })).toBe('Bevestigd door twee metingen: een tweede programma zag hetzelfde.')
  expect(told({ elements: 7, confirmed: 3 })).toMatch(/^Bevestigd door twee metingen: .* 3 van deze 7 plekken ook\.$/)
  expect(told({ elements: 7, confirmed: 7 }, 'unmet', 'axe-1.1.1', en)).toMatch(/^Confirmed by two measurements/)
})
test('what one sees is one measurement, as is evidence of before the second was asked', () => {
  expect(told({ elements: 7, confirmed: 0 })).toBe('Dit is één meting: een tweede programma zag dit niet.')
  expect(told({ elements: 7 })).toBe('Dit is één meting.')
})
test('nothing is said of what is no barrier, or is no finding of a program for barriers', () => {
  expect(told({ elements: 0 }, 'met')).toBeUndefined()
  expect(told({ confirmed: 1 }, 'unmet', 'hsts')).toBeUndefined()
  expect(told({ confirmed: 1 }, 'unmet', null)).toBeUndefined()
})
test('what measured is named as people know it, and a name of tomorrow stays itself', () => {
  expect(versionFacts({ m: nl }, { node: '24', toString: '1', axe: '4' })).toEqual([
    { name: 'Node.js', value: '24' },
    { name: 'toString', value: '1' },
    { name: 'Toegankelijkheid, eerste programma (axe-core)', value: '4' },
  ])
  expect(Object.keys(en.versionOf)).toEqual(Object.keys(nl.versionOf))
})
test('what got better since a day is one Dutch sentence: the verb stands before the number', () => {
  expect(cityWords('nl').changedBySubject(34, 0, '28 november 2026')).toBe(
    'Sinds 28 november 2026 zijn 34 punten verbeterd, doordat bij een organisatie of een leverancier iets ' +
      'veranderde. Geen punt ging achteruit.',
  )
  expect(cityWords('nl').changedBySubject(1, 1, '3 mei 2026')).toMatch(
    /^Sinds 3 mei 2026 is 1 punt verbeterd, .* 1 punt ging/,
  )
})
test('the message to send on says where everything that was seen stands', () => {
  const at = '2026-11-28T00:00:00.000Z'
  for (const lang of ['nl', 'en'] as const)
    expect(
      findingWords(lang).finding.message('Stad', 'a.test', at, 'Titel', 'Gezien.', 'Herstel.', 'https://b.test/x'),
    ).toMatch(/ https:\/\/b\.test\/x$/)
})
