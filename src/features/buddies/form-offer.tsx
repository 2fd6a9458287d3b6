/** Offering help: what one can do, when one can be phoned, and how far it reaches. */
import { CLUSTER_NAMES, CLUSTERS } from '../../vocabulary/group.ts'
import { HOUR_IDS, HOURS } from '../../vocabulary/buddy.ts'
import { Area, Button, Buttons, Choice, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Text } from '../../web/parts.tsx'
import type { TypedOffer } from './fields.ts'
import { crumbs, PLACE, skillOptions } from './parts.tsx'

type Props = {
  readonly view: DeskView
  readonly typed: TypedOffer
  /** The districts to choose from; none: they are typed. */
  readonly districts: readonly string[]
  readonly problems?: Problems
  /** Of one that is there. */
  readonly id?: string | undefined
}

export function OfferFormPage({ view, typed, districts, problems = none, id }: Props) {
  const title = id === undefined ? 'Hulp aanbieden' : 'Aanbod wijzigen'
  return (
    <DeskPage view={view} title={problems === none ? title : `Fout: ${title}`} crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} />
        <Text>
          Alleen wie mag oproepen, leest dit: drie rollen bij de gemeente, en uw vaste maatjes. Daarna tekent u de
          afspraken. Pas dan staat uw aanbod.
        </Text>
      </div>
      <Form view={view} action={id === undefined ? `${PLACE}/aanbod/nieuw` : `${PLACE}/aanbod/${id}/wijzigen`}>
        <Choice
          several
          name="kan"
          label="Waarmee kunt u helpen?"
          options={skillOptions}
          value={typed.kan}
          problems={problems}
        />
        <Area
          name="wat"
          label="Wat kunt u doen, en wat niet?"
          hint="In een paar zinnen."
          value={typed.wat}
          rows={3}
          maxLength={500}
          problems={problems}
        />
        <Choice
          name="uren"
          label="Wanneer kan iemand u bellen?"
          options={HOUR_IDS.map((each) => ({ value: each, label: HOURS[each] }))}
          value={[typed.uren]}
          problems={problems}
        />
        <Field
          name="uren_meer"
          label="Meer over de uren"
          hint="Bijvoorbeeld: niet in de schoolvakantie."
          optional
          value={typed.uren_meer}
          maxLength={200}
          problems={problems}
        />
        {districts.length === 0 ? (
          <Field
            name="wijken"
            label="In welke wijken?"
            hint="Met een komma ertussen. Leeg is de hele gemeente."
            optional
            value={typed.wijken.join(', ')}
            maxLength={1_000}
            problems={problems}
          />
        ) : (
          <Choice
            several
            name="wijken"
            label="In welke wijken?"
            hint="Niets kiezen is: in de hele gemeente."
            optional
            options={districts.map((each) => ({ value: each, label: each }))}
            value={typed.wijken}
            problems={problems}
          />
        )}
        <Choice
          several
          name="groepen"
          label="Voor welke organisaties?"
          hint="Niets kiezen is: voor alle."
          optional
          options={CLUSTERS.map((each) => ({ value: each, label: `groep ${CLUSTER_NAMES[each]}` }))}
          value={typed.groepen}
          problems={problems}
        />
        <Field
          name="wie"
          label="Wie neemt de telefoon op?"
          value={typed.wie}
          maxLength={120}
          autoComplete="name"
          problems={problems}
        />
        <Field
          name="telefoon"
          label="Telefoonnummer voor een oproep"
          value={typed.telefoon}
          maxLength={30}
          autoComplete="tel"
          problems={problems}
        />
        <Buttons>
          <Button>{id === undefined ? 'Aanbod opslaan en naar de afspraken' : 'Aanbod opslaan'}</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
