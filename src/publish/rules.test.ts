/** Why a published finding or score differs from the one before. */
import { expect, test } from 'vitest'
import type { Catalogue } from '../model/norm.ts'
import { causeOf, sameAsked, weightChanges } from './rules.ts'

const known = { subjectIsNew: false, sameAsked: false, unseen: false }
const said = (verdict: 'met' | 'unmet' | 'unknown', comparable = true) => ({ verdict, comparable })
test.each([
  ['new subject', causeOf(undefined, 'met', undefined, { ...known, subjectIsNew: true }), 'first'],
  ['new criterion', causeOf(undefined, 'met', undefined, known), 'norm'],
  ['other verdict', causeOf('unmet', 'met', undefined, known), 'subject'],
  ['old evidence says so under new rules', causeOf('unmet', 'met', said('met'), known), 'norm'],
  ['old evidence still says otherwise', causeOf('unmet', 'met', said('unmet'), known), 'subject'],
  ['only the program changed', causeOf('unmet', 'met', said('met'), { ...known, sameAsked: true }), 'measurement'],
  [
    'the program changed, and it was not that',
    causeOf('unmet', 'met', said('unmet'), { ...known, sameAsked: true }),
    'subject',
  ],
  ['two that contradict each other', causeOf('met', 'unknown', said('unknown'), { ...known, unsure: true }), 'unsure'],
  ['sure again', causeOf('unknown', 'met', said('met'), { ...known, unsure: true }), 'unsure'],
  [
    'as it was, had another party stayed as it was',
    causeOf('met', 'unmet', said('met'), { ...known, elsewhere: 'met' }),
    'provider',
  ],
  [
    'otherwise, whatever other parties did',
    causeOf('met', 'unmet', said('met'), { ...known, elsewhere: 'unmet' }),
    'subject',
  ],
  ['partly theirs', causeOf('met', 'unmet', said('met'), { ...known, elsewhere: 'partly' }), 'subject'],
  [
    'of then and now the same by the rules of now, whatever other parties did',
    causeOf('met', 'unmet', said('unmet'), { ...known, elsewhere: 'met' }),
    'norm',
  ],
  ['looked at otherwise than then', causeOf('unmet', 'met', said('unmet', false), known), 'measurement'],
  ['looked at otherwise, and the norm says so of then', causeOf('unmet', 'met', said('met', false), known), 'norm'],
  ['looked at otherwise, and in doubt now', causeOf('met', 'unknown', said('met', false), known), 'measurement'],
  [
    'looked at otherwise, and down',
    causeOf('unmet', 'unknown', said('unmet', false), { ...known, unseen: true }),
    'unseen',
  ],
  ['a site that is down', causeOf('met', 'unknown', undefined, known), 'unseen'],
  ['a site that is back', causeOf('unknown', 'unmet', undefined, known), 'unseen'],
  ['a norm that asks what was not seen', causeOf('met', 'unknown', said('unknown'), known), 'norm'],
  ['no longer applies', causeOf('unmet', 'not-applicable', undefined, known), 'subject'],
  ['the same, seen otherwise', causeOf('unknown', 'unknown', undefined, known), 'subject'],
])('%s', (_, cause, expected) => expect(cause).toBe(expected))

const catalogue = (criteria: object[]) =>
  ({ norms: [{ id: 'VEI-11', theme: 'VEI', criteria }] }) as unknown as Catalogue
const criterion = (id: string, weight: number, by = 'check', check = 'hsts') => ({
  id,
  weight,
  means: { by, check },
  subjects: ['website'],
  title: {},
})

test('weights that changed are told, new and gone ones too; what nobody measures is not', () => {
  const before = catalogue([criterion('a', 3), criterion('b', 2), criterion('c', 1), criterion('q', 1, 'question')])
  const now = catalogue([criterion('a', 1), criterion('b', 2), criterion('d', 2), criterion('q', 3, 'question')])
  const norm = { theme: 'VEI', norm: 'VEI-11' }
  expect(weightChanges(before, now)).toEqual([
    { ...norm, criterion: 'a', from: 3, to: 1 },
    { ...norm, criterion: 'd', from: null, to: 2 },
    { ...norm, criterion: 'c', from: 1, to: null },
  ])
  expect(weightChanges(now, now)).toEqual([])
  expect(weightChanges(catalogue([]), catalogue([criterion('advies', 0)]))).toEqual([])
})

test('another weight or title asks the same; another check does not', () => {
  const same = sameAsked(
    catalogue([criterion('a', 3), criterion('b', 1)]),
    catalogue([{ ...criterion('a', 1), title: { nl: 'x' } }, criterion('b', 1, 'check', 'csp')]),
  )
  expect([same('a'), same('b')]).toEqual([true, false])
})
