/** The duties of a contract, and one duty with what was seen of it. */
import type { ReactNode } from 'react'
import type { Noted } from '../../model/finding.ts'
import { ANSWERS, DUTY_STEPS } from '../../vocabulary/tender.ts'
import { Area, Button, Buttons, Choice, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { NotedTable } from '../../web/desk/noted.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, moment } from '../../web/language.ts'
import { Facts, Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { Contract } from './contract-store.ts'
import type { Duty, Step } from './duty-store.ts'
import { doubtful, MeasuredHere } from './measured.tsx'
import type { Measured } from './rules/measured.ts'
import { State } from './duty-state.tsx'
import { DUTIES, when } from './page-contracts.tsx'
import { shownOf, stepsFor } from './rules/duty.ts'

const CRUMB = { name: 'Plichten van contracten', to: DUTIES }

type One = {
  readonly view: DeskView
  readonly contract: Contract
  readonly duties: readonly Duty[]
  readonly findings: readonly Noted[]
  readonly measured: readonly Measured[]
  readonly steps: readonly Step[]
  readonly today: string
  readonly mayFollow: boolean
}

export function ContractPage({ view, contract, duties, findings, measured, steps, today, mayFollow }: One) {
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
            <span key="s">
              <State duty={each} />
              {doubtful(each, measured, today) ? (
                <span className="ld-small ld-block">
                  <span aria-hidden="true">!</span> een meting past niet: kijk zelf
                </span>
              ) : null}
            </span>,
            ANSWERS[each.promise.level].nl,
            when(each.nextOn),
          ],
        }))}
      />
      <MeasuredHere contract={contract} measured={measured} today={today} />
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
  readonly contract: Contract
  readonly duty: Duty
  readonly steps: readonly Step[]
  readonly findings: readonly Noted[]
  /** What was measured that speaks of it. */
  readonly measured: readonly Measured[]
  readonly today: string
  readonly mayFollow: boolean
  readonly typed?: Readonly<Record<string, string>>
  readonly problems?: Problems
  readonly clash?: ReactNode
}

export function DutyPage(props: DutyProps) {
  const {
    view,
    contract,
    duty,
    steps,
    findings,
    measured,
    today,
    mayFollow,
    typed = {},
    problems = none,
    clash,
  } = props
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
      {doubtful(duty, measured, today) ? (
        <Notice title="Een meting past niet bij deze belofte">
          <Text>
            Dat is nog geen oordeel. Kijk zelf, en leg hieronder vast of de leverancier het nakomt. Pas dan staat het
            bij het contract en het product.
          </Text>
        </Notice>
      ) : null}
      {measured.length === 0 ? null : <MeasuredHere contract={contract} measured={measured} today={today} />}
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
