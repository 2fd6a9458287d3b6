/** Choosing a password by a link: of an invitation, of a reset, or of the first administrator. */
import type { Context, Hono } from 'hono'
import { asPerson } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { hashPassword, normalPassword, passwordProblem } from '../../../lib/password.ts'
import { Button, Buttons, Field, none, type Problems } from '../../../web/desk/form.tsx'
import { accountByEmail, accountById, setNameAndEmail, setPassword } from '../accounts-store.ts'
import { forgetLinks, useLink } from '../links-store.ts'
import { problemsOf } from '../fields.ts'
import { endOtherSessions } from '../sessions-store.ts'
import { DeadLinkPage } from './dead-link.tsx'
import { Around, type Door } from './frame.tsx'
import type { DoorShell } from './shell.tsx'

/** `asks`: the first administrator also says who that is. */
function NewPasswordPage({
  door,
  token,
  name,
  first,
  asks,
  problems = none,
}: {
  door: Door
  token: string
  name: string
  first: boolean
  asks?: { readonly name: string; readonly email: string } | undefined
  problems?: Problems
}) {
  return (
    <Around
      door={door}
      title={asks ? 'De eerste beheerder' : first ? `Welkom, ${name}` : 'Nieuw wachtwoord'}
      lead={
        'Kies een wachtwoord van minstens twaalf tekens. Een paar woorden achter elkaar is goed te onthouden en ' +
        'moeilijk te raden.'
      }
      problems={problems}
    >
      <form method="post" action={`/balie/link/${token}`} className="ld-desk-form" noValidate>
        {asks ? (
          <>
            <Field name="naam" label="Uw naam" autoComplete="name" value={asks.name} problems={problems} />
            <Field
              name="email"
              label="Uw e-mailadres"
              type="email"
              autoComplete="username"
              value={asks.email}
              problems={problems}
            />
          </>
        ) : null}
        <Field
          name="wachtwoord"
          label="Wachtwoord"
          type="password"
          autoComplete="new-password"
          maxLength={600}
          problems={problems}
        />
        <Field
          name="nogmaals"
          label="Wachtwoord nog een keer"
          type="password"
          autoComplete="new-password"
          maxLength={600}
          problems={problems}
        />
        <Buttons>
          <Button>Opslaan en verder</Button>
        </Buttons>
      </form>
    </Around>
  )
}

/** Opens the doors of links. */
export function newPassword(app: Hono, { db, door, city, show, fields, linked, enter }: DoorShell): void {
  const opens = (c: Context) =>
    linked(c, async (link, token) => {
      if (link.person === null || link.kind === 'baseline') return undefined
      const account = await accountById(db, link.municipality, link.person)
      return account && account.state !== 'blocked' && account.state !== 'left' ? { token, link, account } : undefined
    })
  app.get('/link/:token', async (c) => {
    const found = await opens(c)
    if (found instanceof Response) return found
    return show(
      c,
      <NewPasswordPage
        door={door}
        token={found.token}
        name={found.account.name}
        first={found.link.kind !== 'reset'}
        asks={found.link.kind === 'administrator' ? { name: '', email: '' } : undefined}
      />,
    )
  })
  app.post('/link/:token', async (c) => {
    const found = await opens(c)
    if (found instanceof Response) return found
    const { token, link, account } = found
    const field = await fields(c)
    const asks =
      link.kind === 'administrator'
        ? { name: field('naam').trim(), email: field('email').trim().toLowerCase() }
        : undefined
    const { name, email } = asks ?? account
    const wrong = await passwordProblem(field('wachtwoord'), [name, email, city])
    const problems = {
      ...problemsOf({ name, email, function: '', roles: account.roles, organisation: account.organisation ?? '' }),
      ...(wrong !== undefined
        ? { wachtwoord: wrong }
        : normalPassword(field('wachtwoord')) !== normalPassword(field('nogmaals'))
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
        if (asks) await setNameAndEmail(tx, link.municipality, account.id, asks)
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
}
