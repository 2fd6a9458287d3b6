/** Who has a place at an event, for whoever organises it; who waits has no name here. */
import { Button, Buttons, Field, Form, none } from '../../web/desk/form.tsx'
import { counted, day } from '../../web/language.ts'
import { Details, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { eventPath, type EventProps } from './here.ts'

export function People({ view, door, event, people, organises, problems = none, typed = {} }: EventProps) {
  const here = eventPath(door, event.id)
  if (!organises)
    return (
      <Section id="deelnemers" title="Deelnemers">
        <Text>Wie zich opgaf, ziet alleen wie het organiseert: {event.keeper ?? 'de gemeente'}.</Text>
      </Section>
    )
  const toPhone = people.filter(({ email, phonedAt }) => email === '' && phonedAt === null).length
  return (
    <Section id="deelnemers" title="Deelnemers">
      <Text>
        {people.length === 0
          ? 'Nog niemand heeft een plaats.'
          : `${counted('nl', people.length, 'mens heeft', 'mensen hebben')} een plaats. ` +
            'Wie een e-mailadres gaf, krijgt vanzelf bericht als er iets verandert, en de dag ervoor.'}{' '}
        {toPhone === 0 ? '' : `${counted('nl', toPhone, 'mens gaf', 'mensen gaven')} alleen een nummer: bel die. `}
        Wie wacht, staat hier nog niet bij naam.
      </Text>
      {people.length === 0 ? null : (
        <>
          <Table
            id="tabel-deelnemers"
            caption="Wie een plaats heeft"
            hideCaption
            stacked
            columns={[{ head: 'Naam' }, { head: 'Bereikbaar' }, { head: 'Plaats sinds' }, { head: 'Weet het' }]}
            rows={people.map((each) => ({
              key: each.id,
              cells: [
                `${each.name}${each.helped ? ' (een ander gaf op)' : ''}`,
                [each.phone, each.email].filter(Boolean).join(', '),
                each.placedAt === null ? '' : day('nl', each.placedAt),
                each.email === ''
                  ? each.phonedAt === null
                    ? 'nog niet gebeld'
                    : day('nl', each.phonedAt)
                  : 'per e-mail',
              ],
            }))}
          />
          <Text>
            <Link to={`${here}/deelnemerslijst`}>Lijst om te printen</Link>
          </Text>
          {toPhone === 0 ? null : (
            <Form view={view} action={`${here}/gebeld`}>
              <Buttons>
                <Button kind="secondary">Ik heb iedereen gebeld</Button>
              </Buttons>
            </Form>
          )}
        </>
      )}
      <Details summary="Iemand van de lijst halen" open={problems['bereik'] !== undefined}>
        <Form view={view} action={`${here}/afmelden`}>
          <Field
            name="bereik"
            label="Telefoonnummer of e-mailadres van wie niet komt"
            hint="Ook van iemand op de wachtlijst. Wacht er iemand, dan krijgt wie het langst wacht de plaats."
            value={typed['bereik'] ?? ''}
            maxLength={254}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Van de lijst halen</Button>
          </Buttons>
        </Form>
      </Details>
    </Section>
  )
}
