/**
 * The desk as one Hono app: finds out who asks, opens a transaction as that person, asks the permission, and turns the
 * reply into an answer.
 */
import { Hono, type Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { asPerson, type Tx } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { countGuess } from '../features/people/guesses-store.ts'
import { endSession, sessionOf, type Session } from '../features/people/sessions.ts'
import { attachment } from '../lib/file-name.ts'
import { Busy } from '../lib/in-turn.ts'
import { allows } from '../model/roles.ts'
import { bodyReader, type ReadBody } from '../web/body.ts'
import { DeskRefusalPage, DoorRefusalPage, REFUSALS, typedIn, type DeskRefusal } from '../web/desk/refusals.tsx'
import type { DeskView, Reply, Route, Sent } from '../web/desk/route.ts'
import { sentOf } from '../web/desk/sent.ts'
import { safeHeaders } from '../web/headers.ts'
import { todayIn } from '../web/language.ts'
import { html } from '../web/layout.tsx'
import type { Look } from '../web/view.ts'
import { cookiesFor, idsAreIds, isOurs, ownPath, same } from './desk-guards.ts'

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
  /** Key of this installation; budgets of guesses are named by it. */
  readonly key: Buffer
  readonly routes: readonly DeskRoute[]
  /** Addresses that open without signing in, below `/balie`. */
  readonly doors?: Hono
  /** Mail is shown on screen instead of sent. */
  readonly demo?: boolean
  readonly report?: (error: unknown) => void
}

const KIB = 1024
const SMALL = 256 * KIB
/** Bodies of people who are signed in: nothing is read of anybody else. */
const BODIES = { together: 64 * KIB * KIB, pause: 15_000, whole: 180_000 }

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
  key,
  routes,
  doors,
  demo = false,
  report = console.error,
}: DeskOptions): Hono {
  const cookies = cookiesFor(origin)
  const app = new Hono()
  const reading = bodyReader(BODIES)
  app.use(safeHeaders)
  app.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  app.use(async (c, next) =>
    c.req.method === 'GET' || c.req.method === 'HEAD' || isOurs(c, origin) ? next() : refuse(c, undefined, 'forged'),
  )

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
    if (what === 'busy') c.header('Retry-After', '10')
    return c.html(html(body), REFUSALS[what].status)
  }
  const answer = (c: Context, session: Session, reply: Reply, sent: Sent): Response => {
    if (reply.kind === 'page') return c.html(html(reply.body), reply.status ?? 200)
    if (reply.kind === 'refused') return refuse(c, session, reply.why, { text: reply.text, sent })
    if (reply.kind === 'go') {
      if (reply.told !== undefined) setCookie(c, cookies.told, reply.told, { ...cookies.options, maxAge: 60 })
      return c.redirect(ownPath(reply.to), 303)
    }
    return c.body(reply.body as string | Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': reply.media,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Disposition': attachment(reply.name),
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
      // Who it is and whether they may, before anything of the body is read.
      if (!allows(session.person.roles, route.may)) return refuse(c, session, 'forbidden')
      if (route.method === 'GET') return handled(c, session, sentOf({}))
      return reading(c.req.raw, route.limit ?? SMALL, async (read) => {
        // A body that cannot be read carries no token either.
        if (read.kind !== 'fields') return refuse(c, session, NOT_READ[read.kind])
        const sent = sentOf(read.fields)
        return same(sent.text('token'), session.token)
          ? handled(c, session, sent)
          : refuse(c, session, 'forged', { sent })
      })
    }
    const handled = async (c: Context, session: Session, sent: Sent): Promise<Response> => {
      const { municipality, person } = session
      const who = { municipality: municipality.id, person: person.id, organisation: person.organisation }
      const params = c.req.param() as Record<string, string>
      if (!idsAreIds(params)) return refuse(c, session, 'missing')
      const account = person.id
      const guess =
        route.secret && (await countGuess(db, key, { secret: route.secret, account, device: 'desk', known: true }))
      let seen = true
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
            wait: guess?.wait,
            unseen: () => {
              seen = false
            },
          }
          const made = await route.answer(asked)
          if (made.kind === 'refused' || (made.kind === 'page' && (made.status ?? 200) >= 400)) throw new Undo(made)
          return made
        })
        await guess?.right?.()
        return answer(c, session, reply, sent)
      } catch (error) {
        if (!seen || error instanceof Busy) await guess?.unseen?.()
        if (error instanceof Undo) return answer(c, session, error.reply, sent)
        if (error instanceof Busy) return refuse(c, session, 'busy', { sent })
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
    if (route.method === 'GET') app.get(route.path, handle)
    else app.post(route.path, handle)
  }

  app.post('/afmelden', async (c) => {
    const session = await sessionOf(db, getCookie(c, cookies.session))
    if (session)
      await reading(c.req.raw, KIB * 4, async (read) => {
        if (read.kind !== 'fields' || !same(sentOf(read.fields).text('token'), session.token)) return
        await endSession(db, session.municipality.id, session.hash)
        setCookie(c, cookies.session, '', { ...cookies.options, maxAge: 0 })
      })
    return c.redirect('/balie/aanmelden', 303)
  })
  if (doors) app.route('/', doors)
  app.onError((error, c) => {
    if (error instanceof Busy) return refuse(c, undefined, 'busy')
    report(error)
    return refuse(c, undefined, 'broken')
  })
  app.notFound(async (c) => refuse(c, await sessionOf(db, getCookie(c, cookies.session)), 'missing'))
  return new Hono().route('/balie', app)
}

const NOT_READ = {
  'too-large': 'too-large',
  busy: 'busy',
  broken: 'forged',
} as const satisfies Record<Exclude<ReadBody['kind'], 'fields'>, DeskRefusal>
