/** One practice at the desk: who sent what, and the form that puts it on the site under the name of who looked. */
import { spoken } from '../../lib/spoken-number.ts'
import type { Norm } from '../../model/norm.ts'
import { LICENCES, LONGEST, PRACTICE_ORIGINS, PRACTICE_STATES } from '../../vocabulary/practice.ts'
import {
  Area,
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
import type { DeskView } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { Details, Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import type { Practice } from './store.ts'

/** What was typed, by the name of the field. */
export type TypedPractice = Readonly<Record<string, unknown>>
type Props = {
  readonly view: DeskView
  readonly practice: Practice
  readonly norms: readonly Norm[]
  readonly mayReview: boolean
  readonly problems?: Problems
  readonly typed?: TypedPractice
  readonly reason?: string
  /** It names an organisation of the list. */
  readonly listed: boolean
}
const PLACE = '/balie/praktijken'

export function PracticePage(props: Props) {
  const { view, practice, mayReview, problems = none } = props
  const { state, reviewer, reviewedOn } = practice
  const waits = state === 'sent'
  return (
    <DeskPage
      view={view}
      title={practice.title}
      crumbs={[{ name: 'Goede praktijken', to: PLACE }]}
      oneForm={mayReview && waits}
    >
      <div className="ld-opening">
        <p className="ld-kicker">Goede praktijk {spoken(practice.number)}</p>
        <Heading level={1}>{practice.title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          {waits
            ? `Dit ${PRACTICE_STATES.sent}. Het is ingestuurd op ${day('nl', practice.sentOn)}.`
            : reviewer === null || reviewedOn === null
              ? `Dit is ${PRACTICE_STATES[state]} voordat iemand het nakeek.`
              : `Dit ${state === 'shown' ? '' : 'is '}${PRACTICE_STATES[state]}. ` +
                `${reviewer} keek het na op ${day('nl', reviewedOn)}.`}
        </Text>
        {state === 'shown' ? (
          <Text>
            <Link to={`/samen/praktijken/${spoken(practice.number)}`}>Wat iedereen leest</Link>
          </Text>
        ) : null}
      </div>
      <Sender practice={practice} />
      {practice.reason === '' ? null : (
        <Section id="reden" title="De reden">
          <p className="ld-as-typed">{practice.reason}</p>
        </Section>
      )}
      {waits && mayReview ? <Review {...props} /> : <AsSent {...props} />}
      {mayReview && state !== 'refused' && state !== 'withdrawn' ? <No {...props} /> : null}
    </DeskPage>
  )
}

function Sender({ practice: { name, email, licence, lang } }: { practice: Practice }) {
  return (
    <Facts
      items={[
        { name: 'Ingestuurd door', value: name === '' ? 'geen naam bekend' : name },
        {
          name: 'E-mail',
          value: email === '' ? 'geen adres bekend' : email,
        },
        { name: 'Licentie', value: `${LICENCES[licence].name.nl}. ${LICENCES[licence].means.nl}` },
        ...(lang === 'en' ? [{ name: 'Taal', value: 'Engels' }] : []),
      ]}
    />
  )
}

function AsSent({ practice, norms }: Props) {
  const labels = new Map(norms.map(({ id, label }) => [id, `${label} (${id})`]))
  return (
    <Section id="tekst" title="De tekst">
      <Facts
        items={[
          { name: 'Organisatie', value: practice.organisation },
          { name: 'Normen', value: practice.norms.map((id) => labels.get(id) ?? id).join(', ') || 'nog geen' },
          { name: 'Het probleem', value: <span className="ld-as-typed">{practice.problem}</span> },
          { name: 'Wat zij deden', value: <span className="ld-as-typed">{practice.did}</span> },
          {
            name: 'Wat het opleverde',
            value: <span className="ld-as-typed">{practice.gained || 'niet verteld'}</span>,
          },
          ...(practice.link === '' ? [] : [{ name: 'Meer', value: practice.link }]),
        ]}
      />
    </Section>
  )
}

function Review({ view, practice, norms, problems = none, typed, listed }: Props) {
  const value = (name: string, stands: string): string => {
    const given = typed?.[name]
    return typeof given === 'string' ? given : stands
  }
  const common = (name: string, stands: string) => ({ name, value: value(name, stands), problems })
  const options = norms.map(({ id, label }) => ({ value: id, label: `${label} (${id})` }))
  const ticked = typed?.['nagekeken']
  return (
    <Section id="nakijken" title="Nakijken en plaatsen">
      <Text>
        Klopt het, kan een ander het nadoen, en staat er niemand met naam in? U mag de tekst korter en duidelijker
        maken. De licentie kiest wie het instuurde.
      </Text>
      <Text>
        {listed ? `${practice.organisation} staat in onze lijst van organisaties. ` : ''}
        Iedereen kan elke naam invullen. Ga na of dit van de organisatie zelf komt: op de site staat dat zij het
        vertelt.
      </Text>
      <Form view={view} action={`${PLACE}/${practice.id}/plaatsen`}>
        <Field {...common('titel', practice.title)} label="In één zin: wat lukte er?" maxLength={LONGEST.title} />
        <Field {...common('organisatie', practice.organisation)} label="Organisatie" maxLength={LONGEST.organisation} />
        <Select {...common('norm', practice.norms[0] ?? '')} label="Norm" empty="Kies een norm" options={options} />
        <Select
          {...common('norm-2', practice.norms[1] ?? '')}
          label="Tweede norm"
          optional
          empty="Geen"
          options={options}
        />
        <Select
          {...common('norm-3', practice.norms[2] ?? '')}
          label="Derde norm"
          optional
          empty="Geen"
          options={options}
        />
        <Area {...common('probleem', practice.problem)} label="Het probleem" rows={4} maxLength={LONGEST.problem} />
        <Area {...common('gedaan', practice.did)} label="Wat zij deden" rows={9} maxLength={LONGEST.did} />
        <Area
          {...common('opgeleverd', practice.gained)}
          label="Wat het opleverde"
          optional
          rows={4}
          maxLength={LONGEST.gained}
        />
        <Field
          {...common('link', practice.link)}
          label="Webadres met meer"
          hint="Kijk of het adres van de organisatie zelf is."
          optional
          type="url"
          maxLength={LONGEST.link}
        />
        <Select
          {...common('bron', '')}
          label="Hoe weet u dat het van de organisatie komt?"
          empty="Kies hoe u dat naging"
          options={Object.entries(PRACTICE_ORIGINS).map(([each, label]) => ({ value: each, label }))}
        />
        <Choice
          name="nagekeken"
          label="Uw naam"
          several
          problems={problems}
          value={Array.isArray(ticked) ? ticked : []}
          options={[{ value: 'ja', label: `Ik keek dit na. Op de site staat: nagekeken door ${view.who.name}.` }]}
        />
        <Buttons>
          <Button>Plaats op de site</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

/** Not on the site, or not any more; who sent it reads why. */
function No({ view, practice: { id, state }, problems = none, reason = '' }: Props) {
  const waits = state === 'sent'
  return (
    <Section id="niet" title={waits ? 'Niet plaatsen' : 'Van de site halen'}>
      <Details
        summary={waits ? 'Schrijf waarom het niet op de site komt' : 'Schrijf waarom het van de site gaat'}
        open={'reden' in problems}
      >
        <Form view={view} action={`${PLACE}/${id}/${waits ? 'afwijzen' : 'intrekken'}`}>
          <Area
            name="reden"
            label="De reden"
            hint={
              waits
                ? 'Wie het instuurde, leest dit met de eigen link.'
                : 'Iedereen leest dit op de pagina. Noem niemand.'
            }
            rows={4}
            maxLength={LONGEST.reason}
            value={reason}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">{waits ? 'Plaats het niet' : 'Haal het van de site'}</Button>
          </Buttons>
        </Form>
      </Details>
    </Section>
  )
}
