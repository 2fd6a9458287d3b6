/** Who is behind the figures of each pledge: the parties that have something of it, or the doors of a street. */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { seenLast } from '../../../db/noted-findings.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import type { Unit } from '../../../scoring/pledge.ts'
import { partiesOf } from '../progress/reckon.ts'
import { streetOf, type House } from '../progress/rules.ts'
import type { Participation } from '../progress/terms-store.ts'
import { unitsOf } from '../progress/units-store.ts'
import type { Shown } from './refresh-store.ts'

/** Who each pledge counts, with what they have of it; of totals: who hands in, or handed in. */
export async function behindOf(
  tx: Tx,
  municipality: string,
  { id, text }: Shown,
  parties: readonly Participation[],
  house: House,
) {
  const reckoned = Map.groupBy(await partyRows(tx, municipality, id), ({ pledge }) => pledge)
  const joined = parties.filter(({ way }) => way.length > 0)
  const units = new Map<string, ReadonlyMap<string, readonly Unit[]>>()
  for (const terms of text.pledges) {
    if (terms.method !== 'findings' || streetOf(terms) !== undefined) continue
    const whose = [...new Set(partiesOf(terms, joined).map(({ party }) => party))]
    const found = await unitsOf(tx, municipality, house, terms.unit, whose)
    units.set(
      terms.id,
      Map.groupBy(found, ({ party }) => party),
    )
  }
  return (terms: PledgeTerms) => {
    const own = units.get(terms.id)
    const rows = new Set(reckoned.get(terms.id)?.map(({ organisation }) => organisation))
    return (
      partiesOf(terms, joined)
        // Before it was reckoned nobody knows who handed in: then everybody is behind it.
        .filter(({ party }) => own !== undefined || rows.size === 0 || rows.has(party))
        .map(({ party, way }) => ({ party, way, units: own && (own.get(party) ?? []) }))
    )
  }
}

const partyRows = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('pledge_value')
    .select(['pledge', 'organisation'])
    .distinct()
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('whole', '=', false)
    .execute()

type Quiet = { readonly id: string; readonly until: string | null }
/** The doors of a street, as `quietIn` names them. */
export const doorsOf = ({ unit }: Pick<PledgeTerms, 'unit'>, street: string): string =>
  `${unit === 'premises' ? 'premises' : 'organisation'} ${street}`

/**
 * What is counted of the streets of these pledges without a name that everybody reads. Premises are read by name as
 * far as their owner agreed to, and of what was seen there last; an organisation of a street promised nothing.
 */
export async function quietIn(tx: Tx, municipality: string, pledges: readonly PledgeTerms[]) {
  const streets = [...new Set(pledges.flatMap((terms) => streetOf(terms) ?? []))]
  if (streets.length === 0) return new Map<string, readonly Quiet[]>()
  const { rows } = await sql<Quiet & { of: string; told: string | null }>`
    select 'premises ' || s.name as of, p.id, p.ended_on::text as until,
      (select max(n.seen_on)::text from published.street_premises n where n.municipality = p.municipality
        and n.premises = p.id) as told
    from premises p join street s on s.municipality = p.municipality and s.id = p.street
    where p.municipality = ${municipality} and s.name = any(${streets}::text[])
    union all select 'organisation ' || street, id, null, null from organisation
      where municipality = ${municipality} and street = any(${streets}::text[])`.execute(tx)
  const last = await seenLast(
    tx,
    municipality,
    rows.map(({ id }) => id),
  )
  const quiet = rows.filter(({ id, told: on }) => on === null || (last.get(id) ?? on) > on)
  return Map.groupBy(quiet, ({ of }) => of)
}
