/** Who somebody is that nobody sees at work now: a worker does something in the name of this person. */
import type { Tx } from '../../db/as.ts'

/** A person who may work here still, and the municipality; undefined when somebody left. */
export async function atWork(tx: Tx, municipality: string, person: string) {
  const row = await tx
    .selectFrom('person as p')
    .innerJoin('municipality as m', 'm.id', 'p.municipality')
    .select(['p.id', 'p.name', 'email', 'function', 'roles', 'organisation', 'm.id as place', 'slug', 'm.name as city'])
    .where('p.municipality', '=', municipality)
    .where('p.id', '=', person)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!row) return undefined
  const { place: id, slug, city: name, ...who } = row
  return { who, municipality: { id, slug, name } }
}
