/** `/ready`: whether this installation can do its work, for who watches over it. It names no address and no person. */
import type { Db } from '../db/connect.ts'
import { answersNow } from '../db/patience.ts'
import type { Lack } from '../lib/lack.ts'

/**
 * `ready`; `short` when measuring waits because something lacks (`lack`); `away`, with status 503, when the database
 * does not answer.
 */
export async function readyAnswer(db: Db, lack: Lack | null): Promise<Response> {
  const there = await answersNow(db)
  const status = there ? (lack === null ? 'ready' : 'short') : 'away'
  return Response.json(
    { status, ...(lack === null ? {} : { lack }) },
    { status: there ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
