/** Keeps the organisations of a municipality and their subjects. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/connect.ts'
import type { Organisation } from '../../model/subject.ts'
import type { ImportPlan, Known } from './rules.ts'

/** Every organisation of the municipality with its open addresses. */
export async function knownOrganisations(db: Db, municipality: string): Promise<Known[]> {
  const organisations = await db
    .selectFrom('organisation')
    .selectAll()
    .where('municipality', '=', municipality)
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

/** Carries out an import in one transaction: all of the plan, or nothing of it. */
export async function carryOut(db: Db, municipality: string, plan: ImportPlan): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const added = plan.added.map(({ organisation, slug }) => ({ id: uuid(), slug, organisation }))
    for (const part of chunks(added, 500)) {
      await tx
        .insertInto('organisation')
        .values(part.map(({ id, slug, organisation }) => ({ municipality, id, slug, ...columns(organisation) })))
        .execute()
    }
    for (const { id, organisation } of plan.changed) {
      await tx
        .updateTable('organisation')
        .set({ ...columns(organisation), changed_at: sql`now()` })
        .where('municipality', '=', municipality)
        .where('id', '=', id)
        .execute()
      const keep = [
        ...organisation.websites.map((host) => `website ${host}`),
        ...organisation.mailDomains.map((host) => `mail-domain ${host}`),
      ]
      await tx
        .updateTable('subject')
        .set({ ended_at: sql`now()` })
        .where('municipality', '=', municipality)
        .where('organisation', '=', id)
        .where('ended_at', 'is', null)
        .where(sql<boolean>`not (kind || ' ' || address = any(${keep}::text[]))`)
        .execute()
    }
    const subjects = [...added, ...plan.changed].flatMap(({ id, organisation }) => [
      ...organisation.websites.map((address) => ({
        municipality,
        id: uuid(),
        organisation: id,
        kind: 'website' as const,
        address,
      })),
      ...organisation.mailDomains.map((address) => ({
        municipality,
        id: uuid(),
        organisation: id,
        kind: 'mail-domain' as const,
        address,
      })),
    ])
    for (const part of chunks(subjects, 500)) {
      await tx
        .insertInto('subject')
        .values(part)
        .onConflict((conflict) =>
          conflict.columns(['municipality', 'kind', 'address']).where('ended_at', 'is', null).doNothing(),
        )
        .execute()
    }
  })
}

function columns(organisation: Organisation): {
  name: string
  kind: string
  size: Organisation['size']
  street: string | null
  public_body: boolean
} {
  return {
    name: organisation.name,
    kind: organisation.kind,
    size: organisation.size,
    street: organisation.street,
    public_body: organisation.publicBody,
  }
}

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}
