/** Opinions that are not signed yet: each of who writes it alone, says the database too. */
import type { Tx } from '../../../db/as.ts'
import type { OpinionDraft } from '../../../db/narrow.ts'
import type { Doing } from './ask.ts'

/** What this person wrote of an opinion and did not sign yet. */
export const draftOf = (
  tx: Tx,
  municipality: string,
  request: string,
  by: string,
): Promise<{ readonly content: OpinionDraft; readonly savedAt: Date } | undefined> =>
  tx
    .selectFrom('opinion_draft')
    .select(['content', 'saved_at as savedAt'])
    .where('municipality', '=', municipality)
    .where('request', '=', request)
    .where('by', '=', by)
    .executeTakeFirst()

/** Keeps it, in the place of what was kept before. */
export async function keepDraft({ tx, municipality, who }: Doing, request: string, draft: OpinionDraft): Promise<void> {
  const content = { content: JSON.stringify(draft), saved_at: new Date() }
  await tx
    .insertInto('opinion_draft')
    .values({ municipality, request, by: who.id, ...content })
    .onConflict((conflict) => conflict.columns(['municipality', 'request', 'by']).doUpdateSet(content))
    .execute()
}

/** After signing there is no draft any more. */
export async function dropDraft({ tx, municipality, who }: Doing, request: string): Promise<void> {
  await tx
    .deleteFrom('opinion_draft')
    .where('municipality', '=', municipality)
    .where('request', '=', request)
    .where('by', '=', who.id)
    .execute()
}
