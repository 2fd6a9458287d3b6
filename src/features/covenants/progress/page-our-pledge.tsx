/** One agreement for the organisation that made it: where it stands, and what it can hand in or say. */
import { type CountedFinding } from '../../../db/counted-findings.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { Day } from '../../../web/desk/day.tsx'
import { Area, Button, Buttons, ErrorSummary, Field, Form, none, type Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { type DeskView } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { Facts, Heading, List, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { firstSteps } from './page-pledge.tsx'
import { ownPlace, ownWords, OwnCourse } from './page-ours.tsx'
import { missFacts, UnderReview, verdictFacts, wholeVerdictWords } from './part-verdicts.tsx'
import { figureWords, OutcomeBadge, shareWords } from './parts.tsx'
import { ProofField, ProofLink } from './proof.tsx'
import type { Kept } from './reckon.ts'
import { termsFor } from './rules.ts'
import { type Note } from './store.ts'
import { WORDS } from './sums.ts'
import { type Followed, type Participation } from './terms-store.ts'
import { TotalsForm, TotalsTable } from './totals.tsx'
import { asksPlan, missOf, type Verdict } from './verdict-rules.ts'

export type Wrong = {
  readonly form?: React.ReactNode
  readonly problems?: Problems
  readonly typed?: Record<string, string>
}
type Props = Wrong & {
  readonly view: DeskView
  readonly covenant: Followed
  readonly pledge: PledgeTerms
  readonly part: Participation
  readonly own: readonly Kept[]
  readonly whole: Kept | undefined
  readonly verdict: Verdict | undefined
  /** What was said of all together. */
  readonly together: Verdict | undefined
  readonly totals: readonly CountedFinding[]
  readonly notes: readonly Note[]
  readonly steps: ReturnType<typeof firstSteps>
  readonly today: string
}

/** The page of one agreement, as its party reads it. */
export function OurPledgePage(props: Props) {
  const { view, covenant, pledge, part, own, whole, verdict, totals, steps, today, problems = none, form } = props
  const place = ownPlace(covenant, pledge)
  const now = own.findLast(({ to }) => to === null)
  const open = part.way.length > 0 && part.way.at(-1)!.is !== 'left'
  const waits = verdict !== undefined && (asksOfParty(verdict, today) || missOf(verdict, today)?.mayObject === true)
  return (
    <DeskPage view={view} title={pledge.title} crumbs={[{ name: 'Onze afspraken', to: '/balie/onze-afspraken' }]}>
      <div className="ld-opening">
        <p className="ld-kicker">{covenant.title}</p>
        <Heading level={1}>{pledge.title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>U nu: {ownWords(pledge, now)}.</Text>
        <Text>
          {verdict ? (
            <>
              <OutcomeBadge outcome={verdict.outcome} daysLate={verdict.daysLate} />
              <UnderReview verdict={verdict} today={today} />
            </>
          ) : (
            <OwnCourse pledge={termsFor(pledge, part.extendedUntil)} own={now} whole={whole} today={today} />
          )}
        </Text>
      </div>
      <Facts
        items={[
          // Who signed nothing, promised nothing.
          { name: part.way.length > 0 ? 'Wat u beloofde' : 'Wie tekent, belooft', value: pledge.decision },
          { name: 'Doel', value: `${shareWords(pledge.target)} op ${day('nl', pledge.due)}` },
          ...(part.extendedUntil === null
            ? []
            : [{ name: 'Voor u verlengd', value: `tot en met ${day('nl', part.extendedUntil)}` }]),
          {
            name: 'Allen samen',
            value: whole === undefined ? 'te weinig deelnemers om te tonen' : figureWords(whole),
          },
          ...(props.together === undefined
            ? []
            : [{ name: 'Oordeel over allen samen', value: wholeVerdictWords(props.together, today) }]),
          { name: 'Bewijs', value: pledge.proof },
          { name: 'Toetser', value: pledge.verifier.function },
        ]}
      />
      {/* What is asked of the party comes first; what was answered may wait. */}
      {waits ? <Told {...props} place={place} /> : null}
      {steps.length === 0 ? null : (
        <Section id="stap" title="Eerste stap">
          <List items={steps.map(({ title, step }) => ({ key: title, body: `${title}: ${step}` }))} />
        </Section>
      )}
      {waits ? null : <Told {...props} place={place} />}
      {pledge.method === 'counts' ? (
        <Section id="aantallen-inleveren" title="Aantallen">
          <TotalsTable all={totals} party={part.party} due={pledge.due} />
          {open ? (form ?? <TotalsForm view={view} action={`${place}/aantallen`} pledge={pledge} />) : null}
        </Section>
      ) : null}
      <Proofs {...props} place={place} open={open} />
    </DeskPage>
  )
}

/** Of all together the municipality makes the plan. */
const asksOfParty = (verdict: Verdict, today: string): boolean => !verdict.whole && asksPlan(verdict, today)

function Told({ view, pledge, verdict, today, place, problems = none, typed = {} }: Props & { place: string }) {
  if (!verdict) return null
  const miss = missOf(verdict, today)
  const plan = asksOfParty(verdict, today)
  return (
    <Section id="oordeel" title="Oordeel van de toetser">
      <Facts items={[...verdictFacts(verdict), ...missFacts(verdict, miss, pledge.level)]} />
      {verdict.words.map((each) => (
        <Text key={each.no}>
          <strong>{WORDS[each.kind]}</strong> ({day('nl', each.at)}): {each.text}
        </Text>
      ))}
      {plan ? (
        <Form view={view} action={`${place}/plan`}>
          <Area
            name="plan"
            label="Uw verbeterplan"
            hint="Wat gaat u doen, wie doet het, en wanneer is het klaar?"
            value={typed['plan'] ?? ''}
            rows={6}
            maxLength={8_000}
            problems={problems}
          />
          <Buttons>
            <Button>Lever het verbeterplan in</Button>
          </Buttons>
        </Form>
      ) : null}
      {miss?.mayObject ? (
        <Form view={view} action={`${place}/bezwaar`}>
          <Area
            name="bezwaar"
            label="Klopt het oordeel niet?"
            hint="Schrijf wat er niet klopt. Anderen lezen het oordeel pas na het antwoord."
            value={typed['bezwaar'] ?? ''}
            rows={4}
            maxLength={4_000}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Maak bezwaar</Button>
          </Buttons>
        </Form>
      ) : null}
    </Section>
  )
}

function Proofs({
  view,
  notes,
  part,
  place,
  open,
  today,
  problems = none,
  typed = {},
}: Props & {
  place: string
  open: boolean
}) {
  const own = notes.filter(({ organisation }) => organisation === part.party)
  return (
    <Section id="bewijs" title="Bewijs dat u inleverde">
      {own.length === 0 ? (
        <Text>U heeft nog geen bewijs ingeleverd.</Text>
      ) : (
        <Table
          id="bewijs-lijst"
          caption="Het nieuwste eerst"
          stacked
          columns={[{ head: 'Dag' }, { head: 'Bewijs' }]}
          rows={own.toReversed().map((each) => ({
            key: each.id,
            cells: [
              <Day key="d" on={each.on} />,
              <span key="b">
                {each.text}
                <ProofLink note={each} place={place} />
              </span>,
            ],
          }))}
        />
      )}
      {open ? (
        <Form view={view} action={`${place}/bewijs`} files>
          <Field
            name="dag"
            label="Van welke dag is het?"
            type="date"
            value={typed['dag'] ?? today}
            problems={problems}
          />
          <Area
            name="tekst"
            label="Wat laat het zien, en waar staat het?"
            value={typed['tekst'] ?? ''}
            rows={3}
            maxLength={2_000}
            problems={problems}
          />
          <ProofField problems={problems} />
          <Buttons>
            <Button kind="secondary">Lever bewijs in</Button>
          </Buttons>
        </Form>
      ) : null}
    </Section>
  )
}
