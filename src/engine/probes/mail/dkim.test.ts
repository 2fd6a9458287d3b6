/** Keys of DKIM as name servers give them, also those that give more or less than they should. */
import { afterEach, expect, test } from 'vitest'
import {
  NXDOMAIN,
  SERVFAIL,
  serveDns,
  stopAll,
  zone,
  type DnsAnswer,
  type Question,
} from '../../../outside/test-net.ts'
import { openResolver } from '../../../outside/resolver.ts'
import { dkimOf } from './dkim.ts'
import { openParts } from '../parts.ts'

afterEach(stopAll)

const KEY = 'v=DKIM1; k=rsa; p=MIIB'
type Records = Parameters<typeof zone>[0]

async function look(answer: (question: Question) => DnsAnswer, under?: string) {
  const { resolver, asked } = await serveDns(answer)
  const parts = openParts()
  const dkim = await dkimOf(openResolver(resolver), 'a.nl', parts, under)
  return { dkim, lacks: parts.lacks, asked }
}
const domain = (records: Records) => zone({ 'a.nl': { A: ['192.0.2.1'] }, ...records })

test('finds keys at known names, by whatever way, and leaves other texts', async () => {
  const { dkim } = await look(
    domain({
      'selector1._domainkey.a.nl': { CNAME: ['selector1-a-nl._domainkey.wolk.example'] },
      'selector1-a-nl._domainkey.wolk.example': { TXT: [[KEY.slice(0, 10), KEY.slice(10)]] },
      'google._domainkey.a.nl': { TXT: ['p='] },
      'default._domainkey.a.nl': { TXT: ['v=spf1 -all'] },
      'k1._domainkey.a.nl': { CNAME: ['weg.example'] },
    }),
  )
  expect(dkim).toEqual({
    base: 'there',
    sure: true,
    wildcard: false,
    keys: [
      { selector: 'selector1', records: [KEY], aliases: ['selector1-a-nl._domainkey.wolk.example'] },
      { selector: 'google', records: ['p='], aliases: [] },
    ],
  })
})

test('a key under a name that we do not know is still something', async () => {
  expect((await look(domain({ 'eigen2026._domainkey.a.nl': { TXT: [KEY] } }))).dkim).toMatchObject({
    base: 'there',
    wildcard: false,
    keys: [],
  })
})

test('nothing there is sure only where that was vouched for, or the servers keep to the standard', async () => {
  const none = { base: 'none', keys: [] }
  expect((await look(domain({}))).dkim).toMatchObject({ ...none, sure: false })
  expect((await look(zone({ 'a.nl': { A: ['192.0.2.1'] } }, ['a.nl']))).dkim).toMatchObject({ ...none, sure: true })
  const reports = { '_smtp._tls.a.nl': { TXT: ['v=TLSRPTv1; rua=mailto:a@a.nl'] } }
  expect((await look(domain(reports), '_tls.a.nl')).dkim).toMatchObject({ ...none, sure: true })
  // Denies a name that has names under it: what it denies at _domainkey says nothing (RFC 2308, RFC 8020).
  const table = domain(reports)
  const denies = (question: Question) => (question.name === '_tls.a.nl' ? { rcode: NXDOMAIN } : table(question))
  expect((await look(denies, '_tls.a.nl')).dkim).toMatchObject({ ...none, sure: false })
})

test('servers that deny _domainkey and give a key under it are believed about the key', async () => {
  const table = domain({ 'google._domainkey.a.nl': { TXT: [KEY] } })
  const { dkim } = await look((question) =>
    question.name === '_domainkey.a.nl' ? { rcode: NXDOMAIN } : table(question),
  )
  expect(dkim).toMatchObject({ base: 'none', sure: false, keys: [{ selector: 'google' }] })
})

test('where every name answers the same, none of it is a key; one that differs is', async () => {
  const table = domain({ 'google._domainkey.a.nl': { TXT: [KEY] } })
  const wild = (question: Question): DnsAnswer =>
    question.name.endsWith('._domainkey.a.nl') && question.name !== 'google._domainkey.a.nl'
      ? { answers: [{ type: 'TXT', name: question.name, ttl: 60, data: 'v=DKIM1; p=AAAA' }] }
      : table(question)
  expect((await look(wild)).dkim).toMatchObject({ wildcard: true, keys: [{ selector: 'google', records: [KEY] }] })
  expect((await look((question) => (question.name === 'a.nl' ? table(question) : {}))).dkim).toMatchObject({
    base: 'there',
    wildcard: true,
    keys: [],
  })
})

test('a question without an answer costs its part, and servers that answer nothing are soon left', async () => {
  const table = domain({ 'google._domainkey.a.nl': { TXT: [KEY] } })
  const one = await look((question) => (question.name.startsWith('k1.') ? { rcode: SERVFAIL } : table(question)))
  expect(one).toMatchObject({ dkim: { keys: [{ selector: 'google' }] }, lacks: { dkim: ['no-answer'] } })
  const base = await look((question) => (question.name === '_domainkey.a.nl' ? { rcode: SERVFAIL } : table(question)))
  expect(base).toMatchObject({ dkim: null, lacks: { dkim: ['no-answer'] } })
  const most = await look((question) =>
    /^(_domainkey|[0-9a-f]{18}\._domainkey)\./.test(question.name) ? table(question) : { rcode: SERVFAIL },
  )
  expect(most.dkim?.keys).toEqual([])
  expect(most.asked.length).toBeLessThan(30)
})
