/** How far the demo came with a covenant, when it was stopped while it told one. */
import type { Db } from '../db/connect.ts'

/** What of the covenant with this title was told already: what is not there is told yet. Undefined: nothing of it. */
export async function covenantSoFar(db: Db, municipality: string, title: string) {
  const one = await db
    .selectFrom('covenant')
    .select('id')
    .where('municipality', '=', municipality)
    .where('title', '=', title)
    .executeTakeFirst()
  if (one === undefined) return undefined
  const of = { municipality, covenant: one.id }
  const [versions, comments, opinions] = await Promise.all([
    db
      .selectFrom('covenant_version')
      .select('no')
      .where((where) => where.and(of))
      .execute(),
    db
      .selectFrom('covenant_comment')
      .select(['id', 'text'])
      .where((where) => where.and(of))
      .execute(),
    db
      .selectFrom('covenant_opinion')
      .select('role')
      .where((where) => where.and(of))
      .execute(),
  ])
  return {
    id: one.id,
    versions: versions.length,
    comments: new Map(comments.map(({ id, text }) => [text, id])),
    opinions: new Set<string>(opinions.map(({ role }) => role)),
  }
}
