/** The group on the page of the organisation: which, by what rule, and how to choose otherwise. */
import type { ClusterProposal } from '../../../scoring/cluster.ts'
import { Area, Button, Buttons, Choice, Form, type Problems } from '../../../web/desk/form.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import { Details, Section, Text } from '../../../web/parts.tsx'
import { CLUSTERS } from '../rules.ts'
import type { Baseline } from '../store.ts'
import { HOME } from './door.ts'

/** The group, the rule behind it, and the form to choose otherwise; `done`: it changes no more. */
export function GroupSection({
  view,
  now,
  proposal,
  done,
  problems,
}: {
  view: DeskView
  now: Baseline
  proposal: ClusterProposal
  done: boolean
  problems: Problems
}) {
  const chosen = now.cluster
  return (
    <Section id="groep" title={chosen === null ? 'Bij welke groep hoort u?' : `Uw groep: ${CLUSTERS[chosen]}`}>
      {chosen === null ? (
        <Text>
          Wij stellen groep {CLUSTERS[proposal.cluster]} voor. Klopt dat? Bevestig het dan. Past een andere groep beter?
          Kies die en zeg waarom.
        </Text>
      ) : (
        <Text>
          {now.confirmedBy === null
            ? 'Een medewerker van de gemeente bevestigt dit nog. U hoeft daar niet op te wachten.'
            : 'De gemeente heeft dit bevestigd.'}
        </Text>
      )}
      <Details summary="De regel achter dit voorstel">
        <ul className="ld-list">
          {proposal.axes.map((axis) => (
            <li key={axis.name}>
              {axis.name}: {axis.points} van 3
            </li>
          ))}
          {proposal.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Details>
      {done ? null : (
        <Form view={view} action={`${HOME}/groep`}>
          <Choice
            name="groep"
            label="Uw groep"
            value={[chosen ?? proposal.cluster]}
            problems={problems}
            options={Object.entries(CLUSTERS).map(([value, label]) => ({
              value,
              label,
              hint: value === proposal.cluster ? 'Dit stellen wij voor.' : undefined,
            }))}
          />
          <Area
            name="reden"
            label="Waarom een andere groep?"
            hint="De gemeente leest dit."
            optional
            rows={2}
            value={now.reason}
            problems={problems}
            maxLength={1_000}
          />
          <Buttons>
            <Button kind={chosen === null ? 'primary' : 'secondary'}>
              {chosen === null ? 'Groep bevestigen' : 'Groep wijzigen'}
            </Button>
          </Buttons>
        </Form>
      )}
    </Section>
  )
}
