/** Organisations and their addresses in one publication, and their scores through the publications. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { ThemeId } from '../../model/norm.ts'
import type { LawChange, WeightChange } from '../../model/publication.ts'
import type { At } from '../standing.ts'
import { standingThemes } from '../standing-store.ts'

export type OrganisationQuery = {
  readonly q: string
  readonly kind: string
  readonly street: string
  readonly theme: ThemeId | undefined
  readonly sort: 'name' | 'high' | 'low'
  readonly page: number
  readonly size: number
}

/** Small letters without accents, so that `cafe` finds `Café`. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')

/**
 * What searching and sorting need of an organisation, kept in memory as long as its publication is: a city is a few
 * thousand rows.
 */
export type Entry = {
  readonly slug: string
  readonly kind: string
  readonly street: string | null
  /** Name and addresses in plain letters, a line each. */
  readonly found: string
  readonly scores: Readonly<Partial<Record<ThemeId, number>>>
}

export type Directory = {
  readonly entries: readonly Entry[]
  readonly kinds: readonly string[]
  readonly streets: readonly string[]
}

/** Every organisation of a publication by name, and the words to filter them by. */
export async function readDirectory(db: Db, municipality: string, no: number): Promise<Directory> {
  const [organisations, subjects] = await Promise.all([
    db
      .selectFrom('published.organisation')
      .select(['slug', 'name', 'kind', 'street', 'themes'])
      .where('municipality', '=', municipality)
      .where('publication', '=', no)
      .orderBy(sql`lower(name)`)
      .orderBy('slug')
      .execute(),
    db
      .selectFrom('published.subject')
      .select(['organisation', 'address'])
      .where('municipality', '=', municipality)
      .where('publication', '=', no)
      .execute(),
  ])
  const addresses = Map.groupBy(subjects, (subject) => subject.organisation)
  const words = (all: readonly (string | null)[]) =>
    [...new Set(all)].filter((each) => each !== null).toSorted((a, b) => a.localeCompare(b, 'nl'))
  const entries = organisations.map(({ slug, name, kind, street, themes }) => ({
    slug,
    kind,
    street,
    found: [plain(name), ...(addresses.get(slug) ?? []).map((subject) => subject.address)].join('\n'),
    scores: Object.fromEntries(themes.flatMap(({ theme, score }) => (score === null ? [] : [[theme, score]]))),
  }))
  return {
    entries,
    kinds: words(entries.map((entry) => entry.kind)),
    streets: words(entries.map((entry) => entry.street)),
  }
}

/** Slugs that match, in the order asked for; without a score comes last either way. */
export function search(entries: readonly Entry[], query: Omit<OrganisationQuery, 'page' | 'size'>): readonly string[] {
  const q = plain(query.q)
  const { theme, sort } = query
  const found = entries.filter(
    (entry) =>
      (query.kind === '' || entry.kind === query.kind) &&
      (query.street === '' || entry.street === query.street) &&
      (q === '' || entry.found.includes(q)),
  )
  if (!theme || sort === 'name') return found.map((entry) => entry.slug)
  const key = (entry: Entry): number =>
    entry.scores[theme] === undefined ? Infinity : sort === 'low' ? entry.scores[theme] : -entry.scores[theme]
  // Infinity less Infinity is no order: those without a score keep the order of their names.
  return found.toSorted((a, b) => (key(a) === key(b) ? 0 : key(a) - key(b))).map((entry) => entry.slug)
}

/** Organisations that match, one page of them, and how many there are in all. */
export async function findOrganisations(at: At, { entries }: Directory, query: OrganisationQuery) {
  const { db, municipality, no } = at
  const slugs = search(entries, query)
  const page = slugs.slice((query.page - 1) * query.size, query.page * query.size)
  if (page.length === 0) return { rows: [], total: slugs.length }
  const rows = await db
    .selectFrom('published.organisation')
    .select(['slug', 'name', 'kind', 'size', 'street', 'public_body', 'themes'])
    .where('municipality', '=', municipality)
    .where('publication', '=', no)
    .where('slug', 'in', page)
    .execute()
  const bySlug = new Map((await standingThemes(at, rows)).map((row) => [row.slug, row]))
  return { rows: page.flatMap((slug) => bySlug.get(slug) ?? []), total: slugs.length }
}

/** One of them with its addresses; undefined when this publication has none that is called so. */
export async function readOrganisation(at: At, slug: string) {
  const { db, municipality, no } = at
  const found = await db
    .selectFrom('published.organisation')
    .select(['slug', 'name', 'kind', 'size', 'street', 'public_body', 'themes'])
    .where('municipality', '=', municipality)
    .where('publication', '=', no)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return found && (await standingThemes(at, [found]))[0]
}

/** Addresses of an organisation without the heavy columns; websites first. */
export async function readSubjects({ db, municipality, no }: At, organisation: string) {
  return db
    .selectFrom('published.subject')
    .select(['id', 'kind', 'address', 'measured_at', 'seen', 'why', 'themes'])
    .where('municipality', '=', municipality)
    .where('publication', '=', no)
    .where('organisation', '=', organisation)
    .orderBy('kind', 'desc')
    .orderBy('address')
    .execute()
}

/** One address with all that is published about it. */
export async function readSubject(
  { db, municipality, no }: At,
  organisation: string,
  kind: 'website' | 'mail-domain',
  address: string,
) {
  return db
    .selectFrom('published.subject')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('publication', '=', no)
    .where('organisation', '=', organisation)
    .where('kind', '=', kind)
    .where('address', '=', address)
    .executeTakeFirst()
}

/** Scores of an organisation up to and including this publication, oldest first. */
export async function readTrend({ db, municipality, no }: At, slug: string) {
  return db
    .selectFrom('published.organisation')
    .select([
      'publication',
      'themes',
      // What counted otherwise from this publication on.
      sql<readonly WeightChange[] | null>`(select p.summary -> 'weights' from published.publication p
        where p.municipality = organisation.municipality and p.no = organisation.publication)`.as('weights'),
      sql<readonly LawChange[] | null>`(select p.summary -> 'laws' from published.publication p
        where p.municipality = organisation.municipality and p.no = organisation.publication)`.as('laws'),
    ])
    .where('municipality', '=', municipality)
    .where('slug', '=', slug)
    .where('publication', '<=', no)
    .where(
      'publication',
      'in',
      db
        .selectFrom('published.publication')
        .select('no')
        .where('municipality', '=', municipality)
        .where('no', '<=', no),
    )
    .orderBy('publication')
    .execute()
}

export type PublishedOrganisation = NonNullable<Awaited<ReturnType<typeof readOrganisation>>>
/** An address in a list, and with all that is published about it. */
export type ListedSubject = Awaited<ReturnType<typeof readSubjects>>[number]
export type PublishedSubject = NonNullable<Awaited<ReturnType<typeof readSubject>>>
