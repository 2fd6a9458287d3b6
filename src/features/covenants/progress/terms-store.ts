/** Reads what was agreed in a covenant and who takes part, for who follows it. */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import type { CovenantText, PledgeTerms } from '../../../model/covenant.ts'
import type { CovenantState } from '../../../vocabulary/covenant.ts'
import { todayIn } from '../../../web/language.ts'
import { NOBODY, wayOf, type Party, type Step } from './rules.ts'

export type Followed = {
  readonly id: string
  readonly title: string
  readonly state: CovenantState
  readonly owner: string
  readonly endsOn: string | null
  /** The last day of the newest evaluation that renews. */
  readonly renewedUntil: string | null
  readonly pledges: readonly PledgeTerms[]
}

/**
 * Covenants with what is promised in them, by the newest version that is final, or where none is that was shown;
 * without those of which nothing was shown. Of one, or of all.
 */
export async function followed(tx: Tx, municipality: string, covenant?: string): Promise<readonly Followed[]> {
  const { rows } = await sql<Omit<Followed, 'pledges'> & { pledges: CovenantText['pledges'] | null }>`
    select c.id, c.title, c.state, c.owner, c.ends_on::text as "endsOn", v.text -> 'pledges' as pledges,
      (select case when e.outcome = 'renew' then e."on"::text end from covenant_evaluation e
        where e.municipality = c.municipality and e.covenant = c.id order by e.at desc, e.id desc limit 1)
        as "renewedUntil"
    from covenant c join lateral (select text from covenant_version v where v.municipality = c.municipality
      and v.covenant = c.id and v.state in ('shown', 'final') order by (v.state = 'final') desc, v.no desc limit 1) v
      on true
    where c.municipality = ${municipality} and (${covenant ?? null}::uuid is null or c.id = ${covenant ?? null}::uuid)
    order by c.no`.execute(tx)
  return rows.map((row) => ({ ...row, pledges: row.pledges ?? [] }))
}

export type Participation = Party & {
  readonly id: string
  readonly kind: 'municipality' | 'party'
  readonly name: string | null
  readonly named: boolean | null
  readonly extendedUntil: string | null
  readonly contact: { readonly name: string; readonly email: string }
}

const later = (one: string | null, other: string | null) => (one === null || (other ?? '') > one ? other : one)

/** Who takes part with duties, each with its way through the covenant; observers have none. As far as one may see. */
export async function participations(
  tx: Tx,
  municipality: string,
  covenant: string,
): Promise<readonly Participation[]> {
  const { rows } = await sql<{
    id: string
    kind: 'municipality' | 'party'
    organisation: string | null
    name: string | null
    named: boolean | null
    extended: string | null
    contact: string
    email: string
    steps: readonly Step[]
  }>`
    select p.id, p.kind, p.organisation, o.name, p.named, p.extended_until::text as extended,
      p.contact_name as contact, p.contact_email as email,
      coalesce((select json_agg(json_build_object('step', s.step, 'on', s."on") order by s.no) from covenant_step s
        where s.municipality = p.municipality and s.participant = p.id), '[]') as steps
    from covenant_participant p left join organisation o on o.municipality = p.municipality and o.id = p.organisation
    where p.municipality = ${municipality} and p.covenant = ${covenant} and p.kind <> 'observer'
    order by o.name, p.at, p.id`.execute(tx)
  // Who left and joined again has two rows: one way.
  return [...Map.groupBy(rows, (row) => row.organisation ?? NOBODY)].map(([party, all]) => {
    const last = all.at(-1)!
    return {
      id: last.id,
      kind: last.kind,
      party,
      name: last.name,
      named: last.named,
      extendedUntil: all.map(({ extended }) => extended).reduce(later, null),
      contact: { name: last.contact, email: last.email },
      way: wayOf(all.flatMap(({ steps }) => steps)),
    }
  })
}

/** Until when a party has more time, by what the steering group gave; null: as was agreed. */
export async function extendedUntil(
  tx: Tx,
  municipality: string,
  covenant: string,
  organisation: string,
): Promise<string | null> {
  const { rows } = await sql<{ until: string | null }>`select max(extended_until)::text as until
    from covenant_participant where municipality = ${municipality} and covenant = ${covenant}
      and organisation = ${organisation === '' ? null : organisation}::uuid`.execute(tx)
  return rows[0]!.until
}

/** The day of the newest publication of measurements; null before the first. */
export async function publishedUntil(tx: Tx, municipality: string): Promise<string | null> {
  const row = await tx
    .selectFrom('published.publication')
    .select('at')
    .where('municipality', '=', municipality)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? todayIn(row.at) : null
}
