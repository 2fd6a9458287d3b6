/** Who keeps what stands on the site: an organisation what is its own, the municipality the rest. */
import type { Person } from '../model/person.ts'
import type { Role } from '../vocabulary/roles.ts'
import type { Tx } from './as.ts'

/** The name that stands in a new form. */
export async function keeperName(
  tx: Tx,
  municipality: { readonly id: string; readonly name: string },
  { organisation }: Pick<Person, 'organisation'>,
): Promise<string> {
  if (organisation === null) return `Gemeente ${municipality.name.replace(/ \(.*\)$/, '')}`
  const row = await tx
    .selectFrom('organisation')
    .select('name')
    .where('municipality', '=', municipality.id)
    .where('id', '=', organisation)
    .executeTakeFirst()
  return row?.name ?? ''
}

type Doors = { readonly role: Role; readonly ours: string; readonly theirs: string }
/** Who works for an organisation, or the role that keeps what is of the municipality; each with its door. */
export async function keepersOf(
  tx: Tx,
  municipality: string,
  organisation: string | null,
  { role, ours, theirs }: Doors,
): Promise<readonly { readonly whom: { readonly role: Role } | { readonly person: string }; readonly base: string }[]> {
  if (organisation === null) return [{ whom: { role }, base: ours }]
  const people = await tx
    .selectFrom('person')
    .select('id')
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .where('state', '=', 'active')
    .limit(20)
    .execute()
  return people.map(({ id }) => ({ whom: { person: id }, base: theirs }))
}
