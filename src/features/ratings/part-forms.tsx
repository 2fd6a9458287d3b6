/** What an officer writes about a service: what was done with the answers, and a test with people. */
import { Area, Button, Buttons, Choice, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Details, Text } from '../../web/parts.tsx'

/** What was typed, by the name of the field. */
export type TypedRating = Readonly<Record<string, unknown>>
type Props = {
  readonly view: DeskView
  readonly product: { readonly id: string }
  readonly problems?: Problems
  readonly typed?: TypedRating
}
const valueIn = (typed: TypedRating | undefined, name: string): string => {
  const value = typed?.[name]
  return typeof value === 'string' ? value : ''
}

export function ActForm({ view, product, problems = none, typed }: Props) {
  return (
    <Form view={view} action={`/balie/oordelen/${product.id}/gedaan`}>
      <Area
        name="gedaan"
        label="Wat deed u met de antwoorden?"
        hint="Iedereen leest dit."
        rows={3}
        maxLength={2_000}
        value={valueIn(typed, 'gedaan')}
        problems={problems}
      />
      <Field
        name="wie"
        label="Wie gaat erover?"
        hint="Een functie of afdeling, geen naam."
        maxLength={120}
        value={valueIn(typed, 'wie')}
        problems={problems}
      />
      <Field name="wanneer" label="Wanneer?" type="date" value={valueIn(typed, 'wanneer')} problems={problems} />
      <Buttons>
        <Button>Zet op de site</Button>
      </Buttons>
    </Form>
  )
}

export function TestForm({ view, product, problems = none, typed }: Props) {
  const common = (name: string) => ({ name, value: valueIn(typed, name), problems })
  const wrong = ['taak', 'mensen', 'dag', 'aantal', 'klaar', 'met-hulp', 'minuten', 'gezien', 'erbij'].some(
    (each) => each in problems,
  )
  return (
    <Details summary="Leg een test met mensen vast" open={wrong}>
      <Form view={view} action={`/balie/oordelen/${product.id}/test`}>
        <Text>Vijf mensen laten fouten zien; zij maken geen score. Schrijf geen namen op.</Text>
        <Field {...common('taak')} label="Wat probeerden zij?" maxLength={300} />
        <Field
          {...common('mensen')}
          label="Wat voor mensen waren het?"
          hint="Bijvoorbeeld: vijf mensen van een taalcursus."
          maxLength={300}
        />
        <Field {...common('dag')} label="Op welke dag?" type="date" />
        <Field {...common('aantal')} label="Hoeveel deden er mee?" inputMode="numeric" maxLength={3} />
        <Field {...common('klaar')} label="Hoeveel kwamen klaar?" inputMode="numeric" maxLength={3} />
        <Field {...common('met-hulp')} label="Hoeveel daarvan met hulp?" inputMode="numeric" maxLength={3} />
        <Field
          {...common('minuten')}
          label="Hoelang duurde het meestal, in minuten?"
          inputMode="numeric"
          maxLength={3}
        />
        <Area {...common('gezien')} label="Wat zag u?" hint="Iedereen leest dit." rows={4} maxLength={4_000} />
        <Choice
          name="erbij"
          label="Wie erbij was, legt de test vast"
          hint="Op de site staat uw functie, uw naam niet."
          several
          value={typed?.['erbij'] === 'ja' ? ['ja'] : []}
          problems={problems}
          options={[{ value: 'ja', label: 'Ik was erbij en zag dit zelf.' }]}
        />
        <Buttons>
          <Button kind="secondary">Leg de test vast</Button>
        </Buttons>
      </Form>
    </Details>
  )
}
