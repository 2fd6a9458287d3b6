/** What can be found of the files of the installation: pages that are always there, rights, lessons and registers. */
import type { Sought } from '../../db/sought.ts'
import type { Lesson } from '../../model/lesson.ts'
import type { Register } from '../../model/register.ts'
import type { RequestKind } from '../../model/request.ts'
import type { Lang } from '../../web/language.ts'
import { lessonPath } from '../../web/lesson/path.ts'
import { DOORS } from '../together/doors.ts'
import { PAGES } from './pages.ts'

const LANGS: readonly Lang[] = ['nl', 'en']

type Files = {
  readonly lessons: readonly Lesson[]
  readonly kinds: readonly RequestKind[]
  readonly registers: readonly Register[]
}

/** All of it, once in each language. */
export const soughtIn = ({ lessons, kinds, registers }: Files): readonly Sought[] =>
  LANGS.flatMap((lang) => [
    ...PAGES.map(({ path, title, lead, words }) => ({
      source: 'page',
      key: path,
      lang,
      path,
      title: title[lang],
      keywords: words[lang],
      lead: lead[lang],
      body: '',
    })),
    // Whatever gets a door behind “Samen” is found without a line here.
    ...DOORS.filter(({ to }) => !PAGES.some(({ path }) => path === to)).map(({ to, name, text }) => ({
      source: 'page',
      key: to,
      lang,
      path: to,
      title: name[lang],
      keywords: '',
      lead: text[lang],
      body: '',
    })),
    ...kinds.map((kind) => rightOf(kind, lang)),
    ...lessons.map((lesson) => lessonOf(lesson, lang)),
    ...registers
      .filter(({ publication }) => publication !== 'never')
      .map((register) => ({
        source: 'page',
        key: `/registers/${register.id}`,
        lang,
        path: `/registers/${register.id}`,
        title: lang === 'en' ? register.titleEnglish : register.title,
        keywords: 'register',
        lead: lang === 'en' ? register.introEnglish : register.intro,
        body: '',
      })),
  ])

const rightOf = (kind: RequestKind, lang: Lang): Sought => ({
  source: 'right',
  key: kind.id,
  lang,
  path: `/rechten/${kind.id}`,
  title: kind.question[lang],
  keywords: [kind.title[lang], kind.articles.map(({ law }) => law)].flat().join(' '),
  lead: kind.gives[lang],
  body: kind.know.map((each) => each[lang]).join(' '),
})

const lessonOf = (lesson: Lesson, lang: Lang): Sought => ({
  source: 'lesson',
  key: lesson.id,
  lang,
  path: lessonPath(lesson),
  title: lesson.title[lang],
  keywords: lesson.words.join(' '),
  lead: lesson.lead[lang],
  body: lesson.steps.map(({ title, text }) => `${title[lang]}. ${text[lang]}`).join(' '),
})
