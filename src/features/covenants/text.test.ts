/** The text of a covenant as it is written, and what differs between two versions. */
import { expect, test } from 'vitest'
import type { Article, CovenantText } from '../../model/covenant.ts'
import { articleIn, differencesBetween, newId, paragraphsOf, piecesOf, withArticle, withoutArticle } from './text.ts'

const article = (id: string, ...paragraphs: string[]): Article => ({ id, title: `Titel ${id}`, paragraphs })
const text: CovenantText = {
  articles: [article('a', 'Een.'), article('b', 'Twee.'), article('c', 'Drie.'), article('d', 'Vier.')],
  pledges: [],
  exercises: [article('e', 'Vijf.')],
}
const order = ({ articles }: CovenantText) => articles.map(({ id }) => id).join('')
const pieces = (of: CovenantText) => piecesOf(of, () => '')
const told = (after: CovenantText) =>
  differencesBetween(pieces(text), pieces(after)).map(({ id, what }) => `${id} ${what}`)

test('an article is found with where it stands, also in annex 2', () => {
  expect(articleIn(text, 'a')).toMatchObject({ part: 'articles', after: '' })
  expect(articleIn(text, 'c')).toMatchObject({ part: 'articles', after: 'b' })
  expect(articleIn(text, 'e')).toMatchObject({ part: 'exercises', after: '' })
  expect(articleIn(text, 'x')).toBeUndefined()
})

test.each([
  ['first', '', 'nabcd'],
  ['behind another', 'b', 'abncd'],
  ['behind one that is gone: last', 'x', 'abcdn'],
])('a new one stands %s', (_, after, becomes) =>
  expect(order(withArticle(text, 'articles', article('n', 'Nieuw.'), after))).toBe(becomes),
)

test('one that moves stands there once', () => {
  expect(order(withArticle(text, 'articles', text.articles[0]!, 'c'))).toBe('bcad')
  expect(order(withArticle(text, 'articles', text.articles[3]!, ''))).toBe('dabc')
  expect(order(withoutArticle(text, 'b'))).toBe('acd')
})

test('the name of a new one is its own, and fits an address', () => {
  expect(newId(text, 'Wat wij doen')).toBe('wat-wij-doen')
  expect(newId(text, 'A')).toBe('a-2')
  expect(newId(text, 'E')).toBe('e-2')
  expect(newId(text, '12 regels')).toBe('a-12-regels')
  expect(newId(text, '???')).toBe('a-2')
  for (const title of ['Wat wij doen', '12', '!!!', 'ж', 'x'.repeat(200)])
    expect(newId(text, title)).toMatch(/^[a-z][a-z0-9-]{0,39}$/)
})

test('paragraphs have a blank line between them', () => {
  expect(paragraphsOf(' Een.\nnog een regel\n\n  \nTwee.\n \nDrie. \n')).toEqual([
    'Een.\nnog een regel',
    'Twee.',
    'Drie.',
  ])
  expect(paragraphsOf(' \n\n ')).toEqual([])
})

test('what differs is told piece by piece', () => {
  expect(told(text)).toEqual([])
  expect(told(withArticle(text, 'articles', article('n', 'Nieuw.'), 'a'))).toEqual(['n added'])
  expect(told(withoutArticle(text, 'c'))).toEqual(['c removed'])
  expect(told(withArticle(text, 'articles', article('b', 'Anders.'), 'a'))).toEqual(['b changed'])
  // Only what changed places, not all that it passed.
  expect(told(withArticle(text, 'articles', text.articles[0]!, 'd'))).toEqual(['a moved'])
  expect(told({ ...text, exercises: [] })).toEqual(['e removed'])
})

test('a title that changes is a change', () => {
  const renamed = { ...text, articles: text.articles.with(1, { ...text.articles[1]!, title: 'Anders' }) }
  expect(told(renamed)).toEqual(['b changed'])
})
