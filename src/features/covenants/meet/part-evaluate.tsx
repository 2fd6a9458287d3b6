/** The form of an evaluation: what the steering group found, and until when it goes on or when it ends. */
import { isDate } from '../../../lib/iso-date.ts'
import { EVALUATION_OUTCOMES, type EvaluationOutcome } from '../../../vocabulary/covenant.ts'
import { Area, Button, Buttons, Choice, Field, Form, type Problems } from '../../../web/desk/form.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import { emptyOr, filled, oneOf, text, word, type Typed } from '../../../web/desk/schema.ts'
import { day } from '../../../web/language.ts'
import { Section, Text } from '../../../web/parts.tsx'
import type { Covenant } from '../store.ts'
import { placeOf } from './page-meetings.tsx'

const OUTCOMES = Object.keys(EVALUATION_OUTCOMES) as [EvaluationOutcome, ...EvaluationOutcome[]]
/** What the form of an evaluation may hold. */
export const FIELDS = {
  werkte: text(8_000, filled('Schrijf op wat het convenant opleverde.')),
  ontbrak: text(8_000, filled('Schrijf op wat niet lukte of ontbrak. Lukte alles? Schrijf dat dan op.')),
  uitkomst: word(oneOf(OUTCOMES, 'Kies of het convenant doorgaat.')),
  reden: text(4_000, filled('Schrijf op waarom. Alle partijen lezen dit.')),
  einde: word(emptyOr(isDate, 'Vul een datum in, zoals 31 december 2027.')),
  verlengd: word(emptyOr(isDate, 'Vul een datum in, zoals 31 december 2030.')),
}

/** Years that it can go on at most after that day. */
export const YEARS = 10
/** It goes on after this day: its last, or today when that is past. */
export const afterOf = ({ endsOn }: Pick<Covenant, 'endsOn'>, today: string): string =>
  endsOn === null || endsOn < today ? today : endsOn

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly today: string
  readonly typed: Typed<typeof FIELDS> | undefined
  readonly problems: Problems
}

/** Where the steering group says what it found and decided. */
export function Evaluate({ view, covenant, today, typed, problems }: Props) {
  const after = day('nl', afterOf(covenant, today))
  return (
    <Section id="vastleggen" title="Evaluatie vastleggen">
      <Text>
        Dit is wat de stuurgroep vond en besloot. Het verandert later niet meer. Bij verlengen schrijft u daarna een
        nieuwe versie, die alle partijen opnieuw tekenen.
      </Text>
      <Form view={view} action={`${placeOf(covenant)}/evaluatie`}>
        <Area
          name="werkte"
          label="Wat leverde het convenant op?"
          value={typed?.werkte ?? ''}
          maxLength={8_000}
          problems={problems}
        />
        <Area
          name="ontbrak"
          label="Wat lukte niet, of ontbrak?"
          value={typed?.ontbrak ?? ''}
          maxLength={8_000}
          problems={problems}
        />
        <Choice
          name="uitkomst"
          label="Gaat het convenant door?"
          options={OUTCOMES.map((value) => ({ value, label: EVALUATION_OUTCOMES[value] }))}
          value={typed === undefined ? [] : [typed.uitkomst]}
          problems={problems}
        />
        <Area name="reden" label="Waarom?" rows={3} value={typed?.reden ?? ''} maxLength={4_000} problems={problems} />
        <Field
          name="einde"
          label="Laatste dag, als het convenant eindigt"
          hint="Vandaag of eerder. Ligt de laatste dag later? Leg de evaluatie dan op die dag vast."
          type="date"
          optional
          value={typed?.einde ?? ''}
          problems={problems}
        />
        <Field
          name="verlengd"
          label="Nieuwe laatste dag, als het convenant doorgaat"
          hint={`Na ${after}. De dag komt in de nieuwe versie en telt zodra die is vastgesteld.`}
          type="date"
          optional
          value={typed?.verlengd ?? ''}
          problems={problems}
        />
        <Buttons>
          <Button>Evaluatie vastleggen</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
