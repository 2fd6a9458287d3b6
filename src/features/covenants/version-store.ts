/** Writes the versions of a covenant: a draft anew, the next as a copy, and the moment that one is shown. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import type { CovenantText } from '../../model/covenant.ts'
import { renewedText } from './rules.ts'
import { versionOf } from './store.ts'

/** Writes a draft anew; read it `to-change` first. */
export async function writeVersion(
  tx: Tx,
  municipality: string,
  covenant: string,
  no: number,
  text: CovenantText,
): Promise<void> {
  await tx
    .updateTable('covenant_version')
    .set({ text: JSON.stringify(text), rev: sql`rev + 1`, changed_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('no', '=', no)
    .execute()
}

/** The last day that an evaluation decided and no fixed version says yet, and the one that counts until then. */
export async function renewalOf(tx: Tx, municipality: string, covenant: string) {
  const row = await tx
    .selectFrom('covenant_evaluation as e')
    .innerJoin('covenant as c', (join) =>
      join.onRef('c.municipality', '=', 'e.municipality').onRef('c.id', '=', 'e.covenant'),
    )
    .select(['c.ends_on as endsOn', 'e.outcome', 'e.on as until'])
    .where('e.municipality', '=', municipality)
    .where('e.covenant', '=', covenant)
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || row.outcome !== 'renew') return undefined
  const endsOn = row.endsOn ?? ''
  return row.until > endsOn ? { endsOn, until: row.until } : undefined
}

/** A draft that is written already says the last day that was decided; hold the covenant `to-change` first. */
export async function renewDraft(tx: Tx, municipality: string, covenant: string, no: number): Promise<void> {
  const renewal = await renewalOf(tx, municipality, covenant)
  const draft = await versionOf(tx, municipality, covenant, no, 'to-change')
  if (renewal && draft?.state === 'draft')
    await writeVersion(tx, municipality, covenant, no, renewedText(draft.text, renewal.endsOn, renewal.until))
}

/** Begins the next version, as a copy of the one before; hold the covenant `to-change` first. Gives its number. */
export async function nextVersion(tx: Tx, municipality: string, covenant: string, by: string): Promise<number> {
  const last = await tx
    .selectFrom('covenant_version')
    .select(['no', 'text'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const renewal = await renewalOf(tx, municipality, covenant)
  const text = renewal ? renewedText(last.text, renewal.endsOn, renewal.until) : last.text
  await tx
    .insertInto('covenant_version')
    .values({ municipality, covenant, no: last.no + 1, text: JSON.stringify(text), by })
    .execute()
  return last.no + 1
}

/** Lays a draft before everybody who was invited: from then on it is never written again. */
export async function showVersion(
  tx: Tx,
  municipality: string,
  covenant: string,
  no: number,
  { by, why, until }: { readonly by: string; readonly why: string; readonly until: string },
): Promise<void> {
  await tx
    .updateTable('covenant_version')
    .set({ state: 'shown', why, comments_until: until, shown_by: by, shown_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('no', '=', no)
    .execute()
}

/** The text that was fixed last; undefined before the first. */
export async function fixedText(tx: Tx, municipality: string, covenant: string): Promise<CovenantText | undefined> {
  const row = await tx
    .selectFrom('covenant_version')
    .select('text')
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('fixed_at', 'is not', null)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.text
}
