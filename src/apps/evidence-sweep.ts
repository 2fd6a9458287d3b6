/**
 * Sweeps what nothing needs from where evidence is kept, such as what a crash left between writing and counting. It is
 * set aside first, where it is still read, and goes when it was not needed for a long time: a row that comes later, or
 * a database that is put back, finds it (ADR 0046).
 */
import type { Db } from '../db/connect.ts'
import { keepPictures, needed, unreadAfter } from '../db/evidence-known.ts'
import { evidenceIn } from '../db/evidence.ts'
import { Trouble } from '../lib/trouble.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Home } from '../model/home.ts'
import { ASIDE, ASIDE_DAYS } from '../vocabulary/retention.ts'
import { lackOf } from '../lib/lack.ts'

const DAY = 86_400_000
/** Milliseconds before what nothing names is set aside, much longer than any visit; and before it goes. */
const FRESH = DAY
const KEPT_ASIDE = ASIDE_DAYS * DAY
/** Names that are asked of the database at once. */
const ROUND = 500

export type Swept = {
  readonly looked: number
  readonly aside: number
  readonly back: number
  readonly removed: number
  /** Evidence that could not be read: as long as there is some, no picture is taken away. */
  readonly unread: number
  /** Where the next goes on; null: all was looked at. */
  readonly next: string | null
}
type Asked = {
  /** Files that are looked at, at most. */
  readonly most: number
  /** The key where one before stopped. */
  readonly after?: string
  /** Only tells what would go. */
  readonly dry?: boolean
  readonly now?: Date
  readonly signal?: AbortSignal
}

/** Two at once do the same twice, and no harm. Throws Lacking when the store is away; what was done stays done. */
export async function sweepEvidence(db: Db, home: Home, asked: Asked): Promise<Swept> {
  const { most, after = '', dry = false, now = new Date(), signal } = asked
  const unread = await readPictures(db, home, signal)
  const done = { looked: 0, aside: 0, back: 0, removed: 0 }
  const act = async (work: () => Promise<void>) => {
    signal?.throwIfAborted()
    if (!dry) await work()
  }
  const older = async (key: string, age: number) => {
    const at = await home.at(key)
    return at !== undefined && now.getTime() - at.getTime() > age
  }
  const remove = async (key: string) => {
    await act(() => home.remove(key))
    done.removed++
  }
  // A picture that evidence shows is only known when all evidence was read.
  const isFree = (key: string, kept: ReadonlySet<string>) =>
    !kept.has(hashOf(key)!) && (unread === 0 || !key.endsWith('.jpg'))

  for await (const batch of batches(home.keys('', true), most)) {
    const kept = await needed(
      db,
      batch.map((key) => hashOf(key)!),
    )
    for (const key of batch)
      if (kept.has(hashOf(key)!)) {
        await act(() => move(home, ASIDE + key, key))
        done.back++
      } else if (isFree(key, kept) && (await older(ASIDE + key, KEPT_ASIDE))) await remove(ASIDE + key)
  }
  let last: string | null = null
  for await (const batch of batches(home.keys(after), most)) {
    const kept = await needed(
      db,
      batch.map((key) => hashOf(key)!),
    )
    for (const key of batch)
      if (isFree(key, kept) && (await older(key, FRESH))) {
        await act(() => move(home, key, ASIDE + key))
        done.aside++
      }
    done.looked += batch.length
    last = batch.at(-1)!
  }
  for await (const draft of home.drafts()) if (await older(draft, FRESH)) await remove(draft)
  return { ...done, unread, next: done.looked >= most ? last : null }
}

/** Reads of evidence that is new which pictures it names. Gives of how much that could not be read. */
async function readPictures(db: Db, home: Home, signal?: AbortSignal): Promise<number> {
  const store = evidenceIn(home)
  let [after, unread] = ['00000000-0000-0000-0000-000000000000', 0]
  for (;;) {
    const visits = await unreadAfter(db, after, 100)
    if (visits.length === 0) return unread
    for (const { id, evidence } of visits) {
      signal?.throwIfAborted()
      try {
        await keepPictures(db, id, picturesOf(await store.evidence(evidence)))
      } catch (error) {
        // What is gone or damaged is told, and keeps every picture where it is; a store that is away ends the sweep.
        if (!(error instanceof Trouble) || lackOf(error)) throw error
        unread++
      }
    }
    after = visits.at(-1)!.id
  }
}

/** Every hash of a picture that stands in evidence, whatever part of it names it. */
const picturesOf = (evidence: Evidence): readonly string[] => [
  ...new Set([...JSON.stringify(evidence).matchAll(/"screenshot":"([0-9a-f]{64})"/g)].map(([, hash]) => hash!)),
]

const hashOf = (key: string): string | undefined => /^[0-9a-f]{2}\/([0-9a-f]{64})\.\w+$/.exec(key)?.[1]

/** Keys of ours, some at a time and not more than so many; what others put there is left alone. */
async function* batches(keys: AsyncGenerator<string>, most: number): AsyncGenerator<readonly string[]> {
  let batch: string[] = []
  let all = 0
  for await (const key of keys) {
    if (hashOf(key) === undefined) continue
    batch.push(key)
    all++
    if (batch.length === ROUND || all >= most) {
      yield batch
      batch = []
    }
    if (all >= most) return
  }
  if (batch.length > 0) yield batch
}

/** Written whole at the other name before it goes at this one. */
async function move(home: Home, from: string, to: string): Promise<void> {
  const bytes = await home.get(from)
  // Another sweep was first.
  if (bytes === undefined) return
  await home.put(to, bytes)
  await home.remove(from)
}
