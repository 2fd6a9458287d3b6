/**
 * What the SVG files of a page say of a badge: only the addresses of pages of badges that stand written in them, so
 * that a file is known whatever its name is. Nothing else of a file is kept.
 */
import type { CDPSession } from 'playwright-core'
import { clean } from '../../lib/clean.ts'
import { within } from '../../outside/within.ts'

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

type Hop = { drawn?: readonly string[] | null }

/** Listens for SVG files; `tell` writes at each request what its file says. Null: too much, or it could not be read. */
export function watchDrawings(cdp: CDPSession): { tell(at: (requestId: string) => Hop | undefined): Promise<void> } {
  const sizes = new Map<string, number>()
  const found = new Map<string, Promise<readonly string[] | null>>()
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    if (!/^image\/svg\+xml\b/i.test(response.mimeType)) return
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
