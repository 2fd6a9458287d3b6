/** What happens to duties by itself: who follows a contract hears in time that somebody should look. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { notedAbout } from '../../db/noted-findings.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { daysOn } from '../../lib/months.ts'
import type { Norm } from '../../model/norm.ts'
import type { Register } from '../../model/register.ts'
import { contractById, measuredOf } from './contract-store.ts'
import { contractObject, DUTY_TASK, FINDING_TASK, OWNER_TASK, tellOwner } from './duty-store.ts'
import { AHEAD } from './rules/duty.ts'
import { mayBreach, speakingOf, type Measured } from './rules/measured.ts'

/** What is asked of the world, and how registers are. */
export type House = { readonly norms: readonly Norm[]; readonly registers: readonly Register[] }

const without = (kind: string) => sql<boolean>`not exists (select from task t
  where t.municipality = contract_duty.municipality and t.kind = ${kind} and t.object = 'duty/' || contract_duty.id
    and t.done_at is null)`

/** Puts what is due on the list of who follows the contract. Gives how many are new there. */
export async function askChecks(tx: Tx, { municipality, today }: Round): Promise<number> {
  const rows = await tx
    .selectFrom('contract_duty')
    .select(['id', 'title', 'contract', 'owner', 'next_on as nextOn'])
    .where('municipality', '=', municipality.id)
    .where('next_on', '<=', daysOn(today, AHEAD))
    .where(without(DUTY_TASK))
    .limit(500)
    .execute()
  for (const each of rows) await tellOwner(tx, municipality.id, each, DUTY_TASK)
  return rows.length
}

/** Tells of what was found of a product or measured of its websites, after somebody looked last, and does not fit. */
export async function tellFindings(tx: Tx, { municipality, today }: Round, house: House): Promise<number> {
  const rows = await tx
    .selectFrom('contract_duty')
    .select(['id', 'title', 'contract', 'owner', 'next_on as nextOn', 'norm', 'criterion'])
    .select(
      sql<string>`coalesce((select max(s.seen_on)::text from duty_step s
        where s.municipality = contract_duty.municipality
        and s.duty = contract_duty.id), day_here(contract_duty.created_at)::text)`.as('lookedOn'),
    )
    .where('municipality', '=', municipality.id)
    .where('state', '=', 'running')
    .where(without(FINDING_TASK))
    .limit(500)
    .execute()
  if (rows.length === 0) return 0
  const links = await tx
    .selectFrom('entry_link')
    .select(['entry', 'to_id as product'])
    .where('municipality', '=', municipality.id)
    .where('to_kind', '=', 'entry')
    .where('entry', 'in', [...new Set(rows.map(({ contract }) => contract))])
    .execute()
  const about = [...new Set(links.map(({ product }) => product))].map((id) => ({ kind: 'product' as const, id }))
  const found = (await notedAbout(tx, municipality.id, about)).filter(
    ({ verdict, until }) => (verdict === 'unmet' || verdict === 'partly') && until >= today,
  )
  const measured = await measuredThere(tx, municipality.id, rows, today, house)
  let count = 0
  for (const duty of rows) {
    const own = new Set(links.filter(({ entry }) => entry === duty.contract).map(({ product }) => product))
    const fits = found.some(
      (each) =>
        own.has(each.about.id) &&
        each.norm === duty.norm &&
        (duty.criterion === null || each.criterion === duty.criterion) &&
        each.at > duty.lookedOn,
    )
    const here = measured.get(duty.contract) ?? []
    const newer = speakingOf(duty, here).filter(({ at }) => at > duty.lookedOn)
    if (!fits && !mayBreach(newer, today)) continue
    await tellOwner(tx, municipality.id, { ...duty, nextOn: today }, FINDING_TASK)
    count++
  }
  return count
}

/** What was measured of the websites of these contracts, by contract. */
async function measuredThere(
  tx: Tx,
  municipality: string,
  duties: readonly { readonly contract: string; readonly norm: string }[],
  today: string,
  { norms, registers }: House,
): Promise<ReadonlyMap<string, readonly Measured[]>> {
  const measured = new Map<string, readonly Measured[]>()
  for (const [id, own] of Map.groupBy(duties, ({ contract }) => contract)) {
    const contract = await contractById(tx, municipality, registers, id)
    const asked = norms.filter((norm) => own.some((duty) => duty.norm === norm.id))
    if (contract) measured.set(id, await measuredOf(tx, municipality, contract, asked, today))
  }
  return measured
}

const OWNERLESS = sql`select 'duty-contract/' || d.contract from contract_duty d
  join person p on p.municipality = d.municipality and p.id = d.owner and p.state = 'left' where d.state <> 'ended'`

/**
 * Asks the tender officers for somebody else where who follows a contract left, and asks no longer once somebody does
 * or who left is back. What stays open for who left goes along when it is handed over. Gives how many are new.
 */
export async function askOwners(tx: Tx, { municipality, today }: Round): Promise<number> {
  await closeTasksThat(tx, municipality.id, OWNER_TASK, sql<boolean>`object not in (${OWNERLESS})`, 'itself')
  const { rows } = await sql<{ contract: string; name: string; count: number }>`
    select d.contract, min(p.name) as name, count(*)::int as count from contract_duty d
    join person p on p.municipality = d.municipality and p.id = d.owner
    where d.municipality = ${municipality.id} and d.state <> 'ended' and p.state = 'left'
      and not exists (select from task t where t.municipality = d.municipality and t.kind = ${OWNER_TASK}
        and t.object = 'duty-contract/' || d.contract and t.done_at is null)
    group by d.contract order by d.contract limit 500`.execute(tx)
  for (const { contract, name, count } of rows)
    await openTask(tx, municipality.id, {
      kind: OWNER_TASK,
      object: contractObject(contract),
      whom: { role: 'tender-officer' },
      text: `Wijs aan wie een contract met ${count === 1 ? 'één plicht' : `${count} plichten`} volgt: ${name} vertrok`,
      path: `/balie/contractplichten/${contract}/eigenaar`,
      dueOn: today,
    })
  return rows.length
}
