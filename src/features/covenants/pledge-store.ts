/** Finds whom an agreement can name: who may judge it, who looks after it, and whose units it counts. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import type { Population } from '../../model/covenant.ts'
import { PERMISSIONS, type Role } from '../../vocabulary/roles.ts'

export type Colleague = {
  readonly id: string
  readonly name: string
  readonly function: string
  readonly judges: boolean
}

const JUDGES: readonly Role[] = PERMISSIONS['pledge.verify']
const READS: readonly Role[] = PERMISSIONS['covenant.read']

/** Who works for the municipality itself and reads covenants, by name; `judges`: may say whether a pledge was met. */
export async function colleagues(tx: Tx, municipality: string): Promise<readonly Colleague[]> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'function', 'roles'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'active')
    .where('organisation', 'is', null)
    .where(sql<boolean>`roles && ${sql.val([...READS])}::text[]`)
    .orderBy('name')
    .execute()
  return rows.map(({ roles, ...person }) => ({ ...person, judges: roles.some((role) => JUDGES.includes(role)) }))
}

/** The organisations of a population, by id with their names: of every party that was invited and did not decline. */
export async function organisationsOf(
  tx: Tx,
  municipality: string,
  covenant: string,
  population: Population,
): Promise<ReadonlyMap<string, string>> {
  const rows =
    population.of === 'parties'
      ? await tx
          .selectFrom('covenant_participant as p')
          .innerJoin('organisation as o', (join) =>
            join.onRef('o.municipality', '=', 'p.municipality').onRef('o.id', '=', 'p.organisation'),
          )
          .select(['o.id', 'o.name'])
          .where('p.municipality', '=', municipality)
          .where('p.covenant', '=', covenant)
          .where('p.kind', '=', 'party')
          .where('p.state', 'not in', ['declined', 'left'])
          .orderBy('o.name')
          .execute()
      : await tx
          .selectFrom('organisation')
          .select(['id', 'name'])
          .where('municipality', '=', municipality)
          .$if(population.of === 'street', (query) =>
            query.where('street', '=', (population as { readonly street: string }).street),
          )
          .$if(population.of === 'organisations', (query) =>
            query.where('id', 'in', [...(population as { readonly organisations: readonly string[] }).organisations]),
          )
          .orderBy('name')
          .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
