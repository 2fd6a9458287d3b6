/** Before an exercise: who plays what, beginning it, and calling it off. */
import { Area, Button, Buttons, Field, Form, none } from '../../web/desk/form.tsx'
import { said } from '../../web/desk/said.ts'
import { Details, Link, List, Section, Text } from '../../web/parts.tsx'
import { type ExerciseProps } from './parts.tsx'
import { PLACE } from './place.ts'

export function PrepareParts({ view, exercise, players, problems = none, typed }: ExerciseProps) {
  const { id, content } = exercise
  const { needs, roles } = content
  return (
    <>
      <Section id="beginnen" title="Vooraf">
        {needs.length === 0 ? null : (
          <>
            <Text>Leg klaar:</Text>
            <List items={needs.map((each) => ({ key: each.nl, body: each.nl }))} />
          </>
        )}
        <Text>
          <Link to={`${PLACE}/${id}/verzetten`}>Een andere dag, plek of leider</Link>
        </Text>
      </Section>
      <Section id="spelers" title="Wie speelt wat, en beginnen">
        <Text>Een jaar na de oefening wissen wij deze namen. Het verslag noemt alleen rollen.</Text>
        <Form view={view} action={`${PLACE}/${id}/spelers`}>
          {roles.map((role) => (
            <Field
              key={role.id}
              name={`rol-${role.id}`}
              label={role.name.nl}
              optional
              value={players.get(role.id) ?? ''}
              maxLength={200}
              problems={problems}
            />
          ))}
          <Text>Zegt u hier dat de oefening begint, dan loopt de klok en ziet u welk bericht nu komt.</Text>
          <Buttons>
            <Button kind="secondary">Namen opslaan</Button>
            <Button to={`${PLACE}/${id}/beginnen`}>De oefening begint nu</Button>
          </Buttons>
        </Form>
      </Section>
      <Section id="afzeggen" title="Afzeggen">
        <Details summary="Deze oefening gaat niet door" open={problems['reden'] !== undefined}>
          <Form view={view} action={`${PLACE}/${id}/afzeggen`}>
            <Area
              name="reden"
              label="Waarom niet?"
              value={said(typed, 'reden')}
              rows={2}
              maxLength={500}
              problems={problems}
            />
            <Buttons>
              <Button kind="secondary">Afzeggen</Button>
            </Buttons>
          </Form>
        </Details>
      </Section>
    </>
  )
}
