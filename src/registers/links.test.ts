/** What was typed is the thing that was meant, or it is told why not. */
import { expect, test } from 'vitest'
import { linkProblem, meant, shownAs, termsOf, type LinkKind, type Thing } from './links.ts'

const things: readonly Thing[] = [
  { id: 'a1', key: '12', name: 'Camera' },
  { id: 'b2', key: '13', name: 'camera' },
  { id: 'c3', key: '14', name: '12' },
  { id: 'd4', key: '15', name: 'Bord (klein)' },
  { id: 'e5', key: 'IT-2026-0016', name: 'Plan', also: '16' },
]

test.each([
  ['13', ['13']],
  ['12 Camera', ['12']],
  ['12 CAMERA', ['12']],
  ['Camera (13)', ['13']],
  ['Camera', ['12', '13']],
  ['12', ['12', '14']],
  ['14 12', ['14']],
  ['Bord (klein)', ['15']],
  ['b2', ['13']],
  ['it-2026-0016', ['IT-2026-0016']],
  ['16', ['IT-2026-0016']],
  ['12 Paal', []],
  ['Cam', []],
  ['', []],
])('“%s” means %j', (line, keys) => {
  expect(meant(line, things).map(({ key }) => key)).toEqual(keys)
})

test.each<[LinkKind, boolean]>([
  ['entry', false],
  ['case', false],
  ['norm', false],
  ['organisation', true],
  ['product', true],
])('what a %s is called is what finds it again', (kind, twin) => {
  for (const thing of things) {
    const shown = shownAs(kind, thing, twin)
    expect(meant(shown, things)).toEqual([thing])
    const terms = termsOf(shown)
    expect([thing.key, thing.name].some((word) => terms.includes(word.toLowerCase()))).toBe(true)
  }
})

test('why it is none, or which there are', () => {
  expect(linkProblem('entry', 'Paal', [], 'sensor')).toBe(
    'Wij vinden geen sensor “Paal”. Schrijf het nummer of de hele titel.',
  )
  expect(linkProblem('organisation', 'Camera', things.slice(0, 2), '')).toBe(
    'Er is meer dan één “Camera”. Schrijf welke u bedoelt: “Camera (12)” of “camera (13)”.',
  )
  expect(linkProblem('entry', '14', things.slice(2, 3), 'sensor')).toBeUndefined()
})
