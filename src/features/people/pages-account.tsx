/** One's own account: who you are here, where you are signed in, mail once a day, password. */
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { hashPassword, passwordProblem, verifyPassword } from '../../lib/password.ts'
import { ROLE_NAMES } from '../../vocabulary/roles.ts'
import { moment } from '../../web/language.ts'
import { Button, Buttons, Choice, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { go, page, type Asked, type DeskView, type Route } from '../../web/desk/route.ts'
import { readForm, secret } from '../../web/desk/schema.ts'
import { Facts, Heading, Section, Text } from '../../web/parts.tsx'
import { setDigest, setPassword } from './accounts-store.ts'
import { colleagueById, ownPassword } from './colleagues-store.ts'
import { waitText } from './rules.ts'
import { endOtherSessions, sessionsOf, type OpenSession } from './sessions-store.ts'

function AccountPage({
  view,
  sessions,
  digest,
  problems = none,
}: {
  view: DeskView
  sessions: readonly OpenSession[]
  digest: boolean
  problems?: Problems
}) {
  const { who } = view
  return (
    <DeskPage view={view} title="Uw account">
      <Heading level={1}>Uw account</Heading>
      <ErrorSummary problems={problems} />
      <Facts
        items={[
          { name: 'Naam', value: who.name },
          { name: 'Functie', value: who.function || 'niet ingevuld' },
          { name: 'E-mail', value: who.email },
          { name: 'Rollen', value: who.roles.map((role) => ROLE_NAMES[role]).join(', ') },
        ]}
      />
      <Section id="aangemeld" title="Waar u bent ingelogd">
        <ul className="ld-list">
          {sessions.map(({ hash, client, createdAt, seenAt }) => (
            <li key={hash}>
              {device(client)}: sinds {moment('nl', createdAt)}, laatst gezien {moment('nl', seenAt)}
            </li>
          ))}
        </ul>
        <Form view={view} action="/balie/account/afmelden">
          <Buttons>
            <Button kind="secondary">Overal elders uitloggen</Button>
          </Buttons>
        </Form>
      </Section>
      <Section id="mail" title="E-mail">
        <Form view={view} action="/balie/account/mail">
          <Choice
            name="mail"
            label="Hoe wilt u berichten over uw taken krijgen?"
            value={[digest ? 'dag' : 'meteen']}
            options={[
              { value: 'dag', label: 'Eén keer per werkdag, samen in één bericht' },
              { value: 'meteen', label: 'Meteen, elk bericht apart' },
            ]}
          />
          <Buttons>
            <Button kind="secondary">Keuze opslaan</Button>
          </Buttons>
        </Form>
      </Section>
      <Section id="wachtwoord" title="Nieuw wachtwoord">
        <Form view={view} action="/balie/account/wachtwoord">
          <Field
            name="oud"
            label="Wachtwoord van nu"
            type="password"
            autoComplete="current-password"
            maxLength={600}
            problems={problems}
          />
          <Field
            name="nieuw"
            label="Nieuw wachtwoord"
            type="password"
            autoComplete="new-password"
            maxLength={600}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Verander wachtwoord</Button>
          </Buttons>
        </Form>
        <Text>Overal elders wordt u dan uitgelogd.</Text>
      </Section>
    </DeskPage>
  )
}

/** A browser in a few words, from what it says of itself: enough to recognise one's own. */
function device(client: string): string {
  const browser = /Firefox|Edg|Chrome|Safari/.exec(client)?.[0].replace('Edg', 'Edge')
  const system = /Windows|Android|iPhone|iPad|Mac OS|Linux/.exec(client)?.[0]
  return browser === undefined ? 'Onbekend apparaat' : system === undefined ? browser : `${browser} op ${system}`
}

const shown = async ({ tx, who, municipality, view }: Asked<Tx>, problems?: Problems) => (
  <AccountPage
    view={view}
    sessions={await sessionsOf(tx, municipality.id, who.id)}
    digest={(await colleagueById(tx, municipality.id, who.id))!.digest}
    {...(problems ? { problems } : {})}
  />
)

/** The new one is weighed, and the old one held against what is kept. */
const PASSWORDS = { oud: secret, nieuw: secret }

export const accountRoutes: readonly Route<Tx>[] = [
  { method: 'GET', path: '/account', may: 'desk.use', answer: async (asked) => page(await shown(asked)) },
  {
    method: 'POST',
    path: '/account/afmelden',
    may: 'desk.use',
    answer: async ({ tx, who, municipality, session }) => {
      await endOtherSessions(tx, municipality.id, who.id, session)
      await record(tx, municipality.id, { act: 'sessions-ended', object: `person/${who.id}` })
      return go('/balie/account', 'Overal elders bent u uitgelogd.')
    },
  },
  {
    method: 'POST',
    path: '/account/mail',
    may: 'desk.use',
    answer: async ({ tx, who, municipality, sent }) => {
      await setDigest(tx, municipality.id, who.id, sent.mark('mail') !== 'meteen')
      return go('/balie/account', 'Opgeslagen.')
    },
  },
  {
    method: 'POST',
    path: '/account/wachtwoord',
    may: 'desk.use',
    secret: 'password-change',
    answer: async (asked) => {
      const { tx, who, municipality, sent, session } = asked
      if (asked.wait !== undefined) return page(await shown(asked, { oud: waitText(asked.wait) }), 429)
      const { oud, nieuw } = readForm(PASSWORDS, sent).typed
      const wrong = await passwordProblem(nieuw, [who.name, who.email, municipality.name])
      if (wrong !== undefined) {
        asked.unseen()
        return page(await shown(asked, { nieuw: wrong }), 422)
      }
      if (!(await verifyPassword(oud, await ownPassword(tx), { ahead: true })))
        return page(await shown(asked, { oud: 'Dit is niet uw wachtwoord van nu.' }), 422)
      await setPassword(tx, municipality.id, who.id, await hashPassword(nieuw))
      await endOtherSessions(tx, municipality.id, who.id, session)
      await record(tx, municipality.id, { act: 'password-changed', object: `person/${who.id}` })
      return go('/balie/account', 'Uw wachtwoord is veranderd.')
    },
  },
]
