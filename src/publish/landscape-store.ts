/**
 * The landscape of a publication: groups of organisations against themes, so that it tells of nobody in which group
 * they are (ADR 0054), and who agreed to be named.
 */
import { sql } from 'kysely'
import type { Tx } from '../db/as.ts'
import type { ThemeScore } from '../model/score.ts'
import { landscapeOf, membersShown } from '../scoring/landscape.ts'
import { CLUSTERS } from '../vocabulary/group.ts'

type Member = {
  readonly kind: 'cluster' | 'street'
  readonly name: string
  readonly organisation: string
  readonly slug: string
}
type Scored = { readonly slug: string; readonly themes: readonly ThemeScore[] }

/** Writes it for publication `no`. `before`: the publication that this one stands beside. */
export async function publishLandscape(
  tx: Tx,
  municipality: string,
  no: number,
  before: number | undefined,
  organisations: readonly Scored[],
): Promise<void> {
  const { rows: members } = await sql<Member>`select g.kind, g.name, g.organisation, o.slug
    from group_member g join organisation o on o.municipality = g.municipality and o.id = g.organisation
    where g.municipality = ${municipality} order by g.kind, g.name, o.slug`.execute(tx)
  const { rows: all } = await sql<{ id: string; slug: string }>`select id, slug from organisation
    where municipality = ${municipality}`.execute(tx)
  const slugs = new Map(all.map(({ id, slug }) => [id, slug]))
  const themes = new Map(organisations.map((each) => [each.slug, each.themes]))
  const kept = before === undefined ? new Map<string, Set<string>>() : await membersBefore(tx, municipality, before)
  const clusters = new Map(
    CLUSTERS.map((name) => [
      name as string,
      membersShown(
        kept.get(name) ?? new Set(),
        new Set(members.flatMap((each) => (each.kind === 'cluster' && each.name === name ? [each.organisation] : []))),
        (organisation) => slugs.has(organisation),
      ),
    ]),
  )
  // In which street somebody is, is public.
  const streets = new Map(
    [
      ...Map.groupBy(
        members.filter(({ kind }) => kind === 'street'),
        ({ name }) => name,
      ),
    ].map(([name, of]) => [name, new Set(of.map(({ organisation }) => organisation))]),
  )
  const rows = (
    [
      ['cluster', clusters],
      ['street', streets],
    ] as const
  ).flatMap(([kind, groups]) =>
    landscapeOf(
      new Map([...groups].map(([name, ids]) => [name, [...ids].map((id) => themes.get(slugs.get(id)!) ?? [])])),
    ).map((each) => ({ ...each, kind })),
  )
  await sql`insert into published.landscape (municipality, publication, kind, name, organisations, themes)
    select ${municipality}, ${no}, r.kind, r.name, r.organisations, r.themes from jsonb_to_recordset(${JSON.stringify(
      rows,
    )}::jsonb) as r(kind text, name text, organisations int, themes jsonb)`.execute(tx)
  const stood = [...clusters].flatMap(([name, ids]) => [...ids].map((organisation) => ({ name, organisation })))
  await sql`insert into landscape_member (municipality, publication, kind, name, organisation)
    select ${municipality}, ${no}, 'cluster', r.name, r.organisation from jsonb_to_recordset(${JSON.stringify(
      stood,
    )}::jsonb) as r(name text, organisation uuid)`.execute(tx)
  await sql`insert into published.landscape_named (municipality, publication, kind, name, slug, called)
    select g.municipality, ${no}, g.kind, g.name, o.slug, o.name from group_consent c
    join group_member g on g.municipality = c.municipality and g.organisation = c.organisation
    join organisation o on o.municipality = c.municipality and o.id = c.organisation
    where c.municipality = ${municipality} and c.kind = 'named'`.execute(tx)
}

/** Whose scores stood in the clusters of a publication. */
async function membersBefore(tx: Tx, municipality: string, no: number): Promise<Map<string, Set<string>>> {
  const rows = await tx
    .selectFrom('landscape_member')
    .select(['name', 'organisation'])
    .where('municipality', '=', municipality)
    .where('publication', '=', no)
    .where('kind', '=', 'cluster')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ name }) => name)].map(([name, of]) => [
      name,
      new Set(of.map(({ organisation }) => organisation)),
    ]),
  )
}

/** Takes back that of a provisional publication. */
export async function withdrawLandscape(tx: Tx, municipality: string, no: number): Promise<void> {
  for (const table of ['published.landscape', 'published.landscape_named', 'landscape_member'] as const)
    await tx.deleteFrom(table).where('municipality', '=', municipality).where('publication', '=', no).execute()
}
