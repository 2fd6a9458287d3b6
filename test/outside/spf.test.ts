/**
 * Our reading of SPF against the suite of RFC 7208 that its authors publish (release 2014.04), through our walk as a
 * visit makes it, with mailauth beside it.
 */
import { readFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import path from 'node:path'
import { spf as mailauth } from 'mailauth/lib/spf/index.js'
import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { isSpf } from '../../src/engine/reading/spf.ts'
import { texts, walkSpf } from '../../src/engine/probes/mail/spf.ts'
import { NotSeen } from '../../src/outside/not-seen.ts'
import type { Reply, Resolver } from '../../src/outside/resolver.ts'

type Case = {
  readonly host: string
  readonly mailfrom: string
  readonly helo: string
  readonly result: string | string[]
}
type Zone = Readonly<Record<string, readonly (string | Readonly<Record<string, unknown>>)[]>>
type Scenario = {
  readonly description: string
  readonly tests: Readonly<Record<string, Case>>
  readonly zonedata: Zone
}
type Found = { readonly type: string; readonly data: unknown }

/** Records of a name; TIMEOUT: its server does not answer. A name with SPF alone has the same as TXT. */
function recordsAt(zone: ReadonlyMap<string, Zone[string]>, name: string): Found[] | 'timeout' | undefined {
  const at = zone.get(name.toLowerCase())
  if (at === undefined) return undefined
  const found = at.flatMap((each) =>
    typeof each === 'string' ? [] : Object.entries(each).map(([type, data]) => ({ type, data })),
  )
  if (at.includes('TIMEOUT') && found.length === 0) return 'timeout'
  const plain = found.filter(({ type, data }) => !(type === 'TXT' && data === 'NONE'))
  const copied = found.some(({ type }) => type === 'TXT') ? [] : found.filter(({ type }) => type === 'SPF')
  return [...plain, ...copied.map(({ data }) => ({ type: 'TXT', data }))]
}

/** A name server of the zone, in the words of our resolver. */
const resolverOf = (zone: ReadonlyMap<string, Zone[string]>): Resolver => ({
  async ask(name, type) {
    const answers: { type: string; name: string; data: unknown }[] = []
    let at = name.toLowerCase().replace(/\.$/, '')
    // RFC 1035 §2.3.4: what is no name is not asked.
    if (at.split('.').some((label) => label.length === 0 || label.length > 63)) return reply('NXDOMAIN', [])
    for (let step = 0; step < 8; step++) {
      const here = recordsAt(zone, at)
      if (here === 'timeout') throw new NotSeen('dns-failed', 'timeout')
      if (here === undefined) return reply(answers.length > 0 ? 'NOERROR' : 'NXDOMAIN', answers)
      const found = here.filter((each) => each.type === type)
      answers.push(...found.map(({ data }) => ({ type, name: at, data: asData(type, data) })))
      const alias = here.find((each) => each.type === 'CNAME')
      if (found.length > 0 || !alias) break
      answers.push({ type: 'CNAME', name: at, data: alias.data })
      at = String(alias.data).toLowerCase().replace(/\.$/, '')
    }
    return reply('NOERROR', answers)
  },
})
const reply = (rcode: string, answers: readonly unknown[]): Reply => ({
  rcode,
  authenticated: false,
  authoritative: true,
  signatures: [],
  answers: answers as Reply['answers'],
})
function asData(type: string, data: unknown): unknown {
  if (type === 'MX') return { preference: (data as [number, string])[0], exchange: (data as [number, string])[1] }
  return type === 'TXT' ? [data].flat().map((text) => Buffer.from(String(text), 'latin1').toString('latin1')) : data
}

/** What ours says of the record, for this sender: whether it is permanently in error. */
async function ours(resolver: Resolver, { mailfrom, helo, host }: Case): Promise<'permerror' | 'else'> {
  const domain = (mailfrom.includes('@') ? mailfrom.slice(mailfrom.lastIndexOf('@') + 1) : '') || helo
  try {
    const own = (await texts(resolver, domain)).filter(isSpf)
    if (own.length > 1) return 'permerror'
    if (own.length === 0) return 'else'
    const { fault, reached } = await walkSpf(resolver, domain, own[0]!)
    // A limit is met by who is not named before it (RFC 7208 §4.6.4): ours tells both.
    const limit = fault === 'lookups' || fault === 'voids' || fault === 'exchangers'
    return fault === null || (limit && named(reached ?? [], host)) ? 'else' : 'permerror'
  } catch (error) {
    if (error instanceof NotSeen) return 'else'
    throw error
  }
}

function named(networks: readonly string[], host: string): boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', length] = network.split('/')
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
    list.addSubnet(address, Number(length ?? (family === 'ipv4' ? 32 : 128)), family)
  }
  return list.check(host, isIP(host) === 4 ? 'ipv4' : 'ipv6')
}

/** The same of mailauth, which decides about the message. */
async function theirs(resolver: Resolver, { mailfrom, helo, host }: Case): Promise<string> {
  const ask = async (name: string, type: 'TXT') => {
    const { rcode, answers } = await resolver.ask(name, type).catch(() => {
      throw Object.assign(new Error('timeout'), { code: 'ETIMEOUT' })
    })
    const data = answers.flatMap((each) => (each.type === type ? [each.data] : []))
    if (data.length > 0)
      return type === ('MX' as string) ? data.map((mx) => ({ ...(mx as unknown as object), priority: 0 })) : data
    throw Object.assign(new Error('none'), { code: rcode === 'NXDOMAIN' ? 'ENOTFOUND' : 'ENODATA' })
  }
  const done = await mailauth({ sender: mailfrom, ip: host, helo, mta: 'mx.example', resolver: ask as never })
  return String(done.status.result)
}

const suite = parseAllDocuments(readFileSync(path.join(import.meta.dirname, 'rfc7208-tests.yml'), 'utf8'), {
  uniqueKeys: false,
}).flatMap((document) => (document.toJS() as Scenario | null) ?? [])

test('a record is in error where the suite says so, in all of its cases; mailauth differs in seven', async () => {
  const differ = { ours: [] as string[], mailauth: [] as string[] }
  let cases = 0
  for (const { tests, zonedata } of suite) {
    const zone = new Map(Object.entries(zonedata).map(([name, at]) => [name.toLowerCase().replace(/\.$/, ''), at]))
    const resolver = resolverOf(zone)
    for (const [name, each] of Object.entries(tests)) {
      const wanted = [each.result].flat()
      const same = (seen: string) => wanted.includes('permerror') === (seen === 'permerror') || wanted.length > 1
      cases++
      if (!same(await ours(resolver, each))) differ.ours.push(name)
      if (!same(await theirs(resolver, each))) differ.mailauth.push(name)
    }
  }
  expect(cases).toBe(200)
  expect(differ.ours).toEqual([])
  expect(differ.mailauth).toHaveLength(7)
})
