/** With whom to speak at a participant, and where the invitation and the link go. */
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { contactOf as cityContactOf } from '../../db/contact.ts'
import { queueMessage } from '../../db/messages.ts'
import { isEmail } from '../../lib/mail-address.ts'
import { PARTICIPANT_KINDS } from '../../vocabulary/covenant.ts'
import { Button, Buttons, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { go, missing, page, type Asked, type DeskView, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text, thatIs } from '../../web/desk/schema.ts'
import { Link, Text } from '../../web/parts.tsx'
import { Act, onCovenant, placeOf } from './frame.tsx'
import { accountsOf, changeContact, type Contact } from './participant-store.ts'
import { isFixed, mailLinks } from './sign/invite.ts'
import { contactChangedLetter } from './sign/letters.ts'
import { participantsOf, type Covenant, type Participant } from './store.ts'

export type Typed = { readonly naam: string; readonly functie: string; readonly email: string }
export const NOBODY: Typed = { naam: '', functie: '', email: '' }
/** What a form asks of a contact. */
export const CONTACT = {
  naam: text(200, filled('Vul in wie de contactpersoon is.')),
  functie: text(200, filled('Vul in welke functie die heeft.')),
  email: text(320, thatIs(isEmail, 'Vul een e-mailadres in, zoals naam@bedrijf.nl.')),
}
/** The contact as it is kept. */
export const contactOf = ({ naam, functie, email }: Typed): Contact => ({ name: naam, function: functie, email })

export function ContactFields({ typed, problems }: { typed: Typed; problems: Problems }) {
  return (
    <>
      <Field name="naam" label="Naam van de contactpersoon" value={typed.naam} maxLength={200} problems={problems} />
      <Field
        name="functie"
        label="Functie"
        hint="Bijvoorbeeld: eigenaar, directeur, hoofd bedrijfsvoering."
        value={typed.functie}
        maxLength={200}
        problems={problems}
      />
      <Field name="email" label="E-mailadres" type="email" value={typed.email} maxLength={320} problems={problems} />
    </>
  )
}

function ContactPage({
  view,
  covenant,
  participant,
  typed,
  problems = none,
}: {
  view: DeskView
  covenant: Covenant
  participant: Participant
  typed: Typed
  problems?: Problems
}) {
  const name = participant.name ?? `gemeente ${view.municipality.name}`
  return (
    <Act view={view} covenant={covenant} title={`Contactpersoon van ${name}`} problems={problems}>
      <Text>{`Doet mee als ${PARTICIPANT_KINDS[participant.kind]}.`}</Text>
      <Form view={view} action={`${placeOf(covenant)}/deelnemers/${participant.id}`}>
        <ContactFields typed={typed} problems={problems} />
        <Buttons>
          <Button>Contactpersoon opslaan</Button>
          <Link to={placeOf(covenant)}>Annuleren</Link>
        </Buttons>
      </Form>
    </Act>
  )
}

/** Writes to the mailbox before, and to who has an account there, that another took that place. Gives to how many. */
async function tellBefore(
  { tx, municipality, who }: Asked<Tx>,
  covenant: Covenant,
  { id, name, organisation, contactName, contactEmail }: Participant,
  now: Contact,
): Promise<number> {
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
  if (contactEmail === '' || same(now.email, contactEmail)) return 0
  const others = organisation === null ? [] : await accountsOf(tx, municipality.id, organisation)
  const whom = [
    { name: contactName, email: contactEmail },
    ...others.filter(({ email }) => !same(email, now.email) && !same(email, contactEmail)),
  ]
  const about = {
    title: covenant.title,
    organisation: name ?? `de gemeente ${municipality.name}`,
    city: municipality.name,
    contact: await cityContactOf(tx, municipality.id),
  }
  for (const { name: called, email } of whom)
    await queueMessage(tx, municipality.id, {
      recipient: email,
      ...contactChangedLetter({ ...about, name: called }, who, {
        work: now.function,
        at: now.email.slice(now.email.lastIndexOf('@') + 1),
      }),
      kind: 'contact-changed',
      key: `contact-changed/${id}/${uuid()}`,
      object: `covenant/${covenant.id}`,
      by: who.id,
    })
  return whom.length
}

export const contactRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/deelnemers/:participant',
    may: 'covenant.write',
    answer: onCovenant('to-read', async ({ tx, municipality, view, params }, covenant) => {
      const all = await participantsOf(tx, municipality.id, covenant.id)
      const participant = all.find(({ id }) => id === params['participant'])
      if (!participant) return missing
      const { contactName: naam, contactFunction: functie, contactEmail: email } = participant
      const typed = { naam, functie, email }
      return page(<ContactPage view={view} covenant={covenant} participant={participant} typed={typed} />)
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/deelnemers/:participant',
    may: 'covenant.write',
    answer: onCovenant('to-change', async (asked, covenant) => {
      const { tx, municipality, view, params, sent } = asked
      const all = await participantsOf(tx, municipality.id, covenant.id)
      const participant = all.find(({ id }) => id === params['participant'])
      if (!participant) return missing
      const { typed, held, problems } = readForm(CONTACT, sent)
      if (!held) {
        const props = { view, covenant, participant, typed, problems }
        return page(<ContactPage {...props} />, 422)
      }
      await changeContact(tx, municipality.id, participant.id, contactOf(held))
      const told = await tellBefore(asked, covenant, participant, contactOf(held))
      await record(tx, municipality.id, {
        act: 'covenant.contact-changed',
        object: `covenant/${covenant.id}`,
        detail: { participant: participant.id, told },
      })
      const done =
        told === 0
          ? 'De contactpersoon is opgeslagen.'
          : 'De contactpersoon is opgeslagen. Wie het hiervoor was, krijgt daarover bericht.'
      const back = `${placeOf(covenant)}#deelnemers`
      const same = held.email.toLowerCase() === participant.contactEmail.toLowerCase()
      if (same || covenant.shown === undefined) return go(back, done)
      // The link to the mailbox before has ended with the change.
      const final = await isFixed(asked, covenant.id)
      const count = await mailLinks(asked, covenant.id, { final, which: ({ id }) => id === participant.id })
      return go(back, count === 0 ? done : `${done} Een nieuwe link gaat naar dit adres. De oude werkt niet meer.`)
    }),
  },
]
