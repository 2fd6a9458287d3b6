/**
 * The act of publishing: a named person copies what is known now into the `published` schema. Nothing else writes
 * there.
 */
import { sql, type Kysely } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { EvidenceStore } from '../../db/evidence.ts'
import type { Tables } from '../../db/tables.ts'
import type { Finding, VerdictWord } from '../../model/finding.ts'
import type { Catalogue } from '../../model/norm.ts'
import type { Change, CitySummary, SelfTest } from '../../model/publication.ts'
import type { ThemeScore } from '../../model/score.ts'
import { causeOf, sameAsked, spread, tellChanges, weightChanges } from './rules.ts'
import { currentFindings, currentSubjects, publishedFindings, type CurrentSubject, type FindingRow } from './current.ts'

/** What publishing needs from the engine, handed in by the app: a feature does not reach for it. */
export type Engine = {
  weigh(
    findings: readonly Pick<Finding, 'norm' | 'criterion' | 'verdict'>[],
    catalogue: Catalogue,
  ): readonly ThemeScore[]
  /** Verdicts that today's rules give to earlier evidence, per criterion. */
  again(
    evidence: string,
    subject: { kind: 'website' | 'mail-domain'; address: string; publicBody: boolean },
  ): Promise<ReadonlyMap<string, VerdictWord>>
}

export type Act = {
  readonly municipality: string
  readonly by: { readonly name: string; readonly function: string }
  /** A provisional publication is shown as such and replaced by the next. */
  readonly provisional: boolean
  readonly catalogue: Catalogue
  readonly lists: string
  readonly versions: Readonly<Record<string, string>>
  readonly selfTest: SelfTest | null
}

export type Published = {
  readonly no: number
  readonly organisations: number
  readonly subjects: number
  readonly summary: CitySummary
}

/** Thrown when something must be done before there can be a publication; the message says what, in Dutch. */
export class NotReady extends Error {}

/**
 * Publishes in one transaction. Earlier publications stay as they were: a finding is a row that holds from one
 * publication
 * until another. Throws NotReady if judgements were made with another catalogue or other lists than those in force.
 */
export async function publish(db: Db, store: EvidenceStore, engine: Engine, act: Act): Promise<Published> {
  const { municipality } = act
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const last = await tx
        .selectFrom('published.publication')
        .select(['no', 'provisional', 'catalogue_version', 'versions'])
        .where('municipality', '=', municipality)
        .orderBy('no', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (last?.provisional) await withdraw(tx, municipality, last.no)
      const no = last === undefined ? 1 : last.provisional ? last.no : last.no + 1
      const before = await previous(tx, municipality, no)
      const sameLists = before?.versions['lists'] === act.lists
      const sameRules = before?.catalogue_version === act.catalogue.version && sameLists
      const sameProgram = before?.versions['leidraad'] === act.versions['leidraad']
      const subjects = await currentSubjects(tx, municipality)
      const stale = subjects.filter(
        (subject) =>
          subject.judgement !== null && (subject.catalogue !== act.catalogue.version || subject.lists !== act.lists),
      )
      if (stale.length > 0) {
        throw new NotReady(
          `${stale.length} oordelen zijn geveld met een andere versie van de catalogus of de lijsten. Draai eerst: ` +
            `leidraad judge`,
        )
      }
      // The row comes first: of two people who publish at once, the second is told that the number is taken.
      await tx
        .insertInto('published.publication')
        .values({
          municipality,
          no,
          by_name: act.by.name,
          by_function: act.by.function,
          provisional: act.provisional,
          catalogue_version: act.catalogue.version,
          catalogue: JSON.stringify(act.catalogue) as never,
          versions: JSON.stringify({ ...act.versions, lists: act.lists }) as never,
          self_test: act.selfTest === null ? null : (JSON.stringify(act.selfTest) as never),
          summary: '{}' as never,
        })
        .execute()
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
            sameRules: sameRules && sameProgram,
            onlyProgram: sameProgram || !sameLists ? () => false : sameAsked(before?.catalogue, act.catalogue),
            before: before?.no,
            catalogueBefore: before?.catalogue_version === act.catalogue.version ? undefined : before?.catalogue,
          },
          part,
        )
        changes.push(...told.changes)
        rows.push(...told.organisations)
        for (const [key, count] of told.tally) tally.set(key, (tally.get(key) ?? 0) + count)
      }
      await closeVanished(
        tx,
        municipality,
        no,
        subjects.flatMap(({ id }) => (id === null ? [] : [id])),
      )
      await insertAll(
        tx,
        'published.tally',
        [...tally].map(([key, count]) => {
          const [criterion, verdict] = key.split(' ') as [string, VerdictWord]
          return { municipality, publication: no, criterion, verdict, count }
        }),
      )
      const summary = summarise(subjects, rows, changes, act.catalogue, before?.catalogue)
      await tx
        .updateTable('published.publication')
        .set({ summary: JSON.stringify(summary) as never })
        .where('municipality', '=', municipality)
        .where('no', '=', no)
        .execute()
      return { no, organisations: rows.length, subjects: subjects.filter(({ id }) => id !== null).length, summary }
    })
}

