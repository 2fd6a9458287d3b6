/** Asking for a link to choose a new password. */
import type { Hono } from 'hono'
import { record } from '../../../db/audit.ts'
import { contactOf } from '../../../db/contact.ts'
import { makeLink } from '../../../db/links.ts'
import { queueMessage } from '../../../db/messages.ts'
import type { Db } from '../../../db/connect.ts'
import type { Municipality } from '../../../db/municipality.ts'
import { hashOfToken } from '../../../lib/token.ts'
import { NEVER_ASKS, sentFor, theCity } from '../../../web/letter.ts'
import { Button, Buttons, Field, none, type Problems } from '../../../web/desk/form.tsx'
import { Link } from '../../../web/parts.tsx'
import { accountByEmail, type Account } from '../accounts-store.ts'
import { waitText } from '../rules.ts'
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
        title="Kijk in uw e-mail"
        lead={
          'Als dit e-mailadres bij ons bekend is, krijgt u binnen een paar minuten een bericht met een link. De ' +
          'link werkt één uur.'
        }
      >
        <ul className="ld-list">
          <li>
            <Link to="/balie/aanmelden">Terug naar inloggen</Link>
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
        'Vul uw e-mailadres in. U krijgt een link om een nieuw wachtwoord te kiezen. Uw extra code blijft zoals ' +
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

/** Who asked is not known: the trail names nobody. */
async function sendReset(db: Db, place: Municipality, account: Account, origin: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const token = await makeLink(tx, place.id, 'reset', { person: account.id })
    await queueMessage(tx, place.id, {
      recipient: account.email,
      person: account.id,
      kind: 'reset',
      key: `reset/${hashOfToken(token)}`,
      subject: `Nieuw wachtwoord voor Leidraad van ${theCity(place.name)}`,
      body: [
        `Beste ${account.name},`,
        'Iemand vroeg met uw e-mailadres een nieuw wachtwoord aan voor Leidraad.',
        `Was u dat? Kies het dan hier, binnen één uur:\n${origin}/balie/link/${token}`,
        `Was u dat niet? Dan hoeft u niets te doen. Uw wachtwoord blijft zoals het is. ${NEVER_ASKS}`,
        sentFor(place.name, await contactOf(tx, place.id)),
      ].join('\n\n'),
    })
    await record(tx, place.id, { act: 'reset-asked', object: `person/${account.id}` })
  })
}

/** Opens the door where a new password is asked for. */
export function askReset(app: Hono, shell: DoorShell): void {
  const { db, door, origin, places, later, show, showWait, fields, counted } = shell
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
    const guess = await counted(c, { secret: 'reset', account: email })
    if (guess.wait !== undefined)
      return showWait(
        c,
        guess.wait,
        <AskResetPage door={door} email={email} problems={{ email: waitText(guess.wait) }} />,
      )
    // Answered first, looked at later: how long it takes tells nobody whether the address is known.
    later.add(async () => {
      for (const place of await places()) {
        const account = await accountByEmail(db, place.id, email.slice(0, 320))
        if (account?.state === 'active') await sendReset(db, place, account, place.site ?? origin)
      }
    })
    return show(c, <AskResetPage door={door} sent />)
  })
}
