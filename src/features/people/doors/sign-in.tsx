/** Signing in with an address and a password; in the demo city by choosing who to be. */
import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { municipalities } from '../../../db/municipality.ts'
import { verifyPassword } from '../../../lib/password.ts'
import { hashOfToken } from '../../../lib/token.ts'
import { ROLE_NAMES } from '../../../model/roles.ts'
import { Button, Buttons, Field, none, Select, type Problems } from '../../../web/desk/form.tsx'
import { Link, Notice, Text } from '../../../web/parts.tsx'
import { accountByEmail, demoPeople } from '../accounts-store.ts'
import { failures, forgetFailures, keepFailure, knownDevice } from '../guesses-store.ts'
import { mustWait, WAIT_MINUTES } from '../rules.ts'
import { sessionOf } from '../sessions.ts'
import { Around, type Door } from './frame.tsx'
import type { DoorShell } from './shell.tsx'

const WRONG = 'E-mailadres en wachtwoord horen niet bij elkaar. Controleer beide, of vraag een nieuw wachtwoord aan.'
const WAIT =
  `Er is te vaak geprobeerd. Wacht ${WAIT_MINUTES} minuten, of vraag een nieuw wachtwoord aan: dat kan ` + `meteen.`

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
      title="Aanmelden"
      lead="Voor wie bij de gemeente aan de digitale stad werkt, en voor organisaties die meedoen."
      problems={problems ?? none}
    >
      {provider ? (
        <div className="ld-desk-form">
          <div className="ld-buttons">
            <a
              className="nl-button nl-button--primary"
              href={`/balie/aanmelden/gemeente?naar=${encodeURIComponent(to)}`}
            >
              Aanmelden met uw werkaccount
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
          maxLength={200}
          {...(problems ? { problems } : {})}
        />
        <Buttons>
          <Button kind={provider ? 'secondary' : 'primary'}>Aanmelden</Button>
          <Link to="/balie/wachtwoord-vergeten">Wachtwoord vergeten</Link>
        </Buttons>
      </form>
      {demo.length === 0 ? null : (
        <Notice title="Dit is de demostad: kies wie u bent">
          <Text>
            Deze mensen zijn verzonnen. In een echte gemeente staat deze lijst er niet en vraagt aanmelden een
            wachtwoord en een tweede stap.
          </Text>
          <ul className="ld-demo-people">
            {demo.map(({ name, email: address, roles }) => (
              <li key={address}>
                <form method="post" action="/balie/aanmelden/demo">
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
  { db, door, municipality, provider, demo, show }: DoorShell,
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
      municipalities={await municipalities(db)}
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
  const { db, cookies, fields, refused, deviceOf, enter } = shell
  app.get('/aanmelden', async (c) => {
    const session = await sessionOf(db, getCookie(c, cookies.session))
    if (session?.factor === 'full') return c.redirect('/balie', 303)
    return signInPage(shell, c, 200, { to: c.req.query('naar') ?? '' })
  })
  app.post('/aanmelden', async (c) => {
    const field = await fields(c)
    const [email, password, to] = [field('email').trim().toLowerCase(), field('wachtwoord'), field('naar')]
    const slug = field('gemeente') || shell.municipality
    const problems = {
      ...(email === '' ? { email: 'Vul uw e-mailadres in.' } : {}),
      ...(password === '' ? { wachtwoord: 'Vul uw wachtwoord in.' } : {}),
    }
    if (Object.keys(problems).length > 0) return signInPage(shell, c, 422, { problems, email, municipality: slug, to })
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
      return signInPage(shell, c, 429, { problems: { email: WAIT }, email, municipality: slug, to })
    const right = await verifyPassword(password, account?.state === 'active' ? account.password : null)
    if (!right || !account || !place) {
      if (place) await keepFailure(db, place.id, name, device)
      if (place && account) refused(place.id, account.id, 'password')
      return signInPage(shell, c, 401, { problems: { email: WRONG }, email, municipality: slug, to })
    }
    await forgetFailures(db, place.id, name, device)
    return enter(c, account, 'password', to)
  })
  if (shell.demo) {
    app.post('/aanmelden/demo', async (c) => {
      const place = (await municipalities(db)).find(({ slug }) => slug === shell.municipality)
      const account = place && (await accountByEmail(db, place.id, (await fields(c))('email')))
      return account?.state === 'active' ? enter(c, account, 'full', '/balie') : c.redirect('/balie/aanmelden', 303)
    })
  }
}
