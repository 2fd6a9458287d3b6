/** Does what a form of the desk asks; whatever the answer is, what was typed on that page is not lost. */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { sessionOf, type Session } from '../features/people/sessions-store.ts'
import { allows } from '../vocabulary/roles.ts'
import type { BodyReader, Fields, ReadBody } from '../web/body.ts'
import { tooLargeAlert } from '../web/desk/alerts.ts'
import { filesIn, takeApart, type Apart } from '../web/desk/parts.ts'
import { REFUSALS, type DeskRefusal } from '../web/desk/refusals.tsx'
import type { Alert } from '../web/desk/route.ts'
import { sentOf } from '../web/desk/sent.ts'
import { TooLong } from '../lib/too-long.ts'
import { UUID } from '../lib/uuid.ts'
import { withTyped } from '../web/desk/typed.tsx'
import { html } from '../web/layout.tsx'
import { paramsFit, same } from './desk-guards.ts'
import { backOf, withKept } from './desk-paths.ts'
import { whoOf, type DeskRoute, type DeskShell } from './desk-shell.ts'

/** Bytes of a form without files: several texts of the longest kind fit in it. */
export const SMALL = 256 * 1024

/** What a form says of itself, and what belongs to the button that was pressed. */
export function opened({ keeper, pageAt }: DeskShell, c: Context, fields: Fields) {
  const { pathname, searchParams } = new URL(c.req.url)
  const papers = sentOf(fields)
  return {
    apart: takeApart(fields, searchParams.get('van') ?? pathname, searchParams.get('deel') ?? ''),
    back: backOf(papers.text('vanaf'), pathname, pageAt),
    kept: UUID.test(papers.text('getypt')) ? papers.text('getypt') : undefined,
    token: papers.text('token'),
    owner: keeper.whoOf(papers.text('voor')),
  }
}
type Opened = ReturnType<typeof opened>

/** What was sent, and to where, as SHA-256: of another page, or with anything else in it, it is another. */
async function markOf(url: string, fields: Fields): Promise<string> {
  const hash = createHash('sha256').update(url)
  for (const [name, values] of Object.entries(fields))
    for (const value of values) {
      const text = typeof value === 'string'
      hash.update(JSON.stringify([name, text ? value : [value.name, value.size]]))
      if (!text) hash.update(new Uint8Array(await value.arrayBuffer()))
    }
  return hash.digest('hex')
}

/** The page that a form stood on, with what was typed in it; undefined when that page or that form is gone. */
async function again(
  { origin, pageAt, viewOf, run }: DeskShell,
  c: Context,
  session: Session,
  { back, kept, apart: { typed, beside, parts } }: Opened,
  alert: Alert,
  status: (typeof REFUSALS)[DeskRefusal]['status'],
): Promise<Response | undefined> {
  const at = new URL(back, origin)
  const place = pageAt(at.pathname)
  if (!place || !allows(session.person.roles, place.route.may)) return undefined
  const view = viewOf(c, session, { path: at.pathname, query: at.search, back, alert, kept })
  const reply = await run(session, place, view, at.searchParams, sentOf({}))
  if (typeof reply === 'string' || reply.kind !== 'page' || (reply.status ?? 200) >= 400) return undefined
  const page = html(withTyped(reply.body, [typed, ...beside], parts))
  return page.includes('data-getypt') ? c.html(page, status) : undefined
}

/** What does not fit is an answer; anything else goes on. */
function fits(error: unknown): TooLong {
  if (error instanceof TooLong) return error
  throw error
}

/** The page again with all that was typed, and what is too long at its field; or all of it to copy. */
async function tooLong(
  shell: DeskShell,
  c: Context,
  session: Session,
  { apart, ...form }: Opened,
  { field, message }: TooLong,
): Promise<Response> {
  const { title, text, status } = REFUSALS['too-long']
  const typed = { ...apart.typed, problems: { [field]: message } }
  const files = filesIn(apart.own).map((name) => ` Kies het bestand “${name}” opnieuw.`)
  const fields = { [`veld-${apart.typed.prefix}${field}`]: message }
  const alert = { wrong: true, title, text: `${text}${files.join('')}`, fields }
  return (
    (await again(shell, c, session, { ...form, apart: { ...apart, typed } }, alert, status)) ??
    shell.refuse(c, session, 'too-long', { text: `${message} Maak de tekst korter.`, sent: allOf(apart) })
  )
}

/** Everything that was typed on the page, for who must copy it. */
const allOf = ({ own, beside }: Apart) =>
  sentOf({ ...Object.assign({}, ...beside.map(({ fields }) => fields)), ...own })

