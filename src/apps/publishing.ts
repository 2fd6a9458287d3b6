/** Publishes with this installation's rules: hands the publishing act what it needs of the engine. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { barriersSince, judgeAgain } from '../engine/again.ts'
import { judgeElsewhereAsBefore } from '../engine/elsewhere.ts'
import type { Rules } from '../engine/judge.ts'
import { weigh } from '../scoring/weigh.ts'
import type { Engine } from '../publish/engine.ts'
import { publish, type Published } from '../publish/publish.ts'
import type { Act } from '../publish/store.ts'
import { askSecondLooks } from '../features/scans/second-look-store.ts'
import { newestEvidence } from '../features/scans/judgements-store.ts'
import { todayIn } from '../web/language.ts'
import type { SelfTest } from '../model/publication.ts'
import type { Place } from './place.ts'
import { listsVersion } from './rules.ts'
import { lookPlan } from './second-looks.ts'
import type { Open } from './session.ts'

export type By = { readonly name: string; readonly function: string }

/** Publishes what is known now, in the name of a person. Throws NotReady when something must be done first. */
export async function publishNow(
  open: Open,
  place: Place,
  rules: Rules,
  by: By,
  provisional = false,
): Promise<Published> {
  const { database, store, municipality } = open
  const act = await actOf(open, place, rules, by, provisional)
  const published = await publish(database.db, store, engineOf(open, rules), act)
  // What waits was asked for by who measured it; not where that was before anybody waited.
  await database.db.transaction().execute((tx) =>
    askSecondLooks(
      tx,
      published.waiting.map(({ subject }) => ({ municipality: municipality.id, subject })),
      lookPlan(),
    ),
  )
  return published
}

/** What the publishing act needs of the engine. */
export const engineOf = ({ store }: Pick<Open, 'store'>, rules: Rules): Engine => ({
  weigh: (findings, catalogue) => weigh(findings, catalogue).themes,
  again: async (evidence, subject) => judgeAgain(await store.evidence(evidence), subject, rules),
  since: async (before, after) => barriersSince(await store.evidence(before), await store.evidence(after), rules),
  elsewhere: async (then, now, subject) =>
    judgeElsewhereAsBefore(await store.evidence(then), await store.evidence(now), subject, rules),
})

/** The act of this person, with the norms, lists and versions in force. */
export const actOf = async (
  { database: { db }, store, municipality }: Open,
  place: Place,
  rules: Rules,
  by: By,
  provisional = false,
): Promise<Act> => ({
  municipality: municipality.id,
  by,
  provisional,
  catalogue: rules.catalogue,
  lists: listsVersion(rules),
  versions: { ...rules.lists.versions, ...(await newestVersions(db, municipality.id, store)) },
  selfTest: readSelfTest(place),
  apart: lookPlan().hours,
  today: todayIn(),
})

/** Versions of browser and the like, as the newest evidence tells them. */
async function newestVersions(
  db: Open['database']['db'],
  municipality: string,
  store: Open['store'],
): Promise<Readonly<Record<string, string>>> {
  const newest = await newestEvidence(db, municipality)
  return newest === undefined ? {} : (await store.evidence(newest)).versions
}

/** The last self-test of this installation, if there was one. */
function readSelfTest({ data }: Place): SelfTest | null {
  const file = path.join(data, 'self-test.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SelfTest) : null
}
