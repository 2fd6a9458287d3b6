/** Reads what would become public of a covenant, and names the signed bytes beside it. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import type { CovenantDocument } from '../../../model/public-covenant.ts'
import { todayIn } from '../../../web/language.ts'
import { headings } from '../rules.ts'
import { commentCounts, publicDocument } from './rules.ts'

/** Names of who takes part that may not be read by everybody, and how many parties take part without a name. */
export async function unnamedOf(tx: Tx, municipality: string, covenant: string) {
  const { rows } = await sql<{ name: string; counts: boolean }>`
    select o.name, p.kind = 'party' and p.state in ('joined', 'paused', 'suspended') as counts
    from covenant_participant p join organisation o on o.municipality = p.municipality and o.id = p.organisation
    where p.municipality = ${municipality} and p.covenant = ${covenant}
      and not wall.may_be_named(p.municipality, p.id)`.execute(tx)
  return { names: rows.map(({ name }) => name), quiet: rows.filter(({ counts }) => counts).length }
}

/** What would become public of a version. */
export async function documentOf(
  tx: Tx,
  municipality: string,
  { id: covenant, title }: { readonly id: string; readonly title: string },
  version: number,
  opinions: boolean,
): Promise<CovenantDocument> {
  const { text } = await tx
    .selectFrom('covenant_version')
    .select('text')
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('no', '=', version)
    .executeTakeFirstOrThrow()
  const comments = await tx
    .selectFrom('covenant_comment')
    .select(['version', 'article', 'state'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('version', '<=', version)
    .execute()
  const given = await tx
    .selectFrom('covenant_opinion as o')
    .select(['o.role', 'o.stance', 'o.text', 'o.conditions', 'o.at'])
    .where('o.municipality', '=', municipality)
    .where('o.covenant', '=', covenant)
    .where('o.version', '=', version)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('covenant_opinion as r')
            .select('r.id')
            .whereRef('r.municipality', '=', 'o.municipality')
            .whereRef('r.replaces', '=', 'o.id'),
        ),
      ),
    )
    .orderBy('o.role')
    .execute()
  const { names } = await unnamedOf(tx, municipality, covenant)
  return publicDocument({
    title,
    text,
    unnamed: names,
    opinions: opinions ? given.map(({ at, ...each }) => ({ ...each, on: todayIn(at) })) : [],
    comments: commentCounts(comments, headings(text.articles)),
  })
}

/** Marks exactly what would become public, so that who publishes publishes what was read. */
export const printOf = (document: CovenantDocument): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('hex')

/** Names the signed bytes as published: the page hands them out as long as they say no more than it does. */
export async function nameFiles(tx: Tx, municipality: string, covenant: string, version: number): Promise<void> {
  const fixed = await tx
    .selectFrom('covenant_fixed')
    .select(['pdf', 'odt', 'json'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!fixed) return
  await tx
    .insertInto('published.file')
    .values([
      { hash: fixed.pdf, media: 'application/pdf' },
      { hash: fixed.odt, media: 'application/vnd.oasis.opendocument.text' },
      { hash: fixed.json, media: 'application/json' },
    ])
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}
