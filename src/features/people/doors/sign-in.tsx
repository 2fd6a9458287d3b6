/** Signing in with an address and a password; in the demo city by choosing who to be. */
import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { verifyPassword } from '../../../lib/password.ts'
import { Busy } from '../../../lib/in-turn.ts'
import { ROLE_NAMES } from '../../../vocabulary/roles.ts'
import { Button, Buttons, Field, none, Select, type Problems } from '../../../web/desk/form.tsx'
import { Link, Notice, Text } from '../../../web/parts.tsx'
import { accountByEmail, demoPeople } from '../accounts-store.ts'
import { atTheDoor } from '../devices-store.ts'
import { waitText } from '../rules.ts'
import { sessionOf } from '../sessions-store.ts'
import { Around, type Door } from './frame.tsx'
import type { DoorShell } from './shell.tsx'

const WRONG = 'E-mailadres en wachtwoord horen niet bij elkaar. Controleer beide, of vraag een nieuw wachtwoord aan.'
const RESET = 'Of vraag een nieuw wachtwoord aan: dat kan meteen.'
const BUSY = 'Er proberen nu te veel mensen tegelijk in te loggen. Wacht een halve minuut en probeer het opnieuw.'
type Again = { readonly email: string; readonly municipality: string; readonly to: string }

