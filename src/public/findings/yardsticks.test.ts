/**
 * What is told of published evidence in the manner of others: worked out once, and in words for each of their tests.
 */
import { expect, test } from 'vitest'
import { AT, dns, exchangers, handshakes, http, mail, tls } from '../../../test/evidence.ts'
import type { Evidence } from '../../model/evidence.ts'
import { yardsticksOf } from '../../yardsticks/all.ts'
import { yardstickSays } from './messages-yardsticks.ts'
import { outcome } from './page-yardsticks.tsx'

const evidence = (kind: 'website' | 'mail-domain', seen: object): Evidence => ({
  format: 2,
  subject: { kind, address: 'voorbeeld.nl' },
  begun: AT,
  ended: AT,
  versions: {},
  host: Object.entries(seen).map(([probe, value]) => ({ probe, at: AT, result: { seen: true, value } })) as never,
  pages: [],
})
const all = [
  ...yardsticksOf(evidence('website', { dns: dns(), http: http(), tls: tls(), handshakes: handshakes() })),
  ...yardsticksOf(evidence('mail-domain', { mail: mail(), exchangers: exchangers() })),
]

test.each(['nl', 'en'] as const)('every test and part of theirs has words in %s', (lang) => {
  const says = yardstickSays(lang)
  const parts = all.flatMap(([, yardstick]) => yardstick!.parts)
  expect(parts.length).toBeGreaterThan(9)
  expect(parts.filter(({ part }) => !Object.hasOwn(says.part, part))).toEqual([])
  const tests = parts.flatMap(({ marks }) => marks.map(({ test: name }) => name))
  expect(tests.filter((name) => !Object.hasOwn(says.test, name))).toEqual([])
})

test('nothing that is not known is told as good or wrong', () => {
  expect(outcome('internet-nl-web', { test: 'x', span: [0, 10], most: 10 })).toBe('unknown')
  expect(outcome('internet-nl-web', { test: 'x', span: [10, 10], most: 10 })).toBe('pass')
  expect(outcome('internet-nl-web', { test: 'x', span: [2, 2], most: 10 })).toBe('part')
  expect(outcome('internet-nl-web', { test: 'x', span: [0, 0], most: 10 })).toBe('fail')
  expect(outcome('observatory', { test: 'cors', span: [-50, 0], most: 0 })).toBe('unknown')
  expect(outcome('observatory', { test: 'hsts', span: [0, 5], most: 5 })).toBe('pass')
  expect(outcome('observatory', { test: 'csp', span: [-25, -25], most: 10 })).toBe('fail')
})

test('who saw too little is told nothing', () => {
  expect(yardsticksOf(evidence('website', {})).map(([, told]) => told)).toEqual([null, null])
  expect(yardsticksOf(evidence('mail-domain', {})).map(([, told]) => told)).toEqual([null])
})
