/** What a page sends, with what it carries: read while the visit lasts, and not kept. */
import type { Heard, Way } from '../../../model/evidence.ts'
import { opened, textOf, type Opened } from '../../reading/encodings.ts'
import { within } from '../../../outside/within.ts'
import { headerLines } from '../page/header-lines.ts'
import { ADDRESS, hostname, keptUrl, outward } from '../page/kept-url.ts'
import { caller } from '../session/request-caller.ts'
import type { VisitedPage } from '../page/visited-page.ts'

/** Something that was sent: to which host, by which script as far as known, and where in it this text stands. */
export type Sent = {
  readonly to: string
  readonly by: string | null
  readonly type: string
  readonly way: Way
  readonly text: string
}
/** Per address the ETag that came with a file, and whether the browser showed it again and was told it still holds. */
export type Tag = { readonly value: string; readonly shown: boolean }

export type Traffic = {
  /** How many things were sent until now. */
  count(): number
  after(count: number): readonly Sent[]
  /** Whether a file of this address, without query, was asked for. */
  asked(bare: string): boolean
  /** From now on documents that are asked for are held back, and nobody hears of them; or no longer. */
  hold(held: boolean): void
  /** Waits for what is still to be read of what was sent. Gives whether all of it was kept. */
  whole(): Promise<boolean>
  /** Of the files that came until now. */
  tags(): Map<string, Tag>
}

const THINGS = 3_000
const CHARACTERS = 6_000_000
const BODY = 100_000
const TAGS = 300
/** Headers that every browser sends, and the site's own cookies. */
const USUAL =
  /^(?:accept.*|cookie|user-agent|referer|origin|sec-.*|upgrade-insecure-requests|content-type|host|if-.*)$/i

