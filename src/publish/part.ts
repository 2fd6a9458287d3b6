/** Publishes a part of the organisations: what changed, and what is now said of each. */
import type { Tx } from '../db/as.ts'
import type { EvidenceStore } from '../db/evidence.ts'
import { currentFindings, standingFindings, type FindingRow } from '../db/findings.ts'
import type { Tables } from '../db/tables.ts'
import type { Catalogue } from '../model/norm.ts'
import type { Change } from '../model/publication.ts'
import type { ThemeScore } from '../model/score.ts'
import { asItCounts, EXPIRED } from '../scoring/counting.ts'
import { CONTRADICTS } from '../vocabulary/reason.ts'
import { causeOf } from './rules.ts'
import type { CurrentSubject } from './current-store.ts'
import type { Engine } from './engine.ts'
import { hold, holdSubjects } from './held-store.ts'
import { close, earlierEvidence, insertAll, publishFiles, type Act } from './store.ts'
import { SINCE } from '../vocabulary/reason.ts'
import { same } from './same.ts'
import { contradicting, type Contradicted } from './settled.ts'

type Frame = {
  readonly act: Act
  readonly no: number
  /** Which criterion asks what it asked. */
  readonly sameAsked: (criterion: string) => boolean
  readonly before: number | undefined
  readonly catalogueBefore: Catalogue | undefined
  /** Of which two looks said otherwise, by subject and criterion. */
  readonly contradicted: Contradicted
}

/** Of the subjects of a part: what is found now, what stands published, and on what evidence that was. */
type Known = {
  readonly subjects: readonly CurrentSubject[]
  readonly findings: Awaited<ReturnType<typeof currentFindings>>
  readonly published: Awaited<ReturnType<typeof standingFindings>>
  readonly earlier: ReadonlyMap<string, string | null>
}
type Ended = { readonly subject: string; readonly criterion: string }

/** Writes what is said of these organisations into publication `no`, and gives what changed. */
export async function publishPart(
  tx: Tx,
  store: EvidenceStore,
  engine: Engine,
  frame: Frame,
  organisations: readonly CurrentSubject[][],
): Promise<{
  changes: Change[]
  organisations: { slug: string; name: string; themes: readonly ThemeScore[] }[]
  tally: Map<string, number>
}> {
  const { act, no, before, catalogueBefore } = frame
  const { municipality } = act
  const subjects = organisations.flat()
  const known = await currentFindings(
    tx,
    municipality,
    subjects.flatMap(({ judgement }) => (judgement === null ? [] : [judgement])),
  )
  const findings = contradicting(frame.contradicted, countingOn(act, subjects, known))
  const published = await standingFindings(
    tx,
    municipality,
    subjects.flatMap(({ id }) => (id === null ? [] : [id])),
  )
  const earlier =
    before === undefined ? new Map<string, string | null>() : await earlierEvidence(tx, municipality, before, subjects)
  const { fresh, closed, changes } = await tellFindings(engine, frame, { subjects, findings, published, earlier })
  await close(tx, municipality, no, closed)
  await insertAll(tx, 'published.finding', fresh)
  await publishFiles(tx, store, subjects)
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
  await hold(
    tx,
    'published.organisation_held',
    no,
    rows.map(({ slug, name, themes, of }) => ({
      municipality,
      slug,
      name,
      kind: of.kind,
      size: of.size,
      street: of.street,
      public_body: of.publicBody,
      themes,
    })),
  )
  await holdSubjects(
    tx,
    no,
    subjects.flatMap((subject) =>
      subject.id === null
        ? []
        : [
            {
              municipality,
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
              parties: subject.parties,
              pages: subject.pages,
              themes: engine.weigh(findings.get(subject.id) ?? [], act.catalogue),
            },
          ],
    ),
  )
  return { changes, organisations: rows, tally: tallyOf(subjects, findings) }
}

