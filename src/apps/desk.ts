/**
 * The desk as one Hono app: finds out who asks, opens a transaction as that person, asks the permission, and turns the
 * reply into an answer.
 */
import { timingSafeEqual } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { asPerson, type Tx } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { endSession, sessionOf, type Session } from '../features/people/sessions.ts'
import { allows } from '../model/roles.ts'
import { DeskRefusalPage, DoorRefusalPage, REFUSALS, typedIn, type DeskRefusal } from '../web/desk/refusals.tsx'
import type { DeskView, Reply, Route, Sent } from '../web/desk/route.ts'
import { sentOf } from '../web/desk/sent.ts'
import { safeHeaders } from '../web/headers.ts'
import { todayIn } from '../web/language.ts'
import { html } from '../web/layout.tsx'
import type { Look } from '../web/view.ts'

export type DeskRoute = Route<Tx>
export type DeskOptions = {
  readonly db: Db
  readonly look: Look
  /**
   * How people reach this site, `https://leidraad.voorbeeld.nl`; decides links in mail and whether cookies ask for
   * https.
   */
  readonly origin: string
  /** Name of the municipality on pages before sign-in. */
  readonly city: string
  readonly routes: readonly DeskRoute[]
  /** Addresses that open without signing in, below `/balie`. */
  readonly doors?: Hono
  /** Mail is shown on screen instead of sent. */
  readonly demo?: boolean
  readonly report?: (error: unknown) => void
}

const KIB = 1024
const SMALL = 256 * KIB

/** Names and attributes of the desk's cookies; `__Host-` binds them to this host and to https (RFC 6265bis). */
export function cookiesFor(origin: string) {
  const secure = origin.startsWith('https:')
  return {
    session: secure ? '__Host-balie' : 'balie',
    told: secure ? '__Host-gedaan' : 'gedaan',
    device: secure ? '__Host-apparaat' : 'apparaat',
    options: { path: '/', httpOnly: true, secure, sameSite: 'Lax' } as const,
  }
}

/** Thrown to undo what was written when the reply says that it was not right. */
class Undo extends Error {
  readonly reply: Reply
  constructor(reply: Reply) {
    super('undone')
    this.reply = reply
  }
}

