/** The duties of contracts: all contracts that have them, those of one, and one duty with what was seen of it. */
import type { ReactNode } from 'react'
import type { Noted } from '../../model/finding.ts'
import { ANSWERS, DUTY_STEPS } from '../../vocabulary/tender.ts'
import { Area, Button, Buttons, Choice, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { NotedTable } from '../../web/desk/noted.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, moment } from '../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { Duty, Step } from './duty-store.ts'
import { State } from './duty-state.tsx'
import { shownOf, stepsFor } from './rules/duty.ts'

export const DUTIES = '/balie/contractplichten'
const CRUMB = { name: 'Plichten van contracten', to: DUTIES }
const when = (on: string | null): string => (on === null ? '–' : day('nl', on))

type Row = {
  readonly contract: string
  readonly title: string
  readonly running: number
  readonly breached: number
  readonly nextOn: string | null
}
export function ContractsPage({ view, rows }: { view: DeskView; rows: readonly Row[] }) {
  return (
    <DeskPage
      view={view}
      title="Plichten van contracten"
      crumbs={[{ name: 'Aanbestedingen', to: '/balie/aanbestedingen' }]}
    >
      <div className="ld-opening">
        <Heading level={1}>Plichten van contracten</Heading>
        <Text lead>Wat leveranciers bij een aanbesteding beloofden, en wanneer iemand nagaat of het klopt.</Text>
      </div>
      {rows.length === 0 ? (
        <Text>Er zijn nog geen plichten. Zij ontstaan als u vastlegt aan wie de gemeente gunt.</Text>
      ) : (
        <Table
          id="contracten"
          caption="Contracten met plichten"
          hideCaption
          stacked
          columns={[
            { head: 'Contract' },
            { head: 'Lopend', numeric: true },
            { head: 'Niet nagekomen', numeric: true },
            { head: 'Eerste controle' },
          ]}
          rows={rows.map((each) => ({
            key: each.contract,
            cells: [
              <Link key="c" to={`${DUTIES}/${each.contract}`}>
                {each.title}
              </Link>,
              String(each.running),
              each.breached === 0 ? 'geen' : String(each.breached),
              when(each.nextOn),
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}

type One = {
  readonly view: DeskView
  readonly contract: { readonly id: string; readonly title: string; readonly to: string }
  readonly duties: readonly Duty[]
  readonly findings: readonly Noted[]
  readonly steps: readonly Step[]
  readonly today: string
  readonly mayFollow: boolean
}

export function ContractPage({ view, contract, duties, findings, steps, today, mayFollow }: One) {
  const called = new Map(duties.map(({ id, title }) => [id, title]))
  const breached = duties.filter(({ state }) => state === 'breached').length
  const kept = duties.filter(({ state, last }) => shownOf(state, last) === 'kept').length
  return (
    <DeskPage view={view} title={`Plichten: ${contract.title}`} crumbs={[CRUMB]} wide>
      <div className="ld-opening">
        <Heading level={1}>{contract.title}</Heading>
        <Text lead>
          {breached === 0
            ? `De leverancier beloofde ${duties.length} dingen. Van geen ervan is nu vastgelegd dat het niet klopt.`
            : `${breached} van de ${duties.length} beloften worden nu niet nagekomen.`}{' '}
          {kept === 0 ? 'Bij geen ervan zag iemand dat het klopt.' : `Bij ${kept} zag iemand dat het klopt.`}
        </Text>
        <Text>
          Eigenaar: {[...new Set(duties.map(({ ownerName }) => ownerName ?? 'onbekend'))].join(', ')}.{' '}
          {mayFollow ? <Link to={`${DUTIES}/${contract.id}/eigenaar`}>Geef aan een ander</Link> : null}
        </Text>
        <Text>
          <Link to={contract.to}>Het contract in het register</Link>
        </Text>
      </div>
      <Table
        id="plichten"
        caption="Plichten"
        hideCaption
        stacked
        columns={[{ head: 'Plicht' }, { head: 'Stand' }, { head: 'Beloofd' }, { head: 'Nagaan op' }]}
        rows={duties.map((each) => ({
          key: each.id,
          cells: [
            <Link key="d" to={`${DUTIES}/${contract.id}/${each.id}`}>
              {each.title}
            </Link>,
            <State key="s" duty={each} />,
            ANSWERS[each.promise.level].nl,
            when(each.nextOn),
          ],
        }))}
      />
      <Section id="bevindingen" title="Bevindingen bij de producten van dit contract" wide>
        {findings.length === 0 ? (
          <Text>Er zijn geen bevindingen bij deze normen.</Text>
        ) : (
          <NotedTable id="bevindingen-tabel" caption="Bevindingen" findings={findings} today={today} />
        )}
      </Section>
      <Section id="verloop" title="Verloop">
        {steps.length === 0 ? <Text>Er is nog niets nagegaan.</Text> : null}
        <Steps steps={steps} called={(duty) => `${called.get(duty) ?? ''}: `} />
      </Section>
    </DeskPage>
  )
}

function Steps({ steps, called }: { steps: readonly Step[]; called: (duty: string) => string }) {
  return (
    <>
      {steps.map((each) => (
        <div key={each.id} className="ld-block">
          <p className="nl-paragraph ld-preline">
            <strong>
              {called(each.duty)}
              {DUTY_STEPS[each.step]}
            </strong>
            , {day('nl', each.seenOn)}. {each.text}
          </p>
          <p className="ld-small">
            {each.by ?? 'onbekend'}, {moment('nl', each.at)}
          </p>
        </div>
      ))}
    </>
  )
}

type DutyProps = {
  readonly view: DeskView
  readonly contract: { readonly id: string; readonly title: string }
  readonly duty: Duty
  readonly steps: readonly Step[]
  readonly findings: readonly Noted[]
  readonly today: string
  readonly mayFollow: boolean
  readonly typed?: Readonly<Record<string, string>>
  readonly problems?: Problems
  readonly clash?: ReactNode
}

export function DutyPage(props: DutyProps) {
  const { view, contract, duty, steps, findings, today, mayFollow, typed = {}, problems = none, clash } = props
  const options = stepsFor(duty.state, duty.exit)
  return (
    <DeskPage view={view} title={duty.title} crumbs={[CRUMB, { name: contract.title, to: `${DUTIES}/${contract.id}` }]}>
      <div className="ld-opening">
        <p className="ld-kicker">
          <State duty={duty} />
        </p>
        <Heading level={1}>{duty.title}</Heading>
        <Text lead>{duty.text}</Text>
      </div>
      <ErrorSummary problems={problems} />
      {clash}
      <Facts
        items={[
          {
            name: 'De leverancier beloofde',
            value: [ANSWERS[duty.promise.level].nl, duty.promise.remark].filter((each) => each !== '').join(': '),
          },
          { name: 'Bewijs', value: proofOf(duty) },
          { name: 'Hoe wij het nagaan', value: duty.checked },
          { name: 'Als het niet wordt nagekomen', value: duty.onBreach },
          { name: 'Norm', value: <Link to={`/normen/${duty.norm}`}>{duty.criterion ?? duty.norm}</Link> },
          { name: 'Eigenaar', value: duty.ownerName ?? 'onbekend' },
          { name: 'Nagaan op', value: when(duty.nextOn) },
        ]}
      />
      {findings.length === 0 ? null : (
        <Section id="bevindingen" title="Bevindingen bij deze norm" wide>
          <NotedTable id="bevindingen-tabel" caption="Bevindingen" findings={findings} today={today} />
        </Section>
      )}
      {mayFollow && options.length > 0 ? (
        <Section id="nagaan" title="Wat zag u?">
          <Form view={view} action={`${DUTIES}/${contract.id}/${duty.id}`}>
            <input type="hidden" name="gezien" value={String(steps.length)} />
            <Choice
              name="stap"
              label="Uitkomst"
              value={[typed['stap'] ?? '']}
              options={options.map((value) => ({ value, label: DUTY_STEPS[value] }))}
              problems={problems}
            />
            <Field name="dag" label="Gezien op" type="date" value={typed['dag'] ?? today} problems={problems} />
            <Area
              name="tekst"
              label="Wat zag u, en welk bewijs?"
              hint={duty.exit ? 'Bij een oefening: welk deel, hoelang het duurde, wat beter moet.' : undefined}
              rows={5}
              value={typed['tekst'] ?? ''}
              maxLength={8_000}
              problems={problems}
            />
            <Buttons>
              <Button>Vastleggen</Button>
            </Buttons>
            <Text>Bij “niet nagekomen” krijgt de eigenaar een e-mail, en staat het bij het product.</Text>
          </Form>
        </Section>
      ) : null}
      <Section id="verloop" title="Verloop">
        {steps.length === 0 ? <Text>Er is nog niets nagegaan.</Text> : null}
        <Steps steps={steps} called={() => ''} />
      </Section>
    </DeskPage>
  )
}

const proofOf = ({ promise: { proof } }: Duty): string =>
  proof.what === ''
    ? 'Geen bewijs genoemd'
    : `${proof.what}${proof.until === '' ? '' : `, geldig tot en met ${day('nl', proof.until)}`}`
