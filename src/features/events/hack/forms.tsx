/** The forms of a hack event itself: what is agreed, a report that came in, and how far that is. */
import { spoken } from '../../../lib/spoken-number.ts'
import { Area, Choice, Field, none } from '../../../web/desk/form.tsx'
import { counted } from '../../../web/language.ts'
import { Notice, Text } from '../../../web/parts.tsx'
import { Frame, typedOf, type Shown } from './frame.tsx'
import type { Agreed, Found, Target } from './store.ts'

type AgreedProps = Shown & { readonly agreed: Agreed; readonly targets: readonly Target[] }
export function AgreedForm({ agreed, targets, ...shown }: AgreedProps) {
  const { typed, problems = none } = shown
  const signed = targets.filter(({ state }) => state === 'given').length
  return (
    <Frame
      {...shown}
      above={
        signed === 0 ? null : (
          <Notice title="Hiervoor is getekend">
            <Text>
              {counted('nl', signed, 'leverancier tekende', 'leveranciers tekenden')} voor deze stoptelefoon en deze
              verboden. Wijzigt u er een? Dan vervalt hun toestemming, gaat de lijst van de site, en vraagt u opnieuw.
            </Text>
          </Notice>
        )
      }
      title="Afspraken van het hackevenement"
      lead="De stoptelefoon en wat ook verboden is, staan op de openbare pagina."
      action="afspraken"
      button="Opslaan"
    >
      <Field
        name="stopnaam"
        label="Wie is erbij en mag een systeem laten uitzetten?"
        hint="Dit leest alleen de balie."
        value={typedOf(typed, 'stopnaam', agreed.stopName)}
        maxLength={80}
        problems={problems}
      />
      <Field
        name="stoptelefoon"
        label="Stoptelefoon"
        hint="Dit nummer wordt de hele tijd opgenomen, ook door leveranciers te bellen."
        value={typedOf(typed, 'stoptelefoon', agreed.stopPhone)}
        maxLength={40}
        problems={problems}
      />
      <Area
        name="verboden"
        label="Wat is ook verboden?"
        hint="Boven op de regels. Elke regel op een eigen regel."
        value={typedOf(typed, 'verboden', agreed.forbidden)}
        rows={4}
        maxLength={2_000}
        problems={problems}
        optional
      />
    </Frame>
  )
}

export function FindingForm(shown: Shown) {
  const { typed, event, problems = none } = shown
  return (
    <Frame
      {...shown}
      title="Melding noteren"
      lead="Het nummer staat boven de melding. Wat er is gevonden, komt hier niet te staan."
      action="bevinding"
      button="Noteren"
    >
      <Field
        name="nummer"
        label="Nummer van de melding"
        value={typedOf(typed, 'nummer', '')}
        maxLength={40}
        problems={problems}
      />
      <Field
        name="dag"
        label="Gevonden op"
        type="date"
        value={typedOf(typed, 'dag', event.starts_on)}
        problems={problems}
      />
    </Frame>
  )
}

export function FollowForm({ found, ...shown }: Shown & { readonly found: Found }) {
  const { typed, problems = none } = shown
  const ticked = Array.isArray(typed?.['mag'])
    ? (typed['mag'] as readonly string[])
    : found.thanked === ''
      ? []
      : ['ja']
  return (
    <Frame
      {...shown}
      title={`Melding ${spoken(found.number)}`}
      lead="Aantallen staan na het evenement op de site. De melding zelf niet."
      action={`bevinding/${found.id}`}
      button="Opslaan"
    >
      <Field
        name="hersteld"
        label="Hersteld op"
        type="date"
        value={typedOf(typed, 'hersteld', found.mendedOn ?? '')}
        problems={problems}
        optional
      />
      <Field
        name="nagekeken"
        label="Nagekeken op"
        hint="Iemand probeerde het opnieuw, en het lukte niet meer."
        type="date"
        value={typedOf(typed, 'nagekeken', found.retestedOn ?? '')}
        problems={problems}
        optional
      />
      <Field
        name="bedankt"
        label="Met dank aan"
        hint="De naam zoals de melder die op de site wil. Leeg: zonder naam."
        value={typedOf(typed, 'bedankt', found.thanked)}
        maxLength={120}
        problems={problems}
        optional
      />
      <Choice
        name="mag"
        label="Mag de naam op de site?"
        value={ticked}
        options={[{ value: 'ja', label: 'De melder zei dat dit mag' }]}
        problems={problems}
        several
        optional
      />
    </Frame>
  )
}
