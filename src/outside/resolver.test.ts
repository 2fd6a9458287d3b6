import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'
import packet, { type Answer } from 'dns-packet'
import { afterEach, expect, test } from 'vitest'
import { NotSeen } from './not-seen.ts'
import { openResolver } from './resolver.ts'
import { FORMERR, NXDOMAIN, REFUSED, SERVFAIL, serveDns, stopAll, zone } from './test-net.ts'

afterEach(stopAll)

const A = (name: string, data = '192.0.2.1'): Answer => ({ name, type: 'A', ttl: 60, data })
const alias = (name: string, data: string): Answer => ({ name, type: 'CNAME', ttl: 60, data })

/** A name server that sends exactly these bytes back, after the id of the question. */
async function serveRaw(answer: (query: Buffer) => Buffer[]): Promise<string> {
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => {
    for (const each of answer(query)) socket.send(each, from.port, from.address)
  })
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done))
  raw.push(() => socket.close())
  return `127.0.0.1:${(socket.address() as AddressInfo).port}`
}
const raw: (() => void)[] = []
afterEach(() => {
  for (const close of raw.splice(0)) close()
})

test('gives the answer, says whether it was vouched for, and asks with EDNS and for validation', async () => {
  const { resolver, asked } = await serveDns(zone({ 'a.nl': { A: ['192.0.2.1'] } }, ['a.nl']))
  expect(await openResolver(resolver).ask('A.NL.', 'A')).toMatchObject({
    rcode: 'NOERROR',
    authenticated: true,
    answers: [{ type: 'A', data: '192.0.2.1' }],
  })
  expect(asked).toEqual([{ name: 'a.nl', type: 'A', cd: false, edns: true, tcp: false }])
})

test('tells a name that does not exist from one that has nothing of the kind', async () => {
  const { resolver } = await serveDns(zone({ 'a.nl': { A: ['192.0.2.1'] } }))
  const { ask } = openResolver(resolver)
  expect(await ask('a.nl', 'MX')).toMatchObject({ rcode: 'NOERROR', answers: [] })
  expect(await ask('b.nl', 'A')).toMatchObject({ rcode: 'NXDOMAIN', answers: [] })
})

const nsec = (name: string, ...rrtypes: readonly string[]) =>
  ({
    name,
    type: 'NSEC',
    ttl: 60,
    data: { nextDomain: `\0.${name}`, rrtypes: ['RRSIG', 'NSEC', ...rrtypes] },
  }) as Answer

test.each([
  ['a name that NXNAME denies', [], nsec('b.nl', 'UNKNOWN_128'), 'NXDOMAIN', undefined],
  ['an alias whose end it denies', [alias('b.nl', 'c.nl')], nsec('c.nl', 'UNKNOWN_128'), 'NXDOMAIN', undefined],
  ['nothing at the name, of a zone without NXNAME', [], nsec('b.nl'), 'NOERROR', true],
  ['a name that has other types', [], nsec('b.nl', 'MX'), 'NOERROR', undefined],
  ['NXNAME of another name', [], nsec('a.nl', 'UNKNOWN_128'), 'NOERROR', undefined],
  ['an answer with NXNAME beside it', [A('b.nl')], nsec('b.nl', 'UNKNOWN_128'), 'NOERROR', undefined],
])('compact denial (RFC 9824): %s', async (_, answers, proof, rcode, bare) => {
  const resolver = await serveRaw((query) => {
    const { id = 0, questions = [] } = packet.decode(query)
    return [packet.encode({ type: 'response', id, questions, answers: [...answers], authorities: [proof] })]
  })
  const reply = await openResolver(resolver).ask('b.nl', 'A')
  expect([reply.rcode, reply.bare]).toEqual([rcode, bare])
})

test('asks once more after SERVFAIL, and then says SERVFAIL', async () => {
  let times = 0
  const failing = await serveDns(() => ({ rcode: SERVFAIL }))
  expect(await openResolver(failing.resolver).ask('a.nl', 'A')).toMatchObject({ rcode: 'SERVFAIL' })
  expect(failing.asked).toHaveLength(2)
  const recovering = await serveDns(() => (++times === 1 ? { rcode: SERVFAIL } : { answers: [A('a.nl')] }))
  expect(await openResolver(recovering.resolver).ask('a.nl', 'A')).toMatchObject({ rcode: 'NOERROR' })
})

test('does not ask again after REFUSED or NXDOMAIN', async () => {
  for (const rcode of [REFUSED, NXDOMAIN]) {
    const { resolver, asked } = await serveDns(() => ({ rcode }))
    await openResolver(resolver).ask('a.nl', 'A')
    expect(asked).toHaveLength(1)
  }
})

test('asks without EDNS a server that does not know it', async () => {
  const { resolver } = await serveDns(({ edns }) => (edns ? { rcode: FORMERR } : { answers: [A('a.nl')] }))
  expect(await openResolver(resolver).ask('a.nl', 'A')).toMatchObject({
    rcode: 'NOERROR',
    answers: [{ data: '192.0.2.1' }],
  })
})

test('sets CD only when asked to', async () => {
  const { resolver } = await serveDns(({ cd }) => (cd ? { answers: [A('a.nl')] } : { rcode: SERVFAIL }))
  expect(await openResolver(resolver).ask('a.nl', 'A', { unchecked: true })).toMatchObject({ rcode: 'NOERROR' })
})

