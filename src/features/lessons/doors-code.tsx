/** The door at which the code of an organisation raises a count by one, and nothing else is kept. */
import type { Hono } from 'hono'
import { isSpokenNumber, squeezedNumber } from '../../lib/spoken-number.ts'
import type { Lang } from '../../web/language.ts'
import { html } from '../../web/layout.tsx'
import { lessonPath } from '../../web/lesson/path.ts'
import { raiseGroup } from './door-store.ts'
import { hashOfCode } from './group-secret.ts'
import { says } from './messages.ts'
import { CodePage, CountedPage } from './page-code.tsx'
import type { WayIn, LessonDoors } from './sending.ts'

/** Adds it, in one language. */
export function addCodeDoor(app: Hono, { db, key, viewOf }: LessonDoors, way: WayIn, lang: Lang): void {
  const [t, under] = [says(lang), lang === 'en' ? '/en' : '']
  const path = `${under}/leren/lessen/:lesson/code`
  app.get(path, async (c, next) => {
    const lesson = way.lesson(c)
    if (!lesson) return next()
    const view = await viewOf(c, lang)
    if (c.req.query('geteld') !== undefined) return c.html(html(<CountedPage view={view} lesson={lesson} />))
    return c.html(html(<CodePage view={view} lesson={lesson} seal={way.newSeal()} />))
  })
  app.post(path, async (c, next) => {
    const lesson = way.lesson(c)
    if (!lesson) return next()
    const view = await viewOf(c, lang)
    return way.post(
      c,
      'link',
      async ({ problems, status }, sent) => {
        const typed = sent?.text('code') ?? ''
        return c.html(html(<CodePage {...{ view, lesson, problems, typed }} seal={way.sealAfter(sent)} />), status)
      },
      async (sent, right) => {
        const code = squeezedNumber(sent.text('code'))
        if (!isSpokenNumber(code)) return { problems: { code: t.code.bad }, status: 422 }
        const no = way.unsealed(sent)
        if (no) return no
        const { id } = view.municipality
        if (id === null || !(await raiseGroup(db, id, hashOfCode(key, code), lesson.id)))
          return { problems: { code: t.code.unknown }, status: 422, looked: true }
        await right()
        return c.redirect(`${under}${lessonPath(lesson, 'code')}?geteld`, 303)
      },
    )
  })
}
