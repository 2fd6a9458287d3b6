/**
 * Measures the demo city and publishes as it fills: first as it was a year ago, then,
 * with what was repaired since measured again, as it is today.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Rules } from '../../engine/judge.ts'
import { knownOrganisations } from '../../features/organisations/store.ts'
import { currentFindings } from '../../db/findings.ts'
import { currentSubjects } from '../../publish/current-store.ts'
import { lastPublication } from '../../publish/store.ts'
import type { DemoCity } from '../../demo/city.ts'
import { REACHED_AT } from '../../demo/desk.ts'
import { fillSpearpoints } from '../../demo/groups.ts'
import { withQuestionnaire, type GroupDeps } from '../../features/groups/deps.ts'
import { totals } from '../../scoring/self-test-totals.ts'
import { followRound, startRound } from '../measuring.ts'
import type { Place } from '../place.ts'
import { progress } from '../progress.ts'
import { publishNow } from '../publishing.ts'
import { compare, type Measured } from '../../demo/self-test.ts'
import type { Reached } from '../../web/view.ts'
import type { Open } from '../session.ts'
import { say } from '../terminal.ts'
import { publishYearAgo } from './up-past.ts'

export const DEMO = 'Sluiswijk (demostad)'
/** Where the demo's municipality is told of a mistake, when the settings name no address. */
export const DEMO_CONTACT: Reached = { ...REACHED_AT, days: 5 }
const BY = { name: 'Demi Voorbeeld', function: 'medewerker publicatie van de demostad (verzonnen)' }
/** Milliseconds between two provisional publications while the city is being measured. */
const PACE = 6_000

/** Whether the city was measured and published before, and the improved city after it. */
export async function stands({ database, municipality }: Open) {
  const done = await lastPublication(database.db, municipality.id)
  return { done, measured: done !== undefined && !done.provisional && done.no >= 2 }
}

/** Measures the city and publishes as it fills, unless that was done before. */
export async function measureDemo(
  open: Open,
  place: Place,
  rules: Rules,
  city: DemoCity,
  signal: AbortSignal,
  url: string,
  deps: GroupDeps,
): Promise<void> {
  const {
    database: { db },
    municipality,
  } = open
  const { done, measured } = await stands(open)
  if (measured) {
    // Who measures her anew sees her as she is by now.
    await city.improve()
    say(`De demostad is al gemeten en gepubliceerd. Bekijk haar op ${url}`)
    return
  }
  say('De demostad wordt gemeten. U kunt de site nu al openen; zij vult zich.')
  // One that is provisional was left halfway: it is measured anew, from the beginning.
  if (done === undefined || done.provisional) {
    let last = Date.now()
    const ended = await measure(open, undefined, 'Demostad meten', signal, async () => {
      if (Date.now() - last < PACE) return
      await publishNow(open, place, rules, BY, true)
      last = Date.now()
    })
    if (!ended) return
    await selfTest(open, place, rules, city)
    await publishYearAgo(open, place, rules, BY)
    say(`De publicatie van een jaar geleden staat klaar: ${url}`)
  }
  // Some owners repair their sites: a second measurement of those has something to tell.
  const before = new Map(city.truth.map((each) => [`${each.kind} ${each.address}`, JSON.stringify(each.expected)]))
  const repaired = await city.improve()
  const addresses = new Set(
    repaired.truth
      .filter((each) => before.get(`${each.kind} ${each.address}`) !== JSON.stringify(each.expected))
      .map(({ address }) => address),
  )
  const slugs = (await knownOrganisations(db, municipality.id))
    .filter(({ websites, mailDomains }) => [...websites, ...mailDomains].some((address) => addresses.has(address)))
    .map(({ slug }) => slug)
  const again = 'Nog eens meten wat anders is geworden'
  if (slugs.length > 0 && (await measure(open, slugs, again, signal, async () => {}))) {
    const { no, summary } = await publishNow(open, place, rules, BY)
    say(`Publicatie ${no} klaar: ${summary.better} bevindingen beter, ${summary.worse} slechter`)
  }
  await fillSpearpoints({ db, municipality: municipality.id, groups: city.desk.groups }, withQuestionnaire(deps))
  say(`Klaar. Bekijk de demostad op ${url}`)
}

/** The neighbour is measured once, after the city: what it shares with it, in the name of who publishes there. */
export async function measureNeighbour(
  open: Open,
  place: Place,
  rules: Rules,
  { neighbour }: DemoCity,
  signal: AbortSignal,
): Promise<void> {
  const {
    database: { db },
    municipality,
  } = open
  if (signal.aborted || (await lastPublication(db, municipality.id)) !== undefined) return
  if (!(await measure(open, undefined, 'Buurgemeente meten', signal, async () => {}))) return
  const { naam, functie } = neighbour.people.find(({ rollen }) => rollen.includes('publisher'))!
  await publishNow(open, place, rules, { name: naam, function: `${functie} (verzonnen)` })
  say(`De buurgemeente is gemeten en gepubliceerd${municipality.site === null ? '' : `: ${municipality.site}`}`)
}

async function measure(
  open: Open,
  slugs: readonly string[] | undefined,
  label: string,
  signal: AbortSignal,
  meanwhile: () => Promise<void>,
): Promise<boolean> {
  const {
    database: { db },
    municipality,
  } = open
  const { round } = await startRound(db, municipality.id, slugs)
  const bar = progress(label)
  const state = await followRound(db, municipality.id, round, signal, async ({ done, failed, total, active }) => {
    bar.show(done + failed, total, active.map(({ address, progress: what }) => `${address}: ${what ?? ''}`).join(' | '))
    if (done > 0 && done < total) await meanwhile()
  })
  bar.end()
  return state.done + state.failed >= state.total
}

/** What this installation finds in a city whose truth is known, kept for the method page. */
async function selfTest(
  { database: { db }, municipality }: Open,
  { data }: Place,
  rules: Rules,
  city: DemoCity,
): Promise<void> {
  const subjects = (await currentSubjects(db, municipality.id)).filter(({ judgement }) => judgement !== null)
  const findings = await currentFindings(
    db,
    municipality.id,
    subjects.map(({ judgement }) => judgement!),
  )
  const measured: Measured[] = subjects.map(({ id, kind, address }) => ({
    kind,
    address,
    findings: findings.get(id!) ?? [],
  }))
  const { selfTest: result } = compare(city.truth, measured, rules.catalogue, new Date().toISOString())
  writeFileSync(path.join(data, 'self-test.json'), JSON.stringify(result, null, 2))
  const { recall, falseAlarms, hits, misses } = totals(result)
  say(
    `Zelftest tegen de bekende waarheid van de demostad: ${hits} van ${hits + misses} tekortkomingen gezien ` +
      `(${Math.round(recall * 100)}%), ${falseAlarms} valse meldingen`,
  )
}
