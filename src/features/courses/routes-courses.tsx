/** Courses at the desk: adding, changing, looking at one, calling off a meeting or all of it. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { isDate } from '../../lib/iso-date.ts'
import { go, missing, page, tooLate, type Asked, type Route } from '../../web/desk/route.ts'
import { readForm, text, thatIs, word } from '../../web/desk/schema.ts'
import { CLASH, sameAs } from '../../web/desk/clash.ts'
import { addCourse, cancelSession, changeCourse, sessionsOf } from './course-store.ts'
import { COURSE_ACROSS, courseIn, meetingProblem, providerProblem } from './entry.ts'
import { courseTyped, COURSE_FIELDS, newCourse } from './fields.ts'
import { CourseFormPage } from './form-course.tsx'
import { coursePath, mayKeep, type Door } from './here.ts'
import { keeperName } from '../../db/keeper.ts'
import { CoursePage, type CourseProps } from './page-course.tsx'
import { byOf, STATE } from './routes-places.tsx'
import { peopleOf } from './signups-store.ts'
import { checkEntry, courseById, endEntry, placesToChoose, type Course } from './store.ts'

type A = Asked<Tx>
const MEET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/
const MEETING = {
  les: word(thatIs((typed) => MEET.test(typed) && isDate(typed.slice(0, 10)), 'Kies een les.')),
  waarom: text(200),
}

/** Whether somebody keeps a course that they give: then the database shows who has a place. */
export const givesOf = (door: Door, { who }: A, { organisation }: Course): boolean =>
  organisation === who.organisation && mayKeep(door, who)

/** The page of a course, with what was typed on it. */
export async function shownCourse(door: Door, asked: A, course: Course, more: Partial<CourseProps> = {}) {
  const { tx, municipality, view, today } = asked
  const sessions = await sessionsOf(tx, municipality.id, course.id)
  const people = await peopleOf(tx, municipality.id, course.id)
  return (
    <CoursePage {...{ view, door, today, course, sessions, people }} gives={givesOf(door, asked, course)} {...more} />
  )
}

type Read = ReturnType<typeof readCourse>
/** What was typed of a course, with its meetings, or what is not right about it. */
function readCourse({ sent, today, who }: A, places: readonly { readonly id: string }[], was?: Course) {
  const { typed, held, problems } = readForm(COURSE_FIELDS, sent, COURSE_ACROSS)
  if (!held) return { typed, problems, made: undefined }
  const key = was?.key ?? ''
  const other = providerProblem(who.organisation, held.aanbieder, was?.provider)
  if (other !== undefined) return { typed, problems: { aanbieder: other }, made: undefined }
  const made = courseIn(held, { today, key })
  const wrong =
    made.row.place !== null && !places.some(({ id }) => id === made.row.place)
      ? { plek: 'Kies een plek uit de lijst.' }
      : meetingProblem(made.meetings) === undefined
        ? undefined
        : { eerste: meetingProblem(made.meetings)! }
  return { typed, problems: wrong ?? problems, made: wrong ? undefined : made }
}
const formOf = (
  door: Door,
  { view }: A,
  read: Pick<Read, 'typed' | 'problems'>,
  more: {
    readonly id: string | undefined
    readonly places: Awaited<ReturnType<typeof placesToChoose>>
    readonly basis?: string
  },
) => <CourseFormPage {...{ view, door, ...read, ...more }} />

