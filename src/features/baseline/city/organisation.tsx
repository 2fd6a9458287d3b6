/**
 * What the municipality sees of one organisation: whether it takes part, in which group, and how the invitation fared.
 */
import type { ReactNode } from 'react'
import type { Tx } from '../../../db/as.ts'
import { lastAbout } from '../../../db/messages.ts'
import type { House } from '../../../registers/links-store.ts'
import { BASELINE_STATES } from '../../../vocabulary/baseline.ts'
import type { Fare } from '../../../model/mail.ts'
import { allows } from '../../../vocabulary/roles.ts'
import {
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  none,
  type Problems,
} from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { MailFare } from '../../../web/desk/fare.tsx'
import { missing, page, type Asked, type DeskView, type Route, type Sent } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { LINK_HOURS } from '../../../db/links.ts'
import { answeredFrom } from '../invitation-store.ts'
import { CLUSTER_NAMES } from '../../../vocabulary/group.ts'
import { groupBasis, yearOf } from '../own/door.ts'
import { GroupClash } from '../own/group-section.tsx'
import { baselinesOf, organisationById, type Baseline } from '../store.ts'
import { knownOf } from './known.tsx'

type Organisation = NonNullable<Awaited<ReturnType<typeof organisationById>>>

type Props = {
  readonly view: DeskView
  readonly organisation: Organisation
  readonly baselines: readonly Baseline[]
  readonly fare: Fare | undefined
  /** The organisation has answers: its link goes to itself alone. */
  readonly answered: boolean
  /** The form to invite is there: this person may, and the organisation does not take part yet this year. */
  readonly invites: boolean
  readonly mayConfirm: boolean
  readonly problems: Problems
  /** What was just sent of this page. */
  readonly typed: Sent
  /** Somebody else chose or confirmed the group meanwhile. */
  readonly late: boolean
  readonly email: string
  /** What else is known of it. */
  readonly known: ReactNode
}

/** The page, or undefined when there is no such organisation; `problems` and `email` of what was just sent. */
export async function staffPage(
  asked: Asked<Tx>,
  house: House,
  problems: Problems = none,
  email = '',
  late = false,
): Promise<ReactNode | undefined> {
  const { tx, municipality, params, view, who } = asked
  const organisation = await organisationById(tx, municipality.id, params['organisation']!)
  if (!organisation) return undefined
  const baselines = await baselinesOf(tx, municipality.id, organisation.id)
  const [now] = baselines
  const takesPart = now?.year === yearOf(asked) && (now.state === 'running' || now.state === 'done')
  const invites = allows(who.roles, 'organisation.invite') && !takesPart
  return (
    <OrganisationPage
      view={view}
      organisation={organisation}
      baselines={baselines}
      fare={await lastAbout(tx, municipality.id, `organisation/${organisation.id}`, 'baseline')}
      answered={(await answeredFrom(tx, municipality.id, organisation.id)) !== undefined}
      invites={invites}
      mayConfirm={allows(who.roles, 'cluster.confirm')}
      // What is wrong about a field that is not there is told on top.
      problems={invites || problems['email'] === undefined ? problems : { '': problems['email'] }}
      typed={asked.sent}
      late={late}
      email={email}
      known={await knownOf(asked, house, organisation)}
    />
  )
}

export const organisationRoutes = (house: House): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/organisaties/:organisation',
    may: 'organisation.read',
    answer: async (asked) => {
      const body = await staffPage(asked, house)
      return body === undefined ? missing : page(body)
    },
  },
]

function OrganisationPage(props: Props) {
  const { view, organisation, baselines, mayConfirm, problems } = props
  const [now] = baselines
  return (
    <DeskPage
      oneForm
      view={view}
      title={organisation.name}
      crumbs={[{ name: 'Organisaties', to: '/balie/organisaties' }]}
    >
      <div className="ld-opening">
        <Heading level={1}>{organisation.name}</Heading>
        <Text>
          {organisation.kind}
          {organisation.street ? `, ${organisation.street}` : ''}.{' '}
          <Link to={`/organisaties/${organisation.slug}`}>De websitemeting</Link>{' '}
          <Link to={`/balie/organisaties/${organisation.id}/indeling`}>In welke groep</Link>{' '}
          <Link to={`/balie/organisaties/${organisation.id}/leveranciers`}>Leveranciers</Link>{' '}
          <Link to={`/balie/organisaties/${organisation.id}/metingen`}>Metingen</Link>
        </Text>
      </div>
      <ErrorSummary problems={problems} />
      <Section id="nulmeting" title="Zelfcheck">
        {!now ? (
          <Text>Nog niet uitgenodigd.</Text>
        ) : (
          <>
            <Standing now={now} />
            {mayConfirm && now.cluster !== null && now.state !== 'left' ? <Confirm {...props} now={now} /> : null}
          </>
        )}
        <Invite {...props} now={now} />
      </Section>
      {props.known}
    </DeskPage>
  )
}

