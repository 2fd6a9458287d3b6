/** A browser that does not start. How a visit goes otherwise is shown on the demo city. */
import { afterEach, expect, test, vi } from 'vitest'
import type { Phase } from '../model/evidence.ts'
import { openGatherer } from './gather.ts'
import { OurFault } from '../outside/our-fault.ts'
import { testSite } from './probes/test-site.ts'
import { website } from './walks/website.ts'

afterEach(() => vi.unstubAllEnvs())

const listening = () => process.getActiveResourcesInfo().filter((one) => one === 'TCPServerWrap').length

test(
  'a browser that does not start is our fault, told in one line, and leaves nothing that keeps this ' + 'process alive',
  async () => {
    vi.stubEnv('CHROMIUM_PATH', '/bin/false')
    const site = await testSite({ '/': '<!doctype html><title>Dorp</title>' })
    const before = listening()
    const port = Number(new URL(site.url('/')).port)
    const gatherer = await openGatherer({
      allow: ['127.0.0.1/32'],
      resolver: '127.0.0.1:9',
      hosts: { 'dorp.test': '127.0.0.1' },
      ports: { 80: port },
    })
    const error = await gatherer
      .gather({ kind: 'website', address: 'dorp.test' }, { signal: AbortSignal.timeout(60_000), progress() {} })
      .then(
        () => undefined,
        (reason: unknown) => reason,
      )
    expect(error).toBeInstanceOf(OurFault)
    expect((error as Error).message).toMatch(/^de browser start niet: .+$/)
    await gatherer.close()
    await expect.poll(listening, { timeout: 5_000 }).toBe(before)
    await site.close()
  },
)

test('each page is looked at once per stretch of the walk, and says in which', { timeout: 60_000 }, async () => {
  const site = await testSite({
    '/': '<title>Dorp</title><a href="/contact">Contact</a>',
    '/contact': '<title>Contact</title><p>Bel.',
  })
  const later = 'after-reject' as Phase
  const gatherer = await openGatherer(
    {
      allow: ['127.0.0.1/32'],
      resolver: '127.0.0.1:9',
      hosts: { 'dorp.test': '127.0.0.1' },
      ports: { 80: Number(new URL(site.url('/')).port) },
    },
    [...website, { profile: 'desktop', phase: later, act: 'open', looks: ['session'], on: 'every-page' }],
  )
  const { evidence } = await gatherer.gather(
    { kind: 'website', address: 'dorp.test' },
    { signal: AbortSignal.timeout(55_000), progress() {} },
  )
  await gatherer.close()
  await site.close()
  const sessions = evidence.pages.filter(({ probe }) => probe === 'session')
  const told = sessions.map(({ page, ...one }) => [new URL(page).pathname, one.phase, one.profile, one.result.seen])
  expect(told).toEqual([
    ['/', 'before-consent', 'desktop', true],
    ['/', later, 'desktop', true],
    ['/contact', 'before-consent', 'desktop', true],
    ['/contact', later, 'desktop', true],
    ['/', 'before-consent', 'phone', true],
  ])
  const walked = evidence.pages.find(({ probe }) => probe === 'behaviour')?.result
  expect(walked).toMatchObject({
    seen: true,
    value: {
      pages: ['http://dorp.test/', 'http://dorp.test/contact'],
      identifiers: [],
      tags: [],
      typed: null,
      lacks: {},
    },
  })
  const named = evidence.host.find(({ probe }) => probe === 'aliases')?.result
  expect(named).toEqual({ seen: true, value: { names: [], lacks: {} } })
})

