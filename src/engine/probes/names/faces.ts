/** The same page over IPv4 and over IPv6: an address that leads to an old server is worse than none. */
import { clean } from '../../../lib/clean.ts'
import type { Dns, Facing, Observed } from '../../../model/evidence.ts'
import { textOf } from '../../../outside/body.ts'
import type { Egress } from '../../../outside/egress.ts'
import { fetchPage, redirectOf } from '../../../outside/fetch.ts'
import { isXml, readHtml } from '../../reading/html.ts'
import { differenceOf, tellingOf, wordsOf } from '../../reading/facing.ts'
import { header, observe } from '../site/http.ts'

const PAGE_BYTES = 1_000_000
const PATIENCE = 5_000
const TEXT = 100_000

/** Both answers to the front page, by way of these two addresses. */
export async function facesOf(
  egress: Egress,
  host: string,
  four: string,
  six: string,
  signal: AbortSignal,
): Promise<NonNullable<Dns['faces']>> {
  const by = (address: string, scheme: string) => observe(() => facing(egress, `${scheme}://${host}/`, address, signal))
  const first = await by(four, 'https')
  // A site without https is held beside itself over http.
  const scheme = first.seen ? 'https' : 'http'
  const faces = { four: first.seen ? first : await by(four, 'http'), six: await by(six, scheme) }
  const { four: one, six: other } = faces
  if (!one.seen || !other.seen || differenceOf(one.value, other.value) === null) return faces
  // What differs from itself a moment later tells nothing of the way it came.
  return { ...faces, again: (await by(four, scheme)) as Observed<Facing> }
}

async function facing(egress: Egress, start: string, address: string, signal: AbortSignal): Promise<Facing> {
  const { hostname } = new URL(start)
  const pinned: Egress = {
    ...egress,
    connect: (host, port, timeout) => egress.connect(host === hostname ? address : host, port, timeout),
  }
  const { hops, body } = await fetchPage(pinned, start, {
    signal,
    maxBytes: PAGE_BYTES,
    redirects: 5,
    patience: PATIENCE,
    mayFollow: (next) => next.hostname === hostname && next.protocol === new URL(start).protocol,
  })
  const last = hops.at(-1)!
  const contentType = header(last.headers, 'content-type')
  const html = contentType !== null && /html/i.test(contentType)
  const page = html ? readHtml(textOf(body.bytes, contentType), last.url, TEXT, isXml(contentType)) : undefined
  return {
    status: last.status,
    title: page ? clean(page.title, 200) : null,
    location: redirectOf(last, new URL(last.url))?.href.slice(0, 500) ?? null,
    headers: tellingOf(last.headers),
    textLength: page?.textLength ?? 0,
    words: wordsOf(page?.text ?? ''),
  }
}
