/** The form of a case: what it is about, and when it is decided. */
import type { ReactNode } from 'react'
import { isDate } from '../../../lib/iso-date.ts'
import type { CaseKind } from '../../../model/case.ts'
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
  Select,
} from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { type DeskView, type Sent } from '../../../web/desk/route.ts'
import { Heading, Text } from '../../../web/parts.tsx'
import { has } from '../doors.ts'
import { KIND_NAMES } from '../rules/words.ts'
import { choices } from '../store/begin.ts'

export type Choices = readonly { readonly id: string; readonly name: string }[]
export type CaseInput = {
  readonly soort: string
  readonly titel: string
  readonly samenvatting: string
  readonly besluit: string
  readonly regeling: string
  readonly product: string
}

export function CaseFormPage({
  view,
  input,
  regulations,
  products,
  problems = none,
  action,
  fixed,
  basis,
  clash,
}: {
  view: DeskView
  input: CaseInput
  regulations: Choices
  products: Choices
  problems?: Problems
  action: string
  /** An existing draft: its kind stays. */
  fixed?: { readonly kind: CaseKind; readonly title: string; readonly path: string }
  /** What was on the screen, of a draft that is there already. */
  basis?: string
  clash?: ReactNode
}) {
  const title = fixed ? 'Pas het concept aan' : 'Begin een IT-toets'
  const choices = (list: Choices) => list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <DeskPage
      view={view}
      title={title}
      crumbs={[{ name: 'Zaken', to: '/balie/zaken' }, ...(fixed ? [{ name: fixed.title, to: fixed.path }] : [])]}
    >
      <Heading level={1}>{title}</Heading>
      {fixed ? null : (
        <Text lead>
          Doe dit zodra het probleem bekend is en vóór de tekst vastligt. Dan kan er nog iets veranderen.
        </Text>
      )}
      <ErrorSummary problems={problems} />
      {clash}
      <Form view={view} action={action}>
        {basis === undefined ? null : <Hidden name="basis" value={basis} />}
        {fixed ? (
          <Hidden name="soort" value={fixed.kind} />
        ) : (
          <Choice
            name="soort"
            label="Waarover gaat het?"
            value={[input.soort]}
            problems={problems}
            options={[
              {
                value: 'regulation',
                label: 'Een regeling',
                hint: 'Een verordening of beleidsregel, nieuw of gewijzigd.',
              },
              { value: 'proposal', label: 'Een beleidsvoorstel', hint: 'Een plan, visie, subsidie of proef.' },
              {
                value: 'product',
                label: 'Een digitaal product',
                hint: 'Eén product in één versie, met één configuratie, voor één inzet.',
              },
            ]}
          />
        )}
        <Field name="titel" label="Titel" value={input.titel} problems={problems} maxLength={200} />
        <Area
          name="samenvatting"
          label="Samenvatting"
          hint="Drie tot vijf zinnen in gewone taal. Deze tekst wordt openbaar."
          value={input.samenvatting}
          problems={problems}
          maxLength={4_000}
        />
        <Field
          name="besluit"
          label="Wanneer is het besluit gepland?"
          type="date"
          optional
          value={input.besluit}
          problems={problems}
        />
        <Select
          name="regeling"
          label="Welke regeling?"
          hint="Alleen als het om een bestaande regeling gaat."
          optional
          empty="Geen of nieuw"
          value={input.regeling}
          options={choices(regulations)}
          problems={problems}
        />
        <Select
          name="product"
          label="Welk product?"
          hint="Alleen bij een digitaal product."
          optional
          empty="Geen"
          value={input.product}
          options={choices(products)}
          problems={problems}
        />
        <Buttons>
          <Button>Zaak opslaan</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

export const inputOf = (sent: Sent): CaseInput => ({
  soort: sent.text('soort'),
  titel: sent.text('titel').slice(0, 200),
  samenvatting: sent.text('samenvatting').slice(0, 4_000),
  besluit: sent.text('besluit'),
  regeling: sent.text('regeling'),
  product: sent.text('product'),
})
export const inputProblems = (
  input: CaseInput,
  { regulations, products }: Awaited<ReturnType<typeof choices>>,
): Problems => ({
  ...(has(KIND_NAMES, input.soort) ? {} : { soort: 'Kies waarover het gaat.' }),
  ...(input.titel === '' ? { titel: 'Vul een titel in.' } : {}),
  ...(input.besluit === '' || isDate(input.besluit) ? {} : { besluit: 'Vul een datum in, zoals 31-12-2026.' }),
  ...(input.regeling === '' || regulations.some(({ id }) => id === input.regeling)
    ? {}
    : { regeling: 'Kies een regeling uit de lijst.' }),
  ...(input.product === '' || products.some(({ id }) => id === input.product)
    ? {}
    : { product: 'Kies een product uit de lijst.' }),
  ...(input.soort === 'product' && input.product === ''
    ? { product: 'Kies het product dat u toetst. Staat het er niet bij? Zet het eerst op de lijst van producten.' }
    : {}),
})
export const newOf = (input: CaseInput) => ({
  kind: input.soort as CaseKind,
  title: input.titel,
  summary: input.samenvatting,
  intendedOn: input.besluit || null,
  regulation: input.regeling || null,
  product: input.product || null,
})
