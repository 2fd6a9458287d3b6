/** One person: function and roles. */
import { z } from 'zod'
import type { Tx } from '../../../db/as.ts'
import type { ReactNode } from 'react'
import { lastAbout } from '../../../db/messages.ts'
import { lastAct } from '../../../db/audit.ts'
import type { Fare } from '../../../model/mail.ts'
import { PERSON_STATES } from '../../../vocabulary/person.ts'
import { ROLE_NAMES, ROLES, type Role } from '../../../vocabulary/roles.ts'
import { basisOf, changesBetween, Clash, merged } from '../../../web/desk/edit.tsx'
import { Button, Buttons, ErrorSummary, Field, Form, Hidden, none, type Problems } from '../../../web/desk/form.tsx'
import { MailFare } from '../../../web/desk/fare.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { go, missing, page, type DeskView, type Route } from '../../../web/desk/route.ts'
import { readForm, several, text } from '../../../web/desk/schema.ts'
import { Heading, Section, Text } from '../../../web/parts.tsx'
import { administrators, changePerson, lockPerson } from '../accounts-store.ts'
import { colleagueById, type Colleague } from '../colleagues-store.ts'
import { roleProblems } from '../rules.ts'
import { endOtherSessions } from '../sessions-store.ts'
import { crumbs, roleChoice } from './parts.tsx'

const LABELS = { functie: 'Functie', rollen: 'Rollen' }
const valuesOf = (person: Colleague) => ({ functie: person.function, rollen: person.roles })
const isRole = (value: string): value is Role => (ROLES as readonly string[]).includes(value)

/** A person, with what is wrong about a change, or what a colleague changed meanwhile. */
export function PersonPage({
  view,
  person,
  problems = none,
  roles = person.roles,
  work = person.function,
  clash,
  fare,
}: {
  view: DeskView
  person: Colleague
  problems?: Problems
  roles?: readonly string[]
  /** The function as it was typed. */
  work?: string
  clash?: ReactNode
  /** How the last invitation fared, while it waits to be accepted. */
  fare?: Fare | undefined
}) {
  const at = `/balie/beheer/mensen/${person.id}`
  const change = (value: string, text: string) => (
    <Form view={view} action={`${at}/staat`}>
      <Button kind="secondary" name="staat" value={value}>
        {text}
      </Button>
    </Form>
  )
  return (
    <DeskPage view={view} title={person.name} crumbs={crumbs} oneForm>
      <Heading level={1}>{person.name}</Heading>
      <Text>
        {person.email}. Staat: {PERSON_STATES[person.state]}.
      </Text>
      <ErrorSummary problems={problems} />
      {clash}
      {fare === undefined || person.state !== 'invited' ? null : <MailFare fare={fare} mails={view.mails} />}
      <Form view={view} action={at}>
        <Hidden name="basis" value={basisOf(valuesOf(person))} />
        <Field name="functie" label="Functie" optional value={work} maxLength={200} problems={problems} />
        {person.organisation === null ? roleChoice(roles, problems) : null}
        <Buttons>
          <Button>Gegevens opslaan</Button>
        </Buttons>
      </Form>
      <Section id="toegang" title="Toegang">
        <div className="ld-buttons">
          {person.state === 'blocked' || person.state === 'left'
            ? change('active', 'Weer toelaten')
            : change('blocked', 'Blokkeren')}
          {person.state === 'left' ? null : change('left', 'Markeren als vertrokken')}
          <Form view={view} action={`${at}/opnieuw`}>
            <Button kind="secondary">Toegang opnieuw instellen</Button>
          </Form>
        </div>
        <Text>Toegang opnieuw instellen geeft een nieuwe link. Wachtwoord en extra code vervallen dan.</Text>
        <Text>
          Wie u blokkeert of als vertrokken markeert, is meteen overal uitgelogd. Wat iemand ondertekende, blijft staan.
        </Text>
      </Section>
    </DeskPage>
  )
}

/** Which roles go together: `roleProblems`. */
const FIELDS = { functie: text(200), rollen: several(z.array(z.string())) }

export const personRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/beheer/mensen/:person',
    may: 'people.manage',
    answer: async ({ tx, municipality, params, view }) => {
      const person = await colleagueById(tx, municipality.id, params['person']!)
      if (!person) return missing
      const fare = await lastAbout(tx, municipality.id, `person/${person.id}`, 'invitation')
      return page(<PersonPage view={view} person={person} fare={fare} />)
    },
  },
  {
    method: 'POST',
    path: '/beheer/mensen/:person',
    may: 'people.manage',
    answer: async ({ tx, municipality, params, sent, view }) => {
      await lockPerson(tx, municipality.id, params['person']!)
      const person = await colleagueById(tx, municipality.id, params['person']!)
      if (!person) return missing
      const { functie: work, rollen } = readForm(FIELDS, sent).typed
      const roles = person.organisation === null ? rollen : person.roles
      const [before, after] = [valuesOf(person), { functie: work, rollen: roles }]
      const again = { view, person, roles, work }
      const shown = (name: string, value: string) => (name === 'rollen' && isRole(value) ? ROLE_NAMES[value] : value)
      if (sent.mark('basis') !== basisOf(before)) {
        const last = await lastAct(tx, municipality.id, `person/${person.id}`)
        const { values, taken } = merged(sent.mark('basis'), before, after)
        const clash = { changes: changesBetween(before, values, shown), labels: LABELS, last, taken }
        return page(
          <PersonPage {...again} roles={values.rollen} work={values.functie} clash={<Clash {...clash} />} />,
          409,
        )
      }
      const last =
        person.state === 'active' &&
        person.roles.includes('administrator') &&
        !roles.includes('administrator') &&
        (await administrators(tx, municipality.id)) <= 1
      const problems = {
        ...roleProblems(roles, person.organisation ?? ''),
        ...(last ? { rollen: 'Dit is de enige beheerder. Wijs eerst een ander aan.' } : {}),
      }
      if (Object.keys(problems).length > 0) return page(<PersonPage {...again} problems={problems} />, 422)
      await changePerson(tx, municipality.id, person.id, { function: work, roles: roles as readonly Role[] })
      // What somebody may do changed: an open session does not go on with what it was (ASVS 7.2.4).
      if (roles.join() !== person.roles.join()) await endOtherSessions(tx, municipality.id, person.id)
      return go('/balie/beheer', `Bewaard: ${person.name}.`)
    },
  },
]
