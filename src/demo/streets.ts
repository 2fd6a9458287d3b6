/** The Havenstraat of the demo city: a round that is public, one in which two inspectors differ, one that is walked. */
import type { DemoRound, DemoSeen, DemoStreet } from '../../test/city/desk/streets.ts'
import { asPerson, type Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { note } from '../db/noted-findings.ts'
import { openTask } from '../db/tasks.ts'
import { findingsOf, untilOf } from '../features/streets/findings.ts'
import { answersFrom, phonePath, questionsNow, wholeRound, type StreetDeps } from '../features/streets/here.ts'
import { addLetter } from '../features/streets/outcomes-store.ts'
import { addRound, closeRound, peopleNamed } from '../features/streets/rounds-store.ts'
import { compared, hashOf, inspectionId, ownerSecret, settle, TERM_TO_REACT } from '../features/streets/rules.ts'
import { addPremises, addStreet, premisesOf } from '../features/streets/store.ts'
import { consent, react } from '../features/streets/door-store.ts'
import { toldOf } from '../features/streets/told.ts'
import { hashOfToken } from '../lib/token.ts'
import { addWorkingDays } from '../lib/working-days.ts'
import { todayIn } from '../web/language.ts'
import { DAY, isoDay, moment } from './case/moments.ts'
import { idsBy } from './store.ts'
import { dateRound, hasStreet, keepInspection, keepOutcome, keepRelease } from './streets-store.ts'

export type DemoStreets = {
  readonly db: Db
  readonly municipality: string
  readonly streets: readonly DemoStreet[]
  readonly deps: Pick<StreetDeps, 'key' | 'catalogue' | 'questionnaires'>
}

/** Adds them once, after the people and the organisations. */
export async function fillStreets(demo: DemoStreets): Promise<void> {
  const { db, municipality, streets } = demo
  if (await hasStreet(db, municipality)) return
  const people = await idsBy(db, municipality, 'person', 'email')
  const organisations = await idsBy(db, municipality, 'organisation', 'name')
  for (const street of streets) {
    const by = people.get(street.door)!
    const as = worker(db, municipality)
    const { id, premises } = await as(by, async (tx) => {
      const made = await addStreet(tx, municipality, by, street.straat)
      await addPremises(
        tx,
        municipality,
        by,
        made,
        street.panden.map(({ naam, adres, plaats: [lon, lat] }) => ({
          name: naam,
          address: adres,
          organisation: organisations.get(naam) ?? null,
          email: '',
          lon,
          lat,
        })),
      )
      await record(tx, municipality, { act: 'street.added', object: `street/${made}`, detail: { name: street.straat } })
      const there = await premisesOf(tx, municipality, made)
      return { id: made, premises: new Map(there.map((each) => [each.name, each.id])) }
    })
    for (const round of street.rondes) await tellRound(demo, { street, id, premises, people, by }, round)
  }
}

const worker =
  (db: Db, municipality: string) =>
  <T>(person: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    asPerson(db, { municipality, person, organisation: null }, 'write', work)

type In = {
  readonly street: DemoStreet
  readonly id: string
  readonly premises: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly by: string
}

/** Plans one, lets the two walk it, and what follows as far as it came. */
async function tellRound(demo: DemoStreets, here: In, round: DemoRound): Promise<void> {
  const { db, municipality, deps } = demo
  const { street, id, premises, people, by } = here
  const as = worker(db, municipality)
  const today = Date.parse(todayIn())
  const [begin, end] = [moment(round.begin, today), moment(round.einde, today)]
  const inspectors = [people.get(round.schouwers[0])!, people.get(round.schouwers[1])!] as const
  const names = round.panden ?? street.panden.map(({ naam }) => naam)
  const made = await as(by, async (tx) => {
    const planned = await addRound(tx, municipality, by, {
      street: id,
      begins: isoDay(begin),
      ends: isoDay(end),
      questions: questionsNow(deps).version,
      inspectors,
      premises: names.map((name) => premises.get(name)!),
    })
    await record(tx, municipality, { act: 'round.planned', object: `street_round/${planned}`, detail: { street: id } })
    if (!round.gesloten)
      for (const person of inspectors)
        await openTask(tx, municipality, {
          kind: 'street-walk',
          object: `street_round/${planned}`,
          whom: { person },
          text: `Loop de ronde door de ${street.straat}`,
          path: phonePath(planned),
          dueOn: isoDay(end),
        })
    return planned
  })
  const at = new Date(begin.getTime() + DAY / 8)
  for (const [name, seen] of Object.entries(round.gezien))
    for (const [index, inspector] of inspectors.entries()) {
      if (seen.alleen !== undefined && people.get(seen.alleen) !== inspector) continue
      const answers = answersOf(street, seen, index)
      const remark = index === 0 ? (seen.opmerking ?? '') : ''
      const one = premises.get(name)!
      await as(inspector, (tx) =>
        keepInspection(tx, municipality, {
          id: inspectionId(deps.key, made, one, inspector, 1),
          hash: hashOf({ answers, remark, photos: [] }),
          round: made,
          premises: one,
          inspector,
          answers,
          remark,
          at,
        }),
      )
    }
  if (round.gesloten) await as(by, (tx) => closeRound(tx, municipality, made, by))
  if (round.beslist !== undefined) await decide(demo, here, { round, made, end, at })
  await dateRound(db, municipality, made, {
    sent: new Date(end.getTime() + 2 * DAY),
    closed: round.gesloten ? end : undefined,
    published: round.openbaar && moment(round.openbaar.op, today),
  })
}

const answersOf = ({ gewoon }: DemoStreet, { anders }: DemoSeen, index: number) =>
  answersFrom({ ...gewoon, ...(anders[index] ?? anders[0]) })

type Done = { readonly round: DemoRound; readonly made: string; readonly end: Date; readonly at: Date }

/** Settles each premises, tells its owner, who may react, and makes it public by two people. */
async function decide(
  demo: DemoStreets,
  { street, id, premises, people }: In,
  { round, made, end, at }: Done,
): Promise<void> {
  const { db, municipality, deps } = demo
  const as = worker(db, municipality)
  const by = people.get(round.beslist!)!
  const questions = questionsNow(deps)
  const settledAt = new Date(end.getTime() + DAY)
  const named = await as(by, (tx) =>
    peopleNamed(tx, municipality, [by, ...round.schouwers.map((email) => people.get(email)!)]),
  )
  const functionOf = (person: string) => named.get(person)?.function ?? ''
  const seenBy = round.schouwers.map((email) => functionOf(people.get(email)!)).join(' en ')
  for (const [name, seen] of Object.entries(round.gezien)) {
    const one = premises.get(name)!
    const both = compared(questions, answersOf(street, seen, 0), answersOf(street, seen, 1))
    const chosen = Object.entries(seen.gekozen).map(([question, [answer, reason]]) => [question, { answer, reason }])
    const result = settle(both, Object.fromEntries(chosen))
    if (!('settled' in result)) throw new Error(`${name}: ${Object.values(result.problems).join(' ')}`)
    const findings = findingsOf(deps.catalogue, questions, one, result.settled, { on: isoDay(at), by: seenBy })
    const secret = ownerSecret(deps.key, made, one)
    await as(by, async (tx) => {
      await keepOutcome(tx, municipality, {
        round: made,
        premises: one,
        answers: result.settled,
        seenOn: isoDay(at),
        until: untilOf(findings, isoDay(at)),
        by,
        at: settledAt,
      })
      await note(tx, municipality, by, findings)
      await record(tx, municipality, { act: 'premises.decided', object: `premises/${one}` })
      const reactUntil = addWorkingDays(isoDay(settledAt), TERM_TO_REACT)
      await addLetter(tx, municipality, by, {
        round: made,
        premises: one,
        secret: hashOfToken(secret),
        email: '',
        outcome: 1,
        owner: 1,
        reactUntil,
      })
      await record(tx, municipality, { act: 'premises.told', object: `premises/${one}` })
    })
    if (seen.reactie !== undefined) await react(db, municipality, hashOfToken(secret), seen.reactie)
    if (seen.met_naam !== undefined) await consent(db, municipality, hashOfToken(secret), true, seen.met_naam)
  }
  if (!round.openbaar) return
  const whole = await as(by, (tx) =>
    wholeRound(tx, municipality, { ...deps, remake: async () => ({ problem: '' }) }, { street: id, round: made }),
  )
  const told = toldOf(deps.catalogue, whole!, functionOf, functionOf(by))
  const shown = moment(round.openbaar.op, Date.parse(todayIn()))
  const release = { round: made, told, at: shown }
  await as(by, async (tx) => {
    await keepRelease(tx, municipality, { ...release, no: 1, step: 'proposed', by })
    await record(tx, municipality, { act: 'round.proposed', object: `street_round/${made}` })
  })
  const publisher = people.get(round.openbaar.door)!
  await as(publisher, async (tx) => {
    await keepRelease(tx, municipality, { ...release, no: 2, step: 'published', by: publisher })
    await record(tx, municipality, { act: 'round.published', object: `street_round/${made}` })
  })
}