function Standing({ now }: { now: Baseline }) {
  const group =
    now.cluster === null
      ? 'nog niet gekozen'
      : `${CLUSTER_NAMES[now.cluster]}, ${now.confirmedBy === null ? 'nog te bevestigen' : 'bevestigd'}`
  return (
    <>
      <Facts
        items={[
          { name: 'Jaar', value: `${now.year}` },
          {
            name: 'Status',
            value:
              now.state === 'running' && now.reopenedAt !== null
                ? `bezig (weer geopend op ${day('nl', now.reopenedAt)})`
                : BASELINE_STATES[now.state],
          },
          ...(now.state === 'left'
            ? []
            : [
                {
                  name: 'Voorstel',
                  value: now.proposed === null ? 'nog geen' : (CLUSTER_NAMES[now.proposed] ?? now.proposed),
                },
                { name: 'Groep', value: group },
              ]),
          ...(now.reason ? [{ name: 'Reden van de organisatie', value: now.reason }] : []),
        ]}
      />
      {now.form === null || now.state === 'left' ? null : (
        <Text>
          <Link to={`/balie/vragenlijsten/${now.form}`}>Wat de organisatie deelt</Link>
        </Text>
      )}
    </>
  )
}

function Confirm({ view, organisation, typed, late, problems, now }: Props & { now: Baseline }) {
  return (
    <>
      {late ? <GroupClash now={now} typed={typed} /> : null}
      <Form view={view} action={`/balie/organisaties/${organisation.id}/groep`}>
        <Hidden name="basis" value={groupBasis(now)} />
        <Choice
          name="groep"
          label="Groep"
          value={[typed.text('groep') || (now.cluster ?? '')]}
          problems={problems}
          options={Object.entries(CLUSTER_NAMES).map(([value, label]) => ({ value, label }))}
        />
        <Field
          name="reden"
          label="Reden, als u anders kiest"
          optional
          value={typed.text('reden')}
          problems={problems}
          maxLength={500}
        />
        <Buttons>
          <Button kind="secondary">Groep bevestigen</Button>
        </Buttons>
      </Form>
    </>
  )
}

function Invite({
  view,
  organisation,
  now,
  fare,
  answered,
  invites,
  problems,
  email,
}: Props & { now: Baseline | undefined }) {
  if (!invites) return null
  const waits = now?.state === 'invited'
  const handed = !view.mails && !answered
  return (
    <>
      {waits && fare !== undefined ? <MailFare fare={fare} mails={view.mails} /> : null}
      {waits && fare === undefined ? <Text>De link is op het scherm gegeven, niet gemaild.</Text> : null}
      <Form view={view} action={`/balie/organisaties/${organisation.id}/uitnodigen`}>
        <Field
          name="email"
          label={waits ? 'Opnieuw uitnodigen: e-mailadres' : 'Uitnodigen: e-mailadres'}
          type="email"
          hint={
            view.mails
              ? `De link in de e-mail werkt ${LINK_HOURS.baseline / 24} dagen, zonder account.` +
                (waits ? ' De vorige link werkt dan niet meer.' : '')
              : handed
                ? 'Er is geen mailserver ingesteld. U krijgt de link op het scherm, om zelf te geven.'
                : 'Er is geen mailserver ingesteld, en deze organisatie heeft al antwoorden. De link gaat alleen per ' +
                  'e-mail naar de organisatie zelf. Hij wacht tot er een mailserver is.'
          }
          value={email}
          problems={problems}
        />
        <Buttons>
          <Button kind={waits ? 'secondary' : 'primary'}>{handed ? 'Link maken' : 'Uitnodiging versturen'}</Button>
        </Buttons>
      </Form>
    </>
  )
}
