/** The letter with which a supplier agrees that people look for weaknesses in a system: printed, signed, kept. */
import { fingerprint } from '../../../lib/fingerprint.ts'
import { HACK_RULES, HACK_RULES_VERSION } from '../../../vocabulary/hack.ts'
import { basisOf } from '../../../web/desk/edit.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { day } from '../../../web/language.ts'
import { theCity } from '../../../web/letter.ts'
import { Facts, Heading, List, Section, Text } from '../../../web/parts.tsx'
import { letterSays } from './fields.ts'
import { hackCrumbs, type HackHere } from './here.ts'
import type { Agreed, Target } from './store.ts'

type Props = HackHere & { readonly target: Target; readonly agreed: Agreed; readonly city: string }

export function LetterPage({ view, event, target, agreed, city }: Props) {
  const at = (on: string, time: string) => `${day('nl', on)}, ${time.replace(':', '.')} uur`
  const rules = (part: keyof typeof HACK_RULES) => (
    <List items={HACK_RULES[part].map(({ nl }) => ({ key: nl, body: nl }))} />
  )
  return (
    <DeskPage view={view} title={`Toestemming voor ${target.name}`} crumbs={hackCrumbs(event)}>
      <Heading level={1}>Toestemming om zwakke plekken te zoeken</Heading>
      <Text lead>
        {target.supplier} geeft {theCity(city)} en de deelnemers van {event.title} toestemming om in dit systeem zwakke
        plekken te zoeken, volgens de regels hieronder.
      </Text>
      <Facts
        items={[
          { name: 'Systeem', value: target.name },
          { name: 'Adres', value: <span className="ld-break">{target.address}</span> },
          { name: 'Vanaf', value: at(target.opens_on, target.opens) },
          { name: 'Tot', value: at(target.closes_on, target.closes) },
          { name: 'Niet bij dit systeem', value: target.limits || 'geen andere grenzen dan de regels' },
          { name: 'Stoptelefoon', value: agreed.stopPhone || '………………………………' },
          { name: 'Regels', value: `versie ${HACK_RULES_VERSION}` },
          { name: 'Kenmerk van deze brief', value: fingerprint(basisOf(letterSays(target, agreed))) },
        ]}
      />
      <Section id="mag" title="Wat mag">
        {rules('may')}
      </Section>
      <Section id="nooit" title="Wat nooit mag">
        {rules('never')}
        {agreed.forbidden === '' ? null : (
          <List
            items={agreed.forbidden
              .split('\n')
              .filter(Boolean)
              .map((line) => ({ key: line, body: line }))}
          />
        )}
      </Section>
      <Section id="melden" title="Melden">
        {rules('report')}
      </Section>
      <Section id="belofte" title="Wat wij beloven">
        {rules('promise')}
        <Text>De leverancier hoort van elke melding over dit systeem, en zegt wanneer het is hersteld.</Text>
        <Text>De leverancier kan de toestemming altijd intrekken, door de stoptelefoon te bellen.</Text>
      </Section>
      <Section id="tekenen" title="Getekend namens de leverancier">
        <Facts
          items={['Naam', 'Functie', 'Dag', 'Handtekening'].map((name) => ({
            name,
            value: '…………………………………………………',
          }))}
        />
      </Section>
    </DeskPage>
  )
}
