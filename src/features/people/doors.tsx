/**
 * The doors of the desk: everything that opens without being signed in. What goes wrong here never tells whether an
 * account exists.
 */
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import type { ReactNode } from 'react'
import { asPerson } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import type { Db } from '../../db/connect.ts'
import { queueMessage } from '../../db/messages.ts'
import { municipalities } from '../../db/municipality.ts'
import { codeUri, hashOfRecoveryCode, newRecoveryCodes, newSecret, stepOf } from '../../lib/one-time-code.ts'
import { hashPassword, passwordProblem, verifyPassword } from '../../lib/password.ts'
import { secretBox } from '../../lib/secret-box.ts'
import { hashOfToken, isToken, newToken } from '../../lib/token.ts'
import type { IdentityProvider, Kept } from '../../model/identity.ts'
import type { ActName } from '../../model/act.ts'
import { ROLE_NAMES } from '../../model/roles.ts'
import { html } from '../../web/layout.tsx'
import type { Look } from '../../web/view.ts'
import {
  AskResetPage,
  DeadLinkPage,
  DeclinedPage,
  InvitationPage,
  NewFactorPage,
  NewPasswordPage,
  RecoveryCodesPage,
  SecondStepPage,
  SignInPage,
} from './door-pages.tsx'
import { declineInvitation, invitationOf, partnerOf } from './invitation.ts'
import { mustWait, problemsOf, WAIT_MINUTES } from './rules.ts'
import { beginSession, endOtherSessions, endSession, sessionOf, type Session } from './sessions.ts'
import {
  accountByEmail,
  accountById,
  accountByIdentity,
  dropFailure,
  failures,
  forgetFailures,
  forgetLinks,
  keepDevice,
  keepFailure,
  knownDevice,
  linkOf,
  makeLink,
  setPassword,
  setSecondFactor,
  useLink,
  useRecoveryCode,
  useStep,
  type Account,
} from './store.ts'

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

const WRONG = 'E-mailadres en wachtwoord horen niet bij elkaar. Controleer beide, of vraag een nieuw wachtwoord aan.'
const WAIT =
  `Er is te vaak geprobeerd. Wacht ${WAIT_MINUTES} minuten, of vraag een nieuw wachtwoord aan: dat kan ` + `meteen.`
const WAIT_CODE = `Er is te vaak geprobeerd. Wacht ${WAIT_MINUTES} minuten en probeer het opnieuw.`
const YEAR = 31_536_000

