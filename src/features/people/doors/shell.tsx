/** What every door does alike: read a form, show a page, know the device, let somebody in, keep what was done. */
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { ReactNode } from 'react'
import { asPerson } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import type { Db } from '../../../db/connect.ts'
import { municipalities } from '../../../db/municipality.ts'
import { hashOfToken, isToken, newToken } from '../../../lib/token.ts'
import type { ActName } from '../../../vocabulary/act.ts'
import type { IdentityProvider } from '../../../model/identity.ts'
import { sentOf } from '../../../web/desk/sent.ts'
import { html } from '../../../web/layout.tsx'
import type { Look } from '../../../web/view.ts'
import { addressOf } from '../../../web/address.ts'
import { bodyReader, TooLarge } from '../../../web/body.ts'
import { Busy, type Later } from '../../../lib/in-turn.ts'
import { noteSeen, type Account } from '../accounts-store.ts'
import { keepDevice } from '../devices-store.ts'
import { countGuess } from '../guesses-store.ts'
import { linkOf, type Link } from '../links-store.ts'
import type { Guess } from '../rules.ts'
import { beginSession, endSession, sessionOf, type Session } from '../sessions-store.ts'
import { DeadLinkPage } from './dead-link.tsx'
import type { Door } from './frame.tsx'

/** What the doors need of the site they stand in. */
export type DoorOptions = {
  readonly db: Db
  readonly look: Look
  readonly origin: string
  /** Slug of the municipality this site is of: chosen beforehand when there are more. */
  readonly municipality: string
  readonly city: string
  /** Id of the municipality that this host is of: then nobody of another comes in here. */
  readonly only?: string | undefined
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
  /** For what is done after the answer was given. */
  readonly later: Later
  /** Web servers in front of us whose word about an address counts, beside this machine's. */
  readonly proxies?: readonly string[]
  /** The demo city lets one choose who to be; never set elsewhere. */
  readonly demo?: boolean
  /** Only a path of our own. */
  readonly ownPath: (to: string) => string
}

const YEAR = 31_536_000
const LARGEST = 16 * 1024
/** Forms of strangers: together a few megabytes at most, and each within seconds. */
const BODIES = { together: 4 * 1024 * 1024, pause: 5_000, whole: 15_000 }

export type DoorShell = ReturnType<typeof doorShell>

/** Passwords, and the way back: that is refused as it was sent, not made right. */
const AS_TYPED: ReadonlySet<string> = new Set(['wachtwoord', 'nogmaals', 'naar'])

/** The acts that doors share, for one site. */
export function doorShell(options: DoorOptions) {
  const { db, look, city, only, key, cookies, ownPath, later, proxies } = options
  const door: Door = { look, city }
  const reading = bodyReader(BODIES)
  const show = (c: Context, body: ReactNode, status: 200 | 400 | 401 | 404 | 422 | 429 = 200) =>
    c.html(html(body), status)
  /** Shows a page that says how long to wait. */
  const showWait = (c: Context, seconds: number, body: ReactNode) => {
    c.header('Retry-After', String(seconds))
    return show(c, body, 429)
  }
  /** The fields of a form. A body that cannot be read has none; throws TooLarge, and Busy when too many send one. */
  const fields = (c: Context) =>
    reading(c.req.raw, LARGEST, async (read) => {
      if (read.kind === 'busy') throw new Busy(10)
      if (read.kind === 'too-large') throw new TooLarge(read.size, read.most)
      const sent = sentOf(read.kind === 'fields' ? read.fields : {})
      return (name: string): string => (AS_TYPED.has(name) ? sent.raw(name) : sent.text(name))
    })
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
   * What was done about an account by who knows whom: the trail names nobody. Written later, so that an account that
   * exists takes no longer to be refused.
   */
  const noted = (municipality: string, account: string, what: ActName, detail: Readonly<Record<string, string>> = {}) =>
    later.add(() =>
      asPerson(db, { municipality, person: '', organisation: null }, 'write', (tx) =>
        record(tx, municipality, { act: what, object: `person/${account}`, detail }),
      ),
    )

  /** The device's own secret; kept for a year so that a stranger's guesses do not count for it. */
  const deviceOf = (c: Context): string | undefined => {
    const cookie = getCookie(c, cookies.device)
    return cookie !== undefined && isToken(cookie) ? hashOfToken(cookie) : undefined
  }
  /** Of which municipalities somebody can come in here. */
  const places = async () => (await municipalities(db)).filter(({ id }) => only === undefined || id === only)
  /** Counts a guess before anything is looked at; see `countGuess`. */
  const counted = (c: Context, guess: Pick<Guess, 'secret' | 'account'> & { readonly known?: boolean }) =>
    countGuess(db, key, {
      known: false,
      ...guess,
      device: deviceOf(c) ?? hashOfToken(client(c)),
      address: addressOf(c, proxies),
    })

  /**
   * What the link of this address stands for, or the page that says that it does not open. One that opens nothing is a
   * guess of its network address.
   */
  const linked = async <T extends object>(
    c: Context,
    find: (link: Link, token: string) => Promise<T | undefined>,
  ): Promise<T | Response> => {
    const guess = await counted(c, { secret: 'link' })
    if (guess.wait !== undefined) return showWait(c, guess.wait, <DeadLinkPage door={door} wait={guess.wait} />)
    const token = c.req.param('token') ?? ''
    const link = isToken(token) ? await linkOf(db, token) : undefined
    const found = link && (only === undefined || link.municipality === only) ? await find(link, token) : undefined
    if (!found) return show(c, <DeadLinkPage door={door} />, 404)
    await guess.right()
    return found
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

  return { ...options, door, show, showWait, fields, pending, act, noted, deviceOf, places, counted, linked, enter }
}

/** What the work gives, or undefined for what is not ours, was changed, or is of another session. */
export function opened<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
