/** Whom a public entry names as responsible, and who keeps its register. An address is for the desk alone. */
import { sql } from 'kysely'
import { fieldFor } from '../catalogue/registers.ts'
import type { Tx } from '../db/as.ts'
import type { Register } from '../model/register.ts'
import type { Keeper } from '../vocabulary/register.ts'

/** Of the register of a public path: who keeps it, and the ids of the fields that name somebody; empty: none does. */
type Kept = { readonly role: Keeper; readonly contact: string; readonly owner: string }

/** Gives that of a path; undefined when it is of no register. */
export const keptAt =
  (registers: readonly Register[]) =>
  (path: string): Kept | undefined => {
    const register = registers.find(({ id }) => id === /^\/registers\/([^/]+)(?:\/|$)/.exec(path)?.[1])
    if (register === undefined) return undefined
    const [contact, owner] = [fieldFor(register, 'contact')?.id ?? '', fieldFor(register, 'owner')?.id ?? '']
    return { role: register.keeper, contact, owner }
  }

/** What an entry says of who is responsible, in the words of whoever filled it in; empty where that is not known. */
type Named = { readonly contact: string; readonly owner: string }
const NOBODY: Named = { contact: '', owner: '' }

/** Gives that of the public entry at a path, as it stands now. */
export const namedAt =
  (registers: readonly Register[]) =>
  async (tx: Tx, municipality: string, path: string): Promise<Named> => {
    const [, id, slug] = /^\/registers\/([^/]+)\/([^/]+)$/.exec(path) ?? []
    const kept = keptAt(registers)(path)
    if (kept === undefined || id === undefined || slug === undefined) return NOBODY
    const row = await tx
      .selectFrom('published.entry as p')
      // Who does not read in the register reads what is public of it.
      .leftJoin('entry as e', (join) => join.onRef('e.municipality', '=', 'p.municipality').onRef('e.id', '=', 'p.id'))
      .select([
        sql<string | null>`coalesce(e.values, p.values) ->> ${kept.contact}`.as('contact'),
        sql<string | null>`coalesce(e.values, p.values) ->> ${kept.owner}`.as('owner'),
      ])
      .where('p.municipality', '=', municipality)
      .where('p.register', '=', id)
      .where('p.slug', '=', slug)
      .where('p.to_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    return { contact: row?.contact ?? '', owner: row?.owner ?? '' }
  }
