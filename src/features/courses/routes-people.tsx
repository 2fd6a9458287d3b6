/** Who has a place on a course: the list to phone with, that everybody was phoned, and taking somebody off. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { readPhone } from '../../lib/phone.ts'
import { forbidden, go, missing, page, type Route } from '../../web/desk/route.ts'
import { readForm, text, thatIs } from '../../web/desk/schema.ts'
import { sessionsOf } from './course-store.ts'
import { coursePath, type Door } from './here.ts'
import { PhonePage } from './page-phone.tsx'
import { givesOf, shownCourse } from './routes-courses.tsx'
import { dropByPhone, peopleOf, phoned } from './signups-store.ts'
import { courseById } from './store.ts'

const NUMBER = {
  nummer: text(
    40,
    thatIs((typed) => readPhone(typed) !== undefined, 'Vul het telefoonnummer in, zoals 06 12 34 56 78.'),
  ),
}
const NOT_YOURS = 'Wie zich inschreef, is alleen bekend bij wie de cursus geeft.'

export const peopleRoutes = (door: Door): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: `${door.base}/cursus/:course/bellijst`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, params, view, today } = asked
      const course = await courseById(tx, municipality.id, params['course']!)
      if (!course) return missing
      if (!givesOf(door, asked, course)) return forbidden(NOT_YOURS)
      const people = await peopleOf(tx, municipality.id, course.id)
      const sessions = await sessionsOf(tx, municipality.id, course.id)
      const first = sessions.find(({ on, cancelled }) => on >= today && !cancelled)
      return page(<PhonePage {...{ view, door, course, people, first }} />)
    },
  },
  {
    method: 'POST',
    path: `${door.base}/cursus/:course/gebeld`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, params } = asked
      const course = await courseById(tx, municipality.id, params['course']!)
      if (!course) return missing
      if (!givesOf(door, asked, course)) return forbidden(NOT_YOURS)
      const count = await phoned(tx, municipality.id, course.id)
      await record(tx, municipality.id, { act: 'course.phoned', object: `course/${course.id}`, detail: { count } })
      return go(coursePath(door, course.id), 'Bij iedereen staat dat u belde.')
    },
  },
  {
    method: 'POST',
    path: `${door.base}/cursus/:course/uitschrijven`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, params, sent } = asked
      const course = await courseById(tx, municipality.id, params['course']!)
      if (!course) return missing
      if (!givesOf(door, asked, course)) return forbidden(NOT_YOURS)
      const { typed, held, problems } = readForm(NUMBER, sent)
      if (!held) return page(await shownCourse(door, asked, course, { problems, typed }), 422)
      const gone = await dropByPhone(tx, course.id, held.nummer)
      if (gone === 0) {
        const wrong = { nummer: 'Met dit nummer staat niemand op de lijst. Kijk het nummer na.' }
        return page(await shownCourse(door, asked, course, { problems: wrong, typed }), 422)
      }
      await record(tx, municipality.id, { act: 'course.signed-off', object: `course/${course.id}`, detail: {} })
      const told = 'Dit nummer is uitgeschreven. Wacht er iemand, dan krijgt wie het langst wacht de plaats.'
      return go(coursePath(door, course.id), told)
    },
  },
]
