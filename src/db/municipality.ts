/** The municipality this installation works for. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { slug } from '../lib/slug.ts'
import type { Db } from './connect.ts'

export type Municipality = { readonly id: string; readonly slug: string; readonly name: string }

/** The municipality with this name, made if it is not there yet; also known to the public site. */
export async function ensureMunicipality(db: Db, name: string): Promise<Municipality> {
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('municipality')
      .values({ id: uuid(), slug: slug(name), name })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .execute()
    const row = await tx
      .selectFrom('municipality')
      .select(['id', 'slug', 'name'])
      .where('slug', '=', slug(name))
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('published.municipality')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: sql`excluded.name` }))
      .execute()
    return row
  })
}

/** The municipalities there are, oldest first. */
export async function municipalities(db: Db): Promise<Municipality[]> {
  return db.selectFrom('municipality').select(['id', 'slug', 'name']).orderBy('created_at').execute()
}
