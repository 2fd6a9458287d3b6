/** What somebody who keeps entries is called in them: the own organisation, or the municipality. */
import type { Tx } from '../../db/as.ts'
import type { Person } from '../../model/person.ts'

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
