/** One person: function and roles. */
import type { Tx } from '../../../db/as.ts'
import type { Role } from '../../../model/roles.ts'
import { Button, Buttons, ErrorSummary, Field, Form, none, type Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { go, missing, page, type DeskView, type Route } from '../../../web/desk/route.ts'
import { Heading, Section, Text } from '../../../web/parts.tsx'
import { accountById, administrators, changePerson, type Account } from '../accounts-store.ts'
import { roleProblems } from '../rules.ts'
import { endOtherSessions } from '../sessions.ts'
import { crumbs, roleChoice, STATES } from './parts.tsx'

/** A person, with what is wrong about a change. */
export function PersonPage({
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

export const personRoutes: readonly Route<Tx>[] = [
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
]
