/** The municipalities this installation works for. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { keyOfName, slug } from '../lib/slug.ts'
import type { ActName } from '../vocabulary/act.ts'
import { INSTALLATION, record, type Act } from './audit.ts'
import type { Db } from './connect.ts'
import type { Tx } from './as.ts'

export type Municipality = {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** Where its own site was last started, such as `https://leidraad.sluiswijk.nl`; null: nowhere yet. */
  readonly site: string | null
  /** The names of hosts at which it answers, the one that its pages name first; none: wherever its process listens. */
  readonly hosts: readonly string[]
}

/** The municipalities there are, oldest first. */
export async function municipalities(db: Db | Tx): Promise<Municipality[]> {
  const rows = await db
    .selectFrom('municipality')
    .select(['id', 'slug', 'name', 'site', 'hosts'])
    .orderBy('created_at')
    .execute()
  return rows.map(({ hosts, ...row }) => ({ ...row, hosts: hosts ?? [] }))
}

/** The one that is called so: by its name, however it is written, or by its name in addresses. */
export function calledSo(there: readonly Municipality[], name: string): Municipality | undefined {
  const key = keyOfName(name)
  return (
    there.find((each) => each.name === name) ??
    there.find((each) => each.slug === name || (key !== '' && keyOfName(each.name) === key))
  )
}

/** The municipality with this name, made if it is not there yet; also known to the public site. */
export async function ensureMunicipality(db: Db, name: string): Promise<Municipality> {
  return db.transaction().execute(async (tx) => {
    // One at a time: two who make the same at once make one.
    await sql`lock table municipality in share row exclusive mode`.execute(tx)
    const there = await municipalities(tx)
    const found = calledSo(there, name)
    if (found) return found
    const taken = new Set(there.map((each) => each.slug))
    const wanted = slug(name)
    let free = wanted
    for (let no = 2; taken.has(free); no++) free = `${wanted}-${no}`
    const made = { id: uuid(), slug: free, name }
    await tx.insertInto('municipality').values(made).execute()
    await tx.insertInto('published.municipality').values(made).execute()
    await recordOf('municipality.added', tx, made.id, { name, slug: free })
    return { ...made, site: null, hosts: [] }
  })
}

/** In the trail of the installation: in its own, it could not be removed any more. */
const recordOf = (act: ActName, tx: Tx, id: string, detail: Act['detail']): Promise<void> =>
  record(tx, INSTALLATION, { act, object: `municipality/${id}`, ...(detail && { detail }) })

/**
 * Gives a municipality another name. Its name in addresses goes along as long as nothing of it was published; then it
 * stays, for others wrote it down.
 */
export async function renameMunicipality(db: Db, { id, ...before }: Municipality, name: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const published = await tx
      .selectFrom('published.publication')
      .select('no')
      .where('municipality', '=', id)
      .limit(1)
      .executeTakeFirst()
    const taken = new Set((await municipalities(tx)).filter((each) => each.id !== id).map((each) => each.slug))
    const change = { name, slug: published || taken.has(slug(name)) ? before.slug : slug(name) }
    await tx.updateTable('municipality').set(change).where('id', '=', id).execute()
    await tx.updateTable('published.municipality').set(change).where('id', '=', id).execute()
    await recordOf('municipality.renamed', tx, id, {
      name: { from: before.name, to: change.name },
      slug: { from: before.slug, to: change.slug },
    })
  })
}

/** Gives it these names of hosts and no others. The municipality that has one of them already; then it does nothing. */
export async function keepHosts(
  db: Db,
  { id, hosts: before }: Municipality,
  hosts: readonly string[],
): Promise<Municipality | undefined> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ other: string | null }>`
      select wall.set_hosts(${id}::uuid, ${hosts}::text[]) as other`.execute(tx)
    const other = rows[0]!.other
    if (other !== null) return (await municipalities(tx)).find((each) => each.id === other)
    await recordOf('municipality.hosts', tx, id, { hosts: { from: before.join(' '), to: hosts.join(' ') } })
    return undefined
  })
}

/**
 * The same for the own municipality, at its desk by its administrator. `taken`: one of them is another's; `alone`:
 * several share this installation and none has a name yet; `none`: it would keep none. Then nothing changed.
 */
export async function keepOwnHosts(tx: Tx, hosts: readonly string[]): Promise<'kept' | 'taken' | 'alone' | 'none'> {
  const { rows } = await sql<{ done: 'kept' | 'taken' | 'alone' | 'none' }>`
    select wall.own_hosts(${hosts}::text[]) as done`.execute(tx)
  return rows[0]!.done
}

/** Its names of hosts, the one that its pages name first. */
export async function hostsOf(tx: Tx, id: string): Promise<readonly string[]> {
  const row = await tx.selectFrom('municipality').select('hosts').where('id', '=', id).executeTakeFirst()
  return row?.hosts ?? []
}

/** Remembers where its site can be reached, for the mail that leaves in its name. */
export async function keepSite(db: Db, id: string, site: string): Promise<void> {
  await db.updateTable('municipality').set({ site }).where('id', '=', id).execute()
}

/**
 * What comes by itself with a municipality and goes with it: counters, links to begin with, and publications in which
 * no organisation stands.
 */
const COMES_ALONG = [
  'published.tally',
  'published.publication',
  'published.progress',
  'published.mark',
  'published.map_background',
  'published.sought',
  'one_time_link',
  'round',
  'case_number',
  'audit_head',
]

/** Tables in which something of the municipality stands that was given by people, as `organisation`. */
export async function whatIsThere(db: Db | Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality' and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'published')
    order by 1`.execute(db)
  const found: string[] = []
  for (const { name } of rows) {
    if (COMES_ALONG.includes(name)) continue
    const { rows: some } = await sql`select from ${sql.table(name)} where municipality = ${id} limit 1`.execute(db)
    if (some.length > 0) found.push(name)
  }
  return found
}

/**
 * Takes away a municipality of which nothing is there; gives what is there when it is not so, and then does nothing.
 */
export async function removeMunicipality(db: Db, { id, name, slug: at }: Municipality): Promise<readonly string[]> {
  return db.transaction().execute(async (tx) => {
    await sql`select from municipality where id = ${id} for update`.execute(tx)
    const there = await whatIsThere(tx, id)
    if (there.length > 0) return there
    for (const each of COMES_ALONG) await sql`delete from ${sql.table(each)} where municipality = ${id}`.execute(tx)
    await tx.deleteFrom('published.municipality').where('id', '=', id).execute()
    await tx.deleteFrom('municipality').where('id', '=', id).execute()
    await recordOf('municipality.removed', tx, id, { name, slug: at })
    return []
  })
}
