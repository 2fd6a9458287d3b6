/** What the pages of exercises work with, and what one of them needs of the database. */
import { notedAbout } from '../../db/noted-findings.ts'
import type { Tx } from '../../db/as.ts'
import type { Scenario } from '../../model/exercise.ts'
import type { Catalogue } from '../../model/norm.ts'
import type { ExerciseState } from '../../vocabulary/exercise.ts'
import { allows } from '../../vocabulary/roles.ts'
import type { Problems } from '../../web/desk/problems.tsx'
import { missing, tooLate, type Asked, type Reply } from '../../web/desk/route.ts'
import { measuresOf } from './measure-store.ts'
import type { ExerciseProps, Shown } from './parts.tsx'
import { isFollowed, playedOf } from './rules.ts'
import { eventsOf, exerciseById, nameOf, playersOf, whoCanOwn, type Exercise } from './store.ts'

export type ExerciseDeps = { readonly exercises: readonly Scenario[]; readonly catalogue: Pick<Catalogue, 'norms'> }
export type A = Asked<Tx>

/** Criteria of which an exercise shows something, as the catalogue has them now. */
export function showsOf({ content }: Exercise, { norms }: Pick<Catalogue, 'norms'>) {
  const criteria = norms.flatMap((norm) => norm.criteria)
  return content.shows.flatMap((id) => {
    const found = criteria.find((each) => each.id === id)
    return found
      ? [
          {
            id,
            title: found.title.nl,
            watched: found.means.by === 'person',
            norm: found.norm,
            follows: content.afterMeasures.includes(id),
          },
        ]
      : []
  })
}

/** What was said of it, by criterion. */
async function shownOf(tx: Tx, municipality: string, { organisation, endedOn, content }: Exercise): Promise<Shown> {
  const noted = await notedAbout(tx, municipality, [{ kind: 'organisation', id: organisation }])
  const own = noted.filter(
    ({ at, source, criterion }) => at === endedOn && source === 'inspection' && content.shows.includes(criterion),
  )
  return new Map(own.map(({ id, criterion, verdict, said }) => [criterion, { noted: id, verdict, said }]))
}

/** All that the page of one shows to who is here. */
export async function propsOf(
  asked: A,
  exercise: Exercise,
  deps: ExerciseDeps,
  problems?: Problems,
): Promise<ExerciseProps> {
  const { tx, municipality, view, today, who } = asked
  const { id, organisation, leader, state } = exercise
  const leads = allows(who.roles, 'exercise.lead')
  const weighs = state === 'ended' && allows(who.roles, 'exercise.weigh')
  const [events, measures] = [await eventsOf(tx, municipality.id, id), await measuresOf(tx, municipality.id, id)]
  return {
    view,
    exercise,
    today,
    now: new Date(),
    leader: await nameOf(tx, municipality.id, leader),
    players: await playersOf(tx, municipality.id, id),
    events,
    measures,
    followed: isFollowed(events, measures),
    part: playedOf(exercise.content, events, new Date()),
    owners: leads && state === 'ended' ? await whoCanOwn(tx, municipality.id, organisation) : [],
    leads,
    shows: weighs ? showsOf(exercise, deps.catalogue) : [],
    shown: weighs ? await shownOf(tx, municipality.id, exercise) : new Map(),
    ...(problems && { problems, typed: asked.sent }),
  }
}

const NOT_SO: Readonly<Record<ExerciseState, string>> = {
  planned: 'Deze oefening is al begonnen of afgezegd.',
  running: 'Deze oefening loopt niet.',
  ended: 'Deze oefening is nog niet gespeeld.',
  cancelled: '',
}

/** Does something with an exercise that is there. */
export type Act = (asked: A, exercise: Exercise, deps: ExerciseDeps) => Promise<Reply>

/** Does an act with the exercise of the address, while it is so. */
export const withExercise = (deps: ExerciseDeps, act: Act, state?: ExerciseState) => async (asked: A) => {
  const exercise = await exerciseById(asked.tx, asked.municipality.id, asked.params['exercise']!)
  if (!exercise) return missing
  return state === undefined || exercise.state === state ? act(asked, exercise, deps) : tooLate(NOT_SO[state])
}
