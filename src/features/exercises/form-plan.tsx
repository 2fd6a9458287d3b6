/** Planning an exercise: which one, who plays, when, and who leads. */
import type { Scenario } from '../../model/exercise.ts'
import {
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
import { Heading, Text } from '../../web/parts.tsx'
import type { TypedPlan } from './fields.ts'
import { crumbs, crumbsOf, personOption } from './parts.tsx'
import { PLACE } from './place.ts'
import type { Exercise, Somebody } from './store.ts'

type Props = {
  readonly view: DeskView
  readonly typed: Omit<TypedPlan, 'oefening' | 'organisatie'> & Partial<TypedPlan>
  readonly scenarios: readonly Scenario[]
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  readonly leaders: readonly Somebody[]
  readonly problems?: Problems
  /** Of one that is there: only when, where and under whom change. */
  readonly exercise?: Exercise
}

export function PlanPage({ view, typed, scenarios, organisations, leaders, problems = none, exercise }: Props) {
  const title = exercise === undefined ? 'Oefening plannen' : 'Oefening verzetten'
  return (
    <DeskPage
      view={view}
      title={problems === none ? title : `Fout: ${title}`}
      crumbs={exercise === undefined ? crumbs : crumbsOf(exercise)}
    >
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} />
        <Text>Wie de oefening leidt, krijgt een taak en leest de berichten. Wie meespeelt, leest ze niet vooraf.</Text>
      </div>
      <Form view={view} action={exercise === undefined ? `${PLACE}/nieuw` : `${PLACE}/${exercise.id}/verzetten`}>
        {exercise !== undefined ? null : (
          <>
            <Choice
              name="oefening"
              label="Welke oefening?"
              options={scenarios.map(({ id, title: name, lead, minutes }) => ({
                value: id,
                label: name.nl,
                hint: `${lead.nl} ${minutes} minuten.`,
              }))}
              value={[typed.oefening ?? '']}
              problems={problems}
            />
            <Select
              name="organisatie"
              label="Wie oefent?"
              empty="Kies een organisatie"
              options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              value={typed.organisatie ?? ''}
              problems={problems}
            />
          </>
        )}
        <Field name="dag" label="Op welke dag?" type="date" value={typed.dag} problems={problems} />
        <Field name="tijd" label="Hoe laat?" hint="Zoals 9.30." value={typed.tijd} maxLength={5} problems={problems} />
        <Field name="plek" label="Waar?" value={typed.plek} maxLength={200} problems={problems} />
        <Select
          name="leider"
          label="Wie leidt de oefening?"
          empty="Kies een collega"
          options={leaders.map(personOption)}
          value={typed.leider}
          problems={problems}
        />
        <Field
          name="kijker"
          label="Wie kijkt mee, en speelt niet?"
          hint="Een functie. Alleen met een kijker telt de oefening als bijgewoond."
          optional
          value={typed.kijker}
          maxLength={120}
          problems={problems}
        />
        <Buttons>
          <Button>{exercise === undefined ? 'Oefening plannen' : 'Opslaan'}</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
