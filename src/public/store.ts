/**
 * What is published: municipality, publications and the catalogue as it was. Reads the `published` schema and nothing
 * else.
 */
import type { Db } from '../db/connect.ts'
import type { Said } from '../db/bundle.ts'
import type { EvidenceStore } from '../db/evidence.ts'
import { storeAway } from '../lib/lack.ts'
import { Trouble } from '../lib/trouble.ts'
import type { Media } from '../model/home.ts'
import type { Catalogue, Criterion, Norm } from '../model/norm.ts'
import type { CitySummary, SelfTest } from '../model/publication.ts'
import type { Meta } from '../web/view.ts'
import { readDirectory, type Directory } from './organisations/store.ts'
import type { At } from './standing.ts'
import { tallyTooOld } from './standing-store.ts'

export type Shelf = { readonly id: string | null; readonly name: string; readonly publications: readonly Meta[] }

/**
 * The municipality and its publications, newest first, in one query. Before the first publication it is called as the
 * site was told (`city`).
 */
export async function readShelf(site: {
  readonly db: Db
  readonly municipality: string
  readonly city: string
}): Promise<Shelf> {
  const { db, municipality: slug } = site
  const rows = await db
    .selectFrom('published.municipality as m')
    .leftJoin('published.publication as p', 'p.municipality', 'm.id')
    .select(['m.id', 'm.name', 'p.no', 'p.at', 'p.by_name', 'p.by_function', 'p.provisional', 'p.catalogue_version'])
    .where('m.slug', '=', slug)
    .orderBy('p.no', 'desc')
    .execute()
  const first = rows[0]
  if (!first) return { id: null, name: site.city, publications: [] }
  const publications = rows.flatMap((row) =>
    row.no === null || row.at === null
      ? []
      : [
          {
            no: row.no,
            at: row.at,
            byName: row.by_name ?? '',
            byFunction: row.by_function ?? '',
            provisional: row.provisional ?? false,
            catalogueVersion: row.catalogue_version ?? '',
          },
        ],
  )
  return { id: first.id, name: first.name, publications }
}

export type Progress = { readonly at: Date; readonly total: number; readonly done: number; readonly failed: number }

/** The measurement that is running, or undefined when none is. */
export async function readProgress(db: Db, municipality: string): Promise<Progress | undefined> {
  const row = await db
    .selectFrom('published.progress')
    .select(['at', 'total', 'done', 'failed'])
    .where('municipality', '=', municipality)
    .executeTakeFirst()
  return row && row.done + row.failed < row.total ? row : undefined
}

/** The heavy part of a publication. */
export type Book = {
  readonly catalogue: Catalogue
  readonly norms: ReadonlyMap<string, Norm>
  readonly criteria: ReadonlyMap<string, Criterion>
  readonly versions: Readonly<Record<string, string>>
  readonly selfTest: SelfTest | null
  readonly summary: CitySummary
  /** Organisations to search in; read when first asked for, since most pages do not. */
  readonly directory: () => Promise<Directory>
}

/** A publication does not change, and a provisional one gets a new moment when it does: so a few may stay in memory. */
const SHELF_LENGTH = 6

export type Books = (municipality: string, meta: Meta) => Promise<Book>

/** Reads the heavy part of a publication, keeping the few that were read last. */
export function bookKeeper(db: Db): Books {
  const kept = new Map<string, Promise<Book>>()
  return (municipality, meta) => {
    const key = `${municipality} ${meta.no} ${meta.at.toISOString()}`
    const known = kept.get(key)
    const book = known ?? readBook(db, municipality, meta.no)
    kept.delete(key)
    kept.set(key, book)
    if (!known) book.catch(() => kept.delete(key))
    for (const old of kept.keys()) if (kept.size > SHELF_LENGTH) kept.delete(old)
    return book
  }
}

async function readBook(db: Db, municipality: string, no: number): Promise<Book> {
  const row = await db
    .selectFrom('published.publication')
    .select(['catalogue', 'versions', 'self_test', 'summary'])
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .executeTakeFirstOrThrow()
  const { catalogue } = row
  let directory: Promise<Directory> | undefined
  return {
    catalogue,
    norms: new Map(catalogue.norms.map((norm) => [norm.id, norm])),
    criteria: new Map(catalogue.norms.flatMap((norm) => norm.criteria.map((criterion) => [criterion.id, criterion]))),
    // `lists` repeats the versions of all lists in one line, for the publishing act to compare by.
    versions: Object.fromEntries(Object.entries(row.versions).filter(([name]) => name !== 'lists')),
    selfTest: row.self_test,
    summary: row.summary,
    directory: () => {
      directory ??= readDirectory(db, municipality, no).catch((error: unknown) => {
        directory = undefined
        throw error
      })
      return directory
    },
  }
}

