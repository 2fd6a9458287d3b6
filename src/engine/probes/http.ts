/** How a website answers: the walks from http and https, and the small files that stand at fixed places. */
import { clean } from '../../lib/clean.ts'
import type { Chain, Http, Observed, TextFile } from '../../model/evidence.ts'
import type { Egress } from './egress.ts'
import { fetchPage, textOf, type Fetched } from './fetch.ts'
import type { HostProbe } from './host-probe.ts'
import { readHtml } from './html.ts'
import { NotSeen } from './not-seen.ts'
import { ROBOTS_BYTES } from './robots.ts'

const PAGE_BYTES = 3_000_000

export const httpProbe: HostProbe<'http'> = {
  key: 'http', subjects: ['website'],
  async look({ subject: { address }, path = '/' }, { egress, signal }) {
    // One after another: one visit at a time holds for us too.
    const secure = await observe(() => walk(egress, `https://${address}${path}`, signal))
    const plain = await observe(() => walk(egress, `http://${address}${path}`, signal))
    const base = secure.seen || !plain.seen ? `https://${address}` : `http://${address}`
    const answers = secure.seen || plain.seen
    const small = (path: string, maxBytes: number, maxText: number): Promise<Observed<TextFile>> => (answers
      ? observe(() => textFile(egress, `${base}${path}`, signal, maxBytes, maxText)) : Promise.resolve(secure as Observed<never>))
    return {
      secure, plain,
      // RFC 9116 §3: over https only.
      securityTxt: secure.seen ? await small('/.well-known/security.txt', 40_000, 20_000) : secure,
      robotsTxt: await small('/robots.txt', ROBOTS_BYTES, 20_000),
      favicon: answers ? await observe(async () => {
        const { hops } = await fetchPage(egress, `${base}/favicon.ico`, { signal, maxBytes: 500_000, redirects: 3 })
        const last = hops.at(-1)!
        return last.status === 200 && (header(last.headers, 'content-type') ?? '').startsWith('image/')
      }) : secure as Observed<never>,
    }
  },
}

/** A text file at its place, whatever the status. At most `maxText` characters of it. Throws NotSeen. */
export async function textFile(egress: Egress, url: string, signal: AbortSignal, maxBytes = 40_000, maxText = 20_000): Promise<TextFile> {
  const { hops, body } = await fetchPage(egress, url, { signal, maxBytes, redirects: 5 })
  const last = hops.at(-1)!
  const contentType = header(last.headers, 'content-type')
  return { url: last.url, status: last.status, contentType, text: clean(textOf(body, contentType), maxText) }
}

async function walk(egress: Egress, start: string, signal: AbortSignal): Promise<Chain> {
  const fetched = await fetchPage(egress, start, { signal, maxBytes: PAGE_BYTES })
  return { hops: fetched.hops, body: bodyFacts(fetched) }
}

function bodyFacts({ hops, body }: Fetched): Chain['body'] {
  const last = hops.at(-1)!
  const contentType = header(last.headers, 'content-type')
  const html = contentType === null ? /^\s*<(!doctype|html)/i.test(body.subarray(0, 200).toString('latin1')) : /html/i.test(contentType)
  const document = html ? readHtml(textOf(body, contentType), last.url, 0) : undefined
  return { contentType, bytes: body.length, textLength: document?.textLength ?? 0, lang: document?.lang ?? null }
}

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
