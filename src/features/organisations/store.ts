/** Keeps the organisations of a municipality and their subjects. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import type { Db } from '../../db/connect.ts'
import type { Table } from '../../lib/csv.ts'
import type { Organisation } from '../../model/subject.ts'
import type { Column } from './columns.ts'
import { planImport, type Added, type Changed, type ImportPlan, type Known, type Refusal } from './plan.ts'

/** Every organisation of the municipality with its open addresses. */
export async function knownOrganisations(db: Db | Tx, municipality: string): Promise<Known[]> {
  const organisations = await db
    .selectFrom('organisation')
    .selectAll()
    .where('municipality', '=', municipality)
    .orderBy('id')
    .execute()
  const subjects = await db
    .selectFrom('subject')
    .select(['organisation', 'kind', 'address'])
    .where('municipality', '=', municipality)
    .where('ended_at', 'is', null)
    .orderBy('address')
    .execute()
  const of = Map.groupBy(subjects, ({ organisation }) => organisation)
  return organisations.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    size: row.size,
    street: row.street,
    publicBody: row.public_body,
    websites: (of.get(row.id) ?? []).filter(({ kind }) => kind === 'website').map(({ address }) => address),
    mailDomains: (of.get(row.id) ?? []).filter(({ kind }) => kind === 'mail-domain').map(({ address }) => address),
  }))
}

/**
 * Imports the rows of a file in one transaction, one import at a time, and tells what became of each. What the
 * database refuses is refused with its line; the others go on.
 */
export async function importOrganisations(
  db: Db,
  municipality: string,
  { rows, refused }: Pick<Table<Column>, 'rows' | 'refused'>,
): Promise<ImportPlan> {
  return db.transaction().execute(async (tx) => {
    await sql`select from municipality where id = ${municipality} for no key update`.execute(tx)
    const done = await carryOut(tx, municipality, planImport(rows, await knownOrganisations(tx, municipality), refused))
    const [added, changed] = [done.added.length, done.changed.length]
    if (added + changed > 0)
      await record(tx, municipality, {
        act: 'organisations.imported',
        object: `municipality/${municipality}`,
        detail: { added, changed, refused: done.refused.length },
      })
    return done
  })
}

async function carryOut(tx: Tx, municipality: string, plan: ImportPlan): Promise<ImportPlan> {
  const refused: Refusal[] = []
  const refuse = ({ line, organisation }: Added, code: string) =>
    refused.push({
      line,
      name: organisation.name,
      reason: code === '23505' ? 'deze organisatie is er intussen al' : `de database neemt dit niet aan (${code})`,
    })
  for (const part of chunks(plan.added, 500))
    await sparing(tx, part, (items) => insert(tx, municipality, items), refuse)
  for (const part of chunks(plan.changed, 500))
    await sparing(tx, part, (items) => update(tx, municipality, items), refuse)
  const gone = new Set(refused.map(({ line }) => line))
  return {
    ...plan,
    added: plan.added.filter(({ line }) => !gone.has(line)),
    changed: plan.changed.filter(({ line }) => !gone.has(line)),
    refused: [...plan.refused, ...refused].toSorted((a, b) => a.line - b.line),
  }
}

/** Writes all of them; when the database refuses, each half by itself, down to the one that it refuses. */
async function sparing<T>(
  tx: Tx,
  items: readonly T[],
  write: (items: readonly T[]) => Promise<void>,
  refuse: (item: T, code: string) => void,
): Promise<void> {
  if (items.length === 0) return
  await sql`savepoint part`.execute(tx)
  try {
    await write(items)
    await sql`release savepoint part`.execute(tx)
    return
  } catch (error) {
    const { code = '' } = error as { code?: string }
    // 22 and 23: wrong data, or against a rule; 54: larger than it can hold. Anything else is no row's doing.
    if (!/^(?:22|23|54)/.test(code)) throw error
    await sql`rollback to savepoint part; release savepoint part`.execute(tx)
    if (items.length === 1) return refuse(items[0]!, code)
  }
  const half = items.length >> 1
  await sparing(tx, items.slice(0, half), write, refuse)
  await sparing(tx, items.slice(half), write, refuse)
}

async function insert(tx: Tx, municipality: string, added: readonly Added[]): Promise<void> {
  const rows = added.map((each) => ({ ...each, id: uuid() }))
  await tx
    .insertInto('organisation')
    .values(rows.map(({ id, slug, organisation }) => ({ municipality, id, slug, ...columnsOf(organisation) })))
    .execute()
  await watch(tx, municipality, rows)
}

async function update(tx: Tx, municipality: string, changed: readonly Changed[]): Promise<void> {
  for (const { id, organisation } of changed) {
    await tx
      .updateTable('organisation')
      .set({ ...columnsOf(organisation), changed_at: sql`now()` })
      .where('municipality', '=', municipality)
      .where('id', '=', id)
      .execute()
    const keep = subjectsOf(organisation).map(({ kind, address }) => `${kind} ${address}`)
    await tx
      .updateTable('subject')
      .set({ ended_at: sql`now()` })
      .where('municipality', '=', municipality)
      .where('organisation', '=', id)
      .where('ended_at', 'is', null)
      .where(sql<boolean>`not (kind || ' ' || address = any(${keep}::text[]))`)
      .execute()
  }
  await watch(tx, municipality, changed)
}

/** An address that is watched already stays the subject that it was. */
async function watch(
  tx: Tx,
  municipality: string,
  of: readonly { readonly id: string; readonly organisation: Organisation }[],
): Promise<void> {
  const subjects = of.flatMap(({ id, organisation }) =>
    subjectsOf(organisation).map((each) => ({ municipality, id: uuid(), organisation: id, ...each })),
  )
  for (const part of chunks(subjects, 500)) {
    await tx
      .insertInto('subject')
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(['municipality', 'organisation', 'kind', 'address']).where('ended_at', 'is', null).doNothing(),
      )
      .execute()
  }
}

const subjectsOf = ({ websites, mailDomains }: Organisation) => [
  ...websites.map((address) => ({ kind: 'website' as const, address })),
  ...mailDomains.map((address) => ({ kind: 'mail-domain' as const, address })),
]

const columnsOf = ({ name, kind, size, street, publicBody }: Organisation) => ({
  name,
  kind,
  size,
  street,
  public_body: publicBody,
})

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}
