/** The evaluation of a covenant: what worked, what did not, and whether it goes on. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { contactOf } from '../../../db/contact.ts'
import { queueMessage } from '../../../db/messages.ts'
import { dateMonthsAfter } from '../../../lib/iso-date.ts'
import { EVALUATION_OUTCOMES } from '../../../vocabulary/covenant.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { ErrorSummary, none, type Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { go, missing, notYet, overtaken, page, type Asked, type DeskView, type Route } from '../../../web/desk/route.ts'
import { readForm, type Typed } from '../../../web/desk/schema.ts'
import { day, todayIn } from '../../../web/language.ts'
import { Facts, Heading, Link, List, Section, Text } from '../../../web/parts.tsx'
import { evaluated } from '../progress/end-timer-store.ts'
import { covenantById, type Covenant } from '../store.ts'
import { renewDraft } from '../version-store.ts'
import { ended } from './letters.ts'
import { crumbsOf, placeOf } from './page-meetings.tsx'
import { afterOf, Evaluate, FIELDS, YEARS } from './part-evaluate.tsx'
import { reportPlace } from './page-report.tsx'
import { reportsOf, type Report } from './report-store.ts'
import { addEvaluation, contactsOf, endCovenant, evaluationsOf, type Evaluation } from './store.ts'

/** What was decided; of before a renewal named its last day there is only the day of the decision. */
const outcomeWords = ({ outcome, on, at }: Evaluation): string =>
  `${EVALUATION_OUTCOMES[outcome]}, ${outcome === 'renew' && on > todayIn(at) ? 'tot en met' : 'op'} ${day('nl', on)}`

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly evaluations: readonly Evaluation[]
  /** All yearly reports, the newest first: what an evaluation rests on. */
  readonly reports: readonly Report[]
  readonly maySteer: boolean
  readonly today: string
  readonly typed?: Typed<typeof FIELDS>
  readonly problems?: Problems
}

function EvaluationPage({ view, covenant, evaluations, reports, maySteer, today, typed, problems = none }: Props) {
  const holds = covenant.state === 'in-force'
  return (
    <DeskPage view={view} title="Evaluatie" crumbs={crumbsOf(covenant)}>
      <div className="ld-opening">
        <Heading level={1}>Evaluatie van {covenant.title}</Heading>
        <Text lead>
          {evaluations.length === 0
            ? holds
              ? 'Dit convenant is nog niet geëvalueerd.'
              : 'Een convenant wordt geëvalueerd als het geldt.'
            : `Voor het laatst geëvalueerd op ${day('nl', evaluations[0]!.at)}.`}
          {covenant.endsOn === null ? '' : ` Het loopt tot en met ${day('nl', covenant.endsOn)}.`}
        </Text>
      </div>
      <ErrorSummary problems={problems} />
      <Section id="jaarverslagen" title="Jaarverslagen">
        {reports.length === 0 ? (
          <Text>
            Er is nog geen jaarverslag. Maak het bij een{' '}
            <Link to={`${placeOf(covenant)}/bijeenkomsten`}>bijeenkomst</Link>, en evalueer daarna.
          </Text>
        ) : (
          <List
            items={reports.map(({ no, meeting, from, to }) => ({
              key: `${no}`,
              body: (
                <>
                  <Link to={reportPlace(`${placeOf(covenant)}/bijeenkomsten/${meeting}`, no)}>Jaarverslag {no}</Link>,
                  over {day('nl', from)} tot en met {day('nl', to)}
                </>
              ),
            }))}
          />
        )}
      </Section>
      {evaluations.map((each) => (
        <Section key={each.id} id={`evaluatie-${each.id}`} title={`Evaluatie van ${day('nl', each.at)}`}>
          <Facts
            items={[
              { name: 'Wat het opleverde', value: <span className="ld-preline">{each.worked}</span> },
              { name: 'Wat niet lukte', value: <span className="ld-preline">{each.lacked}</span> },
              { name: 'Uitkomst', value: outcomeWords(each) },
              { name: 'Waarom', value: <span className="ld-preline">{each.reason}</span> },
              {
                name: 'Vastgelegd door',
                value: [each.by ?? 'iemand die hier niet meer werkt', each.byFunction].filter(Boolean).join(', '),
              },
            ]}
          />
        </Section>
      ))}
      {holds && maySteer ? <Evaluate {...{ view, covenant, today, typed, problems }} /> : null}
    </DeskPage>
  )
}