export const courseRoutes = (door: Door): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: `${door.base}/cursus/nieuw`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, who, query } = asked
      const places = await placesToChoose(tx, municipality.id)
      const chosen = places.find(({ id }) => id === query.get('plek'))?.id ?? ''
      const typed = newCourse(await keeperName(tx, municipality, who), chosen)
      return page(formOf(door, asked, { typed, problems: {} }, { id: undefined, places }))
    },
  },
  {
    method: 'POST',
    path: `${door.base}/cursus/nieuw`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality } = asked
      const places = await placesToChoose(tx, municipality.id)
      const read = readCourse(asked, places)
      if (!read.made) return page(formOf(door, asked, read, { id: undefined, places }), 422)
      const id = await addCourse(tx, byOf(asked), read.made.row, read.made.meetings)
      await record(tx, municipality.id, { act: 'course.added', object: `course/${id}`, detail: {} })
      return go(coursePath(door, id), 'De cursus staat op de openbare site.')
    },
  },
  {
    method: 'GET',
    path: `${door.base}/cursus/:course`,
    may: door.read,
    answer: async (asked) => {
      const course = await courseById(asked.tx, asked.municipality.id, asked.params['course']!)
      return course ? page(await shownCourse(door, asked, course)) : missing
    },
  },
  {
    method: 'GET',
    path: `${door.base}/cursus/:course/wijzigen`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, params } = asked
      const course = await courseById(tx, municipality.id, params['course']!)
      if (!course) return missing
      const places = await placesToChoose(tx, municipality.id)
      const read = { typed: courseTyped(course), problems: {} }
      return page(formOf(door, asked, read, { id: course.id, places, basis: sameAs(course) }))
    },
  },
  {
    method: 'POST',
    path: `${door.base}/cursus/:course/wijzigen`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, params, sent } = asked
      const course = await courseById(tx, municipality.id, params['course']!)
      if (!course) return missing
      const places = await placesToChoose(tx, municipality.id)
      const read = readCourse(asked, [...places, { id: course.place ?? '' }], course)
      const more = { id: course.id, places, basis: sameAs(course) }
      if (!read.made) return page(formOf(door, asked, read, more), 422)
      if (sent.mark('basis') !== more.basis) return page(formOf(door, asked, { ...read, problems: CLASH }, more), 409)
      await changeCourse(tx, byOf(asked), course.id, read.made.row, read.made.meetings)
      await record(tx, municipality.id, { act: 'course.changed', object: `course/${course.id}`, detail: {} })
      return go(coursePath(door, course.id), 'De wijziging staat op de openbare site.')
    },
  },
  {
    method: 'POST',
    path: `${door.base}/cursus/:course/nagekeken`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, params, today } = asked
      const course = await courseById(tx, municipality.id, params['course']!)
      if (!course) return missing
      await checkEntry(tx, byOf(asked), 'course', course.id, today)
      await record(tx, municipality.id, { act: 'course.checked', object: `course/${course.id}`, detail: {} })
      return go(coursePath(door, course.id), 'Op de site staat dat u het vandaag nakeek.')
    },
  },
  {
    method: 'POST',
    path: `${door.base}/cursus/:course/les`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, params, sent, today } = asked
      const course = await courseById(tx, municipality.id, params['course']!)
      if (!course) return missing
      if (!(await sessionsOf(tx, municipality.id, course.id)).some(({ on }) => on >= today))
        return tooLate('Er komt geen les meer.')
      const { typed, held, problems } = readForm(MEETING, sent)
      if (!held) return page(await shownCourse(door, asked, course, { problems, typed }), 422)
      const [on = '', from = ''] = held.les.split('T')
      const cancelled = sent.mark('gaat') !== 'door'
      const why = cancelled ? held.waarom : ''
      if (!(await cancelSession(tx, municipality.id, course.id, { on, from, cancelled, why })))
        return tooLate(cancelled ? 'Deze les viel al uit.' : 'Deze les ging al door.')
      await record(tx, municipality.id, {
        act: cancelled ? 'course.session-cancelled' : 'course.session-restored',
        object: `course/${course.id}`,
        detail: { on },
      })
      return go(
        coursePath(door, course.id),
        cancelled ? 'Op de site staat dat de les uitvalt. Bel wie een plaats heeft.' : 'De les gaat toch door.',
      )
    },
  },
  {
    method: 'POST',
    path: `${door.base}/cursus/:course/stand`,
    may: door.keep,
    answer: async ({ tx, municipality, params, sent }) => {
      const course = await courseById(tx, municipality.id, params['course']!)
      if (!course) return missing
      const { held } = readForm(STATE, sent)
      if (!held) return go(coursePath(door, course.id))
      if (!(await endEntry(tx, municipality.id, 'course', course.id, held.stand))) return tooLate('Dit was al zo.')
      await record(tx, municipality.id, {
        act: 'course.called-off',
        object: `course/${course.id}`,
        detail: { state: held.stand },
      })
      return go(
        coursePath(door, course.id),
        held.stand === 'ended'
          ? 'Op de site staat dat de cursus niet doorgaat. Bel wie een plaats had.'
          : 'De cursus gaat toch door.',
      )
    },
  },
]
