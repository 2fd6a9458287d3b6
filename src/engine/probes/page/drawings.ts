/**
 * What the SVG files of a page say of a badge, also those that stand in the page as a `data:` address: only the
 * addresses of pages of badges that are written in them, so that a file is known whatever its name is. They are read as
 * words, never as XML. Nothing else of a file is kept.
 */
import type { CDPSession } from 'playwright-core'
import { clean } from '../../../lib/clean.ts'
import type { Drawn } from '../../../model/evidence.ts'
import { within } from '../../../outside/within.ts'

/** Files of a page, and bytes of one as it is unpacked. A badge is a few thousand. */
const FILES = 60
const BYTES = 512 * 1024
/** Addresses that are kept of one file. */
const MOST = 5
/** Milliseconds for the browser to hand over one file that it has. */
const HAND_OVER = 2_000
const ADDRESS = /https?:\/\/[^\s"'<>\\/]{1,255}(?:\/en)?\/badges\/[\dA-Za-z-]{1,60}/g

/** The addresses of badges in the text of a drawing, each once. Pure. */
export const badgesDrawn = (text: string): string[] =>
  [...new Set(text.match(ADDRESS) ?? [])].slice(0, MOST).map((each) => clean(each, 400))

/** Drawings that stand in a page as an address, and characters of them all: small pictures often stand there so. */
const [WRITTEN_MOST, CHARACTERS] = [500, 8_000_000]
const WRITTEN = /^data:image\/svg\+xml\s*(?:;[^,]*)?,/i

/** The words of an SVG in a `data:` address; undefined: it is none, null: it is too large. Pure. */
export function writtenIn(url: string): string | null | undefined {
  const [head] = WRITTEN.exec(url.slice(0, 500)) ?? []
  if (head === undefined) return undefined
  // Of each byte base64 makes one and a third, and escapes make three at most.
  const isPacked = /;\s*base64\s*,$/i.test(head)
  if (url.length - head.length > BYTES * (isPacked ? 1.4 : 3)) return null
  const words = url.slice(head.length)
  // Escapes first: they may stand in base64 as well. What is no escape is itself.
  const plain = words.replaceAll(/%([\da-f]{2})/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
  return isPacked ? Buffer.from(plain, 'base64').toString('utf8') : plain
}

type Hop = { drawn?: readonly string[] | null }

/**
 * Listens for SVG files; `tell` writes at each request what its file says. Null: too much, or it could not be read.
 * `inPage`: what those say that were handed to `written`, as `data:` addresses.
 */
export function watchDrawings(cdp: CDPSession): {
  tell(at: (requestId: string) => Hop | undefined): Promise<void>
  written(url: string): void
  inPage(): Drawn
} {
  const [badges, seen] = [new Set<string>(), new Set<string>()]
  let [whole, characters] = [true, 0]
  const sizes = new Map<string, number>()
  const found = new Map<string, Promise<readonly string[] | null>>()
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    if (!/^image\/svg\+xml\b/i.test(response.mimeType) || response.url.startsWith('data:')) return
    if (sizes.size < FILES) sizes.set(requestId, 0)
    else found.set(requestId, Promise.resolve(null))
  })
  cdp.on('Network.dataReceived', ({ requestId, dataLength }) => {
    const size = sizes.get(requestId)
    if (size !== undefined) sizes.set(requestId, size + dataLength)
  })
  cdp.on('Network.loadingFinished', ({ requestId }) => {
    const size = sizes.get(requestId)
    if (size === undefined || found.has(requestId)) return
    found.set(requestId, size > BYTES ? Promise.resolve(null) : textOf(cdp, requestId))
  })
  return {
    written(url) {
      if (!WRITTEN.test(url.slice(0, 500)) || seen.has(url)) return
      characters += url.length
      const words = seen.size < WRITTEN_MOST && characters <= CHARACTERS ? writtenIn(url) : null
      if (words === null || words === undefined) whole = false
      else {
        seen.add(url)
        for (const each of badgesDrawn(words)) badges.add(each)
      }
    },
    inPage: () => ({ badges: [...badges], whole }),
    async tell(at) {
      // Of a file that never came whole nothing is known.
      for (const id of new Set([...sizes.keys(), ...found.keys()])) {
        const drawn = (await found.get(id)) ?? null
        const hop = at(id)
        if (hop) hop.drawn = drawn
      }
    },
  }
}

async function textOf(cdp: CDPSession, requestId: string): Promise<readonly string[] | null> {
  try {
    const { body, base64Encoded } = await within(
      HAND_OVER,
      'drawing',
      cdp.send('Network.getResponseBody', { requestId }),
    )
    const text = base64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body
    return badgesDrawn(text.slice(0, BYTES))
  } catch {
    return null // the page went away, or the browser did not keep it
  }
}
