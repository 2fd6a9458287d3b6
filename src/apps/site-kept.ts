/**
 * Whole public answers, kept in memory until something public changes. Each request asks the database for the mark, so
 * that what a colleague published or withdrew a moment ago, in whatever process, is what is shown.
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import type { Marks } from '../db/marks.ts'
import { keptWithin, type KeptWithin } from '../lib/kept-within.ts'
import { timeIn, todayIn } from '../web/language.ts'

type Answer = {
  /** The marks, and the day it was made on, some also the minute: pages tell what is valid today. */
  readonly edition: string
  readonly body: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

/** What all municipalities of a process keep together. */
export type Kept = {
  /** Pages that have an address of their own. */
  readonly pages: KeptWithin<Answer>
  /** Answers to a question in the address, which anybody can make up: they push out only each other. */
  readonly asked: KeptWithin<Answer>
}

const MEGABYTE = 1024 * 1024
/** Memory for kept answers, in bytes: three quarters for pages, one for questions. */
export const keptAnswers = (bytes = 64 * MEGABYTE): Kept => ({
  pages: keptWithin(bytes * 0.75),
  asked: keptWithin(bytes * 0.25),
})

/** A larger answer is made anew each time, and so is what was asked in more characters. */
const LARGEST = 2 * MEGABYTE
const LONGEST = 400
/** What tells how far a measurement is. */
const TELLS_PROGRESS = /^\/(?:en\/?)?$/
/** What tells whether something is open: by the clock, to the minute. */
const TELLS_TIME = /^(?:\/en)?\/leren(?:\/hulp(?:\/(?:plek|cursus)\/\d+)?)?$/
const TEXT = /^(?:text\/html|application\/(?:[a-z.+-]+\+)?(?:json|xml)|text\/calendar)\b/
const OURS = ['cache-control', 'etag', 'vary', 'content-length']

type Encoding = 'br' | 'gzip' | 'identity'
const squeeze = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) as Promise<Buffer>,
  gzip: (body: Buffer) => promisify(gzip)(body) as Promise<Buffer>,
  identity: async (body: Buffer) => body,
}

/** The best of what is accepted (RFC 9110 §12.5.3). */
export function encodingOf(accepted: string | undefined): Encoding {
  const refused = (part: string) => /;\s*q=0(?:\.0*)?\s*$/.test(part)
  const names = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .filter((part) => !refused(part))
    .map((part) => part.split(';')[0]!.trim())
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : 'identity'
}

/** Whether who asks has it already; the comparison is the weak one (RFC 9110 §13.1.2). */
const has = (asked: string | undefined, tag: string): boolean =>
  asked !== undefined &&
  asked.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === tag.replace(/^W\//, ''))

function send(c: Context, { body, headers }: Answer): Response {
  if (!has(c.req.header('if-none-match'), headers['etag']!)) return new Response(body, { headers })
  const still = Object.entries(headers).filter(([name]) => !name.startsWith('content-'))
  return new Response(null, { status: 304, headers: Object.fromEntries(still) })
}

/** Only whole answers that are the same for everybody: no file, no picture, nothing that went wrong. */
const keepable = ({ status, headers }: Response): boolean =>
  status === 200 &&
  /^public, max-age=\d+$/.test(headers.get('cache-control') ?? '') &&
  TEXT.test(headers.get('content-type') ?? '') &&
  !headers.has('set-cookie') &&
  !headers.has('content-disposition') &&
  !headers.has('content-encoding')

async function answerOf(res: Response, edition: string, encoding: Encoding): Promise<Answer> {
  const plain = Buffer.from(await res.arrayBuffer())
  const body = await squeeze[encoding](plain)
  const tag = res.headers.get('etag') ?? `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 32)}"`
  const vary = new Set(['Accept-Encoding', ...(res.headers.get('vary')?.split(/,\s*/) ?? [])])
  return {
    edition,
    body: new Uint8Array(body),
    headers: {
      ...Object.fromEntries([...res.headers].filter(([name]) => !OURS.includes(name))),
      // To be asked each time whether it is still so: what was withdrawn stays in no cache of somebody else either.
      'cache-control': 'public, no-cache',
      etag: tag,
      vary: [...vary].join(', '),
      'content-length': String(body.length),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
  }
}

export type KeptOptions = {
  /** Slug of the municipality. */
  readonly municipality: string
  /** What else decides how its pages look: the address at which it is, say. */
  readonly as?: string
  readonly marks: (municipality: string) => Promise<Marks>
  readonly kept: Kept
  readonly today?: () => string
  readonly time?: () => string
}

/** Answers from memory what is still as it was, and keeps what is made anew. */
export function keptPages(options: KeptOptions): MiddlewareHandler {
  const { municipality, as = '', marks, kept, today = todayIn, time = timeIn } = options
  const making = new Map<string, Promise<Answer | undefined>>()
  return async (c, next) => {
    const { pathname, search } = new URL(c.req.url)
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    if (c.req.header('range') !== undefined || pathname.length + search.length > LONGEST) return next()
    const now = await marks(municipality)
    const [progress, clock] = [TELLS_PROGRESS.test(pathname), TELLS_TIME.test(pathname)]
    const edition = [today(), now.pages, progress ? now.progress : '', clock ? time() : ''].join(' ')
    const encoding = encodingOf(c.req.header('accept-encoding'))
    const key = [municipality, as, encoding, pathname + search].join(' ')
    const shelf = search === '' && !pathname.includes('%') ? kept.pages : kept.asked
    const found = shelf.get(key)
    if (found?.edition === edition) return send(c, found)
    // Who comes while it is being made waits for it, instead of making it once more.
    const together = `${edition} ${key}`
    const others = making.get(together)
    const theirs = others && (await others)
    if (theirs) return send(c, theirs)
    const { promise, resolve } = Promise.withResolvers<Answer | undefined>()
    making.set(together, promise)
    let made: Answer | undefined
    try {
      await next()
      if (!keepable(c.res)) return
      made = await answerOf(c.res, edition, encoding)
      if (made.body.length <= LARGEST) shelf.put(key, made, made.body.length)
      c.res = undefined
      c.res = send(c, made)
    } finally {
      if (making.get(together) === promise) making.delete(together)
      resolve(made)
    }
  }
}