/** Answers the post of one route. Who is not signed in goes to the door, with what was typed kept. */
export const act =
  (
    shell: DeskShell,
    reading: BodyReader,
    hold: (c: Context, route: DeskRoute, body?: ReadBody) => Promise<Response>,
    route: DeskRoute,
  ) =>
  async (c: Context): Promise<Response> => {
    const session = await sessionOf(shell.door, getCookie(c, shell.cookies.session))
    if (session?.factor !== 'full') return hold(c, route)
    // Who it is and whether they may, before anything of the body is read.
    if (!allows(session.person.roles, route.may)) return shell.refuse(c, session, 'forbidden')
    if (!paramsFit(c.req.param() as Record<string, string>)) return shell.refuse(c, session, 'missing')
    // An office has one address; everybody in it a share of their own.
    const reads = async (body: ReadBody): Promise<Response> => {
      // A body takes up to minutes: who was blocked, signed out or lost a role meanwhile does nothing any more.
      const still = await sessionOf(shell.door, getCookie(c, shell.cookies.session))
      if (still?.factor !== 'full') return hold(c, route, body)
      if (!allows(still.person.roles, route.may)) return shell.refuse(c, still, 'forbidden')
      return sent(shell, c, still, route, body)
    }
    return reading(c.req.raw, route.limit ?? SMALL, reads, session.person.id)
  }

async function sent(
  shell: DeskShell,
  c: Context,
  session: Session,
  route: DeskRoute,
  body: ReadBody,
): Promise<Response> {
  const { keeper, viewOf, refuse, sendFile, leave, run } = shell
  // A body that cannot be read carries no token either.
  if (body.kind === 'broken') return refuse(c, session, 'forged')
  if (body.kind === 'busy') return refuse(c, session, 'busy')
  const who = whoOf(session)
  const form = opened(shell, c, body.fields)
  const { apart, back, kept, token, owner } = form
  const refusal = async (
    what: DeskRefusal,
    text = REFUSALS[what].text,
    alert = { title: REFUSALS[what].title, text },
    of = form,
  ) =>
    (route.secret ? undefined : await again(shell, c, session, of, { wrong: true, ...alert }, REFUSALS[what].status)) ??
    refuse(c, session, what, { text: alert.text, sent: allOf(apart) })

  if (!same(token, session.token))
    // Of the same person, who signed in anew meanwhile; what anybody else typed is nobody's business here.
    return owner?.person === who.person && owner.municipality === who.municipality
      ? refusal('forged', 'U bent intussen opnieuw ingelogd. Wat u invulde, staat er nog. Verstuur het nog een keer.')
      : refuse(c, session, 'forged')
  if (body.kind === 'too-large') {
    // A file that another part of the page would send is no reason to refuse this one.
    const elsewhere = body.intact && apart.parts.length > 0 && filesIn(apart.own).length === 0
    if (!elsewhere) return refusal('too-large', undefined, tooLargeAlert(body, route.limit !== undefined))
  }
  const place = { route, params: c.req.param() as Record<string, string> }
  const query = new URL(c.req.url.replaceAll(/%00/g, '')).searchParams
  // Whose form it is says this page and no other: the same again from the same page is the same act.
  const counts = owner?.person === who.person && !route.secret && !route.again
  const once = counts ? await markOf(c.req.url, body.fields) : undefined
  const view = viewOf(c, session, { back, kept })
  const reply = await run(session, place, view, query, sentOf(apart.own), once).catch(fits)
  if (reply instanceof TooLong) return tooLong(shell, c, session, form, reply)
  if (typeof reply === 'string') return refusal(reply)
  if (reply.kind === 'refused')
    return reply.why === 'overtaken'
      ? refusal('overtaken', reply.text, undefined, {
          ...form,
          apart: { ...apart, typed: { ...apart.typed, fresh: true } },
        })
      : refuse(c, session, reply.why, { text: reply.text, sent: allOf(apart) })
  if (reply.kind === 'file') return sendFile(c, reply)
  if (reply.kind === 'page') {
    const typed = reply.typed ? [apart.typed, ...apart.beside] : apart.beside
    return c.html(html(withTyped(reply.body, typed, apart.parts)), reply.status ?? 200)
  }
  if (reply.kind === 'later') throw new Error('a file that is made later is asked for at an address that is read')
  if (kept !== undefined) await keeper.drop(who, kept)
  const { beside, files } = apart
  const rest = beside.length > 0 ? await keeper.keep(who, { typed: beside, files }) : undefined
  if (rest === undefined) return leave(c, reply.to, reply.told)
  const here = new URL(reply.to, shell.origin).pathname === new URL(back, shell.origin).pathname
  return leave(c, withKept(here ? reply.to : back, rest), reply.told)
}