function SignInPage({
  door,
  to,
  problems,
  email = '',
  municipality = '',
  municipalities,
  provider,
  demo,
}: {
  door: Door
  to: string
  problems?: Problems
  email?: string
  municipality?: string
  municipalities: readonly { readonly slug: string; readonly name: string }[]
  provider: boolean
  demo: readonly { readonly name: string; readonly email: string; readonly roles: string }[]
}) {
  return (
    <Around
      door={door}
      title="Inloggen"
      lead="Voor wie bij de gemeente aan de digitale stad werkt, en voor organisaties die meedoen."
      problems={problems ?? none}
    >
      {/[?&]getypt=/.test(to) ? (
        <Notice title="U was uitgelogd">
          <Text>
            Wat u invulde, is bewaard en nog niet opgeslagen. Log binnen een dag in. Dan komt u terug op dezelfde
            pagina, en staat uw tekst er weer. Alleen u kunt hem zien.
          </Text>
        </Notice>
      ) : null}
      {provider ? (
        <div className="ld-desk-form">
          <div className="ld-buttons">
            <a
              className="nl-button nl-button--primary"
              href={`/balie/aanmelden/gemeente?naar=${encodeURIComponent(to)}`}
            >
              Inloggen met uw werkaccount
            </a>
          </div>
          <Text>Of met een wachtwoord van Leidraad:</Text>
        </div>
      ) : null}
      <form method="post" action="/balie/aanmelden" className="ld-desk-form" noValidate>
        <input type="hidden" name="naar" value={to} />
        {municipalities.length > 1 ? (
          <Select
            name="gemeente"
            label="Gemeente"
            value={municipality}
            options={municipalities.map(({ slug, name }) => ({ value: slug, label: name }))}
            {...(problems ? { problems } : {})}
          />
        ) : null}
        <Field
          name="email"
          label="E-mailadres"
          type="email"
          autoComplete="username"
          value={email}
          {...(problems ? { problems } : {})}
        />
        <Field
          name="wachtwoord"
          label="Wachtwoord"
          type="password"
          autoComplete="current-password"
          maxLength={600}
          {...(problems ? { problems } : {})}
        />
        <Buttons>
          <Button kind={provider ? 'secondary' : 'primary'}>Inloggen</Button>
          <Link to="/balie/wachtwoord-vergeten">Wachtwoord vergeten</Link>
        </Buttons>
      </form>
      {demo.length === 0 ? null : (
        <Notice title="Dit is de demostad: kies wie u bent">
          <Text>
            Deze mensen zijn verzonnen. In een echte gemeente staat deze lijst er niet en vraagt inloggen een wachtwoord
            en een extra code.
          </Text>
          <ul className="ld-demo-people">
            {demo.map(({ name, email: address, roles }) => (
              <li key={address}>
                <form method="post" action="/balie/aanmelden/demo">
                  <input type="hidden" name="naar" value={to} />
                  <input type="hidden" name="email" value={address} />
                  <button className="ld-plain-button" type="submit">
                    {name}
                  </button>
                  <span className="ld-quiet"> {roles}</span>
                </form>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Around>
  )
}

/** The sign-in page of this site, also for who comes back from the work account without success. */
export async function signInPage(
  { db, door, municipality, places, provider, demo, show }: DoorShell,
  c: Context,
  status: 200 | 401 | 422 | 429,
  more: { problems?: Problems; email?: string; municipality?: string; to: string },
): Promise<Response> {
  const people = demo ? await demoPeople(db, municipality) : []
  return show(
    c,
    <SignInPage
      door={door}
      municipality={municipality}
      provider={provider !== undefined}
      municipalities={await places()}
      demo={people.map(({ name, email, roles }) => ({
        name,
        email,
        roles: roles.map((role) => ROLE_NAMES[role]).join(', '),
      }))}
      {...more}
    />,
    status,
  )
}

/** Opens the doors for signing in. */
export function signIn(app: Hono, shell: DoorShell): void {
  const { db, cookies, places, only, fields, noted, deviceOf, counted, enter } = shell
  app.get('/aanmelden', async (c) => {
    const session = await sessionOf(db, getCookie(c, cookies.session))
    if (session?.factor === 'full') return c.redirect('/balie', 303)
    return signInPage(shell, c, 200, { to: c.req.query('naar') ?? '' })
  })
  app.post('/aanmelden', async (c) => {
    const field = await fields(c)
    const [email, password, to] = [field('email').trim().toLowerCase(), field('wachtwoord'), field('naar')]
    const slug = (only === undefined && field('gemeente')) || shell.municipality
    const problems = {
      ...(email === '' ? { email: 'Vul uw e-mailadres in.' } : {}),
      ...(password === '' ? { wachtwoord: 'Vul uw wachtwoord in.' } : {}),
    }
    if (Object.keys(problems).length > 0) return signInPage(shell, c, 422, { problems, email, municipality: slug, to })
    const again = { email, municipality: slug, to }
    const { account, known } = await atTheDoor(db, slug, email.slice(0, 320), deviceOf(c))
    const guess = await counted(c, { secret: 'password', account: `${slug}/${email}`, known })
    if (guess.wait !== undefined) return wait(c, guess.wait, `${waitText(guess.wait)} ${RESET}`, again)
    const kept = account?.state === 'active' ? account.password : null
    let right: boolean
    try {
      right = await verifyPassword(password, kept, { ahead: known })
    } catch (error) {
      if (!(error instanceof Busy)) throw error
      await guess.unseen()
      return wait(c, error.seconds, BUSY, again)
    }
    if (!right || !account) {
      if (account) noted(account.municipality, account.id, 'sign-in-refused', { step: 'password' })
      return signInPage(shell, c, 401, { problems: { email: WRONG }, ...again })
    }
    await guess.right()
    return enter(c, account, 'password', to)
  })
  const wait = (c: Context, seconds: number, text: string, again: Again) => {
    c.header('Retry-After', String(seconds))
    return signInPage(shell, c, 429, { problems: { email: text }, ...again })
  }
  if (shell.demo) {
    app.post('/aanmelden/demo', async (c) => {
      const place = (await places()).find(({ slug }) => slug === shell.municipality)
      const field = await fields(c)
      const account = place && (await accountByEmail(db, place.id, field('email')))
      return account?.state === 'active'
        ? enter(c, account, 'full', field('naar'))
        : c.redirect('/balie/aanmelden', 303)
    })
  }
}
