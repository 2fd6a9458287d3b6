/** The doors at which anybody checks a certificate: a right number and a wrong one cost the same and look alike. */
import type { Context, Hono } from 'hono'
import { isFollowCode, spokenCode, squeezedCode } from '../../lib/follow-code.ts'
import type { Lang } from '../../web/language.ts'
import { html } from '../../web/layout.tsx'
import { certificateKey, checked } from './certificate.ts'
import { readCertificate } from './door-store.ts'
import { says } from './messages.ts'
import { CHECK, CheckedPage, CheckPage } from './page-check.tsx'
import { PaperPage } from './page-proof.tsx'
import type { WayIn, LessonDoors } from './sending.ts'

/** Adds them, in one language. */
export function addCheckDoors(app: Hono, doors: LessonDoors, way: WayIn, lang: Lang): void {
  const { db, key, lessons, origin, viewOf, counted } = doors
  const [t, path] = [says(lang), `${lang === 'en' ? '/en' : ''}${CHECK}`]
  const { publicPem } = certificateKey(key)

  app.get(path, async (c) => c.html(html(<CheckPage view={await viewOf(c, lang)} publicPem={publicPem} />)))
  app.post(path, async (c) => {
    const view = await viewOf(c, lang)
    return way.post(
      c,
      'link',
      async ({ problems, status }, sent) => {
        const typed = sent?.text('nummer') ?? ''
        return c.html(html(<CheckPage {...{ view, publicPem, problems, typed }} />), status)
      },
      async (sent, right) => {
        const number = squeezedCode(sent.text('nummer'))
        if (!isFollowCode(number)) return { problems: { nummer: t.check.bad }, status: 422 }
        // The page it leads to counts, and looks.
        await right()
        return c.redirect(`${path}/${spokenCode(number)}`, 303)
      },
    )
  })

  /** The page of the number in an address: counted before it is looked at, and given back when it is one. */
  async function at(c: Context, onPaper: boolean): Promise<Response> {
    const view = await viewOf(c, lang)
    const guess = await counted(c, 'link')
    const number = squeezedCode((c.req.param('number') ?? '').slice(0, 60))
    if (guess.wait !== undefined) {
      c.header('Retry-After', String(guess.wait))
      const problems = { '': t.wait(guess.wait) }
      return c.html(html(<CheckPage {...{ view, publicPem, problems }} />), 429)
    }
    const municipality = view.municipality.id ?? ''
    const row = municipality === '' ? undefined : await readCertificate(db, municipality, number)
    const certificate = checked(key, municipality, number, row)
    if (certificate) await guess.right?.()
    const lesson = lessons.find(({ id }) => id === certificate?.lesson)
    return c.html(
      html(
        certificate && onPaper ? (
          <PaperPage {...{ view, certificate, lesson, origin }} />
        ) : (
          <CheckedPage {...{ view, number, certificate, lesson, publicPem }} />
        ),
      ),
    )
  }
  app.get(`${path}/:number`, (c) => at(c, false))
  app.get(`${path}/:number/papier`, (c) => at(c, true))
}
