/** What can be done with an event: place a proposal or not, call it off, and tell afterwards what it taught. */
import { sameAs } from '../../web/desk/clash.ts'
import { Area, Button, Buttons, Field, Form, Hidden, none } from '../../web/desk/form.tsx'
import { Details, Section, Text } from '../../web/parts.tsx'
import { materialTyped } from './fields.ts'
import { eventPath, proposes, writtenOf, type EventProps } from './here.ts'

/** A person of the municipality places what an organisation proposes, or says why not. */
export function Decide({ view, door, event, problems = none, typed = {} }: EventProps) {
  const here = eventPath(door, event.id)
  return (
    <Section id="plaatsen" title="Komt dit in de agenda?">
      <Text>Uw naam staat erbij als wie het plaatste, hier en in het logboek. Op de openbare site niet.</Text>
      <Form view={view} action={`${here}/plaatsen`}>
        <Hidden name="basis" value={sameAs(event)} />
        <Buttons>
          <Button>In de agenda zetten</Button>
        </Buttons>
      </Form>
      <Details summary="Niet plaatsen" open={problems['waarom'] !== undefined}>
        <Form view={view} action={`${here}/niet-plaatsen`}>
          <Hidden name="basis" value={sameAs(event)} />
          <Area
            name="waarom"
            label="Waarom niet?"
            hint="De organisatie leest dit, en kan het anders opnieuw voorstellen."
            value={typed['waarom'] ?? ''}
            rows={3}
            maxLength={500}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Niet plaatsen</Button>
          </Buttons>
        </Form>
      </Details>
    </Section>
  )
}

/** It does not go on, or does after all: who joined hears so. */
export function CallOff({ view, door, event, problems = none, typed = {} }: EventProps) {
  const here = eventPath(door, event.id)
  if (event.state === 'cancelled')
    return (
      <Details summary="Toch laten doorgaan">
        <Form view={view} action={`${here}/toch`}>
          <Text>Wie zich opgaf, hoort dat het toch doorgaat.</Text>
          <Buttons>
            <Button kind="secondary">Toch laten doorgaan</Button>
          </Buttons>
        </Form>
      </Details>
    )
  return (
    <Details summary="Niet laten doorgaan" open={problems['waarom'] !== undefined}>
      <Form view={view} action={`${here}/afgelasten`}>
        <Area
          name="waarom"
          label="Waarom niet?"
          hint="Iedereen leest dit. Noem geen personen."
          value={typed['waarom'] ?? ''}
          rows={3}
          maxLength={500}
          problems={problems}
        />
        <Text>Wie een e-mailadres gaf, krijgt bericht. Wie alleen een nummer gaf, belt u zelf.</Text>
        <Buttons>
          <Button kind="secondary">Niet laten doorgaan</Button>
        </Buttons>
      </Form>
    </Details>
  )
}

/** Off the site altogether: its words go, why stays. */
export function TakeOff({ view, door, event, problems = none, typed = {} }: EventProps) {
  return (
    <Details summary="Van de site halen" open={problems['weg'] !== undefined}>
      <Form view={view} action={`${eventPath(door, event.id)}/weghalen`}>
        <Text>Alle woorden gaan van de site. Wie zich opgaf, hoort dat het niet doorgaat.</Text>
        <Area
          name="weg"
          label="Waarom gaat het van de site?"
          hint="Alleen dit blijft op het adres staan. Noem geen personen."
          value={typed['weg'] ?? ''}
          rows={3}
          maxLength={500}
          problems={problems}
        />
        <Buttons>
          <Button kind="secondary">Van de site halen</Button>
        </Buttons>
      </Form>
    </Details>
  )
}

/** How many came, what was learned, and where its material is; in public, without names. */
export function After({ view, door, event: placed, problems = none, typed = {} }: EventProps) {
  const event = writtenOf(door, placed)
  return (
    <Section id="lessen" title="Wat leerde u hiervan?">
      <Text>
        {proposes(door)
          ? 'De gemeente leest dit en zet het op de openbare pagina. Noem geen personen.'
          : 'Dit komt op de openbare pagina. Noem geen personen.'}
      </Text>
      <Form view={view} action={`${eventPath(door, event.id)}/lessen`}>
        <Field
          name="kwamen"
          label="Hoeveel mensen waren er?"
          value={typed['kwamen'] ?? (event.came === null ? '' : `${event.came}`)}
          maxLength={6}
          inputMode="numeric"
          problems={problems}
        />
        <Area
          name="lessen"
          label="Wat ging goed, wat kan beter, en wat doet u ermee?"
          value={typed['lessen'] ?? event.lessons}
          rows={6}
          maxLength={6_000}
          problems={problems}
        />
        <Area
          name="materiaal"
          label="Materiaal"
          hint="Elk adres op een eigen regel, zoals https://voorbeeld.nl/dia.pdf De presentatie."
          value={typed['materiaal'] ?? materialTyped(event.material)}
          rows={3}
          maxLength={4_000}
          problems={problems}
          optional
        />
        <Buttons>
          <Button>{proposes(door) ? 'Naar de gemeente' : 'Openbaar maken'}</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
