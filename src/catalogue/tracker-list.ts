/** The tracker list as an engine that matches requests, built once and kept on disk for the next start. */
import { FiltersEngine, Request, type RequestType } from '@ghostery/adblocker'
import { keep, kept, ownDir } from './kept.ts'

/**
 * Types as the browser's protocol names them, where the engine has another word; the rest it knows or takes as `other`.
 */
const TYPES: Readonly<Record<string, RequestType>> = {
  document: 'sub_frame',
  stylesheet: 'stylesheet',
  image: 'image',
  media: 'media',
  font: 'font',
  script: 'script',
  xhr: 'xhr',
  fetch: 'fetch',
  websocket: 'websocket',
  ping: 'ping',
  cspviolationreport: 'csp_report',
  manifest: 'manifest',
  eventsource: 'other',
  prefetch: 'prefetch',
}

export type Match = (request: {
  readonly url: string
  readonly page: string
  readonly type: string
}) => string | undefined

/**
 * What rule of the list (EasyList syntax) a request matches. A frame counts as a frame; the page itself is never
 * matched.
 * `cacheDir` undefined: nothing is kept. A cache that is damaged or of another version of the engine is built anew.
 */
export function trackerMatcher(list: string, cacheDir: string | undefined = ownDir()): Match {
  const engine = cached(list, cacheDir)
  return ({ url, page, type }) => {
    if (url === page || !URL.canParse(url)) return undefined
    const { match, filter } = engine.match(
      Request.fromRawDetails({ url, sourceUrl: page, type: TYPES[type] ?? 'other' }),
    )
    return match ? (filter?.rawLine ?? filter?.toString() ?? 'regel zonder tekst') : undefined
  }
}

const WORK = 'tracker-rules'

function cached(list: string, cacheDir: string | undefined): FiltersEngine {
  const bytes = kept(cacheDir, WORK, list)
  const engine = bytes && deserialized(bytes)
  if (engine) return engine
  const anew = built(list)
  keep(cacheDir, WORK, list, anew.serialize())
  return anew
}

/**
 * Cosmetic rules hide things on a screen; only rules about the network are wanted. Each with its own text, so that a
 * finding names the rule that matched: optimising would melt dozens into one.
 */
const built = (list: string) =>
  FiltersEngine.parse(list, { loadCosmeticFilters: false, debug: true, enableOptimizations: false })

function deserialized(bytes: Uint8Array): FiltersEngine | undefined {
  try {
    return FiltersEngine.deserialize(new Uint8Array(bytes))
  } catch {
    // Whole, but written by another version of the engine: built anew by the caller.
    return undefined
  }
}
