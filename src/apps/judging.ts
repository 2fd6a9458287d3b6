/** Judges the newest evidence of every subject anew, without a visit, and tells what the norm changed. */
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import type { EvidenceStore } from '../db/evidence.ts'
import { finish, stillOurs, type Held } from '../db/jobs.ts'
import { currentVerdicts, keepJudgements, type Verdict } from '../db/findings.ts'
import type { Rules } from '../engine/judge.ts'
import { weigh } from '../scoring/weigh.ts'
import { lastCatalogue } from '../publish/last-store.ts'
import { keepSightings } from '../features/badges/sightings-store.ts'
import { keepBehind } from '../features/suppliers/keep-store.ts'
import { earlierVisits, latestVisits, type Latest } from '../features/scans/judgements-store.ts'
import type { VerdictWord } from '../model/finding.ts'
import type { ThemeId } from '../model/norm.ts'
import { behindFor } from './behind.ts'
import { judgeEvidence, listsVersion } from './rules.ts'
import { hostsByMunicipality, sightedBy } from './sighted.ts'

/** `from` null: the criterion is new; `to` null: it is no longer there. */
type Difference = {
  readonly criterion: string
  readonly from: VerdictWord | null
  readonly to: VerdictWord | null
  readonly count: number
}

export type JudgedAnew = {
  readonly judged: number
  readonly findings: number
  readonly catalogue: string
  readonly lists: string
  readonly cause: string
  readonly differences: readonly Difference[]
  readonly themes: readonly { readonly theme: ThemeId; readonly from: number; readonly to: number }[]
}

export type Judging = {
  readonly db: Db
  readonly store: EvidenceStore
  readonly municipality: string
  readonly rules: Rules
  /** The job that it is, and which attempt at it: what another attempt does by now is not kept. */
  readonly held: Held
}

/** It is another attempt's by now. */
export class Overtaken extends Error {}

/** Visits that are judged and kept together. */
const BATCH = 100

/**
 * Judges and keeps, a batch of visits per transaction: what an interruption leaves undone is done by the next attempt,
 * which begins anew; a batch that is judged twice counts once. `tell` hears how far it is.
 * Themes are told over the whole city: the verdicts before under the published weights, today's under today's.
 */
export async function judgeAnew(
  { db, store, municipality, rules, held }: Judging,
  tell: (done: number, total: number, address: string) => void,
  signal?: AbortSignal,
): Promise<JudgedAnew> {
  const visits = await latestVisits(db, municipality)
  const hosts = await hostsByMunicipality(db)
  const counts = new Map<string, Difference>()
  const before: Verdict[] = []
  const after: Verdict[] = []
  const one = interned()
  const judge = async (batch: readonly Latest[], isNewest: boolean) => {
    const [old, evidence] = await Promise.all([
      currentVerdicts(db, municipality, batch),
      Promise.all(batch.map((each) => store.evidence(each.evidence))),
    ])
    return batch.map((latest, at) => {
      const judged = judgeEvidence(evidence[at]!, latest, rules)
      const was = old.get(latest.visit) ?? []
      if (isNewest) {
        before.push(...was.map(one))
        after.push(...judged.findings.map(one))
        compare(was, judged.findings, counts)
      }
      return {
        visit: latest.visit,
        watcher: latest,
        judged,
        sighted: isNewest ? sightedBy(hosts, evidence[at]!, [latest]) : [],
        behind: isNewest ? behindFor(evidence[at]!, null, rules.lists, [latest]) : [],
      }
    })
  }
  // While the database keeps one batch, the next is judged.
  let keeping: Promise<void> = Promise.resolve()
  // What was seen before comes first, the oldest at the front: what is said last is of the newest.
  const earlier = await earlierVisits(db, municipality)
  const batches = [
    ...[...Map.groupBy(earlier, ({ turn }) => turn).values()].flatMap((all) => inBatches(all, false)),
    ...inBatches(visits, true),
  ]
  let done = 0
  for (const { batch, isNewest } of batches) {
    if (signal?.aborted) await keeping
    signal?.throwIfAborted()
    const [judged] = await Promise.all([judge(batch, isNewest), keeping])
    keeping = db
      .transaction()
      .execute(async (tx) => {
        if (!(await stillOurs(tx, held))) throw new Overtaken()
        await keepJudgements(tx, judged)
        await keepSightings(
          tx,
          judged.flatMap(({ sighted }) => sighted),
        )
        await keepBehind(
          tx,
          judged.flatMap(({ behind }) => behind),
        )
      })
      .then(() => (isNewest ? tell((done += batch.length), visits.length, batch.at(-1)!.address) : undefined))
  }
  await keeping
  const published = await lastCatalogue(db, municipality)
  const then = published ? weigh(before.filter(isKnown), published).themes : []
  const themes = weigh(after.filter(isKnown), rules.catalogue).themes.flatMap(({ theme, score }) => {
    const was = then.find((each) => each.theme === theme)?.score ?? null
    return was !== null && score !== null && was !== score ? [{ theme, from: was, to: score }] : []
  })
  const told = {
    judged: visits.length,
    findings: after.length,
    catalogue: rules.catalogue.version,
    lists: listsVersion(rules),
    cause: 'de norm is veranderd',
    differences: [...counts.values()],
    themes,
  }
  await db.transaction().execute(async (tx) => {
    if (!(await finish(tx, held, undefined, told))) throw new Overtaken()
    await record(tx, municipality, {
      act: 'findings.judged',
      object: `municipality/${municipality}`,
      detail: { visits: visits.length, catalogue: rules.catalogue.version },
    })
  })
  return told
}

const inBatches = (visits: readonly Latest[], isNewest: boolean) =>
  Array.from({ length: Math.ceil(visits.length / BATCH) }, (_, at) => ({
    batch: visits.slice(at * BATCH, (at + 1) * BATCH),
    isNewest,
  }))

// Over a whole city some is always unknown; that says nothing of the norm.
const isKnown = ({ verdict }: Verdict) => verdict !== 'unknown'

/** Adds to `counts` what differs between the verdicts before and now. */
function compare(was: readonly Verdict[], now: readonly Verdict[], counts: Map<string, Difference>): void {
  const old = new Map(was.map(({ criterion, verdict }) => [criterion, verdict]))
  const add = (criterion: string, from: VerdictWord | null, to: VerdictWord | null) => {
    const key = `${criterion} ${from} ${to}`
    counts.set(key, { criterion, from, to, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  for (const { criterion, verdict } of now) {
    const from = old.get(criterion) ?? null
    if (from !== verdict) add(criterion, from, verdict)
    old.delete(criterion)
  }
  for (const [criterion, verdict] of old) add(criterion, verdict, null)
}

/**
 * Gives for equal verdicts the same object: a city has hundreds of thousands, of a thousand kinds, and what was seen
 * may go.
 */
function interned(): (each: Verdict) => Verdict {
  const known = new Map<string, Verdict>()
  return ({ norm, criterion, verdict }) => {
    const key = `${criterion} ${verdict}`
    const same = known.get(key) ?? { norm, criterion, verdict }
    known.set(key, same)
    return same
  }
}
