/**
 * Loads the demo city on an empty database, measures it and publishes as it fills: first as it was a year ago, then,
 * with what was repaired since measured again, as it is today.
 */
import { registerFor } from '../../catalogue/registers.ts'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Rules } from '../../engine/judge.ts'
import type { CovenantTemplate } from '../../model/covenant.ts'
import type { Scenario } from '../../model/exercise.ts'
import type { RequestKind } from '../../model/request.ts'
import { readOrganisationsCsv } from '../../features/organisations/csv.ts'
import { importOrganisations, knownOrganisations } from '../../features/organisations/store.ts'
import { currentFindings } from '../../db/findings.ts'
import { showMail } from '../../db/messages.ts'
import { currentSubjects } from '../../publish/current-store.ts'
import { lastPublication } from '../../publish/store.ts'
import type { DemoCity } from '../../demo/city.ts'
import { fillCovenants } from '../../demo/covenants.ts'
import { fillDesk, REACHED_AT, type DemoDesk } from '../../demo/desk.ts'
import { fillGroups, fillSpearpoints } from '../../demo/groups.ts'
import { withQuestionnaire, type GroupDeps } from '../../features/groups/deps.ts'
import { fillRegisters, type DemoRegisters } from '../../demo/registers.ts'
import { fillSigned } from '../../demo/signed.ts'
import { fillBadges } from '../../demo/badges.ts'
import { fillBuddies } from '../../demo/buddies.ts'
import { fillExercises } from '../../demo/exercises.ts'
import { fillLessons } from '../../demo/lessons.ts'
import { fillCourses } from '../../demo/courses.ts'
import { fillPractices } from '../../demo/practices.ts'
import { fillEvents } from '../../demo/events.ts'
import { fillHacks } from '../../demo/hacks.ts'
import { fillRatings } from '../../demo/ratings.ts'
import { fillReports } from '../../demo/reports.ts'
import { fillRequests } from '../../demo/requests.ts'
import { fillStreets } from '../../demo/streets.ts'
import { fillWarnings } from '../../demo/warnings.ts'
import { fillCampaigns } from '../../demo/campaigns.ts'
import { fillTenders } from '../../demo/tenders.ts'
import type { TenderDeps } from '../../features/tenders/draft.ts'
import { followRound, startRound } from '../measuring.ts'
import type { Place } from '../place.ts'
import { progress } from '../progress.ts'
import { publishNow } from '../publishing.ts'
import { compare, totals, type Measured } from '../../demo/self-test.ts'
import type { Reached } from '../../web/view.ts'
import type { Open } from '../session.ts'
import { say } from '../terminal.ts'
import { probeNow } from '../rules.ts'
import { publishYearAgo } from './up-past.ts'

export const DEMO = 'Sluiswijk (demostad)'
/** Where the demo's municipality is told of a mistake, when the settings name no address. */
export const DEMO_CONTACT: Reached = { ...REACHED_AT, days: 5 }
const BY = { name: 'Demi Voorbeeld', function: 'medewerker publicatie van de demostad (verzonnen)' }
/** Milliseconds between two provisional publications while the city is being measured. */
const PACE = 6_000

/** Throws the signal's reason when it is stopped while the desk is filled. */
export async function runDemo(
  open: Open,
  place: Place,
  rules: Rules,
  city: DemoCity,
  signal: AbortSignal,
  url: string,
  {
    questionnaires,
    print,
    files,
    registers,
    uploads,
    key,
    templates,
    ...more
  }: GroupDeps &
    TenderDeps &
    Pick<DemoDesk, 'questionnaires' | 'print' | 'files'> &
    Pick<DemoRegisters, 'registers' | 'uploads'> & {
      readonly key: Buffer
      readonly templates: readonly CovenantTemplate[]
      readonly requestKinds: readonly RequestKind[]
      readonly exercises: readonly Scenario[]
    },
): Promise<void> {
  const {
    database: { db },
    municipality,
  } = open
  const done = await lastPublication(db, municipality.id)
  const measured = done !== undefined && !done.provisional && done.no >= 2
  if (!measured) await importOrganisations(db, municipality.id, readOrganisationsCsv(Buffer.from(city.csv)))
  await showMail(db)
  // Also of a demo that a version without people left behind: else nobody could sign in. With people it does nothing.
  await fillDesk({ db, municipality: municipality.id, desk: city.desk, questionnaires, print, files, signal })
  await fillRegisters({ db, municipality: municipality.id, registers, entries: city.desk.entries, uploads, signal })
  await fillReports({ db, municipality: municipality.id, key })
  const products = registerFor(registers, 'product')
  if (products) await fillRatings({ db, municipality: municipality.id, register: products.id })
  await fillRequests({ db, municipality: municipality.id, kinds: more.requestKinds, key })
  await fillBadges({ db, municipality: municipality.id }, more.catalogue.norms)
  await fillLessons({ db, municipality: municipality.id, key })
  await fillPractices({ db, municipality: municipality.id })
  await fillCourses({ db, municipality: municipality.id })
  await fillEvents({ db, municipality: municipality.id })
  await fillHacks({ db, municipality: municipality.id })
  await fillCovenants({
    db,
    municipality,
    covenants: city.desk.covenants,
    people: city.desk.people,
    templates,
    norms: more.catalogue.norms,
  })
  await fillGroups({ db, municipality: municipality.id, groups: city.desk.groups, rules: more.groupRules })
  await fillStreets({
    db,
    municipality: municipality.id,
    streets: city.desk.streets,
    deps: { key, catalogue: rules.catalogue, questionnaires },
  })
  await fillSigned({
    db,
    municipality,
    signed: city.desk.signed,
    people: city.desk.people,
    house: { norms: more.catalogue.norms, registers },
    templates,
    key,
    print,
    files,
    origin: url,
    signal,
  })
  await fillWarnings({ db, municipality, origin: url })
  await fillBuddies({ db, municipality, origin: url })
  await fillCampaigns({ db, municipality: municipality.id, norms: more.catalogue.norms, probe: probeNow(rules) })
  await fillExercises({ db, municipality, exercises: more.exercises, catalogue: more.catalogue })
  await fillTenders({ db, municipality, deps: { ...more, registers, print, files } })
  say(`De balie is gevuld: kies op ${url}/balie wie u bent.`)
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
  if (slugs.length > 0 && (await measure(open, slugs, 'Nog eens meten wat is verbeterd', signal, async () => {}))) {
    const { no, summary } = await publishNow(open, place, rules, BY)
    say(`Publicatie ${no} klaar: ${summary.better} bevindingen beter, ${summary.worse} slechter`)
  }
  await fillSpearpoints(
    { db, municipality: municipality.id, groups: city.desk.groups },
    withQuestionnaire({ ...more, questionnaires }),
  )
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
