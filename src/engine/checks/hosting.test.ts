/** Whether the company behind a site, its mail and its name servers is told, and never guessed. */
import { describe, expect, test } from 'vitest'
import { certificate, dns, judgeWith, mail, tls } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import { certificateIssuer } from './certificate-issuer.ts'
import { hostingDns } from './hosting-dns.ts'
import { hostingMail } from './hosting-mail.ts'
import { hostingWeb } from './hosting-web.ts'

const lists = listsWith({
  owners: {
    'cloud.example': { service: 'Wolk', company: 'Cloud Ireland Ltd', parent: 'Cloud Inc.', country: 'US' },
    'hosting.example': { service: 'Hosting', company: 'Hosting BV', parent: 'Hosting BV', country: 'NL' },
    'rand.example': { service: 'Rand', company: 'Rand Inc.', parent: 'Rand Inc.', country: 'US', category: 'cdn' },
    'wegwijzer.example': { company: 'Rand Inc.', parent: 'Rand Inc.', country: 'US', category: 'dns' },
    'namen.example': { company: 'Namen Inc.', parent: 'Namen Inc.', country: 'US', category: 'dns' },
    'net.example': { service: 'Net', company: 'Net d.o.o.', parent: 'Net d.o.o.', country: 'SE', category: 'cdn' },
    'letsencrypt.org': { service: 'Wij tekenen', company: 'Teken Group', parent: 'Teken Group', country: 'US' },
    'buypass.com': { service: 'Buypass', company: 'Buypass AS', parent: 'Buypass AS', country: 'NO' },
    'gezag.example': { service: 'Gezag', company: 'Gezag AB', parent: 'Gezag AB', country: 'SE' },
    'dns.example': { service: 'DNS', company: 'Namen AB', parent: 'Namen AB', country: 'SE' },
  },
})
const ns = (...hosts: string[]) => hosts.map((host) => ({ host, a: [], aaaa: [] }))
const mx = (...hosts: string[]) => hosts.map((host, priority) => ({ priority, host, a: [], aaaa: [] }))

describe('an owner on one source only', () => {
  const half = listsWith({ owners: { 'half.example': { company: 'Half BV', parent: null, country: null } } })
  test('is not known, and is told without parent and country', () => {
    const answer = judgeWith(hostingDns, { dns: dns({ ns: ns('ns1.half.example') }) }, { lists: half })
    expect(answer).toMatchObject({ reason: 'not-known', verdict: 'unknown', seen: { names: 'ns1.half.example' } })
    expect(answer.seen['details']).toEqual([expect.stringContaining('Half BV, –, – (')])
  })
})

describe('hosting-web', () => {
  test('tells the parent outside the EEA, also if the company itself lies inside', () => {
    const answer = judgeWith(hostingWeb, { dns: dns({ cname: ['x.cloud.example'], ptr: [] }) }, { lists })
    expect(answer).toMatchObject({
      reason: 'outside',
      verdict: 'partly',
      seen: { company: 'Cloud Ireland Ltd', parent: 'Cloud Inc.', country: 'US' },
    })
    expect(answer.seen['details']).toEqual([expect.stringContaining('cname x.cloud.example: Wolk')])
  })
  test('a European company by its reverse name is inside', () => {
    expect(judgeWith(hostingWeb, { dns: dns() }, { lists })).toMatchObject({
      reason: 'inside',
      verdict: 'met',
      seen: { company: 'Hosting BV' },
    })
  })
  test('a network from outside before a European machine is told', () => {
    expect(judgeWith(hostingWeb, { dns: dns({ cname: ['e.cloud.example'] }) }, { lists }).reason).toBe('outside')
  })
  test('name servers say nothing about who runs the site', () => {
    const answer = judgeWith(hostingWeb, { dns: dns({ ptr: [], ns: ns('ns1.cloud.example') }) }, { lists })
    expect(answer).toMatchObject({ reason: 'no-names', verdict: 'unknown' })
  })
  test('a name that only contains a known name is not known', () => {
    const evidence = {
      dns: dns({
        ptr: [{ address: '192.0.2.1', names: ['cloud.example.elders.nl', 'mycloud.example'] }],
      }),
    }
    expect(judgeWith(hostingWeb, evidence, { lists })).toMatchObject({ reason: 'not-known', verdict: 'unknown' })
  })
  test('an alias within the own domain tells nothing', () => {
    expect(judgeWith(hostingWeb, { dns: dns({ cname: ['voorbeeld.nl'], ptr: [] }) }, { lists })).toMatchObject({
      reason: 'own-name',
      verdict: 'unknown',
    })
  })
})

describe('hosting-mail', () => {
  test('tells who receives the mail', () => {
    expect(judgeWith(hostingMail, { mail: mail({ mx: mx('in.cloud.example') }) }, { lists })).toMatchObject({
      reason: 'outside',
      verdict: 'partly',
    })
    const european = mail({ mx: mx('a.hosting.example', 'b.hosting.example') })
    expect(judgeWith(hostingMail, { mail: european }, { lists }).reason).toBe('inside')
  })
  test('one unknown exchanger beside a known one leaves it unknown', () => {
    expect(
      judgeWith(hostingMail, { mail: mail({ mx: mx('a.hosting.example', 'mx.elders.nl') }) }, { lists }),
    ).toMatchObject({ reason: 'not-known', verdict: 'unknown' })
  })
  test('an own mail server is the own name, not a verdict', () => {
    expect(judgeWith(hostingMail, { mail: mail({ mx: mx('mail.voorbeeld.nl') }) }, { lists }).reason).toBe('own-name')
  })
  test('a domain without mail has no mail host', () => {
    expect(judgeWith(hostingMail, { mail: mail({ mx: [] }) }, { lists })).toMatchObject({
      reason: 'no-mail',
      verdict: 'not-applicable',
    })
    expect(judgeWith(hostingMail, { mail: mail({ nullMx: true }) }, { lists }).reason).toBe('no-mail')
  })
})

