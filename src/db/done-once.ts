/** Remembers which forms a person sent and where each led, so that the same form sent again is not done again. */
import type { Tx } from './as.ts'

/** Characters of an address, as the table keeps it. */
const LONGEST = 2_000

/**
 * Begins what a form asks, by its mark (SHA-256, hexadecimal). Who sends the same at the same moment waits here until
 * this transaction ends. Gives where it led when it was done before; undefined when it is for now.
 */
export async function beginOnce(
  tx: Tx,
  municipality: string,
  person: string,
  mark: string,
): Promise<string | undefined> {
  const begun = await tx
    .insertInto('done_once')
    .values({ municipality, person, mark })
    .onConflict((on) => on.doNothing())
    .returning('mark')
    .executeTakeFirst()
  if (begun) return undefined
  const { to_page } = await tx
    .selectFrom('done_once')
    .select('to_page')
    .where('municipality', '=', municipality)
    .where('person', '=', person)
    .where('mark', '=', mark)
    .executeTakeFirstOrThrow()
  return to_page
}

/** Keeps where it led. What answered with a page of its own and led nowhere can be asked again. */
export async function endOnce(
  tx: Tx,
  municipality: string,
  person: string,
  mark: string,
  led: string | undefined,
): Promise<void> {
  const of = { municipality, person, mark }
  if (led === undefined)
    await tx
      .deleteFrom('done_once')
      .where((is) => is.and(of))
      .execute()
  else
    await tx
      .updateTable('done_once')
      // An address that is longer than is kept was of a search; the act is done all the same.
      .set({ to_page: led.length > LONGEST ? '/balie' : led })
      .where((is) => is.and(of))
      .execute()
}
