/** The group on the page of the organisation: which, by what rule, and how to choose otherwise. */
import type { ClusterProposal } from '../../../scoring/cluster.ts'
import { Area, Button, Buttons, Choice, Form, Hidden, type Problems } from '../../../web/desk/form.tsx'
import { changesBetween, Clash } from '../../../web/desk/edit.tsx'
import type { DeskView, Sent } from '../../../web/desk/route.ts'
import { Details, Section, Text } from '../../../web/parts.tsx'
import { CLUSTER_NAMES } from '../../../vocabulary/group.ts'
import type { Baseline } from '../store.ts'
import { groupBasis, HOME } from './door.ts'

const LABELS = { groep: 'Groep', reden: 'Reden' }

/** Somebody else chose or confirmed a group while this one was chosen: both stand there, and nothing is kept yet. */
export function GroupClash({ now, typed }: { now: Pick<Baseline, 'cluster' | 'reason'>; typed: Sent }) {
  const changes = changesBetween(
    { groep: now.cluster ?? '', reden: now.reason },
    { groep: typed.text('groep'), reden: typed.text('reden') },
    (name, value) => (name === 'groep' ? (CLUSTER_NAMES[value] ?? '') : value),
  )
  return <Clash changes={changes} labels={LABELS} last={undefined} />
}

/** The group, the rule behind it, and the form to choose otherwise; `done`: it changes no more. */
export function GroupSection({
  view,
  now,
  proposal,
  done,
  typed,
  late,
  problems,
}: {
  view: DeskView
  now: Baseline
  proposal: ClusterProposal
  done: boolean
  /** What was just sent of this page. */
  typed: Sent
  /** Somebody else was first. */
  late: boolean
  problems: Problems
}) {
  const chosen = now.cluster
  return (
    <Section id="groep" title={chosen === null ? 'Bij welke groep hoort u?' : `Uw groep: ${CLUSTER_NAMES[chosen]}`}>
      {chosen === null ? (
        <Text>
          Wij stellen groep {CLUSTER_NAMES[proposal.cluster]} voor. Klopt dat? Bevestig het dan. Past een andere groep
          beter? Kies die en zeg waarom.
        </Text>
      ) : (
        <Text>
          {now.confirmedBy === null
            ? 'Een medewerker van de gemeente bevestigt dit nog. U hoeft daar niet op te wachten.'
            : 'De gemeente heeft dit bevestigd.'}
        </Text>
      )}
      {late ? <GroupClash now={now} typed={typed} /> : null}
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
          <Hidden name="basis" value={groupBasis(now)} />
          <Choice
            name="groep"
            label="Uw groep"
            value={[typed.text('groep') || (chosen ?? proposal.cluster)]}
            problems={problems}
            options={Object.entries(CLUSTER_NAMES).map(([value, label]) => ({
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
            value={typed.text('reden') || now.reason}
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
