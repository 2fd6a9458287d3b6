/** The form of a case: what it is about, and when it is decided. */
import { z } from 'zod'
import type { ReactNode } from 'react'
import type { CaseKind } from '../../../vocabulary/case.ts'
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
import { filled, readForm, text, thatIs, word } from '../../../web/desk/schema.ts'
import { Heading, Link, Text } from '../../../web/parts.tsx'
import { has } from '../doors.ts'
import { plannedProblem } from '../rules/dates.ts'
import { KIND_NAMES } from '../rules/words.ts'

export type Choices = readonly { readonly id: string; readonly name: string }[]
export type CaseInput = {
  readonly soort: string
  readonly titel: string
  readonly samenvatting: string
  readonly besluit: string
  readonly regeling: string
  readonly product: string
}

const KINDS = [
  { value: 'regulation', label: 'Een regeling', hint: 'Een verordening of beleidsregel, nieuw of gewijzigd.' },
  { value: 'proposal', label: 'Een beleidsvoorstel', hint: 'Een plan, visie, subsidie of proef.' },
  {
    value: 'product',
    label: 'Een digitaal product',
    hint: 'Eén product in één versie, met één configuratie, voor één inzet.',
  },
]
const KindChoice = ({ value, problems = none }: { value: string; problems?: Problems }) => (
  <Choice name="soort" label="Waarover gaat het?" value={[value]} problems={problems} options={KINDS} />
)
const LEAD = 'Doe dit zodra het probleem bekend is en vóór de tekst vastligt. Dan kan er nog iets veranderen.'

/** What the case is about comes first: the rest of the form asks only what fits. */
export function KindPage({ view, problems = none }: { view: DeskView; problems?: Problems }) {
  const title = 'Begin een IT-toets'
  return (
    <DeskPage view={view} title={title} crumbs={[{ name: 'Zaken', to: '/balie/zaken' }]}>
      <Heading level={1}>{title}</Heading>
      <Text lead>{LEAD}</Text>
      <ErrorSummary problems={problems} />
      <form method="get" action="/balie/zaken/nieuw" className="ld-desk-form">
        <KindChoice value="" problems={problems} />
        <Buttons>
          <Button name="verder" value="ja">
            Ga verder
          </Button>
        </Buttons>
      </form>
    </DeskPage>
  )
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
  fixed?: { readonly title: string; readonly path: string }
  /** What was on the screen, of a draft that is there already. */
  basis?: string
  clash?: ReactNode
}) {
  const title = fixed ? 'Pas het concept aan' : 'Begin een IT-toets'
  const kind = KINDS.find(({ value }) => value === input.soort)
  const options = (list: Choices) => list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <DeskPage
      view={view}
      title={title}
      crumbs={[{ name: 'Zaken', to: '/balie/zaken' }, ...(fixed ? [{ name: fixed.title, to: fixed.path }] : [])]}
    >
      <Heading level={1}>{title}</Heading>
      {fixed ? null : <Text lead>{LEAD}</Text>}
      <ErrorSummary problems={problems} />
      {clash}
      <Form view={view} action={action}>
        {basis === undefined ? null : <Hidden name="basis" value={basis} />}
        {kind ? (
          <>
            <Hidden name="soort" value={kind.value} />
            <Text>
              <strong>{kind.label}</strong>
              {fixed ? null : (
                <>
                  {' '}
                  <Link to="/balie/zaken/nieuw">Toch iets anders</Link>
                </>
              )}
            </Text>
          </>
        ) : (
          <KindChoice value={input.soort} problems={problems} />
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
        {input.soort === 'regulation' ? (
          <Select
            name="regeling"
            label="Welke regeling?"
            hint="Alleen als het om een bestaande regeling gaat."
            optional
            empty="Nieuw of niet op de lijst"
            value={input.regeling}
            options={options(regulations)}
            problems={problems}
          />
        ) : null}
        {input.soort === 'product' ? (
          <Select
            name="product"
            label="Welk product?"
            hint="Staat het er niet bij? Zet het eerst op de lijst van producten."
            empty="Kies een product"
            value={input.product}
            options={options(products)}
            problems={problems}
          />
        ) : null}
        <Buttons>
          <Button>{fixed ? 'Concept opslaan' : 'Begin de toets'}</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

const FIELDS = {
  soort: word(thatIs((kind) => has(KIND_NAMES, kind), 'Kies waarover het gaat.')),
  titel: text(200, filled('Vul een titel in.')),
  samenvatting: text(4_000),
  besluit: word(z.string()),
  regeling: word(z.string()),
  product: word(z.string()),
}

/** The form as it was sent, each text no longer than it may be; `soort`: of an existing draft, whose kind stays. */
export function readCase(sent: Sent, soort?: CaseKind): { readonly input: CaseInput; readonly wrong: Problems } {
  const { typed, problems } = readForm(FIELDS, sent)
  if (soort === undefined) return { input: typed, wrong: problems }
  const { soort: _, ...wrong } = problems
  return { input: { ...typed, soort }, wrong }
}

/** `before`: the planned day as it was; a draft may lie until after that day, a new plan is not in the past. */
export function inputProblems(
  { input, wrong }: ReturnType<typeof readCase>,
  { regulations, products }: { regulations: Choices; products: Choices },
  today: string,
  before: string | null = null,
): Problems {
  const planned = input.besluit === '' || input.besluit === before ? undefined : plannedProblem(input.besluit, today)
  const misfit =
    input.soort !== 'regulation' && input.regeling !== ''
      ? 'Een regeling kiest u alleen in een toets van een regeling. Begin daarvoor een eigen toets.'
      : input.soort !== 'product' && input.product !== ''
        ? 'Een product kiest u alleen in een toets van een product. Begin daarvoor een eigen toets.'
        : undefined
  return {
    ...(misfit !== undefined && has(KIND_NAMES, input.soort) ? { '': misfit } : {}),
    ...wrong,
    ...(planned === undefined ? {} : { besluit: planned }),
    ...(input.soort === 'regulation' && input.regeling !== '' && !regulations.some(({ id }) => id === input.regeling)
      ? { regeling: 'Kies een regeling uit de lijst.' }
      : {}),
    ...(input.soort === 'product' && !products.some(({ id }) => id === input.product)
      ? { product: 'Kies het product dat u toetst. Staat het er niet bij? Zet het eerst op de lijst van producten.' }
      : {}),
  }
}

/** `input` was found without problems. */
export const newOf = (input: CaseInput) => ({
  kind: input.soort as CaseKind,
  title: input.titel,
  summary: input.samenvatting,
  intendedOn: input.besluit || null,
  regulation: input.regeling || null,
  product: input.product || null,
})
