/**
 * Where the links of public entries lead: the `published` schema and nothing else. What is not public itself is counted
 * and no more: neither its name nor its id is given.
 */
import { sql } from 'kysely'
import { plainLine } from '../../lib/clean.ts'
import type { Field, Register, Values } from '../../model/register.ts'
import type { Where } from '../listed.ts'
import type { PublicEntry } from './store.ts'
import { UUID } from '../../lib/uuid.ts'

/** `english`: when it has a name in English too. Without a path it is read nowhere. `ended`: no longer kept up. */
export type PublicLink = {
  readonly name: string
  readonly english?: string
  readonly path?: string
  readonly ended?: boolean
}
export type Linked<T> = T & {
  /** By id: all that its links still name. */
  readonly links: ReadonlyMap<string, PublicLink>
  /** By field: to how many entries it leads that are not public. */
  readonly closed: Readonly<Record<string, number>>
}
export type LinkedEntry = Linked<PublicEntry>

const isNorm = ({ to }: Field): boolean => to !== undefined && 'target' in to && to.target === 'norm'
const isEntry = ({ to }: Field): boolean => to !== undefined && 'purpose' in to
const idsIn = (values: Values, { id }: Field): readonly string[] => (values[id] ?? []) as readonly string[]

/** The same entries, their links narrowed to what is public. `registers`: all of which entries are read. */
export async function linked<T extends { readonly values: Values }>(
  at: Where,
  registers: readonly Register[],
  register: Register,
  entries: readonly T[],
): Promise<readonly Linked<T>[]> {
  const fields = register.fields.filter(({ kind }) => kind === 'link')
  const idsOf = (some: readonly Field[]) => [
    ...new Set(entries.flatMap(({ values }) => some.flatMap((field) => idsIn(values, field)))),
  ]
  const links = new Map([
    ...(await entriesAt(at, registers, idsOf(fields.filter(isEntry)))),
    ...(await normsAt(at, idsOf(fields.filter(isNorm)))),
  ])
  return entries.map((entry) => {
    const filled = fields.filter(({ id }) => entry.values[id] !== undefined)
    const shown = (field: Field) => idsIn(entry.values, field).filter((id) => links.has(id))
    return {
      ...entry,
      values: { ...entry.values, ...Object.fromEntries(filled.map((field) => [field.id, shown(field)])) },
      links,
      closed: Object.fromEntries(
        filled.filter(isEntry).map((field) => [field.id, idsIn(entry.values, field).length - shown(field).length]),
      ),
    }
  })
}

/**
 * Whether all links that were asked for lead to what is public. What is not is asked for by nobody: an answer, however
 * empty or full, would tell who knows an id that it is there.
 */
export async function leadToPublic(
  at: Where,
  registers: readonly Register[],
  register: Register,
  filters: Readonly<Record<string, string>>,
): Promise<boolean> {
  const asked = register.fields.filter(({ id, kind }) => kind === 'link' && filters[id] !== undefined)
  const ids = asked.filter(isEntry).map(({ id }) => filters[id]!)
  if (asked.some((field) => !isEntry(field) && !isNorm(field)) || !ids.every((id) => UUID.test(id))) return false
  const open = new Map(await entriesAt(at, registers, [...new Set(ids)]))
  return ids.every((id) => open.has(id))
}

async function entriesAt(
  { db, municipality }: Where,
  registers: readonly Register[],
  ids: readonly string[],
): Promise<readonly (readonly [string, PublicLink])[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('published.entry')
    .select(['id', 'register', 'slug', 'title', 'ended'])
    .where('municipality', '=', municipality)
    .where(sql<boolean>`id = any(${sql.val(ids)}::uuid[])`)
    .where('to_at', 'is', null)
    .execute()
  return rows
    .filter((row) => registers.some(({ id }) => id === row.register))
    .map((row) => [row.id, { name: row.title, path: `/registers/${row.register}/${row.slug}`, ended: row.ended }])
}

/** As the newest publication words them. A norm that it does not have is known by its code. */
async function normsAt(
  { db, municipality }: Where,
  ids: readonly string[],
): Promise<readonly (readonly [string, PublicLink])[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; nl: string; en: string }>`
    select n ->> 'id' as id, n ->> 'statement' as nl, n ->> 'statementEnglish' as en
    from (select catalogue from published.publication where municipality = ${municipality}
      order by no desc limit 1) p cross join jsonb_array_elements(p.catalogue -> 'norms') n
    where n ->> 'id' = any(${sql.val(ids)}::text[])`.execute(db)
  const known = rows.map(({ id, nl, en }): readonly [string, PublicLink] => [
    id,
    { name: `${id} ${plainLine(nl)}`, english: `${id} ${plainLine(en)}`, path: `/normen/${id}` },
  ])
  return [...ids.map((id): readonly [string, PublicLink] => [id, { name: id, english: id }]), ...known]
}
