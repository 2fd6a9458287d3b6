/**
 * Where anybody follows covenants by mail without an account: an address is asked first, by mail; opening the link does
 * nothing, the button on its page does. Stopping takes one press, or none: mail programs send it themselves (RFC 8058).
 */
import { Hono, type Context } from 'hono'
import { isEmail } from '../../../lib/mail-address.ts'
import { hashOfToken } from '../../../lib/token.ts'
import { doorReader } from '../../../web/door.ts'
import { refuse } from '../../../web/refuse.ts'
import type { View } from '../../../web/view.ts'
import { sentOf } from '../../../web/desk/sent.ts'
import { opened, Plain, shown, taking, theirs, under, type CovenantDoors, type Problems } from './door-parts.tsx'
import { aboutOf, askToFollow, confirmFollow, followOf, stopFollow, type About } from './door-store.ts'
import { FollowForm, OwnFollowPage } from './follow-page.tsx'
import { askToConfirm } from './letters.ts'
import { says } from './messages.ts'
import { idOf, secretOf } from './secrets.ts'

/** To ask, and behind the link: to begin, to choose and to stop. */
export function followDoors(doors: CovenantDoors): Hono {
  const { db, key, origin } = doors
  const app = new Hono()
  const bodyOf = doorReader()

  /** What would be followed: a covenant, one pledge of it, or with no number all of them. */
  async function about(c: Context, view: View, pledge: string): Promise<About | undefined> {
    const no = c.req.param('no')
    if (no === undefined) return undefined
    const { id } = view.municipality
    return (id === null ? undefined : await aboutOf(db, id, Number(no), pledge || null)) ?? refuse('page')
  }

  async function ask(view: View, of: About | undefined, email: string) {
    const { lang, municipality, contact } = view
    if (municipality.id === null) return 'missing'
    const scope = of ? `${of.no}` : null
    // The same address and the same thing are the same row, so that nobody learns here who follows what.
    const id = idOf(key, 'follow', [municipality.id, email.toLowerCase(), scope, of?.pledge ?? null])
    const secret = secretOf(key, 'follow', id)
    const title = of ? (of.pledgeTitle ?? of.title) : says(lang).followAll
    const city = { city: municipality.name, contact: contact ?? { phone: '', email: '' } }
    const link = `${origin}${under(lang)}/volgen/${secret}`
    return askToFollow(db, {
      municipality: municipality.id,
      id,
      no: of?.no ?? null,
      pledge: of?.pledge ?? null,
      email,
      lang,
      secret: hashOfToken(secret),
      mail: askToConfirm({ lang, title, link, ...city }),
    })
  }

  const find = (municipality: string, hash: string) => followOf(db, municipality, hash)
  for (const lang of ['nl', 'en'] as const) {
    const base = under(lang)
    for (const path of [`${base}/convenanten/volgen`, `${base}/convenanten/:no{[1-9][0-9]{0,8}}/volgen`]) {
      app.get(path, async (c) => {
        const view = await doors.viewOf(c, lang)
        return shown(c, <FollowForm view={view} about={await about(c, view, c.req.query('afspraak') ?? '')} email="" />)
      })
      app.post(path, (c) =>
        taking(c, lang, doors, bodyOf, async (view, sent, unread, status) => {
          const t = says(lang)
          const of = await about(c, view, sent.text('afspraak'))
          const email = sent.text('email')
          const again = (problems: Problems, code: 400 | 413 | 422 | 503) =>
            shown(c, <FollowForm {...{ view, about: of, email, problems }} />, code)
          if (unread) return again(unread, status)
          if (!isEmail(email)) return again({ email: t.noEmail }, 422)
          const done = await ask(view, of, email)
          if (done === 'missing') return refuse('page')
          return done === 'full' ? again({ '': t.followFull }, 503) : c.redirect(`${base}/volgen/gevraagd`, 303)
        }),
      )
    }
    app.get(`${base}/volgen/gevraagd`, async (c) => {
      const t = says(lang)
      return shown(c, <Plain view={await doors.viewOf(c, lang)} title={t.followAsked} text={t.followAskedText} />)
    })
    app.get(`${base}/volgen/gestopt`, async (c) => {
      const t = says(lang)
      return shown(c, <Plain view={await doors.viewOf(c, lang)} title={t.stopped} text={t.stoppedText} />)
    })
    app.get(`${base}/volgen/:secret`, async (c) => {
      const at = await opened(c, lang, doors, find)
      return (
        at.dead ?? shown(c, <OwnFollowPage view={at.view} follow={at.found} here={`${base}/volgen/${at.secret}`} />)
      )
    })
    app.post(`${base}/volgen/:secret`, async (c) => {
      const at = await opened(c, lang, doors, find)
      if (at.dead) return at.dead
      const read = await bodyOf(c)
      const sent = sentOf('fields' in read ? read.fields : {})
      // A mail program that stops sends this alone, from no page; the secret in the address says whose it is.
      if (sent.text('List-Unsubscribe') === 'One-Click') {
        await stopFollow(db, at.municipality, at.hash)
        return c.body(null, 204)
      }
      const no = await theirs(c, lang, doors)
      if (no) return no
      await confirmFollow(db, at.municipality, at.hash, sent.text('vaak') === 'once')
      return c.redirect(`${base}/volgen/${at.secret}`, 303)
    })
    app.post(`${base}/volgen/:secret/stoppen`, async (c) => {
      const at = await opened(c, lang, doors, find)
      if (at.dead) return at.dead
      const no = await theirs(c, lang, doors)
      if (no) return no
      await stopFollow(db, at.municipality, at.hash)
      return c.redirect(`${base}/volgen/gestopt`, 303)
    })
  }
  return app
}