/** What each subject says now beside what was published of it: the new rows, the ones that end, and the changes. */
async function tellFindings(
  engine: Engine,
  { act, no, sameAsked }: Frame,
  { subjects, findings, published, earlier }: Known,
): Promise<{ fresh: Tables['published.finding'][]; closed: Ended[]; changes: Change[] }> {
  const fresh: Tables['published.finding'][] = []
  const closed: Ended[] = []
  const changes: Change[] = []
  for (const subject of subjects) {
    if (subject.id === null) continue
    const { id, kind, address, organisation } = subject
    const now = findings.get(id) ?? []
    const then = new Map((published.get(id) ?? []).map((row) => [row.criterion, row]))
    const different = now.filter((finding) => !same(then.get(finding.criterion), finding))
    const old = earlier.get(id)
    const turned = different.some(({ criterion, verdict }) => (then.get(criterion)?.verdict ?? verdict) !== verdict)
    const since =
      old && subject.evidence && old !== subject.evidence && different.length > 0
        ? await engine.since(old, subject.evidence)
        : undefined
    const watched = { kind, address, publicBody: organisation.publicBody }
    const again = old && turned ? await engine.again(old, watched) : undefined
    const elsewhere =
      old && turned && subject.evidence ? await engine.elsewhere(old, subject.evidence, watched) : undefined
    for (const finding of different) {
      const { criterion, verdict } = finding
      const became = finding.reason === CONTRADICTS ? undefined : since?.get(criterion)
      const was = then.get(criterion)
      const cause = causeOf(was?.verdict, verdict, again?.get(criterion), {
        subjectIsNew: !earlier.has(id),
        sameAsked: sameAsked(criterion),
        unsure: was?.reason === CONTRADICTS || finding.reason === CONTRADICTS,
        elsewhere: elsewhere?.get(criterion),
        unseen: [was?.reason, finding.reason].some((reason) => reason === EXPIRED || reason?.startsWith('unseen.')),
      })
      if (was) closed.push({ subject: id, criterion })
      if (was && was.verdict !== verdict) {
        const { slug, name } = organisation
        changes.push({ organisation: slug, name, criterion, from: was.verdict, to: verdict, cause })
      }
      fresh.push({
        ...finding,
        municipality: act.municipality,
        subject: id,
        from_no: no,
        to_no: null,
        cause,
        seen: JSON.stringify(became ? { ...finding.seen, [SINCE]: became } : finding.seen) as never,
      })
    }
    const present = new Set(now.map(({ criterion }) => criterion))
    for (const criterion of then.keys()) if (!present.has(criterion)) closed.push({ subject: id, criterion })
  }
  return { fresh, closed, changes }
}

/** What is known of each address as it counts on the day of the act: what was measured too long ago is unknown. */
function countingOn(
  { today, catalogue }: Act,
  subjects: readonly CurrentSubject[],
  known: Known['findings'],
): Known['findings'] {
  if (today === undefined) return known
  const months = new Map(catalogue.norms.map(({ id, reviewMonths }) => [id, reviewMonths]))
  return new Map(
    subjects.flatMap(({ id, measuredAt }) => {
      const own = id === null ? undefined : known.get(id)
      if (id === null || own === undefined) return []
      const at = measuredAt?.toISOString()
      const now = own.map((each) => {
        const term = months.get(each.norm)
        return at === undefined || term === undefined ? each : asItCounts(each, at, term, today)
      })
      return [[id, now]]
    }),
  )
}

/** How often each criterion got each verdict, under `criterion verdict`. */
function tallyOf(subjects: readonly CurrentSubject[], findings: Known['findings']): Map<string, number> {
  const tally = new Map<string, number>()
  for (const { id } of subjects)
    for (const { criterion, verdict } of (id !== null && findings.get(id)) || [])
      tally.set(`${criterion} ${verdict}`, (tally.get(`${criterion} ${verdict}`) ?? 0) + 1)
  return tally
}
