/** Opens a page of the desk, with what was typed on it and kept when there is any. */
import { UUID } from '../lib/uuid.ts'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { sessionOf } from '../features/people/sessions-store.ts'
import { allows } from '../vocabulary/roles.ts'
import { keptAlert } from '../web/desk/alerts.ts'
import { LaterPage } from '../web/desk/later.tsx'
import { sentOf } from '../web/desk/sent.ts'
import { withTyped } from '../web/desk/typed.tsx'
import { html } from '../web/layout.tsx'
import { paramsFit } from './desk-guards.ts'
import { withKept } from './desk-paths.ts'
import { whoOf, type DeskRoute, type DeskShell } from './desk-shell.ts'

const GONE = 'Dit formulier staat er niet meer. De knop waarop u drukte, heeft wel gewerkt.'

/** Answers the address of one page, with what was typed there before and not sent. */
export const read =
  ({ door, cookies, keeper, viewOf, refuse, sendFile, leave, run }: DeskShell, route: DeskRoute) =>
  async (c: Context): Promise<Response> => {
    const session = await sessionOf(door, getCookie(c, cookies.session))
    const url = new URL(c.req.url.replaceAll(/%00/g, ''))
    if (session?.factor !== 'full')
      return c.redirect(`/balie/aanmelden?naar=${encodeURIComponent(url.pathname + url.search)}`, 303)
    const id = url.searchParams.get('getypt') ?? ''
    const unsent = UUID.test(id) ? await keeper.find(whoOf(session), id) : undefined
    const sent = sentOf(Object.assign({}, ...(unsent?.typed ?? []).map(({ fields }) => fields)))
    if (!allows(session.person.roles, route.may)) return refuse(c, session, 'forbidden', { sent })
    const params = c.req.param() as Record<string, string>
    if (!paramsFit(params)) return refuse(c, session, 'missing', { sent })
    const view = viewOf(c, session, unsent ? { kept: id, alert: keptAlert(unsent.files) } : {})
    url.searchParams.delete('getypt')
    const reply = await run(session, { route, params }, view, url.searchParams, sentOf({}))
    if (typeof reply === 'string') return refuse(c, session, reply, { sent })
    if (reply.kind === 'refused') return refuse(c, session, reply.why, { text: reply.text, sent })
    if (reply.kind === 'file') return sendFile(c, reply)
    if (reply.kind === 'later') return c.html(html(LaterPage({ view, title: reply.title })))
    if (reply.kind === 'go') return leave(c, unsent ? withKept(reply.to, id) : reply.to, reply.told)
    const page = html(withTyped(reply.body, unsent?.typed ?? []))
    // Its form is not on this page any more: then what was typed is at least there to copy.
    const some = unsent?.typed.some(({ fields }) =>
      Object.values(fields)
        .flat()
        .some((text) => text.trim() !== ''),
    )
    if (some && !page.includes('data-getypt'))
      return refuse(c, session, 'too-late', { text: GONE, sent, at: url.pathname })
    return c.html(page, reply.status ?? 200)
  }
