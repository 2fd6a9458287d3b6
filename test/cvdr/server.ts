/** A repository of local regulations on loopback, in the shape of the real one, with its faults to be switched on. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerXml, type CvdrRecord } from './answer.ts'

export type Fault =
  | 'none'
  | 'status-406'
  | 'diagnostics'
  | 'prefixes'
  | 'page-two-fails'
  | 'page-two-once'
  | 'empty-page-two'
  | 'repeats'
  | 'not-xml'
  | 'entities'
  | 'fewer'
  | 'busy-once'
  | 'nameless'
  | 'short-pages'
  | 'two-losses'
  | 'slow-down'
  | 'far-too-busy'
  | 'wrong'
  | 'elsewhere'
  | 'endless'
  | 'grows'
  | 'cut-off'

/**
 * Serves the records to whoever asks for `creator`; `fault` may be changed while it runs, `asked` holds the queries.
 */
export async function startCvdr(records: readonly CvdrRecord[], creator = 'Sluiswijk') {
  const kept = [...records]
  const state = { fault: 'none' as Fault, asked: [] as string[], urls: [] as string[], failed: false }
  const server = createServer((request, response) => {
    const { searchParams: query } = new URL(request.url!, 'http://x')
    state.urls.push(request.url!)
    state.asked.push(query.get('query') ?? '')
    const [start, most] = [Number(query.get('startRecord')), Number(query.get('maximumRecords'))]
    const { fault } = state
    const xml = (body: string, status = 200) =>
      response
        .writeHead(status, { 'Content-Type': 'text/xml; charset=utf-8' })
        .end(
          `<?xml version="1.0"?>${
            fault === 'entities' ? '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + '<!ENTITY b "&a;&a;&a;&a;">]>' : ''
          }${body}`,
        )
    if (fault === 'not-xml')
      return response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><body>Onderhoud<br></body>')
    if (fault === 'diagnostics')
      return xml(
        '<searchRetrieveResponse><diagnostics><diagnostic><message>Unsupported ' +
          'index</message></diagnostic></diagnostics></searchRetrieveResponse>',
      )
    if (fault === 'busy-once' && !state.failed) {
      state.failed = true
      return response.writeHead(503, { 'Retry-After': '1' }).end()
    }
    if (fault === 'slow-down' && !state.failed) {
      state.failed = true
      return response.writeHead(429, { 'Retry-After': '1' }).end()
    }
    if (fault === 'far-too-busy') return response.writeHead(503, { 'Retry-After': '86400' }).end()
    if (fault === 'wrong') return response.writeHead(400).end()
    if (fault === 'elsewhere') return response.writeHead(302, { Location: 'http://elders.example/sru' }).end()
    if (fault === 'endless') {
      response.writeHead(200, { 'Content-Type': 'text/xml' })
      const more = () => {
        while (!response.destroyed && response.write('<record>'.repeat(16_384)));
      }
      response.on('drain', more)
      return more()
    }
    if (fault === 'cut-off' && !state.failed) {
      state.failed = true
      response
        .writeHead(200, { 'Content-Type': 'text/xml', 'Content-Length': '9000' })
        .write('<searchRetrieveResponse>')
      return setTimeout(() => response.destroy(), 50)
    }
    if (start === 101 && (fault === 'page-two-fails' || (fault === 'page-two-once' && !state.failed))) {
      state.failed = true
      return response.writeHead(500).end()
    }
    const all = query.get('query') === `dcterms.creator="${creator}"` ? kept : []
    if (fault === 'two-losses' && start === 101) return response.writeHead(500).end()
    const page =
      fault === 'two-losses' && start > 200
        ? []
        : fault === 'short-pages'
          ? all.slice(start - 1, start - 1 + Math.min(most, 50))
          : fault === 'repeats'
            ? all.slice(0, most)
            : fault === 'empty-page-two' && start === 101
              ? []
              : all.slice(start - 1, start - 1 + most)
    return xml(
      answerXml(page, all.length + (fault === 'fewer' ? 5 : fault === 'grows' && start > 100 ? 1 : 0), {
        prefixes: fault !== 'prefixes',
        named: fault !== 'nameless',
      }),
      fault === 'status-406' ? 406 : 200,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sru/Search`,
    state,
    /** One more record from now on. */
    add(record: CvdrRecord) {
      kept.push(record)
    },
    set(fault: Fault) {
      Object.assign(state, { fault, failed: false })
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
