/** The door at which a certificate is made. */
import type { Hono } from 'hono'
import { spokenCode } from '../../lib/follow-code.ts'
import type { Lang } from '../../web/language.ts'
import { html } from '../../web/layout.tsx'
import { newCertificate } from './certificate.ts'
import { addCertificate } from './door-store.ts'
import { says } from './messages.ts'
import { CHECK } from './page-check.tsx'
import { ProofPage } from './page-proof.tsx'
import type { WayIn, LessonDoors } from './sending.ts'

/** Adds it, in one language. */
export function addProofDoor(app: Hono, { db, key, viewOf, today }: LessonDoors, way: WayIn, lang: Lang): void {
  const [t, under] = [says(lang), lang === 'en' ? '/en' : '']
  const path = `${under}/leren/lessen/:lesson/bewijs`
  app.get(path, async (c, next) => {
    const lesson = way.lesson(c)
    if (!lesson) return next()
    return c.html(html(<ProofPage view={await viewOf(c, lang)} lesson={lesson} seal={way.newSeal()} />))
  })
  app.post(path, async (c, next) => {
    const lesson = way.lesson(c)
    if (!lesson) return next()
    const view = await viewOf(c, lang)
    return way.post(
      c,
      'certificate',
      async ({ problems, status }, sent) => {
        const ticked = sent?.all('gevolgd').includes('ja') === true
        return c.html(html(<ProofPage {...{ view, lesson, problems, ticked }} seal={way.sealAfter(sent)} />), status)
      },
      async (sent) => {
        if (!sent.all('gevolgd').includes('ja')) return { problems: { gevolgd: t.proof.notTicked }, status: 422 }
        const no = way.unsealed(sent)
        if (no) return no
        const { id } = view.municipality
        if (id === null) return { problems: { '': t.proof.full }, status: 503 }
        const nonce = sent.text('formulier').split('.')[0]!
        const asked = { nonce, lesson: lesson.id, version: lesson.version, month: today().slice(0, 7) }
        const made = newCertificate(key, id, asked)
        if (!(await addCertificate(db, id, made))) return { problems: { '': t.proof.full }, status: 503 }
        return c.redirect(`${under}${CHECK}/${spokenCode(made.number)}/papier`, 303)
      },
    )
  })
}
