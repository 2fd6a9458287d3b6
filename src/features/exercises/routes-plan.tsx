/** The list, and planning an exercise. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { closeTasks, openTask } from '../../db/tasks.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { allows } from '../../vocabulary/roles.ts'
import { go, missing, page, tooLate, type Route } from '../../web/desk/route.ts'
import { readForm } from '../../web/desk/schema.ts'
import { none, type Problems } from '../../web/desk/problems.tsx'
import { emptyPlan, PLAN, planned, WHEN } from './fields.ts'
import { PlanPage } from './form-plan.tsx'
import type { A, ExerciseDeps } from './here.ts'
import { runningMeasures } from './measure-store.ts'
import { ExercisesPage } from './page-list.tsx'
import { PLACE } from './place.ts'
import {
  allExercises,
  changeExercise,
  exerciseById,
  planExercise,
  whoCanLead,
  whoCanPlay,
  type Exercise,
  type Planned,
} from './store.ts'

/** How far ahead one can plan. */
const FURTHEST = 730
const dayProblems = (day: string, today: string): Problems =>
  day < today
    ? { dag: 'Kies een dag die nog komt.' }
    : day > daysAfter(today, FURTHEST)
      ? { dag: 'Kies een dag binnen twee jaar.' }
      : none

async function choices({ tx, municipality }: A) {
  return {
    organisations: await whoCanPlay(tx, municipality.id),
    leaders: await whoCanLead(tx, municipality.id),
  }
}
/** A task for who leads, due on the day itself. */
const askLeader = (asked: A, id: string, { leader, plannedOn }: Planned, title: string) =>
  openTask(asked.tx, asked.municipality.id, {
    kind: 'exercise-lead',
    object: `exercise/${id}`,
    whom: { person: leader },
    text: `Leid de oefening: ${title}`,
    path: `${PLACE}/${id}`,
    dueOn: plannedOn,
  })

async function plan(asked: A, deps: ExerciseDeps) {
  const { tx, municipality, view, sent, today, who } = asked
  const chosen = await choices(asked)
  const { typed, held, problems } = readForm(PLAN, sent)
  const scenario = deps.exercises.find(({ id }) => id === typed.oefening)
  const wrong: Problems = {
    ...problems,
    ...(held && dayProblems(held.dag, today)),
    ...(held && !scenario && { oefening: 'Kies een oefening.' }),
    ...(held &&
      !chosen.organisations.some(({ id }) => id === held.organisatie) && { organisatie: 'Kies wie er oefent.' }),
    ...(held && !chosen.leaders.some(({ id }) => id === held.leider) && { leider: 'Kies wie de oefening leidt.' }),
  }
  if (!held || !scenario || Object.keys(wrong).length > 0)
    return page(<PlanPage {...{ view, typed, ...chosen }} scenarios={deps.exercises} problems={wrong} />, 422)
  const made = planned(held)
  const id = await planExercise(tx, municipality.id, who.id, { scenario, organisation: held.organisatie, ...made })
  await askLeader(asked, id, made, scenario.title.nl)
  await record(tx, municipality.id, {
    act: 'exercise.planned',
    object: `exercise/${id}`,
    detail: { scenario: scenario.id },
  })
  return go(`${PLACE}/${id}`, 'De oefening is gepland.')
}

/** With one that is still planned. */
const withPlanned = (act: (asked: A, exercise: Exercise) => Promise<ReturnType<typeof page>>) => async (asked: A) => {
  const exercise = await exerciseById(asked.tx, asked.municipality.id, asked.params['exercise']!)
  if (!exercise) return missing
  return exercise.state === 'planned' ? act(asked, exercise) : tooLate('Deze oefening is al begonnen of afgezegd.')
}

async function move(asked: A, exercise: Exercise) {
  const { tx, municipality, view, sent, today } = asked
  const chosen = await choices(asked)
  const { typed, held, problems } = readForm(WHEN, sent)
  const wrong: Problems = {
    ...problems,
    ...(held && dayProblems(held.dag, today)),
    ...(held && !chosen.leaders.some(({ id }) => id === held.leider) && { leider: 'Kies wie de oefening leidt.' }),
  }
  if (!held || Object.keys(wrong).length > 0)
    return page(<PlanPage {...{ view, typed, exercise, ...chosen }} scenarios={[]} problems={wrong} />, 422)
  const made = planned(held)
  await changeExercise(tx, municipality.id, exercise.id, made)
  await closeTasks(tx, municipality.id, `exercise/${exercise.id}`, 'all')
  await askLeader(asked, exercise.id, made, exercise.content.title.nl)
  await record(tx, municipality.id, { act: 'exercise.changed', object: `exercise/${exercise.id}`, detail: {} })
  return go(`${PLACE}/${exercise.id}`, 'De oefening is verzet.')
}

export const planRoutes = (deps: ExerciseDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/oefeningen',
    may: 'exercise.read',
    answer: async ({ tx, municipality, view, today, who }) =>
      page(
        <ExercisesPage
          {...{ view, today }}
          exercises={await allExercises(tx, municipality.id)}
          measures={await runningMeasures(tx, municipality.id)}
          mayPlan={allows(who.roles, 'exercise.lead')}
        />,
      ),
  },
  {
    method: 'GET',
    path: '/oefeningen/nieuw',
    may: 'exercise.lead',
    answer: async (asked) =>
      page(
        <PlanPage
          view={asked.view}
          typed={{ ...emptyPlan(asked.who.id), oefening: asked.query.get('oefening') ?? '' }}
          scenarios={deps.exercises}
          {...await choices(asked)}
        />,
      ),
  },
  { method: 'POST', path: '/oefeningen/nieuw', may: 'exercise.lead', answer: (asked) => plan(asked, deps) },
  {
    method: 'GET',
    path: '/oefeningen/:exercise/verzetten',
    may: 'exercise.lead',
    answer: withPlanned(async (asked, exercise) => {
      const { plannedOn, starts, place, leader, observer } = exercise
      const typed = { dag: plannedOn, tijd: starts, plek: place, leider: leader, kijker: observer }
      return page(<PlanPage view={asked.view} {...{ typed, exercise }} scenarios={[]} {...await choices(asked)} />)
    }),
  },
  { method: 'POST', path: '/oefeningen/:exercise/verzetten', may: 'exercise.lead', answer: withPlanned(move) },
]