test('goes over TCP for an answer that was cut', async () => {
  const many = Array.from({ length: 150 }, (_, at) => A('a.nl', `192.0.2.${at}`))
  const { resolver, asked } = await serveDns(({ tcp }) => (tcp ? { answers: many } : { cut: true }))
  expect((await openResolver(resolver).ask('a.nl', 'A')).answers).toHaveLength(150)
  expect(asked.map(({ tcp }) => tcp)).toEqual([false, true])
})

test('silence is NotSeen, after two tries of three seconds', async () => {
  const { resolver, asked } = await serveDns(() => ({ silent: true }))
  await expect(openResolver(resolver).ask('a.nl', 'A')).rejects.toThrow(NotSeen)
  expect(asked).toHaveLength(2)
}, 10_000)

test('a closed port, and an address that this machine cannot reach, are NotSeen and fell nothing', async () => {
  await expect(openResolver('127.0.0.1:1').ask('a.nl', 'A')).rejects.toMatchObject({ why: 'dns-failed' })
  await expect(openResolver('[2001:db8::53]:53').ask('a.nl', 'A')).rejects.toMatchObject({ why: 'dns-failed' })
})

test('follows eight aliases, not more, and not in a circle', async () => {
  const chain = (length: number): Answer[] => [
    ...Array.from({ length }, (_, at) => alias(`c${at}.nl`, `c${at + 1}.nl`)),
    A(`c${length}.nl`),
  ]
  for (const [length, found] of [
    [1, 1],
    [8, 1],
    [9, 0],
    [500, 0],
  ] as const) {
    const { resolver } = await serveDns(({ tcp }) => (tcp ? { answers: chain(length) } : { cut: true }))
    const { answers } = await openResolver(resolver).ask('c0.nl', 'A')
    expect(answers.filter(({ type }) => type === 'A')).toHaveLength(found)
    expect(answers.filter(({ type }) => type === 'CNAME').length).toBeLessThanOrEqual(8)
  }
  const circle = await serveDns(() => ({ answers: [alias('a.nl', 'b.nl'), alias('b.nl', 'a.nl')] }))
  expect((await openResolver(circle.resolver).ask('a.nl', 'A')).answers.every(({ type }) => type === 'CNAME')).toBe(
    true,
  )
})

test('leaves records of other names where they are', async () => {
  const { resolver } = await serveDns(() => ({ answers: [A('bank.nl', '6.6.6.6'), A('a.nl')] }))
  expect((await openResolver(resolver).ask('a.nl', 'A')).answers).toMatchObject([{ data: '192.0.2.1' }])
})

test('what cannot be a name does not exist, without asking', async () => {
  const { resolver, asked } = await serveDns(() => ({ answers: [] }))
  const { ask } = openResolver(resolver)
  for (const name of [
    '',
    '.',
    'a..nl',
    `${'a'.repeat(64)}.nl`,
    `${'a.'.repeat(127)}nl`,
    'a b.nl',
    'a\u0000.nl',
    'é.nl',
  ])
    expect(await ask(name, 'A')).toMatchObject({ rcode: 'NXDOMAIN' })
  expect(asked).toHaveLength(0)
})

test('waits for the answer to its own question among answers to others and rubbish', async () => {
  const good = (query: Buffer) =>
    Buffer.from(
      packet.encode({ ...packet.decode(query), type: 'response', flags: 0, answers: [A('a.nl')], additionals: [] }),
    )
  const wrongId = (query: Buffer) => {
    const reply = Buffer.from(
      packet.encode({
        ...packet.decode(query),
        type: 'response',
        flags: 0,
        answers: [A('a.nl', '6.6.6.6')],
        additionals: [],
      }),
    )
    reply.writeUInt16BE((reply.readUInt16BE(0) + 1) & 0xffff, 0)
    return reply
  }
  const wrongName = (query: Buffer) =>
    Buffer.from(
      packet.encode({
        type: 'response',
        id: query.readUInt16BE(0),
        questions: [{ name: 'b.nl', type: 'A' }],
        answers: [A('b.nl', '6.6.6.6')],
      }),
    )
  const resolver = await serveRaw((query) => [
    Buffer.from('x'),
    Buffer.alloc(12),
    query,
    wrongId(query),
    wrongName(query),
    good(query),
  ])
  expect((await openResolver(resolver).ask('a.nl', 'A')).answers).toMatchObject([{ data: '192.0.2.1' }])
})

test('names that point at themselves, or past the end, do not hold it up', async () => {
  const resolver = await serveRaw((query) => {
    const id = query.subarray(0, 2)
    const question = query.subarray(12, 12 + 10)
    // An answer whose name is a pointer to itself; one that points forward; one that ends in the middle.
    const heads = [Buffer.from([0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0])]
    return [
      [0xc0, 22],
      [0xc0, 0xff],
      [0x3f, 0x61],
    ].map((name) =>
      Buffer.concat([id, ...heads, question, Buffer.from([...name, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 1, 2, 3, 4])]),
    )
  })
  const begun = performance.now()
  await expect(openResolver(resolver).ask('a.nl', 'A')).rejects.toMatchObject({ why: 'dns-failed' })
  expect(performance.now() - begun).toBeLessThan(8_000)
}, 10_000)
