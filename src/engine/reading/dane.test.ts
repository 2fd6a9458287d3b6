/** TLSA records held beside certificates as they were really made. */
import { createHash, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { certify } from '../../outside/test-net.ts'
import { described } from '../probes/tls/certificate.ts'
import type { Certificate, Tlsa, TlsaRecord } from '../../model/evidence.ts'
import { coversHost, daneOf, type Shown } from './dane.ts'

const authority = certify('Proefuitgever', { authority: true })
const leaf = certify('mx.test', { by: authority })
const other = certify('ander.test')
const read = (pem: string) => new X509Certificate(pem)
const chain = [leaf, authority].map(({ tls }) => described(read(tls.cert)))
const shown = (over: Partial<Shown> = {}): Shown => ({ chain, trusted: true, nameMatches: true, ...over })

/** As an administrator makes it: the whole certificate or its key, as it is, by SHA-256 or by SHA-512. */
function record(usage: number, selector: number, matching: number, of: { tls: { cert: string } } = leaf): TlsaRecord {
  const certificate = read(of.tls.cert)
  const bytes = selector === 0 ? certificate.raw : certificate.publicKey.export({ type: 'spki', format: 'der' })
  const data =
    matching === 0
      ? bytes.toString('hex')
      : createHash(matching === 1 ? 'sha256' : 'sha512')
          .update(bytes)
          .digest('hex')
  return { usage, selector, matching, data }
}
const tlsa = (records: readonly TlsaRecord[], state: Tlsa['state'] = 'secure'): Tlsa => ({
  name: '_25._tcp.mx.test',
  records,
  state,
})
const mail = (records: readonly TlsaRecord[], as = shown()) => daneOf(tlsa(records), as, { mail: true })
const web = (records: readonly TlsaRecord[], as = shown()) => daneOf(tlsa(records), as, { mail: false })

test.each([
  [3, 1, 1],
  [3, 1, 2],
  [3, 0, 1],
  [3, 0, 2],
])('%i %i %i of the certificate that is shown fits, of another does not', (usage, selector, matching) => {
  expect(mail([record(usage, selector, matching)])).toBe('match')
  expect(mail([record(usage, selector, matching, other)])).toBe('mismatch')
  // One for the next certificate beside that of now.
  expect(mail([record(usage, selector, matching, other), record(usage, selector, matching)])).toBe('match')
})

test('by usage 3 neither name nor issuer counts; by usage 2 the name does', () => {
  expect(mail([record(3, 1, 1)], shown({ nameMatches: false, trusted: false }))).toBe('match')
  expect(mail([record(2, 1, 1, authority)])).toBe('match')
  expect(mail([record(2, 0, 2, authority)], shown({ trusted: false }))).toBe('match')
  expect(mail([record(2, 1, 1, authority)], shown({ nameMatches: false }))).toBe('mismatch')
  expect(mail([record(2, 1, 1, authority)], shown({ nameMatches: null }))).toBe('unseen')
  // The server's own key is no anchor, and an anchor that was not sent cannot be found.
  expect(mail([record(2, 1, 1)])).toBe('mismatch')
  expect(mail([record(2, 1, 1, authority)], shown({ chain: chain.slice(0, 1) }))).toBe('mismatch')
  // Nor one that was sent beside, and vouches for nothing.
  const beside = [chain[0]!, described(read(other.tls.cert))]
  expect(mail([record(2, 1, 1, other)], shown({ chain: beside }))).toBe('mismatch')
})

test('usages 0 and 1 lean on known authorities: for a website, never for mail', () => {
  for (const [usage, of] of [
    [0, authority],
    [1, leaf],
  ] as const) {
    expect(mail([record(usage, 1, 1, of)])).toBe('unusable')
    expect(web([record(usage, 1, 1, of)])).toBe('match')
    expect(web([record(usage, 1, 1, of)], shown({ trusted: false }))).toBe('mismatch')
  }
  expect(mail([record(1, 1, 1), record(3, 1, 1)])).toBe('match')
})

test('a root that is not sent may be the one that usage 0 names; one that is sent is what it is', () => {
  const alone = { chain: chain.slice(0, 1) }
  expect(web([record(0, 1, 1, authority)], shown(alone))).toBe('unseen')
  expect(web([record(0, 1, 1, authority)], shown({ ...alone, trusted: null }))).toBe('unseen')
  // Another record fits, nobody trusts it, its name is another's, or the root was sent: then all is seen.
  expect(web([record(0, 1, 1, authority), record(3, 1, 1)], shown(alone))).toBe('match')
  expect(web([record(0, 1, 1, authority)], shown({ ...alone, trusted: false }))).toBe('mismatch')
  expect(web([record(0, 1, 1, authority)], shown({ ...alone, nameMatches: false }))).toBe('mismatch')
  expect(web([record(0, 1, 1, other)])).toBe('mismatch')
  // Usage 2 asks that the anchor is sent (RFC 7671 §5.2.2), and usage 1 is about the server's own.
  expect(web([record(2, 1, 1, authority)], shown(alone))).toBe('mismatch')
  expect(web([record(1, 1, 1, other)], shown(alone))).toBe('mismatch')
})

test.each([
  [{ ...record(3, 1, 1), usage: 4 }],
  [{ ...record(3, 1, 1), selector: 2 }],
  [{ ...record(3, 1, 1), matching: 3 }],
  [{ ...record(3, 1, 1), matching: 2 }],
  [{ ...record(3, 1, 1), data: record(3, 1, 1).data.slice(2) }],
  [{ ...record(3, 1, 0), data: '' }],
])('%o is not in the grammar', (wrong) => {
  expect(mail([wrong])).toBe('unusable')
  expect(mail([wrong, record(3, 1, 1)])).toBe('match')
})

test('who vouches for the records comes first', () => {
  expect(daneOf(tlsa([record(3, 1, 1)], 'insecure'), shown(), { mail: true })).toBe('insecure')
  expect(daneOf(tlsa([record(3, 1, 1)], 'bogus'), shown(), { mail: true })).toBe('bogus')
  expect(daneOf(tlsa([record(3, 1, 1)], 'unseen'), shown(), { mail: true })).toBe('unseen')
  expect(daneOf(tlsa([], 'secure'), null, { mail: true })).toBe('none')
  expect(daneOf(tlsa([], 'insecure'), null, { mail: true })).toBe('none')
})

test('what was not shown, or not kept, is not compared', () => {
  expect(daneOf(tlsa([record(3, 1, 1)]), null, { mail: true })).toBe('unseen')
  expect(mail([record(3, 1, 1)], shown({ chain: [] }))).toBe('unseen')
  expect(mail([record(3, 1, 0)])).toBe('unseen')
  const before = chain.map((each) => ({ ...each, digests: undefined }) as unknown as Certificate)
  expect(mail([record(3, 1, 1)], shown({ chain: before }))).toBe('unseen')
  expect(mail([record(3, 0, 1)], shown({ chain: before }))).toBe('match')
})

test('certificates may be sent in another order (RFC 8446 §4.4.2), and two may have the same name', () => {
  const middle = certify('Tussenuitgever', { authority: true, by: authority })
  const below = certify('mx.test', { by: middle })
  const sent = [below, authority, middle].map(({ tls }) => described(read(tls.cert)))
  expect(mail([record(2, 1, 1, middle)], shown({ chain: sent }))).toBe('match')
  expect(mail([record(2, 1, 1, authority)], shown({ chain: sent }))).toBe('match')
  const namesake = described(read(certify('Tussenuitgever', { authority: true }).tls.cert))
  expect(mail([record(2, 1, 1, middle)], shown({ chain: [sent[0]!, namesake, sent[2]!] }))).toBe('match')
  expect(mail([record(2, 1, 1, other)], shown({ chain: [...sent, described(read(other.tls.cert))] }))).toBe('mismatch')
})

test.each([
  [['MX.test'], 'mx.test', true],
  [['*.post.nl'], 'mx.post.nl', true],
  [['*.post.nl'], 'post.nl', false],
  [['*.post.nl'], 'a.mx.post.nl', false],
  [['stad.nl'], 'mx.stad.nl', false],
  [[], 'mx.test', false],
])('a certificate for %j is for %s: %s', (names, host, covered) => {
  expect(coversHost(names, host)).toBe(covered)
})
