/** What a party does at the desk beside signing: have its link mailed, pause, leave, or say whether it may be named. */
import { Area, Button, Buttons, Choice, Field, Form, type Problems } from '../../../web/desk/form.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import { Section, Text } from '../../../web/parts.tsx'
import { OWN_STEPS, told } from './part-steps.tsx'

export type Said = {
  readonly stap: string
  readonly reden: string
  readonly tot: string
  readonly zeker: readonly string[]
}

/** What is done with the link alone: by somebody else, or with a file that was signed elsewhere. */
export function ByLink({ view, place, first }: { view: DeskView; place: string; first: boolean }) {
  return (
    <Section id="link" title="Met de link per e-mail">
      <Text>
        Tekent iemand anders, of stuurt u een getekend bestand? Dat gaat met de link. Daar kunt u hem ook doorgeven, of
        zeggen dat u niet de juiste bent. De link gaat naar de contactpersoon van uw organisatie.
      </Text>
      <Form view={view} action={`${place}/link`}>
        <Buttons>
          <Button kind={first ? 'primary' : 'secondary'}>Stuur onze contactpersoon de link</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

/** What a party says itself: to pause, to leave, or whether its name may be told. */
export function StepForm({
  view,
  own,
  problems,
  place,
  said,
}: {
  view: DeskView
  own: { readonly participant: Parameters<typeof told>[0] }
  problems: Problems
  place: string
  said?: Said
}) {
  const steps = told(own.participant)
  return (
    <Section id="deelname" title="Uw deelname veranderen">
      <Form view={view} action={`${place}/stap`}>
        <Choice
          name="stap"
          label="Wat wilt u?"
          value={[said?.stap ?? '']}
          options={steps.map((step) => ({ value: step, label: OWN_STEPS[step] }))}
          problems={problems}
        />
        <Area
          name="reden"
          label="Waarom?"
          hint="Nodig bij pauzeren en stoppen. Alleen de gemeente leest dit."
          value={said?.reden ?? ''}
          rows={3}
          maxLength={2_000}
          problems={problems}
        />
        {steps.includes('paused') ? (
          <Field
            name="tot"
            label="Tot en met welke dag pauzeert u?"
            hint="Alleen bij pauzeren."
            type="date"
            value={said?.tot ?? ''}
            problems={problems}
          />
        ) : null}
        {steps.includes('left') ? (
          <Choice
            name="zeker"
            label="Alleen bij stoppen"
            hint="Stoppen gaat vandaag in. Uw handtekening is dan ingetrokken."
            several
            value={said?.zeker ?? []}
            options={[{ value: 'ja', label: 'Ja, wij stoppen vanaf vandaag' }]}
            problems={problems}
          />
        ) : null}
        <Buttons>
          <Button kind="secondary">Leg vast</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
