/** Whether the company behind a site, its mail and its name servers is told, and never guessed. */
import { describe, expect, test } from 'vitest'
import { dns, judgeWith, mail } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import { hostingDns } from './hosting-dns.ts'
import { hostingMail } from './hosting-mail.ts'
import { hostingWeb } from './hosting-web.ts'

const lists = listsWith({
  owners: {
    'cloud.example': { service: 'Wolk', company: 'Cloud Ireland Ltd', parent: 'Cloud Inc.', country: 'US' },
    'hosting.example': { service: 'Hosting', company: 'Hosting BV', parent: 'Hosting BV', country: 'NL' },
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