describe('hosting-dns', () => {
  test('tells who runs the name servers', () => {
    expect(judgeWith(hostingDns, { dns: dns() }, { lists })).toMatchObject({
      reason: 'inside',
      seen: { country: 'SE' },
    })
    expect(
      judgeWith(hostingDns, { dns: dns({ ns: ns('ns1.dns.example', 'ns.cloud.example') }) }, { lists }),
    ).toMatchObject({ reason: 'outside', seen: { parent: 'Cloud Inc.' } })
  })
  test('unknown and own name servers stay unknown', () => {
    expect(judgeWith(hostingDns, { dns: dns({ ns: ns('ns1.elders.nl') }) }, { lists }).reason).toBe('not-known')
    expect(judgeWith(hostingDns, { dns: dns({ ns: ns('ns1.voorbeeld.nl') }) }, { lists }).reason).toBe('own-name')
    expect(judgeWith(hostingDns, { dns: dns({ ns: [] }) }, { lists })).toMatchObject({
      reason: 'no-names',
      verdict: 'unknown',
    })
  })
})
test('of a site one known name is enough; of name servers each must be known', () => {
  const names = ns('ns1.dns.example', 'ns1.niemand.example')
  expect(judgeWith(hostingDns, { dns: dns({ ns: names }) }, { lists }).reason).toBe('not-known')
  const web = dns({ cname: ['x.niemand.example'], ptr: [{ address: '192.0.2.1', names: ['web.hosting.example'] }] })
  expect(judgeWith(hostingWeb, { dns: web }, { lists }).reason).toBe('inside')
})

describe('a network that passes on what stands elsewhere', () => {
  const behind = (...hosts: string[]) =>
    judgeWith(
      hostingWeb,
      { dns: dns({ cname: hosts.slice(0, 1), ptr: [{ address: '192.0.2.1', names: hosts.slice(1) }] }) },
      {
        lists,
      },
    )
  test('is told as such, and of one in Europe nothing follows for the machine behind it', () => {
    expect(behind('x.rand.example')).toMatchObject({
      reason: 'cdn-outside',
      verdict: 'partly',
      seen: { company: 'Rand Inc.' },
    })
    expect(behind('x.net.example')).toMatchObject({ reason: 'cdn-inside', verdict: 'unknown' })
  })
  test('from outside before a European host, or with names of its own that lead there, is told as such', () => {
    expect(behind('klant.hosting.example', 'x.rand.example')).toMatchObject({
      reason: 'cdn-outside',
      seen: { company: 'Rand Inc.', country: 'US' },
    })
    expect(behind('x.wegwijzer.example', 'x.rand.example').reason).toBe('cdn-outside')
    expect(behind('x.wegwijzer.example').reason).toBe('outside')
    expect(behind('x.namen.example', 'x.rand.example').reason).toBe('outside')
  })
  test('beside a company that keeps machines it says nothing of its own', () => {
    expect(behind('x.net.example', 'web.hosting.example')).toMatchObject({ reason: 'inside', verdict: 'met' })
    expect(behind('x.rand.example', 'srv.cloud.example')).toMatchObject({ reason: 'outside', verdict: 'partly' })
    expect(behind('x.niemand.example')).toMatchObject({ reason: 'not-known' })
  })
})

describe('certificate-issuer', () => {
  const signed = (issuer: string, trusted = true) =>
    judgeWith(certificateIssuer, { tls: tls({ chain: [certificate({ issuer })], trusted }) }, { lists })
  test('tells whose the authority is, also of one that calls itself by its domain', () => {
    expect(signed("C=US, O=Let's Encrypt, CN=R10")).toMatchObject({
      reason: 'outside',
      verdict: 'partly',
      seen: { company: 'Teken Group', country: 'US', names: "Let's Encrypt" },
    })
    expect(signed('C=NO,O=Buypass AS-983163327,CN=Buypass Class 2 CA 5')).toMatchObject({
      reason: 'inside',
      verdict: 'met',
    })
    expect(signed('O=Gezag.example, CN=G1').reason).toBe('inside')
  })
  test.each([
    ['an authority on no list', 'O=Niemand Trust, CN=N1'],
    ['one under whose name another signs', 'O=ZeroSSL, CN=ZeroSSL RSA'],
    ['one that is known, and its owner is not', 'O=certSIGN SA, CN=x'],
    ['an issuer without organisation', 'CN=Let’s Encrypt R10'],
    ['a name that only contains a known one', "O=Not Let's Encrypt, CN=x"],
  ])('%s stays unknown', (_, issuer) => {
    expect(signed(issuer)).toMatchObject({ reason: 'not-known', verdict: 'unknown' })
  })
  test('what no browser trusts was asked of nobody', () => {
    expect(signed("O=Let's Encrypt, CN=R10", false)).toMatchObject({ reason: 'not-trusted', verdict: 'unknown' })
  })
})
