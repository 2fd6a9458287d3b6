/** Where organisations that go first can be written to, and who is not to be written to. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'

export type ToMail = {
  readonly organisation: string
  readonly name: string
  /** Who works there and has an account, or else the address of the newest self-check. */
  readonly people: readonly { readonly email: string; readonly person: string | null }[]
}

/**
 * Those that go first, or those that waited, and were not mailed in this campaign. Nobody is written to who refused a
 * campaign before, who wants no self-check, or who stopped with it: then `people` is empty, as it is where no address
 * is known.
 */
export async function toMail(
  tx: Tx,
  municipality: string,
  campaign: string,
  first: boolean,
): Promise<readonly ToMail[]> {
  const { rows } = await sql<ToMail>`
    select o.id as organisation, o.name, case
      when exists (select from campaign_reach r where r.municipality = o.municipality and r.organisation = o.id
        and r.outcome = 'refused') or b.state in ('declined', 'left') then '[]'::json
      when p.people is not null then p.people
      when b.email <> '' then json_build_array(json_build_object('email', b.email, 'person', null))
      else '[]'::json end as people
    from campaign_member m
    join organisation o on o.municipality = m.municipality and o.id = m.organisation
    left join lateral (select b.state, b.email from baseline b where b.municipality = o.municipality
      and b.organisation = o.id order by b.year desc limit 1) b on true
    left join lateral (select json_agg(json_build_object('email', p.email, 'person', p.id) order by p.id) as people
      from person p where p.municipality = o.municipality and p.organisation = o.id and p.state = 'active') p on true
    where m.municipality = ${municipality} and m.campaign = ${campaign} and m.first = ${first}
      and not exists (select from campaign_reach r where r.municipality = m.municipality and r.campaign = m.campaign
        and r.organisation = m.organisation and r.way = 'email')
    order by o.name, o.id`.execute(tx)
  return rows
}
