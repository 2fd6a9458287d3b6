/**
 * The demo city has a publication of a year ago. It rests on visits of its own, which are judged and published as any:
 * of the city as it was before some of its owners repaired their sites.
 */
import { recordAfter } from '../../db/audit.ts'
import { keepJudgements } from '../../db/findings.ts'
import { addVisitsBefore, tellYearBefore } from '../../demo/year-store.ts'
import { yearEarlier } from '../../demo/year.ts'
import type { Rules } from '../../engine/judge.ts'
import { latestVisits } from '../../features/scans/judgements-store.ts'
import { lineOf, publishIn } from '../../publish/publish.ts'
import type { Place } from '../place.ts'
import { actOf, engineOf, type By } from '../publishing.ts'
import { judgeEvidence } from '../rules.ts'
import type { Open } from '../session.ts'

/**
 * Publishes what the newest visits show as it was a year ago. In one transaction: who stops it halfway finds nothing
 * of it. What they show stays as well: it is of today.
 */
export async function publishYearAgo(open: Open, place: Place, rules: Rules, by: By): Promise<void> {
  const { database, store, municipality } = open
  const latest = await latestVisits(database.db, municipality.id)
  const seen = await Promise.all(
    latest.map(async (watcher) => {
      const evidence = await store.evidence(watcher.evidence)
      const before = yearEarlier(evidence)
      return {
        watcher,
        visit: watcher.visit,
        evidence: await store.putEvidence(before),
        now: judgeEvidence(evidence, watcher, rules),
        past: judgeEvidence(before, watcher, rules),
      }
    }),
  )
  // What two organisations share was visited once.
  const visits = [...new Map(seen.map((each) => [each.visit, each])).values()]
  const act = await actOf(open, place, rules, by)
  const made = await database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const ids = await addVisitsBefore(tx, visits)
      await keepJudgements(
        tx,
        seen.map(({ watcher, visit, past }) => ({ visit: ids.get(visit)!, watcher, judged: past })),
      )
      const published = await publishIn(tx, store, engineOf(open, rules), act)
      await tellYearBefore(tx, municipality.id, published.no, ids)
      // The judgement of today comes after it: what stands now is what was said last.
      await keepJudgements(
        tx,
        seen.map(({ watcher, visit, now }) => ({ visit, watcher, judged: now })),
      )
      return published
    })
  await recordAfter(database.db, municipality.id, lineOf(made, act))
}
