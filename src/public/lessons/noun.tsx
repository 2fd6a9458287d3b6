/** Lessons: what there is to learn here, step by step, for who is no learner that we know. */
import { line } from '../../lib/csv-write.ts'
import type { Lesson } from '../../model/lesson.ts'
import { refuse } from '../../web/refuse.ts'
import type { Published, PublicPage, Request } from '../published.ts'
import { askedText } from '../view.ts'
import { givenIn } from './answers.ts'
import { addLessons, lessonData } from './api.ts'
import { findLessons } from './find.ts'
import { lessonPath } from '../../web/lesson/path.ts'
import { says } from './messages.ts'
import { EndPage } from './page-end.tsx'
import { LessonsPage } from './page-list.tsx'
import { PaperPage, TogetherPage } from './page-paper.tsx'
import { StartPage } from './page-start.tsx'
import { StepPage } from './page-step.tsx'

/** Of these lessons. */
export function lessonsOf(lessons: readonly Lesson[]): Published {
  const lessonAt = ({ c }: Request): Lesson => lessons.find(({ id }) => id === c.req.param('lesson')) ?? refuse('page')
  /** A page on which nothing can be reported: one thing is enough on a screen. */
  const calm = ({ view }: Request) => ({ ...view, wrong: undefined })

  const listPage: PublicPage['answer'] = async ({ view, c }) => {
    const q = askedText(c, 'q')
    return { body: <LessonsPage view={view} q={q} found={findLessons(lessons, q)} all={lessons} /> }
  }
  const stepPage: PublicPage['answer'] = async (asked) => {
    const lesson = lessonAt(asked)
    const at = Number(asked.c.req.param('step'))
    const step = lesson.steps[at - 1] ?? refuse('page')
    const given = step.question ? givenIn(step.question, new URL(asked.c.req.url).searchParams) : undefined
    return { body: <StepPage view={calm(asked)} lesson={lesson} at={at} given={given} origin={asked.site.origin} /> }
  }
  const of = (page: (asked: Request, lesson: Lesson) => React.ReactNode): PublicPage['answer'] => {
    return async (asked) => ({ body: page(asked, lessonAt(asked)) })
  }
  return {
    id: 'lessons',
    pages: [
      { path: '/leren/lessen', answer: listPage },
      { path: '/leren/lessen/:lesson', answer: of(({ view }, lesson) => <StartPage view={view} lesson={lesson} />) },
      {
        path: '/leren/lessen/:lesson/klaar',
        answer: of((asked, lesson) => <EndPage view={calm(asked)} lesson={lesson} />),
      },
      {
        path: '/leren/lessen/:lesson/papier',
        answer: of((asked, lesson) => <PaperPage view={calm(asked)} lesson={lesson} />),
      },
      {
        path: '/leren/lessen/:lesson/samen',
        answer: of((asked, lesson) => <TogetherPage view={calm(asked)} lesson={lesson} />),
      },
      { path: '/leren/lessen/:lesson/:step{[1-9]}', answer: stepPage },
    ],
    api: { tag: 'Lessen', add: (api) => addLessons(api, lessons) },
    files: [
      {
        name: 'lessen',
        title: 'Lessen',
        text: { nl: says('nl').file, en: says('en').file },
        theme: 'EDUC',
        page: '/leren/lessen',
        lines: {
          of: 'now',
          read: async function* () {
            yield line(['id', 'versie', 'titel', 'voor', 'minuten', 'stappen', 'normen', 'wet_op', 'auteur'])
            for (const lesson of lessons) {
              const { id, versie, titel, doelgroep, minuten, stappen, normen, wetOp, auteur } = lessonData(lesson)
              yield line([id, versie, titel.nl, doelgroep, minuten, stappen.length, normen.join(' '), wetOp, auteur])
            }
          },
        },
      },
    ],
    fixed: [
      '/leren/lessen',
      ...lessons.flatMap((lesson) => [lessonPath(lesson), lessonPath(lesson, 'papier'), lessonPath(lesson, 'samen')]),
    ],
  }
}
