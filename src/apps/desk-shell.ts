/** What every page and act of the desk is wrapped in: the view, a refusal, a transaction as this person, the answer. */
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Hono } from 'hono'
import { asPerson, type Tx, type Who } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { beginOnce, endOnce } from '../db/done-once.ts'
import { countGuess } from '../features/people/guesses-store.ts'
import type { Session } from '../features/people/sessions-store.ts'
import { attachment } from '../lib/file-name.ts'
import { Busy } from '../lib/in-turn.ts'
import { secretBox } from '../lib/secret-box.ts'
import { DeskRefusalPage, DoorRefusalPage, REFUSALS, typedIn, type DeskRefusal } from '../web/desk/refusals.tsx'
import { go, type DeskView, type Reply, type Route, type Sent } from '../web/desk/route.ts'
import { TooLong } from '../lib/too-long.ts'
import { todayIn } from '../web/language.ts'
import { html } from '../web/layout.tsx'
import type { Look } from '../web/view.ts'
import { cookiesFor, ownPath } from './desk-guards.ts'
import { pagesOf, type Place } from './desk-paths.ts'
import { unsentKeeper } from './desk-unsent.ts'

export type DeskRoute = Route<Tx>
export type DeskOptions = {
  /** Without rights of its own: it works as whoever is signed in (`House.site`). */
  readonly db: Db
  /** Finds out who that is (`House.door`). */
  readonly door: Db
  readonly look: Look
  /**
   * How people reach this site, `https://leidraad.voorbeeld.nl`; decides links in mail and whether cookies ask for
   * https.
   */
  readonly origin: string
  /** Name of the municipality on pages before sign-in. */
  readonly city: string
  /** Id of the municipality that this host is of: a session of another is none here. Any when left out. */
  readonly only?: string | undefined
  /** Key of this installation: budgets of guesses are named by it, what was typed and not sent is sealed with it. */
  readonly key: Buffer
  readonly routes: readonly DeskRoute[]
  /** Addresses that open without signing in, below `/balie`. */
  readonly doors?: Hono
  /** Mail is shown on screen instead of sent. */
  readonly demo?: boolean
  /** Whether mail goes out, or is shown: without a server a link is handed over on the screen. */
  readonly mails?: boolean
  readonly report?: (error: unknown) => void
}

/** Thrown to undo what was written when the reply says that it was not right. */
class Undo extends Error {
  readonly reply: Reply
  constructor(reply: Reply) {
    super('undone')
    this.reply = reply
  }
}

/** Where the same form was sent from the same page before. */
const AGAIN = 'Dit had u al verstuurd. Het is niet nog een keer gedaan.'

/** The person of a session, as the database knows who is at work. */
export const whoOf = ({ municipality, person }: Session): Who => ({
  municipality: municipality.id,
  person: person.id,
  organisation: person.organisation,
})

export type DeskShell = ReturnType<typeof deskShell>

/** The shared acts of one desk. */
export function deskShell(options: DeskOptions) {
  const { db, door, look, origin, city, key, routes, demo = false, mails = true, report = console.error } = options
  const cookies = cookiesFor(origin)
  const keeper = unsentKeeper(db, key)

  /** The message that the page before left, once. */
  const toldIn = (c: Context): string | undefined => {
    const told = getCookie(c, cookies.told)
    if (told === undefined || c.req.method !== 'GET') return undefined
    setCookie(c, cookies.told, '', { ...cookies.options, maxAge: 0 })
    return told.slice(0, 300)
  }
  /** `more`: where its forms come back to, what was kept of it, and what must be said on top. */
  const viewOf = (c: Context, session: Session, more: Partial<DeskView> = {}): DeskView => {
    const { pathname, searchParams } = new URL(c.req.url)
    searchParams.delete('getypt')
    const query = searchParams.size === 0 ? '' : `?${searchParams.toString()}`
    return {
      who: session.person,
      municipality: session.municipality,
      path: pathname,
      query,
      token: session.token,
      voor: keeper.sealOf(whoOf(session)),
      back: `${pathname}${query}`,
      kept: undefined,
      alert: undefined,
      ends: session.ends,
      told: toldIn(c),
      look,
      demo,
      mails,
      ...more,
    }
  }
  /** `sent`: what was typed, given back so that it is not lost. `at`: the page on which somebody goes on. */
  const refuse = (
    c: Context,
    session: Session | undefined,
    what: DeskRefusal,
    { text, sent, at }: { readonly text?: string | undefined; readonly sent?: Sent; readonly at?: string } = {},
  ): Response => {
    const body =
      session?.factor === 'full'
        ? DeskRefusalPage({ view: viewOf(c, session), what, text, typed: sent ? typedIn(sent) : [], at })
        : DoorRefusalPage({ look, city, what, text })
    if (what === 'busy') c.header('Retry-After', '10')
    return c.html(html(body), REFUSALS[what].status)
  }
  const sendFile = (c: Context, { media, name, body }: Extract<Reply, { kind: 'file' }>): Response =>
    c.body(body as string | Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': media,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Disposition': attachment(name),
    })
  /** To another page of ours, with a short message there. */
  const leave = (c: Context, to: string, told: string | undefined): Response => {
    if (told !== undefined) setCookie(c, cookies.told, told, { ...cookies.options, maxAge: 60 })
    return c.redirect(ownPath(to), 303)
  }

  /**
   * Runs a page or an act as this person. What it wrote is undone when its reply says that it was not right, or when it
   * failed: then a word for why. `once`: the mark of a form that leads where it led when it was done before. Throws
   * TooLong when a text that was sent does not fit.
   */
  async function run(
    session: Session,
    { route, params }: Place,
    view: DeskView,
    query: URLSearchParams,
    sent: Sent,
    once?: string,
  ): Promise<Reply | DeskRefusal> {
    const { person, municipality, hash } = session
    const account = person.id
    const guess =
      route.secret && (await countGuess(door, key, { secret: route.secret, account, device: 'desk', known: true }))
    let seen = true
    try {
      const reply = await asPerson(db, whoOf(session), route.method === 'GET' ? 'read' : 'write', async (tx) => {
        const led = once === undefined ? undefined : await beginOnce(tx, municipality.id, account, once)
        if (led !== undefined) return go(led, AGAIN)
        const made = await route.answer({
          tx,
          who: person,
          municipality,
          params,
          query,
          sent,
          today: todayIn(),
          origin: municipality.site ?? origin,
          view,
          box: secretBox(key, `kept/${municipality.id}/${account}`),
          session: hash,
          wait: guess?.wait,
          unseen: () => {
            seen = false
          },
        })
        if (made.kind === 'refused' || (made.kind === 'page' && (made.status ?? 200) >= 400)) throw new Undo(made)
        if (once !== undefined)
          await endOnce(tx, municipality.id, account, once, made.kind === 'go' ? made.to : undefined)
        return made
      })
      await guess?.right?.()
      return reply
    } catch (error) {
      if (!seen || error instanceof Busy) await guess?.unseen?.()
      if (error instanceof Undo) return error.reply
      if (error instanceof TooLong) throw error
      if (error instanceof Busy) return 'busy'
      const { code } = error as { code?: string }
      // Two at once, or the database's own walls: both are answers, not faults.
      if (code === '40001' || code === '40P01' || code === '23505') return 'overtaken'
      report(error)
      return code === '42501' ? 'forbidden' : 'broken'
    }
  }

  return { door, origin, cookies, keeper, pageAt: pagesOf(routes), viewOf, refuse, sendFile, leave, run }
}
