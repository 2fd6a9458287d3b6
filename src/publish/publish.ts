/**
 * The act of publishing: a named person copies what is known now into the `published` schema. Nothing else writes
 * there.
 */
import type { Tx } from '../db/as.ts'
import { recordAfter } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import type { EvidenceStore } from '../db/evidence.ts'
import type { VerdictWord } from '../model/finding.ts'
import type { Catalogue } from '../model/norm.ts'
import type { Change, CitySummary } from '../model/publication.ts'
import type { ThemeScore } from '../model/score.ts'
import { lawChanges } from '../scoring/law-changes.ts'
import { sameAsked, spread, tellChanges, weightChanges } from './rules.ts'
import { currentSubjects, type CurrentSubject } from './current-store.ts'
import { addPublication, insertAll, keepSummary, lastPublication, NotReady, previous, type Act } from './store.ts'
import { closeVanished, withdraw } from './held-store.ts'
import type { Engine } from './engine.ts'
import { publishLandscape, withdrawLandscape } from './landscape-store.ts'
import { publishPart } from './part.ts'
import { settled, type Waiting } from './settled.ts'

export type Published = {
  readonly no: number
  readonly organisations: number
  readonly subjects: number
  readonly summary: CitySummary
  /** Addresses of which something worse was seen once: they stay as they were published. */
  readonly waiting: readonly Waiting[]
}

/**
 * Publishes in one transaction. Earlier publications stay as they were: a finding is a row that holds from one
 * publication until another. Throws NotReady if judgements were made with another catalogue or other lists than those
 * in force, or of another kind of organisation than it is by now. Who published stands in the trail.
 */
export async function publish(db: Db, store: EvidenceStore, engine: Engine, act: Act): Promise<Published> {
  const made = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => publishIn(tx, store, engine, act))
  // One that is provisional is nobody's act: the demo shows how far its first measurement is.
  if (!act.provisional) await recordAfter(db, act.municipality, lineOf(made, act))
  return made
}

/** The line of a publication in the trail. */
export const lineOf = ({ no }: Published, { by }: Act) =>
  ({ act: 'publication.made', object: `publication/${no}`, detail: { no, by: `${by.name}, ${by.function}` } }) as const

/** Publishes within a transaction that reads all as it was at its beginning; the trail is of who calls. */
export async function publishIn(tx: Tx, store: EvidenceStore, engine: Engine, act: Act): Promise<Published> {
  const { municipality } = act
  const last = await lastPublication(tx, municipality)
  if (last?.provisional) {
    await withdraw(tx, municipality, last.no)
    await withdrawLandscape(tx, municipality, last.no)
  }
  const no = last === undefined ? 1 : last.provisional ? last.no : last.no + 1
  const before = await previous(tx, municipality, no)
  const newest = await currentSubjects(tx, municipality)
  const { waiting, contradicted } = await settled(tx, engine, act, newest)
  const kept = new Map(waiting.map(({ subject, stays }) => [subject, stays]))
  const subjects = kept.size === 0 ? newest : await currentSubjects(tx, municipality, kept)
  const stale = subjects.filter(
    ({ judgement, catalogue, lists, judgedPublic, organisation: { publicBody } }) =>
      judgement !== null &&
      (catalogue !== act.catalogue.version || lists !== act.lists || (judgedPublic ?? publicBody) !== publicBody),
  )
  if (stale.length > 0) {
    throw new NotReady(
      `${stale.length} oordelen zijn geveld met een andere versie van de catalogus of de lijsten, of voordat bekend ` +
        `was of het een overheid is. Draai eerst: leidraad judge`,
    )
  }
  // The row comes first: of two people who publish at once, the second is told that the number is taken.
  await addPublication(tx, no, act)
  const organisations = [...Map.groupBy(subjects, ({ organisation }) => organisation.slug).values()]
  const changes: Change[] = []
  const rows: { slug: string; name: string; themes: readonly ThemeScore[] }[] = []
  const tally = new Map<string, number>()
  for (let at = 0; at < organisations.length; at += 200) {
    const part = organisations.slice(at, at + 200)
    const told = await publishPart(
      tx,
      store,
      engine,
      {
        act,
        no,
        sameAsked: sameAsked(before?.catalogue, act.catalogue),
        before: before?.no,
        catalogueBefore: before?.catalogue_version === act.catalogue.version ? undefined : before?.catalogue,
        contradicted,
      },
      part,
    )
    changes.push(...told.changes)
    rows.push(...told.organisations)
    for (const [key, count] of told.tally) tally.set(key, (tally.get(key) ?? 0) + count)
  }
  await closeVanished(tx, municipality, no, {
    organisations: organisations.map((of) => of[0]!.organisation.slug),
    subjects: subjects.flatMap(({ id }) => (id === null ? [] : [id])),
  })
  await insertAll(
    tx,
    'published.tally',
    [...tally].map(([key, count]) => {
      const [criterion, verdict] = key.split(' ') as [string, VerdictWord]
      return { municipality, publication: no, criterion, verdict, count }
    }),
  )
  await publishLandscape(tx, municipality, no, before?.no, rows)
  const summary = summarise(subjects, rows, changes, act.catalogue, before?.catalogue)
  await keepSummary(tx, municipality, no, summary)
  return { no, organisations: rows.length, subjects: subjects.filter(({ id }) => id !== null).length, summary, waiting }
}

function summarise(
  subjects: readonly CurrentSubject[],
  organisations: readonly { slug: string; name: string; themes: readonly ThemeScore[] }[],
  changes: readonly Change[],
  catalogue: Catalogue,
  catalogueBefore: Catalogue | undefined,
): CitySummary {
  // What organisations share was seen once.
  const own = [
    ...new Map(
      subjects.flatMap((each) => (each.id === null ? [] : [[`${each.kind} ${each.address}`, each] as const])),
    ).values(),
  ]
  const moments = own.flatMap(({ measuredAt }) => (measuredAt === null ? [] : [measuredAt.toISOString()])).toSorted()
  const unseen = Map.groupBy(
    own.flatMap(({ why }) => (why === null ? [] : [why])),
    (why) => why,
  )
  return {
    organisations: organisations.length,
    websites: own.filter(({ kind }) => kind === 'website').length,
    mailDomains: own.filter(({ kind }) => kind === 'mail-domain').length,
    seen: own.filter(({ judgement, why }) => judgement !== null && why === null).length,
    notSeen: [...unseen].map(([why, all]) => ({ why, count: all.length })),
    from: moments[0] ?? null,
    to: moments.at(-1) ?? null,
    themes: spread(organisations, catalogue),
    ...tellChanges(changes),
    weights: catalogueBefore ? weightChanges(catalogueBefore, catalogue) : [],
    laws: catalogueBefore ? lawChanges(catalogueBefore, catalogue) : [],
  }
}
