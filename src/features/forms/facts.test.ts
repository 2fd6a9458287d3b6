/** What the register knows of a product, as answers; of what it does not know nothing is offered. */
import { expect, test } from 'vitest'
import { testDeps } from '../../../test/desk.ts'
import { questionnaireFor } from '../../catalogue/questionnaires.ts'
import type { Product } from '../../model/product.ts'
import { factsOf } from './facts.ts'

const { questionnaires } = testDeps()
const product: Product = {
  id: 'balieplan',
  owner: 'Klantcontact',
  name: 'Balieplan',
  supplier: 'Planbureau',
  version: '6.1',
  configuration: 'Standaard',
  deployment: 'Balie en website',
  description: '',
  contractStartsOn: null,
  contractEndsOn: '2027-03-01',
  costPerYear: 12_500,
  data: ['contact', 'bestaat-niet-meer'],
  websites: ['www.balieplan.example'],
}
const facts = (which: 'full-test' | 'pre-check', over: Partial<Product> = {}) =>
  Object.values(factsOf(questionnaireFor(questionnaires, which, 'product')!, { ...product, ...over })).map(
    ({ value }) => value,
  )

test('name, version, supplier, use, settings, kinds of data and contract are answers of the product test', () =>
  expect(facts('full-test')).toEqual([
    'Balieplan 6.1 van Planbureau',
    'Balie en website. Te vinden op www.balieplan.example',
    'Standaard',
    ['contact'],
    'Het contract loopt af op 1 maart 2027. Het kost € 12.500 per jaar',
  ]))

test('what is not known is not offered', () =>
  expect(
    facts('full-test', {
      supplier: '',
      version: '',
      configuration: '',
      deployment: '',
      contractEndsOn: null,
      costPerYear: null,
      data: ['bestaat-niet-meer'],
      websites: [],
    }),
  ).toEqual(['Balieplan']))

test.each([
  [['contact'], ['ja']],
  [['geen_personen'], ['nee']],
  [['geen_personen', 'bsn'], ['ja']],
  [[], []],
])('of kinds of data %j the pre-check is offered %j', (data, expected) =>
  expect(facts('pre-check', { data })).toEqual(expected),
)
