/** The second step: a code of the phone, or a recovery code. */
import type { Hono } from 'hono'
import { hashOfRecoveryCode, stepOf } from '../../../lib/one-time-code.ts'
import { secretBox } from '../../../lib/secret-box.ts'
import { Button, Buttons, Field, none, type Problems } from '../../../web/desk/form.tsx'
import { accountById } from '../accounts-store.ts'
import { knownDevice } from '../devices-store.ts'
import { waitText } from '../rules.ts'
import { useRecoveryCode, useStep } from '../second-factor-store.ts'
import { Around, type Door } from './frame.tsx'
import type { DoorShell } from './shell.tsx'

function SecondStepPage({ door, to, problems = none }: { door: Door; to: string; problems?: Problems }) {
  return (
    <Around
      door={door}
      title="Extra code"
      lead="Open de app voor codes op uw telefoon en vul de code van zes cijfers in."
      problems={problems}
    >
      <form method="post" action="/balie/tweede-stap" className="ld-desk-form" noValidate>
        <input type="hidden" name="naar" value={to} />
        <Field
          name="code"
          label="Code"
          hint="Telefoon kwijt? Vul een herstelcode in."
          inputMode="text"
          autoComplete="one-time-code"
          maxLength={40}
          problems={problems}
        />
        <Buttons>
          <Button>Verder</Button>
        </Buttons>
      </form>
    </Around>
  )
}

/** Opens the door of the second step. */
export function secondStep(app: Hono, shell: DoorShell): void {
  const { db, door, key, show, showWait, fields, pending, act, noted, deviceOf, counted, enter } = shell
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
    const known = await knownDevice(db, id, account.id, deviceOf(c))
    const guess = await counted(c, { secret: 'code', account: account.id, known })
    if (guess.wait !== undefined)
      return showWait(
        c,
        guess.wait,
        <SecondStepPage door={door} to={field('naar')} problems={{ code: waitText(guess.wait) }} />,
      )
    const step = stepOf(secretBox(key, account.id).open(account.secondFactor), field('code'), account.lastStep)
    const right =
      step !== undefined
        ? await useStep(db, id, account.id, step)
        : await useRecoveryCode(db, id, account.id, hashOfRecoveryCode(field('code')))
    if (!right) {
      noted(id, account.id, 'sign-in-refused', { step: 'code' })
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
    await guess.right()
    if (step === undefined) await act(id, account.id, 'recovery-code-used')
    return enter(c, account, 'full', field('naar'))
  })
}
