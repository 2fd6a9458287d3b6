/** What an organisation changed of an event, or wrote after it, and nobody of the municipality took over yet. */
import { EVENT_WORDS } from '../../vocabulary/event.ts'
import { sameAs } from '../../web/desk/clash.ts'
import { Area, Button, Buttons, Form, Hidden, none } from '../../web/desk/form.tsx'
import { Details, Facts, Section, Text } from '../../web/parts.tsx'
import { materialTyped } from './fields.ts'
import { eventPath, proposes, type EventProps } from './here.ts'
import type { Event } from './store.ts'

export function Waiting({ keeps, ...props }: EventProps & { readonly keeps: boolean }) {
  const { door, event } = props
  if (Object.keys(event.pending).length === 0) return null
  const refused = event.refused !== ''
  return (
    <Section id="wacht" title={refused ? 'Dit komt niet op de site' : 'Dit wacht op de gemeente'}>
      <Text>
        {refused
          ? `De gemeente nam dit niet over: ${event.refused}`
          : 'Op de site staat nog wat de gemeente plaatste. Dit komt ervoor in de plaats als zij het overneemt.'}
      </Text>
      <Facts items={waitingOf(event)} />
      {keeps && !refused && !proposes(door) ? <Settle {...props} /> : null}
    </Section>
  )
}

function Settle({ view, door, event, problems = none, typed = {} }: EventProps) {
  const here = eventPath(door, event.id)
  return (
    <>
      <Form view={view} action={`${here}/overnemen`}>
        <Hidden name="basis" value={sameAs(event)} />
        <Buttons>
          <Button>Op de site zetten</Button>
        </Buttons>
      </Form>
      <Details summary="Niet overnemen" open={problems['reden'] !== undefined}>
        <Form view={view} action={`${here}/niet-overnemen`}>
          <Hidden name="basis" value={sameAs(event)} />
          <Area
            name="reden"
            label="Waarom neemt u dit niet over?"
            hint="De organisatie leest dit, en kan het anders opschrijven."
            value={typed['reden'] ?? ''}
            rows={3}
            maxLength={500}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Niet overnemen</Button>
          </Buttons>
        </Form>
      </Details>
    </>
  )
}

/** Each thing that waits, by the name it has at the desk. */
function waitingOf({ pending }: Event) {
  const { kind, came, material } = pending
  const items: readonly (readonly [string, string | undefined])[] = [
    ['Naam', pending.title],
    ['Wat voor evenement', kind && EVENT_WORDS.kind[kind]],
    ['Wat gebeurt er', pending.about],
    ['Voor wie', pending.for_whom],
    ['Wie organiseert', pending.organiser],
    ['Telefoon', pending.phone],
    ['Website', pending.website],
    ['Thuis meedoen', pending.online],
    ['Plek', pending.place],
    ['Straat', pending.street],
    ['Postcode', pending.postcode],
    ['Plaats', pending.city],
    ['Wijk', pending.district],
    ['Route', pending.route],
    ['Waarom het niet doorgaat', pending.why],
    ['Hoeveel mensen er waren', came === undefined ? undefined : `${came}`],
    ['Wat het leerde', pending.lessons],
    ['Materiaal', material && materialTyped(material)],
  ]
  return items.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: value || 'leeg gemaakt' }]))
}