export function doors(options: DoorOptions): Hono {
  const { db, look, city, cookies, key, provider, ownPath, origin } = options
  const door = { look, city }
  const app = new Hono()
  app.use(bodyLimit({ maxSize: 16 * 1024 }))
  const show = (c: Context, body: ReactNode, status: 200 | 400 | 401 | 404 | 422 | 429 = 200) =>
    c.html(html(body), status)
  const fields = async (c: Context) => {
    // A body that cannot be read has no fields; a character that the database refuses is in no name or password.
    const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
    return (name: string): string =>
      typeof body[name] === 'string' ? body[name].replaceAll('\0', '').toWellFormed() : ''
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

  const demoPeople = async () =>
    options.demo
      ? db
          .selectFrom('person')
          .innerJoin('municipality', 'municipality.id', 'person.municipality')
          .select(['person.name', 'email', 'roles'])
          .where('slug', '=', options.municipality)
          .where('state', '=', 'active')
          .where('person.function', '!=', 'namens de organisatie')
          .orderBy('person.created_at')
          .limit(40)
          .execute()
      : []
  const signInPage = async (
    c: Context,
    status: 200 | 401 | 422 | 429,
    more: { problems?: Readonly<Record<string, string>>; email?: string; municipality?: string; to: string },
  ) =>
    show(
      c,
      <SignInPage
        door={door}
        municipality={options.municipality}
        provider={provider !== undefined}
        municipalities={await municipalities(db)}
        demo={(await demoPeople()).map(({ name, email, roles }) => ({
          name,
          email,
          roles: roles.map((role) => ROLE_NAMES[role]).join(', '),
        }))}
        {...more}
      />,
      status,
    )

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
      await db
        .updateTable('person')
        .set({ seen_at: new Date() })
        .where('municipality', '=', account.municipality)
        .where('id', '=', account.id)
        .execute()
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

  app.get('/aanmelden', async (c) => {
    const session = await sessionOf(db, getCookie(c, cookies.session))
    if (session?.factor === 'full') return c.redirect('/balie', 303)
    return signInPage(c, 200, { to: c.req.query('naar') ?? '' })
  })
  app.post('/aanmelden', async (c) => {
    const field = await fields(c)
    const [email, password, to] = [field('email').trim().toLowerCase(), field('wachtwoord'), field('naar')]
    const slug = field('gemeente') || options.municipality
    const problems = {
      ...(email === '' ? { email: 'Vul uw e-mailadres in.' } : {}),
      ...(password === '' ? { wachtwoord: 'Vul uw wachtwoord in.' } : {}),
    }
    if (Object.keys(problems).length > 0) return signInPage(c, 422, { problems, email, municipality: slug, to })
    const place = (await municipalities(db)).find((each) => each.slug === slug)
    const account = place && (await accountByEmail(db, place.id, email.slice(0, 320)))
    const name = hashOfToken(email)
    // A cookie that this account never signed in with is a stranger's, whatever it says.
    const claimed = deviceOf(c)
    const trusted =
      claimed.known &&
      account !== undefined &&
      place !== undefined &&
      (await knownDevice(db, place.id, account.id, claimed.id))
    const device = trusted ? claimed.id : `strange:${claimed.id.replace(/^strange:/, '')}`
    if (place && mustWait({ known: trusted, ...(await failures(db, place.id, name, device)) }))
      return signInPage(c, 429, { problems: { email: WAIT }, email, municipality: slug, to })
    const right = await verifyPassword(password, account?.state === 'active' ? account.password : null)
    if (!right || !account || !place) {
      if (place) await keepFailure(db, place.id, name, device)
      if (place && account) refused(place.id, account.id, 'password')
      return signInPage(c, 401, { problems: { email: WRONG }, email, municipality: slug, to })
    }
    await forgetFailures(db, place.id, name, device)
    return enter(c, account, 'password', to)
  })
  if (options.demo) {
    app.post('/aanmelden/demo', async (c) => {
      const place = (await municipalities(db)).find(({ slug }) => slug === options.municipality)
      const account = place && (await accountByEmail(db, place.id, (await fields(c))('email')))
      return account?.state === 'active' ? enter(c, account, 'full', '/balie') : c.redirect('/balie/aanmelden', 303)
    })
  }

  app.get('/tweede-stap', async (c) =>
    (await pending(c))
      ? show(c, <SecondStepPage door={door} to={c.req.query('naar') ?? ''} />)
      : c.redirect('/balie/aanmelden', 303),
  )
  app.post('/tweede-stap', async (c) => {
    const session = await pending(c)
    if (!session) return c.redirect('/balie/aanmelden', 303)
    const field = await fields(c)
    const { id } = session.municipality
    const account = await accountById(db, id, session.person.id)
    if (!account?.secondFactor) return c.redirect('/balie/tweede-stap/instellen', 303)
    // Whoever is here knows the password: the count is of the account, and the reset link stays open.
    const name = `second:${account.id}`
    // Counted before it is looked at: a thousand at once are a thousand.
    const guess = await keepFailure(db, id, name, 'code')
    const counted = await failures(db, id, name, 'code')
    if (guess === undefined || mustWait({ known: true, ...counted, ofDevice: counted.ofDevice - 1 })) {
      if (guess !== undefined) await dropFailure(db, id, guess)
      return show(c, <SecondStepPage door={door} to={field('naar')} problems={{ code: WAIT_CODE }} />, 429)
    }
    const step = stepOf(secretBox(key, account.id).open(account.secondFactor), field('code'), account.lastStep)
    const right =
      step !== undefined
        ? await useStep(db, id, account.id, step)
        : await useRecoveryCode(db, id, account.id, hashOfRecoveryCode(field('code')))
    if (!right) {
      refused(id, account.id, 'code')
      return show(
        c,
        <SecondStepPage
          door={door}
          to={field('naar')}
          problems={{
            code: 'Deze code klopt niet of is al gebruikt. Wacht op de volgende code en probeer het opnieuw.',
          }}
        />,
        422,
      )
    }
    await forgetFailures(db, id, name, 'code')
    if (step === undefined) await act(id, account.id, 'recovery-code-used')
    return enter(c, account, 'full', field('naar'))
  })

  app.get('/tweede-stap/instellen', async (c) => {
    const session = await pending(c)
    if (!session) return c.redirect('/balie/aanmelden', 303)
    if ((await accountById(db, session.municipality.id, session.person.id))?.secondFactor)
      return c.redirect('/balie/tweede-stap', 303)
    return show(c, newFactor(session, newSecret()))
  })
  const newFactor = (session: Session, secret: string, problems?: Readonly<Record<string, string>>) => (
    <NewFactorPage
      door={door}
      secret={secret}
      uri={codeUri(secret, session.person.email, `Leidraad ${session.municipality.name}`)}
      sealed={secretBox(key, `new:${session.hash}`).seal(secret)}
      {...(problems ? { problems } : {})}
    />
  )
  app.post('/tweede-stap/instellen', async (c) => {
    const session = await pending(c)
    if (!session) return c.redirect('/balie/aanmelden', 303)
    const { id } = session.municipality
    const account = await accountById(db, id, session.person.id)
    // One that is there is never replaced from here: a stolen password would be enough then.
    if (!account || account.secondFactor) return c.redirect('/balie/tweede-stap', 303)
    const field = await fields(c)
    const secret = opened(() => secretBox(key, `new:${session.hash}`).open(field('geheim')))
    if (secret === undefined) return c.redirect('/balie/tweede-stap/instellen', 303)
    const step = stepOf(secret, field('code'), null)
    if (step === undefined)
      return show(
        c,
        newFactor(session, secret, {
          code: 'Deze code klopt niet. Kijk of de klok van uw telefoon gelijk loopt en vul de nieuwste code in.',
        }),
        422,
      )
    const codes = newRecoveryCodes()
    await setSecondFactor(db, id, account.id, secretBox(key, account.id).seal(secret), codes.map(hashOfRecoveryCode))
    await useStep(db, id, account.id, step)
    await act(id, account.id, 'second-factor-set')
    await enter(c, account, 'full', '/balie')
    return show(c, <RecoveryCodesPage door={door} codes={codes} />)
  })

  app.get('/wachtwoord-vergeten', (c) => show(c, <AskResetPage door={door} />))
  app.post('/wachtwoord-vergeten', async (c) => {
    const email = (await fields(c))('email').trim().toLowerCase()
    if (!/^[^\s@]+@[^\s@]+$/.test(email))
      return show(
        c,
        <AskResetPage
          door={door}
          email={email}
          problems={{ email: 'Vul uw e-mailadres in, zoals naam@gemeente.nl.' }}
        />,
        422,
      )
    for (const place of await municipalities(db)) {
      const account = await accountByEmail(db, place.id, email.slice(0, 320))
      if (
        account?.state !== 'active' ||
        mustWait({ known: true, ...(await failures(db, place.id, `reset:${account.id}`, 'reset')) })
      )
        continue
      await keepFailure(db, place.id, `reset:${account.id}`, 'reset')
      await asPerson(db, { municipality: place.id, person: account.id, organisation: null }, 'write', async (tx) => {
        const token = await makeLink(tx, place.id, 'reset', { person: account.id })
        await queueMessage(tx, place.id, {
          recipient: account.email,
          person: account.id,
          kind: 'reset',
          key: `reset/${hashOfToken(token)}`,
          subject: `Nieuw wachtwoord voor Leidraad ${place.name}`,
          body:
            `Beste ${account.name},\n\nU vroeg een nieuw wachtwoord aan. Kies het hier, binnen één ` +
            `uur:\n${origin}/balie/link/${token}\n\nHeeft u niets gevraagd? Dan hoeft u niets te doen: uw ` +
            `wachtwoord blijft zoals het is.\n`,
        })
        await record(tx, place.id, { act: 'reset-asked', object: `person/${account.id}` })
      })
    }
    return show(c, <AskResetPage door={door} sent />)
  })

  const opens = async (c: Context) => {
    const token = c.req.param('token') ?? ''
    const link = isToken(token) ? await linkOf(db, token) : undefined
    const account =
      link?.person == null || link.kind === 'baseline'
        ? undefined
        : await accountById(db, link.municipality, link.person)
    return link && account && account.state !== 'blocked' && account.state !== 'left'
      ? { token, link, account }
      : undefined
  }
  app.get('/link/:token', async (c) => {
    const found = await opens(c)
    return found
      ? show(
          c,
          <NewPasswordPage
            door={door}
            token={found.token}
            name={found.account.name}
            first={found.link.kind !== 'reset'}
            asks={found.link.kind === 'administrator' ? { name: '', email: '' } : undefined}
          />,
        )
      : show(c, <DeadLinkPage door={door} />, 404)
  })
  app.post('/link/:token', async (c) => {
    const found = await opens(c)
    if (!found) return show(c, <DeadLinkPage door={door} />, 404)
    const { token, link, account } = found
    const field = await fields(c)
    const asks =
      link.kind === 'administrator'
        ? { name: field('naam').trim().slice(0, 200), email: field('email').trim().toLowerCase() }
        : undefined
    const { name, email } = asks ?? account
    const wrong = passwordProblem(field('wachtwoord'), [name, email, city])
    const problems = {
      ...problemsOf({ name, email, function: '', roles: account.roles, organisation: account.organisation ?? '' }),
      ...(wrong !== undefined
        ? { wachtwoord: wrong }
        : field('wachtwoord') !== field('nogmaals')
          ? { nogmaals: 'De twee wachtwoorden zijn niet gelijk.' }
          : {}),
    }
    if (Object.keys(problems).length > 0)
      return show(
        c,
        <NewPasswordPage
          door={door}
          token={token}
          name={account.name}
          first={link.kind !== 'reset'}
          asks={asks}
          problems={problems}
        />,
        422,
      )
    const taken = asks && (await accountByEmail(db, link.municipality, email))
    if (taken && taken.id !== account.id)
      return show(
        c,
        <NewPasswordPage
          door={door}
          token={token}
          name={account.name}
          first
          asks={asks}
          problems={{ email: 'Er is hier al iemand met dit e-mailadres. Kies een ander adres.' }}
        />,
        422,
      )
    const password = await hashPassword(field('wachtwoord'))
    const done = await asPerson(
      db,
      { municipality: link.municipality, person: account.id, organisation: null },
      'write',
      async (tx) => {
        if (!(await useLink(tx, token))) return false
        await forgetLinks(tx, link.municipality, account.id, token)
        if (asks)
          await tx
            .updateTable('person')
            .set({ name, email })
            .where('municipality', '=', link.municipality)
            .where('id', '=', account.id)
            .execute()
        await setPassword(tx, link.municipality, account.id, password)
        await endOtherSessions(tx, link.municipality, account.id)
        await record(tx, link.municipality, {
          act: link.kind === 'reset' ? 'password-reset' : 'invitation-accepted',
          object: `person/${account.id}`,
        })
        return true
      },
    )
    if (!done) return show(c, <DeadLinkPage door={door} />, 404)
    // The second factor stays what it was: a reset by mail is not a way around it (ASVS 6.4.3).
    return enter(c, (await accountById(db, link.municipality, account.id))!, 'password', '')
  })

  // An organisation comes in by the link of its invitation, without an account; the link goes on working until it ends.
  const invited = async (c: Context) => {
    const token = c.req.param('token') ?? ''
    const link = isToken(token) ? await linkOf(db, token) : undefined
    return link?.kind === 'baseline' && link.baseline !== null
      ? await invitationOf(db, link.municipality, link.baseline)
      : undefined
  }
  app.get('/nulmeting/:token', async (c) => {
    const found = await invited(c)
    return found
      ? show(c, <InvitationPage door={door} token={c.req.param('token')} organisation={found.name} city={found.city} />)
      : show(c, <DeadLinkPage door={door} />, 404)
  })
  app.post('/nulmeting/:token', async (c) => {
    const found = await invited(c)
    if (!found) return show(c, <DeadLinkPage door={door} />, 404)
    if ((await fields(c))('doen') === 'nee') {
      return show(
        c,
        <DeclinedPage door={door} organisation={found.name} already={!(await declineInvitation(db, found))} />,
      )
    }
    const account = await partnerOf(db, found)
    if (!account) return show(c, <DeadLinkPage door={door} />, 404)
    return enter(c, account, 'full', '/balie/mijn-nulmeting')
  })

  if (provider) {
    const cookie = `${cookies.session}-heen`
    // A link and no form: a browser holds `form-action` against where a form is sent on to, too.
    app.get('/aanmelden/gemeente', async (c) => {
      const begun = await provider.begin(`${origin}/balie/aanmelden/terug`).catch((error: unknown) => {
        console.error('De identiteitsvoorziening:', error)
      })
      if (!begun)
        return signInPage(c, 401, {
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
            console.error('Aanmelden met een werkaccount:', error)
          }))
      if (!kept || !identity)
        return signInPage(c, 401, {
          to: '',
          problems: { '': 'Aanmelden met uw werkaccount is niet gelukt. Probeer het opnieuw.' },
        })
      const place = (await municipalities(db)).find(({ slug }) => slug === options.municipality)
      const key2 = `${identity.issuer} ${identity.subject}`
      const byKey = place && (await accountByIdentity(db, place.id, key2))
      // The first time by the address that the provider vouches for; only for someone who was invited here.
      const known =
        place && !byKey && identity.emailVerified && identity.email !== undefined
          ? await accountByEmail(db, place.id, identity.email)
          : undefined
      // An address that was given to somebody new does not bring the account of the one before.
      const byMail = known?.linked ? undefined : known
      const account = byKey ?? byMail
      if (!place || !account || account.state === 'blocked' || account.state === 'left') {
        return signInPage(c, 401, {
          to: '',
          problems: { '': 'Uw werkaccount is hier niet bekend. Vraag de beheerder om een uitnodiging.' },
        })
      }
      if (byMail || account.state === 'invited')
        await db
          .updateTable('person')
          .set({ identity: key2, state: 'active' })
          .where('municipality', '=', place.id)
          .where('id', '=', account.id)
          .execute()
      return enter(c, account, identity.secondFactor ? 'full' : 'password', kept.to)
    })
  }
  return app
}

function opened<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined // not ours, changed, or of another session: as good as not there
  }
}
