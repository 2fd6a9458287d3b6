/** The websites of a product are kept as the measurement keeps them, so that both speak of the same address. */
import { expect, test } from 'vitest'
import { sentOf } from '../../web/desk/sent.ts'
import { readProduct } from './fields.ts'
import { addressesOf } from './rules.ts'

const problemAt = (websites: string) => readProduct(sentOf({ websites }), new Set()).problems['websites']

test.each([
  ['https://Afspraken.gemeente.nl/', ['afspraken.gemeente.nl']],
  ['afspraken.gemeente.nl\n\nhttps://afspraken.gemeente.nl', ['afspraken.gemeente.nl']],
  // Two counters on one host are two websites.
  ['loket.gemeente.nl/noord\nloket.gemeente.nl/zuid', ['loket.gemeente.nl/noord', 'loket.gemeente.nl/zuid']],
  ['loket.gemeente.nl/?utm_source=brief', ['loket.gemeente.nl']],
  ['', []],
])('%j is kept as %j', (typed, kept) => expect(addressesOf(typed)).toEqual(kept))

test.each(['loket', 'ftp://loket.gemeente.nl', '127.0.0.1', 'piet@gemeente.nl', 'javascript:alert(1)'])(
  '“%s” is no website, and the form says so at its place',
  (typed) => expect(problemAt(typed)).toContain('geen webadres'),
)
test('what is a website is no problem', () => {
  expect(problemAt('loket.gemeente.nl/noord')).toBeUndefined()
})
