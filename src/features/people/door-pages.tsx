/** What people see before they are in: sign in, second step, new password, new second factor, recovery codes. */
import type { ReactNode } from 'react'
import { DoorPage } from '../../web/desk/page.tsx'
import { Button, Buttons, ErrorSummary, Field, none, Select, type Problems } from '../../web/desk/form.tsx'
import { Heading, Link, Notice, Text } from '../../web/parts.tsx'
import type { Look } from '../../web/view.ts'
import { Qr } from './qr.tsx'

export type Door = { readonly look: Look; readonly city: string }

function Around({
  door,
  title,
  lead,
  problems = none,
  children,
}: {
  door: Door
  title: string
  lead?: ReactNode
  problems?: Problems
  children: ReactNode
}) {
  return (
    <DoorPage look={door.look} city={door.city} title={Object.keys(problems).length > 0 ? `Fout: ${title}` : title}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        {lead === undefined ? null : <Text lead>{lead}</Text>}
      </div>
      <ErrorSummary problems={problems} />
      {children}
    </DoorPage>
  )
}

export function SignInPage({
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

export function SecondStepPage({ door, to, problems = none }: { door: Door; to: string; problems?: Problems }) {
  return (
    <Around
      door={door}
      title="Tweede stap"
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

export function AskResetPage({
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

/** `asks`: the first administrator also says who that is. */
export function NewPasswordPage({
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
          maxLength={200}
          problems={problems}
        />
        <Field
          name="nogmaals"
          label="Wachtwoord nog een keer"
          type="password"
          autoComplete="new-password"
          maxLength={200}
          problems={problems}
        />
        <Buttons>
          <Button>Bewaar en ga verder</Button>
        </Buttons>
      </form>
    </Around>
  )
}

export function DeadLinkPage({ door }: { door: Door }) {
  return (
    <Around
      door={door}
      title="Deze link werkt niet meer"
      lead="Een link werkt één keer en niet voor altijd. Vraag een nieuwe aan, of vraag het degene die u uitnodigde."
    >
      <ul className="ld-list">
        <li>
          <Link to="/balie/wachtwoord-vergeten">Wachtwoord vergeten</Link>
        </li>
        <li>
          <Link to="/balie/aanmelden">Aanmelden</Link>
        </li>
      </ul>
    </Around>
  )
}

export function NewFactorPage({
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
      title="Stel de tweede stap in"
      lead="Wie bij de gemeente werkt, meldt zich aan met een wachtwoord en een code van de telefoon."
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

export function RecoveryCodesPage({ door, codes }: { door: Door; codes: readonly string[] }) {
  return (
    <Around
      door={door}
      title="Bewaar uw herstelcodes"
      lead={
        'Raakt u uw telefoon kwijt, dan komt u met een van deze codes binnen. Elke code werkt één keer. Wij ' +
        'tonen ' +
        'ze alleen nu.'
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

export function InvitationPage({
  door,
  token,
  organisation,
  city,
}: {
  door: Door
  token: string
  organisation: string
  city: string
}) {
  return (
    <Around
      door={door}
      title="Nulmeting van de digitale stad"
      lead={
        `${city} nodigt ${organisation} uit. Het begint met acht korte vragen; daarna krijgt u alleen wat bij ` +
        `u past.`
      }
    >
      <Heading level={2}>Wat de gemeente ziet</Heading>
      <ul className="ld-list">
        <li>dat u meedoet, en in welke groep</li>
        <li>cijfers van groepen van tien of meer organisaties</li>
        <li>een antwoord dat u zelf deelt, per antwoord</li>
      </ul>
      <Heading level={2}>Wat de gemeente niet ziet</Heading>
      <ul className="ld-list">
        <li>uw antwoorden</li>
        <li>uw eigen cijfers</li>
      </ul>
      <Text>
        Uw antwoorden worden nooit gebruikt voor handhaving of bij een aanbesteding. U kunt stoppen en alles meenemen of
        wissen.
      </Text>
      <form method="post" action={`/balie/nulmeting/${token}`} className="ld-desk-form">
        <Buttons>
          <Button name="doen" value="ja">
            Doe mee
          </Button>
          <Button kind="secondary" name="doen" value="nee">
            Liever niet
          </Button>
        </Buttons>
      </form>
    </Around>
  )
}

export function DeclinedPage({ door, organisation, already }: { door: Door; organisation: string; already: boolean }) {
  if (already)
    return (
      <Around
        door={door}
        title="U doet al mee"
        lead={
          `${organisation} is al begonnen. Stoppen en alles wissen kan ook: open de nulmeting met de link in uw ` +
          `mail en kies “Stop met meedoen”.`
        }
      >
        <Text>Er is niets veranderd.</Text>
      </Around>
    )
  return (
    <Around
      door={door}
      title="Dat is goed"
      lead={
        `${organisation} doet niet mee. U hoort hier niets meer over. Bedenkt u zich? Dan werkt de link in uw ` +
        `mail nog.`
      }
    >
      <Text>U kunt dit venster sluiten.</Text>
    </Around>
  )
}
