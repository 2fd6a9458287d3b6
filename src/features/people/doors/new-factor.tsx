/** Setting the second step, with recovery codes that are shown once. */
import type { Hono } from 'hono'
import { codeUri, hashOfRecoveryCode, newRecoveryCodes, newSecret, stepOf } from '../../../lib/one-time-code.ts'
import { secretBox } from '../../../lib/secret-box.ts'
import { Button, Buttons, Field, none, type Problems } from '../../../web/desk/form.tsx'
import { Text } from '../../../web/parts.tsx'
import { accountById } from '../accounts-store.ts'
import { Qr } from '../../../web/qr.tsx'
import { waitText } from '../rules.ts'
import { setSecondFactor } from '../second-factor-store.ts'
import type { Session } from '../sessions-store.ts'
import { Around, type Door } from './frame.tsx'
import { opened, type DoorShell } from './shell.tsx'

function NewFactorPage({
  door,
  uri,
  secret,
  sealed,
  problems = none,
}: {
  door: Door
  uri: string
  secret: string
  sealed: string
  problems?: Problems
}) {
  return (
    <Around
      door={door}
      title="Stel de extra code in"
      lead="Wie bij de gemeente werkt, logt in met een wachtwoord en een code van de telefoon."
      problems={problems}
    >
      <ol className="ld-list">
        <li>
          Open op uw telefoon een app voor codes. Heeft u er geen? Zoek in de winkel van uw telefoon op “authenticator”.
        </li>
        <li>
          Richt de camera op het plaatje, of typ de sleutel over:{' '}
          <code className="nl-code ld-secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </li>
        <li>Vul hieronder de code van zes cijfers in die de app toont.</li>
      </ol>
      <Qr text={uri} label="Plaatje om met de app te lezen" />
      <form method="post" action="/balie/tweede-stap/instellen" className="ld-desk-form" noValidate>
        <input type="hidden" name="geheim" value={sealed} />
        <Field
          name="code"
          label="Code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          problems={problems}
        />
        <Buttons>
          <Button>Bevestig</Button>
        </Buttons>
      </form>
    </Around>
  )
}

function RecoveryCodesPage({ door, codes }: { door: Door; codes: readonly string[] }) {
  return (
    <Around
      door={door}
      title="Uw herstelcodes"
      lead={
        'Raakt u uw telefoon kwijt, dan komt u met een van deze codes binnen. Elke code werkt één keer. Wij tonen ze ' +
        'alleen nu.'
      }
    >
      <ul className="ld-codes">
        {codes.map((code) => (
          <li key={code}>
            <code className="nl-code">{code}</code>
          </li>
        ))}
      </ul>
      <Text>Druk ze af, of zet ze in uw wachtwoordkluis.</Text>
      <Buttons>
        <a className="nl-button nl-button--primary" href="/balie">
          Ik heb ze bewaard
        </a>
      </Buttons>
    </Around>
  )
}

/** Opens the door where a second factor is set. */
export function newFactor(app: Hono, shell: DoorShell): void {
  const { db, door, key, show, showWait, fields, pending, act, counted, enter } = shell
  app.get('/tweede-stap/instellen', async (c) => {
    const session = await pending(c)
    if (!session) return c.redirect('/balie/aanmelden', 303)
    if ((await accountById(db, session.municipality.id, session.person.id))?.secondFactor)
      return c.redirect('/balie/tweede-stap', 303)
    return show(c, factorPage(session, newSecret()))
  })
  const factorPage = (session: Session, secret: string, problems?: Readonly<Record<string, string>>) => (
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
    const guess = await counted(c, { secret: 'new-factor', account: account.id })
    if (guess.wait !== undefined)
      return showWait(c, guess.wait, factorPage(session, secret, { code: waitText(guess.wait) }))
    const step = stepOf(secret, field('code'), null)
    if (step === undefined)
      return show(
        c,
        factorPage(session, secret, {
          code: 'Deze code klopt niet. Kijk of de klok van uw telefoon gelijk loopt en vul de nieuwste code in.',
        }),
        422,
      )
    await guess.right()
    const codes = newRecoveryCodes()
    const sealed = secretBox(key, account.id).seal(secret)
    const set = await db
      .transaction()
      .execute((tx) => setSecondFactor(tx, id, account.id, sealed, step, codes.map(hashOfRecoveryCode)))
    // Somebody was first while this form was on its way.
    if (!set) return c.redirect('/balie/tweede-stap', 303)
    await act(id, account.id, 'second-factor-set')
    await enter(c, account, 'full', '/balie')
    return show(c, <RecoveryCodesPage door={door} codes={codes} />)
  })
}
