/** How a website answers: the walks from http and https, and the small files that stand at fixed places. */
import { asSaid, clean } from '../../../lib/clean.ts'
import type { Chain, Hop, Http, Lack, Lacks, Observed, Part, TextFile } from '../../../model/evidence.ts'
import { textOf } from '../../../outside/body.ts'
import type { Egress } from '../../../outside/egress.ts'
import { fetchPage, redirectOf, type Fetched } from '../../../outside/fetch.ts'
import type { HostProbe } from '../host-probe.ts'
import { isXml, readHtml, type Document } from '../../reading/html.ts'
import { inTheWay, type InTheWay } from '../../reading/in-the-way.ts'
import { hasNoTls } from '../../reading/no-tls.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { ROBOTS_BYTES } from '../../reading/robots.ts'
import { isPage, SECURITY_TXT_BYTES } from '../../reading/security-txt.ts'

const SECURITY_TXT = '/.well-known/security.txt'
const PAGE_BYTES = 3_000_000
/** Milliseconds for one walk, for one small file, and for all together. */
const WALK = 20_000
const FILE = 8_000
const ALL = 50_000

export const httpProbe: HostProbe<'http'> = {
  key: 'http',
  subjects: ['website'],
  async look({ subject: { address }, path = '/' }, { egress, signal }) {
    const deadline = Date.now() + ALL
    const within = (most: number) => Math.max(1, Math.min(most, deadline - Date.now()))
    // One after another: one visit at a time holds for us too.
    const secure = await observe(() => walk(egress, `https://${address}${path}`, signal, within(WALK)))
    const plain = await observe(() => walk(egress, `http://${address}${path}`, signal, within(WALK)))
    const base = secure.seen || !plain.seen ? `https://${address}` : `http://${address}`
    const answers = secure.seen || plain.seen
    const small = (place: string, maxBytes: number, barred = false): Promise<Observed<TextFile>> =>
      answers
        ? observe(() => textFile(egress, `${base}${place}`, { signal, maxBytes, barred, patience: within(FILE) }))
        : Promise.resolve(secure as Observed<never>)
    const judged = secure.seen ? secure : plain
    return {
      secure: chainOf(secure),
      plain: chainOf(plain, 'plain-answer'),
      lacks: lacksOf(judged, 'answer'),
      // RFC 9116 §3: over https only.
      securityTxt: secure.seen ? await small(SECURITY_TXT, SECURITY_TXT_BYTES, true) : withoutHttps(secure, plain),
      robotsTxt: await small('/robots.txt', ROBOTS_BYTES),
      favicon: answers
        ? await observe(async () => {
            const options = { signal, maxBytes: 100_000, redirects: 5, patience: within(FILE) }
            const { hops, body } = await fetchPage(egress, `${base}/favicon.ico`, options)
            const last = hops.at(-1)!
            const image = /^image\//i.test(header(last.headers, 'content-type') ?? '')
            return last.status === 200 && body.bytes.length > 0 && image
          })
        : (secure as Observed<never>),
    } satisfies Http
  },
}

/**
 * A text file at its place, whatever the status; of `maxBytes` at most. Throws NotSeen; `redirects: 0` is for files
 * that may not be moved, and then a redirect is `redirected-away`.
 */
export async function textFile(
  egress: Egress,
  url: string,
  options: {
    readonly signal: AbortSignal
    readonly maxBytes: number
    readonly redirects?: number
    readonly patience: number
    /** Whether a check of visitors in its place is no answer, rather than a text like any other. */
    readonly barred?: boolean
  },
): Promise<TextFile> {
  const { signal, maxBytes, redirects = 5, patience } = options
  const { hops, body } = await fetchPage(egress, url, { signal, maxBytes, redirects, patience })
  const last = hops.at(-1)!
  const away = redirectOf(last, new URL(last.url))
  if (away) throw new NotSeen('redirected-away', `${last.status} ${away.href.slice(0, 300)}`)
  if (body.read === 'broken' && last.status === 200) throw new NotSeen('http-error', `${url} broke off`)
  const contentType = header(last.headers, 'content-type')
  const text = asSaid(textOf(body.bytes, contentType), maxBytes)
  if (options.barred && isPage(text, contentType)) {
    const wall = barred(last, readHtml(text, last.url, 2_000, isXml(contentType)))
    if (wall?.why === 'blocked') throw new NotSeen('blocked', `status ${last.status}, ${wall.sign}`)
  }
  return { url: last.url, status: last.status, contentType, text, ...(body.read === 'cut' && { cut: true }) }
}