export function createDesk({
  db,
  look,
  origin,
  city,
  routes,
  doors,
  demo = false,
  report = console.error,
}: DeskOptions): Hono {
  const cookies = cookiesFor(origin)
  const app = new Hono()
  app.use(safeHeaders)
  app.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  // A form of another site carries another origin (or none that we know): Fetch, Origin header; Fetch Metadata.
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const from = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    // Fetch Metadata is what a browser says of itself and a page cannot change; Origin is `null` under our own referrer
    // policy.
    const ours = site !== undefined ? site === 'same-origin' || site === 'none' : from === undefined || from === origin
    return ours ? next() : refuse(c, undefined, 'forged')
  })

  const viewOf = (c: Context, session: Session): DeskView => ({
    who: session.person,
    municipality: session.municipality,
    path: new URL(c.req.url).pathname,
    query: new URL(c.req.url).search,
    token: session.token,
    told: toldIn(c),
    look,
    demo,
  })
  /** The message that the page before left, once. */
  const toldIn = (c: Context): string | undefined => {
    const told = getCookie(c, cookies.told)
    if (told === undefined || c.req.method !== 'GET') return undefined
    setCookie(c, cookies.told, '', { ...cookies.options, maxAge: 0 })
    return told.slice(0, 300)
  }
  /** `sent`: what was typed, given back so that it is not lost. */
  const refuse = (
    c: Context,
    session: Session | undefined,
    what: DeskRefusal,
    { text, sent }: { readonly text?: string | undefined; readonly sent?: Sent } = {},
  ): Response => {
    const body =
      session?.factor === 'full'
        ? DeskRefusalPage({ view: viewOf(c, session), what, text, typed: sent ? typedIn(sent) : [] })
        : DoorRefusalPage({ look, city, what, text })
    return c.html(html(body), REFUSALS[what].status)
  }
  const answer = (c: Context, session: Session, reply: Reply, sent: Sent): Response => {
    if (reply.kind === 'page') return c.html(html(reply.body), reply.status ?? 200)
    if (reply.kind === 'refused') return refuse(c, session, reply.why, { text: reply.text, sent })
    if (reply.kind === 'go') {
      if (reply.told !== undefined) setCookie(c, cookies.told, reply.told, { ...cookies.options, maxAge: 60 })
      return c.redirect(ownPath(reply.to), 303)
    }
    // The name is ours to make safe: RFC 6266, with the extended form for what is not ASCII.
    return c.body(reply.body as string | Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': reply.media,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Disposition':
        `attachment; filename="${reply.name.replace(/[^\w. -]/g, '_')}"; ` +
        `filename*=UTF-8''${encodeURIComponent(reply.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    })
  }

  for (const route of routes) {
    const handle = async (c: Context): Promise<Response> => {
      const session = await sessionOf(db, getCookie(c, cookies.session))
      if (!session || session.factor !== 'full') {
        return c.redirect(
          `/balie/aanmelden${route.method === 'GET' ? `?naar=${encodeURIComponent(new URL(c.req.url).pathname)}` : ''}`,
          303,
        )
      }
      if (!allows(session.person.roles, route.may)) return refuse(c, session, 'forbidden')
      const body = route.method === 'POST' ? await c.req.parseBody({ all: true }).catch(() => undefined) : {}
      // A body that cannot be read carries no token either.
      if (body === undefined) return refuse(c, session, 'forged')
      const sent = sentOf(body)
      if (route.method === 'POST' && !same(sent.text('token'), session.token))
        return refuse(c, session, 'forged', { sent })
      const { municipality, person } = session
      const who = { municipality: municipality.id, person: person.id, organisation: person.organisation }
      const params = c.req.param() as Record<string, string>
      if (Object.entries(params).some(([name, value]) => UUID_PARAMS.has(name) && !UUID.test(value)))
        return refuse(c, session, 'missing')
      try {
        const reply = await asPerson(db, who, route.method === 'GET' ? 'read' : 'write', async (tx) => {
          const asked = {
            tx,
            who: person,
            municipality,
            params,
            query: new URL(c.req.url.replaceAll(/%00/g, '')).searchParams,
            sent,
            today: todayIn(),
            origin,
            view: viewOf(c, session),
            session: session.hash,
          }
          const made = await route.answer(asked)
          if (made.kind === 'refused' || (made.kind === 'page' && (made.status ?? 200) >= 400)) throw new Undo(made)
          return made
        })
        return answer(c, session, reply, sent)
      } catch (error) {
        if (error instanceof Undo) return answer(c, session, error.reply, sent)
        const { code } = error as { code?: string }
        // Two at once, or the database's own walls: both are answers, not faults.
        if (code === '40001' || code === '40P01' || code === '23505') return refuse(c, session, 'overtaken', { sent })
        if (code === '42501') {
          report(error)
          return refuse(c, session, 'forbidden', { sent })
        }
        report(error)
        return refuse(c, session, 'broken', { sent })
      }
    }
    const limit = bodyLimit({ maxSize: route.limit ?? SMALL, onError: (c) => refuse(c, undefined, 'too-large') })
    if (route.method === 'GET') app.get(route.path, handle)
    else app.post(route.path, limit, handle)
  }

  app.post('/afmelden', bodyLimit({ maxSize: KIB * 4 }), async (c) => {
    const session = await sessionOf(db, getCookie(c, cookies.session))
    if (
      session &&
      same(String((await c.req.parseBody().catch((): Record<string, unknown> => ({})))['token'] ?? ''), session.token)
    ) {
      await endSession(db, session.municipality.id, session.hash)
      setCookie(c, cookies.session, '', { ...cookies.options, maxAge: 0 })
    }
    return c.redirect('/balie/aanmelden', 303)
  })
  if (doors) app.route('/', doors)
  app.onError((error, c) => {
    report(error)
    return refuse(c, undefined, 'broken')
  })
  app.notFound(async (c) => refuse(c, await sessionOf(db, getCookie(c, cookies.session)), 'missing'))
  return new Hono().route('/balie', app)
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Parameters that are ids; anything else in their place is simply not there. */
const UUID_PARAMS = new Set([
  'case',
  'form',
  'person',
  'product',
  'regulation',
  'organisation',
  'baseline',
  'upload',
  'measure',
  'request',
  'evidence',
  'message',
  'retest',
  'term',
])

/** Only a path of our own: `//elsewhere` and `\elsewhere` are other hosts to a browser. */
export function ownPath(to: string): string {
  return /^\/(?![/\\])/.test(to) && !/[\s\\\p{C}]/u.test(to) ? to : '/balie'
}

function same(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
