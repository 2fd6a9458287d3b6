/** A city with groups for tests: organisations with one website each, and what was published of them. */
import { v7 as uuid } from 'uuid'
import { asPerson } from '../src/db/as.ts'
import type { Db } from '../src/db/connect.ts'
import type { VerdictWord } from '../src/model/finding.ts'
import type { Catalogue } from '../src/model/norm.ts'
import type { Size } from '../src/model/subject.ts'
import { as, type TestPerson } from './desk.ts'
import { hold, holdSubjects } from '../src/publish/held-store.ts'

export type GroupCity = {
  readonly name: string
  readonly kind?: string
  readonly size?: Size | null
  readonly street?: string | null
  readonly publicBody?: boolean
  /** By criterion, of its website. */
  readonly verdicts?: Readonly<Record<string, VerdictWord>>
}
export type Made = { readonly id: string; readonly slug: string; readonly subject: string }

/** Adds these organisations, without anything published of them. */
export async function addOrganisations(db: Db, municipality: string, all: readonly GroupCity[]): Promise<Made[]> {
  const made: Made[] = []
  for (const { name, kind = 'winkel', size = 'micro', street = null, publicBody = false } of all) {
    const one = { id: uuid(), slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'), subject: uuid() }
    await db
      .insertInto('organisation')
      .values({ municipality, id: one.id, slug: one.slug, name, kind, size, street, public_body: publicBody })
      .execute()
    await db
      .insertInto('subject')
      .values({ municipality, id: one.subject, organisation: one.id, kind: 'website', address: `${one.slug}.test` })
      .execute()
    made.push(one)
  }
  return made
}

/** Publishes what was measured of them on this day, as the first publication. */
export async function publishOf(
  db: Db,
  municipality: string,
  catalogue: Catalogue,
  all: readonly GroupCity[],
  made: readonly Made[],
  measured = new Date(),
): Promise<void> {
  await db
    .insertInto('published.publication')
    .values({
      municipality,
      no: 1,
      by_name: 'Vera',
      by_function: 'medewerker publicatie',
      provisional: false,
      catalogue_version: catalogue.version,
      catalogue: JSON.stringify(catalogue),
      versions: '{}',
      self_test: null,
      summary: '{}',
    })
    .execute()
  await hold(
    db,
    'published.organisation_held',
    1,
    all.map(({ name, kind = 'winkel', size = 'micro', street = null, publicBody = false }, index) => ({
      municipality,
      slug: made[index]!.slug,
      name,
      kind,
      size,
      street,
      public_body: publicBody,
      themes: [],
    })),
  )
  await holdSubjects(
    db,
    1,
    made.map(({ slug, subject }) => ({
      municipality,
      id: subject,
      organisation: slug,
      kind: 'website',
      address: `${slug}.test`,
      measured_at: measured,
      seen: true,
      why: null,
      detail: null,
      evidence: null,
      screenshot: null,
      parties: [],
      pages: [],
      themes: [],
    })),
  )
  const findings = all.flatMap(({ verdicts = {} }, index) =>
    Object.entries(verdicts).map(([criterion, verdict]) => ({
      municipality,
      subject: made[index]!.subject,
      criterion,
      norm: criterion.slice(0, 6),
      theme: criterion.slice(0, 3) as 'VEI',
      verdict,
      reason: 'proef',
      seen: '{}',
      strength: 'measured' as const,
      from_no: 1,
      to_no: null,
      cause: 'first' as const,
    })),
  )
  for (let at = 0; at < findings.length; at += 1_000)
    await db
      .insertInto('published.finding')
      .values(findings.slice(at, at + 1_000))
      .execute()
}

/** Chooses a spearpoint for cluster A as this policy officer, on figures of its own; gives its id. */
export async function addSpearpoint(db: Db, officer: TestPerson, norm: string, reason: string): Promise<string> {
  const id = uuid()
  const help = { criterion: `${norm}.https`, missed: 6, known: 10, unknown: 1, reach: 0.6, weight: 3, help: 5.4 }
  await as(db, officer, (tx) =>
    tx
      .insertInto('spearpoint')
      .values({
        municipality: officer.municipality,
        id,
        kind: 'cluster',
        name: 'A',
        norm,
        criterion: help.criterion,
        reason,
        figures: JSON.stringify({
          on: '2026-11-01',
          publication: 1,
          organisations: 11,
          known: 10,
          reach: 0.6,
          help: 5.4,
          place: 1,
          criteria: [{ ...help, effort: 'small' }],
        }),
        by: officer.id,
      })
      .execute(),
  )
  return id
}

/** Puts every organisation in a group by turns, as this person at the desk. */
export async function groupAll(db: Db, municipality: string, by: string): Promise<void> {
  const all = await db.selectFrom('organisation').select('id').where('municipality', '=', municipality).execute()
  await asPerson(db, { municipality, person: by, organisation: null }, 'write', async (tx) => {
    for (const [at, { id: organisation }] of all.entries()) {
      const cluster = (['A', 'B', 'C', 'D'] as const)[at % 4]!
      const row = { municipality, organisation, no: 1, cluster, proposed: cluster, by }
      await tx.insertInto('organisation_group').values(row).execute()
    }
  })
}
