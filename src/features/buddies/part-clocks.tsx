/** Until when the law wants to hear of an incident, counted from when it was known: as help, and nothing is sent. */
import { moment } from '../../web/language.ts'
import { Facts, Link, List, Section, Text } from '../../web/parts.tsx'

const HOUR = 3_600_000

/** `since`: when it began, as who asked wrote down; nobody knew of it before. `city`: it is of the municipality. */
export function ClocksPart({ since, city }: { readonly since: Date; readonly city: boolean }) {
  const after = (hours: number): string => moment('nl', new Date(since.getTime() + hours * HOUR))
  return (
    <Section id="melden" title="Moet u dit melden?">
      <Text>
        Dit is hulp bij het rekenen. Leidraad meldt niets. De klok begint als u ervan weet, op zijn vroegst op{' '}
        {moment('nl', since)}. Wist u het later, dan telt u vanaf dan.
      </Text>
      <Facts
        items={[
          {
            name: 'Datalek: bij de Autoriteit Persoonsgegevens (AVG artikel 33)',
            value: `uiterlijk ${after(72)} (72 uur), tenzij er waarschijnlijk geen risico is voor mensen`,
          },
          {
            name: 'Ernstig incident: eerste bericht (Cyberbeveiligingswet artikel 26)',
            value: `uiterlijk ${after(24)} (24 uur), bij het CSIRT en de toezichthouder`,
          },
          {
            name: 'Ernstig incident: melding (Cyberbeveiligingswet artikel 27)',
            value: `uiterlijk ${after(72)} (72 uur), en een maand na die melding een eindverslag (artikel 29)`,
          },
        ]}
      />
      <List
        items={[
          {
            key: 'wie',
            body: city
              ? 'De Cyberbeveiligingswet geldt sinds 15 augustus 2026 voor elke gemeente.'
              : 'De Cyberbeveiligingswet geldt alleen voor wie eronder valt. Een datalek meldt iedereen.',
          },
          {
            key: 'wanneer',
            body:
              'Voor een gemeente is een incident ernstig als een dienst vier uur of langer uitvalt, of als dat kan ' +
              'gebeuren. Ook bij schade die de begroting niet draagt, en bij zwaar letsel of overlijden. Dit staat ' +
              'in een regeling (Cyberbeveiligingsregeling sector overheid, artikel 6) en loopt een jurist nog na.',
          },
          {
            key: 'weekend',
            body: 'De uren lopen door in het weekend. Of dat altijd zo is, loopt een jurist nog na. Wacht er niet op.',
          },
        ]}
      />
      <Text>
        <Link to="/normen/VEI-10">Wat er moet bij een incident (VEI-10)</Link>
      </Text>
    </Section>
  )
}