/** Tells everybody who took part that it ended. */
async function tellEnded(asked: Asked<Tx>, covenant: Covenant, on: string, why: string): Promise<void> {
  const { tx, municipality, who } = asked
  const contact = await contactOf(tx, municipality.id)
  for (const { id, name, email, kind } of await contactsOf(tx, municipality.id, covenant.id))
    if (email !== '' && kind !== 'municipality')
      await queueMessage(tx, municipality.id, {
        recipient: email,
        kind: 'covenant',
        key: `covenant/${covenant.id}/ended/${id}`,
        object: `covenant/${covenant.id}`,
        by: who.id,
        ...ended({ title: covenant.title, city: municipality.name, name, sender: who, contact }, on, why),
      })
}

export const evaluationRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/evaluatie',
    may: 'covenant.read',
    answer: async ({ tx, municipality, params, view, who, today }) => {
      const covenant = await covenantById(tx, municipality.id, params['covenant']!)
      if (!covenant) return missing
      const evaluations = await evaluationsOf(tx, municipality.id, covenant.id)
      const reports = await reportsOf(tx, municipality.id, covenant.id)
      return page(
        <EvaluationPage
          {...{ view, covenant, evaluations, reports, today }}
          maySteer={allows(who.roles, 'covenant.steer')}
        />,
      )
    },
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/evaluatie',
    may: 'covenant.steer',
    answer: async (asked) => {
      const { tx, municipality, params, view, sent, who, today } = asked
      const covenant = await covenantById(tx, municipality.id, params['covenant']!, 'to-change')
      if (!covenant) return missing
      if (covenant.state === 'ended') return overtaken('Dit convenant is al beëindigd.')
      if (covenant.state !== 'in-force') return notYet('Een convenant wordt geëvalueerd als het geldt.')
      const ends = ({ uitkomst }: Typed<typeof FIELDS>) => uitkomst === 'end'
      const after = afterOf(covenant, today)
      const last = dateMonthsAfter(after, 12 * YEARS)
      const { typed, held, problems } = readForm(FIELDS, sent, [
        { field: 'einde', holds: (all) => !ends(all) || all.einde !== '', says: 'Vul de laatste dag in.' },
        {
          field: 'einde',
          holds: (all) => !ends(all) || (all.einde <= today && all.einde >= (covenant.beginsOn ?? '')),
          says: 'Kies een dag tussen het begin van het convenant en vandaag.',
        },
        {
          field: 'einde',
          holds: (all) => ends(all) || all.einde === '',
          says: 'Laat dit leeg als het convenant doorgaat.',
        },
        {
          field: 'verlengd',
          holds: (all) => all.uitkomst !== 'renew' || (all.verlengd > after && all.verlengd <= last),
          says: `Vul de nieuwe laatste dag in: na ${day('nl', after)} en uiterlijk ${day('nl', last)}.`,
        },
        {
          field: 'verlengd',
          holds: (all) => !ends(all) || all.verlengd === '',
          says: 'Laat dit leeg als het convenant eindigt.',
        },
      ])
      const evaluations = await evaluationsOf(tx, municipality.id, covenant.id)
      const reports = await reportsOf(tx, municipality.id, covenant.id)
      if (!held)
        return page(
          <EvaluationPage {...{ view, covenant, evaluations, reports, today, typed, problems }} maySteer />,
          422,
        )
      const { werkte: worked, ontbrak: lacked, uitkomst: outcome, reden: reason } = held
      const on = outcome === 'end' ? held.einde : held.verlengd
      const by = who.id
      await addEvaluation(tx, municipality.id, { covenant: covenant.id, worked, lacked, outcome, reason, on, by })
      await evaluated(tx, municipality.id, covenant)
      await record(tx, municipality.id, {
        act: 'covenant.evaluated',
        object: `covenant/${covenant.id}`,
        detail: { outcome, on },
      })
      if (outcome === 'end') {
        await endCovenant(tx, municipality.id, covenant.id, { on, why: reason })
        await tellEnded(asked, covenant, on, reason)
      }
      if (outcome === 'renew' && covenant.draft !== undefined)
        await renewDraft(tx, municipality.id, covenant.id, covenant.draft)
      // Who renews writes a version next: it begins there.
      return go(
        outcome === 'renew' && covenant.draft === undefined ? placeOf(covenant) : `${placeOf(covenant)}/evaluatie`,
        outcome === 'end'
          ? 'Het convenant is beëindigd.'
          : covenant.draft === undefined
            ? 'De evaluatie is vastgelegd. De nieuwe laatste dag komt in de volgende versie.'
            : `De evaluatie is vastgelegd. De nieuwe laatste dag staat in versie ${covenant.draft}.`,
      )
    },
  },
]
