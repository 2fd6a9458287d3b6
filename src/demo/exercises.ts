/** Exercises in the demo city: one that was played, with measures in every state, and one that is planned. */
import { asClock, asPerson, type Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { note } from '../db/noted-findings.ts'
import { openTask } from '../db/tasks.ts'
import { addMeasure, addProof, measureById } from '../features/exercises/measure-store.ts'
import { addEvent, eventsOf, moveExercise, planExercise, setPlayers } from '../features/exercises/store.ts'
import { countExercises } from '../features/exercises/timers-store.ts'
import { daysAfter } from '../lib/iso-date.ts'
import type { Scenario } from '../model/exercise.ts'
import type { Catalogue } from '../model/norm.ts'
import { lastDayOf } from '../scoring/counting.ts'
import { todayIn } from '../web/language.ts'
import { LEADER, PLAYED, TO_COME, type Played } from './exercise-stories.ts'
import { exerciseBegan, exerciseWas, hasExercises } from './exercises-store.ts'
import { idsBy, staffOf } from './store.ts'

type Demo = {
  readonly db: Db
  readonly municipality: { readonly id: string }
  readonly exercises: readonly Scenario[]
  readonly catalogue: Pick<Catalogue, 'norms'>
}

/** Tells them once, after the people of the desk and the organisations. */
export async function fillExercises({ db, municipality, exercises, catalogue }: Demo): Promise<void> {
  const { id: m } = municipality
  if (await hasExercises(db, m)) return
  const [people, today] = [await staffOf(db, m), todayIn()]
  const organisations = await idsBy(db, m, 'organisation', 'name')
  const leader = people.get(LEADER)?.id
  if (leader === undefined) return
  const as = <T>(email: string, work: (tx: Tx, person: string) => Promise<T>) => {
    const who = people.get(email)!
    return asPerson(db, { municipality: m, person: who.id, organisation: who.organisation }, 'write', (tx) =>
      work(tx, who.id),
    )
  }
  /** Plans one; undefined where its scenario or organisation is not there. */
  async function plan(
    story: Pick<Played, 'scenario' | 'organisation' | 'starts' | 'place' | 'observer' | 'players'>,
    on: string,
  ) {
    const scenario = exercises.find(({ id }) => id === story.scenario)
    const organisation = organisations.get(story.organisation)
    if (!scenario || !organisation) return undefined
    const { starts, place, observer } = story
    return as(LEADER, async (tx, by) => {
      const when = { plannedOn: on, starts, place, observer, leader: by }
      const id = await planExercise(tx, m, by, { scenario, organisation, ...when })
      await setPlayers(tx, m, id, by, story.players)
      await record(tx, m, { act: 'exercise.planned', object: `exercise/${id}`, detail: { scenario: scenario.id } })
      return { id, scenario, organisation }
    })
  }

  for (const story of PLAYED) {
    const made = await plan(story, today)
    if (made) await play(story, made)
  }
  for (const story of TO_COME) {
    const on = daysAfter(today, story.within)
    const made = await plan(story, on)
    if (made)
      await as(LEADER, (tx, person) =>
        openTask(tx, m, {
          kind: 'exercise-lead',
          object: `exercise/${made.id}`,
          whom: { person },
          text: `Leid de oefening: ${made.scenario.title.nl}`,
          path: `/balie/oefeningen/${made.id}`,
          dueOn: on,
        }),
      )
  }
  await asClock(db, m, (tx) => countExercises(tx, { municipality }))

  async function play(story: Played, { id, organisation }: { readonly id: string; readonly organisation: string }) {
    await as(LEADER, (tx) => moveExercise(tx, m, id, { state: 'running' }))
    await exerciseBegan(db, m, id, story.lasted)
    const findings = await as(LEADER, async (tx, by) => {
      await addEvent(tx, m, id, by, { kind: 'started', minute: 0 })
      for (const [message, minute] of story.given.entries())
        await addEvent(tx, m, id, by, { kind: minute === null ? 'skipped' : 'sent', minute: minute ?? 0, message })
      for (const line of story.happens) await addEvent(tx, m, id, by, line)
      await addEvent(tx, m, id, by, { kind: 'ended', minute: story.lasted })
      await moveExercise(tx, m, id, { state: 'ended', result: story.result })
      await record(tx, m, { act: 'exercise.ended', object: `exercise/${id}`, detail: {} })
      const events = await eventsOf(tx, m, id)
      return new Map(events.map((each) => [each.text, each.id]))
    })
    for (const { owner, due, proof, accepted, finding = '', doer = '', doerRole = '', ...words } of story.measures) {
      const person = people.get(owner)?.id
      if (person === undefined) continue
      const measure = await as(LEADER, (tx, by) =>
        addMeasure(tx, m, id, by, {
          ...words,
          owner: person,
          dueOn: daysAfter(today, due),
          finding: findings.get(finding) ?? null,
          doer,
          doerRole,
        }),
      )
      if (proof !== undefined)
        await as(owner, async (tx) => addProof(tx, m, (await measureById(tx, m, measure))!, person, { text: proof }))
      if (accepted !== undefined)
        await as(LEADER, async (tx, by) => {
          await addProof(tx, m, (await measureById(tx, m, measure))!, by, { text: accepted, verdict: 'accepted' })
        })
    }
    await exerciseWas(db, m, id, story.daysAgo)
    await as(LEADER, (tx, by) => shown(tx, by, story, { id, organisation }))
  }

  type Made = { readonly id: string; readonly organisation: string }
  async function shown(tx: Tx, by: string, story: Played, { id: exercise, organisation }: Made) {
    const on = daysAfter(today, -story.daysAgo)
    const title = exercises.find(({ id }) => id === story.scenario)!.title.nl
    const norms = catalogue.norms.filter(({ id }) =>
      story.shows.some(({ criterion }) => criterion.startsWith(`${id}.`)),
    )
    await note(
      tx,
      m,
      by,
      story.shows.flatMap(({ criterion, verdict, seen }) =>
        norms
          .filter(({ id }) => criterion.startsWith(`${id}.`))
          .map(({ id: norm, reviewMonths }) => ({
            source: 'inspection' as const,
            about: { kind: 'organisation' as const, id: organisation },
            norm,
            criterion,
            verdict,
            strength: 'witnessed' as const,
            said: `Oefening “${title}”: ${seen}`,
            seenBy: story.observer,
            exercise,
            at: on,
            until: lastDayOf(on, reviewMonths),
          })),
      ),
    )
  }
}