type Frame = {
  readonly act: Act
  readonly no: number
  /** Neither the rules nor the program changed: old evidence would give what it gave. */
  readonly sameRules: boolean
  /** Of which criterion only our own program can have changed. */
  readonly onlyProgram: (criterion: string) => boolean
  readonly before: number | undefined
  readonly catalogueBefore: Catalogue | undefined
}

async function publishPart(
  tx: Kysely<Tables>,
  store: EvidenceStore,
  engine: Engine,
  { act, no, sameRules, onlyProgram, before, catalogueBefore }: Frame,
  organisations: readonly CurrentSubject[][],
): Promise<{
  changes: Change[]
  organisations: { slug: string; name: string; themes: readonly ThemeScore[] }[]
  tally: Map<string, number>
}> {
  const { municipality } = act
  const subjects = organisations.flat()
  const findings = await currentFindings(
    tx,
    municipality,
    subjects.flatMap(({ judgement }) => (judgement === null ? [] : [judgement])),
  )
  const published = await publishedFindings(
    tx,
    municipality,
    subjects.flatMap(({ id }) => (id === null ? [] : [id])),
  )
  const earlier =
    before === undefined ? new Map<string, string | null>() : await earlierEvidence(tx, municipality, before, subjects)
  const changes: Change[] = []
  const tally = new Map<string, number>()
  const fresh: Tables['published.finding'][] = []
  const closed: { subject: string; criterion: string }[] = []
  for (const subject of subjects) {
    if (subject.id === null) continue
    const now = findings.get(subject.id) ?? []
    const then = new Map((published.get(subject.id) ?? []).map((row) => [row.criterion, row]))
    const different = now.filter((finding) => !same(then.get(finding.criterion), finding))
    const old = earlier.get(subject.id)
    const again =
      !sameRules && old && different.length > 0
        ? await engine.again(old, {
            kind: subject.kind,
            address: subject.address,
            publicBody: subject.organisation.publicBody,
          })
        : undefined
    for (const finding of now)
      tally.set(
        `${finding.criterion} ${finding.verdict}`,
        (tally.get(`${finding.criterion} ${finding.verdict}`) ?? 0) + 1,
      )
    for (const finding of different) {
      const was = then.get(finding.criterion)
      const cause = causeOf(was?.verdict, finding.verdict, again?.get(finding.criterion), {
        subjectIsNew: !earlier.has(subject.id),
        byProgram: onlyProgram(finding.criterion),
      })
      if (was) closed.push({ subject: subject.id, criterion: was.criterion })
      if (was && was.verdict !== finding.verdict) {
        changes.push({
          organisation: subject.organisation.slug,
          name: subject.organisation.name,
          criterion: finding.criterion,
          from: was.verdict,
          to: finding.verdict,
          cause,
        })
      }
      fresh.push({
        ...finding,
        municipality,
        subject: subject.id,
        from_no: no,
        to_no: null,
        cause,
        seen: JSON.stringify(finding.seen) as never,
      })
    }
    const present = new Set(now.map(({ criterion }) => criterion))
    for (const criterion of then.keys()) if (!present.has(criterion)) closed.push({ subject: subject.id, criterion })
  }
  await close(tx, municipality, no, closed)
  await insertAll(tx, 'published.finding', fresh)
  await publishBlobs(tx, store, subjects)
  // With another catalogue than before, the same findings are weighed with both: the difference is the norm's doing.
  const weighTwice = (own: readonly FindingRow[]) => {
    const then = catalogueBefore && engine.weigh(own, catalogueBefore)
    return engine
      .weigh(own, act.catalogue)
      .map((theme) =>
        then ? { ...theme, reweighed: then.find((each) => each.theme === theme.theme)?.score ?? null } : theme,
      )
  }
  const rows = organisations.map((of) => {
    const { slug, name } = of[0]!.organisation
    return {
      slug,
      name,
      themes: weighTwice(of.flatMap(({ id }) => (id === null ? [] : (findings.get(id) ?? [])))),
      of: of[0]!.organisation,
    }
  })
  await insertAll(
    tx,
    'published.organisation',
    rows.map(({ slug, name, themes, of }) => ({
      municipality,
      publication: no,
      slug,
      name,
      kind: of.kind,
      size: of.size,
      street: of.street,
      public_body: of.publicBody,
      themes: JSON.stringify(themes) as never,
    })),
  )
  await insertAll(
    tx,
    'published.subject',
    subjects.flatMap((subject) =>
      subject.id === null
        ? []
        : [
            {
              municipality,
              publication: no,
              id: subject.id,
              organisation: subject.organisation.slug,
              kind: subject.kind,
              address: subject.address,
              measured_at: subject.measuredAt,
              seen: subject.judgement !== null && subject.why === null,
              why: subject.why,
              detail: subject.detail,
              evidence: subject.evidence,
              screenshot: subject.screenshot,
              parties: JSON.stringify(subject.parties) as never,
              pages: JSON.stringify(subject.pages) as never,
              themes: JSON.stringify(engine.weigh(findings.get(subject.id) ?? [], act.catalogue)) as never,
            },
          ],
    ),
  )
  return { changes, organisations: rows, tally }
}

