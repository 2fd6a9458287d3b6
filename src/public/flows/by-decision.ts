/** Public data flows put together by the decision that they serve. Pure. */
import { slug } from '../../lib/slug.ts'
import { fieldFor } from '../../catalogue/registers.ts'
import type { Field, Register } from '../../model/register.ts'
import type { FieldRole } from '../../vocabulary/register.ts'
import type { LinkedEntry } from '../registers/links-store.ts'

export type Decision = { readonly slug: string; readonly title: string; readonly flows: readonly LinkedEntry[] }

/** By their roles, whatever the municipality calls them. */
export type FlowFields = Readonly<Partial<Record<FieldRole, Field>>>

/** The decisions that what is public names, by title; the same in another spelling is the same. */
export function decisionsIn(kind: Field, entries: readonly LinkedEntry[]): readonly Decision[] {
  const named = entries.flatMap((entry) => {
    const title = entry.ended ? undefined : entry.values[kind.id]
    return typeof title === 'string' ? [{ entry, title, slug: slug(title) }] : []
  })
  return [...Map.groupBy(named, (each) => each.slug)]
    .map(([at, some]) => ({ slug: at, title: some[0]!.title, flows: some.map(({ entry }) => entry) }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'nl'))
}

/** Where the decisions of this register are read; undefined of a register that is no public list of data flows. */
export const placeOfDecisions = (register: Register): string | undefined =>
  register.purpose === 'data-flow' && register.publication !== 'never' && fieldFor(register, 'kind')?.kind === 'text'
    ? `/registers/${register.id}/besluiten`
    : undefined
