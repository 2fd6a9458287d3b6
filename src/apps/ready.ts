/** `/ready`: whether this installation can do its work, for who watches over it. It names no address and no person. */
import type { Db } from '../db/connect.ts'
import { answersNow } from '../db/patience.ts'
import { lackOf, type Lack } from '../lib/lack.ts'
import type { Home } from '../model/home.ts'

/**
 * `ready`; `short` when something lacks (`lack`): measuring waits, or files do not open; `away`, with status 503, when
 * the database does not answer.
 */
export async function readyAnswer(db: Db, lack: Lack | null): Promise<Response> {
  const there = await answersNow(db)
  const status = there ? (lack === null ? 'ready' : 'short') : 'away'
  return Response.json(
    { status, ...(lack === null ? {} : { lack }) },
    { status: there ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}

/** Milliseconds that the place where evidence stands gets to answer, and that its answer is told again. */
const PATIENCE = 3_000
const AGAIN = 10_000
/** No content has this name: a place that works says that it is not there. */
const NOTHING = `00/${'0'.repeat(64)}.zst`

/**
 * Gives what lacks to read where evidence stands, or null. Whoever asks, and however often: the place is asked once,
 * and not again within ten seconds.
 */
export function storeWatch(home: Pick<Home, 'get'>, patience = PATIENCE): () => Promise<Lack | null> {
  let told: { readonly until: number; readonly lack: Promise<Lack | null> } | undefined
  const ask = async () => {
    const { promise: late, resolve } = Promise.withResolvers<Lack>()
    const timer = setTimeout(resolve, patience, 'store' as const)
    const answer = home.get(NOTHING).then(
      () => null,
      (error: unknown) => lackOf(error) ?? ('store' as const),
    )
    try {
      return await Promise.race([answer, late])
    } finally {
      clearTimeout(timer)
    }
  }
  return () => {
    if (told === undefined || performance.now() > told.until) told = { until: performance.now() + AGAIN, lack: ask() }
    return told.lack
  }
}
