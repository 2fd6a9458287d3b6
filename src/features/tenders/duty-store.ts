/** The duties of a contract: what a supplier promised, when it is looked at, and what was seen. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { closeTasks, openTask } from '../../db/tasks.ts'
import type { Annex, BidAnswer } from '../../model/tender.ts'
import type { DutyStep } from '../../vocabulary/tender.ts'
import { dutyTask, firstCheck, type DutyFacts } from './rules/duty.ts'

export const DUTY_TASK = 'duty-check'
export const FINDING_TASK = 'duty-finding'
/** That nobody follows a contract any more: who did, left. */
export const OWNER_TASK = 'duty-owner'
const objectOf = (duty: string): string => `duty/${duty}`
/** What a task about all duties of a contract is about. */
export const contractObject = (contract: string): string => `duty-contract/${contract}`

const COLUMNS = [
  'd.id',
  'd.tender',
  'd.bid',
  'd.contract',
  'd.requirement',
  'd.wording',
  'd.title',
  'd.text',
  'd.promise',
  'd.norm',
  'd.criterion',
  'd.checked',
  'd.on_breach as onBreach',
  'd.months',
  'd.exit',
  'd.owner',
  'd.next_on as nextOn',
  'd.state',
  'd.created_at as createdAt',
  'p.name as ownerName',
] as const

const duties = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('contract_duty as d')
    .leftJoin('person as p', (join) =>
      join.onRef('p.municipality', '=', 'd.municipality').onRef('p.id', '=', 'd.owner'),
    )
    .leftJoin('tender as t', (join) =>
      join.onRef('t.municipality', '=', 'd.municipality').onRef('t.id', '=', 'd.tender'),
    )
    .select(COLUMNS)
    // Nothing of it can have been seen before anybody read what was promised.
    .select(sql<Date>`coalesce(t.opened_at, d.created_at)`.as('promisedAt'))
    .select(({ selectFrom }) =>
      selectFrom('duty_step as s')
        .select('s.step')
        .whereRef('s.municipality', '=', 'd.municipality')
        .whereRef('s.duty', '=', 'd.id')
        .orderBy('s.at', 'desc')
        .orderBy('s.id', 'desc')
        .limit(1)
        .as('last'),
    )
    .where('d.municipality', '=', municipality)

/** All duties of a contract, those that are not kept first, then by their next day. */
export const dutiesOf = (tx: Tx, municipality: string, contract: string) =>
  duties(tx, municipality)
    .where('d.contract', '=', contract)
    .orderBy(sql`d.state <> 'breached'`)
    .orderBy(sql`d.next_on nulls last`)
    .orderBy('d.title')
    .execute()
export type Duty = Awaited<ReturnType<typeof dutiesOf>>[number]

/** One duty. `to-change`: nobody else changes it until this work is done. */
export const dutyById = (tx: Tx, municipality: string, id: string, why: 'to-read' | 'to-change' = 'to-read') =>
  duties(tx, municipality)
    .where('d.id', '=', id)
    .$if(why === 'to-change', (query) => query.forUpdate('d'))
    .executeTakeFirst()

/** Contracts with duties: how many run, how many are not kept, and the first day to look. */
export const contractsWithDuties = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('contract_duty')
    .select([
      'contract',
      sql<number>`(count(*) filter (where state <> 'ended'))::int`.as('running'),
      sql<number>`(count(*) filter (where state = 'breached'))::int`.as('breached'),
      sql<string | null>`min(next_on)::text`.as('nextOn'),
    ])
    .where('municipality', '=', municipality)
    .groupBy('contract')
    .orderBy(sql`min(next_on) nulls last`)
    .limit(200)
    .execute()

export type NewDuties = {
  readonly tender: string
  readonly bid: string
  readonly contract: string
  readonly owner: string
  readonly by: string
  readonly annex: Annex
  readonly promises: readonly BidAnswer[]
  /** YYYY-MM-DD. */
  readonly today: string
}

