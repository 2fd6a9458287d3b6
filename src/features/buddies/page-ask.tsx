/** Asking for help in an incident: as few questions as it takes to call somebody. */
import type { CityContact } from '../../model/letter.ts'
import { Area, Button, Buttons, Choice, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Text } from '../../web/parts.tsx'
import { TlpBanner } from '../../web/warning/label.tsx'
import type { TypedAsk } from './fields.ts'
import { LABEL } from './letters.ts'
import { crumbs, PhoneNow, PLACE, skillOptions } from './parts.tsx'

type Props = {
  readonly view: DeskView
  readonly typed: TypedAsk
  readonly contact: CityContact
  readonly problems?: Problems
}

export function AskPage({ view, typed, contact, problems = none }: Props) {
  const title = 'Hulp vragen'
  return (
    <DeskPage view={view} title={problems === none ? title : `Fout: ${title}`} crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} />
        <TlpBanner label={LABEL} />
        <Text>Dit formulier belt niemand voor u. Bel ook zelf:</Text>
        <PhoneNow contact={contact} />
        <Text>Uw organisatie, wie dit oppakt en wie wordt opgeroepen, lezen dit. Niemand anders.</Text>
      </div>
      <Form view={view} action={`${PLACE}/vragen`}>
        <Area
          name="wat"
          label="Wat is er aan de hand?"
          hint="Wat u ziet, in gewone woorden. Noem geen namen van klanten of patiënten."
          value={typed.wat}
          rows={3}
          maxLength={1_000}
          problems={problems}
        />
        <Field name="waar" label="Waar is het?" value={typed.waar} maxLength={200} problems={problems} />
        <Field name="dag" label="Sinds welke dag?" type="date" value={typed.dag} problems={problems} />
        <Field
          name="tijd"
          label="Hoe laat begon het?"
          hint="Zoals 14.05."
          value={typed.tijd}
          maxLength={5}
          problems={problems}
        />
        <Choice
          several
          name="nodig"
          label="Wat heeft u nodig?"
          options={skillOptions}
          value={typed.nodig}
          problems={problems}
        />
        <Field name="wie" label="Wie kunnen wij bellen?" value={typed.wie} maxLength={120} problems={problems} />
        <Field
          name="telefoon"
          label="Telefoonnummer dat nu werkt"
          value={typed.telefoon}
          maxLength={30}
          autoComplete="tel"
          problems={problems}
        />
        <Buttons>
          <Button>Hulp vragen</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
