/** Whether the issuer of the certificate is one that CAA allows. */
import { expect, test } from 'vitest'
import { certificate, dns, HOST, judgeWith, tls } from '../../../test/evidence.ts'
import type { Certificate, Tls } from '../../model/evidence.ts'
import { caaIssuer } from './caa-issuer.ts'

type Wanted = { leaf?: Partial<Certificate>; over?: Partial<Tls> }
const with_ = (records: readonly [tag: string, value: string][], { leaf = {}, over = {} }: Wanted = {}) =>
  judgeWith(caaIssuer, {
    dns: dns({ caa: { name: 'voorbeeld.nl', records: records.map(([tag, value]) => ({ flags: 0, tag, value })) } }),
    tls: tls({ chain: [certificate(leaf)], ...over }),
  })

test('named, alone or among others, with parameters, by another name of the same', () => {
  expect(with_([['issue', 'letsencrypt.org']])).toMatchObject({ reason: 'named', verdict: 'met' })
  expect(
    with_([
      ['issue', 'digicert.com'],
      ['issue', 'letsencrypt.org; validationmethods=dns-01'],
    ]).verdict,
  ).toBe('met')
  const sectigo = { leaf: { issuer: 'C=GB, ST=Greater Manchester, O=Sectigo Limited, CN=Sectigo RSA DV' } }
  expect(with_([['issue', 'comodoca.com']], sectigo).verdict).toBe('met')
})

test('an authority that we do not know, which calls itself by the domain in the record', () => {
  const self = { leaf: { issuer: 'O=waarmerk.nl, CN=Waarmerk R1' } }
  expect(with_([['issue', 'waarmerk.nl']], self)).toMatchObject({ reason: 'named', verdict: 'met' })
  // Another may be its name too.
  expect(with_([['issue', 'anders.nl']], self).reason).toBe('not-known')
  const called = { leaf: { issuer: 'O=Stichting Waarmerk, CN=Waarmerk R1' } }
  expect(with_([['issue', 'waarmerk.nl']], called).reason).toBe('not-known')
})

test('only others, and nobody', () => {
  expect(with_([['issue', 'digicert.com']])).toMatchObject({
    reason: 'other',
    verdict: 'partly',
    seen: { issuers: 'digicert.com' },
  })
  expect(with_([['issue', ';']])).toMatchObject({ reason: 'nobody', verdict: 'partly' })
})

test('a wildcard is another matter where it has a record of its own', () => {
  const wild = { leaf: { names: ['*.voorbeeld.nl', 'voorbeeld.nl'] } }
  expect(
    with_(
      [
        ['issue', 'letsencrypt.org'],
        ['issuewild', ';'],
      ],
      wild,
    ).reason,
  ).toBe('nobody')
  expect(
    with_(
      [
        ['issue', 'letsencrypt.org'],
        ['issuewild', ';'],
      ],
      { leaf: { names: [HOST] } },
    ).reason,
  ).toBe('named')
  expect(with_([['issue', 'letsencrypt.org']], wild).reason).toBe('named')
})

test('no list, an issuer that we do not know, one of their own making, no answer', () => {
  expect(with_([]).verdict).toBe('not-applicable')
  expect(with_([['iodef', 'mailto:a@b.nl']]).verdict).toBe('not-applicable')
  expect(with_([['issue', 'a.nl']], { leaf: { issuer: 'O=Nieuwe Uitgever B.V., CN=X' } })).toMatchObject({
    reason: 'not-known',
    verdict: 'unknown',
  })
  expect(with_([['issue', 'a.nl']], { leaf: { issuer: 'CN=zonder organisatie' } }).verdict).toBe('unknown')
  expect(with_([['issue', 'a.nl']], { over: { trusted: false } }).verdict).toBe('unknown')
  const unheard = { dns: dns({ caa: null, lacks: { caa: ['no-answer'] } }), tls: tls() }
  expect(judgeWith(caaIssuer, unheard).verdict).toBe('unknown')
})

test('each name in the certificate counts, and only by the records that hold for it', () => {
  const both: [string, string][] = [
    ['issue', 'letsencrypt.org'],
    ['issuewild', ';'],
  ]
  // The name of the domain on the host below it is no wildcard.
  expect(with_(both, { leaf: { names: ['voorbeeld.nl'] } }).reason).toBe('named')
  expect(with_(both, { leaf: { names: [HOST, '*.voorbeeld.nl'] } }).reason).toBe('nobody')
  const elsewhere: [string, string][] = [both[0]!, ['issuewild', 'digicert.com']]
  expect(with_(elsewhere, { leaf: { names: [HOST, '*.voorbeeld.nl'] } })).toMatchObject({
    reason: 'other',
    seen: { issuers: 'digicert.com' },
  })
  // What stands at a name beside the host was not asked for.
  expect(with_(both, { leaf: { names: [HOST, '*.ander.nl', '*.dienst.voorbeeld.nl'] } }).reason).toBe('named')
  expect(with_(both, { leaf: { names: ['ander.nl'] } })).toMatchObject({ reason: 'other-name', verdict: 'unknown' })
  expect(with_([['issuewild', ';']], { leaf: { names: [HOST] } }).verdict).toBe('not-applicable')
  const own = { name: HOST, records: [{ flags: 0, tag: 'issue', value: ';' }] }
  const wild = tls({ chain: [certificate({ names: ['*.voorbeeld.nl'] })] })
  expect(judgeWith(caaIssuer, { dns: dns({ caa: own }), tls: wild }).reason).toBe('other-name')
})

test('a critical tag that nobody knows stops every authority', () => {
  const among = (flags: number, tag: string) => {
    const records = [
      { flags: 0, tag: 'issue', value: 'letsencrypt.org' },
      { flags, tag, value: 'x' },
    ]
    return judgeWith(caaIssuer, { dns: dns({ caa: { name: 'voorbeeld.nl', records } }), tls: tls() }).reason
  }
  expect(among(128, 'tbs')).toBe('nobody')
  expect(among(0, 'tbs')).toBe('named')
  expect(among(128, 'iodef')).toBe('named')
})
