/** When a description of an interface holds, and when nobody is blamed for one. */
import { expect, test } from 'vitest'
import { descriptions, judgeWith, seen, unseen } from '../../../test/evidence.ts'
import type { Described, Interface } from '../../model/evidence.ts'
import { interfaceDescribed } from './interface-described.ts'

const file = 'https://www.voorbeeld.nl/api/openapi.json'
const described = (value: Partial<Interface> | null, over: Partial<Described> = {}): Described => ({
  href: 'https://www.voorbeeld.nl/api/',
  said: 'API',
  page: 'https://www.voorbeeld.nl/',
  file,
  result: value === null ? unseen('gone') : seen({ version: '3.0.3', title: 'Standen', lacks: [], ...value }),
  ...over,
})
const judged = (...looked: readonly Described[]) =>
  judgeWith(interfaceDescribed, { descriptions: descriptions([], looked) })
const elsewhere = { file: 'https://api.elders.nl/openapi.json' }
const lacking = { lacks: ['/info: version'] }

test('one as its specification has it holds, whose ever it is', () => {
  expect(judged(described({}))).toMatchObject({
    reason: 'described',
    verdict: 'met',
    seen: { found: 1, details: [`${file} · Standen · 3.0.3`] },
  })
  expect(judged(described({ version: '3.1.1' }, elsewhere)).reason).toBe('described')
  expect(judged(described({}), described(null)).reason).toBe('described')
})

test('of its own what is not right is named, and the old form too', () => {
  expect(judged(described({}), described(lacking))).toMatchObject({
    reason: 'lacking',
    verdict: 'partly',
    seen: { elements: 1, details: [`${file} · /info: version`] },
  })
  expect(judged(described({ version: '2.0' }))).toMatchObject({ reason: 'old', verdict: 'partly' })
  expect(judged(described({ version: '2.0', ...lacking })).reason).toBe('lacking')
})

test.each<[string, string, readonly Described[]]>([
  ['one of another that is not right', 'of-others', [described(lacking, elsewhere)]],
  ['an old one of another', 'of-others', [described({ version: '2.0' }, elsewhere)]],
  ['none at the usual addresses', 'not-found', [described(null)]],
  ['one that did not come', 'not-read', [described(null, { result: unseen('timeout') })]],
  [
    'its own that did not come, beside a good one',
    'not-read',
    [described({}), described(null, { result: unseen('robots') })],
  ],
  ['a version of later', 'newer', [described({ version: '4.0.0', ...lacking })]],
])('near miss: %s is unknown', (_, reason, looked) => {
  expect(judged(...looked)).toMatchObject({ reason, verdict: 'unknown' })
})

test('no link, and a link to a page of another', () => {
  expect(judged()).toMatchObject({ reason: 'not-seen', verdict: 'unknown' })
  const other = { ...descriptions(), interfaces: { found: 1, looked: [] } }
  expect(judgeWith(interfaceDescribed, { descriptions: other })).toMatchObject({
    reason: 'not-found',
    verdict: 'unknown',
  })
})
