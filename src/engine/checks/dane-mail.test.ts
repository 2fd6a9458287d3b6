/** DANE of the servers that take mail. */
import { expect, test } from 'vitest'
import { certificate, exchanger, exchangers, handshakes, judgeWith, mail } from '../../../test/evidence.ts'
import type { Mail, Tlsa } from '../../model/evidence.ts'
import { daneMail } from './dane-mail.ts'

const tlsa = (state: Tlsa['state'], usage: number | null = 3): Tlsa => ({
  name: '_25._tcp.mx.test',
  records: usage === null ? [] : [{ usage, selector: 1, matching: 1, data: 'ab'.repeat(32) }],
  state,
})
const server = (host: string, records?: Tlsa): Mail['mx'][number] => ({
  priority: 10,
  host,
  a: [],
  aaaa: [],
  ...(records && { tlsa: records }),
})
const of = (servers: Mail['mx'], over: Partial<Mail> = {}) =>
  judgeWith(daneMail, { mail: mail({ mx: servers, mxVouched: true, ...over }), exchangers: exchangers([]) })

test('none at all, none at some', () => {
  expect(of([server('mx1', tlsa('secure', null)), server('mx2', tlsa('insecure', null))])).toMatchObject({
    reason: 'missing',
    verdict: 'unmet',
  })
  expect(of([server('mx1', tlsa('secure')), server('mx2', tlsa('secure', null))])).toMatchObject({
    reason: 'some',
    verdict: 'partly',
    seen: { hosts: 'mx2', count: 1, total: 2 },
  })
})

test('records that nobody can rely on, or that mail servers cannot use', () => {
  expect(of([server('mx1', tlsa('insecure'))])).toMatchObject({ reason: 'insecure-server', verdict: 'partly' })
  expect(of([server('mx1', tlsa('secure'))], { dnssec: 'insecure' })).toMatchObject({
    reason: 'insecure-domain',
    verdict: 'partly',
  })
  expect(of([server('mx1', tlsa('secure', 1))])).toMatchObject({ reason: 'unusable', verdict: 'unmet' })
})

test('of a domain that is not signed records are told only where they were read', () => {
  const lacks = { tlsa: ['no-answer'] } as const
  expect(of([server('mx1')], { dnssec: 'insecure', lacks })).toMatchObject({ reason: 'unseen', verdict: 'unknown' })
  const half = of([server('mx1', tlsa('secure')), server('mx2')], { dnssec: 'insecure', lacks })
  expect(half.verdict).toBe('unknown')
})

test('records alone are not enough: whether they fit is not known until the server was spoken to', () => {
  expect(of([server('mx1', tlsa('secure'))])).toMatchObject({ reason: 'not-compared', verdict: 'unknown' })
})

test('no mail, no answer, a resolver that does not look, evidence of before', () => {
  expect(of([]).verdict).toBe('not-applicable')
  expect(of([server('mx1', tlsa('secure'))], { nullMx: true }).verdict).toBe('not-applicable')
  expect(of([], { lacks: { exchangers: ['no-answer'] } }).verdict).toBe('unknown')
  expect(of([server('mx1', tlsa('unseen'))]).verdict).toBe('unknown')
  expect(of([server('mx1', tlsa('bogus'))]).verdict).toBe('unknown')
  expect(of([server('mx1')]).verdict).toBe('unknown')
  expect(of([server('mx1', tlsa('secure'))], { mxVouched: false }).verdict).toBe('unknown')
  const half = of([server('mx1', tlsa('secure', null)), server('mx2')], { lacks: { tlsa: ['no-answer'] } })
  expect(half.verdict).not.toBe('unmet')
})

test('what was said beforehand beside what the servers showed', () => {
  const showing = (host: string, key256: string) => {
    const digests = { key256, key512: '', whole512: '' }
    return exchanger({ host, handshakes: handshakes({ chain: [certificate({ digests })] }) })
  }
  const both = [server('mx1', tlsa('secure')), server('mx2', tlsa('secure'))]
  const [right, wrong] = ['ab'.repeat(32), 'cd'.repeat(32)]
  const beside = (...shown: ReturnType<typeof showing>[]) =>
    judgeWith(daneMail, { mail: mail({ mx: both, mxVouched: true }), exchangers: exchangers(shown) })
  expect(beside(showing('mx1', right), showing('mx2', right))).toMatchObject({ reason: 'match', verdict: 'met' })
  expect(beside(showing('mx1', right), showing('mx2', wrong))).toMatchObject({
    reason: 'mismatch',
    verdict: 'unmet',
    seen: { hosts: 'mx2' },
  })
  // One of them kept silent.
  expect(beside(showing('mx1', right), exchanger({ host: 'mx2', state: 'silent', handshakes: null }))).toMatchObject({
    reason: 'not-compared',
    verdict: 'unknown',
  })
})

test('an anchor asks for a name: of the server, of what it is an alias of, or of the mail domain', () => {
  const digests = { key256: 'ab'.repeat(32), key512: '', whole512: '' }
  const judged = (names: readonly string[], name = '_25._tcp.mx1') =>
    judgeWith(daneMail, {
      mail: mail({ domain: 'stad.nl', mx: [server('mx1', { ...tlsa('secure', 2), name })], mxVouched: true }),
      exchangers: exchangers([
        exchanger({
          host: 'mx1',
          nameMatches: false,
          handshakes: handshakes({
            chain: [
              certificate({ names, subject: 'Server', issuer: 'Uitgever' }),
              certificate({ subject: 'Uitgever', issuer: 'Uitgever', digests }),
            ],
          }),
        }),
      ]),
    })
  expect(judged(['stad.nl']).reason).toBe('match')
  expect(judged(['mx.wolk.nl'], '_25._tcp.mx.wolk.nl').reason).toBe('match')
  expect(judged(['mx.wolk.nl'])).toMatchObject({ reason: 'mismatch', verdict: 'unmet' })
  expect(judged(['post.stad.nl']).reason).toBe('mismatch')
})
