/**
 * Somebody sent a form after the session ended: what was typed is kept for whose form it was, and they go to sign in. A
 * browser that we never saw sends little, and keeps nothing here.
 */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { ownerOfSession } from '../features/people/sessions-store.ts'
import { isToken } from '../lib/token.ts'
import { bodyReader, type ReadBody } from '../web/body.ts'
import { filesIn } from '../web/desk/parts.ts'
import { opened, SMALL } from './desk-act.ts'
import { same } from './desk-guards.ts'
import { backOf, withKept } from './desk-paths.ts'
import type { DeskRoute, DeskShell } from './desk-shell.ts'

/** Bytes that a browser that we never saw may send, and what all of them together may hold. */
const STRANGERS = 64 * 1024
const BODIES = { together: 8 * 1024 * 1024, pause: 5_000, whole: 60_000 }

/** Makes what answers a post without a session: the way to the door, and what was typed is kept for its writer. */
export function holder(shell: DeskShell) {
  const known = bodyReader(BODIES)
  const strangers = bodyReader({ ...BODIES, together: 1024 * 1024, whole: 15_000, thrownAway: 0 })
  const door = (c: Context, back: string) => c.redirect(`/balie/aanmelden?naar=${encodeURIComponent(back)}`, 303)

  /** `given`: a body that was read while the session ended. */
  return async (c: Context, route: DeskRoute, given?: ReadBody): Promise<Response> => {
    const { cookies, keeper, pageAt } = shell
    const nothing = () => door(c, backOf('', new URL(c.req.url).pathname, pageAt))
    const ended = await ownerOfSession(shell.door, getCookie(c, cookies.session))
    const familiar = ended !== undefined || isToken(getCookie(c, cookies.device) ?? '')
    const keep = async (body: ReadBody): Promise<Response> => {
      if (body.kind === 'broken' || body.kind === 'busy') return nothing()
      const { apart, back, token, owner, kept } = opened(shell, c, body.fields)
      const who = ended && same(token, ended.token) ? ended.who : owner
      if (!who) return door(c, back)
      const typed = [apart.typed, ...apart.beside]
      const id = await keeper.keep(who, { typed, files: filesIn(body.fields) })
      if (kept !== undefined) await keeper.drop(who, kept)
      return door(c, id === undefined ? back : withKept(back, id))
    }
    if (route.secret) return nothing()
    if (given) return keep(given)
    if (!familiar && Number(c.req.header('content-length') ?? 0) > STRANGERS) return nothing()
    return familiar ? known(c.req.raw, SMALL, keep) : strangers(c.req.raw, STRANGERS, keep)
  }
}