/** Why nothing came over https: of a site that answers over http alone, that. */
function withoutHttps(secure: Unanswered, plain: Observed<unknown>): Unanswered {
  return plain.seen && hasNoTls(secure) ? { ...secure, why: 'no-https' } : secure
}

type Unanswered = Extract<Observed<never>, { seen: false }>
type Walked = Pick<Chain, 'hops' | 'body'> & { readonly lack: Lack | null }
const lacksOf = (walked: Observed<Walked>, part: Part): Lacks =>
  walked.seen && walked.value.lack !== null ? { [part]: [walked.value.lack] } : {}
/** `part`: what a lack of this walk is told as. The walk that is judged tells its own beside it. */
function chainOf(walked: Observed<Walked>, part?: Part): Observed<Chain> {
  if (!walked.seen) return walked
  const { hops, body } = walked.value
  return { seen: true, value: { hops, body, ...(part && { lacks: lacksOf(walked, part) }) } }
}

async function walk(egress: Egress, start: string, signal: AbortSignal, patience: number): Promise<Walked> {
  const fetched = await fetchPage(egress, start, { signal, maxBytes: PAGE_BYTES, patience })
  const { lack, ...body } = bodyFacts(fetched)
  return { hops: fetched.hops, body, lack }
}

/**
 * A body that broke off is not described, not even its type: half a page is no page. `lack`: why the answer that ended
 * the walk, its headers too, is not that of the page.
 */
function bodyFacts({ hops, body: { bytes, read } }: Fetched): Chain['body'] & { readonly lack: Lack | null } {
  const last = hops.at(-1)!
  if (read === 'broken') return { contentType: null, bytes: bytes.length, textLength: 0, lang: null, lack: 'cut' }
  const contentType = header(last.headers, 'content-type')
  const html =
    contentType === null
      ? /^\s*<(!doctype|html)/i.test(bytes.subarray(0, 200).toString('latin1'))
      : /html/i.test(contentType)
  const document = html ? readHtml(textOf(bytes, contentType), last.url, 2_000, isXml(contentType)) : undefined
  const text = /^text\/plain/i.test(contentType ?? '') ? textOf(bytes, contentType).trim().length : 0
  return {
    contentType: contentType === null ? null : clean(contentType, 200),
    bytes: bytes.length,
    textLength: document?.textLength ?? text,
    lang: document?.lang ?? null,
    policies: document?.policies ?? [],
    referrer: document?.referrer ?? [],
    lack: document !== undefined && stands(last, document) ? 'in-the-way' : null,
  }
}

/** Whether this is a check of visitors, a notice, or no more than a signpost that a browser follows by itself. */
function stands(hop: Hop, page: Document): boolean {
  return barred(hop, page) !== null || (page.refresh !== null && page.textLength < 400)
}

const barred = ({ status, headers }: Hop, page: Document): InTheWay | null =>
  inTheWay(status, headers, { ...page, text: page.text.slice(0, 2_000), links: page.links.length })

/** The first line of this name (lower case), or null. */
export function header(headers: readonly (readonly [string, string])[], name: string): string | null {
  return headers.find(([each]) => each === name)?.[1] ?? null
}

/** A value, or why it could not be seen. What is not NotSeen is a bug and goes on. */
export async function observe<T>(look: () => Promise<T>): Promise<Observed<T>> {
  try {
    return { seen: true, value: await look() }
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error
    return { seen: false, why: error.why, detail: clean(error.message, 500) }
  }
}
