/** Organisations and their addresses in one publication, and their scores through the publications. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { ThemeId } from '../../model/norm.ts'

export type At = { readonly db: Db; readonly municipality: string; readonly no: number }

export type OrganisationQuery = {
  readonly q: string
  readonly kind: string
  readonly street: string
  readonly theme: ThemeId | undefined
  readonly sort: 'name' | 'high' | 'low'
  readonly page: number
  readonly size: number
}

const FROM = 'áàäâãéèëêíìïîóòöôõúùüûçñ'
const TO = 'aaaaaeeeeiiiiooooouuuucn'
/** Small letters without accents, so that `cafe` finds `Café`. The pattern signs of LIKE lose their meaning. */
const plain = (text: string): string => [...text.toLowerCase()].map((letter) => TO[FROM.indexOf(letter)] ?? letter).join('')
  .replaceAll(/[\\%_]/g, String.raw`\$&`)

/** Organisations that match, one page of them, and how many there are in all. */
export async function findOrganisations({ db, municipality, no }: At, query: OrganisationQuery) {
  let base = db.selectFrom('published.organisation as o').where('o.municipality', '=', municipality).where('o.publication', '=', no)
  if (query.kind !== '') base = base.where('o.kind', '=', query.kind)
  if (query.street !== '') base = base.where('o.street', '=', query.street)
  if (query.q !== '') {
    const pattern = `%${plain(query.q)}%`
    base = base.where((where) => where.or([
      where(sql`translate(lower(o.name), ${FROM}, ${TO})`, 'like', pattern),
      where('o.slug', 'in', db.selectFrom('published.subject as s').select('s.organisation').where('s.municipality', '=', municipality)
        .where('s.publication', '=', no).where('s.address', 'like', pattern)),
    ]))
  }
  const score = sql<number | null>`(jsonb_path_query_first(o.themes, '$[*] ? (@.theme == $t).score', jsonb_build_object('t', ${query.theme ?? ''}::text)) #>> '{}')::float8`
  const ordered = query.theme && query.sort !== 'name'
    ? base.orderBy(score, (order) => (query.sort === 'high' ? order.desc() : order.asc()).nullsLast())
    : base
  const [rows, { total }] = await Promise.all([
    ordered.select(['o.slug', 'o.name', 'o.kind', 'o.size', 'o.street', 'o.public_body', 'o.themes'])
      .orderBy(sql`lower(o.name)`).orderBy('o.slug').limit(query.size).offset((query.page - 1) * query.size).execute(),
    base.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { rows, total: Number(total) }
}

export async function readOrganisation({ db, municipality, no }: At, slug: string) {
  return db.selectFrom('published.organisation').select(['slug', 'name', 'kind', 'size', 'street', 'public_body', 'themes'])
    .where('municipality', '=', municipality).where('publication', '=', no).where('slug', '=', slug).executeTakeFirst()
}

/** Addresses of an organisation without the heavy columns; websites first. */
export async function readSubjects({ db, municipality, no }: At, organisation: string) {
  return db.selectFrom('published.subject').select(['id', 'kind', 'address', 'measured_at', 'seen', 'why', 'themes'])
    .where('municipality', '=', municipality).where('publication', '=', no).where('organisation', '=', organisation)
    .orderBy('kind', 'desc').orderBy('address').execute()
}

/** One address with all that is published about it. */
export async function readSubject({ db, municipality, no }: At, organisation: string, kind: 'website' | 'mail-domain', address: string) {
  return db.selectFrom('published.subject').selectAll()
    .where('municipality', '=', municipality).where('publication', '=', no).where('organisation', '=', organisation)
    .where('kind', '=', kind).where('address', '=', address).executeTakeFirst()
}

/** Scores of an organisation up to and including this publication, oldest first. */
export async function readTrend({ db, municipality, no }: At, slug: string) {
  return db.selectFrom('published.organisation').select(['publication', 'themes'])
    .where('municipality', '=', municipality).where('slug', '=', slug).where('publication', '<=', no)
    .where('publication', 'in', db.selectFrom('published.publication').select('no').where('municipality', '=', municipality).where('no', '<=', no))
    .orderBy('publication').execute()
}
