/** The form of a product, for a new one and for one that is there. */
import type { ReactNode } from 'react'
import type { Question } from '../../model/questionnaire.ts'
import { day } from '../../web/language.ts'
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
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Text } from '../../web/parts.tsx'
import { crumbs } from './kinds.ts'
import type { ProductInput } from './rules.ts'

export function FormPage({
  view,
  input,
  question,
  title,
  action,
  basis,
  clash,
  tested,
  toets = '',
  reden = '',
  problems = none,
}: {
  view: DeskView
  input: ProductInput
  question: Question | undefined
  title: string
  action: string
  /** What was on the screen, of a product that is there already. */
  basis?: string
  clash?: ReactNode
  /** What was tested changes: the day of that test. Then it must be said what this is. */
  tested?: string | undefined
  toets?: string
  reden?: string
  problems?: Problems
}) {
  return (
    <DeskPage view={view} title={title} crumbs={crumbs}>
      <Heading level={1}>{title}</Heading>
      <Text>Een andere versie, configuratie of inzet is een ander product: zet die er apart bij.</Text>
      <ErrorSummary problems={problems} />
      {clash}
      <Form view={view} action={action}>
        {basis === undefined ? null : <Hidden name="basis" value={basis} />}
        {tested === undefined ? null : <AfterTest tested={tested} toets={toets} reden={reden} problems={problems} />}
        <Field name="naam" label="Naam" value={input.naam} problems={problems} maxLength={200} />
        <Field name="leverancier" label="Leverancier" value={input.leverancier} problems={problems} maxLength={200} />
        <Field name="versie" label="Versie" optional value={input.versie} maxLength={100} />
        <Area
          name="configuratie"
          label="Configuratie"
          hint="Welke instellingen en uitbreidingen staan aan?"
          optional
          rows={3}
          value={input.configuratie}
          maxLength={2_000}
        />
        <Area
          name="inzet"
          label="Inzet"
          hint="Waarvoor en door wie wordt het gebruikt?"
          rows={2}
          value={input.inzet}
          problems={problems}
          maxLength={1_000}
        />
        <Area name="omschrijving" label="Omschrijving" optional rows={3} value={input.omschrijving} maxLength={2_000} />
        <Choice
          name="gegevens"
          label={question?.text ?? 'Welke gegevens gaan erin?'}
          several
          optional
          value={input.gegevens}
          options={(question?.options ?? []).map(({ id, label }) => ({ value: id, label }))}
          problems={problems}
        />
        <Field name="van" label="Contract vanaf" type="date" optional value={input.van} problems={problems} />
        <Field name="tot" label="Contract tot en met" type="date" optional value={input.tot} problems={problems} />
        <Field
          name="kosten"
          label="Kosten per jaar in hele euro’s"
          inputMode="numeric"
          optional
          value={input.kosten}
          problems={problems}
          maxLength={12}
        />
        <Field
          name="eigenaar"
          label="Eigenaar"
          hint="Een functie, zoals hoofd dienstverlening."
          optional
          value={input.eigenaar}
          maxLength={200}
        />
        <Area
          name="websites"
          label="Websites"
          hint="Eén adres per regel, zoals afspraken.gemeente.nl. Wat wij daar meten, staat naast de antwoorden."
          optional
          rows={3}
          value={input.websites}
          problems={problems}
          maxLength={4_000}
        />
        <Buttons>
          <Button>Product opslaan</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

/**
 * Something that was tested changes. A test counts for what it was about, so a person says which of the two this is.
 */
function AfterTest({
  tested,
  toets,
  reden,
  problems,
}: {
  tested: string
  toets: string
  reden: string
  problems: Problems
}) {
  return (
    <>
      <Choice
        name="toets"
        label={`Dit product is getoetst op ${day('nl', tested)}. Geldt die toets nog?`}
        value={[toets]}
        problems={problems}
        options={[
          {
            value: 'nieuw',
            label: 'Nee, dit is iets nieuws',
            hint:
              'Het komt als apart product op de lijst, nog niet getoetst. Het oude product houdt zijn toets. De ' +
              'behandelaar krijgt de vraag om opnieuw te toetsen.',
          },
          {
            value: 'zelfde',
            label: 'Ja, ik verbeter alleen hoe het hier staat',
            hint: 'De toets blijft gelden. Schrijf hieronder waarom; dat komt in het logboek.',
          },
        ]}
      />
      <Area
        name="reden"
        label="Waarom de toets blijft gelden"
        optional
        rows={2}
        value={reden}
        problems={problems}
        maxLength={1_000}
      />
    </>
  )
}
