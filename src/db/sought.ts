/** What can be looked for of the files of the installation: written when the program starts, for every city alike. */
import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** One thing to be found, in one language. */
export type Sought = {
  readonly source: string
  readonly key: string
  readonly lang: 'nl' | 'en'
  readonly path: string
  readonly title: string
  /** Words that people may type for it, which stand nowhere. */
  readonly keywords: string
  readonly lead: string
  readonly body: string
}

/** Puts these in the place of what was there. */
export async function keepSought(db: Db, all: readonly Sought[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Programs that start at the same moment write the same, one after the other.
    await sql`lock table published.sought_file in share row exclusive mode`.execute(tx)
    await tx.deleteFrom('published.sought_file').execute()
    await sql`insert into published.sought_file (source, key, lang, alone, path, title, keywords, lead, body, found)
      select source, key, lang, false, path, left(title, 500), left(keywords, 1000), left(lead, 500), left(body, 3000),
        wall.found_by(lang, title, keywords, lead, body)
      from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as one (source text, key text, lang text, path text,
        title text, keywords text, lead text, body text)`.execute(tx)
  })
}
