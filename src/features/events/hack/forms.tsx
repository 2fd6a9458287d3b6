/** The forms of a hack event itself: what is agreed, a report that came in, and how far that is. */
import { spoken } from '../../../lib/spoken-number.ts'
import { WEAKNESS_STATES } from '../../../vocabulary/weakness.ts'
import { Area, Field, none } from '../../../web/desk/form.tsx'
import { counted, day } from '../../../web/language.ts'
import { Facts, Link, Notice, Text } from '../../../web/parts.tsx'
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
  const { typed, problems = none } = shown
  return (
    <Frame
      {...shown}
      title="Melding noteren"
      lead="Het nummer staat boven de melding. Noemde de melder het evenement? Dan staat zij er al bij."
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
    </Frame>
  )
}

/** How far the report of a finding is; what is not of this event is taken off. */
export function FoundForm({ found, ...shown }: Shown & { readonly found: Found }) {
  const { typed, problems = none } = shown
  const on = (date: string | null) => (date === null ? 'nog niet' : day('nl', date))
  return (
    <Frame
      {...shown}
      title={`Melding ${spoken(found.number)}`}
      lead="Hoe ver het is, volgt de melding. Wat er staat, leest alleen wie haar behandelt."
      action={`bevinding/${found.id}`}
      button="Haal deze melding eraf"
      above={
        <>
          <Facts
            items={[
              { name: 'Stand', value: WEAKNESS_STATES[found.state].nl },
              { name: 'Gemeld', value: day('nl', found.foundOn) },
              { name: 'Hersteld uiterlijk', value: on(found.fixBy) },
              { name: 'Hersteld', value: on(found.mendedOn) },
              { name: 'Nagekeken', value: on(found.retestedOn) },
              { name: 'Met dank aan', value: found.thanked || 'niemand met naam' },
            ]}
          />
          <Text>
            {found.request === null ? (
              'De melding zelf is gewist.'
            ) : (
              <Link to={`/balie/verzoeken/${found.request}`}>Naar de melding</Link>
            )}
          </Text>
        </>
      }
    >
      <Field
        name="waarom"
        label="Waarom hoort deze melding niet bij het evenement?"
        hint="De reden blijft bewaard in het spoor. De melding zelf blijft staan."
        value={typedOf(typed, 'waarom', '')}
        maxLength={200}
        problems={problems}
      />
    </Frame>
  )
}
