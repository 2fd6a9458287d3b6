/** What waits for a second look, for the desk and for whose it is. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { laterLooks } from '../../db/later-looks.ts'
import { settle, staysWhole } from '../../scoring/settle.ts'
import type { VerdictWord } from '../../model/finding.ts'

/** A criterion that was seen worse than it is published, and is not sure enough to publish so. */
export type Unsure = {
  readonly subject: string
  readonly organisation: string
  readonly of: string
  readonly address: string
  readonly criterion: string
  readonly how: 'waiting' | 'contradicts'
  readonly before: VerdictWord
  /** When what is published was measured, and the newest look. */
  readonly since: Date
  readonly seen: { readonly at: Date; readonly verdict: VerdictWord }
  /** When the second look is due; null when none is asked for. */
  readonly due: Date | null
}

/** Addresses of which a second look was asked for, by how long ago; who looks further asks for one organisation. */
const DAYS = 60
export const MOST = 200

/**
 * Of the municipality, or of one organisation of it. `hours`: as many as lie between two looks. What was judged by
 * other norms or lists than those of the last publication is left out: who publishes holds it against those. `cut`:
 * there were more addresses than are looked through, of which those that are looked at again, and were asked for last,
 * come first.
 */
export async function unsureIn(
  tx: Tx,
  municipality: string,
  hours: number,
  organisation?: string,
): Promise<{ readonly rows: readonly Unsure[]; readonly cut: boolean }> {
  const found = await sql<{ subject: string; organisation: string; of: string; address: string; due: Date | null }>`
    select s.id as subject, o.id as organisation, o.name as of, s.address,
      max(l.due) filter (where v.state = 'open') as due
    from second_look l
    join visit v on v.id = l.visit
    join subject s on s.municipality = l.municipality and s.id = l.subject and s.ended_at is null
    join organisation o on o.municipality = s.municipality and o.id = s.organisation
    where l.municipality = ${municipality} and l.asked_at > now() - make_interval(days => ${DAYS})
      ${organisation === undefined ? sql`` : sql`and o.id = ${organisation}`}
    group by s.id, o.id, o.name, s.address
    order by bool_or(v.state = 'open') desc, max(l.asked_at) desc, o.name, s.address limit ${MOST + 1}`.execute(tx)
  const of = new Map(found.rows.slice(0, MOST).map((row) => [row.subject, row]))
  const later = (await laterLooks(tx, municipality, [...of.keys()])).filter(({ sameRules }) => sameRules)
  const rows = [...Map.groupBy(later, ({ subject }) => subject)]
    .flatMap(([subject, all]) => {
      const whole = staysWhole(all, all[0]!.publishedAt, hours)
      return all.flatMap(({ criterion, before, since, looks }) => {
        const how = settle(before, looks, hours)
        const [newest] = looks
        if (how === 'as-seen' || newest === undefined) return []
        const seen = { at: new Date(newest.at), verdict: newest.verdict }
        return [{ ...of.get(subject)!, criterion, before, since, how: whole ? how : ('contradicts' as const), seen }]
      })
    })
    .toSorted((a, b) => rankOf(a).localeCompare(rankOf(b)))
  return { rows, cut: found.rows.length > MOST }
}

const rankOf = ({ of, address, criterion }: Unsure): string => `${of} ${address} ${criterion}`
