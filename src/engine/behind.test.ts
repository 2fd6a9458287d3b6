/** Suppliers, reports and ends as they follow from evidence, and what does not. */
import { expect, test } from 'vitest'
import {
  certificate,
  dns,
  exchanger,
  exchangers,
  http,
  mail,
  noLists,
  seen,
  textFile,
  tls,
} from '../../test/evidence.ts'
import type { Dns, Evidence, HostRecord, Mail, Registration } from '../model/evidence.ts'
import type { Lists } from '../model/lists.ts'
import { behindOf } from './behind.ts'

const at = '2026-11-23T12:00:00Z'
const lists: Lists = {
  ...noLists,
  owner: (host) =>
    host.endsWith('wolk.example') || host === 'google.com'
      ? {
          service: 'Wolk',
          company: host === 'google.com' ? 'Zoeker Ierland' : 'Wolk Europe BV',
          parent: 'Wolk Inc.',
          country: 'US',
          category: 'mail',
          source: 'wolk.example/over',
          date: '2026-11-01',
        }
      : undefined,
}
const of = (kind: 'website' | 'mail-domain', address: string, host: readonly HostRecord[]): Evidence => ({
  format: 2,
  subject: { kind, address },
  begun: at,
  ended: at,
  versions: {},
  host,
  pages: [],
})
const mailed = (over: Partial<Mail>) =>
  behindOf(
    of('mail-domain', 'voorbeeld.nl', [{ probe: 'mail', at, result: seen(mail({ tlsRpt: [], ...over })) }]),
    lists,
  )
const names = ({ suppliers }: ReturnType<typeof behindOf>) =>
  suppliers.map(({ name, signs }) => [name, ...signs.map(({ way, name: shown }) => `${way} ${shown}`)])

test('suppliers of mail by includes, keys, proofs and reports, one company once', () => {
  const behind = mailed({
    spfTree: {
      lookups: 2,
      voids: 0,
      all: '-',
      includes: ['spf.wolk.example', 'spf.onbekend.example', '_spf.voorbeeld.nl'],
      problem: null,
    },
    dkim: {
      base: 'there',
      sure: true,
      wildcard: false,
      keys: [
        { selector: 'selector1', records: ['p=x'], aliases: ['tussen.example', 's1.wolk.example'] },
        { selector: 'eigen', records: ['p=x'], aliases: [] },
      ],
    },
    tokens: ['google-site-verification', 'nieuw-verification'],
    dmarc: { at: 'voorbeeld.nl', records: ['v=DMARC1; p=none; rua=mailto:a@rapport.example,mailto:b@voorbeeld.nl'] },
    tlsRpt: ['v=TLSRPTv1; rua=https://tls.rapport.example/v1'],
  })
  expect(names(behind)).toEqual([
    ['Wolk Europe BV', 'spf spf.wolk.example', 'dkim s1.wolk.example'],
    ['Zoeker Ierland', 'token google-site-verification'],
    ['nieuw-verification', 'token nieuw-verification'],
    ['onbekend.example', 'spf spf.onbekend.example'],
    ['rapport.example', 'dmarc rapport.example', 'tls-rpt tls.rapport.example'],
  ])
  expect(behind.suppliers[0]?.owner).toMatchObject({ parent: 'Wolk Inc.', country: 'US', listed: '2026-11-01' })
  expect(behind.suppliers[2]?.owner).toBeNull()
  expect(behind.reports).toEqual([
    { kind: 'dmarc', to: 'rapport.example' },
    { kind: 'dmarc', to: 'voorbeeld.nl' },
    { kind: 'tls-rpt', to: 'tls.rapport.example' },
  ])
})

test('two records of DMARC ask nothing, so nobody gets reports', () => {
  const two = ['v=DMARC1; p=none; rua=mailto:a@a.example', 'v=DMARC1; p=none']
  expect(mailed({ dmarc: { at: 'voorbeeld.nl', records: two } }).reports).toEqual([])
})

