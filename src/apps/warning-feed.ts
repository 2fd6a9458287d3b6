/** Looks at a source of warnings that the desk named: which files changed, each checked before a word of it is read. */
import type { Db } from '../db/connect.ts'
import { isAway, patiently } from '../db/patience.ts'
import { stillOurs } from '../db/jobs.ts'
import { endFeed, leaveFeed, setFeedAside, takeFeed, toFeed } from '../features/warnings/feed-store.ts'
import type { FeedDue, FeedToLookAt, Looked } from '../features/warnings/feed-store.ts'
import { refusalSaid } from '../features/warnings/csaf-said.ts'
import { readCsaf } from '../features/warnings/read-csaf.ts'
import { takeWarning } from '../features/warnings/take-store.ts'
import { MOST_CSAF_BYTES, withCsaf, type LookAtCsaf } from '../lib/csaf-check.ts'
import { Busy } from '../lib/in-turn.ts'
import { lackOf } from '../lib/lack.ts'
import type { Network } from '../model/network.ts'
import type { RefusedFile, TakenWarning } from '../model/warning.ts'
import {
  FeedFails,
  fetchFile,
  listFiles,
  readProvider,
  type Asking,
  type Listed,
  type Provider,
} from '../outside/csaf-feed.ts'
import { openEgress } from '../outside/egress.ts'
import type { Later } from './later.ts'
import { fault } from './terminal.ts'

/** Files in one look; what is more waits for the next. */
const MOST_FILES = 50
/** Milliseconds before the first look of which files are read: what is older is for nobody to act on. */
const FIRST_LOOK = 90 * 86_400_000

/** Looking at what the desk and the clock ask for. */
export const feedsLater = (db: Db, network: Network | undefined): Later<FeedDue> => ({
  take: (worker) => takeFeed(db, worker),
  of: (job) => toFeed(db, job),
  aside: setFeedAside,
  run: async (due, { signal, tell }) => {
    const end = (looked: Looked) =>
      patiently(() => db.transaction().execute((tx) => endFeed(tx, due, looked))).then(() => undefined)
    if (due.feed === undefined) return end({ taken: 0, refused: [], readUntil: null, failure: '' })
    try {
      const asking = { egress: openEgress(network), signal }
      await end(await withCsaf((look) => lookAtFeed(db, asking, due, due.feed!, look, tell)))
    } catch (error) {
      if (signal.aborted) return patiently(async () => void (await leaveFeed(db, due)))
      if (isAway(error) || lackOf(error) !== undefined) throw error
      if (!(error instanceof FeedFails || error instanceof Busy)) fault('Bron van waarschuwingen:', error)
      const failure =
        error instanceof FeedFails ? error.message : 'het lukte niet; het staat in het verslag van de werker'
      await end({ taken: 0, refused: [], readUntil: null, failure })
    }
  },
})

/** Takes what changed since the last look, the oldest change first, so that the next look goes on where this ended. */
async function lookAtFeed(
  db: Db,
  asking: Asking,
  due: FeedDue,
  feed: FeedToLookAt,
  look: LookAtCsaf,
  tell: (progress: string) => void,
): Promise<Looked> {
  const provider = await readProvider(asking, feed.address)
  const since = feed.readUntil ?? new Date(Date.now() - FIRST_LOOK)
  const files = (await listFiles(asking, provider)).filter(({ updated }) => updated > since).slice(0, MOST_FILES)
  const refused: RefusedFile[] = []
  const before = new Set(feed.refused.map(({ url }) => url))
  let taken = 0
  let readUntil: Date | null = null
  for (const [at, file] of files.entries()) {
    asking.signal.throwIfAborted()
    tell(`${at + 1} van ${files.length} bestanden`)
    const url = file.url.slice(0, 600)
    const warning = await one(asking, provider, feed, file, look).catch((error: unknown) => {
      if (!(error instanceof FeedFails)) throw error
      return error
    })
    const why = warning instanceof FeedFails ? warning.message : warning
    if (typeof why === 'string') refused.push({ url, why: why.slice(0, 300) })
    // What could not be had is tried once more the next time, with all that came after it.
    if (warning instanceof FeedFails && !before.has(url)) break
    if (typeof why === 'object' && (await keep(db, due, feed, why as TakenWarning))) taken++
    readUntil = file.updated
  }
  return { taken, refused, readUntil, failure: '' }
}

/** In a transaction of its own, so that one bad file holds back no other. */
const keep = (db: Db, due: FeedDue, feed: FeedToLookAt, warning: TakenWarning): Promise<boolean> =>
  patiently(() =>
    db.transaction().execute(async (tx) => {
      if (!(await stillOurs(tx, due))) throw new Error('another attempt goes on with it')
      const { became } = await takeWarning(tx, due.municipality, warning, feed.id)
      return became !== 'known' && became !== 'own'
    }),
  )

/**
 * One file: fetched, checked in order, read. In Dutch why it is not taken; undefined when it is not for us yet. Throws
 * FeedFails when it cannot be had.
 */
async function one(
  asking: Asking,
  provider: Provider,
  { fingerprint, open }: FeedToLookAt,
  file: Listed,
  look: LookAtCsaf,
): Promise<TakenWarning | string | undefined> {
  const { bytes, hashes, signature } = await fetchFile(asking, provider, file, MOST_CSAF_BYTES)
  if (hashes.sha256 === undefined && hashes.sha512 === undefined) return 'Bij het bestand staat geen controlegetal.'
  if (signature === undefined) return 'Bij het bestand staat geen handtekening.'
  const checked = await look({ bytes, hashes, signature, keys: provider.keys, fingerprint })
  if ('refused' in checked) return refusalSaid(checked, true)
  const read = readCsaf(checked.document)
  if (typeof read === 'string') return read
  if (read.namespace !== provider.namespace) return `Dit bestand is van een ander: ${read.namespace}.`
  if (read.status === 'draft') return undefined
  return {
    ...read,
    // What a source gives to everyone is for everyone; else no label stays closed until a person decides.
    label: read.label ?? (open ? 'CLEAR' : null),
    signature: 'good',
    signedBy: checked.signedBy,
    hash: checked.hash,
    url: file.url,
  }
}
