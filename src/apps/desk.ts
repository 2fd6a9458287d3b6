/**
 * The desk as one Hono app: who asks, a transaction as that person, the permission, the reply. `desk-read.ts` opens
 * pages, `desk-act.ts` does what forms ask, `desk-hold.ts` keeps what was typed when the session was over.
 */
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { endSession, sessionOf, standOf } from '../features/people/sessions-store.ts'
import { Busy } from '../lib/in-turn.ts'
import { bodyReader, TooLarge } from '../web/body.ts'
import { tooLargeAlert } from '../web/desk/alerts.ts'
import { go } from '../web/desk/route.ts'
import { sentOf } from '../web/desk/sent.ts'
import { DESK_POLICY, safeHeaders } from '../web/headers.ts'
import { NUL } from '../web/refuse.ts'
import { act } from './desk-act.ts'
import { isOurs, same, withoutCookie } from './desk-guards.ts'
import { holder } from './desk-hold.ts'
import { read } from './desk-read.ts'
import { deskShell, type DeskOptions, type DeskRoute } from './desk-shell.ts'

export type { DeskOptions, DeskRoute } from './desk-shell.ts'

const KIB = 1024
/** Bodies of people who are signed in; of anybody else see `desk-hold.ts`. */
const BODIES = { together: 64 * KIB * KIB, pause: 15_000, whole: 180_000 }

/** Enter in a page that is one form, before a button was chosen: it keeps everything and sends nothing. */
const KEEP: DeskRoute = {
  method: 'POST',
  path: '/getypt',
  may: 'desk.use',
  again: true,
  answer: async ({ view }) => go(view.back, 'Er is nog niets verstuurd. Kies een knop.'),
}

/** The whole desk: its doors, and every route behind them. */
export function createDesk(options: DeskOptions): Hono {
  const { door, origin, only, doors, report = console.error } = options
  const routes = [...options.routes, KEEP]
  const shell = deskShell({ ...options, routes })
  const { cookies, refuse } = shell
  const reading = bodyReader(BODIES)
  const hold = holder(shell)
  const app = new Hono()
  app.use(safeHeaders)
  app.use(async (c, next) => (NUL.test(new URL(c.req.raw.url).pathname) ? refuse(c, undefined, 'missing') : next()))
  app.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', DESK_POLICY)
  })
  app.use(async (c, next) =>
    c.req.method === 'GET' || c.req.method === 'HEAD' || isOurs(c, origin) ? next() : refuse(c, undefined, 'forged'),
  )
  // A session says of which municipality it is, and only there it is one.
  app.use(async (c, next) => {
    const session = getCookie(c, cookies.session)
    if (only !== undefined && session !== undefined && !session.startsWith(`${only}.`))
      withoutCookie(c, cookies.session)
    await next()
  })
  for (const route of routes) {
    if (route.method === 'GET') app.get(route.path, read(shell, route))
    else app.post(route.path, act(shell, reading, hold, route))
  }

  // How long this session still is; asking does not make it longer.
  app.get('/aanmelding/stand', async (c) => c.json(await standOf(door, getCookie(c, cookies.session))))
  app.post('/afmelden', async (c) => {
    const session = await sessionOf(door, getCookie(c, cookies.session))
    if (session)
      await reading(c.req.raw, KIB * 4, async (body) => {
        if (body.kind !== 'fields' || !same(sentOf(body.fields).text('token'), session.token)) return
        await endSession(door, session.municipality.id, session.hash)
        setCookie(c, cookies.session, '', { ...cookies.options, maxAge: 0 })
      })
    return c.redirect('/balie/aanmelden', 303)
  })
  if (doors) app.route('/', doors)
  app.onError((error, c) => {
    if (error instanceof Busy) return refuse(c, undefined, 'busy')
    if (error instanceof TooLarge) return refuse(c, undefined, 'too-large', { text: tooLargeAlert(error, false).text })
    report(error)
    return refuse(c, undefined, 'broken')
  })
  // Not `notFound`: Hono asks that of the app above, which knows nobody.
  app.all('*', async (c) => refuse(c, await sessionOf(door, getCookie(c, cookies.session)), 'missing'))
  return new Hono().route('/balie', app)
}