test('the first page with a form of its own is used too, and where there is none only the landing page', async () => {
  const FORM = '<form method="post"><label>Uw vraag <textarea name="vraag"></textarea></label></form>'
  // A field that lets no keyboard go.
  const TRAP = `<script>document.querySelector('textarea').onblur = ({ target }) =>
    setTimeout(() => target.focus())</script>`
  const used = async (pages: Record<string, string>) => {
    const site = await testSite(pages)
    const gatherer = await openGatherer(
      {
        allow: ['127.0.0.1/32'],
        resolver: '127.0.0.1:9',
        hosts: { 'dorp.test': '127.0.0.1' },
        ports: { 80: Number(new URL(site.url('/')).port) },
      },
      website.filter(({ looks, on }) => looks.includes('use') || on === 'every-page'),
    )
    const { evidence } = await gatherer.gather(
      { kind: 'website', address: 'dorp.test' },
      { signal: AbortSignal.timeout(110_000), progress() {} },
    )
    await gatherer.close()
    await site.close()
    return evidence.pages.flatMap(({ probe, page, result }) =>
      probe === 'use' && result.seen ? [[new URL(page).pathname, result.value.tried.keyboard?.count] as const] : [],
    )
  }
  const home = '<!doctype html><title>Dorp</title><p>Welkom</p><a href="/contact">Contact</a> <a href="/leer">Leer</a>'
  const [contact, other] = [`<title>Contact</title><p>Vraag het${FORM}`, '<title>Leer</title><p>Kom langs']
  expect(await used({ '/': home, '/contact': contact + TRAP, '/leer': other + FORM })).toEqual([
    ['/', 0],
    ['/contact', 1],
  ])
  expect(await used({ '/': home + FORM, '/contact': contact, '/leer': other })).toEqual([['/', 0]])
}, 240_000)

test('a website that begins below its host is visited there, and known by its host', { timeout: 60_000 }, async () => {
  const site = await testSite({ '/noord': '<!doctype html><title>Noord</title><p>hier', '/': '<title>Koepel</title>' })
  const gatherer = await openGatherer({
    allow: ['127.0.0.1/32'],
    resolver: '127.0.0.1:9',
    hosts: { 'koepel.test': '127.0.0.1' },
    ports: { 80: Number(new URL(site.url('/')).port) },
  })
  const { evidence } = await gatherer.gather(
    { kind: 'website', address: 'koepel.test/noord' },
    { signal: AbortSignal.timeout(55_000), progress() {} },
  )
  await gatherer.close()
  await site.close()
  expect(evidence.subject).toEqual({ kind: 'website', address: 'koepel.test' })
  expect(evidence.pages[0]!.page).toBe('http://koepel.test/noord')
})

test(
  'a site that only http opens is visited over http, however its first answer was read',
  { timeout: 60_000 },
  async () => {
    const site = await testSite({ '/': '<!doctype html><title>Dorp</title><p>hier' })
    const port = Number(new URL(site.url('/')).port)
    const at = async (ports: Record<string, number>) => {
      const network = { allow: ['127.0.0.1/32'], resolver: '127.0.0.1:9', hosts: { 'dorp.test': '127.0.0.1' }, ports }
      const gatherer = await openGatherer(network)
      const watch = { signal: AbortSignal.timeout(55_000), progress() {} }
      const { evidence } = await gatherer.gather({ kind: 'website', address: 'dorp.test' }, watch)
      await gatherer.close()
      const tls = evidence.host.find(({ probe }) => probe === 'tls')?.result
      return { page: evidence.pages[0], why: tls?.seen === false ? tls.why : 'seen' }
    }
    for (const ports of [
      { 80: port, 443: 1 },
      { 80: port, 443: port },
    ]) {
      const { page, why } = await at(ports)
      expect([page?.page, page?.result.seen, why]).toEqual(['http://dorp.test/', true, 'no-https'])
    }
    await site.close()
  },
)

test('a link to nothing takes no page its place, and there is an end to trying', { timeout: 60_000 }, async () => {
  const visited = async (dead: number, live: number) => {
    const named = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}-${at}`)
    const names = [...named('weg', dead), ...named('hier', live)]
    const site = await testSite({
      '/': `<title>Dorp</title>${names.map((name) => `<a href="/${name}">${name}</a> `).join('')}`,
      ...Object.fromEntries(names.slice(dead).map((name) => [`/${name}`, `<title>${name}</title><p>Hier staat wat`])),
    })
    const gatherer = await openGatherer(
      {
        allow: ['127.0.0.1/32'],
        resolver: '127.0.0.1:9',
        hosts: { 'dorp.test': '127.0.0.1' },
        ports: { 80: Number(new URL(site.url('/')).port) },
      },
      [{ profile: 'desktop', phase: 'before-consent', act: 'open', looks: ['session'], on: 'every-page' }],
    )
    const target = { kind: 'website', address: 'dorp.test' } as const
    const { evidence } = await gatherer.gather(target, { signal: AbortSignal.timeout(55_000), progress() {} })
    await gatherer.close()
    await site.close()
    return evidence.pages.map(({ result }) => result.seen)
  }
  expect((await visited(3, 9)).filter(Boolean)).toHaveLength(10)
  expect(await visited(0, 14)).toHaveLength(10)
  expect(await visited(20, 0)).toHaveLength(14)
})