/** Makes a duty of each promise, with its first check as a task that comes in time; gives how many are new. */
export async function addDuties(tx: Tx, municipality: string, these: NewDuties): Promise<number> {
  const asked = new Map(these.annex.requirements.map((each) => [each.id, each]))
  const rows = these.promises.flatMap((promise) => {
    const requirement = asked.get(promise.requirement)
    if (!requirement) return []
    return [
      {
        municipality,
        id: uuid(),
        tender: these.tender,
        bid: these.bid,
        contract: these.contract,
        requirement: requirement.id,
        wording: requirement.wording,
        title: requirement.title,
        text: requirement.text,
        promise: JSON.stringify(promise),
        norm: requirement.norm,
        criterion: requirement.criterion ?? null,
        checked: requirement.checked,
        on_breach: requirement.onBreach,
        months: requirement.validMonths,
        exit: requirement.exit,
        owner: these.owner,
        next_on: firstCheck(these.today, requirement.validMonths, promise.proof.until),
        by: these.by,
      },
    ]
  })
  if (rows.length === 0) return 0
  const added = await tx
    .insertInto('contract_duty')
    .values(rows)
    .onConflict((same) => same.columns(['municipality', 'contract', 'requirement', 'wording']).doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0)
}

/** What was seen of these duties, the newest first. */
export const stepsOf = (tx: Tx, municipality: string, these: readonly string[]) =>
  these.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('duty_step as s')
        .leftJoin('person as p', (join) =>
          join.onRef('p.municipality', '=', 's.municipality').onRef('p.id', '=', 's.by'),
        )
        .select([
          's.id',
          's.duty',
          's.step',
          's.seen_on as seenOn',
          's.text',
          's.next_on as nextOn',
          's.at',
          'p.name as by',
        ])
        .where('s.municipality', '=', municipality)
        .where('s.duty', 'in', these)
        .orderBy('s.at', 'desc')
        .orderBy('s.id')
        .limit(500)
        .execute()
export type Step = Awaited<ReturnType<typeof stepsOf>>[number]

export type NewStep = {
  readonly step: DutyStep
  readonly seenOn: string
  readonly text: string
  /** When it is looked at again; null: it ended. */
  readonly nextOn: string | null
  readonly by: string
}

/** Keeps what was seen of a duty that is held, closes what was asked, and sets the next day. */
export async function takeDutyStep(tx: Tx, municipality: string, duty: Duty, seen: NewStep): Promise<void> {
  const { step, seenOn, text, nextOn, by } = seen
  await tx
    .insertInto('duty_step')
    .values({ municipality, id: uuid(), duty: duty.id, step, seen_on: seenOn, text, next_on: nextOn, by })
    .execute()
  const state = step === 'ended' ? 'ended' : step === 'breach' ? 'breached' : step === 'unsure' ? duty.state : 'running'
  await tx
    .updateTable('contract_duty')
    .set({ state, next_on: nextOn })
    .where('municipality', '=', municipality)
    .where('id', '=', duty.id)
    .execute()
  await closeTasks(tx, municipality, objectOf(duty.id), [DUTY_TASK, FINDING_TASK])
}

/** Tells the owner of a contract what waits: a check, or something that was found. */
export const tellOwner = (
  tx: Tx,
  municipality: string,
  duty: DutyFacts,
  kind: typeof DUTY_TASK | typeof FINDING_TASK,
) =>
  openTask(tx, municipality, { kind, object: objectOf(duty.id), whom: { person: duty.owner }, ...dutyTask(duty, kind) })

/** Gives the duties of a contract to another, which is no longer asked then. Gives what their open tasks are about. */
export async function handDuties(
  tx: Tx,
  municipality: string,
  contract: string,
  owner: string,
): Promise<readonly string[]> {
  const rows = await tx
    .updateTable('contract_duty')
    .set({ owner })
    .where('municipality', '=', municipality)
    .where('contract', '=', contract)
    .where('state', '<>', 'ended')
    .returning('id')
    .execute()
  await closeTasks(tx, municipality, contractObject(contract), [OWNER_TASK])
  return rows.map(({ id }) => objectOf(id))
}

/** People who can follow a contract. */
export const followers = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('person')
    .select(['id', 'name', 'function'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'active')
    .where(sql<boolean>`roles && ${'{tender-officer,policy-officer,executor,account-manager}'}::text[]`)
    .orderBy('name')
    .limit(500)
    .execute()

/** Where somebody gets mail. */
export const addressOf = (tx: Tx, municipality: string, person: string) =>
  tx
    .selectFrom('person')
    .select(['name', 'email'])
    .where('municipality', '=', municipality)
    .where('id', '=', person)
    .executeTakeFirst()
