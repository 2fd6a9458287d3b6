/** One meeting: when and about what, what was said and decided, and who was there. */
import { asSentence } from '../../../lib/words.ts'
import type { ReactNode } from 'react'
import { MEETING_KINDS } from '../../../vocabulary/covenant.ts'
import {
  Area,
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  none,
  Select,
  type Problems,
} from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import type { Typed } from '../../../web/desk/schema.ts'
import { day } from '../../../web/language.ts'
import { Facts, Heading, Section, Text } from '../../../web/parts.tsx'
import type { Covenant } from '../store.ts'
import type { DECISION } from './form.ts'
import { LABELS } from './form.ts'
import { crumbsOf, placeOf, standingOf } from './page-meetings.tsx'
import { Invite, nameOf } from './part-invite.tsx'
import { Reports } from './page-report.tsx'
import type { Report } from './report-store.ts'
import type { Contact, Decision, Meeting } from './store.ts'

export type Shown = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly meeting: Meeting
  readonly decisions: readonly Decision[]
  /** The yearly reports that were made for it, the newest first. */
  readonly reports: readonly Report[]
  readonly contacts: readonly Contact[]
  /** Of the text that holds: what a decision can be about. */
  readonly pledges: readonly { readonly id: string; readonly title: string }[]
  readonly today: string
  readonly may: { readonly write: boolean; readonly steer: boolean }
}
type Values = Readonly<Record<'datum' | 'plaats' | 'agenda' | 'verslag', string>> & {
  readonly aanwezig: readonly string[]
  readonly openbaar: readonly string[]
}
type Props = Shown & {
  readonly values: Values
  readonly basis: string
  readonly clash?: ReactNode
  readonly problems?: Problems
  readonly decision?: { readonly typed: Typed<typeof DECISION>; readonly problems: Problems }
  /** What was typed as the reason to call it off. */
  readonly why?: { readonly typed: string; readonly problems: Problems }
}

