/** Tag lists. */
import { expect, test } from 'vitest'
import { tagsOf } from './tags.ts'

test('tags are read in lower case, values as they are, in order', () => {
  const tags = tagsOf('v=DMARC1;P = Reject ; rua=mailto:a@b.nl?x=1;')!
  expect([...tags]).toEqual([
    ['v', 'DMARC1'],
    ['p', 'Reject'],
    ['rua', 'mailto:a@b.nl?x=1'],
  ])
})

test.each(['v=1; p', 'v=1; v=2', '=x', 'a-b=1'])('"%s" is no tag list', (text) => {
  expect(tagsOf(text)).toBeNull()
})

test('nothing is an empty list, and fifty parts are enough', () => {
  expect(tagsOf(' ; ')!.size).toBe(0)
  expect(tagsOf(Array.from({ length: 90 }, (_, index) => `a${index}=1`).join(';'))!.size).toBe(50)
})
