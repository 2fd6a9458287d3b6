/** Fills the desk of the demo city: its people, their work and what residents sent, each told once. */
import { registerFor } from '../../catalogue/registers.ts'
import type { Rules } from '../../engine/judge.ts'
import type { CovenantTemplate } from '../../model/covenant.ts'
import type { Scenario } from '../../model/exercise.ts'
import type { RequestKind } from '../../model/request.ts'
import { readOrganisationsCsv } from '../../features/organisations/csv.ts'
import { importOrganisations } from '../../features/organisations/store.ts'
import { showMail } from '../../db/messages.ts'
import type { DemoCity } from '../../demo/city.ts'
import { fillCovenants } from '../../demo/covenants.ts'
import { fillDesk, type DemoDesk } from '../../demo/desk.ts'
import { fillGroups } from '../../demo/groups.ts'
import { type GroupDeps } from '../../features/groups/deps.ts'
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
import type { Open } from '../session.ts'
import { say } from '../terminal.ts'
import { probeNow } from '../rules.ts'
import { stands } from './up-demo.ts'

/**
 * Fills the desk, as far as it is not filled yet. The clock does not run meanwhile: what it counts of half a story
 * would stand as its figure. Throws the signal's reason when it is stopped.
 */
export async function fillDemo(
  open: Open,
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
  if (!(await stands(open)).measured)
    await importOrganisations(db, municipality.id, readOrganisationsCsv(Buffer.from(city.csv)))
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
}
