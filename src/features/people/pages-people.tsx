/** Beheer: who may do what. Invite, change roles, block, let go, end sessions, reset a lost second factor. */
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { queueMessage } from '../../db/messages.ts'
import { hashOfToken } from '../../lib/token.ts'
import { ROLE_NAMES, ROLES, type Role } from '../../model/roles.ts'
import {
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  Form,
  none,
  Select,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { go, missing, notYet, page, type Asked, type DeskView, type Route } from '../../web/desk/route.ts'
import { Heading, Link, Section, Table, Text } from '../../web/parts.tsx'
import { problemsOf, roleProblems, type PersonInput } from './rules.ts'
import { endOtherSessions } from './sessions.ts'
import {
  accountById,
  addPerson,
  administrators,
  changePerson,
  forgetLinks,
  makeLink,
  people,
  type Account,
} from './store.ts'

const STATES = { invited: 'uitgenodigd', active: 'actief', blocked: 'geblokkeerd', left: 'weg' } as const
type Organisations = readonly { readonly id: string; readonly name: string }[]
const crumbs = [{ name: 'Beheer', to: '/balie/beheer' }]

function PeoplePage({ view, list }: { view: DeskView; list: readonly Account[] }) {
  return (
    <DeskPage view={view} title="Beheer">
      <div className="ld-opening">
        <Heading level={1}>Beheer</Heading>
        <Text lead>Wie mag wat doen in {view.municipality.name}?</Text>
      </div>
      <Buttons>
        <a className="nl-button nl-button--primary" href="/balie/beheer/nieuw">
          Nodig iemand uit
        </a>
      </Buttons>
      <Table
        id="mensen"
        caption="Mensen"
        stacked
        columns={[
          { head: 'Naam' },
          { head: 'Functie' },
          { head: 'Rollen' },
          { head: 'Staat' },
          { head: 'Tweede stap' },
        ]}
        rows={list.map((person) => ({
          key: person.id,
          cells: [
            <Link key="n" to={`/balie/beheer/mensen/${person.id}`}>
              {person.name}
            </Link>,
            person.function,
            person.roles.map((role) => ROLE_NAMES[role]).join(', '),
            STATES[person.state],
            person.secondFactor === null ? 'nog niet' : 'ingesteld',
          ],
        }))}
      />
    </DeskPage>
  )
}

const roleChoice = (value: readonly string[], problems: Problems) => (
  <Choice
    name="rollen"
    label="Rollen"
    several
    value={value}
    problems={problems}
    options={ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
  />
)

function InvitePage({
  view,
  input,
  organisations,
  problems = none,
}: {
  view: DeskView
  input: PersonInput
  organisations: Organisations
  problems?: Problems
}) {
  return (
    <DeskPage view={view} title="Nodig iemand uit" crumbs={crumbs}>
      <Heading level={1}>Nodig iemand uit</Heading>
      <ErrorSummary problems={problems} />
      <Form view={view} action="/balie/beheer/nieuw">
        <Field name="naam" label="Naam" value={input.name} problems={problems} />
        <Field name="email" label="E-mailadres" type="email" value={input.email} problems={problems} />
        <Field
          name="functie"
          label="Functie"
          hint="Zoals die onder een advies of besluit staat."
          optional
          value={input.function}
        />
        {roleChoice(input.roles, problems)}
        <Select
          name="organisatie"
          label="Organisatie"
          hint="Alleen voor een partnerorganisatie."
          optional
          value={input.organisation}
          problems={problems}
          empty="Gemeente"
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Buttons>
          <Button>Stuur de uitnodiging</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

function PersonPage({
  view,
  person,
  problems = none,
  roles = person.roles,
}: {
  view: DeskView
  person: Account
  problems?: Problems
  roles?: readonly string[]
}) {
  const at = `/balie/beheer/mensen/${person.id}`
  const change = (value: string, text: string) => (
    <Form view={view} action={`${at}/staat`}>
      <input type="hidden" name="staat" value={value} />
      <Button kind="secondary">{text}</Button>
    </Form>
  )
  return (
    <DeskPage view={view} title={person.name} crumbs={crumbs}>
      <Heading level={1}>{person.name}</Heading>
      <Text>
        {person.email}. Staat: {STATES[person.state]}.
      </Text>
      <ErrorSummary problems={problems} />
      <Form view={view} action={at}>
        <Field name="functie" label="Functie" optional value={person.function} />
        {person.organisation === null ? roleChoice(roles, problems) : null}
        <Buttons>
          <Button>Bewaar</Button>
        </Buttons>
      </Form>
      <Section id="toegang" title="Toegang">
        <div className="ld-buttons">
          {person.state === 'blocked' || person.state === 'left'
            ? change('active', 'Weer toelaten')
            : change('blocked', 'Blokkeren')}
          {person.state === 'left' ? null : change('left', 'Is vertrokken')}
          <Form view={view} action={`${at}/opnieuw`}>
            <Button kind="secondary">Stuur een nieuwe link en begin de tweede stap opnieuw</Button>
          </Form>
        </div>
        <Text>Blokkeren en vertrekken beëindigen meteen alle aanmeldingen. Wat iemand ondertekende, blijft staan.</Text>
      </Section>
    </DeskPage>
  )
}

const organisationsOf = (tx: Tx, municipality: string): Promise<Organisations> =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('municipality', '=', municipality)
    .orderBy('name')
    .execute()

async function invite({ tx, municipality, origin }: Asked<Tx>, id: string, name: string, email: string): Promise<void> {
  const token = await makeLink(tx, municipality.id, 'invitation', { person: id })
  await queueMessage(tx, municipality.id, {
    recipient: email.toLowerCase(),
    person: id,
    kind: 'invitation',
    key: `invitation/${hashOfToken(token)}`,
    subject: `Uitnodiging voor Leidraad ${municipality.name}`,
    body:
      `Beste ${name},\n\nU bent uitgenodigd om mee te werken in Leidraad, waar ${municipality.name} werkt aan de ` +
      `digitale stad.\nKies een wachtwoord en stel de tweede stap in:\n${origin}/balie/link/${token}\n\nDe link ` +
      `werkt twee weken.\n`,
  })
}

export const peopleRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/beheer',
    may: 'people.manage',
    answer: async ({ tx, municipality, view }) =>
      page(<PeoplePage view={view} list={await people(tx, municipality.id)} />),
  },
  {
    method: 'GET',
    path: '/beheer/nieuw',
    may: 'people.manage',
    answer: async ({ tx, municipality, view }) =>
      page(
        <InvitePage
          view={view}
          input={{ name: '', email: '', function: '', roles: [], organisation: '' }}
          organisations={await organisationsOf(tx, municipality.id)}
        />,
      ),
  },
  {
    method: 'POST',
    path: '/beheer/nieuw',
    may: 'people.manage',
    answer: async (asked) => {
      const { tx, municipality, sent, view } = asked
      const input = {
        name: sent.text('naam').slice(0, 200),
        email: sent.text('email').toLowerCase(),
        function: sent.text('functie').slice(0, 200),
        roles: sent.all('rollen'),
        organisation: sent.text('organisatie'),
      }
      const organisations = await organisationsOf(tx, municipality.id)
      const again = (problems: Problems) =>
        page(<InvitePage view={view} input={input} organisations={organisations} problems={problems} />, 422)
      const problems = problemsOf(input)
      if (Object.keys(problems).length > 0) return again(problems)
      if (input.organisation !== '' && !organisations.some(({ id }) => id === input.organisation))
        return again({ organisatie: 'Kies een organisatie uit de lijst.' })
      const id = await addPerson(tx, municipality.id, {
        ...input,
        roles: input.roles as readonly Role[],
        organisation: input.organisation || null,
      })
      if (id === undefined) return again({ email: 'Er is al iemand met dit e-mailadres.' })
      await invite(asked, id, input.name, input.email)
      await record(tx, municipality.id, {
        act: 'person.invited',
        object: `person/${id}`,
        detail: { roles: input.roles },
      })
      return go('/balie/beheer', `De uitnodiging voor ${input.name} is onderweg.`)
    },
  },
  {
    method: 'GET',
    path: '/beheer/mensen/:person',
    may: 'people.manage',
    answer: async ({ tx, municipality, params, view }) => {
      const person = await accountById(tx, municipality.id, params['person']!)
      return person ? page(<PersonPage view={view} person={person} />) : missing
    },
  },
  {
    method: 'POST',
    path: '/beheer/mensen/:person',
    may: 'people.manage',
    answer: async ({ tx, municipality, params, sent, view }) => {
      const person = await accountById(tx, municipality.id, params['person']!)
      if (!person) return missing
      const roles = person.organisation === null ? sent.all('rollen') : person.roles
      const problems = roleProblems(roles, person.organisation ?? '')
      const last =
        person.state === 'active' &&
        person.roles.includes('administrator') &&
        !roles.includes('administrator') &&
        (await administrators(tx, municipality.id)) <= 1
      if (last)
        return page(
          <PersonPage
            view={view}
            person={person}
            roles={roles}
            problems={{ rollen: 'Dit is de enige beheerder. Wijs eerst een ander aan.' }}
          />,
          422,
        )
      if (Object.keys(problems).length > 0)
        return page(<PersonPage view={view} person={person} roles={roles} problems={problems} />, 422)
      await changePerson(tx, municipality.id, person.id, {
        function: sent.text('functie').slice(0, 200),
        roles: roles as readonly Role[],
      })
      // What somebody may do changed: an open session does not go on with what it was (ASVS 7.2.4).
      if (roles.join() !== person.roles.join()) await endOtherSessions(tx, municipality.id, person.id)
      return go('/balie/beheer', `Bewaard: ${person.name}.`)
    },
  },
  {
    method: 'POST',
    path: '/beheer/mensen/:person/staat',
    may: 'people.manage',
    answer: async ({ tx, municipality, params, sent, view, who }) => {
      const person = await accountById(tx, municipality.id, params['person']!)
      if (!person) return missing
      const state = (['active', 'blocked', 'left'] as const).find((each) => each === sent.text('staat'))
      const problem =
        state === undefined
          ? 'Kies wat er moet gebeuren.'
          : state !== 'active' && person.id === who.id
            ? 'U kunt uzelf niet buitensluiten. Vraag een andere beheerder.'
            : state !== 'active' &&
                person.state === 'active' &&
                person.roles.includes('administrator') &&
                (await administrators(tx, municipality.id)) <= 1
              ? 'Dit is de enige beheerder. Wijs eerst een ander aan.'
              : undefined
      if (problem !== undefined || state === undefined)
        return page(<PersonPage view={view} person={person} problems={{ '': problem! }} />, 422)
      await changePerson(tx, municipality.id, person.id, {
        state:
          state === 'active' && person.password === null && !person.linked && person.organisation === null
            ? 'invited'
            : state,
      })
      if (state !== 'active') {
        await endOtherSessions(tx, municipality.id, person.id)
        await forgetLinks(tx, municipality.id, person.id)
      }
      return go('/balie/beheer', `Bewaard: ${person.name}.`)
    },
  },
  {
    method: 'POST',
    path: '/beheer/mensen/:person/opnieuw',
    may: 'people.manage',
    answer: async (asked) => {
      const { tx, municipality, params } = asked
      const person = await accountById(tx, municipality.id, params['person']!)
      if (!person || person.state === 'left' || person.state === 'blocked') return missing
      if (
        person.state === 'active' &&
        person.roles.includes('administrator') &&
        (await administrators(tx, municipality.id)) <= 1
      )
        return notYet('Dit is de enige beheerder. Wijs eerst een ander aan.')
      await forgetLinks(tx, municipality.id, person.id)
      await tx
        .updateTable('person')
        .set({ second_factor: null, second_factor_step: null, password: null, state: 'invited' })
        .where('municipality', '=', municipality.id)
        .where('id', '=', person.id)
        .execute()
      await endOtherSessions(tx, municipality.id, person.id)
      await invite(asked, person.id, person.name, person.email)
      await record(tx, municipality.id, { act: 'person.access-renewed', object: `person/${person.id}` })
      return go('/balie/beheer', `${person.name} krijgt een nieuwe link.`)
    },
  },
]
