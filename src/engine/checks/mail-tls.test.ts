/** How well servers that take mail encrypt: the worst counts. */
import { expect, test } from 'vitest'
import { exchanger, exchangers, handshakes, judgeWith } from '../../../test/evidence.ts'
import type { Exchanger, Handshakes } from '../../model/evidence.ts'
import { mailTls } from './mail-tls.ts'

const server = (over: Partial<Handshakes>, host = 'mx2.mail.example') =>
  exchanger({ host, handshakes: handshakes(over) })
const judged = (servers: readonly Exchanger[], over = {}) =>
  judgeWith(mailTls, { exchangers: exchangers(servers, over) }, { options: { ruleset: '2025-05' } })
const old = { ...handshakes().suites, TLSv1: { names: ['ECDHE_RSA_WITH_AES_128_GCM_SHA256'], order: null } } as const

test('of two servers the worst is told, by its name', () => {
  expect(judged([exchanger(), server({})])).toMatchObject({ reason: 'sufficient', verdict: 'met' })
  expect(judged([exchanger(), server({ suites: old })])).toMatchObject({
    reason: 'insufficient',
    verdict: 'unmet',
    seen: { which: 'mx2.mail.example: TLS 1.0' },
  })
  expect(judged([server({ primes: [{ bits: 3072, group: 'ffdhe3072' }] })])).toMatchObject({ verdict: 'partly' })
  expect(judged([server({ primes: [{ bits: 2048, group: 'modp14' }] })])).toMatchObject({ verdict: 'unmet' })
  const older = { ...handshakes().older!, extendedMasterSecret: false }
  expect(judged([server({ older })]).seen['which']).toBe('mx2.mail.example: without RFC 7627')
})

test('a server that was not seen leaves it open, unless another is bad', () => {
  const silent = exchanger({ host: 'mx3.mail.example', state: 'silent', handshakes: null })
  expect(judged([exchanger(), silent])).toMatchObject({ reason: 'not-seen', verdict: 'unknown' })
  expect(judged([server({ suites: old }), silent]).verdict).toBe('unmet')
  expect(judged([], { none: true }).verdict).toBe('not-applicable')
})

test('a server that was seen half is not clean', () => {
  expect(judged([server({ lacks: { suites: ['too-many'] } })])).toMatchObject({
    verdict: 'unknown',
    reason: 'half-seen.too-many',
  })
  expect(judged([server({ suites: old, lacks: { suites: ['too-many'] } })]).verdict).toBe('unmet')
})
