/** Signing in through the municipality's own identity provider (OpenID Connect). */
import type { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { secretBox } from '../../../lib/secret-box.ts'
import type { Kept } from '../../../model/identity.ts'
import { accountByEmail, accountByIdentity, bindIdentity } from '../accounts-store.ts'
import { opened, type DoorShell } from './shell.tsx'
import { signInPage } from './sign-in.tsx'

/** Opens the doors to and from the identity provider, when there is one. */
export function workAccount(app: Hono, shell: DoorShell): void {
  const { db, provider, cookies, key, origin, enter } = shell
  if (!provider) return
  const cookie = `${cookies.session}-heen`
  // A link and no form: a browser holds `form-action` against where a form is sent on to, too.
  app.get('/aanmelden/gemeente', async (c) => {
    const begun = await provider.begin(`${origin}/balie/aanmelden/terug`).catch((error: unknown) => {
      console.error('De identiteitsvoorziening:', error)
    })
    if (!begun)
      return signInPage(shell, c, 401, {
        to: c.req.query('naar') ?? '',
        problems: { '': 'Het werkaccount is nu niet te bereiken. Probeer het later opnieuw, of vraag de beheerder.' },
      })
    setCookie(
      c,
      cookie,
      secretBox(key, 'oidc').seal(JSON.stringify({ keep: begun.keep, to: c.req.query('naar') ?? '' })),
      { ...cookies.options, maxAge: 600 },
    )
    return c.redirect(begun.url, 303)
  })
  app.get('/aanmelden/terug', async (c) => {
    const kept = opened(
      () => JSON.parse(secretBox(key, 'oidc').open(getCookie(c, cookie) ?? '')) as { keep: Kept; to: string },
    )
    setCookie(c, cookie, '', { ...cookies.options, maxAge: 0 })
    const identity =
      kept &&
      (await provider
        .end(new URL(`${origin}/balie/aanmelden/terug${new URL(c.req.url).search}`), kept.keep)
        .catch((error: unknown) => {
          console.error('Inloggen met een werkaccount:', error)
        }))
    if (!kept || !identity)
      return signInPage(shell, c, 401, {
        to: kept?.to ?? '',
        problems: { '': 'Inloggen met uw werkaccount is niet gelukt. Probeer het opnieuw.' },
      })
    const place = (await shell.places()).find(({ slug }) => slug === shell.municipality)
    const binding = `${identity.issuer} ${identity.subject}`
    const byKey = place && (await accountByIdentity(db, place.id, binding))
    // The first time by the address that the provider vouches for; only for someone who was invited here.
    const known =
      place && !byKey && identity.emailVerified && identity.email !== undefined
        ? await accountByEmail(db, place.id, identity.email)
        : undefined
    // An address that was given to somebody new does not bring the account of the one before.
    const byMail = known?.linked ? undefined : known
    const account = byKey ?? byMail
    if (!place || !account || account.state === 'blocked' || account.state === 'left') {
      return signInPage(shell, c, 401, {
        to: kept.to,
        problems: { '': 'Uw werkaccount is hier niet bekend. Vraag de beheerder om een uitnodiging.' },
      })
    }
    if (byMail || account.state === 'invited') await bindIdentity(db, place.id, account.id, binding)
    return enter(c, account, identity.secondFactor ? 'full' : 'password', kept.to)
  })
}
