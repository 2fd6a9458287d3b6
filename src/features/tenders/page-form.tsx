/** The form of a tender: what is bought, by which the annex is composed. */
import type { ReactNode } from 'react'
import type { RequirementBook } from '../../model/requirement.ts'
import { CRITICALITIES, DATA_CLASSES, PRODUCT_KINDS, TRAITS } from '../../vocabulary/tender.ts'
import {
  Area,
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  Select,
  none,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage, type Trail } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { LABELS, type TenderForm } from './fields.ts'

export const PLACE = '/balie/aanbestedingen'
export const CRUMB = { name: 'Aanbestedingen', to: PLACE } as const

type Props = {
  readonly view: DeskView
  readonly book: RequirementBook
  readonly title: string
  readonly action: string
  readonly crumbs: Trail
  readonly form: TenderForm
  readonly basis?: string | undefined
  readonly clash?: ReactNode
  readonly problems?: Problems
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export function TenderFormPage({ view, book, title, action, crumbs, form, basis, clash, problems = none }: Props) {
  const said = (name: string): string => String(form[name] ?? '')
  return (
    <DeskPage view={view} title={title} crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>Uit deze antwoorden volgt welke eisen bij de aanbesteding horen. Daarna kiest u zelf.</Text>
      </div>
      <ErrorSummary problems={problems} />
      {clash}
      <Form view={view} action={action}>
        {basis === undefined ? null : <Hidden name="basis" value={basis} />}
        <Field name="titel" label={LABELS['titel']!} value={said('titel')} maxLength={200} problems={problems} />
        <Area
          name="voorwerp"
          label={LABELS['voorwerp']!}
          hint="In een paar zinnen. Dit staat vooraan in de bijlage."
          rows={4}
          value={said('voorwerp')}
          maxLength={2_000}
          problems={problems}
        />
        <Choice
          name="product"
          label="Wat voor product is het?"
          value={[said('product')]}
          options={optionsOf(PRODUCT_KINDS)}
          problems={problems}
        />
        <Choice
          name="gegevens"
          label="Hoe vertrouwelijk zijn de gegevens?"
          value={[said('gegevens')]}
          options={optionsOf(DATA_CLASSES)}
          problems={problems}
        />
        <Choice
          name="belang"
          label="Hoe belangrijk is het product?"
          value={[said('belang')]}
          options={optionsOf(CRITICALITIES)}
          problems={problems}
        />
        <Choice
          name="kenmerken"
          label="Wat is nog meer waar?"
          several
          optional
          value={[form['kenmerken'] ?? []].flat()}
          options={optionsOf(TRAITS)}
          problems={problems}
        />
        <Area
          name="normen"
          label={LABELS['normen']!}
          hint={
            <>
              Laat leeg voor alle normen. Anders kenmerken, zoals PRV-05, VEI-17.{' '}
              <Link to="/normen">Bekijk de normen</Link>
            </>
          }
          optional
          rows={2}
          value={said('normen')}
          maxLength={2_000}
          problems={problems}
        />
        {book.terms.map(({ id, title: name, version }) => (
          <div key={id}>
            <Select
              name={`voorwaarden-${id}`}
              label={`Gelden de ${name}, versie ${version}?`}
              value={said(`voorwaarden-${id}`)}
              options={[
                { value: 'ja', label: 'Ja' },
                { value: 'nee', label: 'Nee' },
              ]}
              problems={problems}
            />
            <Area
              name={`afwijking-${id}`}
              label="Waarvan wijkt u af, en waarom?"
              optional
              rows={2}
              value={said(`afwijking-${id}`)}
              maxLength={2_000}
              problems={problems}
            />
          </div>
        ))}
        <Field
          name="kenmerk"
          label={LABELS['kenmerk']!}
          hint="Het nummer in uw aanbestedingssysteem."
          optional
          value={said('kenmerk')}
          maxLength={100}
          problems={problems}
        />
        <Field
          name="plek"
          label={LABELS['plek']!}
          hint="Het adres in uw aanbestedingssysteem. Leidraad neemt geen inschrijvingen aan."
          optional
          type="url"
          value={said('plek')}
          problems={problems}
        />
        <Field
          name="duur"
          label={LABELS['duur']!}
          hint="Met de verlengingen erbij. Inschrijvers zien dan of hun bewijs lang genoeg geldt."
          optional
          inputMode="numeric"
          value={said('duur')}
          maxLength={3}
          problems={problems}
        />
        <Field name="sluit" label={LABELS['sluit']!} type="date" value={said('sluit')} problems={problems} />
        <Field
          name="uur"
          label={LABELS['uur']!}
          hint="Zoals 12.00. Vóór dit moment gaat niets open."
          value={said('uur')}
          maxLength={5}
          problems={problems}
        />
        <Buttons>
          <Button>Opslaan en naar de eisen</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