/** How many addresses have which verdict, per criterion, as it stands. */
export async function readTallies(at: At): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
  const { db, municipality, no } = at
  const rows = await db
    .selectFrom('published.tally')
    .select(['criterion', 'verdict', 'count'])
    .where('municipality', '=', municipality)
    .where('publication', '=', no)
    .execute()
  const tallies = new Map<string, Record<string, number>>()
  for (const row of rows) tallies.set(row.criterion, { ...tallies.get(row.criterion), [row.verdict]: row.count })
  for (const { criterion, verdict, count } of await tallyTooOld(at)) {
    const tally = tallies.get(criterion) ?? {}
    const left = (tally[verdict] ?? 0) - count
    tallies.set(criterion, { ...tally, [verdict]: left, unknown: (tally['unknown'] ?? 0) + count })
  }
  return tallies
}

/**
 * A published file by its hash, when it is one of these kinds; undefined when nothing that is published names it.
 * Throws Trouble when it is named and not there, or not what it was, and Lacking when where it stands does not answer.
 */
export async function readFile(
  { db, store }: { readonly db: Db; readonly store: Pick<EvidenceStore, 'file'> },
  hash: string,
  as: readonly Media[],
): Promise<{ readonly media: Media; readonly body: Uint8Array<ArrayBuffer> } | undefined> {
  const named = await db.selectFrom('published.file').select('media').where('hash', '=', hash).executeTakeFirst()
  if (named === undefined || !as.includes(named.media)) return undefined
  const body = await store.file(hash, named.media).catch(storeAway)
  if (body === undefined) throw new Trouble(`het gepubliceerde bestand ${hash} staat niet in de opslag`)
  return { media: named.media, body: new Uint8Array(body) }
}

/** Whether the municipality with this slug published evidence or a screenshot with this hash. */
export async function isShown(
  { db, municipality }: { readonly db: Db; readonly municipality: string },
  hash: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('published.subject as s')
    .innerJoin('published.municipality as m', 'm.id', 's.municipality')
    .select('s.id')
    .where('m.slug', '=', municipality)
    .where(({ or, eb }) => or([eb('s.evidence', '=', hash), eb('s.screenshot', '=', hash)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What the newest publication with this evidence says of it, as far as a check established it. */
export async function readSaid(
  { db, municipality }: { readonly db: Db; readonly municipality: string },
  hash: string,
): Promise<Said | undefined> {
  const about = await db
    .selectFrom('published.subject as s')
    .innerJoin('published.municipality as m', 'm.id', 's.municipality')
    .innerJoin('published.publication as p', (join) =>
      join.onRef('p.municipality', '=', 's.municipality').onRef('p.no', '=', 's.publication'),
    )
    .innerJoin('published.organisation as o', (join) =>
      join
        .onRef('o.municipality', '=', 's.municipality')
        .onRef('o.publication', '=', 's.publication')
        .onRef('o.slug', '=', 's.organisation'),
    )
    .select(['s.municipality', 's.publication', 's.id', 's.kind', 's.address', 's.measured_at', 'o.public_body'])
    .select(['p.catalogue_version', 'p.versions'])
    .where('m.slug', '=', municipality)
    .where('s.evidence', '=', hash)
    .orderBy('s.publication', 'desc')
    .limit(1)
    .executeTakeFirst()
  const measuredAt = about?.measured_at?.toISOString()
  if (!about || measuredAt === undefined) return undefined
  const found = await db
    .selectFrom('published.finding')
    .select(['norm', 'criterion', 'verdict', 'reason', 'seen', 'strength'])
    .where('municipality', '=', about.municipality)
    .where('subject', '=', about.id)
    .where('strength', '=', 'measured')
    // What others found and handed over follows from no evidence of ours.
    .where('reason', '!=', 'noted')
    .where('from_no', '<=', about.publication)
    .where((where) => where.or([where('to_no', 'is', null), where('to_no', '>', about.publication)]))
    .orderBy('criterion')
    .execute()
  return {
    subject: { kind: about.kind, address: about.address, publicBody: about.public_body },
    catalogue: about.catalogue_version,
    lists: about.versions['lists'] ?? '',
    findings: found.map((one) => ({ ...one, source: 'visit' as const, at: measuredAt })),
  }
}
