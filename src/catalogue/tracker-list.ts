/** The tracker list as an engine that matches requests, built once and kept on disk for the next start. */
import { createHash, randomUUID } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { FiltersEngine, Request, type RequestType } from '@ghostery/adblocker'

/** Types as the browser's protocol names them, where the engine has another word; the rest it knows or takes as `other`. */
const TYPES: Readonly<Record<string, RequestType>> = {
  document: 'sub_frame', stylesheet: 'stylesheet', image: 'image', media: 'media', font: 'font', script: 'script', xhr: 'xhr', fetch: 'fetch',
  websocket: 'websocket', ping: 'ping', cspviolationreport: 'csp_report', manifest: 'manifest', eventsource: 'other', prefetch: 'prefetch',
}

export type Match = (request: { readonly url: string; readonly page: string; readonly type: string }) => string | undefined

/**
 * What rule of the list (EasyList syntax) a request matches. A frame counts as a frame; the page itself is never matched.
 * `cacheDir` undefined: nothing is kept. A cache that is damaged or of another version of the engine is built anew.
 */
export function trackerMatcher(list: string, cacheDir: string | undefined = ownCacheDir()): Match {
  const engine = cached(list, cacheDir)
  return ({ url, page, type }) => {
    if (url === page || !URL.canParse(url)) return undefined
    const { match, filter } = engine.match(Request.fromRawDetails({ url, sourceUrl: page, type: TYPES[type] ?? 'other' }))
    return match ? filter?.rawLine ?? filter?.toString() ?? 'regel zonder tekst' : undefined
  }
}

function cached(list: string, cacheDir: string | undefined): FiltersEngine {
  if (cacheDir === undefined) return built(list)
  const file = path.join(cacheDir, `tracker-rules-${createHash('sha256').update(list).digest('hex').slice(0, 32)}`)
  const kept = read(file)
  if (kept) return kept
  const engine = built(list)
  const bytes = engine.serialize()
  // Written beside and moved: another process never reads half a file.
  const beside = `${file}.${randomUUID()}`
  writeFileSync(beside, Buffer.concat([sealOf(bytes), bytes]), { mode: 0o600 })
  renameSync(beside, file)
  return engine
}

/**
 * Cosmetic rules hide things on a screen; only rules about the network are wanted. Each with its own text, so that a finding
 * names the rule that matched: optimising would melt dozens into one.
 */
const built = (list: string) => FiltersEngine.parse(list, { loadCosmeticFilters: false, debug: true, enableOptimizations: false })

const sealOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

function read(file: string): FiltersEngine | undefined {
  let content: Buffer
  try {
    content = readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const bytes = content.subarray(32)
  if (!content.subarray(0, 32).equals(sealOf(bytes))) return undefined
  try {
    return FiltersEngine.deserialize(new Uint8Array(bytes))
  } catch {
    // Whole, but written by another version of the engine: built anew by the caller.
    return undefined
  }
}

/** A folder under the system's temporary one that only this user can write; undefined when someone else made it. */
function ownCacheDir(): string | undefined {
  const { uid } = userInfo()
  const dir = path.join(tmpdir(), `leidraad-lists-${uid}`)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const found = lstatSync(dir)
  const ours = found.isDirectory() && (uid < 0 || (found.uid === uid && (found.mode & 0o022) === 0))
  return ours ? dir : undefined
}