test('the tree of SPF is drawn from evidence that holds one, and not from that of before', () => {
  const nodes = [{ name: 'voorbeeld.nl', by: null, term: '', record: 'v=spf1 -all' }]
  const tree = { lookups: 0, voids: 0, all: '-' as const, includes: [], problem: null }
  expect(mailed({ spfTree: { ...tree, nodes, reached: [] } }).spf).toMatchObject({ nodes, lookups: 0, fault: null })
  expect(mailed({ spfTree: tree }).spf).toBeNull()
  expect(mailed({ spfTree: null }).spf).toBeNull()
})

test('of a website its alias, policy, certificate, and what ends', () => {
  const headers = [
    ['content-security-policy', "default-src 'self' https://js.wolk.example *.cdn.example data:"],
  ] as const
  const file = textFile({
    url: 'https://www.voorbeeld.nl/.well-known/security.txt',
    text: 'Contact: mailto:a@voorbeeld.nl\nExpires: 2027-02-01T10:00:00Z\n',
  })
  const behind = behindOf(
    of('website', 'www.voorbeeld.nl', [
      { probe: 'http', at, result: seen(http({ headers, securityTxt: file })) },
      {
        probe: 'tls',
        at,
        result: seen(tls({ chain: [certificate({ names: ['www.voorbeeld.nl', '*.zusje.example'] })] })),
      },
      { probe: 'dns', at, result: seen(dns({ cname: ['sites.wolk.example'] })) },
    ]),
    lists,
  )
  expect(names(behind)).toEqual([
    ["Let's Encrypt", "certificate-issuer Let's Encrypt"],
    ['Wolk Europe BV', 'alias sites.wolk.example', 'csp js.wolk.example'],
    ['cdn.example', 'csp cdn.example'],
    ['zusje.example', 'certificate-name zusje.example'],
  ])
  expect(behind.expiries).toEqual([
    { kind: 'certificate', name: 'www.voorbeeld.nl', until: '2027-01-18' },
    { kind: 'security-txt', name: 'www.voorbeeld.nl', until: '2027-02-01' },
  ])
})

test('an authority that is known has an owner; one under whose name another signs has none', () => {
  const signed = (issuer: string) =>
    behindOf(
      of('website', 'www.voorbeeld.nl', [
        { probe: 'tls', at, result: seen(tls({ chain: [certificate({ names: ['www.voorbeeld.nl'], issuer })] })) },
      ]),
      lists,
    ).suppliers.map(({ name, owner }) => [name, owner?.country])
  expect(signed('C=IE,O=ca.wolk.example,CN=W1')).toEqual([['Wolk Europe BV', 'US']])
  expect(signed('C=AT,O=ZeroSSL,CN=Z1')).toEqual([['ZeroSSL', undefined]])
})

test('the policy of somebody else says nothing, nor does a file that is not there or says two things', () => {
  const headers = [['content-security-policy', 'script-src js.wolk.example']] as const
  const elsewhere = http({ host: 'www.ander.example', headers })
  const two = textFile({ text: 'Expires: 2027-02-01T10:00:00Z\nExpires: 2028-02-01T10:00:00Z\n' })
  for (const value of [elsewhere, http({ securityTxt: two }), http()])
    expect(
      behindOf(of('website', 'www.voorbeeld.nl', [{ probe: 'http', at, result: seen(value) }]), lists),
    ).toMatchObject({
      suppliers: [],
      expiries: [],
    })
})

test('until when the signatures of a zone hold, where that was looked at', () => {
  const upkeep = { first: { from: at, until: '2026-12-01T08:00:00Z' }, algorithms: [13], iterations: null }
  const zone = (more: Partial<Dns>): HostRecord => ({ probe: 'dns', at, result: seen(dns(more)) })
  const ends = (more: Partial<Dns>) => behindOf(of('website', 'www.voorbeeld.nl', [zone(more)]), lists).expiries
  expect(ends({ upkeep })).toEqual([{ kind: 'signature', name: 'voorbeeld.nl', until: '2026-12-01' }])
  expect(ends({ upkeep, cut: 'www.voorbeeld.nl' })[0]?.name).toBe('www.voorbeeld.nl')
  expect(ends({ upkeep: { ...upkeep, first: null } })).toEqual([])
  expect(ends({})).toEqual([])
})

