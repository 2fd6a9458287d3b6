/** Sites that give values without end, and sites that put names and passwords in every address. */
import { afterEach, expect, test } from 'vitest'
import type { Evidence } from '../model/evidence.ts'
import { openGatherer } from './gather.ts'
import { testSite, type Route } from './probes/test-site.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop()
})

async function gathered(routes: Record<string, Route>): Promise<Evidence> {
  const site = await testSite(routes)
  stops.push(site.close)
  const gatherer = await openGatherer({
    allow: ['127.0.0.1/32'],
    resolver: '127.0.0.1:9',
    hosts: { '*.test': '127.0.0.1' },
    ports: { 80: Number(new URL(site.url('/')).port) },
  })
  stops.push(() => gatherer.close())
  const target = { kind: 'website', address: 'dorp.test' } as const
  const { evidence } = await gatherer.gather(target, { signal: AbortSignal.timeout(150_000), progress() {} })
  return evidence
}
const sessionOf = ({ pages }: Evidence) => {
  const result = pages.find(({ probe, role }) => probe === 'session' && role === 'landing')?.result
  return result?.seen ? (result.value as Extract<typeof result.value, { links: unknown }>) : undefined
}

test('nothing of a name or password in an address is in the evidence', { timeout: 200_000 }, async () => {
  const SECRET = 'gehe1mwoord'
  const at = `http://jan:${SECRET}@dorp.test`
  const evidence = await gathered({
    '/': (_, response) => void response.writeHead(302, { location: `http://jan:ge ${SECRET}@dorp.test/thuis` }).end(),
    '/thuis': (_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader('content-security-policy', `img-src 'none'; report-uri ${at}/csp`)
      response.setHeader('link', `<${at}/stijl>; rel=preload; as=style`)
      response.setHeader('refresh', `900; url=${at}/later`)
      response.end(`<!doctype html><html lang=nl><title>Dorp ${at}/</title>
        <meta name=verder content="${at}/meta"><meta http-equiv=refresh content="900; url=${at}/meta">
        <link rel=stylesheet href="${at}/stijl.css"><script src="${at}/script.js"></script>
        <h1>Dorp</h1><p>Kijk op ${at}/hier en //jan:${SECRET}@dorp.test/daar
        <a href="${at}/link">${at}/link</a> <a href="/in?access_token=${SECRET}">Inloggen</a>
        <a href="/ga?naar=http%3A%2F%2Fjan%3A${SECRET}%40dorp.test">Ga</a>
        <form action="${at}/zend"><input name=q placeholder="${at}"></form>
        <iframe src="${at}/raam" title="${at}"></iframe>
        <img src="${at}/plaat.png">
        <script>console.log('${at}/log'); fetch('/api?token=${SECRET}').catch(() => {})</script>`)
    },
  })
  const session = sessionOf(evidence)!
  expect(session.links.map(({ href }) => href)).toContain('http://dorp.test/link')
  expect(session.links.map(({ href }) => href)).toContain('http://dorp.test/in?access_token=…')
  expect(session.console.length).toBeGreaterThan(0)
  expect(JSON.stringify(evidence)).toContain('report-uri http://dorp.test/csp')
  expect(JSON.stringify(evidence).match(new RegExp(`.{0,60}${SECRET}.{0,20}`, 'g'))).toBeNull()
})

test('values without end are cut in the page, and the page is seen all the same', { timeout: 200_000 }, async () => {
  const big = `'z'.repeat(4e5)`
  const evidence = await gathered({
    '/': `<!doctype html><html lang=nl><title>Dorp</title><body><h1>Dorp</h1><p>Welkom in het dorp
      <script>
        document.documentElement.lang = ${big}
        const make = (tag, values, into = document.body) => {
          const one = document.createElement(tag)
          for (const [name, value] of Object.entries(values)) one.setAttribute(name, value)
          return into.appendChild(one)
        }
        make('a', { href: '/' + ${big}, title: ${big}, 'aria-label': ${big} })
        make('meta', { name: ${big}, content: ${big} }, document.head)
        make('script', { src: '/' + ${big}, integrity: ${big} }, document.head)
        const form = make('form', { action: '/' + ${big}, id: 'f' + ${big}, method: ${big} })
        make('input', { name: ${big}, type: ${big}, class: 'captcha' + ${big} }, form)
        make('iframe', { src: 'about:blank', title: ${big} })
        history.replaceState(null, '', '/?' + 'q'.repeat(5e4))
      </script>`,
  })
  const session = sessionOf(evidence)
  expect(session, JSON.stringify(evidence.pages.map(({ result }) => (result.seen ? 'seen' : result)))).toBeDefined()
  expect(session!.lang).toBe('z'.repeat(50))
  expect(session!.frames).toMatchObject([{ title: 'z'.repeat(200) }])
  expect(JSON.stringify(evidence).length).toBeLessThan(200_000)
})

test('a robots.txt, a security.txt and hints without end are bounded', { timeout: 200_000 }, async () => {
  const endless: Route = (_, response) => {
    response.setHeader('content-type', 'text/plain')
    const more = () => {
      while (!response.destroyed && response.write('Disallow: /nergens\n'.repeat(3_000)));
    }
    response.on('drain', more)
    more()
  }
  const hints: Route = (request, response) => {
    const timer = setInterval(() => {
      for (let at = 0; at < 500; at++) response.writeEarlyHints({ link: `</${'s'.repeat(2_000)}>; rel=preload` })
    }, 1)
    request.socket.once('close', () => clearInterval(timer))
  }
  const evidence = await gathered({
    '/': '<!doctype html><html lang=nl><title>Dorp</title><h1>Dorp</h1><p>Welkom in het dorp<img src="/hints">',
    '/robots.txt': endless,
    '/favicon.ico': hints,
    '/hints': hints,
  })
  const http = evidence.host.find(({ probe }) => probe === 'http')!.result
  expect(http).toMatchObject({ value: { favicon: { seen: false, why: 'too-large' } } })
  expect(JSON.stringify(evidence).length).toBeLessThan(2_000_000)
})
