/** `/ready`: whether this installation can do its work, for who watches over it. It names no address and no person. */
import type { Db } from '../db/connect.ts'
import { waitsInVain } from '../db/jobs-waiting.ts'
import { answersNow } from '../db/patience.ts'
import { lackOf, type Lack } from '../lib/lack.ts'
import type { Home } from '../model/home.ts'

/** What lacks, or `worker`: what waits is not taken up by anybody. */
type Short = Lack | 'worker'

/** Milliseconds that each of what is asked gets to answer, and that its answer is told again. */
const PATIENCE = 3_000
const AGAIN = 10_000
/** No content has this name: a place that works says that it is not there. */
const NOTHING = `00/${'0'.repeat(64)}.zst`

/** What the work says in time, or else this. */
async function inTime<T>(work: Promise<T>, patience: number, late: T): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>()
  const timer = setTimeout(resolve, patience, late)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * `ready`; `short` when something lacks (`lack`): measuring waits, or files do not open; `away`, with status 503, when
 * the database does not answer, or not in time.
 */
export async function readyAnswer(db: Db, lack: Short | null, patience = PATIENCE): Promise<Response> {
  const there = await inTime(answersNow(db), patience, false)
  const status = there ? (lack === null ? 'ready' : 'short') : 'away'
  return Response.json(
    { status, ...(lack === null ? {} : { lack }) },
    { status: there ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}

/** Asks once, whoever asks and however often, and not again for a while. */
function watched<T>(ask: () => Promise<T>, again: number): () => Promise<T> {
  let told: { readonly until: number; readonly answer: Promise<T> } | undefined
  return () => {
    if (told === undefined || performance.now() > told.until) told = { until: performance.now() + again, answer: ask() }
    return told.answer
  }
}

/** Gives what lacks to read where evidence stands, or null. */
export const storeWatch = (home: Pick<Home, 'get'>, patience = PATIENCE, again = AGAIN): (() => Promise<Lack | null>) =>
  watched(
    () =>
      inTime<Lack | null>(
        home.get(NOTHING).then(
          () => null,
          (error: unknown) => lackOf(error) ?? 'store',
        ),
        patience,
        'store',
      ),
    again,
  )

/**
 * The answer of an installation: of its database, of where evidence stands, of what its worker says that it lacks, and
 * of whether what waits is taken up at all.
 */
export function readyWatch({
  publicDb,
  worker,
  home,
  lacks,
  patience = PATIENCE,
  again = AGAIN,
}: {
  readonly publicDb: Db
  readonly worker: Db
  readonly home: Pick<Home, 'get'>
  readonly lacks: () => Lack | null
  readonly patience?: number
  readonly again?: number
}): () => Promise<Response> {
  const store = storeWatch(home, patience, again)
  // A database that is away says so itself.
  const silent = watched(
    () =>
      inTime(
        waitsInVain(worker).catch(() => false),
        patience,
        false,
      ),
    again,
  )
  return async () => {
    const [away, unanswered] = await Promise.all([store(), silent()])
    return readyAnswer(publicDb, lacks() ?? away ?? (unanswered ? 'worker' : null), patience)
  }
}
