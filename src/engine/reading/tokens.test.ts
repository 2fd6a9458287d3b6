/** Names of texts by which a domain was proven to a service. */
import { expect, test } from 'vitest'
import { serviceOfToken, tokensIn } from './tokens.ts'

test('keeps the names alone, once each, in order, and never what stands behind them', () => {
  expect(
    tokensIn([
      'google-site-verification=AbC_123',
      'google-site-verification=ander',
      'MS=ms12345678',
      'ZOOM_verify_x1y2z3=abc',
      'onbekend-domain-verification=geheim',
      'docusign: 05958488',
    ]),
  ).toEqual(['docusign', 'google-site-verification', 'ms', 'onbekend-domain-verification', 'zoom_verify'])
})

test('other texts are no proof of anything', () => {
  expect(
    tokensIn(['v=spf1 -all', 'v=DMARC1; p=none', 'Welkom bij ons', '=x', 'constructor=1', 'geen verificatie hier']),
  ).toEqual([])
})

test('knows the service of some, and of no name that it does not have', () => {
  expect(serviceOfToken('ms')).toBe('microsoft.com')
  expect(serviceOfToken('onbekend-domain-verification')).toBeUndefined()
  expect(serviceOfToken('constructor')).toBeUndefined()
})

test('however many there are, few are kept', () => {
  expect(tokensIn(Array.from({ length: 500 }, (_, at) => `dienst${at}-verification=x`))).toHaveLength(40)
})
