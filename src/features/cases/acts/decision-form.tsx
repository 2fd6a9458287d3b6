/** What a decision says, as fields: for the first one, and for one that corrects it. */
import { z } from 'zod'
import type { CaseKind } from '../../../vocabulary/case.ts'
import type { Person } from '../../../model/person.ts'
import { clip } from '../../../lib/headers.ts'
import { todayIn } from '../../../web/language.ts'
import { Area, Choice, Field, type Problems } from '../../../web/desk/form.tsx'
import type { Sent } from '../../../web/desk/route.ts'
import { among, readForm, text, thatIs, word } from '../../../web/desk/schema.ts'
import { Section, Text } from '../../../web/parts.tsx'
import { goesPast, objectionsOf } from '../objections.ts'
import { decisionDateProblem, type Window } from '../rules/dates.ts'
import { inWords, saysAnything } from '../rules/reason.ts'
import type { NewDecision } from '../store/decisions.ts'
import type { Case, DecisionRow } from '../store/rows.ts'
import { type Base, said } from './form.tsx'

export type Outcomes = readonly {
  readonly id: string
  readonly label: string
  readonly requires: string | undefined
}[]

/**
 * The days that a decision in this case may bear: not before it began, nor before what was said in it, nor before it
 * was laid before who decides, nor before the decision that it takes the place of.
 */
export function windowOf({ row, requests, advices, steps, decisions }: Case, today: string): Window {
  const said = [...requests.flatMap(({ opinions }) => opinions), ...advices].map(({ at }) => todayIn(at)).toSorted()
  // An urgent decision may have been taken before anybody came to the screen.
  const laid = row.urgent ? undefined : steps.findLast(({ to }) => to === 'decision')?.at
  return {
    begunOn: todayIn(row.createdAt),
    restsOn: said.at(-1) ?? null,
    laidOn: laid === undefined ? null : todayIn(laid),
    lastOn: decisions.at(-1)?.decidedOn ?? null,
    today,
  }
}

/** `last`: the decision that is corrected; its words are there to begin with. */
export function DecisionFields({
  view,
  file,
  outcomes,
  today,
  last,
  problems,
  typed,
}: Base & { outcomes: Outcomes; today: string; last?: DecisionRow }) {
  const objections = objectionsOf(file, today)
  const earlier = new Map(last?.deviations.map(({ about, text }) => [about, text]))
  const wrong = problems === undefined ? {} : { problems }
  return (
    <>
      <Choice
        name="uitkomst"
        label="Wat besluit u?"
        value={[said(typed, 'uitkomst', last?.outcome)]}
        {...wrong}
        options={outcomes.map(({ id, label, requires }) => ({
          value: id,
          label,
          hint: requires === undefined ? undefined : `Hiervoor nodig: ${requires}.`,
        }))}
      />
      <Area name="tekst" label="Motivering" rows={6} value={said(typed, 'tekst', last?.text)} {...wrong} />
      {objections.length === 0 ? null : (
        <Section id="afwijken" title="Wat er nog staat">
          <Text>
            Elk punt hieronder staat nog. Gaat uw besluit eraan voorbij, schrijf dan bij dat punt waarom. Uw reden wordt
            openbaar.
          </Text>
          {objections.map(({ about, text, answer }) => (
            <Area
              key={about}
              name={`afwijking-${about}`}
              label={text}
              hint={answer ? `Het antwoord hierop: ${answer}` : undefined}
              rows={2}
              value={said(typed, `afwijking-${about}`, earlier.get(about))}
              {...wrong}
              maxLength={4_000}
            />
          ))}
        </Section>
      )}
      <Field
        name="mandaat"
        label="Op grond waarvan mag u dit besluiten?"
        hint="Bijvoorbeeld: het college, of het mandaatbesluit van 1 maart 2026, artikel 3."
        value={said(typed, 'mandaat', last?.mandate)}
        {...wrong}
        maxLength={300}
      />
      <Field name="datum" label="Datum van het besluit" type="date" value={said(typed, 'datum', today)} {...wrong} />
      <Text>
        U ondertekent als {view.who.name}
        {view.who.function ? `, ${view.who.function}` : ''}.
      </Text>
    </>
  )
}

const MANDATE = 'Vul in wie u het recht gaf om dit te besluiten, zoals het college of een mandaatbesluit.'

/** What was typed, and what is not right about it. */
export function readDecision(
  sent: Sent,
  { file, outcomes, who, today }: { file: Case; outcomes: Outcomes; who: Person; today: string },
): { readonly decision: NewDecision; readonly problems: Problems } {
  const form = readForm(
    {
      uitkomst: word(among(outcomes, 'Kies wat u besluit.')),
      tekst: text(20_000, thatIs(inWords, 'Motiveer het besluit in een zin of meer.')),
      mandaat: text(300, thatIs(saysAnything, MANDATE)),
      datum: word(z.string()),
    },
    sent,
  )
  const { uitkomst, tekst, mandaat, datum } = form.typed
  const about = objectionsOf(file, today).map((each) => each.about)
  const past = readForm(Object.fromEntries(about.map((each) => [`afwijking-${each}`, text(4_000)])), sent).typed
  const deviations = about
    .map((each) => ({ about: each, text: past[`afwijking-${each}`]! }))
    .filter((each) => each.text !== '')
  const decision = { outcome: uitkomst, text: tekst, mandate: mandaat, decidedOn: datum, deviations }
  const date = decisionDateProblem(datum, windowOf(file, today))
  const { mandaat: mandate, ...first } = form.problems
  return {
    decision,
    problems: {
      ...first,
      ...(first['uitkomst'] === undefined ? deviationProblems(decision, file, today) : {}),
      ...(mandate === undefined ? {} : { mandaat: mandate }),
      ...(date === undefined ? {} : { datum: date }),
      ...(who.function === ''
        ? {
            '': 'Uw functie is niet bekend. Vraag de beheerder om die in te vullen: een besluit noemt naam en functie.',
          }
        : {}),
    },
  }
}

/** What the decision goes past without a reason in words. */
function deviationProblems({ outcome, deviations }: NewDecision, file: Case, today: string): Problems {
  const given = new Map(deviations.map(({ about, text }) => [about, text]))
  const kind: CaseKind = file.row.kind
  return Object.fromEntries(
    objectionsOf(file, today)
      .filter((objection) => goesPast(outcome, kind, objection.kind) && !inWords(given.get(objection.about) ?? ''))
      .map(({ about, kind: what, text }) => [
        `afwijking-${about}`,
        what === 'term'
          ? `Leg in een zin uit waarom u niet op deze termijn wacht: “${clip(text, 100)}”`
          : `Leg in een zin uit waarom u hiervan afwijkt: “${clip(text, 100)}”`,
      ]),
  )
}
