/** Who answers questions about names; an unbound of our own vouches for what is signed and for nothing else. */
import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import packet from 'dns-packet'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { signingOf, validates } from '../engine/probes/names/dnssec.ts'
import { tlsaOf } from '../engine/probes/names/tlsa.ts'
import { upkeepOf } from '../engine/probes/names/upkeep.ts'
import { openResolver } from './resolver.ts'
import { SERVFAIL, serveDns, stopAll, zone } from './test-net.ts'
import { installed, openNames, type Names, type Own } from './validator.ts'

const ZONES = path.join(import.meta.dirname, '../../test/zones')
const own = installed()
/** An unbound that knows the zones of test/zones, and trusts the key of `proef` only. */
const planted: Own | null = own && {
  program: own.program,
  anchors: path.join(ZONES, 'anchor.key'),
  proof: 'proef',
  lines: readdirSync(ZONES)
    .filter((file) => file.endsWith('.zone'))
    .flatMap((file) => [
      'auth-zone:',
      `  name: "${file.slice(0, -'.zone'.length)}"`,
      `  zonefile: "${path.join(ZONES, file)}"`,
      '  for-downstream: no',
      '  for-upstream: yes',
      '  fallback-enabled: no',
    ]),
}

afterEach(stopAll)

async function freePort(): Promise<number> {
  const socket = createSocket('udp4')
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done))
  const { port } = socket.address()
  await new Promise<void>((done) => socket.close(() => done()))
  return port
}

test('a resolver that was named is asked, and nothing is started', async () => {
  const { resolver, asked } = await serveDns(zone({ 'x.test': { A: ['192.0.2.1'] } }))
  const names = openNames(resolver, { program: '/bin/false', anchors: '' })
  expect(names.told()).toBeNull()
  expect((await names.resolver.ask('x.test', 'A')).answers).toMatchObject([{ data: '192.0.2.1' }])
  expect(names.told()).toBe('configured')
  expect(asked).toHaveLength(1)
  await names.close()
})

test('where there is no unbound the system answers, and that is told', async () => {
  const names = openNames(undefined, null)
  await names.resolver.ask('', 'A')
  expect(names.told()).toBe('system')
  await names.close()
})

test('whether a resolver looks at signatures is told by the zone above', async () => {
  const looks = await serveDns(zone({ test: { SOA: [] }, 'x.test': { A: ['192.0.2.1'] } }, ['test']))
  const sleeps = await serveDns(() => ({ rcode: 0 }))
  const broken = await serveDns(() => ({ rcode: SERVFAIL }))
  const says = (server: string) => validates(openNames(server).resolver, 'x.test')
  expect([await says(looks.resolver), await says(sleeps.resolver), await says(broken.resolver)]).toEqual([
    true,
    false,
    false,
  ])
})