type Written = { verdict: VerdictWord; reason: string; seen: unknown; norm: string; strength: string }

// jsonb keeps keys in its own order, so what was written and what comes back are compared with sorted keys.
function same(a: Written | undefined, b: Written): boolean {
  return (
    a !== undefined &&
    a.verdict === b.verdict &&
    a.reason === b.reason &&
    a.norm === b.norm &&
    a.strength === b.strength &&
    stable(a.seen) === stable(b.seen)
  )
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

async function previous(tx: Kysely<Tables>, municipality: string, no: number) {
  return tx
    .selectFrom('published.publication')
    .select(['no', 'catalogue_version', 'catalogue', 'versions'])
    .where('municipality', '=', municipality)
    .where('no', '<', no)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function earlierEvidence(
  tx: Kysely<Tables>,
  municipality: string,
  no: number,
  subjects: readonly CurrentSubject[],
): Promise<Map<string, string | null>> {
  const ids = subjects.flatMap(({ id }) => (id === null ? [] : [id]))
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('published.subject')
    .select(['id', 'evidence'])
    .where('municipality', '=', municipality)
    .where('publication', '=', no)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, evidence }) => [id, evidence]))
}

/** Takes back a provisional publication as if it had not been. */
async function withdraw(tx: Kysely<Tables>, municipality: string, no: number): Promise<void> {
  await tx.deleteFrom('published.finding').where('municipality', '=', municipality).where('from_no', '=', no).execute()
  await tx
    .updateTable('published.finding')
    .set({ to_no: null })
    .where('municipality', '=', municipality)
    .where('to_no', '=', no)
    .execute()
  for (const table of ['published.organisation', 'published.subject', 'published.tally'] as const) {
    await tx.deleteFrom(table).where('municipality', '=', municipality).where('publication', '=', no).execute()
  }
  await tx.deleteFrom('published.publication').where('municipality', '=', municipality).where('no', '=', no).execute()
}

async function close(
  tx: Kysely<Tables>,
  municipality: string,
  no: number,
  rows: readonly { subject: string; criterion: string }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`update published.finding f set to_no = ${no} from unnest(${rows.map(({ subject }) => subject)}::uuid[],
    ${rows.map(({ criterion }) => criterion)}::text[]) as gone(subject, criterion)
    where f.municipality = ${municipality} and f.subject = gone.subject and f.criterion = gone.criterion
      and f.to_no is null`.execute(tx)
}

/** Findings of subjects that are no longer watched end here. */
async function closeVanished(
  tx: Kysely<Tables>,
  municipality: string,
  no: number,
  present: readonly string[],
): Promise<void> {
  await sql`update published.finding set to_no = ${no} where municipality = ${municipality} and to_no is null
    and not (subject = any(${present}::uuid[]))`.execute(tx)
}

async function publishBlobs(
  tx: Kysely<Tables>,
  store: EvidenceStore,
  subjects: readonly CurrentSubject[],
): Promise<void> {
  const hashes = subjects.flatMap(({ evidence, screenshot }) => [evidence, screenshot].filter((hash) => hash !== null))
  if (hashes.length === 0) return
  const have = new Set(
    (await tx.selectFrom('published.blob').select('hash').where('hash', 'in', hashes).execute()).map(
      ({ hash }) => hash,
    ),
  )
  for (const hash of new Set(hashes)) {
    if (have.has(hash)) continue
    const blob = await store.blob(hash)
    if (!blob) throw new NotReady(`Het bewijs ${hash} staat niet in de opslag; zonder bewijs wordt niets gepubliceerd.`)
    await tx
      .insertInto('published.blob')
      .values({ hash, ...blob })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute()
  }
}

async function insertAll<T extends keyof Tables>(
  tx: Kysely<Tables>,
  table: T,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  // 65,535 parameters is what one statement holds.
  for (let at = 0; at < rows.length; at += 1_000)
    await tx
      .insertInto(table)
      .values(rows.slice(at, at + 1_000) as never)
      .execute()
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
  }
}
