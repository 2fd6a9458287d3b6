/**
 * The public address of the owner of a premises, by a secret link and without an account. Opening it changes nothing,
 * for scanners of mail open every link; only a form does. It stands before whatever keeps pages.
 */
import { Hono, type Context } from 'hono'
import type { Db } from '../../db/connect.ts'
import { hashOfToken, isToken } from '../../lib/token.ts'
import type { Catalogue } from '../../model/norm.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { ReadBody } from '../../web/body.ts'
import { sentOf } from '../../web/desk/sent.ts'
import { doorReader, unkept, unreadStatus, type Door } from '../../web/door.ts'
import { todayIn } from '../../web/language.ts'
import { html } from '../../web/layout.tsx'
import { consent, ownersPage, react } from './door-store.ts'
import { says } from './door-messages.ts'
import { questionsNow } from './here.ts'
import { ClosedOwnerPage, EndedOwnerPage, OwnerPage } from './page-owner.tsx'
import { criteriaOf } from './rules.ts'

export type OwnerDoors = Omit<Door, 'origin'> & {
  /** Through the role that reads what is public. */
  readonly db: Db
  readonly catalogue: Catalogue
  readonly questionnaires: readonly Questionnaire[]
  readonly today?: () => string
}

/** The page of an owner in both languages. */
export function ownerDoors(doors: OwnerDoors): Hono {
  const { db, catalogue, viewOf, counted, isOurs, today = todayIn } = doors
  const questions = questionsNow(doors)
  const criteria = criteriaOf(catalogue)
  const bodyOf = doorReader()
  const app = new Hono()
  for (const under of ['/schouw/*', '/en/schouw/*']) app.use(under, unkept)

  for (const lang of ['nl', 'en'] as const) {
    const base = lang === 'en' ? '/en/schouw' : '/schouw'
    const t = says(lang)

    /** What this link opens, or the page that says that it does not: counted before it is looked at. */
    async function opened(c: Context) {
      const view = await viewOf(c, lang)
      const guess = await counted(c, 'link')
      if (guess.wait !== undefined) {
        c.header('Retry-After', String(guess.wait))
        return { dead: c.html(html(<ClosedOwnerPage view={view} why="wait" />), 429) }
      }
      const secret = c.req.param('secret') ?? ''
      const municipality = view.municipality.id
      const hash = hashOfToken(secret)
      const shown = isToken(secret) && municipality !== null ? await ownersPage(db, municipality, hash) : undefined
      if (!shown || municipality === null)
        return { dead: c.html(html(<ClosedOwnerPage view={view} why="dead" />), 404) }
      await guess.right?.()
      const at = { view: { ...view, path: `/schouw/${secret}` }, municipality, hash, here: `${base}/${secret}` }
      if (c.req.method === 'POST' && !isOurs(c))
        return { dead: c.html(html(<ClosedOwnerPage view={at.view} why="forged" />), 403) }
      if (shown.ended !== null)
        return { dead: c.html(html(<EndedOwnerPage view={at.view} link={shown} />), 410), ended: { ...at, shown } }
      return { ...at, shown }
    }
    const common = { questions, criteria, today: today() }
    const unread = (read: ReadBody) => {
      const why = unreadStatus(read)
      return why && { text: why.says === 'tooLarge' ? t.long : t[why.says], status: why.status }
    }

    app.get(`${base}/:secret`, async (c) => {
      const at = await opened(c)
      return at.dead ?? c.html(html(<OwnerPage {...common} {...at} today={today()} />))
    })

    app.post(`${base}/:secret/reactie`, async (c) => {
      const at = await opened(c)
      if (at.dead) return at.dead
      const read = await bodyOf(c)
      const words = sentOf('fields' in read ? read.fields : {}).text('wat')
      const again = (text: string, status: 400 | 409 | 413 | 422 | 503) =>
        c.html(
          html(<OwnerPage {...common} {...at} today={today()} problems={{ wat: text }} typed={{ words }} />),
          status,
        )
      const no = unread(read)
      if (no) return again(no.text, no.status)
      if (words === '') return again(t.empty, 422)
      if (words.length > 4_000) return again(t.long, 422)
      const done = await react(db, at.municipality, at.hash, words)
      return done === 'before' ? again(t.before, 409) : c.redirect(`${at.here}#reactie`, 303)
    })

    app.post(`${base}/:secret/naam`, async (c) => {
      const at = await opened(c)
      if (at.dead && !at.ended?.shown.named) return at.dead
      const read = await bodyOf(c)
      const sent = sentOf('fields' in read ? read.fields : {})
      const [choice, who] = [sent.text('keuze'), sent.text('wie')]
      if (at.dead) {
        // Who said yes may always take it back, and does nothing else here.
        if (choice === 'nee') await consent(db, at.ended!.municipality, at.ended!.hash, false, '')
        return choice === 'nee' ? c.redirect(at.ended!.here, 303) : at.dead
      }
      const again = (problems: Readonly<Record<string, string>>, status: 400 | 413 | 422 | 503) =>
        c.html(
          html(<OwnerPage {...common} {...at} today={today()} problems={problems} typed={{ choice, who }} />),
          status,
        )
      const no = unread(read)
      if (no) return again({ keuze: no.text }, no.status)
      if (choice !== 'ja' && choice !== 'nee') return again({ keuze: t.needChoice }, 422)
      if (choice === 'ja' && (who === '' || who.length > 200)) return again({ wie: t.needWho }, 422)
      await consent(db, at.municipality, at.hash, choice === 'ja', choice === 'ja' ? who : '')
      return c.redirect(`${at.here}#naam`, 303)
    })
  }
  return app
}