describe.skipIf(planted === null)('zones as Debian signs them, by unbound of Debian', () => {
  let names: Names
  beforeAll(() => {
    names = openNames(undefined, planted)
  })
  afterAll(() => names.close())

  test.each([
    ['goed.proef', 'secure'],
    ['nul.proef', 'secure'],
    ['tien.proef', 'secure'],
    ['rsa.proef', 'secure'],
    ['edwards.proef', 'secure'],
    // Near misses: signed, and nobody vouches for it; not signed, and nobody said it would be.
    ['kaal.proef', 'insecure'],
    ['verlopen.proef', 'bogus'],
    ['morgen.proef', 'bogus'],
    ['verhuisd.proef', 'bogus'],
    ['vervalst.proef', 'bogus'],
    // So many rounds that validators turn away (RFC 9276 §3.2).
    ['veel.proef', 'secure'],
  ] as const)('%s is %s', async (name, dnssec) => {
    expect(await signingOf(names.resolver, name, name)).toMatchObject({ dnssec, cut: name })
    expect(names.told()).toBe('unbound')
  })

  test('a part that was handed on without a key is not signed, though the domain is', async () => {
    expect(await signingOf(names.resolver, 'loket.goed.proef', 'goed.proef')).toMatchObject({
      dnssec: 'insecure',
      cut: 'loket.goed.proef',
      ds: [],
    })
  })

  test('an alias to a name that is not signed is vouched for no further', async () => {
    expect(await signingOf(names.resolver, 'alias.goed.proef', 'goed.proef')).toMatchObject({
      dnssec: 'secure',
      vouched: false,
    })
    expect(await signingOf(names.resolver, 'www.goed.proef', 'goed.proef')).toMatchObject({
      dnssec: 'secure',
      vouched: true,
    })
  })

  test('TLSA records: vouched for, none with proof of that, and none in a zone without', async () => {
    const at = (name: string) => tlsaOf(names.resolver, `_443._tcp.${name}`)
    const data = '8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92'
    const records = [{ usage: 3, selector: 1, matching: 1, data }]
    expect(await at('www.goed.proef')).toMatchObject({ state: 'secure', records })
    expect(await at('goed.proef')).toMatchObject({ state: 'secure', records: [] })
    expect(await at('kaal.proef')).toMatchObject({ state: 'insecure', records: [] })
    expect(await at('verlopen.proef')).toMatchObject({ state: 'bogus', records: [] })
  })

  test.each([
    ['goed.proef', 13, null],
    ['nul.proef', 13, 0],
    ['tien.proef', 13, 10],
    ['veel.proef', 13, 500],
    ['rsa.proef', 8, null],
    ['edwards.proef', 15, null],
  ])('%s signs by algorithm %i with %s extra rounds', async (name, algorithm, iterations) => {
    expect(await upkeepOf(names.resolver, name)).toEqual({
      first: { from: '2020-01-01T00:00:00.000Z', until: '2046-01-01T00:00:00.000Z' },
      algorithms: [algorithm],
      iterations,
    })
  })

  test('a zone whose signatures were taken off gives no answer at all, and so none is told', async () => {
    await expect(signingOf(names.resolver, 'ontdaan.proef', 'ontdaan.proef')).rejects.toThrow(/SERVFAIL/)
  })

  test('a key that could not be fetched for a moment is no broken signature', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'leidraad-test-'))
    const holds = await freePort()
    const file = path.join(folder, 'unbound.conf')
    const own = [`  interface: 127.0.0.1@${holds}`, `  port: ${holds}`, '  do-daemonize: no', '  username: ""']
    const plain = [
      '  chroot: ""',
      '  directory: ""',
      '  pidfile: ""',
      '  use-syslog: no',
      '  module-config: "iterator"',
    ]
    const zones = planted!.lines!.map((line) => line.replace('for-downstream: no', 'for-downstream: yes'))
    await writeFile(file, `${['server:', ...own, ...plain, ...zones].join('\n')}\n`)
    const child = spawn(planted!.program, ['-d', '-c', file], { stdio: 'ignore' })
    const ready = () => openResolver(`127.0.0.1:${holds}`).ask('proef', 'SOA')
    await expect
      .poll(
        () =>
          ready()
            .then(({ rcode }) => rcode)
            .catch(() => ''),
        { timeout: 8_000 },
      )
      .toBe('NOERROR')
    // Between the two: what lets everything through but, for as long as it is so, the key.
    let keyless = true
    const between = createSocket('udp4').on('message', (message, { port, address }) => {
      const question = packet.decode(message).questions![0]!
      if (keyless && question.type === 'DNSKEY' && question.name === 'goed.proef')
        return between.send(
          packet.encode({ type: 'response', id: message.readUInt16BE(0), questions: [question], flags: SERVFAIL }),
          port,
          address,
        )
      const onward = createSocket('udp4').on('message', (reply) =>
        between.send(reply, port, address, () => onward.close()),
      )
      onward.send(message, holds, '127.0.0.1')
    })
    await new Promise<void>((done) => between.bind(0, '127.0.0.1', done))
    const stubs = ['proef', 'goed.proef'].flatMap((name) => [
      'stub-zone:',
      `  name: "${name}"`,
      `  stub-addr: 127.0.0.1@${between.address().port}`,
    ])
    // It asks this machine, and so never by way of the system's name servers, who know nothing of `proef`.
    const lines = ['server:', '  do-not-query-localhost: no', ...stubs]
    const other = openNames(undefined, { ...planted!, lines })
    try {
      expect(await other.resolver.ask('goed.proef', 'SOA')).toMatchObject({ rcode: 'SERVFAIL', errors: [6] })
      keyless = false
      await expect(signingOf(other.resolver, 'goed.proef', 'goed.proef')).rejects.toMatchObject({ why: 'dns-failed' })
    } finally {
      await other.close()
      child.kill()
      await new Promise<void>((done) => between.close(() => done()))
      await rm(folder, { recursive: true })
    }
  })

  test('one that dies is started anew, and nothing of it is left when we close', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'leidraad-test-'))
    const [program, pid] = [path.join(folder, 'start'), path.join(folder, 'pid')]
    await writeFile(program, `#!/bin/sh\necho $$ >${pid}\nexec ${planted!.program} "$@"\n`, { mode: 0o755 })
    const other = openNames(undefined, { ...planted!, program })
    const vouched = () => other.resolver.ask('goed.proef', 'SOA').then(({ authenticated }) => authenticated)
    expect(await vouched()).toBe(true)
    process.kill(Number(await readFile(pid, 'utf8')))
    await expect.poll(() => vouched().catch(() => false), { timeout: 8_000, interval: 200 }).toBe(true)
    const last = Number(await readFile(pid, 'utf8'))
    await other.close()
    expect(() => process.kill(last, 0)).toThrow('ESRCH')
    await rm(folder, { recursive: true })
  })
})