/** An address as what stays the same from visit to visit. */
export const bareUrl = (url: string): string => keptUrl(url.split(/[?#]/, 1)[0] ?? '', 300)

/** Listens to all that a page and its workers send. */
export async function watchTraffic({ cdp, context }: VisitedPage): Promise<Traffic> {
  const things: Sent[] = []
  const files = new Map<string, string>()
  const shown = new Set<string>()
  /** Requests that carry something, and those of which we read it: the browser does not give what a Blob holds. */
  const [carrying, read] = [new Set<string>(), new Set<string>()]
  const answers = new Map<string, { readonly status: number; readonly tag: string | undefined }>()
  const sockets = new Map<string, { readonly url: string; readonly by: string | null }>()
  const pending: Promise<unknown>[] = []
  const known = new Set<string>()
  const bare = new Set<string>()
  let [characters, lost, held] = [0, false, false]
  const add = (url: string, more: Omit<Sent, 'to'>) => {
    characters += more.text.length
    if (things.length >= THINGS || characters > CHARACTERS) lost = true
    else things.push({ to: hostname(url), ...more })
  }
  await cdp.send('Network.enable', { maxPostDataSize: BODY })
  cdp.on('Network.requestWillBeSent', ({ requestId, request, initiator, type = 'Other' }) => {
    if (!outward(request.url) || (held && type === 'Document')) return
    const by = barely(caller(initiator.stack) ?? initiator.url)
    const kind = type.toLowerCase()
    if (known.size < THINGS) known.add(request.url)
    if (bare.size < THINGS) bare.add(bareUrl(request.url))
    if (files.size < THINGS && kind !== 'document') files.set(requestId, request.url)
    const headers = Object.entries(request.headers).filter(([name]) => !USUAL.test(name))
    const head = [request.url.slice(0, ADDRESS), ...headers.map(([, value]) => value.slice(0, 2_000))].join('\n')
    add(request.url, { by, type: kind, way: 'address', text: head })
    if (!request.hasPostData) return
    const body = (bytes: Buffer) => {
      if (bytes.length > 0) read.add(requestId)
      add(request.url, { by, type: kind, way: 'body', text: textOf(bytes) })
    }
    const parts = request.postDataEntries ?? []
    // Nothing is a body too, of which is asked in vain. A part without bytes is a file: then the rest is not all of it.
    const bytes = parts.flatMap((part) => (part.bytes === undefined ? [] : [Buffer.from(part.bytes, 'base64')]))
    if (parts.length > 0 && bytes.length === parts.length) body(Buffer.concat(bytes).subarray(0, BODY))
    else {
      const asked = cdp.send('Network.getRequestPostData', { requestId }).then(
        ({ postData, base64Encoded }) => {
          const whole = Buffer.from(postData.slice(0, 2 * BODY), base64Encoded ? 'base64' : 'utf8')
          if (whole.length > BODY) lost = true
          body(whole.subarray(0, BODY))
        },
        () => {
          // What a stream carries the browser does not give.
          lost = true
        },
      )
      if (pending.length < THINGS) pending.push(asked)
    }
  })
  cdp.on('Network.webSocketCreated', ({ requestId, url, initiator }) => {
    const by = barely(caller(initiator?.stack) ?? initiator?.url)
    if (sockets.size < THINGS) sockets.set(requestId, { url, by })
    add(url, { by, type: 'websocket', way: 'address', text: url.slice(0, ADDRESS) })
  })
  cdp.on('Network.webSocketFrameSent', ({ requestId, response: { opcode, payloadData } }) => {
    const socket = sockets.get(requestId)
    if (!socket || opcode > 2) return
    const bytes = Buffer.from(payloadData.slice(0, 2 * BODY), opcode === 2 ? 'base64' : 'utf8').subarray(0, BODY)
    add(socket.url, { by: socket.by, type: 'websocket', way: 'socket', text: textOf(bytes) })
  })
  cdp.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers }) => {
    const length = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-length')?.[1]
    if (Number(length) > 0 && carrying.size < THINGS) carrying.add(requestId)
    // What went over the line is often told before the request itself.
    if (shown.size < THINGS && Object.keys(headers).some((name) => name.toLowerCase() === 'if-none-match'))
      shown.add(requestId)
  })
  cdp.on('Network.responseReceivedExtraInfo', ({ requestId, headers, headersText, statusCode }) => {
    const tag = headerLines(headers, headersText).find(([name]) => name === 'etag')?.[1]
    if (answers.size < THINGS) answers.set(requestId, { status: statusCode, tag: tag?.slice(0, 300) })
  })
  /** Of a file in what a worker sends the browser gives nothing. */
  const notGiven = (headers: Readonly<Record<string, string>>) => {
    if (Number(headers['content-length']) > 0) lost = true
  }
  // What a worker sends does not pass the session of the page.
  context.on('request', (request) => {
    const url = request.url()
    if (request.resourceType() !== 'fetch' && request.resourceType() !== 'xhr' && request.resourceType() !== 'other')
      return
    setTimeout(() => {
      if (known.has(url) || !outward(url)) return
      const bytes = request.postDataBuffer()?.subarray(0, BODY)
      add(url, { by: null, type: 'fetch', way: 'address', text: url.slice(0, ADDRESS) })
      if (bytes) add(url, { by: null, type: 'fetch', way: 'body', text: textOf(bytes) })
      else if (pending.length < THINGS) pending.push(request.allHeaders().then(notGiven, () => undefined))
    }, 100).unref()
  })
  return {
    count: () => things.length,
    after: (count) => things.slice(count),
    asked: (url) => bare.has(url),
    hold(now) {
      held = now
    },
    tags() {
      const tags = new Map<string, Tag>()
      for (const [id, url] of files) {
        const { status, tag } = answers.get(id) ?? { status: 0, tag: undefined }
        const before = tags.get(url)
        if (status === 304 && shown.has(id) && before && (tag === undefined || tag === before.value))
          tags.set(url, { ...before, shown: true })
        else if (status === 200 && tag && tags.size < TAGS) tags.set(url, { value: tag, shown: false })
      }
      return tags
    },
    async whole() {
      await within(2_000, 'what was sent', Promise.all(pending)).catch(() => {
        lost = true
      })
      return !lost && [...carrying].every((id) => read.has(id))
    },
  }
}

const barely = (url: string | null | undefined): string | null => (url ? bareUrl(url) : null)

/** What was sent to others than one party, each opened once. */
export function openedFor(sent: readonly Sent[]): { readonly one: Sent; readonly open: Opened }[] {
  return sent.map((one) => ({ one, open: opened(one.text) }))
}

/** Who heard it, by whom and in which way: what may be told of something that was sent. */
export const heardOf = ({ to, by, way }: Sent): Heard => ({ host: to, by, way })

/** Each different thing once, in one order whatever came first. */
export function distinct<T extends object>(all: readonly T[], most: number): T[] {
  const byText = new Map(all.map((each) => [JSON.stringify(each), each]))
  return [...byText]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => each)
    .slice(0, most)
}
