/** Inviting somebody, by a link in mail. */
import { z } from 'zod'
import { record } from '../../../db/audit.ts'
import type { Tx } from '../../../db/as.ts'
import type { Role } from '../../../vocabulary/roles.ts'
import { Button, Buttons, ErrorSummary, Field, Form, none, Select, type Problems } from '../../../web/desk/form.tsx'
import { HandOverPage } from '../../../web/desk/hand-over.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { go, page, type DeskView, type Route } from '../../../web/desk/route.ts'
import { readForm, several, text, word } from '../../../web/desk/schema.ts'
import { Heading } from '../../../web/parts.tsx'
import { addPerson, organisationNames } from '../accounts-store.ts'
import { NAME_AND_EMAIL, problemsOf } from '../fields.ts'
import type { PersonInput } from '../rules.ts'
import { invite } from './invitation-mail.ts'
import { crumbs, roleChoice } from './parts.tsx'

type Organisations = readonly { readonly id: string; readonly name: string }[]
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
    <DeskPage view={view} title="Iemand uitnodigen" crumbs={crumbs}>
      <Heading level={1}>Iemand uitnodigen</Heading>
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
          <Button>{view.mails ? 'Uitnodiging versturen' : 'Link maken'}</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

/** Which roles go together, and with an organisation or not: `roleProblems`. */
const FIELDS = {
  ...NAME_AND_EMAIL,
  functie: text(200),
  rollen: several(z.array(z.string())),
  organisatie: word(z.string()),
}

export const inviteRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/beheer/nieuw',
    may: 'people.manage',
    answer: async ({ tx, municipality, view }) =>
      page(
        <InvitePage
          view={view}
          input={{ name: '', email: '', function: '', roles: [], organisation: '' }}
          organisations={await organisationNames(tx, municipality.id)}
        />,
      ),
  },
  {
    method: 'POST',
    path: '/beheer/nieuw',
    may: 'people.manage',
    answer: async (asked) => {
      const { tx, municipality, sent, view } = asked
      const { typed } = readForm(FIELDS, sent)
      const { naam: name, email, functie, rollen: roles, organisatie: organisation } = typed
      const input = { name, email: email.toLowerCase(), function: functie, roles, organisation }
      const organisations = await organisationNames(tx, municipality.id)
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
      const link = await invite(asked, id, input.name, input.email)
      await record(tx, municipality.id, {
        act: 'person.invited',
        object: `person/${id}`,
        detail: { roles: input.roles },
      })
      return view.mails
        ? go('/balie/beheer', `De uitnodiging voor ${input.name} is onderweg.`)
        : page(<HandOverPage view={view} whom={input.name} {...link} crumbs={crumbs} back="/balie/beheer" />)
    },
  },
]
