/** Whom a reader of a public entry writes to. The address is for the desk: the public page has a form in its place. */
import { sql } from 'kysely'
import type { Tx } from '../db/as.ts'
import type { Field, Register } from '../model/register.ts'

const MAILED: readonly Field['kind'][] = ['email', 'reach']

/** Gives the address of whose the public entry at a path is, as it stands now; undefined when there is none. */
export const contactAt =
  (registers: readonly Register[]) =>
  async (tx: Tx, municipality: string, path: string): Promise<string | undefined> => {
    const [, id, slug] = /^\/registers\/([^/]+)\/([^/]+)$/.exec(path) ?? []
    const register = registers.find((each) => each.id === id)
    const field = register?.fields.find(({ role, kind }) => role === 'contact' && MAILED.includes(kind))
    if (!register || !field || slug === undefined) return undefined
    const row = await tx
      .selectFrom('published.entry as p')
      .innerJoin('entry as e', (join) => join.onRef('e.municipality', '=', 'p.municipality').onRef('e.id', '=', 'p.id'))
      .select(sql<string | null>`e.values ->> ${field.id}`.as('address'))
      .where('p.municipality', '=', municipality)
      .where('p.register', '=', register.id)
      .where('p.slug', '=', slug)
      .limit(1)
      .executeTakeFirst()
    const address = row?.address ?? undefined
    return address?.startsWith('https:') ? undefined : address
  }