test('whether servers for mail can be reached, and when that says nothing', () => {
  const mx = ['mx1.example', 'mx2.example', 'mx3.example', 'mx4.example'].map((host, at) => ({
    priority: at,
    host,
    a: host === 'mx3.example' ? [] : ['192.0.2.25'],
    aaaa: [],
  }))
  const servers = [exchanger({ host: 'mx1.example' }), exchanger({ host: 'mx2.example', state: 'silent' })]
  const reach = (portOpen: boolean, over: Partial<Mail> = {}) =>
    behindOf(
      of('mail-domain', 'voorbeeld.nl', [
        { probe: 'mail', at, result: seen(mail({ mx, ...over })) },
        { probe: 'exchangers', at, result: seen(exchangers(servers, { portOpen })) },
      ]),
      lists,
    ).servers?.map((each) => each.reach)
  expect(reach(true)).toEqual(['answers', 'silent', 'no-address', 'unknown'])
  expect(reach(false)).toEqual(['answers', 'unknown', 'no-address', 'unknown'])
  expect(reach(true, { lacks: { 'exchanger-addresses': ['no-answer'] } })?.[2]).toBe('unknown')
  expect(reach(true, { nullMx: true })).toEqual([])
})

test('what was not seen gives nothing', () => {
  const unseen = { seen: false, why: 'dns-failed', detail: '' } as const
  expect(behindOf(of('mail-domain', 'voorbeeld.nl', [{ probe: 'mail', at, result: unseen }]), lists)).toEqual({
    suppliers: [],
    expiries: [],
    reports: [],
    spf: null,
    servers: [],
  })
})

const told: Registration = {
  domain: 'voorbeeld.nl',
  told: 'day',
  until: '2027-03-09',
  changed: null,
  statuses: [],
  asked: 'rdap.test',
}
const registered = (over: Partial<Registration>) => {
  const record: HostRecord = { probe: 'registration', at, result: seen({ ...told, ...over }) }
  const { expiries, domain } = behindOf(of('website', 'www.voorbeeld.nl', [record]), lists)
  return {
    expiries: expiries.map(({ kind, until }) => `${kind} ${until}`),
    told: domain?.told,
    leaving: domain?.leaving,
  }
}

test('a domain ends on the day that its registry tells, also when that is past', () => {
  expect(registered({})).toEqual({ expiries: ['domain 2027-03-09'], told: 'day', leaving: false })
  expect(registered({ until: '2026-11-20' }).expiries).toEqual(['domain 2026-11-20'])
  for (const told of ['unpublished', 'unclear', 'unlisted', 'service'] as const)
    expect(registered({ told, until: null })).toEqual({ expiries: [], told, leaving: false })
})

test('what renewed by itself has not ended, and still ends on its next day', () => {
  const statuses = ['auto renew period'] as const
  expect(registered({ statuses, until: '2026-11-20' })).toEqual({ expiries: [], told: 'renewing', leaving: false })
  expect(registered({ statuses, until: '2027-11-20' })).toMatchObject({ expiries: ['domain 2027-11-20'], told: 'day' })
})

test('what was given up is leaving since it last changed, unless it is being put back', () => {
  const leaving = (statuses: Registration['statuses'], changed: string | null = '2026-11-10') =>
    registered({ statuses, changed }).expiries
  expect(leaving(['pending delete', 'redemption period'])).toEqual(['domain-leaving 2026-11-10'])
  expect(leaving(['pending delete'], null)).toEqual(['domain-leaving 2026-11-23'])
  expect(leaving(['pending delete', 'pending restore'])).toEqual(['domain 2027-03-09'])
  expect(registered({ statuses: ['redemption period'], until: null, told: 'unpublished' }).leaving).toBe(true)
})

test('a registry that was not heard is told as that; evidence of before tells of no domain at all', () => {
  const unseen = { seen: false, why: 'rate-limited', detail: '' } as const
  const evidence = of('website', 'www.voorbeeld.nl', [{ probe: 'registration', at, result: unseen }])
  expect(behindOf(evidence, lists)).toMatchObject({
    expiries: [],
    domain: { name: 'voorbeeld.nl', told: 'unseen', leaving: false },
  })
  expect(behindOf(of('website', 'www.voorbeeld.nl', []), lists)).not.toHaveProperty('domain')
})
