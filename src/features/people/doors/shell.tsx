/** What every door does alike: read a form, show a page, know the device, let somebody in, keep what was done. */
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { ReactNode } from 'react'
import { asPerson } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import type { Db } from '../../../db/connect.ts'
import { hashOfToken, isToken, newToken } from '../../../lib/token.ts'
import type { ActName } from '../../../model/act.ts'
import type { IdentityProvider } from '../../../model/identity.ts'
import { sentOf } from '../../../web/desk/sent.ts'
import { html } from '../../../web/layout.tsx'
import type { Look } from '../../../web/view.ts'
import { noteSeen, type Account } from '../accounts-store.ts'
import { keepDevice } from '../guesses-store.ts'
import { beginSession, endSession, sessionOf, type Session } from '../sessions.ts'
import type { Door } from './frame.tsx'

/** What the doors need of the site they stand in. */
export type DoorOptions = {
  readonly db: Db
  readonly look: Look
  readonly origin: string
  /** Slug of the municipality this site is of: chosen beforehand when there are more. */
  readonly municipality: string
  readonly city: string
  readonly key: Buffer
  readonly cookies: {
    readonly session: string
    readonly device: string
    readonly options: {
      readonly path: string
      readonly httpOnly: boolean
      readonly secure: boolean
      readonly sameSite: 'Lax'
    }
  }
  readonly provider?: IdentityProvider | undefined
  /** The demo city lets one choose who to be; never set elsewhere. */
  readonly demo?: boolean
  /** Only a path of our own. */
  readonly ownPath: (to: string) => string
}

const YEAR = 31_536_000

export type DoorShell = ReturnType<typeof doorShell>

/** Passwords, and the way back: that is refused as it was sent, not made right. */
const AS_TYPED: ReadonlySet<string> = new Set(['wachtwoord', 'nogmaals', 'naar'])

/** The acts that doors share, for one site. */
export function doorShell(options: DoorOptions) {
  const { db, look, city, cookies, ownPath } = options
  const door: Door = { look, city }
  const show = (c: Context, body: ReactNode, status: 200 | 400 | 401 | 404 | 422 | 429 = 200) =>
    c.html(html(body), status)
  const fields = async (c: Context) => {
    // A body that cannot be read has no fields.
    const sent = sentOf(await c.req.parseBody({ all: true }).catch((): Record<string, string> => ({})))
    return (name: string): string => (AS_TYPED.has(name) ? sent.raw(name) : sent.text(name))
  }
  const client = (c: Context): string => c.req.header('user-agent') ?? ''
  const setSession = (c: Context, cookie: string) => setCookie(c, cookies.session, cookie, cookies.options)
  const pending = async (c: Context): Promise<Session | undefined> => {
    const session = await sessionOf(db, getCookie(c, cookies.session))
    return session?.factor === 'password' ? session : undefined
  }
  const act = (municipality: string, person: string, what: ActName) =>
    asPerson(db, { municipality, person, organisation: null }, 'write', (tx) =>
      record(tx, municipality, { act: what, object: `person/${person}` }),
    )
  /**
   * Who it was is not known: only whose account it was about. Not waited for, so that an account that exists takes no
   * longer to be refused.
   */
  const refused = (municipality: string, account: string, step: 'password' | 'code') => {
    asPerson(db, { municipality, person: '', organisation: null }, 'write', (tx) =>
      record(tx, municipality, { act: 'sign-in-refused', object: `person/${account}`, detail: { step } }),
    ).catch((error: unknown) => console.error('Een mislukte aanmelding kwam niet in het logboek:', error))
  }

  /** The device's own secret; kept for a year so that a stranger's guesses do not count for it. */
  const deviceOf = (c: Context): { readonly id: string; readonly known: boolean } => {
    const cookie = getCookie(c, cookies.device)
    return cookie !== undefined && isToken(cookie)
      ? { id: hashOfToken(cookie), known: true }
      : { id: `strange:${hashOfToken(client(c))}`, known: false }
  }

  /** After the password (or the provider): a session that opens the second step, or everything when that was done. */
  const enter = async (c: Context, account: Account, factor: Session['factor'], to: string) => {
    const old = await sessionOf(db, getCookie(c, cookies.session))
    if (old) await endSession(db, old.municipality.id, old.hash)
    setSession(c, await beginSession(db, account.municipality, account.id, factor, client(c)))
    if (factor === 'full') {
      await noteSeen(db, account.municipality, account.id)
      await act(account.municipality, account.id, 'signed-in')
      const had = getCookie(c, cookies.device) ?? ''
      const device = isToken(had) ? had : newToken()
      if (device !== had) setCookie(c, cookies.device, device, { ...cookies.options, maxAge: YEAR })
      await keepDevice(db, account.municipality, account.id, hashOfToken(device))
      return c.redirect(ownPath(to), 303)
    }
    const query = to === '' ? '' : `?naar=${encodeURIComponent(to)}`
    return c.redirect(
      account.secondFactor === null ? '/balie/tweede-stap/instellen' : `/balie/tweede-stap${query}`,
      303,
    )
  }

  return { ...options, door, show, fields, pending, act, refused, deviceOf, enter }
}

/** What the work gives, or undefined for what is not ours, was changed, or is of another session. */
export function opened<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
