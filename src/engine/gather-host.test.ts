import { afterEach, expect, test } from 'vitest'
import { gatherHost } from './gather-host.ts'
import { openEgress, type Egress } from '../outside/egress.ts'
import { network, serveDns, serveHttp, stopAll, zone } from '../outside/test-net.ts'

afterEach(stopAll)

const target = { subject: { kind: 'website', address: 'stad.test', publicBody: true } } as const
const signal = () => new AbortController().signal

test('what a probe saw becomes a record', async () => {
  const port = await serveHttp((_, response) => response.end('<p>hallo'))
  const record = await gatherHost('http', target, {
    egress: openEgress(network({ ports: { 80: port, 443: 1 } })),
    signal: signal(),
  })
  expect(record).toMatchObject({
    probe: 'http',
    at: expect.stringMatching(/^\d{4}-.*Z$/),
    result: { seen: true, value: { plain: { seen: true }, secure: { seen: false, why: 'unreachable' } } },
  })
})

test('why a probe could not look becomes a record', async () => {
  const { resolver } = await serveDns(zone({}))
  const egress = openEgress({ allow: [], hosts: {}, ports: {}, resolver })
  expect(await gatherHost('dns', target, { egress, signal: signal() })).toMatchObject({
    probe: 'dns',
    result: { seen: false, why: 'name-not-found', detail: 'stad.test does not exist' },
  })
  expect(await gatherHost('tls', target, { egress, signal: signal() })).toMatchObject({
    result: { seen: false, why: 'name-not-found' },
  })
})

test('a fault of our own becomes a record that says so, fit to store', async () => {
  const broken = {
    ...openEgress(network()),
    connect: () => Promise.reject(new TypeError('stuk\u0000')),
  } satisfies Egress
  expect(await gatherHost('tls', target, { egress: broken, signal: signal() })).toMatchObject({
    result: { seen: false, why: 'probe-failed', detail: 'TypeError: stuk' },
  })
})

test('an aborted visit ends at once, though the probe hangs', async () => {
  const hanging = { ...openEgress(network()), connect: () => new Promise<never>(() => undefined) } satisfies Egress
  const begun = performance.now()
  expect(await gatherHost('tls', target, { egress: hanging, signal: AbortSignal.timeout(200) })).toMatchObject({
    result: { seen: false, why: 'timeout' },
  })
  expect(performance.now() - begun).toBeLessThan(5_000)
})
