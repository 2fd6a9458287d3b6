/** Exercises for everybody: what there is to practise, with sheets to print, and how often it was done. */
import type { Scenario } from '../../model/exercise.ts'
import { refuse } from '../../web/refuse.ts'
import type { Published, Request } from '../published.ts'
import { addExercises } from './api.ts'
import { CardsPage, LeaderPage } from './page-sheets.tsx'
import { ExercisePage } from './page-one.tsx'
import { ExercisesPage } from './page-list.tsx'
import { PLACE } from './place.ts'
import { figuresOf } from './store.ts'

/** Of these scenarios. */
export function exercisesOf(scenarios: readonly Scenario[]): Published {
  const one = ({ c }: Request): Scenario => scenarios.find(({ id }) => id === c.req.param('scenario')) ?? refuse('page')
  return {
    id: 'exercises',
    pages: [
      {
        path: PLACE,
        answer: async ({ site, view }) => {
          const { id } = view.municipality
          const figures = id === null ? new Map() : await figuresOf(site.db, id)
          return { body: <ExercisesPage {...{ view, scenarios, figures }} /> }
        },
      },
      {
        path: `${PLACE}/:scenario`,
        answer: async (asked) => ({ body: <ExercisePage view={asked.view} scenario={one(asked)} /> }),
      },
      {
        path: `${PLACE}/:scenario/rolkaarten`,
        answer: async (asked) => ({ body: <CardsPage view={asked.view} scenario={one(asked)} /> }),
      },
      {
        path: `${PLACE}/:scenario/spelleider`,
        answer: async (asked) => ({ body: <LeaderPage view={asked.view} scenario={one(asked)} /> }),
      },
    ],
    api: { tag: 'Oefeningen', add: (api, site) => addExercises(api, site, scenarios) },
    fixed: [PLACE, ...scenarios.map(({ id }) => `${PLACE}/${id}`)],
  }
}
