/** Keeps spearpoints of groups: what was chosen on which figures, and every step after it. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { closeTasks, openTask } from '../../db/tasks.ts'
import type { Group, SpearpointFigures } from '../../model/group.ts'
import { PERMISSIONS, type Role } from '../../vocabulary/roles.ts'
import { titleOf } from './rules.ts'

const COLUMNS = [
  's.id',
  's.kind',
  's.name',
  's.norm',
  's.criterion',
  's.reason',
  's.figures',
  's.by',
  's.at',
  's.state',
] as const

const all = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('spearpoint as s')
    .innerJoin('person as p', (join) => join.onRef('p.municipality', '=', 's.municipality').onRef('p.id', '=', 's.by'))
    .select(COLUMNS)
    .select('p.name as byName')
    .where('s.municipality', '=', municipality)

export type Spearpoint = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

/** Of a group, or of all; those that were withdrawn last. */
export const spearpointsOf = (tx: Tx, municipality: string, group?: Group): Promise<readonly Spearpoint[]> =>
  all(tx, municipality)
    .$if(group !== undefined, (of) => of.where('s.kind', '=', group!.kind).where('s.name', '=', group!.name))
    .orderBy(sql`s.state = 'withdrawn'`)
    .orderBy('s.at', 'desc')
    .limit(200)
    .execute()

/** Undefined when it is not there for this person. */
export const spearpointById = (tx: Tx, municipality: string, id: string): Promise<Spearpoint | undefined> =>
  all(tx, municipality).where('s.id', '=', id).executeTakeFirst()

/** What was done with it after it was chosen, the first first. */
export const stepsOf = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('spearpoint_step as s')
    .innerJoin('person as p', (join) => join.onRef('p.municipality', '=', 's.municipality').onRef('p.id', '=', 's.by'))
    .select(['s.no', 's.step', 's.reason', 's.by', 's.at', 'p.name as byName'])
    .where('s.municipality', '=', municipality)
    .where('s.spearpoint', '=', id)
    .orderBy('s.no')
    .execute()

export type Choosing = {
  readonly group: Group
  readonly norm: string
  readonly criterion: string
  readonly reason: string
  readonly figures: SpearpointFigures
  readonly by: string
}

/** Keeps a choice and asks a colleague to make it public; undefined when this norm is one of the group already. */
export async function choose(
  tx: Tx,
  municipality: string,
  { group, figures, ...rest }: Choosing,
): Promise<string | undefined> {
  const id = uuid()
  const added = await tx
    .insertInto('spearpoint')
    .values({ municipality, id, ...group, ...rest, figures: JSON.stringify(figures) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return undefined
  await record(tx, municipality, {
    act: 'spearpoint.chosen',
    object: `spearpoint/${id}`,
    detail: { group: titleOf(group), norm: rest.norm },
  })
  await ask(tx, municipality, { id, ...group, norm: rest.norm, by: rest.by }, 'Maak openbaar')
  return id
}

export type Step = 'published' | 'withdrawal-asked' | 'withdrawal-dropped' | 'withdrawn'

/** Takes a step. The database refuses one that does not follow, or that a second person has to take. */
export async function take(
  tx: Tx,
  municipality: string,
  spearpoint: Pick<Spearpoint, 'id' | 'kind' | 'name' | 'norm'>,
  { step, reason = '', by }: { readonly step: Step; readonly reason?: string; readonly by: string },
): Promise<void> {
  const { id } = spearpoint
  const steps = await stepsOf(tx, municipality, id)
  await tx
    .insertInto('spearpoint_step')
    .values({ municipality, spearpoint: id, no: (steps.at(-1)?.no ?? 0) + 1, step, reason, by })
    .execute()
  await closeTasks(tx, municipality, `spearpoint/${id}`, ['spearpoint'])
  await record(tx, municipality, {
    act: `spearpoint.${step}`,
    object: `spearpoint/${id}`,
    detail: { group: titleOf(spearpoint as Group), norm: spearpoint.norm, ...(reason === '' ? {} : { reason }) },
  })
  if (step === 'withdrawal-asked') await ask(tx, municipality, { ...spearpoint, by }, 'Beslis over intrekken')
}

/** Asks the first role that may and that somebody else has. */
async function ask(
  tx: Tx,
  municipality: string,
  { id, by, ...of }: Pick<Spearpoint, 'id' | 'kind' | 'name' | 'norm' | 'by'>,
  what: string,
): Promise<void> {
  const { rows } = await sql<{ role: Role }>`select distinct unnest(roles) as role from person
    where municipality = ${municipality} and state = 'active' and id <> ${by}`.execute(tx)
  const roles = PERMISSIONS['spearpoint.publish']
  await openTask(tx, municipality, {
    kind: 'spearpoint',
    object: `spearpoint/${id}`,
    whom: { role: roles.find((each) => rows.some(({ role }) => role === each)) ?? roles[0] },
    text: `${what}: speerpunt ${of.norm} van ${titleOf(of as Group)}`,
    path: `/balie/speerpunten/${id}`,
    dueOn: null,
  })
}
