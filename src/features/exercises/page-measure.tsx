/** One measure from an exercise: what was learnt, who does what, the proof, and what another thought of it. */
import { MEASURE_STATES } from '../../vocabulary/exercise.ts'
import { Day } from '../../web/desk/day.tsx'
import { Area, Button, Buttons, Choice, ErrorSummary, Form, none, type Problems } from '../../web/desk/form.tsx'
import { said } from '../../web/desk/said.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView, Sent } from '../../web/desk/route.ts'
import { moment } from '../../web/language.ts'
import { Details, Facts, Heading, List, Section, Text } from '../../web/parts.tsx'
import type { Measure, Proof } from './measure-store.ts'
import { crumbs, crumbsOf, doerOf } from './parts.tsx'
import { PLACE } from './place.ts'
import type { Exercise, Somebody } from './store.ts'
import { WhoFields } from './who-fields.tsx'

export type MeasureProps = {
  readonly view: DeskView
  readonly measure: Measure
  /** Undefined: who is here may read this measure and not its exercise. */
  readonly exercise: Exercise | undefined
  readonly proofs: readonly Proof[]
  readonly leads: boolean
  readonly owners: readonly Somebody[]
  readonly problems?: Problems
  /** What was typed, where something of it is not right. */
  readonly typed?: Sent
}
const SAID = { accepted: 'Genoeg', insufficient: 'Nog niet genoeg', dropped: 'Vervallen' } as const

export function MeasurePage(props: MeasureProps) {
  const { view, measure, exercise, proofs, leads, problems = none } = props
  const { text, lesson, dueOn, state, owner } = measure
  const mine = owner === view.who.id
  const title = 'Maatregel uit een oefening'
  return (
    <DeskPage
      view={view}
      title={problems === none ? title : `Fout: ${title}`}
      crumbs={exercise === undefined ? crumbs : crumbsOf(exercise)}
      oneForm
    >
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>{text}</Text>
        <Facts
          items={[
            { name: 'Les', value: lesson },
            { name: 'Wie', value: doerOf(measure) },
            { name: 'Voor', value: <Day on={dueOn} /> },
            { name: 'Stand', value: MEASURE_STATES[state] },
          ]}
        />
      </div>
      <Section id="bewijs" title="Bewijs">
        {proofs.length === 0 ? (
          <Text>Er is nog geen bewijs ingestuurd.</Text>
        ) : (
          <List
            items={proofs.map(({ no, text: words, verdict, at }) => ({
              key: String(no),
              body: `${moment('nl', at)}: ${verdict === null ? 'Bewijs' : SAID[verdict]}. ${words}`,
            }))}
          />
        )}
        {state === 'open' && mine ? <ProofForm {...props} /> : null}
        {state === 'proven' && leads && !mine ? <VerdictForm {...props} /> : null}
        {state === 'proven' && leads && mine ? <Text>Een ander dan u kijkt dit bewijs na.</Text> : null}
      </Section>
      {state === 'open' && leads ? <OtherForms {...props} /> : null}
    </DeskPage>
  )
}

const ProofForm = ({ view, measure, problems = none, typed }: MeasureProps) => (
  <Form view={view} action={`${PLACE}/maatregelen/${measure.id}/bewijs`}>
    <Area
      name="bewijs"
      label="Waaraan is te zien dat het klaar is?"
      value={said(typed, 'bewijs')}
      rows={3}
      problems={problems}
    />
    <Buttons>
      <Button>Bewijs insturen</Button>
    </Buttons>
  </Form>
)

const VerdictForm = ({ view, measure, problems = none, typed }: MeasureProps) => (
  <Form view={view} action={`${PLACE}/maatregelen/${measure.id}/controle`}>
    <Choice
      name="oordeel"
      label="Is dit genoeg?"
      options={[
        { value: 'accepted', label: 'Ja, de maatregel is klaar' },
        { value: 'insufficient', label: 'Nee, er ontbreekt nog iets' },
      ]}
      value={[said(typed, 'oordeel')]}
      problems={problems}
    />
    <Area name="toelichting" label="Toelichting" value={said(typed, 'toelichting')} rows={2} problems={problems} />
    <Buttons>
      <Button>Oordeel geven</Button>
    </Buttons>
  </Form>
)

const OtherForms = ({ view, measure, owners, problems = none, typed }: MeasureProps) => (
  <Section id="anders" title="Anders afspreken">
    <Details
      summary="Een andere eigenaar of dag"
      open={['wie', 'organisatie', 'functie', 'voor_dag'].some((name) => name in problems)}
    >
      <Form view={view} action={`${PLACE}/maatregelen/${measure.id}/geven`}>
        <WhoFields {...{ owners, problems, typed }} was={measure} />
        <Buttons>
          <Button kind="secondary">Zo afspreken</Button>
        </Buttons>
      </Form>
    </Details>
    <Details summary="Deze maatregel vervalt" open={'toelichting' in problems}>
      <Form view={view} action={`${PLACE}/maatregelen/${measure.id}/vervalt`}>
        <Area name="toelichting" label="Waarom?" value={said(typed, 'toelichting')} rows={2} problems={problems} />
        <Buttons>
          <Button kind="secondary">Laten vervallen</Button>
        </Buttons>
      </Form>
    </Details>
  </Section>
)