export function MeetingPage(props: Props) {
  const { view, covenant, meeting, today, may, contacts, clash, problems = none, decision, why } = props
  const on = meeting.heldOn > today
  return (
    <DeskPage
      view={view}
      title={`${MEETING_KINDS[meeting.kind]}, ${day('nl', meeting.heldOn)}`}
      crumbs={[...crumbsOf(covenant), { name: 'Bijeenkomsten', to: `${placeOf(covenant)}/bijeenkomsten` }]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{covenant.title}</p>
        <Heading level={1}>
          {MEETING_KINDS[meeting.kind].replace(/^./, (sign) => sign.toUpperCase())} van {day('nl', meeting.heldOn)}
        </Heading>
        <Text lead>{standingOf(meeting, today).replace(/^./, (sign) => sign.toUpperCase())}.</Text>
      </div>
      <ErrorSummary problems={{ ...problems, ...decision?.problems, ...why?.problems }} />
      {clash}
      <Facts
        items={[
          ...(meeting.place === '' ? [] : [{ name: 'Plaats', value: meeting.place }]),
          { name: 'Agenda', value: <span className="ld-preline">{meeting.agenda}</span> },
          ...(meeting.cancelledFor === '' ? [] : [{ name: 'Waarom niet', value: meeting.cancelledFor }]),
          ...(meeting.present.length === 0
            ? []
            : [
                {
                  name: 'Er waren',
                  value: contacts
                    .filter(({ id }) => meeting.present.includes(id))
                    .map((each) => nameOf(view, each))
                    .join(', '),
                },
              ]),
        ]}
      />
      {meeting.cancelledFor !== '' || !may.write || !on ? null : <Invite {...props} />}
      {meeting.notes === '' ? null : (
        <Section id="verslag" title="Verslag">
          <p className="ld-preline">{meeting.notes}</p>
        </Section>
      )}
      <Reports
        place={`${placeOf(covenant)}/bijeenkomsten/${meeting.id}`}
        reports={props.reports}
        mayMake={may.write && meeting.cancelledFor === ''}
      />
      <Decisions {...props} />
      {may.write && meeting.cancelledFor === '' ? <Change {...props} /> : null}
      {may.write && on && meeting.cancelledFor === '' ? (
        <Section id="afzeggen" title="Gaat de bijeenkomst niet door?">
          <Form view={view} action={`${placeOf(covenant)}/bijeenkomsten/${meeting.id}/afzeggen`}>
            <Area
              name="waarom"
              label="Waarom gaat de bijeenkomst niet door?"
              hint={meeting.invitedAt === null ? undefined : 'Wie is uitgenodigd, krijgt dit per e-mail.'}
              rows={2}
              value={why?.typed ?? ''}
              maxLength={1_000}
              {...(why === undefined ? {} : { problems: why.problems })}
            />
            <Buttons>
              <Button kind="secondary">Bijeenkomst afzeggen</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
    </DeskPage>
  )
}

function Decisions({ view, covenant, meeting, decisions, contacts, pledges, today, may, decision }: Props) {
  const about = new Map<string, string>([
    ...pledges.map(({ id, title }) => [`afspraak:${id}`, `Afspraak: ${title}`] as [string, string]),
    ...contacts.map((each) => [`deelnemer:${each.id}`, nameOf(view, each)] as [string, string]),
  ])
  const open = may.steer && meeting.cancelledFor === '' && meeting.heldOn <= today
  if (decisions.length === 0 && !open) return null
  return (
    <Section id="besluiten" title="Wat er is besloten">
      {decisions.length === 0 ? (
        <Text>Nog niets.</Text>
      ) : (
        <ul className="ld-list">
          {decisions.map(({ id, text, agreed, by, byFunction, ...each }) => {
            const key = each.pledge === null ? `deelnemer:${each.participant}` : `afspraak:${each.pledge}`
            return (
              <li key={id}>
                {about.has(key) ? <strong>{about.get(key)}. </strong> : null}
                <span className="ld-preline">{text}</span>{' '}
                <span className="ld-quiet">
                  {asSentence(`Besloten door ${agreed}`)} Vastgelegd door {by ?? 'iemand die hier niet meer werkt'}
                  {byFunction ? `, ${byFunction}` : ''}.
                </span>
              </li>
            )
          })}
        </ul>
      )}
      {open ? (
        <Form view={view} action={`${placeOf(covenant)}/bijeenkomsten/${meeting.id}/besluit`}>
          <Area
            name="tekst"
            label="Wat is er besloten?"
            hint="Een besluit verandert later niet meer. Schorsen of een ander doel legt u daarna zelf vast."
            rows={3}
            value={decision?.typed.tekst ?? ''}
            maxLength={4_000}
            problems={decision?.problems ?? none}
          />
          <Select
            name="over"
            label="Waarover gaat het?"
            value={decision?.typed.over ?? ''}
            empty="Het hele convenant"
            options={[...about].map(([value, label]) => ({ value, label }))}
            problems={decision?.problems ?? none}
          />
          <Field
            name="akkoord"
            label="Wie besloot het?"
            hint="Bijvoorbeeld: de hele stuurgroep."
            value={decision?.typed.akkoord ?? ''}
            problems={decision?.problems ?? none}
          />
          <Buttons>
            <Button kind="secondary">Besluit vastleggen</Button>
          </Buttons>
        </Form>
      ) : null}
    </Section>
  )
}

function Change({ view, covenant, meeting, contacts, today, values, basis, problems = none }: Props) {
  return (
    <Section id="wijzigen" title={meeting.heldOn <= today ? 'Verslag en aanwezigen' : 'Bijeenkomst wijzigen'}>
      <Form view={view} action={`${placeOf(covenant)}/bijeenkomsten/${meeting.id}`}>
        <Hidden name="basis" value={basis} />
        <Field name="datum" label={LABELS.datum} type="date" value={values.datum} problems={problems} />
        <Field name="plaats" label={LABELS.plaats} optional value={values.plaats} maxLength={300} problems={problems} />
        <Area name="agenda" label={LABELS.agenda} value={values.agenda} maxLength={4_000} problems={problems} />
        {meeting.heldOn > today ? null : (
          <>
            <Area
              name="verslag"
              label={LABELS.verslag}
              hint="Alle partijen lezen dit. Noem niemand die dat niet wil."
              optional
              rows={10}
              value={values.verslag}
              maxLength={20_000}
              problems={problems}
            />
            <Choice
              name="aanwezig"
              label={LABELS.aanwezig}
              options={contacts.map((each) => ({ value: each.id, label: nameOf(view, each) }))}
              value={values.aanwezig}
              several
              optional
              problems={problems}
            />
            <Choice
              name="openbaar"
              label={LABELS.openbaar}
              hint="De dag en de besluiten staan dan op de site. Het verslag en besluiten over een partij niet."
              options={[{ value: 'ja', label: 'Iedereen mag lezen dat dit is gehouden en wat is besloten' }]}
              value={values.openbaar}
              several
              optional
              problems={problems}
            />
          </>
        )}
        <Buttons>
          <Button>Bijeenkomst opslaan</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
