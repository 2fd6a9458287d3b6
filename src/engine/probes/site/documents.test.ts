/** Which documents are asked for and read, in which order, and what a site with bad ones does to the rest. */
import type { ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { pdfBytes } from '../../../../test/city/pdf.ts'
import { openEgress } from '../../../outside/egress.ts'
import { network, serveHttp, stopAll } from '../../../outside/test-net.ts'
import { documentsProbe } from './documents.ts'

afterEach(stopAll)

const PDF = { 'content-type': 'application/pdf' }
const good = pdfBytes()
type Serve = (path: string, response: ServerResponse) => void

async function look(paths: readonly string[], { robots = '', serve }: { robots?: string; serve?: Serve } = {}) {
  const asked: string[] = []
  const port = await serveHttp((request, response) => {
    asked.push(`${request.headers.host}${request.url}`)
    if (serve) return serve(request.url ?? '', response)
    response.writeHead(200, PDF).end(good)
  })
  const egress = openEgress(network({ ports: { 80: port, 443: 1 }, hosts: { '*.test': '127.0.0.1' } }))
  const page = 'http://www.stad.test/'
  const seen = await documentsProbe.look(
    {
      subject: { kind: 'website', address: 'www.stad.test', publicBody: true },
      robots,
      linked: paths.map((path) => ({ href: URL.parse(path, page)?.href ?? path, page })),
    },
    { egress, signal: new AbortController().signal },
  )
  return { seen, asked }
}

test('documents of the site itself are read, each once', { timeout: 30_000 }, async () => {
  const { seen, asked } = await look([
    '/stukken/Plan.PDF?versie=2',
    '/stukken/Plan.PDF?versie=2#page=3',
    'http://stad.test/sociaal-akkoord.pdf',
    'http://elders.test/ander.pdf',
    'http://stukken.stad.test/ander.pdf',
    '/pagina?bestand=geen.pdf',
    '/like/kaart.pdf',
    '/kaart.pdf?action=delete',
    '/pdf/',
    'mailto:jan@stad.test',
    'geen adres',
  ])
  expect(asked.toSorted()).toEqual(['stad.test/sociaal-akkoord.pdf', 'www.stad.test/stukken/Plan.PDF?versie=2'])
  expect(seen.found).toBe(2)
  expect(seen.looked.map(({ result }) => result)).toMatchObject([
    { seen: true, value: { tagged: true } },
    { seen: true, value: { tagged: true } },
  ])
})

test('of many five are drawn, the same ones in whatever order they stand', { timeout: 60_000 }, async () => {
  const many = Array.from({ length: 12 }, (_, at) => `/stuk-${at}.pdf`)
  const serve: Serve = (_, response) => void response.writeHead(500).end()
  const first = await look(many, { serve })
  const second = await look(many.toReversed(), { serve })
  expect(first.seen).toEqual(second.seen)
  expect(first.seen).toMatchObject({ found: 12, looked: { length: 5 } })
  expect(first.asked).toHaveLength(5)
})

test('a link to nothing or to a page takes no place, two at most', async () => {
  const many = Array.from({ length: 12 }, (_, at) => `/stuk-${at}.pdf`)
  let count = 0
  const { seen } = await look(many, {
    serve: (_, response) => {
      if (++count === 1) response.writeHead(404).end()
      else if (count === 2) response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Weg</title>')
      else response.writeHead(503).end()
    },
  })
  expect(seen.looked.map(({ result }) => !result.seen && result.why)).toEqual([
    'gone',
    'gone',
    ...Array.from({ length: 5 }, () => 'http-error'),
  ])
})

test('robots.txt is heeded, and how long it asks to wait', async () => {
  const begun = performance.now()
  const { seen, asked } = await look(['/intern/a.pdf', '/b.pdf', '/c.pdf'], {
    robots: 'User-agent: *\nDisallow: /intern/\nCrawl-delay: 0.3',
    serve: (_, response) => void response.writeHead(404).end(),
  })
  expect(asked.toSorted()).toEqual(['www.stad.test/b.pdf', 'www.stad.test/c.pdf'])
  expect(seen.found).toBe(2)
  expect(performance.now() - begun).toBeGreaterThan(600)
})

test.each<[string, string, Serve]>([
  [
    'says that it is long',
    'too-large',
    (_, r) => void r.writeHead(200, { ...PDF, 'content-length': 9e6 }).write('%PDF-'),
  ],
  ['is long', 'too-large', (_, r) => void r.writeHead(200, PDF).end(Buffer.alloc(6e6, '%PDF-'))],
  ['is asked too often', 'rate-limited', (_, r) => void r.writeHead(429).end()],
  ['is for others', 'blocked', (_, r) => void r.writeHead(403).end()],
  [
    'leads elsewhere',
    'redirected-away',
    (_, r) => void r.writeHead(302, { location: 'http://elders.test/a.pdf' }).end(),
  ],
  ['leads inside', 'redirected-away', (_, r) => void r.writeHead(302, { location: 'http://10.0.0.1/a.pdf' }).end()],
  ['is broken off', 'probe-failed', (_, r) => void r.writeHead(200, PDF).end(good.subarray(0, 700))],
])('a document that %s is not read', { timeout: 20_000 }, async (_, why, serve) => {
  const { seen } = await look(['/a.pdf'], { serve })
  expect(seen.looked).toMatchObject([{ result: { seen: false, why } }])
})

test.each([
  ['application/pdf; name="jaarverslag.html.pdf"', true],
  ['application/octet-stream; x=text/html', true],
  ['text/html', false],
  [' TEXT/HTML ; charset=utf-8', false],
  ['application/xhtml+xml', false],
])('of a type only its essence says that it is a page: %s', async (type, document) => {
  const { seen } = await look(['/a.pdf'], {
    serve: (_, r) => void r.writeHead(200, { 'content-type': type }).end(good),
  })
  expect(seen.looked).toMatchObject([{ result: document ? { seen: true } : { seen: false, why: 'gone' } }])
})
