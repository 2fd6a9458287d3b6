/** Postvak uit: what did not arrive, to whom, why, and what to do. In the demo: what would have been sent. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { fareOf, inTrouble, pathOfObject, tryAgain, waiting, written } from '../../db/messages.ts'
import type { Fare } from '../../model/mail.ts'
import { allows } from '../../vocabulary/roles.ts'
import { moment } from '../../web/language.ts'
import { Button, Buttons, Form } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { MailFare } from '../../web/desk/fare.tsx'
import { go, missing, page, tooLate, type DeskView, type Route } from '../../web/desk/route.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'

/** More than this nobody reads; the page says that there are more. */
const MOST = 50
/** A link in it has a term of its own: such a letter is made anew where it was made. */
const MADE_ANEW: readonly string[] = ['baseline', 'invitation', 'report', 'request', 'reset']

/** What is said of a letter that holds a secret: its kind, and nothing of what is in it. */
const KINDS: Readonly<Record<string, string>> = {
  baseline: 'Uitnodiging voor de zelfcheck',
  invitation: 'Uitnodiging voor een account',
  reset: 'Link voor een nieuw wachtwoord',
  report: 'Bericht over een melding',
  request: 'Bericht over een verzoek',
  street: 'Bericht over een schouw',
  'covenant-link': 'Link voor een convenant',
  'covenant-code': 'Code om te tekenen',
  'covenant-told': 'Bericht aan een partij over wat openbaar wordt',
  remark: 'Bericht aan een lezer van een convenant',
  follow: 'Bevestiging voor wie een convenant volgt',
  'follow-news': 'Nieuws voor wie een convenant volgt',
}
/** Letters to residents, who were promised that nobody reads their address here. */
const TO_RESIDENTS: readonly string[] = ['event', 'follow', 'follow-news', 'remark', 'report', 'request']
const withoutResident = <Shown extends { readonly kind: string; readonly recipient: string }>(fare: Shown): Shown =>
  TO_RESIDENTS.includes(fare.kind) ? { ...fare, recipient: 'een inwoner' } : fare
const titleOf = ({ subject, kind }: Fare): string => subject ?? KINDS[kind] ?? 'Bericht'

function DemoPage({ view, messages }: { view: DeskView; messages: Awaited<ReturnType<typeof written>> }) {
  return (
    <DeskPage view={view} title="Postvak uit">
      <div className="ld-opening">
        <Heading level={1}>Postvak uit</Heading>
        <Text lead>In de demostad gaat er geen e-mail de deur uit. Hier leest u wat er verstuurd zou zijn.</Text>
        <Text>Een geheime link staat hier niet voluit: die is alleen voor wie het bericht krijgt.</Text>
      </div>
      {messages.map(withoutResident).map((message) => (
        <article key={message.id} className="ld-section">
          <Heading level={2}>{message.subject}</Heading>
          <p className="ld-quiet">
            Aan {message.recipient}, {moment('nl', message.createdAt)}
            {message.digest ? ', in het dagbericht' : ''}
          </p>
          <pre className="ld-mail">{message.body}</pre>
        </article>
      ))}
      {messages.length === 0 ? <Text>Er is nog niets verstuurd.</Text> : null}
    </DeskPage>
  )
}

function Trouble({ view, fare, retry }: { view: DeskView; fare: Fare; retry: boolean }) {
  const place = fare.object === null ? undefined : pathOfObject(fare.object)
  return (
    <article className="ld-section">
      <Heading level={2}>{titleOf(fare)}</Heading>
      <MailFare fare={fare} mails={view.mails} />
      {MADE_ANEW.includes(fare.kind) ? (
        <Text>
          {fare.kind === 'reset' ? (
            'De link hierin werkt maar één uur. Wie het vroeg, vraagt opnieuw een wachtwoord aan.'
          ) : fare.kind === 'report' ? (
            'Wie dit meldde, leest het antwoord ook met de eigen link. U hoeft niets te doen.'
          ) : place === undefined ? null : (
            <Link to={place}>Nodig daar opnieuw uit, zo nodig op een ander adres</Link>
          )}
        </Text>
      ) : retry ? (
        <Form view={view} action={`/balie/postvak/${fare.id}/opnieuw`}>
          <Buttons>
            <Button kind="secondary">
              Opnieuw versturen<span className="ld-hidden"> aan {fare.recipient}</span>
            </Button>
          </Buttons>
        </Form>
      ) : null}
    </article>
  )
}

export const outboxRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/postvak',
    may: 'outbox.read',
    answer: async ({ tx, municipality, view, who }) => {
      if (view.demo) return page(<DemoPage view={view} messages={await written(tx, municipality.id, MOST)} />)
      const all = await inTrouble(tx, municipality.id, MOST + 1)
      const wait = await waiting(tx, municipality.id)
      const retry = allows(who.roles, 'outbox.retry')
      return page(
        <DeskPage view={view} title="Postvak uit">
          <div className="ld-opening">
            <Heading level={1}>Postvak uit</Heading>
            <Text lead>
              {all.length > 0
                ? 'Deze e-mail kwam niet of nog niet aan.'
                : view.mails
                  ? 'Alle e-mail die werd verstuurd, is aangenomen.'
                  : 'Er gaat geen e-mail uit: er is geen mailserver ingesteld.'}
            </Text>
            {wait === 0 ? null : (
              <Text>
                {wait === 1 ? 'Eén bericht wacht' : `${wait} berichten wachten`}
                {view.mails
                  ? `. ${wait === 1 ? 'Het gaat' : 'Zij gaan'} binnen een paar minuten op weg.`
                  : '. Wie Leidraad installeerde, stelt een mailserver in met LEIDRAAD_SMTP_URL.'}
              </Text>
            )}
          </div>
          {all
            .slice(0, MOST)
            .map(withoutResident)
            .map((fare) => (
              <Trouble key={fare.id} view={view} fare={fare} retry={retry} />
            ))}
          {all.length > MOST ? <Text>Er zijn er meer. Deze lijst toont de nieuwste {MOST}.</Text> : null}
        </DeskPage>,
      )
    },
  },
  {
    method: 'POST',
    path: '/postvak/:message/opnieuw',
    may: 'outbox.retry',
    answer: async ({ tx, municipality, params }) => {
      const fare = await fareOf(tx, municipality.id, params['message']!)
      if (fare === undefined) return missing
      if (MADE_ANEW.includes(fare.kind) || !(await tryAgain(tx, municipality.id, fare.id)))
        return tooLate('Dit bericht is al verstuurd, of het staat hier niet meer. Er is niets opnieuw verstuurd.')
      await record(tx, municipality.id, { act: 'mail.retried', object: `message/${fare.id}` })
      return go('/balie/postvak', `Het bericht aan ${withoutResident(fare).recipient} gaat opnieuw op weg.`)
    },
  },
]
