/** All cases, and a new one. */
import { CASE_STATES, STATE_NAMES, type CaseKind } from '../../model/case.ts'
import { Day } from '../../web/desk/day.tsx'
import {
  Area,
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
import { Heading, Link, Table, Text } from '../../web/parts.tsx'
import { caseNumber } from './acts.ts'
import { KIND_NAMES } from './rules.ts'
import type { listCases } from './store.ts'

export type AskedList = {
  readonly q: string
  readonly staat: string
  readonly soort: string
  readonly van: string
  readonly pagina: number
}

export function CasesPage({
  view,
  asked,
  found,
  today,
  mayCreate,
}: {
  view: DeskView
  asked: AskedList
  found: Awaited<ReturnType<typeof listCases>>
  today: string
  mayCreate: boolean
}) {
  const { rows, more } = found
  const page = (to: number) =>
    `/balie/zaken?${new URLSearchParams({ ...(asked.q ? { q: asked.q } : {}), ...(asked.staat ? { staat: asked.staat } : {}), ...(asked.soort ? { soort: asked.soort } : {}), ...(asked.van ? { van: asked.van } : {}), pagina: String(to) }).toString()}`
  return (
    <DeskPage view={view} title="Zaken" wide>
      <div className="ld-opening">
        <Heading level={1}>Zaken</Heading>
        <Text lead>Elke IT-toets, van eerste idee tot openbaar besluit.</Text>
      </div>
      <div className="ld-buttons">
        {mayCreate ? (
          <a className="nl-button nl-button--primary" href="/balie/zaken/nieuw">
            Begin een IT-toets
          </a>
        ) : null}
        <Link to="/balie/zaken/steekproef">Steekproef “geen effect”</Link>
      </div>
      <form method="get" action="/balie/zaken" className="ld-filters" role="search">
        <Field name="q" label="Zoek op titel of nummer" type="search" value={asked.q} />
        <Select
          name="staat"
          label="Staat"
          value={asked.staat}
          empty="Alle"
          options={CASE_STATES.map((state) => ({ value: state, label: STATE_NAMES[state] }))}
        />
        <Select
          name="soort"
          label="Soort"
          value={asked.soort}
          empty="Alle"
          options={Object.entries(KIND_NAMES).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="van"
          label="Welke"
          value={asked.van}
          empty="Alle zaken"
          options={[
            { value: 'mij', label: 'Van mij' },
            { value: 'laat', label: 'Te laat' },
          ]}
        />
        <Buttons>
          <Button kind="secondary">Toon</Button>
        </Buttons>
      </form>
      {rows.length === 0 ? (
        <Text>Er zijn geen zaken die hierbij passen.</Text>
      ) : (
        <Table
          id="zaken"
          caption="Zaken, nieuwste eerst"
          stacked
          columns={[
            { head: 'Zaak' },
            { head: 'Nummer' },
            { head: 'Soort' },
            { head: 'Staat' },
            { head: 'Sinds' },
            { head: 'Uiterlijk' },
          ]}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <Link key="t" to={`/balie/zaken/${row.id}`}>
                {row.title}
              </Link>,
              <span key="n" className="ld-oneline">
                {caseNumber(row)}
              </span>,
              KIND_NAMES[row.kind],
              <span key="s">
                {STATE_NAMES[row.state]}
                {row.urgent ? ' · spoed' : ''}
              </span>,
              <Day key="v" on={row.stateSince} />,
              <Due key="d" dueOn={row.dueOn} legalDueOn={row.legalDueOn} today={today} />,
            ],
          }))}
        />
      )}
      <nav aria-label="Bladzijden" className="ld-pager">
        {asked.pagina > 1 ? <Link to={page(asked.pagina - 1)}>Vorige bladzijde</Link> : <span />}
        {more ? <Link to={page(asked.pagina + 1)}>Volgende bladzijde</Link> : null}
      </nav>
    </DeskPage>
  )
}

/** What is due first: the step, or a term of the law. */
function Due({ dueOn, legalDueOn, today }: { dueOn: string | null; legalDueOn: string | null; today: string }) {
  const law = legalDueOn !== null && (dueOn === null || legalDueOn < dueOn)
  const on = law ? legalDueOn : dueOn
  if (on === null) return <>geen termijn</>
  const text = (
    <>
      <Day on={on} />
      {on < today || law ? <br /> : null}
      {[on < today ? 'te laat' : '', law ? 'wet' : ''].filter(Boolean).join(' · ')}
    </>
  )
  return on < today ? <strong>{text}</strong> : text
}

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
}: {
  view: DeskView
  input: CaseInput
  regulations: Choices
  products: Choices
  problems?: Problems
  action: string
  /** An existing draft: its kind stays. */
  fixed?: { readonly kind: CaseKind; readonly title: string; readonly path: string }
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
      <Form view={view} action={action}>
        {fixed ? (
          <input type="hidden" name="soort" value={fixed.kind} />
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
          <Button>Bewaar</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
