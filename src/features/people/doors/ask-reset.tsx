/** Asking for a link to choose a new password. */
import type { Hono } from 'hono'
import { asPerson } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { queueMessage } from '../../../db/messages.ts'
import { municipalities } from '../../../db/municipality.ts'
import { hashOfToken } from '../../../lib/token.ts'
import { Button, Buttons, Field, none, type Problems } from '../../../web/desk/form.tsx'
import { Link } from '../../../web/parts.tsx'
import { accountByEmail } from '../accounts-store.ts'
import { failures, keepFailure } from '../guesses-store.ts'
import { makeLink } from '../links-store.ts'
import { mustWait } from '../rules.ts'
import { Around, type Door } from './frame.tsx'
import type { DoorShell } from './shell.tsx'

function AskResetPage({
  door,
  problems = none,
  email = '',
  sent = false,
}: {
  door: Door
  problems?: Problems
  email?: string
  sent?: boolean
}) {
  if (sent) {
    return (
      <Around
        door={door}
        title="Kijk in uw mail"
        lead={
          'Als dit e-mailadres bij ons bekend is, krijgt u binnen een paar minuten een bericht met een link. De ' +
          'link werkt één uur.'
        }
      >
        <ul className="ld-list">
          <li>
            <Link to="/balie/aanmelden">Terug naar aanmelden</Link>
          </li>
        </ul>
      </Around>
    )
  }
  return (
    <Around
      door={door}
      title="Wachtwoord vergeten"
      lead={
        'Vul uw e-mailadres in. U krijgt een link om een nieuw wachtwoord te kiezen. Uw tweede stap blijft zoals ' +
        'die is.'
      }
      problems={problems}
    >
      <form method="post" action="/balie/wachtwoord-vergeten" className="ld-desk-form" noValidate>
        <Field
          name="email"
          label="E-mailadres"
          type="email"
          autoComplete="username"
          value={email}
          problems={problems}
        />
        <Buttons>
          <Button>Stuur de link</Button>
        </Buttons>
      </form>
    </Around>
  )
}

/** Opens the door where a new password is asked for. */
export function askReset(app: Hono, { db, door, origin, show, fields }: DoorShell): void {
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
}
