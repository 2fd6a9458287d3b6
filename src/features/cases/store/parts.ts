/** Parts of a case that are read as they stand. */
import type { Tx } from '../../../db/as.ts'
import { publishedFindings, type OnAddress } from '../../../db/findings.ts'
import { asItCounts } from '../../../scoring/counting.ts'

/** The steps that were taken, oldest first. */
export const stepsOf = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('case_step')
    .select(['no', 'from_state as from', 'to_state as to', 'by', 'function', 'at', 'reason', 'rule'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('no')
    .execute()

/** The advice of Digital Affairs, of every round, oldest first. */
export const advicesOf = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('advice')
    .select(['no', 'stance', 'text', 'by', 'function', 'at'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('no')
    .execute()

/** The newest answer to each red flag. */
export const flagAnswersOf = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('flag_answer')
    .distinctOn('question')
    .select(['question', 'text', 'by', 'at'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('question')
    .orderBy('no', 'desc')
    .execute()

/** The legal terms of a case, first due first. */
export const legalTermsOf = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('legal_term')
    .select([
      'id',
      'term',
      'starts_on as startsOn',
      'due_on as dueOn',
      'extended',
      'ended_on as endedOn',
      'ended_by as endedBy',
      'note',
      'by',
    ])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('due_on')
    .orderBy('id')
    .execute()

/** What was asked to be tested again, first due first. */
export const retestsOf = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('retest')
    .select(['id', 'kind', 'text', 'due_on as dueOn', 'started_at as startedAt'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('due_on')
    .execute()

/** What was published of the measurements of a product's websites, as it counts on the day `today`. */
export async function measuredOf(
  tx: Tx,
  municipality: string,
  product: string,
  today: string,
): Promise<readonly OnAddress[]> {
  const row = await tx
    .selectFrom('product')
    .select('websites')
    .where('municipality', '=', municipality)
    .where('id', '=', product)
    .executeTakeFirst()
  return publishedFindings(tx, municipality, { websites: row?.websites ?? [] }, { today, count: asItCounts })
}
