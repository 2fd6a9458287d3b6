/** Holds every file that a row names against its hash, and tells what is not there or is not what it was. */
import type { Db } from '../db/connect.ts'
import { namedAfter, type Named } from '../db/evidence-known.ts'
import { evidenceIn } from '../db/evidence.ts'
import { lackOf } from '../lib/lack.ts'
import { Trouble } from '../lib/trouble.ts'
import type { Home } from '../model/home.ts'

export type Checked = {
  /** Names that were looked at; what several rows name counts for each kind of row. */
  readonly checked: number
  readonly missing: readonly Named[]
  readonly damaged: readonly Named[]
  /** Where the next goes on; null: all was looked at. */
  readonly next: string | null
}
const PART = 200

/** Changes nothing. `most`: names, at most. Throws Lacking when the store is away. */
export async function checkEvidence(
  db: Db,
  home: Home,
  { most, after = '', signal }: { most: number; after?: string; signal?: AbortSignal },
): Promise<Checked> {
  const store = evidenceIn(home)
  const missing: Named[] = []
  const damaged: Named[] = []
  let [checked, last] = [0, after]
  for (;;) {
    const part = await namedAfter(db, last, PART)
    // The last may be named by more rows than are here: it comes again, with all of them.
    const named = part.length < PART ? part : part.filter(({ hash }) => hash !== part.at(-1)!.hash)
    for (const [hash, by] of Map.groupBy(named, (each) => each.hash)) {
      signal?.throwIfAborted()
      if (checked >= most) return { checked, missing, damaged, next: last }
      try {
        if ((await store.file(hash, by[0]!.media)) === undefined) missing.push(...by)
      } catch (error) {
        if (!(error instanceof Trouble) || lackOf(error)) throw error
        damaged.push(...by)
      }
      checked++
      last = hash
    }
    if (part.length < PART) return { checked, missing, damaged, next: null }
  }
}
