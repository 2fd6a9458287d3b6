/** Who is told of a meeting, and the button that tells them. */
import { Button, Buttons, Form } from '../../../web/desk/form.tsx'
import { Section, Text } from '../../../web/parts.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import type { Covenant } from '../store.ts'
import type { Contact, Meeting } from './store.ts'
import { placeOf } from './page-meetings.tsx'

/** Who a participant is called. */
export const nameOf = (view: DeskView, { organisation }: Pick<Contact, 'organisation'>): string =>
  organisation ?? `Gemeente ${view.municipality.name}`

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly meeting: Meeting
  readonly contacts: readonly Contact[]
}
/** The part of the page of a meeting to come in which everybody is invited. */
export function Invite({ view, covenant, meeting, contacts }: Props) {
  const reached = contacts.filter(({ email, kind }) => email !== '' && kind !== 'municipality')
  const silent = contacts.filter(({ email, kind }) => email === '' && kind !== 'municipality')
  return (
    <Section id="uitnodigen" title="Uitnodiging">
      <Text>
        {reached.length === 0
          ? 'Van geen partij is een e-mailadres bekend.'
          : `De uitnodiging gaat naar ${reached.map((each) => nameOf(view, each)).join(', ')}.`}
        {silent.length === 0 ? '' : ` Zonder adres: ${silent.map((each) => nameOf(view, each)).join(', ')}.`}
      </Text>
      {reached.length === 0 ? null : (
        <Form view={view} action={`${placeOf(covenant)}/bijeenkomsten/${meeting.id}/uitnodigen`}>
          <Buttons>
            <Button kind={meeting.invitedAt === null ? 'primary' : 'secondary'}>
              {meeting.invitedAt === null ? 'Uitnodiging versturen' : 'Opnieuw versturen, als gewijzigd'}
            </Button>
          </Buttons>
        </Form>
      )}
    </Section>
  )
}
